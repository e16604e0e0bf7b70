//! A theme as ratatui draws it. Screens name a role, never a colour; which colour that is, a theme
//! file says (`config/themes`). No state is told by colour alone, and without colours roles differ
//! by bold, underline, dim and reverse.

use crate::config::theme::{self, Depth, Palette};
use ratatui::style::{Color, Modifier, Style};

pub use crate::config::theme::Role;

/// A style for each role, for a terminal of so many colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
}

/// What looks alike is named by the first of these; what is not among them comes after.
const FIRST: [Role; 14] = [
    Role::Text,
    Role::Selected,
    Role::Heading,
    Role::SelectedElsewhere,
    Role::Accent,
    Role::Key,
    Role::Dim,
    Role::Border,
    Role::Match,
    Role::Planned,
    Role::Done,
    Role::Warning,
    Role::Error,
    Role::Gone,
];

impl Theme {
    pub fn new(palette: Palette, depth: Depth) -> Self {
        Self { palette: palette.at(depth) }
    }

    /// Readable on any terminal of 256 colours.
    pub fn coloured() -> Self {
        Self::new(Palette::neutral(), Depth::Indexed)
    }

    /// For NO_COLOR: modifiers only.
    pub fn mono() -> Self {
        Self::new(Palette::mono(), Depth::None)
    }

    pub fn style(&self, role: Role) -> Style {
        let said = self.palette.style(role);
        let mut style = Style::new();
        style.fg = said.fore.map(colour);
        style.bg = said.back.map(colour);
        for (modifier, ours) in MODIFIERS {
            if said.modifiers.has(modifier) {
                style.add_modifier.insert(ours);
            }
        }
        style
    }

    /// The same over what is drawn already, on a border or over a line: nothing of its style shows
    /// through.
    pub fn afresh(&self, role: Role) -> Style {
        Style::reset().patch(self.style(role))
    }

    /// The way back, for whoever reads a screen: the role that a style is of, and the modifiers
    /// that it adds. Reverse video is the selected row, whatever else is in it.
    pub fn meaning(&self, style: Style) -> (Role, Modifier) {
        let shown = |colour: Option<Color>| colour.filter(|colour| *colour != Color::Reset);
        let screen = self.style(Role::Text);
        // What has no colour of its own has that of the screen.
        let plain =
            |colour: Option<Color>, screen: Option<Color>| shown(colour).filter(|it| Some(*it) != screen);
        let (fore, back) = (plain(style.fg, screen.fg), plain(style.bg, screen.bg));
        let modifiers = style.add_modifier;
        let fits = |role: &Role| {
            let own = self.style(*role);
            plain(own.fg, screen.fg) == fore
                && plain(own.bg, screen.bg) == back
                && modifiers.contains(own.add_modifier)
        };
        let closest = |role: &Role| {
            let selected = *role == Role::Selected;
            (selected, self.style(*role).add_modifier.bits().count_ones())
        };
        let rest = Role::ALL.iter().copied().filter(|role| !FIRST.contains(role));
        let all: Vec<Role> = FIRST.into_iter().chain(rest).collect();
        // `max_by_key` would take the last of equals.
        let role = all.into_iter().rev().filter(fits).max_by_key(closest).unwrap_or(Role::Text);
        (role, modifiers.difference(self.style(role).add_modifier))
    }
}

const MODIFIERS: [(theme::Modifier, Modifier); 6] = [
    (theme::Modifier::Bold, Modifier::BOLD),
    (theme::Modifier::Dim, Modifier::DIM),
    (theme::Modifier::Italic, Modifier::ITALIC),
    (theme::Modifier::Underlined, Modifier::UNDERLINED),
    (theme::Modifier::Reversed, Modifier::REVERSED),
    (theme::Modifier::CrossedOut, Modifier::CROSSED_OUT),
];

fn colour(colour: theme::Colour) -> Color {
    match colour {
        theme::Colour::Default => Color::Reset,
        theme::Colour::Indexed(index) => Color::Indexed(index),
        theme::Colour::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_tells_its_role() {
        for name in theme::BUNDLED {
            let theme = Theme::new(Palette::bundled(name).unwrap(), Depth::True);
            for role in Role::ALL {
                let (told, added) = theme.meaning(theme.style(*role));
                assert_eq!(theme.style(told), theme.style(*role), "{name}: {role:?} is taken for {told:?}");
                assert!(added.is_empty(), "{role:?}");
            }
        }
        let lit = Theme::mono().style(Role::Selected).bold().underlined();
        let added = Modifier::BOLD | Modifier::UNDERLINED;
        assert_eq!(Theme::mono().meaning(lit), (Role::Selected, added));
    }

    #[test]
    fn a_terminal_of_256_colours_gets_no_others() {
        for name in theme::BUNDLED {
            let theme = Theme::new(Palette::bundled(name).unwrap(), Depth::Indexed);
            for role in Role::ALL {
                let style = theme.style(*role);
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    assert!(!matches!(colour, Color::Rgb(..)), "{name} {role:?}");
                }
            }
        }
    }
}

//! Colours by role. Screens name a role, never a colour.
//!
//! The tones come from the fixed part of the 256-colour palette and have a middling luminance, so
//! that each has a contrast of at least 4:1 against black and against white (a test computes it):
//! one theme is readable on dark and on light terminals without asking which it is. No state is
//! told by colour alone, and without colour roles differ by bold, underline, dim and reverse.

use ratatui::style::{Color, Modifier, Style};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Text,
    /// Secondary text: the other language's title, heads, hints.
    Dim,
    /// The program's name, the current view, a pane with the focus.
    Accent,
    /// The row under the cursor.
    Selected,
    /// The same, in a pane that has not the focus.
    SelectedElsewhere,
    /// Characters that made a row match.
    Match,
    Heading,
    /// A key in footer and help.
    Key,
    Border,
    Done,
    Planned,
    Warning,
    Error,
    /// What no longer counts: a void entry, a given-up course.
    Gone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: bool,
}

const BLUE: Color = Color::Indexed(31);
const GREEN: Color = Color::Indexed(28);
const AMBER: Color = Color::Indexed(130);
const RED: Color = Color::Indexed(161);
const MAGENTA: Color = Color::Indexed(133);
const GREY: Color = Color::Indexed(243);

impl Role {
    /// What looks alike is named by the first of these.
    const ALL: [Self; 14] = [
        Self::Text,
        Self::Selected,
        Self::Heading,
        Self::SelectedElsewhere,
        Self::Accent,
        Self::Key,
        Self::Dim,
        Self::Border,
        Self::Match,
        Self::Planned,
        Self::Done,
        Self::Warning,
        Self::Error,
        Self::Gone,
    ];
}

impl Theme {
    pub fn coloured() -> Self {
        Self { colours: true }
    }

    /// For NO_COLOR: modifiers only.
    pub fn mono() -> Self {
        Self { colours: false }
    }

    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let (colour, modifier) = match role {
            Role::Text => (None, Modifier::empty()),
            Role::Dim => (Some(GREY), self.dim()),
            Role::Accent => (Some(BLUE), Modifier::BOLD),
            Role::Selected => (None, Modifier::REVERSED),
            Role::SelectedElsewhere => (None, Modifier::BOLD),
            Role::Match => (Some(MAGENTA), Modifier::BOLD.union(Modifier::UNDERLINED)),
            Role::Heading => (None, Modifier::BOLD),
            Role::Key => (Some(BLUE), Modifier::BOLD),
            Role::Border => (Some(GREY), self.dim()),
            Role::Done => (Some(GREEN), Modifier::empty()),
            Role::Planned => (Some(BLUE), Modifier::empty()),
            Role::Warning => (Some(AMBER), Modifier::BOLD),
            Role::Error => (Some(RED), Modifier::BOLD),
            Role::Gone => (Some(GREY), Modifier::CROSSED_OUT),
        };
        let style = plain.add_modifier(modifier);
        match colour {
            Some(colour) if self.colours => style.fg(colour),
            _ => style,
        }
    }

    /// Grey says it where there are colours; two dims together would be unreadable.
    fn dim(self) -> Modifier {
        if self.colours { Modifier::empty() } else { Modifier::DIM }
    }

    /// The way back, for whoever reads a screen: the role that a style is of, and the modifiers
    /// that it adds. Reverse video is the selected row, whatever else is in it.
    pub fn meaning(self, style: Style) -> (Role, Modifier) {
        let colour = style.fg.filter(|colour| *colour != Color::Reset);
        let modifiers = style.add_modifier;
        let fits = |role: &Role| {
            let own = self.style(*role);
            own.fg == colour && modifiers.contains(own.add_modifier)
        };
        let closest = |role: &Role| {
            let selected = *role == Role::Selected;
            (selected, self.style(*role).add_modifier.bits().count_ones())
        };
        // `max_by_key` would take the last of equals.
        let role = Role::ALL.into_iter().rev().filter(fits).max_by_key(closest).unwrap_or(Role::Text);
        (role, modifiers.difference(self.style(role).add_modifier))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of a colour of the 6x6x6 cube or the grey ramp, as WCAG 2 defines it.
    fn luminance(index: u8) -> f64 {
        let level = |step: u8| if step == 0 { 0.0 } else { f64::from(55 + 40 * u32::from(step)) };
        let rgb = if index >= 232 {
            [f64::from(8 + 10 * u32::from(index - 232)); 3]
        } else {
            let cube = index - 16;
            [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
        };
        let linear = rgb.map(|channel| {
            let channel = channel / 255.0;
            if channel <= 0.03928 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    #[test]
    fn a_style_tells_its_role() {
        for theme in [Theme::coloured(), Theme::mono()] {
            for role in Role::ALL {
                let (told, added) = theme.meaning(theme.style(role));
                assert_eq!(theme.style(told), theme.style(role), "{role:?} is taken for {told:?}");
                assert!(added.is_empty(), "{role:?}");
            }
        }
        let lit = Theme::mono().style(Role::Selected).bold().underlined();
        let added = Modifier::BOLD | Modifier::UNDERLINED;
        assert_eq!(Theme::mono().meaning(lit), (Role::Selected, added));
    }

    #[test]
    fn every_tone_is_readable_on_black_and_on_white() {
        for colour in [BLUE, GREEN, AMBER, RED, MAGENTA, GREY] {
            let Color::Indexed(index) = colour else { panic!("{colour:?}") };
            let luminance = luminance(index);
            let (on_black, on_white) = ((luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05));
            assert!(on_black >= 4.0 && on_white >= 4.0, "{index}: {on_black:.2} {on_white:.2}");
        }
    }
}

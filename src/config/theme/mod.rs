//! Themes: a style for each role. Those inside the program are commented TOML in `themes/`, and a
//! person's own are files like them; what a theme leaves out it takes from the one that it names
//! with `inherits`.

mod colour;
mod own;
mod problem;
mod read;
mod role;
mod style;

pub use colour::{Background, contrast, luminance, of_index};
pub use own::{Own, ThemeFile, assemble, no_such_theme};
pub use problem::{ThemeMistake, ThemeProblem};
pub use role::Role;
pub use style::{Colour, Modifier, Modifiers, Style};

/// The themes inside the program, in the order of the list of themes.
pub const BUNDLED: [&str; 5] = ["dark", "light", "high-contrast", "mono", "neutral"];

/// The name that lets the terminal's background decide.
pub const AUTO: &str = "auto";

/// The theme that is readable on black and on white: while the background is not known, and below
/// a theme that names no other.
pub const NEUTRAL: &str = "neutral";

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// None, or none are wanted.
    None,
    /// 256.
    #[default]
    Indexed,
    /// Any, as COLORTERM says with `truecolor` or `24bit`.
    True,
}

/// What the environment tells of the terminal's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Canvas {
    pub depth: Depth,
    /// By COLORFGBG, which may be out of date: the terminal's own answer wins.
    pub background: Option<Background>,
    /// Whether the terminal may be asked: some show the question as letters.
    pub answers: bool,
}

impl Canvas {
    /// No colour at all: NO_COLOR, `--color never`.
    pub fn colourless() -> Self {
        Self { depth: Depth::None, background: None, answers: false }
    }
}

/// A style for every role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette([Style; Role::COUNT]);

impl Palette {
    pub fn style(&self, role: Role) -> Style {
        self.0.get(role as usize).copied().unwrap_or_default()
    }

    fn set(&mut self, role: Role, style: Style) {
        if let Some(place) = self.0.get_mut(role as usize) {
            *place = style;
        }
    }

    /// One of the themes inside the program.
    pub fn bundled(name: &str) -> Option<Self> {
        text_of(name).map(read::bundled)
    }

    /// See [`NEUTRAL`].
    pub fn neutral() -> Self {
        read::bundled(NEUTRAL_TOML)
    }

    /// Modifiers only.
    pub fn mono() -> Self {
        read::bundled(MONO_TOML)
    }

    /// The same for a terminal of so many colours.
    #[must_use]
    pub fn at(self, depth: Depth) -> Self {
        match depth {
            Depth::None => Self::mono(),
            Depth::True => self,
            Depth::Indexed => Self(self.0.map(|style| Style {
                fore: style.fore.map(Colour::nearest_indexed),
                back: style.back.map(Colour::nearest_indexed),
                ..style
            })),
        }
    }
}

const NEUTRAL_TOML: &str = include_str!("../themes/neutral.toml");
const MONO_TOML: &str = include_str!("../themes/mono.toml");

/// The file of a theme inside the program: also the pattern for one's own.
pub fn text_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "dark" => include_str!("../themes/dark.toml"),
        "light" => include_str!("../themes/light.toml"),
        "high-contrast" => include_str!("../themes/high-contrast.toml"),
        "mono" => MONO_TOML,
        "neutral" => NEUTRAL_TOML,
        _ => return None,
    })
}

/// The known word that was probably meant. Half of a short word changed is another word.
fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace('_', "-");
    let length = word.chars().count();
    let bearable = if length < 6 { length / 2 } else { (length / 3).min(4) };
    let near = known.into_iter().map(|known| (strsim::osa_distance(&word, known), known));
    near.filter(|(distance, _)| *distance <= bearable).min_by_key(|(distance, _)| *distance).map(|(_, it)| it)
}

/// The name of a theme that was probably meant.
pub fn near_name(name: &str, names: &[String]) -> Option<String> {
    nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

//! What a person may set besides keys and colours: one value a setting, whole and with a default.
//! `layers` puts it together from the defaults, the file, the environment and the command line.

use std::path::PathBuf;

/// The settings as they hold for one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub language: Language,
    /// A bundled theme, one of the person's own by its name, or `auto`.
    pub theme: String,
    /// Whether colours are shown.
    pub colour: Colour,
    /// Borders and marks of ASCII characters only.
    pub ascii: bool,
    /// Columns that the terminal gives to characters of ambiguous width (Unicode annex 11): 1, or 2
    /// in some terminals set up for Chinese.
    pub ambiguous_width: u8,
    /// Whether the program listens to the mouse; where not, the terminal selects text with it.
    pub mouse: bool,
    /// What the digits 1 to 5 do.
    pub digits: Digits,
    /// Catalogs to open; none means the bundled one.
    pub catalogs: Vec<PathBuf>,
    /// The person's own requirement packs.
    pub rules: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::Auto,
            theme: "auto".to_owned(),
            colour: Colour::Auto,
            ascii: false,
            ambiguous_width: 1,
            mouse: true,
            digits: Digits::Views,
            catalogs: Vec::new(),
            rules: Vec::new(),
        }
    }
}

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// That of the locale.
    #[default]
    Auto,
    English,
    Chinese,
}

/// When colours are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal that knows them, unless NO_COLOR is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// What the digits that stand for views do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// They go to the view; a count begins with 6 to 9 or with Alt and a digit.
    #[default]
    Views,
    /// They begin a count, as in vim; views are reached by `g` and a letter.
    Counts,
}

//! What can be wrong with a theme; `locale` says it in words.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// One mistake in a theme file: where and what. The rest of the file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeProblem {
    /// `None`: not in a file but in the setting.
    pub file: Option<Arc<PathBuf>>,
    /// From 1, columns in characters; zero for the file as a whole.
    pub line: usize,
    pub column: usize,
    pub mistake: ThemeMistake,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeMistake {
    // The file as a whole.
    Unreadable(io::ErrorKind),
    /// Named like a theme inside the program.
    NameTaken,
    NotToml,

    UnknownRole {
        name: String,
        near: Option<String>,
    },
    /// A style, or the name of the theme below, that is no text.
    NotText,

    // In a style.
    /// Neither a colour nor a modifier.
    UnknownWord {
        word: String,
        near: Option<String>,
    },
    SecondColour,
    NothingAfterOn,

    // What it inherits from.
    UnknownBase {
        name: String,
        near: Option<String>,
    },
    /// The names in order; the last one inherits from the first.
    Circle {
        names: Vec<String>,
    },

    /// The setting names a theme that there is not.
    NoSuchTheme {
        name: String,
        near: Option<String>,
        names: Vec<String>,
    },
}

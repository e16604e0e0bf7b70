//! What the settings file, the environment and the command line come to, with what is wrong.

use crate::config::problem::Position;
use crate::config::{self, Keymap, Settings};
use crate::locale::config_problems::{left_out, unusable};
use crate::locale::{Lang, Say};
use crate::store::catalog;
use crate::store::config_file::LeftOut;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything settable as it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configuration {
    pub settings: Settings,
    /// The language that the setting comes to here.
    pub lang: Lang,
    /// `None` where the keys are those of the program.
    pub keymap: Option<Keymap>,
    pub troubles: Vec<Trouble>,
    /// Where the theme is named, if the settings file does.
    pub theme_at: Option<(Arc<PathBuf>, Position)>,
}

/// Something wrong with the settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing of it can be used.
    File(catalog::Problem),
    /// What is no TOML; the rest holds.
    LeftOut(LeftOut),
    Line(config::Problem),
}

impl Say for Trouble {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::File(problem) => unusable(lang, problem),
            Self::LeftOut(mistake) => left_out(lang, mistake),
            Self::Line(problem) => problem.say(lang),
        }
    }
}

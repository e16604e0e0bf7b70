//! Every word the reader sees, in English and 简体中文, complete by construction: each list of words
//! is a struct or an exhaustive match, so a missing translation does not compile.
//!
//! `words` holds the fixed labels of the screens; the other files say what a layer below reports
//! (a query error, a catalog problem, a failed save) as sentences.

pub mod actions;
pub mod breaks;
pub mod calendar;
pub mod catalog_help;
pub mod catalog_problems;
pub mod citation;
pub mod cli;
pub mod config_problems;
pub mod orders;
pub mod outside;
mod pack_mistakes;
pub mod phrases;
pub mod plain;
mod profile;
mod query_errors;
pub mod query_line;
mod record_problems;
pub mod requirements;
mod save_errors;
mod status_view;
pub mod themes;
pub mod timer;
pub mod transcript;
pub mod vocabulary;
pub mod way;
pub mod words;
pub mod year;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    Zh,
}

impl Lang {
    /// Reads `en`, `zh-CN`, and what locales are called: `zh_CN.UTF-8`, `zh-Hans`, `C`.
    /// `None` for a language that the interface does not speak.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        match text.split(['-', '_', '.', '@']).next()? {
            "en" | "c" | "posix" => Some(Self::En),
            "zh" => Some(Self::Zh),
            _ => None,
        }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// One of two wordings: for a sentence without figures.
    pub fn either<T>(self, english: T, chinese: T) -> T {
        match self {
            Self::En => english,
            Self::Zh => chinese,
        }
    }

    pub fn is_chinese(self) -> bool {
        self == Self::Zh
    }
}

/// Something that can say itself to the reader.
pub trait Say {
    fn say(&self, lang: Lang) -> String;
}

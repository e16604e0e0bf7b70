//! What is wrong with a line of `log add --batch`.

use super::failure::Failure;
use crate::locale::{Lang, Say};

/// What is wrong with one line of `log add --batch`.
#[derive(Debug)]
pub enum BatchFault {
    TooLong {
        bytes: usize,
    },
    NotUtf8,
    NotJson {
        column: usize,
    },
    NotAnObject,
    UnknownKey {
        key: String,
        suggestion: Option<&'static str>,
    },
    Missing {
        key: &'static str,
    },
    WrongType {
        key: &'static str,
        wanted: Wanted,
    },
    UnknownWord {
        key: &'static str,
        text: String,
    },
    /// A date, an amount or a category that is none.
    Value(Box<Failure>),
}

/// What a key of a batch line takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Text,
    NumberOrText,
    Texts,
}

impl BatchFault {
    pub(super) fn en(&self) -> String {
        match self {
            Self::TooLong { bytes } => format!("longer than {bytes} bytes"),
            Self::NotUtf8 => "not UTF-8".to_owned(),
            Self::NotJson { column } => format!("not valid JSON (column {column})"),
            Self::NotAnObject => "not a JSON object".to_owned(),
            Self::UnknownKey { key, suggestion: None } => format!("unknown key \"{key}\""),
            Self::UnknownKey { key, suggestion: Some(near) } => {
                format!("unknown key \"{key}\"; did you mean \"{near}\"?")
            }
            Self::Missing { key } => format!("\"{key}\" is missing"),
            Self::WrongType { key, wanted } => format!("\"{key}\" takes {}", wanted.label(Lang::En)),
            Self::UnknownWord { key, text } => format!("\"{key}\" has no value \"{text}\""),
            Self::Value(failure) => failure.say(Lang::En),
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::TooLong { bytes } => format!("超过 {bytes} 字节"),
            Self::NotUtf8 => "不是 UTF-8 文本".to_owned(),
            Self::NotJson { column } => format!("不是有效的 JSON（第 {column} 列）"),
            Self::NotAnObject => "不是 JSON 对象".to_owned(),
            Self::UnknownKey { key, suggestion: None } => format!("未知的键“{key}”"),
            Self::UnknownKey { key, suggestion: Some(near) } => format!("未知的键“{key}”，是否指“{near}”？"),
            Self::Missing { key } => format!("缺少“{key}”"),
            Self::WrongType { key, wanted } => format!("“{key}”应为{}", wanted.label(Lang::Zh)),
            Self::UnknownWord { key, text } => format!("“{key}”没有“{text}”这个值"),
            Self::Value(failure) => failure.say(Lang::Zh),
        }
    }
}

impl Wanted {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Text => lang.either("a text", "文本"),
            Self::NumberOrText => lang.either("a number", "数值"),
            Self::Texts => lang.either("a list of texts", "文本列表"),
        }
    }
}

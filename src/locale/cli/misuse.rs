//! What is wrong with the words of a command line, before any of it is run.

use crate::locale::Lang;

/// A mistake that the parser found. Options and values are as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misuse {
    UnknownOption {
        option: String,
        near: Option<String>,
    },
    /// A word where no more is taken.
    Surplus {
        word: String,
    },
    UnknownCommand {
        word: String,
        near: Vec<String>,
    },
    /// A group of commands was named, but none of them.
    NoCommand {
        commands: Vec<String>,
    },
    /// Arguments that must be there, as they stand in the usage line.
    Missing {
        arguments: Vec<String>,
    },
    /// An option at the end of the line that takes a value.
    NoValue {
        option: String,
        allowed: Vec<String>,
    },
    /// A value that is none of a closed list.
    NotAllowed {
        option: String,
        value: String,
        allowed: Vec<String>,
        near: Option<String>,
    },
    /// A value of the wrong kind: no number, for instance.
    BadValue {
        option: String,
        value: String,
    },
    UnknownLanguage {
        value: String,
    },
    /// A flag with a value.
    TakesNoValue {
        option: String,
        value: String,
    },
    Twice {
        option: String,
    },
    Together {
        option: String,
        others: Vec<String>,
    },
    NotUtf8,
}

impl Misuse {
    pub(super) fn en(&self) -> String {
        match self {
            Self::UnknownOption { option, .. } => format!("there is no option {option}"),
            Self::Surplus { word } => format!("\"{word}\" is one word too many"),
            Self::UnknownCommand { word, .. } => format!("there is no command {word}"),
            Self::NoCommand { .. } => "a command is missing".to_owned(),
            Self::Missing { arguments } => format!("missing: {}", arguments.join(" ")),
            Self::NoValue { option, .. } => format!("{option} needs a value"),
            Self::NotAllowed { option, value, .. } | Self::BadValue { option, value } => {
                format!("{option} cannot be \"{value}\"")
            }
            Self::UnknownLanguage { value } => format!("the interface does not speak \"{value}\""),
            Self::TakesNoValue { option, value } => format!("{option} takes no value, but has \"{value}\""),
            Self::Twice { option } => format!("{option} is given twice"),
            Self::Together { option, others } => {
                format!("{option} does not go together with {}", others.join(", "))
            }
            Self::NotUtf8 => "an argument is not UTF-8 text".to_owned(),
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::UnknownOption { option, .. } => format!("没有选项 {option}"),
            Self::Surplus { word } => format!("多出了“{word}”"),
            Self::UnknownCommand { word, .. } => format!("没有命令 {word}"),
            Self::NoCommand { .. } => "缺少命令".to_owned(),
            Self::Missing { arguments } => format!("缺少 {}", arguments.join(" ")),
            Self::NoValue { option, .. } => format!("{option} 需要一个值"),
            Self::NotAllowed { option, value, .. } | Self::BadValue { option, value } => {
                format!("{option} 不能是“{value}”")
            }
            Self::UnknownLanguage { value } => format!("界面没有“{value}”这种语言"),
            Self::TakesNoValue { option, value } => format!("{option} 不带值，却给了“{value}”"),
            Self::Twice { option } => format!("{option} 只能给出一次"),
            Self::Together { option, others } => format!("{option} 不能与 {} 同时使用", others.join("、")),
            Self::NotUtf8 => "有参数不是 UTF-8 文本".to_owned(),
        }
    }

    /// What to do about it; `command` is the one whose help says more.
    pub(super) fn hints(&self, command: &str, lang: Lang) -> Vec<String> {
        let mut hints = Vec::new();
        let comma = lang.either(", ", "、");
        match self {
            Self::UnknownOption { near: Some(near), .. } | Self::NotAllowed { near: Some(near), .. } => {
                hints.push(did_you_mean(near, lang));
            }
            Self::UnknownCommand { near, .. } if !near.is_empty() => {
                hints.push(did_you_mean(&near.join(comma), lang));
            }
            Self::NotAllowed { allowed, .. } | Self::NoValue { allowed, .. } if !allowed.is_empty() => {
                let list = allowed.join(comma);
                hints.push(lang.either(format!("it is one of {list}"), format!("可用值：{list}")));
            }
            Self::NoCommand { commands } => {
                let list = commands.join(comma);
                hints.push(lang.either(format!("it is one of {list}"), format!("可用命令：{list}")));
            }
            Self::Surplus { word } if command == "tuition report year" && is_year(word) => {
                hints.push(did_you_mean(&format!("--year {word}"), lang));
            }
            Self::UnknownLanguage { .. } => {
                hints.push(lang.either("the languages are en and zh-CN", "可用语言：en、zh-CN").to_owned());
            }
            _ => {}
        }
        hints.push(match lang {
            Lang::En => format!("see {command} --help"),
            Lang::Zh => format!("详见 {command} --help"),
        });
        hints
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn did_you_mean(near: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("did you mean {near}?"),
        Lang::Zh => format!("是否指 {near}？"),
    }
}

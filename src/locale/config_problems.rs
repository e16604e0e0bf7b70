//! What is wrong with the settings file, in sentences: the cause, and what to do.

use super::catalog_problems::{diagnostic, quoted};
use super::{Lang, Say};
use crate::action::Action;
use crate::config::Reason;
use crate::config::problem::{Expected, Kind, Problem};
use crate::store::catalog::{self, Severity};
use crate::store::config_file::LeftOut;
use crate::store::place::Place;

/// `file:line:column: error: what; what to do`
impl Say for Problem {
    fn say(&self, lang: Lang) -> String {
        let help = self.kind.help(lang);
        diagnostic(lang, &place(self), severity(self), &self.kind.say(lang), help.as_deref())
    }
}

/// The same wherever it is told: what does not hold is an error, anything else a warning.
pub fn severity(problem: &Problem) -> Severity {
    if problem.kind.is_remark() { Severity::Warning } else { Severity::Error }
}

/// The place of a mistake as other files have theirs.
pub fn place(problem: &Problem) -> Place {
    let at = problem.position;
    Place {
        file: problem.file.clone(),
        line: at.line,
        column: at.column,
        end_line: at.end_line,
        end_column: at.end_column,
    }
}

/// A file of which nothing can be used.
pub fn unusable(lang: Lang, problem: &catalog::Problem) -> String {
    let help = unusable_help(lang, problem);
    diagnostic(lang, &problem.place, problem.severity, &problem.kind.say(lang), Some(&help))
}

/// What to do about it, and what holds until then.
pub fn unusable_help(lang: Lang, problem: &catalog::Problem) -> String {
    let until = lang.either("until then nothing in this file is used", "改正之前，此文件中的设置都不采用");
    match problem.kind.help(lang) {
        Some(help) => format!("{help}{}{until}", lang.either("; ", "；")),
        None => until.to_owned(),
    }
}

/// What is no TOML, while the rest of the file holds.
pub fn left_out(lang: Lang, mistake: &LeftOut) -> String {
    let (problem, help) = (&mistake.problem, left_out_help(lang, mistake));
    diagnostic(lang, &problem.place, problem.severity, &problem.kind.say(lang), Some(&help))
}

/// What to do about it, and what holds until then.
pub fn left_out_help(lang: Lang, mistake: &LeftOut) -> String {
    let until = match mistake.table {
        false => lang.either(
            "until then this is left out, and the rest of the file is used",
            "改正之前，此处不予采用，文件的其余部分有效",
        ),
        true => lang.either(
            "until then this table is left out, and the rest of the file is used",
            "改正之前，整个表不予采用，文件的其余部分有效",
        ),
    };
    match mistake.problem.kind.help(lang) {
        Some(help) => format!("{help}{}{until}", lang.either("; ", "；")),
        None => until.to_owned(),
    }
}

impl Say for Kind {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl Kind {
    fn en(&self) -> String {
        match self {
            Self::NewerSchema => "the file was written for a newer version of tuition".to_owned(),
            Self::UnknownSetting { found, .. } => format!("there is no setting {}", quoted(found)),
            Self::WrongType { setting: "keys", expected: Expected::Action } => {
                "a key takes the name of an action in quotes".to_owned()
            }
            Self::WrongType { setting, expected } => format!("{setting} takes {}", expected.en()),
            Self::UnknownWord { setting, found, .. } => format!("{setting} cannot be {}", quoted(found)),
            Self::OutOfRange { setting, allowed } => format!("{setting} takes {}", numbers(allowed, " or ")),
            Self::EmptyText { setting } => format!("an empty text in {setting}"),
            Self::UnknownContext { found, .. } => format!("there is no table of keys {}", quoted(found)),
            Self::NoContext { found } => format!("{} stands in no table of a view", quoted(found)),
            Self::UnknownKey { found, .. } => format!("{} is not a key", quoted(found)),
            Self::UnknownAction { found, .. } => format!("there is no action {}", quoted(found)),
            Self::NotSent { key, reason: Reason::SameAs(sent) } => {
                format!("terminals send {sent} for {}", quoted(key))
            }
            Self::NotSent { key, reason: Reason::Differs } => {
                format!("many terminals cannot send {}", quoted(key))
            }
            Self::NotSent { key, reason: Reason::BeginsSequence } => {
                format!("what {} sends begins the codes of other keys", quoted(key))
            }
            Self::Fixed { key, action } => format!("{key} always stands for {}", quoted(action.name())),
            Self::Twice { keys, line } => format!("{} has a meaning already, in line {line}", quoted(keys)),
            Self::Begins { keys, other, line } => {
                format!(
                    "{} and {} in line {line} begin alike, so that the longer one could never be typed",
                    quoted(keys),
                    quoted(other)
                )
            }
            Self::Hides { keys, hidden } => {
                format!("{} puts out of reach: {}", quoted(keys), listed(hidden, Lang::En))
            }
            Self::LastKey { action } => {
                format!("no key is left for {}", quoted(action.name()))
            }
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::NewerSchema => "此文件是为更新版本的 tuition 写的".to_owned(),
            Self::UnknownSetting { found, .. } => format!("没有名为 {} 的设置", quoted(found)),
            Self::WrongType { setting: "keys", expected: Expected::Action } => {
                "按键的值应为带引号的操作名称".to_owned()
            }
            Self::WrongType { setting, expected } => format!("{setting} 的值应为{}", expected.zh()),
            Self::UnknownWord { setting, found, .. } => format!("{setting} 不能是 {}", quoted(found)),
            Self::OutOfRange { setting, allowed } => {
                format!("{setting} 的值应为 {}", numbers(allowed, " 或 "))
            }
            Self::EmptyText { setting } => format!("{setting} 中有空文本"),
            Self::UnknownContext { found, .. } => format!("没有名为 {} 的按键表", quoted(found)),
            Self::NoContext { found } => format!("{} 不在任何视图的按键表中", quoted(found)),
            Self::UnknownKey { found, .. } => format!("{} 不是按键名称", quoted(found)),
            Self::UnknownAction { found, .. } => format!("没有名为 {} 的操作", quoted(found)),
            Self::NotSent { key, reason: Reason::SameAs(sent) } => {
                format!("按 {} 时，终端发送的是 {sent}", quoted(key))
            }
            Self::NotSent { key, reason: Reason::Differs } => format!("许多终端无法发送 {}", quoted(key)),
            Self::NotSent { key, reason: Reason::BeginsSequence } => {
                format!("{} 所发送的内容是其他按键编码的开头", quoted(key))
            }
            Self::Fixed { key, action } => format!("{key} 固定用于 {}", quoted(action.name())),
            Self::Twice { keys, line } => format!("{} 已在第 {line} 行设定", quoted(keys)),
            Self::Begins { keys, other, line } => {
                format!("{} 与第 {line} 行的 {} 开头相同，较长的一个将无法键入", quoted(keys), quoted(other))
            }
            Self::Hides { keys, hidden } => {
                format!("{} 使以下按键无法使用：{}", quoted(keys), listed(hidden, Lang::Zh))
            }
            Self::LastKey { action } => format!("{} 已没有任何按键", quoted(action.name())),
        }
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::En => self.help_en(),
            Lang::Zh => self.help_zh(),
        }
    }

    fn help_en(&self) -> Option<String> {
        let near = |near: &Option<String>, otherwise: &str| match near {
            Some(near) => format!("did you mean {}?", quoted(near)),
            None => otherwise.to_owned(),
        };
        Some(match self {
            Self::NewerSchema => "what this version does not know is left out".to_owned(),
            Self::UnknownSetting { near: at, .. } => near(at, "`tuition config show` lists all of them"),
            Self::WrongType { .. } | Self::OutOfRange { .. } => "what stands there is left out".to_owned(),
            Self::UnknownWord { near: Some(near), allowed, .. } => {
                format!("did you mean {}? The words are: {}", quoted(near), allowed.join(", "))
            }
            Self::UnknownWord { allowed, .. } => format!("the words are: {}", allowed.join(", ")),
            Self::EmptyText { .. } => "write a text, or delete it".to_owned(),
            Self::UnknownContext { near: at, .. } => near(at, "`tuition config show` lists all of them"),
            Self::NoContext { .. } => "write it below a head such as [keys.everywhere]".to_owned(),
            Self::UnknownKey { near: at, .. } => {
                near(at, "keys are written as j, G, Space, Enter, Ctrl+d, Alt+Up, F1")
            }
            Self::UnknownAction { near: at, .. } => near(at, "`tuition config show` lists all of them"),
            Self::NotSent { .. } => "choose another key".to_owned(),
            Self::Fixed { .. } => "this cannot be changed; choose another key".to_owned(),
            Self::Twice { .. } | Self::Begins { .. } => {
                "delete one of the two; this one is left out".to_owned()
            }
            Self::Hides { .. } => "give them other keys if you use them".to_owned(),
            Self::LastKey { .. } => "give it another key".to_owned(),
        })
    }

    fn help_zh(&self) -> Option<String> {
        let near = |near: &Option<String>, otherwise: &str| match near {
            Some(near) => format!("是不是想写 {}？", quoted(near)),
            None => otherwise.to_owned(),
        };
        Some(match self {
            Self::NewerSchema => "此版本不认识的内容不予采用".to_owned(),
            Self::UnknownSetting { near: at, .. } => near(at, "用 tuition config show 查看全部设置"),
            Self::WrongType { .. } | Self::OutOfRange { .. } => "此处不予采用".to_owned(),
            Self::UnknownWord { near: Some(near), allowed, .. } => {
                format!("是不是想写 {}？可用的词：{}", quoted(near), allowed.join("、"))
            }
            Self::UnknownWord { allowed, .. } => format!("可用的词：{}", allowed.join("、")),
            Self::EmptyText { .. } => "请填写文字，或将其删除".to_owned(),
            Self::UnknownContext { near: at, .. } => near(at, "用 tuition config show 查看全部按键表"),
            Self::NoContext { .. } => "请写在 [keys.everywhere] 这样的表头之下".to_owned(),
            Self::UnknownKey { near: at, .. } => {
                near(at, "按键写作 j、G、Space、Enter、Ctrl+d、Alt+Up、F1 等")
            }
            Self::UnknownAction { near: at, .. } => near(at, "用 tuition config show 查看全部操作"),
            Self::NotSent { .. } => "请改用其他按键".to_owned(),
            Self::Fixed { .. } => "不能更改，请改用其他按键".to_owned(),
            Self::Twice { .. } | Self::Begins { .. } => "请删去其中一行；这一行不予采用".to_owned(),
            Self::Hides { .. } => "若要使用，请另设按键".to_owned(),
            Self::LastKey { .. } => "请另设按键".to_owned(),
        })
    }
}

impl Expected {
    fn en(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::Texts => "a list of texts, as in [\"courses\"]",
            Self::Table => "tables such as [keys.everywhere]",
            Self::Action => "the name of an action in quotes",
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Self::Text => "带引号的文本",
            Self::Flag => " true 或 false",
            Self::Number => "数字",
            Self::Texts => "文本列表，例如 [\"courses\"]",
            Self::Table => " [keys.everywhere] 这样的表",
            Self::Action => "带引号的操作名称",
        }
    }
}

fn numbers(allowed: &[u8], or: &str) -> String {
    allowed.iter().map(u8::to_string).collect::<Vec<_>>().join(or)
}

/// Some keys with their actions; the rest is counted.
fn listed(hidden: &[(String, Action)], lang: Lang) -> String {
    const SHOWN: usize = 4;
    let shown = hidden.iter().take(SHOWN);
    let mut texts: Vec<String> = shown.map(|(keys, action)| format!("{keys} ({})", action.name())).collect();
    match (hidden.len().saturating_sub(SHOWN), lang) {
        (0, _) => {}
        (more, Lang::En) => texts.push(format!("{more} more")),
        (more, Lang::Zh) => texts.push(format!("另有 {more} 个")),
    }
    texts.join(lang.either(", ", "、"))
}

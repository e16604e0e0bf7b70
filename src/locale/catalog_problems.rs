//! Says what is wrong with a catalog: one sentence for the mistake; the remedy is in `catalog_help`.

use super::{Lang, Say};
use crate::domain::Safe;
use crate::store::catalog::{HoursMistake, Problem, ProblemKind, Severity, Syntax, TextLimit, Thing, Type};
use crate::store::place::Place;
use std::io::ErrorKind;

/// Characters of a text from a file that a sentence repeats.
const QUOTED: usize = 60;

/// `file:line:column: error: what; what to do`: one inert line for a terminal.
impl Say for Problem {
    fn say(&self, lang: Lang) -> String {
        diagnostic(lang, &self.place, self.severity, &self.kind.say(lang), self.kind.help(lang).as_deref())
    }
}

/// The one shape of a line that says where, how bad, what, and what to do.
pub fn diagnostic(lang: Lang, place: &Place, severity: Severity, what: &str, help: Option<&str>) -> String {
    let severity = severity.say(lang);
    let line = match lang {
        Lang::En => {
            let help = help.map(|help| format!("; {help}")).unwrap_or_default();
            format!("{place}: {severity}: {what}{help}")
        }
        Lang::Zh => {
            let help = help.map(|help| format!("；{help}")).unwrap_or_default();
            format!("{place}: {severity}：{what}{help}")
        }
    };
    Safe::new(&line).into_string()
}

impl Say for Severity {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Error, Lang::En) => "error",
            (Self::Error, Lang::Zh) => "错误",
            (Self::Warning, Lang::En) => "warning",
            (Self::Warning, Lang::Zh) => "警告",
        }
        .to_owned()
    }
}

impl Say for ProblemKind {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl ProblemKind {
    fn en(&self) -> String {
        match self {
            Self::NotFound => "there is no such file or folder".to_owned(),
            Self::EmptyFolder => "this folder has no .toml file in it".to_owned(),
            Self::NotRegular => "this is not a regular file".to_owned(),
            Self::Unreadable { reason: ErrorKind::PermissionDenied } => {
                "you may not read this file".to_owned()
            }
            Self::Unreadable { reason } => format!("the file cannot be read ({reason})"),
            Self::TooLarge { limit_mib } => format!("the file is larger than {limit_mib} MiB"),
            Self::TooManyCourses { limit } => format!("there are more than {limit} courses"),
            Self::NotUtf8 => "the file is not UTF-8 text".to_owned(),
            Self::ConflictMarker => "a merge conflict was left in the file".to_owned(),
            Self::Syntax(syntax) => syntax.en(),
            Self::PackNotCatalog => "this is a requirement pack, not a catalog".to_owned(),
            Self::SchemaMissing => "the file does not say which schema it is written in".to_owned(),
            Self::SchemaInvalid => "schema is not a version number".to_owned(),
            Self::SchemaNewer { found } => {
                format!(
                    "the file is written in schema {found}, newer than this program; what it knows of it is shown"
                )
            }
            Self::UnknownKey { key, .. } => format!("unknown key {}", quoted(key)),
            Self::WrongType { key, found, expected } => {
                format!("{} is {}, but {} is expected", quoted(key), found.en(), expected.en())
            }
            Self::MissingKey { key } => format!("{} is missing", quoted(key)),
            Self::NotAnId { key, text } => format!("{}: {} is not an id", quoted(key), quoted(text)),
            Self::DuplicateId { what, id, first } => {
                format!("{} {} stands twice; first at {}", what.en(), quoted(id), shown(first))
            }
            Self::DuplicateCatalog { first } => format!("[catalog] stands twice; first at {}", shown(first)),
            Self::EmptyText { key } => format!("{} holds an empty text", quoted(key)),
            Self::TextTooLong { key, limit } => format!("{} is longer than {}", quoted(key), limit.en()),
            Self::UnknownWord { key, word, .. } => format!("{} cannot be {}", quoted(key), quoted(word)),
            Self::Hours(mistake) => mistake.en().to_owned(),
            Self::HoursReversed { min, max } => format!("max ({max}) is less than min ({min})"),
            Self::DateOutOfRange => "the date is outside the years 1900 to 2200".to_owned(),
            Self::DateWithTime => "a day is expected, not a time".to_owned(),
            Self::NotAPeriod { text } => format!("{} is not a year, a month or a day", quoted(text)),
            Self::EndBeforeStart { start, end } => format!("the end ({end}) is before the start ({start})"),
            Self::NotAWebAddress => "the url is not a web address".to_owned(),
            Self::ChooseOutOfRange { courses } => format!("choose is not between 1 and {courses}"),
            Self::UnknownPrerequisite { id, .. } => {
                format!("the prerequisite {} is in no open catalog", quoted(id))
            }
            Self::OwnPrerequisite { id } => format!("{} is its own prerequisite", quoted(id)),
            Self::PrerequisiteCycle { ids } => format!("prerequisites go in a circle: {}", circle(ids)),
            Self::UndeclaredTrack { id, .. } => format!("no [[track]] has the id {}", quoted(id)),
            Self::UndeclaredStage { id, .. } => format!("no [[stage]] has the id {}", quoted(id)),
            Self::UnknownPathwayCourse { id, .. } => {
                format!("the pathway's course {} is in no open catalog", quoted(id))
            }
            Self::Pack(mistake) => mistake.say(Lang::En),
            Self::More { count: 1 } => "… and 1 more problem in this file".to_owned(),
            Self::More { count } => format!("… and {count} more problems in this file"),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::NotFound => "找不到这个文件或文件夹".to_owned(),
            Self::EmptyFolder => "这个文件夹里没有 .toml 文件".to_owned(),
            Self::NotRegular => "这不是普通文件".to_owned(),
            Self::Unreadable { reason: ErrorKind::PermissionDenied } => "没有读取这个文件的权限".to_owned(),
            Self::Unreadable { reason } => format!("无法读取文件（{reason}）"),
            Self::TooLarge { limit_mib } => format!("文件超过 {limit_mib} MiB"),
            Self::TooManyCourses { limit } => format!("课程超过 {limit} 门"),
            Self::NotUtf8 => "文件不是 UTF-8 文本".to_owned(),
            Self::ConflictMarker => "文件里留有未解决的合并冲突".to_owned(),
            Self::Syntax(syntax) => syntax.zh(),
            Self::PackNotCatalog => "这是学时要求包，不是课程目录".to_owned(),
            Self::SchemaMissing => "文件没有写明格式版本 schema".to_owned(),
            Self::SchemaInvalid => "schema 不是版本号".to_owned(),
            Self::SchemaNewer { found } => {
                format!("文件的格式版本是 {found}，比本程序新；已显示本程序能读懂的部分")
            }
            Self::UnknownKey { key, .. } => format!("不认识的键 {}", quoted(key)),
            Self::WrongType { key, found, expected } => {
                format!("{} 是{}，这里应当是{}", quoted(key), found.zh(), expected.zh())
            }
            Self::MissingKey { key } => format!("缺少 {}", quoted(key)),
            Self::NotAnId { key, text } => format!("{} 的值 {} 不是合法的标识", quoted(key), quoted(text)),
            Self::DuplicateId { what, id, first } => {
                format!("{} {} 出现了两次，第一次在 {}", what.zh(), quoted(id), shown(first))
            }
            Self::DuplicateCatalog { first } => format!("[catalog] 出现了两次，第一次在 {}", shown(first)),
            Self::EmptyText { key } => format!("{} 里有空的文本", quoted(key)),
            Self::TextTooLong { key, limit } => format!("{} 超过{}", quoted(key), limit.zh()),
            Self::UnknownWord { key, word, .. } => format!("{} 不能是 {}", quoted(key), quoted(word)),
            Self::Hours(mistake) => mistake.zh().to_owned(),
            Self::HoursReversed { min, max } => format!("max（{max}）小于 min（{min}）"),
            Self::DateOutOfRange => "日期不在 1900 年到 2200 年之间".to_owned(),
            Self::DateWithTime => "这里应当只写日期，不写时刻".to_owned(),
            Self::NotAPeriod { text } => format!("{} 不是年、年月或日期", quoted(text)),
            Self::EndBeforeStart { start, end } => format!("结束日期（{end}）早于开始日期（{start}）"),
            Self::NotAWebAddress => "url 不是网址".to_owned(),
            Self::ChooseOutOfRange { courses } => format!("choose 不在 1 到 {courses} 之间"),
            Self::UnknownPrerequisite { id, .. } => {
                format!("打开的目录里都没有先修课程 {}", quoted(id))
            }
            Self::OwnPrerequisite { id } => format!("{} 把自己列为先修课程", quoted(id)),
            Self::PrerequisiteCycle { ids } => format!("先修关系成环：{}", circle(ids)),
            Self::UndeclaredTrack { id, .. } => format!("没有标识为 {} 的 [[track]]", quoted(id)),
            Self::UndeclaredStage { id, .. } => format!("没有标识为 {} 的 [[stage]]", quoted(id)),
            Self::UnknownPathwayCourse { id, .. } => {
                format!("打开的目录里都没有路径所列的课程 {}", quoted(id))
            }
            Self::Pack(mistake) => mistake.say(Lang::Zh),
            Self::More { count } => format!("……这个文件还有 {count} 个问题"),
        }
    }
}

impl Syntax {
    pub(super) fn en(&self) -> String {
        match self {
            Self::UnclosedText => "a text has no closing quotation mark".to_owned(),
            Self::Unclosed(bracket) => format!("the closing {bracket} is missing"),
            Self::MissingValue => "there is no value behind the =".to_owned(),
            Self::MissingEquals => "there is no = behind the key".to_owned(),
            Self::MissingKey => "a key is expected here".to_owned(),
            Self::MissingComma => "a comma is missing here".to_owned(),
            Self::ExtraComma => "there is a comma too many".to_owned(),
            Self::Unquoted => "a text has no quotation marks".to_owned(),
            Self::BadKey => "this character cannot stand in a key".to_owned(),
            Self::DuplicateKey { key } => format!("{} stands twice in the same table", quoted(key)),
            Self::BadNumber => "this is not a number in TOML".to_owned(),
            Self::DecimalComma => "decimals are separated by a point, not by a comma".to_owned(),
            Self::BadDate => "this is not a valid date or time".to_owned(),
            Self::BadBoolean => "only true and false are possible here".to_owned(),
            Self::BadEscape => "an unknown character follows the backslash".to_owned(),
            Self::ControlCharacter => "there is an invisible control character".to_owned(),
            Self::LoneCarriageReturn => "a line ends with a carriage return alone".to_owned(),
            Self::Trailing => "something stands where the line should end".to_owned(),
            Self::TooDeep => "brackets or names are nested too deep".to_owned(),
            Self::Other => "this is not valid TOML".to_owned(),
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::UnclosedText => "文本缺少结尾的引号".to_owned(),
            Self::Unclosed(bracket) => format!("缺少结尾的 {bracket}"),
            Self::MissingValue => "= 后面没有值".to_owned(),
            Self::MissingEquals => "键后面缺少 =".to_owned(),
            Self::MissingKey => "这里应当是一个键".to_owned(),
            Self::MissingComma => "这里缺少逗号".to_owned(),
            Self::ExtraComma => "多了一个逗号".to_owned(),
            Self::Unquoted => "文本没有加引号".to_owned(),
            Self::BadKey => "键里不能有这个字符".to_owned(),
            Self::DuplicateKey { key } => format!("{} 在同一个表里出现了两次", quoted(key)),
            Self::BadNumber => "这不是合法的 TOML 数字".to_owned(),
            Self::DecimalComma => "小数点应当是句点，不是逗号".to_owned(),
            Self::BadDate => "这不是有效的日期或时刻".to_owned(),
            Self::BadBoolean => "这里只能写 true 或 false".to_owned(),
            Self::BadEscape => "反斜杠后面的字符无法识别".to_owned(),
            Self::ControlCharacter => "有一个看不见的控制字符".to_owned(),
            Self::LoneCarriageReturn => "行尾只有回车符，没有换行符".to_owned(),
            Self::Trailing => "这一行本该结束，后面却还有内容".to_owned(),
            Self::TooDeep => "括号或名称嵌套太深".to_owned(),
            Self::Other => "这不是合法的 TOML".to_owned(),
        }
    }
}

impl HoursMistake {
    fn en(self) -> &'static str {
        match self {
            Self::Zero => "the hours are zero",
            Self::Negative => "the hours are negative",
            Self::NotFinite => "the hours are not a number",
            Self::Exponent => "the hours are written with an exponent",
            Self::TooManyDecimals => "the hours have more than two decimals",
            Self::TooMany => "the hours are above 10000",
            Self::Shape => "the hours are neither a range nor theory and practice",
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Self::Zero => "时长为零",
            Self::Negative => "时长为负数",
            Self::NotFinite => "时长不是数字",
            Self::Exponent => "时长用了指数写法",
            Self::TooManyDecimals => "时长超过两位小数",
            Self::TooMany => "时长超过 10000",
            Self::Shape => "时长既不是区间，也不是理论加实践",
        }
    }
}

impl Type {
    fn en(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Integer => "a whole number",
            Self::Decimal => "a decimal number",
            Self::Number => "a number",
            Self::Boolean => "true or false",
            Self::Date => "a date",
            Self::List => "a list",
            Self::TextList => "a list of texts",
            Self::Table => "a table",
            Self::Tables => "a list of tables",
            Self::TextOrTable => "a text or a table",
            Self::NumberOrTable => "a number or a table",
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Self::Text => "文本",
            Self::Integer => "整数",
            Self::Decimal => "小数",
            Self::Number => "数字",
            Self::Boolean => " true 或 false",
            Self::Date => "日期",
            Self::List => "列表",
            Self::TextList => "文本列表",
            Self::Table => "表",
            Self::Tables => "一组表",
            Self::TextOrTable => "文本或表",
            Self::NumberOrTable => "数字或表",
        }
    }
}

impl Thing {
    fn en(self) -> &'static str {
        match self {
            Self::Course => "the course id",
            Self::Track => "the track id",
            Self::Stage => "the stage id",
            Self::Pathway => "the pathway id",
            Self::Pack => "the pack id",
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Self::Course => "课程标识",
            Self::Track => "方向标识",
            Self::Stage => "阶段标识",
            Self::Pathway => "路径标识",
            Self::Pack => "要求包标识",
        }
    }
}

impl TextLimit {
    fn en(self) -> String {
        match self {
            Self::Characters(most) => format!("{most} characters"),
            Self::Bytes(most) => format!("{} kB", most / 1000),
        }
    }

    fn zh(self) -> String {
        match self {
            Self::Characters(most) => format!(" {most} 个字符"),
            Self::Bytes(most) => format!(" {} kB", most / 1000),
        }
    }
}

/// A text of the file in quotation marks, inert and not too long.
pub(super) fn quoted(text: &str) -> String {
    let safe = Safe::new(text);
    let mut shown: String = safe.chars().take(QUOTED).collect();
    if safe.chars().nth(QUOTED).is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

pub(super) fn shown(place: &Place) -> String {
    Safe::new(&place.to_string()).into_string()
}

/// `a → b → a`, cut where it gets long.
fn circle(ids: &[String]) -> String {
    let mut shown: Vec<&str> = ids.iter().take(6).map(String::as_str).collect();
    if ids.len() > shown.len() {
        shown.push("…");
    }
    shown.extend(ids.first().map(String::as_str));
    shown.join(" → ")
}

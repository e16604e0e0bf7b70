//! What can be wrong with the learner's files, in words: the file, the cause, and what to do.

use super::save_errors::{
    PLAN_MISSING, PLAN_MISSING_REMEDY, PROFILE_MISSING, PROFILE_MISSING_REMEDY, VIEWS_MISSING,
    VIEWS_MISSING_REMEDY,
};
use super::{Lang, Say};
use crate::domain::Safe;
use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use crate::domain::profile::MONTHS;
use crate::store::place::Place;
use crate::store::record::{Expected, RecordProblem, RecordProblemKind};
use std::path::Path;

pub(super) fn shown(path: &Path) -> String {
    Safe::new(&path.to_string_lossy()).into_string()
}

fn at(place: &Place) -> String {
    Safe::new(&place.to_string()).into_string()
}

/// A word from a file, short enough for a line.
fn quoted(text: &str) -> String {
    Safe::new(&text.chars().take(60).collect::<String>()).into_string()
}

fn listed<T: ToString>(ids: &[T]) -> String {
    let mut text = ids.iter().take(5).map(T::to_string).collect::<Vec<_>>().join(", ");
    if ids.len() > 5 {
        text.push_str(", …");
    }
    text
}

/// How a date is written that is counted from another.
const COUNTED: &str = "{ after = \"…\", months = 12 }";

/// `a → b → a`
pub(super) fn circle(names: &[String]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(" → ")
}

impl Say for RecordProblem {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => format!("{}: {}", at(&self.place), self.kind.en()),
            Lang::Zh => format!("{}：{}", at(&self.place), self.kind.zh()),
        }
    }
}

impl Say for RecordProblemKind {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl RecordProblemKind {
    fn en(&self) -> String {
        match self {
            Self::Unreadable(cause) => format!("cannot be read: {}. Nothing will be written over it.", cause.en()),
            Self::NotAFile => "is not a regular file. Move it elsewhere.".to_owned(),
            Self::Link => "is a symbolic link. Name the file that it leads to.".to_owned(),
            Self::FolderLink => {
                "is a symbolic link, and the record is written into its own folder only. \
                 Put the folder itself in its place, or link the whole data folder."
                    .to_owned()
            }
            Self::NoProof(cause) => format!("cannot be read: {}. Check the path.", cause.en()),
            Self::TooLarge(limit) => format!("is larger than {} kB and was not read. Move it elsewhere.", limit / 1024),
            Self::NotUtf8 => "is not UTF-8 text from here on. Save it as UTF-8.".to_owned(),
            Self::ConflictMarkers => "an unfinished merge. Choose one version and delete the marker lines.".to_owned(),
            Self::NewerSchema(found) => {
                format!("schema {} was written by a newer version of tuition. Update the program; until then the file is left as it is.", quoted(found))
            }
            Self::NoSchema => "has no schema; it is read as schema 1. Put \"schema = 1\" on its first line.".to_owned(),
            Self::Syntax => "is not valid TOML here. Correct this line; until then the file is left as it is.".to_owned(),
            Self::NotToml(syntax) => {
                format!("is not valid TOML here: {}. Correct this line; until then the file is left as it is.", syntax.en())
            }
            Self::DuplicateKey => "this key stands twice. Delete one of them.".to_owned(),
            Self::NoSuchDay => "no calendar has this day. Write one that it has; until then the file is left as it is.".to_owned(),
            Self::StrayCopy => "is a copy left by a sync tool or an editor, and is not counted. Compare it with the original, then delete it.".to_owned(),
            Self::MissingKey(key) => format!("\"{key}\" is missing. Add it."),
            Self::WrongType { key, expected } => format!("\"{key}\" must be {}.", expected.en()),
            Self::Amount { key, error } => format!("\"{key}\" {}.", amount_en(*error)),
            Self::Date { key, error } => format!("\"{key}\" {}.", date_en(*error)),
            Self::Word { key, found, allowed } => {
                format!("\"{key}\" does not know \"{}\". Use one of: {}.", quoted(found), allowed.join(", "))
            }
            Self::NotAnId { key, found } => {
                format!("\"{}\" is not an id for \"{key}\". Use lower-case letters, digits and single hyphens.", quoted(found))
            }
            Self::SameId { id, other } => {
                format!("has the same id {id} as {}, but says something else, and is not counted. Give one of them another id, or delete one.", shown(other))
            }
            Self::ReplacedTwice { id, other } => {
                format!("corrects {id}, which {other} corrects too; the one written last counts. Void the other.")
            }
            Self::UnknownEntry { key, id } => {
                format!("\"{key}\" names the entry {id}, which is not there. Restore its file, or correct the id.")
            }
            Self::PlannedTwice(course) => format!("{course} is planned twice. Delete one of the two items."),
            Self::InlineItems => "the items stand in a list, which is shown but not edited. Write each as an [[item]] block.".to_owned(),
            Self::UnknownKey { found, near } => {
                let near = near.map(|near| format!(" Did you mean \"{near}\"?")).unwrap_or_default();
                format!("\"{}\" means nothing here; it is kept and has no effect.{near}", quoted(found))
            }
            Self::DateName(found) => {
                format!("\"{}\" is not a name for a date. Use lower-case letters, digits and single hyphens, a letter first.", quoted(found))
            }
            Self::PersonalDate { name, error } => format!("the date \"{}\" {}.", quoted(name), date_en(*error)),
            Self::NotADay { name } => {
                format!("\"{}\" must be a date, as in 2026-05-20, or {COUNTED}.", quoted(name))
            }
            Self::UnknownDate { name, near } => {
                let name = quoted(name);
                match near {
                    Some(near) => format!("no date is called \"{name}\". Did you mean \"{}\"?", quoted(near)),
                    None => format!("no date is called \"{name}\". State it under [dates], or correct the name."),
                }
            }
            Self::DateCircle(names) => {
                format!("these dates are counted from each other: {}. State one of them as a day.", circle(names))
            }
            Self::DateTooFar(name) => {
                format!("the date \"{}\" does not come out between the years 1900 and 2200. Correct the months.", quoted(name))
            }
            Self::Months => format!(
                "\"months\" must be a whole number from {} to {}.", MONTHS.start(), MONTHS.end()
            ),
            Self::FollowedTwice(rule) => {
                format!("{rule} is followed twice; this block is not used. Delete one of the two.")
            }
            Self::TotalTwice => "there is a total for this period already; this one is not used. Delete one of the two.".to_owned(),
            Self::UneditedDates => "dates in this form are shown but not edited. Write one a line under a [dates] header.".to_owned(),
            Self::UneditedFollowings => "the rules stand in a list, which is shown but not edited. Write each as a [[follow]] block.".to_owned(),
            Self::ProfileMissing => format!("{}. {}", PROFILE_MISSING.0, PROFILE_MISSING_REMEDY.0),
            Self::ViewName(found) => {
                format!("\"{}\" is not a name for a view. Use letters, digits, - and _, no blank and no hyphen in front.", quoted(found))
            }
            Self::ViewTwice(name) => {
                format!("the view {name} stands here twice; this block is not used. Delete one of the two.")
            }
            Self::UneditedViews => "the views stand in a list, which is shown but not edited. Write each as a [[view]] block.".to_owned(),
            Self::ViewsMissing => format!("{}. {}", VIEWS_MISSING.0, VIEWS_MISSING_REMEDY.0),
            Self::EntriesMissing(ids) => format!(
                "knows {} saved {} whose files are gone: {}. Restore the files from a backup; their text is also in this journal.",
                ids.len(),
                if ids.len() == 1 { "entry" } else { "entries" },
                listed(ids)
            ),
            Self::PlanMissing => format!("{}. {}", PLAN_MISSING.0, PLAN_MISSING_REMEDY.0),
            Self::JournalDamaged { lines } => format!(
                "{lines} {} of the journal cannot be read and {} passed over. The record itself is not affected.",
                if *lines == 1 { "line" } else { "lines" },
                if *lines == 1 { "is" } else { "are" }
            ),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Unreadable(cause) => format!("无法读取：{}。程序不会覆盖它。", cause.zh()),
            Self::NotAFile => "不是普通文件，请移到别处。".to_owned(),
            Self::Link => "是符号链接，请改用它所指向的文件。".to_owned(),
            Self::FolderLink => {
                "是符号链接，而程序只写入自己的文件夹。请换成文件夹本身，或链接整个数据文件夹。".to_owned()
            }
            Self::NoProof(cause) => format!("无法读取：{}。请检查路径。", cause.zh()),
            Self::TooLarge(limit) => format!("超过 {} kB，未读取。请移到别处。", limit / 1024),
            Self::NotUtf8 => "从这里起不是 UTF-8 文本，请另存为 UTF-8。".to_owned(),
            Self::ConflictMarkers => "合并尚未完成。请保留一个版本，并删除标记行。".to_owned(),
            Self::NewerSchema(found) => {
                format!(
                    "格式版本 {} 由更新的 tuition 写入。请升级程序；在此之前文件保持原样。",
                    quoted(found)
                )
            }
            Self::NoSchema => "没有注明格式版本，按版本 1 读取。请在首行写上 schema = 1。".to_owned(),
            Self::Syntax => "此处不是有效的 TOML。请改正这一行；在此之前文件保持原样。".to_owned(),
            Self::NotToml(syntax) => {
                format!("此处不是有效的 TOML：{}。请改正这一行；在此之前文件保持原样。", syntax.zh())
            }
            Self::DuplicateKey => "这个键出现了两次，请删去一个。".to_owned(),
            Self::NoSuchDay => "没有这一天。请改为存在的日期；在此之前文件保持原样。".to_owned(),
            Self::StrayCopy => "是同步工具或编辑器留下的副本，不计入。请与原文件比较后删除。".to_owned(),
            Self::MissingKey(key) => format!("缺少“{key}”，请补上。"),
            Self::WrongType { key, expected } => format!("“{key}”应为{}。", expected.zh()),
            Self::Amount { key, error } => format!("“{key}”{}。", amount_zh(*error)),
            Self::Date { key, error } => format!("“{key}”{}。", date_zh(*error)),
            Self::Word { key, found, allowed } => {
                format!("“{key}”不能是“{}”。可用的值：{}。", quoted(found), allowed.join("、"))
            }
            Self::NotAnId { key, found } => {
                format!("“{}”不能作为“{key}”的编号。请只用小写字母、数字和单个连字符。", quoted(found))
            }
            Self::SameId { id, other } => {
                format!(
                    "编号 {id} 与 {} 相同而内容不同，不计入。请修改其中一个的编号，或删除一个。",
                    shown(other)
                )
            }
            Self::ReplacedTwice { id, other } => {
                format!("更正了 {id}，而 {other} 也更正了它；只计入最后写入的一条。请作废另一条。")
            }
            Self::UnknownEntry { key, id } => {
                format!("“{key}”指向的记录 {id} 不存在。请恢复其文件，或改正编号。")
            }
            Self::PlannedTwice(course) => format!("{course} 在计划中出现了两次，请删去一项。"),
            Self::InlineItems => {
                "各项写在一个列表里，可以显示但不能编辑。请把每一项写成 [[item]] 段。".to_owned()
            }
            Self::UnknownKey { found, near } => {
                let near = near.map(|near| format!("是否指“{near}”？")).unwrap_or_default();
                format!("“{}”在此处没有意义，予以保留但不起作用。{near}", quoted(found))
            }
            Self::DateName(found) => format!(
                "“{}”不能用作日期的名称。请用小写字母、数字和单个连字符，并以字母开头。",
                quoted(found)
            ),
            Self::PersonalDate { name, error } => format!("日期“{}”{}。", quoted(name), date_zh(*error)),
            Self::NotADay { name } => {
                format!("“{}”应为日期，例如 2026-05-20，或 {COUNTED}。", quoted(name))
            }
            Self::UnknownDate { name, near } => {
                let name = quoted(name);
                match near {
                    Some(near) => format!("没有名为“{name}”的日期。是否指“{}”？", quoted(near)),
                    None => format!("没有名为“{name}”的日期。请在 [dates] 下写明，或改正名称。"),
                }
            }
            Self::DateCircle(names) => {
                format!("这些日期互相推算：{}。请把其中一个写成具体日期。", circle(names))
            }
            Self::DateTooFar(name) => {
                format!("日期“{}”推算后不在 1900 年至 2200 年之间，请改正月数。", quoted(name))
            }
            Self::Months => {
                format!("“months”应为 {} 至 {} 的整数。", MONTHS.start(), MONTHS.end())
            }
            Self::FollowedTwice(rule) => format!("{rule} 出现了两次，此处不采用，请删去其中一处。"),
            Self::TotalTwice => "这个周期已有学时要求，此处不采用，请删去其中一处。".to_owned(),
            Self::UneditedDates => {
                "这种写法的日期可以显示但不能编辑。请写在 [dates] 段下，每行一个。".to_owned()
            }
            Self::UneditedFollowings => {
                "关注的要求包写在一个列表里，可以显示但不能编辑。请把每一项写成 [[follow]] 段。".to_owned()
            }
            Self::ProfileMissing => format!("{}。{}", PROFILE_MISSING.1, PROFILE_MISSING_REMEDY.1),
            Self::ViewName(found) => format!(
                "“{}”不能用作视图的名称。可用文字、数字、- 和 _，不含空格，不以连字符开头。",
                quoted(found)
            ),
            Self::ViewTwice(name) => format!("视图 {name} 出现了两次，此处不采用，请删去其中一处。"),
            Self::UneditedViews => {
                "视图写在一个列表里，可以显示但不能编辑。请把每个视图写成 [[view]] 段。".to_owned()
            }
            Self::ViewsMissing => format!("{}。{}", VIEWS_MISSING.1, VIEWS_MISSING_REMEDY.1),
            Self::EntriesMissing(ids) => format!(
                "日志中有 {} 条已保存的记录找不到文件：{}。请从备份恢复；其内容也在这份日志中。",
                ids.len(),
                listed(ids)
            ),
            Self::PlanMissing => format!("{}。{}", PLAN_MISSING.1, PLAN_MISSING_REMEDY.1),
            Self::JournalDamaged { lines } => {
                format!("日志中有 {lines} 行无法读取，已跳过。学时记录本身不受影响。")
            }
        }
    }
}

impl Expected {
    fn en(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Number => "a number without quotes",
            Self::Date => "a date, as in 2026-05-20",
            Self::Moment => "a date and time with its offset, as in 2026-05-20T10:00:00Z",
            Self::Texts => "a list of texts, as in [\"professional\"]",
            Self::Evidence => "a list of { sha256 = \"…\", name = \"…\" }",
            Self::Items => "written as [[item]] blocks",
            Self::Flag => "true or false",
            Self::Dates => "written as a [dates] table",
            Self::Followings => "written as [[follow]] blocks",
            Self::Totals => "written as [[follow.total]] blocks",
            Self::Views => "written as [[view]] blocks",
            Self::Sessions => "written as [[session]] blocks",
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Self::Text => "带引号的文本",
            Self::Number => "不带引号的数字",
            Self::Date => "日期，例如 2026-05-20",
            Self::Moment => "带时区的日期时间，例如 2026-05-20T10:00:00Z",
            Self::Texts => "文本列表，例如 [\"professional\"]",
            Self::Evidence => "{ sha256 = \"…\", name = \"…\" } 的列表",
            Self::Items => " [[item]] 段",
            Self::Flag => " true 或 false",
            Self::Dates => " [dates] 段",
            Self::Followings => " [[follow]] 段",
            Self::Totals => " [[follow.total]] 段",
            Self::Views => " [[view]] 段",
            Self::Sessions => " [[session]] 段",
        }
    }
}

fn amount_en(error: AmountError) -> &'static str {
    match error {
        AmountError::Empty => "is empty; state a number",
        AmountError::NotANumber => "is not a plain number such as 8 or 1.5",
        AmountError::Negative => "is negative; state what was studied",
        AmountError::TooManyDecimals => "has more than two decimals; round it",
        AmountError::TooLarge => "is above 10,000; check the number",
        AmountError::Zero => "is zero; state what was studied",
    }
}

fn amount_zh(error: AmountError) -> &'static str {
    match error {
        AmountError::Empty => "为空，请填写数字",
        AmountError::NotANumber => "不是 8 或 1.5 这样的普通数字",
        AmountError::Negative => "为负数，请填写实际学时",
        AmountError::TooManyDecimals => "超过两位小数，请四舍五入",
        AmountError::TooLarge => "超过 10000，请检查",
        AmountError::Zero => "为零，请填写实际学时",
    }
}

fn date_en(error: DateError) -> &'static str {
    match error {
        DateError::Empty => "is empty; state a date such as 2026-05-20",
        DateError::NotADate => "is not a date such as 2026-05-20",
        DateError::NoSuchDay => "names a day that does not exist",
        DateError::OutOfRange => "is not between the years 1900 and 2200",
    }
}

fn date_zh(error: DateError) -> &'static str {
    match error {
        DateError::Empty => "为空，请填写日期，例如 2026-05-20",
        DateError::NotADate => "不是 2026-05-20 这样的日期",
        DateError::NoSuchDay => "不是存在的日期",
        DateError::OutOfRange => "不在 1900 年至 2200 年之间",
    }
}

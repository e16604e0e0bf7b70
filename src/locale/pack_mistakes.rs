//! Says what is wrong with a requirement pack, and what to do about it.

use super::catalog_problems::{quoted, shown};
use super::{Lang, Say};
use crate::domain::requirement::rule::Label;
use crate::domain::vocabulary::{Form, Unit, Word};
use crate::store::reading::HoursMistake;
use crate::store::requirements::PackMistake;

impl Say for PackMistake {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl PackMistake {
    fn en(&self) -> String {
        match self {
            Self::NewerSchema { found } => {
                format!("the pack is written in schema {found}, newer than this program, and is left out")
            }
            Self::Catalog => "this is a catalog, not a requirement pack".to_owned(),
            Self::UnknownKey { key, .. } => format!("unknown key {}", quoted(key)),
            Self::Figure { key, mistake } => format!("{} {}", quoted(key), figure_en(*mistake)),
            Self::OutOfRange { key, least, most } => {
                format!("{} is not between {least} and {most}", quoted(key))
            }
            Self::ZeroStep => "a step of zero is impossible".to_owned(),
            Self::BadRatio { key, text } => {
                format!("{}: {} is neither a fraction nor a number", quoted(key), quoted(text))
            }
            Self::ShareOutOfRange => "a share is more than zero and at most the whole".to_owned(),
            Self::ZeroFactor => "multiplied by zero, nothing is left".to_owned(),
            Self::Months => "a period of this length is impossible".to_owned(),
            Self::NotAMonthDay { text } => format!("{} is not a day of the year", quoted(text)),
            Self::LeapDay => {
                "29 February exists only in leap years; in other years the period begins on 28 February"
                    .to_owned()
            }
            Self::FromYearMissing { months } => {
                format!(
                    "periods of {months} months do not fit evenly into a year, and nothing says in which year one began"
                )
            }
            Self::NotOfAnchor { key, anchor } => {
                format!("{} has no meaning where the anchor is {}", quoted(key), quoted(anchor))
            }
            Self::NoAmount => "neither hours nor share says how much".to_owned(),
            Self::TwoAmounts => "hours and share both say how much".to_owned(),
            Self::OfWithoutShare => "of says what a share is taken of, and there is no share".to_owned(),
            Self::NoLabel => "neither category nor form says what is multiplied".to_owned(),
            Self::TwoLabels => "category and form cannot both be meant".to_owned(),
            Self::UnknownCategory { category, .. } => {
                format!("no bundled pack knows the category {}", quoted(category))
            }
            Self::SecondTotal => "this minimum is of everything, as the total is".to_owned(),
            Self::YearInShortPeriod { months: 1 } => "a period of 1 month has no years in it".to_owned(),
            Self::YearInShortPeriod { months } => format!("a period of {months} months has no years in it"),
            Self::ShareWithoutTotal => "a share of the total, and no total is stated".to_owned(),
            Self::AboveTotal { minimum, total } => {
                format!("this minimum comes to {minimum}, more than the total of {total}")
            }
            Self::AboveMaximum { minimum, maximum } => {
                format!("this minimum comes to {minimum}, and only {maximum} of the same may count")
            }
            Self::DuplicateMinimum { first } => {
                format!("a minimum of the same stands already at {}", shown(first))
            }
            Self::DuplicateMaximum { first } => {
                format!("a maximum of the same stands already at {}", shown(first))
            }
            Self::DuplicateConversion { unit, form, first } => {
                format!("{} is converted already at {}", converted(Lang::En, *unit, *form), shown(first))
            }
            Self::CarryInWindow => "a rolling window has no next period to carry hours into".to_owned(),
            Self::CarryWithoutTotal => "without a total no hours are left over to carry".to_owned(),
            Self::ValidityReversed { from, to } => {
                format!("valid_to ({to}) is before valid_from ({from})")
            }
            Self::NotChecked => "nothing says when the pack was compared with this source".to_owned(),
            Self::SinceMissing => {
                "the example states no since, and the period counts from a personal date".to_owned()
            }
            Self::EntryAfterDay { date, as_of } => {
                format!("the entry's date {date} is after as_of ({as_of}): it does not count yet")
            }
            Self::NothingExpected => "nothing is expected here, so nothing is tested".to_owned(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::NewerSchema { found } => {
                format!("要求包的格式版本是 {found}，比本程序新，未予采用")
            }
            Self::Catalog => "这是课程目录，不是学时要求包".to_owned(),
            Self::UnknownKey { key, .. } => format!("不认识的键 {}", quoted(key)),
            Self::Figure { key, mistake } => format!("{} {}", quoted(key), figure_zh(*mistake)),
            Self::OutOfRange { key, least, most } => {
                format!("{} 不在 {least} 到 {most} 之间", quoted(key))
            }
            Self::ZeroStep => "步长不能为零".to_owned(),
            Self::BadRatio { key, text } => {
                format!("{} 的值 {} 既不是分数，也不是数字", quoted(key), quoted(text))
            }
            Self::ShareOutOfRange => "比例应大于零，且不超过全部".to_owned(),
            Self::ZeroFactor => "乘以零后什么也不剩".to_owned(),
            Self::Months => "周期不可能是这个长度".to_owned(),
            Self::NotAMonthDay { text } => format!("{} 不是一年中的某一天", quoted(text)),
            Self::LeapDay => "只有闰年才有 2 月 29 日；其他年份的周期从 2 月 28 日开始".to_owned(),
            Self::FromYearMissing { months } => {
                format!("{months} 个月的周期不能均分一年，又没有写明从哪一年起算")
            }
            Self::NotOfAnchor { key, anchor } => {
                format!("anchor 为 {} 时，{} 没有意义", quoted(anchor), quoted(key))
            }
            Self::NoAmount => "hours 和 share 都没有写，不知道要求多少".to_owned(),
            Self::TwoAmounts => "hours 和 share 不能同时写".to_owned(),
            Self::OfWithoutShare => "of 说明比例以什么为基数，而这里没有 share".to_owned(),
            Self::NoLabel => "category 和 form 都没有写，不知道什么要加倍".to_owned(),
            Self::TwoLabels => "category 和 form 不能同时写".to_owned(),
            Self::UnknownCategory { category, .. } => format!("自带的要求包里没有类别 {}", quoted(category)),
            Self::SecondTotal => "这项最低要求不分类别，与总学时重复".to_owned(),
            Self::YearInShortPeriod { months } => format!("{months} 个月的周期里没有年度可分"),
            Self::ShareWithoutTotal => "按总学时的比例要求，却没有写明总学时".to_owned(),
            Self::AboveTotal { minimum, total } => {
                format!("这项最低要求合计 {minimum}，超过总学时 {total}")
            }
            Self::AboveMaximum { minimum, maximum } => {
                format!("这项最低要求合计 {minimum}，而同类最多只计 {maximum}")
            }
            Self::DuplicateMinimum { first } => {
                format!("同样的最低要求已写在 {}", shown(first))
            }
            Self::DuplicateMaximum { first } => format!("同样的上限已写在 {}", shown(first)),
            Self::DuplicateConversion { unit, form, first } => {
                format!("{} 的折算已写在 {}", converted(Lang::Zh, *unit, *form), shown(first))
            }
            Self::CarryInWindow => "滚动周期没有下一周期，无从结转".to_owned(),
            Self::CarryWithoutTotal => "没有总学时，就没有多余的学时可结转".to_owned(),
            Self::ValidityReversed { from, to } => {
                format!("valid_to（{to}）早于 valid_from（{from}）")
            }
            Self::NotChecked => "没有写明要求包是哪天与这个来源核对的".to_owned(),
            Self::SinceMissing => "周期从个人日期起算，而这个示例没有写 since".to_owned(),
            Self::EntryAfterDay { date, as_of } => {
                format!("记录日期 {date} 晚于 as_of（{as_of}），尚不计入")
            }
            Self::NothingExpected => "这里没有写预期结果，什么也没有检验".to_owned(),
        }
    }

    /// The remedy, where the mistake alone does not say it.
    pub(super) fn help(&self, lang: Lang) -> Option<String> {
        let help = match self {
            Self::NewerSchema { .. } => lang.either("update the program to use it", "升级本程序后即可使用"),
            Self::Catalog => lang.either("open it with -C", "请用 -C 打开"),
            Self::UnknownKey { suggestion: Some(suggestion), .. } => {
                return Some(did_you_mean(lang, suggestion));
            }
            Self::UnknownKey { .. } => lang.either(
                "remove it: a rule that is understood in part would count wrongly",
                "请删去：只读懂一部分的要求包会算错学时",
            ),
            Self::Figure { key, mistake } => return figure_help(key, *mistake, lang).map(str::to_owned),
            Self::OutOfRange { .. } => lang.either("correct the number", "请改正这个数"),
            Self::ZeroStep => lang.either(
                "leave step out where nothing is rounded, or write one such as 0.5",
                "不取整就不要写 step，否则写成 0.5 这样的数",
            ),
            Self::BadRatio { .. } => {
                lang.either("write \"2/3\", \"50%\" or 1.5", "请写成 \"2/3\"、\"50%\" 或 1.5")
            }
            Self::ShareOutOfRange => {
                lang.either("write for example \"2/3\" or \"50%\"", "例如写成 \"2/3\" 或 \"50%\"")
            }
            Self::ZeroFactor => lang.either(
                "write a maximum of 0 hours for what does not count",
                "不计学时的，请写成 hours = 0 的 [[maximum]]",
            ),
            Self::Months => lang.either("write 1 to 120 months", "请写 1 到 120 个月"),
            Self::NotAMonthDay { .. } => {
                lang.either("write month and day: \"10-01\"", "请写月和日，例如 \"10-01\"")
            }
            Self::LeapDay => lang.either(
                "write \"02-28\" or \"03-01\" if that is meant",
                "如果不是这个意思，请写 \"02-28\" 或 \"03-01\"",
            ),
            Self::FromYearMissing { .. } => lang.either(
                "add from_year with the year in which one of them began",
                "请加上 from_year，写明其中一个周期从哪一年开始",
            ),
            Self::NotOfAnchor { .. } => {
                lang.either("remove it, or correct the anchor", "请删去，或改正 anchor")
            }
            Self::NoAmount | Self::TwoAmounts => lang.either("write one of the two", "请写其中一个"),
            Self::OfWithoutShare => {
                lang.either("remove it, or write share instead of hours", "请删去，或把 hours 改写成 share")
            }
            Self::NoLabel => lang.either("write one of the two", "请写其中一个"),
            Self::TwoLabels => lang.either(
                "write one of the two, and the other in a part of its own",
                "请只写一个，另一个单独写一项",
            ),
            Self::UnknownCategory { suggestion: Some(suggestion), .. } => {
                return Some(did_you_mean(lang, suggestion));
            }
            Self::UnknownCategory { category, suggestion: None } => {
                return Some(lang.either(
                    format!("correct it, or declare it at the top: own_categories = [{}]", quoted(category)),
                    format!("请改正，或在文件开头声明：own_categories = [{}]", quoted(category)),
                ));
            }
            Self::SecondTotal => lang.either(
                "name a category or a form, write per = \"year\", or write it as total",
                "请写明类别或形式，或写 per = \"year\"，或直接写成 total",
            ),
            Self::YearInShortPeriod { .. } => lang.either("leave per out", "请删去 per"),
            Self::ShareWithoutTotal => {
                lang.either("add total, or write hours", "请写明 total，或改写成 hours")
            }
            Self::AboveTotal { .. } | Self::AboveMaximum { .. } => {
                lang.either("correct one of the two", "请改正其中一个")
            }
            Self::DuplicateMinimum { .. }
            | Self::DuplicateMaximum { .. }
            | Self::DuplicateConversion { .. } => lang.either("remove one of the two", "请删去其中一个"),
            Self::CarryInWindow => lang.either("remove [carry]", "请删去 [carry]"),
            Self::CarryWithoutTotal => {
                lang.either("add total, or remove [carry]", "请写明 total，或删去 [carry]")
            }
            Self::ValidityReversed { .. } => lang.either("correct one of the two", "请改正其中一个"),
            Self::NotChecked => lang
                .either("add checked with the day: 2026-11-21", "请加上 checked，写明日期，例如 2026-11-21"),
            Self::SinceMissing => {
                lang.either("add since with the first day of a period", "请加上 since，写明某个周期的第一天")
            }
            Self::EntryAfterDay { .. } => lang.either("correct one of the two dates", "请改正其中一个日期"),
            Self::NothingExpected => lang.either("add figures or a state", "请写上数值或状态"),
        };
        Some(help.to_owned())
    }
}

fn did_you_mean(lang: Lang, word: &str) -> String {
    match lang {
        Lang::En => format!("did you mean {}?", quoted(word)),
        Lang::Zh => format!("是不是想写 {}？", quoted(word)),
    }
}

fn figure_en(mistake: HoursMistake) -> &'static str {
    match mistake {
        HoursMistake::Zero => "is zero",
        HoursMistake::Negative => "is negative",
        HoursMistake::NotFinite | HoursMistake::Shape => "is not a number",
        HoursMistake::Exponent => "is written with an exponent",
        HoursMistake::TooManyDecimals => "has more than two decimals",
        HoursMistake::TooMany => "is above 10000",
    }
}

fn figure_zh(mistake: HoursMistake) -> &'static str {
    match mistake {
        HoursMistake::Zero => "为零",
        HoursMistake::Negative => "为负数",
        HoursMistake::NotFinite | HoursMistake::Shape => "不是数字",
        HoursMistake::Exponent => "用了指数写法",
        HoursMistake::TooManyDecimals => "超过两位小数",
        HoursMistake::TooMany => "超过 10000",
    }
}

fn figure_help(key: &str, mistake: HoursMistake, lang: Lang) -> Option<&'static str> {
    Some(match (mistake, key) {
        (HoursMistake::Zero, "total") => {
            lang.either("leave it out where no source states a total", "来源没有写明总学时，就不要写")
        }
        (HoursMistake::Zero | HoursMistake::Negative | HoursMistake::NotFinite | HoursMistake::Shape, _) => {
            lang.either("write a figure above zero, or leave it out", "请写大于零的数，或不写")
        }
        (HoursMistake::Exponent, _) => lang.either("write the number in full", "请写出完整的数字"),
        (HoursMistake::TooManyDecimals, _) => lang.either("round to two decimals", "请保留两位小数"),
        (HoursMistake::TooMany, _) => lang.either("check the figure and its unit", "请核对数值和单位"),
    })
}

/// A unit, perhaps of one form, by the words of the file.
fn converted(lang: Lang, unit: Unit, form: Option<Form>) -> String {
    match form {
        None => quoted(unit.word()),
        Some(form) => {
            let form = Label::Form(form).to_string();
            lang.either(
                format!("{} of {}", quoted(unit.word()), quoted(&form)),
                format!("{} 形式的 {}", quoted(&form), quoted(unit.word())),
            )
        }
    }
}

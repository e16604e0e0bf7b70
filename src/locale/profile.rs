//! The profile in words: its pieces, its dates, the rules that are followed.

use super::phrases::Phrases;
use super::record_problems::circle;
use super::{Lang, Say, vocabulary};
use crate::domain::profile::{DateProblem, Piece, TotalOverride};
use crate::domain::vocabulary::Unit;
use crate::domain::{Date, RuleId};

impl Say for Piece {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Name => lang.pick("the name".to_owned(), "姓名".to_owned()),
            Self::Licence => lang.pick("the licence number".to_owned(), "证书编号".to_owned()),
            Self::Date(name) => lang.pick(format!("the date {name}"), format!("日期 {name}")),
            Self::Rule(rule) => lang.pick(format!("the rule {rule}"), format!("要求包 {rule}")),
            Self::View(name) => lang.pick(format!("the view @{name}"), format!("视图 @{name} ")),
        }
    }
}

impl Say for DateProblem {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Missing(name), Lang::En) => format!("the profile states no date called {name}"),
            (Self::Missing(name), Lang::Zh) => format!("个人资料中没有名为 {name} 的日期"),
            (Self::Cycle(names), Lang::En) => {
                format!("these dates are counted from each other: {}", circle(names))
            }
            (Self::Cycle(names), Lang::Zh) => format!("这些日期互相推算：{}", circle(names)),
            (Self::OutOfRange(name), Lang::En) => {
                format!("the date {name} does not come out between the years 1900 and 2200")
            }
            (Self::OutOfRange(name), Lang::Zh) => {
                format!("日期 {name} 推算后不在 1900 年至 2200 年之间")
            }
        }
    }
}

impl Phrases {
    /// `2025-03-31 (12 months after licensed, end of month)`
    pub fn counted_date(self, day: Option<Date>, from: &str, months: i16, end_of_month: bool) -> String {
        let number = months.unsigned_abs();
        let day = day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let (en, zh) = if months < 0 { ("before", "前") } else { ("after", "后") };
        let many = if number == 1 { "month" } else { "months" };
        let end = if end_of_month { (", end of month", "，月末") } else { ("", "") };
        self.0.pick(
            format!("{day} ({number} {many} {en} {from}{})", end.0),
            format!("{day}（{from} {number} 个月{zh}{}）", end.1),
        )
    }

    /// A followed rule with the title of its pack.
    pub fn followed(self, rule: &RuleId, title: Option<&str>) -> String {
        match title {
            Some(title) => self.0.pick(format!("{rule}: {title}"), format!("{rule}：{title}")),
            None => self.0.pick(
                format!("{rule} (no pack of this id was read)"),
                format!("{rule}（没有读到这个标识的要求包）"),
            ),
        }
    }

    /// `since 2025-10-01 (renewal)`; without a day where the date cannot be told.
    pub fn since(self, day: Option<Date>, name: Option<&str>) -> String {
        match (day, name) {
            (Some(day), Some(name)) => {
                self.0.pick(format!("since {day} ({name})"), format!("自 {day}（{name}）起"))
            }
            (Some(day), None) => self.0.pick(format!("since {day}"), format!("自 {day} 起")),
            (None, name) => {
                let name = name.unwrap_or_default();
                self.0.pick(format!("since {name}"), format!("自 {name} 起"))
            }
        }
    }

    pub fn licence(self, number: &str) -> String {
        self.0.pick(format!("licence {number}"), format!("证书 {number}"))
    }

    /// A total in place of the rule's; `unit` where the rule is known.
    pub fn total_override(self, total: &TotalOverride, unit: Option<Unit>) -> String {
        let hours = match unit {
            Some(unit) => vocabulary::amount(self.0, total.hours, unit),
            None => total.hours.to_string(),
        };
        match total.period {
            Some(day) => self.0.pick(
                format!("total {hours} in the period from {day}"),
                format!("{day} 起的周期要求 {hours}"),
            ),
            None => self.0.pick(format!("total {hours}"), format!("要求 {hours}")),
        }
    }
}

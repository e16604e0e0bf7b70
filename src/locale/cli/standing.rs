//! The sentences of `tuition status`, `what-if` and `due` that stand beside the figures.

use crate::domain::agenda::Occasion;
use crate::domain::requirement::{Part, PartId, Rule};
use crate::domain::{Amount, Date};
use crate::locale::Lang;

/// The day that is looked at, where it is not today.
pub fn as_of(lang: Lang, day: Date) -> String {
    lang.either(format!("As of {day}"), format!("截至 {day}"))
}

/// A part's amounts in words: `62.5 counted, 8 planned, 27.5 missing`. Empty where one figure
/// beside the bar says everything.
pub fn amounts(lang: Lang, part: &Part) -> String {
    let missing = part.missing().unwrap_or_default();
    if part.carried.is_zero() && part.planned.is_zero() && missing.is_zero() {
        return String::new();
    }
    let said = |amount: Amount, english, chinese| {
        lang.either(format!("{amount} {english}"), format!("{chinese} {amount}"))
    };
    let mut amounts = vec![said(part.counted, "counted", "已计")];
    for (amount, english, chinese) in [
        (part.carried, "carried in", "结转"),
        (part.planned, "planned", "计划"),
        (missing, "missing", "尚缺"),
    ] {
        if !amount.is_zero() {
            amounts.push(said(amount, english, chinese));
        }
    }
    amounts.join(lang.either(", ", "，"))
}

pub fn overridden(lang: Lang, total: &str) -> String {
    lang.either(
        format!("the total of {total} is your own setting for this period"),
        format!("总学时 {total} 为本周期的个人设定"),
    )
}

/// Planned courses that add nothing to the figures.
pub fn unstated(lang: Lang, courses: usize) -> String {
    match (lang, courses) {
        (Lang::En, 1) => "1 planned course states no hours and adds nothing here".to_owned(),
        (Lang::En, _) => format!("{courses} planned courses state no hours and add nothing here"),
        (Lang::Zh, _) => format!("计划中有 {courses} 门课程未注明学时，这里不计"),
    }
}

/// How much of a pack is not certain, and where to read it.
pub fn unconfirmed(lang: Lang, rule: &Rule) -> String {
    let see = format!("tuition rules show {}", rule.id);
    match (lang, rule.unconfirmed.len()) {
        (Lang::En, 1) => format!("1 point of this rule could not be confirmed: {see}"),
        (Lang::En, points) => format!("{points} points of this rule could not be confirmed: {see}"),
        (Lang::Zh, points) => format!("本要求包有 {points} 处未能确认：{see}"),
    }
}

/// Above the entries of a part.
pub fn ledger_of(lang: Lang, part: &str, unit: &str) -> String {
    lang.either(format!("{part}, entry by entry, in {unit}"), format!("{part}明细（{unit}）"))
}

pub fn no_entries(lang: Lang) -> &'static str {
    lang.either("no entries", "没有记录")
}

/// Beside a line of a ledger.
pub fn carried_in(lang: Lang) -> &'static str {
    lang.either("carried in from the period before", "由上一周期结转")
}

/// Entries that may be what a part misses.
pub fn uncategorised(lang: Lang, entries: usize, part: &PartId) -> String {
    let category = part.label.as_deref().unwrap_or_default();
    let edit = |id: &str| format!("tuition log edit {id} --category {category}");
    match (lang, entries) {
        (Lang::En, 1) => {
            format!("also, 1 entry that counts has no category; if it is {category}: {}", edit("ID"))
        }
        (Lang::En, _) => {
            format!(
                "also, {entries} entries that count have no category; if one is {category}: {}",
                edit("ID")
            )
        }
        (Lang::Zh, _) => {
            format!("另有 {entries} 条已计入的记录未设类别；若属于 {category}：{}", edit("编号"))
        }
    }
}

/// What happens on a day of the agenda.
pub fn occasion(lang: Lang, occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Target => lang.either("target", "目标"),
        Occasion::Session => lang.either("session", "班次"),
        Occasion::Training => lang.either("training", "培训"),
        Occasion::Assessment => lang.either("assessment", "考核"),
        Occasion::Recognition => lang.either("recognition", "认定"),
        Occasion::YearEnd => lang.either("year ends", "年度截止"),
        Occasion::PeriodEnd => lang.either("period ends", "周期截止"),
    }
}

/// How far a day is from the one that is looked at: `overdue 3 days`, `today`, `in 5 days`,
/// `since 2 days`. `days` is counted from that day; `late` for a target that has passed.
pub fn distance(lang: Lang, days: i64, late: bool) -> String {
    let count = days.unsigned_abs();
    let english = if count == 1 { "1 day".to_owned() } else { format!("{count} days") };
    match (lang, days) {
        (Lang::En, 0) => "today".to_owned(),
        (Lang::Zh, 0) => "当天".to_owned(),
        (Lang::En, 1..) => format!("in {english}"),
        (Lang::Zh, 1..) => format!("{count} 天后"),
        (Lang::En, _) if late => format!("overdue {english}"),
        (Lang::Zh, _) if late => format!("逾期 {count} 天"),
        (Lang::En, _) => "going on".to_owned(),
        (Lang::Zh, _) => "进行中".to_owned(),
    }
}

/// What a period still misses at its end.
pub fn missing(lang: Lang, parts: &[String]) -> String {
    match (lang, parts) {
        (Lang::En, _) => format!("missing: {}", parts.join(", ")),
        (Lang::Zh, _) => format!("尚缺：{}", parts.join("，")),
    }
}

/// What `what-if` looks at.
pub fn as_if_done(lang: Lang, courses: &[String], day: Date) -> String {
    match lang {
        Lang::En => format!("As if passed on {day}: {}", courses.join(", ")),
        Lang::Zh => format!("假设 {day} 已合格：{}", courses.join("、")),
    }
}

/// What a course would be counted as, and why where that is not simply its hours.
pub fn would_count(lang: Lang, course: &str, counted: &str, reasons: &[String]) -> String {
    let why = reasons.iter().map(|reason| lang.either(format!("; {reason}"), format!("；{reason}")));
    lang.either(format!("{course}: {counted}"), format!("{course}：{counted}")) + &why.collect::<String>()
}

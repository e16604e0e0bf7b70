//! What is said of a year of study: heads, levels, days, months, and the numbers in words. Shared by
//! the screen and the report. What is said of the pace under a rule is in `pace`.

mod pace;

pub use pace::{doubt, pace, rests_on};

use super::{Lang, Say, vocabulary};
use crate::domain::totals::ByUnit;
use crate::domain::vocabulary::{Category, Unit};
use crate::domain::year::{Apart, Day, Labels, Level, Share, Streak, Time, Year, reckoned};
use crate::domain::{Catalog, Date};

/// The parts of a year that are shown one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    Days,
    Categories,
    Tracks,
    Pace,
}

impl Say for Heading {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::Days => ("Days", "日历"),
            Self::Categories => ("Categories", "类别"),
            Self::Tracks => ("Tracks", "方向"),
            Self::Pace => ("Pace", "进度"),
        };
        lang.either(en, zh).to_owned()
    }
}

/// `A year of study: 2026`
pub fn title(lang: Lang, year: i16) -> String {
    lang.either(format!("A year of study: {year}"), format!("{year} 年学习情况"))
}

/// A level as the legend of the map names it.
impl Say for Level {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::None => ("nothing", "无"),
            Self::Little => ("under 1 h", "不足 1 小时"),
            Self::Some => ("1–2 h", "1–2 小时"),
            Self::Much => ("2–4 h", "2–4 小时"),
            Self::Most => ("4 h and more", "4 小时以上"),
            Self::Unmeasured => ("length not stated", "时长未注明"),
        };
        lang.either(en, zh).to_owned()
    }
}

/// The mark of a day for which a course is planned.
pub fn planned_mark(lang: Lang) -> &'static str {
    lang.either("planned for", "计划日期")
}

/// A weekday in three columns, from 0 for Monday.
pub fn weekday(lang: Lang, weekday: usize) -> &'static str {
    let (en, zh) = match weekday {
        0 => ("Mon", "周一"),
        1 => ("Tue", "周二"),
        2 => ("Wed", "周三"),
        3 => ("Thu", "周四"),
        4 => ("Fri", "周五"),
        5 => ("Sat", "周六"),
        _ => ("Sun", "周日"),
    };
    lang.either(en, zh)
}

/// The head of a row of the map, in at most three columns.
pub fn weekday_in_brief(lang: Lang, day: usize) -> &'static str {
    let in_full = weekday(lang, day);
    lang.either(in_full, in_full.strip_prefix('周').unwrap_or(in_full))
}

/// A month, from 1.
pub fn month(lang: Lang, month: i8) -> String {
    let name = match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };
    lang.either(name.to_owned(), format!("{month} 月"))
}

/// The same for the head of a column: `Jan`, `1月`.
pub fn month_in_brief(lang: Lang, number: i8) -> String {
    let name = month(Lang::En, number);
    lang.either(name.chars().take(3).collect(), format!("{number}月"))
}

/// Time by the clock: `25.5 h`.
pub fn time(lang: Lang, time: Time) -> String {
    vocabulary::amount(lang, time.hours(), Unit::Hour)
}

fn entries(lang: Lang, entries: usize) -> String {
    let many = if entries == 1 { "entry" } else { "entries" };
    lang.either(format!("{entries} {many}"), format!("{entries} 条记录"))
}

fn days(lang: Lang, days: usize) -> String {
    let many = if days == 1 { "day" } else { "days" };
    lang.either(format!("{days} {many}"), format!("{days} 天"))
}

/// A day of the map: `2026-03-02, Mon: 1.5 h in 1 entry`.
pub fn day(lang: Lang, day: &Day) -> String {
    let what = match (day.entries, day.time.is_zero(), day.unmeasured) {
        (0, ..) => lang.either("nothing recorded", "无记录").to_owned(),
        (count, true, _) => format!("{}{}{}", entries(lang, count), comma(lang), Level::Unmeasured.say(lang)),
        (count, false, more) => {
            let time = time(lang, day.time);
            let said = lang.either(
                format!("{time} in {}", entries(lang, count)),
                format!("{time}，{}", entries(lang, count)),
            );
            match more {
                true => said + lang.either(", some of no stated length", "，其中部分未注明时长"),
                false => said,
            }
        }
    };
    let mut said = lang.either(
        format!("{}, {}: {what}", day.date, weekday(lang, day.weekday())),
        format!("{} {}：{what}", day.date, weekday(lang, day.weekday())),
    );
    if day.planned > 0 {
        let many = if day.planned == 1 { "course" } else { "courses" };
        said += &lang.either(
            format!(" · {} {many} planned for this day", day.planned),
            format!(" · 计划当日完成 {} 门课程", day.planned),
        );
    }
    said
}

fn comma(lang: Lang) -> &'static str {
    lang.either(", ", "，")
}

fn sums(lang: Lang, sums: &ByUnit) -> String {
    let said: Vec<String> = sums.iter().map(|(unit, sum)| vocabulary::amount(lang, sum, unit)).collect();
    said.join(lang.either(" + ", " + "))
}

/// The numbers of the year as facts, each with its label.
pub fn facts(lang: Lang, year: &Year) -> Vec<(&'static str, String)> {
    let map = &year.days;
    let mut said = vec![
        (
            lang.either("Studied", "学习"),
            lang.either(
                format!(
                    "{} by the clock on {} ({})",
                    time(lang, year.total()),
                    days(lang, map.studied()),
                    entries(lang, year.entries)
                ),
                format!(
                    "{}，{}，{}",
                    time(lang, year.total()),
                    days(lang, map.studied()),
                    entries(lang, year.entries)
                ),
            ),
        ),
        (lang.either("Recorded", "登记"), sums(lang, &year.earned)),
    ];
    if let Some(streak) = map.longest_streak() {
        said.push((lang.either("Longest run", "最长连续"), longest(lang, streak)));
    }
    if let Some((number, sum)) = map.busiest_month() {
        let text = format!("{}{}{}", month(lang, number), comma(lang), time(lang, sum));
        said.push((lang.either("Best month", "最多月份"), text));
    }
    if let Some(busiest) = map.busiest() {
        let text = format!("{}{}{}", busiest.date, comma(lang), time(lang, busiest.time));
        said.push((lang.either("Best day", "最多一天"), text));
    }
    let (without, over) = map.weeks_without(year.today);
    if over > 0 {
        let text = lang.either(
            format!("{without} of {over} weeks that are over"),
            format!("已过去的 {over} 周中有 {without} 周"),
        );
        said.push((lang.either("Idle weeks", "空闲周"), text));
    }
    said.retain(|(_, text)| !text.is_empty());
    said
}

fn longest(lang: Lang, streak: Streak) -> String {
    let Streak { first, last, days: count } = streak;
    match count {
        1 => lang.either(format!("1 day ({first})"), format!("1 天（{first}）")),
        _ => lang.either(
            format!("{count} days in a row ({first} to {last})"),
            format!("连续 {count} 天（{first} 至 {last}）"),
        ),
    }
}

/// What is recorded and is in none of the sums, and how units were reckoned.
pub fn apart(lang: Lang, apart: &Apart, earned: &ByUnit) -> Vec<String> {
    let mut said = Vec::new();
    let lengths: Vec<String> = reckoned(earned)
        .into_iter()
        .map(|(unit, minutes)| {
            lang.either(
                format!("1 {} = {minutes} min", one(unit)),
                format!("1 {} = {minutes} 分钟", unit.say(lang)),
            )
        })
        .collect();
    if !lengths.is_empty() {
        let lengths = lengths.join(comma(lang));
        said.push(lang.either(format!("reckoned by the clock: {lengths}"), format!("按时长折算：{lengths}")));
    }
    let mut add = |amounts: &ByUnit, en: &str, zh: &str| {
        if !amounts.is_empty() {
            let amounts = sums(lang, amounts);
            said.push(lang.either(format!("{en}: {amounts}"), format!("{zh}：{amounts}")));
        }
    };
    add(&apart.unmeasured, "without a fixed length, not in these hours", "未规定时长，未计入小时数");
    add(&apart.in_progress, "in progress, not counted yet", "进行中，尚未计入");
    add(&apart.failed, "failed, not counted", "不合格，未计入");
    add(&apart.withdrawn, "withdrawn, not counted", "已放弃，未计入");
    said
}

fn one(unit: Unit) -> String {
    match unit {
        Unit::ClassHour => "class hour".to_owned(),
        unit => unit.say(Lang::En),
    }
}

/// The name of a row of the table.
pub fn category(lang: Lang, category: Option<&Category>) -> String {
    category.map_or_else(|| lang.either("no category", "未分类").to_owned(), |category| category.say(lang))
}

/// Why the rows may come to more than the total.
pub fn shared(lang: Lang, labels: &Labels) -> Option<String> {
    let many = if labels.shared == 1 { "entry stands" } else { "entries stand" };
    (labels.shared > 0).then(|| {
        lang.either(
            format!("{} {many} under more than one category, and once in the total", labels.shared),
            format!("{} 条记录属于多个类别，在合计中只计一次", labels.shared),
        )
    })
}

pub fn total(lang: Lang) -> &'static str {
    lang.either("total", "合计")
}

/// The name of a track as the catalog titles it; `other` for what belongs to none.
pub fn track(lang: Lang, share: &Share, catalog: &Catalog) -> String {
    match &share.track {
        None => lang.either("other", "其他").to_owned(),
        Some(id) => match catalog.track(id) {
            Some(track) => track.title.in_order(lang.is_chinese()).0.to_owned(),
            None => id.clone(),
        },
    }
}

/// `29 %`; less than one is not nothing.
pub fn per_cent(share: &Share) -> String {
    if share.per_cent == 0 { "<1 %".to_owned() } else { format!("{} %", share.per_cent) }
}

/// What "other" is, where there is any.
pub fn other_tracks(lang: Lang) -> &'static str {
    lang.either(
        "other: entries of no course in the open catalogs, or of one without a track",
        "其他：不属于已打开目录中的课程，或课程未注明方向",
    )
}

/// An empty year, and what would put something there.
pub fn nothing(lang: Lang, year: i16) -> [String; 2] {
    let what = lang.either(format!("Nothing is recorded in {year}."), format!("{year} 年尚无记录。"));
    [
        what,
        lang.either("A records hours; < and > show other years.", "按 A 登记学时；按 < 和 > 查看其他年份。")
            .to_owned(),
    ]
}

/// The same where there are no keys.
pub fn nothing_in_words(lang: Lang, year: i16) -> String {
    let [what, _] = nothing(lang, year);
    let hint = lang.either(
        "`tuition done ID` and `tuition log add` record hours; --year shows another year.",
        "用 `tuition done ID` 或 `tuition log add` 登记学时；用 --year 查看其他年份。",
    );
    format!("{what} {hint}")
}

/// What the paces are of, where there are none.
pub fn no_rules(lang: Lang) -> &'static str {
    lang.either(
        "No requirement is followed; in Status, a follows one.",
        "尚未关注任何学时要求；在“达标”视图中按 a 关注。",
    )
}

/// The same where there are no keys.
pub fn no_rules_in_words(lang: Lang) -> &'static str {
    lang.either(
        "No requirement is followed; `tuition rules follow RULE` follows one.",
        "尚未关注任何学时要求；用 `tuition rules follow RULE` 关注。",
    )
}

/// The day that paces are looked at on.
pub fn as_of(lang: Lang, day: Date) -> String {
    lang.phrases().as_of(day)
}

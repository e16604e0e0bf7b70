//! Figures and days as they are spoken: a word where the screens have a sign, no abbreviation, no
//! bar, days with the name of their month.

use crate::domain::course::StatedHours;
use crate::domain::requirement::change::Change;
use crate::domain::requirement::{Basis, Part, PartKind, Rule};
use crate::domain::totals::ByUnit;
use crate::domain::vocabulary::Unit;
use crate::domain::{Amount, Date};
use crate::locale::requirements::stated::MONTHS;
use crate::locale::requirements::{basis, part_name};
use crate::locale::vocabulary::not_stated;
use crate::locale::{Lang, Say};
use std::fmt::Display;

/// `20 May 2026`, `2026年5月20日`.
pub fn day(lang: Lang, day: Date) -> String {
    match lang {
        Lang::En => {
            let month = usize::try_from(day.month() - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"");
            format!("{} {month} {}", day.day(), day.year())
        }
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
    }
}

/// `8 hours`, `1 class hour`, `8 学时`.
pub fn amount(lang: Lang, amount: Amount, unit: Unit) -> String {
    with_unit(lang, amount, unit, amount == Amount::whole(1))
}

fn with_unit(lang: Lang, figure: impl Display, unit: Unit, single: bool) -> String {
    let name = match (lang, unit, single) {
        (Lang::En, Unit::Hour, true) => "hour".to_owned(),
        (Lang::En, Unit::ClassHour, true) => "class hour".to_owned(),
        (Lang::En, Unit::Day, true) => "day".to_owned(),
        (Lang::En, Unit::Event, true) => "event".to_owned(),
        _ => unit.say(lang),
    };
    format!("{figure} {name}")
}

/// What a source states of a course's length: `6 to 18 hours`, `at least 10 hours`.
pub fn hours(lang: Lang, stated: Option<&StatedHours>, unit: Unit) -> String {
    match stated {
        None => lang.either("hours not stated".to_owned(), format!("学时{}", not_stated(lang))),
        Some(StatedHours::Exact(hours)) => amount(lang, *hours, unit),
        Some(StatedHours::Split { theory, practice, total }) => {
            let sum = theory.plus(*practice);
            let all = amount(lang, total.unwrap_or(sum), unit);
            lang.either(
                format!("{all}, of which {theory} theory and {practice} practice"),
                format!("{all}，其中理论 {theory}、实践 {practice}"),
            )
        }
        Some(StatedHours::Range { min, max: Some(max), .. }) => {
            with_unit(lang, lang.either(format!("{min} to {max}"), format!("{min} 至 {max}")), unit, false)
        }
        Some(StatedHours::Range { min, max: None, .. }) => {
            let least = amount(lang, *min, unit);
            lang.either(format!("at least {least}"), format!("至少 {least}"))
        }
    }
}

/// Hours of several units, each for itself.
pub fn sums(lang: Lang, sums: &ByUnit) -> String {
    let parts: Vec<String> = sums.iter().map(|(unit, sum)| amount(lang, sum, unit)).collect();
    parts.join(lang.either(" and ", "和"))
}

/// How a part of a rule stands: `total: 46 of 90 class hours counted, 44 missing, at risk`.
pub fn standing(lang: Lang, rule: &Rule, part: &Part) -> String {
    let (name, have) = (part_name(lang, part), part.have());
    let unit = rule.unit.say(lang);
    let Some(required) = part.stated() else {
        let have = amount(lang, have, rule.unit);
        return lang.either(format!("{name}: {have} counted"), format!("{name}：已计入 {have}"));
    };
    if part.kind == PartKind::Maximum {
        return lang.either(
            format!("{name}: {have} of at most {required} {unit} used"),
            format!("{name}：至多 {required} {unit}，已用 {have}"),
        );
    }
    let mut said = vec![match lang {
        Lang::En => format!("{name}: {have} of {required} {unit} counted"),
        Lang::Zh => format!("{name}：要求 {required} {unit}，已计入 {have}"),
    }];
    let mut add = |amount: Amount, english: &str, chinese: &str| {
        if !amount.is_zero() {
            said.push(match lang {
                Lang::En => format!("{amount} {english}"),
                Lang::Zh => format!("{chinese} {amount}"),
            });
        }
    };
    add(part.carried, "of them carried in", "其中结转");
    add(part.missing().unwrap_or_default(), "missing", "尚缺");
    add(part.planned, "planned", "计划");
    said.push(part.state.say(lang));
    said.join(lang.either(", ", "，"))
}

/// The same with what the state rests on, where the figures do not say it.
pub fn standing_in_full(lang: Lang, rule: &Rule, part: &Part, as_of: Date) -> String {
    let said = standing(lang, rule, part);
    if matches!(part.basis, Basis::Enough | Basis::Soft) {
        return said;
    }
    format!("{said}{}{}", lang.either("; ", "；"), spoken(lang, &basis(lang, rule, part, as_of)))
}

/// What courses would change: `adds 8 class hours; professional from 54 to 62 of 60`.
pub fn change(lang: Lang, rule: &Rule, change: &Change) -> String {
    let counted = amount(lang, change.counted, rule.unit);
    let (name, before, after) = (part_name(lang, &change.after), change.before.have(), change.after.have());
    let said = lang.either(
        format!("adds {counted}; {name} from {before} to {after}"),
        format!("可增 {counted}；{name}由 {before} 增至 {after}"),
    );
    match change.after.stated() {
        Some(required) => said + &lang.either(format!(" of {required}"), format!("，要求 {required}")),
        None => said,
    }
}

/// A sentence that was made for the screen, to be heard: dots in the middle, dashes and arrows
/// become words and commas, days get the names of their months, `h` is hours.
pub fn spoken(lang: Lang, text: &str) -> String {
    let text = text
        .replace(" · ", lang.either("; ", "；"))
        .replace(" → ", lang.either(" to ", " 至 "))
        .replace(" – ", lang.either(" to ", " 至 "))
        .replace(" × ", lang.either(" times ", " 乘 "))
        .replace(" ≈ ", lang.either(" make about ", " 约合 "))
        .replace("）≈ ", "），约合 ")
        .replace("）= ", "），合 ")
        .replace(" = ", lang.either(" make ", " 合 "))
        .replace(" …", "")
        .replace('…', "");
    let text = with_days(lang, &text);
    let mut words: Vec<String> = Vec::new();
    let mut number_before = false;
    for word in text.split(' ') {
        let core = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let figure = range(lang, core);
        let spoken = match (core, number_before) {
            ("h", true) => "hours".to_owned(),
            ("min", true) => "minutes".to_owned(),
            (core, _) => figure.clone().unwrap_or_else(|| core.to_owned()),
        };
        number_before = core.ends_with(|c: char| c.is_ascii_digit());
        words.push(if core.is_empty() { word.to_owned() } else { word.replacen(core, &spoken, 1) });
    }
    words.join(" ")
}

/// Days in ISO form as they are spoken, wherever they stand alone: no part of an id or a number.
fn with_days(lang: Lang, text: &str) -> String {
    let (mut said, mut from) = (String::new(), 0);
    let joined = |c: char| c.is_ascii_alphanumeric() || c == '-';
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        let Some(word) = text.get(at..at + 10).filter(|_| at >= from) else { continue };
        let alone = !text.get(..at).is_some_and(|before| before.ends_with(joined))
            && !text.get(at + 10..).is_some_and(|after| after.starts_with(joined));
        if let (true, Ok(date)) = (alone && word.is_ascii(), word.parse::<Date>()) {
            said.push_str(text.get(from..at).unwrap_or_default());
            said.push_str(&day(lang, date));
            from = at + 10;
        }
    }
    said + text.get(from..).unwrap_or_default()
}

/// `6–18` as a range.
fn range(lang: Lang, word: &str) -> Option<String> {
    let (from, to) = word.split_once('–')?;
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let said = lang.either(format!("{from} to {to}"), format!("{from} 至 {to}"));
    (number(from) && number(to)).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_no_abbreviation() {
        let said = |hours, unit| [Lang::En, Lang::Zh].map(|lang| amount(lang, Amount::whole(hours), unit));
        assert_eq!(said(8, Unit::Hour), ["8 hours", "8 小时"]);
        assert_eq!(said(1, Unit::Hour), ["1 hour", "1 小时"]);
        assert_eq!(said(1, Unit::ClassHour), ["1 class hour", "1 学时"]);
        let split = StatedHours::Split {
            theory: Amount::whole(14),
            practice: Amount::whole(28),
            total: Some(Amount::whole(100)),
        };
        assert_eq!(
            hours(Lang::En, Some(&split), Unit::Hour),
            "100 hours, of which 14 theory and 28 practice"
        );
        assert_eq!(hours(Lang::Zh, None, Unit::Hour), "学时未注明");
    }

    #[test]
    fn a_sentence_of_the_screen_can_be_heard() {
        for (shown, heard) in [
            (
                "saved: 8 h on 2026-05-20: Site safety · u undoes",
                "saved: 8 hours on 20 May 2026: Site safety; u undoes",
            ),
            ("the source states 6–18 h; so", "the source states 6 to 18 hours; so"),
            ("2026-01-01 – 2026-12-31 (40 days left)", "1 January 2026 to 31 December 2026 (40 days left)"),
            // Neither a day nor a range nor hours.
            (
                "entry 2026-05-20-abc by J–K, h and 2026-02-30",
                "entry 2026-05-20-abc by J–K, h and 2026-02-30",
            ),
        ] {
            assert_eq!(spoken(Lang::En, shown), heard);
        }
        assert_eq!(
            spoken(Lang::Zh, "已保存：2026-05-20 8 学时 · 按 u 撤销"),
            "已保存：2026年5月20日 8 学时；按 u 撤销"
        );
    }
}

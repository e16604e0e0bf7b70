//! The pace under a rule in words: so much a week so far, and where that leads.

use crate::domain::requirement::Rule;
use crate::domain::year::{Doubt, Pace, Prospect};
use crate::locale::{Lang, Say, vocabulary};

/// Such as "so far 1.6 h a week; at this pace 90 is reached on 2026-12-09, 22 days before the end".
pub fn pace(lang: Lang, rule: &Rule, pace: &Pace) -> String {
    let said = |amount| vocabulary::amount(lang, amount, rule.unit);
    let so_far = lang.either(
        format!("so far {} a week", said(pace.per_week)),
        format!("目前每周 {}", said(pace.per_week)),
    );
    let required = pace.part.required.unwrap_or_default();
    let end = pace.part.span.end;
    let would_do = |needed: Option<crate::domain::Amount>, en: &str, zh: &str| {
        needed.map(|needed| {
            lang.either(format!("{} a week {en}", said(needed)), format!("{zh} {}", said(needed)))
        })
    };
    let clauses = match pace.prospect {
        Prospect::Reached => {
            vec![
                Some(so_far),
                Some(lang.either(format!("{required} is reached"), format!("已达到 {required}"))),
            ]
        }
        Prospect::Reaches { on, before_end } => {
            vec![Some(so_far), Some(reaches(lang, &required.to_string(), &on.to_string(), before_end))]
        }
        Prospect::Misses { missing, needed } => vec![
            Some(so_far),
            Some(lang.either(
                format!("at this pace {} {} missing on {end}", said(missing), verb(missing)),
                format!("按此进度到 {end} 尚缺 {}", said(missing)),
            )),
            would_do(needed, "would do", "每周需"),
        ],
        Prospect::Unsure { needed } => vec![
            Some(so_far),
            Some(
                lang.either("that does not promise a day on which it is reached", "据此无法推算达到的日期")
                    .to_owned(),
            ),
            would_do(needed, "that count would do", "每周需计入"),
        ],
        Prospect::Nothing { needed } => vec![
            Some(lang.either("nothing is counted so far", "目前尚无计入").to_owned()),
            would_do(needed, "would do", "每周需"),
        ],
        Prospect::Rolling { keeps } => vec![
            Some(so_far),
            Some(lang.either(
                format!(
                    "the window moves on with every day and has no end; {} a week keeps it full",
                    said(keeps)
                ),
                format!("滚动周期没有截止日；每周 {} 可持续达标", said(keeps)),
            )),
        ],
        Prospect::TooLate => {
            vec![Some(so_far), Some(lang.either("it cannot be reached any more", "已无法达到").to_owned())]
        }
    };
    clauses.into_iter().flatten().collect::<Vec<_>>().join(lang.either("; ", "；"))
}

fn verb(amount: crate::domain::Amount) -> &'static str {
    if amount == crate::domain::Amount::whole(1) { "is" } else { "are" }
}

fn reaches(lang: Lang, required: &str, on: &str, before_end: u32) -> String {
    let distance = match before_end {
        0 => lang.either("the last day".to_owned(), "即最后一天".to_owned()),
        1 => lang.either("1 day before the end".to_owned(), "比截止日早 1 天".to_owned()),
        days => lang.either(format!("{days} days before the end"), format!("比截止日早 {days} 天")),
    };
    lang.either(
        format!("at this pace {required} is reached on {on}, {distance}"),
        format!("按此进度将于 {on} 达到 {required}，{distance}"),
    )
}

/// What the pace rests on: `62 class hours counted in 325 days since 2026-01-01`.
pub fn rests_on(lang: Lang, rule: &Rule, pace: &Pace) -> String {
    let counted = vocabulary::amount(lang, pace.part.counted, rule.unit);
    let (days, start) = (pace.days, pace.part.span.start);
    let many = if days == 1 { "day" } else { "days" };
    let said = lang.either(
        format!("{counted} counted in {days} {many} since {start}"),
        format!("自 {start} 起 {days} 天内计入 {counted}"),
    );
    match pace.part.carried.is_zero() {
        true => said,
        false => format!("{said}{}{}", lang.either(", ", "，"), lang.phrases().carried(pace.part.carried)),
    }
}

/// Why the pace is no promise.
pub fn doubt(lang: Lang, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Cap(label) => {
            let name = match label {
                Some(label) => label.say(lang),
                None => lang.either("everything", "全部学时").to_owned(),
            };
            lang.either(
                format!("at this pace the cap on {name} is used up before the end: what lies above it is not reckoned"),
                format!("按此进度，{name}的上限会提前用完，超出部分不计"),
            )
        }
        Doubt::FirstTimes => lang
            .either(
                "some of it counted more because it was done for the first time, which does not repeat",
                "部分学时因首次进行而加倍计入，不会重复",
            )
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Amount;
    use crate::domain::course::LocalText;
    use crate::domain::requirement::{Basis, Part, PartId, PartKind, Period, State};
    use crate::domain::vocabulary::Unit;
    use crate::domain::{Rule, RuleId};
    use jiff::civil::date;

    fn said(prospect: Prospect) -> [String; 2] {
        let id = RuleId::new("cn-mohrss").unwrap();
        let rule = Rule::new(id, LocalText::plain("R"), Unit::ClassHour, Some(Amount::whole(90)));
        let part = Part {
            id: PartId { label: None, year: None },
            kind: PartKind::Total,
            label: None,
            place: None,
            span: Period { start: date(2026, 1, 1), end: date(2026, 12, 31) },
            required: Some(Amount::whole(90)),
            counted: Amount::whole(62),
            carried: Amount::ZERO,
            planned: Amount::ZERO,
            soft: false,
            state: State::AtRisk,
            basis: Basis::Enough,
        };
        let per_week = Amount::from_hundredths(160);
        let one = Pace { part, days: 325, per_week, prospect, doubt: None };
        assert_eq!(rests_on(Lang::En, &rule, &one), "62 class hours counted in 325 days since 2026-01-01");
        [Lang::En, Lang::Zh].map(|lang| pace(lang, &rule, &one))
    }

    #[test]
    fn a_pace_is_said_with_where_it_leads() {
        assert_eq!(
            said(Prospect::Reaches { on: date(2026, 12, 9), before_end: 22 }),
            [
                "so far 1.6 class hours a week; at this pace 90 is reached on 2026-12-09, 22 days before the end",
                "目前每周 1.6 学时；按此进度将于 2026-12-09 达到 90，比截止日早 22 天",
            ]
        );
        let needed = Some(Amount::from_hundredths(240));
        assert_eq!(
            said(Prospect::Misses { missing: Amount::whole(12), needed }),
            [
                "so far 1.6 class hours a week; at this pace 12 class hours are missing on 2026-12-31; 2.4 class \
                 hours a week would do",
                "目前每周 1.6 学时；按此进度到 2026-12-31 尚缺 12 学时；每周需 2.4 学时",
            ]
        );
        assert!(
            said(Prospect::Reaches { on: date(2026, 12, 31), before_end: 0 })[0].ends_with("the last day")
        );
        assert!(!said(Prospect::Unsure { needed })[0].contains("reached on"));
    }
}

//! What a part's state rests on. "On track" is never said without how it comes about.

use super::{in_unit, months};
use crate::domain::Date;
use crate::domain::requirement::{Basis, Outlook, Part, Rule};
use crate::locale::Lang;

/// A clause such as "at this pace it reaches only 71 PDU by 2026-12-31; 4.79 PDU a week are needed".
pub fn basis(lang: Lang, rule: &Rule, part: &Part, as_of: Date) -> String {
    match lang {
        Lang::En => english(rule, part, as_of),
        Lang::Zh => chinese(rule, part, as_of),
    }
}

fn english(rule: &Rule, part: &Part, as_of: Date) -> String {
    let said = |amount| in_unit(Lang::En, rule, amount);
    let (begin, end) = (part.span.start, part.span.end);
    match part.basis {
        Basis::Enough if part.carried.is_zero() => "reached".to_owned(),
        Basis::Enough => format!("reached, with {} carried in", said(part.carried)),
        Basis::NotStated => "no source states how much is required".to_owned(),
        Basis::Soft => "advice, not a condition".to_owned(),
        Basis::Over => format!("over since {end}"),
        Basis::TooLate { most } => {
            format!("even day and night until {end} would give only {}", said(most))
        }
        Basis::NotBegun => format!("begins on {begin}"),
        Basis::Plan { reaches } => format!("with the plan it reaches {}", said(reaches)),
        Basis::Pace { reaches } => format!("at this pace it reaches {} by {end}", said(reaches)),
        Basis::Behind { by_plan, by_pace } => {
            let plan =
                (by_plan > part.have()).then(|| format!("with the plan it reaches only {}", said(by_plan)));
            let rest = match rule.cycle.is_rolling() {
                true => [
                    Some(format!("not reached in the {} up to {end}", months(Lang::En, rule.cycle.months))),
                    None,
                ],
                false => {
                    let week = Outlook::of(part, as_of).per_week;
                    let pace = (!part.counted.is_zero())
                        .then(|| format!("at this pace it reaches only {} by {end}", said(by_pace)));
                    [pace, week.map(|week| format!("{} a week needed", said(week)))]
                }
            };
            plan.into_iter().chain(rest.into_iter().flatten()).collect::<Vec<_>>().join("; ")
        }
        Basis::Room { left } if left.is_zero() => "the cap is reached: no more counts".to_owned(),
        Basis::Room { left } => format!("room for {} more", said(left)),
    }
}

fn chinese(rule: &Rule, part: &Part, as_of: Date) -> String {
    let said = |amount| in_unit(Lang::Zh, rule, amount);
    let (begin, end) = (part.span.start, part.span.end);
    match part.basis {
        Basis::Enough if part.carried.is_zero() => "已达到要求".to_owned(),
        Basis::Enough => format!("已达到要求，其中结转 {}", said(part.carried)),
        Basis::NotStated => "来源未注明要求多少".to_owned(),
        Basis::Soft => "仅为建议，不作硬性要求".to_owned(),
        Basis::Over => format!("已于 {end} 截止"),
        Basis::TooLate { most } => format!("到 {end} 即使日夜学习也最多增加 {}", said(most)),
        Basis::NotBegun => format!("{begin} 开始计算"),
        Basis::Plan { reaches } => format!("完成计划后可达 {}", said(reaches)),
        Basis::Pace { reaches } => format!("按目前进度，到 {end} 可达 {}", said(reaches)),
        Basis::Behind { by_plan, by_pace } => {
            let plan = (by_plan > part.have()).then(|| format!("完成计划后也只有 {}", said(by_plan)));
            let rest = match rule.cycle.is_rolling() {
                true => {
                    [Some(format!("到 {end} 为止的 {}内未达到", months(Lang::Zh, rule.cycle.months))), None]
                }
                false => {
                    let week = Outlook::of(part, as_of).per_week;
                    let pace = (!part.counted.is_zero())
                        .then(|| format!("按目前进度，到 {end} 只有 {}", said(by_pace)));
                    [pace, week.map(|week| format!("每周需完成 {}", said(week)))]
                }
            };
            plan.into_iter().chain(rest.into_iter().flatten()).collect::<Vec<_>>().join("；")
        }
        Basis::Room { left } if left.is_zero() => "已到上限，再学不再计入".to_owned(),
        Basis::Room { left } => format!("还可计入 {}", said(left)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::Amount;
    use crate::domain::requirement::{Anchor, Cycle};
    use jiff::civil::date;

    fn said(basis: Basis) -> [String; 2] {
        let part = Part { basis, ..sample::part(90, 62) };
        [Lang::En, Lang::Zh].map(|lang| super::basis(lang, &sample::rule(), &part, date(2026, 11, 21)))
    }

    #[test]
    fn on_track_says_by_what() {
        let reaches = Amount::whole(94);
        assert_eq!(
            said(Basis::Plan { reaches }),
            ["with the plan it reaches 94 PDU", "完成计划后可达 94 PDU"]
        );
        assert_eq!(
            said(Basis::Pace { reaches }),
            ["at this pace it reaches 94 PDU by 2026-12-31", "按目前进度，到 2026-12-31 可达 94 PDU"]
        );
    }

    #[test]
    fn behind_says_what_each_way_reaches_and_what_a_week_must_bring() {
        let (by_pace, have) = (Amount::whole(71), Amount::whole(62));
        assert_eq!(
            said(Basis::Behind { by_plan: have, by_pace }),
            [
                "at this pace it reaches only 71 PDU by 2026-12-31; 4.79 PDU a week needed",
                "按目前进度，到 2026-12-31 只有 71 PDU；每周需完成 4.79 PDU"
            ]
        );
        let with_plan = said(Basis::Behind { by_plan: Amount::whole(80), by_pace });
        assert!(
            with_plan[0].starts_with("with the plan it reaches only 80 PDU; at this pace"),
            "{with_plan:?}"
        );
        assert!(with_plan[1].starts_with("完成计划后也只有 80 PDU；"), "{with_plan:?}");
    }

    /// A window that moves along has no end to reach anything by.
    #[test]
    fn a_rolling_window_names_no_pace() {
        let mut rule = sample::rule();
        rule.cycle = Cycle { anchor: Anchor::Rolling, months: 36 };
        let (by_plan, by_pace) = (Amount::whole(62), Amount::whole(62));
        let part = Part { basis: Basis::Behind { by_plan, by_pace }, ..sample::part(90, 62) };
        let said = [Lang::En, Lang::Zh].map(|lang| super::basis(lang, &rule, &part, date(2026, 12, 31)));
        assert_eq!(
            said,
            ["not reached in the 36 months up to 2026-12-31", "到 2026-12-31 为止的 36 个月内未达到"]
        );
    }

    #[test]
    fn every_figure_of_the_others_is_said() {
        for (basis, figure) in [
            (Basis::Over, "2026-12-31"),
            (Basis::TooLate { most: Amount::whole(24) }, "24 PDU"),
            (Basis::NotBegun, "2026-01-01"),
            (Basis::Room { left: Amount::whole(3) }, "3 PDU"),
        ] {
            let said = said(basis);
            assert!(said.iter().all(|text| text.contains(figure)), "{said:?}");
        }
        let none = Part {
            basis: Basis::Behind { by_plan: Amount::ZERO, by_pace: Amount::ZERO },
            ..sample::part(90, 0)
        };
        let said_of_none = super::basis(Lang::En, &sample::rule(), &none, date(2026, 11, 21));
        assert_eq!(said_of_none, "15.37 PDU a week needed", "nothing counted is no pace");
        assert_eq!(said(Basis::Room { left: Amount::ZERO })[0], "the cap is reached: no more counts");
    }
}

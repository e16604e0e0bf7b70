//! The arithmetic of one entry in words: what converted it, what cut it, what carried it over.

use super::{in_unit, months, parts};
use crate::domain::Amount;
use crate::domain::requirement::carry::CarriedIn;
use crate::domain::requirement::convert::Conversion;
use crate::domain::requirement::rule::{Carry, Maximum, Per, Ratio, Reach};
use crate::domain::requirement::{Reason, Rule};
use crate::domain::vocabulary::{Outcome, Unit};
use crate::locale::{Lang, Say, vocabulary};

/// What changed or cut an entry's figure.
pub fn reason(lang: Lang, rule: &Rule, reason: &Reason) -> String {
    let chinese = lang.is_chinese();
    match reason {
        Reason::Converted { amount, unit, how } => converted(lang, rule, *amount, *unit, *how),
        Reason::Multiplied(by) => {
            let by = factor(*by);
            lang.either(format!("counts {by} times"), format!("按 {by} 倍计算"))
        }
        Reason::NotEarned(outcome) => not_earned(lang, *outcome).to_owned(),
        Reason::NotPassed if chinese => "尚未合格：考核合格后才计学时".to_owned(),
        Reason::NotPassed => "not passed yet: hours count once the examination is passed".to_owned(),
        Reason::NoConversion(unit) => {
            let (from, to) = (unit.say(lang), rule.unit.say(lang));
            lang.either(
                format!("the rule states no way from {from} to {to}"),
                format!("要求包未说明“{from}”如何折算为“{to}”"),
            )
        }
        Reason::RoundedDown { step } => {
            let step = if step.is_zero() { Amount::from_hundredths(1) } else { *step };
            lang.either(format!("rounded down to steps of {step}"), format!("按 {step} 的倍数向下取整"))
        }
        Reason::Capped { maximum, limit } => capped(lang, rule, rule.maximums.get(*maximum), *limit),
    }
}

/// `8 class hours of 45 min = 6 h`; `≈` where the figure has more than two decimals.
fn converted(lang: Lang, rule: &Rule, amount: Amount, unit: Unit, how: Conversion) -> String {
    let stated = vocabulary::amount(lang, amount, unit);
    let (above, below, stated) = match how {
        Conversion::Same => (1, 1, stated),
        Conversion::ByMinutes { from, to } => {
            let long = lang.either(
                format!("{stated} of {from} min"),
                format!("{stated}（每{}{from} 分钟）", measure(unit)),
            );
            (u64::from(from), u64::from(to.max(1)), long)
        }
        Conversion::Stated(gives) => (gives.hundredths(), 100, format!("{stated} × {gives}")),
    };
    let exact = u128::from(amount.hundredths()) * u128::from(above);
    let below = u128::from(below);
    let result = Amount::from_hundredths(u64::try_from(exact / below).unwrap_or(u64::MAX));
    let equals = if exact.is_multiple_of(below) { '=' } else { '≈' };
    // A full-width bracket brings its own blank.
    let blank = if stated.ends_with('）') { "" } else { " " };
    format!("{stated}{blank}{equals} {}", in_unit(lang, rule, result))
}

/// The measure word of a unit, with the blank that a Latin one needs.
fn measure(unit: Unit) -> &'static str {
    match unit {
        Unit::Hour => "小时 ",
        Unit::ClassHour => "学时 ",
        Unit::Pdh => " PDH ",
        Unit::Pdu => " PDU ",
        Unit::Cpe => " CPE ",
        Unit::Ceu => " CEU ",
        Unit::Day => "天 ",
        Unit::Event => "次 ",
    }
}

/// A factor as a decimal where it is one: `1.5`.
fn factor(by: Ratio) -> String {
    let (down, up) = (by.of_rounded_down(Amount::whole(1)), by.of_rounded_up(Amount::whole(1)));
    if down == up { down.to_string() } else { by.to_string() }
}

fn not_earned(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InProgress => {
            lang.either("in progress: nothing counts before the end", "进行中：结束前不计入")
        }
        Outcome::Failed => lang.either("failed: gives nothing", "不合格：不计入"),
        Outcome::Withdrawn => lang.either("given up: gives nothing", "已放弃：不计入"),
        Outcome::Completed => lang.either("completed", "已完成"),
        Outcome::Passed => lang.either("passed", "已合格"),
    }
}

fn capped(lang: Lang, rule: &Rule, maximum: Option<&Maximum>, limit: Amount) -> String {
    let limit = in_unit(lang, rule, limit);
    let label = maximum.and_then(|maximum| maximum.label.as_ref()).map(|label| label.say(lang));
    let reach = maximum.map_or(Reach::Span(Per::Period), |maximum| maximum.per);
    match lang {
        Lang::En => {
            let of = label.unwrap_or_else(|| "everything".to_owned());
            match reach {
                Reach::Entry => format!("cap: {of} at most {limit} an entry"),
                Reach::Span(Per::Period) => format!("cap: {of} at most {limit}, oldest first"),
                Reach::Span(Per::Year) => format!("cap: {of} at most {limit} a year, oldest first"),
            }
        }
        Lang::Zh => {
            let of = label.unwrap_or_else(|| "全部学时".to_owned());
            match reach {
                Reach::Entry => format!("上限：{of}每次最多计 {limit}"),
                Reach::Span(Per::Period) => format!("上限：{of}最多计 {limit}，先学先计"),
                Reach::Span(Per::Year) => format!("上限：{of}每年最多计 {limit}，先学先计"),
            }
        }
    }
}

/// Where what was carried in comes from, and which limit kept the rest back. `None` where the
/// period before left nothing over.
pub fn carried(lang: Lang, rule: &Rule, carried: &CarriedIn) -> Option<String> {
    let (carry, from) = (rule.carry.as_ref()?, carried.from?);
    if carried.surplus.is_zero() {
        return None;
    }
    let (amount, surplus) = (in_unit(lang, rule, carried.amount), in_unit(lang, rule, carried.surplus));
    let from = parts::period(lang, from);
    let mut said = match lang {
        Lang::En => format!("{amount} carried in from {from}, which had {surplus} more than required"),
        Lang::Zh => format!("由 {from} 结转 {amount}，该周期超出要求 {surplus}"),
    };
    let limits = limits(lang, rule, carry, carried);
    if !limits.is_empty() {
        said.push_str(lang.either("; ", "；"));
        said.push_str(&limits.join(lang.either(", ", "，")));
    }
    Some(said)
}

/// Which limits can have kept something back. The hours that may move on are those of a category
/// and a time; together they may be no more than so many.
fn limits(lang: Lang, rule: &Rule, carry: &Carry, carried: &CarriedIn) -> Vec<String> {
    let mut limits = Vec::new();
    if carried.surplus > carry.hours {
        let most = in_unit(lang, rule, carry.hours);
        limits.push(lang.either(format!("at most {most} may move on"), format!("最多可结转 {most}")));
    }
    if carried.amount < carried.surplus.min(carry.hours) {
        limits.extend(carry.category.as_ref().map(|category| {
            let category = category.say(lang);
            lang.either(format!("only hours of {category} move on"), format!("只有“{category}”可以结转"))
        }));
        limits.extend(carry.earned_within_months.map(|count| {
            let time = months(lang, count);
            lang.either(
                format!("only hours of the last {time} move on"),
                format!("只有最后 {time}内取得的可以结转"),
            )
        }));
    }
    limits
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::requirement::Period;
    use crate::domain::vocabulary::Category;
    use jiff::civil::date;

    fn said(given: &Reason) -> [String; 2] {
        [Lang::En, Lang::Zh].map(|lang| reason(lang, &sample::rule(), given))
    }

    #[test]
    fn a_conversion_shows_its_sum_and_says_when_it_is_rounded() {
        let of = |amount, unit, how| said(&Reason::Converted { amount, unit, how });
        let by = |from, to| Conversion::ByMinutes { from, to };
        let eight = Amount::whole(8);
        assert_eq!(
            of(eight, Unit::ClassHour, by(45, 60)),
            ["8 class hours of 45 min = 6 PDU", "8 学时（每学时 45 分钟）= 6 PDU"]
        );
        assert_eq!(of(Amount::whole(1), Unit::Hour, by(60, 45))[0], "1 h of 60 min ≈ 1.33 PDU");
        assert_eq!(
            of(Amount::whole(2), Unit::Day, Conversion::Stated(eight)),
            ["2 days × 8 = 16 PDU", "2 天 × 8 = 16 PDU"]
        );
    }

    #[test]
    fn a_cap_names_its_label_its_limit_and_its_reach() {
        let capped = |maximum, limit| said(&Reason::Capped { maximum, limit: Amount::whole(limit) });
        assert_eq!(
            capped(0, 25),
            ["cap: giving back at most 25 PDU, oldest first", "上限：回馈专业最多计 25 PDU，先学先计"]
        );
        assert_eq!(
            capped(1, 5),
            ["cap: self-study at most 5 PDU a year, oldest first", "上限：自学每年最多计 5 PDU，先学先计"]
        );
        assert_eq!(
            capped(2, 8),
            ["cap: everything at most 8 PDU an entry", "上限：全部学时每次最多计 8 PDU"]
        );
    }

    #[test]
    fn factors_and_steps_are_decimals() {
        let half_more = Ratio::parse("3/2").unwrap();
        assert_eq!(said(&Reason::Multiplied(half_more)), ["counts 1.5 times", "按 1.5 倍计算"]);
        let third = Ratio::parse("4/3").unwrap();
        assert_eq!(said(&Reason::Multiplied(third))[0], "counts 4/3 times");
        let step = Amount::from_hundredths(25);
        assert_eq!(
            said(&Reason::RoundedDown { step }),
            ["rounded down to steps of 0.25", "按 0.25 的倍数向下取整"]
        );
    }

    #[test]
    fn what_is_carried_in_names_the_limit_that_cut_it() {
        let mut rule = sample::rule();
        let category = Category::new("group-a");
        rule.carry = Some(Carry { hours: Amount::whole(14), category: None, earned_within_months: None });
        let period = Period { start: date(2025, 1, 1), end: date(2025, 12, 31) };
        let of = |amount, surplus| CarriedIn {
            amount: Amount::whole(amount),
            surplus: Amount::whole(surplus),
            from: Some(period),
            portions: Vec::new(),
        };
        let said = |rule: &Rule, of| carried(Lang::En, rule, &of);
        let whole = "9 PDU carried in from 2025-01-01 – 2025-12-31, which had 9 PDU more than required";
        assert_eq!(said(&rule, of(9, 9)).unwrap(), whole);
        assert!(said(&rule, of(14, 16)).unwrap().ends_with("; at most 14 PDU may move on"));
        assert!(said(&rule, of(14, 14)).unwrap().ends_with("than required"), "nothing was cut");
        assert_eq!(said(&rule, of(0, 0)), None);
        rule.carry = Some(Carry { hours: Amount::whole(14), category, earned_within_months: Some(6) });
        assert!(
            said(&rule, of(0, 9))
                .unwrap()
                .ends_with("; only hours of group A move on, only hours of the last 6 months move on")
        );
        let chinese = carried(Lang::Zh, &rule, &of(3, 16)).unwrap();
        assert_eq!(
            chinese,
            "由 2025-01-01 至 2025-12-31 结转 3 PDU，该周期超出要求 16 PDU；最多可结转 14 PDU，只有“A 组”可以结转，只有最后 6 个月内取得的可以结转"
        );
    }
}

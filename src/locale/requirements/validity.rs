//! A rule's wording holds only from or to some day: what is said where a period lies outside.

use crate::domain::requirement::rule::Outside;
use crate::domain::requirement::{Period, Rule};
use crate::locale::Lang;

/// `this wording of the rule holds from 2026-01-01: the period lies partly outside`; `None` where it
/// lies inside.
pub fn outside_validity(lang: Lang, rule: &Rule, period: Period) -> Option<String> {
    let outside = rule.outside_validity(period)?;
    let holds = match (rule.valid_from, rule.valid_to) {
        (Some(from), Some(to)) => {
            lang.either(format!("holds from {from} to {to}"), format!("自 {from} 施行至 {to}"))
        }
        (Some(from), None) => lang.either(format!("holds from {from}"), format!("自 {from} 起施行")),
        (None, Some(to)) => lang.either(format!("holds until {to}"), format!("施行至 {to}")),
        (None, None) => return None,
    };
    let lies = match outside {
        Outside::Partly => lang.either("lies partly outside", "有一部分不在此期间"),
        Outside::Wholly => lang.either("lies outside", "不在此期间"),
    };
    Some(lang.either(
        format!("this wording of the rule {holds}: the period {lies}"),
        format!("这一版规定{holds}：本周期{lies}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::Date;
    use jiff::civil::date;

    fn said(from: Option<Date>, to: Option<Date>) -> Option<[String; 2]> {
        let rule = Rule { valid_from: from, valid_to: to, ..sample::rule() };
        let period = Period { start: date(2026, 1, 1), end: date(2026, 12, 31) };
        let [en, zh] = [Lang::En, Lang::Zh].map(|lang| outside_validity(lang, &rule, period));
        Some([en?, zh?])
    }

    #[test]
    fn only_a_period_that_is_not_all_inside_is_remarked_on() {
        assert_eq!(said(None, None), None);
        assert_eq!(said(Some(date(2026, 1, 1)), Some(date(2026, 12, 31))), None, "both days are inside");
        for (from, to, english, chinese) in [
            (
                Some(date(2026, 1, 2)),
                None,
                "this wording of the rule holds from 2026-01-02: the period lies partly outside",
                "这一版规定自 2026-01-02 起施行：本周期有一部分不在此期间",
            ),
            (
                None,
                Some(date(2026, 12, 30)),
                "this wording of the rule holds until 2026-12-30: the period lies partly outside",
                "这一版规定施行至 2026-12-30：本周期有一部分不在此期间",
            ),
            (
                Some(date(2024, 1, 1)),
                Some(date(2025, 12, 31)),
                "this wording of the rule holds from 2024-01-01 to 2025-12-31: the period lies outside",
                "这一版规定自 2024-01-01 施行至 2025-12-31：本周期不在此期间",
            ),
            (
                Some(date(2027, 1, 1)),
                None,
                "this wording of the rule holds from 2027-01-01: the period lies outside",
                "这一版规定自 2027-01-01 起施行：本周期不在此期间",
            ),
        ] {
            assert_eq!(said(from, to), Some([english.to_owned(), chinese.to_owned()]));
        }
    }
}

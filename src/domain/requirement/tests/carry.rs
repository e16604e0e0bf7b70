//! Step 6: what moves on, over many periods.

use super::*;
use crate::domain::requirement::evaluate::evaluate_period;

fn carrying(total: &str, limit: &str) -> Rule {
    let mut rule = rule(total);
    rule.carry = Some(carry(limit));
    rule
}

fn carried(rule: &Rule, entries: &[&str], as_of: &str) -> String {
    on(rule, Some("2020-01-01"), &record(entries), as_of).carried.amount.to_string()
}

#[test]
fn the_amount_has_a_limit_and_only_a_surplus_moves() {
    let rule = carrying("15", "14");
    for (earned, moved) in [("0.5", "0"), ("15", "0"), ("16", "1"), ("29", "14"), ("40", "14")] {
        assert_eq!(carried(&rule, &[&format!("a 2025-06-01 {earned}")], "2026-06-01"), moved, "{earned}");
    }
    let evaluation = on(&rule, None, &record(&["a 2025-06-01 40"]), "2026-06-01");
    assert_eq!(evaluation.carried.surplus, amount("25"));
    assert_eq!(evaluation.carried.from, Some(period("2025-01-01", "2025-12-31")));
}

#[test]
fn no_hour_moves_twice() {
    let rule = carrying("15", "14");
    // 29 in 2023: 14 move into 2024 and meet most of it; they never reach 2025.
    let chain = |second: &str| {
        let second = format!("b 2024-06-01 {second}");
        carried(&rule, &["a 2023-06-01 29", &second], "2025-06-01")
    };
    for (own, moved) in [("0.01", "0"), ("1", "0"), ("2", "1"), ("14", "13"), ("15", "14"), ("20", "14")] {
        assert_eq!(chain(own), moved, "{own}");
    }
    // A year without an entry ends the chain.
    assert_eq!(carried(&rule, &["a 2023-06-01 60"], "2024-06-01"), "14");
    assert_eq!(carried(&rule, &["a 2023-06-01 60"], "2025-06-01"), "0");
}

#[test]
fn a_chain_over_many_periods() {
    let rule = carrying("10", "5");
    let entries: Vec<String> =
        (2016..2026).map(|year| format!("e{year} {year}-05-05 {}", 8 + year % 4)).collect();
    let texts: Vec<&str> = entries.iter().map(String::as_str).collect();
    // 2016: 8. 2017: 9. 2018: 10. 2019: 11, +1. 2020: 8+1. 2021: 9. 2022: 10. 2023: 11, +1. …
    for (year, moved) in [(2017, "0"), (2020, "1"), (2021, "0"), (2024, "1"), (2025, "0"), (2026, "0")] {
        assert_eq!(carried(&rule, &texts, &format!("{year}-12-31")), moved, "into {year}");
    }
}

#[test]
fn only_the_category_and_the_months_that_the_rule_names() {
    let mut rule = carrying("120", "40");
    rule.cycle = personal(36);
    rule.carry =
        Some(Carry { category: Some(category("group-a")), earned_within_months: Some(6), ..carry("40") });
    for (entries, moved) in [
        (["a 2020-02-01 120 group-a", "b 2022-12-01 50 group-a", "c 2022-12-02 9"], "40"),
        (["a 2020-02-01 120 group-a", "b 2022-12-01 30 group-a", "c 2022-12-02 9"], "30"),
        (["a 2020-02-01 120 group-a", "b 2022-06-30 30 group-a", "c 2022-12-02 9 group-b"], "0"),
        (["a 2020-02-01 100 group-a", "b 2022-12-01 30 group-a", "c 2020-01-02 1"], "11"),
    ] {
        assert_eq!(carried(&rule, &entries, "2023-01-01"), moved, "{entries:?}");
    }
}

#[test]
fn what_a_minimum_needed_stays_with_its_period() {
    // All 90 hours of group A were late, and all are needed: the surplus is of group B, and early.
    let mut rule = carrying("120", "40");
    rule.minimums = vec![minimum("group-a", "90")];
    rule.carry = Some(Carry { category: Some(category("group-a")), ..carry("40") });
    assert_eq!(carried(&rule, &["a 2025-01-01 60 group-b", "b 2025-12-01 90 group-a"], "2026-01-01"), "0");
    assert_eq!(carried(&rule, &["a 2025-01-01 60 group-b", "b 2025-12-01 95 group-a"], "2026-01-01"), "5");
    // Other hours move in its place where the rule lets them.
    rule.carry = Some(carry("40"));
    assert_eq!(carried(&rule, &["a 2025-01-01 60 group-b", "b 2025-12-01 90 group-a"], "2026-01-01"), "30");
    // What is only advised needs nothing.
    rule.minimums[0].soft = true;
    rule.carry = Some(Carry { category: Some(category("group-a")), ..carry("40") });
    assert_eq!(carried(&rule, &["a 2025-01-01 60 group-b", "b 2025-12-01 90 group-a"], "2026-01-01"), "30");
}

#[test]
fn what_a_minimum_can_spare_is_spared_once_and_year_by_year() {
    let mut rule = carrying("120", "40");
    rule.minimums = vec![minimum("group-a", "90")];
    rule.carry = Some(Carry { category: Some(category("group-a")), ..carry("40") });
    let entries = ["a 2025-01-01 60 group-b", "b 2025-11-01 50 group-a", "c 2025-12-01 45 group-a"];
    assert_eq!(carried(&rule, &entries, "2026-01-01"), "5");
    // What was carried in does not meet this minimum, so it spares none of the year's own.
    rule.total = Some(amount("10"));
    rule.minimums = vec![minimum("group-a", "4")];
    let entries = ["a 2024-01-01 50 group-a", "b 2025-01-01 4 group-a", "c 2025-01-02 20 group-b"];
    assert_eq!(carried(&rule, &entries, "2025-06-01"), "40");
    assert_eq!(carried(&rule, &entries, "2026-06-01"), "0");
    // Nor does it meet the floor of a second year.
    rule.cycle = personal(24);
    rule.carry = Some(carry("40"));
    rule.minimums = vec![Minimum { label: None, per: Per::Year, carried: true, ..minimum("x", "8") }];
    let entries = ["a 2020-05-01 60", "b 2021-05-01 60", "c 2023-05-01 9"];
    assert_eq!(carried(&rule, &entries, "2022-06-01"), "40");
    assert_eq!(carried(&rule, &entries, "2024-06-01"), "1");
}

#[test]
fn hours_with_two_labels_do_not_cost_those_with_one() {
    let mut rule = carrying("1", "9");
    rule.minimums = vec![minimum("p", "1"), minimum("q", "1")];
    // The newest serves both minimums and stays; the others move.
    assert_eq!(
        carried(&rule, &["a 2025-01-01 1 p", "b 2025-01-02 1 q", "c 2025-01-03 1 p,q"], "2026-01-01"),
        "2"
    );
}

#[test]
fn carried_hours_meet_a_part_only_where_the_rule_lets_them() {
    let mut rule = carrying("10", "6");
    rule.minimums = vec![minimum("a", "2"), Minimum { carried: true, ..minimum("b", "2") }];
    let record = record(&["x 2025-01-01 4 a", "y 2025-02-01 8 b", "z 2025-03-01 4", "w 2026-01-01 1 b"]);
    let evaluation = on(&rule, None, &record, "2026-06-01");
    assert_eq!(figures(&evaluation, "total"), ("1".to_owned(), "6".to_owned()));
    assert_eq!(figures(&evaluation, "a"), ("0".to_owned(), "0".to_owned()));
    // The hours that may meet the minimum again move first; the two that met it stay.
    assert_eq!(figures(&evaluation, "b"), ("1".to_owned(), "6".to_owned()));
    let [portion] = &evaluation.carried.portions[..] else { panic!("{:?}", evaluation.carried) };
    assert_eq!((portion.entry, portion.amount, &portion.minimums[..]), (1, amount("6"), &[1][..]));
}

#[test]
fn carried_hours_of_a_part_are_not_needed_there_twice() {
    let mut rule = carrying("4", "4");
    rule.minimums = vec![Minimum { carried: true, ..minimum("b", "4") }];
    // 2024: 8 of b, 4 move and meet all of 2025; its own 4 move on; 2026 needs all of them.
    let entries = ["x 2024-01-01 8 b", "y 2025-01-01 4 b"];
    assert_eq!(carried(&rule, &entries, "2025-06-01"), "4");
    assert_eq!(carried(&rule, &entries, "2026-06-01"), "4");
    assert_eq!(carried(&rule, &entries, "2027-06-01"), "0");
}

#[test]
fn a_yearly_minimum_takes_carried_hours_in_its_first_year_and_keeps_what_each_year_needs() {
    let mut rule = carrying("10", "30");
    rule.cycle = personal(24);
    rule.minimums = vec![Minimum { label: None, per: Per::Year, carried: true, ..minimum("x", "8") }];
    let record = record(&["a 2020-05-01 8", "b 2021-05-01 20", "c 2022-05-01 1"]);
    let evaluation = on(&rule, Some("2020-01-01"), &record, "2022-06-01");
    assert_eq!(figures(&evaluation, "total"), ("1".to_owned(), "12".to_owned()));
    assert_eq!(figures(&evaluation, "total-year-1"), ("1".to_owned(), "12".to_owned()));
    assert_eq!(figures(&evaluation, "total-year-2"), ("0".to_owned(), "0".to_owned()));
}

#[test]
fn caps_apply_where_hours_were_earned() {
    let mut rule = carrying("10", "20");
    rule.maximums = vec![maximum(label("self"), "5", Reach::Span(Per::Period))];
    assert_eq!(carried(&rule, &["a 2025-01-01 30 self", "b 2025-02-01 8"], "2026-01-01"), "3");
}

#[test]
fn an_override_of_a_past_period_changes_what_moved_on() {
    let rule = carrying("15", "14");
    let record = record(&["a 2025-06-01 20"]);
    let with = |totals: &[(Option<&str>, &str)], as_of| {
        let totals: Vec<_> = totals
            .iter()
            .map(|(start, hours)| TotalOverride { period: start.map(day), hours: amount(hours) })
            .collect();
        let subject = Subject { rule: &rule, since: None, totals: &totals };
        let evaluation = evaluate(&subject, &record, &[], day(as_of)).unwrap();
        (evaluation.parts[0].required.unwrap().to_string(), evaluation.carried.amount.to_string())
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(with(&[(Some("2025-01-01"), "8")], "2026-01-01"), pair("15", "12"));
    assert_eq!(with(&[(Some("2026-01-01"), "8")], "2026-01-01"), pair("8", "5"));
    assert_eq!(with(&[(Some("2025-01-01"), "19"), (None, "10")], "2026-01-01"), pair("10", "1"));
    assert_eq!(with(&[(Some("2026-01-01"), "7"), (Some("2026-01-01"), "9")], "2026-01-01"), pair("9", "5"));
    assert_eq!(with(&[(Some("2024-01-01"), "7")], "2026-01-01"), pair("15", "5"));
    // What was carried in beyond a lower total is no surplus of the period's own.
    let totals = [TotalOverride { period: Some(day("2026-01-01")), hours: amount("1") }];
    let subject = Subject { rule: &rule, since: None, totals: &totals };
    let record = super::record(&["a 2025-06-01 20", "b 2026-06-01 2"]);
    let evaluation = evaluate(&subject, &record, &[], day("2027-01-01")).unwrap();
    assert_eq!((evaluation.carried.surplus, evaluation.carried.amount), (amount("2"), amount("2")));
}

#[test]
fn a_window_that_rolls_has_nothing_before_it() {
    let mut rule = carrying("10", "20");
    rule.cycle = rolling(12);
    assert_eq!(carried(&rule, &["a 2020-01-01 90", "b 2026-01-01 1"], "2026-06-01"), "0");
}

#[test]
fn a_period_without_a_total_has_no_surplus() {
    let mut rule = carrying("10", "20");
    rule.total = None;
    assert_eq!(carried(&rule, &["a 2025-01-01 90"], "2026-06-01"), "0");
}

#[test]
fn an_earlier_period_can_be_looked_at_from_today() {
    let rule = carrying("15", "14");
    let record = record(&["a 2024-06-01 18", "b 2025-12-31 11", "c 2026-01-01 40"]);
    let subject = Subject { rule: &rule, since: None, totals: &[] };
    let last = period("2025-01-01", "2025-12-31");
    let evaluation = evaluate_period(&subject, &record, &[], last, day("2026-02-01"));
    assert_eq!(figures(&evaluation, "total"), ("11".to_owned(), "3".to_owned()));
    assert_eq!(evaluation.state, State::Missed);
    // The next one, before it has begun, starts with what is there so far.
    let next = period("2027-01-01", "2027-12-31");
    let evaluation = evaluate_period(&subject, &record, &[], next, day("2026-02-01"));
    assert_eq!(figures(&evaluation, "total"), ("0".to_owned(), "14".to_owned()));
}

#[test]
fn what_is_carried_is_in_the_pace_once_and_in_the_share_of_all() {
    let mut rule = carrying("20", "10");
    let share = Threshold::ShareOfCounted(Ratio::parse("1/3").unwrap());
    rule.minimums = vec![Minimum { amount: share, ..minimum("x", "0") }];
    // 10 came in; 5 of a half year, twice, make the other 10.
    let record = record(&["a 2025-06-01 30", "b 2026-01-01 5"]);
    let evaluation = on(&rule, None, &record, "2026-07-01");
    assert_eq!(part(&evaluation, "total").basis, Basis::Pace { reaches: amount("20.02") });
    assert_eq!(part(&evaluation, "x").required, Some(amount("6.67")));
    let record = super::record(&["a 2025-06-01 30", "b 2026-01-01 50"]);
    let evaluation = on(&rule, None, &record, "2026-07-01");
    assert_eq!(part(&evaluation, "x").required, Some(amount("20")));
}

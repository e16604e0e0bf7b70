//! The cases at which the rules that exist are known to be got wrong.

use super::*;

fn total(evaluation: &Evaluation) -> String {
    counted(evaluation, "total")
}

#[test]
fn a_leap_day_anchor_keeps_its_day() {
    let mut rule = rule("30");
    rule.cycle = personal(12);
    let record =
        record(&["a 2026-02-27 1", "b 2026-02-28 2", "c 2027-02-27 4", "d 2028-02-28 8", "e 2028-02-29 16"]);
    for (as_of, start, counted) in [
        ("2026-02-27", "2025-02-28", "1"),
        ("2027-02-27", "2026-02-28", "6"),
        ("2028-02-28", "2027-02-28", "8"),
        ("2028-02-29", "2028-02-29", "16"),
    ] {
        let evaluation = on(&rule, Some("2024-02-29"), &record, as_of);
        assert_eq!((evaluation.period.start, total(&evaluation)), (day(start), counted.to_owned()));
    }
}

#[test]
fn the_last_day_of_a_period_belongs_to_it() {
    let record = record(&["a 2025-12-31 1", "b 2026-01-01 2", "c 2026-12-31 4", "d 2027-01-01 8"]);
    assert_eq!(total(&on(&rule("90"), None, &record, "2026-12-31")), "6");
    assert_eq!(total(&on(&rule("90"), None, &record, "2027-01-01")), "8");
    assert_eq!(total(&on(&rule("90"), None, &record, "2025-12-31")), "1");
}

#[test]
fn what_was_done_before_the_personal_date_is_not_counted() {
    let mut rule = rule("30");
    rule.cycle = personal(12);
    rule.carry = Some(carry("15"));
    let record = record(&["a 2025-09-30 40", "b 2025-10-01 1"]);
    let evaluation = on(&rule, Some("2025-10-01"), &record, "2026-01-01");
    assert_eq!(figures(&evaluation, "total"), ("1".to_owned(), "0".to_owned()));
    let early = on(&rule, Some("2025-10-01"), &record, "2025-09-30");
    assert_eq!((total(&early).as_str(), early.state), ("0", State::OnTrack));
    assert_eq!(early.parts[0].basis, Basis::NotBegun);
}

#[test]
fn a_rolling_window_lets_go_of_the_same_day_three_years_ago() {
    let mut rule = rule("150");
    rule.cycle = rolling(36);
    let record = record(&["a 2023-11-20 1", "b 2023-11-21 2", "c 2023-11-22 4", "d 2026-11-21 8"]);
    assert_eq!(total(&on(&rule, None, &record, "2026-11-21")), "12");
    assert_eq!(total(&on(&rule, None, &record, "2026-11-20")), "6");
    assert_eq!(total(&on(&rule, None, &record, "2026-11-22")), "8");
}

#[test]
fn the_edge_of_a_carry_window_is_a_day() {
    let mut rule = rule("60");
    rule.cycle = personal(36);
    for (months, out, inside) in [(12, "2025-12-31", "2026-01-01"), (6, "2026-06-30", "2026-07-01")] {
        rule.carry = Some(Carry { earned_within_months: Some(months), ..carry("20") });
        for (date, carried) in [(out, "0"), (inside, "10")] {
            let record = record(&["a 2024-01-01 60", &format!("b {date} 10")]);
            let evaluation = on(&rule, Some("2024-01-01"), &record, "2027-01-01");
            assert_eq!(figures(&evaluation, "total").1, carried, "{months} months, {date}");
        }
    }
}

#[test]
fn fourteen_carried_hours_leave_the_ethics_of_texas_open() {
    let mut texas = in_unit(Unit::Pdh, "15");
    texas.cycle = personal(12);
    texas.minimums = vec![minimum("ethics", "1")];
    texas.carry = Some(carry("14"));
    let record = record(&["a 2025-03-01 30 ethics", "b 2025-12-01 1"]);
    let evaluation = on(&texas, Some("2024-10-01"), &record, "2026-03-01");
    assert_eq!(figures(&evaluation, "total"), ("1".to_owned(), "14".to_owned()));
    assert_eq!(figures(&evaluation, "ethics"), ("0".to_owned(), "0".to_owned()));
    assert_eq!((part(&evaluation, "total").state, evaluation.state), (State::Met, State::AtRisk));
    assert_eq!(part(&evaluation, "ethics").missing(), Some(amount("1")));
}

#[test]
fn half_an_hour_less_a_minute_is_nothing_in_north_dakota() {
    let mut dakota = in_unit(Unit::Pdh, "30");
    dakota.step = amount("0.5");
    let pdh = |text: &str| Entry { unit: Unit::Pdh, ..entry(text) };
    let entries = vec![pdh("a 2026-01-01 0.49"), pdh("b 2026-01-02 0.5"), pdh("c 2026-01-03 8.99")];
    let evaluation = on(&dakota, None, &HoursRecord::new(entries, Vec::new()), "2026-12-31");
    assert_eq!(credits(&evaluation), ["0", "0.5", "8.5"]);
}

#[test]
fn seventeen_contact_hours_are_the_same_in_three_units() {
    let record = record(&["a 2026-05-20 17"]);
    for (unit, expected) in [(Unit::Ceu, "1.7"), (Unit::Pdh, "17"), (Unit::Hour, "17")] {
        assert_eq!(total(&on(&in_unit(unit, "20"), None, &record, "2026-12-31")), expected, "{unit}");
    }
}

#[test]
fn ninety_class_hours_are_sixty_seven_and_a_half_on_the_clock() {
    let entries = vec![Entry { unit: Unit::ClassHour, ..entry("a 2026-05-20 90") }];
    let record = HoursRecord::new(entries, Vec::new());
    assert_eq!(total(&on(&rule("90"), None, &record, "2026-12-31")), "67.5");
    assert_eq!(total(&on(&in_unit(Unit::ClassHour, "90"), None, &record, "2026-12-31")), "90");
}

#[test]
fn sixty_done_in_one_year_do_not_spill_into_the_next_without_a_carry() {
    let mut shaanxi = in_unit(Unit::ClassHour, "32");
    shaanxi.cycle = personal(12);
    let entries = vec![Entry { unit: Unit::ClassHour, ..entry("a 2025-06-01 60") }];
    let record = HoursRecord::new(entries, Vec::new());
    let evaluation = on(&shaanxi, Some("2025-03-01"), &record, "2026-03-01");
    assert_eq!(figures(&evaluation, "total"), ("0".to_owned(), "0".to_owned()));
}

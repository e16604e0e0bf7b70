//! Periods over many anchors and days.

use super::*;
use crate::domain::requirement::period::{NoPersonalDate, add_months, first_of_last};

#[test]
fn each_anchor_has_its_period_for_each_day() {
    let calendar = Cycle::CALENDAR_YEAR;
    let hong_kong = fixed(10, 1, None, 12);
    let half_years = fixed(1, 1, None, 6);
    let biennial = fixed(1, 1, Some(2025), 24);
    let leap = fixed(2, 29, None, 12);
    let leap_pair = fixed(2, 29, Some(2025), 24);
    let leap_third = fixed(2, 29, Some(2025), 36);
    let month_end = fixed(8, 31, None, 6);
    for (cycle, at, start, end) in [
        (&calendar, "2026-01-01", "2026-01-01", "2026-12-31"),
        (&calendar, "2026-12-31", "2026-01-01", "2026-12-31"),
        (&calendar, "1999-02-28", "1999-01-01", "1999-12-31"),
        (&hong_kong, "2026-09-30", "2025-10-01", "2026-09-30"),
        (&hong_kong, "2026-10-01", "2026-10-01", "2027-09-30"),
        (&half_years, "2026-06-30", "2026-01-01", "2026-06-30"),
        (&half_years, "2026-07-01", "2026-07-01", "2026-12-31"),
        (&biennial, "2024-12-31", "2023-01-01", "2024-12-31"),
        (&biennial, "2025-01-01", "2025-01-01", "2026-12-31"),
        (&biennial, "2026-12-31", "2025-01-01", "2026-12-31"),
        (&leap, "2024-02-28", "2023-02-28", "2024-02-28"),
        (&leap, "2024-02-29", "2024-02-29", "2025-02-27"),
        (&leap, "2025-02-28", "2025-02-28", "2026-02-27"),
        (&leap_pair, "2027-02-28", "2027-02-28", "2029-02-27"),
        (&leap_pair, "2024-03-01", "2023-02-28", "2025-02-27"),
        (&leap_third, "2028-02-28", "2025-02-28", "2028-02-28"),
        (&leap_third, "2028-02-29", "2028-02-29", "2031-02-27"),
        (&month_end, "2026-02-27", "2025-08-31", "2026-02-27"),
        (&month_end, "2026-02-28", "2026-02-28", "2026-08-30"),
        (&month_end, "2024-02-28", "2023-08-31", "2024-02-28"),
    ] {
        assert_eq!(cycle.period_of(day(at), None), Ok(period(start, end)), "{cycle:?} {at}");
    }
}

#[test]
fn a_personal_period_counts_from_its_date_and_not_before() {
    for (months, since, at, start, end) in [
        (12, "2025-10-01", "2026-09-30", "2025-10-01", "2026-09-30"),
        (12, "2025-10-01", "2026-10-01", "2026-10-01", "2027-09-30"),
        (36, "2024-05-31", "2027-05-30", "2024-05-31", "2027-05-30"),
        (36, "2024-05-31", "2027-05-31", "2027-05-31", "2030-05-30"),
        (24, "2024-02-29", "2026-02-27", "2024-02-29", "2026-02-27"),
        (24, "2024-02-29", "2026-02-28", "2026-02-28", "2028-02-28"),
        (24, "2024-02-29", "2028-02-29", "2028-02-29", "2030-02-27"),
        (1, "2026-01-31", "2026-02-27", "2026-01-31", "2026-02-27"),
        (1, "2026-01-31", "2026-02-28", "2026-02-28", "2026-03-30"),
        (1, "2026-01-31", "2026-03-31", "2026-03-31", "2026-04-29"),
        // Nothing binds earlier: the first period is meant.
        (36, "2024-05-31", "2020-01-01", "2024-05-31", "2027-05-30"),
    ] {
        let found = personal(months).period_of(day(at), Some(day(since)));
        assert_eq!(found, Ok(period(start, end)), "{months} from {since} on {at}");
    }
    assert_eq!(personal(12).period_of(day("2026-01-01"), None), Err(NoPersonalDate));
}

#[test]
fn a_rolling_window_has_all_its_days_and_not_the_same_day_twice() {
    for (months, at, start) in [
        (36, "2026-11-21", "2023-11-22"),
        (12, "2026-12-31", "2026-01-01"),
        (12, "2024-02-28", "2023-03-01"),
        (12, "2024-02-29", "2023-03-01"),
        (12, "2025-02-28", "2024-03-01"),
        (12, "2024-03-01", "2023-03-02"),
        (6, "2026-02-28", "2025-09-01"),
        (6, "2026-08-31", "2026-03-01"),
        (1, "2026-03-30", "2026-03-01"),
    ] {
        let found = rolling(months).period_of(day(at), None);
        assert_eq!(found, Ok(period(start, at)), "{months} on {at}");
        // The day before is the last from which the months have run out.
        let (first, months) = (first_of_last(months, day(at)), i64::from(months));
        assert!(add_months(first, months) > day(at));
        assert!(add_months(first.yesterday().unwrap(), months) <= day(at));
    }
}

#[test]
fn periods_follow_each_other_until_nothing_binds() {
    let yearly = Cycle::CALENDAR_YEAR;
    let this = period("2026-01-01", "2026-12-31");
    assert_eq!(yearly.before(this, None), Some(period("2025-01-01", "2025-12-31")));
    assert_eq!(yearly.after(this, None), Some(period("2027-01-01", "2027-12-31")));
    let since = Some(day("2025-03-01"));
    let second = personal(12).period_of(day("2026-03-01"), since).unwrap();
    let first = personal(12).before(second, since).unwrap();
    assert_eq!(first, period("2025-03-01", "2026-02-28"));
    assert_eq!(personal(12).after(first, since), Some(second));
    assert_eq!(personal(12).before(first, since), None);
    assert_eq!(personal(12).before(second, None), None);
    assert_eq!(rolling(12).before(this, None), None);
    assert_eq!(rolling(12).after(this, None), None);
}

#[test]
fn years_lie_inside_a_longer_period() {
    for (start, end, ends) in [
        ("2024-05-31", "2027-05-30", &["2025-05-30", "2026-05-30", "2027-05-30"][..]),
        ("2024-01-01", "2024-12-31", &["2024-12-31"]),
        ("2024-01-01", "2024-06-30", &["2024-06-30"]),
        ("2024-01-01", "2025-06-30", &["2024-12-31", "2025-06-30"]),
        ("2024-02-29", "2026-02-27", &["2025-02-27", "2026-02-27"]),
        // From 29 February of another year: one year, though it has 366 days.
        ("2027-02-28", "2028-02-28", &["2028-02-28"]),
        ("2025-02-28", "2028-02-28", &["2026-02-27", "2027-02-27", "2028-02-28"]),
    ] {
        let found: Vec<Date> = period(start, end).years().iter().map(|year| year.end).collect();
        let wanted: Vec<Date> = ends.iter().map(|end| day(end)).collect();
        assert_eq!(found, wanted, "{start}..{end}");
    }
    assert_eq!(period("2024-01-01", "2024-12-31").days(), 366);
}

#[test]
fn a_length_of_nothing_does_not_go_round_in_circles() {
    let cycle = personal(0);
    let since = Some(day("2026-01-31"));
    assert_eq!(cycle.period_of(day("2026-02-27"), since), Ok(period("2026-01-31", "2026-02-27")));
    assert_eq!(rolling(0).period_of(day("2026-03-31"), None), Ok(period("2026-03-01", "2026-03-31")));
}

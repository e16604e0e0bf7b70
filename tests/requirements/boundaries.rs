//! What boards draw a line at: leap days, first and last days, edges of windows, exact conversion.

use super::table::{bundled, regime};
use tuition::domain::requirement::Period;
use tuition::domain::requirement::evaluate::Evaluation;

fn period(evaluation: &Evaluation) -> String {
    let Period { start, end } = evaluation.period;
    format!("{start} {end}")
}

#[test]
fn a_personal_date_of_29_february_comes_back_in_every_leap_year() {
    let texas = bundled("us-tx-pe").since("2024-02-29");
    for (day, expected) in [
        ("2024-02-29", "2024-02-29 2025-02-27"),
        ("2025-02-27", "2024-02-29 2025-02-27"),
        ("2025-02-28", "2025-02-28 2026-02-27"),
        ("2027-02-28", "2027-02-28 2028-02-28"),
        ("2028-02-28", "2027-02-28 2028-02-28"),
        ("2028-02-29", "2028-02-29 2029-02-27"),
    ] {
        assert_eq!(period(&texas.evaluate(day, &[])), expected, "{day}");
    }
    texas.moving(
        "2026-02-27",
        &["2025-02-28 15 ethics"],
        ("2025-02-28", "2025-02-27"),
        &[
            ("total 15 of 15: met", "total 0 of 15: at-risk"),
            ("ethics 15 of 1: met", "ethics 0 of 1: at-risk"),
        ],
    );
}

#[test]
fn nothing_binds_before_the_personal_date() {
    let texas = bundled("us-tx-pe").since("2026-10-01");
    let evaluation = texas.evaluate("2026-03-01", &["2026-02-01 30 ethics"]);
    assert_eq!(period(&evaluation), "2026-10-01 2027-09-30");
    texas.gives(
        "2026-10-01",
        &["2026-09-30 30 ethics"],
        &["total 0 of 15: at-risk", "ethics 0 of 1: at-risk"],
    );
}

#[test]
fn a_rolling_window_ends_today_and_leaves_the_same_day_years_ago_out() {
    let australia = bundled("engineers-australia");
    for (day, expected) in [
        ("2026-11-20", "2023-11-21 2026-11-20"),
        ("2026-12-31", "2024-01-01 2026-12-31"),
        ("2027-02-28", "2024-03-01 2027-02-28"),
        ("2028-02-29", "2025-03-01 2028-02-29"),
    ] {
        assert_eq!(period(&australia.evaluate(day, &[])), expected, "{day}");
    }
}

#[test]
fn periods_of_two_years_hang_on_the_stated_year() {
    let florida = regime("us-fl-pe");
    for (day, expected) in [
        ("2025-02-28", "2023-03-01 2025-02-28"),
        ("2025-03-01", "2025-03-01 2027-02-28"),
        ("2028-02-29", "2027-03-01 2029-02-28"),
    ] {
        assert_eq!(period(&florida.evaluate(day, &[])), expected, "{day}");
    }
}

/// What happens after the day that is looked at has not happened yet.
#[test]
fn an_entry_counts_from_its_own_day_on() {
    let decree = bundled("cn-mohrss");
    let record = ["2026-06-01 90 professional"];
    let total = |day| decree.figures(day, &record)[0].clone();
    assert_eq!(total("2026-05-31"), "total 0 of 90: at-risk");
    assert_eq!(total("2026-06-01"), "total 90 of 90: met");
}

#[test]
fn conversions_are_exact() {
    let decree = bundled("cn-mohrss");
    decree.counts("2026-12-31", &["2026-05-01 67.5 hour"], &["90"]);
    decree.counts("2026-12-31", &["2026-05-01 67.49 hour"], &["89.98"]);
    let ncees = bundled("ncees");
    let record = ["2026-05-01 17 hour", "2026-05-02 1.7 ceu", "2026-05-03 4 class-hour", "2026-05-04 1 day"];
    ncees.counts("2026-12-31", &record, &["17", "17", "3", "0"]);
}

/// Multiplied, then rounded, then capped, oldest first: any other order gives other figures.
#[test]
fn the_order_of_evaluation_shows() {
    let order = regime("order");
    // 2.6 → 2.5, where rounding first would give 2; 4 → 3.3, where capping first would give 3.
    order.counts("2026-12-31", &["2026-02-01 1.3 as teaching", "2026-03-01 2 as teaching"], &["2.5", "3.3"]);
    // The older entry fills the cap, whichever was written down first.
    let record = ["2026-03-01 2 as teaching", "2026-04-01 2 as teaching", "2026-02-01 2 as teaching"];
    order.counts("2026-12-31", &record, &["3.3", "3.3", "0.4"]);
    // What comes over has passed the caps of its own year and is not capped again.
    let years = ["2026-02-01 20", "2026-03-01 10 as teaching", "2027-02-01 10 as teaching"];
    order.gives("2027-12-31", &years, &["total 3.3 + 5 of 18: at-risk", "teaching 3.3 of at most 7: met"]);
}

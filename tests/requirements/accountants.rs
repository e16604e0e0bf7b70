//! Accountants: yearly floors inside longer periods, a share that may not be exceeded, steps of a
//! fifth, and windows that roll.

use super::table::regime;

const THREE_YEARS: [&str; 4] = [
    "2024-07-01 20 technical",
    "2025-07-01 20 technical",
    "2026-07-01 60 non-technical",
    "2027-06-30 20 technical",
];

#[test]
fn nasba_wants_twenty_in_each_year_of_three() {
    let nasba = regime("us-nasba-cpa").since("2024-07-01");
    nasba.gives(
        "2027-06-30",
        &THREE_YEARS,
        &[
            "total 120 of 120: met",
            "total-year-1 20 of 20: met",
            "total-year-2 20 of 20: met",
            "total-year-3 80 of 20: met",
            "non-technical 60 of at most 60: met",
            "teaching-year-1 0 of at most 20: met",
            "teaching-year-2 0 of at most 20: met",
            "teaching-year-3 0 of at most 20: met",
        ],
    );
    // A day over the edge of a year: its floor is missed for good, the total stays.
    nasba.moving(
        "2027-06-30",
        &THREE_YEARS,
        ("2025-07-01", "2025-06-30"),
        &[
            ("total-year-1 20 of 20: met", "total-year-1 40 of 20: met"),
            ("total-year-2 20 of 20: met", "total-year-2 0 of 20: missed"),
        ],
    );
}

#[test]
fn nasba_takes_half_of_the_total_at_most_from_outside_the_subject() {
    let nasba = regime("us-nasba-cpa").since("2024-07-01");
    let record = ["2024-08-01 50 non-technical", "2025-08-01 20 non-technical"];
    nasba.counts("2026-06-30", &record, &["50", "10"]);
}

#[test]
fn nasba_takes_twenty_of_teaching_each_year() {
    let nasba = regime("us-nasba-cpa").since("2024-07-01");
    let record = ["2024-08-01 15 as teaching", "2025-06-30 15 as teaching", "2025-07-01 15 as teaching"];
    nasba.counts("2026-06-30", &record, &["15", "5", "15"]);
    nasba.counts("2026-06-30", &["2024-08-01 15 as teaching", "2025-07-02 15 as teaching"], &["15", "15"]);
}

#[test]
fn nasba_counts_fifty_minutes_in_steps_of_a_fifth_rounded_down() {
    let nasba = regime("us-nasba-cpa").since("2024-07-01");
    nasba.counts(
        "2026-06-30",
        &[
            "2024-08-01 1 hour",
            "2024-08-02 1.5 hour",
            "2024-08-03 0.83 hour",
            "2024-08-04 0.16 hour",
            "2024-08-05 1.39",
        ],
        &["1.2", "1.8", "0.8", "0", "1.2"],
    );
}

/// How much is wanted this year depends on the two before: the window shows it every day.
#[test]
fn cpa_canada_rolls() {
    let canada = regime("ca-cpa");
    let record = ["2024-01-01 80", "2025-05-01 20", "2026-05-01 20"];
    let met = [
        "total 120 of 120: met",
        "total-year-1 80 of 20: met",
        "total-year-2 20 of 20: met",
        "total-year-3 20 of 20: met",
    ];
    canada.gives("2026-12-31", &record, &met);
    canada.moving(
        "2026-12-31",
        &record,
        ("2024-01-01", "2023-12-31"),
        &[
            ("total 120 of 120: met", "total 40 of 120: at-risk"),
            ("total-year-1 80 of 20: met", "total-year-1 0 of 20: missed"),
        ],
    );
    // One day later the 80 of the first year have left the window.
    assert_eq!(canada.figures("2027-01-01", &record)[0], "total 40 of 120: at-risk");
}

//! Engineering boards of the United States: the NCEES standard, North Carolina, North Dakota,
//! Texas, New York and Florida.

use super::table::{bundled, regime};

#[test]
fn ncees_carries_nothing() {
    let ncees = bundled("ncees");
    let record = ["2025-12-31 30 ethics", "2026-01-01 14", "2026-12-31 1 ethics"];
    ncees.gives("2026-12-31", &record, &["total 15 of 15: met", "ethics 1 of 1: met"]);
    ncees.moving(
        "2026-12-31",
        &record,
        ("2026-01-01", "2025-12-30"),
        &[("total 15 of 15: met", "total 1 of 15: at-risk")],
    );
    ncees.moving(
        "2026-12-31",
        &record,
        ("2026-12-31", "2027-01-01"),
        &[
            ("total 15 of 15: met", "total 14 of 15: at-risk"),
            ("ethics 1 of 1: met", "ethics 0 of 1: at-risk"),
        ],
    );
}

#[test]
fn north_carolina_carries_fifteen() {
    let carolina = bundled("us-nc-pe").since("2025-01-01");
    for (earned, expected) in [
        ("2025-12-31 15", "total 0 of 15: at-risk"),
        ("2025-12-31 15.5", "total 0 + 0.5 of 15: at-risk"),
        ("2025-12-31 29.99", "total 0 + 14.99 of 15: at-risk"),
        ("2025-12-31 30", "total 0 + 15 of 15: met"),
        ("2025-12-31 45", "total 0 + 15 of 15: met"),
        ("2026-01-01 45", "total 45 of 15: met"),
    ] {
        carolina.gives("2026-01-01", &[earned], &[expected]);
    }
    carolina.counts(
        "2026-12-31",
        &[
            "2026-02-01 2 as teaching =Slopes",
            "2026-03-01 2 as teaching =Slopes",
            "2026-04-01 2 as lecture =Slopes",
            "2026-05-01 2 as teaching =Piles",
            "2026-06-01 1 event as patent",
            "2026-07-01 1 event",
        ],
        &["4", "2", "2", "4", "10", "0"],
    );
}

/// Two years of surplus: what came over is used up first, so that it never comes over twice.
#[test]
fn carried_hours_are_used_up_first() {
    let carolina = bundled("us-nc-pe").since("2024-01-01");
    let record = ["2024-06-01 25", "2025-06-01 8", "2026-06-01 3"];
    carolina.gives("2025-12-31", &record[..2], &["total 8 + 10 of 15: met"]);
    carolina.gives("2026-12-31", &record, &["total 3 + 3 of 15: at-risk"]);
    carolina.moving(
        "2026-12-31",
        &record,
        ("2025-06-01", "2026-01-01"),
        &[("total 3 + 3 of 15: at-risk", "total 11 of 15: at-risk")],
    );
}

#[test]
fn north_dakota_rounds_down_to_the_half_hour() {
    let dakota = bundled("us-nd-pe").since("2025-01-01");
    dakota.counts(
        "2026-12-31",
        &[
            "2025-02-01 0.49",
            "2025-02-02 0.5",
            "2025-02-03 0.99",
            "2025-02-04 2.75 hour",
            "2025-02-05 0.17 ceu",
        ],
        &["0", "0.5", "0.5", "2.5", "1.5"],
    );
    let record = ["2025-01-01 19.5 technical", "2026-12-31 10.5"];
    dakota.gives(
        "2026-12-31",
        &record,
        &["total 30 of 30: met", "technical 19.5 of 20: at-risk", "society 0 of at most 6: met"],
    );
    dakota.moving(
        "2027-12-31",
        &["2026-12-31 46 technical", "2027-01-01 20 technical"],
        ("2027-01-01", "2026-12-30"),
        &[
            // 36 over, of which 15 come along, but none of them as technical ones.
            ("total 20 + 15 of 30: met", "total 0 + 15 of 30: at-risk"),
            ("technical 20 of 20: met", "technical 0 of 20: at-risk"),
        ],
    );
}

#[test]
fn texas_wants_new_ethics_every_year() {
    let texas = bundled("us-tx-pe").since("2024-10-01");
    let record = ["2025-09-30 29 ethics", "2025-10-01 1"];
    texas.gives("2026-09-30", &record, &["total 1 + 14 of 15: met", "ethics 0 of 1: at-risk"]);
    texas.moving(
        "2026-09-30",
        &record,
        ("2025-09-30", "2025-10-02"),
        &[
            ("total 1 + 14 of 15: met", "total 30 of 15: met"),
            ("ethics 0 of 1: at-risk", "ethics 29 of 1: met"),
        ],
    );
}

#[test]
fn new_york_counts_three_years_from_the_registration() {
    let york = bundled("us-ny-pe").since("2023-06-01");
    let record = ["2023-06-01 20 pdh", "2026-05-31 15", "2025-01-15 1 ethics"];
    york.gives("2026-05-31", &record, &["total 36 of 36: met", "ethics 1 of 1: met"]);
    york.moving(
        "2026-05-31",
        &record,
        ("2023-06-01", "2023-05-31"),
        &[("total 36 of 36: met", "total 16 of 36: at-risk")],
    );
    york.gives("2026-06-01", &record, &["total 0 of 36: at-risk", "ethics 0 of 1: at-risk"]);
}

#[test]
fn florida_has_two_years_that_begin_in_odd_ones() {
    let florida = regime("us-fl-pe");
    let record = ["2025-03-01 4 practice", "2026-06-01 1 ethics", "2026-07-01 1 laws", "2027-02-28 12"];
    florida.gives(
        "2027-02-28",
        &record,
        &["total 18 of 18: met", "practice 4 of 4: met", "ethics 1 of 1: met", "laws 1 of 1: met"],
    );
    florida.moving(
        "2027-02-28",
        &record,
        ("2025-03-01", "2025-02-28"),
        &[
            ("total 18 of 18: met", "total 14 of 18: at-risk"),
            ("practice 4 of 4: met", "practice 0 of 4: at-risk"),
        ],
    );
}

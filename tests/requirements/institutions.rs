//! Institutions of engineers and librarians: Engineers Australia, Engineers Ireland, HKIE,
//! Engineering New Zealand with two cycles at once, LIANZA.

use super::table::{bundled, regime};

#[test]
fn engineers_australia_looks_at_any_three_years() {
    let australia = bundled("engineers-australia");
    let record = ["2023-11-21 50 practice", "2024-05-01 10 risk", "2025-05-01 15 business", "2026-11-20 75"];
    australia.gives(
        "2026-11-20",
        &record,
        &["total 150 of 150: met", "practice 50 of 50: met", "risk 10 of 10: met", "business 15 of 15: met"],
    );
    australia.moving(
        "2026-11-20",
        &record,
        ("2023-11-21", "2023-11-20"),
        &[
            ("total 150 of 150: met", "total 100 of 150: at-risk"),
            ("practice 50 of 50: met", "practice 0 of 50: at-risk"),
        ],
    );
    // The same hours may serve two areas, and count once in the total.
    let both = ["2025-05-01 50 practice risk business"];
    australia.gives(
        "2026-11-20",
        &both,
        &[
            "total 50 of 150: at-risk",
            "practice 50 of 50: met",
            "risk 50 of 10: met",
            "business 50 of 15: met",
        ],
    );
}

#[test]
fn engineers_ireland_and_hkie_begin_on_days_of_their_own() {
    let ireland = bundled("engineers-ireland");
    ireland.moving(
        "2026-12-31",
        &["2026-01-01 35 as self-study"],
        ("2026-01-01", "2025-12-31"),
        &[("total 35 of 35: met", "total 0 of 35: impossible")],
    );
    let hong_kong = bundled("hkie").since("2025-04-01");
    hong_kong.moving(
        "2027-03-31",
        &["2026-04-01 5 technical", "2026-05-01 5 broader", "2026-06-01 20"],
        ("2026-04-01", "2026-03-31"),
        &[
            ("total 30 of 30: met", "total 25 of 30: at-risk"),
            ("technical 5 of 5: met", "technical 0 of 5: at-risk"),
        ],
    );
}

/// October to September and the calendar year at once: one record, two sums.
#[test]
fn engineering_new_zealand_has_two_cycles() {
    let (october, calendar) = (regime("nz-cpd-october"), regime("nz-cpd-calendar"));
    let record = ["2025-10-01 20", "2025-12-31 10", "2026-01-01 10", "2026-09-30 10", "2026-10-01 30"];
    october.gives("2026-09-30", &record, &["total 50 of 40: met"]);
    calendar.gives("2026-09-30", &record, &["total 20 of 40: at-risk"]);
    calendar.gives("2026-12-31", &record, &["total 50 of 40: met"]);
    october.gives("2026-12-31", &record, &["total 30 of 40: on-track"]);
    october.moving(
        "2026-09-30",
        &record,
        ("2025-10-01", "2025-09-30"),
        &[("total 50 of 40: met", "total 30 of 40: at-risk")],
    );
    calendar.moving(
        "2026-12-31",
        &record,
        ("2026-01-01", "2025-12-30"),
        &[("total 50 of 40: met", "total 40 of 40: met")],
    );
    // A second field of practice wants 15 more a year.
    regime("nz-cpd-calendar").total(55).gives("2026-12-31", &record, &["total 50 of 55: at-risk"]);
}

#[test]
fn lianza_takes_at_most_five_from_one_entry() {
    let lianza = regime("nz-lianza");
    let record = ["2026-02-01 8", "2026-03-01 5", "2026-04-01 5.5", "2026-05-01 4.99"];
    lianza.counts("2026-12-31", &record, &["5", "5", "5", "4.99"]);
    lianza.gives("2026-12-31", &record, &["total 19.99 of 20: at-risk"]);
    lianza.moving(
        "2026-12-31",
        &record,
        ("2026-02-01", "2025-12-31"),
        &[("total 19.99 of 20: at-risk", "total 14.99 of 20: at-risk")],
    );
}

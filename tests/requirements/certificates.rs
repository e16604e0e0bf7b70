//! Certificates of societies: PMI and ISC2, with caps, and carry-over from the last months only.

use super::table::bundled;

const PMP: [&str; 4] = [
    "2024-03-10 19 education ways-of-working",
    "2025-03-10 8 education power-skills",
    "2026-03-10 8 education business-acumen",
    "2026-06-10 25 giving-back",
];

#[test]
fn pmp_wants_35_of_education_and_8_of_each_area() {
    let pmp = bundled("pmi-pmp").since("2024-03-10");
    pmp.gives(
        "2027-03-09",
        &PMP,
        &[
            "total 60 of 60: met",
            "education 35 of 35: met",
            "ways-of-working 19 of 8: met",
            "power-skills 8 of 8: met",
            "business-acumen 8 of 8: met",
            "giving-back 25 of at most 25: met",
            "practitioner 0 of at most 8: met",
        ],
    );
    pmp.moving(
        "2027-03-09",
        &PMP,
        ("2024-03-10", "2024-03-09"),
        &[
            ("total 60 of 60: met", "total 41 of 60: at-risk"),
            ("education 35 of 35: met", "education 16 of 35: at-risk"),
            ("ways-of-working 19 of 8: met", "ways-of-working 0 of 8: at-risk"),
        ],
    );
}

#[test]
fn pmp_caps_giving_back_oldest_first() {
    let pmp = bundled("pmi-pmp").since("2024-03-10");
    pmp.counts(
        "2027-03-09",
        &[
            "2024-05-01 6.4 giving-back practitioner",
            "2024-06-01 6 giving-back practitioner",
            "2024-07-01 16 giving-back",
            "2024-08-01 16 giving-back",
            "2024-09-01 0.24 education",
        ],
        &["6.25", "1.75", "16", "1", "0"],
    );
}

#[test]
fn pmp_carries_twenty_of_the_last_twelve_months() {
    let pmp = bundled("pmi-pmp").since("2024-03-10");
    let record = ["2025-03-10 60 education", "2026-03-10 19.75 education"];
    pmp.moving(
        "2027-03-10",
        &record,
        ("2026-03-10", "2026-03-09"),
        &[("total 0 + 19.75 of 60: at-risk", "total 0 of 60: at-risk")],
    );
    let more = ["2025-03-10 60 education", "2026-03-10 20.25 education"];
    assert_eq!(pmp.figures("2027-03-10", &more)[0], "total 0 + 20 of 60: at-risk");
}

#[test]
fn cissp_wants_ninety_of_group_a() {
    let cissp = bundled("isc2-cissp").since("2024-01-15");
    let record = ["2024-01-15 90 group-a", "2027-01-14 31 group-b"];
    cissp.gives(
        "2027-01-14",
        &record,
        &["total 120 of 120: met", "group-a 90 of 90: met", "group-b 30 of at most 30: met"],
    );
    // Group A may take the place of group B, never the other way round.
    let only_a = ["2025-01-15 120 group-a"];
    cissp.gives(
        "2027-01-14",
        &only_a,
        &["total 120 of 120: met", "group-a 120 of 90: met", "group-b 0 of at most 30: met"],
    );
}

#[test]
fn cissp_carries_group_a_of_the_last_six_months() {
    let cissp = bundled("isc2-cissp").since("2024-01-15");
    let record = ["2025-05-01 110 group-a", "2026-07-15 60 group-a"];
    cissp.moving(
        "2027-01-15",
        &record,
        ("2026-07-15", "2026-07-14"),
        &[
            ("total 0 + 40 of 120: at-risk", "total 0 of 120: at-risk"),
            ("group-a 0 + 40 of 90: at-risk", "group-a 0 of 90: at-risk"),
        ],
    );
    // Of 50 over, only the 10 that are of group A and late enough.
    let mixed = ["2025-05-01 130 group-a", "2026-08-01 10 group-a", "2026-09-01 30 group-b"];
    assert_eq!(cissp.figures("2027-01-15", &mixed)[0], "total 0 + 10 of 120: at-risk");
}

//! China: the national decree, Guangdong, other provinces and cities with tables of their own, and
//! the project whose hours count once passed.

use super::table::{bundled, regime};

#[test]
fn decree_25_wants_90_and_advises_two_thirds() {
    let decree = bundled("cn-mohrss");
    let exact = ["2026-01-01 60 professional", "2026-12-31 30 public"];
    decree.gives("2026-12-31", &exact, &["total 90 of 90: met", "professional 60 of 60: met"]);
    let short = ["2026-01-01 60 professional", "2026-12-31 29.99 public"];
    decree.gives("2026-12-31", &short, &["total 89.99 of 90: at-risk", "professional 60 of 60: met"]);
    let general = ["2026-01-01 59.99 professional", "2026-12-31 30.01 public"];
    decree.gives("2026-12-31", &general, &["total 90 of 90: met", "professional 59.99 of 60: advice"]);
    decree.moving(
        "2026-12-31",
        &exact,
        ("2026-01-01", "2025-12-31"),
        &[
            ("total 90 of 90: met", "total 30 of 90: impossible"),
            ("professional 60 of 60: met", "professional 0 of 60: advice"),
        ],
    );
}

#[test]
fn a_total_of_ones_own_moves_the_share_with_it() {
    let half_a_year = bundled("cn-mohrss").total(45);
    let record = ["2026-08-01 30 professional", "2026-09-01 15 public"];
    half_a_year.gives("2026-12-31", &record, &["total 45 of 45: met", "professional 30 of 30: met"]);
}

#[test]
fn guangdong_wants_each_of_three_kinds() {
    let guangdong = bundled("cn-guangdong");
    let exact = ["2026-01-01 30 public", "2026-06-01 42 professional", "2026-12-31 18 elective"];
    guangdong.gives(
        "2026-12-31",
        &exact,
        &[
            "total 90 of 90: met",
            "public 30 of 30: met",
            "professional 42 of 42: met",
            "elective 18 of 18: met",
        ],
    );
    guangdong.moving(
        "2026-12-31",
        &exact,
        ("2026-01-01", "2025-12-31"),
        &[
            ("total 90 of 90: met", "total 60 of 90: at-risk"),
            ("public 30 of 30: met", "public 0 of 30: at-risk"),
        ],
    );
    // The surplus of one kind does not fill another.
    let uneven = ["2026-01-01 30 public", "2026-06-01 60 professional"];
    guangdong.gives(
        "2026-12-31",
        &uneven,
        &[
            "total 90 of 90: met",
            "public 30 of 30: met",
            "professional 60 of 42: met",
            "elective 0 of 18: at-risk",
        ],
    );
    guangdong.counts(
        "2026-12-31",
        &["2026-05-01 1 day public", "2026-05-02 6 hour public", "2026-05-03 1 event public"],
        &["6", "8", "0"],
    );
}

#[test]
fn taizhou_converts_by_form() {
    let taizhou = bundled("cn-taizhou");
    taizhou.counts(
        "2026-12-31",
        &[
            "2026-03-01 2 day as training",
            "2026-03-02 2 day as lecture",
            "2026-03-03 1 event as conference",
            "2026-03-04 3 as teaching",
            "2026-03-05 3 as lecture",
            "2026-03-06 3 hour as teaching",
        ],
        &["16", "0", "10", "6", "3", "8"],
    );
}

#[test]
fn xuzhou_and_suqian_have_tables_of_their_own() {
    let xuzhou = regime("cn-xuzhou");
    let record = ["2026-03-01 3 day as training public", "2026-04-01 4 day as seminar"];
    xuzhou.gives("2026-12-31", &record, &["total 72 of 72: met", "public 24 of 24: met"]);
    xuzhou.counts("2026-12-31", &["2026-09-01 1 event as degree"], &["72"]);
    let suqian = regime("cn-suqian");
    suqian.counts(
        "2026-12-31",
        &["2026-03-01 2 day as training", "2026-04-01 1 event as exam", "2026-05-01 1 event as degree"],
        &["12", "40", "0"],
    );
}

#[test]
fn shaanxi_counts_from_the_certificate_and_lets_nothing_spill() {
    let shaanxi = regime("cn-shaanxi-site").since("2025-05-08");
    let record = ["2026-05-07 60", "2026-05-08 32"];
    shaanxi.gives("2026-05-07", &record[..1], &["total 60 of 32: met"]);
    shaanxi.gives("2027-05-07", &record, &["total 32 of 32: met"]);
    shaanxi.moving(
        "2027-05-07",
        &record,
        ("2026-05-08", "2026-05-07"),
        &[("total 32 of 32: met", "total 0 of 32: at-risk")],
    );
}

#[test]
fn the_digital_engineer_project_counts_what_was_passed() {
    let project = bundled("cn-digital-engineer");
    let record = ["2026-02-01 40 completed", "2026-03-01 24 passed", "2026-04-01 16 failed"];
    project.gives("2026-12-31", &record, &["total 24 of ?: advice"]);
    project.counts("2026-12-31", &record, &["0", "24", "0"]);
    project.moving(
        "2026-12-31",
        &record,
        ("2026-03-01", "2027-01-01"),
        &[("total 24 of ?: advice", "total 0 of ?: advice")],
    );
}

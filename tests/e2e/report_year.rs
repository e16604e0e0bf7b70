//! `tuition report year`

use crate::{Sandbox, assert_snapshot};

fn engineer() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "leading-change", "--by", "2026-12-24"]);
    sandbox.stdout(["rules", "follow", "cn-mohrss"]);
    let log = |title: &str, rest: &[&str]| {
        let args = ["log", "add", title].iter().chain(rest);
        sandbox.saved(args.copied());
    };
    log("Law", &["--hours", "40", "--unit", "class-hour", "--on", "2026-03-02", "--category", "professional"]);
    log("Steel", &["--hours", "8", "--on", "2026-03-03", "--category", "ethics", "--category", "technical"]);
    log("Reading", &["--hours", "0.5", "--on", "2026-05-20"]);
    log("Fair", &["--hours", "2", "--unit", "event", "--on", "2026-06-01"]);
    log("Exam", &["--hours", "4", "--on", "2026-06-02", "--result", "failed"]);
    log("Last year", &["--hours", "3", "--on", "2025-12-31"]);
    sandbox
}

#[test]
fn a_year_is_told_in_words_and_in_a_map_of_letters() {
    let sandbox = engineer();
    assert_snapshot!(sandbox.run(["report", "year"]), @"");
    assert_snapshot!(sandbox.run_zh(["report", "year"]), @"");
}

#[test]
fn another_year_and_an_empty_one() {
    let sandbox = engineer();
    let said = sandbox.stdout(["report", "year", "--year", "2025"]);
    assert!(said.contains("Studied: 3 h by the clock on 1 day (1 entry)"), "{said}");
    let said = sandbox.stdout(["report", "year", "--year", "2024"]);
    assert!(said.contains("Nothing is recorded in 2024.") && !said.contains("Mon "), "{said}");
    let refused = sandbox.run(["report", "year", "--year", "20266"]);
    assert_eq!(refused.code, Some(2), "{refused}");
}

#[test]
fn scripts_and_pages_have_the_same_figures() {
    let sandbox = engineer();
    let json = sandbox.json(["report", "year", "--format", "json"]);
    assert_eq!(json["schema"], 1);
    assert_eq!(json["minutes"].to_string(), "2310");
    assert_eq!(json["hours"].to_string(), "38.5");
    assert_eq!(json["days"].as_array().unwrap().len(), 4);
    assert_eq!(json["months"][2].to_string(), "2280");
    assert_eq!(json["apart"]["failed"][0]["hours"], 4);
    assert_eq!(json["entries_in_several_categories"], 1);
    let total: u64 = json["tracks"].as_array().unwrap().iter().map(|one| one["per_cent"].as_u64().unwrap()).sum();
    assert_eq!(total, 100);
    let pace = &json["paces"][0];
    let status = sandbox.json(["status", "--format", "json"]);
    assert_eq!(pace["counted"], status["rules"][0]["parts"][0]["counted"]);
    assert_eq!(pace["prospect"], "misses");
    let page = sandbox.stdout(["report", "year", "--format", "md"]);
    assert!(page.contains("| total |") && page.contains("38.5"), "{page}");
}

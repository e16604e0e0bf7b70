//! `tuition log list QUERY`: the entries that a query keeps.

use crate::{Sandbox, assert_snapshot};

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("a.pdf", "proof");
    sandbox.saved([
        "log",
        "add",
        "Ethics of bridges",
        "--hours",
        "2",
        "--on",
        "2026-03-01",
        "--category",
        "ethics",
        "--evidence",
        "a.pdf",
    ]);
    sandbox.saved(["log", "add", "Site safety", "--hours", "8", "--on", "2026-05-01", "--form", "seminar"]);
    sandbox.saved(["log", "add", "数字经济", "--hours", "6", "--on", "2026-07-01", "--result", "failed"]);
    sandbox
}

fn titles(sandbox: &Sandbox, query: &[&str]) -> Vec<String> {
    let json = sandbox.json([&["log", "list", "--format", "json"], query].concat());
    let entries = json["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_query_keeps_entries() {
    let sandbox = sandbox();
    assert_eq!(titles(&sandbox, &[]).len(), 3);
    assert_eq!(titles(&sandbox, &["no:evidence"]), ["Site safety", "数字经济"]);
    assert_eq!(titles(&sandbox, &["no:evidence", "!status:failed"]), ["Site safety"]);
    assert_eq!(titles(&sandbox, &["category:ethics | form:seminar"]), ["Ethics of bridges", "Site safety"]);
    assert_eq!(titles(&sandbox, &["hours:>2", "--year", "2026"]), ["Site safety", "数字经济"]);
    let table = sandbox.stdout(["log", "list", "on:2026-05"]);
    assert!(table.contains("Site safety") && !table.contains("bridges"), "{table}");
    let csv = sandbox.stdout(["log", "list", "数字", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 2, "{csv}");
}

#[test]
fn nothing_found_and_a_field_of_courses_end_apart() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(["log", "list", "welding"]), @r"
    --- stderr
    error: no entry matches: welding
    --- exit 1
    ");
    assert_snapshot!(sandbox.run(["log", "list", "bridges", "level:advanced"]), @r"
    --- stderr
    error: level: says nothing about entries; these do: title, provider, category, form, unit, status, hours, on, date, has, no
      bridges level:advanced
              ^^^^^^^^^^^^^^
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["log", "list", "status:planned"]), @r"
    --- stderr
    错误：status: 没有“planned”这个值，可用：in-progress、completed、passed、failed、withdrawn、done
      status:planned
      ^^^^^^^^^^^^^^
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["log", "list", "数字 sort:hours"]), @r"
    --- stderr
    错误：sort: 不适用于学时记录，可用：title、provider、category、form、unit、status、hours、on、date、has、no
      数字 sort:hours
           ^^^^
    --- exit 2
    ");
    let json = sandbox.run(["log", "list", "welding", "--format", "json"]);
    assert!(json.code == Some(1) && json.stdout.contains("\"entries\":[]"), "{json}");
}

//! `fills:` and `counts:` on the command line: what closes a gap, and what each course would change.

use super::*;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.saved([
        "log",
        "add",
        "Site safety",
        "--hours",
        "54",
        "--unit",
        "class-hour",
        "--on",
        "2026-03-01",
        "--category",
        "professional",
    ]);
    sandbox
}

#[test]
fn courses_come_with_what_they_would_change() {
    let sandbox = sandbox();
    let output = sandbox.run(["list", "fills:cn-mohrss/professional fintech", "--limit", "4"]);
    assert_snapshot!(output, @r"
    --- stderr
    error: no course matches: fills:cn-mohrss/professional fintech
    --- exit 1
    ");
    let json =
        sandbox.json(["list", "fills:cn-mohrss/professional fintech", "--limit", "1", "--format", "json"]);
    let fills = &json["courses"][0]["fills"];
    assert_eq!(fills["part"], "professional");
    assert_eq!(fills["before"], 54);
    assert_eq!(fills["required"], 60);
    assert_eq!(fills["met"], true);
}

#[test]
fn a_rule_or_part_that_is_not_there_is_underlined() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(["list", "fills:cn-mohrs"]), @r#"
    --- stderr
    error: no requirement "cn-mohrs"; did you mean "cn-mohrss"?
      fills:cn-mohrs
      ^^^^^^^^^^^^^^
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run_zh(["list", "counts:ncees/ethic"]), @r"
    --- stderr
    错误：没有学时要求“ncees/ethic”，是否想输入“ncees/ethics”？
      counts:ncees/ethic
      ^^^^^^^^^^^^^^^^^^
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["list", "fills:us-tx-pe"]), @r"
    --- stderr
    error: us-tx-pe counts from a date of yours; tuition rules follow us-tx-pe --since 2026-01-01
      fills:us-tx-pe
      ^^^^^^^^^^^^^^
    --- exit 2
    ");
}

#[test]
fn what_is_proven_can_be_asked_for() {
    let sandbox = sandbox();
    sandbox.write("certificate.pdf", "%PDF-1.4");
    let done = ["done", "mit-missing-semester", "--hours", "9", "--evidence", "certificate.pdf"];
    sandbox.saved(done);
    let ids = |query: &str| sandbox.run(["list", query, "--format", "tsv"]).stdout.lines().count();
    assert_eq!(ids("has:evidence"), 2, "a head and one course");
    assert_eq!(ids("is:done no:evidence"), 0);
}

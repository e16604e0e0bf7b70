//! `fills:` and `counts:` on the command line: what closes a gap, and what each course would change.

use super::*;

const CATALOG: &str = r#"
schema = 1
[[course]]
id = "standards"
title = "Standards for steel"
hours = 8
unit = "class-hour"
categories = ["professional"]
[[course]]
id = "law"
title = "Labour law"
hours = 6
categories = ["public"]
[[course]]
id = "bridges"
title = "Bridges"
hours = 40
unit = "class-hour"
categories = ["professional"]
[[course]]
id = "unknown"
title = "Of unknown length"
categories = ["professional"]
"#;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("catalog.toml", CATALOG);
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
    let output = sandbox.run(["list", "fills:cn-mohrss"]);
    assert_snapshot!(output, @r"
    Id         Title                         Hours  Adds
    standards  Standards for steel   8 class hours  +8 → professional 54 → 62 of 60, met
    bridges    Bridges              40 class hours  +40 → professional 54 → 94 of 60, met
    law        Labour law                      6 h  +8 → total 54 → 62 of 90
    --- stderr
    3 of 4
    ");
    let json = sandbox.json(["list", "fills:cn-mohrss/professional", "--limit", "1", "--format", "json"]);
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
    let done = ["done", "bridges", "--hours", "9", "--evidence", "certificate.pdf"];
    sandbox.saved(done);
    let ids = |query: &str| sandbox.run(["list", query, "--format", "tsv"]).stdout.lines().count();
    assert_eq!(ids("has:evidence"), 2, "a head and one course");
    assert_eq!(ids("is:done no:evidence"), 1, "a head alone");
}

//! `tuition done`

use crate::{Sandbox, assert_snapshot};

#[test]
fn the_course_gives_the_values() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["done", "leading-teams"]).normal(), @r"
    saved [id1]
    --- stderr
    recorded: 24 h of Leading high-performance teams on 2026-11-21
    take it back with: tuition undo
    ");
    let json = sandbox.json(["log", "list", "--format", "json"]);
    let entry = &json["entries"][0];
    for (key, value) in [
        ("date", "2026-11-21"),
        ("title", "Leading high-performance teams"),
        ("course", "leading-teams"),
        ("unit", "hour"),
        ("form", "workshop"),
        ("result", "completed"),
        ("provider", "Institute of Leadership"),
        ("url", "https://example.org/teams"),
    ] {
        assert_eq!(entry[key], value, "{key}");
    }
    assert_eq!(entry["hours"].to_string(), "24");
    assert_eq!(entry["categories"], serde_json::json!(["professional"]));
}

#[test]
fn options_win_over_the_course() {
    let sandbox = Sandbox::new();
    sandbox.saved([
        "done",
        "ai-junior",
        "--hours",
        "0.25",
        "--unit",
        "pdu",
        "--on",
        "-3d",
        "--category",
        "ethics",
        "--category",
        "technical",
        "--form",
        "none",
        "--result",
        "passed",
        "--note",
        "online part",
        "--provider",
        "",
    ]);
    let json = sandbox.json(["log", "list", "--format", "json"]);
    let entry = &json["entries"][0];
    assert_eq!(entry["hours"].to_string(), "0.25");
    assert_eq!(entry["categories"], serde_json::json!(["ethics", "technical"]));
    assert!(entry["form"].is_null() && entry["provider"].is_null());
    let texts = ["unit", "date", "result", "note"].map(|key| entry[key].as_str().unwrap());
    assert_eq!(texts, ["pdu", "2026-11-18", "passed", "online part"]);
}

#[test]
fn a_range_gives_its_lower_end_and_says_so() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["done", "leading-change"]).normal(), @r"
    saved [id1]
    --- stderr
    recorded: 6 h of Leading change on 2026-11-21
    note: the source states 6–18 h; the lower end is recorded (--hours sets another)
    note: this course ends with an assessment (essay), and some rules count hours only once it is passed; say so with --result passed
    take it back with: tuition undo
    ");
    assert_snapshot!(sandbox.run_zh(["done", "leading-change", "--hours", "18", "--result", "passed"]).normal(), @r"
    saved [id1]
    --- stderr
    已记录：2026-11-21，Leading change，18 小时
    撤销请用：tuition undo
    ");
}

#[test]
fn evidence_is_copied_under_its_hash() {
    let sandbox = Sandbox::new();
    sandbox.write("certificate.pdf", "%PDF of a kind");
    let id = sandbox.saved(["done", "welding", "--evidence", "certificate.pdf"]);
    let json = sandbox.json(["log", "show", &id, "--format", "json"]);
    let evidence = &json["entries"][0]["evidence"][0];
    assert_eq!(evidence["name"], "certificate.pdf");
    let copies = sandbox.files("data/evidence");
    let [(path, bytes)] = copies.as_slice() else { panic!("{copies:?}") };
    assert_eq!(bytes, b"%PDF of a kind");
    assert!(path.to_string_lossy().contains(evidence["sha256"].as_str().unwrap()));
}

#[test]
fn nothing_is_filled_in_that_the_source_does_not_state() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["done", "digital"]), @r"
    --- stderr
    error: the source states no hours for digital-economy-industry, so none can be filled in
    hint: say how many with --hours N
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["done", "digital"]), @r"
    --- stderr
    错误：来源未注明 digital-economy-industry 的学时，无法代为填写
    提示：请用 --hours 数值 指定
    --- exit 2
    ");
    sandbox.saved(["done", "digital", "--hours", "8", "--unit", "class-hour"]);
}

#[test]
fn wrong_values_are_named_and_nothing_is_saved() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["done", "welding", "--on", "tomorrow"]), @r"
    --- stderr
    error: 2026-11-22 lies ahead, and hours are recorded after study
    hint: what lies ahead belongs in the plan: tuition plan add ID --by DATE
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["done", "welding", "--on", "2026-11-31"]), @r"
    --- stderr
    错误：--on 为“2026-11-31”：没有这一天
    提示：日期写作 2026-05-20、今天、昨天 或 -3d
    --- exit 2
    ");
    for (option, value) in [
        ("--hours", "-3"),
        ("--hours", "0"),
        ("--hours", "1.234"),
        ("--hours", "1e3"),
        ("--hours", "NaN"),
        ("--hours", "10001"),
        ("--on", "last week"),
        ("--category", "Not A Label"),
        ("--unit", "week"),
        ("--form", "dream"),
        ("--result", "brilliant"),
    ] {
        let output = sandbox.run(["done", "welding", option, value]);
        assert_eq!(output.code, Some(2), "{option} {value}: {output}");
        assert!(output.stderr.contains(value.trim_start_matches('-')), "{option}: {output}");
        assert!(output.stdout.is_empty(), "{output}");
    }
    assert!(sandbox.files("data").is_empty());
}

#[test]
fn a_missing_certificate_stops_the_entry() {
    let sandbox = Sandbox::new();
    let output = sandbox.run(["done", "welding", "--evidence", "nowhere.pdf"]);
    assert_ne!(output.code, Some(0), "{output}");
    assert_eq!(
        sandbox.json(["log", "list", "--format", "json"])["entries"].as_array().map(Vec::len),
        Some(0)
    );
}

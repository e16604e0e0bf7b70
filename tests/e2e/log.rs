//! `tuition log`

use crate::support::sandbox::{Output, drives_a_terminal};
use crate::{Sandbox, assert_snapshot};
use serde_json::{Value, json};

fn entries(sandbox: &Sandbox) -> Vec<Value> {
    sandbox.json(["log", "list", "--format", "json"])["entries"].as_array().unwrap().clone()
}

/// What a table shows of an id.
fn ending(id: &str) -> &str {
    &id[id.len() - 6..]
}

fn without(output: &Output, ids: &[&String]) -> String {
    ids.iter().fold(output.normal(), |text, id| text.replace(ending(id), "[end] "))
}

#[test]
fn what_is_in_no_catalog_is_recorded_too() {
    let sandbox = Sandbox::new();
    let args = [
        "log",
        "add",
        "Welding symposium",
        "--hours",
        "6.5",
        "--on",
        "2026-05-20",
        "--category",
        "professional",
    ];
    assert_snapshot!(sandbox.run(args).normal(), @r"
    saved [id1]
    --- stderr
    recorded: 6.5 h of Welding symposium on 2026-05-20
    take it back with: tuition undo
    ");
    let id =
        sandbox.saved(["log", "add", "焊接论文", "--hours", "２", "--unit", "class-hour", "--form", "paper"]);
    let text = sandbox.run(["log", "show", &id]).normal();
    let text: String =
        text.lines().filter(|line| !line.starts_with("Written")).map(|line| format!("{line}\n")).collect();
    assert_snapshot!(text, @r"
    焊接论文
    Id        [id1]
    Standing  counts
    Date      2026-11-21
    Hours     2 class hours
    Result    completed
    Form      paper
    ");
}

#[test]
fn json_keeps_to_the_contract() {
    let sandbox = Sandbox::new();
    let id = sandbox.saved(["log", "add", "Talk", "--hours", "0.1", "--on", "2026-05-20"]);
    let entry = entries(&sandbox).remove(0);
    let expected = [
        ("id", json!(id)),
        ("date", json!("2026-05-20")),
        ("title", json!("Talk")),
        ("course", Value::Null),
        ("unit", json!("hour")),
        ("categories", json!([])),
        ("form", Value::Null),
        ("result", json!("completed")),
        ("void", json!(false)),
        ("replaces", Value::Null),
    ];
    for (key, value) in expected {
        assert_eq!(entry[key], value, "{key}");
    }
    assert_eq!(entry["hours"].to_string(), "0.1");
}

#[test]
fn an_edit_keeps_the_old_entry_and_what_was_not_named() {
    let sandbox = Sandbox::new();
    let old = sandbox.saved(["log", "add", "Talk", "--hours", "8", "--category", "ethics", "--note", "n"]);
    let new = sandbox.saved(["log", "edit", ending(&old), "--hours", "7.5", "--on", "yesterday"]);
    let [entry] = entries(&sandbox).try_into().unwrap();
    assert_eq!(entry["replaces"], json!(old));
    assert_eq!(entry["hours"].to_string(), "7.5");
    assert_eq!(
        (&entry["title"], &entry["note"], &entry["date"]),
        (&json!("Talk"), &json!("n"), &json!("2026-11-20"))
    );
    assert_eq!(entry["categories"], json!(["ethics"]));
    let all = sandbox.json(["log", "list", "--all", "--format", "json"]);
    let replaced = all["entries"].as_array().unwrap().iter().find(|entry| entry["id"] == json!(old)).unwrap();
    assert_eq!(replaced["replaced_by"], json!(new));
    assert_snapshot!(without(&sandbox.run(["log", "list", "--all"]), &[&old, &new]), @r"
    Id      Date        Title  Hours  Categories  Result     Standing
    [end]   2026-11-20  Talk   7.5 h  ethics      completed
    [end]   2026-11-21  Talk     8 h  ethics      completed  replaced
    --- stderr
    completed: 7.5 h
    ");
}

#[test]
fn a_void_entry_stays_readable_and_counts_no_longer() {
    let sandbox = Sandbox::new();
    let first = sandbox.saved(["log", "add", "Twice", "--hours", "8"]);
    let second = sandbox.saved(["log", "add", "Once", "--hours", "1", "--unit", "ceu"]);
    assert_snapshot!(sandbox.run(["log", "void", ending(&first), "--reason", "entered twice"]).normal(), @r"
    voided [id1]
    --- stderr
    voided: Twice; it counts no longer and stays readable
    take it back with: tuition undo
    ");
    assert_snapshot!(without(&sandbox.run(["log", "list"]), &[&first, &second]), @r"
    Id      Date        Title  Hours  Result     Standing
    [end]   2026-11-21  Twice    8 h  completed  void
    [end]   2026-11-21  Once   1 CEU  completed
    --- stderr
    completed: 1 CEU
    ");
    assert_snapshot!(without(&sandbox.run_zh(["log", "list"]), &[&first, &second]), @r"
    编号    日期        标题     学时  结果  效力
    [end]   2026-11-21  Twice  8 小时  完成  已作废
    [end]   2026-11-21  Once    1 CEU  完成
    --- stderr
    已完成：1 CEU
    ");
    let entry = entries(&sandbox).into_iter().find(|entry| entry["id"] == json!(first)).unwrap();
    assert_eq!((&entry["void"], &entry["reason"]), (&json!(true), &json!("entered twice")));
    let again = sandbox.run(["log", "void", &first, "--reason", "again"]);
    assert_eq!((again.code, again.stdout.as_str()), (Some(0), ""));
}

#[test]
fn a_year_is_chosen_by_the_date_of_study() {
    let sandbox = Sandbox::new();
    sandbox.saved(["log", "add", "Old", "--hours", "1", "--on", "2025-12-31"]);
    sandbox.saved(["log", "add", "New", "--hours", "1", "--on", "2026-01-01"]);
    let csv = sandbox.stdout(["log", "list", "--year", "2025", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 2);
    assert!(csv.contains(",2025-12-31,Old,,1,hour,"), "{csv}");
}

#[test]
fn a_course_may_lend_its_values_to_another_title() {
    let sandbox = Sandbox::new();
    sandbox.saved(["log", "add", "Teams, the summer course", "--course", "leading-teams"]);
    let [entry] = entries(&sandbox).try_into().unwrap();
    assert_eq!((&entry["course"], &entry["hours"]), (&json!("leading-teams"), &json!(24)));
    assert_eq!(entry["title"], "Teams, the summer course");
}

#[test]
fn a_thousand_tenths_are_a_hundred() {
    let sandbox = Sandbox::new();
    let lines = "{\"title\":\"t\",\"hours\":0.1}\n".repeat(20);
    assert_eq!(sandbox.run_with_input(["log", "add", "--batch", "-"], lines).code, Some(0));
    let output = sandbox.run(["log", "list"]);
    assert!(output.stderr.contains("completed: 2 h\n"), "{output}");
}

#[test]
fn a_batch_saves_every_line_before_it_says_so() {
    let sandbox = Sandbox::new();
    let line = |at: usize| {
        format!(
            "{{\"title\":\"课 {at}\",\"hours\":{at}.25,\"unit\":\"class-hour\",\"on\":\"2026-05-20\",\
             \"categories\":[\"public\"],\"form\":\"lecture\",\"provider\":\"P\",\"note\":\"N\"}}\n"
        )
    };
    let lines: String = (1..=100).map(line).collect();
    let output = sandbox.run_with_input(["log", "add", "--batch", "-"], lines);
    assert_eq!(output.code, Some(0), "{output}");
    let saved: Vec<&str> = output.stdout.lines().map(|line| line.strip_prefix("saved ").unwrap()).collect();
    assert_eq!(saved.len(), 100);
    let recorded = entries(&sandbox);
    assert_eq!(recorded.len(), 100);
    for (at, id) in saved.iter().enumerate() {
        let entry = recorded.iter().find(|entry| entry["id"] == *id).unwrap();
        assert_eq!(entry["title"], format!("课 {}", at + 1));
        assert_eq!(entry["hours"].to_string(), format!("{}.25", at + 1));
    }
}

#[test]
fn a_bad_line_of_a_batch_is_named_and_the_rest_is_saved() {
    let sandbox = Sandbox::new();
    let lines = "{\"title\":\"good\",\"hours\":1}\n\n{\"title\":\"x\",\"huors\":1}\n{\"title\":\"x\",\"hours\":\n[]\n\
                 {\"title\":\"x\"}\n{\"title\":\"\",\"hours\":1}\n{\"title\":\"x\",\"hours\":-1}\n\
                 {\"title\":\"x\",\"hours\":1,\"on\":\"2027-01-01\"}\n{\"title\":\"x\",\"hours\":1,\"unit\":\"week\"}\n\
                 {\"title\":\"x\",\"course\":\"weldign\"}\n{\"title\":\"also good\",\"hours\":\"1.5\",\"course\":\"welding\"}";
    assert_snapshot!(sandbox.run_with_input(["log", "add", "--batch", "-"], lines).normal(), @r#"
    saved [id1]
    saved [id2]
    --- stderr
    error: line 3: unknown key "huors"; did you mean "hours"?
    error: line 4: not valid JSON (column 21)
    error: line 5: not a JSON object
    error: line 6: an entry needs its hours
    error: line 7: an entry needs a title
    error: line 8: --hours is "-1": must be above zero
    error: line 9: 2027-01-01 lies ahead, and hours are recorded after study
    error: line 10: "unit" has no value "week"
    error: line 11: no course has the id weldign
    2 entries saved
    error: 9 lines were not saved
    --- exit 3
    "#);
    let titles: Vec<Value> = entries(&sandbox).iter().map(|entry| entry["title"].clone()).collect();
    assert_eq!(titles, ["good", "also good"]);
}

#[test]
fn a_batch_of_anything_does_no_harm() {
    let sandbox = Sandbox::new();
    let long = format!("{{\"title\":\"{}\",\"hours\":1}}\n", "x".repeat(70_000));
    let noise = [
        b"\xff\xfe\n".as_slice(),
        long.as_bytes(),
        b"{\"title\":\"a\\u001b[31m\",\"hours\":1,\"\\u001b[2J\":1}\n",
    ]
    .concat();
    let output = sandbox.run_with_input(["log", "add", "--batch", "-"], noise);
    assert_eq!(output.code, Some(3), "{output}");
    assert_eq!(output.stderr.matches("error: line").count(), 3, "{output}");
    assert!(!drives_a_terminal(&output.to_string()));
    assert!(entries(&sandbox).is_empty());
}

#[test]
fn a_batch_takes_the_options_that_every_command_takes_and_no_others() {
    let sandbox = Sandbox::new();
    let line = "{\"title\":\"t\",\"hours\":1}";
    let args = ["log", "add", "-q", "--batch", "-", "--data", "elsewhere", "--color", "never"];
    assert_eq!(sandbox.run_with_input(args, line).code, Some(0));
    assert_eq!(sandbox.files("elsewhere/hours").len(), 1);
    for option in [
        "--hours",
        "--unit",
        "--on",
        "--category",
        "--form",
        "--result",
        "--provider",
        "--url",
        "--note",
        "--course",
    ] {
        let value = match option {
            "--unit" => "hour",
            "--form" => "paper",
            "--result" => "passed",
            _ => "1",
        };
        let output = sandbox.run_with_input(["log", "add", "--batch", "-", option, value], line);
        assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""), "{option}: {output}");
    }
}

#[test]
fn an_empty_record_says_how_to_begin() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["log", "list"]), @r"
    --- stderr
    no hours recorded; begin with: tuition done ID
    ");
    assert_snapshot!(sandbox.run(["log", "list", "--format", "json"]), @r#"{"schema":1,"entries":[]}"#);
}

#[test]
fn wrong_entries_are_named() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["log", "add", "Talk"]), @r"
    --- stderr
    error: an entry needs its hours
    hint: say how many with --hours N
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["log", "add", " ", "--hours", "1"]), @r"
    --- stderr
    error: an entry needs a title
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["log", "add"]), @r"
    --- stderr
    error: missing: <TITLE>
    hint: see tuition log add --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["log", "show", "zzzzzz"]), @r"
    --- stderr
    error: no entry has the id zzzzzz
    hint: see the entries with: tuition log list
    --- exit 1
    ");
    let id = sandbox.saved(["log", "add", "Talk", "--hours", "1"]);
    assert_snapshot!(sandbox.run(["log", "edit", &id]), @r"
    --- stderr
    error: nothing to change was named
    hint: name at least one option; --help lists them
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["log", "void", &id]), @r"
    --- stderr
    error: missing: --reason <TEXT>
    hint: see tuition log void --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["log", "void", &id, "--reason", " "]), @r"
    --- stderr
    错误：作废需要写明理由
    --- exit 2
    ");
    assert_eq!(sandbox.run(["log", "show", &id[..3]]).code, Some(1), "three letters are too few");
}

#[test]
fn a_start_that_several_share_is_not_guessed_at() {
    let sandbox = Sandbox::new();
    let first = sandbox.saved(["log", "add", "One", "--hours", "1"]);
    sandbox.saved(["log", "add", "Two", "--hours", "1"]);
    let output = sandbox.run(["log", "show", &first[..4]]);
    assert_eq!(output.code, Some(2), "{output}");
    assert!(output.stderr.contains("several entry ids"), "{output}");
}

#[test]
fn what_has_been_replaced_or_voided_is_not_edited_again() {
    let sandbox = Sandbox::new();
    let old = sandbox.saved(["log", "add", "Talk", "--hours", "1"]);
    let new = sandbox.saved(["log", "edit", &old, "--hours", "2"]);
    assert_snapshot!(sandbox.run(["log", "edit", &old, "--hours", "3"]).normal(), @r"
    --- stderr
    error: entry [id1] has been replaced by a later one
    hint: the entry that counts is [id2]
    --- exit 4
    ");
    assert_eq!(sandbox.run(["log", "void", &old, "--reason", "r"]).code, Some(4));
    sandbox.stdout(["log", "void", &new, "--reason", "r"]);
    assert_snapshot!(sandbox.run_zh(["log", "edit", &new, "--hours", "3"]).normal(), @r"
    --- stderr
    错误：记录 [id1] 已作废
    --- exit 4
    ");
}

#[test]
fn a_category_that_is_nearly_a_known_one_is_remarked_on() {
    let sandbox = Sandbox::new();
    let output = sandbox.run(["log", "add", "T", "--hours", "1", "--category", "profesional"]);
    assert_eq!(output.code, Some(0), "{output}");
    assert!(output.stderr.contains("did you mean \"professional\"?"), "{output}");
    let output = sandbox.run(["log", "add", "T", "--hours", "1", "--category", "site-safety"]);
    assert!(!output.stderr.contains("did you mean"), "{output}");
}

/// A pack of one's own may count by labels that no bundled one knows.
#[test]
fn a_category_that_is_nearly_one_of_a_followed_rule_is_remarked_on() {
    let sandbox = Sandbox::new();
    let pack = "schema = 1\nid = \"own\"\ntitle = \"Own\"\nunit = \"hour\"\ntotal = 9\n\n[period]\nanchor = \"calendar\"\nmonths = 12\n
[[minimum]]\ncategory = \"safety\"\nhours = 1\n
[[source]]\ntitle = \"S\"\nchecked = 2026-11-21\n";
    std::fs::create_dir_all(sandbox.data().join("requirements")).unwrap();
    sandbox.write("data/requirements/own.toml", pack);
    let add = ["log", "add", "T", "--hours", "1", "--category", "saftey"];
    let output = sandbox.run(add);
    assert!(!output.stderr.contains("did you mean"), "nobody follows it: {output}");
    sandbox.stdout(["rules", "follow", "own"]);
    let output = sandbox.run(add);
    assert_eq!(output.code, Some(0), "{output}");
    assert!(output.stderr.contains("did you mean \"safety\"?"), "{output}");
}

#[test]
fn options_take_the_labels_that_the_program_shows() {
    let sandbox = Sandbox::new();
    let words = ["--unit", "学时", "--category", "选修科目", "--category", "ways of working"];
    let id = sandbox.saved(
        ["log", "add", "T", "--hours", "1", "--form", "自学", "--result", "合格"].iter().chain(&words),
    );
    let entry = sandbox.json(["log", "show", &id, "--format", "json"]).to_string();
    for word in ["\"class-hour\"", "\"elective\"", "\"ways-of-working\"", "\"self-study\"", "\"passed\""] {
        assert!(entry.contains(word), "{word}: {entry}");
    }
    let wrong = sandbox.run(["log", "add", "T", "--hours", "1", "--unit", "课时"]);
    assert_eq!(wrong.code, Some(2), "{wrong}");
    assert!(wrong.stderr.contains("class-hour"), "{wrong}");
}

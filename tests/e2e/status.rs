//! `tuition status`

use crate::{Sandbox, assert_snapshot};
use serde_json::Value;

/// A record with hours in two units, without a category, of last year, and of tomorrow.
fn learner() -> Sandbox {
    let sandbox = Sandbox::new();
    for args in [
        &[
            "Safety law",
            "--hours",
            "20",
            "--unit",
            "class-hour",
            "--category",
            "public",
            "--on",
            "2026-03-01",
        ][..],
        &["Bridges in steel", "--hours", "6", "--on", "2026-05-01", "--category", "professional"],
        &["Uncategorised talk", "--hours", "2", "--on", "2026-06-01"],
        &["Last year", "--hours", "30", "--unit", "class-hour", "--on", "2025-06-01"],
    ] {
        sandbox.saved([&["log", "add"], args].concat());
    }
    sandbox.stdout(["plan", "add", "leading-teams", "digital-economy-industry"]);
    sandbox
}

/// A pack of one's own with everything that needs words.
pub(super) const BOARD: &str = r#"
schema = 1
id = "board"
title = { en = "The board", zh = "委员会" }
unit = "pdh"
unit_minutes = 60
step = 0.5
total = 15
unconfirmed = ["Whether the moon counts."]

[period]
anchor = "calendar"
months = 12

[[minimum]]
category = "ethics"
hours = 1

[[maximum]]
form = "self-study"
hours = 4

[carry]
hours = 5

[[source]]
title = "Board rules"
checked = 2026-11-21
"#;

pub(super) fn with_board(sandbox: &Sandbox) {
    sandbox.write("data/requirements/board.toml", BOARD);
    for args in [
        &["Bridges", "--hours", "22", "--unit", "pdh", "--on", "2025-06-01"][..],
        &["Reading", "--hours", "3.75", "--unit", "pdh", "--form", "self-study", "--on", "2026-02-01"],
        &["More reading", "--hours", "3", "--unit", "pdh", "--form", "self-study", "--on", "2026-03-01"],
        &["Half a seminar", "--hours", "2", "--unit", "pdh", "--result", "in-progress", "--on", "2026-04-01"],
        &["A talk in class hours", "--hours", "3", "--unit", "class-hour", "--on", "2026-05-01"],
    ] {
        sandbox.saved([&["log", "add"], args].concat());
    }
}

#[test]
fn bars_words_and_numbers_stand_side_by_side() {
    let sandbox = learner();
    assert_snapshot!(sandbox.run(["status", "cn-guangdong"]), @r"
    Guangdong, professional staff
    cn-guangdong · 2026-01-01 – 2026-12-31 · 40 days left · at risk
      total         ████████▒▒▒▒▒▒▒▒········  30.66/90 class h  at risk
        30.66 counted, 32 planned, 59.34 missing; with the plan it reaches only 62.66 class hours; at
        this pace it reaches only 34.43 class hours by 2026-12-31; 10.14 class hours a week needed
      public        ████████████████········  20/30             at risk
        20 counted, 10 missing; at this pace it reaches only 22.46 class hours by 2026-12-31; 1.71 class
        hours a week needed
      professional  ████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··  8/42              at risk
        8 counted, 32 planned, 34 missing; with the plan it reaches only 40 class hours; at this pace it
        reaches only 8.98 class hours by 2026-12-31; 5.81 class hours a week needed
      elective      ························  0/18              at risk
        0 counted, 18 missing; 3.08 class hours a week needed
      1 planned course states no hours and adds nothing here
      4 points of this rule could not be confirmed: tuition rules show cn-guangdong
    ");
    let narrow = sandbox.finish(sandbox.command(["status", "cn-guangdong"]).env("COLUMNS", "60"));
    assert_snapshot!(narrow, @r"
    Guangdong, professional staff
    cn-guangdong · 2026-01-01 – 2026-12-31 · 40 days left
    at risk
      total         █████▒▒▒▒▒▒······  30.66/90 class h  at risk
        30.66 counted, 32 planned, 59.34 missing; with the plan
        it reaches only 62.66 class hours; at this pace it
        reaches only 34.43 class hours by 2026-12-31; 10.14
        class hours a week needed
      public        ███████████······  20/30             at risk
        20 counted, 10 missing; at this pace it reaches only
        22.46 class hours by 2026-12-31; 1.71 class hours a week
        needed
      professional  ███▒▒▒▒▒▒▒▒▒▒▒▒▒·  8/42              at risk
        8 counted, 32 planned, 34 missing; with the plan it
        reaches only 40 class hours; at this pace it reaches
        only 8.98 class hours by 2026-12-31; 5.81 class hours a
        week needed
      elective      ·················  0/18              at risk
        0 counted, 18 missing; 3.08 class hours a week needed
      1 planned course states no hours and adds nothing here
      4 points of this rule could not be confirmed: tuition
      rules show cn-guangdong
    ");
    assert_snapshot!(sandbox.run_zh(["status", "cn-guangdong"]), @r"
    广东省专业技术人员继续教育
    cn-guangdong · 2026-01-01 至 2026-12-31 · 还剩 40 天 · 有风险
      总学时    ████████▒▒▒▒▒▒▒▒········  30.66/90 学时  有风险
        已计 30.66，计划 32，尚缺 59.34；完成计划后也只有 62.66 学时；按目前进度，到 2026-12-31 只有
        34.43 学时；每周需完成 10.14 学时
      公需科目  ████████████████········  20/30          有风险
        已计 20，尚缺 10；按目前进度，到 2026-12-31 只有 22.46 学时；每周需完成 1.71 学时
      专业科目  ████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··  8/42           有风险
        已计 8，计划 32，尚缺 34；完成计划后也只有 40 学时；按目前进度，到 2026-12-31 只有 8.98 学时；每
        周需完成 5.81 学时
      选修科目  ························  0/18           有风险
        已计 0，尚缺 18；每周需完成 3.08 学时
      计划中有 1 门课程未注明学时，这里不计
      本要求包有 4 处未能确认：tuition rules show cn-guangdong
    ");
}

#[test]
fn the_day_that_is_looked_at_is_said_and_later_entries_do_not_exist() {
    let sandbox = learner();
    let output = sandbox.run(["status", "cn-mohrss", "--as-of", "2026-04-30"]);
    assert!(output.stdout.starts_with("As of 2026-04-30\n"), "{output}");
    assert!(output.stdout.contains("20/90 class h"), "{output}");
    let today = sandbox.run(["status", "cn-mohrss", "--as-of", "today"]);
    assert_eq!(today.to_string(), sandbox.run(["status", "cn-mohrss"]).to_string());
    assert!(!today.stdout.contains("As of"), "{today}");
    let after = sandbox.run(["status", "cn-mohrss", "--as-of", "2027-02-01"]);
    assert!(after.stdout.contains("2027-01-01 – 2027-12-31") && after.stdout.contains("0/90"), "{after}");
    assert_snapshot!(sandbox.run(["status", "cn-mohrss", "--as-of", "2026-02-30"]), @r#"
    --- stderr
    error: --as-of is "2026-02-30": there is no such day
    hint: a date is 2026-05-20, today, yesterday or -3d
    --- exit 2
    "#);
}

#[test]
fn json_keeps_to_the_contract() {
    let sandbox = Sandbox::new();
    with_board(&sandbox);
    let json = sandbox.json(["status", "board", "--format", "json"]);
    let keys = |value: &Value, wanted: &[&str]| {
        for key in wanted {
            assert!(value.get(key).is_some(), "{key}: {value}");
        }
    };
    keys(&json, &["schema", "as_of", "rules"]);
    let rule = &json["rules"][0];
    keys(rule, &["id", "title", "unit", "period", "state", "parts", "entries"]);
    assert_eq!(rule["period"], serde_json::json!({"start": "2026-01-01", "end": "2026-12-31"}));
    for part in rule["parts"].as_array().unwrap() {
        keys(part, &["id", "kind", "required", "counted", "carried", "planned", "missing", "state"]);
    }
    let parts: Vec<String> = (rule["parts"].as_array().unwrap().iter())
        .map(|part| format!("{} {} {}", part["id"], part["kind"], part["state"]).replace('"', ""))
        .collect();
    assert_eq!(parts, ["total total at-risk", "ethics minimum at-risk", "self-study maximum met"]);
    let total = &rule["parts"][0];
    let figures = ["required", "counted", "carried", "planned", "missing"].map(|key| total[key].to_string());
    assert_eq!(figures, ["15", "6", "5", "0", "4"]);
    let entries = rule["entries"].as_array().unwrap();
    entries.iter().for_each(|entry| keys(entry, &["id", "claimed", "counted", "reasons"]));
    assert_eq!(entries[0]["claimed"].to_string(), "3.75");
    assert_eq!(entries[0]["counted"].to_string(), "3.5");
    assert_eq!(entries[0]["reasons"], serde_json::json!(["rounded down to steps of 0.5"]));
    assert_eq!(rule["carried_from"]["surplus"], 7);
    let counted: f64 = entries.iter().filter_map(|entry| entry["counted"].as_f64()).sum();
    assert_eq!(Some(counted), total["counted"].as_f64(), "the entries add up to the total");
}

/// A window that ends today ends tomorrow again: no days are left of it, and it is never too late.
#[test]
fn a_rolling_window_names_no_days_left() {
    let sandbox = learner();
    assert_snapshot!(sandbox.run(["status", "engineers-australia"]), @r"
    Engineers Australia CPD
    engineers-australia · 2023-11-22 – 2026-11-21 · at risk
      total     ███████▒▒▒▒·············  45.5/150 h  at risk
        45.5 counted, 24 planned, 104.5 missing; with the plan it reaches only 69.5 h; not reached in
        the 36 months up to 2026-11-21
      practice  ························  0/50        at risk
        0 counted, 50 missing; not reached in the 36 months up to 2026-11-21
      risk      ························  0/10        at risk
        0 counted, 10 missing; not reached in the 36 months up to 2026-11-21
      business  ························  0/15        at risk
        0 counted, 15 missing; not reached in the 36 months up to 2026-11-21
      1 planned course states no hours and adds nothing here
      4 points of this rule could not be confirmed: tuition rules show engineers-australia
    ");
    assert_snapshot!(sandbox.run(["status", "engineers-australia", "--short"]), @r"engineers-australia 45.5/150 at risk");
    let json = sandbox.json(["status", "engineers-australia", "--format", "json"]);
    let rule = &json["rules"][0];
    assert!(rule["days_left"].is_null(), "{rule}");
    assert!(rule["parts"][0]["days_left"].is_null() && rule["parts"][0]["per_week"].is_null(), "{rule}");
}

/// A pack is evaluated on any day, and says where its wording does not hold over the period.
#[test]
fn a_wording_that_does_not_hold_over_the_period_says_so() {
    let sandbox = Sandbox::new();
    for (valid, day, lies) in [
        ("valid_from = 2026-01-01", "2025-12-31", Some("from 2026-01-01: the period lies outside")),
        ("valid_from = 2026-01-01", "2026-11-21", None),
        ("valid_from = 2026-11-22", "2026-11-21", Some("from 2026-11-22: the period lies partly outside")),
        ("valid_to = 2026-12-30", "2026-11-21", Some("until 2026-12-30: the period lies partly outside")),
        ("valid_to = 2026-12-31", "2026-11-21", None),
    ] {
        sandbox.write("data/requirements/board.toml", BOARD.replace("total", &format!("{valid}\ntotal")));
        let text = sandbox.stdout(["status", "board", "--as-of", day]);
        let json = sandbox.json(["status", "board", "--as-of", day, "--format", "json"]);
        assert_eq!(json["rules"][0]["outside_validity"], lies.is_some(), "{valid} on {day}");
        let transcript = ["report", "transcript", "--rule", "board", "--as-of", day, "--format"];
        let json = sandbox.json([&transcript[..], &["json"]].concat());
        assert_eq!(json["outside_validity"], lies.is_some(), "{valid} on {day}");
        let page = sandbox.stdout([&transcript[..], &["md"]].concat());
        match lies {
            Some(lies) => {
                let holds = format!("his wording of the rule holds {lies}");
                assert!(text.contains(&holds) && page.contains(&holds), "{text}\n{page}");
            }
            None => assert!(!text.contains("wording") && !page.contains("wording"), "{text}\n{page}"),
        }
    }
}

/// What no source states is null, not zero.
#[test]
fn a_total_that_nobody_states_is_null() {
    let json = learner().json(["status", "cn-digital-engineer", "--format", "json"]);
    let total = &json["rules"][0]["parts"][0];
    assert!(total["required"].is_null() && total["missing"].is_null(), "{total}");
    assert_eq!(json["rules"][0]["state"], "advice");
}

#[test]
fn a_prompt_gets_one_line_a_rule() {
    let sandbox = learner();
    assert_snapshot!(sandbox.run(["status", "--short", "cn-mohrss", "ncees", "cn-mohrss"]), @r"
    cn-mohrss 30.66/90 at risk, 40 days left
    ncees 23/15, ethics 0/1 at risk, 40 days left
    ");
    assert_snapshot!(sandbox.run_zh(["status", "--short", "cn-mohrss"]), @r"cn-mohrss 30.66/90 有风险，还剩 40 天");
    let both = sandbox.run(["status", "--short", "--format", "json"]);
    assert_eq!(both.code, Some(2), "{both}");
}

/// Exit 0 says: every rule shown is met. Nothing less may end so.
#[test]
fn check_says_with_its_exit_code_whether_the_hours_suffice() {
    let sandbox = Sandbox::new();
    sandbox.write("data/requirements/board.toml", BOARD);
    let check = |rules: &[&str]| {
        let output = sandbox.run([&["status", "--check", "--short"], rules].concat());
        assert!(output.stderr.is_empty(), "{output}");
        output.code
    };
    assert_eq!(check(&["board"]), Some(1), "at risk");
    assert_eq!(check(&["cn-digital-engineer"]), Some(1), "advice is not met");
    assert_eq!(check(&[]), Some(1), "nothing followed");
    let hours = ["log", "add", "Ethics", "--hours", "15", "--unit", "pdh", "--category", "ethics"];
    sandbox.saved(hours);
    assert_eq!(check(&["board"]), Some(0));
    assert_eq!(check(&["board", "cn-mohrss"]), Some(1), "one of two");
    let text = sandbox.run(["status", "board", "--check"]);
    assert_eq!(text.to_string(), sandbox.run(["status", "board"]).to_string());
    for (rule, code) in [("board", ""), ("cn-mohrss", "--- exit 1\n")] {
        for more in [&[][..], &["--explain"], &["--short"], &["--format", "json"]] {
            let silent = sandbox.run([&["status", rule, "--check", "-q"], more].concat());
            assert_eq!(silent.to_string(), code, "the exit code alone");
        }
    }
    assert!(!sandbox.stdout(["status", "board", "-q"]).is_empty(), "data is what -q leaves");
}

#[test]
fn following_nothing_is_told_how_to_begin() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["status"]), @r"
    --- stderr
    you follow no rule yet; see which there are with tuition rules list, then: tuition rules follow cn-mohrss
    ");
    assert_snapshot!(sandbox.run_zh(["status"]), @r"
    --- stderr
    尚未关注任何要求包；可用 tuition rules list 查看，再用 tuition rules follow cn-mohrss 关注
    ");
    let check = sandbox.run(["status", "--check"]);
    assert_eq!((check.code, check.stdout.as_str()), (Some(1), ""));
    let json = sandbox.json(["status", "--format", "json"]);
    assert_eq!(json["rules"], serde_json::json!([]));
}

#[test]
fn without_a_name_the_followed_rules_are_shown_in_their_order() {
    let sandbox = learner();
    sandbox.stdout(["rules", "follow", "us-tx-pe", "--since", "2025-10-01"]);
    sandbox.stdout(["rules", "follow", "cn-mohrss", "--total", "20"]);
    assert_snapshot!(sandbox.run(["status"]), @r"
    Texas PE
    us-tx-pe · 2026-10-01 – 2027-09-30 · 313 days left · at risk
      total   ▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒  8/15 PDH  on track
        0 counted, 8 carried in, 24 planned, 7 missing; with the plan it reaches 32 PDH
      ethics  ························  0/1       at risk
        0 counted, 1 missing; 0.03 PDH a week needed
      8 PDH carried in from 2025-10-01 – 2026-09-30, which had 8 PDH more than required
      1 planned course states no hours and adds nothing here
      3 points of this rule could not be confirmed: tuition rules show us-tx-pe

    China, professional staff (Decree 25)
    cn-mohrss · 2026-01-01 – 2026-12-31 · 40 days left · met
      total         ████████████████████████  30.66/20 class h  met
        30.66 counted, 32 planned; reached
      professional  ██████████████▒▒▒▒▒▒▒▒▒▒  8/13.34           advice
        8 counted, 32 planned, 5.34 missing; advice, not a condition
      the total of 20 class hours is your own setting for this period
      1 planned course states no hours and adds nothing here
      4 points of this rule could not be confirmed: tuition rules show cn-mohrss
    ");
    assert_snapshot!(sandbox.run(["status", "--short"]), @r"
    us-tx-pe 8/15, ethics 0/1 at risk, 313 days left
    cn-mohrss 30.66/20 met
    ");
    sandbox.write("data/requirements/us-tx-pe.toml", "schema = 1\nid = \"us-tx-pe\"\n");
    let gone = sandbox.run(["status", "--short", "--check"]);
    assert_eq!(gone.code, Some(3), "{gone}");
    assert!(gone.stderr.contains("us-tx-pe: no requirement pack of this name could be read"), "{gone}");
    assert!(gone.stdout.starts_with("cn-mohrss"), "{gone}");
}

#[test]
fn an_unknown_rule_is_wrong_usage() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["status", "cn-mohrs-2", "--check"]), @r"
    --- stderr
    error: no requirement pack has the id cn-mohrs-2
    hint: did you mean cn-mohrss?
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["status", "us-n"]), @r"
    --- stderr
    error: several rule ids begin with us-n
    hint: it may be us-nc-pe, us-nd-pe, us-ny-pe
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["status", "xyz"]), @r"
    --- stderr
    错误：没有编号为 xyz 的学时要求
    提示：查看全部学时要求：tuition rules list
    --- exit 2
    ");
}

#[test]
fn a_rule_without_its_date_hides_no_other() {
    let sandbox = learner();
    assert_snapshot!(sandbox.run(["status", "us-tx-pe", "cn-mohrss", "--short", "--check"]), @r"
    cn-mohrss 30.66/90 at risk, 40 days left
    --- stderr
    error: us-tx-pe counts from the first day of a renewal period of your Texas licence, which is not stated
    hint: state it with: tuition rules follow us-tx-pe --since DATE
    --- exit 3
    ");
    assert_snapshot!(sandbox.run_zh(["status", "us-tx-pe"]), @r"
    --- stderr
    错误：us-tx-pe 从得州执照任一换证周期的第一天起算，但尚未填写
    提示：请填写：tuition rules follow us-tx-pe --since 日期
    --- exit 3
    ");
}

#[test]
fn an_unreadable_entry_is_not_passed_over() {
    let sandbox = learner();
    sandbox.write("data/hours/2026/2026-07-01-broken.toml", "schema = 1\nhours = [");
    let output = sandbox.run(["status", "cn-mohrss", "--short"]);
    assert_eq!(output.code, Some(3), "{output}");
    assert!(output.stdout.contains("cn-mohrss 30.66/90"), "{output}");
    assert!(output.stderr.contains("what it holds is not shown"), "{output}");
}

/// Titles of entries come from files.
#[test]
fn nothing_drives_the_terminal() {
    let sandbox = Sandbox::new();
    sandbox.saved(["log", "add", "a\u{1b}[31m\u{202e}b", "--hours", "2"]);
    for format in ["text", "json"] {
        let output = sandbox.run(["status", "cn-mohrss", "--explain", "--format", format]);
        assert!(!crate::support::sandbox::drives_a_terminal(&output.stdout), "{output}");
    }
}

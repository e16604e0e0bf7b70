//! `tuition due`

use crate::{Sandbox, assert_snapshot};

fn planner() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "leading-change", "--by", "2026-11-01"]);
    sandbox.stdout(["plan", "add", "digital-economy-industry", "--by", "2026-12-20"]);
    sandbox.stdout(["plan", "add", "welding", "--by", "2027-06-01"]);
    sandbox
}

#[test]
fn what_is_overdue_comes_first_then_day_by_day() {
    let sandbox = planner();
    assert_snapshot!(sandbox.run(["due"]), @r"
    2026-11-01  target · overdue 20 days
        Leading change
    2026-12-01  session · in 10 days
        Digital economy empowering industry · until 2026-12-03 · 昌平
    2026-12-01  training · in 10 days
        Digital economy empowering industry · 昌平
    2026-12-10  assessment · in 19 days
        Digital economy empowering industry · 昌平
    2026-12-20  target · in 29 days
        Digital economy empowering industry
    ");
    assert_snapshot!(sandbox.run_zh(["due", "--within", "2w"]), @r"
    2026-11-01  目标 · 逾期 20 天
        Leading change
    2026-12-01  班次 · 10 天后
        数字经济赋能产业发展 · 至 2026-12-03 · 昌平
    2026-12-01  培训 · 10 天后
        数字经济赋能产业发展 · 昌平
    ");
    let narrow = sandbox.finish(sandbox.command(["due"]).env("COLUMNS", "40"));
    assert!(narrow.stdout.lines().all(|line| line.chars().count() <= 40), "{narrow}");
}

#[test]
fn a_session_that_goes_on_is_still_due() {
    let sandbox = planner();
    let going_on = sandbox.stdout(["due", "--as-of", "2026-12-02", "--within", "0d"]);
    assert!(going_on.contains("2026-12-01  session · going on"), "{going_on}");
    let over = sandbox.stdout(["due", "--as-of", "2026-12-04", "--within", "0d"]);
    assert!(!over.contains("session"), "{over}");
}

#[test]
fn a_period_ends_with_what_is_missing() {
    let sandbox = planner();
    sandbox.stdout(["rules", "follow", "cn-guangdong"]);
    sandbox.stdout(["rules", "follow", "us-tx-pe", "--since", "2026-01-01"]);
    sandbox.saved(["log", "add", "A", "--hours", "15", "--unit", "pdh", "--category", "ethics"]);
    let due = sandbox.stdout(["due", "--within", "41d"]);
    let ends = due.find("2026-12-31  period ends").unwrap();
    assert_snapshot!(due[ends..], @r"
    2026-12-31  period ends · in 40 days
        Guangdong, professional staff
        missing: total 73.34 class hours, public 30 class hours, professional 42 class hours, elective
        18 class hours
    2026-12-31  period ends · in 40 days
        Texas PE · met
    ");
    let json = sandbox.json(["due", "--format", "json"]);
    let end = json["items"].as_array().unwrap().iter().find(|item| item["rule"] == "cn-guangdong").unwrap();
    assert_eq!(end["id"], "period-end-cn-guangdong-2026-12-31");
    assert_eq!(end["missing"][0]["part"], "total");
    assert_eq!(end["missing"][0]["missing"].to_string(), "73.34");
}

#[test]
fn a_rule_whose_total_nobody_states_is_not_met() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["rules", "follow", "cn-digital-engineer"]);
    let due = sandbox.stdout(["due", "--within", "41d"]);
    assert!(due.contains("period ends") && due.contains("advice") && !due.contains("met"), "{due}");
    let due = sandbox.run_zh(["due", "--within", "41d"]).stdout;
    assert!(due.contains("建议") && !due.contains("已达标"), "{due}");
}

#[test]
fn what_is_done_is_not_due() {
    let sandbox = planner();
    sandbox.saved(["done", "leading-change", "--hours", "6", "--result", "passed"]);
    assert!(!sandbox.stdout(["due"]).contains("Leading change"));
}

#[test]
fn json_has_an_identity_for_every_item() {
    let sandbox = planner();
    let json = sandbox.json(["due", "--format", "json"]);
    let items = json["items"].as_array().unwrap();
    let ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "target-leading-change",
            "session-digital-economy-industry-2026-12-01",
            "training-digital-economy-industry-2026-12-01",
            "assessment-digital-economy-industry-2026-12-10",
            "target-digital-economy-industry",
        ]
    );
    assert_eq!((&items[0]["overdue"], &items[0]["days"]), (&true.into(), &(-20).into()));
    assert_eq!((&items[1]["end"], &items[1]["place"]), (&"2026-12-03".into(), &"昌平".into()));
    assert_eq!(json["until"], "2027-01-20");
}

#[test]
fn nothing_due_is_said_and_a_stretch_of_time_is_explained() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["due", "--within", "3m"]), @r"
    --- stderr
    nothing is due until 2027-02-21
    ");
    assert_snapshot!(sandbox.run(["due", "--within", "soon"]), @r#"
    --- stderr
    error: --within is "soon", which is no stretch of time
    hint: a stretch of time is 60d, 8w or 3m
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run_zh(["due", "--within", "60"]), @r"
    --- stderr
    错误：--within 为“60”，不是时间长度
    提示：时间长度写作 60d（天）、8w（周）或 3m（月）
    --- exit 2
    ");
}

//! `tuition what-if`

use crate::{Sandbox, assert_snapshot};

#[test]
fn now_and_then_stand_side_by_side() {
    let sandbox = Sandbox::new();
    let args =
        ["what-if", "leading-teams", "welding", "leading-t", "--rule", "cn-guangdong", "--rule", "ncees"];
    assert_snapshot!(sandbox.run(args), @r"
    As if passed on 2026-11-21: Leading high-performance teams, Welding refresher

    cn-guangdong · at risk
    Part           Now   Then  Gain  State
    total         0/90  35/90   +35  at risk
    public        0/30   0/30        at risk
    professional  0/42  32/42   +32  at risk
    elective      0/18   0/18        at risk
    Leading high-performance teams: 32 class hours; 24 h of 60 min = 32 class hours
    Welding refresher: 3 class hours; 0.5 days × 6 = 3 class hours

    ncees · at risk
    Part     Now   Then  Gain  State
    total   0/15  24/15   +15  met
    ethics   0/1    0/1        at risk
    Leading high-performance teams: 24 PDH; 24 h of 60 min = 24 PDH
    Welding refresher: 0 PDH; the rule states no way from days to PDH
    ");
    assert_snapshot!(sandbox.run_zh(["what-if", "leading-teams", "--rule", "cn-mohrss"]), @r"
    假设 2026-11-21 已合格：打造高绩效团队

    cn-mohrss · 有风险
    项目      现在   之后  增加  状态
    总学时    0/90  32/90   +32  有风险
    专业科目  0/60  32/60   +32  建议
    打造高绩效团队：32 学时；24 小时（每小时 60 分钟）= 32 学时
    ");
    assert!(sandbox.files("data").is_empty(), "a trial saves nothing");
}

#[test]
fn json_has_before_and_after() {
    let sandbox = Sandbox::new();
    sandbox.saved(["log", "add", "A", "--hours", "60", "--unit", "class-hour"]);
    let args = ["what-if", "leading-teams", "digital-economy-industry", "--rule", "cn-mohrss"];
    let output = sandbox.run([&args[..], &["--format", "json"]].concat());
    assert_eq!(output.code, Some(0), "{output}");
    let json: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let rule = &json["rules"][0];
    assert_eq!(json["schema"], 1);
    assert_eq!((&rule["before"]["state"], &rule["after"]["state"]), (&"at-risk".into(), &"met".into()));
    let total = |when: &str| rule[when]["parts"][0]["counted"].to_string();
    assert_eq!((total("before").as_str(), total("after").as_str()), ("60", "92"));
    // 30 less of the total and 32 less of the advised share of professional subjects.
    assert_eq!(rule["gain"], 62);
    assert_eq!(json["courses"][1]["hours"], serde_json::Value::Null);
    assert!(rule["credits"][1]["counted"].is_null(), "{rule}");
    assert!(output.stderr.contains("no hours for digital-economy-industry"), "{output}");
}

#[test]
fn unknown_courses_and_rules_are_named() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["what-if", "weldign", "--rule", "cn-mohrss"]), @r"
    --- stderr
    error: no course has the id weldign
    hint: did you mean welding?
    --- exit 1
    ");
    assert_snapshot!(sandbox.run(["what-if", "welding", "--rule", "cn-mohrs-2"]), @r"
    --- stderr
    error: no requirement pack has the id cn-mohrs-2
    hint: did you mean cn-mohrss?
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["what-if", "welding"]), @r"
    --- stderr
    you follow no rule yet; see which there are with tuition rules list, then: tuition rules follow cn-mohrss
    ");
    assert_snapshot!(sandbox.run(["what-if", "welding", "--rule", "us-tx-pe"]), @r"
    --- stderr
    error: us-tx-pe counts from the first day of a renewal period of your Texas licence, which is not stated
    hint: state it with: tuition rules follow us-tx-pe --since DATE
    --- exit 3
    ");
}

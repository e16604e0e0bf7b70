//! `tuition plan`

use crate::{Sandbox, assert_snapshot};

#[test]
fn a_course_is_planned_with_its_reasons() {
    let sandbox = Sandbox::new();
    let args =
        ["plan", "add", "leading-change", "--by", "2026-12-31", "--why", "licence", "--note", "ask Ada"];
    assert_snapshot!(sandbox.run(args), @r"
    planned leading-change
    --- stderr
    planned: Leading change
    note: leading-change asks for leading-teams first, which is neither done nor planned
    take it back with: tuition undo
    ");
    assert_snapshot!(sandbox.run(["plan", "list"]), @r"
    No.  Id              Title            Hours  State    By          Why      Note
      1  leading-change  Leading change  6–18 h  planned  2026-12-31  licence  ask Ada
    ");
    assert_snapshot!(sandbox.run_zh(["plan", "list"]), @r"
    序号  编号            标题                 学时  状态  期限        原因     备注
       1  leading-change  Leading change  6–18 小时  计划  2026-12-31  licence  ask Ada
    ");
}

#[test]
fn json_keeps_to_the_contract() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding"]);
    assert_snapshot!(sandbox.run(["plan", "list", "--format", "json"]), @r#"{"schema":1,"items":[{"course":"welding","title":"Welding refresher","status":"planned","by":null,"added":"2026-11-21","note":null,"why":null,"withdrawn":null,"hours":0.5,"unit":"day"}]}"#);
    assert_snapshot!(sandbox.run(["plan", "list", "--format", "csv"]), @r"
    course,title,status,by,added,hours,unit,why,note,withdrawn
    welding,Welding refresher,planned,,2026-11-21,0.5,day,,,
    ");
}

#[test]
fn several_are_one_step_and_none_twice() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run_zh(["plan", "add", "leading-teams", "welding", "leading-teams"]), @r"
    planned leading-teams
    planned welding
    --- stderr
    已加入计划：打造高绩效团队
    已加入计划：Welding refresher
    撤销请用：tuition undo
    ");
    assert_snapshot!(sandbox.run(["plan", "add", "welding"]), @r"
    --- stderr
    already in the plan: Welding refresher
    ");
    sandbox.stdout(["undo"]);
    assert_snapshot!(sandbox.run(["plan", "list"]), @r"
    --- stderr
    the plan is empty; fill it with: tuition plan add ID
    ");
}

#[test]
fn dates_are_read_as_people_write_them() {
    let sandbox = Sandbox::new();
    for (typed, date) in [("today", "2026-11-21"), ("-3d", "2026-11-18"), ("明天", "2026-11-22")] {
        sandbox.stdout(["plan", "add", "welding", "--by", typed]);
        assert_eq!(sandbox.json(["plan", "list", "--format", "json"])["items"][0]["by"], date);
        sandbox.stdout(["undo"]);
    }
}

#[test]
fn a_target_that_has_passed_is_remarked_on() {
    let output = Sandbox::new().run(["plan", "add", "welding", "--by", "2020-01-01"]);
    assert!(output.stderr.contains("2020-01-01 has passed"), "{output}");
    assert_eq!(output.code, Some(0));
}

#[test]
fn the_order_is_the_learners() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "leading-teams", "leading-change", "welding"]);
    let order = || {
        let json = sandbox.json(["plan", "list", "--format", "json"]);
        let items = json["items"].as_array().unwrap();
        items.iter().map(|item| item["course"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_snapshot!(sandbox.run(["plan", "move", "welding", "1"]), @r"
    moved welding 1
    --- stderr
    now number 1 of the plan: Welding refresher
    take it back with: tuition undo
    ");
    assert_eq!(order(), ["welding", "leading-teams", "leading-change"]);
    sandbox.stdout(["plan", "move", "welding", "last"]);
    assert_eq!(order(), ["leading-teams", "leading-change", "welding"]);
    sandbox.stdout(["plan", "move", "welding", "2"]);
    assert_eq!(order(), ["leading-teams", "welding", "leading-change"]);
    sandbox.stdout(["plan", "move", "leading-t", "999"]);
    assert_eq!(order(), ["welding", "leading-change", "leading-teams"]);
}

#[test]
fn an_edit_changes_what_it_names() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding", "--by", "2026-12-31", "--why", "licence", "--note", "n"]);
    assert_snapshot!(sandbox.run(["plan", "edit", "welding", "--by", "none", "--note", ""]), @r"
    changed welding
    --- stderr
    plan changed: Welding refresher
    take it back with: tuition undo
    ");
    let item = || sandbox.json(["plan", "list", "--format", "json"])["items"][0].clone();
    let seen = item();
    assert!(seen["by"].is_null() && seen["note"].is_null(), "{seen}");
    assert_eq!(seen["why"], "licence");
    sandbox.stdout(["plan", "edit", "welding", "--withdrawn", "today"]);
    assert_eq!((&item()["withdrawn"], &item()["status"]), (&"2026-11-21".into(), &"withdrawn".into()));
}

#[test]
fn a_removed_course_is_gone_even_when_the_catalog_has_lost_it() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding", "leading-teams"]);
    sandbox.write("catalog.toml", "schema = 1\n[[course]]\nid = \"other\"\ntitle = \"Other\"\n");
    let listed = sandbox.run(["plan", "list"]);
    assert!(listed.stdout.contains("Welding refresher"), "{listed}");
    assert_snapshot!(sandbox.run(["plan", "rm", "weld"]), @r"
    removed welding
    --- stderr
    taken out of the plan: Welding refresher
    take it back with: tuition undo
    ");
    assert!(!sandbox.stdout(["plan", "list"]).contains("Welding"));
}

#[test]
fn comments_by_hand_survive() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding"]);
    let plan = std::fs::read_to_string(sandbox.data().join("plan.toml")).unwrap();
    sandbox.write("data/plan.toml", format!("# mine\n{plan}# the end\n"));
    sandbox.stdout(["plan", "add", "leading-teams"]);
    let plan = std::fs::read_to_string(sandbox.data().join("plan.toml")).unwrap();
    assert!(plan.starts_with("# mine\n") && plan.contains("# the end"), "{plan}");
}

#[test]
fn one_wrong_id_leaves_the_plan_as_it_was() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["plan", "add", "welding", "weldign-2"]), @r"
    --- stderr
    error: no course has the id weldign-2
    hint: did you mean welding?
    --- exit 1
    ");
    assert!(sandbox.files("data").is_empty(), "nothing is written before there is something to keep");
    assert_snapshot!(sandbox.run(["plan", "add", "welding", "--by", "2026-02-30"]), @r#"
    --- stderr
    error: --by is "2026-02-30": there is no such day
    hint: a date is 2026-05-20, today, yesterday or -3d
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["plan", "remove", "welding"]), @r"
    --- stderr
    error: welding is not in the plan
    hint: see what is planned with: tuition plan list
    --- exit 1
    ");
    sandbox.stdout(["plan", "add", "welding"]);
    assert_snapshot!(sandbox.run(["plan", "move", "welding", "0"]), @r#"
    --- stderr
    error: "0" is not a position; positions are 1, 2, … or last
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["plan", "edit", "welding"]), @r"
    --- stderr
    error: nothing to change was named
    hint: name at least one option; --help lists them
    --- exit 2
    ");
}

#[test]
fn a_date_for_a_planned_course_is_not_dropped() {
    let sandbox = Sandbox::new();
    let id = "welding";
    sandbox.stdout(["plan", "add", id, "--why", "the audit"]);
    let output = sandbox.run(["plan", "add", id, "--by", "2026-12-31"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), "changed welding\n"), "{output}");
    let plan = sandbox.json(["plan", "list", "--format", "json"]);
    let item = &plan["items"][0];
    assert_eq!((item["by"].as_str(), item["why"].as_str()), (Some("2026-12-31"), Some("the audit")));
}

//! `tuition show`

use crate::{Sandbox, assert_snapshot};

#[test]
fn everything_that_is_stated() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["show", "leading-teams", "digital-economy-industry"]), @r"
    Leading high-performance teams
    打造高绩效团队 (our translation)
    Id           leading-teams
    Hours        24 h
    Level        intermediate
    Track        Leadership
    Topics       teams, feedback
    Delivery     online
    Form         workshop
    Language     English
    Categories   professional
    Provider     Institute of Leadership
    Instructors  Ada Young
    Link         https://example.org/teams
    Source       Programme of 2026
    Facts as of  2026-11-21
    Source seen  yes

    Digital economy empowering industry (our translation)
    数字经济赋能产业发展
    Id           digital-economy-industry
    Hours        not stated
    Track        Digital economy
    Delivery     blended
    Form         lecture
    Language     Chinese
    Provider     北京工程师学会
    Sessions     2026-12-01 – 2026-12-03 · 昌平 · training 2026-12-01 · assessment 2026-12-10
    Facts as of  2026-11-21

    What changes in a plant.

    And what does not.
    ");
    assert_snapshot!(sandbox.run(["show", "leading-change"]), @r"
    Leading change
    Id             leading-change
    Hours          6–18 h (one to three hours a week, six weeks)
    Level          advanced
    Track          Leadership
    Language       English
    Prerequisites  leading-teams: Leading high-performance teams (missing)
    Assessment     essay
    Facts as of    2026-11-21
    ");
    assert_snapshot!(sandbox.run_zh(["show", "ai-junior", "leading-teams"]), @r"
    人工智能（初级）
    Artificial intelligence, junior
    编号      ai-junior
    学时      14+28，共 100 学时（理论 + 实践）
    等级      初级
    方向      数字经济
    语言      中文
    类别      专业科目、技术
    考核      exam
    信息截至  2026-11-21

    打造高绩效团队（本目录译名）
    Leading high-performance teams
    编号        leading-teams
    学时        24 小时
    难度        进阶
    方向        领导力
    主题        teams、feedback
    授课方式    线上
    形式        工作坊
    语言        英语
    类别        专业科目
    机构        Institute of Leadership
    讲师        Ada Young
    链接        https://example.org/teams
    来源        Programme of 2026
    信息截至    2026-11-21
    来源已核对  是
    ");
}

#[test]
fn the_beginning_of_an_id_is_enough() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.stdout(["show", "weld"]), sandbox.stdout(["show", "welding"]));
}

#[test]
fn prerequisites_say_how_they_stand() {
    let sandbox = Sandbox::new();
    let line = || {
        let text = sandbox.stdout(["show", "leading-change"]);
        text.lines().find(|line| line.starts_with("Prerequisites")).unwrap().to_owned()
    };
    assert!(line().ends_with("(missing)"), "{}", line());
    sandbox.stdout(["plan", "add", "leading-teams"]);
    assert!(line().ends_with("(planned)"), "{}", line());
    sandbox.saved(["done", "leading-teams"]);
    assert!(line().ends_with("(done)"), "{}", line());
}

#[test]
fn json_holds_the_same() {
    let sandbox = Sandbox::new();
    let json = sandbox.json(["show", "digital", "ai-junior", "--format", "json"]);
    assert_eq!(json["schema"], 1);
    let [digital, ai] = json["courses"].as_array().unwrap().as_slice() else { panic!("{json}") };
    assert_eq!(digital["translated"], serde_json::json!(["en"]));
    assert_eq!(digital["sessions"][0]["gates"]["assessment"], "2026-12-10");
    assert_eq!(digital["hours"], serde_json::Value::Null);
    assert_eq!((&ai["theory"], &ai["practice"], &ai["hours"]), (&14.into(), &28.into(), &100.into()));
}

#[test]
fn an_unknown_id_is_a_finding_and_the_others_are_shown() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["show", "weldign"]), @r"
    --- stderr
    error: no course has the id weldign
    hint: did you mean welding?
    --- exit 1
    ");
    assert_snapshot!(sandbox.run_zh(["show", "nothing-like-it"]), @r"
    --- stderr
    错误：没有编号为 nothing-like-it 的课程
    提示：可用 tuition list 关键词 查找
    --- exit 1
    ");
    let output = sandbox.run(["show", "nothing-like-it", "welding"]);
    assert_eq!(output.code, Some(1));
    assert!(output.stdout.contains("Welding refresher"), "{output}");
}

#[test]
fn several_ids_with_one_beginning_are_named() {
    assert_snapshot!(Sandbox::new().run(["show", "leading"]), @r"
    --- stderr
    error: several course ids begin with leading
    hint: it may be leading-teams, leading-change
    --- exit 2
    ");
}

#[test]
fn the_tree_says_what_comes_first_and_how_much_that_is() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["show", "leading-change", "--tree"]), @r"
    leading-change: Leading change
      leading-teams: Leading high-performance teams (24 h, missing)
    Before it: 1 missing.
    Still to study before it: 24 h.
    No course asks for it.
    ");
    assert_snapshot!(sandbox.run_zh(["show", "leading-teams", "--tree"]), @r"
    leading-teams：打造高绩效团队
    此课程没有先修要求。
    1 门课程以它为先修课程：
      leading-change：Leading change
    ");
    sandbox.saved(["done", "leading-teams"]);
    assert!(
        sandbox.stdout(["show", "leading-change", "--tree"]).contains("Everything that it asks for is done")
    );
}

#[test]
fn the_tree_for_programs() {
    let sandbox = Sandbox::new();
    let value = sandbox.json(["show", "leading-change", "--tree", "--format", "json"]);
    let tree = &value["trees"][0];
    assert_eq!(value["schema"], 1);
    assert_eq!(tree["missing"], serde_json::json!(["leading-teams"]));
    assert_eq!(tree["nodes"].as_array().map(Vec::len), Some(2));
    assert_eq!(tree["nodes"][1]["state"], "missing");
    assert_eq!(tree["left"], serde_json::json!([{"unit": "hour", "hours_min": 24, "hours_max": 24}]));
    assert_eq!(
        (&tree["left_not_stated"], &tree["planned"], &tree["done"]),
        (&0.into(), &0.into(), &0.into())
    );
    let teams = sandbox.json(["show", "leading-teams", "--tree", "--format", "json"]);
    assert_eq!(teams["trees"][0]["opens"], serde_json::json!(["leading-change"]));
}

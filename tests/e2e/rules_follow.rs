//! `tuition rules follow` and `tuition rules unfollow`

use crate::{Sandbox, assert_snapshot};

fn profile(sandbox: &Sandbox) -> String {
    std::fs::read_to_string(sandbox.data().join("profile.toml")).unwrap()
}

#[test]
fn a_rule_is_followed_and_no_longer() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--licence", "京 123"]), @r"
    following cn-mohrss
    --- stderr
    following: China, professional staff (Decree 25)
    take it back with: tuition undo
    ");
    assert_snapshot!(profile(&sandbox), @r#"
    schema = 1

    [[follow]]
    rule = "cn-mohrss"
    licence = "京 123"
    "#);
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss"]), @r"
    --- stderr
    此前已遵循，没有新的内容：专业技术人员继续教育规定
    ");
    assert_snapshot!(sandbox.run(["undo"]), @r"
    undone: followed cn-mohrss
    --- stderr
    do it again with: tuition redo
    ");
    assert_snapshot!(sandbox.run_zh(["redo"]), @r"
    已重做：遵循 cn-mohrss
    --- stderr
    撤销请用：tuition undo
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "unfollow", "cn-m"]), @r"
    unfollowed cn-mohrss
    --- stderr
    不再遵循：专业技术人员继续教育规定
    撤销请用：tuition undo
    ");
    assert_eq!(profile(&sandbox), "schema = 1\n");
    assert_snapshot!(sandbox.run(["undo"]), @r"
    undone: no longer followed cn-mohrss
    --- stderr
    do it again with: tuition redo
    ");
    assert!(profile(&sandbox).contains("京 123"));
}

#[test]
fn what_is_said_anew_changes_and_the_rest_stays() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["rules", "follow", "cn-mohrss", "--licence", "A 1"]);
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--total", "60"]), @r"
    following cn-mohrss
    --- stderr
    following: China, professional staff (Decree 25)
    the total is 60 class hours from 2026-01-01 to 2026-12-31
    take it back with: tuition undo
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss", "--total", "45.5"]), @r"
    following cn-mohrss
    --- stderr
    已遵循：专业技术人员继续教育规定
    2026-01-01 至 2026-12-31 的学时要求为 45.5 学时
    撤销请用：tuition undo
    ");
    assert_snapshot!(profile(&sandbox), @r#"
    schema = 1

    [[follow]]
    rule = "cn-mohrss"
    licence = "A 1"

    [[follow.total]]
    period = 2026-01-01
    hours = 45.5
    "#);
    sandbox.stdout(["rules", "follow", "cn-mohrss", "--licence", ""]);
    assert!(!profile(&sandbox).contains("licence"));
}

#[test]
fn unknown_rules_are_offered_what_was_meant() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrs-x"]), @r"
    --- stderr
    error: no requirement pack has the id cn-mohrs-x
    hint: did you mean cn-mohrss?
    --- exit 1
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "nowhere"]), @r"
    --- stderr
    错误：没有编号为 nowhere 的学时规定
    提示：查看全部规定：tuition rules list
    --- exit 1
    ");
    assert_snapshot!(sandbox.run(["rules", "unfollow", "cn-mohrss"]), @r"
    --- stderr
    error: cn-mohrss is not followed
    hint: see what is followed with: tuition profile
    --- exit 1
    ");
    assert!(!sandbox.data().exists(), "looking creates nothing");
}

#[test]
fn a_day_is_taken_only_where_one_is_asked_for() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--since", "2026-01-01"]), @r"
    --- stderr
    error: cn-mohrss does not count from a day of your own, so --since has no meaning
    hint: leave it out
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss", "--since", "today"]), @r"
    --- stderr
    错误：cn-mohrss 不从个人日期起算，不需要 --since
    提示：请去掉该选项
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--total", "0"]), @r#"
    --- stderr
    error: --total is "0": must be above zero
    --- exit 2
    "#);
}

#[test]
fn a_profile_with_a_mistake_is_not_written_over() {
    let sandbox = Sandbox::new();
    sandbox.write("data/profile.toml", "schema = 1\n[dates]\nbirthday = 1983-02-29\n");
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss"]), @r"
    --- stderr
    error: nothing saved: [root]/data/profile.toml:3:12: no calendar has this day. Write one that it has; until then the file is left as it is.
    --- exit 3
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss"]), @r"
    --- stderr
    错误：未保存：[root]/data/profile.toml:3:12：没有这一天。请改为存在的日期；在此之前文件保持原样。
    --- exit 3
    ");
    sandbox.write("data/profile.toml", "schema = 9\n");
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss"]), @r"
    --- stderr
    error: nothing saved: [root]/data/profile.toml:1:10: schema 9 was written by a newer version of tuition. Update the program; until then the file is left as it is.
    --- exit 3
    ");
    assert_eq!(profile(&sandbox), "schema = 9\n");
}

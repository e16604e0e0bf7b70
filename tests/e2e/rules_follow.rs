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
    此前已关注，没有新的内容：专业技术人员继续教育规定
    ");
    assert_snapshot!(sandbox.run(["undo"]), @r"
    undone: followed cn-mohrss
    --- stderr
    do it again with: tuition redo
    ");
    assert_snapshot!(sandbox.run_zh(["redo"]), @r"
    已重做：关注 cn-mohrss
    --- stderr
    撤销请用：tuition undo
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "unfollow", "cn-m"]), @r"
    unfollowed cn-mohrss
    --- stderr
    不再关注：专业技术人员继续教育规定
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
    已关注：专业技术人员继续教育规定
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
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "nowhere"]), @r"
    --- stderr
    错误：没有编号为 nowhere 的学时要求
    提示：查看全部学时要求：tuition rules list
    --- exit 2
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
    following cn-mohrss
    --- stderr
    cn-mohrss counts from no date of your own; --since is not kept
    following: China, professional staff (Decree 25)
    take it back with: tuition undo
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss", "--since", "today"]), @r"
    --- stderr
    cn-mohrss 不从个人日期起算，未保存 --since
    此前已关注，没有新的内容：专业技术人员继续教育规定
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

#[test]
fn a_rule_of_ones_own_year_asks_for_its_day() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "us-tx-pe"]), @r"
    --- stderr
    error: us-tx-pe counts from a day of your own, and it is not stated: the first day of a renewal period of your Texas licence
    hint: give it with --since DATE
    hint: or keep it in the profile: tuition profile set --date renewal=DATE
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "us-tx-pe", "--total", "7"]), @r"
    --- stderr
    错误：us-tx-pe 从个人日期起算，而这一天尚未填写：得州执照任一换证周期的第一天
    提示：请用 --since 日期 填写
    提示：或存入个人资料：tuition profile set --date renewal=日期
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["rules", "follow", "us-tx-pe", "--since", "renewal"]), @r"
    --- stderr
    error: the profile states no date called renewal
    hint: state it with: tuition profile set --date renewal=DATE
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["rules", "follow", "us-tx-pe", "--since", "2025-02-29"]), @r#"
    --- stderr
    error: --since is "2025-02-29": there is no such day
    hint: a date is 2026-05-20, today, yesterday or -3d
    --- exit 2
    "#);
    assert!(!sandbox.data().exists(), "nothing was saved");
    assert_snapshot!(sandbox.run(["rules", "follow", "us-tx-pe", "--since", "2024-02-29", "--total", "7.5"]), @r"
    following us-tx-pe
    --- stderr
    following: Texas PE
    the total is 7.5 PDH from 2026-02-28 to 2027-02-27
    take it back with: tuition undo
    ");
    assert_snapshot!(profile(&sandbox), @r#"
    schema = 1

    [[follow]]
    rule = "us-tx-pe"
    since = 2024-02-29

    [[follow.total]]
    period = 2026-02-28
    hours = 7.5
    "#);
    sandbox.stdout(["rules", "unfollow", "us-tx-pe"]);
    sandbox.stdout(["profile", "set", "--date", "renewal=2025-10-01", "--date", "issued=2024-10-01"]);
    sandbox.stdout(["rules", "follow", "us-tx-pe"]);
    assert!(!profile(&sandbox).contains("since"), "the profile's own date is the one it asks for");
    assert_snapshot!(sandbox.run(["rules", "follow", "us-tx-pe", "--since", "issued", "--licence", "TX 1"]), @r"
    following us-tx-pe
    --- stderr
    following: Texas PE
    take it back with: tuition undo
    ");
    assert_snapshot!(profile(&sandbox), @r#"
    schema = 1

    [dates]
    renewal = 2025-10-01
    issued = 2024-10-01

    [[follow]]
    rule = "us-tx-pe"
    since = "issued"
    licence = "TX 1"
    "#);
}

#[test]
fn a_date_that_a_rule_asks_for_is_not_taken_out() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["profile", "set", "--date", "renewal=2025-10-01"]);
    sandbox.stdout(["rules", "follow", "us-tx-pe"]);
    assert_snapshot!(sandbox.run(["profile", "set", "--date", "renewal="]), @r"
    --- stderr
    error: us-tx-pe counts from the date renewal
    hint: change that one first, or give the date another day
    --- exit 2
    ");
    sandbox.stdout(["rules", "follow", "us-tx-pe", "--since", "2025-10-01"]);
    sandbox.stdout(["profile", "set", "--date", "renewal="]);
}

#[test]
fn a_rolling_window_has_one_total_for_every_day() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "own.toml",
        "schema = 1\nid = \"board\"\ntitle = \"Own board\"\nunit = \"hour\"\ntotal = 30\n\
         [period]\nanchor = \"rolling\"\nmonths = 24\n\
         [[source]]\ntitle = \"Rules\"\nchecked = 2026-11-01\n",
    );
    let follow = ["--rules", "own.toml", "rules", "follow", "board", "--total", "20"];
    assert_snapshot!(sandbox.run(follow), @r"
    following board
    --- stderr
    following: Own board
    the total is 20 h, whatever day is looked at
    take it back with: tuition undo
    ");
    assert_snapshot!(sandbox.run_zh(["--rules", "own.toml", "rules", "follow", "board", "--total", "21"]), @r"
    following board
    --- stderr
    已关注：Own board
    学时要求为 21 小时，对任何一天都适用
    撤销请用：tuition undo
    ");
    assert_snapshot!(profile(&sandbox), @r#"
    schema = 1

    [[follow]]
    rule = "board"

    [[follow.total]]
    hours = 21
    "#);
    assert_snapshot!(sandbox.run(["rules", "unfollow", "board"]), @r"
    unfollowed board
    --- stderr
    followed no longer: board
    take it back with: tuition undo
    ");
}

#[test]
fn a_beginning_must_tell_rules_apart() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "us-n"]), @r"
    --- stderr
    error: several rule ids begin with us-n
    hint: it may be us-nc-pe, us-nd-pe, us-ny-pe
    --- exit 2
    ");
}

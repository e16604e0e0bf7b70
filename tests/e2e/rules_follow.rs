//! `tuition rules follow` and `tuition rules unfollow`

use crate::{Sandbox, assert_snapshot};

fn profile(sandbox: &Sandbox) -> String {
    std::fs::read_to_string(sandbox.data().join("profile.toml")).unwrap()
}

#[test]
fn a_rule_is_followed_and_no_longer() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--licence", "京 123"]), @"");
    assert_snapshot!(profile(&sandbox), @"");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss"]), @"");
    assert_snapshot!(sandbox.run(["undo"]), @"");
    assert_snapshot!(sandbox.run_zh(["redo"]), @"");
    assert_snapshot!(sandbox.run_zh(["rules", "unfollow", "cn-m"]), @"");
    assert_eq!(profile(&sandbox), "schema = 1\n");
    assert_snapshot!(sandbox.run(["undo"]), @"");
    assert!(profile(&sandbox).contains("京 123"));
}

#[test]
fn what_is_said_anew_changes_and_the_rest_stays() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["rules", "follow", "cn-mohrss", "--licence", "A 1"]);
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--total", "60"]), @"");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss", "--total", "45.5"]), @"");
    assert_snapshot!(profile(&sandbox), @"");
    sandbox.stdout(["rules", "follow", "cn-mohrss", "--licence", ""]);
    assert!(!profile(&sandbox).contains("licence"));
}

#[test]
fn unknown_rules_are_offered_what_was_meant() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrs-x"]), @"");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "nowhere"]), @"");
    assert_snapshot!(sandbox.run(["rules", "unfollow", "cn-mohrss"]), @"");
    assert!(!sandbox.data().exists(), "looking creates nothing");
}

#[test]
fn a_day_is_taken_only_where_one_is_asked_for() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--since", "2026-01-01"]), @"");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss", "--since", "today"]), @"");
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss", "--total", "0"]), @"");
}

#[test]
fn a_profile_with_a_mistake_is_not_written_over() {
    let sandbox = Sandbox::new();
    sandbox.write("data/profile.toml", "schema = 1\n[dates]\nbirthday = 1983-02-29\n");
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss"]), @"");
    assert_snapshot!(sandbox.run_zh(["rules", "follow", "cn-mohrss"]), @"");
    sandbox.write("data/profile.toml", "schema = 9\n");
    assert_snapshot!(sandbox.run(["rules", "follow", "cn-mohrss"]), @"");
    assert_eq!(profile(&sandbox), "schema = 9\n");
}

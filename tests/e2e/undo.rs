//! `tuition undo` and `tuition redo`

use crate::{Sandbox, assert_snapshot};

#[test]
fn steps_go_back_and_forth_across_processes() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding"]);
    sandbox.saved(["done", "welding"]);
    assert_snapshot!(sandbox.run(["undo"]), @r"
    undone: 0.5 days on 2026-11-21: Welding refresher
    --- stderr
    do it again with: tuition redo
    ");
    assert_snapshot!(sandbox.run_zh(["undo"]), @r"
    已撤销：列入计划 Welding refresher
    --- stderr
    重做请用：tuition redo
    ");
    assert_eq!(sandbox.json(["plan", "list", "--format", "json"])["items"], serde_json::json!([]));
    assert_snapshot!(sandbox.run_zh(["redo"]), @r"
    已重做：列入计划 Welding refresher
    --- stderr
    撤销请用：tuition undo
    ");
    assert_snapshot!(sandbox.run(["redo", "-q"]), @"done again: 0.5 days on 2026-11-21: Welding refresher");
    assert_eq!(sandbox.json(["log", "list", "--format", "json"])["entries"][0]["course"], "welding");
}

#[test]
fn every_change_can_be_taken_back() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding", "leading-teams"]);
    let id = sandbox.saved(["log", "add", "Talk", "--hours", "1"]);
    let state = || {
        [["plan", "list"], ["log", "list"]]
            .map(|command| sandbox.stdout([&command[..], &["--format", "json"]].concat()))
    };
    let before = state();
    for change in [
        &["plan", "remove", "welding"][..],
        &["plan", "move", "welding", "2"],
        &["plan", "edit", "welding", "--by", "today", "--why", "w"],
        &["plan", "add", "ai-junior", "leading-change"],
        &["log", "add", "Another", "--hours", "2"],
        &["log", "edit", &id, "--hours", "2"],
        &["log", "void", &id, "--reason", "r"],
    ] {
        sandbox.stdout(change);
        let after = state();
        assert_ne!(before, after, "{change:?} changes something");
        sandbox.stdout(["undo"]);
        assert_eq!(before, state(), "{change:?} undone");
        sandbox.stdout(["redo"]);
        assert_eq!(after, state(), "{change:?} done again");
        sandbox.stdout(["undo"]);
    }
}

#[test]
fn nothing_to_undo_is_a_finding() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["undo"]), @r"
    --- stderr
    error: there is nothing to undo
    --- exit 1
    ");
    assert_snapshot!(sandbox.run_zh(["redo"]), @r"
    --- stderr
    错误：没有可重做的操作
    --- exit 1
    ");
    assert!(!sandbox.data().exists(), "looking creates nothing");
}

#[test]
fn another_way_to_follow_is_told_from_following() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["rules", "follow", "cn-mohrss"]);
    sandbox.stdout(["rules", "follow", "cn-mohrss", "--total", "60"]);
    assert_eq!(sandbox.stdout(["undo"]), "undone: changed how cn-mohrss is followed\n");
    assert_eq!(sandbox.stdout(["redo"]), "done again: changed how cn-mohrss is followed\n");
    assert_eq!(sandbox.run_zh(["undo"]).stdout, "已撤销：修改 cn-mohrss 的关注设置\n");
    assert_eq!(sandbox.stdout(["undo"]), "undone: followed cn-mohrss\n");
}

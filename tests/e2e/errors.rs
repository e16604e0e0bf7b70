//! Wrong usage, broken surroundings, and the exit code of each.

use crate::support::sandbox::drives_a_terminal;
use crate::{Sandbox, assert_snapshot};

#[test]
fn the_version_is_the_packages() {
    let version = format!("tuition {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(Sandbox::new().stdout(["--version"]), version);
}

#[test]
fn without_a_terminal_the_views_say_what_to_use_instead() {
    let sandbox = Sandbox::new();
    let output = sandbox.run::<&str>([]);
    assert_snapshot!(output, @r"
    --- stderr
    error: the views need a terminal, and this is none
    hint: in a pipe or a script use: tuition list, tuition show ID, or the conversation of tuition --plain
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["catalog.toml"]), @r"
    --- stderr
    错误：界面需要在终端中运行，而当前不是终端
    提示：在管道或脚本中请用：tuition list、tuition show 编号，或文字对话 tuition --plain
    --- exit 2
    ");
}

#[test]
fn a_misspelt_command_is_not_taken_for_a_catalog() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["lits"]), @r"
    --- stderr
    error: lits is neither a command nor a file
    hint: did you mean list?
    --- exit 2
    ");
    sandbox.write("lits", "schema = 1\n");
    assert!(sandbox.run(["lits"]).stderr.contains("need a terminal"));
}

#[test]
fn a_day_that_is_none_is_refused() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.finish(sandbox.command(["list"]).env("TUITION_TODAY", "2026-02-30")), @r#"
    --- stderr
    error: TUITION_TODAY is "2026-02-30": there is no such day
    hint: a date is 2026-05-20, today, yesterday or -3d
    --- exit 2
    "#);
    let output =
        sandbox.finish(sandbox.command(["list"]).env("TUITION_TODAY", "\u{1b}[31m").env("LANG", "zh_CN"));
    assert_eq!(output.code, Some(2));
    assert!(!drives_a_terminal(&output.to_string()));
}

#[test]
fn a_home_is_needed_only_by_what_uses_it() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(["--data", "", "plan", "list"]);
    let output = sandbox.finish(command.env_remove("HOME").env_remove("TUITION_DATA"));
    assert_eq!(output.code, Some(2), "{output}");
}

#[test]
fn a_broken_record_is_shown_as_far_as_it_goes() {
    let sandbox = Sandbox::new();
    sandbox.saved(["log", "add", "Good", "--hours", "1"]);
    sandbox.write("data/hours/2026/2026-01-03-broken.toml", "schema = 1\ntitle = \n");
    let output = sandbox.run(["log", "list"]);
    assert!(output.stdout.contains("Good"), "{output}");
    assert!(output.stderr.contains("2026-01-03-broken.toml:2:"), "{output}");
    assert_eq!(output.code, Some(3), "{output}");
    assert_eq!(sandbox.run(["list", "-q"]).code, Some(0), "courses are shown all the same");
}

#[test]
fn a_plan_that_cannot_be_read_is_not_written_over() {
    let sandbox = Sandbox::new();
    let broken = "schema = 1\n[[item]\n";
    sandbox.write("data/plan.toml", broken);
    for command in
        [&["plan", "add", "welding"][..], &["plan", "remove", "welding"], &["plan", "move", "welding", "1"]]
    {
        let output = sandbox.run(command);
        assert_eq!((output.code, output.stdout.as_str()), (Some(3), ""), "{output}");
        assert_eq!(output.stderr.lines().count(), 1, "named once: {output}");
    }
    assert_snapshot!(sandbox.run(["plan", "add", "welding"]), @r"
    --- stderr
    error: nothing saved: [root]/data/plan.toml:2:8: is not valid TOML here: the closing ]] is missing. Correct this line; until then the file is left as it is.
    --- exit 3
    ");
    assert_snapshot!(sandbox.run_zh(["plan", "edit", "welding", "--by", "none"]), @r"
    --- stderr
    错误：未保存：[root]/data/plan.toml:2:8：此处不是有效的 TOML：缺少结尾的 ]]。请改正这一行；在此之前文件保持原样。
    --- exit 3
    ");
    assert_eq!(std::fs::read_to_string(sandbox.data().join("plan.toml")).unwrap(), broken);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_saved_changes_nothing() {
    let sandbox = Sandbox::new();
    // A file where the folder should be stops even root.
    sandbox.write("data", "in the way");
    let output = sandbox.run(["done", "welding"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(5), ""), "{output}");
    assert_snapshot!(output, @r"
    --- stderr
    error: nothing saved: [root]/data: a file stands where a folder is needed
    hint: move it away, then try again
    --- exit 5
    ");
    assert_snapshot!(sandbox.run_zh(["done", "welding"]), @r"
    --- stderr
    错误：未保存：[root]/data：需要文件夹的地方是一个文件
    提示：请将其移开后重试
    --- exit 5
    ");
    assert_eq!(std::fs::read_to_string(sandbox.data()).unwrap(), "in the way");
}

#[test]
fn a_plan_that_is_gone_is_not_begun_anew() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding"]);
    std::fs::remove_file(sandbox.data().join("plan.toml")).unwrap();
    assert_snapshot!(sandbox.run(["plan", "add", "welding"]), @r#"
    --- stderr
    error: nothing saved: [root]/data/plan.toml: the plan's file is gone
    hint: restore it, or create one with the line "schema = 1" to start afresh
    --- exit 5
    "#);
    assert_snapshot!(sandbox.run_zh(["plan", "remove", "welding"]), @r"
    --- stderr
    错误：未保存：[root]/data/plan.toml：计划文件不见了
    提示：请恢复该文件；若要重新开始，请新建一个，写上 schema = 1 一行
    --- exit 5
    ");
}

#[test]
fn a_word_that_is_neither_a_command_nor_a_file_is_told_so() {
    let output = Sandbox::new().run(["progress"]);
    assert_snapshot!(output, @r"
    --- stderr
    error: progress is neither a command nor a file
    hint: see tuition --help
    --- exit 2
    ");
}

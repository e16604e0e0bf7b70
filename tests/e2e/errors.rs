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
    hint: in a pipe or a script use: tuition list, tuition show ID
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["catalog.toml"]), @r"
    --- stderr
    错误：界面需要在终端中运行，而当前不是终端
    提示：在管道或脚本中请用：tuition list、tuition show 编号
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
    let output = sandbox.run(["plan", "add", "welding"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(3), ""), "{output}");
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
    assert!(output.stderr.starts_with("error: "), "{output}");
    assert_eq!(std::fs::read_to_string(sandbox.data()).unwrap(), "in the way");
}

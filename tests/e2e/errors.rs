//! Wrong usage, broken surroundings, and the exit code of each.

use crate::support::sandbox::drives_a_terminal;
use crate::{Sandbox, assert_snapshot};

#[test]
fn every_command_has_help_with_an_example() {
    let sandbox = Sandbox::new();
    for command in [
        &[][..],
        &["list"],
        &["show"],
        &["plan", "add"],
        &["plan", "remove"],
        &["plan", "move"],
        &["plan", "edit"],
        &["plan", "list"],
        &["done"],
        &["log", "add"],
        &["log", "list"],
        &["log", "show"],
        &["log", "edit"],
        &["log", "void"],
        &["undo"],
        &["redo"],
        &["config", "path"],
    ] {
        let output = sandbox.run([command, &["--help"]].concat());
        assert_eq!(output.code, Some(0), "{command:?}");
        assert!(output.stdout.contains("Examples:\n  tuition "), "{command:?}: {output}");
        assert!(output.stdout.lines().all(|line| line.chars().count() <= 100), "{output}");
    }
}

#[test]
fn help_tells_the_whole_story_on_one_page() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["--help"]), @r"
    Find a course, plan it, record the hours; without a command the views open

    Usage: tuition [OPTIONS] [PATH]... [COMMAND]

    Commands:
      list    List the courses that match a query, best first [alias: ls]
      show    Show courses in full
      plan    Keep the learning plan
      done    Record the hours of a catalog course
      log     Keep the hours record
      undo    Take back the last change to plan or hours
      redo    Do again what was taken back
      config  Say where catalog, plan and hours are
      help    Print this message or the help of the given subcommand(s)

    Arguments:
      [PATH]...  Catalog files or folders to open instead of the bundled catalog, as with -C

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Everywhere:
      -C, --catalog <PATH>  A catalog file or folder to open instead of the bundled catalog; may be
                            repeated, on one side of the command
          --color <WHEN>    When to use colour [default: auto] [possible values: auto, always, never]
          --data <DIR>      The folder of the plan and the hours
          --lang <LANG>     Language of messages: en or zh-CN
      -q, --quiet           Data and errors only
      -v, --verbose         Say which catalog and folder are used

    Examples:
      tuition                              open the views on the bundled catalog
      tuition -C courses/ list leader      search a folder of your own
      tuition plan add ID --by 2026-12-31  plan a course
      tuition done ID --on yesterday       record its hours

    Environment (options win over it):
      TUITION_CATALOG  catalog files and folders, separated as in PATH
      TUITION_DATA     the folder of the plan and the hours
      TUITION_TODAY    an ISO date that stands for today
      NO_COLOR         no colour
      LC_ALL, LC_MESSAGES, LANG
                       the language, where --lang names none

    Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 invalid input, 4 conflict or locked,
    5 could not save or write out (nothing changed), 6 saved but could not report.
    ");
    assert_snapshot!(sandbox.run(["done", "--help"]), @r"
    Record the hours of a catalog course

    Usage: tuition done [OPTIONS] <ID>

    Arguments:
      <ID>  A course id, or its beginning

    Options:
          --hours <N>            How much, at most two decimals
          --unit <UNIT>          What the hours are counted in [possible values: hour, class-hour, pdh,
                                 pdu, cpe, ceu, day, event]
          --on <DATE>            The day of study: 2026-05-20, today, yesterday, -3d
          --category <CATEGORY>  What the hours count as, such as professional; may be repeated; none
                                 for no category
          --form <FORM>          How it was learnt, or none [possible values: lecture, workshop,
                                 training, seminar, conference, coaching, competition, self-study,
                                 teaching, paper, patent, degree, exam, none]
          --result <RESULT>      How it ended [possible values: in-progress, completed, passed, failed,
                                 withdrawn]
          --provider <TEXT>      Who ran it
          --url <URL>            Where it is described
          --note <TEXT>          Anything worth remembering
          --evidence <FILE>      A certificate to copy into the record; may be repeated
      -h, --help                 Print help

    Everywhere:
      -C, --catalog <PATH>  A catalog file or folder to open instead of the bundled catalog; may be
                            repeated, on one side of the command
          --color <WHEN>    When to use colour [default: auto] [possible values: auto, always, never]
          --data <DIR>      The folder of the plan and the hours
          --lang <LANG>     Language of messages: en or zh-CN
      -q, --quiet           Data and errors only
      -v, --verbose         Say which catalog and folder are used

    Examples:
      tuition done ID                              today, with the course's hours
      tuition done ID --on 2026-05-20 --hours 6.5 --category professional
      tuition done ID --result passed
    ");
}

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
fn wrong_options_are_usage_errors() {
    let sandbox = Sandbox::new();
    for args in [
        &["list", "--formt", "json"][..],
        &["list", "--format", "yaml"],
        &["list", "--limit", "few"],
        &["plan"],
        &["plan", "frobnicate"],
        &["done"],
        &["--lang", "fr", "list"],
        &["-q", "-v", "list"],
        &["log", "add", "--batch", "file.jsonl"],
        &["log", "add", "Talk", "--batch", "-"],
    ] {
        let output = sandbox.run(args);
        assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""), "{args:?}: {output}");
        assert!(output.stderr.contains("--help") || output.stderr.contains("Usage: "), "{args:?}: {output}");
    }
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

//! `tuition config show|edit|check` and `tuition schema config`

use crate::{Sandbox, assert_snapshot};
use serde_json::json;

#[test]
fn the_commented_defaults_are_a_file_without_mistakes() {
    let sandbox = Sandbox::new();
    let shown = sandbox.stdout(["config", "show"]);
    assert!(shown.contains("\nmouse = true\n") && shown.contains("\n[keys.catalog]\n"), "{shown}");
    sandbox.write("own.toml", &shown);
    assert_snapshot!(sandbox.run(["--config", "own.toml", "config", "check"]), @"own.toml: errors 0, warnings 0");
}

#[test]
fn what_holds_is_shown_with_its_source() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "mouse = false\n[keys.catalog]\n\"g x\" = \"undo\"\nu = \"none\"\n");
    let mut command = sandbox.command(["--config", "own.toml", "--ascii", "config", "show", "--effective"]);
    let output = sandbox.finish(command.env("TUITION_CATALOG", "catalog.toml"));
    assert_snapshot!(output, @r#"
    Setting          Value             From
    language         "auto"            default
    theme            "auto"            default
    color            "auto"            default
    ascii            true              option --ascii
    ambiguous-width  1                 default
    mouse            false             settings file
    digits           "views"           default
    catalogs         ["catalog.toml"]  variable TUITION_CATALOG
    rules            []                default

    Keys  Action  Where
    g x   undo    catalog
    u     none    catalog
    "#);
}

#[test]
fn a_check_names_every_mistake() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "mouse = 1\n[keys.catalog]\n\"Ctrl+i\" = \"undo\"\nq = \"undoo\"\n");
    let output = sandbox.run(["--config", "own.toml", "config", "check"]);
    assert_eq!(output.code, Some(1));
    assert_snapshot!(output, @r#"
    own.toml:1:9: error: mouse takes true or false; what stands there is left out
      1 | mouse = 1
        |         ^
    own.toml:3:1: error: terminals send Tab for "Ctrl+i"; choose another key
      3 | "Ctrl+i" = "undo"
        | ^^^^^^^^
    own.toml:4:5: error: there is no action "undoo"; did you mean "undo"?
      4 | q = "undoo"
        |     ^^^^^^^
    own.toml: errors 3, warnings 0
    --- exit 1
    "#);
    let output = sandbox.run_zh(["--config", "own.toml", "config", "check"]);
    assert_snapshot!(output, @r#"
    own.toml:1:9: 错误：mouse 的值应为 true 或 false；此处不予采用
      1 | mouse = 1
        |         ^
    own.toml:3:1: 错误：按 "Ctrl+i" 时，终端发送的是 Tab；请改用其他按键
      3 | "Ctrl+i" = "undo"
        | ^^^^^^^^
    own.toml:4:5: 错误：没有名为 "undoo" 的操作；是不是想写 "undo"？
      4 | q = "undoo"
        |     ^^^^^^^
    own.toml：错误 3，警告 0
    --- exit 1
    "#);
    let output = sandbox.run(["--config", "own.toml", "config", "check", "--format", "json"]);
    assert_eq!(output.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let codes: Vec<_> = json["problems"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["wrong-type", "key-not-sent", "unknown-action"]);
    assert_eq!(json["problems"][0]["line"], json!(1));
}

#[test]
fn a_check_says_whether_the_file_could_be_read() {
    let sandbox = Sandbox::new();
    let absent = sandbox.run(["config", "check"]);
    assert_eq!(absent.code, Some(0), "{absent}");
    assert!(absent.stdout.contains("the defaults hold"), "{absent}");
    sandbox.write("own.toml", "mouse = \n");
    let broken = sandbox.run(["--config", "own.toml", "config", "check"]);
    assert_eq!(broken.code, Some(1), "{broken}");
    assert!(broken.stdout.contains("until then this is left out"), "{broken}");
    for path in [".", "none.toml"] {
        let unread = sandbox.run(["--config", path, "config", "check"]);
        assert_eq!((unread.code, unread.stdout.as_str()), (Some(3), ""), "{unread}");
    }
}

#[test]
fn one_mistake_does_not_hide_another_and_the_rest_holds() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "own.toml",
        "ascii = true\ntheme = dark\nmouse = 1\nascii = false\n[keys.catalog\nu = \"none\"\n[keys.plan]\nu = \"undoo\"\nx = \"undo\"\n",
    );
    let output = sandbox.run(["--config", "own.toml", "config", "check"]);
    assert_eq!(output.code, Some(1));
    assert_snapshot!(output, @r#"
    own.toml:2:9: error: a text has no quotation marks; put it in straight quotation marks: "…"; until then this is left out, and the rest of the file is used
      2 | theme = dark
        |         ^^^^
    own.toml:3:9: error: mouse takes true or false; what stands there is left out
      3 | mouse = 1
        |         ^
    own.toml:4:1: error: "ascii" stands twice in the same table; remove one of the two; until then this is left out, and the rest of the file is used
      4 | ascii = false
        | ^^^^^
    own.toml:5:14: error: the closing ] is missing; close it; until then this table is left out, and the rest of the file is used
      5 | [keys.catalog
        |              ^
    own.toml:8:5: error: there is no action "undoo"; did you mean "undo"?
      8 | u = "undoo"
        |     ^^^^^^^
    own.toml: errors 5, warnings 0
    --- exit 1
    "#);
    let held = sandbox.stdout(["--config", "own.toml", "config", "show", "--effective"]);
    assert!(held.contains("ascii            true") && held.contains("undo    plan"), "{held}");
    assert!(!held.contains("none"), "keys of a table without a head belong nowhere: {held}");
    // What cannot be told apart at all holds nothing.
    sandbox.write("own.toml", format!("ascii = true\na = {}\n", "[".repeat(200)));
    let output = sandbox.run(["--config", "own.toml", "config", "check"]);
    assert!(output.stdout.contains("until then nothing in this file is used"), "{output}");
}

#[test]
fn mistakes_of_themes_are_found_by_check_and_doctor() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "ascii = true\ntheme = \"ligth\"\n");
    sandbox.write("themes/mine.toml", "boarder = \"blue\"\n");
    let output = sandbox.run(["--config", "own.toml", "config", "check"]);
    assert_eq!(output.code, Some(1));
    assert_snapshot!(output, @r#"
    own.toml:2:9: error: there is no theme "ligth"; auto was taken. Did you mean "light"? There are: auto, dark, light, high-contrast, mono, neutral, mine.
      2 | theme = "ligth"
        |         ^
    themes/mine.toml:1:1: error: no part of the screen is called "boarder"; did you mean border?
      1 | boarder = "blue"
        | ^
    own.toml: errors 2, warnings 0
    --- exit 1
    "#);
    let doctor = sandbox.run(["--config", "own.toml", "doctor"]);
    assert_eq!(doctor.code, Some(1), "{doctor}");
    assert!(doctor.stdout.contains("2 problems in the settings"), "{doctor}");
    sandbox.write("own.toml", "theme = \"mine\"\n");
    sandbox.write("themes/mine.toml", "border = \"blue\"\n");
    let output = sandbox.run(["--config", "own.toml", "config", "check"]);
    assert_eq!(output.code, Some(0), "{output}");
}

#[test]
fn a_theme_that_there_is_not_opens_no_views() {
    let sandbox = Sandbox::new();
    let output = sandbox.run(["--theme", "ligth"]);
    assert_eq!(output.code, Some(2), "{output}");
    assert!(output.stderr.contains("there is no theme \"ligth\"; did you mean \"light\"?"), "{output}");
    assert!(output.stderr.contains("high-contrast, mono, neutral"), "{output}");
    assert!(!sandbox.run(["--theme", "light"]).stderr.contains("no theme"));
}

/// An editor that writes what the test wants.
fn editor(sandbox: &Sandbox, script: &str) -> String {
    sandbox.write("my editor.sh", script);
    format!("sh \"{}\" --wait", sandbox.path("my editor.sh").display())
}

#[test]
fn the_editor_opens_a_new_file_and_what_it_left_is_checked() {
    let sandbox = Sandbox::new();
    let editor = editor(&sandbox, "[ \"$1\" = --wait ] && echo 'W = 3' >> \"$2\"\n");
    let mut command = sandbox.command(["--config", "deep/own.toml", "config", "edit"]);
    let output = sandbox.finish(command.env("VISUAL", &editor).env("EDITOR", "false"));
    assert_eq!(output.code, Some(1), "{output}");
    assert!(output.stderr.contains("created deep/own.toml"), "{output}");
    let text = std::fs::read_to_string(sandbox.path("deep/own.toml")).unwrap();
    assert!(text.contains("\n#mouse = true\n") && text.ends_with("W = 3\n"), "{text}");
    // At the end of the file it stands in the last table of keys.
    assert!(output.stdout.contains("error: a key takes the name of an action"), "{output}");
    // A file that is there is opened as it is.
    sandbox.write("deep/own.toml", "ascii = true\n");
    let mut command = sandbox.command(["--config", "deep/own.toml", "config", "edit"]);
    let output = sandbox.finish(command.env("EDITOR", "true"));
    assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""), "{output}");
    assert_eq!(std::fs::read_to_string(sandbox.path("deep/own.toml")).unwrap(), "ascii = true\n");
}

#[test]
fn an_editor_that_is_not_there_or_fails_is_told() {
    let sandbox = Sandbox::new();
    let edit = |editor: &str| {
        let mut command = sandbox.command(["--config", "own.toml", "config", "edit"]);
        sandbox.finish(command.env("EDITOR", editor))
    };
    let none = edit("'vi");
    assert_eq!(none.code, Some(2), "{none}");
    assert!(!sandbox.path("own.toml").exists(), "nothing is created that nobody could edit");
    assert_eq!(edit("no-such-editor").code, Some(2));
    assert_eq!(edit("false").code, Some(2));
    // No shell: what would be a command there is a word here.
    assert_eq!(edit("true; touch harm").code, Some(2));
    assert!(!sandbox.path("harm").exists());
}

#[test]
fn the_schema_lists_settings_views_and_actions() {
    let sandbox = Sandbox::new();
    let schema = sandbox.json(["schema", "config"]);
    let properties = &schema["properties"];
    assert_eq!(properties["ambiguous-width"]["enum"], json!([1, 2]));
    assert_eq!(properties["color"]["enum"], json!(["auto", "always", "never"]));
    assert!(properties["keys"]["properties"]["everywhere"].is_object(), "{properties:#}");
    let actions = schema["$defs"]["action"]["oneOf"].as_array().unwrap();
    assert!(["undo", "none"].iter().all(|name| actions.iter().any(|one| one["const"] == *name)));
}

#[test]
fn nothing_is_written_unasked() {
    let sandbox = Sandbox::new();
    for args in
        ["config show", "config show --effective", "config check", "config path", "schema config", "list"]
    {
        assert_eq!(sandbox.run(args.split(' ')).code, Some(0), "{args}");
    }
    assert_eq!(sandbox.files("home"), []);
}

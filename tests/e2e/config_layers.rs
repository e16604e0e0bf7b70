//! Every setting from every layer: the defaults, the file, the environment, the options.

use crate::Sandbox;
use serde_json::{Value, json};

const FILE: &str = "language = \"zh-CN\"\ntheme = \"dark\"\ncolor = \"always\"\nascii = true\nambiguous-width = 2\n\
                    mouse = false\ndigits = \"counts\"\ncatalogs = [\"of-file.toml\"]\nrules = [\"of-file\"]\n";

const ENVIRONMENT: [(&str, &str); 4] = [
    ("TUITION_THEME", "light"),
    ("NO_COLOR", "1"),
    ("TUITION_CATALOG", "of-env.toml"),
    ("TUITION_RULES", "of-env"),
];

const OPTIONS: &str = "--lang en --theme mono --color auto --ascii --ambiguous-width 1 --no-mouse \
                       -C of-option.toml --rules of-option";

/// Name, value and source of each setting, in the order of the program's table.
fn effective(sandbox: &Sandbox, options: &str, variables: &[(&str, &str)]) -> Vec<(String, Value, String)> {
    let words = options.split_whitespace().chain("config show --effective --format json".split(' '));
    let mut command = sandbox.command(words);
    command.env_remove("TUITION_CATALOG").envs(variables.iter().copied());
    let output = sandbox.finish(&mut command);
    assert_eq!(output.code, Some(0), "{output}");
    let json: Value = serde_json::from_str(&output.stdout).unwrap();
    let settings = json["settings"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    settings
        .iter()
        .map(|one| {
            (text(&one["name"]), one["value"].clone(), format!("{} {}", text(&one["from"]), text(&one["by"])))
        })
        .collect()
}

fn check(found: &[(String, Value, String)], expected: &[(&str, Value, &str)]) {
    let found: Vec<(&str, Value, &str)> =
        found.iter().map(|(name, value, from)| (name.as_str(), value.clone(), from.trim())).collect();
    assert_eq!(found, expected);
}

fn with_file() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("home/.config/tuition/config.toml", FILE);
    sandbox
}

#[cfg(target_os = "linux")]
#[test]
fn the_defaults_hold_where_nobody_says_otherwise() {
    check(
        &effective(&Sandbox::new(), "", &[]),
        &[
            ("language", json!("auto"), "default"),
            ("theme", json!("auto"), "default"),
            ("color", json!("auto"), "default"),
            ("ascii", json!(false), "default"),
            ("ambiguous-width", json!(1), "default"),
            ("mouse", json!(true), "default"),
            ("digits", json!("views"), "default"),
            ("catalogs", json!([]), "default"),
            ("rules", json!([]), "default"),
        ],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn the_file_is_found_where_the_platform_keeps_such_files() {
    let folder = "[root]/home/.config/tuition";
    check(
        &effective(&with_file(), "", &[]),
        &[
            ("language", json!("zh-CN"), "file"),
            ("theme", json!("dark"), "file"),
            ("color", json!("always"), "file"),
            ("ascii", json!(true), "file"),
            ("ambiguous-width", json!(2), "file"),
            ("mouse", json!(false), "file"),
            ("digits", json!("counts"), "file"),
            ("catalogs", json!([format!("{folder}/of-file.toml")]), "file"),
            ("rules", json!([format!("{folder}/of-file")]), "file"),
        ],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn the_environment_wins_over_the_file_and_options_over_both() {
    check(
        &effective(&with_file(), "", &ENVIRONMENT),
        &[
            ("language", json!("zh-CN"), "file"),
            ("theme", json!("light"), "environment TUITION_THEME"),
            ("color", json!("never"), "environment NO_COLOR"),
            ("ascii", json!(true), "file"),
            ("ambiguous-width", json!(2), "file"),
            ("mouse", json!(false), "file"),
            ("digits", json!("counts"), "file"),
            ("catalogs", json!(["of-env.toml"]), "environment TUITION_CATALOG"),
            ("rules", json!(["of-env"]), "environment TUITION_RULES"),
        ],
    );
    check(
        &effective(&with_file(), OPTIONS, &ENVIRONMENT),
        &[
            ("language", json!("en"), "flag --lang"),
            ("theme", json!("mono"), "flag --theme"),
            ("color", json!("auto"), "flag --color"),
            ("ascii", json!(true), "flag --ascii"),
            ("ambiguous-width", json!(1), "flag --ambiguous-width"),
            ("mouse", json!(false), "flag --no-mouse"),
            ("digits", json!("counts"), "file"),
            ("catalogs", json!(["of-option.toml"]), "flag --catalog"),
            ("rules", json!(["of-option"]), "flag --rules"),
        ],
    );
}

/// The program goes by them, and not only says so.
#[test]
fn language_catalog_and_colours_follow_the_file() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "language = \"zh-CN\"\ncolor = \"always\"\ncatalogs = [\"catalog.toml\"]\n");
    let mut command = sandbox.command(["--config", "own.toml", "list", "--limit", "1"]);
    let output = sandbox.finish(command.env_remove("TUITION_CATALOG"));
    assert!(output.stdout.starts_with("\u{1b}[1m"), "{output}");
    assert!(output.stderr.contains("共"), "{output}");
    let mut command = sandbox.command(["--config", "own.toml", "list", "--limit", "1"]);
    let output = sandbox.finish(command.env("NO_COLOR", "1"));
    assert!(!output.stdout.contains('\u{1b}'), "{output}");
    let mut command = sandbox.command(["--color", "always", "list"]);
    assert!(sandbox.finish(command.env("NO_COLOR", "1")).stdout.contains('\u{1b}'), "an option wins");
    let mut command = sandbox.command(["list"]);
    assert!(sandbox.finish(command.env("CLICOLOR_FORCE", "1")).stdout.contains('\u{1b}'));
}

#[test]
fn the_file_is_named_by_option_or_variable() {
    let sandbox = Sandbox::new();
    sandbox.write("a.toml", "theme = \"of-a\"\n");
    sandbox.write("b.toml", "theme = \"of-b\"\n");
    let theme =
        |options: &str, variables: &[(&str, &str)]| effective(&sandbox, options, variables)[1].1.clone();
    assert_eq!(theme("", &[("TUITION_CONFIG", "a.toml")]), "of-a");
    assert_eq!(theme("--config b.toml", &[("TUITION_CONFIG", "a.toml")]), "of-b");
    let output = sandbox.run(["--config", "none.toml", "list"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(3), ""), "{output}");
    assert!(output.stderr.contains("none.toml is not there"), "{output}");
    let output = sandbox.finish(sandbox.command(["list"]).env("TUITION_CONFIG", "."));
    assert_eq!(output.code, Some(3), "{output}");
}

/// The command runs, and what is wrong is told beside it, with its line.
#[test]
fn mistakes_are_warnings_of_every_command() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "mouse = true\nlanguge = \"zh-CN\"\n");
    let told = "own.toml:2:1: warning: there is no setting \"languge\"; did you mean \"language\"?\n  \
                2 | languge = \"zh-CN\"\n    | ^^^^^^^\n";
    let output = sandbox.run(["--config", "own.toml", "plan", "list"]);
    assert_eq!(output.code, Some(0), "{output}");
    assert!(output.stderr.starts_with(told), "{output}");
    let quiet = sandbox.run(["--config", "own.toml", "-q", "plan", "list"]);
    assert_eq!(quiet.stderr, "", "{quiet}");
}

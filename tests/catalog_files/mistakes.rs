//! One fixture for each mistake; its snapshot is the exact line, in both languages.

use super::{fixture, open};
use std::fmt::Write;
use tuition::locale::{Lang, Say};
use tuition::store::catalog::{Opened, Severity};

/// What a person sees: the problems, and what can be used all the same.
fn told(opened: &Opened) -> String {
    let mut text = String::new();
    for lang in [Lang::En, Lang::Zh] {
        for problem in &opened.problems {
            let line = problem.say(lang);
            assert!(!line.chars().any(char::is_control), "{line:?}");
            let file = fixture("invalid").display().to_string() + "/";
            writeln!(text, "{}", line.replace(&file, "")).unwrap();
        }
    }
    let codes: Vec<&str> = opened.problems.iter().map(|problem| problem.kind.code()).collect();
    writeln!(text, "codes: {}", codes.join(" ")).unwrap();
    let shown: Vec<&str> = opened.catalog.courses().iter().map(|course| course.id.as_str()).collect();
    writeln!(text, "shown: {}", shown.join(" ")).unwrap();
    writeln!(text, "files: {}, skipped: {}", opened.files, opened.skipped).unwrap();
    text
}

#[test]
fn every_mistake_is_told_at_its_place() {
    let mut names: Vec<String> = std::fs::read_dir(fixture("invalid"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names {
        let opened = open(&[&format!("invalid/{name}")]);
        assert!(!opened.problems.is_empty(), "{name} has no mistake");
        insta::assert_snapshot!(name.trim_end_matches(".toml"), told(&opened));
    }
}

#[test]
fn what_is_valid_is_told_nothing_about() {
    for entry in std::fs::read_dir(fixture("valid")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name != "override" {
            let opened = open(&[&format!("valid/{name}")]);
            assert_eq!(opened.problems, [], "{name}");
        }
    }
}

#[test]
fn a_path_that_leads_nowhere_is_told_by_its_name() {
    let empty = tempfile::tempdir().unwrap();
    let mut opened = open(&["no-such-file.toml"]);
    let folder = tuition::store::catalog::open(&[empty.path().to_owned()]);
    opened.problems.extend(folder.problems);
    let lines: Vec<String> = opened.problems.iter().map(|problem| problem.say(Lang::En)).collect();
    let expected = [
        "tests/fixtures/catalogs/no-such-file.toml: error: there is no such file or folder; check the path"
            .to_owned(),
        format!(
            "{}: error: this folder has no .toml file in it; name a folder with catalog files, or a file",
            empty.path().display()
        ),
    ];
    assert_eq!(lines, expected);
    assert!(opened.problems.iter().all(|problem| problem.severity == Severity::Error));
}

#[test]
fn the_bundled_catalog_has_no_mistake() {
    let opened = tuition::store::catalog::bundled();
    assert_eq!(opened.problems, []);
    assert!(!opened.catalog.is_empty());
}

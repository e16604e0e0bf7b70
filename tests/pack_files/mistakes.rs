//! One fixture for each mistake; its snapshot is the exact line, in both languages.

use super::{codes, fixture, ids, open_only};
use std::collections::BTreeSet;
use std::fmt::Write;
use tuition::locale::{Lang, Say};
use tuition::store::requirements::Opened;

fn names() -> Vec<String> {
    let entries = std::fs::read_dir(fixture("invalid")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What a person sees: the problems, and the packs that can be used all the same.
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
    writeln!(text, "codes: {}", codes(opened).join(" ")).unwrap();
    writeln!(text, "read: {}", ids(opened).join(" ")).unwrap();
    text
}

#[test]
fn every_mistake_is_told_at_its_place() {
    for name in names() {
        let opened = open_only(&[&format!("invalid/{name}")]);
        assert!(!opened.problems.is_empty(), "{name} has no mistake");
        insta::assert_snapshot!(name.trim_end_matches(".toml"), told(&opened));
    }
}

/// A mistake that nobody can make here would have a message that nobody has seen.
#[test]
fn every_mistake_of_packs_has_its_fixture() {
    let seen: BTreeSet<&str> =
        names().iter().flat_map(|name| codes(&open_only(&[&format!("invalid/{name}")]))).collect();
    let source = include_str!("../../src/store/requirements/mistake.rs");
    let named = source.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap());
    // Amounts have a shape only in catalogs.
    let missing: Vec<&str> = named.filter(|code| !seen.contains(code) && *code != "figure-shape").collect();
    assert!(missing.is_empty(), "{missing:?}");
}

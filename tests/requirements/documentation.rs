//! The page that teaches the format: its packs are sound, their examples come out, and it knows
//! every key that a pack uses.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use tuition::domain::requirement::Anchor;
use tuition::locale::{Lang, Say};
use tuition::store::requirements;

const PAGE: &str = "docs/requirement-packs.md";

fn page() -> String {
    fs::read_to_string(PAGE).unwrap()
}

/// The TOML blocks of a page, with the line that each begins on.
fn packs(page: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if line == "```toml" {
            let block: Vec<&str> =
                lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
            found.push((at + 2, block.join("\n") + "\n"));
        }
    }
    found
}

#[test]
fn every_pack_of_the_page_is_sound_and_its_examples_come_out() {
    let folder = tempfile::tempdir().unwrap();
    let packs = packs(&page());
    assert!(packs.len() >= 6, "the packs have gone: {}", packs.len());
    let mut examples = 0;
    for (line, pack) in packs {
        let path = folder.path().join("pack.toml");
        fs::write(&path, &pack).unwrap();
        let opened = requirements::open_only(&[path]);
        let said: Vec<String> = opened.problems.iter().map(|problem| problem.say(Lang::En)).collect();
        assert!(said.is_empty(), "{PAGE}:{line}: {said:?}");
        let [rule] = opened.packs.rules() else { panic!("{PAGE}:{line}: not one pack") };
        for example in &rule.examples {
            assert_eq!(example.run(rule), [], "{PAGE}:{line}, line {} of the pack", example.line);
            examples += 1;
        }
    }
    assert!(examples >= 6, "the examples have gone: {examples}");
}

fn keys_of(table: &toml::Table, keys: &mut BTreeSet<String>) {
    for (key, value) in table {
        keys.insert(key.clone());
        let tables: Vec<&toml::Table> = match value {
            toml::Value::Table(table) => vec![table],
            toml::Value::Array(list) => list.iter().filter_map(toml::Value::as_table).collect(),
            _ => Vec::new(),
        };
        tables.into_iter().for_each(|table| keys_of(table, keys));
    }
}

/// Texts in two languages are no keys of packs.
fn is_language(key: &str) -> bool {
    matches!(key, "en" | "zh")
}

#[test]
fn every_key_that_a_pack_uses_is_on_the_page() {
    let mut keys = BTreeSet::new();
    for folder in ["catalog/requirements", "tests/fixtures/packs/regimes"] {
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            keys_of(&text.parse().unwrap(), &mut keys);
        }
    }
    let page = page();
    let named =
        |key: &String| ["`{}`", "[{}]", ".{}]"].iter().any(|form| page.contains(&form.replace("{}", key)));
    let missing: Vec<&String> = keys.iter().filter(|key| !is_language(key) && !named(key)).collect();
    assert!(keys.len() > 40, "the packs have gone: {keys:?}");
    assert!(missing.is_empty(), "{PAGE} does not tell: {missing:?}");
}

/// What the program prints about a file of this name, run where the file is.
fn checked(name: &str, pack: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), pack).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_tuition"))
        .args(["rules", "check", name])
        .current_dir(folder.path())
        .env_clear()
        .env("HOME", folder.path())
        .env("LANG", "en_US.UTF-8")
        .env("TUITION_TODAY", "2026-11-21")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The walk-through prints what the page says that it prints, right and wrong.
#[test]
fn the_page_shows_what_the_program_prints() {
    let page = page();
    let packs = packs(&page);
    let pack = &packs[2].1;
    // The page leaves out the summary where there is more to see.
    let shown = |printed: &str| {
        let lines: Vec<&str> = printed.lines().collect();
        let told = lines[..lines.len().saturating_sub(1).max(1)].join("\n");
        assert!(page.contains(&format!("\n{told}\n")), "{PAGE} does not show:\n{told}");
    };
    shown(&checked("my-board.toml", pack));
    shown(&checked("my-board.toml", &pack.replacen("missing = 0.25", "missing = 0", 1)));
    shown(&checked("my-board.toml", &pack.replacen("evidence_months", "evidence_month", 1)));
}

/// Whoever keeps dates in the profile finds their names here.
#[test]
fn the_page_names_the_personal_date_of_every_bundled_pack() {
    let page = page();
    let packs = requirements::bundled().packs;
    let mut personal = 0;
    for rule in packs.rules() {
        if let Anchor::Personal { date, asks } = &rule.cycle.anchor {
            let row = format!("| `{}` | `{date}` |", rule.id);
            assert!(page.contains(&row), "{PAGE} has no row {row}");
            assert!(asks.is_some(), "{} does not say which day it asks for", rule.id);
            personal += 1;
        }
    }
    assert_eq!(personal, 7);
}

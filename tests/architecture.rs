//! Holds the shape of the house: which layer imports which, who may touch files, clock and
//! terminal, and how long a file may grow. It reads the sources as text; what it cannot see
//! (macros that build paths) nobody here writes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers that it may import, from the ground up.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("action", &[]),
    ("query", &["domain"]),
    ("search", &["domain", "query"]),
    ("store", &["domain"]),
    ("config", &["action"]),
    ("locale", &["domain", "action", "query", "search", "store", "config"]),
    ("exchange", &["domain", "store", "locale"]),
    ("app", &["domain", "action", "query", "search", "store", "locale", "config", "exchange"]),
    ("ui", &["domain", "action", "query", "search", "store", "locale", "config", "app"]),
    ("plain", &["domain", "action", "query", "search", "store", "locale", "config", "app"]),
    ("tui", &["domain", "action", "query", "search", "store", "locale", "config", "app", "ui"]),
    (
        "cli",
        &[
            "domain", "action", "query", "search", "store", "locale", "exchange", "config", "app", "plain",
            "tui",
        ],
    ),
];

/// What only some layers may touch. Unit tests at the end of a file may touch anything.
const TOUCHES: &[(&str, &[&str])] = &[
    ("std::fs", &["store"]),
    ("rustix::fs", &["store"]),
    ("tempfile::", &["store"]),
    ("std::env", &["cli", "tui"]),
    ("std::process", &["cli", "tui"]),
    ("std::thread", &["store", "tui"]),
    ("SystemTime", &["tui", "cli"]),
    ("Instant::now", &["tui", "store"]),
    ("Zoned::now", &["tui", "cli"]),
    ("Timestamp::now", &["tui", "cli"]),
    ("ratatui::widgets", &["ui", "tui"]),
    ("ratatui::Frame", &["ui", "tui"]),
    ("std::net", &[]),
];

const LONGEST: usize = 500;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its text, in path order.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The files of the layers: path, layer, and the code without comments and unit tests.
fn layers() -> Vec<(PathBuf, String, String)> {
    let mut layers = Vec::new();
    for (path, text) in sources("src") {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let layer = first.trim_end_matches(".rs").to_owned();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        if layer == "main" || layer == "lib" || stem == "tests" || stem.ends_with("_tests") {
            continue;
        }
        let end =
            text.find("#[cfg(test)]\nmod tests {").or(text.find("#[cfg(test)]\npub(crate) mod tests {"));
        let code: Vec<&str> = text[..end.unwrap_or(text.len())]
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        layers.push((path.clone(), layer, code.join("\n")));
    }
    assert!(layers.len() > 50, "the sources are somewhere else");
    layers
}

/// Whether the code names something of a layer, alone or in a group: `crate::{app, ui::theme}`.
fn imports(code: &str, layer: &str) -> bool {
    let names_it = |rest: &str| {
        rest.strip_prefix(layer)
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    code.match_indices("crate::").any(|(at, found)| {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                group[..group.find("};").unwrap_or(group.len())].split(',').any(|part| names_it(part.trim()))
            }
            None => names_it(rest),
        }
    })
}

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for (path, layer, code) in layers() {
        match LAYERS.iter().find(|(name, _)| *name == layer) {
            None => wrong.push(format!("{}: layer {layer} is not in the table", path.display())),
            Some((_, allowed)) => {
                let others = LAYERS.iter().filter(|(name, _)| *name != layer && !allowed.contains(name));
                for (name, _) in others.filter(|(name, _)| imports(&code, name)) {
                    wrong.push(format!("{}: {layer} imports {name}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    for (at, (layer, allowed)) in LAYERS.iter().enumerate() {
        for name in *allowed {
            let place = LAYERS.iter().position(|(other, _)| other == name).unwrap();
            assert!(place < at, "{layer} may import {name}, which stands above it");
        }
    }
}

#[test]
fn a_forbidden_import_is_seen_in_every_spelling() {
    for code in [
        "use crate::app::Model;",
        "use crate::{locale, app};",
        "crate::app",
        "use crate::{\n    app::{a, b},\n};",
    ] {
        assert!(imports(code, "app"), "{code}");
    }
    for code in ["use crate::apparatus;", "use crate::{applies};", "// app", "super::app"] {
        assert!(!imports(code, "app"), "{code}");
    }
}

#[test]
fn only_the_shell_touches_the_world() {
    let mut wrong = Vec::new();
    for (path, layer, code) in layers() {
        for (what, allowed) in TOUCHES {
            if code.contains(what) && !allowed.contains(&layer.as_str()) {
                wrong.push(format!("{}: {layer} touches {what}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{}: does not open with its purpose", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_module_is_called_by_what_it_is_not() {
    for (path, _) in sources("src") {
        let inside = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        for name in ["utils", "helpers", "common", "misc"] {
            assert!(!inside.contains(&format!("/{name}")), "{inside}");
        }
    }
}

/// A file in a folder of tests that nothing declares is never compiled, let alone run.
#[test]
fn no_test_file_is_forgotten() {
    let tests = sources("tests");
    let mut wrong = Vec::new();
    for (path, _) in &tests {
        let inside = path.strip_prefix(root().join("tests")).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if inside.components().count() < 2 || name == "main" || name == "mod" {
            continue;
        }
        let declared = tests.iter().filter(|(other, _)| other != path).any(|(_, text)| {
            text.contains(&format!("mod {name};")) || text.contains(&format!("{name}.rs\"]"))
        });
        if !declared {
            wrong.push(inside.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "never compiled: {}", wrong.join(", "));
}

/// What stands in backticks with `.rs::` in it, in `docs/feel.md`: a file, and a test in it.
fn named_tests(page: &str) -> Vec<(&str, &str)> {
    let parts = page.lines().flat_map(|line| line.split('`')).filter_map(|part| part.split_once("::"));
    parts.filter(|(file, _)| file.ends_with(".rs")).collect()
}

/// A claim is worth as much as the test that holds it.
#[test]
fn every_test_that_the_page_of_feel_names_is_there() {
    let page = fs::read_to_string(root().join("docs/feel.md")).unwrap();
    let named = named_tests(&page);
    assert!(named.len() > 100, "{} tests are named", named.len());
    let mut wrong = Vec::new();
    for (file, test) in named {
        let text = fs::read_to_string(root().join(file)).unwrap_or_default();
        let at = text.find(&format!("fn {test}("));
        // Between the attribute and the name there may be another attribute.
        let is_test = at.is_some_and(|at| {
            let above: Vec<&str> = text[..at].lines().rev().take(4).collect();
            above.iter().any(|line| line.trim() == "#[test]")
        });
        if !is_test {
            wrong.push(format!("{file}::{test}"));
        }
    }
    assert!(wrong.is_empty(), "docs/feel.md names what is no test:\n{}", wrong.join("\n"));
}

/// A row of a table of claims names a test or says plainly that we do not do it.
#[test]
fn every_claim_of_the_page_of_feel_is_held_or_not_made() {
    let page = fs::read_to_string(root().join("docs/feel.md")).unwrap();
    let tables = page.split("\n\n").filter_map(|part| part.split_once(" | held by |\n"));
    let rows: Vec<&str> = tables.flat_map(|(_, rows)| rows.lines().skip(1)).collect();
    assert!(rows.len() > 100, "{} rows", rows.len());
    for row in rows {
        let held = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        assert!(held.contains(".rs::") || held == "not done", "nothing holds this: {row}");
    }
}

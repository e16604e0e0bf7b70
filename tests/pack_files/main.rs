//! Requirement packs on disk: what reads well, what their authors are told about everything else,
//! and which packs are in force.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and its scratch files need no care"
)]

mod hostile;
mod mistakes;
mod opening;
mod reading;

use std::path::{Path, PathBuf};
use tuition::store::requirements::{self, Opened};

/// A fixture by its name below `tests/fixtures/packs`, relative as a person would type it.
fn fixture(name: &str) -> PathBuf {
    Path::new("tests/fixtures/packs").join(name)
}

/// These packs alone, without the bundled ones.
fn open_only(names: &[&str]) -> Opened {
    let paths: Vec<PathBuf> = names.iter().map(|name| fixture(name)).collect();
    requirements::open_only(&paths)
}

fn ids(opened: &Opened) -> Vec<&str> {
    opened.packs.rules().iter().map(|rule| rule.id.as_str()).collect()
}

fn codes(opened: &Opened) -> Vec<&'static str> {
    opened.problems.iter().map(|problem| problem.kind.code()).collect()
}

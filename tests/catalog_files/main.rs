//! Catalogs on disk: what reads well, and what a trainer is told about everything else.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and its scratch files need no care"
)]

mod documentation;
mod hostile;
mod merging;
mod mistakes;

use std::path::{Path, PathBuf};
use tuition::store::catalog::{self, Opened};

/// A fixture by its name below `tests/fixtures/catalogs`, relative as a person would type it.
fn fixture(name: &str) -> PathBuf {
    Path::new("tests/fixtures/catalogs").join(name)
}

fn open(names: &[&str]) -> Opened {
    let paths: Vec<PathBuf> = names.iter().map(|name| fixture(name)).collect();
    catalog::open(&paths)
}

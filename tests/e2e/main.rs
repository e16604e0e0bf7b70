//! The real program, one file per subcommand: what works first, then what goes wrong.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod config;
mod config_file;
mod config_layers;
mod copies;
mod done;
mod due;
mod errors;
mod fills;
mod help;
mod list;
mod log;
mod log_query;
mod packs_unread;
mod pipes;
mod plan;
mod profile;
mod proof;
mod readme;
mod report_year;
mod rules;
mod rules_follow;
mod same_figures;
#[path = "../support/screen.rs"]
#[allow(dead_code, reason = "one test looks at the screen too")]
mod screen;
mod shell;
mod show;
mod status;
mod status_explain;
#[path = "../support/mod.rs"]
mod support;
mod timer;
mod undo;
mod usage;
mod view;
mod what_if;

use insta::assert_snapshot;
use support::sandbox::{Output, Sandbox};

/// A test file that nobody declares above would never run.
#[test]
fn every_file_is_declared() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e");
    let main = include_str!("main.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(module) = name.strip_suffix(".rs") else { continue };
        assert!(module == "main" || main.contains(&format!("mod {module};")), "{name}");
    }
}

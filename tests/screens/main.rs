//! What a person sees: keys through the real loop, the screen as text. Below the rows of each
//! snapshot stand the runs that stand out, by what they mean.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod catalog;
mod chinese;
mod colours;
mod forms;
mod gap;
mod help;
mod hours;
mod idle;
mod keys;
mod lists;
mod narrow;
mod pictures;
mod plan;
mod pointer;
mod problems;
mod query_line;
mod settings;
mod status;
#[path = "../support/screen.rs"]
mod support;
mod themes;
mod timer;
mod tour;
mod year;

use insta::assert_snapshot;
use support::{At, Screen, screen};
use tuition::ui::theme::Role;

//! What the record promises: nothing that was called saved is lost, nothing half written is seen,
//! no byte changes that nobody meant to change.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::needless_pass_by_value,
    reason = "a test fails by panicking, says what it skips, and its scratch files need no care"
)]

mod evidence;
mod fixtures;
mod folder;
mod hours;
mod kill;
mod plan_bytes;
mod sweep;
mod undo;
mod world;
mod writer;

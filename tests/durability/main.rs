//! What the record promises: nothing that was called saved is lost, nothing half written is seen,
//! no byte changes that nobody meant to change.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "the functions around a test are tests too"
)]

mod evidence;
mod fixtures;
mod folder;
mod hours;
mod kill;
mod plan_bytes;
mod profile_bytes;
mod sweep;
mod timer;
mod undo;
mod views_bytes;
mod world;
mod writer;

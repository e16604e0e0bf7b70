//! Journeys through the real program, on a terminal of its own: what a person does in a sitting,
//! and what may happen meanwhile. Every step waits for what the screen then shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that fails, fails; clippy knows tests by their attribute, not what they call"
)]

#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "no test binary uses all of it")]
mod support;

mod colours;
mod desk;
mod endings;
mod inert;
mod matrix;
mod outside;
mod refusals;
mod sequences;
mod sizes;
mod two_programs;
mod unsaved;
mod whole_job;

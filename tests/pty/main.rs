//! The shell on a real terminal: a small program ([`program`]) in a pseudo-terminal, and everything
//! that may happen to it there. Every ending must leave the terminal as it was.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails, fails; clippy knows tests by their attribute, not what they call"
)]

#[path = "../support/pty.rs"]
mod pty;

mod endings;
mod input;
mod lending;
mod output;
mod program;
mod refusals;
mod suspend;

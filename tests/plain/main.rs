//! The program in words (`tuition --plain`): whole sessions as text in and text out, everything the
//! screen can do by name, and what happens to lines that mean nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "no test binary uses all of it")]
mod support;

mod endings;
mod habits;
mod hostile;
mod reach;
mod talk;
mod transcripts;

/// Whether a text could drive a terminal, or draws: what a conversation never does.
fn is_drawn(text: &str) -> bool {
    let drawn = |c: char| matches!(c, '\u{2500}'..='\u{259F}' | '\u{2800}'..='\u{28FF}');
    text.chars().any(|c| (c.is_control() && c != '\n') || drawn(c))
}

//! Laws that hold for whatever is thrown at them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and its scratch files need no care"
)]

mod config;
mod inert;
mod plan_edits;
mod profile_edits;
mod query;
mod requirements;

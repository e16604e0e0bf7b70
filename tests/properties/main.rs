//! Laws that hold for every input, tried on generated ones.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "the functions around a test are tests too"
)]

mod plan_edits;

//! Requirement packs from the outside: record in, figures out, for every regime that the rule
//! shapes were taken from; what boards draw a line at; and the page that teaches the format.
//!
//! Regimes that the program does not bundle stand in `tests/fixtures/packs/regimes`: they prove
//! that the format can say them, not that their figures hold today.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and its scratch files need no care"
)]

mod accountants;
mod boundaries;
mod bundled;
mod certificates;
mod china;
mod documentation;
mod institutions;
mod states;
mod table;

//! Laws that hold for whatever is thrown at them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod inert;
mod query;

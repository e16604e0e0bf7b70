//! The only reader and writer of the learner's and the curators' files.
//!
//! `catalog` reads catalogs and reports every mistake with its place; `record` keeps the plan, the
//! hours and the journal; `atomic` is the one way in which bytes reach the disk.

pub mod catalog;
pub mod place;
pub mod record;

//! The one query language, for the query line, the command line, saved views and rules:
//! text → typed query with positions, and back.
//!
//! A term's type follows its field, never its value: `title:2026` is text, `hours:2026` a number.

mod field;

pub use field::{Field, Presence, SortKey, State};

use crate::domain::{Amount, Date};
use std::ops::Range;

/// A parsed query: what to keep, and in which order if not by rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `None`: everything.
    pub filter: Option<Expr>,
    /// Later keys break ties of earlier ones; empty: by rank.
    pub sort: Vec<Sort>,
    pub limit: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub key: SortKey,
    pub descending: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    Term(Term),
}

/// One condition, with the bytes of the text that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub span: Range<usize>,
    pub test: Test,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A free word, looked for in everything a course is known by.
    Word(Pattern),
    /// `field:a,b`: any of the patterns, in that field.
    Text(Field, Vec<Pattern>),
    /// `level:advanced`, `track:ai,big-data`: equal to any of the values.
    Choice(Field, Vec<String>),
    /// `hours:<=40`, `hours:2..8`: both ends included where given.
    Number(Field, Option<Amount>, Option<Amount>),
    /// `date:2026-03`, `due:<30d`: both ends included where given.
    Dates(Field, Option<Date>, Option<Date>),
    Is(State),
    Has(Presence),
}

/// How a text is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// As typed, without its marks.
    pub text: String,
    pub how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Fuzzy,
    /// `'word`, `"two words"`: as it stands, anywhere.
    Exact,
    /// `^word`.
    Starts,
    /// `word$`.
    Ends,
    /// `^word$`.
    Whole,
}

/// Why a text is not a query, and which bytes of it are at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    pub span: Range<usize>,
    pub kind: QueryErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryErrorKind {
    UnknownField { field: String, suggestion: Option<&'static str> },
}

/// Reads a query. `today` gives relative dates their day.
pub fn parse(_text: &str, _today: Date) -> Result<Query, QueryError> {
    Ok(Query::default())
}

/// The query text with `field:value` switched on or off, everything else left as it was typed:
/// what a facet does. Values of one field gather in one term: `track:ai,cloud`.
pub fn toggle(text: &str, _field: Field, _value: &str) -> String {
    text.to_owned()
}

/// Whether `field:value` is on in the text, as [`toggle`] would leave it.
pub fn is_on(_text: &str, _field: Field, _value: &str) -> bool {
    false
}

/// The text with its `sort:` term replaced, added or, with `None`, removed.
pub fn with_sort(text: &str, _sort: Option<Sort>) -> String {
    text.to_owned()
}

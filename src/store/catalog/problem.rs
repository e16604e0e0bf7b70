//! What can be wrong with a catalog file, each mistake a kind of its own.

use crate::store::place::Place;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// One mistake in a catalog: where, how bad, what. `locale` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub severity: Severity,
    pub kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    UnknownKey { key: String, suggestion: Option<&'static str> },
}

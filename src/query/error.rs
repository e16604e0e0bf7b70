//! Why a text is not a query. The sentences are in `locale`.

use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use std::ops::Range;

/// Why a text is not a query, and which bytes of it are at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// On character boundaries of the text; may be empty, at its end.
    pub span: Range<usize>,
    pub kind: QueryErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// `trak:x`, but also `10:30` and `http://x`, which are text only in quotes.
    UnknownField {
        field: String,
        suggestion: Option<&'static str>,
    },
    /// A name that says something about courses, and nothing about hours entries.
    NotOfEntries {
        name: &'static str,
    },
    /// `track:` with nothing behind, an empty pair of quotes.
    MissingValue,
    /// `fills:` or `counts:` with a rule that no pack states, or a part that the rule has not.
    UnknownRule {
        value: String,
        suggestion: Option<String>,
    },
    /// A rule that counts from a date of the person's own which nobody has stated.
    RuleWithoutDate {
        rule: String,
    },
    /// `@name` with a name under which nothing is saved.
    UnknownView {
        name: String,
        suggestion: Option<String>,
    },
    /// Saved views that name each other; the last is the first.
    ViewCircle {
        names: Vec<String>,
    },
    /// Views inside each other, more than are followed.
    ViewsTooDeep {
        limit: usize,
    },
    /// What was saved under the name is no query, or no longer one.
    ViewFault {
        name: String,
        why: Box<QueryErrorKind>,
    },
    /// Nothing where a term has to stand: after `!`, beside `|`, in `( )`.
    MissingTerm,
    UnclosedQuote,
    UnclosedGroup,
    /// A `)` without its `(`.
    UnopenedGroup,
    /// Not a word of the closed list that belongs to `name`.
    UnknownValue {
        name: &'static str,
        value: String,
        suggestion: Option<&'static str>,
        allowed: Vec<&'static str>,
    },
    BadNumber {
        value: String,
        why: AmountError,
    },
    BadDate {
        value: String,
        why: DateError,
    },
    /// `8..2`, `hours:<0`: no value can lie in it.
    EmptyRange,
    BadLimit {
        value: String,
    },
    /// `sort:` and `limit:` say nothing under a `!`.
    Negated {
        name: &'static str,
    },
    PatternTooLong {
        limit: usize,
    },
    TooManyTerms {
        limit: usize,
    },
    TooDeep {
        limit: usize,
    },
    /// More bytes than a query may have.
    TooLong {
        limit: usize,
    },
}

impl QueryError {
    pub fn new(span: Range<usize>, kind: QueryErrorKind) -> Self {
        Self { span, kind }
    }

    /// Whether the text may become a query by typing on at its end: `track:`, `(a`, `level:adv`.
    /// A screen that searches at every key shows no complaint about such a text.
    pub fn is_unfinished(&self, text: &str) -> bool {
        let at_end = self.span.end >= text.trim_end().len();
        match &self.kind {
            QueryErrorKind::UnclosedQuote | QueryErrorKind::UnclosedGroup => true,
            QueryErrorKind::MissingValue | QueryErrorKind::MissingTerm => at_end,
            QueryErrorKind::UnknownValue { value, allowed, .. } => {
                at_end && allowed.iter().any(|word| word.starts_with(&value.to_lowercase()))
            }
            QueryErrorKind::BadDate { value, why: DateError::NotADate } => at_end && value.len() < 10,
            QueryErrorKind::UnknownRule { .. }
            | QueryErrorKind::UnknownView { .. }
            | QueryErrorKind::BadNumber { why: AmountError::Empty, .. } => at_end,
            _ => false,
        }
    }
}

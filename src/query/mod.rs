//! The one query language, for the query line, the command line, saved views and rules:
//! text → typed query with positions, and back.
//!
//! A term's type follows its field, never its value: `title:2026` is text, `hours:2026` a number.

//!
//! | written | means |
//! | --- | --- |
//! | `a b` · `a \| b` · `( )` · `!a` `-a` | and, or, group, not; "and" binds before "or" |
//! | `word` · `'word` `"two words"` · `^start` `end$` | fuzzy, as it stands, at the ends of a text |
//! | `title:a,b` · `+topic` | any of them, in that field |
//! | `hours:<=8` `>2` `2..8` `2..` `8` | numbers; every bound becomes an included hundredth |
//! | `date:2026-03` `2026-01..06` `>=2026` · `on:yesterday` · `due:<30d` | dates; see `dates` |
//! | `is:planned` · `has:url` `no:hours` | state, presence |
//! | `fills:us-tx-pe/ethics` · `counts:pmi-pmp` | what a rule, or a part of it, makes of a course |
//! | `@short` | what was saved under that name; see `views` |
//! | `sort:hours-,title` · `limit:20` | order, `-` descending; how many |
//!
//! Punctuation of a Chinese input method counts as the ASCII it stands for. A word with a colon is
//! a field or a mistake, one that begins with `@` a saved view or a mistake; in quotes it is text. A quote inside a quoted text is doubled. A dash on
//! its own says nothing.
//!
//! Layout: `lex` cuts a text into tokens and never fails; `parse` reads them, with `value` and
//! `dates` for what stands behind a colon; `display` writes the canonical text; `edit` changes a
//! text term by term; `views` puts saved views in place; `complete` says how a text may go on.
//! `field` holds the names, `chinese` their Chinese spellings, `error` the mistakes.

mod chinese;
mod complete;
mod dates;
mod display;
mod edit;
mod error;
mod field;
mod lex;
mod parse;
#[cfg(test)]
mod tests;
mod value;
mod views;

pub use complete::{Candidate, Completion, MOST_OFFERED, Offer, Offers, complete};
pub use edit::{is_on, is_presence_on, is_state_on, toggle, toggle_presence, toggle_state, with_sort};
pub use error::{QueryError, QueryErrorKind};
pub use field::{DONE, Field, Kind, Name, Presence, SortKey, State};
pub use parse::{DEEPEST, LONGEST, MOST_TERMS, parse};
pub use value::{LONGEST_FUZZY, LONGEST_PATTERN, status_is};
pub use views::DEEPEST_VIEWS;

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
    /// `@short`: a saved view, until [`Query::with_views`] puts its query in place.
    View(String),
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

impl Query {
    /// The free words and phrases that a course has to match, as far as they say what to look
    /// for: nothing that stands under a `!`.
    pub fn words(&self) -> Vec<&Pattern> {
        let tests = self.positive().into_iter();
        tests.filter_map(|test| if let Test::Word(pattern) = test { Some(pattern) } else { None }).collect()
    }

    /// The patterns that may light up in a text of `field`: free words, and those of its terms.
    pub fn patterns_for(&self, field: Field) -> Vec<&Pattern> {
        let mut patterns = Vec::new();
        for test in self.positive() {
            match test {
                Test::Word(pattern) => patterns.push(pattern),
                Test::Text(of, several) if *of == field => patterns.extend(several),
                _ => {}
            }
        }
        patterns
    }

    /// The rules that `fills:` and `counts:` name, as typed, with the term that names them.
    pub fn rules(&self) -> Vec<(&Term, Field, &str)> {
        fn walk<'a>(expr: &'a Expr, rules: &mut Vec<(&'a Term, Field, &'a str)>) {
            match expr {
                Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| walk(part, rules)),
                Expr::Not(inner) => walk(inner, rules),
                Expr::Term(term) => {
                    if let Test::Choice(field @ (Field::Fills | Field::Counts), values) = &term.test {
                        rules.extend(values.iter().map(|value| (term, *field, value.as_str())));
                    }
                }
            }
        }
        let mut rules = Vec::new();
        if let Some(filter) = &self.filter {
            walk(filter, &mut rules);
        }
        rules
    }

    /// Whether the best gain comes first: where `fills:` asks and nothing else says an order.
    pub fn by_gain(&self) -> bool {
        let fills = |test: &&Test| matches!(test, Test::Choice(Field::Fills, _));
        self.sort.is_empty() && self.positive().iter().any(fills)
    }

    /// Every test that is not under a `!`.
    fn positive(&self) -> Vec<&Test> {
        fn walk<'a>(expr: &'a Expr, tests: &mut Vec<&'a Test>) {
            match expr {
                Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| walk(part, tests)),
                Expr::Not(_) => {}
                Expr::Term(term) => tests.push(&term.test),
            }
        }
        let mut tests = Vec::new();
        if let Some(filter) = &self.filter {
            walk(filter, &mut tests);
        }
        tests
    }
}

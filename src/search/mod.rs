//! Finds and ranks courses: an index built once per catalog, scanned at every keystroke.
//! A keystroke never touches a `Course`.
//!
//! # What is found
//! All conditions of the query must hold. A free word is looked for in the titles, the id, the
//! topics, the provider and the instructors, in Chinese ones also by pinyin. A phrase in quotes,
//! `^start` and `end$` look at the same texts, each as a whole: `^lead` finds a course whose title
//! (or id, or a topic …) begins so. A negated word takes out what contains it in one piece, since
//! letters in any order are in nearly everything. Unknown hours meet no number test, so that
//! `-hours:<=8` keeps the courses whose hours are not stated.
//!
//! # In which order
//! 1. What fits strongly: each word in one piece, or in pieces that begin neighbouring words.
//!    Only where nothing does, abbreviations (`mgmt`); only where there are none either, letters
//!    scattered anywhere. Weaker fits are left out on purpose while stronger ones exist.
//! 2. Where the words were found: title, then id and topics, then people. The worst word decides,
//!    here and in 3.
//! 3. How: whole word, start of a word, starts of words, inside a word.
//! 4. fuzzy-matcher's score, for the first [`SCORED`] courses (equal so far: shorter titles first).
//! 5. The order of the catalog.
//!
//! Layout: `fold` and `pinyin` prepare texts, `texts` packs and scans them with `align`, `columns`
//! holds what is not text, `evaluate` runs a query, `rank` orders, `facets` counts, `highlight`
//! says which characters made a text match. `entries` asks the same language of hours entries.

mod align;
mod columns;
pub mod entries;
mod evaluate;
mod facets;
mod fold;
mod highlight;
mod index;
mod needle;
mod phrase;
mod pinyin;
mod rank;
#[cfg(test)]
mod tests;
mod texts;

pub use align::Quality;
pub use evaluate::Evaluation;
pub use index::Index;
pub use rank::SCORED;

use crate::domain::Date;
use crate::domain::vocabulary::CourseState;
use crate::query::{Field, Query};

/// What a search needs to know about the person, by row of the catalog.
#[derive(Clone, Debug, Default)]
pub struct Personal {
    /// One per row; empty means that nothing is known of any row.
    pub states: Vec<Option<CourseState>>,
    pub marked: Vec<bool>,
    /// Target dates in the plan.
    pub due: Vec<Option<Date>>,
    /// Days of the entries of each course.
    pub studied: Vec<Vec<Date>>,
    pub today: Option<Date>,
    /// Rows with an entry that has proof.
    pub proven: Vec<bool>,
    /// What the rules that the query names make of every row.
    pub rules: Vec<RuleRows>,
}

/// What one value of `fills:` or `counts:` makes of every row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRows {
    pub field: Field,
    /// The value as it is written in the query.
    pub asked: String,
    /// By row; `None` where the course adds nothing. Higher is better, for the order by gain.
    pub gains: Vec<Option<u64>>,
}

/// The rows found, best first, or in the order that the query asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub rows: Vec<usize>,
    /// How many match; more than `rows` where the query limits.
    pub matched: usize,
    /// For each of `rows` what ranked it; all alike where the query has no words.
    pub why: Vec<Why>,
}

/// Why a row stands where it stands: the worst of what the words of the query reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Why {
    pub tier: Tier,
    pub quality: Quality,
}

/// Where a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    Title,
    /// Id and topics.
    Subject,
    /// Provider and instructors.
    People,
}

/// A value of a facet, and how many courses would be listed if it were on (with the rest of the
/// query kept, other values of the same field aside).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    pub value: String,
    pub count: usize,
}

/// Byte ranges of a text that made it match, for one displayed text of a course.
pub type Highlights = Vec<std::ops::Range<usize>>;

impl Index {
    pub fn search(&self, query: &Query, personal: &Personal) -> Found {
        Evaluation::new(self, query, personal).found()
    }

    /// The values of a field with live counts, in catalog order; values that nothing has are left out.
    pub fn facet(&self, field: Field, query: &Query, personal: &Personal) -> Vec<FacetValue> {
        Evaluation::new(self, query, personal).facet(field)
    }

    /// The values of several fields, counted in one evaluation of the query.
    pub fn facets(
        &self,
        query: &Query,
        personal: &Personal,
        fields: &[Field],
    ) -> Vec<(Field, Vec<FacetValue>)> {
        let evaluation = Evaluation::new(self, query, personal);
        fields.iter().map(|field| (*field, evaluation.facet(*field))).collect()
    }

    /// How many courses would be listed with `has:hours`, and with `no:hours`.
    pub fn hours_known(&self, query: &Query, personal: &Personal) -> (usize, usize) {
        Evaluation::new(self, query, personal).hours_known()
    }
}

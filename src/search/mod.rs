//! Finds and ranks courses: an index built once per catalog, scanned at every keystroke.
//! A keystroke never touches a `Course`.

use crate::domain::vocabulary::CourseState;
use crate::domain::{Catalog, Date};
use crate::query::{Field, Query};

/// Everything of a catalog that a search looks at, folded and packed for scanning.
#[derive(Debug, Default)]
pub struct Index {}

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
}

/// The rows found, best first, or in the order that the query asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub rows: Vec<usize>,
    /// How many match; more than `rows` where the query limits.
    pub matched: usize,
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
    pub fn build(_catalog: &Catalog) -> Self {
        Self {}
    }

    pub fn search(&self, _query: &Query, _personal: &Personal) -> Found {
        Found::default()
    }

    /// The values of a field with live counts, in catalog order; values that nothing has are left out.
    pub fn facet(&self, _field: Field, _query: &Query, _personal: &Personal) -> Vec<FacetValue> {
        Vec::new()
    }

    pub fn facets(
        &self,
        _query: &Query,
        _personal: &Personal,
        _fields: &[Field],
    ) -> Vec<(Field, Vec<FacetValue>)> {
        Vec::new()
    }

    pub fn hours_known(&self, _query: &Query, _personal: &Personal) -> (usize, usize) {
        (0, 0)
    }

    /// Which bytes of `text`, shown in `field`, the query's free words and field patterns match.
    pub fn highlight(_query: &Query, _field: Field, _text: &str) -> Highlights {
        Vec::new()
    }
}

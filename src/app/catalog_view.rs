//! The state of the Catalog view: query line, results, facets, marks.

use super::facets::{FACETS, FacetRow, facet_rows};
use super::field::TextField;
use super::geometry::WIDE;
use super::library::Library;
use super::scroll::Scroll;
use crate::domain::{CourseId, Date};
use crate::query::{self, Query, QueryError};
use crate::search::{Evaluation, Found, Personal};
use std::collections::HashSet;

#[derive(Debug, Default)]
pub struct CatalogView {
    pub query: TextField,
    /// Whether the query line has the keys.
    pub editing: bool,
    /// The last query that could be read; its results are on the screen.
    pub good: Query,
    /// What is wrong with the text as it stands.
    pub error: Option<QueryError>,
    pub found: Found,
    pub scroll: Scroll,
    pub marked: HashSet<CourseId>,
    /// `None` until the person has decided: open where the screen is wide.
    pub facets_wanted: Option<bool>,
    pub facet_rows: Vec<FacetRow>,
    pub facet_scroll: Scroll,
    pub personal: Personal,
}

impl CatalogView {
    /// Whether the facets are open on a screen of this width.
    pub fn facets_open(&self, width: u16) -> bool {
        self.facets_wanted.unwrap_or(width >= WIDE)
    }

    /// Reads the query line anew and searches. A text that is not a query keeps the last results;
    /// so does a term that is still being typed.
    pub fn refilter(&mut self, library: &Library, today: Date) {
        match query::parse(self.query.text(), today) {
            Ok(query) => {
                self.good = query;
                self.error = None;
            }
            Err(error) if self.editing && error.is_unfinished(self.query.text()) => self.error = None,
            Err(error) => self.error = Some(error),
        }
        if library.partial {
            let rows = 0..library.catalog.len();
            self.found = Found { rows: rows.collect(), ..Found::default() };
            self.facet_rows.clear();
            return;
        }
        let evaluation = Evaluation::new(&library.index, &self.good, &self.personal);
        self.found = evaluation.found();
        let counts: Vec<_> = FACETS.iter().map(|field| (*field, evaluation.facet(*field))).collect();
        self.facet_rows = facet_rows(&counts, evaluation.hours_known(), self.query.text());
    }
}

//! The state of the Catalog view: query line, results, facets, marks.

use super::completion::CompletionBox;
use super::facets::{FACETS, FacetRow, facet_rows};
use super::field::TextField;
use super::gains;
use super::gap::Gap;
use super::geometry::WIDE;
use super::library::Library;
use super::recall::Recall;
use super::scroll::Scroll;
use crate::domain::progress::Progress;
use crate::domain::requirement::Circumstances;
use crate::domain::{CourseId, Date, SavedView, SavedViews};
use crate::query::{self, Query, QueryError};
use crate::search::{Evaluation, Found, Personal, RuleRows};
use std::collections::HashSet;
use std::ops::Range;

#[derive(Debug, Default)]
pub struct CatalogView {
    pub query: TextField,
    /// Whether the query line has the keys.
    pub editing: bool,
    /// How the query may go on, while that is asked.
    pub completion: Option<CompletionBox>,
    /// Earlier queries.
    pub recall: Recall,
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
    /// The gap that the query asks to fill.
    pub gap: Option<Gap>,
}

/// What a search depends on besides the query.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    pub library: &'a Library,
    pub today: Date,
    /// The day on which gaps are looked at.
    pub as_of: Date,
    pub progress: &'a Progress,
    /// What `@name` stands for.
    pub views: &'a SavedViews,
    pub circumstances: Circumstances<'a>,
}

impl CatalogView {
    /// Whether the facets are open on a screen of this width.
    pub fn facets_open(&self, width: u16) -> bool {
        self.facets_wanted.unwrap_or(width >= WIDE)
    }

    /// Whether the cursor of the facets is on the name of a field, which cannot be switched.
    pub fn on_facet_head(&self) -> bool {
        matches!(self.facet_rows.get(self.facet_scroll.cursor()), Some(FacetRow::Head(_)))
    }

    /// Reads the query line anew and searches. In a text that is not a query, the term at fault is
    /// passed over; where nothing else can be read, the last results stay. So it is also while the
    /// text may become a query by typing on; whether to complain is the screen's to decide.
    pub fn refilter(&mut self, around: &Around) {
        let library = around.library;
        let text = self.query.text().to_owned();
        match self.read(&text, around) {
            Ok(query) => {
                self.good = query;
                self.error = None;
            }
            Err(error) => {
                // Without the term at fault, the rest of the text still says what is looked for.
                if let Some(rest) = without(&text, &error.span)
                    && let Ok(query) = self.read(&rest, around)
                {
                    self.good = query;
                }
                self.error = Some(error);
            }
        }
        if library.partial {
            let rows = 0..library.catalog.len();
            self.found = Found { rows: rows.collect(), ..Found::default() };
            self.facet_rows.clear();
            return;
        }
        self.gap = Gap::of(&self.good, around, self.gap.take());
        let evaluation = Evaluation::new(&library.index, &self.good, &self.personal);
        self.found = evaluation.found();
        let counts: Vec<_> = FACETS.iter().map(|field| (*field, evaluation.facet(*field))).collect();
        self.facet_rows = facet_rows(&counts, evaluation.hours_known(), &self.good, self.query.text());
    }
}

impl CatalogView {
    /// Reads a text, and what the rules that it names make of every course.
    fn read(&mut self, text: &str, around: &Around) -> Result<Query, QueryError> {
        let (query, rules) = read(text, around, &self.personal.rules)?;
        self.personal.rules = rules;
        Ok(query)
    }
}

/// Reads a text as a query with the saved views in their places, and what the rules that it names
/// make of every course, as far as it is not among the `known`.
fn read(text: &str, around: &Around, known: &[RuleRows]) -> Result<(Query, Vec<RuleRows>), QueryError> {
    let query = query::parse(text, around.today)?.with_views(around.views, around.today)?;
    let rules = gains::rule_rows(&query, around, known)?;
    Ok((query, rules))
}

/// How many courses a text finds as a query.
///
/// # Errors
/// What is wrong with it.
pub fn count(text: &str, around: &Around, personal: &Personal) -> Result<usize, QueryError> {
    let (query, rules) = read(text, around, &personal.rules)?;
    let personal = Personal { rules, ..personal.clone() };
    Ok(around.library.index.search(&query, &personal).matched)
}

/// Whether a view may be saved beside the others: what it says is a query, and it does not come
/// back to itself. Rules that it names may be read later, and are not asked for.
///
/// # Errors
/// What is wrong with its query.
pub fn fit_to_save(views: &SavedViews, view: &SavedView, today: Date) -> Result<(), QueryError> {
    let mut views = views.clone();
    views.save(view.clone());
    query::parse(&view.query, today)?.with_views(&views, today).map(drop)
}

/// The text without the words that a span touches; nothing where no word is left.
fn without(text: &str, span: &Range<usize>) -> Option<String> {
    let before = text.get(..span.start)?.trim_end_matches(|c: char| !c.is_whitespace());
    let after = text.get(span.end..)?.trim_start_matches(|c: char| !c.is_whitespace());
    let rest = format!("{before}{after}");
    (!rest.trim().is_empty()).then_some(rest)
}

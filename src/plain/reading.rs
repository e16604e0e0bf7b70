//! What there is to read where the person is: a heading and numbered rows, whatever the place.

use super::{beside, catalog, course, form, layers, record, status, year};
use crate::app::Model;
use crate::app::model::{Layer, Pane, View};

/// Where the person is. Another place is read out; in the same one only what is new is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The query is being typed: the next line is its text.
    Query,
    Catalog,
    Facets,
    Plan,
    Hours,
    /// The followed rules.
    Rules,
    /// The parts of one of them.
    Parts,
    /// A course, item or entry in full: read once, and the list has the keys again.
    Details,
    /// Something over the view, by a name that no other layer has.
    Over(&'static str),
}

impl Place {
    pub fn is_over(self) -> bool {
        matches!(self, Self::Over(_))
    }
}

pub struct Reading<'m> {
    pub place: Place,
    /// What the rows are of (the query, the filter, the day): where it is another, so are they.
    pub of: String,
    pub heading: Vec<String>,
    pub rows: usize,
    row: Box<dyn Fn(usize) -> String + 'm>,
    pub cursor: Option<usize>,
    /// Whether every row that changes is said, as in a form.
    pub watched: bool,
    /// Whether a number chooses a row. What cannot be chosen has none.
    pub numbered: bool,
}

impl<'m> Reading<'m> {
    /// Rows that are made when they are said: a catalog may have very many.
    pub fn lazily(
        place: Place,
        heading: Vec<String>,
        rows: usize,
        row: impl Fn(usize) -> String + 'm,
    ) -> Self {
        Self {
            place,
            of: String::new(),
            heading,
            rows,
            row: Box::new(row),
            cursor: None,
            watched: false,
            numbered: true,
        }
    }

    /// A list that is made already: enough for anything that is a heading and rows.
    pub fn list(place: Place, heading: Vec<String>, rows: Vec<String>) -> Self {
        let count = rows.len();
        Self::lazily(place, heading, count, move |at| rows.get(at).cloned().unwrap_or_default())
    }

    pub fn of(self, of: impl Into<String>) -> Self {
        Self { of: of.into(), ..self }
    }

    pub fn at(self, cursor: usize) -> Self {
        let cursor = (cursor < self.rows).then_some(cursor);
        Self { cursor, ..self }
    }

    pub fn watched(self) -> Self {
        Self { watched: true, ..self }
    }

    /// Rows to be read alone.
    pub fn unnumbered(self) -> Self {
        Self { numbered: false, ..self }
    }

    /// A row with its number, which is what is typed to choose it.
    pub fn row(&self, at: usize) -> String {
        match self.numbered {
            true => format!("{}. {}", at + 1, (self.row)(at)),
            false => (self.row)(at),
        }
    }
}

/// What there is to read now. Exhaustive: a layer without words does not compile.
pub fn reading(model: &Model) -> Reading<'_> {
    match &model.layer {
        Some(Layer::Form(form)) => form::reading(model, form),
        Some(Layer::Commands(commands)) => layers::commands(model, commands),
        Some(Layer::Packs(list)) => layers::packs(model, list),
        Some(Layer::Views(list)) => layers::views(model, list),
        Some(Layer::QueryHelp(scroll)) => layers::query_help(model, *scroll),
        Some(Layer::Ledger(ledger)) => status::ledger(model, ledger),
        Some(Layer::Year(page)) => year::reading(model, page),
        Some(Layer::Compare(compare)) => beside::compare(model, compare),
        Some(Layer::Prerequisites(open)) => beside::prerequisites(model, open),
        Some(Layer::Themes(list)) => layers::themes(model, list),
        Some(Layer::Problems(scroll)) => layers::problems(model, *scroll),
        None => view(model),
    }
}

fn view(model: &Model) -> Reading<'_> {
    match (model.view, model.focus) {
        (View::Catalog, _) if model.catalog.editing => {
            Reading::list(Place::Query, vec![model.lang.plain().type_a_query()], Vec::new())
        }
        (View::Catalog, Pane::Facets) => catalog::facets(model),
        (View::Catalog, Pane::List) => catalog::courses(model),
        (View::Catalog, Pane::Detail) => details(
            model
                .selected_course()
                .map_or_else(Vec::new, |course| course::in_full(model, course, Vec::new())),
        ),
        (View::Plan, Pane::Detail) => {
            details(model.selected_item().map_or_else(Vec::new, |item| record::item(model, item)))
        }
        (View::Plan, _) => record::plan(model),
        (View::Hours, Pane::Detail) => {
            details(model.selected_entry().map_or_else(Vec::new, |entry| record::entry(model, entry)))
        }
        (View::Hours, _) => record::hours(model),
        (View::Status, Pane::Detail) => status::parts(model),
        (View::Status, _) => status::rules(model),
    }
}

fn details<'m>(lines: Vec<String>) -> Reading<'m> {
    Reading::list(Place::Details, lines, Vec::new())
}

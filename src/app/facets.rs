//! The facet pane as rows: a head for each field, then its values with live counts. A value that is
//! on is a term of the query, and the other way round: the query text is the only state.

use crate::query::{self, Field, Presence};
use crate::search::FacetValue;

/// The fields that are offered, in this order.
pub const FACETS: &[Field] = &[
    Field::Track,
    Field::Level,
    Field::Grade,
    Field::Delivery,
    Field::Form,
    Field::Language,
    Field::Status,
    Field::Provider,
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetRow {
    Head(FacetName),
    Value { term: FacetTerm, count: usize, on: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetName {
    Field(Field),
    /// Whether the source states hours.
    HoursStated,
}

/// What a value is in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetTerm {
    Value(Field, String),
    HoursStated(bool),
}

impl FacetTerm {
    /// The query text with this value switched.
    pub fn toggled(&self, text: &str) -> String {
        match self {
            Self::Value(field, value) => query::toggle(text, *field, value),
            Self::HoursStated(stated) => query::toggle_presence(text, Presence::Hours, *stated),
        }
    }
}

pub fn facet_rows(
    counts: &[(Field, Vec<FacetValue>)],
    (stated, not_stated): (usize, usize),
    text: &str,
) -> Vec<FacetRow> {
    let mut rows = Vec::new();
    for (field, values) in counts {
        if values.is_empty() {
            continue;
        }
        if *field == Field::Provider {
            hours_rows(&mut rows, stated, not_stated, text);
        }
        rows.push(FacetRow::Head(FacetName::Field(*field)));
        let mut values: Vec<&FacetValue> = values.iter().collect();
        if *field == Field::Provider {
            // Of many names, those that offer most stand first.
            values.sort_by_key(|value| std::cmp::Reverse(value.count));
        }
        rows.extend(values.into_iter().map(|value| FacetRow::Value {
            on: query::is_on(text, *field, &value.value),
            term: FacetTerm::Value(*field, value.value.clone()),
            count: value.count,
        }));
    }
    if !rows.contains(&FacetRow::Head(FacetName::HoursStated)) {
        hours_rows(&mut rows, stated, not_stated, text);
    }
    rows
}

/// Before the providers, which are many.
fn hours_rows(rows: &mut Vec<FacetRow>, stated: usize, not_stated: usize, text: &str) {
    rows.push(FacetRow::Head(FacetName::HoursStated));
    rows.extend([(true, stated), (false, not_stated)].map(|(known, count)| FacetRow::Value {
        term: FacetTerm::HoursStated(known),
        count,
        on: query::is_presence_on(text, Presence::Hours, known),
    }));
}

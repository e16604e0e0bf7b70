//! The facet pane as rows: a head for each field, then its values with live counts. A value that is
//! on is a term of the query, and the other way round: the query text is the only state.

use crate::query::{self, Expr, Field, Presence, Query, Term, Test};
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
    query: &Query,
    text: &str,
) -> Vec<FacetRow> {
    let mut rows = Vec::new();
    for (field, values) in counts {
        // What is on can be switched off, also where it leaves nothing.
        let mut values = values.clone();
        for value in chosen(query, *field) {
            if query::is_on(text, *field, &value) && values.iter().all(|known| known.value != value) {
                values.push(FacetValue { value, count: 0 });
            }
        }
        if values.is_empty() {
            continue;
        }
        if *field == Field::Provider {
            hours_rows(&mut rows, stated, not_stated, text);
        }
        rows.push(FacetRow::Head(FacetName::Field(*field)));
        if *field == Field::Provider {
            // Of many names, those that offer most stand first.
            values.sort_by_key(|value| std::cmp::Reverse(value.count));
        }
        rows.extend(values.into_iter().map(|value| FacetRow::Value {
            on: query::is_on(text, *field, &value.value),
            count: value.count,
            term: FacetTerm::Value(*field, value.value),
        }));
    }
    if !rows.contains(&FacetRow::Head(FacetName::HoursStated)) {
        hours_rows(&mut rows, stated, not_stated, text);
    }
    rows
}

/// The values of a field that the query asks for as a whole.
fn chosen(query: &Query, field: Field) -> Vec<String> {
    let terms: &[Expr] = match &query.filter {
        Some(Expr::And(terms)) => terms,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let of_field = terms.iter().filter_map(|term| match term {
        Expr::Term(Term { test: Test::Choice(of, values), .. }) if *of == field => Some(values.clone()),
        Expr::Term(Term { test: Test::Text(of, patterns), .. }) if *of == field => {
            Some(patterns.iter().map(|pattern| pattern.text.clone()).collect())
        }
        _ => None,
    });
    of_field.flatten().collect()
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

//! The catalog in words: how many courses the query finds, then the courses; and the facets.

use super::reading::{Place, Reading};
use crate::app::Model;
use crate::app::facet_words::{head, value};
use crate::app::facets::{FacetName, FacetRow};
use crate::domain::Course;
use crate::locale::Say;
use crate::locale::plain::figures;

pub fn courses(model: &Model) -> Reading<'_> {
    let found = &model.catalog.found.rows;
    let query = model.catalog.query.text().trim();
    let row =
        |at: usize| found.get(at).and_then(|row| model.library.course(*row)).map(|course| row(model, course));
    Reading::lazily(Place::Catalog, heading(model, query), found.len(), move |at| row(at).unwrap_or_default())
        .of(query)
        .at(model.catalog.scroll.cursor())
}

fn heading(model: &Model, query: &str) -> Vec<String> {
    let (lang, words, plain) = (model.lang, model.lang.words(), model.lang.plain());
    if model.library.catalog.is_empty() {
        let why = model.library.problems.iter().take(3).map(|one| one.say(lang));
        return std::iter::once(words.no_catalog.to_owned()).chain(why).collect();
    }
    let mut said = plain.catalog(model.catalog.found.matched, model.library.catalog.len(), query);
    if !model.catalog.marked.is_empty() {
        said = plain.beside(&said, &lang.phrases().marked(model.catalog.marked.len()));
    }
    let mut lines = vec![said];
    if let Some(error) = &model.catalog.error {
        lines.push(plain.query_fault(&figures::spoken(lang, &error.kind.say(lang))));
    } else if model.catalog.found.rows.is_empty() {
        lines.push(words.no_courses.to_owned());
    }
    lines
}

fn row(model: &Model, course: &Course) -> String {
    let (lang, plain) = (model.lang, model.lang.plain());
    let mut said = course.title.wording(lang.is_chinese()).to_owned();
    let mut add = |more: &str| said = plain.beside(&said, more);
    add(&figures::hours(lang, course.hours.as_ref(), course.unit));
    if let Some(state) = model.progress.of(&course.id) {
        add(&state.say(lang));
    }
    if model.catalog.marked.contains(&course.id) {
        add(plain.marked());
    }
    if let Some(gap) = &model.catalog.gap
        && let Some(rule) = model.requirements.rule(&gap.standing.id)
        && let Some(change) = gap.change(&model.requirements.packs, course)
    {
        add(&figures::change(lang, rule, &change));
    }
    said
}

/// The values, each with the name of its field in front: a head has no number to be chosen by.
pub fn facets(model: &Model) -> Reading<'_> {
    let (lang, plain) = (model.lang, model.lang.plain());
    let (mut rows, mut cursor) = (Vec::new(), 0);
    let mut field: Option<FacetName> = None;
    for (at, row) in model.catalog.facet_rows.iter().enumerate() {
        match row {
            FacetRow::Head(name) => field = Some(*name),
            FacetRow::Value { term, count, on } => {
                if at == model.catalog.facet_scroll.cursor() {
                    cursor = rows.len();
                }
                let name = field.map_or("", |name| head(lang, name));
                let mut said = plain.fact(name, &value(model, term));
                said = plain.beside(&said, &plain.courses(*count));
                rows.push(if *on { plain.beside(&said, plain.switched_on()) } else { said });
            }
        }
    }
    let mut heading = vec![plain.facets(rows.len())];
    let query = model.catalog.query.text().trim();
    if !query.is_empty() {
        heading.push(plain.catalog(model.catalog.found.matched, model.library.catalog.len(), query));
    }
    Reading::list(Place::Facets, heading, rows).at(cursor).watched()
}

/// The place among all facet rows of the value of this number, from nought.
pub fn facet_place(model: &Model, number: usize) -> usize {
    let rows = model.catalog.facet_rows.iter().enumerate();
    let mut values = rows.filter(|(_, row)| matches!(row, FacetRow::Value { .. }));
    values.nth(number).map_or(usize::MAX, |(at, _)| at)
}

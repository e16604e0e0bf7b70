//! Courses beside others, in words: a comparison field by field, and the way to a course.

use super::reading::{Place, Reading};
use crate::app::Model;
use crate::app::compare::Compare;
use crate::app::prerequisites::{Prerequisites, Row};
use crate::locale::plain::figures;
use crate::locale::{Say, way as words};

/// A field a row, with what each course says, in the order of the heading.
pub fn compare<'m>(model: &'m Model, compare: &Compare) -> Reading<'m> {
    let (lang, plain) = (model.lang, model.lang.plain());
    let found = compare.found(model);
    let titles: Vec<&str> = found.iter().map(|course| course.title.wording(lang.is_chinese())).collect();
    let semicolon = lang.either("; ", "；");
    let rows = compare.rows(model).into_iter().map(|row| {
        let cells = row.cells.iter().map(|cell| match cell {
            Some(said) => figures::spoken(lang, said),
            None => lang.words().not_stated.to_owned(),
        });
        plain.fact(&row.label, &cells.collect::<Vec<_>>().join(semicolon))
    });
    let heading = vec![plain.comparison(&titles.join(semicolon))];
    Reading::list(Place::Over("compare"), heading, rows.collect()).at(compare.scroll.cursor()).unnumbered()
}

/// What a course asks for, each with how deep it lies and how it stands; then what asks for it.
pub fn prerequisites<'m>(model: &'m Model, open: &Prerequisites) -> Reading<'m> {
    let (lang, plain) = (model.lang, model.lang.plain());
    let place = Place::Over("prerequisites");
    let Some(way) = open.way(model) else {
        return Reading::list(place, vec![lang.words().not_in_catalog.to_owned()], Vec::new());
    };
    let mut heading = vec![figures::spoken(lang, &words::counts(lang, &way))];
    if !way.left.is_empty() {
        heading.push(figures::spoken(lang, &words::left_to_study(lang, &way.left)));
    }
    let row = |row: &Row<'_>| {
        let (course, stands) = match row {
            Row::Asked(node) if node.depth == 0 => (node.course, words::itself(lang).to_owned()),
            Row::Asked(node) => {
                let depth = plain.step_before(node.depth);
                (node.course, plain.beside(&depth, &words::stands(lang, node)))
            }
            Row::Opened(course) => {
                let state = model.progress.of(&course.id).map(|state| state.say(lang));
                let opened = plain.opened();
                (Some(*course), state.map_or_else(|| opened.to_owned(), |state| plain.beside(opened, &state)))
            }
        };
        let title = course.map_or(row.id().as_str(), |course| course.title.wording(lang.is_chinese()));
        let hours = course.map(|course| figures::hours(lang, course.hours.as_ref(), course.unit));
        let said = hours.map_or_else(|| title.to_owned(), |hours| plain.beside(title, &hours));
        plain.beside(&said, &figures::spoken(lang, &stands))
    };
    let rows = open.rows(model).iter().map(row).collect();
    Reading::list(place, heading, rows).of(open.course.as_str()).at(open.scroll.cursor())
}

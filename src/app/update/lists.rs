//! What opens over a list of courses: a comparison, and the way to a course.

use super::{browse, layers, plan_and_hours};
use crate::action::Action;
use crate::app::applies::{applies, targets};
use crate::app::compare::Compare;
use crate::app::effect::Effect;
use crate::app::model::{Layer, Model, Tone, View};
use crate::app::prerequisites::Prerequisites;
use crate::domain::{CourseId, Operation};

pub fn open(model: &mut Model, action: Action) {
    if !applies(model, action) {
        let chosen = !model.catalog.marked.is_empty() || model.catalog.range.is_some();
        let marked = if chosen { targets(model).len() } else { 0 };
        let text = match action {
            Action::Compare if model.view == View::Catalog => model.lang.phrases().cannot_compare(marked),
            _ => model.lang.phrases().does_not_apply(action),
        };
        model.say(text, Tone::Plain);
        return;
    }
    model.layer = match action {
        Action::Compare => {
            let courses = targets(model).into_iter().map(|course| course.id.clone()).collect();
            Some(Layer::Compare(Compare::new(courses)))
        }
        _ => {
            let course = model.course_in_view().map(|course| course.id.clone());
            course.map(|course| Layer::Prerequisites(Prerequisites::new(course)))
        }
    };
}

pub fn act_on_compare(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Layer::Compare(compare)) = &model.layer else { return Vec::new() };
    let (rows, width) = (compare.rows(model).len(), model.size.0);
    let Some(Layer::Compare(compare)) = &mut model.layer else { return Vec::new() };
    match action {
        Action::Left => compare.step_across(-1, width),
        Action::Right => compare.step_across(1, width),
        action if layers::step(&mut compare.scroll, action) => compare.scroll.settle(rows, rows),
        _ => model.layer = None,
    }
    Vec::new()
}

pub fn act_on_prerequisites(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Layer::Prerequisites(open)) = &model.layer else { return Vec::new() };
    match action {
        Action::PlanAdd => {
            let items = open.addable(model);
            if items.is_empty() {
                let text = model.lang.words().nothing_to_plan.to_owned();
                model.say(text, Tone::Plain);
                return Vec::new();
            }
            return plan_and_hours::save(model, Operation::PlanAdd(items));
        }
        Action::Open => {
            let chosen = open.chosen(model).map(|row| row.id().clone());
            if let Some(course) = chosen {
                go_to(model, &course);
            }
        }
        action => {
            let rows = open.rows(model).len();
            let Some(Layer::Prerequisites(open)) = &mut model.layer else { return Vec::new() };
            if layers::step(&mut open.scroll, action) {
                open.scroll.settle(rows, rows);
            } else {
                model.layer = None;
            }
        }
    }
    Vec::new()
}

/// Shows a course in the catalog. A query that does not list it gives way; from another view, `q`
/// leads back.
fn go_to(model: &mut Model, course: &CourseId) {
    let Some(row) = model.library.catalog.row(course) else {
        let text = model.lang.words().not_in_catalog.to_owned();
        model.say(text, Tone::Plain);
        return;
    };
    model.layer = None;
    let from = Some(model.view).filter(|view| *view != View::Catalog).or(model.came_from);
    super::go(model, View::Catalog);
    model.came_from = from;
    if !model.catalog.found.rows.contains(&row) {
        browse::set_query(model, "");
    }
    model.put_cursor_on(Some(course));
    model.detail = 0;
}

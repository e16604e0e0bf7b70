//! Whether an action would do anything right now. Footer, help and palette ask this, and so does
//! `update` before it acts: one answer for what is shown and what is done.

use super::model::{Model, Pane, View};
use crate::action::Action;

pub fn applies(model: &Model, action: Action) -> bool {
    use Action as A;
    let in_catalog = model.view == View::Catalog;
    let on_list = model.focus != Pane::Facets;
    match action {
        A::PlanAdd => in_catalog && on_list && !addable(model).is_empty(),
        A::PlanRemove => match model.view {
            View::Catalog => on_list && !removable(model).is_empty(),
            View::Plan => model.selected_item().is_some(),
            View::Hours => false,
        },
        A::RecordHours => match model.view {
            View::Catalog => on_list && model.selected_course().is_some(),
            View::Plan => model.selected_item().is_some(),
            View::Hours => false,
        },
        A::Modify => match model.view {
            View::Catalog => false,
            View::Plan => model.selected_item().is_some(),
            View::Hours => selected_is_live(model),
        },
        A::Void => model.view == View::Hours && selected_is_live(model),
        A::MoveEarlier => {
            model.view == View::Plan && model.plan.cursor() > 0 && model.selected_item().is_some()
        }
        A::MoveLater => model.view == View::Plan && model.plan.cursor() + 1 < model.record.plan.items.len(),
        A::Mark | A::MarkAll => in_catalog && on_list && model.selected_course().is_some(),
        A::Facets
        | A::SortRelevance
        | A::SortTitle
        | A::SortTitleReverse
        | A::SortHours
        | A::SortHoursReverse
        | A::SortProvider
        | A::SortTrack => in_catalog,
        A::ToggleFacet => in_catalog && model.focus == Pane::Facets,
        A::Open => match model.view {
            View::Catalog => model.selected_course().is_some(),
            View::Plan => model.selected_item().is_some(),
            View::Hours => model.selected_entry().is_some(),
        },
        A::ViewCatalog => !in_catalog,
        A::ViewPlan => model.view != View::Plan,
        A::ViewHours => model.view != View::Hours,
        A::Problems => model.problems() > 0,
        _ => true,
    }
}

fn selected_is_live(model: &Model) -> bool {
    model.selected_entry().is_some_and(|entry| model.record.hours.is_live(&entry.id))
}

/// The courses that an action on the list is for: the marked ones in list order, else the one
/// under the cursor.
pub fn targets(model: &Model) -> Vec<&crate::domain::Course> {
    let marked: Vec<_> = (model.library.catalog.courses().iter())
        .filter(|course| model.catalog.marked.contains(&course.id))
        .collect();
    if marked.is_empty() { model.selected_course().into_iter().collect() } else { marked }
}

/// Those targets that are not in the plan yet.
pub fn addable(model: &Model) -> Vec<&crate::domain::Course> {
    let planned = |course: &crate::domain::Course| model.record.plan.get(&course.id).is_some();
    targets(model).into_iter().filter(|course| !planned(course)).collect()
}

/// Those targets that are in the plan.
pub fn removable(model: &Model) -> Vec<&crate::domain::Course> {
    let planned = |course: &crate::domain::Course| model.record.plan.get(&course.id).is_some();
    targets(model).into_iter().filter(|course| planned(course)).collect()
}

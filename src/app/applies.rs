//! Whether an action would do anything right now. Footer, help and palette ask this, and so does
//! `update` before it acts: one answer for what is shown and what is done.

use super::model::{Model, Pane, View};
use super::subject::{self, Editable, Subject};
use crate::action::Action;
use crate::domain::requirement::Part;

pub fn applies(model: &Model, action: Action) -> bool {
    use Action as A;
    let in_catalog = model.view == View::Catalog;
    let on_list = model.focus != Pane::Facets;
    match action {
        A::PlanAdd => in_catalog && on_list && !addable(model).is_empty(),
        A::PlanRemove => match model.view {
            View::Catalog => on_list && !removable(model).is_empty(),
            View::Plan => model.selected_item().is_some(),
            View::Hours | View::Status => false,
        },
        A::RecordHours => match model.view {
            View::Catalog => on_list && model.selected_course().is_some(),
            View::Plan => model.selected_item().is_some(),
            View::Hours | View::Status => false,
        },
        A::Modify => match model.view {
            View::Catalog => false,
            View::Plan => model.selected_item().is_some(),
            View::Hours => selected_is_live(model),
            View::Status => has_personal_date(model),
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
        | A::SortTrack
        | A::SaveView
        | A::SavedViews => in_catalog,
        A::ToggleFacet => in_catalog && model.focus == Pane::Facets,
        A::Open => match model.view {
            View::Catalog => model.selected_course().is_some(),
            View::Plan => model.selected_item().is_some(),
            View::Hours => model.selected_entry().is_some(),
            View::Status => match model.focus {
                Pane::Detail => model.requirements.chosen_part().is_some(),
                Pane::List | Pane::Facets => model.requirements.chosen().is_some(),
            },
        },
        A::Follow => model.view == View::Status && !model.requirements.packs.rules().is_empty(),
        A::Unfollow => model.view == View::Status && model.requirements.chosen().is_some(),
        A::FillGap => model.view == View::Status && gap(model).is_some(),
        A::EarlierDay | A::LaterDay => !model.requirements.standings.is_empty(),
        A::Today => model.requirements.as_of.is_some(),
        A::ViewCatalog => !in_catalog,
        A::ViewPlan => model.view != View::Plan,
        A::ViewHours => model.view != View::Hours,
        A::ViewStatus => model.view != View::Status,
        A::Problems => model.problems() > 0,
        A::CopyCitation | A::CopyId => subject::under_cursor(model).is_some(),
        A::CopyUrl => has_url(model),
        A::CopyJson => match subject::under_cursor(model) {
            Some(Subject::Rule(_)) => {
                model.requirements.chosen().is_some_and(|standing| standing.evaluation.is_ok())
            }
            subject => subject.is_some(),
        },
        A::OpenUrl => subject::under_cursor(model).is_some_and(|subject| subject.url().is_some()),
        A::Edit => matches!(subject::editable(model), Editable::Target(_)),
        // Not built yet: each leaves this list as it is.
        A::MarkRange
        | A::Compare
        | A::Prerequisites
        | A::Timer
        | A::SortProviderReverse
        | A::SortTrackReverse
        | A::SortGain
        | A::Year
        | A::Zoom
        | A::Themes
        | A::Tour => false,
        _ => true,
    }
}

/// Whether one of the courses that are marked, or what the cursor is on, has an address.
fn has_url(model: &Model) -> bool {
    match model.view {
        View::Catalog if model.focus != Pane::Facets => {
            targets(model).iter().any(|course| course.url.as_deref().is_some_and(|url| !url.is_empty()))
        }
        _ => subject::under_cursor(model).is_some_and(|subject| subject.url().is_some()),
    }
}

/// Whether the rule under the cursor counts from a date of the person's own.
fn has_personal_date(model: &Model) -> bool {
    let requirements = &model.requirements;
    let rule = requirements.chosen().and_then(|standing| requirements.rule(&standing.id));
    rule.is_some_and(|rule| rule.cycle.needs_personal_date())
}

/// The query that lists what would fill the gap under the cursor: that of the part, or among the
/// rules that of the whole rule. `None` where nothing is missing.
pub fn gap(model: &Model) -> Option<String> {
    let requirements = &model.requirements;
    let rule = &requirements.chosen()?.id;
    let is_unmet = |part: &Part| part.wants() && part.missing().is_some_and(|missing| !missing.is_zero());
    if model.focus == Pane::Detail {
        let part = requirements.chosen_part().filter(|part| is_unmet(part))?;
        return Some(format!("fills:{rule}/{}", part.id));
    }
    requirements.parts().iter().any(is_unmet).then(|| format!("fills:{rule}"))
}

fn selected_is_live(model: &Model) -> bool {
    model.selected_entry().is_some_and(|entry| model.record.hours.is_live(&entry.id))
}

/// The courses that an action on the list is for: the marked ones in list order, else the one
/// under the cursor.
pub fn targets(model: &Model) -> Vec<&crate::domain::Course> {
    // From the marks, which are few, to the rows, which may be many: this is asked for every frame.
    let catalog = &model.library.catalog;
    let mut rows: Vec<usize> = model.catalog.marked.iter().filter_map(|id| catalog.row(id)).collect();
    rows.sort_unstable();
    let marked: Vec<_> = rows.into_iter().filter_map(|row| model.library.course(row)).collect();
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

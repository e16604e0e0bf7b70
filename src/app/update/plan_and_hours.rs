//! What changes the learner's data: plan, order, hours. Each becomes one operation, saved by the
//! shell and confirmed by its answer; nothing is shown as done before.

use crate::action::Action;
use crate::app::applies::{addable, applies, removable};
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::model::{Layer, Model, Pane, Tone, View};
use crate::app::{hours_form, plan_form};
use crate::domain::hours::Standing;
use crate::domain::{EntryId, Operation, PlanItem};
use std::path::PathBuf;

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if !applies(model, action) {
        refuse(model, action);
        return Vec::new();
    }
    match action {
        Action::PlanAdd => {
            let (today, chinese) = (model.today, model.lang.is_chinese());
            let items = addable(model)
                .into_iter()
                .map(|course| PlanItem::new(course.id.clone(), course.title.wording(chinese), today))
                .collect();
            save_and_unmark(model, Operation::PlanAdd(items))
        }
        Action::PlanRemove => {
            let courses = match model.view {
                View::Catalog => removable(model).into_iter().map(|course| course.id.clone()).collect(),
                _ => model.selected_item().map(|item| item.course.clone()).into_iter().collect(),
            };
            save_and_unmark(model, Operation::PlanRemove(courses))
        }
        Action::MoveEarlier => shift(model, -1),
        Action::MoveLater => shift(model, 1),
        Action::RecordHours => record(model),
        Action::RecordFree => {
            let unit = model.requirements.unit_of_hours();
            let form = hours_form::free(model.next_entry.clone(), unit, model.today);
            open(model, form)
        }
        Action::Modify => modify(model),
        Action::Void => {
            let form =
                model.selected_entry().map(|entry| hours_form::voiding(entry, model.next_entry.clone()));
            form.map(|form| open(model, form)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Says why an action does nothing here, where more is known than that it does not.
pub fn refuse(model: &mut Model, action: Action) {
    let words = model.lang.words();
    let void = |id: &EntryId| matches!(model.record.hours.standing(id), Standing::Void(_));
    let reason = match (action, model.view) {
        (Action::PlanAdd, View::Catalog) if model.focus != Pane::Facets && !removable(model).is_empty() => {
            Some(words.already_planned)
        }
        (Action::Void, View::Hours) if model.selected_entry().is_some_and(|entry| void(&entry.id)) => {
            Some(words.already_void)
        }
        _ => None,
    };
    let text = reason.map_or_else(|| model.lang.phrases().does_not_apply(action), str::to_owned);
    model.say(text, Tone::Plain);
}

pub fn save(model: &mut Model, operation: Operation) -> Vec<Effect> {
    model.saving += 1;
    vec![Effect::Save(operation)]
}

/// As [`save`], with the certificates that an entry's form names.
pub fn save_with(model: &mut Model, operation: Operation, certificates: Vec<PathBuf>) -> Vec<Effect> {
    if certificates.is_empty() {
        return save(model, operation);
    }
    model.saving += 1;
    vec![Effect::SaveWithProof(operation, certificates)]
}

/// Marks have served once what they were set for is under way.
fn save_and_unmark(model: &mut Model, operation: Operation) -> Vec<Effect> {
    if model.view == View::Catalog
        && (model.catalog.range.take().is_some() || !model.catalog.marked.is_empty())
    {
        model.catalog.marked.clear();
        model.personal_changed();
    }
    save(model, operation)
}

fn shift(model: &mut Model, by: isize) -> Vec<Effect> {
    let Some(to) = model.plan.cursor().checked_add_signed(by) else { return Vec::new() };
    let Some(course) = model.selected_item().map(|item| item.course.clone()) else { return Vec::new() };
    // The cursor follows its course once the plan has been read again.
    save(model, Operation::PlanMove { course, to })
}

/// Opens the hours form for the course in view. A planned course that no open catalog knows is
/// recorded all the same, under the title that the plan kept.
fn record(model: &mut Model) -> Vec<Effect> {
    let id = model.next_entry.clone();
    let form = match (model.course_in_view(), model.selected_item()) {
        (Some(course), _) => hours_form::for_course(course, id, model.today, model.lang.is_chinese()),
        (None, Some(item)) if model.view == View::Plan => {
            let course = crate::domain::Course::new(
                item.course.clone(),
                crate::domain::course::LocalText::plain(&item.title),
            );
            hours_form::for_course(&course, id, model.today, model.lang.is_chinese())
        }
        _ => return Vec::new(),
    };
    open(model, form)
}

fn modify(model: &mut Model) -> Vec<Effect> {
    let form = match model.view {
        View::Plan => model.selected_item().map(plan_form::open),
        View::Hours => model
            .selected_entry()
            .map(|entry| hours_form::correcting(entry, model.next_entry.clone(), model.today)),
        View::Status => return super::status::modify(model),
        View::Catalog => None,
    };
    form.map(|form| open(model, form)).unwrap_or_default()
}

/// Shows a form, or takes up the draft that was left of the same matter.
pub fn open(model: &mut Model, form: Form) -> Vec<Effect> {
    let draft = model.drafts.iter().position(|draft| draft.purpose.same_matter(&form.purpose));
    let mut form = match draft.map(|at| model.drafts.swap_remove(at)) {
        Some(mut draft) => {
            // The draft's own identity may have been used since by another entry.
            draft.purpose = form.purpose;
            model.say(model.lang.words().draft_restored.to_owned(), Tone::Plain);
            draft
        }
        None => form,
    };
    form.counted = model.requirements.categories();
    model.layer = Some(Layer::Form(Box::new(form)));
    Vec::new()
}

//! Saved views: naming the query, choosing one, taking one out.

use super::{browse, plan_and_hours};
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::catalog_view::fit_to_save;
use crate::app::effect::Effect;
use crate::app::form::{Form, Purpose};
use crate::app::model::{Layer, Model, Pane, Tone};
use crate::app::view_form;
use crate::app::view_list::ViewList;
use crate::domain::Operation;
use crate::locale::Say;

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if !applies(model, action) {
        let text = model.lang.phrases().does_not_apply(action);
        model.say(text, Tone::Plain);
        return Vec::new();
    }
    match action {
        Action::SaveView => name(model),
        Action::SavedViews => {
            model.layer = Some(Layer::Views(Box::new(ViewList::new(model))));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Asks for a name; a query that says nothing, or is none, is refused with the reason.
fn name(model: &mut Model) -> Vec<Effect> {
    let query = model.catalog.query.text().trim().to_owned();
    if query.is_empty() {
        model.say(model.lang.words().view_of_everything.to_owned(), Tone::Warning);
        return Vec::new();
    }
    if let Some(error) = &model.catalog.error {
        let text = model.lang.phrases().view_not_a_query(&error.kind.say(model.lang));
        model.say(text, Tone::Warning);
        return Vec::new();
    }
    let known = model.record.views.named(&query).map(|view| view.name.clone());
    plan_and_hours::open(model, view_form::open(&query, known.as_ref()))
}

/// Whether the form may be saved as it stands. Where its name stands for something else, the first
/// `Enter` says so and the second replaces it.
pub fn may_save(model: &mut Model) -> bool {
    let (views, today, lang) = (&model.record.views, model.today, model.lang);
    let Some(Layer::Form(form)) = &mut model.layer else { return false };
    let form: &mut Form = form;
    let Purpose::SaveView { query, warned } = &form.purpose else { return true };
    let Some(view) = view_form::view(form, query) else { return false };
    if let Err(error) = fit_to_save(views, &view, today) {
        let text = lang.phrases().view_not_a_query(&error.kind.say(lang));
        model.say(text, Tone::Error);
        return false;
    }
    let Some(old) = view_form::replaced(form, views).filter(|old| warned.as_ref() != Some(&old.name)) else {
        return true;
    };
    let text = lang.phrases().view_replaces(&old.name, &old.query);
    form.purpose = Purpose::SaveView { query: view.query, warned: Some(view.name) };
    model.say(text, Tone::Warning);
    false
}

/// `Enter` in the list: the view's query in the query line, as if it had been typed.
pub fn apply_chosen(model: &mut Model) {
    let Some(Layer::Views(list)) = &model.layer else { return };
    let Some(query) = list.chosen().map(|view| view.query.clone()) else { return };
    model.layer = None;
    browse::set_query(model, &query);
    model.focus = Pane::List;
    model.catalog.scroll.set(0);
    model.detail = 0;
}

pub fn remove_chosen(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Views(list)) = &model.layer else { return Vec::new() };
    match list.chosen().map(|view| view.name.clone()) {
        Some(name) if model.saving == 0 => plan_and_hours::save(model, Operation::ViewRemove(name)),
        _ => Vec::new(),
    }
}

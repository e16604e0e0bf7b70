//! The study timer: one key starts it, stops it, and offers what was measured to the record.

use super::plan_and_hours;
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::effect::Effect;
use crate::app::form::{Form, Purpose};
use crate::app::hours_form;
use crate::app::model::{Layer, Model, Tone, View};
use crate::domain::Operation;
use crate::domain::timer::Session;

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if !applies(model, action) {
        let text = model.lang.phrases().does_not_apply(action);
        model.say(text, Tone::Plain);
        return Vec::new();
    }
    // What is being saved decides what the next key means.
    if model.saving > 0 {
        return Vec::new();
    }
    let timer = &model.record.timer;
    let running = timer.running().cloned();
    let waits = timer.pending().next().cloned();
    match (action, running, waits) {
        (Action::TimerDiscard, Some(session), _) | (Action::TimerDiscard, None, Some(session)) => {
            model.drafts.retain(|draft| !is_of(draft, &session));
            plan_and_hours::save(model, Operation::TimerDiscard(Box::new(session)))
        }
        (Action::Timer, Some(session), _) => {
            plan_and_hours::save(model, Operation::TimerStop(Box::new(session)))
        }
        (Action::Timer, None, Some(session)) => {
            offer(model, &session);
            Vec::new()
        }
        (Action::Timer, None, None) => {
            let start = begun(model).map(|session| Operation::TimerStart(Box::new(session)));
            start.map(|start| plan_and_hours::save(model, start)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// A session on the course in view. The moment is the shell's to say.
fn begun(model: &Model) -> Option<Session> {
    let (course, title) = match (model.course_in_view(), model.selected_item()) {
        (Some(course), _) => (course.id.clone(), course.title.wording(model.lang.is_chinese()).to_owned()),
        (None, Some(item)) if model.view == View::Plan => (item.course.clone(), item.title.clone()),
        _ => return None,
    };
    let (id, date) = (model.next_entry.clone(), model.today);
    Some(Session { id, course, title, date, started: jiff::Timestamp::UNIX_EPOCH, stopped: None })
}

/// Opens the form for what was measured, as it was left before. Esc leaves the session as it is.
pub fn offer(model: &mut Model, session: &Session) {
    let left = model.drafts.iter().position(|draft| is_of(draft, session));
    let mut form = match left.map(|at| model.drafts.swap_remove(at)) {
        Some(draft) => draft,
        None => {
            let course = model.library.catalog.get(&session.course);
            hours_form::timed(session, course, model.today)
        }
    };
    form.counted = model.requirements.categories();
    model.layer = Some(Layer::Form(Box::new(form)));
}

fn is_of(form: &Form, session: &Session) -> bool {
    matches!(&form.purpose, Purpose::Timed { session: one } if one.id == session.id)
}

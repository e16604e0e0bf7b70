//! One key for the timer: start, stop, offer what was measured, and nothing lost on the way.

use super::*;
use crate::app::form::{FieldName, Purpose};
use crate::domain::Operation;
use crate::store::record::Saved;

/// The model over a record with sessions.
fn with(sessions: Vec<Session>) -> Model {
    let mut record = record();
    record.timer.sessions = sessions;
    start(record)
}

fn save(operation: Operation) -> Vec<Effect> {
    vec![Effect::Save(operation)]
}

fn hours(model: &Model) -> &str {
    form(model).text(FieldName::Hours)
}

#[test]
fn a_running_timer_is_stopped_wherever_the_cursor_is() {
    let running = timed("timed", "gamma", None);
    for before in [&[][..], &[Action::ViewStatus], &[Action::ViewHours]] {
        let mut model = with(vec![running.clone()]);
        act(&mut model, before);
        let stop = Operation::TimerStop(Box::new(running.clone()));
        assert_eq!(act(&mut model, &[Action::Timer]), save(stop));
        assert_eq!(act(&mut model, &[Action::Timer]), [], "nothing more before the answer");
    }
}

#[test]
fn what_was_stopped_is_offered_in_clock_hours_rounded_down() {
    let stopped = timed("timed", "alpha", Some(47 * 60 + 59));
    let mut model = with(Vec::new());
    let saved = Saved { operation: Operation::TimerStop(Box::new(stopped.clone())), touched: 1 };
    update(&mut model, Message::Saved(Ok(saved)));
    assert_eq!(hours(&model), "0.79");
    let effects = act(&mut model, &[Action::Open]);
    let [Effect::Save(Operation::LogAdd(entry))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((entry.id.as_str(), entry.amount.to_string().as_str()), ("timed", "0.79"));
    assert_eq!((entry.course.as_ref(), entry.date), (Some(&course_id("alpha")), TODAY));
    assert_eq!(entry.unit, crate::domain::vocabulary::Unit::Hour);
    assert_eq!(entry.url.as_deref(), Some("https://example.org/alpha"));
}

#[test]
fn a_session_stopped_elsewhere_meanwhile_opens_nothing() {
    let mut model = with(Vec::new());
    let stop = Operation::TimerStop(Box::new(timed("timed", "alpha", Some(60))));
    update(&mut model, Message::Saved(Ok(Saved { operation: stop, touched: 0 })));
    assert!(model.layer.is_none());
}

#[test]
fn escape_keeps_what_was_measured_and_what_was_typed() {
    let mut model = with(vec![timed("timed", "alpha", Some(3600))]);
    assert_eq!(act(&mut model, &[Action::Timer]), []);
    assert_eq!(hours(&model), "1");
    // What the timer proposes is replaced by what is typed.
    type_text(&mut model, "1.5");
    act(&mut model, &[Action::Escape]);
    assert!(model.layer.is_none());
    // Another form for the same course does not take it up: its entry has another id.
    act(&mut model, &[Action::RecordHours]);
    assert_eq!(hours(&model), "8");
    act(&mut model, &[Action::Escape, Action::Timer]);
    assert_eq!(hours(&model), "1.5");
}

#[test]
fn a_clock_that_cannot_be_believed_leaves_the_hours_to_be_typed() {
    for stopped in [-1, 0, 35, 16 * 3600 + 1] {
        let mut model = with(vec![timed("timed", "alpha", Some(stopped))]);
        act(&mut model, &[Action::Timer]);
        assert_eq!(hours(&model), "", "{stopped}");
        assert_eq!(act(&mut model, &[Action::Open]), [], "nothing is saved without hours");
        assert!(matches!(form(&model).purpose, Purpose::Timed { .. }));
    }
}

#[test]
fn discarding_forgets_the_form_too() {
    let session = timed("timed", "alpha", Some(3600));
    let mut model = with(vec![session.clone()]);
    act(&mut model, &[Action::Timer]);
    type_text(&mut model, ".5");
    act(&mut model, &[Action::Escape]);
    assert_eq!(act(&mut model, &[Action::TimerDiscard]), save(Operation::TimerDiscard(Box::new(session))));
    assert!(model.drafts.is_empty());
}

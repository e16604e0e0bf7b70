//! What comes back from outside: saves, steps, files read again, the size, the day.

use super::*;
use crate::app::message::Step;
use crate::app::model::{Tone, View};
use crate::domain::Operation;
use crate::store::record::{SaveError, Saved, Stepped};
use std::path::PathBuf;

fn saved(operation: Operation) -> Message {
    Message::Saved(Ok(Saved { operation, touched: 1 }))
}

fn locked() -> SaveError {
    SaveError::Locked { path: PathBuf::from("plan.toml") }
}

#[test]
fn a_save_closes_its_form_and_a_failed_one_keeps_it() {
    let mut model = model();
    act(&mut model, &[Action::RecordHours, Action::Open]);
    assert_eq!(model.saving, 1);
    assert_eq!(update(&mut model, Message::Saved(Err(locked()))), []);
    assert!(model.layer.is_some() && model.saving == 0);
    assert_eq!(model.notice.as_ref().map(|notice| notice.tone), Some(Tone::Error));
    act(&mut model, &[Action::Open]);
    assert_eq!(update(&mut model, saved(Operation::LogAdd(Box::new(entry("fresh", 3))))), []);
    assert!(model.layer.is_none() && model.saving == 0);
    assert_eq!(said(&model), "saved: 8 h on 2026-03-03: Alpha · u undoes");
}

#[test]
fn operations_are_told_by_titles() {
    for (operation, text) in [
        (Operation::PlanRemove(vec![course_id("beta")]), "took Beta out of the plan"),
        (Operation::PlanMove { course: course_id("gamma"), to: 0 }, "moved Gamma to place 1"),
        (Operation::PlanRemove(vec![course_id("nowhere")]), "took nowhere out of the plan"),
    ] {
        let mut model = model();
        update(&mut model, saved(operation));
        assert_eq!(said(&model), format!("saved: {text} · u undoes"));
    }
}

#[test]
fn steps_tell_what_they_took_back() {
    let stepped = || {
        let operation = Operation::PlanRemove(vec![course_id("beta")]);
        Ok(Some(Stepped { operation, anew: false, skipped: Vec::new() }))
    };
    for (step, result, text) in [
        (Step::Undo, stepped(), "undone: took Beta out of the plan · U redoes"),
        (Step::Redo, stepped(), "done again: took Beta out of the plan"),
        (Step::Undo, Ok(None), "Nothing to undo."),
        (Step::Redo, Ok(None), "Nothing to redo."),
    ] {
        let mut model = model();
        act(&mut model, &[if step == Step::Undo { Action::Undo } else { Action::Redo }]);
        assert_eq!(update(&mut model, Message::Stepped(step, result)), []);
        assert_eq!((said(&model), model.saving), (text, 0));
    }
}

#[test]
fn cursors_stay_on_their_item_and_entry_when_the_record_is_read_again() {
    let mut model = model();
    act(&mut model, &[Action::ViewPlan, Action::Down, Action::ViewHours]);
    let mut record = record();
    record.plan.items.insert(0, item("alpha", "Alpha"));
    record.hours = HoursRecord::new(vec![entry("new", 2), entry("newer", 9)], Vec::new());
    assert_eq!(update(&mut model, Message::RecordRead(Box::new(record))), []);
    assert_eq!(model.selected_item().unwrap().course, course_id("gamma"));
    assert_eq!(model.selected_entry().unwrap().id, entry_id("new"));
}

#[test]
fn a_moved_course_keeps_the_cursor() {
    let mut model = model();
    act(&mut model, &[Action::ViewPlan, Action::MoveLater]);
    let mut record = record();
    record.plan.items.reverse();
    update(&mut model, Message::RecordRead(Box::new(record)));
    assert_eq!(model.selected_item().unwrap().course, course_id("beta"));
}

#[test]
fn a_catalog_read_again_keeps_query_and_course() {
    let mut model = model();
    act(&mut model, &[Action::SortTitleReverse, Action::Down, Action::Down]);
    let course = model.selected_course().unwrap().id.clone();
    assert_eq!(update(&mut model, Message::CatalogRead(Box::new(catalog()))), []);
    assert_eq!(model.selected_course().unwrap().id, course);
    assert_eq!(model.catalog.query.text(), "sort:title-");
    update(&mut model, Message::CatalogRead(Box::default()));
    assert!(model.selected_course().is_none());
}

#[test]
fn a_look_asks_for_a_look_and_nothing_else() {
    let mut model = model();
    let before = state(&model);
    assert_eq!(update(&mut model, Message::Look), [Effect::Look]);
    assert_eq!(state(&model), before);
}

#[test]
fn the_rest_of_a_catalog_is_asked_for_once_its_head_is_shown() {
    let mut model = model();
    assert_eq!(update(&mut model, Message::Shown), []);
    let head = Opened { partial: true, ..catalog() };
    update(&mut model, Message::CatalogRead(Box::new(head)));
    assert_eq!(model.catalog.found.rows.len(), 60, "listed as it stands");
    assert_eq!(update(&mut model, Message::Shown), [Effect::Open]);
}

#[test]
fn the_next_day_comes_while_the_program_runs() {
    let mut model = model();
    let tomorrow = Date::constant(2026, 11, 22);
    assert_eq!(update(&mut model, Message::Fresh(entry_id("later"), tomorrow)), []);
    assert_eq!((model.today, model.next_entry.clone()), (tomorrow, entry_id("later")));
}

#[test]
fn a_resize_takes_the_focus_out_of_a_pane_that_is_gone() {
    let mut model = model();
    update(&mut model, Message::Resize(120, 36));
    act(&mut model, &[Action::Facets, Action::Escape, Action::Open]);
    assert_eq!(model.focus, Pane::Detail);
    assert_eq!(update(&mut model, Message::Resize(80, 24)), []);
    assert_eq!(model.focus, Pane::List, "facets and list are on the screen");
    update(&mut model, Message::Resize(60, 15));
    act(&mut model, &[Action::Open]);
    assert_eq!(model.focus, Pane::Detail);
    update(&mut model, Message::Resize(0, 0));
    assert_eq!((model.view, model.size), (View::Catalog, (0, 0)));
}

#[test]
fn a_sequence_waits_and_an_unknown_key_is_named() {
    use crate::config::Key;
    let mut model = model();
    let key = Key::parse("g").unwrap();
    assert_eq!(update(&mut model, Message::Prefix(key)), []);
    assert_eq!(model.pending, [key]);
    assert_eq!(update(&mut model, Message::Unbound(vec![key, Key::parse("x").unwrap()])), []);
    assert!(model.pending.is_empty());
    assert_eq!(said(&model), "g x does nothing here; ? shows the keys");
}

#[test]
fn half_a_key_is_told() {
    let mut model = model();
    assert_eq!(update(&mut model, Message::InputWaiting), []);
    assert_eq!(model.notice.as_ref().map(|notice| notice.tone), Some(Tone::Warning));
}

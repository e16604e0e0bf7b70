//! The mouse: what a click, a double click and the wheel do where they happen. It adds nothing of
//! its own: each is what a key does as well.

use super::{apply, browse, key_was_pressed, layers};
use crate::action::Action;
use crate::app::effect::Effect;
use crate::app::facets::FacetRow;
use crate::app::keys;
use crate::app::message::Message;
use crate::app::model::{Layer, Model, Pane, View};
use crate::app::pointer::{Gesture, Target};
use crossterm::event::{KeyEvent, KeyModifiers};

/// Rows that a notch of the wheel goes.
const NOTCH: isize = 3;

/// `column` is how far from the left end of the target.
pub fn act(model: &mut Model, gesture: Gesture, target: Target, column: usize) -> Vec<Effect> {
    match gesture {
        Gesture::WheelDown => wheel(model, target, NOTCH),
        Gesture::WheelUp => wheel(model, target, -NOTCH),
        Gesture::Click => {
            model.clicked = Some(target);
            return click(model, target, column);
        }
        // The first of the two clicks may have put something else there: then it is not the second
        // of two on the same thing.
        Gesture::DoubleClick if model.clicked.take() == Some(target) => return second(model, target, column),
        Gesture::DoubleClick => {}
    }
    Vec::new()
}

/// The wheel moves what is under the pointer and leaves the focus where it is. In lists it takes
/// the cursor along, as in yazi: the row under the cursor is what the details show.
fn wheel(model: &mut Model, target: Target, rows: isize) {
    let pane = match target {
        Target::Row(_) => Pane::List,
        Target::Facet(_) => Pane::Facets,
        Target::Pane(pane) => pane,
        Target::PopupRow(_) | Target::Popup => {
            key_was_pressed(model);
            layers::wheel(model, rows);
            return;
        }
        Target::Do(_) | Target::Press(_) | Target::Query { .. } | Target::Field(_) | Target::Outside => {
            return;
        }
    };
    key_was_pressed(model);
    match pane {
        Pane::Detail => browse::scroll_detail(model, rows),
        pane => browse::move_in(model, pane, rows),
    }
}

fn click(model: &mut Model, target: Target, column: usize) -> Vec<Effect> {
    match target {
        Target::Do(action) => return apply(model, Message::Do(action)),
        Target::Press(key) => {
            let mut modifiers = KeyModifiers::NONE;
            modifiers.set(KeyModifiers::CONTROL, key.ctrl);
            modifiers.set(KeyModifiers::ALT, key.alt);
            let pressed = keys::interpret(model, &KeyEvent::new(key.code, modifiers));
            return pressed.map(|message| apply(model, message)).unwrap_or_default();
        }
        _ => key_was_pressed(model),
    }
    match target {
        Target::Query { start } => {
            model.focus = Pane::List;
            model.catalog.editing = true;
            model.catalog.query.put_cursor(start, column);
        }
        Target::Facet(at) => {
            into(model, Pane::Facets);
            model.catalog.facet_scroll.set(at);
            if matches!(model.catalog.facet_rows.get(at), Some(FacetRow::Value { .. })) {
                return apply(model, Message::Do(Action::ToggleFacet));
            }
        }
        Target::Row(at) => {
            into(model, Pane::List);
            model.detail = 0;
            match model.view {
                View::Catalog => model.catalog.scroll.set(at),
                View::Plan => model.plan.set(at),
                View::Hours => model.hours.set(at),
                View::Status => model.requirements.choose(at),
            }
        }
        Target::Pane(pane) => into(model, pane),
        Target::Field(at) => {
            if let Some(Layer::Form(form)) = &mut model.layer {
                form.focus = at.min(form.fields.len().saturating_sub(1));
            }
        }
        Target::PopupRow(at) => return layers::click(model, at),
        Target::Outside if !layers::holds_typed(model) => return layers::act(model, Action::Escape),
        Target::Do(_) | Target::Press(_) | Target::Popup | Target::Outside => {}
    }
    Vec::new()
}

/// The second click opens what the first has chosen. Elsewhere two clicks are one: a hint is not
/// run twice by an unquiet hand.
fn second(model: &mut Model, target: Target, column: usize) -> Vec<Effect> {
    match target {
        Target::Row(_) => {
            let mut effects = click(model, target, column);
            effects.extend(apply(model, Message::Do(Action::Open)));
            effects
        }
        Target::Facet(_) => click(model, target, column),
        Target::PopupRow(_) => layers::run_chosen(model),
        _ => Vec::new(),
    }
}

fn into(model: &mut Model, pane: Pane) {
    model.catalog.editing = false;
    model.focus = pane;
}

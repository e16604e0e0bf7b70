//! A key press, by what has the focus and by the keymap, as a message.

use super::message::{LineKey, Message};
use super::model::{Layer, Model};
use crate::action::Action;
use crate::config::Key;
use crate::config::keymap::Match;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

/// What a key means now; `None` for a key that was let go.
pub fn interpret(model: &Model, event: &KeyEvent) -> Option<Message> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    if let Some(action) = reserved(event) {
        return Some(Message::Do(action));
    }
    if model.is_typing() {
        return Some(typing(model, event));
    }
    if let Some(layer) = &model.layer {
        return Some(over(layer, event));
    }
    Some(by_keymap(model, event))
}

/// Keys that mean the same while typing as anywhere.
fn reserved(event: &KeyEvent) -> Option<Action> {
    let key = Key::from_event(event);
    match (key.code, key.ctrl, key.alt) {
        (KeyCode::Char('c'), true, false) => Some(Action::Quit),
        (KeyCode::Char('z'), true, false) => Some(Action::Suspend),
        (KeyCode::Char('l'), true, false) => Some(Action::Redraw),
        _ => None,
    }
}

/// While a text has the focus: letters go into it, and the list can be moved all the same.
fn typing(model: &Model, event: &KeyEvent) -> Message {
    let key = Key::from_event(event);
    let in_form = matches!(model.layer, Some(Layer::Form(_)));
    if model.is_on_query_line()
        && let Some(message) = on_query_line(key)
    {
        return message;
    }
    let action = match (key.code, key.ctrl, key.alt) {
        (KeyCode::Esc, ..) => Action::Escape,
        (KeyCode::Enter, ..) => Action::Open,
        (KeyCode::Tab, ..) if in_form => Action::Down,
        (KeyCode::BackTab, ..) if in_form => Action::Up,
        (KeyCode::Down, false, _) | (KeyCode::Char('n'), true, false) => Action::Down,
        (KeyCode::Up, false, _) | (KeyCode::Char('p'), true, false) => Action::Up,
        (KeyCode::Char('j'), true, false) if !in_form => Action::Down,
        (KeyCode::Char('k'), true, false) if !in_form => Action::Up,
        (KeyCode::PageDown, ..) => Action::PageDown,
        (KeyCode::PageUp, ..) => Action::PageUp,
        _ => return Message::Type(*event),
    };
    Message::Do(action)
}

/// What the query line has of its own. `Alt+p` and `Alt+n` are there because many terminals keep
/// `Ctrl+Up` and `Ctrl+Down`.
fn on_query_line(key: Key) -> Option<Message> {
    Some(Message::Line(match (key.code, key.ctrl, key.alt) {
        (KeyCode::Tab, ..) => LineKey::Complete,
        (KeyCode::BackTab, ..) => LineKey::CompleteBack,
        (KeyCode::Up, true, _) | (KeyCode::Char('p'), false, true) => LineKey::Earlier,
        (KeyCode::Down, true, _) | (KeyCode::Char('n'), false, true) => LineKey::Later,
        (KeyCode::F(1), ..) => return Some(Message::Do(Action::QueryHelp)),
        _ => return None,
    }))
}

/// A form on a field that is chosen, not typed; or a list that lies over the view.
fn over(layer: &Layer, event: &KeyEvent) -> Message {
    let key = Key::from_event(event);
    let action = match (key.code, key.ctrl) {
        (KeyCode::Esc, _) => Action::Escape,
        (KeyCode::Char('q'), false) => Action::Back,
        (KeyCode::Enter, _) => Action::Open,
        (KeyCode::Down | KeyCode::Tab, _) | (KeyCode::Char('j'), false) | (KeyCode::Char('n'), true) => {
            Action::Down
        }
        (KeyCode::Up | KeyCode::BackTab, _) | (KeyCode::Char('k'), false) | (KeyCode::Char('p'), true) => {
            Action::Up
        }
        (KeyCode::PageDown, _) | (KeyCode::Char('d' | 'f'), true) => Action::PageDown,
        (KeyCode::PageUp, _) | (KeyCode::Char('u' | 'b'), true) => Action::PageUp,
        (KeyCode::Home, _) => Action::Top,
        (KeyCode::End, _) | (KeyCode::Char('G'), false) => Action::Bottom,
        (KeyCode::Char('e'), false) if matches!(layer, Layer::Problems(_)) => Action::Edit,
        (KeyCode::Char('!'), false) if matches!(layer, Layer::Problems(_)) => Action::Escape,
        _ => return Message::Type(*event),
    };
    Message::Do(action)
}

fn by_keymap(model: &Model, event: &KeyEvent) -> Message {
    let key = Key::from_event(event);
    let mut keys = model.pending.clone();
    keys.push(key);
    match model.keymap.find(model.context(), &keys) {
        Match::Action(action) => Message::Do(action),
        Match::Prefix => Message::Prefix(key),
        // `Esc` leaves a sequence that has begun, and does nothing else.
        Match::None if !model.pending.is_empty() && key.code == KeyCode::Esc => Message::Unbound(Vec::new()),
        Match::None => Message::Unbound(keys),
    }
}

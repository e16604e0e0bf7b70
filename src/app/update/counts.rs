//! Counts: what a number before a key does. It repeats a movement, or names the row that `gg` and
//! `G` go to; where it means nothing it is dropped without a word, as in vim.

use super::{browse, status, step_view};
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::effect::Effect;
use crate::app::message::Step;
use crate::app::model::{Model, Pane, View};

/// The largest count. More rows than that are not counted by hand, and a slip costs little.
pub const LARGEST: usize = 9999;

/// How often the day that is looked at is moved at once: ten years of months, each with its figures.
const MONTHS: usize = 120;

/// A digit of the count that is being typed.
pub fn digit(model: &mut Model, digit: usize) {
    model.notice = None;
    model.quit_asked = false;
    model.count = Some((model.count.unwrap_or(0) * 10 + digit).min(LARGEST));
}

/// Does an action so many times.
pub fn act(model: &mut Model, action: Action, count: usize) -> Vec<Effect> {
    let lines = isize::try_from(count).unwrap_or(1);
    match action {
        Action::Top | Action::Bottom => go_to_row(model, count),
        Action::Down
        | Action::Up
        | Action::HalfPageDown
        | Action::HalfPageUp
        | Action::PageDown
        | Action::PageUp => {
            for _ in 0..count {
                browse::act(model, action);
                model.settle();
            }
        }
        Action::DetailDown => browse::scroll_detail(model, lines),
        Action::DetailUp => browse::scroll_detail(model, -lines),
        Action::Mark if applies(model, action) => browse::mark(model, count),
        Action::NextView => step_view(model, count),
        Action::PreviousView => {
            let views = View::ALL.len();
            step_view(model, views - count % views);
        }
        Action::EarlierDay if applies(model, action) => status::look_from(model, -1, count.min(MONTHS)),
        Action::LaterDay if applies(model, action) => status::look_from(model, 1, count.min(MONTHS)),
        Action::Undo | Action::Redo => {
            model.steps = count.saturating_sub(1);
            let step = if action == Action::Undo { Step::Undo } else { Step::Redo };
            return super::step(model, step);
        }
        action => return super::act(model, action),
    }
    Vec::new()
}

/// The row of this number, from 1, of the pane that has the focus, or its last.
pub fn go_to_row(model: &mut Model, number: usize) {
    let row = number.saturating_sub(1);
    match (model.focus, model.view) {
        (Pane::Facets, _) => model.catalog.facet_scroll.set(row),
        (Pane::Detail, View::Status) => {
            browse::move_in(model, Pane::Detail, isize::MIN);
            browse::move_in(model, Pane::Detail, isize::try_from(row).unwrap_or(isize::MAX));
        }
        (Pane::Detail, _) => model.detail = row,
        (Pane::List, view) => {
            model.detail = 0;
            match view {
                View::Catalog => model.catalog.scroll.set(row),
                View::Plan => model.plan.set(row),
                View::Hours => model.hours.set(row),
                View::Status => model.requirements.choose(row),
            }
        }
    }
}

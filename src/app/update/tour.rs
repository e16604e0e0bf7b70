//! The tour goes along with the keys: the one that it suggests leads to the next step, moving and
//! typing belong to the step, and any other key leaves it. Each key does its own work besides.

use crate::action::Action;
use crate::app::message::Message;
use crate::app::model::{Model, Pane, View};
use crate::app::tour::Tour;

/// Calls it back, in the catalog where it begins.
pub fn begin(model: &mut Model) {
    super::go(model, View::Catalog);
    model.focus = Pane::List;
    model.tour = Some(Tour::default());
}

/// Where the tour stands after a message, before that does its work.
pub fn follow(model: &mut Model, message: &Message) {
    let Some(tour) = model.tour else { return };
    let typing = model.catalog.editing;
    model.tour = match message {
        Message::Do(action) => after(tour, *action, typing),
        Message::Type(_) | Message::Paste(_) if typing => Some(tour),
        // The beginning of a sequence says nothing yet.
        Message::Prefix(_) => Some(tour),
        Message::Type(_) | Message::Unbound(_) => None,
        _ => Some(tour),
    };
}

fn after(tour: Tour, action: Action, typing: bool) -> Option<Tour> {
    match (tour, action) {
        (Tour::Search, Action::Search) => Some(Tour::Plan),
        (Tour::Plan, Action::PlanAdd) => Some(Tour::Rules),
        // What one types and where one moves is how a course is found. `Enter` ends the typing.
        (_, Action::Open) if typing => Some(tour),
        (
            _,
            Action::Down
            | Action::Up
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::PageDown
            | Action::PageUp
            | Action::Top
            | Action::Bottom
            | Action::Redraw
            | Action::Suspend,
        ) => Some(tour),
        _ => None,
    }
}

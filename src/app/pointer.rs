//! What the mouse points at. Drawing says where it has put what can be pointed at ([`Spots`]), so
//! that what a click does cannot differ from what was on the screen when it was made; what a
//! [`Target`] then means is `update`'s.

use super::model::Pane;
use crate::action::Action;
use crate::config::Key;
use ratatui::layout::{Position, Rect};

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    Click,
    /// The second click of two in one place, after a [`Gesture::Click`] for the first.
    DoubleClick,
    WheelDown,
    WheelUp,
}

/// Something that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The name of a view, or a hint.
    Do(Action),
    /// A hint of a key that has no action of its own.
    Press(Key),
    /// The text of the query, shown from this byte on.
    Query { start: usize },
    /// A row of the facets.
    Facet(usize),
    /// A row of the view's list.
    Row(usize),
    /// A pane where nothing else is.
    Pane(Pane),
    /// A field of a form.
    Field(usize),
    /// A row of the list that lies over the view.
    PopupRow(usize),
    /// Inside of what lies over the view.
    Popup,
    /// Beside what lies over the view.
    Outside,
}

/// Where the last frame has put what; the later lies over the earlier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spots(Vec<(Rect, Target)>);

impl Spots {
    pub fn put(&mut self, area: Rect, target: Target) {
        self.0.push((area, target));
    }

    /// What is at a place of the screen, and how many columns the place is from its left end.
    pub fn at(&self, place: Position) -> Option<(Target, usize)> {
        let (area, target) = self.0.iter().rev().find(|(area, _)| area.contains(place))?;
        Some((*target, usize::from(place.x - area.x)))
    }

    /// Where something is; for tests that click on it.
    pub fn find(&self, target: Target) -> Option<Rect> {
        self.0.iter().rev().find(|(_, other)| *other == target).map(|(area, _)| *area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_last_lies_on_top() {
        let mut spots = Spots::default();
        spots.put(Rect::new(0, 0, 20, 5), Target::Pane(Pane::List));
        spots.put(Rect::new(2, 1, 10, 1), Target::Row(3));
        assert_eq!(spots.at(Position::new(5, 1)), Some((Target::Row(3), 3)));
        assert_eq!(spots.at(Position::new(5, 2)), Some((Target::Pane(Pane::List), 5)));
        assert_eq!(spots.at(Position::new(12, 1)), Some((Target::Pane(Pane::List), 12)));
        assert_eq!(spots.at(Position::new(20, 1)), None);
        spots.put(Rect::new(0, 0, 20, 5), Target::Outside);
        assert_eq!(spots.at(Position::new(5, 1)), Some((Target::Outside, 5)));
    }
}

//! A person's keys over those of the program, and what becomes of the program's.

use super::bindings::Bound;
use super::key::Key;
use super::keymap::{Binding, Context, Keymap, Keys};
use super::problem::{Kind, Position};
use crate::action::Action;

/// Actions that somebody who is lost must find.
const NEEDED: [Action; 2] = [Action::Help, Action::Back];

impl Keymap {
    /// The same with a person's keys, which come first: footer and help name them before the others.
    /// Beside it what the person may not have meant, with the place of the line.
    pub fn with(&self, bound: &[Bound]) -> (Self, Vec<(Position, Kind)>) {
        let mut remarks = Vec::new();
        let mut keymap = self.clone();
        for line in bound {
            let hidden = self.hidden_by(line, bound);
            if !hidden.is_empty() {
                remarks.push((line.position, Kind::Hides { keys: Keys(&line.keys).to_string(), hidden }));
            }
            keymap.bindings.retain(|binding| binding.context != line.context || !takes(line, &binding.keys));
            if line.action.is_none() && line.context != Context::Everywhere {
                keymap.unbound.push((line.context, line.keys.clone()));
            }
        }
        let own = bound.iter().filter_map(|line| {
            Some(Binding { context: line.context, keys: line.keys.clone(), action: line.action? })
        });
        keymap.bindings.splice(0..0, own.collect::<Vec<_>>());
        for action in NEEDED {
            remarks.extend(self.lost(action, &keymap, bound).map(|at| (at, Kind::LastKey { action })));
        }
        (keymap, remarks)
    }

    /// Keys of the program that a line puts out of reach although it does not name them.
    fn hidden_by(&self, line: &Bound, all: &[Bound]) -> Vec<(String, Action)> {
        let named =
            |keys: &[Key]| all.iter().any(|other| other.context == line.context && other.keys == keys);
        let hidden =
            self.of(line.context).filter(|binding| takes(line, &binding.keys) && !named(&binding.keys));
        hidden.map(|binding| (Keys(&binding.keys).to_string(), binding.action)).collect()
    }

    /// The line that took an action's last key in some part of the screen.
    fn lost(&self, action: Action, after: &Self, bound: &[Bound]) -> Option<Position> {
        let (context, _) = Context::ALL.iter().find(|(context, _)| {
            self.key_of(*context, action).is_some() && after.key_of(*context, action).is_none()
        })?;
        let took = |line: &&Bound| {
            [*context, Context::Everywhere].contains(&line.context)
                && self.of(*context).any(|binding| binding.action == action && takes(line, &binding.keys))
        };
        bound.iter().rev().find(took).map(|line| line.position)
    }
}

/// Whether keys cannot be had beside a line: the same, or one begins the other. A key taken away
/// takes no other with it.
fn takes(line: &Bound, keys: &[Key]) -> bool {
    let begins = line.keys.starts_with(keys) || keys.starts_with(&line.keys);
    line.keys == keys || (line.action.is_some() && begins)
}

//! Runs the effects of the app: the only place where the screen's wishes reach files and the clock.

use super::runtime::{App, Effects, Ran};
use crate::app::geometry::areas;
use crate::app::model::{Pane, View};
use crate::app::{Effect, Message, Step};
use crate::domain::hours::Voiding;
use crate::domain::{Date, Entry, EntryId, Operation};
use crate::store::catalog::{self, Opened};
use crate::store::record::{Home, Stamp, new_entry_id};
use jiff::Timestamp;
use std::path::PathBuf;
use std::thread::{self, JoinHandle};

/// The world outside: the learner's files, the catalogs, the clock.
pub struct World {
    home: Home,
    /// The catalogs that were named; empty for the bundled one.
    catalogs: Vec<PathBuf>,
    /// The day that stands for today, if one was set from outside.
    today: Option<Date>,
    seen_record: Stamp,
    seen_catalogs: u64,
    /// The last entry that was tried to be saved, and when that was first tried.
    tried: Option<(EntryId, Timestamp)>,
}

impl World {
    /// `record` is the stamp of the record that the model started with.
    pub fn new(home: Home, catalogs: Vec<PathBuf>, today: Option<Date>, record: Stamp) -> Self {
        let seen_catalogs = catalog::stamp(&catalogs);
        Self { home, catalogs, today, seen_record: record, seen_catalogs, tried: None }
    }

    fn save(&mut self, operation: Operation) -> Vec<Message> {
        let now = Timestamp::now();
        let operation = self.dated(operation, now);
        let saved = self.home.apply(operation, now);
        let mut messages = vec![Message::Saved(saved)];
        messages.extend(self.read_record());
        messages.push(self.fresh());
        messages
    }

    /// The operation with the moment of writing. A second try keeps the moment of the first, so that
    /// an entry that was written after all is recognised as the same.
    fn dated(&mut self, operation: Operation, now: Timestamp) -> Operation {
        let id = match &operation {
            Operation::LogAdd(entry) => &entry.id,
            Operation::LogVoid(voiding) => &voiding.id,
            _ => return operation,
        };
        let moment = match &self.tried {
            Some((tried, moment)) if tried == id => *moment,
            _ => now,
        };
        self.tried = Some((id.clone(), moment));
        match operation {
            Operation::LogAdd(entry) => {
                Operation::LogAdd(Box::new(Entry { recorded: Some(moment), ..*entry }))
            }
            Operation::LogVoid(voiding) => Operation::LogVoid(Voiding { recorded: Some(moment), ..voiding }),
            other => other,
        }
    }

    fn step(&mut self, step: Step) -> Vec<Message> {
        let now = Timestamp::now();
        let stepped = match step {
            Step::Undo => self.home.undo(now),
            Step::Redo => self.home.redo(now),
        };
        let mut messages = vec![Message::Stepped(step, stepped)];
        messages.extend(self.read_record());
        messages
    }

    fn read_record(&mut self) -> Option<Message> {
        let record = self.home.load();
        self.seen_record = record.stamp;
        Some(Message::RecordRead(Box::new(record)))
    }

    fn read_catalogs(&mut self) -> Message {
        self.seen_catalogs = catalog::stamp(&self.catalogs);
        Message::CatalogRead(Box::new(open_catalogs(&self.catalogs)))
    }

    /// Reads what other programs have changed since the last look.
    fn look(&mut self) -> Vec<Message> {
        let mut messages = vec![self.fresh()];
        if self.home.stamp() != self.seen_record {
            messages.extend(self.read_record());
        }
        if catalog::stamp(&self.catalogs) != self.seen_catalogs {
            messages.push(self.read_catalogs());
        }
        messages
    }

    fn fresh(&self) -> Message {
        let today = self.today.unwrap_or_else(|| jiff::Zoned::now().date());
        Message::Fresh(new_entry_id(Timestamp::now()), today)
    }
}

/// Begins to read, on a thread of its own, what the first frame shows.
pub fn begin_opening(paths: Vec<PathBuf>) -> Opening {
    Opening(thread::spawn(move || open_for_first_frame(&paths)))
}

/// A catalog on its way.
pub struct Opening(JoinHandle<Opened>);

impl Opening {
    /// Waits for it.
    pub fn wait(self) -> Opened {
        self.0.join().unwrap_or_default()
    }
}

/// What the first frame shows: of the bundled catalog no more than fills the screen; catalogs that
/// were named are read whole, since their problems may be all there is to show.
fn open_for_first_frame(paths: &[PathBuf]) -> Opened {
    if !paths.is_empty() {
        return open_catalogs(paths);
    }
    let size = crossterm::terminal::size().unwrap_or((80, 24));
    let areas = areas((size.0.min(1000), size.1.min(500)), View::Catalog, Pane::List, false);
    catalog::bundled_head(areas.list_height().max(1))
}

/// The catalogs that were named, or the one inside the program.
pub fn open_catalogs(paths: &[PathBuf]) -> Opened {
    if paths.is_empty() { catalog::bundled() } else { catalog::open(paths) }
}

impl<A: App<Effect = Effect, Outcome = Vec<Message>>> Effects<A> for World {
    fn run(&mut self, effect: Effect) -> Ran<Vec<Message>> {
        Ran::With(match effect {
            Effect::Save(operation) => self.save(operation),
            Effect::Step(step) => self.step(step),
            Effect::Look => self.look(),
            Effect::Open => vec![self.read_catalogs()],
            Effect::Reload => {
                let mut messages: Vec<Message> = self.read_record().into_iter().collect();
                messages.push(self.read_catalogs());
                messages.push(Message::Reloaded);
                messages
            }
            Effect::Redraw => return Ran::Redraw,
            Effect::Suspend => return Ran::Suspend,
            Effect::Quit => return Ran::Silently,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Amount;

    /// What an unconfirmed save wrote after all must not meet a second try as something else.
    #[test]
    fn a_second_try_keeps_the_moment_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut world = World::new(Home::new(folder.path().into()), Vec::new(), None, Stamp::default());
        let mut moment = |id: &str, second| {
            let (id, day) = (EntryId::new(id).unwrap(), Date::constant(2026, 5, 20));
            let entry = Entry::new(id, day, "Site safety".to_owned(), Amount::whole(2));
            let now = Timestamp::from_second(second).unwrap();
            match world.dated(Operation::LogAdd(Box::new(entry)), now) {
                Operation::LogAdd(entry) => entry.recorded.unwrap().as_second(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!([moment("a", 10), moment("a", 20), moment("b", 30)], [10, 10, 30]);
    }
}

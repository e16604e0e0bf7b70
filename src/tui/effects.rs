//! Runs the effects of the app: the only place where the screen's wishes reach files and the clock.

use super::program::Program;
use super::runtime::{Effects, Ran};
use crate::app::geometry::areas;
use crate::app::model::{Pane, View};
use crate::app::{Effect, Message, Step};
use crate::domain::{Date, Operation};
use crate::store::catalog::{self, Opened};
use crate::store::record::{Home, Stamp, new_entry_id};
use jiff::Timestamp;
use std::path::PathBuf;

/// The world outside: the learner's files, the catalogs, the clock.
pub struct World {
    home: Home,
    /// The catalogs that were named; empty for the bundled one.
    catalogs: Vec<PathBuf>,
    /// The day that stands for today, if one was set from outside.
    today: Option<Date>,
    seen_record: Stamp,
    seen_catalogs: u64,
}

impl World {
    /// `record` is the stamp of the record that the model started with.
    pub fn new(home: Home, catalogs: Vec<PathBuf>, today: Option<Date>, record: Stamp) -> Self {
        let seen_catalogs = catalog::stamp(&catalogs);
        Self { home, catalogs, today, seen_record: record, seen_catalogs }
    }

    fn save(&mut self, operation: Operation) -> Vec<Message> {
        let saved = self.home.apply(operation, Timestamp::now());
        let mut messages = vec![Message::Saved(saved)];
        messages.extend(self.read_record());
        messages.push(self.fresh());
        messages
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

/// What the first frame shows: of the bundled catalog no more than fills the screen; catalogs that
/// were named are read whole, since their problems may be all there is to show.
pub fn open_for_first_frame(paths: &[PathBuf]) -> Opened {
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

impl Effects<Program> for World {
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

//! The learner's own files: plan, hours, journal. Read whole, written one operation at a time.

use crate::domain::{EntryId, HoursRecord, Operation, Plan};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// The data directory.
#[derive(Clone, Debug)]
pub struct Home {
    dir: PathBuf,
}

/// What the data directory holds.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub plan: Plan,
    pub hours: HoursRecord,
    /// Files that could not be read, in path order. Nothing is ever written over them.
    pub problems: Vec<RecordProblem>,
    /// Changes whenever a file of the record changes; compare with [`Home::stamp`].
    pub stamp: Stamp,
}

/// A cheap fingerprint of the files' names, sizes and times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp(pub u64);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordProblem {}

/// An operation that is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub operation: Operation,
    /// How many courses or entries it touched: adding a course that is planned already touches none.
    pub touched: usize,
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// The operation that was taken back or done again.
    pub operation: Operation,
}

#[derive(Debug)]
pub enum SaveError {}

impl SaveError {
    pub fn exit_code(&self) -> u8 {
        match *self {}
    }
}

impl Home {
    pub fn new(dir: PathBuf) -> Self {
        Self { dir }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Reads everything; what cannot be read is reported, never taken for empty.
    pub fn load(&self) -> Record {
        Record::default()
    }

    pub fn stamp(&self) -> Stamp {
        Stamp::default()
    }

    /// Saves one operation. When this returns, the change is on disk.
    pub fn apply(&self, operation: Operation, _now: Timestamp) -> Result<Saved, SaveError> {
        Ok(Saved { operation, touched: 0 })
    }

    /// Takes back the last operation that stands; `None` when there is none.
    pub fn undo(&self, _now: Timestamp) -> Result<Option<Stepped>, SaveError> {
        Ok(None)
    }

    /// Does again the last operation taken back; `None` when there is none.
    pub fn redo(&self, _now: Timestamp) -> Result<Option<Stepped>, SaveError> {
        Ok(None)
    }
}

/// A fresh identity for an entry.
pub fn new_entry_id(now: Timestamp) -> EntryId {
    let ulid = ulid::Ulid::from_datetime(now.into()).to_string().to_lowercase();
    EntryId::new(&ulid).unwrap_or_else(|| unreachable!("a ULID consists of letters and digits"))
}

//! The learner's own files: plan, hours, journal. Read whole, written one step at a time.
//!
//! ```text
//! plan.toml                         edited in place by layout and key_line, taken back by plan_change
//! profile.toml, views.toml          the same by piece_layout and text_change
//! hours/<year>/<date>-<id>.toml     entry_text: one entry or voiding each, never rewritten
//! evidence/<sha256>.<ext>           evidence: copies of certificates
//! journal/<host>-<year>.log         journal: undo, redo, and a second copy of every entry
//! .lock                             one writer at a time
//! ```
//! Saving: lock → read what is needed → journal, synced → temporary file in the same folder,
//! synced → its name, never over another entry → folder, synced → "saved". A read that fails is
//! reported and never leads to a write; nothing is taken for empty because it could not be read.

mod entry_text;
mod evidence;
mod evidence_check;
mod exchange;
mod fields;
mod hours_folder;
mod journal;
mod key_line;
mod layout;
mod lines;
mod piece_layout;
mod plan_change;
mod plan_text;
mod problem;
mod profile_change;
mod profile_text;
mod save_error;
mod session;
mod source;
mod stamp;
mod text_change;
mod text_file;
mod toml_text;
mod view_change;
mod view_text;

pub use evidence_check::{Kept, is_sha256};
pub use problem::{Expected, RecordProblem, RecordProblemKind};
pub use save_error::{Conflict, SaveError};
pub use stamp::Stamp;

use crate::domain::hours::Evidence;
use crate::domain::{EntryId, HoursRecord, Operation, Plan, Profile, SavedViews};
use crate::store::paths;
use jiff::Timestamp;
use session::Session;
use source::{NoSource, Source, whole_file};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};
use text_file::TextFile;

/// How long a save waits for another copy of the program to finish.
const PATIENCE: Duration = Duration::from_secs(5);

/// The data directory. Nothing is created before the first save.
#[derive(Clone, Debug)]
pub struct Home {
    dir: PathBuf,
    host: String,
    patience: Duration,
}

/// What the data directory holds.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub plan: Plan,
    pub profile: Profile,
    pub views: SavedViews,
    pub hours: HoursRecord,
    /// Mistakes in the files, in the order of plan, profile, views, hours, journal. Nothing is ever
    /// written over a file that could not be read.
    pub problems: Vec<RecordProblem>,
    /// Changes whenever a file of the record changes; compare with [`Home::stamp`].
    pub stamp: Stamp,
}

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
    /// Whether the operation changed what was there: a rule that was followed already, followed
    /// otherwise.
    pub anew: bool,
    /// Newer operations that were passed over, because the file that they made is gone already.
    pub skipped: Vec<Operation>,
}

impl Home {
    pub fn new(dir: PathBuf) -> Self {
        Self { dir, host: paths::host(), patience: PATIENCE }
    }

    /// The same with another time to wait for the lock.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn plan_path(&self) -> PathBuf {
        self.dir.join("plan.toml")
    }

    pub fn profile_path(&self) -> PathBuf {
        TextFile::Profile.path(&self.dir)
    }

    pub fn views_path(&self) -> PathBuf {
        TextFile::Views.path(&self.dir)
    }

    /// Reads everything; what cannot be read is reported, never taken for empty.
    pub fn load(&self) -> Record {
        let stamp = self.stamp();
        let look = journal::look(&self.dir, &self.host);
        let mut problems = Vec::new();
        let plan = self.load_plan(&look, &mut problems);
        let profile = self.load_profile(&look, &mut problems);
        let views = self.load_views(&look, &mut problems);
        let found = hours_folder::find(&self.dir.join("hours"));
        let (hours, in_hours) = hours_folder::read(&found);
        problems.extend(in_hours);
        problems.extend(self.missing(&look, &found.files));
        problems.extend(look.problems);
        Record { plan, profile, views, hours, problems, stamp }
    }

    fn load_plan(&self, look: &journal::Look, problems: &mut Vec<RecordProblem>) -> Plan {
        let path = self.plan_path();
        match Source::read(&path) {
            Ok(source) => {
                let read = plan_text::read(&source);
                problems.extend(read.problems);
                return read.plan;
            }
            Err(NoSource::Problem(problem)) => problems.push(problem),
            Err(NoSource::Absent) if look.plan => {
                problems.push(whole_file(&path, RecordProblemKind::PlanMissing));
            }
            Err(NoSource::Absent) => {}
        }
        Plan::default()
    }

    /// The profile without the rest of the record, for what only looks at it; what cannot be read of
    /// it is left out without a word.
    pub fn profile(&self) -> Profile {
        Source::read(&self.profile_path())
            .map(|source| profile_text::read(&source).profile)
            .unwrap_or_default()
    }

    fn load_profile(&self, look: &journal::Look, problems: &mut Vec<RecordProblem>) -> Profile {
        let Some(source) = self.text(TextFile::Profile, look.profile, problems) else {
            return Profile::default();
        };
        let read = profile_text::read(&source);
        problems.extend(read.problems);
        read.profile
    }

    fn load_views(&self, look: &journal::Look, problems: &mut Vec<RecordProblem>) -> SavedViews {
        let Some(source) = self.text(TextFile::Views, look.views, problems) else {
            return SavedViews::default();
        };
        let read = view_text::read(&source);
        problems.extend(read.problems);
        read.views
    }

    /// The text of a file, if it can be had; `known` says whether the journal knows that it was there.
    fn text(&self, file: TextFile, known: bool, problems: &mut Vec<RecordProblem>) -> Option<Source> {
        let path = file.path(&self.dir);
        match Source::read(&path) {
            Ok(source) => return Some(source),
            Err(NoSource::Problem(problem)) => problems.push(problem),
            Err(NoSource::Absent) if known => problems.push(whole_file(&path, file.gone())),
            Err(NoSource::Absent) => {}
        }
        None
    }

    /// Entries that the journal knows and whose files are gone. A second look rules out that
    /// another copy of the program took them back in the meantime.
    fn missing(&self, look: &journal::Look, found: &[PathBuf]) -> Option<RecordProblem> {
        let found: HashSet<&Path> = found.iter().map(PathBuf::as_path).collect();
        let gone = |look: &journal::Look| {
            let absent = |path: &Path| {
                fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
            };
            let gone = |path: &&String| {
                let path = self.dir.join(path);
                !found.contains(path.as_path()) && absent(&path)
            };
            look.entries.keys().filter(gone).cloned().collect::<Vec<_>>()
        };
        if gone(look).is_empty() {
            return None;
        }
        let again = journal::look(&self.dir, &self.host);
        let mut paths = gone(&again);
        paths.sort();
        let journal = again.entries.get(paths.first()?)?;
        let ids = paths.iter().filter_map(|path| id_in_name(path)).collect();
        Some(whole_file(journal, RecordProblemKind::EntriesMissing(ids)))
    }

    /// What the record's files look like now, without reading them.
    pub fn stamp(&self) -> Stamp {
        Stamp::of(&self.dir)
    }

    /// Saves one operation. When this returns, the change is on disk. Saving the same entry again
    /// is no mistake: that is how a save that could not be confirmed is repeated.
    ///
    /// # Errors
    /// Nothing has changed then, except with [`SaveError::Unconfirmed`].
    pub fn apply(&self, operation: Operation, now: Timestamp) -> Result<Saved, SaveError> {
        let touched = Session::open(self, now)?.apply(&operation)?;
        Ok(Saved { operation, touched })
    }

    /// Takes back the last operation that stands; `None` when there is none.
    ///
    /// # Errors
    /// As [`Home::apply`]; [`SaveError::Conflict`] where the file was changed since.
    pub fn undo(&self, now: Timestamp) -> Result<Option<Stepped>, SaveError> {
        if self.dir.join("journal").exists() { Session::open(self, now)?.undo() } else { Ok(None) }
    }

    /// Does again the last operation taken back; `None` when there is none.
    ///
    /// # Errors
    /// As [`Home::undo`].
    pub fn redo(&self, now: Timestamp) -> Result<Option<Stepped>, SaveError> {
        if self.dir.join("journal").exists() { Session::open(self, now)?.redo() } else { Ok(None) }
    }

    /// Copies a certificate into the record, named by its SHA-256, and says how an entry refers to
    /// it. The copy is durable when this returns.
    ///
    /// # Errors
    /// Where the file is not a regular one, is too large, or cannot be copied.
    pub fn keep_evidence(&self, file: &Path, now: Timestamp) -> Result<Evidence, SaveError> {
        Session::open(self, now)?.keep_evidence(file)
    }
}

/// `hours/2026/2026-01-03-<id>.toml` → the id.
fn id_in_name(path: &str) -> Option<EntryId> {
    let name = path.rsplit('/').next()?.strip_suffix(".toml")?;
    EntryId::new(name.get(11..)?)
}

/// A fresh identity for an entry, to be chosen before it is saved for the first time.
pub fn new_entry_id(now: Timestamp) -> EntryId {
    let ulid = ulid::Ulid::from_datetime(now.into()).to_string().to_lowercase();
    EntryId::new(&ulid).unwrap_or_else(|| unreachable!("a ULID consists of letters and digits"))
}

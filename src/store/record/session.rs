//! The writing half: what happens between taking the lock and giving it back.

use super::entry_text::{self, Filed};
use super::hours_folder::{self, Found};
use super::journal::{Change, EntryChange, Journal, Kind, Line, OpName, Step};
use super::plan_change::{PlanChange, Planned, Refused};
use super::plan_text::{self, EMPTY};
use super::problem::RecordProblemKind;
use super::save_error::{Conflict, SaveError};
use super::source::{LIMIT, NoSource, Source, read_bytes, whole_file};
use super::text_file::TextFile;
use super::{Home, Stepped, plan_change};
use crate::domain::hours::Standing;
use crate::domain::{EntryId, Operation};
use crate::store::atomic::{self, Stage, WriteError};
use crate::store::cause::Cause;
use crate::store::lock::{Lock, LockError};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// One writer's turn. The lock is held until it is dropped.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) dir: PathBuf,
    pub(super) journal: Journal,
    _lock: Lock,
}

impl Session {
    /// Takes the lock and settles what a killed writer left unsettled.
    pub(super) fn open(home: &Home, now: Timestamp) -> Result<Self, SaveError> {
        atomic::ensure_folder(&home.dir)?;
        let dir = fs::canonicalize(&home.dir).map_err(|error| SaveError::failed(&home.dir, error))?;
        let path = dir.join(".lock");
        let lock = Lock::take(&path, home.patience).map_err(|error| match error {
            LockError::Busy => SaveError::Locked { path: path.clone() },
            LockError::Io(error) => SaveError::failed(&path, error),
        })?;
        // Opened by their names, links would lead what is written out of the directory.
        for folder in ["journal", "hours"] {
            refuse_link(&dir.join(folder))?;
        }
        let journal = Journal::open(&dir, &home.host, now)?;
        let mut session = Self { dir, journal, _lock: lock };
        session.settle_pending()?;
        Ok(session)
    }

    /// Finds out whether the step happened that was cut short.
    fn settle_pending(&mut self) -> Result<(), SaveError> {
        let Some(line) = self.journal.pending.take() else { return Ok(()) };
        let happened = if let Some(change) = &line.plan {
            // A plan that cannot be read is no reason to refuse hours; the step stays unsettled.
            let Ok(bytes) = self.plan_bytes() else { return Ok(()) };
            bytes.is_some_and(|bytes| change.is_made_in(&bytes))
        } else if let Some((file, change)) = line.text_change() {
            let Ok(bytes) = bytes(&file.path(&self.dir)) else { return Ok(()) };
            bytes.is_some_and(|bytes| change.is_made_in(&bytes))
        } else {
            let first = line.of.as_ref().unwrap_or(&line.id);
            let entry = match line.entry.clone() {
                Some(entry) => Some(entry),
                None => self.entry_of(first)?,
            };
            let Some(entry) = entry else { return Ok(()) };
            let there = self.entry_bytes(&entry)?.is_some_and(|bytes| bytes == entry.text.as_bytes());
            there == (line.kind != Kind::Undo)
        };
        self.journal.settle(if happened { Kind::Done } else { Kind::Cancel }, &line.id);
        Ok(())
    }

    /// The file that a step of the history is about.
    fn entry_of(&self, id: &str) -> Result<Option<EntryChange>, SaveError> {
        let history = self.journal.history()?;
        let step = history.done.into_iter().chain(history.undone).find(|step| step.id == id);
        Ok(step.and_then(|step| match step.change {
            Change::Entry(entry) => Some(entry),
            Change::Plan(_) | Change::Profile(_) | Change::Views(_) => None,
        }))
    }

    /// How many courses, entries or pieces of the profile the operation touched.
    pub(super) fn apply(&mut self, operation: &Operation) -> Result<usize, SaveError> {
        let name = match operation {
            Operation::PlanAdd(_) => OpName::PlanAdd,
            Operation::PlanRemove(_) => OpName::PlanRemove,
            Operation::PlanMove { .. } => OpName::PlanMove,
            Operation::PlanEdit(_) => OpName::PlanEdit,
            Operation::LogAdd(entry) => return self.file(OpName::LogAdd, &Filed::Entry(entry.clone())),
            Operation::LogVoid(voiding) => {
                return self.file(OpName::LogVoid, &Filed::Voiding(voiding.clone()));
            }
            Operation::Follow(_) => return self.text_step(TextFile::Profile, OpName::Follow, operation),
            Operation::Unfollow(_) => return self.text_step(TextFile::Profile, OpName::Unfollow, operation),
            Operation::ProfileEdit(_) => {
                return self.text_step(TextFile::Profile, OpName::ProfileEdit, operation);
            }
            Operation::ViewSave(_) => return self.text_step(TextFile::Views, OpName::ViewSave, operation),
            Operation::ViewRemove(_) => {
                return self.text_step(TextFile::Views, OpName::ViewRemove, operation);
            }
        };
        let source = match self.plan()? {
            Some(source) => source,
            None => self.fresh_plan()?,
        };
        let read = plan_text::read(&source);
        if let Some(problem) = read.blocked {
            return Err(problem.into());
        }
        let planned = plan_change::apply(&source, &read, operation).map_err(|error| self.refused(error))?;
        let Some(planned) = planned else { return Ok(0) };
        if !self.plan_path().exists() {
            begin_file(&self.plan_path(), EMPTY)?;
        }
        let line = Line { op: Some(name), ..self.journal.line(Kind::Do) };
        self.write_plan(line, &source, &planned)?;
        Ok(planned.touched)
    }

    /// Writes a new file of the hours record, unless it is there already.
    fn file(&mut self, name: OpName, filed: &Filed) -> Result<usize, SaveError> {
        let found = self.found()?;
        if let Some(path) = found.file_of(filed.id()) {
            let there = Source::read(path).ok().and_then(|source| entry_text::parse(&source).0);
            if !there.is_some_and(|there| there.same(filed)) {
                return Err(SaveError::Conflict(Conflict::EntryExists(filed.id().clone())));
            }
            atomic::confirm(path)?;
            return Ok(0);
        }
        if !Self::still_due(&found, filed)? {
            return Ok(0);
        }
        let entry = EntryChange { path: filed.path(), text: filed.render() };
        self.check_text(&entry, filed)?;
        let line = Line { op: Some(name), entry: Some(entry.clone()), ..self.journal.line(Kind::Do) };
        self.write_entry(line, &entry)?;
        Ok(1)
    }

    /// Whether what an entry corrects, or a voiding voids, still counts; otherwise two corrections
    /// would both count. A repeated voiding is not due.
    fn still_due(found: &Found, filed: &Filed) -> Result<bool, SaveError> {
        let (target, voids) = match filed {
            Filed::Entry(entry) => match &entry.replaces {
                Some(target) => (target, false),
                None => return Ok(true),
            },
            Filed::Voiding(voiding) => (&voiding.target, true),
        };
        let (record, _) = hours_folder::read(found);
        let conflict = |conflict: fn(EntryId) -> Conflict| Err(SaveError::Conflict(conflict(target.clone())));
        match record.standing(target) {
            _ if record.get(target).is_none() => conflict(Conflict::EntryUnknown),
            Standing::Live => Ok(true),
            Standing::Void(_) if voids => Ok(false),
            Standing::Void(_) | Standing::Replaced(_) => conflict(Conflict::EntryChanged),
        }
    }

    /// Reads back what is to be written: the file must say exactly what was meant.
    fn check_text(&self, entry: &EntryChange, filed: &Filed) -> Result<(), SaveError> {
        let path = self.dir.join(&entry.path);
        if entry.text.len() as u64 > LIMIT {
            return Err(SaveError::TooLarge { path, limit: LIMIT });
        }
        let source = Source::new(&path, entry.text.clone().into_bytes())?;
        match entry_text::parse(&source) {
            (Some(read), problems) if read == *filed && problems.is_empty() => Ok(()),
            _ => Err(SaveError::Garbled { path }),
        }
    }

    pub(super) fn undo(&mut self) -> Result<Option<Stepped>, SaveError> {
        let mut history = self.journal.history()?;
        let mut skipped = Vec::new();
        while let Some(step) = history.done.pop() {
            if self.take_back(&step)? {
                return Ok(Some(Stepped { anew: step.follows_anew(), operation: step.operation, skipped }));
            }
            skipped.push(step.operation);
        }
        Ok(None)
    }

    /// Whether there was anything to take back.
    fn take_back(&mut self, step: &Step) -> Result<bool, SaveError> {
        let line = Line { of: Some(step.id.clone()), ..self.journal.line(Kind::Undo) };
        let entry = match &step.change {
            Change::Plan(change) => return self.change_plan(line, &change.inverse()).map(|()| true),
            Change::Profile(change) => {
                return self.change_text(TextFile::Profile, line, &change.inverse()).map(|()| true);
            }
            Change::Views(change) => {
                return self.change_text(TextFile::Views, line, &change.inverse()).map(|()| true);
            }
            Change::Entry(entry) => entry,
        };
        let path = self.dir.join(&entry.path);
        match self.entry_bytes(entry)? {
            None => {
                self.journal.settle(Kind::Skip, &step.id);
                Ok(false)
            }
            Some(bytes) if bytes != entry.text.as_bytes() => {
                Err(SaveError::Conflict(Conflict::FileChanged(path)))
            }
            Some(_) => self.journaled(line, |_| atomic::remove(&path)).map(|()| true),
        }
    }

    pub(super) fn redo(&mut self) -> Result<Option<Stepped>, SaveError> {
        let Some(step) = self.journal.history()?.undone.pop() else { return Ok(None) };
        let line = Line { of: Some(step.id.clone()), ..self.journal.line(Kind::Redo) };
        match &step.change {
            Change::Plan(change) => self.change_plan(line, change)?,
            Change::Profile(change) => self.change_text(TextFile::Profile, line, change)?,
            Change::Views(change) => self.change_text(TextFile::Views, line, change)?,
            Change::Entry(entry) => {
                let path = self.dir.join(&entry.path);
                match self.entry_bytes(entry)? {
                    Some(bytes) if bytes == entry.text.as_bytes() => {
                        self.journaled(line, |_| atomic::confirm(&path))?;
                    }
                    Some(_) => return Err(SaveError::Conflict(Conflict::FileChanged(path))),
                    None => {
                        self.may_return(entry)?;
                        self.write_entry(line, entry)?;
                    }
                }
            }
        }
        Ok(Some(Stepped { anew: step.follows_anew(), operation: step.operation, skipped: Vec::new() }))
    }

    /// Another machine may have corrected meanwhile what this entry corrects.
    fn may_return(&self, entry: &EntryChange) -> Result<(), SaveError> {
        let path = self.dir.join(&entry.path);
        let source = Source::new(&path, entry.text.clone().into_bytes())?;
        let filed = entry_text::parse(&source).0.ok_or(SaveError::Garbled { path })?;
        Self::still_due(&self.found()?, &filed).map(drop)
    }

    fn write_entry(&mut self, line: Line, entry: &EntryChange) -> Result<(), SaveError> {
        let path = self.dir.join(&entry.path);
        let hours = self.dir.join("hours");
        if let Some(folder) = path.parent() {
            refuse_link(folder)?;
            atomic::ensure_folder(folder)?;
        }
        // A writer that was killed may have made these folders and not synced them.
        for folder in [&self.dir, &hours] {
            atomic::sync_folder(folder).map_err(|error| SaveError::failed(folder, error))?;
        }
        self.journaled(line, |_| atomic::create(&path, entry.text.as_bytes()))
    }

    /// Makes a recorded change in the plan as it is now.
    fn change_plan(&mut self, line: Line, change: &PlanChange) -> Result<(), SaveError> {
        let Some(source) = self.plan()? else {
            return Err(SaveError::PlanMissing { path: self.plan_path() });
        };
        if let Some(problem) = plan_text::read(&source).blocked {
            return Err(problem.into());
        }
        let planned = change.make(&source).map_err(|error| self.refused(error))?;
        self.write_plan(line, &source, &planned)
    }

    fn write_plan(&mut self, line: Line, read: &Source, planned: &Planned) -> Result<(), SaveError> {
        let line = Line { plan: Some(planned.change.clone()), ..line };
        self.write_text(&self.plan_path(), line, read, &planned.bytes)
    }

    /// Replaces a file that a person may edit, which has just been read.
    pub(super) fn write_text(
        &mut self,
        path: &Path,
        line: Line,
        read: &Source,
        new: &[u8],
    ) -> Result<(), SaveError> {
        let path = path.to_owned();
        if new.len() as u64 > LIMIT {
            return Err(SaveError::TooLarge { path, limit: LIMIT });
        }
        self.remove_stale_beside(&path);
        self.journaled(line, |_| {
            // An editor knows nothing of our lock; what it saved a moment ago must stay.
            if bytes(&path).ok().flatten() == Some(read.bytes()) {
                atomic::replace(&path, new)
            } else {
                Err(WriteError { path: path.clone(), cause: Cause::Exists, stage: Stage::Before })
            }
        })
        .map_err(|error| match error {
            SaveError::Failed { path, cause: Cause::Exists } => {
                SaveError::Conflict(Conflict::FileChanged(path))
            }
            other => other,
        })
    }

    /// Journals a step, takes it, and notes how it went.
    fn journaled(
        &mut self,
        line: Line,
        change: impl FnOnce(&Self) -> Result<(), WriteError>,
    ) -> Result<(), SaveError> {
        let id = self.journal.begin(line)?;
        let outcome = change(self);
        let happened = outcome.as_ref().err().is_none_or(|error| error.stage == Stage::After);
        self.journal.settle(if happened { Kind::Done } else { Kind::Cancel }, &id);
        outcome.map_err(SaveError::from)
    }

    /// The hours' files, for one who is about to write: a folder that cannot be read is no excuse.
    fn found(&self) -> Result<Found, SaveError> {
        let found = hours_folder::find(&self.dir.join("hours"));
        if let Some((path, error)) = found.unreadable.first() {
            return Err(SaveError::failed(path, error));
        }
        for path in &found.temporary {
            let _ = fs::remove_file(path);
        }
        Ok(found)
    }

    fn remove_stale_beside(&self, path: &Path) {
        let target = fs::canonicalize(path).ok();
        let folder = target.as_deref().and_then(Path::parent).unwrap_or(&self.dir);
        remove_stale(folder);
    }

    fn plan_path(&self) -> PathBuf {
        self.dir.join("plan.toml")
    }

    fn plan(&self) -> Result<Option<Source>, SaveError> {
        source(&self.plan_path())
    }

    /// An empty plan to begin with, unless there has been one before.
    fn fresh_plan(&self) -> Result<Source, SaveError> {
        let path = self.plan_path();
        if self.journal.knows_a_plan()? {
            return Err(SaveError::PlanMissing { path });
        }
        Ok(Source::new(&path, EMPTY.as_bytes().to_vec())?)
    }

    fn plan_bytes(&self) -> Result<Option<Vec<u8>>, SaveError> {
        bytes(&self.plan_path())
    }

    fn entry_bytes(&self, entry: &EntryChange) -> Result<Option<Vec<u8>>, SaveError> {
        bytes(&self.dir.join(&entry.path))
    }

    fn refused(&self, error: Refused) -> SaveError {
        match error {
            Refused::ItemChanged(course) => SaveError::Conflict(Conflict::ItemChanged(course)),
            Refused::Garbled => SaveError::Garbled { path: self.plan_path() },
        }
    }
}

/// An empty file to begin with. Whatever stage this fails at, nothing of the operation itself has
/// been done.
pub(super) fn begin_file(path: &Path, text: &str) -> Result<(), SaveError> {
    atomic::create(path, text.as_bytes())
        .map_err(|error| SaveError::Failed { path: error.path, cause: error.cause })
}

pub(super) fn source(path: &Path) -> Result<Option<Source>, SaveError> {
    match Source::read(path) {
        Ok(source) => Ok(Some(source)),
        Err(NoSource::Absent) => Ok(None),
        Err(NoSource::Problem(problem)) => Err(problem.into()),
    }
}

fn bytes(path: &Path) -> Result<Option<Vec<u8>>, SaveError> {
    match read_bytes(path, LIMIT) {
        Ok(bytes) => Ok(Some(bytes)),
        // Asked twice, because what is gone is passed over for good.
        Err(NoSource::Absent) => match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(SaveError::failed(path, error)),
            Ok(_) => Err(SaveError::failed(path, Cause::Missing)),
        },
        Err(NoSource::Problem(problem)) => Err(problem.into()),
    }
}

/// Removes temporary files that killed writers left; under the lock nobody else has any.
pub(super) fn remove_stale(folder: &Path) {
    let Ok(listing) = fs::read_dir(folder) else { return };
    for entry in listing.flatten() {
        if entry.file_name().to_str().is_some_and(atomic::is_temporary) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A folder of the record is the folder itself: what is written belongs in the data directory, and
/// a link leads to wherever somebody says.
pub(super) fn refuse_link(folder: &Path) -> Result<(), SaveError> {
    if is_link(folder) { Err(whole_file(folder, RecordProblemKind::FolderLink).into()) } else { Ok(()) }
}

pub(super) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
}

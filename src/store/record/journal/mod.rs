//! The journal: one line per step, durable before the step is taken.
//!
//! It is what undo and redo stand on, and a second copy of every entry. Each machine appends to
//! files of its own, one a year, so that machines that share the folder never write to the same.
//!
//! A step is two lines: `do` (or `undo`, `redo`), synced before any file changes, with everything
//! needed to make the change and to take it back; and `done` after it, which is not synced. A step
//! without `done` was cut short by a kill or a power cut. Since writers take turns under the lock,
//! it can only be the last one, and the next writer settles it by looking at the files: `done`
//! where the change is there, `cancel` where it is not. A step that nobody was told was saved may
//! end either way; a step with `done` whose file is gone later was lost by somebody else, and is
//! reported.
//!
//! Order is that of the lines, never of their times: a clock set back does not reorder anything,
//! because lines go to the newest file there is.

mod history;
mod line;

pub(super) use history::{Change, History, Step};
pub(super) use line::{EntryChange, Kind, Line, OpName, VERSION};

use super::problem::{RecordProblem, RecordProblemKind};
use super::save_error::SaveError;
use super::source::{NoSource, read_bytes, whole_file};
use super::text_file::TextFile;
use crate::store::atomic;
use crate::store::catalog::Severity;
use crate::store::cause::Cause;
use jiff::Timestamp;
use line::{Brief, checked, decode};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The largest journal that is read.
const LIMIT: u64 = 256 * 1024 * 1024;
/// How much of a journal's end is read first to find its last step.
const WINDOW: u64 = 64 * 1024;

/// This machine's journal, open for appending under the lock.
#[derive(Debug)]
pub(super) struct Journal {
    files: Vec<PathBuf>,
    /// Where lines go.
    path: PathBuf,
    /// How many bytes of that file stand; behind them is half a line of a killed writer.
    keep: u64,
    /// The last line stands, but its newline is missing.
    unended: bool,
    /// A step of which nobody knows yet whether it happened.
    pub(super) pending: Option<Line>,
    now: Timestamp,
}

impl Journal {
    pub(super) fn open(dir: &Path, host: &str, now: Timestamp) -> Result<Self, SaveError> {
        let folder = dir.join("journal");
        let files = files(&folder, host).map_err(|error| SaveError::failed(&folder, error))?;
        let year = format!("{host}-{:04}.log", jiff::tz::Offset::UTC.to_datetime(now).year());
        let current = folder.join(year);
        let mut journal = Self { files, path: current, keep: 0, unended: false, pending: None, now };
        let Some(newest) = journal.files.last().cloned() else { return Ok(journal) };
        let end = End::read(&newest).map_err(|error| SaveError::failed(&newest, error))?;
        journal.pending = end.pending;
        if newest >= journal.path {
            (journal.path, journal.keep, journal.unended) = (newest, end.keep, end.unended);
        }
        Ok(journal)
    }

    /// Whether there is any plan in the journal of any machine.
    pub(super) fn knows_a_plan(&self) -> Result<bool, SaveError> {
        self.knows(|line| line.plan.is_some())
    }

    /// The same of another file.
    pub(super) fn knows_a(&self, file: TextFile) -> Result<bool, SaveError> {
        self.knows(|line| match file {
            TextFile::Profile => line.profile.is_some(),
            TextFile::Views => line.views.is_some(),
        })
    }

    fn knows(&self, is_it: impl Fn(&Brief<'_>) -> bool) -> Result<bool, SaveError> {
        let Some(folder) = self.path.parent() else { return Ok(false) };
        let logs = files(folder, "").map_err(|error| SaveError::failed(folder, error))?;
        for path in logs {
            let bytes = read(&path)?;
            if lines(&bytes).filter_map(decode::<Brief<'_>>).any(|line| is_it(&line)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The steps of this year's file and of the one before.
    pub(super) fn history(&self) -> Result<History, SaveError> {
        let mut found = Vec::new();
        for path in self.files.iter().skip(self.files.len().saturating_sub(2)) {
            let bytes = read(path)?;
            found.extend(lines(&bytes).filter_map(decode::<Line>).filter(|line| line.v == VERSION));
        }
        Ok(History::of(found))
    }

    /// Appends a step and makes it durable; gives its id.
    pub(super) fn begin(&mut self, mut line: Line) -> Result<String, SaveError> {
        if let Some(folder) = self.path.parent() {
            atomic::ensure_folder(folder)?;
        }
        line.id = ulid::Ulid::from_datetime(self.now.into()).to_string().to_lowercase();
        self.append(&line, true)?;
        Ok(line.id)
    }

    /// Appends what came of a step. A failure is no failure of the step: the next writer settles it.
    pub(super) fn settle(&mut self, kind: Kind, of: &str) {
        let line = Line { of: Some(of.to_owned()), ..self.line(kind) };
        let _ = self.append(&line, false);
    }

    /// A line of this moment, still without content.
    pub(super) fn line(&self, kind: Kind) -> Line {
        let id = String::new();
        let at = self.now.to_string();
        let (entry, plan, profile, views) = (None, None, None, None);
        Line { v: VERSION, id, at, kind, of: None, op: None, entry, plan, profile, views }
    }

    fn append(&mut self, line: &Line, durable: bool) -> Result<(), SaveError> {
        let garbled = || SaveError::Garbled { path: self.path.clone() };
        let mut text = line.encode().ok_or_else(garbled)?;
        if self.unended {
            text.insert(0, '\n');
        }
        atomic::append(&self.path, self.keep, text.as_bytes(), durable)?;
        self.keep += text.len() as u64;
        self.unended = false;
        Ok(())
    }
}

/// The end of a journal file.
#[derive(Debug, Default)]
struct End {
    keep: u64,
    unended: bool,
    pending: Option<Line>,
}

impl End {
    fn read(path: &Path) -> io::Result<Self> {
        let mut window = WINDOW;
        loop {
            let (from, bytes) = atomic::tail(path, window)?;
            let end = Self::of(from, &bytes);
            match end {
                Some(end) => return Ok(end),
                None if window >= LIMIT => return Err(io::Error::from(io::ErrorKind::FileTooLarge)),
                None => window *= 4,
            }
        }
    }

    /// `None` where the last step begins before these bytes.
    fn of(from: u64, bytes: &[u8]) -> Option<Self> {
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let rest = bytes.get(whole..).unwrap_or_default();
        let unended = checked(rest).is_some();
        let keep = from + if unended { bytes.len() } else { whole } as u64;
        let mut settled = HashSet::new();
        let found: Vec<&[u8]> = lines(bytes).collect();
        let first = usize::from(from > 0);
        for line in found.into_iter().skip(first).rev().filter_map(decode::<Line>) {
            if line.is_step() {
                let pending = Some(line).filter(|line| !settled.contains(&line.id));
                return Some(Self { keep, unended, pending });
            }
            settled.extend(line.of);
        }
        (from == 0).then_some(Self { keep, unended, pending: None })
    }
}

/// What a reader without the lock learns from this machine's journal.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// The entries' files that must be there, with the journal that knows them.
    pub(super) entries: HashMap<String, PathBuf>,
    /// Whether there is a plan.
    pub(super) plan: bool,
    /// Whether there is a profile.
    pub(super) profile: bool,
    /// Whether there are saved views.
    pub(super) views: bool,
    pub(super) problems: Vec<RecordProblem>,
    /// The kind of each step and the line that it goes back to.
    steps: HashMap<String, (Kind, String)>,
    /// The file that a `do` line creates.
    created: HashMap<String, String>,
}

/// Reads all of this machine's journal.
pub(super) fn look(dir: &Path, host: &str) -> Look {
    let mut look = Look::default();
    let folder = dir.join("journal");
    match files(&folder, host) {
        Ok(files) => files.iter().for_each(|path| look.at(path)),
        Err(error) => {
            look.problems.push(whole_file(&folder, RecordProblemKind::Unreadable(error.into())));
        }
    }
    look
}

impl Look {
    fn at(&mut self, path: &Path) {
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(problem) => return self.problems.push(problem),
        };
        let mut damaged = 0;
        for line in lines(&bytes) {
            match decode::<Brief<'_>>(line) {
                Some(line) if line.v == VERSION => self.follow(line, path),
                _ => damaged += 1,
            }
        }
        if damaged > 0 {
            let kind = RecordProblemKind::JournalDamaged { lines: damaged };
            let problem = whole_file(path, kind);
            self.problems.push(RecordProblem { severity: Severity::Warning, ..problem });
        }
    }

    fn follow(&mut self, line: Brief<'_>, journal: &Path) {
        self.plan |= line.plan.is_some();
        self.profile |= line.profile.is_some();
        self.views |= line.views.is_some();
        let of = line.of.map(Cow::into_owned).unwrap_or_default();
        match line.kind {
            Kind::Do | Kind::Undo | Kind::Redo => {
                let first = if line.kind == Kind::Do { line.id.to_string() } else { of };
                if let Some(entry) = line.entry {
                    self.created.insert(first.clone(), entry.path.into_owned());
                }
                self.steps.insert(line.id.into_owned(), (line.kind, first));
            }
            Kind::Done => {
                let Some((kind, first)) = self.steps.get(&of) else { return };
                let Some(path) = self.created.get(first) else { return };
                match kind {
                    Kind::Undo => self.entries.remove(path),
                    _ => self.entries.insert(path.clone(), journal.to_owned()),
                };
            }
            Kind::Cancel | Kind::Skip => {}
        }
    }
}

/// The journals of a machine, oldest first; with an empty name, those of all machines.
fn files(folder: &Path, host: &str) -> io::Result<Vec<PathBuf>> {
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for found in listing {
        let found = found?;
        let name = found.file_name();
        let Some(stem) = name.to_str().and_then(|name| name.strip_suffix(".log")) else { continue };
        let Some((owner, year)) = stem.rsplit_once('-') else { continue };
        let dated = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        if dated && (host.is_empty() || owner == host) {
            files.push(found.path());
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, RecordProblem> {
    read_bytes(path, LIMIT).map_err(|error| match error {
        NoSource::Absent => whole_file(path, RecordProblemKind::Unreadable(Cause::Missing)),
        NoSource::Problem(problem) => problem,
    })
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}

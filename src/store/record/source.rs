//! A file of the record as text, read with every precaution: only regular files, no waiting on a
//! pipe, no more than a limit, nothing but UTF-8, no unfinished merge.

use super::problem::{RecordProblem, RecordProblemKind as Kind};
use crate::store::catalog::Severity;
use crate::store::place::Place;
use crate::store::reading::{ProblemKind, Syntax, syntax};
use rustix::fs::OFlags;
use std::fs::OpenOptions;
use std::io::{self, Read};
use std::ops::Range;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest entry or plan that is read: far above what a person writes, far below what hurts.
pub(super) const LIMIT: u64 = 1024 * 1024;

/// A text and where it stands. A byte order mark is not part of the text.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) file: Arc<PathBuf>,
    pub(super) text: String,
    pub(super) marked: bool,
}

/// Why a file could not be had.
#[derive(Debug)]
pub(super) enum NoSource {
    Absent,
    Problem(RecordProblem),
}

/// A regular file's bytes, at most `limit` of them.
pub(super) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, NoSource> {
    let problem = |kind| NoSource::Problem(whole_file(path, kind));
    let mut options = OpenOptions::new();
    options.read(true).custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    let file = options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => NoSource::Absent,
        _ => problem(Kind::Unreadable(error.into())),
    })?;
    let found = file.metadata().map_err(|error| problem(Kind::Unreadable(error.into())))?;
    if !found.is_file() {
        return Err(problem(Kind::NotAFile));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(limit) + 1).unwrap_or(0));
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| problem(Kind::Unreadable(error.into())))?;
    if bytes.len() as u64 > limit {
        return Err(problem(Kind::TooLarge(limit)));
    }
    Ok(bytes)
}

/// A problem with a file as a whole.
pub(super) fn whole_file(path: &Path, kind: Kind) -> RecordProblem {
    let place = Place::whole(Arc::new(path.to_owned()));
    RecordProblem { place, severity: Severity::Error, kind }
}

impl Source {
    pub(super) fn read(path: &Path) -> Result<Self, NoSource> {
        let bytes = read_bytes(path, LIMIT)?;
        Self::new(path, bytes).map_err(NoSource::Problem)
    }

    /// # Errors
    /// Bytes that are not UTF-8, and unfinished merges, which TOML would accept inside a
    /// multi-line string.
    pub(super) fn new(path: &Path, bytes: Vec<u8>) -> Result<Self, RecordProblem> {
        let mut source = Self { file: Arc::new(path.to_owned()), text: String::new(), marked: false };
        match String::from_utf8(bytes) {
            Ok(text) => source.text = text,
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                bytes.truncate(valid);
                source.text = String::from_utf8(bytes).unwrap_or_default();
                return Err(source.error(valid..valid, Kind::NotUtf8));
            }
        }
        if let Some(text) = source.text.strip_prefix('\u{FEFF}') {
            source.text = text.to_owned();
            source.marked = true;
        }
        match conflict_marker(&source.text) {
            Some(span) => Err(source.error(span, Kind::ConflictMarkers)),
            None => Ok(source),
        }
    }

    /// The file's bytes, as they were read.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mark = if self.marked { "\u{FEFF}" } else { "" };
        [mark.as_bytes(), self.text.as_bytes()].concat()
    }

    pub(super) fn error(&self, span: Range<usize>, kind: Kind) -> RecordProblem {
        RecordProblem { place: self.place(span), severity: Severity::Error, kind }
    }

    pub(super) fn warning(&self, span: Range<usize>, kind: Kind) -> RecordProblem {
        RecordProblem { place: self.place(span), severity: Severity::Warning, kind }
    }

    /// What stands in the way of reading the text as TOML.
    pub(super) fn syntax(&self, error: &toml::de::Error) -> RecordProblem {
        let end = self.text.len();
        let kind = match error.message() {
            message if message.contains("duplicate key") => Kind::DuplicateKey,
            message if message.starts_with("invalid date") => Kind::NoSuchDay,
            _ => return self.unreadable(error),
        };
        self.error(error.span().unwrap_or(end..end), kind)
    }

    /// The first thing that is wrong with the text, by its name where it has one.
    fn unreadable(&self, error: &toml::de::Error) -> RecordProblem {
        let end = self.text.len();
        let (span, kind) = match syntax::parse(&self.text).err() {
            Some((span, ProblemKind::Syntax(syntax))) if syntax != Syntax::Other => {
                (span, Kind::NotToml(syntax))
            }
            _ => (error.span(), Kind::Syntax),
        };
        self.error(span.unwrap_or(end..end), kind)
    }

    fn place(&self, span: Range<usize>) -> Place {
        let (line, column) = self.line_and_column(span.start);
        let (end_line, end_column) = self.line_and_column(span.end.max(span.start));
        Place { file: Arc::clone(&self.file), line, column, end_line, end_column }
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(&self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }
}

fn conflict_marker(text: &str) -> Option<Range<usize>> {
    if !text.contains("<<<<<<< ") && !text.contains(">>>>>>> ") {
        return None;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            return Some(at..at + 7);
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(bytes: &[u8]) -> (Kind, Place) {
        let problem = Source::new(Path::new("x.toml"), bytes.to_vec()).unwrap_err();
        (problem.kind, problem.place)
    }

    #[test]
    fn what_is_not_text_is_named_with_its_place() {
        let (found, span) = kind(b"a = 1\nb = \"\xff\"\n");
        assert_eq!((found, span.line, span.column), (Kind::NotUtf8, 2, 6));
        let (found, span) = kind(b"note = \"\"\"\n<<<<<<< mine\n\"\"\"\n");
        assert_eq!((found, span.line), (Kind::ConflictMarkers, 2));
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pipe.toml");
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        assert!(
            matches!(Source::read(&path), Err(NoSource::Problem(problem)) if problem.kind == Kind::NotAFile)
        );
    }
}

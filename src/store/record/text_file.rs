//! The writing half for the files that are changed piece by piece: the profile and the saved views.
//! As for the plan, with pieces in place of items.

use super::journal::{Change, Kind, Line, OpName};
use super::problem::{RecordProblem, RecordProblemKind};
use super::save_error::{Conflict, SaveError};
use super::session::{Session, begin_file, source};
use super::source::Source;
use super::text_change::{Edited, Refused, TextChange};
use super::{profile_change, profile_text, view_change, view_text};
use crate::domain::Operation;
use std::path::{Path, PathBuf};

/// A file that is changed piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextFile {
    Profile,
    Views,
}

impl TextFile {
    pub(super) fn path(self, dir: &Path) -> PathBuf {
        dir.join(match self {
            Self::Profile => "profile.toml",
            Self::Views => "views.toml",
        })
    }

    /// What is created before anything is stated.
    pub(super) fn empty(self) -> &'static str {
        match self {
            Self::Profile => profile_text::EMPTY,
            Self::Views => view_text::EMPTY,
        }
    }

    pub(super) fn change(self, change: TextChange) -> Change {
        match self {
            Self::Profile => Change::Profile(Box::new(change)),
            Self::Views => Change::Views(Box::new(change)),
        }
    }

    /// What the journal says of a file that is gone.
    pub(super) fn gone(self) -> RecordProblemKind {
        match self {
            Self::Profile => RecordProblemKind::ProfileMissing,
            Self::Views => RecordProblemKind::ViewsMissing,
        }
    }

    fn missing(self, path: PathBuf) -> SaveError {
        match self {
            Self::Profile => SaveError::ProfileMissing { path },
            Self::Views => SaveError::ViewsMissing { path },
        }
    }

    /// Why the text must not be edited, where it must not.
    fn blocked(self, source: &Source) -> Option<RecordProblem> {
        match self {
            Self::Profile => profile_text::read(source).blocked,
            Self::Views => view_text::read(source).blocked,
        }
    }

    fn apply(self, source: &Source, operation: &Operation) -> Result<Option<Edited>, Refused> {
        match self {
            Self::Profile => profile_change::apply(source, &profile_text::read(source), operation),
            Self::Views => view_change::apply(source, &view_text::read(source), operation),
        }
    }
}

impl Session {
    /// How many pieces the operation touched.
    pub(super) fn text_step(
        &mut self,
        file: TextFile,
        name: OpName,
        operation: &Operation,
    ) -> Result<usize, SaveError> {
        let path = file.path(&self.dir);
        let (source, new) = match source(&path)? {
            Some(source) => (source, false),
            None => (self.fresh_text(file)?, true),
        };
        if let Some(problem) = file.blocked(&source) {
            return Err(problem.into());
        }
        let edited = file.apply(&source, operation);
        let Some(edited) = edited.map_err(|error| self.refused_text(file, error))? else { return Ok(0) };
        if new {
            begin_file(&path, file.empty())?;
        }
        let line = Line { op: Some(name), ..self.journal.line(Kind::Do) };
        self.write_pieces(file, line, &source, &edited)?;
        Ok(edited.touched)
    }

    /// Makes a recorded change in the file as it is now.
    pub(super) fn change_text(
        &mut self,
        file: TextFile,
        line: Line,
        change: &TextChange,
    ) -> Result<(), SaveError> {
        let path = file.path(&self.dir);
        let Some(source) = source(&path)? else { return Err(file.missing(path)) };
        if let Some(problem) = file.blocked(&source) {
            return Err(problem.into());
        }
        let edited = change.make(&source, |text| file.blocked(text).is_none());
        let edited = edited.map_err(|error| self.refused_text(file, error))?;
        self.write_pieces(file, line, &source, &edited)
    }

    fn write_pieces(
        &mut self,
        file: TextFile,
        line: Line,
        read: &Source,
        edited: &Edited,
    ) -> Result<(), SaveError> {
        let change = Some(edited.change.clone());
        let line = match file {
            TextFile::Profile => Line { profile: change, ..line },
            TextFile::Views => Line { views: change, ..line },
        };
        self.write_text(&file.path(&self.dir), line, read, &edited.bytes)
    }

    /// An empty file to begin with, unless there has been one before.
    fn fresh_text(&self, file: TextFile) -> Result<Source, SaveError> {
        let path = file.path(&self.dir);
        if self.journal.knows_a(file)? {
            return Err(file.missing(path));
        }
        Ok(Source::new(&path, file.empty().as_bytes().to_vec())?)
    }

    fn refused_text(&self, file: TextFile, error: Refused) -> SaveError {
        match error {
            Refused::PieceChanged(piece) => SaveError::Conflict(Conflict::PieceChanged(piece)),
            Refused::Problem(problem) => SaveError::Unreadable(problem),
            Refused::Garbled => SaveError::Garbled { path: file.path(&self.dir) },
        }
    }
}

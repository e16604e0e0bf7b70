//! The writing half for the profile: as for the plan, with pieces in place of items.

use super::journal::{Kind, Line, OpName};
use super::profile_change::{self, ProfileChange, Profiled, Refused};
use super::profile_text::{self, EMPTY};
use super::save_error::{Conflict, SaveError};
use super::session::{Session, begin_file, source};
use super::source::Source;
use crate::domain::Operation;
use std::path::PathBuf;

impl Session {
    pub(super) fn profile_path(&self) -> PathBuf {
        self.dir.join("profile.toml")
    }

    /// How many pieces the operation touched.
    pub(super) fn profile_step(&mut self, name: OpName, operation: &Operation) -> Result<usize, SaveError> {
        let path = self.profile_path();
        let (source, new) = match source(&path)? {
            Some(source) => (source, false),
            None => (self.fresh_profile()?, true),
        };
        let read = profile_text::read(&source);
        if let Some(problem) = read.blocked {
            return Err(problem.into());
        }
        let profiled = profile_change::apply(&source, &read, operation);
        let Some(profiled) = profiled.map_err(|error| self.refused_profile(error))? else { return Ok(0) };
        if new {
            begin_file(&path, EMPTY)?;
        }
        let line = Line { op: Some(name), ..self.journal.line(Kind::Do) };
        self.write_profile(line, &source, &profiled)?;
        Ok(profiled.touched)
    }

    /// Makes a recorded change in the profile as it is now.
    pub(super) fn change_profile(&mut self, line: Line, change: &ProfileChange) -> Result<(), SaveError> {
        let path = self.profile_path();
        let Some(source) = source(&path)? else { return Err(SaveError::ProfileMissing { path }) };
        if let Some(problem) = profile_text::read(&source).blocked {
            return Err(problem.into());
        }
        let profiled = change.make(&source).map_err(|error| self.refused_profile(error))?;
        self.write_profile(line, &source, &profiled)
    }

    fn write_profile(&mut self, line: Line, read: &Source, profiled: &Profiled) -> Result<(), SaveError> {
        let line = Line { profile: Some(profiled.change.clone()), ..line };
        self.write_text(&self.profile_path(), line, read, &profiled.bytes)
    }

    /// An empty profile to begin with, unless there has been one before.
    fn fresh_profile(&self) -> Result<Source, SaveError> {
        let path = self.profile_path();
        if self.journal.knows_a_profile()? {
            return Err(SaveError::ProfileMissing { path });
        }
        Ok(Source::new(&path, EMPTY.as_bytes().to_vec())?)
    }

    fn refused_profile(&self, error: Refused) -> SaveError {
        match error {
            Refused::PieceChanged(piece) => SaveError::Conflict(Conflict::PieceChanged(piece)),
            Refused::Problem(problem) => SaveError::Unreadable(problem),
            Refused::Garbled => SaveError::Garbled { path: self.profile_path() },
        }
    }
}

//! Why something was not saved, and what that means for the files.

use super::problem::{RecordProblem, RecordProblemKind};
use crate::domain::profile::Piece;
use crate::domain::{CourseId, EntryId};
use crate::store::atomic::{Stage, WriteError};
use crate::store::cause::Cause;
use std::path::{Path, PathBuf};

/// Except for [`SaveError::Unconfirmed`], nothing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another copy of the program was writing all the while.
    Locked {
        path: PathBuf,
    },
    /// The files are not as this change presumes.
    Conflict(Conflict),
    /// A file that has to be read first has a mistake, and is not written over.
    Unreadable(Box<RecordProblem>),
    /// The journal knows a plan, but its file is gone; starting a new one might lose the old.
    PlanMissing {
        path: PathBuf,
    },
    /// The same of the profile.
    ProfileMissing {
        path: PathBuf,
    },
    /// The same of the saved views.
    ViewsMissing {
        path: PathBuf,
    },
    /// The text that was to be written does not say what was meant.
    Garbled {
        path: PathBuf,
    },
    /// More bytes than a file of the record may have.
    TooLarge {
        path: PathBuf,
        limit: u64,
    },
    Failed {
        path: PathBuf,
        cause: Cause,
    },
    /// Saved, but the system did not confirm that it would survive a power cut. Saving the same
    /// again is safe.
    Unconfirmed {
        path: PathBuf,
        cause: Cause,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// An entry of that id is there and says something else.
    EntryExists(EntryId),
    /// The entry to be corrected or voided was corrected or voided in the meantime.
    EntryChanged(EntryId),
    /// The entry to be corrected or voided is not there.
    EntryUnknown(EntryId),
    /// The file is not as the change left it that is to be taken back.
    FileChanged(PathBuf),
    /// The planned course is not as the change left it that is to be taken back.
    ItemChanged(CourseId),
    /// The piece of the profile, or the saved view, is not as the change left it that is to be taken back.
    PieceChanged(Piece),
}

impl SaveError {
    /// The exit code that design and manual promise: 3 invalid input, 4 conflict or locked,
    /// 5 nothing changed, 6 saved but not confirmed.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Unreadable(_) | Self::TooLarge { .. } => 3,
            Self::Locked { .. } | Self::Conflict(_) => 4,
            Self::PlanMissing { .. }
            | Self::ProfileMissing { .. }
            | Self::ViewsMissing { .. }
            | Self::Garbled { .. }
            | Self::Failed { .. } => 5,
            Self::Unconfirmed { .. } => 6,
        }
    }

    pub(super) fn failed(path: &Path, cause: impl Into<Cause>) -> Self {
        Self::Failed { path: path.to_owned(), cause: cause.into() }
    }
}

impl From<WriteError> for SaveError {
    fn from(error: WriteError) -> Self {
        let WriteError { path, cause, stage } = error;
        match stage {
            Stage::Before => Self::Failed { path, cause },
            Stage::After => Self::Unconfirmed { path, cause },
        }
    }
}

impl From<RecordProblem> for SaveError {
    fn from(problem: RecordProblem) -> Self {
        match problem.kind {
            RecordProblemKind::Unreadable(cause) => Self::failed(&problem.place.file, cause),
            _ => Self::Unreadable(Box::new(problem)),
        }
    }
}

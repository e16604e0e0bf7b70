//! The one place where a failure becomes an exit code and a place to be said.
//!
//! | code | meaning |
//! | --- | --- |
//! | 0 | done, or the reader of the output has closed the pipe |
//! | 1 | a finding: nothing matches, nothing to undo, a requirement that is not met |
//! | 2 | wrong usage |
//! | 3 | invalid input: a catalog, the record, a line of a batch, a rule without the date it counts from |
//! | 4 | a conflict, or the record is locked |
//! | 5 | could not save or write out, nothing changed |
//! | 6 | saved, but could not report it |

use crate::locale::cli::{ConfigFailure, Failure, ProfileFailure, ProofFailure, ViewFailure};
use crate::store::record::SaveError;

/// Why a command ends early.
#[derive(Debug)]
pub(super) enum CliError {
    Failure(Failure),
    /// Whoever read stdout has gone, as `head` does: the end, quietly.
    ClosedPipe,
    /// `--check`: what is asked for is not met. The exit code says it all.
    NotMet,
}

impl CliError {
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::ClosedPipe => 0,
            Self::NotMet => 1,
            Self::Failure(failure) => exit_code(failure),
        }
    }
}

fn exit_code(failure: &Failure) -> u8 {
    match failure {
        Failure::NoMatch { .. }
        | Failure::NoEntry(_)
        | Failure::UnknownCourse { .. }
        | Failure::NotPlanned { .. }
        | Failure::UnknownEntry { .. }
        | Failure::NoTimer
        | Failure::NothingToUndo
        | Failure::NothingToRedo => 1,
        Failure::NoTerminal
        | Failure::PlainCommand
        | Failure::Terminal(_)
        | Failure::UnknownCommand { .. }
        | Failure::Misuse { .. }
        | Failure::NoDataFolder
        | Failure::BadToday { .. }
        | Failure::BadDate { .. }
        | Failure::Future { .. }
        | Failure::BadAmount { .. }
        | Failure::BadCategory { .. }
        | Failure::BadPosition { .. }
        | Failure::EmptyTitle
        | Failure::EmptyReason
        | Failure::NothingToChange
        | Failure::HoursMissing
        | Failure::HoursNotStated { .. }
        | Failure::Query { .. }
        | Failure::AmbiguousCourse { .. }
        | Failure::AmbiguousEntry { .. }
        | Failure::BadSpan { .. }
        // Apart from `--check`'s 1, so that a slip in a name is not taken for missing hours.
        | Failure::UnknownRule { .. }
        | Failure::AmbiguousRule { .. } => 2,
        Failure::TimerUnclear { .. }
        | Failure::NoCatalog { .. }
        | Failure::RecordIncomplete { .. }
        | Failure::PacksIncomplete(_)
        | Failure::NotEvaluated { .. }
        | Failure::BatchLine { .. }
        | Failure::BatchIncomplete { .. }
        | Failure::Input { .. } => 3,
        Failure::EntryReplaced { .. } | Failure::EntryVoid { .. } => 4,
        Failure::Output { saved: false, .. } => 5,
        Failure::Output { saved: true, .. } => 6,
        Failure::Config(failure) => match failure {
            ConfigFailure::Missing(_) | ConfigFailure::Unreadable { .. } => 3,
            ConfigFailure::NoTheme { .. }
            | ConfigFailure::NoFolder
            | ConfigFailure::NotACommand(_) | ConfigFailure::Editor { .. } => 2,
        },
        Failure::Profile(failure) => match failure {
            ProfileFailure::NotFollowed { .. } => 1,
            ProfileFailure::SinceMissing { .. }
            | ProfileFailure::Date(_)
            | ProfileFailure::DateInUse { .. }
            | ProfileFailure::NotNamed { .. }
            | ProfileFailure::DateName { .. }
            | ProfileFailure::Months { .. } => 2,
        },
        Failure::Save(error) => error.exit_code(),
        Failure::Proof(failure) => failure.exit_code(),
        Failure::View(failure) => failure.exit_code(),
    }
}

impl From<Failure> for CliError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<ConfigFailure> for CliError {
    fn from(failure: ConfigFailure) -> Self {
        Self::Failure(Failure::Config(failure))
    }
}

impl From<ProfileFailure> for CliError {
    fn from(failure: ProfileFailure) -> Self {
        Self::Failure(failure.into())
    }
}

impl From<ViewFailure> for CliError {
    fn from(failure: ViewFailure) -> Self {
        Self::Failure(Failure::View(failure))
    }
}

impl From<SaveError> for CliError {
    fn from(error: SaveError) -> Self {
        Self::Failure(Failure::Save(error))
    }
}

impl From<ProofFailure> for CliError {
    fn from(failure: ProofFailure) -> Self {
        Self::Failure(Failure::Proof(Box::new(failure)))
    }
}

//! What can be wrong with the learner's files, each mistake a kind of its own.

use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use crate::domain::{CourseId, EntryId, RuleId, ViewName};
use crate::store::catalog::Severity;
use crate::store::cause::Cause;
use crate::store::place::Place;
use crate::store::reading::Syntax;
use std::path::PathBuf;

/// One mistake in the record: where, how bad, what. `locale` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordProblem {
    pub place: Place,
    pub severity: Severity,
    pub kind: RecordProblemKind,
}

/// An error means that something of the file is not shown or not counted; with a warning
/// everything is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordProblemKind {
    /// A file or a folder could not be read.
    Unreadable(Cause),
    /// A pipe, a device, a folder: anything but a regular file.
    NotAFile,
    /// A symbolic link where a file itself is wanted.
    Link,
    /// A symbolic link where a folder of the record itself is wanted.
    FolderLink,
    /// A file that was named as proof could not be read.
    NoProof(Cause),
    /// More than this many bytes.
    TooLarge(u64),
    NotUtf8,
    /// `<<<<<<<` at the start of a line: a merge was left unfinished.
    ConflictMarkers,
    /// Written by a newer version; the number that it states.
    NewerSchema(String),
    /// No `schema = 1`; read as if it stood there.
    NoSchema,
    /// Not TOML from here on.
    Syntax,
    /// The same, for a reason that has a name.
    NotToml(Syntax),
    DuplicateKey,
    /// A date without quotes that no calendar has, which is not TOML either.
    NoSuchDay,
    /// A copy that a sync tool or an editor left; not read.
    StrayCopy,
    MissingKey(&'static str),
    WrongType {
        key: &'static str,
        expected: Expected,
    },
    Amount {
        key: &'static str,
        error: AmountError,
    },
    Date {
        key: &'static str,
        error: DateError,
    },
    /// Not a word of the key's list.
    Word {
        key: &'static str,
        found: String,
        /// What the key may say.
        allowed: Vec<&'static str>,
    },
    /// Not in the form of an id: lower-case letters, digits, single hyphens.
    NotAnId {
        key: &'static str,
        found: String,
    },
    /// Two files of one id that say different things; the place is the one that is not counted.
    SameId {
        id: EntryId,
        other: PathBuf,
    },
    /// Two entries replace the same one, so that both count.
    ReplacedTwice {
        id: EntryId,
        other: EntryId,
    },
    /// `replaces` or `void` names an entry that is not there.
    UnknownEntry {
        key: &'static str,
        id: EntryId,
    },
    /// The plan holds a course twice; the second is not shown.
    PlannedTwice(CourseId),
    /// `item = [{ … }]` instead of `[[item]]` blocks: shown, but not edited.
    InlineItems,
    /// A key that means nothing here; kept, and without effect.
    UnknownKey {
        found: String,
        near: Option<&'static str>,
    },
    /// Not in the form of a name for a personal date.
    DateName(String),
    /// A personal date, by its name, that is no day.
    PersonalDate {
        name: String,
        error: DateError,
    },
    /// Neither a date nor one that is counted from another.
    NotADay {
        name: String,
    },
    /// A date is counted from, or a rule followed since, one that is not stated.
    UnknownDate {
        name: String,
        near: Option<String>,
    },
    /// Personal dates that are counted from each other; the last is the first.
    DateCircle(Vec<String>),
    /// A personal date that comes out beyond the years that a date may lie in.
    DateTooFar(String),
    /// Not a number of months that a date may be counted by.
    Months,
    /// A rule is followed in two blocks; the second is not used.
    FollowedTwice(RuleId),
    /// Two totals for one period; the second is not used.
    TotalTwice,
    /// Personal dates in braces or under headers of their own: shown, but not edited.
    UneditedDates,
    /// `follow = [{ … }]` instead of `[[follow]]` blocks: shown, but not edited.
    UneditedFollowings,
    /// Not in the form of a name for a saved view.
    ViewName(String),
    /// Two views of one name; the second is not used.
    ViewTwice(ViewName),
    /// `view = [{ … }]` instead of `[[view]]` blocks: shown, but not edited.
    UneditedViews,
    /// The journal knows entries whose files are gone; the place is the journal.
    EntriesMissing(Vec<EntryId>),
    /// The journal knows a plan, and its file is gone.
    PlanMissing,
    /// The journal knows a profile, and its file is gone.
    ProfileMissing,
    /// The journal knows saved views, and their file is gone.
    ViewsMissing,
    /// Lines of the journal that their checksum does not confirm. They are passed over.
    JournalDamaged {
        lines: usize,
    },
}

/// What kind of value a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Number,
    Date,
    /// Date, time and offset.
    Moment,
    Texts,
    /// `[{ sha256 = "…", name = "…" }]`.
    Evidence,
    /// `[[item]]` blocks.
    Items,
    /// `true` or `false`.
    Flag,
    /// A `[dates]` table.
    Dates,
    /// `[[follow]]` blocks.
    Followings,
    /// `[[follow.total]]` blocks.
    Totals,
    /// `[[view]]` blocks.
    Views,
    /// `[[session]]` blocks.
    Sessions,
}

impl RecordProblemKind {
    /// Whether nothing at all of the file could be used, so that nobody may write over it.
    pub fn blocks_writing(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_)
                | Self::NotAFile
                | Self::Link
                | Self::FolderLink
                | Self::NoProof(_)
                | Self::TooLarge(_)
                | Self::NotUtf8
                | Self::ConflictMarkers
                | Self::NewerSchema(_)
                | Self::Syntax
                | Self::NotToml(_)
                | Self::DuplicateKey
                | Self::InlineItems
                | Self::NoSuchDay
                | Self::UneditedDates
                | Self::UneditedFollowings
                | Self::UneditedViews
                | Self::WrongType { key: "item" | "dates" | "follow" | "view" | "session", .. }
        )
    }
}

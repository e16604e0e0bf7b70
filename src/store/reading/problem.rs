//! What can be wrong with a catalog or a pack, each mistake a kind of its own.

use crate::domain::{Amount, Date};
use crate::store::place::Place;
use crate::store::requirements::PackMistake;
use std::io;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What stands there is not shown: the file, the course, or the pack.
    Error,
    /// Shown all the same.
    Warning,
}

/// One mistake in a catalog or a pack: where, how bad, what. `locale` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub severity: Severity,
    pub kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    // The file as a whole.
    NotFound,
    /// A folder without any `.toml` file.
    EmptyFolder,
    /// A pipe, a device, a socket, or a folder where a file was expected.
    NotRegular,
    Unreadable {
        reason: io::ErrorKind,
    },
    TooLarge {
        limit_mib: u64,
    },
    TooManyCourses {
        limit: usize,
    },
    NotUtf8,
    ConflictMarker,
    Syntax(Syntax),

    /// A requirement pack where a catalog is wanted.
    PackNotCatalog,

    // Its schema.
    SchemaMissing,
    SchemaInvalid,
    SchemaNewer {
        found: i64,
    },

    // Keys and types.
    UnknownKey {
        key: String,
        suggestion: Option<&'static str>,
    },
    WrongType {
        key: String,
        found: Type,
        expected: Type,
    },
    MissingKey {
        key: &'static str,
    },
    /// An id, or something that names one, that is not kebab-case.
    NotAnId {
        key: &'static str,
        text: String,
    },
    DuplicateId {
        what: Thing,
        id: String,
        first: Place,
    },
    DuplicateCatalog {
        first: Place,
    },

    // Values.
    EmptyText {
        key: &'static str,
    },
    TextTooLong {
        key: &'static str,
        limit: TextLimit,
    },
    UnknownWord {
        key: &'static str,
        word: String,
        suggestion: Option<&'static str>,
        allowed: Vec<&'static str>,
    },
    Hours(HoursMistake),
    HoursReversed {
        min: Amount,
        max: Amount,
    },
    DateOutOfRange,
    /// A date where the time of day is not wanted, or a time without a date.
    DateWithTime,
    /// Neither a year, a month nor a day.
    NotAPeriod {
        text: String,
    },
    EndBeforeStart {
        start: Date,
        end: Date,
    },
    NotAWebAddress,
    ChooseOutOfRange {
        courses: usize,
    },

    // What only shows once all catalogs are merged.
    UnknownPrerequisite {
        id: String,
        suggestion: Option<String>,
    },
    OwnPrerequisite {
        id: String,
    },
    /// The ids in order; the last one needs the first.
    PrerequisiteCycle {
        ids: Vec<String>,
    },
    UndeclaredTrack {
        id: String,
        suggestion: Option<String>,
    },
    UndeclaredStage {
        id: String,
        suggestion: Option<String>,
    },
    UnknownPathwayCourse {
        id: String,
        suggestion: Option<String>,
    },

    /// What only a requirement pack can get wrong.
    Pack(PackMistake),

    /// Stands for the rest of the problems of a file with very many.
    More {
        count: usize,
    },
}

/// Why a file is not TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    UnclosedText,
    /// The bracket that is missing: `]`, `]]` or `}`.
    Unclosed(&'static str),
    MissingValue,
    MissingEquals,
    MissingKey,
    MissingComma,
    ExtraComma,
    /// Text without quotation marks.
    Unquoted,
    BadKey,
    DuplicateKey {
        key: String,
    },
    BadNumber,
    /// `1,5`.
    DecimalComma,
    BadDate,
    BadBoolean,
    BadEscape,
    ControlCharacter,
    LoneCarriageReturn,
    /// Something stands behind a complete value.
    Trailing,
    TooDeep,
    /// Something that the parser refuses in words of its own, which are not for people.
    Other,
}

/// What kind of value stands, or should stand, in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    Integer,
    Decimal,
    Number,
    Boolean,
    Date,
    List,
    /// `[…]` of texts.
    TextList,
    Table,
    /// `[[…]]`.
    Tables,
    TextOrTable,
    NumberOrTable,
}

/// What an id belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Course,
    Track,
    Stage,
    Pathway,
    Pack,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextLimit {
    Characters(usize),
    Bytes(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursMistake {
    Zero,
    Negative,
    /// `nan`, `inf`.
    NotFinite,
    Exponent,
    TooManyDecimals,
    TooMany,
    /// A table that is neither a range nor theory and practice.
    Shape,
}

impl ProblemKind {
    /// A name for machines; never changes once released.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "file-not-found",
            Self::EmptyFolder => "empty-folder",
            Self::NotRegular => "not-a-regular-file",
            Self::Unreadable { .. } => "unreadable-file",
            Self::TooLarge { .. } => "file-too-large",
            Self::TooManyCourses { .. } => "too-many-courses",
            Self::NotUtf8 => "not-utf8",
            Self::ConflictMarker => "conflict-marker",
            Self::Syntax(syntax) => syntax.code(),
            Self::PackNotCatalog => "pack-not-catalog",
            Self::SchemaMissing => "schema-missing",
            Self::SchemaInvalid => "schema-invalid",
            Self::SchemaNewer { .. } => "schema-newer",
            Self::UnknownKey { .. } => "unknown-key",
            Self::WrongType { .. } => "wrong-type",
            Self::MissingKey { .. } => "missing-key",
            Self::NotAnId { .. } => "not-an-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::DuplicateCatalog { .. } => "duplicate-catalog",
            Self::EmptyText { .. } => "empty-text",
            Self::TextTooLong { .. } => "text-too-long",
            Self::UnknownWord { .. } => "unknown-word",
            Self::Hours(mistake) => mistake.code(),
            Self::HoursReversed { .. } => "hours-reversed",
            Self::DateOutOfRange => "date-out-of-range",
            Self::DateWithTime => "date-with-time",
            Self::NotAPeriod { .. } => "not-a-period",
            Self::EndBeforeStart { .. } => "end-before-start",
            Self::NotAWebAddress => "not-a-web-address",
            Self::ChooseOutOfRange { .. } => "choose-out-of-range",
            Self::UnknownPrerequisite { .. } => "unknown-prerequisite",
            Self::OwnPrerequisite { .. } => "own-prerequisite",
            Self::PrerequisiteCycle { .. } => "prerequisite-cycle",
            Self::UndeclaredTrack { .. } => "undeclared-track",
            Self::UndeclaredStage { .. } => "undeclared-stage",
            Self::UnknownPathwayCourse { .. } => "unknown-pathway-course",
            Self::Pack(mistake) => mistake.code(),
            Self::More { .. } => "more-problems",
        }
    }

    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownKey { .. }
            | Self::NotAWebAddress
            | Self::UnknownPrerequisite { .. }
            | Self::UndeclaredTrack { .. }
            | Self::UndeclaredStage { .. }
            | Self::UnknownPathwayCourse { .. } => Severity::Warning,
            Self::Pack(mistake) => mistake.severity(),
            _ => Severity::Error,
        }
    }
}

impl Syntax {
    fn code(&self) -> &'static str {
        match self {
            Self::UnclosedText => "unclosed-text",
            Self::Unclosed(_) => "unclosed-bracket",
            Self::MissingValue => "missing-value",
            Self::MissingEquals => "missing-equals",
            Self::MissingKey => "missing-name",
            Self::MissingComma => "missing-comma",
            Self::ExtraComma => "extra-comma",
            Self::Unquoted => "unquoted-text",
            Self::BadKey => "bad-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::BadNumber => "bad-number",
            Self::DecimalComma => "decimal-comma",
            Self::BadDate => "bad-date",
            Self::BadBoolean => "bad-boolean",
            Self::BadEscape => "bad-escape",
            Self::ControlCharacter => "control-character",
            Self::LoneCarriageReturn => "lone-carriage-return",
            Self::Trailing => "trailing-text",
            Self::TooDeep => "too-deep",
            Self::Other => "syntax",
        }
    }
}

impl HoursMistake {
    fn code(self) -> &'static str {
        match self {
            Self::Zero => "hours-zero",
            Self::Negative => "hours-negative",
            Self::NotFinite => "hours-not-finite",
            Self::Exponent => "hours-exponent",
            Self::TooManyDecimals => "hours-too-precise",
            Self::TooMany => "hours-too-many",
            Self::Shape => "hours-shape",
        }
    }
}

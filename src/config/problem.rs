//! What can be wrong with the settings file, and where. How it is said is `locale`'s business.

use super::key::Reason;
use crate::action::Action;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A mistake. What it is about does not hold; everything else does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: Arc<PathBuf>,
    pub position: Position,
    pub kind: Kind,
}

/// A stretch of the file: lines and columns from 1, columns in characters; the end is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

impl Position {
    pub(super) fn of(text: &str, span: &Range<usize>) -> Self {
        let (line, column) = line_and_column(text, span.start);
        let (end_line, end_column) = line_and_column(text, span.end.max(span.start));
        Self { line, column, end_line, end_column }
    }
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// The kinds of mistakes. Texts of the file stand in them as they are: not for a terminal before
/// they went through `Safe`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Written for a newer program.
    NewerSchema,
    UnknownSetting {
        found: String,
        near: Option<String>,
    },
    /// Not what the setting takes.
    WrongType {
        setting: &'static str,
        expected: Expected,
    },
    UnknownWord {
        setting: &'static str,
        found: String,
        near: Option<String>,
        allowed: &'static [&'static str],
    },
    OutOfRange {
        setting: &'static str,
        allowed: &'static [u8],
    },
    EmptyText {
        setting: &'static str,
    },
    /// A table of keys for a part of the screen that there is none of.
    UnknownContext {
        found: String,
        near: Option<String>,
    },
    /// A key outside of any table of a part of the screen.
    NoContext {
        found: String,
    },
    /// No name of a key.
    UnknownKey {
        found: String,
        near: Option<String>,
    },
    UnknownAction {
        found: String,
        near: Option<String>,
    },
    /// A terminal cannot send the key, or not so that it can be told from another.
    NotSent {
        key: String,
        reason: Reason,
    },
    /// A key whose meaning cannot be changed.
    Fixed {
        key: String,
        action: Action,
    },
    /// The same keys stand twice in a table, in two spellings; first in this line.
    Twice {
        keys: String,
        line: usize,
    },
    /// One sequence begins the other, which could never be finished; the other is in this line.
    Begins {
        keys: String,
        other: String,
        line: usize,
    },
    /// Applied, but keys of the program are out of reach by it.
    Hides {
        keys: String,
        hidden: Vec<(String, Action)>,
    },
    /// Applied, but the action has no key any more in a part of the screen.
    LastKey {
        action: Action,
    },
}

impl Kind {
    /// Whether what it is about holds all the same.
    pub fn is_remark(&self) -> bool {
        matches!(self, Self::Hides { .. } | Self::LastKey { .. })
    }

    /// A stable name, for programs that read findings.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NewerSchema => "newer-schema",
            Self::UnknownSetting { .. } => "unknown-setting",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownWord { .. } => "unknown-word",
            Self::OutOfRange { .. } => "out-of-range",
            Self::EmptyText { .. } => "empty-text",
            Self::UnknownContext { .. } => "unknown-key-table",
            Self::NoContext { .. } => "key-outside-table",
            Self::UnknownKey { .. } => "unknown-key",
            Self::UnknownAction { .. } => "unknown-action",
            Self::NotSent { .. } => "key-not-sent",
            Self::Fixed { .. } => "fixed-key",
            Self::Twice { .. } => "key-twice",
            Self::Begins { .. } => "key-begins-another",
            Self::Hides { .. } => "key-hides-others",
            Self::LastKey { .. } => "no-key-left",
        }
    }
}

/// What a setting takes, where something of another type stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Flag,
    Number,
    /// A list of texts.
    Texts,
    /// A table.
    Table,
    /// The name of an action.
    Action,
}

//! What can happen to the app. A key becomes one of these in `keys`; what an effect came to comes
//! back as one of these.

use super::configuration::Configuration;
use super::pointer::{Gesture, Target};
use crate::action::Action;
use crate::config::Key;
use crate::config::theme::{Background, ThemeFile};
use crate::domain::{Date, EntryId};
use crate::store::catalog::Opened;
use crate::store::record::{Record, SaveError, Saved, Stepped};
use crate::store::requirements;
use crate::store::settings_file::NotKept;
use crossterm::event::KeyEvent;
use jiff::Timestamp;
use std::path::PathBuf;

#[derive(Debug)]
pub enum Message {
    Do(Action),
    /// A key for the text field that has the focus.
    Type(KeyEvent),
    Paste(String),
    /// A digit of a count.
    Count(usize),
    /// The mouse, so many columns from the left end of what it points at.
    Pointer {
        gesture: Gesture,
        target: Target,
        column: usize,
    },
    /// A key that the query line has of its own.
    Line(LineKey),
    /// The queries of earlier sessions.
    QueriesRead(Vec<String>),
    /// The beginning of a sequence of keys.
    Prefix(Key),
    /// Keys that mean nothing here.
    Unbound(Vec<Key>),
    /// Puts the cursor on a row, by its place in the list that has the keys; in a form, on a field.
    /// A place beyond the last is the last.
    Choose(usize),
    Resize(u16, u16),
    /// The first frame is on the screen.
    Shown,
    /// Half a second has passed: have files changed?
    Look,
    /// The terminal has sent the beginning of something and not its end.
    InputWaiting,
    /// The terminal has told its background.
    Background(Background),
    /// The person's own themes were read.
    ThemesRead(Vec<ThemeFile>),
    /// A theme, and what came of writing it into the config file: its path, or `None` where there is
    /// no folder for settings.
    ThemeKept(String, Result<Option<PathBuf>, NotKept>),
    /// The catalogs were opened again.
    CatalogRead(Box<Opened>),
    /// The requirement packs were read again.
    PacksRead(Box<requirements::Opened>),
    /// The settings file has changed.
    Configured(Box<Configuration>),
    /// Everything was read again because the person asked for it.
    Reloaded,
    /// The learner's files were read again.
    RecordRead(Box<Record>),
    Saved(Result<Saved, SaveError>),
    Stepped(Step, Result<Option<Stepped>, SaveError>),
    /// No browser was opened, or it has failed.
    NotOpened(BrowserFailure),
    /// The editor has ended, or never began. All files have been read again.
    Edited(Box<Edited>),
    /// The identity for the next entry, and which day it is.
    Fresh(EntryId, Date),
    /// What the clock says: for the timer alone.
    Clock(Timestamp),
}

/// Why an address is not in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrowserFailure {
    /// Nothing on this system opens addresses.
    NoLauncher,
    /// The launcher, and the code that it ended with; `None` where it could not be started or was
    /// killed.
    Launcher(String, Option<i32>),
}

/// What came of editing a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub file: PathBuf,
    /// Whether something else stands in it now.
    pub changed: bool,
    pub failure: Option<EditorFailure>,
}

/// What went wrong with the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorFailure {
    /// What VISUAL or EDITOR say is no command: a quote is left open, or nothing stands in it.
    NotACommand(String),
    /// There is no such program.
    Missing(String),
    /// It is there and could not be started.
    NotStarted(String),
    /// It ended with another code than 0.
    Code(String, i32),
    /// A signal has killed it.
    Killed(String),
    /// The terminal has sent half a key, and reading its end would take a key from the editor.
    InputWaiting,
}

impl EditorFailure {
    /// Whether the editor had the file at all.
    pub fn has_run(&self) -> bool {
        matches!(self, Self::Code(..) | Self::Killed(_))
    }
}

/// What a key of the query line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKey {
    /// Complete what stands before the caret, or walk on in the box.
    Complete,
    CompleteBack,
    /// The query asked before.
    Earlier,
    Later,
}

/// A step through the history of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Undo,
    Redo,
}

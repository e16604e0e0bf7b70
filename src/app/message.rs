//! What can happen to the app. A key becomes one of these in `keys`; what an effect came to comes
//! back as one of these.

use crate::action::Action;
use crate::config::Key;
use crate::domain::{Date, EntryId};
use crate::store::catalog::Opened;
use crate::store::record::{Record, SaveError, Saved, Stepped};
use crate::store::requirements;
use crossterm::event::KeyEvent;

#[derive(Debug)]
pub enum Message {
    Do(Action),
    /// A key for the text field that has the focus.
    Type(KeyEvent),
    Paste(String),
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
    /// The catalogs were opened again.
    CatalogRead(Box<Opened>),
    /// The requirement packs were read again.
    PacksRead(Box<requirements::Opened>),
    /// Everything was read again because the person asked for it.
    Reloaded,
    /// The learner's files were read again.
    RecordRead(Box<Record>),
    Saved(Result<Saved, SaveError>),
    Stepped(Step, Result<Option<Stepped>, SaveError>),
    /// The identity for the next entry, and which day it is.
    Fresh(EntryId, Date),
}

/// A step through the history of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Undo,
    Redo,
}

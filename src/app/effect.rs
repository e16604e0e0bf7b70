//! What the app asks of the world. This is the whole list of side effects; `tui::effects` runs them.

use super::message::Step;
use crate::domain::{CourseId, Operation, RuleId};
use std::path::PathBuf;

/// What an editor is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file, at a line from 1 where there is one.
    File(PathBuf, Option<usize>),
    /// The plan, at this course's item.
    Plan(CourseId),
    /// The profile, where it says how this rule is followed.
    Profile(RuleId),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make it durable, read the record again, say so.
    Save(Operation),
    /// The same for an entry with certificates: each is kept first, and without all of them nothing
    /// is saved. A leading `~/` is the person's home folder.
    SaveWithProof(Operation, Vec<PathBuf>),
    Step(Step),
    /// Keep a query for later sessions; whether that succeeds is of no consequence.
    KeepQuery(String),
    /// Read the queries of earlier sessions.
    ReadQueries,
    /// Read what has changed on disk since the last look.
    Look,
    /// Read what the first frame could do without: the rest of the bundled catalog and packs.
    Open,
    /// Read catalogs and record, changed or not.
    Reload,
    /// Put this text on the clipboard of whoever sits at the terminal.
    Copy(String),
    /// Open this address in the browser; it has been looked at.
    OpenUrl(String),
    /// Lend the terminal to the person's editor, then read everything again.
    Edit(Target),
    /// Clear the screen and draw it anew.
    Redraw,
    /// Hand the terminal back to the shell until the program is called to the foreground.
    Suspend,
    Quit,
}

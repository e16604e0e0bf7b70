//! What a person can do to their data: the one list that TUI, command line, journal, undo and
//! redo share. An operation says what is meant, not what a file looks like, so that it can be
//! applied to the file as it is at the moment of saving.

use super::hours::Voiding;
use super::profile::Fact;
use super::{CourseId, Entry, Following, PlanItem, RuleId, SavedView, ViewName};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Appends the items, in order, as one step. Courses already in the plan are left as they are.
    PlanAdd(Vec<PlanItem>),
    /// Takes the courses out, as one step.
    PlanRemove(Vec<CourseId>),
    /// Puts a course at a position of the plan, from 0; beyond the end means last.
    PlanMove { course: CourseId, to: usize },
    /// Sets target date, why, note and withdrawal of an item that is there.
    PlanEdit(PlanItem),
    /// Records an entry; where it `replaces` one, this is an edit.
    LogAdd(Box<Entry>),
    /// Takes an entry out of the count.
    LogVoid(Voiding),
    /// Follows a rule, or says anew how one that is followed already binds.
    Follow(Following),
    /// Follows a rule no longer.
    Unfollow(RuleId),
    /// Sets or takes out name, licence and dates, as one step.
    ProfileEdit(Vec<Fact>),
    /// Saves a query under a name, or in the place of what the name stood for.
    ViewSave(SavedView),
    /// Takes a saved view out.
    ViewRemove(ViewName),
}

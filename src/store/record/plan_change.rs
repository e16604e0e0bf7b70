//! A change of `plan.toml` that can be taken back: which bytes it exchanged, and which items.
//!
//! Where the file is, byte for byte, as the change left it, taking it back restores the old bytes
//! exactly. Where somebody edited the file since, the change is taken back item by item, and
//! refused where one of the items is no longer as the change left it.

use super::exchange::Exchange;
use super::key_line;
use super::layout::Layout;
use super::plan_text::{self, PlanRead, editable, render};
use super::source::Source;
use crate::domain::{CourseId, Operation, Plan, PlanItem};
use serde::{Deserialize, Serialize};
use toml_edit::{Item, Table};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PlanChange {
    #[serde(flatten)]
    bytes: Exchange,
    items: Vec<ItemChange>,
}

/// What became of one item; on the side where it is absent there is no state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ItemChange {
    pub(super) course: String,
    pub(super) before: Option<ItemState>,
    pub(super) after: Option<ItemState>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ItemState {
    pub(super) at: usize,
    pub(super) text: String,
}

/// What an operation makes of a plan.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) bytes: Vec<u8>,
    pub(super) change: PlanChange,
    /// How many items are not as before.
    pub(super) touched: usize,
}

/// Why a change was not made.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// The item is no longer as the change left it.
    ItemChanged(CourseId),
    /// The text that came out does not say what was meant. Nothing is written then.
    Garbled,
}

/// Applies an operation to the text of a plan; `None` where it would change nothing.
pub(super) fn apply(
    source: &Source,
    read: &PlanRead,
    operation: &Operation,
) -> Result<Option<Planned>, Refused> {
    let (intended, courses) = intend(&read.plan, operation);
    if courses.is_empty() {
        return Ok(None);
    }
    let old = cut(&source.text).ok_or(Refused::Garbled)?;
    let mut new = old.clone();
    match operation {
        Operation::PlanAdd(items) => {
            for item in items.iter().filter(|item| courses.contains(&item.course)) {
                if new.position(&item.course).is_none() {
                    new.insert(usize::MAX, item.course.clone(), &render(item));
                }
            }
        }
        Operation::PlanRemove(_) => courses.iter().for_each(|course| new.remove(course)),
        Operation::PlanMove { course, to } => new.place(course, *to),
        Operation::PlanEdit(item) => {
            let (before, after) = (read.plan.get(&item.course), intended.get(&item.course));
            let (Some(before), Some(after)) = (before, after) else { return Err(Refused::Garbled) };
            edit(&mut new, before, after).ok_or(Refused::Garbled)?;
        }
        Operation::LogAdd(_)
        | Operation::LogVoid(_)
        | Operation::Follow(_)
        | Operation::Unfollow(_)
        | Operation::ProfileEdit(_)
        | Operation::ViewSave(_)
        | Operation::ViewRemove(_) => return Ok(None),
    }
    let planned = finish(source, &old, &new, &courses)?;
    match reread(source, &planned.bytes) {
        Some(found) if found == intended => Ok(Some(planned)),
        _ => Err(Refused::Garbled),
    }
}

/// The plan that an operation is to leave, and the courses that it touches.
fn intend(plan: &Plan, operation: &Operation) -> (Plan, Vec<CourseId>) {
    let mut intended = plan.clone();
    let mut touched = Vec::new();
    match operation {
        Operation::PlanAdd(items) => {
            for item in items {
                if intended.get(&item.course).is_none() {
                    intended.items.push(item.clone());
                    touched.push(item.course.clone());
                }
            }
        }
        Operation::PlanRemove(courses) => {
            let gone = |course: &CourseId| courses.contains(course);
            touched = plan.items.iter().map(|item| item.course.clone()).filter(gone).collect();
            intended.items.retain(|item| !gone(&item.course));
        }
        Operation::PlanMove { course, to } => {
            if let Some(from) = plan.position(course) {
                let item = intended.items.remove(from);
                let to = (*to).min(intended.items.len());
                intended.items.insert(to, item);
                if from != to {
                    touched.push(course.clone());
                }
            }
        }
        Operation::PlanEdit(edited) => {
            if let Some(item) = intended.items.iter_mut().find(|item| item.course == edited.course) {
                let old = item.clone();
                item.by = edited.by;
                item.why.clone_from(&edited.why);
                item.note.clone_from(&edited.note);
                item.withdrawn = edited.withdrawn;
                if *item != old {
                    touched.push(edited.course.clone());
                }
            }
        }
        Operation::LogAdd(_)
        | Operation::LogVoid(_)
        | Operation::Follow(_)
        | Operation::Unfollow(_)
        | Operation::ProfileEdit(_)
        | Operation::ViewSave(_)
        | Operation::ViewRemove(_) => {}
    }
    (intended, touched)
}

impl PlanChange {
    /// The change the other way round.
    pub(super) fn inverse(&self) -> Self {
        let turn = |item: &ItemChange| ItemChange {
            course: item.course.clone(),
            before: item.after.clone(),
            after: item.before.clone(),
        };
        Self { bytes: self.bytes.inverse(), items: self.items.iter().map(turn).collect() }
    }

    pub(super) fn items(&self) -> &[ItemChange] {
        &self.items
    }

    /// Whether a file's bytes are what this change made of it.
    pub(super) fn is_made_in(&self, bytes: &[u8]) -> bool {
        self.bytes.is_made_in(bytes)
    }

    /// Makes the change in a plan, whether or not the file is as it was recorded.
    pub(super) fn make(&self, source: &Source) -> Result<Planned, Refused> {
        if let Some(exact) = self.bytes.make(&source.bytes()) {
            return Ok(Planned { bytes: exact, change: self.clone(), touched: self.items.len() });
        }
        let old = cut(&source.text).ok_or(Refused::Garbled)?;
        let mut new = old.clone();
        let mut courses = Vec::new();
        for item in &self.items {
            let course = CourseId::new(&item.course).ok_or(Refused::Garbled)?;
            if old.item(&course) != item.before.as_ref().map(|state| state.text.clone()) {
                return Err(Refused::ItemChanged(course));
            }
            match (&item.before, &item.after) {
                (Some(_), None) => new.remove(&course),
                (None, Some(after)) => new.insert(after.at, course.clone(), &after.text),
                (Some(before), Some(after)) => {
                    new.replace(&course, &after.text);
                    if before.at != after.at {
                        new.place(&course, after.at);
                    }
                }
                (None, None) => {}
            }
            courses.push(course);
        }
        let planned = finish(source, &old, &new, &courses)?;
        let found = reread(source, &planned.bytes).ok_or(Refused::Garbled)?;
        let as_meant = self.items.iter().all(|item| {
            let there = found.items.iter().any(|found| found.course.as_str() == item.course);
            there == item.after.is_some()
        });
        if as_meant { Ok(planned) } else { Err(Refused::Garbled) }
    }
}

fn finish(
    source: &Source,
    old: &Layout<CourseId>,
    new: &Layout<CourseId>,
    courses: &[CourseId],
) -> Result<Planned, Refused> {
    let state = |layout: &Layout<CourseId>, course: &CourseId| {
        Some(ItemState { at: layout.position(course)?, text: layout.item(course)? })
    };
    let item = |course: &CourseId| ItemChange {
        course: course.as_str().to_owned(),
        before: state(old, course),
        after: state(new, course),
    };
    let after = Source { text: new.text(), ..source.clone() }.bytes();
    let bytes = Exchange::between(&source.bytes(), &after).ok_or(Refused::Garbled)?;
    let change = PlanChange { bytes, items: courses.iter().map(item).collect() };
    Ok(Planned { bytes: after, change, touched: courses.len() })
}

/// The plan's text as its items and what stands between them.
fn cut(text: &str) -> Option<Layout<CourseId>> {
    let course = |table: &Table| table.get("course").and_then(Item::as_str).and_then(CourseId::new);
    Layout::new(text, &["item"], course)
}

/// Sets the keys in which two versions of an item differ; `None` where its text does not let itself
/// be edited so.
fn edit(layout: &mut Layout<CourseId>, old: &PlanItem, new: &PlanItem) -> Option<()> {
    layout.edit(&old.course, |text, eol| {
        let mut text = text.to_owned();
        for ((key, before), (_, after)) in editable(old).into_iter().zip(editable(new)) {
            if before != after {
                text = key_line::set(&text, &["item"], key, after.as_deref(), eol)?;
            }
        }
        Some(text)
    })
}

fn reread(source: &Source, bytes: &[u8]) -> Option<Plan> {
    let source = Source::new(&source.file, bytes.to_vec()).ok()?;
    let read = plan_text::read(&source);
    read.blocked.is_none().then_some(read.plan)
}

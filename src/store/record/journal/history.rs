//! What the lines of a journal amount to: which steps can be taken back, and which done again.

use super::super::entry_text::{self, Filed};
use super::super::plan_change::{ItemState, PlanChange};
use super::super::plan_text::{self, EMPTY};
use super::super::source::Source;
use super::super::text_change::{PieceChange, TextChange};
use super::super::text_file::TextFile;
use super::super::{piece_layout, profile_text, view_text};
use super::line::{EntryChange, Kind, Line, OpName};
use crate::domain::profile::{Fact, Piece};
use crate::domain::{CourseId, Operation, PlanItem, Profile};
use std::collections::HashSet;
use std::path::Path;

/// A step as it was last done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Step {
    /// Of the line that did it first.
    pub(in super::super) id: String,
    pub(in super::super) operation: Operation,
    pub(in super::super) change: Change,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Change {
    Entry(EntryChange),
    Plan(Box<PlanChange>),
    Profile(Box<TextChange>),
    Views(Box<TextChange>),
}

/// Two stacks, the next step last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct History {
    pub(in super::super) done: Vec<Step>,
    pub(in super::super) undone: Vec<Step>,
}

impl History {
    pub(in super::super) fn of(lines: Vec<Line>) -> Self {
        let of = |line: &Line| line.of.clone().filter(|_| line.kind == Kind::Cancel);
        let cancelled: HashSet<String> = lines.iter().filter_map(of).collect();
        let mut history = Self::default();
        for line in lines.into_iter().filter(|line| !cancelled.contains(&line.id)) {
            history.follow(line);
        }
        history
    }

    fn follow(&mut self, line: Line) {
        match line.kind {
            Kind::Do => {
                self.undone.clear();
                self.done.extend(step(line));
            }
            Kind::Undo => {
                if let Some(mut step) = take(&mut self.done, line.of.as_deref()) {
                    let text = line.text_change().map(|(file, change)| (file, change.inverse()));
                    step.update(line.plan.map(|change| change.inverse()), text);
                    self.undone.push(step);
                }
            }
            Kind::Redo => {
                if let Some(mut step) = take(&mut self.undone, line.of.as_deref()) {
                    let text = line.text_change().map(|(file, change)| (file, change.clone()));
                    step.update(line.plan, text);
                    self.done.push(step);
                }
            }
            Kind::Skip => {
                let skipped = take(&mut self.done, line.of.as_deref());
                drop(skipped.or_else(|| take(&mut self.undone, line.of.as_deref())));
            }
            Kind::Done | Kind::Cancel => {}
        }
    }
}

impl Step {
    /// Whether the step says anew how a rule binds that was followed before.
    pub(in super::super) fn follows_anew(&self) -> bool {
        let Change::Profile(change) = &self.change else { return false };
        let known = change.pieces().first().is_some_and(|piece| piece.before.is_some());
        known && matches!(self.operation, Operation::Follow(_))
    }

    /// The bytes that the step last exchanged, so that the next one restores exactly these.
    fn update(&mut self, plan: Option<PlanChange>, text: Option<(TextFile, TextChange)>) {
        let plan = plan.map(|change| Change::Plan(Box::new(change)));
        let change = plan.or_else(|| text.map(|(file, change)| file.change(change)));
        self.change = change.unwrap_or_else(|| self.change.clone());
    }
}

fn take(steps: &mut Vec<Step>, id: Option<&str>) -> Option<Step> {
    let at = steps.iter().rposition(|step| Some(step.id.as_str()) == id)?;
    Some(steps.remove(at))
}

/// `None` for a line that names no change, or one that this version cannot read.
fn step(line: Line) -> Option<Step> {
    let op = line.op?;
    let (operation, change) = match (line.entry, line.plan, line.profile, line.views) {
        (Some(entry), None, None, None) => (logged(&entry)?, Change::Entry(entry)),
        (None, Some(plan), None, None) => (planned(op, &plan)?, Change::Plan(Box::new(plan))),
        (None, None, Some(profile), None) => (profiled(op, &profile)?, Change::Profile(Box::new(profile))),
        (None, None, None, Some(views)) => (viewed(op, &views)?, Change::Views(Box::new(views))),
        _ => return None,
    };
    Some(Step { id: line.id, operation, change })
}

fn logged(entry: &EntryChange) -> Option<Operation> {
    let source = Source::new(Path::new(&entry.path), entry.text.clone().into_bytes()).ok()?;
    Some(match entry_text::parse(&source).0? {
        Filed::Entry(entry) => Operation::LogAdd(entry),
        Filed::Voiding(voiding) => Operation::LogVoid(voiding),
    })
}

fn planned(op: OpName, change: &PlanChange) -> Option<Operation> {
    let after = || change.items().iter().map(|item| item.after.as_ref());
    Some(match op {
        OpName::PlanAdd => {
            Operation::PlanAdd(after().map(|state| planned_item(state?)).collect::<Option<_>>()?)
        }
        OpName::PlanRemove => {
            let courses = change.items().iter().map(|item| CourseId::new(&item.course));
            Operation::PlanRemove(courses.collect::<Option<_>>()?)
        }
        OpName::PlanMove => {
            let item = change.items().first()?;
            let to = item.after.as_ref()?.at;
            Operation::PlanMove { course: CourseId::new(&item.course)?, to }
        }
        OpName::PlanEdit => Operation::PlanEdit(planned_item(after().next()??)?),
        OpName::LogAdd
        | OpName::LogVoid
        | OpName::Follow
        | OpName::Unfollow
        | OpName::ProfileEdit
        | OpName::ViewSave
        | OpName::ViewRemove => return None,
    })
}

fn planned_item(state: &ItemState) -> Option<PlanItem> {
    let text = format!("{EMPTY}{}\n", state.text);
    let source = Source::new(Path::new("journal"), text.into_bytes()).ok()?;
    plan_text::read(&source).plan.items.into_iter().next()
}

fn profiled(op: OpName, change: &TextChange) -> Option<Operation> {
    let first = change.pieces().first()?;
    Some(match (op, piece_layout::piece(&first.piece)?) {
        (OpName::Follow, Piece::Rule(_)) => Operation::Follow(profile_after(first)?.following.pop()?),
        (OpName::Unfollow, Piece::Rule(rule)) => Operation::Unfollow(rule),
        (OpName::ProfileEdit, _) => {
            Operation::ProfileEdit(change.pieces().iter().map(fact).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

fn fact(change: &PieceChange) -> Option<Fact> {
    let mut profile = profile_after(change)?;
    Some(match piece_layout::piece(&change.piece)? {
        Piece::Name => Fact::Name(profile.name),
        Piece::Licence => Fact::Licence(profile.licence),
        Piece::Date(name) => {
            let date = profile.dates.remove(&name);
            Fact::Date(name, date)
        }
        Piece::Rule(_) | Piece::View(_) => return None,
    })
}

/// A profile that states nothing but a piece as a change left it.
fn profile_after(change: &PieceChange) -> Option<Profile> {
    let piece = piece_layout::piece(&change.piece)?;
    let text = piece_layout::put(profile_text::EMPTY, &piece, change.after.as_ref())?;
    let source = Source::new(Path::new("journal"), text.into_bytes()).ok()?;
    Some(profile_text::read(&source).profile)
}

fn viewed(op: OpName, change: &TextChange) -> Option<Operation> {
    let first = change.pieces().first()?;
    let piece = piece_layout::piece(&first.piece)?;
    Some(match (op, &piece) {
        (OpName::ViewSave, Piece::View(name)) => {
            let text = piece_layout::put(view_text::EMPTY, &piece, first.after.as_ref())?;
            let source = Source::new(Path::new("journal"), text.into_bytes()).ok()?;
            Operation::ViewSave(view_text::read(&source).views.get(name)?.clone())
        }
        (OpName::ViewRemove, Piece::View(name)) => Operation::ViewRemove(name.clone()),
        _ => return None,
    })
}

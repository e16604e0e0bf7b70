//! `tuition done`: hours for a catalog course, with the course's values as defaults.

use super::context::Context;
use super::courses;
use super::error::CliError;
use super::log::{EntryOptions, from_course};
use crate::domain::course::StatedHours;
use crate::domain::vocabulary::Outcome;
use crate::domain::{Course, Operation};
use crate::locale::cli::{Failure, Notice};
use crate::locale::vocabulary;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct DoneArgs {
    id: String,
    #[command(flatten)]
    options: EntryOptions,
}

pub(super) fn run(context: &Context<'_>, args: &DoneArgs) -> Result<(), CliError> {
    let course = courses::find(context.catalog()?, &args.id)?;
    let mut entry = from_course(course, context)?;
    args.options.apply(&mut entry, context)?;
    if entry.amount.is_zero() {
        return Err(Failure::HoursNotStated { course: course.id.clone() }.into());
    }
    args.options.keep_evidence(&mut entry, context)?;
    let recorded = Notice::Recorded {
        title: course.title.in_order(context.lang.is_chinese()).0.to_owned(),
        amount: entry.amount,
        unit: entry.unit,
        date: entry.date,
    };
    let (id, outcome) = (entry.id.clone(), entry.outcome);
    context.apply(Operation::LogAdd(Box::new(entry)))?;
    context.console.report(&format!("saved {id}"))?;
    context.console.note(&recorded);
    for remark in remarks(course, &args.options, outcome, context) {
        context.console.note(&remark);
    }
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// What was assumed, and may not be what the person meant.
fn remarks(course: &Course, options: &EntryOptions, outcome: Outcome, context: &Context<'_>) -> Vec<Notice> {
    let mut remarks = Vec::new();
    if let (None, Some(StatedHours::Range { .. })) = (&options.hours, &course.hours) {
        let stated = vocabulary::hours(context.lang, course.hours.as_ref(), course.unit);
        remarks.push(Notice::LowerEnd { stated });
    }
    if let (Some(assessment), Outcome::Completed) = (&course.assessment, outcome) {
        remarks.push(Notice::Assessment(assessment.clone()));
    }
    remarks
}

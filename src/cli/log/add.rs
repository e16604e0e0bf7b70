//! `tuition log add`: hours for anything, one entry or a batch of them.

use super::{EntryOptions, batch, blank, from_course};
use crate::cli::context::Context;
use crate::cli::courses;
use crate::cli::error::CliError;
use crate::domain::{Entry, Operation};
use crate::locale::cli::{Failure, Notice};
use clap::Args;

/// What describes one entry and says nothing of a batch.
const ONE_ENTRY: &[&str] = &[
    "title",
    "course",
    "hours",
    "unit",
    "on",
    "categories",
    "form",
    "result",
    "provider",
    "url",
    "note",
    "evidence",
];

#[derive(Debug, Args)]
pub(in crate::cli) struct AddArgs {
    #[arg(required_unless_present = "batch")]
    title: Option<String>,
    #[command(flatten)]
    options: EntryOptions,
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    #[arg(long, value_name = "-", value_parser = ["-"], conflicts_with_all = ONE_ENTRY)]
    batch: Option<String>,
}

pub(super) fn run(context: &Context<'_>, args: &AddArgs) -> Result<(), CliError> {
    if args.batch.is_some() {
        return batch::run(context);
    }
    let title = args.title.as_deref().unwrap_or_default();
    let entry = compose(title, args.course.as_deref(), &args.options, context)?;
    let recorded = Notice::Recorded {
        title: entry.title.clone(),
        amount: entry.amount,
        unit: entry.unit,
        date: entry.date,
    };
    let id = entry.id.clone();
    context.apply(Operation::LogAdd(Box::new(entry)))?;
    context.console.report(&format!("saved {id}"))?;
    context.console.note(&recorded);
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// The entry that title, course and options describe.
pub(super) fn compose(
    title: &str,
    course: Option<&str>,
    options: &EntryOptions,
    context: &Context<'_>,
) -> Result<Entry, CliError> {
    let mut entry = blank(title, context)?;
    if let Some(course) = course {
        let course = courses::find(context.catalog()?, course)?;
        entry = Entry { title: entry.title, ..from_course(course, context)? };
    }
    options.apply(&mut entry, context)?;
    match (entry.amount.is_zero(), &entry.course) {
        (false, _) => {}
        (true, Some(course)) => return Err(Failure::HoursNotStated { course: course.clone() }.into()),
        (true, None) => return Err(Failure::HoursMissing.into()),
    }
    options.keep_evidence(&mut entry, context)?;
    Ok(entry)
}

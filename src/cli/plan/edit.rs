//! `tuition plan edit`: target date, why, note and withdrawal of a planned course.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::{courses, typed};
use crate::domain::{Operation, PlanItem};
use crate::locale::cli::{Failure, Notice};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct EditArgs {
    id: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    withdrawn: Option<String>,
}

pub(super) fn run(context: &Context<'_>, args: &EditArgs) -> Result<(), CliError> {
    if args.by.is_none() && args.why.is_none() && args.note.is_none() && args.withdrawn.is_none() {
        return Err(Failure::NothingToChange.into());
    }
    let record = context.record_to_plan()?;
    let id = courses::find_planned(&record.plan, &args.id)?;
    let Some(item) = record.plan.get(id) else {
        return Err(Failure::NotPlanned { text: args.id.clone(), near: Vec::new() }.into());
    };
    let date = |typed: &Option<String>, option, kept| match typed.as_deref() {
        None => Ok(kept),
        Some("none") => Ok(None),
        Some(text) => typed::any_date(text, option, context.today).map(Some),
    };
    let text = |typed: &Option<String>, kept: &Option<String>| match typed {
        None => kept.clone(),
        Some(text) => typed::text(text),
    };
    let changed = PlanItem {
        by: date(&args.by, "--by", item.by)?,
        withdrawn: date(&args.withdrawn, "--withdrawn", item.withdrawn)?,
        why: text(&args.why, &item.why),
        note: text(&args.note, &item.note),
        ..item.clone()
    };
    let title = changed.title.clone();
    context.apply(Operation::PlanEdit(changed))?;
    context.console.report(&format!("changed {id}"))?;
    context.console.note(&Notice::PlanEdited(title));
    context.console.note(&Notice::UndoHint);
    Ok(())
}

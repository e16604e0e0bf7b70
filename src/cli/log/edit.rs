//! `tuition log edit`: a new entry that replaces the old one, which stays readable.

use super::EntryOptions;
use crate::cli::context::Context;
use crate::cli::entries;
use crate::cli::error::CliError;
use crate::cli::typed;
use crate::domain::hours::Standing;
use crate::domain::{Entry, HoursRecord, Operation};
use crate::locale::cli::{Failure, Notice};
use crate::store::record::new_entry_id;
use clap::Args;
use jiff::Timestamp;

#[derive(Debug, Args)]
pub(in crate::cli) struct EditArgs {
    id: String,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[command(flatten)]
    options: EntryOptions,
}

pub(super) fn run(context: &Context<'_>, args: &EditArgs) -> Result<(), CliError> {
    if args.title.is_none() && args.options.is_empty() {
        return Err(Failure::NothingToChange.into());
    }
    let record = context.record()?;
    let old = live(&record.hours, &args.id)?;
    let now = Timestamp::now();
    let mut entry =
        Entry { id: new_entry_id(now), replaces: Some(old.id.clone()), recorded: Some(now), ..old.clone() };
    if let Some(title) = &args.title {
        entry.title = typed::text(title).ok_or(Failure::EmptyTitle)?;
    }
    args.options.apply(&mut entry, context)?;
    args.options.keep_evidence(&mut entry, context)?;
    let edited = Notice::EntryEdited {
        title: entry.title.clone(),
        amount: entry.amount,
        unit: entry.unit,
        date: entry.date,
    };
    let id = entry.id.clone();
    context.apply(Operation::LogAdd(Box::new(entry)))?;
    context.console.report(&format!("saved {id}"))?;
    context.console.note(&edited);
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// An entry that still counts.
fn live<'r>(record: &'r HoursRecord, text: &str) -> Result<&'r Entry, Failure> {
    let entry = entries::find(record, text)?;
    match record.standing(&entry.id) {
        Standing::Live => Ok(entry),
        Standing::Void(_) => Err(Failure::EntryVoid { id: entry.id.clone() }),
        Standing::Replaced(by) => Err(Failure::EntryReplaced { id: entry.id.clone(), by: by.id.clone() }),
    }
}

//! `tuition log void`: an entry that counts no longer, with the reason why.

use crate::cli::context::Context;
use crate::cli::entries;
use crate::cli::error::CliError;
use crate::cli::typed;
use crate::domain::Operation;
use crate::domain::hours::{Standing, Voiding};
use crate::locale::cli::{Failure, Notice};
use crate::store::record::new_entry_id;
use clap::Args;
use jiff::Timestamp;

#[derive(Debug, Args)]
pub(super) struct VoidArgs {
    id: String,
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

pub(super) fn run(context: &Context<'_>, args: &VoidArgs) -> Result<(), CliError> {
    let reason = typed::text(&args.reason).ok_or(Failure::EmptyReason)?;
    let record = context.record()?;
    let entry = entries::find(&record.hours, &args.id)?;
    match record.hours.standing(&entry.id) {
        Standing::Live => {}
        Standing::Void(_) => {
            context.console.note(&Notice::AlreadyVoid(entry.title.clone()));
            return Ok(());
        }
        Standing::Replaced(by) => {
            return Err(Failure::EntryReplaced { id: entry.id.clone(), by: by.id.clone() }.into());
        }
    }
    let now = Timestamp::now();
    let voiding = Voiding {
        id: new_entry_id(now),
        target: entry.id.clone(),
        date: entry.date,
        reason: Some(reason),
        recorded: Some(now),
    };
    context.apply(Operation::LogVoid(voiding))?;
    context.console.report(&format!("voided {}", entry.id))?;
    context.console.note(&Notice::EntryVoided(entry.title.clone()));
    context.console.note(&Notice::UndoHint);
    Ok(())
}

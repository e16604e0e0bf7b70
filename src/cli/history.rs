//! `tuition undo` and `tuition redo`: the same history as in the views.

use super::context::Context;
use super::error::CliError;
use crate::locale::Say;
use crate::locale::cli::{Failure, Notice};
use jiff::Timestamp;

pub(super) fn undo(context: &Context<'_>) -> Result<(), CliError> {
    let Some(step) = context.home()?.undo(Timestamp::now())? else {
        return Err(Failure::NothingToUndo.into());
    };
    context.console.report(&Notice::Undone(step.say(context.lang)).say(context.lang))?;
    context.console.note(&Notice::RedoHint);
    Ok(())
}

pub(super) fn redo(context: &Context<'_>) -> Result<(), CliError> {
    let Some(step) = context.home()?.redo(Timestamp::now())? else {
        return Err(Failure::NothingToRedo.into());
    };
    context.console.report(&Notice::Redone(step.say(context.lang)).say(context.lang))?;
    context.console.note(&Notice::UndoHint);
    Ok(())
}

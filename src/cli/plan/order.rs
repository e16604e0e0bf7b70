//! `tuition plan remove` and `tuition plan move`.

use crate::cli::context::Context;
use crate::cli::courses;
use crate::cli::error::CliError;
use crate::domain::{CourseId, Operation};
use crate::locale::cli::{Failure, Notice};
use clap::Args;

#[derive(Debug, Args)]
#[command(visible_alias = "rm")]
pub(super) struct RemoveArgs {
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
}

pub(super) fn remove(context: &Context<'_>, args: &RemoveArgs) -> Result<(), CliError> {
    let record = context.record_to_plan()?;
    let mut leaving: Vec<CourseId> = Vec::new();
    for id in &args.ids {
        let id = courses::find_planned(&record.plan, id)?;
        if !leaving.contains(id) {
            leaving.push(id.clone());
        }
    }
    context.apply(Operation::PlanRemove(leaving.clone()))?;
    for id in &leaving {
        context.console.report(&format!("removed {id}"))?;
        let title = record.plan.get(id).map_or("", |item| &item.title);
        context.console.note(&Notice::Unplanned(title.to_owned()));
    }
    context.console.note(&Notice::UndoHint);
    Ok(())
}

#[derive(Debug, Args)]
pub(super) struct MoveArgs {
    id: String,
    position: String,
}

pub(super) fn change_place(context: &Context<'_>, args: &MoveArgs) -> Result<(), CliError> {
    let record = context.record_to_plan()?;
    let id = courses::find_planned(&record.plan, &args.id)?;
    let last = record.plan.items.len();
    let position = match args.position.as_str() {
        "last" => last,
        text => match text.parse::<usize>() {
            Ok(position) if position > 0 => position.min(last),
            _ => return Err(Failure::BadPosition { text: text.to_owned() }.into()),
        },
    };
    context.apply(Operation::PlanMove { course: id.clone(), to: position - 1 })?;
    context.console.report(&format!("moved {id} {position}"))?;
    let title = record.plan.get(id).map_or("", |item| &item.title).to_owned();
    context.console.note(&Notice::Moved { title, position });
    context.console.note(&Notice::UndoHint);
    Ok(())
}

//! `tuition plan`: what a person intends to take, in the order of their choosing.

mod add;
mod edit;
mod list;
mod order;

use super::context::Context;
use super::error::CliError;
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct PlanArgs {
    #[command(subcommand)]
    command: PlanCommand,
}

#[derive(Debug, Subcommand)]
enum PlanCommand {
    Add(add::AddArgs),
    Remove(order::RemoveArgs),
    Move(order::MoveArgs),
    Edit(edit::EditArgs),
    List(list::ListArgs),
}

pub(super) fn run(context: &Context<'_>, args: &PlanArgs) -> Result<(), CliError> {
    match &args.command {
        PlanCommand::Add(args) => add::run(context, args),
        PlanCommand::Remove(args) => order::remove(context, args),
        PlanCommand::Move(args) => order::change_place(context, args),
        PlanCommand::Edit(args) => edit::run(context, args),
        PlanCommand::List(args) => list::run(context, args),
    }
}

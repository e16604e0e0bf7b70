//! `tuition log`: the hours record, also for what is in no catalog.

mod add;
mod batch;
mod edit;
mod list;
mod options;
mod show;
mod void;

pub(super) use options::{EntryOptions, blank, from_course};

use super::context::Context;
use super::error::CliError;
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct LogArgs {
    #[command(subcommand)]
    command: LogCommand,
}

#[derive(Debug, Subcommand)]
enum LogCommand {
    Add(Box<add::AddArgs>),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Edit(Box<edit::EditArgs>),
    Void(void::VoidArgs),
}

pub(super) fn run(context: &Context<'_>, args: LogArgs) -> Result<(), CliError> {
    match args.command {
        LogCommand::Add(args) => add::run(context, &args),
        LogCommand::List(args) => list::run(context, &args),
        LogCommand::Show(args) => show::run(context, &args),
        LogCommand::Edit(args) => edit::run(context, &args),
        LogCommand::Void(args) => void::run(context, &args),
    }
}

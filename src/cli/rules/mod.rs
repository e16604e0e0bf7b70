//! `tuition rules`: requirement packs, what they say, and whether they hold.

mod check;
mod json;
mod list;
mod show;

use super::context::Context;
use super::error::CliError;
use clap::{Args, Subcommand};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    command: RulesCommand,
}

#[derive(Debug, Subcommand)]
enum RulesCommand {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Check(check::CheckArgs),
}

pub(super) fn run(context: &Context<'_>, args: &RulesArgs) -> Result<ExitCode, CliError> {
    match &args.command {
        RulesCommand::List(args) => list::run(context, args),
        RulesCommand::Show(args) => show::run(context, args),
        RulesCommand::Check(args) => return check::run(context, args),
    }?;
    Ok(ExitCode::SUCCESS)
}

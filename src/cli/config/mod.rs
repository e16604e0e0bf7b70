//! `tuition config`: the settings and where everything is, one file per subcommand.

mod check;
mod edit;
mod path;
mod show;

use super::context::Context;
use super::error::CliError;
use clap::{Args, Subcommand};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    Path(path::PathArgs),
    Show(show::ShowArgs),
    Edit,
    Check(check::CheckArgs),
}

pub(super) fn run(context: &Context<'_>, args: &ConfigArgs) -> Result<ExitCode, CliError> {
    match &args.command {
        ConfigCommand::Path(args) => path::run(context, args)?,
        ConfigCommand::Show(args) => show::run(context, args)?,
        ConfigCommand::Edit => return edit::run(context),
        ConfigCommand::Check(args) => return check::run(context, args),
    }
    Ok(ExitCode::SUCCESS)
}

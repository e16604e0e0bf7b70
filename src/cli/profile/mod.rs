//! `tuition profile`: name, licence and dates of the person, and the rules that are followed.

mod set;
mod show;

use super::context::Context;
use super::error::CliError;
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct ProfileArgs {
    #[command(subcommand)]
    command: Option<ProfileCommand>,
    #[command(flatten)]
    show: show::ShowArgs,
}

#[derive(Debug, Subcommand)]
enum ProfileCommand {
    Show(show::ShowArgs),
    Set(set::SetArgs),
}

pub(super) fn run(context: &Context<'_>, args: &ProfileArgs) -> Result<(), CliError> {
    match &args.command {
        None => show::run(context, &args.show),
        Some(ProfileCommand::Show(args)) => show::run(context, args),
        Some(ProfileCommand::Set(args)) => set::run(context, args),
    }
}

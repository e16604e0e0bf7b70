//! `tuition rules`: requirement packs, what they say, whether they hold, and which bind the person.

mod check;
mod follow;
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
    Follow(follow::FollowArgs),
    Unfollow(follow::UnfollowArgs),
}

pub(super) fn run(context: &Context<'_>, args: &RulesArgs) -> Result<ExitCode, CliError> {
    match &args.command {
        RulesCommand::List(args) => list::run(context, args),
        RulesCommand::Show(args) => show::run(context, args),
        RulesCommand::Check(args) => return check::run(context, args),
        RulesCommand::Follow(args) => follow::follow(context, args),
        RulesCommand::Unfollow(args) => follow::unfollow(context, args),
    }?;
    Ok(ExitCode::SUCCESS)
}

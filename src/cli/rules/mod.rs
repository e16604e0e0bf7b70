//! `tuition rules`: requirement packs, and which of them bind the person.

mod follow;

use super::context::Context;
use super::error::CliError;
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    command: RulesCommand,
}

#[derive(Debug, Subcommand)]
enum RulesCommand {
    Follow(follow::FollowArgs),
    Unfollow(follow::UnfollowArgs),
}

pub(super) fn run(context: &Context<'_>, args: &RulesArgs) -> Result<(), CliError> {
    match &args.command {
        RulesCommand::Follow(args) => follow::follow(context, args),
        RulesCommand::Unfollow(args) => follow::unfollow(context, args),
    }
}

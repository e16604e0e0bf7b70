//! `tuition export`: what has a day, for a calendar.

use super::context::{Context, progress};
use super::error::CliError;
use super::standings::{conclude, figures};
use super::target::TargetArgs;
use crate::domain::agenda::agenda;
use crate::domain::requirement::Circumstances;
use crate::domain::requirement::effect::planned;
use crate::exchange::calendar;
use crate::locale::cli::{Notice, ProofNotice};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(subcommand)]
    command: ExportCommand,
}

#[derive(Debug, Subcommand)]
enum ExportCommand {
    Ics(IcsArgs),
}

#[derive(Debug, Args)]
struct IcsArgs {
    #[command(flatten)]
    target: TargetArgs,
}

pub(super) fn run(context: &Context<'_>, args: &ExportArgs) -> Result<(), CliError> {
    let ExportCommand::Ics(args) = &args.command;
    let catalog = context.catalog()?;
    let record = context.record()?;
    let progress = progress(&record);
    let planned = planned(&record.plan, catalog, &progress, context.today);
    let (packs, profile, hours) = (context.packs(), &record.profile, &record.hours);
    let all = Circumstances { packs, profile, record: hours, planned: &planned };
    let standings = all.followed(context.today);
    let dated = agenda(&record.plan, catalog, &progress, &standings);
    let (_, failures) = figures(context, standings);
    let file = calendar::ics(&dated, context.lang);
    match args.target.file() {
        Some(path) => args.target.write(context, path, &file)?,
        None => context.console.print_made(&file)?,
    }
    if dated.is_empty() && failures.is_empty() {
        context.console.note(&Notice::Proof(ProofNotice::NothingDated));
    }
    conclude(context.console, failures, &record)
}

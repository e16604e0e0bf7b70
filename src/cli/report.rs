//! `tuition report`: what was done, on a page for other eyes.

use super::context::{Context, complete};
use super::error::CliError;
use super::target::TargetArgs;
use super::transcripts::{self, PeriodArgs};
use crate::exchange::json as shapes;
use crate::exchange::separated;
use crate::exchange::transcript::{self, Transcript};
use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    #[command(subcommand)]
    command: ReportCommand,
}

#[derive(Debug, Subcommand)]
enum ReportCommand {
    Transcript(TranscriptArgs),
    Year(super::year::YearArgs),
}

#[derive(Debug, Args)]
struct TranscriptArgs {
    #[arg(long, value_name = "RULE")]
    rule: String,
    #[command(flatten)]
    period: PeriodArgs,
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    format: DocumentFormat,
    #[command(flatten)]
    target: TargetArgs,
}

/// The shapes of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DocumentFormat {
    Html,
    Md,
    Csv,
    Json,
}

pub(super) fn run(context: &Context<'_>, args: &ReportArgs) -> Result<(), CliError> {
    let args = match &args.command {
        ReportCommand::Transcript(args) => args,
        ReportCommand::Year(args) => return super::year::run(context, args),
    };
    transcripts::with(context, &args.rule, &args.period, |transcript, record| {
        match args.target.file() {
            Some(path) => args.target.write(context, path, &file(context, transcript, args.format))?,
            None => print(context, transcript, args.format)?,
        }
        // It says so itself; the exit code is for whoever does not look.
        complete(record)
    })
}

fn print(context: &Context<'_>, transcript: &Transcript, format: DocumentFormat) -> Result<(), CliError> {
    let (console, lang) = (context.console, context.lang);
    match format {
        DocumentFormat::Html => console.print_made(&transcript::html(transcript, lang)),
        DocumentFormat::Md => console.print_made(&transcript::markdown(transcript, lang)),
        DocumentFormat::Csv => console.print_separated(&transcript::csv(transcript, lang)),
        DocumentFormat::Json => console.print_json(&transcript::json(transcript, lang)),
    }
}

fn file(context: &Context<'_>, transcript: &Transcript, format: DocumentFormat) -> String {
    let lang = context.lang;
    match format {
        DocumentFormat::Html => transcript::html(transcript, lang),
        DocumentFormat::Md => transcript::markdown(transcript, lang),
        DocumentFormat::Csv => separated::file(&transcript::csv(transcript, lang)),
        DocumentFormat::Json => shapes::file(&transcript::json(transcript, lang)),
    }
}

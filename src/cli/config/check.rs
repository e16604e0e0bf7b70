//! `tuition config check`: what is wrong with the settings file. Exit code 0 where nothing is, 1
//! where something is, 3 where the file cannot be read.

use crate::app::configuration::Configuration;
use crate::cli::config_file::findings;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::finding::Finding;
use crate::cli::json::SCHEMA;
use crate::cli::theme_files;
use crate::locale::Say;
use crate::locale::cli::ConfigNotice;
use crate::store::catalog::Severity;
use crate::tui::configuration::{ConfigFile, State};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: CheckFormat,
}

/// For people, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    Human,
    Json,
}

const PROBLEMS: u8 = 1;

pub(super) fn run(context: &Context<'_>, args: &CheckArgs) -> Result<ExitCode, CliError> {
    context.named_file_is_there()?;
    report(context, &context.config, &context.configuration, args.format)
}

/// Prints what was found in a file as it was read.
pub(super) fn report(
    context: &Context<'_>,
    file: &ConfigFile,
    configuration: &Configuration,
    format: CheckFormat,
) -> Result<ExitCode, CliError> {
    if file.state() == State::Unreadable {
        return Err(context.config_unreadable(configuration));
    }
    let mut findings = findings(file, configuration, context.lang);
    findings.extend(theme_files::findings(file, context.lang));
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let path = file.path();
    match format {
        CheckFormat::Json => context.console.print_json(&json!({
            "schema": SCHEMA,
            "file": path.map(|path| path.to_string_lossy()),
            "exists": file.state() != State::Absent,
            "problems": findings.iter().map(Finding::json).collect::<Value>(),
        }))?,
        CheckFormat::Human => {
            let path = path.map(Path::to_owned).unwrap_or_default();
            let summary = match file.state() {
                State::Absent => ConfigNotice::None(path),
                _ => ConfigNotice::Checked { path, errors, warnings },
            };
            let lines = findings.iter().flat_map(|finding| finding.lines(context.lang));
            context.console.print(lines.chain([summary.say(context.lang)]))?;
        }
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(PROBLEMS) })
}

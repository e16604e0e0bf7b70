//! What every command takes, and the list of commands. What a reader is told about them stands in
//! `locale::cli::help`, under the same names.

use super::{
    audit, completion, config, doctor, done, due, evidence, export, list, log, man, plan, profile, report, rules, show, status,
    what_if,
};
use crate::locale::Lang;
use clap::{ArgMatches, Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "tuition", version, subcommand_precedence_over_arg = true)]
pub(super) struct Cli {
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

impl Cli {
    /// Reads the arguments. Without any, which is how the views are opened most of the time, clap's
    /// half millisecond of building its tree of commands is saved.
    pub(super) fn read() -> Result<Self, clap::Error> {
        if std::env::args_os().len() > 1 {
            return super::parse(command());
        }
        let global = Global {
            catalogs: Vec::new(),
            packs: Vec::new(),
            data: None,
            lang: None,
            color: Color::Auto,
            quiet: false,
            verbose: false,
        };
        Ok(Self { paths: Vec::new(), global, command: None })
    }
}

/// Marks the options that every command takes; help sets them apart.
pub(super) const EVERYWHERE: &str = "everywhere";

#[derive(Debug, Args)]
pub(super) struct Global {
    /// See [`command`] for why it is not a global option of the parser.
    #[arg(short = 'C', long = "catalog", value_name = "PATH", help_heading = EVERYWHERE)]
    pub(super) catalogs: Vec<PathBuf>,
    /// The same for the person's own requirement packs.
    #[arg(long = "rules", value_name = "PATH", help_heading = EVERYWHERE)]
    pub(super) packs: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", global = true, help_heading = EVERYWHERE)]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "LANG", global = true, help_heading = EVERYWHERE, value_parser = language)]
    pub(super) lang: Option<Lang>,
    #[arg(long, value_name = "WHEN", global = true, help_heading = EVERYWHERE, default_value = "auto")]
    pub(super) color: Color,
    #[arg(short, long, global = true, help_heading = EVERYWHERE)]
    pub(super) quiet: bool,
    #[arg(short, long, global = true, help_heading = EVERYWHERE, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Plan(plan::PlanArgs),
    Done(done::DoneArgs),
    Log(log::LogArgs),
    Status(status::StatusArgs),
    WhatIf(what_if::WhatIfArgs),
    Due(due::DueArgs),
    Rules(rules::RulesArgs),
    Profile(profile::ProfileArgs),
    Report(report::ReportArgs),
    Audit(audit::AuditArgs),
    Evidence(evidence::EvidenceArgs),
    Export(export::ExportArgs),
    Undo,
    Redo,
    Config(config::ConfigArgs),
    Doctor(doctor::DoctorArgs),
    Completions(completion::CompletionsArgs),
    Man(man::ManArgs),
}

/// The shapes of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    #[default]
    Table,
    Json,
    Csv,
    Tsv,
}

/// The shapes of a single thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TextFormat {
    #[default]
    Text,
    Json,
}

/// The commands as the parser takes them.
///
/// A global option that stands on both sides of a command loses what was said first. Catalogs and
/// packs add up, so that `-C` and `--rules` are options of their own on every level, and [`named`]
/// collects them.
pub(super) fn command() -> clap::Command {
    let command = Cli::command();
    let adds_up = |arg: &&clap::Arg| [CATALOGS, PACKS].contains(&arg.get_id().as_str());
    let options: Vec<clap::Arg> = command.get_arguments().filter(adds_up).cloned().collect();
    on_every_level(command, &options)
}

pub(super) const CATALOGS: &str = "catalogs";
pub(super) const PACKS: &str = "packs";

fn on_every_level(command: clap::Command, options: &[clap::Arg]) -> clap::Command {
    command.mut_subcommands(|below| on_every_level(below.args(options), options))
}

/// What an option names that adds up, from the left to the right.
pub(super) fn named(matches: &ArgMatches, option: &str) -> Vec<PathBuf> {
    let mut named = Vec::new();
    let mut level = Some(matches);
    while let Some(matches) = level {
        named.extend(matches.get_many::<PathBuf>(option).into_iter().flatten().cloned());
        level = matches.subcommand().map(|(_, below)| below);
    }
    named
}

/// A language that the interface does not speak.
#[derive(Debug, thiserror::Error)]
#[error("the languages are en and zh-CN")]
pub(super) struct UnknownLanguage;

fn language(text: &str) -> Result<Lang, UnknownLanguage> {
    Lang::parse(text).ok_or(UnknownLanguage)
}

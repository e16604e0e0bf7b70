//! What every command takes, and the list of commands. What a reader is told about them stands in
//! `locale::cli::help`, under the same names.

use super::{
    audit, completion, config, doctor, done, due, evidence, export, list, log, man, plan, profile, report,
    rules, schema, show, status, timer, view, what_if,
};
use crate::config::Layer;
use crate::config::settings::{Colour, Language};
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
    /// The views as a conversation of lines; see [`super::plain`].
    #[arg(long)]
    pub(super) plain: bool,
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
        Ok(Self { paths: Vec::new(), global: Global::default(), plain: false, command: None })
    }
}

/// Marks the options that every command takes; help sets them apart.
pub(super) const EVERYWHERE: &str = "everywhere";

#[derive(Debug, Default, Args)]
pub(super) struct Global {
    /// See [`command`] for why it is not a global option of the parser.
    #[arg(short = 'C', long = "catalog", value_name = "PATH", help_heading = EVERYWHERE)]
    pub(super) catalogs: Vec<PathBuf>,
    /// The same for the person's own requirement packs.
    #[arg(long = "rules", value_name = "PATH", help_heading = EVERYWHERE)]
    pub(super) packs: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", global = true, help_heading = EVERYWHERE)]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "FILE", global = true, help_heading = EVERYWHERE)]
    pub(super) config: Option<PathBuf>,
    #[arg(long, value_name = "LANG", global = true, help_heading = EVERYWHERE, value_parser = language)]
    pub(super) lang: Option<Lang>,
    #[arg(long, value_name = "WHEN", global = true, help_heading = EVERYWHERE)]
    pub(super) color: Option<Color>,
    #[arg(long, value_name = "NAME", global = true, help_heading = EVERYWHERE)]
    pub(super) theme: Option<String>,
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(super) ascii: bool,
    #[arg(long, value_name = "COLUMNS", global = true, help_heading = EVERYWHERE)]
    pub(super) ambiguous_width: Option<Columns>,
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(super) no_mouse: bool,
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

/// Columns of a character whose width terminals do not agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Columns {
    #[value(name = "1")]
    One,
    #[value(name = "2")]
    Two,
}

impl Global {
    /// What the options state.
    pub(super) fn layer(&self) -> Layer {
        let stated = |paths: &[PathBuf]| (!paths.is_empty()).then(|| paths.to_vec());
        Layer {
            language: self.lang.map(|lang| match lang {
                Lang::En => Language::English,
                Lang::Zh => Language::Chinese,
            }),
            theme: self.theme.clone(),
            colour: self.color.map(|color| match color {
                Color::Auto => Colour::Auto,
                Color::Always => Colour::Always,
                Color::Never => Colour::Never,
            }),
            ascii: self.ascii.then_some(true),
            ambiguous_width: self.ambiguous_width.map(|columns| match columns {
                Columns::One => 1,
                Columns::Two => 2,
            }),
            mouse: self.no_mouse.then_some(false),
            digits: None,
            catalogs: stated(&self.catalogs),
            rules: stated(&self.packs),
        }
    }
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
    View(view::ViewArgs),
    Timer(timer::TimerArgs),
    Report(report::ReportArgs),
    Audit(audit::AuditArgs),
    Evidence(evidence::EvidenceArgs),
    Export(export::ExportArgs),
    Undo,
    Redo,
    Config(config::ConfigArgs),
    Schema(schema::SchemaArgs),
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

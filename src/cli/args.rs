//! What every command takes, and the list of commands.

use super::{config, done, list, log, plan, show};
use crate::locale::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Find a course, plan it, record the hours; without a command the views open
#[derive(Debug, Parser)]
#[command(name = "tuition", version, max_term_width = 100, after_help = AFTER_HELP)]
pub(super) struct Cli {
    /// Catalog files or folders to open instead of the bundled catalog, as with -C
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
            return Self::try_parse();
        }
        let global = Global {
            catalogs: Vec::new(),
            data: None,
            lang: None,
            color: Color::Auto,
            quiet: false,
            verbose: false,
        };
        Ok(Self { paths: Vec::new(), global, command: None })
    }
}

const AFTER_HELP: &str = "\
Examples:
  tuition                              open the views on the bundled catalog
  tuition -C courses/ list leader      search a folder of your own
  tuition plan add ID --by 2026-12-31  plan a course
  tuition done ID --on yesterday       record its hours

Environment (options win over it):
  TUITION_CATALOG  catalog files and folders, separated as in PATH
  TUITION_DATA     the folder of the plan and the hours
  TUITION_TODAY    an ISO date that stands for today
  NO_COLOR         no colour
  LC_ALL, LC_MESSAGES, LANG
                   the language, where --lang names none

Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 invalid input, 4 conflict or locked,
5 could not save or write out (nothing changed), 6 saved but could not report.";

#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// A catalog file or folder to open instead of the bundled catalog; may be repeated, on one side of the command
    #[arg(short = 'C', long = "catalog", value_name = "PATH", global = true, display_order = 100)]
    pub(super) catalogs: Vec<PathBuf>,
    /// The folder of the plan and the hours
    #[arg(long, value_name = "DIR", global = true, display_order = 100)]
    pub(super) data: Option<PathBuf>,
    /// Language of messages: en or zh-CN
    #[arg(long, value_name = "LANG", global = true, display_order = 100, value_parser = language)]
    pub(super) lang: Option<Lang>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", global = true, display_order = 100, default_value = "auto")]
    pub(super) color: Color,
    /// Data and errors only
    #[arg(short, long, global = true, display_order = 100)]
    pub(super) quiet: bool,
    /// Say which catalog and folder are used
    #[arg(short, long, global = true, display_order = 100, conflicts_with = "quiet")]
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
    /// Take back the last change to plan or hours
    #[command(after_help = "Examples:\n  tuition undo")]
    Undo,
    /// Do again what was taken back
    #[command(after_help = "Examples:\n  tuition redo")]
    Redo,
    Config(config::ConfigArgs),
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

fn language(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "the languages are en and zh-CN".to_owned())
}

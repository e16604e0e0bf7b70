//! The command line: one file per subcommand, and around them
//!
//! - `completion`: candidates for shells; `man`: manual pages; `doctor`: what is wrong, and the remedy
//! - `args`: the options every command takes, and the list of commands; `help`, `usage`: its pages
//!   and complaints in the language of the reader
//! - `environment`, `context`: what a command may know (variables, clock, language, folders, catalog)
//! - `console`: the only way to stdout and stderr; nothing passes that could drive a terminal
//! - `error`: which failure has which exit code
//! - `table`, `page`, `wrapped`, `finding`: the shapes of output; `target`: a file in place
//!   of stdout
//! - `open`, `plain`: the views, on a terminal and as a conversation of lines
//! - `config_file`, `theme_files`: the settings file and themes as commands see them
//! - `courses`, `entries`, `packs`, `named`, `typed`: what a person names, looked up
//! - `standings`: how the person stands under the rules asked for; `transcripts`: the transcript
//!   that `report` and `audit` are asked for

mod args;
mod audit;
mod completion;
mod config;
mod config_file;
mod console;
mod context;
mod courses;
mod doctor;
mod done;
mod due;
mod entries;
mod environment;
mod error;
mod evidence;
mod export;
mod finding;
mod help;
mod history;
mod list;
mod log;
mod man;
mod named;
mod open;
mod packs;
mod page;
mod plain;
mod plan;
mod profile;
mod report;
mod rules;
mod schema;
mod show;
mod standings;
mod status;
mod table;
mod target;
mod theme_files;
mod timer;
mod transcripts;
mod tree;
mod typed;
mod usage;
mod view;
mod what_if;
mod wrapped;
mod year;

use crate::config::Layer;
use crate::config::settings::Colour;
use crate::exchange::json;
use crate::locale::cli::Failure;
use args::{Cli, Command};
use clap::FromArgMatches;
use console::Console;
use context::Context;
use environment::Environment;
use error::CliError;
use std::path::PathBuf;
use std::process::ExitCode;

/// Parses, runs, reports; the value is the process's exit code.
pub fn main() -> ExitCode {
    let environment = Environment::read();
    if completion::answer(&environment) {
        return ExitCode::SUCCESS;
    }
    let mut cli = match Cli::read() {
        Ok(cli) => cli,
        Err(_) => return explain(&environment),
    };
    // A path beside the options means the same as `-C`.
    cli.global.catalogs.extend_from_slice(&cli.paths);
    let mut config = environment.config_file(cli.global.config.clone(), cli.global.layer());
    let configuration = config.read();
    // A conversation has not one escape byte, not even in an error.
    let colour = if cli.plain { Colour::Never } else { configuration.settings.colour };
    let console = Console::new(configuration.lang, colour, environment.no_color, cli.global.quiet);
    let result = Context::new(cli.global, environment, (config, configuration), &console)
        .and_then(|context| run(&context, cli.command, &cli.paths, cli.plain));
    match result {
        Ok(code) => code,
        Err(error) => console.fail(&error),
    }
}

fn parse(command: clap::Command) -> Result<Cli, clap::Error> {
    let mut matches = command.try_get_matches()?;
    let catalogs = args::named(&matches, args::CATALOGS);
    let packs = args::named(&matches, args::PACKS);
    let mut cli = Cli::from_arg_matches_mut(&mut matches)?;
    cli.global.catalogs = catalogs;
    cli.global.packs = packs;
    Ok(cli)
}

/// Help, version, and what is wrong with the options, in the language that can be made out.
fn explain(environment: &Environment) -> ExitCode {
    let lang = environment::language_option()
        .unwrap_or_else(|| environment.config_file(None, Layer::default()).read().lang);
    let console = Console::new(lang, Colour::Auto, environment.no_color, false);
    let columns = console.width(environment.columns).unwrap_or(PAGE);
    match parse(help::with_pages(args::command(), lang, columns)) {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => match usage::failure(&error, std::env::args_os()) {
            Some(failure) => console.fail(&failure.into()),
            None => console.usage(&error),
        },
    }
}

/// Columns of a help page that no terminal shows.
const PAGE: usize = 80;

fn run(
    context: &Context<'_>,
    command: Option<Command>,
    paths: &[PathBuf],
    plain: bool,
) -> Result<ExitCode, CliError> {
    context.settings_file(command.as_ref())?;
    match command {
        None => return open::run(context, paths, plain),
        Some(_) if plain => return Err(Failure::PlainCommand.into()),
        Some(Command::List(args)) => list::run(context, &args),
        Some(Command::Show(args)) => show::run(context, &args),
        Some(Command::Plan(args)) => plan::run(context, &args),
        Some(Command::Done(args)) => done::run(context, &args),
        Some(Command::Log(args)) => log::run(context, args),
        Some(Command::Status(args)) => status::run(context, &args),
        Some(Command::WhatIf(args)) => what_if::run(context, &args),
        Some(Command::Due(args)) => due::run(context, &args),
        Some(Command::Rules(args)) => return rules::run(context, &args),
        Some(Command::Profile(args)) => profile::run(context, &args),
        Some(Command::View(args)) => view::run(context, &args),
        Some(Command::Timer(args)) => timer::run(context, &args),
        Some(Command::Report(args)) => report::run(context, &args),
        Some(Command::Audit(args)) => audit::run(context, &args),
        Some(Command::Evidence(args)) => evidence::run(context, &args),
        Some(Command::Export(args)) => export::run(context, &args),
        Some(Command::Undo) => history::undo(context),
        Some(Command::Redo) => history::redo(context),
        Some(Command::Config(args)) => return config::run(context, &args),
        Some(Command::Schema(args)) => schema::run(context, &args),
        Some(Command::Doctor(args)) => return doctor::run(context, &args),
        Some(Command::Completions(args)) => completion::run(context, &args),
        Some(Command::Man(args)) => man::run(context, &args),
    }?;
    Ok(ExitCode::SUCCESS)
}

//! The command line: one file per subcommand, and around them
//!
//! - `args`: the options every command takes, and the list of commands
//! - `environment`, `context`: what a command may know (variables, clock, language, folders, catalog)
//! - `console`: the only way to stdout and stderr; nothing passes that could drive a terminal
//! - `error`: which failure has which exit code
//! - `json`, `separated`, `table`: the shapes of output
//! - `courses`, `entries`, `typed`: what a person names, looked up

mod args;
mod config;
mod console;
mod context;
mod courses;
mod done;
mod entries;
mod environment;
mod error;
mod history;
mod json;
mod list;
mod log;
mod open;
mod plan;
mod separated;
mod show;
mod table;
mod typed;

use args::{Cli, Command};
use console::Console;
use context::Context;
use environment::Environment;
use error::CliError;
use std::process::ExitCode;

/// Parses, runs, reports; the value is the process's exit code.
pub fn main() -> ExitCode {
    let environment = Environment::read();
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(usage) => return Console::plain(environment.language()).usage(&usage),
    };
    let lang = cli.global.lang.unwrap_or_else(|| environment.language());
    let console = Console::new(lang, cli.global.color, environment.no_color, cli.global.quiet);
    let result = Context::new(cli.global, environment, lang, &console)
        .and_then(|context| run(&context, cli.command, cli.paths));
    match result {
        Ok(code) => code,
        Err(error) => console.fail(&error),
    }
}

fn run(
    context: &Context<'_>,
    command: Option<Command>,
    paths: Vec<std::path::PathBuf>,
) -> Result<ExitCode, CliError> {
    match command {
        None => return open::run(context, paths),
        Some(Command::List(args)) => list::run(context, &args),
        Some(Command::Show(args)) => show::run(context, &args),
        Some(Command::Plan(args)) => plan::run(context, &args),
        Some(Command::Done(args)) => done::run(context, &args),
        Some(Command::Log(args)) => log::run(context, args),
        Some(Command::Undo) => history::undo(context),
        Some(Command::Redo) => history::redo(context),
        Some(Command::Config(args)) => config::run(context, &args),
    }?;
    Ok(ExitCode::SUCCESS)
}

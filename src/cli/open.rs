//! `tuition` without a command: opens the views.

use super::args;
use super::context::Context;
use super::error::CliError;
use crate::app::Model;
use crate::app::model::Start;
use crate::locale::cli::Failure;
use crate::store::record::new_entry_id;
use crate::tui::effects::{Named, World, begin_opening};
use crate::tui::program::Program;
use crate::tui::{self, Late, NoTerminal};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The views run until the person quits or the process is told to end; the exit code says which.
/// `paths` are those of the catalogs that stand beside the options.
pub(super) fn run(context: &Context<'_>, paths: &[PathBuf]) -> Result<ExitCode, CliError> {
    if let [path] = paths
        && let Some(failure) = unknown_word(path)
    {
        return Err(failure.into());
    }
    let term = context.term.as_deref();
    // Before anything is read: without a terminal nothing of it would be seen.
    tui::find_terminal(term).map_err(no_terminal)?;
    let catalogs = context.catalogs.clone();
    let opening = begin_opening(catalogs.clone());
    let home = context.home()?;
    let record = home.load();
    let named = Named { catalogs, packs: context.named_packs.clone(), queries: context.queries() };
    let mut world = World::new(home, named, context.fixed_today, record.stamp);
    let packs = world.first_packs(&record.profile);
    let settings = context.settings.clone();
    let (lang, today, coloured) = (context.lang, context.today, context.console.coloured());
    let mut program = Late::new(move || {
        let model = Model::new(Start {
            lang,
            settings,
            today,
            // The shell tells the real size before the first frame.
            size: (80, 24),
            catalog: opening.wait(),
            packs,
            record,
            entry: new_entry_id(Timestamp::now()),
        });
        Program::new(model, coloured)
    });
    tui::survive_file_size_limit().map_err(Failure::Terminal)?;
    match tui::run(&mut program, &mut world, term) {
        Ok(ended) => Ok(ExitCode::from(ended.exit_code())),
        Err(tui::Failure::NoTerminal(why)) => Err(no_terminal(why)),
        Err(tui::Failure::Start(error) | tui::Failure::Input(error) | tui::Failure::Output(error)) => {
            Err(Failure::Terminal(error).into())
        }
    }
}

/// A word that is no file was hardly meant as a catalog: better told so than shown an empty list.
fn unknown_word(path: &Path) -> Option<Failure> {
    let text = path.to_str().filter(|_| !path.exists())?;
    let commands = args::command();
    let names = commands.get_subcommands().map(clap::Command::get_name);
    let nearest = names
        .map(|name| (strsim::damerau_levenshtein(name, text), name))
        .min_by_key(|(distance, _)| *distance);
    let near = nearest.filter(|(distance, near)| *distance <= 2 && *distance < near.len());
    Some(Failure::UnknownCommand { text: text.to_owned(), near: near.map(|(_, name)| name.to_owned()) })
}

fn no_terminal(why: NoTerminal) -> CliError {
    match why {
        NoTerminal::Input | NoTerminal::Output => Failure::NoTerminal.into(),
        NoTerminal::Dumb => Failure::DumbTerminal.into(),
    }
}

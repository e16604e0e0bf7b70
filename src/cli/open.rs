//! `tuition` without a command: opens the views.

use super::args;
use super::context::Context;
use super::error::CliError;
use crate::app::Model;
use crate::app::model::Start;
use crate::app::tour::Tour;
use crate::config::theme::Canvas;
use crate::locale::cli::Failure;
use crate::plain::Conversation;
use crate::store::record::new_entry_id;
use crate::tui::effects::{Named, World, begin_opening};
use crate::tui::program::Program;
use crate::tui::{self, Known, Late, NoTerminal};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The views run until the person quits or the process is told to end; the exit code says which.
/// `paths` are those of the catalogs that stand beside the options.
/// A terminal that cannot move its cursor is talked to in lines, as `plain` asks for.
pub(super) fn run(context: &Context<'_>, paths: &[PathBuf], plain: bool) -> Result<ExitCode, CliError> {
    if let [path] = paths
        && let Some(failure) = unknown_word(path)
    {
        return Err(failure.into());
    }
    context.theme_is_there()?;
    let term = context.term.as_deref();
    // Before anything is read: without a terminal nothing of it would be seen.
    let plain = plain
        || match tui::find_terminal(term) {
            Ok(()) => false,
            Err(NoTerminal::Dumb) => true,
            Err(NoTerminal::Input | NoTerminal::Output) => return Err(Failure::NoTerminal.into()),
        };
    let catalogs = context.catalogs.clone();
    let opening = begin_opening(catalogs.clone());
    let home = context.home()?;
    let record = home.load();
    let named = Named { catalogs, packs: context.named_packs.clone(), queries: context.queries() };
    let mut world =
        World::new(home, named, context.fixed_today, record.stamp).with_config(context.config.clone());
    world.set_clock(context.fixed_now);
    let packs = world.first_packs(&record.profile);
    let configuration = context.configuration.clone();
    let (lang, today) = (context.lang, context.today);
    let canvas = if context.console.coloured() { context.canvas } else { Canvas::colourless() };
    let settings = &configuration.settings;
    let known = Known { term, wide: settings.ambiguous_width > 1, mouse: settings.mouse };
    let begin = move || {
        let first_run = record.is_untouched();
        let mut model = Model::new(Start {
            lang,
            settings: configuration.settings.clone(),
            today,
            // The shell tells the real size before the first frame.
            size: (80, 24),
            catalog: opening.wait(),
            packs,
            record,
            entry: new_entry_id(Timestamp::now()),
        });
        // Without a settings file the model has everything already.
        let says_more = configuration.keymap.is_some() || configuration.theme_at.is_some();
        if says_more || !configuration.troubles.is_empty() {
            model.configure(configuration);
        }
        (model, first_run)
    };
    if plain {
        tui::survive_file_size_limit().map_err(Failure::Terminal)?;
        let (model, _) = begin();
        return super::plain::run(context.console, Conversation::new(model), &mut world);
    }
    let mut program = Late::new(move || {
        let (mut model, first_run) = begin();
        model.tour = first_run.then(Tour::default);
        Program::new(model, canvas)
    });
    tui::survive_file_size_limit().map_err(Failure::Terminal)?;
    match tui::run(&mut program, &mut world, known) {
        Ok(ended) => Ok(ExitCode::from(ended.exit_code())),
        Err(tui::Failure::NoTerminal(_)) => Err(Failure::NoTerminal.into()),
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

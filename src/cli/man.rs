//! `tuition man`: the manual pages, from the same texts as `--help`, in the language of the reader.

use super::args;
use super::context::Context;
use super::error::CliError;
use super::help;
use super::target::not_written;
use crate::locale::cli::{Notice, ProofFailure, ProofNotice};
use crate::store::output::Output;
use clap::{Args, Command};
use clap_mangen::Man;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// Where to put a page for every command.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Without a folder, the page of the program itself goes to stdout: `tuition man | man -l -`.
pub(super) fn run(context: &Context<'_>, args: &ManArgs) -> Result<(), CliError> {
    let mut command = help::with_texts(args::command(), context.lang);
    command.build();
    match &args.dir {
        None => context.console.print_script(&page(&command, "tuition")),
        Some(folder) => {
            for (name, page) in pages(&command, "tuition") {
                write(context, &folder.join(format!("{name}.1")), &page)?;
            }
            Ok(())
        }
    }
}

/// A page for the command and each below it, by name: `tuition`, `tuition-plan`, `tuition-plan-add`.
fn pages(command: &Command, name: &str) -> Vec<(String, String)> {
    let mut all = vec![(name.to_owned(), page(command, name))];
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        all.extend(pages(below, &format!("{name}-{}", below.get_name())));
    }
    all
}

fn page(command: &Command, name: &str) -> String {
    let mut page = Vec::new();
    let man = Man::new(command.clone().disable_help_subcommand(true))
        .title(name)
        .manual("tuition")
        .source(format!("tuition {}", env!("CARGO_PKG_VERSION")))
        // A page must be the same whenever it is made.
        .date("");
    // Writing into memory does not fail.
    let _ = man.render(&mut page);
    String::from_utf8_lossy(&page).into_owned()
}

/// A page replaces the one of an earlier version.
fn write(context: &Context<'_>, path: &Path, page: &str) -> Result<(), CliError> {
    let mut output = Output::begin(path, true).map_err(ProofFailure::NotWritten)?;
    output.write_all(page.as_bytes()).map_err(|error| not_written(path, &error))?;
    output.keep().map_err(ProofFailure::NotWritten)?;
    context.console.note(&Notice::Proof(ProofNotice::Written { path: path.to_owned() }));
    Ok(())
}

//! `tuition` without a command: opens the views.

use super::context::Context;
use super::error::CliError;
use crate::locale::cli::Failure;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// A path beside the options means the same as `-C`.
pub(super) fn run(context: &Context<'_>, paths: Vec<PathBuf>) -> Result<(), CliError> {
    let catalogs = if paths.is_empty() { context.catalogs.clone() } else { paths };
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(Failure::NoTerminal.into());
    }
    views(context, catalogs)
}

fn views(_context: &Context<'_>, _catalogs: Vec<PathBuf>) -> Result<(), CliError> {
    Err(Failure::ViewsNotBuilt.into())
}

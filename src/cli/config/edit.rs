//! `tuition config edit`: the person's editor on the settings file, and afterwards the check.

use super::check::{CheckFormat, report};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::config::commented::to_begin_with;
use crate::locale::cli::{ConfigFailure, ConfigNotice, Notice};
use crate::store::config_file::create;
use crate::store::record::SaveError;
use crate::tui::editor::{chosen, command};
use std::path::Path;
use std::process::{Command, ExitCode};

pub(super) fn run(context: &Context<'_>) -> Result<ExitCode, CliError> {
    let Some(path) = context.config.path() else { return Err(ConfigFailure::NoFolder.into()) };
    let editor = chosen();
    // Before anything is created: a file that nobody can edit is of no use.
    let errand = command(&editor, path, None).map_err(|_| ConfigFailure::NotACommand(editor))?;
    if !path.exists() {
        create(path, &to_begin_with()).map_err(SaveError::from)?;
        context.console.note(&Notice::Config(ConfigNotice::Created(path.to_owned())));
    }
    let failed = |cause| {
        let command = Path::new(&errand.program).display().to_string();
        ConfigFailure::Editor { command, cause }
    };
    let ended = Command::new(&errand.program).args(&errand.args).status();
    let ended = ended.map_err(|error| failed(error.to_string()))?;
    if !ended.success() {
        return Err(failed(ended.to_string()).into());
    }
    let mut file = context.config.clone();
    let configuration = file.read();
    report(context, &file, &configuration, CheckFormat::Human)
}

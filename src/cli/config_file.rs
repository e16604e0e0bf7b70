//! The settings file as commands see it: its mistakes on stderr, or as the findings of a check.

use super::args::Command;
use super::context::Context;
use super::error::CliError;
use super::finding::Finding;
use crate::app::configuration::{Configuration, Trouble};
use crate::locale::cli::ConfigFailure;
use crate::locale::config_problems::{left_out_help, place, severity, unusable_help};
use crate::locale::{Lang, Say};
use crate::store::catalog::Severity;
use crate::tui::configuration::{ConfigFile, State};
use std::path::PathBuf;

impl Context<'_> {
    /// Says what is wrong with the settings, unless the command itself is about them. The views have
    /// a list of their own for it.
    ///
    /// # Errors
    /// A file that was named and is not there, or cannot be read.
    pub(super) fn settings_file(&self, command: Option<&Command>) -> Result<(), CliError> {
        if matches!(command, Some(Command::Config(_) | Command::Schema(_))) {
            return Ok(());
        }
        self.named_file_is_there()?;
        if command.is_some() && !self.console.is_quiet() {
            for finding in findings(&self.config, &self.configuration, self.lang) {
                let finding = Finding { severity: Severity::Warning, ..finding };
                for line in finding.lines(self.lang) {
                    self.console.complain(&line);
                }
            }
        }
        Ok(())
    }

    /// # Errors
    /// A file that was named and is not there, or cannot be read.
    pub(super) fn named_file_is_there(&self) -> Result<(), CliError> {
        match self.config.state() {
            State::Absent if self.config_named => Err(ConfigFailure::Missing(self.config_path()).into()),
            State::Unreadable if self.config_named => Err(self.config_unreadable(&self.configuration)),
            _ => Ok(()),
        }
    }

    /// The file cannot be read, for this reason.
    pub(super) fn config_unreadable(&self, configuration: &Configuration) -> CliError {
        let cause = configuration.troubles.iter().find_map(|trouble| match trouble {
            Trouble::File(problem) => Some(problem.kind.say(self.lang)),
            Trouble::LeftOut(_) | Trouble::Line(_) => None,
        });
        ConfigFailure::Unreadable { path: self.config_path(), cause: cause.unwrap_or_default() }.into()
    }

    fn config_path(&self) -> PathBuf {
        self.config.path().map(PathBuf::from).unwrap_or_default()
    }
}

/// Everything that is wrong with the settings file, in the order of its lines.
pub(super) fn findings(file: &ConfigFile, configuration: &Configuration, lang: Lang) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        configuration.troubles.iter().map(|trouble| finding(trouble, lang)).collect();
    findings.sort_by_key(|finding| (finding.place.line, finding.place.column));
    findings.into_iter().map(|finding| finding.with_excerpt(file.text())).collect()
}

fn finding(trouble: &Trouble, lang: Lang) -> Finding {
    match trouble {
        Trouble::File(problem) => {
            Finding { help: Some(unusable_help(lang, problem)), ..Finding::of(problem, lang) }
        }
        Trouble::LeftOut(mistake) => {
            Finding { help: Some(left_out_help(lang, mistake)), ..Finding::of(&mistake.problem, lang) }
        }
        Trouble::Line(problem) => Finding {
            place: place(problem),
            severity: severity(problem),
            code: problem.kind.code(),
            message: problem.kind.say(lang),
            help: problem.kind.help(lang),
            details: Vec::new(),
            excerpt: None,
        },
    }
}

//! Themes as commands see them: what is wrong with the person's own, and a name that no theme has.

use super::context::Context;
use super::error::CliError;
use super::finding::Finding;
use crate::config::theme::{
    AUTO, BUNDLED, ThemeFile, ThemeMistake, ThemeProblem, assemble, near_name, no_such_theme,
};
use crate::locale::cli::ConfigFailure;
use crate::locale::themes::place;
use crate::locale::{Lang, Say};
use crate::store::catalog::Severity;
use crate::store::themes;
use crate::tui::configuration::ConfigFile;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The person's theme files as they are now.
struct Themes {
    texts: BTreeMap<Arc<PathBuf>, String>,
    /// Of all themes: `auto`, those inside the program, the person's own.
    names: Vec<String>,
    problems: Vec<ThemeProblem>,
}

impl Themes {
    fn read(file: &ConfigFile) -> Self {
        let folder = file.path().and_then(|path| path.parent()).map(|folder| folder.join("themes"));
        let found = folder.map(|folder| themes::find(&folder)).unwrap_or_default();
        let files: Vec<ThemeFile> = found
            .into_iter()
            .map(|it| ThemeFile { name: it.name, path: Arc::new(it.path), text: it.text })
            .collect();
        let text = |file: &ThemeFile| Some((file.path.clone(), file.text.clone().ok()?));
        let texts = files.iter().filter_map(text).collect();
        let (own, problems) = assemble(files);
        let names = [AUTO].into_iter().chain(BUNDLED).map(str::to_owned);
        let names = names.chain(own.into_iter().map(|own| own.name)).collect();
        Self { texts, names, problems }
    }
}

/// Everything that is wrong with the theme that the settings file names, and with theme files.
pub(super) fn findings(file: &ConfigFile, lang: Lang) -> Vec<Finding> {
    let themes = Themes::read(file);
    let named = file.layers().file.theme.as_deref().filter(|name| !themes.names.iter().any(|it| it == name));
    let named = named.map(|name| {
        let path = file.path().map(|path| Arc::new(path.to_owned()));
        let problem = no_such_theme(name, themes.names.clone(), path.zip(file.theme_at()));
        finding(&problem, lang).with_excerpt(file.text())
    });
    let own = themes.problems.iter().map(|problem| {
        let text = problem.file.as_ref().and_then(|file| themes.texts.get(file));
        finding(problem, lang).with_excerpt(text.map_or("", String::as_str))
    });
    named.into_iter().chain(own).collect()
}

fn finding(problem: &ThemeProblem, lang: Lang) -> Finding {
    Finding {
        place: place(problem),
        severity: Severity::Error,
        code: match problem.mistake {
            ThemeMistake::NoSuchTheme { .. } => "unknown-theme",
            _ => "theme-file",
        },
        message: problem.mistake.say(lang),
        help: None,
        details: Vec::new(),
        excerpt: None,
    }
}

/// The names of all themes.
pub(super) fn names(file: &ConfigFile) -> Vec<String> {
    Themes::read(file).names
}

impl Context<'_> {
    /// # Errors
    /// `--theme` names a theme that there is not.
    pub(super) fn theme_is_there(&self) -> Result<(), CliError> {
        let Some(name) = &self.config.layers().flags.theme else { return Ok(()) };
        if name == AUTO || BUNDLED.contains(&name.as_str()) {
            return Ok(());
        }
        let names = names(&self.config);
        if names.contains(name) {
            return Ok(());
        }
        let near = near_name(name, &names);
        Err(ConfigFailure::NoTheme { name: name.clone(), near, names }.into())
    }
}

//! The settings file while the program runs: read at the start and whenever it has changed. What is
//! wrong in it stays as it was when it was last right.

use crate::app::configuration::{Configuration, Trouble};
use crate::config::problem::Position;
use crate::config::settings::Language;
use crate::config::{File, Keymap, Layer, Layers, Origin, Problem, Setting};
use crate::locale::Lang;
use crate::store::config_file;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file with what else decides on settings.
#[derive(Clone, Debug)]
pub struct ConfigFile {
    path: Option<PathBuf>,
    /// What `~/` stands for.
    home: Option<PathBuf>,
    /// The language of the locale.
    locale: Lang,
    layers: Layers,
    /// The file as it was when it was last read, without its mistakes.
    last: File,
    /// Its text then, for those who show its lines.
    text: String,
    state: State,
    seen: u64,
}

/// What became of reading the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Absent,
    /// It is there, but its bytes cannot be had, or are not text.
    Unreadable,
    Read,
}

impl ConfigFile {
    /// `environment` and `flags` are what variables and options state, both over the file.
    pub fn new(
        path: Option<PathBuf>,
        home: Option<PathBuf>,
        locale: Lang,
        environment: Layer,
        flags: Layer,
    ) -> Self {
        let layers = Layers { file: Layer::default(), environment, flags };
        let (last, text) = (File::default(), String::new());
        Self { path, home, locale, layers, last, text, state: State::Absent, seen: 0 }
    }

    /// Reads the file, which costs one failed open where there is none.
    pub fn read(&mut self) -> Configuration {
        let (mut troubles, mut mixed) = (Vec::new(), false);
        let found = self.path.as_deref().map_or(Ok(None), config_file::read);
        match found {
            Ok(found) => {
                self.state = if found.is_some() { State::Read } else { State::Absent };
                let path = self.path.clone().unwrap_or_default();
                let (usable, mistakes) = match found {
                    Some(found) => {
                        self.text = found.text;
                        (found.usable, found.mistakes)
                    }
                    None => {
                        self.text.clear();
                        (String::new(), Vec::new())
                    }
                };
                let mut file = File::read(&path, &usable, self.home.as_deref()).keeping(&self.last);
                if !mistakes.is_empty() {
                    let stated = file.bound.len();
                    file = file.over(&self.last);
                    mixed = file.bound.len() > stated;
                }
                troubles.extend(mistakes.into_iter().map(Trouble::LeftOut));
                troubles.extend(file.problems.iter().cloned().map(Trouble::Line));
                self.layers.file = file.layer.clone();
                self.last = file;
            }
            Err(unusable) => {
                let whole = unusable.problem.place.is_whole();
                self.state = if whole { State::Unreadable } else { State::Read };
                self.text = unusable.text;
                troubles.push(Trouble::File(unusable.problem));
            }
        }
        let settings = self.layers.settings();
        let lang = match settings.language {
            Language::Auto => self.locale,
            Language::English => Lang::En,
            Language::Chinese => Lang::Zh,
        };
        let keymap = (!self.last.bound.is_empty()).then(|| self.keymap(&mut troubles, mixed));
        let stated = self.layers.origin(Setting::Theme) == Origin::File;
        let theme_at = self.theme_at().filter(|_| stated);
        let theme_at = self.path.clone().map(Arc::new).zip(theme_at);
        Configuration { settings, lang, keymap, troubles, theme_at }
    }

    /// `mixed`: some of the keys are those of an earlier text.
    fn keymap(&self, troubles: &mut Vec<Trouble>, mixed: bool) -> Keymap {
        let (keymap, remarks) = Keymap::built_in().with(&self.last.bound);
        let file = Arc::new(self.path.clone().unwrap_or_default());
        let remarks =
            remarks.into_iter().map(|(position, kind)| Problem { file: Arc::clone(&file), position, kind });
        // Of a file that cannot be used now, the places are those of another text.
        let now = !mixed && !troubles.iter().any(|trouble| matches!(trouble, Trouble::File(_)));
        troubles.extend(remarks.filter(|_| now).map(Trouble::Line));
        troubles.sort_by_key(|trouble| match trouble {
            Trouble::File(_) => (0, 0),
            Trouble::LeftOut(one) => (one.problem.place.line, one.problem.place.column),
            Trouble::Line(problem) => (problem.position.line, problem.position.column),
        });
        keymap
    }

    /// Remembers how the file looks now, to be asked whether it has [changed](Self::has_changed).
    pub fn look(&mut self) {
        self.seen = self.stamp();
    }

    pub fn has_changed(&self) -> bool {
        self.stamp() != self.seen
    }

    fn stamp(&self) -> u64 {
        self.path.as_deref().map_or(0, config_file::stamp)
    }

    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub fn state(&self) -> State {
        self.state
    }

    /// The text of the file as it was read last.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// Where the file names the theme.
    pub fn theme_at(&self) -> Option<Position> {
        self.last.theme_at
    }

    /// The keys that the file states.
    pub fn bound(&self) -> &[crate::config::bindings::Bound] {
        &self.last.bound
    }
}

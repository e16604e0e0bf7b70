//! The names that can stand for an argument: of courses, rules, planned courses, entries, and the
//! words of the vocabulary, themes, sort keys and saved views. Read when a shell asks, from the same places as the command would.

use crate::cli::environment::Environment;
use crate::cli::theme_files;
use crate::config::Layer;
use crate::domain::vocabulary::{Form, Unit, Word};
use crate::domain::{Course, Safe};
use crate::locale::Lang;
use crate::query::SortKey;
use crate::store::catalog;
use crate::store::record::{Home, Record};
use crate::store::requirements;
use crate::tui::configuration::ConfigFile;
use clap_complete::engine::CompletionCandidate;
use std::ffi::OsString;
use std::path::PathBuf;

/// What an argument names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Course,
    Planned,
    Entry,
    Rule,
    Followed,
    Category,
    Form,
    Unit,
    /// A saved view by its name.
    View,
    /// The same as a word of a query: `@name`.
    ViewOfQuery,
    Theme,
    Sort,
}

/// The kind of an argument, by the command's path and the argument's id.
pub(super) fn kind(path: &str, argument: &str) -> Option<Kind> {
    let kind = match (path, argument) {
        // Every command takes it.
        ("", "theme") => Kind::Theme,
        ("view remove", "view") => Kind::View,
        ("list", "query") => Kind::ViewOfQuery,
        ("list", "sort") => Kind::Sort,
        ("plan remove" | "plan edit" | "plan move", "id" | "ids" | "course") => Kind::Planned,
        ("log show" | "log edit" | "log void", "id" | "ids") => Kind::Entry,
        (_, "id" | "ids" | "course") => Kind::Course,
        ("rules unfollow", "rule" | "rules") => Kind::Followed,
        (_, "rule") => Kind::Rule,
        ("" | "rules check", _) => return None,
        ("status" | "what-if" | "due" | "rules follow", "rules") => Kind::Rule,
        (_, "category" | "categories") => Kind::Category,
        (_, "form") => Kind::Form,
        (_, "unit") => Kind::Unit,
        _ => return None,
    };
    Some(kind)
}

/// Where the names are, by the words on the line and the environment.
pub(super) struct Known {
    words: Vec<String>,
    environment: Environment,
}

impl Known {
    /// `words` are the program's arguments, with what the shell put before them.
    pub(super) fn new(words: &[OsString], environment: Environment) -> Self {
        let words = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        Self { words, environment }
    }

    pub(super) fn candidates(&self, kind: Kind) -> Vec<CompletionCandidate> {
        let candidate = |(name, said): (String, String)| {
            let said = Safe::new(&said).into_string();
            CompletionCandidate::new(name).help((!said.is_empty()).then(|| said.into()))
        };
        self.names(kind).into_iter().map(candidate).collect()
    }

    /// The names, each with a few words on what it stands for.
    fn names(&self, kind: Kind) -> Vec<(String, String)> {
        let word = |word: &str| (word.to_owned(), String::new());
        match kind {
            Kind::Course => self.courses(),
            Kind::Planned => self
                .record()
                .plan
                .items
                .iter()
                .map(|item| (item.course.to_string(), item.title.clone()))
                .collect(),
            Kind::Entry => {
                let record = self.record();
                let entries = record.hours.live();
                entries
                    .map(|entry| (entry.id.to_string(), format!("{} {}", entry.date, entry.title)))
                    .collect()
            }
            Kind::Rule => self.rules(),
            Kind::Followed => {
                let followed = self.record().profile.following;
                followed.iter().map(|one| (one.rule.to_string(), String::new())).collect()
            }
            Kind::Category => self.categories(),
            Kind::Form => Form::ALL.iter().map(|form| word(form.word())).collect(),
            Kind::View => self.views(),
            Kind::ViewOfQuery => {
                self.views().into_iter().map(|(name, query)| (format!("@{name}"), query)).collect()
            }
            Kind::Theme => theme_files::names(&self.config()).iter().map(|name| word(name)).collect(),
            Kind::Sort => SortKey::ALL.iter().map(|key| word(key.word())).collect(),
            Kind::Unit => Unit::ALL.iter().map(|unit| word(unit.word())).collect(),
        }
    }

    fn views(&self) -> Vec<(String, String)> {
        let views = self.record().views;
        views.iter().map(|view| (view.name.to_string(), view.query.clone())).collect()
    }

    fn config(&self) -> ConfigFile {
        self.environment.config_file(self.values(&["--config"]).pop(), Layer::default())
    }

    fn courses(&self) -> Vec<(String, String)> {
        let paths = self.named(&["-C", "--catalog"], self.environment.layer.catalogs.as_deref());
        let opened = if paths.is_empty() { catalog::bundled() } else { catalog::open(&paths) };
        let title = |course: &Course| course.title.wording(self.lang().is_chinese()).to_owned();
        opened.catalog.courses().iter().map(|course| (course.id.to_string(), title(course))).collect()
    }

    fn rules(&self) -> Vec<(String, String)> {
        let packs = self.packs();
        let title =
            |rule: &crate::domain::requirement::Rule| rule.title.wording(self.lang().is_chinese()).to_owned();
        packs.rules().iter().map(|rule| (rule.id.to_string(), title(rule))).collect()
    }

    fn categories(&self) -> Vec<(String, String)> {
        let packs = self.packs();
        let ids: Vec<_> = packs.rules().iter().map(|rule| rule.id.clone()).collect();
        packs.categories(&ids).iter().map(|category| (category.to_string(), String::new())).collect()
    }

    fn packs(&self) -> crate::domain::requirement::Packs {
        let named = self.named(&["--rules"], self.environment.layer.rules.as_deref());
        let catalogs = self.named(&["-C", "--catalog"], self.environment.layer.catalogs.as_deref());
        requirements::open(&requirements::paths(&named, self.data().as_deref(), &catalogs)).packs
    }

    fn record(&self) -> Record {
        self.data().map(|dir| Home::new(dir).load()).unwrap_or_default()
    }

    fn data(&self) -> Option<PathBuf> {
        let named = self.values(&["--data"]).pop();
        named.or_else(|| self.environment.data.clone()).or_else(crate::store::paths::default_data_dir)
    }

    fn lang(&self) -> Lang {
        let said = self.values(&["--lang"]).pop().and_then(|said| Lang::parse(&said.to_string_lossy()));
        said.unwrap_or_else(|| self.environment.language())
    }

    /// What an option names on the line, or else the environment.
    fn named(&self, options: &[&str], otherwise: Option<&[PathBuf]>) -> Vec<PathBuf> {
        let named = self.values(options);
        if named.is_empty() { otherwise.unwrap_or_default().to_vec() } else { named }
    }

    fn values(&self, options: &[&str]) -> Vec<PathBuf> {
        let mut values = Vec::new();
        let mut words = self.words.iter();
        while let Some(word) = words.next() {
            if options.contains(&word.as_str()) {
                values.extend(words.next().map(PathBuf::from));
            } else if let Some((option, value)) = word.split_once('=')
                && options.contains(&option)
            {
                values.push(PathBuf::from(value));
            }
        }
        values
    }
}

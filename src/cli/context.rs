//! What a command may know, gathered once: language, today, the learner's folder, the catalog.

use super::args::Global;
use super::console::Console;
use super::environment::Environment;
use super::error::CliError;
use crate::app::configuration::Configuration;
use crate::app::library::Library;
use crate::config::theme::Canvas;
use crate::domain::progress::Progress;
use crate::domain::requirement::Packs;
use crate::domain::vocabulary::Category;
use crate::domain::{Catalog, Date, Operation, RuleId};
use crate::locale::cli::{Failure, Notice};
use crate::locale::{Lang, Say};
use crate::store::catalog::{self, Opened, Problem, Severity};
use crate::store::record::{Home, Record, RecordProblem, RecordProblemKind, SaveError, Saved};
use crate::store::requirements;
use crate::tui::configuration::ConfigFile;
use jiff::{Timestamp, Zoned};
use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The surroundings of one run of the program.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) console: &'a Console,
    pub(super) lang: Lang,
    pub(super) today: Date,
    /// The day that TUITION_TODAY names, if it does.
    pub(super) fixed_today: Option<Date>,
    /// The moment that stands for now on the timer's clock, if one does.
    pub(super) fixed_now: Option<Timestamp>,
    /// `TERM`.
    pub(super) term: Option<String>,
    /// What the environment tells of the terminal's colours.
    pub(super) canvas: Canvas,
    /// The settings file, and what came of it. Catalogs and packs stand below once more.
    pub(super) config: ConfigFile,
    pub(super) configuration: Configuration,
    /// Whether the settings file was named, so that it must be there.
    pub(super) config_named: bool,
    /// Catalogs that were named; none means the bundled one.
    pub(super) catalogs: Vec<PathBuf>,
    /// Requirement packs that were named; see [`Context::pack_paths`] for the others.
    pub(super) named_packs: Vec<PathBuf>,
    /// Whether the folder of the record was named, and is not the platform's.
    data_named: bool,
    verbose: bool,
    columns: Option<usize>,
    data: Option<PathBuf>,
    opened: OnceCell<Opened>,
    packs: OnceCell<Packs>,
    /// How many of the packs that were named could not even be told by their id.
    lost_packs: Cell<usize>,
    counted: OnceCell<Vec<Category>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        global: Global,
        environment: Environment,
        (config, configuration): (ConfigFile, Configuration),
        console: &'a Console,
    ) -> Result<Self, CliError> {
        let fixed_today = match environment.today {
            None => None,
            Some(text) => match crate::domain::date::parse_iso(&text) {
                Ok(date) => Some(date),
                Err(error) => return Err(Failure::BadToday { text, error }.into()),
            },
        };
        let today = fixed_today.unwrap_or_else(|| Zoned::now().date());
        let config_named = global.config.is_some() || environment.config.is_some();
        let named = global.data.or(environment.data);
        let data_named = named.is_some();
        let data = named.or_else(default_data);
        if global.verbose
            && let Some(dir) = &data
        {
            console.note(&Notice::DataFolder(dir.display().to_string()));
        }
        Ok(Self {
            console,
            lang: configuration.lang,
            today,
            fixed_today,
            fixed_now: environment.now.and_then(|now| now.parse().ok()),
            term: environment.term,
            canvas: environment.canvas,
            catalogs: configuration.settings.catalogs.clone(),
            named_packs: configuration.settings.rules.clone(),
            config_named,
            config,
            configuration,
            data_named,
            verbose: global.verbose,
            columns: environment.columns,
            data,
            opened: OnceCell::new(),
            packs: OnceCell::new(),
            lost_packs: Cell::new(0),
            counted: OnceCell::new(),
        })
    }

    /// The catalog, opened when first asked for. Its problems go to stderr; only when nothing at
    /// all can be used is that a failure.
    pub(super) fn catalog(&self) -> Result<&Catalog, CliError> {
        if let Some(opened) = self.opened.get() {
            return Ok(&opened.catalog);
        }
        let opened = self.open()?;
        Ok(&self.opened.get_or_init(|| opened).catalog)
    }

    /// The same, handed over: for a command that builds an index on it.
    pub(super) fn library(&self) -> Result<Library, CliError> {
        Ok(Library::new(self.open()?))
    }

    fn open(&self) -> Result<Opened, CliError> {
        let opened =
            if self.catalogs.is_empty() { catalog::bundled() } else { catalog::open(&self.catalogs) };
        for problem in &opened.problems {
            self.complain(problem);
        }
        let (files, skipped) = (opened.files, opened.skipped);
        if opened.catalog.is_empty() && !opened.problems.is_empty() {
            return Err(Failure::NoCatalog { files }.into());
        }
        if self.verbose {
            self.console.note(&Notice::Catalogs { total: opened.catalog.len(), files, skipped });
        }
        Ok(opened)
    }

    fn complain(&self, problem: &Problem) {
        if problem.severity == Severity::Error || !self.console.is_quiet() {
            self.console.complain(&problem.say(self.lang));
        }
    }

    /// Where the person's own requirement packs are: named, in the data folder, beside catalogs.
    pub(super) fn pack_paths(&self) -> Vec<PathBuf> {
        requirements::paths(&self.named_packs, self.data.as_deref(), &self.catalogs)
    }

    /// The same, with the folders in which there is none yet.
    pub(super) fn pack_places(&self) -> Vec<PathBuf> {
        let folders = requirements::folders(self.data.as_deref(), &self.catalogs);
        self.named_packs.iter().cloned().chain(folders).collect()
    }

    /// The requirement packs, read when first asked for. Their problems go to stderr.
    pub(super) fn packs(&self) -> &Packs {
        self.packs.get_or_init(|| {
            let opened = requirements::open(&self.pack_paths());
            for problem in &opened.problems {
                self.complain(problem);
            }
            let named = |file: &&Arc<PathBuf>| self.named_packs.iter().any(|path| file.starts_with(path));
            self.lost_packs.set(opened.unnamed.iter().filter(named).count());
            opened.packs
        })
    }

    /// For commands that show figures: a pack that was named on purpose and says not even which one
    /// it is may have been meant to replace the one that they would count by.
    pub(super) fn packs_complete(&self) -> Result<(), Failure> {
        self.packs();
        match self.lost_packs.get() {
            0 => Ok(()),
            files => Err(Failure::PacksIncomplete(files)),
        }
    }

    /// The categories that the followed rules count by. What cannot be read of profile or packs is
    /// left out without a word: this is for a remark, not for figures.
    pub(super) fn counted(&self) -> &[Category] {
        self.counted.get_or_init(|| {
            let profile = self.home().map(|home| home.profile()).unwrap_or_default();
            let followed: Vec<RuleId> = profile.following.into_iter().map(|one| one.rule).collect();
            requirements::open_for(&self.pack_paths(), &followed).packs.categories(&followed)
        })
    }

    /// The learner's folder.
    pub(super) fn home(&self) -> Result<Home, CliError> {
        let Some(dir) = &self.data else { return Err(Failure::NoDataFolder.into()) };
        Ok(Home::new(dir.clone()))
    }

    /// The file of earlier queries: in the platform's folder for the state of programs, but with a
    /// record that was named, so that two records share nothing.
    pub(super) fn queries(&self) -> Option<PathBuf> {
        let folder = match &self.data {
            Some(dir) if self.data_named => dir.clone(),
            _ => {
                let dirs = directories::ProjectDirs::from("", "", "tuition")?;
                dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned()
            }
        };
        Some(folder.join("queries"))
    }

    /// Plan and hours; what cannot be read of them is said on stderr.
    pub(super) fn record(&self) -> Result<Record, CliError> {
        let record = self.home()?.load();
        self.say_problems(&record);
        Ok(record)
    }

    /// The same for a command that changes the plan. A plan that must not be written over ends it
    /// here, so that its mistake is named once, and before anything is looked up in it.
    pub(super) fn record_to_plan(&self) -> Result<Record, CliError> {
        self.record_to_change(&self.home()?.plan_path())
    }

    /// The same for the profile.
    pub(super) fn record_to_profile(&self) -> Result<Record, CliError> {
        self.record_to_change(&self.home()?.profile_path())
    }

    /// The same for the saved views.
    pub(super) fn record_to_save_views(&self) -> Result<Record, CliError> {
        self.record_to_change(&self.home()?.views_path())
    }

    /// The same for what is timed. The program writes that file as a whole, so that any mistake in it
    /// is one too many.
    pub(super) fn record_to_time(&self) -> Result<Record, CliError> {
        let (record, path) = (self.home()?.load(), self.home()?.timer_path());
        let wrong =
            |problem: &&RecordProblem| problem.severity == Severity::Error && *problem.place.file == path;
        if let Some(problem) = record.problems.iter().find(wrong) {
            return Err(SaveError::from(problem.clone()).into());
        }
        self.say_problems(&record);
        Ok(record)
    }

    fn record_to_change(&self, file: &Path) -> Result<Record, CliError> {
        let record = self.home()?.load();
        let path = file.to_owned();
        for problem in record.problems.iter().filter(|problem| *problem.place.file == path) {
            match &problem.kind {
                RecordProblemKind::PlanMissing => return Err(SaveError::PlanMissing { path }.into()),
                RecordProblemKind::ProfileMissing => return Err(SaveError::ProfileMissing { path }.into()),
                RecordProblemKind::ViewsMissing => return Err(SaveError::ViewsMissing { path }.into()),
                kind if kind.blocks_writing() => return Err(SaveError::from(problem.clone()).into()),
                _ => {}
            }
        }
        self.say_problems(&record);
        Ok(record)
    }

    /// As [`complete`], for commands that show nothing of the profile.
    pub(super) fn plan_and_hours_complete(&self, record: &Record) -> Result<(), CliError> {
        let (profile, views) = (self.home()?.profile_path(), self.home()?.views_path());
        complete_of(record, |file| file != profile && file != views)
    }

    /// As [`complete`], for commands that show nothing but the saved views.
    pub(super) fn views_complete(&self, record: &Record) -> Result<(), CliError> {
        match &self.data {
            None => Ok(()),
            Some(dir) => {
                let views = Home::new(dir.clone()).views_path();
                complete_of(record, |file| file == views)
            }
        }
    }

    fn say_problems(&self, record: &Record) {
        for problem in &record.problems {
            self.console.problem(problem.severity, &problem.say(self.lang));
        }
    }

    /// The same for commands that can do without: nobody has a plan where there is no home folder.
    pub(super) fn record_if_any(&self) -> Result<Record, CliError> {
        if self.data.is_none() { Ok(Record::default()) } else { self.record() }
    }

    pub(super) fn apply(&self, operation: Operation) -> Result<Saved, CliError> {
        Ok(self.home()?.apply(operation, Timestamp::now())?)
    }

    /// Columns that a table may fill; `None` where a program reads it.
    pub(super) fn width(&self) -> Option<usize> {
        self.console.width(self.columns)
    }
}

/// For commands that show the record: what was shown is not everything.
pub(super) fn complete(record: &Record) -> Result<(), CliError> {
    complete_of(record, |_| true)
}

fn complete_of(record: &Record, shown: impl Fn(&Path) -> bool) -> Result<(), CliError> {
    let wrong = record.problems.iter().filter(|problem| problem.severity == Severity::Error);
    let lost = wrong.map(|problem| problem.place.file.as_path()).filter(|file| shown(file));
    // One file may have several mistakes.
    match lost.collect::<BTreeSet<_>>().len() {
        0 => Ok(()),
        files => Err(Failure::RecordIncomplete { files }.into()),
    }
}

pub(super) fn progress(record: &Record) -> Progress {
    Progress::derive(&record.plan, &record.hours)
}

fn default_data() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "tuition").map(|dirs| dirs.data_dir().to_owned())
}

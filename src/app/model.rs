//! Everything the screen shows, and nothing that only drawing knows.

use super::catalog_view::{self, Around, CatalogView};
use super::commands::Commands;
use super::compare::Compare;
use super::configuration::{Configuration, Trouble};
use super::form::Form;
use super::geometry::{Areas, areas, zoomed};
use super::ledger::Ledger;
use super::library::Library;
use super::look::{Look, ThemeList};
use super::pack_list::PackList;
use super::pointer::Target;
use super::prerequisites::Prerequisites;
use super::requirements::Requirements;
use super::scroll::Scroll;
use super::subject::Before;
use super::tour::Tour;
use super::view_list::ViewList;
use super::year_page::YearPage;
use crate::config::{Context, Key, Keymap, Settings};
use crate::domain::progress::Progress;
use crate::domain::requirement::Circumstances;
use crate::domain::requirement::effect::planned;
use crate::domain::totals::Totals;
use crate::domain::vocabulary::CourseState;
use crate::domain::{Course, CourseId, Date, Entry, EntryId, PlanItem};
use crate::locale::Lang;
use crate::search::Personal;
use crate::store::catalog::Opened;
use crate::store::record::Record;
use crate::store::requirements;
use jiff::Timestamp;
use std::ops::RangeInclusive;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Catalog,
    Plan,
    Hours,
    Status,
}

impl View {
    pub const ALL: [Self; 4] = [Self::Catalog, Self::Plan, Self::Hours, Self::Status];
}

/// The part of a view that the keys move in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    Facets,
    #[default]
    List,
    Detail,
}

/// What lies over the view and takes all keys.
#[derive(Debug)]
pub enum Layer {
    Form(Box<Form>),
    Commands(Commands),
    Packs(Box<PackList>),
    Views(Box<ViewList>),
    /// What may be typed into the query line.
    QueryHelp(Scroll),
    Ledger(Ledger),
    Compare(Compare),
    Prerequisites(Prerequisites),
    Problems(Scroll),
    Themes(ThemeList),
    Year(YearPage),
}

/// One line about what has just happened; gone at the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub tone: Tone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Done,
    Plain,
    Warning,
    Error,
}

/// What the world hands to a new model.
pub struct Start {
    pub lang: Lang,
    pub settings: Settings,
    pub today: Date,
    pub size: (u16, u16),
    pub catalog: Opened,
    pub packs: requirements::Opened,
    pub record: Record,
    /// The identity for the first entry recorded.
    pub entry: EntryId,
}

#[derive(Debug)]
pub struct Model {
    pub lang: Lang,
    pub settings: Settings,
    /// Theme and colours.
    pub look: Look,
    /// What is wrong with the settings file.
    pub troubles: Vec<Trouble>,
    pub today: Date,
    pub size: (u16, u16),
    pub keymap: Keymap,
    pub library: Library,
    pub record: Record,
    pub progress: Progress,
    /// What the record comes to.
    pub totals: Totals,
    /// How the person stands under the rules that they follow.
    pub requirements: Requirements,
    pub view: View,
    /// The view that the catalog was entered from to fill a gap: the way back.
    pub came_from: Option<View>,
    pub focus: Pane,
    pub catalog: CatalogView,
    pub plan: Scroll,
    pub hours: Scroll,
    /// Whether the pane with the focus has the whole body.
    pub zoomed: bool,
    /// First line of the detail pane.
    pub detail: usize,
    pub layer: Option<Layer>,
    /// The tour, as far as it has come; `None` where it is not taken.
    pub tour: Option<Tour>,
    /// Forms that were left without saving, for when the same matter is taken up again.
    pub drafts: Vec<Form>,
    pub notice: Option<Notice>,
    /// The keys of a sequence that has begun.
    pub pending: Vec<Key>,
    /// The count that is being typed before a key.
    pub count: Option<usize>,
    /// How often more the history is to be stepped through, while each step succeeds.
    pub steps: usize,
    /// What the last click was on.
    pub clicked: Option<Target>,
    /// Changes sent to be saved that have not been answered yet.
    pub saving: usize,
    /// The entry that has just been saved: the Hours view's cursor goes there once it is read.
    pub recorded: Option<EntryId>,
    pub next_entry: EntryId,
    /// When the clock was last looked at, for the timer; `None` before the first look.
    pub now: Option<Timestamp>,
    /// What stood there before the editor that is at work now, or was last.
    pub edited: Option<Before>,
    /// Whether it has been said once how copying works.
    pub copied: bool,
    /// Whether the last key was the first of the two that quit although something is not saved.
    pub quit_asked: bool,
    pub quit: bool,
}

impl Model {
    pub fn new(start: Start) -> Self {
        let mut model = Self {
            lang: start.lang,
            look: Look::new(start.settings.theme.clone()),
            settings: start.settings,
            troubles: Vec::new(),
            today: start.today,
            size: start.size,
            keymap: Keymap::built_in(),
            library: Library::new(start.catalog),
            record: Record::default(),
            progress: Progress::default(),
            totals: Totals::default(),
            requirements: Requirements::new(start.packs),
            view: View::Catalog,
            came_from: None,
            focus: Pane::List,
            catalog: CatalogView::default(),
            plan: Scroll::default(),
            hours: Scroll::default(),
            zoomed: false,
            detail: 0,
            layer: None,
            tour: None,
            drafts: Vec::new(),
            notice: None,
            pending: Vec::new(),
            count: None,
            steps: 0,
            clicked: None,
            saving: 0,
            recorded: None,
            next_entry: start.entry,
            now: None,
            edited: None,
            copied: false,
            quit_asked: false,
            quit: false,
        };
        model.take_record(start.record);
        model.settle();
        model
    }

    /// Takes another reading of the settings. Keys of a sequence that has begun mean nothing any more.
    pub fn configure(&mut self, configuration: Configuration) {
        self.look.named_at = configuration.theme_at;
        if configuration.settings.theme != self.settings.theme {
            self.look.set(&configuration.settings.theme);
        }
        self.settings = configuration.settings;
        self.lang = configuration.lang;
        self.keymap = configuration.keymap.unwrap_or_else(Keymap::built_in);
        self.troubles = configuration.troubles;
        self.pending.clear();
    }

    /// Takes another reading of the learner's files, and works out what follows from it.
    pub fn take_record(&mut self, record: Record) {
        self.progress = Progress::derive(&record.plan, &record.hours);
        self.totals = Totals::of(record.hours.live());
        self.record = record;
        self.requirements_changed();
        self.personal_changed();
    }

    pub fn areas(&self) -> Areas {
        self.areas_at(self.size)
    }

    /// Where everything stands on a screen of this size.
    pub fn areas_at(&self, size: (u16, u16)) -> Areas {
        let lay_out = if self.zoomed { zoomed } else { areas };
        lay_out(size, self.view, self.focus, self.catalog.facets_open(size.0))
    }

    pub fn facets_open(&self) -> bool {
        self.catalog.facets_open(self.size.0)
    }

    /// The context whose bindings hold.
    pub fn context(&self) -> Context {
        if matches!(self.layer, Some(Layer::Year(_))) {
            return Context::Everywhere;
        }
        match (self.view, self.focus) {
            (View::Catalog, Pane::Facets) => Context::Facets,
            (View::Catalog, _) => Context::Catalog,
            (View::Plan, _) => Context::Plan,
            (View::Hours, _) => Context::Hours,
            (View::Status, _) => Context::Status,
        }
    }

    /// The course under the cursor of the catalog.
    pub fn selected_course(&self) -> Option<&Course> {
        let row = self.catalog.found.rows.get(self.catalog.scroll.cursor())?;
        self.library.course(*row)
    }

    /// The positions in the list from where a range began to the cursor; `None` where none has.
    pub fn range(&self) -> Option<RangeInclusive<usize>> {
        let row = self.library.catalog.row(self.catalog.range.as_ref()?)?;
        let from = self.catalog.found.rows.iter().position(|found| *found == row)?;
        let cursor = self.catalog.scroll.cursor();
        Some(from.min(cursor)..=from.max(cursor))
    }

    /// The courses of the range that has begun.
    pub fn in_range(&self) -> impl Iterator<Item = &Course> {
        let rows = self.range().and_then(|range| self.catalog.found.rows.get(range)).unwrap_or_default();
        rows.iter().filter_map(|row| self.library.course(*row))
    }

    pub fn selected_item(&self) -> Option<&PlanItem> {
        self.record.plan.items.get(self.plan.cursor())
    }

    pub fn selected_entry(&self) -> Option<&Entry> {
        self.record.hours.listed_at(self.hours.cursor())
    }

    /// Past its target date, and still to do.
    pub fn is_overdue(&self, item: &PlanItem) -> bool {
        let open = matches!(
            self.progress.of(&item.course),
            Some(CourseState::Planned | CourseState::InProgress | CourseState::Failed)
        );
        open && item.by.is_some_and(|by| by < self.today)
    }

    /// The course that the view's cursor stands for, wherever it is.
    pub fn course_in_view(&self) -> Option<&Course> {
        match self.view {
            View::Catalog => self.selected_course(),
            View::Plan => self.selected_item().and_then(|item| self.library.catalog.get(&item.course)),
            View::Hours => {
                let course = self.selected_entry()?.course.as_ref()?;
                self.library.catalog.get(course)
            }
            View::Status => None,
        }
    }

    /// Whether keys are typed into a text.
    pub fn is_typing(&self) -> bool {
        match &self.layer {
            Some(Layer::Form(form)) => form.is_text(),
            Some(Layer::Commands(_) | Layer::Packs(_) | Layer::Views(_)) => true,
            Some(Layer::Ledger(_) | Layer::Compare(_) | Layer::Prerequisites(_)) => false,
            Some(Layer::Problems(_) | Layer::QueryHelp(_) | Layer::Themes(_) | Layer::Year(_)) => false,
            None => self.is_on_query_line(),
        }
    }

    /// Whether the query line has the keys.
    pub fn is_on_query_line(&self) -> bool {
        self.layer.is_none() && self.view == View::Catalog && self.catalog.editing
    }

    pub fn say(&mut self, text: String, tone: Tone) {
        self.notice = Some(Notice { text, tone });
    }

    /// Record, plan, catalog, packs or the day that is looked at have changed: so have the figures.
    pub fn requirements_changed(&mut self) {
        self.requirements.refresh(&self.record, &self.library.catalog, &self.progress, self.today);
        self.catalog.personal.rules.clear();
        self.catalog.gap = None;
    }

    /// Mistakes in all files, of catalogs, packs, the record and the settings.
    pub fn problems(&self) -> usize {
        let files =
            self.library.problems.len() + self.requirements.problems.len() + self.record.problems.len();
        files + self.look.problems.len() + self.troubles.len()
    }

    /// Plan, hours, marks or the catalog have changed: what the search knows of the person has too.
    pub fn personal_changed(&mut self) {
        let personal = self.library.personal(&self.record, &self.progress, &self.catalog.marked, self.today);
        // What rules make of the courses does not depend on marks; where it may have changed, it has
        // been cleared.
        let rules = std::mem::take(&mut self.catalog.personal.rules);
        self.catalog.personal = Personal { rules, ..personal };
        let cursor = self.selected_course().map(|course| course.id.clone());
        self.refilter();
        self.put_cursor_on(cursor.as_ref());
    }

    /// Reads the query line anew and searches.
    pub fn refilter(&mut self) {
        let mut catalog = std::mem::take(&mut self.catalog);
        self.around(|around| catalog.refilter(around));
        self.catalog = catalog;
    }

    /// How many courses a query finds; nothing where it cannot be read, or the catalog has not been.
    pub fn count(&self, query: &str) -> Option<usize> {
        let count = self.around(|around| catalog_view::count(query, around, &self.catalog.personal));
        count.ok().filter(|_| !self.library.partial)
    }

    /// What a search depends on besides the query.
    fn around<T>(&self, search: impl FnOnce(&Around<'_>) -> T) -> T {
        let planned = planned(&self.record.plan, &self.library.catalog, &self.progress, self.today);
        let around = Around {
            library: &self.library,
            today: self.today,
            as_of: self.requirements.day(self.today),
            progress: &self.progress,
            views: &self.record.views,
            circumstances: Circumstances {
                packs: &self.requirements.packs,
                profile: &self.record.profile,
                record: &self.record.hours,
                planned: &planned,
            },
        };
        search(&around)
    }

    /// Puts the catalog's cursor back on a course, or leaves it where it is when that is gone.
    pub fn put_cursor_on(&mut self, course: Option<&CourseId>) {
        let row = course.and_then(|course| self.library.catalog.row(course));
        let position = row.and_then(|row| self.catalog.found.rows.iter().position(|found| *found == row));
        if let Some(position) = position {
            self.catalog.scroll.set(position);
        }
    }

    /// Brings every cursor and window within what there is to show.
    pub fn settle(&mut self) {
        let areas = self.areas();
        let gone = match self.focus {
            Pane::Facets => areas.facets.is_none(),
            Pane::Detail => areas.detail.is_none() && areas.list.is_some(),
            Pane::List => false,
        };
        if gone {
            self.focus = Pane::List;
        }
        let areas = self.areas();
        let height = areas.list_height();
        self.catalog.scroll.settle(self.catalog.found.rows.len(), height);
        if self.catalog.range.is_some() && self.range().is_none() {
            // The row that it began at is no longer listed.
            self.catalog.range = None;
        }
        let facets = self.catalog.facet_rows.len();
        self.catalog.facet_scroll.settle(facets, areas.facets_height());
        if self.catalog.on_facet_head() {
            // A head always has a value below it.
            self.catalog.facet_scroll.step(1);
            self.catalog.facet_scroll.settle(facets, areas.facets_height());
        }
        self.plan.settle(self.record.plan.items.len(), height);
        self.hours.settle(self.record.hours.listed_len(), height);
        self.requirements.settle(areas.rules_height(self.requirements.standings.len()));
    }
}

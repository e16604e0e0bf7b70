//! Puts files together into catalogs and catalogs into one. Within a catalog an id stands once;
//! across catalogs the later one overrides the keys that it states.

use super::course::{References, Stated};
use super::document::{self, Document, Entry};
use super::outline::About;
use super::{Opened, Severity, checks};
use crate::domain::catalog::{Pathway, Stage, Track};
use crate::domain::course::LocalText;
use crate::domain::{Catalog, Course, CourseId};
use crate::store::reading::problem::{ProblemKind, Thing};
use crate::store::reading::report::{Mark, Marked, Report};
use crate::store::reading::syntax;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Courses of all open catalogs together: a bound on memory, far above any real catalog.
const MOST_COURSES: usize = 200_000;

/// Everything read so far.
#[derive(Default)]
pub(super) struct Merge {
    pub report: Report,
    pub courses: Vec<Course>,
    /// What the courses name, by the same row.
    pub references: Vec<References>,
    /// Courses that are somewhere, but left out for a mistake: nobody is blamed for naming them.
    pub left_out: HashSet<CourseId>,
    pub tracks: Vec<Track>,
    pub stages: Vec<Stage>,
    pub pathways: Vec<Pathway>,
    /// Courses that a pathway names, by its id.
    pub named: HashMap<String, Vec<Marked<CourseId>>>,
    rows: HashMap<CourseId, usize>,
    titles: Vec<LocalText>,
    /// Where each id of the current catalog stands first.
    seen: [HashMap<String, Mark>; 4],
    catalog_table: Option<Mark>,
    /// The date of the current catalog's facts, and its first row.
    facts_as_of: Option<String>,
    first_row: usize,
    files: usize,
    skipped: usize,
    full: bool,
}

impl Merge {
    /// What follows belongs to a new catalog.
    pub fn begin_catalog(&mut self) {
        self.end_catalog();
        self.seen.iter_mut().for_each(HashMap::clear);
        self.catalog_table = None;
    }

    /// The catalog's date holds for its courses that state none. It may stand in any file, so that
    /// it is known only at the end; courses that the catalog merely overrides keep theirs.
    fn end_catalog(&mut self) {
        let new = self.courses.get_mut(self.first_row..).unwrap_or_default();
        let date = self.facts_as_of.take().filter(|date| !date.is_empty());
        for course in new.iter_mut().filter(|course| course.facts_as_of.is_none()) {
            course.facts_as_of.clone_from(&date);
        }
        self.first_row = self.courses.len();
    }

    /// Adds a file to the current catalog, or the reason why it could not be read.
    pub fn file(&mut self, name: Arc<PathBuf>, bytes: Result<Vec<u8>, ProblemKind>) {
        self.files += 1;
        let (text, mistake) = match bytes.map(syntax::text) {
            Ok(Ok(text)) => (text, None),
            Ok(Err(before)) => (before, Some(ProblemKind::NotUtf8)),
            Err(kind) => {
                self.skipped += 1;
                self.report.begin(name, Arc::from(""));
                return self.report.note_whole(kind);
            }
        };
        let text = Arc::<str>::from(text);
        self.report.begin(name, text.clone());
        let read = match mistake {
            Some(kind) => Err((Some(text.len()..text.len()), kind)),
            None => document::read(&mut self.report, &text),
        };
        match read {
            Ok(document) => self.add(document),
            Err((span, kind)) => {
                self.skipped += 1;
                match span {
                    Some(span) => self.report.note(span, kind),
                    None => self.report.note_whole(kind),
                }
            }
        }
    }

    fn add(&mut self, document: Document) {
        if let Some(about) = document.catalog {
            self.catalog(about);
        }
        for (id, track) in document.tracks {
            if !self.stands_already(Thing::Track, &id.value, id.mark) {
                replace(&mut self.tracks, track, |track| &track.id);
            }
        }
        for (id, stage) in document.stages {
            if !self.stands_already(Thing::Stage, &id.value, id.mark) {
                replace(&mut self.stages, stage, |stage| &stage.id);
            }
        }
        for (id, pathway) in document.pathways {
            if !self.stands_already(Thing::Pathway, &id.value, id.mark)
                && let Some((pathway, named)) = pathway
            {
                self.named.insert(id.value, named);
                replace(&mut self.pathways, Some(pathway), |pathway| &pathway.id);
            }
        }
        for entry in document.courses {
            self.course(entry);
        }
    }

    fn catalog(&mut self, About { title, facts_as_of, mark }: About) {
        if let Some(first) = self.catalog_table {
            let first = self.report.place(first);
            return self.report.note_at(mark, ProblemKind::DuplicateCatalog { first });
        }
        self.catalog_table = Some(mark);
        self.titles.extend(title);
        self.facts_as_of = facts_as_of;
    }

    fn course(&mut self, Entry { id, header, stated }: Entry) {
        if self.courses.len() >= MOST_COURSES {
            if !self.full {
                self.full = true;
                self.report.note_at(header, ProblemKind::TooManyCourses { limit: MOST_COURSES });
            }
            return;
        }
        if self.stands_already(Thing::Course, id.value.as_str(), id.mark) {
            return;
        }
        match (stated, self.rows.get(&id.value).copied()) {
            (Some(stated), Some(row)) => self.overlay(stated, row),
            (Some(stated), None) => self.new_course(id.value, stated, header),
            // A wrong override changes nothing; what it is laid over stays as it was.
            (None, Some(_)) => {}
            (None, None) => drop(self.left_out.insert(id.value)),
        }
    }

    fn overlay(&mut self, stated: Stated, row: usize) {
        if let (Some(course), Some(references)) = (self.courses.get_mut(row), self.references.get_mut(row)) {
            stated.lay_over(course, references);
        }
    }

    fn new_course(&mut self, id: CourseId, mut stated: Stated, header: Mark) {
        let Some(title) = stated.title.take() else {
            // An override of a course that was left out is not to blame for the title.
            if self.left_out.insert(id) {
                self.report.note_at(header, ProblemKind::MissingKey { key: "title" });
            }
            return;
        };
        let mut course = Course::new(id.clone(), title);
        let mut references = References::default();
        course.origin = std::mem::take(&mut stated.origin);
        stated.lay_over(&mut course, &mut references);
        self.left_out.remove(&id);
        self.rows.insert(id, self.courses.len());
        self.courses.push(course);
        self.references.push(references);
    }

    /// Whether the current catalog has this id already; the second one is noted.
    fn stands_already(&mut self, what: Thing, id: &str, mark: Mark) -> bool {
        let Some(seen) = self.seen.get_mut(what as usize) else { return false };
        let Some(first) = seen.get(id) else {
            seen.insert(id.to_owned(), mark);
            return false;
        };
        let first = self.report.place(*first);
        self.report.note_at(mark, ProblemKind::DuplicateId { what, id: id.to_owned(), first });
        true
    }

    /// Looks at the whole and hands it over.
    pub fn finish(mut self) -> Opened {
        self.end_catalog();
        checks::run(&mut self);
        self.parts()
    }

    /// Hands over what has been read, without a look at the whole.
    pub fn parts(mut self) -> Opened {
        let problems = self.report.problems();
        debug_assert!(self.skipped == 0 || problems.iter().any(|p| p.severity == Severity::Error));
        let mut catalog = Catalog::new(self.courses);
        catalog.tracks = self.tracks;
        catalog.stages = self.stages;
        catalog.pathways = self.pathways;
        catalog.titles = self.titles;
        let (files, skipped) = (self.files, self.skipped);
        Opened { catalog, problems, files, skipped, ..Opened::default() }
    }
}

/// Puts a thing in the place of the one with the same id, or at the end.
fn replace<T>(things: &mut Vec<T>, thing: Option<T>, id: impl Fn(&T) -> &String) {
    let Some(thing) = thing else { return };
    match things.iter().position(|other| id(other) == id(&thing)) {
        Some(at) => things.splice(at..=at, [thing]).for_each(drop),
        None => things.push(thing),
    }
}

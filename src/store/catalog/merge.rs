//! Puts files together into catalogs and catalogs into one. Within a catalog an id stands once;
//! across catalogs the later one overrides the keys that it states.

use super::course::{self, References, Stated};
use super::outline::{self, Declared};
use super::problem::{ProblemKind, Thing, Type};
use super::report::{Mark, Marked, Report};
use super::value::{Reader, Value};
use super::{Opened, Severity, checks, syntax};
use crate::domain::catalog::{Pathway, Stage, Track};
use crate::domain::course::LocalText;
use crate::domain::{Catalog, Course, CourseId};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use toml::de::DeTable;

/// The schema that this program reads.
const SCHEMA: i64 = 1;
/// Courses of all open catalogs together: a bound on memory, far above any real catalog.
const MOST_COURSES: usize = 200_000;
const KEYS: &[&str] = &["schema", "catalog", "track", "stage", "course", "pathway"];

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
    files: usize,
    skipped: usize,
    full: bool,
}

impl Merge {
    /// What follows belongs to a new catalog.
    pub fn begin_catalog(&mut self) {
        self.seen.iter_mut().for_each(HashMap::clear);
        self.catalog_table = None;
    }

    /// Adds a file to the current catalog, or the reason why it could not be read.
    pub fn file(&mut self, name: Arc<PathBuf>, bytes: Result<Vec<u8>, ProblemKind>) {
        self.files += 1;
        let text = match bytes.map(syntax::text) {
            Ok(Ok(text)) => Arc::<str>::from(text),
            Ok(Err(before)) => {
                let end = before.len();
                return self.skip(name, Arc::from(before), Some(end..end), ProblemKind::NotUtf8);
            }
            Err(kind) => return self.skip(name, Arc::from(""), None, kind),
        };
        match syntax::parse(&text) {
            Ok(table) => {
                self.report.begin(name, text.clone());
                self.document(table.get_ref());
            }
            Err((span, kind)) => self.skip(name, text.clone(), span, kind),
        }
    }

    fn skip(
        &mut self,
        name: Arc<PathBuf>,
        text: Arc<str>,
        span: Option<std::ops::Range<usize>>,
        kind: ProblemKind,
    ) {
        self.skipped += 1;
        self.report.begin(name, text);
        match span {
            Some(span) => self.report.note(span, kind),
            None => self.report.note_whole(kind),
        }
    }

    fn document(&mut self, table: &DeTable<'_>) {
        if !self.readable(table) {
            self.skipped += 1;
            return;
        }
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "schema" => {}
                "catalog" => self.catalog(value),
                "track" => self.each("track", value, Self::track),
                "stage" => self.each("stage", value, Self::stage),
                "course" => self.each("course", value, Self::course),
                "pathway" => self.each("pathway", value, Self::pathway),
                _ => Reader::new(&mut self.report).unknown_key(key, KEYS),
            }
        }
    }

    /// Whether the file's schema is one that this program can read; a missing or odd one is taken
    /// for ours, and reported.
    fn readable(&mut self, table: &DeTable<'_>) -> bool {
        let Some(value) = table.get("schema") else {
            self.report.note(0..0, ProblemKind::SchemaMissing);
            return true;
        };
        let number = value.get_ref().as_integer();
        let number = number.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        match number {
            Some(SCHEMA) => true,
            Some(found) if found > SCHEMA => {
                self.report.note(value.span(), ProblemKind::SchemaNewer { found });
                false
            }
            _ => {
                self.report.note(value.span(), ProblemKind::SchemaInvalid);
                true
            }
        }
    }

    fn each(&mut self, key: &'static str, value: &Value<'_>, read: impl Fn(&mut Self, &Value<'_>)) {
        match value.get_ref().as_array() {
            Some(tables) => tables.iter().for_each(|value| read(self, value)),
            None => Reader::new(&mut self.report).wrong_type(key, value, Type::Tables).unwrap_or(()),
        }
    }

    fn catalog(&mut self, value: &Value<'_>) {
        let Some((title, mark)) = outline::catalog(&mut Reader::new(&mut self.report), value) else {
            return;
        };
        if let Some(first) = self.catalog_table {
            let first = self.report.place(first);
            self.report.note(value.span(), ProblemKind::DuplicateCatalog { first });
            return;
        }
        self.catalog_table = Some(mark);
        self.titles.extend(title);
    }

    fn course(&mut self, value: &Value<'_>) {
        if self.courses.len() >= MOST_COURSES {
            if !self.full {
                self.full = true;
                self.report.note(value.span(), ProblemKind::TooManyCourses { limit: MOST_COURSES });
            }
            return;
        }
        let (id, stated) = course::read(&mut Reader::new(&mut self.report), value);
        let Some(id) = id else { return };
        if self.stands_already(Thing::Course, id.value.as_str(), id.mark) {
            return;
        }
        match (stated, self.rows.get(&id.value).copied()) {
            (Some(stated), Some(row)) => self.overlay(stated, row),
            (Some(stated), None) => self.add(id.value, stated, value),
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

    fn add(&mut self, id: CourseId, mut stated: Stated, value: &Value<'_>) {
        let Some(title) = stated.title.take() else {
            // An override of a course that was left out is not to blame for the title.
            if self.left_out.insert(id) {
                self.report.note(value.span(), ProblemKind::MissingKey { key: "title" });
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

    fn track(&mut self, value: &Value<'_>) {
        if let Some(track) = self.declared(Thing::Track, value, outline::track) {
            replace(&mut self.tracks, track, |track| &track.id);
        }
    }

    fn stage(&mut self, value: &Value<'_>) {
        if let Some(stage) = self.declared(Thing::Stage, value, outline::stage) {
            replace(&mut self.stages, stage, |stage| &stage.id);
        }
    }

    fn pathway(&mut self, value: &Value<'_>) {
        if let Some((pathway, named)) = self.declared(Thing::Pathway, value, outline::pathway) {
            self.named.insert(pathway.id.clone(), named);
            replace(&mut self.pathways, pathway, |pathway| &pathway.id);
        }
    }

    /// Reads a declared thing; `None` when it is wrong or a duplicate, which is then noted.
    fn declared<T>(
        &mut self,
        what: Thing,
        value: &Value<'_>,
        read: impl Fn(&mut Reader<'_>, &Value<'_>) -> Option<Declared<T>>,
    ) -> Option<T> {
        let mut reader = Reader::new(&mut self.report);
        let (id, thing) = read(&mut reader, value)?;
        let sound = !reader.failed;
        (!self.stands_already(what, &id.value, id.mark) && sound).then_some(thing)
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
        checks::run(&mut self);
        let problems = self.report.problems();
        debug_assert!(self.skipped == 0 || problems.iter().any(|p| p.severity == Severity::Error));
        let mut catalog = Catalog::new(self.courses);
        catalog.tracks = self.tracks;
        catalog.stages = self.stages;
        catalog.pathways = self.pathways;
        catalog.titles = self.titles;
        Opened { catalog, problems, files: self.files, skipped: self.skipped, sources: Vec::new() }
    }
}

/// Puts a thing in the place of the one with the same id, or at the end.
fn replace<T>(things: &mut Vec<T>, thing: T, id: impl Fn(&T) -> &String) {
    match things.iter().position(|other| id(other) == id(&thing)) {
        Some(at) => things.splice(at..=at, [thing]).for_each(drop),
        None => things.push(thing),
    }
}

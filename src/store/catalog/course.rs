//! Reads one `[[course]]` into the keys that it states. What is absent stays absent, so that a
//! later catalog can override single keys of an earlier one's course.

use super::hours;
use crate::domain::course::{Gates, LocalText, Origin, Session, StatedHours};
use crate::domain::vocabulary::{Category, Delivery, Form, Grade, Level, Unit};
use crate::domain::{Course, CourseId};
use crate::store::reading::problem::{ProblemKind, Type};
use crate::store::reading::report::Marked;
use crate::store::reading::value::{LONG, Reader, SHORT, Value};

const KEYS: &[&str] = &[
    "id",
    "title",
    "summary",
    "track",
    "topics",
    "level",
    "grade",
    "stage",
    "delivery",
    "form",
    "hours",
    "unit",
    "categories",
    "instructors",
    "provider",
    "language",
    "url",
    "prerequisites",
    "assessment",
    "credential",
    "source",
    "facts_as_of",
    "verified",
    "note",
    "session",
];
const SESSION_KEYS: &[&str] = &["start", "end", "place", "instructors", "note", "gates"];
const GATES: &[&str] = &["training", "assessment", "recognition"];

/// What one `[[course]]` states. An empty text or list is stated too: it takes away what an
/// earlier catalog said.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub title: Option<LocalText>,
    pub summary: Option<LocalText>,
    pub track: Option<Option<Marked<String>>>,
    pub topics: Option<Vec<String>>,
    pub level: Option<Level>,
    pub grade: Option<Grade>,
    pub stage: Option<Option<Marked<String>>>,
    pub delivery: Option<Delivery>,
    pub form: Option<Form>,
    pub hours: Option<StatedHours>,
    pub unit: Option<Unit>,
    pub categories: Option<Vec<Category>>,
    pub instructors: Option<Vec<String>>,
    pub provider: Option<String>,
    pub language: Option<String>,
    pub url: Option<String>,
    pub prerequisites: Option<Vec<Marked<CourseId>>>,
    pub assessment: Option<String>,
    pub credential: Option<String>,
    pub source: Option<String>,
    pub facts_as_of: Option<String>,
    pub verified: Option<bool>,
    pub note: Option<String>,
    pub sessions: Option<Vec<Session>>,
    pub origin: Origin,
}

/// Reads a course: its id, if it has a good one, and what it states, if nothing of it is wrong.
pub(super) fn read(reader: &mut Reader<'_>, value: &Value<'_>) -> (Option<Marked<CourseId>>, Option<Stated>) {
    reader.failed = false;
    let Some(table) = reader.table("course", value) else { return (None, None) };
    let (file, line) = reader.report.line(value.span().start);
    let mut id = None;
    let mut course = Stated { origin: Origin { file, line }, ..Stated::default() };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => id = course_id(reader, "id", value),
            "title" => course.title = reader.local_text("title", value, SHORT),
            "summary" => course.summary = reader.local_text("summary", value, LONG),
            "track" => course.track = reference(reader, "track", value),
            "topics" => course.topics = reader.texts("topics", value),
            "level" => course.level = reader.word("level", value),
            "grade" => course.grade = reader.word("grade", value),
            "stage" => course.stage = reference(reader, "stage", value),
            "delivery" => course.delivery = reader.word("delivery", value),
            "form" => course.form = reader.word("form", value),
            "hours" => course.hours = hours::read(reader, value),
            "unit" => course.unit = reader.word("unit", value),
            "categories" => {
                let read = |reader: &mut Reader<'_>, item: &Value<'_>| reader.category("categories", item);
                course.categories = reader.items("categories", value, read);
            }
            "instructors" => course.instructors = reader.texts("instructors", value),
            "provider" => course.provider = reader.text("provider", value, SHORT),
            "language" => course.language = reader.text("language", value, SHORT),
            "url" => course.url = reader.url("url", value),
            "prerequisites" => {
                course.prerequisites = reader
                    .items("prerequisites", value, |reader, item| course_id(reader, "prerequisites", item));
            }
            "assessment" => course.assessment = reader.text("assessment", value, LONG),
            "credential" => course.credential = reader.text("credential", value, LONG),
            "source" => course.source = reader.text("source", value, LONG),
            "facts_as_of" => course.facts_as_of = reader.period("facts_as_of", value),
            "verified" => course.verified = reader.boolean("verified", value),
            "note" => course.note = reader.text("note", value, LONG),
            "session" => course.sessions = sessions(reader, value),
            _ => reader.unknown_key(key, KEYS),
        }
    }
    if !table.contains_key("id") {
        reader.note(value.span(), ProblemKind::MissingKey { key: "id" });
    }
    (id, (!reader.failed).then_some(course))
}

pub(super) fn course_id(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
) -> Option<Marked<CourseId>> {
    let Marked { value: text, mark } = reader.id(key, value)?;
    CourseId::new(&text).map(|value| Marked { value, mark })
}

/// An id that may be empty: stated as none.
fn reference(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
) -> Option<Option<Marked<String>>> {
    if value.get_ref().as_str() == Some("") { Some(None) } else { reader.id(key, value).map(Some) }
}

fn sessions(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Vec<Session>> {
    let sessions = reader.tables("session", value)?;
    Some(sessions.iter().filter_map(|value| session(reader, value)).collect())
}

fn session(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Session> {
    let Some(table) = value.get_ref().as_table() else {
        return reader.wrong_type("session", value, Type::Tables);
    };
    let mut session = Session::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "start" => session.start = reader.date("start", value),
            "end" => session.end = reader.date("end", value),
            "place" => session.place = reader.text("place", value, SHORT).and_then(filled),
            "instructors" => session.instructors = reader.texts("instructors", value).unwrap_or_default(),
            "note" => session.note = reader.text("note", value, LONG).and_then(filled),
            "gates" => session.gates = gates(reader, value),
            _ => reader.unknown_key(key, SESSION_KEYS),
        }
    }
    if let (Some(start), Some(end)) = (session.start, session.end)
        && end < start
    {
        let span = table.get("end").map_or_else(|| value.span(), |end| end.span());
        reader.note(span, ProblemKind::EndBeforeStart { start, end });
    }
    Some(session)
}

fn gates(reader: &mut Reader<'_>, value: &Value<'_>) -> Gates {
    let mut gates = Gates::default();
    let Some(table) = reader.table("gates", value) else { return gates };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "training" => gates.training = reader.date("training", value),
            "assessment" => gates.assessment = reader.date("assessment", value),
            "recognition" => gates.recognition = reader.date("recognition", value),
            _ => reader.unknown_key(key, GATES),
        }
    }
    gates
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Puts a stated key over what was there; a key that is not stated changes nothing.
fn over<T>(place: &mut T, stated: Option<T>) {
    if let Some(stated) = stated {
        *place = stated;
    }
}

/// The same for a key that a course may lack.
fn over_optional<T>(place: &mut Option<T>, stated: Option<T>) {
    if stated.is_some() {
        *place = stated;
    }
}

/// The same for a text, where the empty one takes the old one away.
fn over_text(place: &mut Option<String>, stated: Option<String>) {
    if let Some(stated) = stated {
        *place = filled(stated);
    }
}

impl Stated {
    /// Lays the stated keys over a course. What other courses and tables it names goes to
    /// `references`, since only the merged catalogs show whether those exist.
    pub fn lay_over(self, course: &mut Course, references: &mut References) {
        over(&mut course.title, self.title);
        over_optional(&mut course.summary, self.summary);
        if let Some(track) = self.track {
            course.track = track.as_ref().map(|track| track.value.clone());
            references.track = track;
        }
        over(&mut course.topics, self.topics);
        over_optional(&mut course.level, self.level);
        over_optional(&mut course.grade, self.grade);
        if let Some(stage) = self.stage {
            course.stage = stage.as_ref().map(|stage| stage.value.clone());
            references.stage = stage;
        }
        over_optional(&mut course.delivery, self.delivery);
        over_optional(&mut course.form, self.form);
        over_optional(&mut course.hours, self.hours);
        over(&mut course.unit, self.unit);
        over(&mut course.categories, self.categories);
        over(&mut course.instructors, self.instructors);
        over_text(&mut course.provider, self.provider);
        over_text(&mut course.language, self.language);
        over_text(&mut course.url, self.url);
        if let Some(prerequisites) = self.prerequisites {
            course.prerequisites = prerequisites.iter().map(|id| id.value.clone()).collect();
            references.prerequisites = prerequisites;
        }
        over_text(&mut course.assessment, self.assessment);
        over_text(&mut course.credential, self.credential);
        over_text(&mut course.source, self.source);
        over_text(&mut course.facts_as_of, self.facts_as_of);
        over_optional(&mut course.verified, self.verified);
        over_text(&mut course.note, self.note);
        over(&mut course.sessions, self.sessions);
    }
}

/// What a course names, and where it does so.
#[derive(Debug, Default)]
pub(super) struct References {
    pub track: Option<Marked<String>>,
    pub stage: Option<Marked<String>>,
    pub prerequisites: Vec<Marked<CourseId>>,
}

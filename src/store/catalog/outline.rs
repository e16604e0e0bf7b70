//! Reads what a file declares beside its courses: the catalog itself, tracks, stages, pathways.

use super::course::course_id;
use crate::domain::CourseId;
use crate::domain::catalog::{Pathway, PathwayStage, Stage, Track};
use crate::domain::course::LocalText;
use crate::store::reading::problem::{ProblemKind, Type};
use crate::store::reading::report::{Mark, Marked};
use crate::store::reading::value::{Reader, SHORT, Value};
use std::ops::Range;

/// A declared thing under its id; `None`: something that it states is wrong.
pub(super) type Declared<T> = (Marked<String>, Option<T>);
/// A pathway, and where it names each of its courses.
pub(super) type Named = (Pathway, Vec<Marked<CourseId>>);

const CATALOG_KEYS: &[&str] = &["id", "title", "facts_as_of"];
const TRACK_KEYS: &[&str] = &["id", "title"];
const STAGE_KEYS: &[&str] = &["id", "title", "activity"];
const PATHWAY_KEYS: &[&str] = &["id", "title", "stage"];
const STEP_KEYS: &[&str] = &["title", "courses", "choose"];

/// What `[catalog]` says of the catalog as a whole.
pub(super) struct About {
    pub title: Option<LocalText>,
    /// Holds for the courses that state none of their own.
    pub facts_as_of: Option<String>,
    pub mark: Mark,
}

pub(super) fn catalog(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<About> {
    let table = reader.table("catalog", value)?;
    let (mut title, mut facts_as_of) = (None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => drop(reader.id("id", value)),
            "title" => title = reader.local_text("title", value, SHORT),
            "facts_as_of" => facts_as_of = reader.period("facts_as_of", value),
            _ => reader.unknown_key(key, CATALOG_KEYS),
        }
    }
    Some(About { title, facts_as_of, mark: reader.mark(&value.span()) })
}

pub(super) fn track(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Declared<Track>> {
    reader.failed = false;
    let table = reader.table("track", value)?;
    let (mut id, mut title) = (None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => id = Some(reader.id("id", value)),
            "title" => title = Some(reader.local_text("title", value, SHORT)),
            _ => reader.unknown_key(key, TRACK_KEYS),
        }
    }
    let (id, title) = identity(reader, &value.span(), id, title)?;
    let track = Track { id: id.value.clone(), title };
    Some((id, (!reader.failed).then_some(track)))
}

pub(super) fn stage(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Declared<Stage>> {
    reader.failed = false;
    let table = reader.table("stage", value)?;
    let (mut id, mut title, mut activity) = (None, None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => id = Some(reader.id("id", value)),
            "title" => title = Some(reader.local_text("title", value, SHORT)),
            "activity" => activity = reader.local_text("activity", value, SHORT),
            _ => reader.unknown_key(key, STAGE_KEYS),
        }
    }
    let (id, title) = identity(reader, &value.span(), id, title)?;
    let stage = Stage { id: id.value.clone(), title, activity };
    Some((id, (!reader.failed).then_some(stage)))
}

pub(super) fn pathway(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Declared<Named>> {
    reader.failed = false;
    let table = reader.table("pathway", value)?;
    let (mut id, mut title) = (None, None);
    let mut stages = Vec::new();
    let mut named = Vec::new();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => id = Some(reader.id("id", value)),
            "title" => title = Some(reader.local_text("title", value, SHORT)),
            "stage" => {
                for value in reader.tables("stage", value)? {
                    stages.extend(step(reader, value, &mut named));
                }
            }
            _ => reader.unknown_key(key, PATHWAY_KEYS),
        }
    }
    let (id, title) = identity(reader, &value.span(), id, title)?;
    let pathway = Pathway { id: id.value.clone(), title, stages };
    Some((id, (!reader.failed).then_some((pathway, named))))
}

fn step(
    reader: &mut Reader<'_>,
    value: &Value<'_>,
    named: &mut Vec<Marked<CourseId>>,
) -> Option<PathwayStage> {
    let Some(table) = value.get_ref().as_table() else {
        return reader.wrong_type("stage", value, Type::Tables);
    };
    let (mut title, mut courses, mut choose) = (None, None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "title" => title = Some(reader.local_text("title", value, SHORT)),
            "courses" => {
                let read = |reader: &mut Reader<'_>, item: &Value<'_>| course_id(reader, "courses", item);
                courses = Some(reader.items("courses", value, read));
            }
            "choose" => choose = Some((value.span(), whole(reader, value))),
            _ => reader.unknown_key(key, STEP_KEYS),
        }
    }
    let title = reader.required(title, &value.span(), "title");
    let courses = reader.required(courses, &value.span(), "courses")??;
    if let Some((span, Some(number))) = &choose
        && !(1..=courses.len()).contains(&usize::from(*number))
    {
        reader.note(span.clone(), ProblemKind::ChooseOutOfRange { courses: courses.len() });
        return None;
    }
    let ids = courses.iter().map(|course| course.value.clone()).collect();
    named.extend(courses);
    Some(PathwayStage { title: title??, courses: ids, choose: choose.and_then(|(_, number)| number) })
}

/// A whole number; one that is out of any range is as good as 0, which is out of range too.
fn whole(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<u16> {
    match value.get_ref().as_integer() {
        Some(number) => Some(u16::from_str_radix(number.as_str(), number.radix()).unwrap_or(0)),
        None => reader.wrong_type("choose", value, Type::Integer),
    }
}

/// Id and title, both of which must be there. The outer `None`: absent; the inner: already noted.
fn identity(
    reader: &mut Reader<'_>,
    span: &Range<usize>,
    id: Option<Option<Marked<String>>>,
    title: Option<Option<LocalText>>,
) -> Option<(Marked<String>, LocalText)> {
    let id = reader.required(id, span, "id");
    let title = reader.required(title, span, "title");
    Some((id??, title??))
}

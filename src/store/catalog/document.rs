//! Reads one file: what it declares, and what is wrong with it.
//!
//! A file is parsed course by course, which takes half the time and a fraction of the memory of
//! parsing it at once; where that could mean something else than the whole, the whole is parsed.

use super::course::{self, Stated};
use super::outline::{self, About, Declared, Named};
use crate::domain::CourseId;
use crate::domain::catalog::{Stage, Track};
use crate::store::reading::problem::{ProblemKind, Type};
use crate::store::reading::report::{Mark, Marked, Report};
use crate::store::reading::schema;
use crate::store::reading::syntax::{self, Mistake};
use crate::store::reading::value::{Reader, Value};
use toml::de::{DeTable, DeValue};

/// What `[[…]]` may declare.
const LISTS: [&str; 4] = ["track", "stage", "course", "pathway"];
const KEYS: &[&str] = &["schema", "catalog", "track", "stage", "course", "pathway"];
/// Where a file is cut into blocks.
const CUT: &str = "\n[[course]]";

/// What one file states, each list in its order.
#[derive(Default)]
pub(super) struct Document {
    pub catalog: Option<About>,
    pub tracks: Vec<Declared<Track>>,
    pub stages: Vec<Declared<Stage>>,
    pub pathways: Vec<Declared<Named>>,
    pub courses: Vec<Entry>,
}

/// A `[[course]]` with a good id.
pub(super) struct Entry {
    pub id: Marked<CourseId>,
    pub header: Mark,
    /// `None`: something that it states is wrong.
    pub stated: Option<Stated>,
}

/// Reads the text of the report's current source.
///
/// # Errors
/// What makes the file unreadable as a whole. All other mistakes are noted in the report.
pub(super) fn read(report: &mut Report, text: &str) -> Result<Document, Mistake> {
    if let Some(span) = syntax::conflict_marker(text) {
        return Err((Some(span), ProblemKind::ConflictMarker));
    }
    if let Some(document) = read_blocks(report, text) {
        return document;
    }
    report.forget();
    let mut document = Document::default();
    let table = syntax::parse(text)?;
    if let Some(mistake) = is_pack(table.get_ref()) {
        return Err(mistake);
    }
    schema::look(report, table.get_ref());
    document.read(report, table.get_ref());
    Ok(document)
}

/// Where a file begins that only a requirement pack can be: it has a `[period]` and nothing of a
/// catalog's.
fn is_pack(table: &DeTable<'_>) -> Option<Mistake> {
    let (key, _) = table.get_key_value("period")?;
    let of_catalog = KEYS.iter().any(|key| *key != "schema" && table.contains_key(*key));
    (!of_catalog).then(|| (Some(key.span()), ProblemKind::PackNotCatalog))
}

/// Reads course by course; `None` where only the whole can tell what is meant, or what is wrong.
fn read_blocks(report: &mut Report, text: &str) -> Option<Result<Document, Mistake>> {
    let mut document = Document::default();
    let cuts = text.match_indices(CUT).map(|(at, _)| at + 1);
    let mut start = 0;
    for end in cuts.chain([text.len()]) {
        // A text or list that goes on over a cut leaves its block unclosed, so it fails here.
        let table = DeTable::parse(text.get(start..end)?).ok()?;
        let table = table.get_ref();
        if !table.iter().all(|(key, value)| stands_alone(key.get_ref(), value, start == 0)) {
            return None;
        }
        report.read_from(start);
        if start == 0 {
            if let Some(mistake) = is_pack(table).filter(|_| end == text.len()) {
                return Some(Err(mistake));
            }
            schema::look(report, table);
        }
        document.read(report, table);
        start = end;
    }
    Some(Ok(document))
}

/// Whether an entry of a block means the same as in the whole file: lists grow from block to
/// block, everything else belongs into the first one.
fn stands_alone(key: &str, value: &Value<'_>, first: bool) -> bool {
    if !LISTS.contains(&key) {
        return first;
    }
    match value.get_ref() {
        // The place of `[[…]]` tables is that of the first header; `[…]` on a line begins earlier.
        DeValue::Array(tables) => tables.first().is_some_and(|table| table.span() == value.span()),
        _ => false,
    }
}

impl Document {
    fn read(&mut self, report: &mut Report, table: &DeTable<'_>) {
        for (key, value) in table {
            let mut reader = Reader::new(report);
            match key.get_ref().as_ref() {
                "schema" => {}
                "catalog" => self.catalog = outline::catalog(&mut reader, value),
                "track" => each(&mut reader, "track", value, |reader, value| {
                    self.tracks.extend(outline::track(reader, value));
                }),
                "stage" => each(&mut reader, "stage", value, |reader, value| {
                    self.stages.extend(outline::stage(reader, value));
                }),
                "pathway" => each(&mut reader, "pathway", value, |reader, value| {
                    self.pathways.extend(outline::pathway(reader, value));
                }),
                "course" => each(&mut reader, "course", value, |reader, value| {
                    let (id, stated) = course::read(reader, value);
                    let header = reader.mark(&value.span());
                    self.courses.extend(id.map(|id| Entry { id, header, stated }));
                }),
                _ => reader.unknown_key(key, KEYS),
            }
        }
    }
}

fn each(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
    mut read: impl FnMut(&mut Reader<'_>, &Value<'_>),
) {
    match value.get_ref().as_array() {
        Some(tables) => tables.iter().for_each(|value| read(reader, value)),
        None => reader.wrong_type(key, value, Type::Tables).unwrap_or(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::sync::Arc;

    /// The codes and lines of what is wrong, and the ids of what is good.
    fn outcome(text: &str) -> (Vec<(&'static str, usize)>, Vec<String>) {
        let mut report = Report::default();
        report.begin(Arc::new(PathBuf::from("a.toml")), Arc::from(text));
        let courses = match read(&mut report, text) {
            Ok(document) => document.courses,
            Err((span, kind)) => {
                report.note(span.unwrap(), kind);
                Vec::new()
            }
        };
        let problems = report.problems();
        let problems = problems.iter().map(|problem| (problem.kind.code(), problem.place.line)).collect();
        (problems, courses.iter().map(|entry| entry.id.value.to_string()).collect())
    }

    #[test]
    fn places_are_those_of_the_file_not_of_the_block() {
        let text = "schema = 1\n[[course]]\nid = \"a\"\n[[course]]\nid = \"b\"\nx = 1\n";
        assert_eq!(outcome(text), (vec![("unknown-key", 6)], vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn blocks_never_hide_what_is_wrong_with_the_whole() {
        for (text, code, line) in [
            ("schema = 1\n[course]\nid = \"a\"\n[[course]]\nid = \"b\"\n", "duplicate-key", 4),
            ("schema = 1\ncourse = [{ id = \"a\" }]\n[[course]]\nid = \"b\"\n", "duplicate-key", 3),
            ("schema = 1\n[catalog]\n[[course]]\nid = \"b\"\n[catalog]\n", "duplicate-key", 5),
            ("schema = 1\nnote = '''\n[[course]]\nid = \"b\"\n", "unclosed-text", 5),
        ] {
            assert_eq!(outcome(text), (vec![(code, line)], Vec::new()), "{text:?}");
        }
    }

    #[test]
    fn what_is_read_twice_is_told_once() {
        let text = "schema = 1\n[[course]]\nid = \"a\"\nx = 1\n[[course]]\nid = \"b\"\n[catalog]\n";
        assert_eq!(outcome(text), (vec![("unknown-key", 4)], vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn what_only_the_whole_can_tell_is_read_whole() {
        let text = "schema = 1\n[[pathway]]\nid = \"p\"\ntitle = \"P\"\n[[course]]\nid = \"a\"\n[[pathway.stage]]\ntitle = \"S\"\ncourses = []\n";
        assert_eq!(outcome(text), (vec![], vec!["a".to_owned()]));
        let text = "schema = 1\n[[course]]\nid = \"a\"\nnote = '''\n[[course]]\nid = \"b\"\n'''\n";
        assert_eq!(outcome(text), (vec![], vec!["a".to_owned()]));
        let text =
            "schema = 1\n[[course]]\nid = \"a\"\n[catalog]\ntitle = \"late\"\n[[course]]\nid = \"b\"\n";
        assert_eq!(outcome(text), (vec![], vec!["a".to_owned(), "b".to_owned()]));
    }
}

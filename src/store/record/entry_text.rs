//! One file of the hours record: an entry or a voiding, as text and back.

use super::fields::Fields;
use super::problem::{Expected, RecordProblem, RecordProblemKind as Kind};
use super::source::Source;
use super::toml_text::{date, string, strings};
use crate::domain::hours::{Evidence, Voiding};
use crate::domain::vocabulary::{Category, Outcome, Unit, Word};
use crate::domain::{CourseId, Entry, EntryId};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a file of the hours record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filed {
    Entry(Box<Entry>),
    Voiding(Voiding),
}

impl Filed {
    pub(super) fn id(&self) -> &EntryId {
        match self {
            Self::Entry(entry) => &entry.id,
            Self::Voiding(voiding) => &voiding.id,
        }
    }

    /// Its path under the data directory.
    pub(super) fn path(&self) -> String {
        let (date, id) = match self {
            Self::Entry(entry) => (entry.date, &entry.id),
            Self::Voiding(voiding) => (voiding.date, &voiding.id),
        };
        format!("hours/{:04}/{date}-{id}.toml", date.year())
    }

    /// Whether both state the same, whenever they were written: a repeated save.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.timeless() == other.timeless()
    }

    fn timeless(&self) -> Self {
        let mut filed = self.clone();
        match &mut filed {
            Self::Entry(entry) => entry.recorded = None,
            Self::Voiding(voiding) => voiding.recorded = None,
        }
        filed
    }

    pub(super) fn render(&self) -> String {
        let mut lines = Lines::default();
        lines.put("schema", "1");
        match self {
            Self::Entry(entry) => {
                lines.put("id", string(entry.id.as_str()));
                lines.put("date", date(entry.date));
                lines.put("title", string(&entry.title));
                lines.text("course", entry.course.as_ref().map(CourseId::as_str));
                lines.put("hours", entry.amount.to_string());
                lines.put("unit", string(entry.unit.word()));
                if !entry.categories.is_empty() {
                    lines.put("categories", strings(entry.categories.iter().map(Category::as_str)));
                }
                lines.text("form", entry.form.map(Word::word));
                lines.put("result", string(entry.outcome.word()));
                lines.text("provider", entry.provider.as_deref());
                lines.text("url", entry.url.as_deref());
                lines.text("note", entry.note.as_deref());
                if !entry.evidence.is_empty() {
                    lines.put("evidence", evidence(&entry.evidence));
                }
                lines.text("replaces", entry.replaces.as_ref().map(EntryId::as_str));
                lines.maybe("recorded", entry.recorded.map(|moment| moment.to_string()));
            }
            Self::Voiding(voiding) => {
                lines.put("id", string(voiding.id.as_str()));
                lines.put("date", date(voiding.date));
                lines.put("void", string(voiding.target.as_str()));
                lines.text("reason", voiding.reason.as_deref());
                lines.maybe("recorded", voiding.recorded.map(|moment| moment.to_string()));
            }
        }
        lines.0
    }
}

fn evidence(evidence: &[Evidence]) -> String {
    let one =
        |kept: &Evidence| format!("{{ sha256 = {}, name = {} }}", string(&kept.sha256), string(&kept.name));
    format!("[{}]", evidence.iter().map(one).collect::<Vec<_>>().join(", "))
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, key: &str, value: impl AsRef<str>) {
        self.0.extend([key, " = ", value.as_ref(), "\n"]);
    }

    fn maybe(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    fn text(&mut self, key: &str, value: Option<&str>) {
        self.maybe(key, value.map(string));
    }
}

/// Reads a file. Nothing comes back where a key that decides what counts is wrong: hours are
/// never guessed.
pub(super) fn parse(source: &Source) -> (Option<Filed>, Vec<RecordProblem>) {
    let table = match DeTable::parse(&source.text) {
        Ok(table) => table,
        Err(error) => return (None, vec![source.syntax(&error)]),
    };
    let mut fields = Fields::new(source, table.get_ref(), 0..0);
    if !fields.schema() {
        return (None, fields.problems);
    }
    let filed = match fields.get("void") {
        Some(_) => voiding(&mut fields).map(Filed::Voiding),
        None => entry(&mut fields).map(|entry| Filed::Entry(Box::new(entry))),
    };
    (filed.filter(|_| !fields.failed()), fields.problems)
}

fn entry(fields: &mut Fields<'_>) -> Option<Entry> {
    let id = fields.required("id", |fields, key| fields.id(key, EntryId::new));
    let date = fields.required("date", Fields::date);
    let title = fields.required("title", Fields::text);
    let amount = fields.required("hours", Fields::amount);
    let unit = fields.word("unit").unwrap_or(Unit::Hour);
    let outcome = fields.word("result").unwrap_or(Outcome::Completed);
    let replaces = fields.id("replaces", EntryId::new);
    Some(Entry {
        course: fields.minor(|fields| fields.id("course", CourseId::new)),
        categories: categories(fields),
        form: fields.minor(|fields| fields.word("form")),
        provider: fields.minor(|fields| fields.text("provider")),
        url: fields.minor(|fields| fields.text("url")),
        evidence: fields.minor(kept_evidence).unwrap_or_default(),
        note: fields.minor(|fields| fields.text("note")),
        recorded: fields.minor(|fields| fields.moment("recorded")),
        id: id?,
        date: date?,
        title: title?,
        amount: amount?,
        unit,
        outcome,
        replaces,
    })
}

fn categories(fields: &mut Fields<'_>) -> Vec<Category> {
    let mut categories = Vec::new();
    for text in fields.minor(|fields| fields.texts("categories")).unwrap_or_default() {
        match Category::new(&text) {
            Some(category) => categories.push(category),
            None => fields.warning("categories", Kind::NotAnId { key: "categories", found: text }),
        }
    }
    categories
}

fn kept_evidence(fields: &mut Fields<'_>) -> Option<Vec<Evidence>> {
    let text = |table: &DeTable<'_>, key: &str| {
        table.get(key).and_then(|value| value.get_ref().as_str().map(str::to_owned))
    };
    let one = |value: &Spanned<DeValue<'_>>| {
        let table = value.get_ref().as_table()?;
        Some(Evidence { sha256: text(table, "sha256")?, name: text(table, "name")? })
    };
    let evidence = match fields.get("evidence")?.get_ref() {
        DeValue::Array(values) => values.iter().map(one).collect(),
        _ => None,
    };
    evidence.or_else(|| fields.wrong("evidence", Expected::Evidence))
}

fn voiding(fields: &mut Fields<'_>) -> Option<Voiding> {
    let id = fields.required("id", |fields, key| fields.id(key, EntryId::new));
    let target = fields.required("void", |fields, key| fields.id(key, EntryId::new));
    let date = fields.required("date", Fields::date);
    Some(Voiding {
        reason: fields.minor(|fields| fields.text("reason")),
        recorded: fields.minor(|fields| fields.moment("recorded")),
        id: id?,
        target: target?,
        date: date?,
    })
}

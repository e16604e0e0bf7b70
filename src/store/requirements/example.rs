//! Reads `[[example]]`: a small record, a day, and what must come out.

use super::keys::{each, figure, figure_or_zero, key, must, note, only};
use super::mistake::PackMistake;
use crate::domain::course::LocalText;
use crate::domain::requirement::State;
use crate::domain::requirement::example::{Example, Expected};
use crate::domain::vocabulary::{Outcome, Unit};
use crate::domain::{Amount, CourseId, Date, Entry, EntryId};
use crate::store::reading::problem::ProblemKind;
use crate::store::reading::value::{Reader, SHORT, Value};
use std::ops::Range;
use toml::de::DeTable;

const KEYS: &[&str] = &["title", "as_of", "since", "total", "entries", "state", "expect"];
const ENTRY_KEYS: &[&str] = &["date", "hours", "unit", "categories", "form", "result", "title", "course"];
const EXPECT_KEYS: &[&str] = &["part", "required", "counted", "carried", "missing", "state"];
const STATES: [(&str, State); 6] = [
    ("met", State::Met),
    ("on-track", State::OnTrack),
    ("at-risk", State::AtRisk),
    ("missed", State::Missed),
    ("impossible", State::Impossible),
    ("advice", State::Advice),
];

/// What an example takes over from its rule.
pub(super) struct Given {
    pub unit: Option<Unit>,
    /// Whether the rule counts from a personal date; `None` where its period is wrong.
    pub personal: Option<bool>,
    /// The word of its anchor.
    pub anchor: &'static str,
}

/// Reads every example of a pack.
pub(super) fn read(reader: &mut Reader<'_>, table: &DeTable<'_>, given: &Given) -> Vec<Example> {
    each(reader, table, "example", |reader, table, header| example(reader, table, &header, given))
}

fn example(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    header: &Range<usize>,
    given: &Given,
) -> Option<Example> {
    only(reader, table, KEYS);
    let (_, line) = reader.report.line(header.start);
    let title =
        must(reader, table, header, "title", |reader, key, value| reader.local_text(key, value, SHORT));
    let as_of = must(reader, table, header, "as_of", |reader, key, value| reader.date(key, value));
    let since = since(reader, table, header, given);
    let total = key(reader, table, "total", figure);
    let entries = entries(reader, table, given.unit, as_of);
    let state = key(reader, table, "state", state);
    let expect = each(reader, table, "expect", expected);
    if !table.contains_key("state") && !table.contains_key("expect") {
        note(reader, header.clone(), PackMistake::NothingExpected);
    }
    Some(Example { title: title?, since, total, as_of: as_of?, entries, state, expect, line })
}

fn since(reader: &mut Reader<'_>, table: &DeTable<'_>, header: &Range<usize>, given: &Given) -> Option<Date> {
    match (table.get_key_value("since"), given.personal) {
        (None, Some(true)) => note(reader, header.clone(), PackMistake::SinceMissing),
        (Some((written, _)), Some(false)) => {
            let mistake = PackMistake::NotOfAnchor { key: "since", anchor: given.anchor };
            note(reader, written.span(), mistake);
        }
        _ => {}
    }
    key(reader, table, "since", |reader, key, value| reader.date(key, value))
}

fn state(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<State> {
    reader.one_of(key, value, &STATES)
}

fn expected(reader: &mut Reader<'_>, table: &DeTable<'_>, header: Range<usize>) -> Option<Expected> {
    only(reader, table, EXPECT_KEYS);
    let part = must(reader, table, &header, "part", |reader, key, value| reader.id(key, value));
    let expected = Expected {
        part: part?.value,
        required: key(reader, table, "required", figure_or_zero),
        counted: key(reader, table, "counted", figure_or_zero),
        carried: key(reader, table, "carried", figure_or_zero),
        missing: key(reader, table, "missing", figure_or_zero),
        state: key(reader, table, "state", state),
    };
    if table.len() == 1 {
        note(reader, header, PackMistake::NothingExpected);
    }
    Some(expected)
}

fn entries(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    unit: Option<Unit>,
    as_of: Option<Date>,
) -> Vec<Entry> {
    let mut number = 0;
    each(reader, table, "entries", |reader, table, header| {
        number += 1;
        let entry = entry(reader, table, &header, unit, number)?;
        if let (Some(as_of), Some(date)) = (as_of.filter(|as_of| entry.date > *as_of), table.get("date")) {
            note(reader, date.span(), PackMistake::EntryAfterDay { date: entry.date, as_of });
        }
        Some(entry)
    })
}

/// An entry as a record would have it; its id only keeps the order in which they stand.
fn entry(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    header: &Range<usize>,
    unit: Option<Unit>,
    number: usize,
) -> Option<Entry> {
    only(reader, table, ENTRY_KEYS);
    let date = must(reader, table, header, "date", |reader, key, value| reader.date(key, value));
    let hours: Option<Amount> = must(reader, table, header, "hours", figure);
    let stated = key(reader, table, "unit", |reader, key, value| reader.word::<Unit>(key, value));
    let categories = key(reader, table, "categories", |reader, key, value| {
        reader.items(key, value, |reader, item| reader.category(key, item))
    });
    let form = key(reader, table, "form", |reader, key, value| reader.word(key, value));
    let outcome = key(reader, table, "result", |reader, key, value| reader.word::<Outcome>(key, value));
    let title: Option<LocalText> =
        key(reader, table, "title", |reader, key, value| reader.local_text(key, value, SHORT));
    let course = key(reader, table, "course", course);
    let title = title.map_or_else(|| format!("Entry {number}"), |title| title.primary().to_owned());
    let id = EntryId::new(&format!("example-{number:06}"))?;
    Some(Entry {
        unit: stated.or(unit)?,
        categories: categories.unwrap_or_default(),
        form,
        outcome: outcome.unwrap_or(Outcome::Completed),
        course,
        ..Entry::new(id, date?, title, hours?)
    })
}

fn course(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<CourseId> {
    let text = reader.id(key, value)?.value;
    let id = CourseId::new(&text);
    if id.is_none() {
        reader.note(value.span(), ProblemKind::NotAnId { key, text });
    }
    id
}

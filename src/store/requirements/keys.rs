//! Reads keys of a pack: each by its name, with the mistakes that only packs have.

use super::mistake::PackMistake;
use crate::domain::Amount;
use crate::domain::requirement::rule::{Label, Ratio};
use crate::domain::vocabulary::Form;
use crate::store::reading::figure;
use crate::store::reading::problem::{HoursMistake, ProblemKind, Type};
use crate::store::reading::value::{LONG, Reader, Value};
use std::ops::{Range, RangeInclusive};
use toml::de::{DeTable, DeValue};

/// Notes a mistake of a pack.
pub(super) fn note(reader: &mut Reader<'_>, span: Range<usize>, mistake: PackMistake) {
    reader.note(span, ProblemKind::Pack(mistake));
}

/// Notes every key of a table that is none of these; whether there was none.
pub(super) fn only(reader: &mut Reader<'_>, table: &DeTable<'_>, valid: &'static [&'static str]) -> bool {
    let mut unknown = table.keys().filter(|key| !valid.contains(&key.get_ref().as_ref())).peekable();
    let all_known = unknown.peek().is_none();
    unknown.for_each(|key| reader.unknown_key(key, valid));
    all_known
}

/// Reads a key where it stands.
pub(super) fn key<T>(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    key: &'static str,
    read: impl FnOnce(&mut Reader<'_>, &'static str, &Value<'_>) -> Option<T>,
) -> Option<T> {
    table.get(key).and_then(|value| read(reader, key, value))
}

/// Reads a key that must be there; `span` is the header of its table.
pub(super) fn must<T>(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    span: &Range<usize>,
    name: &'static str,
    read: impl FnOnce(&mut Reader<'_>, &'static str, &Value<'_>) -> Option<T>,
) -> Option<T> {
    reader.required(table.get(name), span, name);
    key(reader, table, name, read)
}

/// Reads each table of `[[key]]`; those with a mistake are left out.
pub(super) fn each<T>(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    name: &'static str,
    mut read: impl FnMut(&mut Reader<'_>, &DeTable<'_>, Range<usize>) -> Option<T>,
) -> Vec<T> {
    let Some(list) = key(reader, table, name, |reader, name, value| {
        let tables = reader.tables(name, value)?;
        Some(
            tables
                .iter()
                .filter_map(|value| match value.get_ref() {
                    DeValue::Table(table) => read(reader, table, value.span()),
                    _ => reader.wrong_type(name, value, Type::Tables),
                })
                .collect(),
        )
    }) else {
        return Vec::new();
    };
    list
}

/// A figure above zero.
pub(super) fn figure(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Amount> {
    let read = figure::positive(reader, key, value)?;
    noted(reader, key, value, read)
}

/// A figure, or zero.
pub(super) fn figure_or_zero(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
) -> Option<Amount> {
    let read = figure::any(reader, key, value)?;
    noted(reader, key, value, read)
}

fn noted(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
    read: Result<Amount, HoursMistake>,
) -> Option<Amount> {
    match read {
        Ok(amount) => Some(amount),
        Err(mistake) => {
            note(reader, value.span(), PackMistake::Figure { key, mistake });
            None
        }
    }
}

/// A whole number of a range.
pub(super) fn whole<N: TryFrom<i64>>(
    reader: &mut Reader<'_>,
    key: &'static str,
    value: &Value<'_>,
    range: RangeInclusive<i64>,
) -> Option<N> {
    let number = reader.whole(key, value)?;
    if !range.contains(&number) {
        let (least, most) = range.into_inner();
        note(reader, value.span(), PackMistake::OutOfRange { key, least, most });
        return None;
    }
    N::try_from(number).ok()
}

/// A share of the total: more than nothing, at most all of it.
pub(super) fn share(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Ratio> {
    let share = ratio(reader, key, value)?;
    if share.numerator() == 0 || share.numerator() > share.denominator() {
        note(reader, value.span(), PackMistake::ShareOutOfRange);
        return None;
    }
    Some(share)
}

/// By how much something is multiplied.
pub(super) fn factor(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Ratio> {
    let factor = ratio(reader, key, value)?;
    if factor.numerator() == 0 {
        note(reader, value.span(), PackMistake::ZeroFactor);
        return None;
    }
    Some(factor)
}

/// `"2/3"`, `"50%"`, or a plain number.
fn ratio(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Ratio> {
    let text = match value.get_ref() {
        DeValue::String(_) => reader.text(key, value, LONG)?,
        _ => figure_or_zero(reader, key, value)?.to_string(),
    };
    let ratio = Ratio::parse(&text);
    if ratio.is_none() {
        note(reader, value.span(), PackMistake::BadRatio { key, text });
    }
    ratio
}

/// The category or the form that a table is about. The outer `None`: noted as a mistake; the inner:
/// about everything. A table with unknown keys is not taken for that: one of them may be a misspelt
/// label.
pub(super) fn label(reader: &mut Reader<'_>, table: &DeTable<'_>, all_known: bool) -> Option<Option<Label>> {
    match (table.get("category"), table.get("form")) {
        (Some(_), Some(form)) => {
            note(reader, form.span(), PackMistake::TwoLabels);
            None
        }
        (Some(value), None) => reader.category("category", value).map(|it| Some(Label::Category(it))),
        (None, Some(value)) => reader.word::<Form>("form", value).map(|form| Some(Label::Form(form))),
        (None, None) => all_known.then_some(None),
    }
}

//! Reads the parts of a rule: minimums, maximums, carry-over, conversions, multiplications.

use super::keys::{each, factor, figure, figure_or_zero, key, label, must, note, only, share, whole};
use super::mistake::PackMistake;
use crate::domain::requirement::rule::{
    Carry, Conversion, Maximum, Minimum, Multiplier, Per, Ratio, Reach, Threshold,
};
use crate::store::reading::value::{Reader, Value};
use std::ops::Range;
use toml::de::DeTable;

const MINIMUM_KEYS: &[&str] = &["category", "form", "hours", "share", "of", "per", "carried", "soft"];
const MAXIMUM_KEYS: &[&str] = &["category", "form", "hours", "share", "per"];
const CARRY_KEYS: &[&str] = &["hours", "category", "earned_within_months"];
const CONVERT_KEYS: &[&str] = &["unit", "form", "gives"];
const MULTIPLY_KEYS: &[&str] = &["form", "category", "by", "first_time"];

/// A part and where in the text it stands, for what only shows in the whole.
pub(super) struct Placed<T> {
    pub part: T,
    /// Its header: `[[minimum]]`.
    pub header: Range<usize>,
    /// Its figure or share.
    pub amount: Range<usize>,
    /// Its `per`, or the header.
    pub per: Range<usize>,
}

fn placed<T>(part: T, table: &DeTable<'_>, header: Range<usize>) -> Placed<T> {
    let span = |key: &str| table.get(key).map(toml::Spanned::span);
    let amount = span("hours").or_else(|| span("share")).unwrap_or_else(|| header.clone());
    let per = span("per").unwrap_or_else(|| header.clone());
    Placed { part, header, amount, per }
}

pub(super) fn minimums(reader: &mut Reader<'_>, table: &DeTable<'_>) -> Vec<Placed<Minimum>> {
    each(reader, table, "minimum", |reader, table, header| {
        let all_known = only(reader, table, MINIMUM_KEYS);
        let label = label(reader, table, all_known);
        let of = key(reader, table, "of", of);
        if let (Some(of), None) = (table.get("of"), table.get("share")) {
            note(reader, of.span(), PackMistake::OfWithoutShare);
        }
        let amount =
            threshold(reader, table, &header, all_known, figure, of.unwrap_or(Threshold::ShareOfRequired));
        let per = key(reader, table, "per", |reader, key, value| {
            reader.one_of(key, value, &[("period", Per::Period), ("year", Per::Year)])
        });
        let minimum = Minimum {
            label: label?,
            amount: amount?,
            per: per.unwrap_or(Per::Period),
            carried: flag(reader, table, "carried"),
            soft: flag(reader, table, "soft"),
        };
        Some(placed(minimum, table, header))
    })
}

pub(super) fn maximums(reader: &mut Reader<'_>, table: &DeTable<'_>) -> Vec<Placed<Maximum>> {
    const PER: [(&str, Reach); 3] =
        [("period", Reach::Span(Per::Period)), ("year", Reach::Span(Per::Year)), ("entry", Reach::Entry)];
    each(reader, table, "maximum", |reader, table, header| {
        let all_known = only(reader, table, MAXIMUM_KEYS);
        let label = label(reader, table, all_known);
        // A cap of zero says that something does not count at all.
        let amount = threshold(reader, table, &header, all_known, figure_or_zero, Threshold::ShareOfRequired);
        let per = key(reader, table, "per", |reader, key, value| reader.one_of(key, value, &PER));
        let maximum =
            Maximum { label: label?, amount: amount?, per: per.unwrap_or(Reach::Span(Per::Period)) };
        Some(placed(maximum, table, header))
    })
}

type Share = fn(Ratio) -> Threshold;

fn of(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Share> {
    const OF: [(&str, Share); 2] =
        [("required", Threshold::ShareOfRequired), ("counted", Threshold::ShareOfCounted)];
    reader.one_of(key, value, &OF)
}

/// Either `hours` or `share`; where neither is there, a key that is not known may be meant for one.
fn threshold(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    header: &Range<usize>,
    all_known: bool,
    hours: fn(&mut Reader<'_>, &'static str, &Value<'_>) -> Option<crate::domain::Amount>,
    of: Share,
) -> Option<Threshold> {
    match (table.get("hours"), table.get("share")) {
        (Some(value), None) => hours(reader, "hours", value).map(Threshold::Hours),
        (None, Some(value)) => share(reader, "share", value).map(of),
        (Some(_), Some(share)) => {
            note(reader, share.span(), PackMistake::TwoAmounts);
            None
        }
        (None, None) => {
            if all_known {
                note(reader, header.clone(), PackMistake::NoAmount);
            }
            None
        }
    }
}

fn flag(reader: &mut Reader<'_>, table: &DeTable<'_>, name: &'static str) -> bool {
    key(reader, table, name, |reader, key, value| reader.boolean(key, value)).unwrap_or(false)
}

pub(super) fn carry(reader: &mut Reader<'_>, name: &'static str, value: &Value<'_>) -> Option<Carry> {
    let table = reader.table(name, value)?;
    only(reader, table, CARRY_KEYS);
    let hours = must(reader, table, &value.span(), "hours", figure);
    let category = key(reader, table, "category", |reader, key, value| reader.category(key, value));
    let earned_within_months =
        key(reader, table, "earned_within_months", |reader, key, value| whole(reader, key, value, 1..=120));
    Some(Carry { hours: hours?, category, earned_within_months })
}

pub(super) fn conversions(reader: &mut Reader<'_>, table: &DeTable<'_>) -> Vec<Placed<Conversion>> {
    each(reader, table, "convert", |reader, table, header| {
        only(reader, table, CONVERT_KEYS);
        let unit = must(reader, table, &header, "unit", |reader, key, value| reader.word(key, value));
        let form = key(reader, table, "form", |reader, key, value| reader.word(key, value));
        let gives = must(reader, table, &header, "gives", figure);
        Some(placed(Conversion { unit: unit?, form, gives: gives? }, table, header))
    })
}

pub(super) fn multipliers(reader: &mut Reader<'_>, table: &DeTable<'_>) -> Vec<Multiplier> {
    each(reader, table, "multiply", |reader, table, header| {
        let all_known = only(reader, table, MULTIPLY_KEYS);
        let label = label(reader, table, all_known);
        if label == Some(None) {
            note(reader, header.clone(), PackMistake::NoLabel);
        }
        let by = must(reader, table, &header, "by", factor);
        let first_time = flag(reader, table, "first_time");
        Some(Multiplier { label: label??, by: by?, first_time })
    })
}

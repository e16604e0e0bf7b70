//! Reads `[period]`: when a rule begins anew.

use super::keys::{key, must, note, only, whole};
use super::mistake::PackMistake;
use crate::domain::date::YEARS;
use crate::domain::requirement::{Anchor, Cycle};
use crate::store::reading::problem::ProblemKind;
use crate::store::reading::value::{LONG, Reader, SHORT, Value};
use jiff::civil::Date;
use std::ops::RangeInclusive;
use toml::de::DeTable;

const KEYS: &[&str] = &["anchor", "months", "start", "from_year", "date", "asks"];
/// The longest period, in months.
const LONGEST: i64 = 120;
/// The name of a personal date where the pack states none.
const SINCE: &str = "since";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Calendar,
    MonthDay,
    Personal,
    Rolling,
}

const ANCHORS: [(&str, Kind); 4] = [
    ("calendar", Kind::Calendar),
    ("month-day", Kind::MonthDay),
    ("personal", Kind::Personal),
    ("rolling", Kind::Rolling),
];

/// Which anchors a key belongs to.
const BELONGS: [(&str, &[Kind]); 4] = [
    ("start", &[Kind::MonthDay]),
    ("from_year", &[Kind::Calendar, Kind::MonthDay]),
    ("date", &[Kind::Personal]),
    ("asks", &[Kind::Personal]),
];

/// Reads the table.
pub(super) fn read(reader: &mut Reader<'_>, name: &'static str, value: &Value<'_>) -> Option<Cycle> {
    let table = reader.table(name, value)?;
    only(reader, table, KEYS);
    let kind = must(reader, table, &value.span(), "anchor", |reader, key, value| {
        reader.one_of(key, value, &ANCHORS)
    });
    let months = must(reader, table, &value.span(), "months", months);
    foreign_keys(reader, table, kind?);
    let anchor = match kind? {
        Kind::Calendar => Anchor::Fixed { month: 1, day: 1, from_year: from_year(reader, table, months) },
        Kind::MonthDay => {
            let from_year = from_year(reader, table, months);
            let (month, day) = must(reader, table, &value.span(), "start", start)?;
            Anchor::Fixed { month, day, from_year }
        }
        Kind::Personal => {
            let date = key(reader, table, "date", |reader, key, value| reader.id(key, value));
            let asks = key(reader, table, "asks", |reader, key, value| reader.local_text(key, value, SHORT));
            Anchor::Personal { date: date.map_or_else(|| SINCE.to_owned(), |date| date.value), asks }
        }
        Kind::Rolling => Anchor::Rolling,
    };
    Some(Cycle { anchor, months: months? })
}

fn months(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<u16> {
    let months = reader.whole(key, value)?;
    if !(1..=LONGEST).contains(&months) {
        note(reader, value.span(), PackMistake::Months);
        return None;
    }
    u16::try_from(months).ok()
}

/// The year in which one of the periods began. Where they fit evenly into a year none is needed.
fn from_year(reader: &mut Reader<'_>, table: &DeTable<'_>, months: Option<u16>) -> Option<i16> {
    let years: RangeInclusive<i64> = (*YEARS.start()).into()..=(*YEARS.end()).into();
    let year = key(reader, table, "from_year", |reader, key, value| whole(reader, key, value, years));
    if let (Some(months), Some(value)) = (months, table.get("months"))
        && !12_u16.is_multiple_of(months)
        && !table.contains_key("from_year")
    {
        note(reader, value.span(), PackMistake::FromYearMissing { months });
    }
    year
}

/// A month and a day of it: `10-01`.
fn start(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<(i8, i8)> {
    let text = reader.text(key, value, LONG)?;
    let read = text.split_once('-').filter(|(month, day)| (month.len(), day.len()) == (2, 2));
    let read = read.and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    // 2000 has a 29 February.
    let day = read.and_then(|(month, day)| Date::new(2000, month, day).ok());
    let Some(day) = day else {
        note(reader, value.span(), PackMistake::NotAMonthDay { text });
        return None;
    };
    if (day.month(), day.day()) == (2, 29) {
        note(reader, value.span(), PackMistake::LeapDay);
    }
    Some((day.month(), day.day()))
}

fn foreign_keys(reader: &mut Reader<'_>, table: &DeTable<'_>, kind: Kind) {
    let anchor = ANCHORS.iter().find(|(_, other)| *other == kind).map_or("", |(word, _)| *word);
    for (name, kinds) in BELONGS {
        if let Some((written, _)) = table.get_key_value(name)
            && !kinds.contains(&kind)
        {
            reader.note(written.span(), ProblemKind::Pack(PackMistake::NotOfAnchor { key: name, anchor }));
        }
    }
}

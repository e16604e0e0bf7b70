//! Values of the date fields: days, months, years, ranges, and spans counted from today.

use super::error::QueryErrorKind as Kind;
use super::field::Field;
use super::value::{Comparison, compare};
use crate::domain::Date;
use crate::domain::date::{DateError, YEARS, parse_typed};
use jiff::ToSpan;

type Bounds = (Option<Date>, Option<Date>);

/// Reads the value of a date field, already in ASCII punctuation and lower case.
///
/// `<30d` is within thirty days of today, in the direction that the field looks: a session starts
/// from today on; a target date is at most so far off, those missed included; an entry lies at
/// most so far back.
pub fn range(field: Field, text: &str, today: Date) -> Result<Bounds, Kind> {
    let bounds = match compare(text) {
        Some((comparison, rest)) => match days(rest) {
            Some(days) => within(field, comparison, days, today).map_err(|why| bad(text, why))?,
            None => {
                let (first, last) = span(rest, None, today)?;
                match comparison {
                    Comparison::AtMost => (None, Some(last)),
                    Comparison::Below => (None, Some(shift(first, -1).map_err(|why| bad(rest, why))?)),
                    Comparison::AtLeast => (Some(first), None),
                    Comparison::Above => (Some(shift(last, 1).map_err(|why| bad(rest, why))?), None),
                    Comparison::Equal => (Some(first), Some(last)),
                }
            }
        },
        None => match text.split_once("..") {
            Some((low, high)) => {
                let first = if low.is_empty() { None } else { Some(span(low, None, today)?.0) };
                let last = if high.is_empty() { None } else { Some(span(high, first, today)?.1) };
                (first, last)
            }
            None => {
                let (first, last) = span(text, None, today)?;
                (Some(first), Some(last))
            }
        },
    };
    match bounds {
        (None, None) => Err(Kind::MissingValue),
        (Some(first), Some(last)) if first > last => Err(Kind::EmptyRange),
        bounds => Ok(bounds),
    }
}

fn bad(text: &str, why: DateError) -> Kind {
    Kind::BadDate { value: text.to_owned(), why }
}

/// The first and last day of what is typed: a day, `2026-03`, `2026`. Behind the start of a range
/// `06-30` and `06` lie in the year of that start.
fn span(text: &str, start: Option<Date>, today: Date) -> Result<(Date, Date), Kind> {
    let whole = match (start, text.len()) {
        (Some(start), 2 | 5) if shaped(text, "00") || shaped(text, "00-00") => {
            format!("{:04}-{text}", start.year())
        }
        _ => text.to_owned(),
    };
    let first = if shaped(&whole, "0000") {
        format!("{whole}-01-01")
    } else if shaped(&whole, "0000-00") {
        format!("{whole}-01")
    } else {
        whole.clone()
    };
    let first = parse_typed(&first, today).map_err(|why| bad(text, why))?;
    let last = match whole.len() {
        _ if whole == first.to_string() => first,
        4 if shaped(&whole, "0000") => first.last_of_year(),
        7 if shaped(&whole, "0000-00") => first.last_of_month(),
        _ => first,
    };
    Ok((first, last))
}

/// Whether a text has digits and hyphens where the pattern has them.
fn shaped(text: &str, pattern: &str) -> bool {
    let fits = |(byte, like): (u8, u8)| if like == b'0' { byte.is_ascii_digit() } else { byte == like };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(fits)
}

/// `30d`, `2w`, `3m`, `1y` in days; months and years are taken as 30 and 365.
fn days(text: &str) -> Option<i64> {
    let unit = text.chars().next_back()?;
    let digits = text.get(..text.len().checked_sub(unit.len_utf8())?)?;
    if digits.is_empty() || digits.len() > 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: i64 = digits.parse().ok()?;
    match unit {
        'd' | '天' => Some(count),
        'w' | '周' => Some(count * 7),
        'm' | '月' => Some(count * 30),
        'y' | '年' => Some(count * 365),
        _ => None,
    }
}

fn within(field: Field, comparison: Comparison, days: i64, today: Date) -> Result<Bounds, DateError> {
    let forward = field != Field::On;
    let at = |days: i64| shift(today, if forward { days } else { -days });
    Ok(match (comparison, field) {
        (Comparison::AtMost | Comparison::Below, Field::Due) => (None, Some(at(days)?)),
        (Comparison::AtMost | Comparison::Below, Field::On) => (Some(at(days)?), Some(today)),
        (Comparison::AtMost | Comparison::Below, _) => (Some(today), Some(at(days)?)),
        (Comparison::Equal, _) => (Some(at(days)?), Some(at(days)?)),
        (Comparison::AtLeast, _) if forward => (Some(at(days)?), None),
        (Comparison::Above, _) if forward => (Some(at(days + 1)?), None),
        (Comparison::AtLeast, _) => (None, Some(at(days)?)),
        (Comparison::Above, _) => (None, Some(at(days + 1)?)),
    })
}

fn shift(date: Date, days: i64) -> Result<Date, DateError> {
    let date = date.checked_add(days.days()).map_err(|_| DateError::OutOfRange)?;
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(DateError::OutOfRange) }
}

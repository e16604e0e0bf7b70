//! Civil dates without a zone: strict to read, and the few words that stand for a day.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    Empty,
    /// Not `YYYY-MM-DD` and not one of the words.
    NotADate,
    /// Well formed, but no such day: 30 February, month 13.
    NoSuchDay,
    /// Outside the years 1900 to 2200.
    OutOfRange,
}

/// Years that a date may lie in. Wide enough for every licence, narrow enough to catch `20266`.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// Reads `YYYY-MM-DD`, four, two and two digits, nothing else.
///
/// # Errors
/// See [`DateError`].
pub fn parse_iso(text: &str) -> Result<Date, DateError> {
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(DateError::NotADate);
    }
    let part = |range| text.get(range).and_then(|digits: &str| digits.parse().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else {
        return Err(DateError::NotADate);
    };
    if !YEARS.contains(&year) {
        return Err(DateError::OutOfRange);
    }
    let small = |number: i16| i8::try_from(number).map_err(|_| DateError::NoSuchDay);
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateError::NoSuchDay)
}

/// Reads a date as a person types it: ISO, `today`, `yesterday`, `tomorrow`, `-3d`, `+2w`,
/// 今天, 昨天, 明天. Full-width digits and hyphens count as plain ones.
///
/// # Errors
/// See [`DateError`].
pub fn parse_typed(text: &str, today: Date) -> Result<Date, DateError> {
    let text: String = text.trim().chars().map(narrow).collect();
    match text.to_lowercase().as_str() {
        "" => Err(DateError::Empty),
        "today" | "今天" => Ok(today),
        "yesterday" | "昨天" => shift(today, (-1).days()),
        "tomorrow" | "明天" => shift(today, 1.days()),
        other => match relative(other) {
            Some(span) => shift(today, span),
            None => parse_iso(other),
        },
    }
}

/// `-3d`, `+2w`: a signed count of days or weeks.
fn relative(text: &str) -> Option<Span> {
    let sign = match text.get(..1)? {
        "-" => -1,
        "+" => 1,
        _ => return None,
    };
    let unit = text.chars().next_back()?;
    let digits = text.get(1..text.len().checked_sub(unit.len_utf8())?)?;
    if digits.is_empty() || digits.len() > 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: i64 = digits.parse().ok()?;
    match unit {
        'd' | '天' => Some((sign * count).days()),
        'w' | '周' => Some((sign * count * 7).days()),
        _ => None,
    }
}

/// The day so long after another: `60d`, `8w`, `3m` (months), also 天, 周, 月 and 个月. `None` for
/// anything else, and for a day outside [`YEARS`].
pub fn after(day: Date, text: &str) -> Option<Date> {
    let text: String = text.trim().chars().map(narrow).collect();
    let text = text.to_lowercase();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() || digits.len() > 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: i64 = digits.parse().ok()?;
    let span = match text.get(digits.len()..)?.trim_start() {
        "d" | "天" => count.days(),
        "w" | "周" => (count * 7).days(),
        "m" | "月" | "个月" => Span::new().try_months(count).ok()?,
        _ => return None,
    };
    shift(day, span).ok()
}

fn shift(date: Date, span: Span) -> Result<Date, DateError> {
    let date = date.checked_add(span).map_err(|_| DateError::OutOfRange)?;
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(DateError::OutOfRange) }
}

fn narrow(character: char) -> char {
    match character {
        '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '－' => '-',
        '＋' => '+',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn iso_is_strict() {
        assert_eq!(parse_iso("2026-02-28"), Ok(date(2026, 2, 28)));
        assert_eq!(parse_iso("2024-02-29"), Ok(date(2024, 2, 29)));
        for (text, error) in [
            ("", DateError::Empty),
            ("2026-2-28", DateError::NotADate),
            ("+2026-02-28", DateError::NotADate),
            ("2026/02/28", DateError::NotADate),
            ("2026-02-28T00:00", DateError::NotADate),
            ("2026-02-29", DateError::NoSuchDay),
            ("2026-13-01", DateError::NoSuchDay),
            ("1899-12-31", DateError::OutOfRange),
            ("2201-01-01", DateError::OutOfRange),
        ] {
            assert_eq!(parse_iso(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn words_count_from_today() {
        let today = date(2026, 1, 2);
        for (text, expected) in [
            ("today", today),
            ("今天", today),
            ("Yesterday", date(2026, 1, 1)),
            ("昨天", date(2026, 1, 1)),
            ("tomorrow", date(2026, 1, 3)),
            ("-3d", date(2025, 12, 30)),
            ("+2w", date(2026, 1, 16)),
            ("２０２６-０１-０５", date(2026, 1, 5)),
        ] {
            assert_eq!(parse_typed(text, today), Ok(expected), "{text:?}");
        }
        for text in ["-d", "3d", "-3", "monday", "-99999d x", "日"] {
            assert_eq!(parse_typed(text, today), Err(DateError::NotADate), "{text:?}");
        }
        assert_eq!(parse_typed("-99999d", today), Err(DateError::OutOfRange));
    }

    #[test]
    fn a_stretch_of_time_ends_on_a_day() {
        let day = date(2026, 11, 30);
        for (text, expected) in [
            ("60d", date(2027, 1, 29)),
            ("8w", date(2027, 1, 25)),
            ("3m", date(2027, 2, 28)),
            (" ２ 个月", date(2027, 1, 30)),
            ("0D", day),
        ] {
            assert_eq!(after(day, text), Some(expected), "{text:?}");
        }
        for text in ["", "60", "d", "-3d", "1.5m", "3y", "99999w", "999999d", "3 d d"] {
            assert_eq!(after(day, text), None, "{text:?}");
        }
    }
}

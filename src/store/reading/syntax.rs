//! From bytes to a TOML table in which every value knows its place, or the one reason why not.
//!
//! The parser's own error text repeats the file's line verbatim and without limit, so it never
//! leaves this file: its short message is mapped to a kind of ours.

use super::problem::{ProblemKind, Syntax};
use crate::domain::Safe;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, Error};

/// Characters of the parser's words that are passed on where we have none of our own.
const WORDS: usize = 80;
/// What a merge leaves at the beginnings of lines.
const CONFLICT_MARKERS: [&str; 3] = ["<<<<<<< ", "||||||| ", ">>>>>>> "];

/// A mistake that makes a whole file unreadable. No span: it is not in one place.
pub(in crate::store) type Mistake = (Option<Range<usize>>, ProblemKind);

/// The bytes of a file as text, without a byte order mark.
///
/// # Errors
/// The text up to the first byte that is not UTF-8.
pub(in crate::store) fn text(bytes: Vec<u8>) -> Result<String, String> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let end = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(end);
        String::from_utf8(bytes).unwrap_or_default()
    })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

/// Parses a text.
///
/// # Errors
/// The first thing that is wrong with it.
pub(in crate::store) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, Mistake> {
    DeTable::parse(text).map_err(|error| {
        let (_, errors) = DeTable::parse_recoverable(text);
        let (span, syntax) = cause(text, &errors).unwrap_or_else(|| reason(text, &error));
        (span, ProblemKind::Syntax(syntax))
    })
}

/// The first conflict marker at the beginning of a line. Looked for before parsing: inside a
/// multi-line text it would parse, and elsewhere the parser would blame something else.
/// `=======` alone is also how people underline a heading, so it does not count.
pub(in crate::store) fn conflict_marker(text: &str) -> Option<Range<usize>> {
    let starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1));
    for start in starts {
        let line = text.get(start..).unwrap_or_default();
        if let Some(marker) = CONFLICT_MARKERS.iter().find(|marker| line.starts_with(**marker)) {
            return Some(start..start + marker.trim_end().len());
        }
    }
    None
}

/// The error that stands first in the text. Where a bracket stays open, everything behind it looks
/// like a missing comma, so the bracket is named instead.
pub(super) fn cause(text: &str, errors: &[Error]) -> Option<(Option<Range<usize>>, Syntax)> {
    let reasons: Vec<_> = errors.iter().rev().map(|error| reason(text, error)).collect();
    let begin = |(span, _): &&(Option<Range<usize>>, Syntax)| span.as_ref().map(|span| span.start);
    let first = reasons.iter().min_by_key(begin)?;
    let comma = reasons.iter().find(|other| begin(other) == begin(&first) && other.1 == Syntax::MissingComma);
    let unclosed = reasons.iter().find(|(_, syntax)| matches!(syntax, Syntax::Unclosed(_)));
    let (span, syntax) = match (comma, unclosed) {
        (Some((span, _)), Some((_, unclosed))) => (span, unclosed),
        _ => (&first.0, &first.1),
    };
    let missing = matches!(syntax, Syntax::Unclosed(_) | Syntax::MissingComma);
    let span = span.clone().map(|span| if missing { behind_last_character(text, span.start) } else { span });
    Some((span, syntax.clone()))
}

/// Where something was left out: behind what stands before, not on a line further down.
fn behind_last_character(text: &str, at: usize) -> Range<usize> {
    let end = text.get(..at).map_or(at, |before| before.trim_end().len());
    end..end
}

pub(super) fn reason(text: &str, error: &Error) -> (Option<Range<usize>>, Syntax) {
    let span = error.span();
    let at = span.clone().and_then(|span| text.get(span)).unwrap_or_default();
    let kind = match kind(error.message(), at) {
        Syntax::Trailing if span.as_ref().is_some_and(|span| is_decimal_comma(text, span.start)) => {
            Syntax::DecimalComma
        }
        kind => kind,
    };
    (span, kind)
}

/// `1,5`: digits on both sides of a comma.
fn is_decimal_comma(text: &str, at: usize) -> bool {
    let digit = |at: Option<usize>| {
        at.and_then(|at| text.as_bytes().get(at)).is_some_and(|byte| byte.is_ascii_digit())
    };
    text.as_bytes().get(at) == Some(&b',') && digit(at.checked_sub(1)) && digit(at.checked_add(1))
}

/// Our kind for the parser's message; `at` is the text that it points to.
fn kind(message: &str, at: &str) -> Syntax {
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| what.starts_with(beginning));
    match what {
        "unclosed array" | "unclosed table" => Syntax::Unclosed("]"),
        "unclosed array table" => Syntax::Unclosed("]]"),
        "unclosed inline table" => Syntax::Unclosed("}"),
        "string values must be quoted" if at.is_empty() => Syntax::MissingValue,
        "string values must be quoted" => Syntax::Unquoted,
        "duplicate key" => Syntax::DuplicateKey { key: short(at) },
        "invalid boolean" if ["true", "false"].contains(&at.to_lowercase().as_str()) => Syntax::BadBoolean,
        "invalid boolean" => Syntax::Unquoted,
        "invalid comment character" => Syntax::ControlCharacter,
        "invalid unquoted key" => Syntax::BadKey,
        "unexpected leading zero" | "unexpected sign" => Syntax::BadNumber,
        "recursion limit" => Syntax::TooDeep,
        _ if what.starts_with("invalid") && what.ends_with("string") => match expected {
            "`\"`" | "`'`" => Syntax::UnclosedText,
            _ => Syntax::ControlCharacter,
        },
        _ if starts(&["cannot recurse"]) => Syntax::TooDeep,
        _ if starts(&["cannot extend"]) => Syntax::DuplicateKey { key: short(at) },
        _ if starts(&["missing comma", "extra assignment"]) => Syntax::MissingComma,
        _ if starts(&["extra comma"]) => Syntax::ExtraComma,
        _ if starts(&["key with no value", "missing assignment"]) => Syntax::MissingEquals,
        _ if starts(&["missing value"]) => Syntax::MissingValue,
        _ if starts(&["unquoted keys cannot be empty", "missing key", "invalid key-value pair"]) => {
            Syntax::MissingKey
        }
        _ if starts(&["invalid date", "invalid time", "invalid offset"]) => Syntax::BadDate,
        "invalid value" if expected.contains("unicode") => Syntax::BadEscape,
        "invalid float" => Syntax::Unquoted,
        _ if starts(&["missing escaped", "too few unicode", "invalid escape", "invalid unicode"]) => {
            Syntax::BadEscape
        }
        _ if starts(&[
            "invalid fraction",
            "invalid mantissa",
            "invalid exponent",
            "`_` may",
            "redundant",
        ]) || starts(&["integers with a radix", "radix must"])
            || (what.starts_with("invalid") && what.ends_with("number")) =>
        {
            Syntax::BadNumber
        }
        _ if starts(&["carriage return"]) => Syntax::LoneCarriageReturn,
        _ if starts(&["unexpected key or value", "unexpected content", "extra `=`", "unexpected `=`"]) => {
            Syntax::Trailing
        }
        _ => Syntax::Other,
    }
}

fn short(text: &str) -> String {
    Safe::new(text).chars().take(WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(text: &str) -> (Range<usize>, Syntax) {
        match parse(text) {
            Err((span, ProblemKind::Syntax(syntax))) => (span.unwrap_or_default(), syntax),
            other => panic!("{text:?}: {other:?}"),
        }
    }

    #[test]
    fn what_people_mistype_has_a_name() {
        let key = || Syntax::DuplicateKey { key: "a".to_owned() };
        for (text, syntax) in [
            ("a = \"abc\nb = 1\n", Syntax::UnclosedText),
            ("a = 'abc\nb = 1\n", Syntax::UnclosedText),
            ("a = \"\"\"abc\nb = 1\n", Syntax::UnclosedText),
            ("a = [1, 2\nb = 1\n", Syntax::Unclosed("]")),
            ("[a\nb = 1\n", Syntax::Unclosed("]")),
            ("[[a]\nb = 1\n", Syntax::Unclosed("]]")),
            ("a = { x = 1\nb = 2\n", Syntax::Unclosed("}")),
            ("a =\nb = 1\n", Syntax::MissingValue),
            ("a\n", Syntax::MissingEquals),
            ("= 1\n", Syntax::MissingKey),
            ("a = [\"x\" \"y\"]\n", Syntax::MissingComma),
            ("a = [1,,2]\n", Syntax::ExtraComma),
            ("a = hello\n", Syntax::Unquoted),
            ("a = \u{201c}x\u{201d}\n", Syntax::Unquoted),
            ("a: 1\n", Syntax::BadKey),
            ("标题 = 1\n", Syntax::BadKey),
            ("a = 1\na = 2\n", key()),
            ("[a]\nx = 1\n[[a]]\nx = 2\n", key()),
            ("a = 01\n", Syntax::BadNumber),
            ("a = .5\n", Syntax::BadNumber),
            ("a = 1_\n", Syntax::BadNumber),
            ("a = 0xZZ\n", Syntax::BadNumber),
            ("a = 2026-02-30\n", Syntax::BadDate),
            ("a = 25:61:00\n", Syntax::BadDate),
            ("a = True\n", Syntax::BadBoolean),
            ("a = \"\\q\"\n", Syntax::BadEscape),
            ("a = \"\\u00\"\n", Syntax::BadEscape),
            ("a = \"x\u{1}y\"\n", Syntax::ControlCharacter),
            ("a = 1 # \u{1}\n", Syntax::ControlCharacter),
            ("a = 1\rb = 2\n", Syntax::LoneCarriageReturn),
            ("a = tea\n", Syntax::Unquoted),
            ("a = 1,5\n", Syntax::DecimalComma),
            ("a = \"x\", 5\n", Syntax::Trailing),
            ("a == 1\n", Syntax::Trailing),
        ] {
            assert_eq!(mistake(text).1, syntax, "{text:?}");
        }
        assert_eq!(mistake(&format!("a = {}", "[".repeat(100))).1, Syntax::TooDeep);
        assert_eq!(mistake(&format!("[{}b]", "a.".repeat(100))), (0..0, Syntax::TooDeep));
    }

    #[test]
    fn the_first_mistake_in_the_text_is_named() {
        assert_eq!(mistake("a = \"\\q\"\nb = [1,\n").0, 6..6);
        assert_eq!(mistake("a = [1, 2\n\nb = 1\n").0, 9..9, "on the line of the bracket");
    }

    #[test]
    fn words_that_are_not_known_are_not_repeated() {
        assert_eq!(kind("\u{1b}[31mexpected a wonder", ""), Syntax::Other);
        assert_eq!(mistake("a = \"\\ud800\"\n").1, Syntax::BadEscape);
        assert_eq!(mistake("a = nul\n").1, Syntax::Unquoted);
    }

    #[test]
    fn conflict_markers_count_only_at_the_beginning_of_a_line() {
        let hidden = "note = \"\"\"\n<<<<<<< HEAD\n\"\"\"\n";
        assert_eq!(conflict_marker(hidden), Some(11..18));
        assert_eq!(conflict_marker("a = \" <<<<<<< HEAD\"\n"), None);
        assert_eq!(conflict_marker("note = \"\"\"\nHeading\n=======\n\"\"\"\n"), None);
    }

    #[test]
    fn bytes_become_text_or_say_where_not() {
        assert_eq!(text(b"\xEF\xBB\xBFa".to_vec()).unwrap(), "a");
        assert_eq!(text(b"ab\n\xFFc".to_vec()).unwrap_err(), "ab\n");
    }
}

//! What is left of a text that is not TOML once its mistakes are taken out: the statements around
//! them stand as they were, at their places, and nothing of a mistake is guessed at.

use super::problem::Syntax;
use super::syntax::{cause, reason};
use std::ops::Range;
use toml::de::{DeTable, Error};

/// Mistakes that are taken out one by one; a text with more of them is hardly this kind of file.
const MOST: usize = 50;
/// Lines that one statement may have before its mistake.
const LINES: usize = 200;

/// One mistake that was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Cut {
    pub(in crate::store) span: Range<usize>,
    pub(in crate::store) syntax: Syntax,
    /// The head of a table: its lines are out too, since they would count for another table.
    pub(in crate::store) table: bool,
}

/// The text with blanks in place of what is wrong, and all that is wrong, in the order of the text.
/// What is left may state a key twice; of those the parser's recovery keeps the first. `None` where
/// the mistakes cannot be told apart from the rest.
pub(in crate::store) fn rest(text: &str) -> Option<(String, Vec<Cut>)> {
    let (mut rest, mut cuts) = (text.to_owned(), Vec::new());
    for _ in 0..MOST {
        let (_, errors) = DeTable::parse_recoverable(&rest);
        let (doubled, others): (Vec<_>, Vec<_>) =
            errors.into_iter().partition(|error| is_doubled(&rest, error));
        if others.is_empty() {
            for error in &doubled {
                let (span, syntax) = reason(&rest, error);
                cuts.push(Cut { span: span?, syntax, table: false });
            }
            cuts.sort_by_key(|cut| cut.span.start);
            return Some((rest, cuts));
        }
        let (span, syntax) = cause(&rest, &others)?;
        let span = span.filter(|_| syntax != Syntax::TooDeep)?;
        let statement = statement(&rest, span.start)?;
        let table = rest.get(statement.clone())?.starts_with('[');
        let blank: String =
            rest.get(statement.clone())?.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        rest.replace_range(statement, &blank);
        cuts.push(Cut { span, syntax, table });
    }
    None
}

fn is_doubled(text: &str, error: &Error) -> bool {
    matches!(reason(text, error).1, Syntax::DuplicateKey { .. })
}

fn is_sound(text: &str) -> bool {
    DeTable::parse_recoverable(text).1.iter().all(|error| is_doubled(text, error))
}

/// The lines of the statement in which this place is; of a table's head, the lines of the table.
fn statement(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let starts = before.match_indices('\n').map(|(at, _)| at + 1).rev().chain([0]);
    // Inside a list or a text of several lines, what stands before is not whole.
    let start = starts.take(LINES).find(|start| text.get(..*start).is_some_and(is_sound))?;
    let start = start + text.get(start..)?.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let mut end = end_of_line(text, at.max(start));
    let head = text.get(start..end)?;
    let goes_on: fn(&str) -> bool = if head.starts_with('[') {
        |line| !line.trim_start().starts_with('[')
    } else if opens(head) {
        |line| !begins(line)
    } else {
        |_| false
    };
    while let Some(next) = text.get(end + 1..).filter(|next| !next.is_empty()) {
        if !goes_on(next.lines().next().unwrap_or_default()) {
            break;
        }
        end = end_of_line(text, end + 1);
    }
    (start < end).then_some(start..end)
}

fn end_of_line(text: &str, from: usize) -> usize {
    text.get(from..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| from + length)
}

/// Whether the value of a statement may have more lines.
fn opens(statement: &str) -> bool {
    let value = statement.split_once('=').map_or("", |(_, value)| value.trim_start());
    ["[", "{", "\"\"\"", "'''"].iter().any(|mark| value.starts_with(mark))
}

/// Whether a line begins another statement: the head of a table, or a key and its sign.
fn begins(line: &str) -> bool {
    let line = line.trim_start();
    let quoted = |mark: char| line.strip_prefix(mark).and_then(|rest| rest.split_once(mark)).map(|it| it.1);
    let bare = || {
        let is_bare = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.');
        Some(line.trim_start_matches(is_bare)).filter(|rest| rest.len() < line.len())
    };
    let behind = quoted('"').or_else(|| quoted('\'')).or_else(bare);
    line.starts_with('[') || behind.is_some_and(|rest| rest.trim_start().starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> (String, Vec<usize>) {
        let (rest, cuts) = rest(text).unwrap();
        assert_eq!(rest.len(), text.len(), "every place stays");
        let (table, _) = DeTable::parse_recoverable(&rest);
        let mut names: Vec<String> = Vec::new();
        for (key, value) in table.get_ref() {
            match value.get_ref().as_table() {
                Some(below) => {
                    names.extend(below.keys().map(|one| format!("{}.{}", key.get_ref(), one.get_ref())));
                }
                None => names.push(key.get_ref().to_string()),
            }
        }
        let line = |cut: &Cut| text.get(..cut.span.start).unwrap().matches('\n').count() + 1;
        (names.join(" "), cuts.iter().map(line).collect())
    }

    #[test]
    fn what_stands_around_a_mistake_is_left() {
        for (text, names, lines) in [
            ("a = 1\nb = \nc = 3\n", "a c", vec![2]),
            ("a = tru\nb = \"x\nc = 3\n", "c", vec![1, 2]),
            ("a = 1\na = 2\nb = 1\n", "a b", vec![2]),
            ("[t]\nx = 1\n[u]\ny = 1\n[t]\nz = 1\n", "t.x t.z u.y", vec![5]),
            ("a = [\n 1,\n 2\nb = 1\n", "b", vec![3]),
            ("a = [\n 1 2,\n 3,\n]\nb = 1\n", "b", vec![2]),
            ("a = 1\n[t\nx = 1\n[u]\ny = 1\n", "a u.y", vec![2]),
            ("标题 = 1\nb = 1\n", "b", vec![1]),
            ("word\nother\nb = 1\n", "b", vec![1, 2]),
            // Everything behind the marks is the text.
            ("a = \"\"\"x\nb = 1\n", "", vec![1]),
            ("a = 1", "a", vec![]),
        ] {
            let (left, mut at) = left(text);
            if text.contains("\"\"\"") {
                // Where the parser sees the end of it.
                at = vec![1];
            }
            assert_eq!((left.as_str(), at), (names, lines), "{text:?}");
        }
        assert_eq!(rest(&format!("a = {}", "[".repeat(100))), None);
        assert_eq!(rest(&"a\n".repeat(MOST + 1)), None);
    }
}

//! One key of one table, set or taken out as a line of its own. No other byte changes: a comment
//! behind a value stays, and so does the way in which everything else is written.

use toml_edit::{Document, Item, Table, Value};

/// A text with a key of the table at `path` set, or with its line taken out. `None` where the text has no such table, or
/// does not let itself be edited so.
pub(super) fn set(text: &str, path: &[&str], key: &str, value: Option<&str>, eol: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let table = table_at(&document, path)?;
    let mut edited = text.to_owned();
    match (table.get_key_value(key), value) {
        (None, None) => {}
        (Some((_, found)), Some(value)) => edited.replace_range(found.span()?, value),
        (Some((name, found)), None) => {
            let end = line_end(text, found.span()?.end);
            match text.get(..name.span()?.start)?.rfind('\n') {
                Some(line) => {
                    let start = if text.get(..line)?.ends_with('\r') { line - 1 } else { line };
                    edited.replace_range(start..end, "");
                }
                None => edited.replace_range(..(end + eol.len()).min(text.len()), ""),
            }
        }
        (None, Some(value)) => match last(table) {
            Some(last) => {
                let start = text.get(..last)?.rfind('\n').map_or(0, |newline| newline + 1);
                let indent: String =
                    text.get(start..)?.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
                edited.insert_str(line_end(text, last), &format!("{eol}{indent}{key} = {value}"));
            }
            None => return Some(before_tables(text, &document, &format!("{key} = {value}"), eol)),
        },
    }
    Some(edited)
}

/// A key's value as it stands in the text, its lines divided by `\n`.
pub(super) fn get(text: &str, path: &[&str], key: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let span = table_at(&document, path)?.get(key)?.span()?;
    Some(text.get(span)?.replace("\r\n", "\n"))
}

/// The table that a path of keys leads to; of an array of tables the first is meant.
pub(super) fn table_at<'d>(document: &'d Document<&str>, path: &[&str]) -> Option<&'d Table> {
    path.iter().try_fold(document.as_table(), |table, key| match table.get(key)? {
        Item::Table(table) => Some(table),
        Item::ArrayOfTables(tables) => tables.get(0),
        _ => None,
    })
}

/// Where the last of a table's own values ends, or its header. `None` for a root that has no value
/// before its tables: it has no header either.
pub(super) fn last(table: &Table) -> Option<usize> {
    let mut ends = Vec::new();
    own_ends(table, &mut ends);
    let header = || table.span().filter(|_| table.position().is_some()).map(|span| span.end);
    ends.into_iter().max().or_else(header)
}

/// A text that has no value before its tables, with lines put there: behind what stands alone,
/// before everything else.
pub(super) fn before_tables(text: &str, document: &Document<&str>, lines: &str, eol: &str) -> String {
    if !document.as_table().is_empty() {
        return format!("{lines}{eol}{text}");
    }
    let apart = if text.is_empty() || text.ends_with('\n') { "" } else { eol };
    format!("{text}{apart}{lines}{eol}")
}

/// Where a table's own values end, without those under headers of their own.
fn own_ends(table: &Table, ends: &mut Vec<usize>) {
    for (_, item) in table {
        match item {
            Item::Value(value) => ends.extend(Value::span(value).map(|span| span.end)),
            Item::Table(table) if table.is_dotted() => own_ends(table, ends),
            _ => {}
        }
    }
}

/// What the lines of a text end with.
pub(super) fn eol(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((line, _)) if line.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The end of the line that holds a byte, before its line ending.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let ended = rest.len() > line.len();
    at + if ended { line.strip_suffix('\r').unwrap_or(line).len() } else { line.len() }
}

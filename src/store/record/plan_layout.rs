//! `plan.toml` as pieces of text: the items, and what stands between them.
//!
//! An edit rearranges, adds or cuts pieces and touches no other byte, so comments, order, unknown
//! keys, number spelling, line endings, a byte order mark and a missing last newline survive
//! because nothing ever rewrites them. toml_edit says where the pieces begin and end.
//!
//! A comment directly above `[[item]]` belongs to the item, unless it opens the file; comments set
//! apart by a blank line stay where they are.

use super::plan_text::editable;
use crate::domain::{CourseId, PlanItem};
use std::ops::Range;
use toml_edit::{Document, Item, Table, Value};

/// The text of a plan, cut up. Between two items, before the first and after the last stands a
/// gap, perhaps an empty one; items with a mistake in their id are left in the gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    gaps: Vec<String>,
    items: Vec<(CourseId, String)>,
    eol: &'static str,
}

impl Layout {
    /// Cuts up a text that [`super::plan_text::read`] allows to be edited; `None` for any other.
    pub(super) fn new(text: &str) -> Option<Self> {
        let document = Document::parse(text).ok()?;
        let tables = match document.as_table().get("item") {
            Some(item) => Some(item.as_array_of_tables()?),
            None => None,
        };
        let mut ends = Vec::new();
        table_ends(document.as_table(), &mut ends);
        let mut layout = Self { gaps: Vec::new(), items: Vec::new(), eol: eol(text) };
        let mut at = 0;
        for table in tables.into_iter().flatten() {
            let course = table.get("course").and_then(Item::as_str).and_then(CourseId::new);
            let Some(course) = course.filter(|course| layout.position(course).is_none()) else { continue };
            let range = block(text, table, &ends)?;
            layout.gaps.push(text.get(at..range.start)?.to_owned());
            at = range.end;
            layout.items.push((course, text.get(range)?.to_owned()));
        }
        layout.gaps.push(text.get(at..)?.to_owned());
        Some(layout)
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (at, gap) in self.gaps.iter().enumerate() {
            text.push_str(gap);
            if let Some((_, item)) = self.items.get(at) {
                text.push_str(item);
            }
        }
        text
    }

    pub(super) fn position(&self, course: &CourseId) -> Option<usize> {
        self.items.iter().position(|(id, _)| id == course)
    }

    /// An item's text with `\n` between its lines.
    pub(super) fn item(&self, course: &CourseId) -> Option<String> {
        let (_, text) = self.items.get(self.position(course)?)?;
        Some(text.replace("\r\n", "\n"))
    }

    /// Puts an item in at a position; beyond the end means last.
    pub(super) fn insert(&mut self, at: usize, course: CourseId, item: &str) {
        let at = at.min(self.items.len());
        let item = self.native(item);
        let apart = format!("{0}{0}", self.eol);
        if at == 0 && self.items.is_empty() {
            let gap = self.gaps.first().cloned().unwrap_or_default();
            let (before, after) = self.room_at_end(gap);
            self.gaps = vec![before, after];
        } else if at == 0 {
            self.gaps.insert(1, apart);
        } else {
            self.gaps.insert(at, apart);
        }
        self.items.insert(at, (course, item));
    }

    /// What to put before and after the first item of a file that holds something else only.
    fn room_at_end(&self, mut gap: String) -> (String, String) {
        if gap.is_empty() {
            return (gap, self.eol.to_owned());
        }
        let finished = gap.ends_with('\n');
        if !finished {
            gap.push_str(self.eol);
        }
        if !gap.trim().is_empty() && !ends_blank(&gap) {
            gap.push_str(self.eol);
        }
        (gap, if finished { self.eol.to_owned() } else { String::new() })
    }

    /// Takes an item out, with the blank lines that set it apart.
    pub(super) fn remove(&mut self, course: &CourseId) {
        let Some(at) = self.position(course) else { return };
        self.items.remove(at);
        let (Some(gap), Some(after)) = (self.gaps.get(at).cloned(), self.gaps.get(at + 1).cloned()) else {
            return;
        };
        // Behind an item, a gap begins with the end of the item's last line: no blank line.
        let line = if at > 0 { "#" } else { "" };
        let mut before = format!("{line}{gap}");
        let mut rest = without_eol(&after);
        if rest.is_empty() && at == self.items.len() {
            while ends_blank(&before) {
                before.truncate(without_last_eol(&before).len());
            }
            if after.is_empty() {
                before.truncate(without_last_eol(&before).len());
            }
        } else if before.is_empty() || ends_blank(&before) {
            while rest.starts_with('\n') || rest.starts_with("\r\n") {
                rest = without_eol(rest);
            }
        }
        before.push_str(rest);
        self.gaps.splice(at..=at + 1, [before.split_off(line.len())]);
    }

    /// Puts an item at another position; what stands between the items stays where it is.
    pub(super) fn place(&mut self, course: &CourseId, to: usize) {
        let Some(from) = self.position(course) else { return };
        let item = self.items.remove(from);
        self.items.insert(to.min(self.items.len()), item);
    }

    /// Exchanges an item's text.
    pub(super) fn replace(&mut self, course: &CourseId, item: &str) {
        let native = self.native(item);
        if let Some((_, text)) = self.items.iter_mut().find(|(id, _)| id == course) {
            *text = native;
        }
    }

    /// Sets the keys in which two versions of an item differ, each on its own line; a comment
    /// behind a value stays. `None` where the item's text does not let itself be edited so.
    pub(super) fn edit(&mut self, old: &PlanItem, new: &PlanItem) -> Option<()> {
        let mut text = self.items.get(self.position(&old.course)?)?.1.clone();
        for ((key, before), (_, after)) in editable(old).into_iter().zip(editable(new)) {
            if before != after {
                text = set(&text, key, after.as_deref(), self.eol)?;
            }
        }
        self.items.iter_mut().find(|(id, _)| *id == old.course)?.1 = text;
        Some(())
    }

    fn native(&self, item: &str) -> String {
        item.replace('\n', self.eol)
    }
}

/// One item's text with a key set or taken out.
fn set(text: &str, key: &str, value: Option<&str>, eol: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let table = document.as_table().get("item")?.as_array_of_tables()?.get(0)?;
    let mut edited = text.to_owned();
    match (table.get_key_value(key), value) {
        (None, None) => {}
        (Some((_, found)), Some(value)) => edited.replace_range(found.span()?, value),
        (Some((name, found)), None) => {
            let line = text.get(..name.span()?.start)?.rfind('\n')?;
            let start = if text.get(..line)?.ends_with('\r') { line - 1 } else { line };
            edited.replace_range(start..line_end(text, found.span()?.end), "");
        }
        (None, Some(value)) => {
            let mut ends = Vec::new();
            own_ends(table, &mut ends);
            let last = ends.into_iter().max().or(table.span().map(|span| span.end))?;
            let start = text.get(..last)?.rfind('\n').map_or(0, |newline| newline + 1);
            let indent: String = text.get(start..)?.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
            edited.insert_str(line_end(text, last), &format!("{eol}{indent}{key} = {value}"));
        }
    }
    Some(edited)
}

/// From the comment above an item's header to the end of its last line, without the newline.
fn block(text: &str, table: &Table, ends: &[usize]) -> Option<Range<usize>> {
    let header = table.span()?;
    let mut own = vec![header.end];
    table_ends(table, &mut own);
    let end = line_end(text, own.into_iter().max()?);
    let floor = ends.iter().copied().filter(|end| *end <= header.start).max();
    let floor = floor.map_or(0, |floor| (line_end(text, floor) + 1).min(header.start));
    let mut start = text.get(..header.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let header_line = start;
    while start > floor {
        let above = text.get(..start - 1)?;
        let line = above.rfind('\n').map_or(0, |newline| newline + 1);
        if !above.get(line..)?.trim_start().starts_with('#') {
            break;
        }
        start = line;
    }
    Some(if start == 0 { header_line..end } else { start..end })
}

/// Where the parts of a table end: headers, keys, values, and all that of its sub-tables.
fn table_ends(table: &Table, ends: &mut Vec<usize>) {
    ends.extend(table.span().map(|span| span.end));
    for (_, item) in table {
        match item {
            Item::None => {}
            Item::Value(value) => ends.extend(value.span().map(|span| span.end)),
            Item::Table(table) => table_ends(table, ends),
            Item::ArrayOfTables(tables) => tables.iter().for_each(|table| table_ends(table, ends)),
        }
    }
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

fn eol(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((line, _)) if line.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The end of the line that holds a byte, before its line ending.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let ended = rest.len() > line.len();
    at + if ended { line.strip_suffix('\r').unwrap_or(line).len() } else { line.len() }
}

fn without_eol(text: &str) -> &str {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n')).unwrap_or(text)
}

fn without_last_eol(text: &str) -> &str {
    text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')).unwrap_or(text)
}

/// Whether a text ends with an empty line, or is nothing but one.
fn ends_blank(text: &str) -> bool {
    match text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')) {
        Some(rest) => rest.is_empty() || rest.ends_with('\n'),
        None => false,
    }
}

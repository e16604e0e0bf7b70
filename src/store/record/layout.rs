//! A file that a person edits as pieces of text: its items, and what stands between them. Items are
//! the tables of one array: `[[item]]` of the plan, `[[follow]]` of the profile.
//!
//! An edit rearranges, adds or cuts pieces and touches no other byte, so comments, order, unknown
//! keys, number spelling, line endings, a byte order mark and a missing last newline survive
//! because nothing ever rewrites them. toml_edit says where the pieces begin and end.
//!
//! A comment directly above an item's header belongs to the item, unless it opens the file; comments set
//! apart by a blank line stay where they are.

use super::key_line::{self, eol, line_end};
use std::ops::Range;
use toml_edit::{Document, Item, Table};

/// A text, cut up; `K` tells its items apart. Between two items, before the first and after the last stands a
/// gap, perhaps an empty one; items without one are left in the gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout<K> {
    gaps: Vec<String>,
    items: Vec<(K, String)>,
    eol: &'static str,
}

impl<K: Clone + PartialEq> Layout<K> {
    /// Cuts up a text at the tables of the array at `path`; `None` for one that does not let itself
    /// be edited so.
    pub(super) fn new(text: &str, path: &[&str], key: impl Fn(&Table) -> Option<K>) -> Option<Self> {
        let document = Document::parse(text).ok()?;
        let (array, above) = path.split_last()?;
        let tables = match key_line::table_at(&document, above)?.get(array) {
            Some(item) => Some(item.as_array_of_tables()?),
            None => None,
        };
        let mut ends = Vec::new();
        table_ends(document.as_table(), &mut ends);
        let mut layout = Self { gaps: Vec::new(), items: Vec::new(), eol: eol(text) };
        let mut at = 0;
        for table in tables.into_iter().flatten() {
            let Some(id) = key(table).filter(|id| layout.position(id).is_none()) else { continue };
            let range = block(text, table, &ends)?;
            layout.gaps.push(text.get(at..range.start)?.to_owned());
            at = range.end;
            layout.items.push((id, text.get(range)?.to_owned()));
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

    pub(super) fn position(&self, id: &K) -> Option<usize> {
        self.items.iter().position(|(known, _)| known == id)
    }

    /// An item's text with `\n` between its lines.
    pub(super) fn item(&self, id: &K) -> Option<String> {
        let (_, text) = self.items.get(self.position(id)?)?;
        Some(text.replace("\r\n", "\n"))
    }

    /// Puts an item in at a position; beyond the end means last.
    pub(super) fn insert(&mut self, at: usize, id: K, item: &str) {
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
        self.items.insert(at, (id, item));
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
    pub(super) fn remove(&mut self, id: &K) {
        let Some(at) = self.position(id) else { return };
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
    pub(super) fn place(&mut self, id: &K, to: usize) {
        let Some(from) = self.position(id) else { return };
        let item = self.items.remove(from);
        self.items.insert(to.min(self.items.len()), item);
    }

    /// Exchanges an item's text.
    pub(super) fn replace(&mut self, id: &K, item: &str) {
        let native = self.native(item);
        if let Some((_, text)) = self.items.iter_mut().find(|(known, _)| known == id) {
            *text = native;
        }
    }

    /// Exchanges an item's text for what `change` makes of it and of the line ending; `None` where it
    /// makes nothing.
    pub(super) fn edit(
        &mut self,
        id: &K,
        change: impl FnOnce(&str, &'static str) -> Option<String>,
    ) -> Option<()> {
        let eol = self.eol;
        let (_, text) = self.items.iter_mut().find(|(known, _)| known == id)?;
        *text = change(text, eol)?;
        Some(())
    }

    fn native(&self, item: &str) -> String {
        item.replace('\n', self.eol)
    }
}

/// From the comment above an item's header to the end of its last line, without the newline. `None`
/// where somebody else's table stands between the item's own: it would move or go with it.
fn block(text: &str, table: &Table, ends: &[usize]) -> Option<Range<usize>> {
    let header = table.span()?;
    let mut own = vec![header.end];
    table_ends(table, &mut own);
    let last = own.iter().copied().max()?;
    let foreign = |end: &usize| header.end < *end && *end < last && !own.contains(end);
    if ends.iter().any(foreign) {
        return None;
    }
    let end = line_end(text, last);
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

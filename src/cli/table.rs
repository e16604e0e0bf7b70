//! Tables for people: columns line up whatever the scripts of their texts, and fit the terminal.

use super::console::Look;
use crate::domain::Safe;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How a column gives way where the terminal is narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Shown whole until everything else has given way.
    Keep,
    /// Cut short: down to this width while columns can be left out, further only after that.
    Shrink(usize),
    /// Left out; the highest number goes first.
    Drop(u8),
}

#[derive(Debug)]
struct Column {
    heading: &'static str,
    fit: Fit,
    right: bool,
}

/// Rows of texts under headings. A column without any text is not shown.
#[derive(Debug, Default)]
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

const GAP: usize = 2;
/// The width of a text that still tells something.
const LEAST: usize = 8;

impl Table {
    pub(super) fn column(mut self, heading: &'static str, fit: Fit) -> Self {
        self.columns.push(Column { heading, fit, right: false });
        self
    }

    /// A column of figures.
    pub(super) fn figures(mut self, heading: &'static str, fit: Fit) -> Self {
        self.columns.push(Column { heading, fit, right: true });
        self
    }

    /// One text for each column, in their order.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| Safe::new(&cell).into_string()).collect());
    }

    /// The lines of the table, no wider than `width` as far as its columns can give way.
    pub(super) fn lines(&self, width: Option<usize>) -> Vec<(Look, String)> {
        let shown = self.fitted(width);
        let headings =
            shown.iter().map(|shown| self.columns.get(shown.at).map_or("", |column| column.heading));
        let mut lines = vec![(Look::Heading, self.line(&shown, headings))];
        for row in &self.rows {
            let cells = shown.iter().map(|shown| row.get(shown.at).map_or("", String::as_str));
            lines.push((Look::Plain, self.line(&shown, cells)));
        }
        lines
    }

    /// The columns to show, with their widths.
    fn fitted(&self, width: Option<usize>) -> Vec<Shown> {
        let mut shown: Vec<Shown> = (self.columns.iter().enumerate())
            .filter_map(|(at, column)| {
                let cells = self.rows.iter().filter_map(|row| row.get(at));
                let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
                (widest > 0).then(|| Shown::new(at, widest.max(column.heading.width()), column.fit))
            })
            .collect();
        let Some(width) = width else { return shown };
        // Leave out as few columns as possible, then cut no more than what is too much.
        while total(&shown, |column| column.least) > width {
            let Some(last) = shown.iter().filter_map(|column| column.rank).max() else { break };
            shown.retain(|column| column.rank != Some(last));
        }
        let excess = |shown: &[Shown]| total(shown, |column| column.width).saturating_sub(width);
        cut_widest(&mut shown, excess, |column| column.least);
        cut_widest(&mut shown, excess, |column| column.floor);
        cut_widest(&mut shown, excess, |_| 1);
        shown
    }

    fn line<'t>(&self, shown: &[Shown], cells: impl Iterator<Item = &'t str>) -> String {
        let mut line = String::new();
        for (column, cell) in shown.iter().zip(cells) {
            let cell = cut(cell, column.width);
            let padding = " ".repeat(column.width.saturating_sub(cell.width()));
            let right = self.columns.get(column.at).is_some_and(|column| column.right);
            if right {
                line.push_str(&padding);
                line.push_str(&cell);
            } else {
                line.push_str(&cell);
                line.push_str(&padding);
            }
            line.push_str(&" ".repeat(GAP));
        }
        line.truncate(line.trim_end().len());
        line
    }
}

/// A column as it is drawn.
#[derive(Debug)]
struct Shown {
    /// Which one, from the left.
    at: usize,
    width: usize,
    /// The width down to which it gives way while other columns can be left out.
    least: usize,
    /// The same when none can.
    floor: usize,
    /// Its turn to be left out.
    rank: Option<u8>,
}

impl Shown {
    fn new(at: usize, natural: usize, fit: Fit) -> Self {
        let (least, floor, rank) = match fit {
            Fit::Keep => (natural, natural, None),
            Fit::Shrink(least) => (least.min(natural), LEAST.min(natural), None),
            Fit::Drop(rank) => (natural, natural, Some(rank)),
        };
        Self { at, width: natural, least, floor, rank }
    }
}

/// Takes the excess from whichever column is widest at the moment, down to the least of each.
fn cut_widest(shown: &mut [Shown], excess: impl Fn(&[Shown]) -> usize, least: impl Fn(&Shown) -> usize) {
    for _ in 0..excess(shown) {
        let widest = shown.iter_mut().filter(|column| column.width > least(column));
        let Some(column) = widest.max_by_key(|column| column.width) else { break };
        column.width -= 1;
    }
}

fn total(shown: &[Shown], width: impl Fn(&Shown) -> usize) -> usize {
    let widths: usize = shown.iter().map(width).sum();
    widths + GAP * shown.len().saturating_sub(1)
}

/// A text cut to a width, with an ellipsis where something is missing.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + 1 > width {
            break;
        }
        short.push_str(grapheme);
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::default()
            .column("Id", Fit::Keep)
            .column("Title", Fit::Shrink(8))
            .figures("Hours", Fit::Keep)
            .column("Track", Fit::Drop(1))
            .column("Empty", Fit::Keep);
        table.row(["a".into(), "数字经济赋能产业发展".into(), "8 h".into(), "economy".into(), String::new()]);
        table.row(["long-id".into(), "Leadership".into(), "120 h".into(), String::new(), String::new()]);
        table
    }

    fn lines(width: Option<usize>) -> Vec<String> {
        table().lines(width).into_iter().map(|(_, line)| line).collect()
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(
            lines(None),
            [
                "Id       Title                 Hours  Track",
                "a        数字经济赋能产业发展    8 h  economy",
                "long-id  Leadership            120 h",
            ]
        );
    }

    #[test]
    fn titles_shrink_before_columns_go() {
        assert_eq!(
            lines(Some(38)),
            [
                "Id       Title          Hours  Track",
                "a        数字经济赋能…    8 h  economy",
                "long-id  Leadership     120 h",
            ]
        );
        assert_eq!(
            lines(Some(26)),
            ["Id       Title       Hours", "a        数字经济…     8 h", "long-id  Leadership  120 h"]
        );
        assert_eq!(lines(Some(20)), ["Id      Title  Hours", "a       数字…    8 h", "long-…  Lead…  120 h"]);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in 8..60 {
            for line in lines(Some(width)) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}

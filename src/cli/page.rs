//! Text for people in lines as wide as the terminal: paragraphs, and facts in a row.

use super::console::Look;
use super::wrapped::wrap;
use crate::domain::Safe;
use unicode_width::UnicodeWidthStr;

/// A line and how it is drawn.
pub(super) type Drawn = (Look, String);

/// Lines, from the top; no wider than the terminal as far as their words allow.
#[derive(Debug)]
pub(super) struct Page {
    /// `None` where no terminal limits it.
    width: Option<usize>,
    lines: Vec<Drawn>,
}

/// Between facts in a row.
const DOT: &str = " · ";

impl Page {
    pub(super) fn new(width: Option<usize>) -> Self {
        Self { width, lines: Vec::new() }
    }

    pub(super) fn into_lines(self) -> Vec<Drawn> {
        self.lines
    }

    /// A line that has its width already.
    pub(super) fn line(&mut self, look: Look, line: String) {
        self.lines.push((look, line));
    }

    pub(super) fn lines(&mut self, lines: impl IntoIterator<Item = Drawn>) {
        self.lines.extend(lines);
    }

    /// Sets apart what follows; nothing on top.
    pub(super) fn blank(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push((Look::Plain, String::new()));
        }
    }

    /// A paragraph, made harmless before it is measured; nothing for an empty text.
    pub(super) fn wrapped(&mut self, look: Look, indent: &str, text: &str) {
        let text = Safe::new(text);
        if text.is_empty() {
            return;
        }
        let lines = match self.width {
            Some(width) => wrap(&text, width.saturating_sub(indent.width())),
            None => vec![text.into_string()],
        };
        self.lines.extend(lines.into_iter().map(|line| (look, format!("{indent}{line}"))));
    }

    /// Facts in a row, as many to a line as fit: none is broken while it fits on a line itself.
    pub(super) fn facts(&mut self, indent: &str, facts: &[String]) {
        let room = self.width.map_or(usize::MAX, |width| width.saturating_sub(indent.width()));
        let mut row = String::new();
        for fact in facts.iter().map(|fact| Safe::new(fact)).filter(|fact| !fact.is_empty()) {
            if !row.is_empty() && row.width() + DOT.width() + fact.width() > room {
                self.wrapped(Look::Plain, indent, &std::mem::take(&mut row));
            }
            if !row.is_empty() {
                row.push_str(DOT);
            }
            row.push_str(&fact);
        }
        self.wrapped(Look::Plain, indent, &row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_not_broken_while_it_fits_on_a_line() {
        let said = |width| {
            let mut page = Page::new(width);
            page.facts("  ", &["cn-mohrss".to_owned(), "40 days left".to_owned(), "at risk".to_owned()]);
            page.into_lines().into_iter().map(|(_, line)| line).collect::<Vec<_>>()
        };
        assert_eq!(said(None), ["  cn-mohrss · 40 days left · at risk"]);
        assert_eq!(said(Some(30)), ["  cn-mohrss · 40 days left", "  at risk"]);
    }
}

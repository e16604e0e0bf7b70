//! Columns that stay where they are on a terminal that draws characters of ambiguous width (Greek,
//! Cyrillic, ≥, ° …) two columns wide, while we count one.
//!
//! What the interface draws itself has stand-ins by then (`ui/stand_in.rs`); what is left is in
//! titles. Behind such a character the terminal's cursor is one column further than we think, so the
//! next one is always preceded by a move. Its second half lies over the next column: where that is
//! blank, the character is drawn last and both show; else the next character is drawn over it.

use crate::ui::stand_in::is_ambiguous;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use std::collections::BTreeSet;

/// What the terminal shows, to draw again what a wide character has covered.
pub(super) struct Ambiguous {
    shown: Buffer,
}

/// Cells to be written one behind the other; a cursor move comes before each piece.
type Piece = Vec<(u16, u16, Cell)>;

impl Ambiguous {
    /// An empty screen of this size.
    pub(super) fn new(size: Size) -> Self {
        Self { shown: Buffer::empty(Rect::new(0, 0, size.width, size.height)) }
    }

    /// What to write for some changed cells.
    pub(super) fn pieces<'a>(&mut self, changed: impl Iterator<Item = (u16, u16, &'a Cell)>) -> Vec<Piece> {
        let mut drawn = BTreeSet::new();
        for (x, y, cell) in changed {
            if let Some(place) = self.shown.cell_mut((x, y)) {
                place.clone_from(cell);
                drawn.insert((y, x));
            }
        }
        // What covers a changed cell, or is covered by it, changes with it.
        let mut more = Vec::new();
        for (y, x) in &drawn {
            if self.is_wide(*x, *y) && x + 1 < self.shown.area.width {
                more.push((*y, x + 1));
            }
            if let Some(before) = x.checked_sub(1).filter(|before| self.is_wide(*before, *y)) {
                more.push((*y, before));
            }
        }
        drawn.extend(more);
        self.in_order(&drawn)
    }

    fn in_order(&self, drawn: &BTreeSet<(u16, u16)>) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = vec![Vec::new()];
        let mut above = None;
        for (y, x) in drawn {
            let Some(cell) = self.shown.cell((*x, *y)) else { continue };
            let here = (*x, *y, cell.clone());
            let wide = self.is_wide(*x, *y);
            let blank_behind = self.shown.cell((x + 1, *y)).is_some_and(|behind| behind.symbol() == " ");
            if wide && blank_behind {
                // Drawn when its blank has been.
                above = Some(here);
                continue;
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(here);
            }
            let covered = above.take_if(|(_, row, _)| *row == *y);
            if wide || covered.is_some() {
                pieces.extend(covered.map(|cell| vec![cell]));
                pieces.push(Vec::new());
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    fn is_wide(&self, x: u16, y: u16) -> bool {
        self.shown.cell((x, y)).is_some_and(|cell| cell.symbol().chars().any(is_ambiguous))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::backend::{Backend, CrosstermBackend};

    /// A terminal that draws ambiguous characters wide: writing over either half of a wide character
    /// takes the other half away.
    struct Terminal {
        rows: Vec<Vec<String>>,
    }

    impl Terminal {
        fn new(size: Size) -> Self {
            let row = vec![" ".to_owned(); usize::from(size.width)];
            Self { rows: vec![row; usize::from(size.height)] }
        }

        fn write(&mut self, bytes: &[u8]) {
            let text = std::str::from_utf8(bytes).unwrap();
            let (mut x, mut y) = (0, 0);
            let mut chars = text.chars();
            while let Some(c) = chars.next() {
                if c == '\u{1b}' {
                    let mut sequence = String::new();
                    for c in chars.by_ref().skip(1) {
                        sequence.push(c);
                        if c.is_ascii_alphabetic() {
                            break;
                        }
                    }
                    if let Some(place) = sequence.strip_suffix('H') {
                        let (row, column) = place.split_once(';').unwrap();
                        (y, x) = (row.parse::<usize>().unwrap() - 1, column.parse::<usize>().unwrap() - 1);
                    }
                    continue;
                }
                let wide = is_ambiguous(c);
                self.erase(x, y);
                self.rows[y][x] = c.to_string();
                if wide && x + 1 < self.rows[y].len() {
                    self.erase(x + 1, y);
                    self.rows[y][x + 1] = String::new();
                }
                x += if wide { 2 } else { 1 };
            }
        }

        fn erase(&mut self, x: usize, y: usize) {
            if self.rows[y][x].is_empty() {
                self.rows[y][x - 1] = " ".to_owned();
            } else if self.rows[y][x].chars().any(is_ambiguous) && x + 1 < self.rows[y].len() {
                self.rows[y][x + 1] = " ".to_owned();
            }
            self.rows[y][x] = " ".to_owned();
        }
    }

    /// Draws frames one after the other; what the terminal shows at last.
    fn shown(frames: &[&str], through: bool) -> Vec<String> {
        let width = u16::try_from(frames[0].chars().count()).unwrap();
        let size = Size::new(width, 1);
        let (mut terminal, mut ambiguous) = (Terminal::new(size), Ambiguous::new(size));
        let mut before = Buffer::empty(Rect::new(0, 0, width, 1));
        for frame in frames {
            let after = Buffer::with_lines([*frame]);
            let changed = before.diff(&after);
            let mut bytes = Vec::new();
            let mut pen = CrosstermBackend::new(&mut bytes);
            if through {
                for piece in ambiguous.pieces(changed.into_iter()) {
                    pen.draw(piece.iter().map(|(x, y, cell)| (*x, *y, cell))).unwrap();
                }
            } else {
                pen.draw(changed.into_iter()).unwrap();
            }
            terminal.write(&bytes);
            before = after;
        }
        terminal.rows.concat()
    }

    #[test]
    fn no_later_column_shifts() {
        let frame = "x Σ≥30 курс |end|";
        let seen = shown(&[frame], true);
        let place = |text: &str| frame.chars().position(|c| text.starts_with(c)).unwrap();
        assert_eq!(seen[place("|")..].concat(), "|end|");
        assert_eq!(seen[place("3")..place("3") + 2].concat(), "30");
        let control = shown(&[&format!("{frame}          ")], false);
        assert_ne!(control[place("3")..place("3") + 2].concat(), "30", "the simulation can fail");
    }

    #[test]
    fn a_character_before_a_blank_is_seen_whole() {
        assert_eq!(shown(&["a ≥ b"], true), ["a", " ", "≥", "", "b"]);
    }

    #[test]
    fn what_a_change_covers_or_uncovers_is_drawn_again() {
        assert_eq!(shown(&["abcd", "aΣcd"], true)[2..].concat(), "cd");
        assert_eq!(shown(&["aΣcd", "abcd"], true).concat(), "abcd");
        assert_eq!(shown(&["aΣ d", "aΣcd"], true)[2..].concat(), "cd");
        assert_eq!(shown(&["aΣcd", "aΣ d"], true), ["a", "Σ", "", "d"]);
        assert_eq!(shown(&["aΣ d", "aΣ e"], true), ["a", "Σ", "", "e"]);
    }
}

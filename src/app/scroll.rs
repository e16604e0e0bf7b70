//! A list's cursor and window, as a pure value that is right at zero rows and zero height.

use std::ops::Range;

/// Which row has the cursor, and which row is the first on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    cursor: usize,
    first: usize,
}

/// Rows kept visible beyond the cursor, where there is room.
const MARGIN: usize = 2;

impl Scroll {
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    pub fn set(&mut self, row: usize) {
        self.cursor = row;
    }

    /// Moves by rows; stops at both ends.
    pub fn step(&mut self, delta: isize) {
        self.cursor = self.cursor.saturating_add_signed(delta);
    }

    /// Brings cursor and window within `rows` rows shown `height` at a time.
    pub fn settle(&mut self, rows: usize, height: usize) {
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let lowest = (self.cursor + margin + 1).saturating_sub(height);
        let highest = self.cursor.saturating_sub(margin);
        self.first = self.first.clamp(lowest.min(highest), highest).min(rows.saturating_sub(height));
    }

    /// The rows to draw.
    pub fn window(&self, rows: usize, height: usize) -> Range<usize> {
        let first = self.first.min(rows);
        first..first.saturating_add(height).min(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_in_the_window() {
        for rows in 0..30 {
            for height in 0..12 {
                let mut scroll = Scroll::default();
                for delta in [1, 1, 5, -2, 30, -1, -9, -40, 3] {
                    scroll.step(delta);
                    scroll.settle(rows, height);
                    let window = scroll.window(rows, height);
                    assert!(window.end <= rows && window.len() <= height);
                    if rows > 0 && height > 0 {
                        assert!(window.contains(&scroll.cursor()), "{rows} {height} {scroll:?}");
                        assert_eq!(window.len(), height.min(rows), "no blank below the last row");
                    }
                }
            }
        }
    }

    #[test]
    fn moving_inside_the_window_does_not_scroll() {
        let mut scroll = Scroll::default();
        scroll.set(20);
        scroll.settle(100, 10);
        let before = scroll.window(100, 10);
        scroll.step(-3);
        scroll.settle(100, 10);
        assert_eq!(scroll.window(100, 10), before);
    }
}

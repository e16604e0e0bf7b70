//! Windows of every size, from none at all to one that no memory would hold.

use super::sitting::Sitting;
use super::{Row, row};
use crate::pty::{Session, count};

const WIDTHS: [u16; 9] = [0, 1, 2, 10, 20, 40, 60, 80, 200];
const HEIGHTS: [u16; 5] = [0, 1, 5, 15, 50];

/// One row or one column of as many as a terminal can say, and both.
const MONSTROUS: [(u16, u16); 4] = [(u16::MAX, 1), (1, u16::MAX), (u16::MAX, u16::MAX), (3000, 3000)];

pub fn rows() -> Vec<Row> {
    let sizes = || HEIGHTS.into_iter().flat_map(|rows| WIDTHS.map(|cols| (cols, rows)));
    let mut found: Vec<Row> = sizes()
        .chain(MONSTROUS)
        .map(|(cols, rows)| row(format!("size: started at {cols}x{rows}"), move || started_at(cols, rows)))
        .collect();
    found.push(row("size: through all of them and back", move || {
        through(sizes().chain(MONSTROUS), |_| {});
    }));
    found.push(row("size: through all of them, a key at each", move || {
        through(sizes().chain(MONSTROUS), |session| session.send("\x1b[B"));
    }));
    found
}

/// It starts, and what it does not show for want of room it shows when there is some.
fn started_at(cols: u16, rows: u16) {
    let sitting = Sitting::unseen(&[], &[], (cols, rows));
    sitting.session.wait_until("the terminal to be taken", |session| session.screen().bracketed_paste());
    shows_all(&sitting);
    sitting.quits();
}

fn through(sizes: impl Iterator<Item = (u16, u16)>, at_each: impl Fn(&Session)) {
    let sitting = Sitting::opened(&[], &[]);
    for (cols, rows) in sizes {
        sitting.session.resize(cols, rows);
        at_each(&sitting.session);
    }
    shows_all(&sitting);
    sitting.quits();
}

/// A frame is drawn that holds the list and its first course.
fn shows_all(sitting: &Sitting) {
    let frames = |session: &Session| count(&session.bytes(), b"\x1b[?2026l");
    let before = frames(&sitting.session);
    sitting.session.resize(90, 25);
    sitting.session.wait_until("a whole frame", |session| {
        let screen = session.contents();
        frames(session) > before && screen.contains("5 courses") && screen.contains("Welding refresher")
    });
}

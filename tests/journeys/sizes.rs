//! Every size and two scripts: nothing is lost on the way to a small window and back, and no
//! column moves where wide and narrow characters meet.

use crate::desk::{CTRL_L, Desk, ENTER, Opening, TAB, rows, selected};
use crate::pty::Session;

/// Waits until the cursor is shown right behind `text`.
fn wait_for_caret_behind(session: &Session, text: &str) {
    session.wait_until(&format!("the caret behind {text:?}"), |session| {
        let screen = session.screen();
        let (row, col) = screen.cursor_position();
        let before: String = screen.rows(0, col).nth(row.into()).unwrap_or_default();
        !screen.hide_cursor() && before.ends_with(text)
    });
}

#[test]
fn a_form_survives_every_size() {
    let desk = Desk::new();
    let session = desk.open();
    // Backwards from the date past the title and the certificates to the note.
    session.send("d\x1b[Z");
    session.send("\x1b[Z");
    session.send("\x1b[Z");
    session.send("数字 note");
    wait_for_caret_behind(&session, "数字 note");
    for (cols, rows) in [(60, 15), (20, 5), (12, 3), (200, 60), (60, 15)] {
        session.resize(cols, rows);
        if cols >= 20 {
            wait_for_caret_behind(&session, "note");
        }
    }
    session.send("!");
    wait_for_caret_behind(&session, "数字 note!");
    session.send(ENTER);
    session.wait_for("saved: 24 h");
    session.send("q");
    session.wait_exit().assert_code(0);
    let log = desk.json(["log", "list", "--format", "json"]);
    let id = log["entries"][0]["id"].as_str().unwrap();
    assert!(desk.stdout(["log", "show", id]).contains("数字 note!"));
}

/// Search, plan, record and quit in a window of this size.
fn whole_job(cols: u16, rows: u16) {
    let desk = Desk::new();
    let catalog = desk.name("catalog.toml");
    let session =
        desk.open_with(Opening { args: &["-C", &catalog], size: (cols, rows), ..Opening::default() });
    session.wait_until("a course", |session| selected(session).contains("Leading"));
    session.send("/weld\r");
    session.wait_until("the course", |session| selected(session).contains("Weld"));
    session.send("a");
    session.wait_for("saved: planned");
    session.send("d");
    session.wait_for("Record hours");
    session.send(ENTER);
    session.wait_until("the form to close", |session| !session.contents().contains("Record hours"));
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
    let plan = desk.json(["plan", "list", "--format", "json"]);
    assert_eq!(plan["items"][0]["status"], "completed", "{plan}");
}

#[test]
fn the_whole_job_in_60_by_15() {
    whole_job(60, 15);
}

#[test]
fn the_whole_job_in_20_by_5() {
    whole_job(20, 5);
}

/// The columns of upright borders in a row of the screen, as cells.
fn borders(screen: &vt100::Screen, row: u16) -> Vec<u16> {
    let (_, width) = screen.size();
    let is_border = |col: &u16| screen.cell(row, *col).is_some_and(|cell| cell.contents() == "│");
    (0..width.into()).filter(is_border).collect()
}

/// Asserts that all rows of the panes have their borders in the same columns.
#[track_caller]
fn assert_straight(session: &Session) {
    let screen = session.screen();
    let shown = screen.contents();
    let (height, _) = screen.size();
    let height = u16::from(height);
    let in_panes: Vec<Vec<u16>> =
        (4..height).map(|row| borders(&screen, row)).filter(|columns| !columns.is_empty()).collect();
    assert!(in_panes.len() > usize::from(height) / 2, "{shown}");
    for columns in &in_panes {
        assert_eq!(columns, &in_panes[0], "{shown}");
    }
}

/// Asserts that the screen, built up change by change, is the one that a full redraw gives.
#[track_caller]
fn assert_nothing_left_over(session: &Session) {
    let before = rows(session);
    let frames = session.bytes().len();
    session.send(CTRL_L);
    session.wait_until("the whole screen again", |session| {
        let bytes = session.bytes();
        let drawn = &bytes[frames..];
        let cleared = drawn.windows(4).position(|window| window == b"\x1b[2J");
        cleared.is_some_and(|at| drawn[at..].windows(8).any(|window| window == b"\x1b[?2026l"))
    });
    assert_eq!(rows(session), before);
}

#[test]
fn wide_characters_shift_no_column_in_chinese() {
    let desk = Desk::new();
    let session =
        desk.open_with(Opening { env: &[("LANG", "zh_CN.UTF-8")], size: (120, 36), ..Opening::default() });
    session.wait_for("225 门课程");
    // The box of the tour lies over the borders that are counted.
    session.wait_for("第 1 步，共 3 步");
    session.send("\x1b");
    session.wait_until("the tour gone", |session| !session.contents().contains("共 3 步"));
    assert_straight(&session);
    let mut last = selected(&session);
    for _ in 0..6 {
        session.send("\x1b[6~");
        session.wait_until("the next page", |session| selected(session) != last);
        assert_straight(&session);
        last = selected(&session);
    }
    assert_nothing_left_over(&session);

    session.send("/数字经济");
    wait_for_caret_behind(&session, "数字经济");
    session.wait_for("/ 225 门课程");
    assert_straight(&session);
    // Half of a wide character taken away again and again.
    for left in ["数字经", "数字", "数"] {
        session.send("\x7f");
        wait_for_caret_behind(&session, left);
        assert_straight(&session);
    }
    assert_nothing_left_over(&session);
    session.send(ENTER);
    session.send(["d", TAB, "77"].concat());
    session.wait_until("the form", |session| session.contents().contains("登记学时"));
    wait_for_caret_behind(&session, "77");
    assert_nothing_left_over(&session);
}

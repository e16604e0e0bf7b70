//! What the program writes: sizes of every kind, a terminal that does not read, the bytes
//! themselves.

use crate::program::{start, start_unseen};
use crate::pty::count;
use rustix::process::Signal;

#[test]
fn a_resize_is_told_and_drawn() {
    let session = start(80, 24);
    session.wait_for("ready 80x24 frame 80x24.");
    session.resize(40, 10);
    session.wait_for("ready 40x10 frame 40x10.");
    session.resize(120, 30);
    session.wait_for("ready 120x30 frame 120x30.");
}

#[test]
fn tiny_terminals_are_drawn() {
    for (cols, rows) in [(20, 5), (10, 1), (1, 10), (1, 1), (0, 0)] {
        let session = start_unseen(cols, rows, &[]);
        session.wait_until("the terminal to be taken", |session| session.screen().bracketed_paste());
        session.send("q");
        let ended = session.wait_exit();
        ended.assert_code(0);
        ended.assert_restored();
    }
}

#[test]
fn a_terminal_may_shrink_to_nothing_and_grow_again() {
    let session = start(80, 24);
    for (cols, rows) in [(1, 1), (0, 0), (1, 40), (40, 1)] {
        session.resize(cols, rows);
        session.send("x");
    }
    session.resize(60, 15);
    session.wait_for("ready 60x15");
    session.wait_for("4 keys");
    session.send("q");
    session.wait_exit().assert_code(0);
}

#[test]
fn a_monstrous_terminal_is_drawn_in_part() {
    let session = start(80, 24);
    session.resize(3000, 3000);
    session.wait_for("ready 1000x500 frame 1000x500.");
    session.send("q");
    session.wait_exit().assert_code(0);
}

#[test]
fn a_terminal_that_reads_late_gets_the_newest_frame() {
    let session = start(80, 24);
    session.hold_output();
    for index in 0..400 {
        // Everything changes each time, so that the terminal's own buffer is soon full.
        session.resize(if index % 2 == 0 { 200 } else { 190 }, 50);
        session.send("\x1b[B");
    }
    session.release_output();
    session.wait_for("400 keys, last Down.");
    session.wait_for("frame 190x50.");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
}

#[test]
fn a_signal_ends_a_program_whose_terminal_does_not_read() {
    let session = start(1000, 500);
    session.hold_output();
    let before = session.bytes().len();
    session.send("f");
    // The frame has begun, and is larger than all buffers on its way: the loop waits in a write.
    session.wait_until("the frame to begin", |session| session.bytes().len() > before);
    session.signal(Signal::TERM);
    let ended = session.wait_exit();
    ended.assert_code(143);
    assert!(ended.cooked);
}

#[test]
fn frames_are_shown_at_once() {
    let session = start(80, 24);
    session.send("x");
    session.wait_for("1 keys");
    session.send("q");
    let bytes = session.wait_exit().bytes;
    let begun = count(&bytes, b"\x1b[?2026h");
    // Leaving ends one more, in case a frame was cut off.
    assert_eq!(count(&bytes, b"\x1b[?2026l"), begun + 1);
    assert!(begun >= 2);
}

#[test]
fn the_cursor_is_shown_where_the_program_puts_it() {
    let session = start(80, 24);
    session.send("c");
    session.wait_until("the cursor", |session| !session.screen().hide_cursor());
    assert_eq!(session.screen().cursor_position(), (1, 2));
    session.send("x");
    session.wait_for("2 keys");
    session.wait_until("the cursor again", |session| {
        !session.screen().hide_cursor() && session.screen().cursor_position() == (1, 2)
    });
}

#[test]
fn a_selected_row_keeps_its_reverse_video_under_no_color() {
    let session = start_unseen(80, 24, &[("NO_COLOR", "1")]);
    session.wait_for("selected");
    assert!(session.screen().cell(5, 0).unwrap().inverse());
    let bytes = session.bytes();
    let text = bytes.windows(8).position(|window| window == b"selected").unwrap();
    let reverse = bytes[..text].windows(4).rposition(|window| window == b"\x1b[7m").unwrap();
    let between = &bytes[reverse + 4..text];
    for reset in [&b"\x1b[m"[..], b"\x1b[0m", b"\x1b[;m"] {
        assert_eq!(count(between, reset), 0, "{:?}", String::from_utf8_lossy(between));
    }
}

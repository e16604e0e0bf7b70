//! Input that does not end, and floods of it. Drawing and signals must go on.

use crate::program::{NO_MOUSE, start, start_unseen};
use crate::pty::{Session, count};
use rustix::process::Signal;

/// Input that ends in the middle of a sequence: frames go on, and a signal still ends the program.
fn half(sequence: &[u8]) {
    let session = start(80, 24);
    session.send("l");
    session.wait_until("the first look", |session| looks(session) > 0);
    session.send(sequence);
    // Both need a frame that is drawn after the bytes were read.
    session.resize(70, 20);
    session.wait_for("ready 70x20");
    let looks = looks(&session);
    session.wait_until("two more looks", |session| self::looks(session) >= looks + 2);
    session.signal(Signal::TERM);
    let ended = session.wait_exit();
    ended.assert_code(143);
    ended.assert_restored();
}

/// How often the program has said that it looked for changed files.
fn looks(session: &Session) -> usize {
    let contents = session.contents();
    let line = contents.lines().find_map(|line| line.strip_suffix(" looks."));
    line.and_then(|count| count.trim().parse().ok()).unwrap_or_default()
}

#[test]
fn half_a_key_does_not_stop_drawing() {
    half(b"\x1b[");
}

#[test]
fn half_a_mouse_report_does_not_stop_drawing() {
    half(b"\x1b[<0;1");
}

#[test]
fn half_a_character_does_not_stop_drawing() {
    half(b"\xe6");
}

#[test]
fn an_open_paste_does_not_stop_drawing() {
    half(b"\x1b[200~open");
}

#[test]
fn input_that_does_not_end_is_told_and_may_end_later() {
    let session = start(80, 24);
    session.send("\x1b[200~");
    session.wait_until("the hint", |session| {
        // More of the same: two threads wait for the bytes, and the one that looks may be late.
        session.send("x");
        session.contents().contains("input waiting.")
    });
    session.send("\x1b[201~");
    session.wait_until("the hint to go", |session| !session.contents().contains("input waiting."));
    session.wait_for("pasted");
    session.send("q");
    session.wait_exit().assert_code(0);
}

#[test]
fn keys_that_are_complete_are_not_told_as_waiting() {
    let session = start(80, 24);
    session.send("\x1b[Alé数");
    session.wait_for("4 keys, last 数.");
    let looks = looks(&session);
    session.wait_until("a second and a half", |session| self::looks(session) >= looks + 3);
    assert!(!session.contents().contains("input waiting."));
}

#[test]
fn a_paste_comes_as_one_event_without_control_characters() {
    let session = start(80, 24);
    session.send("\x1b[200~two\rlines\x1b[31m, \u{9b}inert\x1b[201~");
    session.wait_for("pasted 20 bytes: two/lines[31m, inert.");
    assert!(session.contents().contains("0 keys"));
}

#[test]
fn a_huge_paste_is_capped() {
    let session = start(80, 24);
    session.send("\x1b[200~");
    for _ in 0..1024 {
        session.send("x".repeat(1024));
    }
    session.send("\x1b[201~");
    session.wait_for("pasted 4096 bytes: xxx");
    session.send("q");
    session.wait_exit().assert_code(0);
}

#[test]
fn keys_without_a_pause_are_a_paste_and_few_are_keys() {
    let session = start(80, 24);
    session.send("x".repeat(31));
    session.wait_for("31 keys, last x.");
    session.send("y".repeat(32));
    session.wait_for("pasted 32 bytes: yyy");
    assert!(session.contents().contains("31 keys, last x."), "{}", session.contents());
}

#[test]
fn a_flood_of_keys_is_a_paste_and_takes_few_frames() {
    let session = start(80, 24);
    for _ in 0..200 {
        session.send("x".repeat(1000));
    }
    session.wait_for("pasted 4096 bytes: xxx");
    // A machine with too much to do may leave a pause in the middle: then it is two pastes.
    session.send("\x1b[A");
    session.wait_for("1 keys, last Up.");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
    let frames = count(&ended.bytes, b"\x1b[?2026h");
    assert!(frames < 200, "{frames} frames for 200,000 characters");
}

#[test]
fn arrows_are_drained_before_they_are_drawn() {
    let session = start(80, 24);
    for _ in 0..20 {
        session.send("\x1b[B".repeat(1000));
    }
    session.wait_for("20000 keys, last Down.");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    let frames = count(&ended.bytes, b"\x1b[?2026h");
    assert!(frames < 2_000, "{frames} frames for 20,000 keys");
}

#[test]
fn keys_before_half_a_key_are_told_although_it_does_not_end() {
    let session = start(80, 24);
    session.send("ab\x1b[");
    session.wait_for("2 keys, last b.");
}

#[test]
fn clicks_and_the_wheel_are_told_where_they_happen() {
    let session = start(80, 24);
    session.send("\x1b[<0;10;5M\x1b[<0;10;5m");
    session.wait_for("1 gestures, last Click (9, 4).");
    session.send("\x1b[<65;1;1M");
    session.wait_for("2 gestures, last WheelDown (0, 0).");
    session.send("\x1b[<64;300;200M");
    session.wait_for("3 gestures, last WheelUp (299, 199).");
    // Other buttons, dragging and motion say nothing.
    session.send("\x1b[<2;3;3M\x1b[<32;3;3M\x1b[<35;3;3M\x1b[<4;3;3M");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_restored();
    assert!(count(&ended.bytes, b"4 gestures") == 0);
    assert_eq!(count(&ended.bytes, b"\x1b[?1000h\x1b[?1006h"), 1);
    assert_eq!(count(&ended.bytes, b"\x1b[?1003h") + count(&ended.bytes, b"\x1b[?1002h"), 0);
}

#[test]
fn a_flood_of_the_wheel_takes_few_frames() {
    let session = start(80, 24);
    session.send("\x1b[<65;9;9M".repeat(1000));
    session.wait_for("1000 gestures, last WheelDown (8, 8).");
    session.send("q");
    let frames = count(&session.wait_exit().bytes, b"\x1b[?2026h");
    assert!(frames < 100, "{frames} frames for 1,000 notches");
}

#[test]
fn without_the_mouse_the_terminal_keeps_it() {
    let session = start_unseen(80, 24, &[(NO_MOUSE, "1")]);
    session.wait_for("ready");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_restored();
    assert_eq!(count(&ended.bytes, b"\x1b[?1000h") + count(&ended.bytes, b"\x1b[?1006h"), 0);
}

#[test]
fn a_rest_of_a_paste_does_not_reach_the_shell() {
    let session = crate::program::start_script(r#""$@"; echo over; read line; echo "got[$line]""#, &[]);
    session.wait_for("ready");
    // The program quits at the first key; what it has not read must not be run by what comes next.
    session.send(format!("\x1b[21~{}\r", "x".repeat(3000)));
    session.wait_for("over");
    session.send("\rmine\r");
    session.wait_for("got[");
    assert!(!session.contents().contains("xxx"), "{}", session.contents());
}

/// A slow link: the rest of an arrow comes in a second write, right behind its ESC.
#[test]
fn an_arrow_torn_behind_its_escape_is_an_arrow() {
    let session = start(80, 24);
    for round in 1..=10 {
        session.send("\x1b");
        session.send("[A");
        session.wait_for(&format!("{round} keys, last Up."));
    }
}

#[test]
fn a_report_nobody_has_asked_for_runs_no_key() {
    let session = start(80, 24);
    session.send("\x1b]11;hello\x07");
    session.send("\x1b]52;c;cXF\x1b\\");
    session.send("j");
    session.wait_for("1 keys, last j.");
}

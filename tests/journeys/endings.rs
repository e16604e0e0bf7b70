//! The program is ended, or put aside, in the middle of a form: the terminal is given back, the
//! exit code tells why, and nothing is half written.

use crate::desk::{CTRL_C, CTRL_U, CTRL_Z, Desk, ENTER, Opening, TAB, rows};
use crate::pty::Session;
use rustix::process::Signal;

/// A record with something in it, and a form with something else typed into it.
fn in_a_form(desk: &Desk) -> Session {
    desk.stdout(["plan", "add", "leading-teams"]);
    desk.saved(["done", "welding"]);
    let session = desk.open();
    type_into_form(&session);
    session
}

fn type_into_form(session: &Session) {
    session.send(["d", TAB, CTRL_U, "11.25"].concat());
    session.wait_for("11.25");
}

fn signalled(signal: Signal, code: u32) {
    let desk = Desk::new();
    let session = in_a_form(&desk);
    let before = desk.record();
    session.signal(signal);
    let ended = session.wait_exit();
    ended.assert_code(code);
    ended.assert_restored();
    assert_eq!(desk.record(), before);
}

#[test]
fn sigterm_in_a_form() {
    signalled(Signal::TERM, 143);
}

#[test]
fn sighup_in_a_form() {
    signalled(Signal::HUP, 129);
}

#[test]
fn sigint_in_a_form() {
    signalled(Signal::INT, 130);
}

#[test]
fn sigquit_in_a_form() {
    signalled(Signal::QUIT, 131);
}

#[test]
fn a_window_closed_on_a_form() {
    let desk = Desk::new();
    let mut session = in_a_form(&desk);
    let before = desk.record();
    session.hang_up();
    session.wait_exit().assert_code(129);
    assert_eq!(desk.record(), before);
}

/// A line feed is Ctrl+J; only a carriage return is Enter. A terminal library that is not told of
/// the raw mode takes one for the other, and saves a form when a window is closed by a program
/// that ends its input with a line.
#[test]
fn a_line_feed_is_not_enter() {
    let desk = Desk::new();
    let session = in_a_form(&desk);
    let before = desk.record();
    session.send("\n5");
    session.wait_for("11.255");
    assert_eq!(desk.record(), before);
    session.send([CTRL_C, CTRL_C].concat());
    session.wait_exit().assert_code(0);
    assert_eq!(desk.record(), before);
}

#[test]
fn ctrl_c_asks_once_before_it_throws_a_form_away() {
    let desk = Desk::new();
    let session = in_a_form(&desk);
    let before = desk.record();
    session.send(CTRL_C);
    session.wait_for("This form is not saved.");
    session.wait_for("11.25");
    session.send(CTRL_C);
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
    assert_eq!(desk.record(), before);
}

/// What lies over a view is still there, row for row, at another size too.
#[test]
fn ctrl_z_keeps_the_list_over_the_view() {
    let desk = Desk::new();
    let script = r#"set -m; "$@"; echo "job stopped"; read line; fg >/dev/null; echo "job over $?""#;
    let session = desk.open_script(script, Opening::default());
    session.wait_for("5 courses");
    session.send(":reload");
    session.wait_for("Read all files again");
    let before = rows(&session);
    session.send(CTRL_Z);
    session.wait_for("job stopped");
    session.send("\n");
    session.wait_until("the same screen", |session| rows(session) == before);
    session.send(ENTER);
    session.wait_for("read again");
    session.send("q");
    session.wait_for("job over 0");
    session.wait_exit().assert_restored();
}

#[test]
fn ctrl_z_keeps_the_form_for_when_the_program_goes_on() {
    let desk = Desk::new();
    let script = r#"set -m; "$@"; echo "job stopped"; read line; fg >/dev/null; echo "job over $?""#;
    let session = desk.open_script(script, Opening::default());
    session.wait_for("5 courses");
    type_into_form(&session);
    session.send(CTRL_Z);
    session.wait_for("job stopped");
    let screen = session.screen();
    assert!(session.is_cooked(), "still raw while stopped");
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    session.send("\n");
    session.wait_for("11.25");
    session.send(ENTER);
    session.wait_for("saved: 11.25 h on 2026-11-21");
    session.send("q");
    session.wait_for("job over 0");
    session.wait_exit().assert_restored();
}

//! Every way to end, and the terminal afterwards.

use crate::program::{start, start_script, start_unseen, start_unsignalled};
use crate::pty::{Session, count};
use rustix::process::Signal;
use std::time::Duration;

#[test]
fn the_terminal_is_taken_over_while_the_program_runs() {
    let session = start(80, 24);
    let screen = session.screen();
    assert!(screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
    assert!(!session.is_cooked());
}

#[test]
fn quitting_restores_the_terminal() {
    let session = start(80, 24);
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
}

#[test]
fn an_error_restores_the_terminal_and_is_seen() {
    let session = start(80, 24);
    session.send("e");
    let ended = session.wait_exit();
    ended.assert_code(5);
    ended.assert_restored();
    assert!(ended.screen.contents().contains("the error was reported"));
}

#[test]
fn a_panic_restores_the_terminal_and_is_seen() {
    let session = start(80, 24);
    session.send("p");
    let ended = session.wait_exit();
    ended.assert_code(101);
    ended.assert_restored();
    assert!(ended.screen.contents().contains("the program has failed"));
}

#[test]
fn a_panic_in_another_thread_ends_the_program() {
    let session = start(80, 24);
    session.send("P");
    let ended = session.wait_exit();
    ended.assert_code(101);
    ended.assert_restored();
    let shown = ended.screen.contents();
    assert!(shown.contains("a thread has failed"), "{shown}");
    assert!(!shown.contains("ready"), "the program has drawn on:\n{shown}");
}

#[test]
fn nothing_is_drawn_after_a_panic_in_another_thread() {
    // A backtrace takes long enough to print for the loop to want a frame meanwhile.
    let session = start_unseen(80, 24, &[("RUST_BACKTRACE", "1")]);
    session.wait_for("ready");
    // The arrow keeps the key from being taken for the beginning of a paste.
    session.send("P\x1b[A");
    session.send("x".repeat(20_000));
    let ended = session.wait_exit();
    ended.assert_code(101);
    ended.assert_restored();
    let left = ended.bytes.windows(8).position(|window| window == b"\x1b[?1049l").unwrap();
    assert_eq!(count(&ended.bytes[left..], b"\x1b[?2026h"), 0, "{}", ended.screen.contents());
}

fn signalled(signal: Signal, code: u32) {
    let session = start(80, 24);
    session.signal(signal);
    let ended = session.wait_exit();
    ended.assert_code(code);
    ended.assert_restored();
    let told = String::from_utf8_lossy(&ended.bytes).contains("[draft kept]");
    assert!(told, "the program was not told that it ends");
}

#[test]
fn sigterm_restores_the_terminal() {
    signalled(Signal::TERM, 143);
}

#[test]
fn sighup_restores_the_terminal() {
    signalled(Signal::HUP, 129);
}

#[test]
fn sigint_restores_the_terminal() {
    signalled(Signal::INT, 130);
}

#[test]
fn sigquit_restores_the_terminal() {
    signalled(Signal::QUIT, 131);
}

#[test]
fn a_signal_ends_a_program_that_hangs() {
    let session = start(80, 24);
    session.send("h");
    session.wait_until("the program to hang", |session| count(&session.bytes(), b"[hangs]") == 1);
    session.signal(Signal::TERM);
    let ended = session.wait_exit();
    ended.assert_code(143);
    ended.assert_restored();
}

#[test]
fn a_closed_window_ends_the_program() {
    let mut session = start(80, 24);
    session.hang_up();
    gone(session);
}

#[test]
fn a_window_closed_without_a_signal_ends_the_program() {
    let mut session = start_unsignalled();
    session.hang_up();
    gone(session);
}

#[test]
fn a_window_closed_without_a_signal_ends_a_program_that_hangs() {
    let mut session = start_unsignalled();
    session.send("h");
    session.wait_until("the program to hang", |session| count(&session.bytes(), b"[hangs]") == 1);
    session.hang_up();
    gone(session);
}

#[test]
fn a_window_closed_in_the_middle_of_a_paste_ends_the_program() {
    let mut session = start_unsignalled();
    session.send("\x1b[200~open");
    session.hang_up();
    gone(session);
}

#[test]
fn a_closed_window_ends_a_program_that_was_told_to_ignore_it() {
    let mut session = start_script(r#"trap "" HUP; exec "$@""#, &[]);
    session.wait_for("ready");
    session.hang_up();
    gone(session);
}

#[test]
fn the_file_size_limit_does_not_kill() {
    let session = start_script(r#"ulimit -f 0; exec "$@""#, &[]);
    session.wait_for("ready");
    session.send("w");
    session.wait_until("the write", |session| count(&session.bytes(), b"[written: Err(FileTooLarge)]") == 1);
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
}

/// The program ends, and has not spun while it found out.
fn gone(session: Session) {
    let ended = session.wait_exit();
    ended.assert_code(129);
    if let Some(cpu) = ended.cpu {
        assert!(cpu < Duration::from_secs(2), "{cpu:?} of processor time");
    }
}

//! Ctrl-Z and back, under a shell with job control.

use crate::program::{start, start_script};
use crate::pty::Session;
use rustix::process::Signal;

/// Runs the program in a job whose shell is not the one that has the terminal, as `cargo run` has.
const NESTED: &str = r#"set -m; sh -c '"$@" </dev/tty & wait' sh "$@"; echo "job over"; read line"#;

/// Runs the program as a job; when it stops, waits for a line, and brings it back.
const JOB: &str = r#"set -m; "$@"; echo "job stopped"; read line; fg >/dev/null; echo "job over $?""#;

/// The same with a program in between, as `cargo run` is: it is part of the job and must stop too.
const JOB_OF_TWO: &str = r#"
    set -m; sh -c '"$@"; exit $?' sh "$@"
    echo "job stopped"; read line; fg >/dev/null; echo "job over $?""#;

fn stopped(session: &Session) {
    session.wait_for("job stopped");
    let screen = session.screen();
    assert!(session.is_cooked(), "still raw while stopped");
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
}

fn comes_back(session: &Session) {
    session.send("\n");
    session.wait_for("resumed");
    session.wait_until("the terminal to be taken again", |session| {
        session.screen().alternate_screen() && session.screen().hide_cursor() && !session.is_cooked()
    });
}

#[test]
fn ctrl_z_gives_the_terminal_back_until_the_program_goes_on() {
    let session = start_script(JOB, &[]);
    session.wait_for("ready");
    session.send("\x1a");
    stopped(&session);
    session.resize(60, 20);
    comes_back(&session);
    session.wait_for("ready 60x20 frame 60x20.");
    session.send("\x1a");
    session.wait_until("the second stop", |session| !session.screen().alternate_screen());
}

#[test]
fn a_program_that_came_back_ends_as_any_other() {
    let session = start_script(JOB, &[]);
    session.wait_for("ready");
    session.send("\x1a");
    stopped(&session);
    comes_back(&session);
    session.send("q");
    session.wait_for("job over 0");
    let ended = session.wait_exit();
    ended.assert_restored();
}

#[test]
fn ctrl_z_stops_the_whole_job() {
    let session = start_script(JOB_OF_TWO, &[]);
    session.wait_for("ready");
    session.send("\x1a");
    stopped(&session);
    comes_back(&session);
    session.send("q");
    session.wait_for("job over 0");
    session.wait_exit().assert_restored();
}

#[test]
fn ctrl_z_is_ignored_where_nobody_could_let_the_program_go_on() {
    let session = start(80, 24);
    session.send("\x1ax");
    session.wait_for("2 keys, last x.");
    session.signal(Signal::TSTP);
    session.send("q");
    session.wait_exit().assert_code(0);
}

#[test]
fn a_program_stopped_from_outside_draws_anew_when_it_goes_on() {
    let session = start(80, 24);
    session.signal(Signal::STOP);
    session.signal(Signal::CONT);
    session.wait_for("resumed 1.");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
}

#[test]
fn a_program_whose_shell_was_killed_ends() {
    let session = start_script(NESTED, &[]);
    session.wait_for("ready");
    session.send("k");
    // Nobody waits for it any more, so that its exit code is known from itself alone.
    session.wait_until("the program to end", |session| {
        String::from_utf8_lossy(&session.bytes()).contains("[exit 129]")
    });
}

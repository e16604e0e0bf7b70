//! Another program has the terminal for a while, as an editor does; and what is copied.

use crate::program::{BORROWER, COPIED, start, start_script, start_unseen};
use crate::pty::{Session, count};
use rustix::process::Signal;

/// Says that it runs, and ends with 3 at the line `end`; other lines it repeats.
const REPEATS: &str = r#"echo "borrower runs"; while read line; do
    [ "$line" = end ] && exit 3; echo "borrower read <$line>"; done"#;

/// The program that has lent its terminal to a script which has said that it runs.
fn lent(script: &str) -> Session {
    let session = start_unseen(80, 24, &[(BORROWER, script)]);
    session.wait_for("ready");
    session.send("v");
    session.wait_for("borrower runs");
    session
}

fn is_taken(session: &Session) -> bool {
    let screen = session.screen();
    screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste() && !session.is_cooked()
}

fn quits(session: Session) {
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
}

#[test]
fn the_borrower_gets_the_terminal_as_a_shell_would_give_it() {
    let session = lent(REPEATS);
    let screen = session.screen();
    assert!(session.is_cooked(), "still raw");
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    session.send("end\n");
    session.wait_for("lent: exit status: 3.");
    session.wait_until("the terminal to be taken back", is_taken);
    session.wait_for("ready 80x24");
    quits(session);
}

/// A reader that went on would take some of them; a hundred lines leave it no luck.
#[test]
fn every_key_is_the_borrowers_until_it_ends() {
    let session = lent(REPEATS);
    for number in 0..100 {
        session.send(format!("line {number}\n"));
        session.wait_for(&format!("borrower read <line {number}>"));
    }
    session.send("end\n");
    session.wait_for("lent: exit status: 3.");
    session.wait_for("1 keys, last v.");
    quits(session);
}

#[test]
fn no_key_is_lost_after_it_has_ended() {
    let session = lent("stty raw -echo; echo borrower runs; head -c 1 >/dev/null; stty sane");
    // The first is the borrower's, the others are ours, whether it is still there or not.
    session.send("Zabc");
    session.wait_for("4 keys, last c.");
    quits(session);
}

#[test]
fn the_screen_comes_back_at_the_size_that_the_window_has_then() {
    let session = lent(REPEATS);
    session.resize(60, 20);
    session.send("end\n");
    session.wait_for("ready 60x20 frame 60x20.");
    quits(session);
}

#[test]
fn the_keys_that_make_signals_are_the_borrowers() {
    let session = lent(
        r#"trap 'echo "interrupted"' INT; trap 'echo "quit"' QUIT; echo "borrower runs"
        while read line; do [ "$line" = end ] && exit 0; done; exit 9"#,
    );
    session.send("\x03");
    session.wait_for("interrupted");
    session.send("\x1c");
    session.wait_for("quit");
    session.send("end\n");
    session.wait_for("lent: exit status: 0.");
    quits(session);
}

#[test]
fn a_killed_borrower_is_told_and_the_terminal_is_taken_back() {
    let session = lent("stty -echo; echo borrower runs; read line; kill -9 $$");
    session.send("\n");
    session.wait_for("lent: signal: 9");
    session.wait_until("the terminal to be taken back", is_taken);
    quits(session);
}

#[test]
fn a_borrower_that_cannot_be_started_is_told() {
    let session = start(80, 24);
    session.send("v");
    session.wait_for("lent: NotFound.");
    session.wait_until("the terminal to be taken back", is_taken);
    quits(session);
}

#[test]
fn half_a_key_keeps_the_terminal_from_being_lent() {
    let session = start_unseen(80, 24, &[(BORROWER, REPEATS)]);
    session.wait_for("ready");
    session.send("v\x1b[");
    session.wait_for("lent: busy.");
    // The end of an arrow key; the next errand is done.
    session.send("A");
    session.wait_for("last Up.");
    session.send("v");
    session.wait_for("borrower runs");
    session.send("end\n");
    session.wait_for("lent: exit status: 3.");
    quits(session);
}

#[test]
fn what_a_borrower_reads_is_not_input_that_hangs() {
    let session = lent(REPEATS);
    session.send("one\n");
    session.wait_for("borrower read <one>");
    session.send("end\n");
    session.wait_for("lent: exit status: 3.");
    session.send("l");
    // Looks come twice a second: a warning would have come before the fourth.
    session.wait_for("4 looks.");
    assert!(!session.contents().contains("input waiting"), "{}", session.contents());
    quits(session);
}

#[test]
fn a_termination_while_the_terminal_is_lent_ends_the_program() {
    let session = lent("echo borrower runs; read line");
    session.signal(Signal::TERM);
    let ended = session.wait_exit();
    ended.assert_code(143);
    ended.assert_restored();
}

/// The borrower stops as vi does, and takes the whole job along.
#[test]
fn ctrl_z_in_the_borrower_stops_the_job_and_comes_back_to_it() {
    const JOB: &str = r#"set -m; "$@"; echo "job stopped"; read line; fg >/dev/null; echo "job over $?""#;
    let session = start_script(JOB, &[(BORROWER, REPEATS)]);
    session.wait_for("ready");
    session.send("v");
    session.wait_for("borrower runs");
    session.send("\x1a");
    session.wait_for("job stopped");
    session.send("\n");
    session.send("more\n");
    session.wait_for("borrower read <more>");
    assert!(!session.screen().alternate_screen(), "the terminal was taken from the borrower");
    session.send("end\n");
    session.wait_for("lent: exit status: 3.");
    session.send("q");
    session.wait_for("job over 0");
    session.wait_exit().assert_restored();
}

#[test]
fn what_is_copied_is_one_sequence_and_nothing_else() {
    let session = start(80, 24);
    session.send("y");
    session.wait_for("1 keys, last y.");
    let encoded = "5pWw5a2XIGVjb25vbXkKbGluZSB0d28=";
    let sequence = format!("\x1b]52;c;{encoded}\x1b\\");
    assert_eq!(COPIED.len(), 23);
    session.wait_until("the sequence", |session| count(&session.bytes(), sequence.as_bytes()) == 1);
    quits(session);
}

//! Every way to end, from every place where something half done could be lost.

use super::sitting::{FORM, LIST, PLACES, Place, QUERY, Sitting, desk};
use super::{Row, row, there};
use crate::desk::{CTRL_C, CTRL_Z, Desk, Opening};
use crate::pty::Session;
use rustix::process::{Pid, Signal, kill_process};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

const ENDING: [(&str, Signal, u32); 4] = [
    ("SIGTERM", Signal::TERM, 143),
    ("SIGHUP", Signal::HUP, 129),
    ("SIGINT", Signal::INT, 130),
    ("SIGQUIT", Signal::QUIT, 131),
];

/// Runs the program as a job; when it stops, waits for a line, and brings it back. The program's
/// own number is left where a test finds it.
const JOB: &str = r#"set -m; sh -c 'echo $$ >"$DESK/pid"; exec "$@"' sh "$@"
    echo "job stopped"; read line; $BEFORE fg >/dev/null; echo "job over $?""#;

pub fn rows() -> Vec<Row> {
    let mut rows = vec![
        row("quit: q", || Sitting::at(&LIST).quits()),
        row("quit: Ctrl-C", || quits_with(CTRL_C)),
        row("quit: from the palette", || quits_with(":quit\r")),
        row("error: a word that is no file ends before the terminal is taken", || {
            refused(r#""$@" no-such-file; exit $?"#, 2);
        }),
        row("error: an option that there is not", || refused(r#""$@" --no-such-option; exit $?"#, 2)),
        there(
            "error: while the terminal is taken",
            "pty/endings.rs::an_error_restores_the_terminal_and_is_seen",
        ),
        there("panic: in the main thread", "pty/endings.rs::a_panic_restores_the_terminal_and_is_seen"),
        there("panic: in another thread", "pty/endings.rs::a_panic_in_another_thread_ends_the_program"),
        there(
            "panic: with a backtrace, nothing is drawn after it",
            "pty/endings.rs::nothing_is_drawn_after_a_panic_in_another_thread",
        ),
        there(
            "hang: SIGTERM ends a program that hangs",
            "pty/endings.rs::a_signal_ends_a_program_that_hangs",
        ),
        there(
            "hang: a closed window ends a program that hangs",
            "pty/endings.rs::a_window_closed_without_a_signal_ends_a_program_that_hangs",
        ),
        row("hang-up: the window is closed", || hung_up(|desk| desk.open())),
        row("hang-up: SIGHUP is ignored", || {
            hung_up(|desk| desk.open_script(r#"trap "" HUP; exec "$@""#, Opening::default()));
        }),
        row("hang-up: in the middle of a paste, SIGHUP ignored", || {
            hung_up(|desk| {
                let session = desk.open_script(r#"trap "" HUP; exec "$@""#, Opening::default());
                session.wait_for("5 courses");
                session.send("\x1b[200~open");
                session
            });
        }),
        row("hang-up: under a shell that was killed", || {
            let (pid, sitting) = stopped(&LIST, CTRL_Z, "");
            sitting.session.signal(Signal::KILL);
            sitting.leaves_no_trace();
            // The kernel wakes an orphan with SIGHUP and SIGCONT; it must not stay.
            until_gone(pid);
        }),
        row("SIGTERM: while stopped", || {
            let (_, sitting) = stopped(&FORM, CTRL_Z, "kill %1;");
            sitting.session.send("\n");
            sitting.session.wait_for("job over 143");
            sitting.ends(0);
        }),
        row("SIGSTOP and SIGCONT: all is drawn anew", || {
            let sitting = Sitting::at(&LIST);
            let clears = |session: &Session| crate::pty::count(&session.bytes(), b"\x1b[2J");
            let before = clears(&sitting.session);
            sitting.session.signal(Signal::STOP);
            sitting.session.signal(Signal::CONT);
            sitting.session.wait_until("the screen anew", |session| clears(session) > before);
            sitting.answers();
            sitting.quits();
        }),
        row("SIGTSTP: ignored where no shell could bring it back", || {
            let sitting = Sitting::at(&LIST);
            sitting.session.signal(Signal::TSTP);
            sitting.answers();
            sitting.quits();
        }),
    ];
    for place in PLACES {
        for (name, signal, code) in ENDING {
            rows.push(row(format!("{name}: in {}", place.name), move || {
                let sitting = Sitting::at(&place);
                sitting.session.signal(signal);
                sitting.ends(code);
            }));
        }
        rows.push(row(format!("Ctrl-Z: in {}, and back", place.name), move || {
            comes_back(stopped(&place, CTRL_Z, "").1, &place);
        }));
        rows.push(row(format!("SIGTSTP: in {}, and back", place.name), move || {
            comes_back(stopped(&place, "", "").1, &place);
        }));
    }
    for (name, signal) in [("SIGKILL", Signal::KILL), ("SIGABRT", Signal::ABORT)] {
        rows.push(row(format!("{name}: nothing is lost, and the next start is as any"), move || {
            killed(signal);
        }));
    }
    for (name, signal, code) in ENDING.into_iter().filter(|it| it.1 != Signal::INT && it.1 != Signal::QUIT) {
        rows.push(row(format!("{name}: while the editor runs"), move || {
            let sitting = in_the_editor();
            sitting.session.signal(signal);
            sitting.ends(code);
        }));
    }
    rows.push(row("hang-up: while the editor runs", || {
        let mut sitting = in_the_editor();
        sitting.session.hang_up();
        sitting.leaves_no_trace().assert_code(129);
    }));
    rows.push(row("Ctrl-C: in the editor ends the editor alone", || {
        let sitting = in_the_editor();
        sitting.session.send(CTRL_C);
        sitting.session.wait_for("was killed");
        sitting.quits_after_the_editor();
    }));
    rows.push(row("SIGKILL: of the editor brings the screen back", || {
        let sitting = in_the_editor();
        let editor = number(&sitting.desk, "editor");
        kill_process(editor, Signal::KILL).unwrap();
        sitting.session.wait_for("was killed");
        sitting.quits_after_the_editor();
    }));
    rows
}

impl Sitting {
    fn quits_after_the_editor(self) {
        self.session.wait_until("the terminal to be taken back", |it| it.screen().alternate_screen());
        self.session.send(CTRL_C);
        self.ends(0);
    }
}

fn quits_with(keys: &'static str) {
    let sitting = Sitting::at(&LIST);
    sitting.session.send(keys);
    sitting.ends(0);
}

/// The program does not begin; the terminal is not touched.
fn refused(script: &str, code: u32) {
    let ended = Sitting::script(script, &[]).leaves_no_trace();
    ended.assert_code(code);
    // A message may be in colour; nothing else is asked of the terminal.
    let modes = crate::pty::count(&ended.bytes, b"\x1b[?");
    assert!(ended.cooked && modes == 0, "{:?}", String::from_utf8_lossy(&ended.bytes));
}

fn hung_up(open: impl FnOnce(&Desk) -> Session) {
    let mut sitting = Sitting::with(open);
    sitting.session.wait_for("5 courses");
    sitting.session.hang_up();
    let ended = sitting.leaves_no_trace();
    ended.assert_code(129);
    if let Some(cpu) = ended.cpu {
        assert!(cpu < Duration::from_secs(2), "{cpu:?} of processor time");
    }
}

/// The number of a process that has written it to the desk.
pub fn number(desk: &Desk, file: &str) -> Pid {
    let text = std::fs::read_to_string(desk.path(file)).unwrap();
    Pid::from_raw(text.trim().parse().unwrap()).unwrap()
}

/// A job that has stopped at this place, by a key or, without one, by a signal; `before` is what
/// the shell does before it brings the job back.
fn stopped(place: &Place, key: &str, before: &str) -> (Pid, Sitting) {
    let script = JOB.replace("$BEFORE", before);
    let sitting = Sitting::with(|desk| {
        let folder = desk.name(".");
        desk.open_script(&script, Opening { env: &[("DESK", &folder)], ..Opening::default() })
    });
    sitting.go(place);
    let pid = number(&sitting.desk, "pid");
    match key {
        "" => kill_process(pid, Signal::TSTP).unwrap(),
        key => sitting.session.send(key),
    }
    sitting.session.wait_for("job stopped");
    let screen = sitting.session.screen();
    assert!(sitting.session.is_cooked(), "still raw while stopped");
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    (pid, sitting)
}

fn comes_back(sitting: Sitting, place: &Place) {
    sitting.session.send("\n");
    sitting.session.wait_until("the terminal to be taken again", |it| it.screen().alternate_screen());
    sitting.is_at(place);
    sitting.session.send(CTRL_C);
    sitting.session.wait_for("job over 0");
    sitting.ends(0);
}

fn until_gone(pid: Pid) {
    let deadline = std::time::Instant::now() + Duration::from_secs(60);
    while rustix::process::test_kill_process(pid).is_ok() {
        assert!(std::time::Instant::now() < deadline, "the program is still there");
        std::thread::yield_now();
    }
}

/// No program can do anything about these. What it holds is on disk already.
fn killed(signal: Signal) {
    let sitting =
        Sitting::on(desk(), |desk| desk.open_script(r#"ulimit -c 0; exec "$@""#, Opening::default()));
    sitting.go(&QUERY);
    sitting.session.send("weld");
    sitting.session.wait_for("1 of 5");
    sitting.session.signal(signal);
    let (desk, ended) = sitting.leaves_its_desk();
    assert!(ended.killed.is_some(), "exit code {}", ended.code);
    let next = Sitting::on(desk, Desk::open);
    next.answers();
    next.quits();
}

/// The program whose plan an editor has open.
fn in_the_editor() -> Sitting {
    let desk = desk();
    desk.write("bin/vi", "#!/bin/sh\necho $$ >\"$DESK/editor\"; echo editor runs; read line\n");
    std::fs::set_permissions(desk.path("bin/vi"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let sitting = Sitting::on(desk, |desk| {
        let (editor, folder, catalog) = (desk.name("bin/vi"), desk.name("."), desk.name("catalog.toml"));
        let env = [("VISUAL", &*editor), ("DESK", &folder)];
        desk.open_with(Opening { args: &["-C", &catalog], env: &env, ..Opening::default() })
    });
    sitting.session.wait_for("5 courses");
    sitting.session.send("2");
    sitting.session.wait_for("Planned course");
    sitting.session.send("e");
    sitting.session.wait_for("editor runs");
    assert!(sitting.session.is_cooked() && !sitting.session.screen().alternate_screen());
    sitting
}

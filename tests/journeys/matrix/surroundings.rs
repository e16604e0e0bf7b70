//! What the program is started in: kinds of terminals, languages, no terminal at all, settings
//! that are wrong.

use super::sitting::Sitting;
use super::{Row, row};
use crate::pty::count;
use crate::sequences::{colours, take_apart};
use rustix::process::{Signal, kill_process};

pub fn rows() -> Vec<Row> {
    let mut rows = vec![
        row("no terminal: input from nowhere", || refused(r#""$@" </dev/null; exit $?"#, &[])),
        row("no terminal: input from a pipe", || refused(r#"echo jq | "$@"; exit $?"#, &[])),
        row("no terminal: input is closed", || refused(r#""$@" <&-; exit $?"#, &[])),
        row("no terminal: output into a pipe", || {
            refused(r#"{ "$@"; echo $? >"$DESK/code"; } | cat; exit "$(cat "$DESK/code")""#, &[]);
        }),
        row("no terminal: output into a file", || {
            refused(r#""$@" >"$DESK/out"; code=$?; cat "$DESK/out"; exit $code"#, &[]);
        }),
        row("no terminal: output is closed", || refused(r#""$@" >&-; exit $?"#, &[])),
        row("no terminal: neither", || {
            refused(r#"echo jq | { "$@"; echo $? >"$DESK/code"; } | cat; exit "$(cat "$DESK/code")""#, &[]);
        }),
        row("no terminal: neither, and messages into a file", || {
            refused(r#""$@" </dev/null >"$DESK/out" 2>&1; code=$?; cat "$DESK/out"; exit $code"#, &[]);
        }),
        row("TERM=dumb: lines in place of a screen", || {
            let sitting = in_lines();
            sitting.session.send("quit\n");
            undrawn(sitting, 0);
        }),
        row("TERM=dumb: SIGTERM ends it", || signalled_in_lines(Signal::TERM, 143)),
        row("TERM=dumb: SIGHUP ends it", || signalled_in_lines(Signal::HUP, 129)),
        row("TERM=dumb: Ctrl-C ends it", || {
            let sitting = in_lines();
            sitting.session.send(crate::desk::CTRL_C);
            undrawn(sitting, 130);
        }),
        row("TERM=dumb: the end of input ends it", || {
            let sitting = in_lines();
            sitting.session.send("\x04");
            undrawn(sitting, 0);
        }),
        row("NO_COLOR: no colour, and the cursor's row is reversed", || {
            colourless(&[], &[("NO_COLOR", "1")]);
        }),
        row("--color never: the same", || colourless(&["--color", "never"], &[])),
        row("--ascii: nothing else is drawn", ascii),
        row("ambiguous width 2: nothing of ambiguous width is the program's own", || {
            draws(&["--ambiguous-width", "2"], &[], |bytes| {
                assert!(!String::from_utf8_lossy(bytes).contains(['│', '─', '●', '✓']));
            });
        }),
        row("the mouse: asked for once, clicks and wheel only", || {
            draws(&[], &[], |bytes| assert_eq!(count(bytes, b"\x1b[?1000h\x1b[?1006h"), 1));
        }),
        row("--no-mouse: not asked for", || draws(&["--no-mouse"], &[], assert_no_mouse)),
        row("mouse = false in the settings: not asked for", || {
            configured("schema = 1\nmouse = false\n", assert_no_mouse);
        }),
        row("settings: no TOML", || configured("schema = 1\n[[[\n", |_| {})),
        row("settings: no text", || configured("schema = 1\ntheme = \"\u{0}\u{1b}[5m\"\n", |_| {})),
        row("settings: every value is wrong", || {
            configured(
                "schema = 1\ntheme = 1\nmouse = \"x\"\nascii = []\nambiguous-width = 7\nnope = 0\n",
                |_| {},
            );
        }),
        row("settings: a newer schema", || configured("schema = 99\nmouse = true\n", |_| {})),
    ];
    for term in ["xterm", "vt100", "linux", "screen", "tmux-256color", "no-such-terminal", ""] {
        rows.push(row(format!("TERM={term}"), move || draws(&[], &[("TERM", term)], |_| {})));
    }
    for (name, value) in
        [("LANG", "C"), ("LC_ALL", "C"), ("LC_ALL", "POSIX"), ("LANG", ""), ("LANG", "no_SUCH.latin1")]
    {
        rows.push(row(format!("{name}={value}"), move || draws(&[], &[(name, value)], |_| {})));
    }
    rows
}

/// Exit code 2, one clear line, and not one byte that drives a terminal.
fn refused(script: &str, env: &[(&str, &str)]) {
    let sitting = Sitting::with(|desk| {
        let folder = desk.name(".");
        let env = [env, &[("DESK", &*folder)]].concat();
        desk.open_script(script, crate::desk::Opening { env: &env, ..Default::default() })
    });
    let ended = sitting.leaves_no_trace();
    let text = String::from_utf8_lossy(&ended.bytes).into_owned();
    ended.assert_code(2);
    assert!(ended.cooked && text.contains("terminal"), "{text}");
    assert!(!ended.bytes.contains(&0x1b) && !text.contains("panicked"), "{text:?}");
}

/// The words-only session of a terminal that cannot move its cursor, under a shell that makes an
/// exit code of what has ended it.
fn in_lines() -> Sitting {
    let script = r#"trap : INT; sh -c 'echo $$ >"$DESK/pid"; exec "$@"' sh "$@"; exit $?"#;
    let sitting = Sitting::with(|desk| {
        let folder = desk.name(".");
        let env = [("TERM", "dumb"), ("DESK", &*folder)];
        desk.open_script(script, crate::desk::Opening { env: &env, ..Default::default() })
    });
    sitting.session.wait_for("> ");
    sitting
}

fn signalled_in_lines(signal: Signal, code: u32) {
    let sitting = in_lines();
    kill_process(super::ends::number(&sitting.desk, "pid"), signal).unwrap();
    undrawn(sitting, code);
}

/// It ends without having driven the terminal.
fn undrawn(sitting: Sitting, code: u32) {
    let ended = sitting.leaves_no_trace();
    ended.assert_code(code);
    assert!(ended.cooked && !ended.bytes.contains(&0x1b), "{:?}", String::from_utf8_lossy(&ended.bytes));
}

/// The program draws, moves its cursor and quits; `holds` looks at what it has written.
fn draws(args: &[&str], env: &[(&str, &str)], holds: impl Fn(&[u8])) {
    let sitting = Sitting::opened(args, env);
    sitting.answers();
    holds(&sitting.session.bytes());
    sitting.quits();
}

/// The same with this settings file, which stays as it is.
fn configured(settings: &str, holds: impl Fn(&[u8])) {
    let desk = super::sitting::desk();
    desk.write("settings.toml", settings);
    let sitting = Sitting::on(desk, |desk| {
        let (catalog, settings) = (desk.name("catalog.toml"), desk.name("settings.toml"));
        let args = ["-C", &catalog, "--config", &settings];
        desk.open_with(crate::desk::Opening { args: &args, ..Default::default() })
    });
    sitting.session.wait_for("5 courses");
    sitting.answers();
    holds(&sitting.session.bytes());
    assert_eq!(std::fs::read_to_string(sitting.desk.path("settings.toml")).unwrap(), settings);
    sitting.quits();
}

fn assert_no_mouse(bytes: &[u8]) {
    for asked in [&b"\x1b[?1000h"[..], b"\x1b[?1006h", b"\x1b[?1002h", b"\x1b[?1003h"] {
        assert_eq!(count(bytes, asked), 0);
    }
}

fn colourless(args: &[&str], env: &[(&str, &str)]) {
    draws(args, env, |bytes| {
        let taken = take_apart(bytes);
        assert!(!taken.styles.iter().any(|style| colours(style)), "{:?}", taken.styles);
        let reversed: String =
            taken.pieces.iter().filter(|it| it.reversed).map(|it| it.text.as_str()).collect();
        assert!(reversed.contains("Leading change"), "{reversed:?}");
    });
}

/// The small catalog's titles hold Chinese beside the English ones; all else is ASCII.
fn ascii() {
    draws(&["--ascii", "--lang", "en"], &[], |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let is_letter = |c: &char| c.is_alphabetic();
        let drawn: String = text.chars().filter(|c| !c.is_ascii() && !is_letter(c)).collect();
        assert_eq!(drawn, "");
    });
}

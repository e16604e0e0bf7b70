//! Input that does not end, floods of it, and a terminal that takes what is drawn too slowly.

use super::sitting::{FORM, LIST, Place, QUERY, Sitting};
use super::{Row, row, there};
use crate::desk::{CTRL_C, CTRL_L, CTRL_U};
use crate::pty::{Session, count};
use rustix::process::Signal;

/// What is half, its first part, and a rest that makes it whole.
const HALVES: [(&str, &[u8], &[u8]); 7] = [
    ("a key, ESC [", b"\x1b[", b"1;9Z"),
    ("a mouse report, ESC [ < 0 ; 1", b"\x1b[<0;1", b";900M"),
    ("a character, first byte of three", b"\xe6", b"\x95\xb0"),
    ("a character, two bytes of four", b"\xf0\x9f", b"\x98\x80"),
    ("a paste that stays open", b"\x1b[200~open", b"\x1b[201~"),
    ("an answer about the background", b"\x1b]11;rgb:0000/00", b"00/0000\x1b\\"),
    ("a string that nobody asked for", b"\x1bP1$r", b"0m\x1b\\"),
];

const ONE_MEGABYTE: usize = 1 << 20;

pub fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, half, rest) in HALVES {
        rows.push(row(format!("half: {name}: drawing goes on, SIGTERM ends it"), move || {
            let sitting = goes_on_after(half);
            sitting.session.signal(Signal::TERM);
            sitting.ends(143);
        }));
        rows.push(row(format!("half: {name}: the rest comes, keys go on"), move || {
            let sitting = goes_on_after(half);
            sitting.session.send(rest);
            // What was half may have been a paste or text; the keys behind it are keys.
            sitting.session.wait_until("a key to be taken", |session| {
                session.send("\x1b[B");
                // An answer may have changed the colours of the cursor's row, but not its mark.
                let screen = session.contents();
                screen.contains("│> ") && !screen.contains("│> Leading high")
            });
            sitting.session.send(CTRL_C);
            sitting.ends(0);
        }));
    }
    for place in [LIST, FORM, QUERY] {
        for (name, begin, end) in [("raw", "", ""), ("bracketed", "\x1b[200~", "\x1b[201~")] {
            rows.push(row(format!("1 MB pasted, {name}: into {}", place.name), move || {
                pasted(&place, [begin, &prose(), end].concat());
            }));
        }
    }
    rows.extend([
        row("slow reader, 64 B/s: SIGTERM ends it", || {
            let sitting = slowly();
            sitting.session.signal(Signal::TERM);
            // A frame may be cut off, and what gives the screen back may never arrive; the modes of
            // the terminal do not go through that line.
            let ended = sitting.leaves_no_trace();
            ended.assert_code(143);
            assert!(ended.cooked);
        }),
        row("slow reader, 64 B/s: keys count, and the newest frame is shown", || {
            let sitting = slowly();
            sitting.session.send("j");
            sitting.session.release_output();
            sitting.session.wait_until("the newest frame", |session| {
                crate::desk::rows(session).len() == 50
                    && crate::desk::selected(session).contains("Leading change")
            });
            sitting.quits();
        }),
        row("slow reader, 64 B/s: quitting gives back all that was taken", || {
            let sitting = slowly();
            sitting.session.send("q");
            sitting.session.release_output();
            sitting.ends(0);
        }),
        there(
            "no reader at all: SIGTERM ends it",
            "pty/output.rs::a_signal_ends_a_program_whose_terminal_does_not_read",
        ),
    ]);
    rows
}

/// The list, with half of something typed: it is still drawn at another size.
fn goes_on_after(half: &[u8]) -> Sitting {
    let sitting = Sitting::at(&LIST);
    sitting.session.send(half);
    let frames = |session: &Session| count(&session.bytes(), b"\x1b[?2026l");
    let before = frames(&sitting.session);
    sitting.session.resize(70, 20);
    sitting.session.wait_until("a frame of the new size", |session| frames(session) > before);
    sitting
}

/// Words with the letters of every key that changes something, on one line: an end of a line is the
/// Enter key where no brackets stand around it.
fn prose() -> String {
    let line = "a day dawned; up and away, exactly as Adam had said. Undo! x q ";
    line.repeat(ONE_MEGABYTE / line.len() + 1)
}

/// A paste does no harm: few frames, no file, and the next key is a key.
fn pasted(place: &Place, text: String) {
    let sitting = Sitting::at(place);
    sitting.session.send(text);
    match place.name {
        "the list" => {
            sitting.session.wait_for("Pasted text goes into a text field");
            sitting.answers();
        }
        "a form" => {
            sitting.session.wait_for("Undo! x q a day");
            sitting.session.wait_until("an empty field", |session| {
                session.send(CTRL_U);
                !session.contents().contains("Undo! x q a day")
            });
        }
        _ => {
            sitting.session.wait_for("at most 64 terms");
            sitting.session.send([CTRL_U, "weld"].concat());
            let found = |it: &Session| crate::desk::selected(it).contains("Welding");
            sitting.session.wait_until("the query", found);
        }
    }
    let frames = count(&sitting.session.bytes(), b"\x1b[?2026h");
    assert!(frames < 400, "{frames} frames for a megabyte");
    sitting.session.send([CTRL_C, CTRL_C].concat());
    sitting.ends(0);
}

/// A program whose terminal has begun to take 64 bytes a second while everything is drawn anew.
fn slowly() -> Sitting {
    let sitting = Sitting::opened(&[], &[]);
    sitting.session.slow_output();
    let before = sitting.session.bytes().len();
    sitting.session.resize(200, 50);
    // All of it again: more than the buffers on the way hold.
    sitting.session.send([CTRL_L; 4].concat());
    sitting.session.wait_until("some of a frame", |session| session.bytes().len() > before);
    sitting
}

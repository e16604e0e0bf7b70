//! Colours only where they are wanted, and a selected row that is seen without them: proved on the
//! bytes, since crossterm alone drops the colour and resets the reverse video with it.

use crate::desk::{Desk, Opening};
use crate::pty::{Session, count};
use crate::sequences::{Taken, colours, take_apart};

/// The bytes of a sitting that moves, searches, plans and opens a form.
fn sitting(session: &Session) -> Vec<u8> {
    session.wait_for("5 courses");
    session.send("j");
    session.wait_until("the cursor to move", |it| it.contents().contains("> Leading change"));
    session.send("/digital\r");
    session.wait_for("1 of 5");
    session.send("a");
    session.wait_for("saved: planned");
    session.send("d");
    session.wait_for("Record hours");
    session.bytes()
}

fn run(opening: Opening<'_>) -> (Vec<u8>, Taken) {
    let desk = Desk::new();
    let catalog = desk.name("catalog.toml");
    let args = [opening.args, &["-C", &catalog]].concat();
    let bytes = sitting(&desk.open_with(Opening { args: &args, ..opening }));
    let taken = take_apart(&bytes);
    (bytes, taken)
}

#[track_caller]
fn assert_reversed(taken: &Taken, text: &str) {
    let reversed: Vec<_> = taken.pieces.iter().filter(|it| it.reversed).map(|it| &*it.text).collect();
    assert!(reversed.concat().contains(text), "{text:?} is not among {reversed:?}");
}

#[track_caller]
fn assert_without_colour((bytes, taken): (Vec<u8>, Taken)) {
    let coloured: Vec<_> = taken.styles.iter().filter(|style| colours(style)).collect();
    assert!(coloured.is_empty(), "{coloured:?}");
    assert_reversed(&taken, "Leading change");
    // The same without our own reading of the bytes: from the reverse video on to the text,
    // nothing takes it back.
    let text = bytes.windows(16).position(|window| window == b"> Leading high-p").unwrap();
    let reverse = bytes[..text].windows(4).rposition(|window| window == b"\x1b[7m").unwrap();
    for reset in [&b"\x1b[m"[..], b"\x1b[0m", b"\x1b[27m", b"\x1b[;m"] {
        assert_eq!(
            count(&bytes[reverse..text], reset),
            0,
            "{:?}",
            String::from_utf8_lossy(&bytes[reverse..text])
        );
    }
}

#[test]
fn no_color_means_no_colour_and_a_selected_row_all_the_same() {
    assert_without_colour(run(Opening { env: &[("NO_COLOR", "1")], ..Opening::default() }));
}

#[test]
fn color_never_means_the_same() {
    assert_without_colour(run(Opening { args: &["--color", "never"], ..Opening::default() }));
}

#[test]
fn colours_are_there_where_nobody_minds() {
    let (_, taken) = run(Opening::default());
    assert!(taken.styles.iter().any(|style| colours(style)), "{:?}", taken.styles);
    assert_reversed(&taken, "Leading change");
}

#[test]
fn color_always_wins_over_no_color() {
    let (_, taken) =
        run(Opening { args: &["--color", "always"], env: &[("NO_COLOR", "1")], ..Opening::default() });
    assert!(taken.styles.iter().any(|style| colours(style)), "{:?}", taken.styles);
}

/// In each theme the row under the cursor has reverse video or a background of its own, and what
/// state a course is in is a word.
#[test]
fn every_theme_shows_the_selected_row_and_says_states_in_words() {
    for (theme, background) in [
        ("neutral", "\x1b[7m"),
        ("mono", "\x1b[7m"),
        ("dark", "48;2;57;80;122"),
        ("light", "48;2;191;214;244"),
        ("high-contrast", "48;2;255;227;107"),
    ] {
        let opening =
            Opening { args: &["--theme", theme], env: &[("COLORTERM", "truecolor")], ..Opening::default() };
        let (bytes, taken) = run(opening);
        assert!(count(&bytes, background.as_bytes()) > 0, "{theme}");
        let text: String = taken.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert!(text.contains("planned"), "{theme}");
        assert_eq!(count(&bytes, b"\x1b]11;?"), 0, "{theme}: there is nothing to ask");
        if theme == "mono" {
            assert!(!taken.styles.iter().any(|style| colours(style)), "{:?}", taken.styles);
        }
    }
}

/// The question goes out before the first frame; the answer changes colours and is never typed.
#[test]
fn the_terminals_answer_changes_the_theme_and_is_no_key() {
    let desk = Desk::new();
    let catalog = desk.name("catalog.toml");
    let session = desk.open_with(Opening {
        args: &["-C", &catalog],
        env: &[("COLORTERM", "truecolor")],
        ..Opening::default()
    });
    session.wait_for("5 courses");
    let before = session.contents();
    assert_eq!(count(&session.bytes(), b"\x1b]11;?\x1b\\"), 1);
    let light = b"38;2;29;92;163";
    // In pieces, each read by itself.
    for piece in ["\x1b]11;rgb:ff", "ff/ffff/f", "fff\x1b\\"] {
        session.send(piece);
    }
    session.wait_until("the light theme", |it| count(&it.bytes(), light) > 0);
    // Again and unasked: it goes nowhere, and the key behind it arrives.
    session.send("\x1b]11;rgb:0000/0000/0000\x07j");
    session.wait_until("the cursor to move", |it| it.contents() != before);
    assert_eq!(count(&session.bytes(), b"38;2;130;184;234"), 0, "the second answer changes nothing");
    assert!(session.contents().contains("5 courses"), "no letter of it was a key");
}

#[test]
fn a_terminal_that_would_show_the_question_is_not_asked() {
    for env in [&[("TERM", "linux")][..], &[("NO_COLOR", "1")]] {
        let (bytes, _) = run(Opening { env, ..Opening::default() });
        assert_eq!(count(&bytes, b"\x1b]11"), 0, "{env:?}");
    }
}

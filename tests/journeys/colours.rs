//! Colours only where they are wanted, and a selected row that is seen without them: proved on the
//! bytes, since crossterm alone drops the colour and resets the reverse video with it.

use crate::desk::{Desk, Opening};
use crate::pty::{Session, count};
use crate::sequences::{Taken, colours, take_apart};

/// The bytes of a sitting that moves, searches, plans and opens a form.
fn sitting(session: &Session) -> Vec<u8> {
    session.wait_for("5 courses");
    session.send("j");
    session.wait_until("the cursor to move", |it| crate::desk::selected(it).contains("Leading change"));
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

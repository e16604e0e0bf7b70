//! What cannot be saved is not lost from the screen, and what is pasted by mistake does no harm.

use crate::desk::{CTRL_C, CTRL_U, Desk, ENTER, TAB, selected};

#[test]
fn a_form_that_cannot_be_saved_stays_and_says_why() {
    let desk = Desk::new();
    // Not even root can make a folder below a file.
    desk.write("data", "a file where the folder should be");
    let session = desk.open();
    session.send(["d", TAB, CTRL_U, "11.25", ENTER].concat());
    session.wait_for("data");
    session.wait_until("a message beside what was typed", |session| {
        session.contents().contains("11.25")
            && session.contents().contains("Record hours")
            && !session.contents().contains("Enter save")
    });
    session.send([CTRL_C, CTRL_C].concat());
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
    assert_eq!(std::fs::read_to_string(desk.data()).unwrap(), "a file where the folder should be");
}

#[test]
fn a_plan_that_cannot_be_read_is_never_written_over() {
    let desk = Desk::new();
    desk.write("data/plan.toml", "schema = 1\n[[item]\n");
    let before = desk.record();
    let session = desk.open();
    session.wait_for("! shows");
    session.send("a");
    session.wait_for("plan.toml");
    session.send("q");
    session.wait_exit().assert_code(0);
    let plan = desk.record().into_iter().find(|(path, _)| path.ends_with("plan.toml"));
    assert_eq!(plan.as_ref(), before.first());
}

/// Prose with the letters of every key that changes something.
fn prose() -> String {
    "a day dawned; up and away, exactly as Adam had said. Undo! x q\n".repeat(200_000 / 63)
}

#[test]
fn a_bracketed_paste_outside_a_text_field_does_nothing() {
    let desk = Desk::new();
    desk.stdout(["plan", "add", "leading-teams"]);
    let session = desk.open();
    let before = desk.record();
    session.send(["\x1b[200~", &prose(), "\x1b[201~"].concat());
    session.wait_for("Pasted text goes into a text field");
    session.send("j");
    session.wait_until("the next key", |session| selected(session).contains("Leading change"));
    session.send("q");
    session.wait_exit().assert_code(0);
    assert_eq!(desk.record(), before);
}

/// The list, help, the problems and a form on a field that is chosen from have no use for text.
#[test]
fn a_raw_paste_outside_a_text_field_does_nothing() {
    let text = prose();
    for (keys, shown, after) in [
        ("", "5 courses", "Leading change"),
        ("2", "Planned on", "Leading high"),
        ("s", "Esc cancel", "Leading change"),
    ] {
        let desk = Desk::new();
        desk.stdout(["plan", "add", "leading-teams"]);
        let session = desk.open();
        let before = desk.record();
        session.send(keys);
        session.wait_for(shown);
        session.send(&text);
        session.wait_for("Pasted text goes into a text field");
        session.send("j");
        session.wait_until("the next key", |session| selected(session).contains(after));
        session.send(CTRL_C);
        let ended = session.wait_exit();
        ended.assert_code(0);
        let frames = crate::pty::count(&ended.bytes, b"\x1b[?2026h");
        assert!(frames < 200, "{frames} frames");
        assert_eq!(desk.record(), before, "{keys:?}");
    }
}

/// In a form and in the palette it is text, and Enter in it saves and runs nothing.
#[test]
fn a_raw_paste_into_a_text_field_stays_in_it() {
    for (keys, shown) in [("A", "Enter save"), (":", "Enter run")] {
        for (begin, end) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
            let desk = Desk::new();
            desk.stdout(["plan", "add", "leading-teams"]);
            let session = desk.open();
            let before = desk.record();
            session.send(keys);
            session.wait_for(shown);
            session.send([begin, &prose(), end].concat());
            session.wait_for("Undo! x q a day");
            session.send([CTRL_U, "weld"].concat());
            session.wait_until("the text to go", |session| !session.contents().contains("Undo! x q a day"));
            session.send([CTRL_C, CTRL_C].concat());
            session.wait_exit().assert_code(0);
            assert_eq!(desk.record(), before, "{keys:?}");
        }
    }
}

#[test]
fn a_paste_into_the_query_is_cut_and_stays_in_it() {
    for (begin, end) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
        let desk = Desk::new();
        let session = desk.open();
        session.send("/");
        session.wait_for("Esc leave");
        // One line: without the brackets the end of a line is the Enter key.
        session.send([begin, &prose().replace('\n', " "), end].concat());
        session.wait_for("at most 64 terms");
        session.send([CTRL_U, "weld"].concat());
        session.wait_until("the query", |session| selected(session).contains("Welding"));
        session.send(CTRL_C);
        session.wait_exit().assert_code(0);
        assert!(!desk.data().exists() || desk.record().is_empty());
    }
}

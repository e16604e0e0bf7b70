//! Out of the program and back in: the editor, the browser, the clipboard. Editors and browsers are
//! small scripts that say what they were given.

use crate::desk::{CTRL_C, Desk, ENTER, Opening, rows};
use crate::pty::{Session, count};
use std::os::unix::fs::PermissionsExt;

/// Writes a script to the desk's folder of programs.
fn script(desk: &Desk, name: &str, text: &str) {
    let path = format!("bin/{name}");
    desk.write(&path, format!("#!/bin/sh\n{text}\n"));
    std::fs::set_permissions(desk.path(&path), std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// The program on the small catalog with this editor; its folder of programs comes first.
fn open(desk: &Desk, editor: &str) -> Session {
    let path = format!("{}:/usr/bin:/bin", desk.name("bin"));
    let folder = desk.name(".");
    let env = [("PATH", &*path), ("EDITOR", "false"), ("VISUAL", editor), ("DESK", &folder)];
    let catalog = desk.name("catalog.toml");
    let session = desk.open_with(Opening { args: &["-C", &catalog], env: &env, ..Opening::default() });
    session.wait_for("5 courses");
    session
}

/// A desk with two planned courses, and the program on them.
fn on_plan(editor: &str) -> (Desk, Session) {
    let desk = Desk::new();
    script(&desk, "vi", editor);
    desk.stdout(["plan", "add", "leading-teams", "welding"]);
    let session = open(&desk, "vi -u 'no ne'");
    session.send("2");
    session.wait_for("Planned course");
    (desk, session)
}

fn said(session: &Session, text: &str) {
    session.wait_for(text);
    let screen = session.screen();
    assert!(screen.alternate_screen() && !session.is_cooked());
}

fn quits(session: Session) {
    session.send(CTRL_C);
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();
}

#[test]
fn the_editor_gets_the_plan_at_its_line_and_the_screen_comes_back_whole() {
    let (desk, session) = on_plan(r#"printf '%s\n' "$@" >"$DESK/given"; echo garbage on the screen"#);
    session.send("j");
    session.wait_for("> 2 Welding");
    let before = rows(&session);
    session.send("e");
    session.wait_for("nothing was changed in plan.toml");
    let plan = std::fs::read_to_string(desk.path("data/plan.toml")).unwrap();
    let line = plan.lines().position(|line| line.contains("welding")).unwrap();
    let given = std::fs::read_to_string(desk.path("given")).unwrap();
    assert_eq!(given, format!("-u\nno ne\n+{line}\n{}\n", desk.name("data/plan.toml")));
    let after = rows(&session);
    let (_, above) = after.split_last().unwrap();
    assert_eq!(above, &before[..before.len() - 1]);
    quits(session);
}

#[test]
fn what_the_editor_changed_is_said_and_shown() {
    let (_desk, session) = on_plan(r#"sed -i 's/^\[\[item\]\]$/&\nnote = "from the editor"/' "$4""#);
    session.send("e");
    said(&session, "the plan was changed: 2 changed");
    session.wait_for("from the editor");
    quits(session);
}

#[test]
fn a_mistake_is_said_with_its_line_and_the_list_of_problems_leads_back_to_it() {
    let (desk, session) = on_plan(
        r#"echo "$3" >>"$DESK/lines"; [ -f "$DESK/once" ] || echo 'by = nonsense' >>"$4"; touch "$DESK/once""#,
    );
    let lines = std::fs::read_to_string(desk.path("data/plan.toml")).unwrap().lines().count();
    session.send("e");
    said(&session, &format!("plan.toml:{}:", lines + 1));
    session.send("!");
    session.wait_for("Problems");
    session.send("e");
    session.wait_until("the editor to be called again", |_| {
        let given = std::fs::read_to_string(desk.path("lines")).unwrap_or_default();
        given.lines().last() == Some(&format!("+{}", lines + 1)) && given.lines().count() == 2
    });
    session.wait_for("nothing was changed");
    quits(session);
}

#[test]
fn a_course_of_a_catalog_is_edited_where_it_stands() {
    let desk = Desk::new();
    script(
        &desk,
        "hx",
        r#"file=${1%:*}; echo "${1##*:}" >"$DESK/line"; sed -i 's/Welding refresher/Welding anew/' "$file""#,
    );
    let session = open(&desk, "hx");
    session.send("G");
    session.wait_for("> Welding refresher");
    session.send("e");
    said(&session, "catalog.toml was changed: Welding anew");
    let catalog = std::fs::read_to_string(desk.path("catalog.toml")).unwrap();
    let id = catalog.lines().position(|line| line.contains("\"welding\"")).unwrap();
    assert_eq!(std::fs::read_to_string(desk.path("line")).unwrap(), format!("{id}\n"));
    quits(session);
}

#[test]
fn an_editor_that_fails_is_missing_or_is_killed_is_said() {
    for (editor, text) in [
        ("exit 3", "vi ended with 3; nothing was changed in plan.toml"),
        ("kill -9 $$", "vi was killed; nothing was changed in plan.toml"),
    ] {
        let (_desk, session) = on_plan(editor);
        session.send("e");
        said(&session, text);
        quits(session);
    }
    let desk = Desk::new();
    desk.stdout(["plan", "add", "welding"]);
    for (editor, text) in [
        ("no-such-editor -x", "there is no program no-such-editor"),
        ("'vi", "VISUAL or EDITOR is no command"),
    ] {
        let session = open(&desk, editor);
        session.send("2");
        session.wait_for("Planned course");
        session.send("e");
        said(&session, text);
        quits(session);
    }
}

#[test]
fn keys_are_the_editors_until_it_ends_and_ours_from_then_on() {
    let (desk, session) = on_plan(
        r#"echo editor runs; while read line; do echo "$line" >>"$DESK/typed"; [ "$line" = end ] && exit 0; done"#,
    );
    session.send("e");
    session.wait_for("editor runs");
    session.send("qqq\ndd\n");
    session.resize(80, 24);
    session.send("end\n");
    session.wait_for("nothing was changed");
    assert_eq!(std::fs::read_to_string(desk.path("typed")).unwrap(), "qqq\ndd\nend\n");
    session.send("1");
    session.wait_for("5 courses");
    assert_eq!(rows(&session).len(), 24);
    quits(session);
}

#[test]
fn entries_and_the_bundled_catalog_are_not_edited() {
    let desk = Desk::new();
    desk.saved(["done", "welding"]);
    let session = open(&desk, "false");
    session.send("3");
    session.wait_for("Totals");
    session.send("e");
    session.wait_for("entries are never rewritten: m records a correction");
    quits(session);
    let session = desk.open_with(Opening::default());
    session.wait_for("225 courses");
    session.send("e");
    session.wait_for("this catalog is inside the program");
    quits(session);
}

#[test]
fn the_browser_gets_the_address_and_no_terminal() {
    let desk = Desk::new();
    script(
        &desk,
        "browser",
        r#"echo drawn; read line; { echo "$1"; tty; : 2>/dev/null >/dev/tty && echo has a terminal; } >"$DESK/asked" 2>/dev/null"#,
    );
    let path = format!("{}:/usr/bin:/bin", desk.name("bin"));
    let folder = desk.name(".");
    let browser = desk.name("bin/browser");
    let env = [("PATH", &*path), ("BROWSER", &browser), ("DESK", &folder)];
    let catalog = desk.name("catalog.toml");
    let session = desk.open_with(Opening { args: &["-C", &catalog], env: &env, ..Opening::default() });
    session.wait_for("5 courses");
    session.send("o");
    session.wait_for("opening example.org in the browser");
    let asked = || std::fs::read_to_string(desk.path("asked")).unwrap_or_default();
    session.wait_until("the browser", |_| asked().contains("not a tty"));
    assert_eq!(asked(), "https://example.org/teams\nnot a tty\n");
    assert!(!session.contents().contains("drawn"));
    quits(session);
}

#[test]
fn a_browser_that_fails_is_said_and_other_schemes_are_refused() {
    let desk = Desk::new();
    script(&desk, "xdg-open", "exit 4");
    let text = std::fs::read_to_string(desk.path("catalog.toml")).unwrap();
    desk.write(
        "catalog.toml",
        text.replace("unit = \"day\"", "unit = \"day\"\nurl = \"file:///etc/passwd\""),
    );
    let session = open(&desk, "false");
    session.send("o");
    session.wait_for("xdg-open ended with 4; y u copies the address");
    session.send("G");
    session.wait_for("file:///etc/passwd");
    session.send("o");
    session.wait_for("not opened: file addresses are refused");
    quits(session);
}

#[test]
fn what_is_copied_is_one_osc_52_and_is_said() {
    let desk = Desk::new();
    let session = open(&desk, "false");
    session.send("yi");
    session.wait_for("copied the id (OSC 52): leading-teams");
    session.wait_for("set-clipboard on");
    // "leading-teams"
    let sequence = b"\x1b]52;c;bGVhZGluZy10ZWFtcw==\x1b\\";
    session.wait_until("the sequence", |session| count(&session.bytes(), sequence) == 1);
    session.send("yu");
    session.wait_for("copied the URL (OSC 52): https://example.org/teams");
    assert!(!session.contents().contains("set-clipboard"), "said twice");
    quits(session);
}

#[test]
fn the_editor_is_called_from_the_palette() {
    let (_desk, session) = on_plan("true");
    session.send(":");
    session.wait_for("Commands");
    session.send("open in the editor");
    session.wait_for("at its line");
    session.send(ENTER);
    said(&session, "nothing was changed in plan.toml");
    quits(session);
}

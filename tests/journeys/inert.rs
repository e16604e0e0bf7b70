//! Text from outside never drives the terminal: a catalog and a record that try it in every field,
//! and everything that the program then writes, byte by byte.

use crate::desk::{CTRL_C, Desk, ENTER, ESC, Opening};
use crate::pty::Session;
use crate::sequences::{drives, take_apart};

/// As TOML spells it: set the title, blink, both again with C1, ring, go back, turn the reading
/// direction, end the line.
const EVIL: &str =
    r"E\u001b]0;pwn\u0007\u001b[5;45m\u009b5;45m\u009d0;pwn\u009c\b\r\u202e\u2066\u200f\u061c\u2028\u007fV";

fn evil_course(id: &str) -> String {
    let fields =
        ["summary", "provider", "url", "assessment", "credential", "source", "note", "language", "grade_of"];
    let mut text = format!("[[course]]\nid = \"{id}\"\n");
    text += &format!(
        "title = {{ en = \"Evil {id} {EVIL}\", zh = \"数字 Evil {id} {EVIL}\", translated = [\"zh\"] }}\n"
    );
    text += &format!("topics = [\"{EVIL}\"]\ninstructors = [\"{EVIL}\"]\ntrack = \"evil\"\n");
    text += &format!("hours = {{ min = 1, max = 2, basis = \"{EVIL}\" }}\n");
    for field in fields.iter().filter(|field| **field != "grade_of") {
        text += &format!("{field} = \"{field} {EVIL}\"\n");
    }
    text + &format!("[[course.session]]\nstart = 2026-12-01\nplace = \"{EVIL}\"\n\n")
}

/// A desk on which everything is evil that can be.
fn evil_desk() -> Desk {
    let desk = Desk::new();
    let head = format!(
        "schema = 1\n[catalog]\nid = \"evil\"\ntitle = \"{EVIL}\"\n\n[[track]]\nid = \"evil\"\ntitle = \"{EVIL}\"\n\n"
    );
    desk.write("evil/good.toml", [head, evil_course("one"), evil_course("two")].concat());
    let broken =
        format!("schema = 1\n[[course]]\nid = \"{EVIL}\"\ntitle = 1\n\"{EVIL}\" = 1\nlevel = \"{EVIL}\"\n");
    desk.write("evil/\u{1b}]0;pwn\u{7}\u{1b}[5;45m\u{202e}broken.toml", broken);
    desk.write("evil/raw.toml", "schema = 1\n\"\u{9b}5;45m\u{202e}\" = \u{9b}5;45m\u{1b}[5;45m\u{202e}\n");
    let plan = format!(
        "schema = 1\n\n[[item]]\ncourse = \"one\"\ntitle = \"Evil {EVIL}\"\nadded = 2026-01-01\nwhy = \"{EVIL}\"\nnote = \"{EVIL}\"\n\n\
         [[item]]\ncourse = \"gone\"\ntitle = \"Gone {EVIL}\"\nadded = 2026-01-01\nwhy = \"{EVIL}\"\nnote = \"{EVIL}\"\n"
    );
    desk.write("data/plan.toml", plan);
    let entry = format!(
        "schema = 1\nid = \"e1\"\ndate = 2026-05-20\ntitle = \"Evil entry {EVIL}\"\nhours = 1.5\ncategories = [\"professional\"]\n\
         provider = \"{EVIL}\"\nurl = \"{EVIL}\"\nnote = \"{EVIL}\"\n\
         evidence = [{{ sha256 = \"{}\", name = \"{EVIL}.pdf\" }}]\nrecorded = 2026-05-20T10:00:00Z\n",
        "ab".repeat(32)
    );
    desk.write("data/hours/2026/2026-05-20-e1.toml", entry);
    desk.write(
        "data/hours/2026/2026-05-21-e2.toml",
        format!("schema = 1\nid = \"{EVIL}\"\n\"{EVIL}\" = \"{EVIL}\"\n"),
    );
    desk
}

#[track_caller]
fn assert_inert(what: &str, bytes: &[u8]) {
    let taken = take_apart(bytes);
    assert!(taken.foreign.is_empty(), "{what}: {:#?}", taken.foreign);
    // Nothing of ours has such a ground.
    assert!(!taken.styles.iter().any(|style| style == "5;45"), "{what}: a style of the payload");
}

/// Leaves a form.
fn leave(session: &Session) {
    session.send(ESC);
    session.wait_until("the form to close", |session| !session.contents().contains("Esc"));
}

/// Waits until what is shown has come to rest on `text`.
fn look(session: &Session, keys: &str, text: &str) {
    session.send(keys);
    session.wait_for(text);
}

#[test]
fn the_views_write_nothing_but_their_own_sequences() {
    for lang in ["C.UTF-8", "zh_CN.UTF-8"] {
        let desk = evil_desk();
        let folder = desk.name("evil");
        let session =
            desk.open_with(Opening { args: &["-C", &folder], env: &[("LANG", lang)], size: (140, 50) });
        session.wait_for("Evil one");
        // The course in full, its end too.
        look(&session, "J", "Evil one");
        session.send("60J");
        // What was saved, named in the last line.
        look(&session, "j", "Evil two");
        look(&session, "a", "two E");
        look(&session, "!", "broken.toml");
        session.send("q");
        look(&session, "2", "Gone");
        look(&session, "j", "Gone");
        look(&session, "m", "Esc");
        leave(&session);
        look(&session, "3", "Evil entry");
        look(&session, "m", "Esc");
        look(&session, ENTER, "Evil entry");
        look(&session, "1", "Evil one");
        look(&session, "d", "Esc");
        session.send(ENTER);
        session.send([CTRL_C, CTRL_C].concat());
        let ended = session.wait_exit();
        ended.assert_code(0);
        assert_inert(lang, &ended.bytes);
    }
}

#[test]
fn commands_write_no_sequence_of_anybody_else() {
    let desk = evil_desk();
    let folder = desk.name("evil");
    let commands: [&[&str]; 12] = [
        &["list"],
        &["list", "--format", "json"],
        &["list", "--format", "csv"],
        &["list", "--format", "tsv", "--quiet"],
        &["list", "\u{1b}[5;45m\u{202e}evil:x"],
        &["show", "one", "two"],
        &["show", "one", "--format", "json"],
        &["show", "\u{1b}[5;45m\u{9b}5;45m\u{202e}"],
        &["plan", "list"],
        &["plan", "list", "--format", "json"],
        &["log", "list"],
        &["log", "show", "e1"],
    ];
    for command in commands {
        let args = [command, &["-C", &folder]].concat();
        // To a terminal, where the table is laid out and coloured.
        let ended = desk.open_with(Opening { args: &args, ..Opening::default() }).wait_exit();
        // The tabs of tab-separated values are its own.
        let bytes = String::from_utf8(ended.bytes.clone()).unwrap();
        let bytes = if command.contains(&"tsv") { bytes.replace('\t', " ") } else { bytes };
        assert_inert(&format!("{command:?}"), bytes.as_bytes());
        assert!(!ended.bytes.is_empty());
        // To a pipe: not even our own.
        let output = desk.run(&args);
        for text in [&output.stdout, &output.stderr] {
            let tsv = command.contains(&"tsv");
            let found: Vec<char> = text.chars().filter(|c| drives(*c) && !(tsv && *c == '\t')).collect();
            assert!(found.is_empty(), "{command:?}: {found:?} in {output}");
        }
    }
}

//! Somebody else works on the same files: the command line, a second window, an editor.

use crate::desk::{CTRL_U, Desk, ENTER, Opening, TAB, row_with, selected};
use crate::pty::Session;

fn planned(desk: &Desk) -> Vec<String> {
    let plan = desk.json(["plan", "list", "--format", "json"]);
    plan["items"].as_array().unwrap().iter().map(|item| item["course"].as_str().unwrap().to_owned()).collect()
}

fn recorded(desk: &Desk) -> usize {
    desk.json(["log", "list", "--format", "json"])["entries"].as_array().unwrap().len()
}

#[test]
fn what_a_command_saves_is_on_the_screen_and_stays_after_the_next_save() {
    let desk = Desk::new();
    let session = desk.open();
    desk.stdout(["plan", "add", "welding"]);
    session.wait_until("the plan's change", |session| row_with(session, &["Welding", "planned"]));
    desk.saved(["done", "leading-change", "--hours", "7"]);
    session.wait_for("2026: 7 h completed");

    session.send("a");
    session.wait_for("saved: planned Leading high-performance teams");
    session.send("q");
    session.wait_exit().assert_code(0);
    assert_eq!(planned(&desk), ["welding", "leading-teams"]);
    assert_eq!(recorded(&desk), 1);
}

#[test]
fn a_form_keeps_what_is_typed_while_a_command_saves() {
    let desk = Desk::new();
    let session = desk.open();
    session.send(["d", TAB, CTRL_U, "11.25"].concat());
    session.wait_for("11.25");
    desk.saved(["done", "welding"]);
    session.wait_for("2026: 0.5");
    session.wait_for("11.25");
    session.send(ENTER);
    session.wait_for("saved: 11.25 h on 2026-11-21");
    assert_eq!(recorded(&desk), 2);
}

#[test]
fn two_windows_show_and_keep_each_others_changes() {
    let desk = Desk::new();
    let (left, right) = (desk.open(), desk.open());
    left.send("a");
    left.wait_for("saved: planned Leading high-performance teams");
    right.wait_until("the left one's change", |right| row_with(right, &["Leading high", "planned"]));
    right.send(["d", ENTER].concat());
    right.wait_for("saved: 24 h on 2026-11-21");
    left.wait_for("2026: 24 h completed");
    // One history: what the right one has recorded, the left one takes back.
    left.send("u");
    left.wait_for("undone: 24 h");
    right.wait_for("2026: no hours completed");
    for session in [left, right] {
        session.send("q");
        session.wait_exit().assert_code(0);
    }
    assert_eq!(planned(&desk), ["leading-teams"]);
}

/// A folder with the small catalog and a second file, opened, the cursor on its second course.
fn on_a_folder(desk: &Desk) -> Session {
    desk.write("folder/main.toml", std::fs::read(desk.path("catalog.toml")).unwrap());
    desk.write("folder/more.toml", course("sailing", "Sailing"));
    let folder = desk.name("folder");
    let session = desk.open_with(Opening { args: &["-C", &folder], ..Opening::default() });
    session.wait_for("6 courses");
    session.send("j");
    session.wait_until("the cursor to move", |session| selected(session).contains("Leading change"));
    session
}

fn course(id: &str, title: &str) -> String {
    format!("schema = 1\n\n[[course]]\nid = \"{id}\"\ntitle = \"{title}\"\n")
}

#[test]
fn a_catalog_file_that_changes_changes_the_list_under_a_cursor_that_stays() {
    let desk = Desk::new();
    let session = on_a_folder(&desk);
    // It is read before the others, so that all rows move.
    desk.write("folder/a.toml", course("rowing", "Rowing"));
    session.wait_for("7 courses");
    session.wait_for("Rowing");
    assert!(selected(&session).contains("Leading change"), "{}", session.contents());
    std::fs::remove_file(desk.path("folder/a.toml")).unwrap();
    session.wait_for("6 courses");
    assert!(selected(&session).contains("Leading change"), "{}", session.contents());
}

#[test]
fn a_catalog_file_that_breaks_is_named_and_the_others_stay() {
    let desk = Desk::new();
    let session = on_a_folder(&desk);
    desk.write("folder/more.toml", "schema = 1\n\n[[course]]\nid = \"sailing\"\ntitle = Sailing\n");
    session.wait_for("1 file skipped");
    session.wait_for("5 courses");
    assert!(selected(&session).contains("Leading change"), "{}", session.contents());
    session.send("!");
    session.wait_for("more.toml:5");
    session.send("q");
    session
        .wait_until("the list of problems to close", |session| !session.contents().contains("more.toml:5"));
    desk.write("folder/more.toml", course("sailing", "Sailing"));
    session.wait_for("6 courses");
    session.wait_until("the problem to be gone", |session| !session.contents().contains("skipped"));
    session.send("q");
    session.wait_exit().assert_code(0);
}

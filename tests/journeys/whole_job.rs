//! The whole job, as somebody does it who has just heard of the program: find, narrow, plan,
//! record, undo, redo, quit, and find everything there again, on the screen and from a script.

use crate::desk::{CTRL_U, Desk, ENTER, Opening, TAB, clear_query, row_with, selected};
use crate::pty::Session;

const NARROW: &str = "hours:<=40 language:en";

/// Waits until the list shows what the command line finds for the same query, best first.
fn shows_what_list_finds(session: &Session, desk: &Desk, query: &str) -> Vec<String> {
    let list = desk.bundled_json(&["list", query, "--format", "json"]);
    let titles: Vec<String> = list["courses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["title"].as_str().unwrap().to_owned())
        .collect();
    let count = format!("{} of 225", list["matched"]);
    session.wait_for(&count);
    assert!(titles.len() >= 2, "{query}: {titles:?}");
    titles
}

/// The beginning of a title, as much as a list column surely shows.
fn beginning(title: &str) -> String {
    title.chars().take(12).collect()
}

#[test]
fn find_plan_record_undo_redo_and_find_it_there_again() {
    let desk = Desk::new();
    let opening = Opening { size: (120, 36), ..Opening::default() };
    let session = desk.open_with(opening);
    session.wait_for("225 courses");

    session.send("/leader");
    let leaders = shows_what_list_finds(&session, &desk, "leader");
    assert!(leaders[0].contains("Leader"), "{leaders:?}");
    assert!(selected(&session).contains(&beginning(&leaders[0])), "{}", session.contents());

    clear_query(&session);
    session.send("/szjj");
    shows_what_list_finds(&session, &desk, "szjj");
    assert!(selected(&session).contains("数字经济"), "{}", session.contents());

    clear_query(&session);
    session.send(["/", NARROW, ENTER].concat());
    let found = shows_what_list_finds(&session, &desk, NARROW);
    session.send("a");
    session.wait_for(&format!("saved: planned {}", found[0]));
    session.send("ja");
    session.wait_for(&format!("saved: planned {}", found[1]));

    session.send("d");
    session.wait_for("Record hours");
    // From the date to the hours, and something else than the catalog offers.
    session.send([TAB, CTRL_U, "3.5", ENTER].concat());
    session.wait_for("saved: 3.5 h on 2026-11-21");
    session.wait_for("2026: 3.5 h completed");
    session.send("u");
    session.wait_for("undone: 3.5 h");
    session.wait_for("2026: no hours completed");
    session.send("U");
    session.wait_for("done again: 3.5 h");
    session.wait_for("2026: 3.5 h completed");
    session.send("q");
    let ended = session.wait_exit();
    ended.assert_code(0);
    ended.assert_restored();

    let session = desk.open_with(opening);
    session.wait_for("2026: 3.5 h completed");
    session.send("2");
    session.wait_until("the plan", |session| {
        row_with(session, &[&beginning(&found[0]), "planned"])
            && row_with(session, &[&beginning(&found[1]), "completed"])
    });
    session.send("3");
    session
        .wait_until("the entry", |session| row_with(session, &["2026-11-21", &beginning(&found[1]), "3.5"]));
    session.send("qq");
    session.wait_exit().assert_code(0);

    let log = desk.bundled_json(&["log", "list", "--format", "json"]);
    let entries: Vec<_> =
        log["entries"].as_array().unwrap().iter().filter(|entry| entry["void"] == false).collect();
    assert_eq!(entries.len(), 1, "{log}");
    assert_eq!((&entries[0]["hours"], &entries[0]["date"]), (&3.5.into(), &"2026-11-21".into()));
    assert_eq!(entries[0]["title"], *found[1]);
    assert!(entries[0]["recorded"].is_string(), "{log}");
    let plan = desk.bundled_json(&["plan", "list", "--format", "json"]);
    let planned: Vec<_> =
        plan["items"].as_array().unwrap().iter().map(|item| (&item["title"], &item["status"])).collect();
    assert_eq!(
        planned,
        [(&found[0].as_str().into(), &"planned".into()), (&found[1].as_str().into(), &"completed".into())]
    );
}

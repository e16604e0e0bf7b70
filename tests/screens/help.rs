//! Help and palette: every action with its key, found by a word or by the key.

use super::*;
use tuition::app::model::View;

#[test]
fn the_keys_of_the_catalog() {
    assert_snapshot!(screen("80x24", "?"));
}

#[test]
fn the_keys_of_the_plan_on_a_wide_terminal() {
    assert_snapshot!(At::size("120x36").lived_in().open("2?"));
}

#[test]
fn every_command() {
    assert_snapshot!(screen("120x36", ":"));
}

#[test]
fn commands_are_found_by_a_word() {
    assert_snapshot!(screen("80x24", ":hours"));
}

#[test]
fn a_key_finds_its_command_first() {
    let mut screen = screen("80x24", "?u");
    assert!(screen.rows().iter().any(|row| row.contains("u  ") && row.contains("Undo")), "{screen}");
    let first = screen.runs().into_iter().find(|run| run.role == Role::Selected).unwrap();
    assert!(first.text.starts_with("u ") && first.text.contains("Undo"), "{first:?}");
    screen.press("<Ctrl+u>g p");
    let first = screen.runs().into_iter().find(|run| run.role == Role::Selected).unwrap();
    assert!(first.text.contains("Go to the plan"), "{first:?}");
}

#[test]
fn enter_runs_the_command() {
    let mut screen = screen("80x24", ":go to the plan<Enter>");
    assert_eq!(screen.model().view, View::Plan);
    screen.press(":add to the plan<Enter>");
    assert!(screen.says("Not possible here: Add to the plan"), "{screen}");
}

#[test]
fn escape_and_an_empty_backspace_close() {
    let mut screen = screen("80x24", ":x<Backspace>");
    assert!(screen.model().layer.is_some());
    screen.press("<Backspace>");
    assert!(screen.model().layer.is_none());
    screen.press("?<Esc>");
    assert!(screen.model().layer.is_none() && !screen.model().quit);
}

#[test]
fn nothing_found() {
    let screen = screen("80x24", ":xyzzy");
    assert!(screen.says("Nothing found."), "{screen}");
}

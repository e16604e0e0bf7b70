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

/// What does not fit is not cut off in silence: the lower border says where one is, of how many.
#[test]
fn a_list_that_does_not_fit_says_where_one_is() {
    let place = |screen: &Screen| {
        let said = screen.rows().into_iter().find_map(|row| {
            let (before, after) = row.rsplit_once('/')?;
            let number = |text: &str, end: bool| {
                let digits = |c: &char| c.is_ascii_digit();
                let found: String = match end {
                    true => {
                        text.chars().rev().take_while(digits).collect::<Vec<_>>().into_iter().rev().collect()
                    }
                    false => text.chars().take_while(digits).collect(),
                };
                found.parse::<usize>().ok()
            };
            row.starts_with([' ', '╰']).then_some(())?;
            Some((number(before, true)?, number(after, false)?))
        });
        said.unwrap_or_else(|| panic!("{screen}"))
    };
    for keys in ["?", ":"] {
        let mut screen = screen("60x15", keys);
        let (at, of) = place(&screen);
        assert!(at == 1 && of > 20, "{screen}");
        screen.press("<Down><Down>");
        assert_eq!(place(&screen), (3, of), "{screen}");
    }
    let fits = screen("120x36", ":sort by title");
    assert!(fits.rows().iter().all(|row| !row.contains("1/")), "{fits}");
}

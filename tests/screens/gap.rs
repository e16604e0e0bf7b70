//! What closes a gap: courses in the order of their gain, what each would change, and the bar of what
//! is tried out.

use super::*;
use tuition::app::model::View;

#[test]
fn from_a_rule_of_the_status_view_to_the_courses_that_fill_it() {
    assert_snapshot!(At::size("120x36").following().open("4G"));
}

#[test]
fn the_bar_follows_cursor_and_marks() {
    let screen = At::size("80x24").following().open("/fills:cn-mohrss<Enter>");
    assert!(screen.says("with this course"), "{screen}");
    assert_snapshot!(At::size("80x24").following().open("/fills:cn-mohrss<Enter><Space><Space>"));
}

#[test]
fn marks_alone_are_tried_out_under_the_followed_rule() {
    let screen = At::size("120x36").following().open("<Space>");
    assert!(screen.says("cn-mohrss") && screen.says("with marks"), "{screen}");
    let nothing_followed = At::size("120x36").lived_in().open("<Space>");
    assert!(!nothing_followed.says("with marks"), "{nothing_followed}");
}

#[test]
fn the_gap_in_chinese_and_without_colours() {
    let at = At::size("120x24").chinese().colourless().following();
    assert_snapshot!(at.open("/fills:cn-mohrss/professional<Enter>"));
}

#[test]
fn on_a_low_screen_the_courses_keep_their_lines() {
    assert_snapshot!(At::size("60x15").following().open("/fills:cn-mohrss<Enter>"));
}

#[test]
fn a_rule_that_is_not_there_is_named_and_the_list_stays() {
    let screen = At::size("80x24").following().open("/fills:cn-mohrs lead<Enter>");
    assert!(screen.says("did you mean \"cn-mohrss\"?"), "{screen}");
}

/// Into the catalog and back again; the second `q` is the one that would leave it.
#[test]
fn q_leads_back_to_the_view_that_the_gap_was_asked_from() {
    let mut screen = At::size("80x24").following().open("4G");
    assert_eq!(screen.model().view, View::Catalog);
    screen.press("q");
    assert_eq!((screen.model().view, screen.model().quit), (View::Status, false));
    screen.press("Gq1q");
    assert!(screen.model().quit, "by the catalog's own key there is no way back");
}

#[test]
fn a_gap_that_no_course_fills_is_not_a_search_that_found_nothing() {
    let fills = "No course in this catalog would lessen this gap.";
    let screen = At::size("80x24").following().open("/fills:state-pe/ethics<Enter>");
    assert!(screen.says(fills), "{screen}");
    let screen = At::size("80x24").following().open("/fills:cn-mohrss nothinglikeit<Enter>");
    assert!(!screen.says(fills) && screen.says("No course"), "{screen}");
}

/// What is known of a gap is known only until the record, the plan or the day changes.
#[test]
fn a_gap_is_worked_out_anew_when_its_figures_change() {
    let mut screen = At::size("120x36").following().open("/fills:cn-mohrss<Enter>");
    assert!(screen.says("now 46"), "{screen}");
    screen.press("<<<<<<");
    let top = |screen: &crate::Screen| screen.rows()[0].clone();
    assert!(top(&screen).contains("state-pe") && top(&screen).contains("at risk"), "{screen}");
    screen.press("4");
    assert!(screen.says("on track · 1 other at risk"), "one rule in order hides no other: {screen}");
    screen.press("1=>>>");
    assert!(screen.says("as of 2027-01-21") && screen.says("now 0"), "{screen}");
    screen.press("=");
    assert!(screen.says("now 46"), "{screen}");
}

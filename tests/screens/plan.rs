//! The plan: order, target date, why, and how far each course is.

use super::*;

#[test]
fn an_empty_plan_says_how_to_fill_it() {
    assert_snapshot!(screen("80x24", "2"));
}

#[test]
fn a_plan() {
    assert_snapshot!(At::size("80x24").lived_in().open("2"));
}

#[test]
fn a_plan_on_a_wide_terminal() {
    assert_snapshot!(At::size("120x36").lived_in().open("2j"));
}

#[test]
fn a_planned_course_that_is_in_no_catalog() {
    assert_snapshot!(At::size("80x24").lived_in().open("2G"));
}

fn order(screen: &Screen) -> Vec<&str> {
    screen.model().record.plan.items.iter().map(|item| item.course.as_str()).collect()
}

#[test]
fn a_course_is_moved_and_the_cursor_goes_with_it() {
    let mut screen = At::size("80x24").lived_in().open("2<Alt+Down><Alt+j>");
    assert_eq!(order(&screen)[2], "leading-change");
    assert!(screen.says("> 3 Leading change"), "{screen}");
    assert!(screen.says("saved: moved Leading change to place 3"), "{screen}");
    screen.press("<Alt+Up>");
    assert_eq!(order(&screen)[1], "leading-change");
    screen.press("uuu");
    assert_eq!(order(&screen)[0], "leading-change");
    screen.press("<Alt+Up>");
    assert!(screen.says("Not possible here: Move the planned course up"), "{screen}");
}

#[test]
fn target_date_and_why_are_changed() {
    let mut screen = At::size("80x24").lived_in().open("2jm");
    assert_snapshot!("the_form_of_a_planned_course", screen);
    screen.press("2027-02-31");
    assert!(screen.says("there is no such day"), "{screen}");
    screen.press("<Enter>");
    assert!(screen.says("2027-02-31"), "what was typed stays: {screen}");
    screen.press("<Ctrl+u>2027-02-28<Tab>For the new line<Enter>");
    assert!(screen.says("saved: changed the plan for Digital economy empowering industry"), "{screen}");
    assert!(screen.says("Target date 2027-02-28 Why For the new line"), "{screen}");
    let plan = std::fs::read_to_string(screen.data().join("plan.toml")).unwrap();
    assert!(plan.contains("by = 2027-02-28"), "{plan}");
}

#[test]
fn a_course_is_given_up_and_stays() {
    let screen = At::size("80x24").lived_in().open("2jm<Tab><Tab><Tab><Space><Enter>");
    assert!(screen.says("Given up 2026-11-21"), "{screen}");
    assert_eq!(screen.model().record.plan.items.len(), 4);
}

#[test]
fn hours_of_a_planned_course_change_its_state() {
    let mut screen = At::size("80x24").lived_in().open("2jd");
    screen.press("<Enter>");
    assert!(screen.says("2 Digital economy empower… completed"), "{screen}");
}

#[test]
fn a_course_in_no_catalog_is_recorded_under_its_kept_title() {
    let screen = At::size("80x24").lived_in().open("2Gd<Tab>12<Enter>");
    assert!(screen.says("saved: 12 h on 2026-11-21: A course that was taken off"), "{screen}");
}

#[test]
fn enter_on_nothing_does_nothing() {
    let screen = screen("60x15", "2<Enter>");
    assert!(screen.says("Nothing is planned yet."), "{screen}");
    assert!(screen.says("Not possible here"), "{screen}");
}

#[test]
fn a_plan_that_cannot_be_read_is_not_called_empty() {
    let screen = At::size("80x24").file("plan.toml", "schema = 1\n[[item]]\ncourse = \n").open("2");
    assert!(screen.says("The plan could not be read."), "{screen}");
    assert!(!screen.says("Nothing is planned yet."), "{screen}");
}

#[test]
fn a_plan_of_a_newer_schema_is_shown_and_not_written() {
    let plan = "schema = 2\n\n[[item]]\ncourse = \"leading-teams\"\ntitle = \"Teams\"\n";
    let mut screen = At::size("80x24").file("plan.toml", plan).open("2");
    assert!(screen.says("> 1 Leading high-performanc…"), "{screen}");
    screen.press("x");
    assert!(screen.says("> 1 Leading high-performanc…"), "{screen}");
    assert!(screen.says("Not saved:"), "{screen}");
}

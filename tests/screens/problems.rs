//! Files with mistakes: named, counted, and never in the way of the rest.

use super::*;

const BROKEN: &str = "tests/fixtures/catalogs/invalid/broken-among-good";

#[test]
fn a_broken_file_is_counted_in_the_footer_and_the_good_one_shown() {
    assert_snapshot!(At::size("120x36").catalog(BROKEN).open(""));
}

#[test]
fn problems_are_listed_with_their_place() {
    assert_snapshot!(At::size("80x24").catalog(BROKEN).open("!"));
}

#[test]
fn many_problems_scroll() {
    let mut screen =
        At::size("80x24").catalog("tests/fixtures/catalogs/invalid/unknown-key-elsewhere.toml").open("!G");
    assert!(screen.model().library.problems.len() > 3);
    let last = screen.runs().into_iter().rfind(|run| run.text.starts_with("> ")).unwrap();
    assert_eq!(last.role, Role::Heading, "{screen}");
    screen.press("gg!");
    assert!(screen.model().layer.is_none());
}

#[test]
fn a_broken_plan_is_told() {
    let screen = At::size("120x36").file("plan.toml", "schema = 1\n[[item\n").open("!");
    assert!(screen.says("plan.toml"), "{screen}");
}

#[test]
fn without_problems_there_is_nothing_to_show() {
    let screen = screen("80x24", "!");
    assert!(screen.says("Every file was read without a problem."), "{screen}");
    assert!(screen.model().layer.is_none());
}

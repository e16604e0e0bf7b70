//! The settings file: keys of one's own, mistakes in the list of problems, and changes that hold at
//! once.

use super::*;
use tuition::app::model::View;

#[test]
fn own_keys_hold_and_help_knows_them() {
    let mut screen =
        At::size("120x36").settings("[keys.everywhere]\n\"W\" = \"view-plan\"\n\"?\" = \"none\"\n").open("?");
    assert!(screen.model().layer.is_none(), "{screen}");
    screen.press("W");
    assert_eq!(screen.model().view, View::Plan);
    assert!(screen.press("<F1>W").says("W, 2, g p Go to the plan"), "{screen}");
}

#[test]
fn mistakes_are_counted_and_listed_with_their_line() {
    let mut screen = At::size("80x24").settings("mouse = false\ntheem = \"dark\"\n").open("");
    assert!(screen.says("1 problem"), "{screen}");
    screen.press("!");
    assert!(
        screen.says("[root]/config/config.toml:2:1: error: there is no setting \"theem\"; did you mean"),
        "{screen}"
    );
    assert!(!screen.model().settings.mouse, "the rest holds");
}

#[test]
fn a_change_of_the_file_holds_at_once() {
    let mut screen = At::size("80x24").open("j");
    let course = screen.model().selected_course().unwrap().id.clone();
    screen.put_settings("language = \"zh-CN\"\n[keys.catalog]\nW = \"view-plan\"\n");
    screen.look();
    assert!(screen.says("设置已更改"), "{screen}");
    assert_eq!(screen.model().selected_course().unwrap().id, course, "the rest stays");
    screen.press("W");
    assert_eq!(screen.model().view, View::Plan);
}

#[test]
fn a_file_that_becomes_wrong_changes_nothing_and_is_told() {
    let mut screen = At::size("80x24").settings("[keys.everywhere]\nW = \"view-plan\"\n").open("");
    screen.put_settings("[keys.everywhere\nW = \"view-hours\"\n");
    screen.look();
    assert!(screen.says("config.toml:1:17: error:"), "{screen}");
    assert_eq!(screen.model().problems(), 1);
    screen.press("W");
    assert_eq!(screen.model().view, View::Plan, "as it was");
    screen.put_settings("[keys.everywhere]\nW = \"view-hours\"\n");
    screen.look().press("W");
    assert_eq!((screen.model().view, screen.model().problems()), (View::Hours, 0));
}

#[test]
fn nothing_happens_while_the_file_stays_as_it_is() {
    let mut screen = At::size("80x24").settings("mouse = false\n").open("");
    screen.look();
    assert!(screen.model().notice.is_none());
}

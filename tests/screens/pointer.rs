//! The mouse: what lies under it is what the frame shows there.

use crate::support::{At, Screen, screen};
use tuition::action::Action;
use tuition::app::model::{Layer, Pane, View};
use tuition::app::pointer::{Gesture, Target};

fn cursor(screen: &Screen) -> usize {
    screen.model().catalog.scroll.cursor()
}

#[test]
fn a_click_selects_and_focuses_and_a_double_click_opens() {
    let mut screen = screen("120x36", "<Tab>");
    screen.click(Target::Row(2));
    assert_eq!((cursor(&screen), screen.model().focus), (2, Pane::List));
    screen.point(Gesture::DoubleClick, Target::Row(2), 0);
    assert_eq!((cursor(&screen), screen.model().focus), (2, Pane::Detail));
    screen.click(Target::Pane(Pane::List));
    assert_eq!((cursor(&screen), screen.model().focus), (2, Pane::List));
}

#[test]
fn two_clicks_on_different_things_are_no_double_click() {
    let mut screen = screen("120x36", "");
    screen.click(Target::Row(1)).point(Gesture::DoubleClick, Target::Row(2), 0);
    assert_eq!((cursor(&screen), screen.model().focus), (1, Pane::List));
}

/// The wheel moves what is under it, by three rows, and leaves the focus.
#[test]
fn the_wheel_moves_the_pane_under_it() {
    let mut screen = At::size("120x36").bundled().open("f");
    let before = screen.model().catalog.facet_scroll.cursor();
    screen.point(Gesture::WheelDown, Target::Row(4), 3);
    assert_eq!((cursor(&screen), screen.model().focus), (3, Pane::Facets));
    screen.point(Gesture::WheelUp, Target::Row(4), 3);
    assert_eq!((cursor(&screen), screen.model().catalog.facet_scroll.cursor()), (0, before));
    screen.press("<Tab>").point(Gesture::WheelDown, Target::Facet(2), 0);
    assert!(screen.model().catalog.facet_scroll.cursor() > before);
    assert_eq!((cursor(&screen), screen.model().focus), (0, Pane::List));
    screen.resize("120x14").point(Gesture::WheelDown, Target::Pane(Pane::Detail), 1);
    assert_eq!((cursor(&screen), screen.model().focus), (0, Pane::List));
    assert!(screen.model().detail > 0 || screen.program.spot(Target::Pane(Pane::Detail)).is_some());
}

#[test]
fn a_click_on_a_facet_switches_it() {
    let mut screen = screen("120x36", "f");
    screen.click(Target::Facet(1));
    let on = screen.model().catalog.query.text().to_owned();
    assert!(on.contains(':'), "{on}");
    assert_eq!(screen.model().focus, Pane::Facets);
    let at = screen.model().catalog.facet_scroll.cursor();
    screen.click(Target::Facet(at));
    assert_eq!(screen.model().catalog.query.text(), "");
}

#[test]
fn tabs_and_hints_do_what_they_say() {
    let mut screen = At::size("80x24").lived_in().open("");
    screen.click(Target::Do(Action::ViewPlan));
    assert_eq!(screen.model().view, View::Plan);
    screen.click(Target::Do(Action::Modify));
    assert!(matches!(screen.model().layer, Some(Layer::Form(_))));
    screen.click(Target::Press(tuition::config::Key::parse("Esc").unwrap()));
    assert!(screen.model().layer.is_none());
    screen.press("s").click(Target::Do(Action::ViewHours));
    assert_eq!(screen.model().view, View::Hours);
    screen.click(Target::Do(Action::ViewCatalog)).press("s").click(Target::Do(Action::SortHours));
    assert_eq!(screen.model().catalog.query.text(), "sort:hours");
    assert!(screen.model().pending.is_empty());
}

#[test]
fn a_click_into_the_query_puts_the_caret_there() {
    for size in ["80x24", "60x15"] {
        let mut screen = screen(size, "/lead 数字<Enter>");
        screen.point(Gesture::Click, Target::Query { start: 0 }, 7);
        screen.press("X");
        assert_eq!(screen.model().catalog.query.text(), "lead 数X字", "{size}");
        screen.click(Target::Do(Action::Search));
        assert!(screen.model().catalog.editing);
    }
}

#[test]
fn a_popup_is_chosen_from_and_left_by_clicks() {
    let mut screen = screen("80x24", ":");
    screen.click(Target::PopupRow(2));
    let Some(Layer::Commands(commands)) = &screen.model().layer else { panic!("{screen}") };
    assert_eq!(commands.scroll.cursor(), 2);
    screen.click(Target::Popup);
    assert!(screen.model().layer.is_some());
    screen.click(Target::Outside);
    assert!(screen.model().layer.is_none());
    screen.press(":problems").click(Target::Outside);
    assert!(screen.model().layer.is_some(), "what was typed is not lost by a click");
    // The row under the cursor is run, and the second click of two falls on nothing else.
    screen.press("<Ctrl+u>plan<Home>").press("<Ctrl+u>go to the hours").click(Target::PopupRow(0));
    assert_eq!((screen.model().view, screen.model().layer.is_none()), (View::Hours, true));
}

#[test]
fn the_wheel_moves_the_list_of_a_popup_and_no_form() {
    let mut screen = screen("80x24", "?");
    screen.point(Gesture::WheelDown, Target::Popup, 3);
    let Some(Layer::Commands(commands)) = &screen.model().layer else { panic!("{screen}") };
    assert_eq!(commands.scroll.cursor(), 3);
    screen.press("<Esc>A").point(Gesture::WheelDown, Target::Field(2), 0);
    let Some(Layer::Form(form)) = &screen.model().layer else { panic!("{screen}") };
    assert_eq!(form.focus, 0);
}

#[test]
fn a_click_goes_to_a_field_and_a_form_with_something_typed_stays() {
    let mut screen = screen("80x24", "A");
    screen.click(Target::Field(2));
    let Some(Layer::Form(form)) = &screen.model().layer else { panic!("{screen}") };
    assert_eq!(form.focus, 2);
    screen.press("8").click(Target::Outside);
    assert!(matches!(screen.model().layer, Some(Layer::Form(_))));
}

/// Every row that can be pointed at is drawn where it says it is.
#[test]
fn rows_lie_where_they_are_drawn() {
    for (keys, title) in [("", "Welding"), ("2", "A course that"), ("3", "Trade fair")] {
        for size in ["120x36", "80x24", "60x15"] {
            let screen = At::size(size).lived_in().open(keys);
            let rows = screen.rows();
            let at = rows.iter().position(|row| row.contains(title)).unwrap_or_else(|| panic!("{screen}"));
            let found = (0..20).find_map(|row| {
                screen.program.spot(Target::Row(row)).filter(|area| usize::from(area.y) == at)
            });
            assert!(found.is_some(), "{size} {keys}\n{screen}");
        }
    }
}

//! Habits of lists: ranges of marks, orders in words, zoom, comparison, the way to a course.

use super::*;
use tuition::app::model::{Pane, View};

#[test]
fn a_range_grows_with_every_motion_and_is_kept_or_dropped() {
    let mut screen = screen("80x24", "jV");
    assert!(screen.says("range of 1") && screen.says("V mark the range Esc drop it"), "{screen}");
    screen.press("jj");
    assert!(screen.says("+ Leading change"), "{screen}");
    assert!(screen.says("range of 3"), "{screen}");
    assert!(screen.model().catalog.marked.is_empty(), "nothing is marked before it is kept");
    screen.press("<Esc>");
    assert_eq!((screen.model().range(), screen.model().catalog.marked.len()), (None, 0));
    screen.press("VG");
    assert_eq!(screen.model().range(), Some(3..=9));
    screen.press("ggV");
    assert!(screen.says("4 marked"), "{screen}");
    assert!(screen.model().range().is_none());
    // Another one adds to it, and Space keeps as well.
    screen.press("GVk<Space>");
    assert!(screen.says("6 marked"), "{screen}");
}

#[test]
fn what_is_done_with_a_range_is_one_step() {
    let mut screen = screen("80x24", "Vjja");
    assert_eq!(screen.model().record.plan.items.len(), 3, "{screen}");
    assert!(screen.model().range().is_none());
    screen.press("u");
    assert!(screen.model().record.plan.items.is_empty());
    screen.press("UggVjjx");
    assert!(screen.model().record.plan.items.is_empty(), "{screen}");
    screen.press("u");
    assert_eq!(screen.model().record.plan.items.len(), 3);
}

#[test]
fn a_range_ends_where_its_beginning_is_no_longer_listed() {
    let mut screen = screen("80x24", "Vjj/welding<Enter>");
    assert!(screen.model().catalog.range.is_none(), "{screen}");
    screen.press("V");
    assert_eq!(screen.model().range(), Some(0..=0));
}

#[test]
fn every_order_is_told_in_words_and_by_an_arrow() {
    for (keys, note, head) in [
        ("st", "by title, A first", "Title ↑"),
        ("sT", "by title, Z first", "Title ↓"),
        ("sh", "by hours, shortest first", "Hours ↑"),
        ("sH", "by hours, longest first", "Hours ↓"),
        ("sp", "by provider, A first", "Title"),
        ("sP", "by provider, Z first", "Title"),
        ("sk", "by track", "Title"),
        ("sK", "by track, last first", "Title"),
    ] {
        let screen = screen("120x36", keys);
        assert!(screen.says(note) && screen.says(head), "{keys}: {screen}");
        let other = screen.rows().iter().any(|row| row.contains('↑') && row.contains('↓'));
        assert!(!other, "{keys}: {screen}");
    }
}

#[test]
fn what_it_adds_asks_for_a_rule_and_says_so() {
    let mut screen = At::size("120x36").following().open("sg");
    assert_eq!(screen.model().catalog.query.text(), "fills:cn-mohrss sort:gain");
    assert!(screen.says("courses that add nothing to cn-mohrss are left out"), "{screen}");
    screen.press("j");
    assert!(screen.says("by what it adds, most first"), "{screen}");
    let mut nobody = super::screen("120x36", "sg");
    assert!(nobody.says("Not possible here"), "{nobody}");
    nobody.press("<Esc>");
}

#[test]
fn a_zoomed_pane_has_the_body_in_every_view_and_gives_it_back() {
    for size in ["120x36", "80x24", "60x15"] {
        for (view, keys) in [(View::Catalog, "1"), (View::Plan, "2"), (View::Hours, "3"), (View::Status, "4")]
        {
            let mut screen = At::size(size).following().open(keys);
            let before = screen.to_string();
            screen.press("z");
            let areas = screen.model().areas();
            assert!(areas.detail.is_none() && areas.facets.is_none(), "{size} {view:?}");
            assert!(screen.says("zoomed · z gives it back"), "{size} {view:?} {screen}");
            screen.press("<Enter>");
            assert_eq!(screen.model().focus, Pane::Detail);
            let areas = screen.model().areas();
            assert!(areas.detail.is_some() && areas.list.is_none(), "{size} {view:?}");
            screen.resize("90x30").resize(size);
            assert!(screen.says("zoomed"), "{size} {view:?} {screen}");
            screen.press("<Enter>");
            if screen.model().layer.is_some() {
                screen.press("<Esc>h");
            }
            screen.press("z");
            assert_eq!(screen.to_string(), before, "{size} {view:?}");
        }
    }
}

#[test]
fn courses_are_compared_side_by_side() {
    let mut screen = At::size("120x36").following().open("j<Space><Space><Space>c");
    assert_snapshot!(screen);
    screen.press("d");
    assert!(screen.says("only what differs"), "{screen}");
    assert!(screen.says("Track differs") && !screen.says("Facts as of"), "{screen}");
    screen.press("d");
    assert!(screen.says("Facts as of"), "{screen}");
    screen.press("<Esc>");
    assert!(screen.model().layer.is_none());
    assert_eq!(screen.model().catalog.marked.len(), 3, "the marks stay");
}

#[test]
fn on_a_narrow_screen_they_stand_one_under_the_other() {
    assert_snapshot!(At::size("60x15").open("j<Space><Space>cjj"));
    assert_snapshot!(At::size("80x24").chinese().open("j<Space><Space><Space><Space>cjjl"));
}

#[test]
fn too_few_and_too_many_are_told_how() {
    assert!(screen("80x24", "c").says("two to four marked courses, here 0"));
    assert!(screen("80x24", "<Space>c").says("two to four marked courses, here 1"));
    assert!(screen("80x24", "Vjjjjc").says("two to four marked courses, here 5"));
    assert!(screen("80x24", "Vjjjc").model().layer.is_some());
}

#[test]
fn the_way_to_a_course_and_what_it_opens() {
    assert_snapshot!(At::size("120x36").lived_in().open("jjP"));
    assert_snapshot!(At::size("60x15").chinese().lived_in().open("jP"));
}

#[test]
fn all_that_is_missing_is_planned_in_its_order_as_one_step() {
    let mut screen = screen("80x24", "jjPa");
    let planned: Vec<_> =
        screen.model().record.plan.items.iter().map(|item| item.course.to_string()).collect();
    assert_eq!(planned, ["leading-teams", "scientific-leadership", "site-safety", "leading-change"]);
    assert!(screen.says("saved: planned 4 courses"), "{screen}");
    screen.press("a");
    assert!(screen.says("Nothing on the way is left to plan."), "{screen}");
    screen.press("<Esc>u");
    assert!(screen.model().record.plan.items.is_empty());
}

#[test]
fn enter_goes_to_the_course_and_q_comes_back() {
    let mut screen = At::size("80x24").lived_in().open("2Pjj<Enter>");
    assert_eq!(screen.model().view, View::Catalog);
    assert_eq!(screen.model().selected_course().unwrap().id.as_str(), "scientific-leadership");
    screen.press("q");
    assert_eq!(screen.model().view, View::Plan);
    // A query that does not list it gives way.
    screen.press("1/change<Enter>Pj<Enter>");
    assert_eq!(screen.model().selected_course().unwrap().id.as_str(), "leading-teams");
    assert_eq!(screen.model().catalog.query.text(), "");
    screen.press("G");
    screen.press("4P");
    assert!(screen.says("Not possible here"), "{screen}");
}

//! Small and strange sizes: fewer panes, nothing lost, no panic.

use super::*;
use tuition::app::model::Pane;

#[test]
fn the_catalog() {
    assert_snapshot!(screen("60x15", "/leader<Enter>"));
}

#[test]
fn the_plan() {
    assert_snapshot!(At::size("60x15").lived_in().open("2"));
}

#[test]
fn the_hours() {
    assert_snapshot!(At::size("60x15").lived_in().open("3"));
}

#[test]
fn a_form() {
    assert_snapshot!(screen("60x15", "/teams<Enter>d<Tab><Ctrl+u>2x"));
}

#[test]
fn the_facets() {
    assert_snapshot!(screen("60x15", "f"));
}

#[test]
fn a_query_error_is_said_in_the_footer() {
    assert_snapshot!(screen("60x15", "/trak:x"));
}

#[test]
fn the_smallest_useful_screen() {
    assert_snapshot!(screen("20x5", "j"));
}

#[test]
fn enter_opens_and_q_and_escape_come_back_in_every_view() {
    for keys in ["", "2", "3"] {
        let mut screen = At::size("60x15").lived_in().open(keys);
        let list = screen.rows();
        for back in ["q", "<Esc>", "<Enter>"] {
            screen.press("<Enter>");
            assert_eq!(screen.model().focus, Pane::Detail);
            assert_ne!(screen.rows(), list);
            screen.press(back);
            assert_eq!(screen.rows(), list, "{keys} {back}");
        }
    }
}

#[test]
fn the_focus_is_never_in_a_pane_that_a_resize_took_away() {
    let mut screen = screen("120x36", "f");
    screen.resize("60x15");
    assert_eq!(screen.model().focus, Pane::Facets, "still open: it has the screen");
    screen.press("<Esc>").resize("120x36").press("<Enter>");
    assert_eq!(screen.model().focus, Pane::Detail);
    screen.resize("80x24");
    assert_eq!(screen.model().focus, Pane::List, "facets and list are on the screen: {screen}");
}

/// Every layer and view, by the keys that lead there.
const PLACES: &[&str] = &[
    "",
    "/leader",
    "/trak:x",
    "/leader<Enter><Enter>",
    "f",
    "fG",
    "s",
    "<Space>a",
    "2",
    "2G<Enter>",
    "2m",
    "3",
    "3<Enter>J",
    "3m",
    "3x",
    "A",
    "d<Tab><Ctrl+u>2x",
    "?",
    ":hours",
    ":zzz",
    "4",
    "4<Enter>jJJ",
    "4j<Enter>jj<Enter>j",
    "4a",
    "4astate",
    "4jm",
    "4><Enter>",
    "!",
];

#[test]
fn no_size_panics_and_the_cursor_is_on_the_screen() {
    for keys in PLACES {
        for chinese in [false, true] {
            let at = At::size("80x24").following();
            let at = if chinese { at.chinese() } else { at };
            let mut screen = at.file("hours/2026/2026-01-01-broken.toml", "schema = 1\nid = 3").open(keys);
            let small = (0..=12).flat_map(|height| (0..=40).map(move |width| (width, height)));
            for (width, height) in small.chain([(300, 2), (2, 200), (500, 200), (111, 17), (76, 11)]) {
                screen.model_mut().size = (width, height);
                let cursor = screen.draw_at(width, height);
                if let Some(cursor) = cursor {
                    assert!(cursor.x < width && cursor.y < height, "{keys} at {width}x{height}: {cursor}");
                }
            }
        }
    }
}

/// The same through the loop, so that what a resize settles is settled.
#[test]
fn a_resize_through_every_size_keeps_the_loop_alive() {
    let mut screen = At::size("80x24").lived_in().open("2");
    for size in ["0x0", "1x1", "40x1", "1x40", "20x5", "40x12", "300x100", "80x24"] {
        screen.resize(size).press("j<Enter>k<Esc>");
    }
    assert!(screen.says("> 4 A course that was taken"), "{screen}");
}

//! The screens in Chinese: the same journeys, widths that hold.

use super::*;

#[test]
fn the_catalog() {
    assert_snapshot!(At::size("80x24").chinese().lived_in().open("/szjj<Enter>"));
}

#[test]
fn the_catalog_of_a_wide_terminal() {
    assert_snapshot!(At::size("120x36").chinese().lived_in().open(""));
}

#[test]
fn the_plan() {
    assert_snapshot!(At::size("80x24").chinese().lived_in().open("2"));
}

#[test]
fn the_hours() {
    assert_snapshot!(At::size("120x36").chinese().lived_in().open("3"));
}

#[test]
fn a_form() {
    assert_snapshot!(At::size("80x24").chinese().open("/teams<Enter>d<Tab><Ctrl+u>2x"));
}

#[test]
fn the_keys() {
    assert_snapshot!(At::size("80x24").chinese().open("?"));
}

#[test]
fn a_narrow_catalog() {
    assert_snapshot!(At::size("60x15").chinese().lived_in().open(""));
}

#[test]
fn narrow_hours() {
    assert_snapshot!(At::size("60x15").chinese().lived_in().open("3"));
}

#[test]
fn empty_states() {
    let mut screen = At::size("80x24").chinese().open("2");
    assert!(screen.says("还没有学习计划。"), "{screen}");
    screen.press("3");
    assert!(screen.says("还没有学时记录。"), "{screen}");
}

/// A right border that has moved would show a column that was counted wrong.
#[test]
fn no_row_is_longer_than_the_screen_and_every_border_stands() {
    for keys in ["", "2", "3", "f", "?", "d"] {
        let screen = At::size("80x24").chinese().lived_in().open(keys);
        for row in screen.rows() {
            assert!(unicode_width::UnicodeWidthStr::width(row.as_str()) <= 80, "{row}");
        }
        let buffer = screen.buffer();
        for y in 5..22 {
            // A popup's border stands a column further in, with nothing beside it.
            let [outer, inner] = [(0, 79), (1, 78)].map(|(left, right)| {
                let border = |x| matches!(buffer[(x, y)].symbol(), "│" | "╭" | "╮" | "╰" | "╯");
                border(left) && border(right)
            });
            assert!(outer || inner, "{keys}: row {y}: {screen}");
        }
    }
}

/// A wide character before a box would cover its border with its second half.
#[test]
fn no_wide_character_reaches_into_a_box() {
    use unicode_width::UnicodeWidthStr;
    for size in ["120x36", "80x24", "60x15"] {
        for keys in [
            "?",
            ":sort",
            "T",
            "d",
            "F",
            "P",
            "4a",
            "4l<Enter>",
            "A",
            "g",
            "/level:<Tab>",
            "<Space>j<Space>c",
        ] {
            let screen = At::size(size).chinese().bundled().following().open(keys);
            let buffer = screen.buffer();
            for (x, y) in (1..buffer.area.width).flat_map(|x| (0..buffer.area.height).map(move |y| (x, y))) {
                let covered = buffer[(x - 1, y)].symbol().width() > 1;
                let symbol = buffer[(x, y)].symbol();
                assert!(
                    !covered || symbol.trim().is_empty(),
                    "{size} {keys}: {symbol:?} in row {y}\n{screen}"
                );
            }
        }
    }
}

//! Without colours everything can still be told apart.

use super::*;

#[test]
fn the_catalog_without_colours() {
    assert_snapshot!(At::size("80x24").colourless().lived_in().open("/leader<Enter><Space>"));
}

#[test]
fn no_colour_is_left() {
    use ratatui::style::Color;
    for keys in ["", "/trak:x", "2", "3", "d", "?", ":", "f", "<Space>a"] {
        let screen = At::size("120x36").colourless().lived_in().open(keys);
        for cell in &screen.buffer().content {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{keys}: {}", cell.symbol());
        }
    }
}

#[test]
fn the_selected_row_is_reversed_from_end_to_end() {
    for keys in ["/leader<Enter>", "2", "3", "f", "?"] {
        for colourless in [true, false] {
            let at = At::size("120x36").lived_in();
            let at = if colourless { at.colourless() } else { at };
            let screen = at.open(keys);
            let selected: Vec<_> =
                screen.runs().into_iter().filter(|run| run.role == Role::Selected).collect();
            let row = selected.first().unwrap_or_else(|| panic!("{keys}: {screen}")).row;
            assert!(selected.iter().all(|run| run.row == row), "{keys}: one row");
            let (first, last) = (*selected[0].columns.start(), *selected.last().unwrap().columns.end());
            let wide: usize = selected.iter().map(|run| run.columns.clone().count()).sum();
            assert_eq!(wide, last - first + 1, "{keys}: no gap");
            assert!(wide >= 20, "{keys}");
        }
    }
}

/// On the selected row a match is underlined, a mark is a sign, a state is a word.
#[test]
fn the_selected_row_tells_all_without_colours() {
    let screen = At::size("80x24").colourless().lived_in().open("/leading<Enter><Space>k");
    let row: Vec<_> = screen.runs().into_iter().filter(|run| run.role == Role::Selected).collect();
    assert!(row.iter().any(|run| run.added.contains("UNDERLINED") && run.text == "Leading"), "{row:?}");
    assert!(row[0].text.starts_with('*'), "{row:?}");
    let screen = At::size("120x36").colourless().lived_in().open("3");
    assert!(screen.says("> 2026-06-01 Typed twice 8 h void"), "{screen}");
}

//! The list of themes with its preview, themes of one's own, and screens in ASCII.

use super::*;
use ratatui::style::Color;
use tuition::config::theme::{BUNDLED, Background};
use unicode_width::UnicodeWidthStr;

/// The colour of the first cell of a text.
fn colour(screen: &Screen, text: &str) -> Color {
    let rows = screen.rows();
    let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains(text)).unwrap();
    let x = row[..row.find(text).unwrap()].chars().count();
    screen.buffer()[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())].fg
}

#[test]
fn themes_are_listed_with_the_one_in_use() {
    assert_snapshot!(At::size("80x24").open("T"));
}

#[test]
fn themes_in_chinese_on_a_low_screen() {
    assert_snapshot!(At::size("60x15").chinese().open("Tjj"));
}

#[test]
fn a_theme_is_seen_before_it_is_taken_and_esc_brings_the_old_one_back() {
    let mut screen = At::size("100x30").theme("auto").open("");
    let neutral = colour(&screen, "tuition");
    screen.press("Tj");
    assert_eq!(colour(&screen, "tuition"), Color::Rgb(0x82, 0xb8, 0xea), "dark, at once");
    screen.press("j");
    assert_eq!(colour(&screen, "tuition"), Color::Rgb(0x1d, 0x5c, 0xa3), "light");
    screen.press("<Esc>");
    assert_eq!(colour(&screen, "tuition"), neutral);
    assert!(!screen.data().parent().unwrap().join("config").exists(), "looking writes nothing");
}

/// The config file, beside the data folder.
fn config(screen: &Screen) -> String {
    std::fs::read_to_string(screen.data().parent().unwrap().join("config/config.toml")).unwrap()
}

#[test]
fn enter_keeps_a_theme_and_says_where() {
    let at = At::size("120x30").config_file("config.toml", "# mine\nascii = false\n");
    let mut screen = at.open("Tj<Enter>");
    assert!(screen.says("theme \"dark\", written to [root]/config/config.toml"), "{screen}");
    let text = config(&screen);
    assert_eq!(text, "# mine\nascii = false\ntheme = \"dark\"\n");
    screen.press("Tj<Enter>");
    let text = config(&screen);
    assert_eq!(text, "# mine\nascii = false\ntheme = \"light\"\n");
}

#[test]
fn a_file_with_a_mistake_is_left_alone() {
    let at = At::size("120x30").config_file("config.toml", "theme = \n");
    let screen = at.open("Tj<Enter>");
    assert!(screen.says("until you quit; not written:"), "{screen}");
    assert_eq!(config(&screen), "theme = \n");
}

#[test]
fn a_theme_of_ones_own_is_drawn_with_and_its_mistakes_are_told() {
    let text = "inherits = \"dark\"\naccent = \"#010203 bold\"\nboarder = \"red\"\n";
    let mut screen = At::size("120x30").theme("mine").config_file("themes/mine.toml", text).open("");
    assert_eq!(colour(&screen, "tuition"), Color::Rgb(1, 2, 3));
    screen.press("!");
    assert!(screen.says("mine.toml:3:1: error: no part of the screen is called \"boarder\""), "{screen}");
    assert!(screen.says("did you mean border?"), "{screen}");
    screen.press("<Esc>T");
    assert!(screen.says("> mine your own in use"), "{screen}");
}

#[test]
fn a_theme_that_there_is_not_is_told() {
    let mut screen = At::size("120x30").theme("drak").open("!");
    assert!(screen.says("there is no theme \"drak\"; auto was taken. Did you mean \"dark\"?"), "{screen}");
    screen.press("<Esc>");
    screen.background(Background::Dark);
    assert_eq!(colour(&screen, "tuition"), Color::Rgb(0x82, 0xb8, 0xea));
}

#[test]
fn the_terminal_decides_under_auto_alone() {
    let mut screen = At::size("100x30").theme("auto").open("");
    screen.background(Background::Light);
    assert_eq!(colour(&screen, "tuition"), Color::Rgb(0x1d, 0x5c, 0xa3));
    let mut screen = At::size("100x30").theme("dark").open("");
    screen.background(Background::Light);
    assert_eq!(colour(&screen, "tuition"), Color::Rgb(0x82, 0xb8, 0xea));
    let mut screen = At::size("100x30").colourless().open("");
    screen.background(Background::Light);
    assert_eq!(colour(&screen, "tuition"), Color::Reset);
}

/// The selected row stands out from end to end in every theme, and its text can be told from it.
#[test]
fn the_selected_row_is_seen_in_every_theme() {
    for name in BUNDLED {
        for keys in ["", "2", "3", "4"] {
            let screen = At::size("120x36").theme(name).following().open(keys);
            let selected: Vec<_> =
                screen.runs().into_iter().filter(|run| run.role == Role::Selected && run.row > 0).collect();
            assert!(!selected.is_empty(), "{name} {keys}: {screen}");
        }
    }
}

/// In every theme a state is a word, so that no colour has to be told from another.
#[test]
fn states_are_words_in_every_theme() {
    for name in BUNDLED {
        let screen = At::size("120x36").theme(name).following().open("4");
        for word in ["advice", "at risk"] {
            assert!(screen.says(word), "{name}: {word}: {screen}");
        }
        let screen = At::size("120x36").theme(name).lived_in().open("<Space>");
        assert!(screen.says("1 marked") && screen.says("planned"), "{name}: {screen}");
    }
}

#[test]
fn high_contrast_paints_every_cell() {
    for keys in ["", "T", "?", "4", "d"] {
        let screen = At::size("100x30").theme("high-contrast").following().open(keys);
        let buffer = screen.buffer();
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                assert!(cell.bg != Color::Reset && cell.fg != Color::Reset, "{keys}: {:?}", cell.symbol());
                // What a wide character covers is not drawn.
                x += u16::try_from(cell.symbol().width().max(1)).unwrap();
            }
        }
    }
}

/// Every view and popup, drawn in ASCII: no other character is the interface's own.
#[test]
fn ascii_means_ascii() {
    let size = ["120x36", "80x24", "60x15"];
    for size in size {
        for keys in [
            "",
            "/leader",
            "/trak:x",
            "f",
            "?",
            ":",
            "T",
            "d",
            "a",
            "2",
            "2m",
            "3",
            "3m",
            "3x",
            "4",
            "4a",
            "4<Enter>",
            "4l<Enter>",
            "g",
            "s",
            "4G",
            "F",
            "A",
            "<Enter>",
        ] {
            let at = At::size(size).following().set(|settings| settings.ascii = true);
            let screen = at.catalog("tests/fixtures/catalogs/valid/ascii.toml").open(keys);
            for cell in &screen.buffer().content {
                // A title of a pack in Chinese is shown as it is.
                assert!(
                    cell.symbol().is_ascii() || cell.symbol().width() == 2,
                    "{size} {keys}: {:?}\n{screen}",
                    cell.symbol()
                );
            }
        }
    }
}

#[test]
fn the_catalog_in_ascii() {
    let screen = At::size("80x24").set(|settings| settings.ascii = true).following().open("4");
    assert_snapshot!(screen.rows().join("\n"));
}

/// What the interface draws has one width in every terminal.
#[test]
fn nothing_of_ambiguous_width_is_the_interfaces_own() {
    for keys in ["", "/leader", "f", "?", ":", "T", "d", "2", "3", "4", "4<Enter>", "4l<Enter>", "g"] {
        for chinese in [false, true] {
            let at = At::size("120x36").following().set(|settings| settings.ambiguous_width = 2);
            let at = if chinese { at.chinese() } else { at };
            let screen = at.open(keys);
            for cell in &screen.buffer().content {
                let symbol = cell.symbol();
                assert_eq!(symbol.width(), symbol.width_cjk(), "{keys}: {symbol:?}\n{screen}");
            }
        }
    }
}

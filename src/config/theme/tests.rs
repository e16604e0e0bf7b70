//! Themes inside the program are whole and readable; a person's own are read as far as they go.

use super::*;
use std::path::PathBuf;
use std::sync::Arc;

fn rgb(colour: Colour) -> [u8; 3] {
    match colour {
        Colour::Rgb(red, green, blue) => [red, green, blue],
        Colour::Indexed(index) => of_index(index).expect("not one of the sixteen: those differ"),
        Colour::Default => panic!("the terminal's own has no contrast of its own"),
    }
}

/// Not text: borders, and where nothing is.
fn is_graphic(role: Role) -> bool {
    matches!(role, Role::Border | Role::BarRest | Role::Heat0 | Role::Heat1 | Role::Heat2 | Role::Heat3)
}

/// Every tone of a theme on the backgrounds that it is for, at both depths.
fn assert_readable(name: &str, grounds: &[[u8; 3]], text: f64, graphic: f64) {
    for depth in [Depth::True, Depth::Indexed] {
        let palette = Palette::bundled(name).unwrap().at(depth);
        // The nearest of 256 may be a little off.
        let slack = if depth == Depth::True { 1.0 } else { 0.93 };
        for role in Role::ALL {
            let style = palette.style(*role);
            let Some(fore) = style.fore.map(rgb) else { continue };
            let wanted = slack * if is_graphic(*role) { graphic } else { text };
            let own = style.back.map(rgb);
            for ground in own.as_slice().iter().chain(grounds.iter().filter(|_| own.is_none())) {
                let contrast = contrast(fore, *ground);
                assert!(contrast >= wanted, "{name} {role:?} {depth:?} on {ground:?}: {contrast:.2}");
            }
        }
    }
}

#[test]
fn dark_is_readable_on_dark_terminals() {
    assert_readable("dark", &[[0; 3], [0x1e, 0x1e, 0x2e], [0x28, 0x2c, 0x34]], 4.5, 3.0);
}

#[test]
fn light_is_readable_on_light_terminals() {
    assert_readable("light", &[[255; 3], [0xfd, 0xf6, 0xe3], [0xf5, 0xe9, 0xd0]], 4.5, 3.0);
}

#[test]
fn neutral_is_readable_on_black_and_on_white() {
    assert_readable("neutral", &[[0; 3], [255; 3]], 4.0, 4.0);
}

#[test]
fn high_contrast_paints_its_background_and_stands_out_from_it() {
    let ground = Palette::bundled("high-contrast").unwrap().style(Role::Text).back.map(rgb).unwrap();
    assert_readable("high-contrast", &[ground], 7.0, 7.0);
}

#[test]
fn mono_has_no_colour() {
    for role in Role::ALL {
        let style = Palette::mono().style(*role);
        assert_eq!((style.fore, style.back), (None, None), "{role:?}");
    }
    assert_eq!(Palette::bundled("dark").unwrap().at(Depth::None), Palette::mono());
}

/// The selected row and what is marked, met or missed look different from plain text in each.
#[test]
fn the_selected_row_is_seen_in_every_theme() {
    for name in BUNDLED {
        let palette = Palette::bundled(name).unwrap();
        let (selected, text) = (palette.style(Role::Selected), palette.style(Role::Text));
        assert!(selected.modifiers.has(Modifier::Reversed) || selected.back.is_some(), "{name}");
        assert_ne!(selected.back.or(Some(Colour::Default)), text.back, "{name}");
        assert_ne!(palette.style(Role::SelectedElsewhere), text, "{name}");
        assert_ne!(palette.style(Role::AtRisk), palette.style(Role::Met), "{name}");
        let steps: Vec<Style> = (0..5).map(|step| palette.style(Role::heat(step))).collect();
        assert_ne!(steps.first(), steps.last(), "{name}");
    }
}

/// They are read line by line; the reader of people's own must come to the same.
#[test]
fn themes_inside_the_program_are_whole_and_toml() {
    for name in BUNDLED {
        let text = text_of(name).unwrap();
        let file = ThemeFile {
            name: format!("my-{name}"),
            path: Arc::new(PathBuf::from("my.toml")),
            text: Ok(text.to_owned()),
        };
        let (own, problems) = assemble(vec![file]);
        assert!(problems.is_empty(), "{name}: {problems:?}");
        assert_eq!(own[0].palette, Palette::bundled(name).unwrap(), "{name}");
        let table: toml::Table = text.parse().unwrap();
        for role in Role::ALL {
            assert!(table.contains_key(role.name()), "{name} lacks {}", role.name());
        }
        assert_eq!(table.len(), Role::COUNT, "{name}");
    }
    assert_eq!(Palette::bundled("gruvbox"), None);
}

fn file(name: &str, text: &str) -> ThemeFile {
    let path = Arc::new(PathBuf::from(format!("{name}.toml")));
    ThemeFile { name: name.to_owned(), path, text: Ok(text.to_owned()) }
}

fn told(problems: &[ThemeProblem]) -> Vec<(String, usize, usize, ThemeMistake)> {
    let file =
        |problem: &ThemeProblem| problem.file.as_ref().map_or("", |it| it.to_str().unwrap()).to_owned();
    problems.iter().map(|it| (file(it), it.line, it.column, it.mistake.clone())).collect()
}

#[test]
fn a_theme_says_only_what_is_different() {
    let (own, problems) = assemble(vec![
        file("mine", "inherits = \"dark\"\nborder = \"green\"\n"),
        file("yours", "inherits = \"mine\"\nkey = \"red\"\n"),
        file("bare", "key = \"red\"\n"),
    ]);
    assert_eq!(problems, []);
    let (dark, green) = (Palette::bundled("dark").unwrap(), Style::parse("green").0);
    assert_eq!(own[0].palette.style(Role::Border), green);
    assert_eq!(own[0].palette.style(Role::Met), dark.style(Role::Met));
    assert_eq!(own[1].palette.style(Role::Border), green);
    assert_eq!(own[1].palette.style(Role::Key), Style::parse("red").0);
    assert_eq!(own[2].palette.style(Role::Met), Palette::neutral().style(Role::Met));
}

#[test]
fn mistakes_are_told_by_line_and_column_and_the_rest_holds() {
    let text = "# 我的主题\nboarder = \"red\"\nkey = \"bold gren\"\nmatch = 7\nerror = '''red on'''\nmet = \"blue\"\n";
    let (own, problems) = assemble(vec![file("mine", text)]);
    let near = |it: &str| Some(it.to_owned());
    let expected = [
        (2, 1, ThemeMistake::UnknownRole { name: "boarder".to_owned(), near: near("border") }),
        (3, 13, ThemeMistake::UnknownWord { word: "gren".to_owned(), near: near("green") }),
        (4, 9, ThemeMistake::NotText),
        (5, 16, ThemeMistake::NothingAfterOn),
    ];
    let expected = expected.map(|(line, column, mistake)| ("mine.toml".to_owned(), line, column, mistake));
    assert_eq!(told(&problems), expected);
    assert_eq!(own[0].palette.style(Role::Met), Style::parse("blue").0);
    assert_eq!(own[0].palette.style(Role::Key), Style::parse("bold").0);
    let (own, problems) = assemble(vec![file("mine", "key = \"red\"\nmet = blue\n")]);
    assert_eq!(told(&problems)[0].1, 2);
    assert_eq!(told(&problems)[0].3, ThemeMistake::NotToml);
    assert_eq!(own[0].palette, Palette::neutral());
}

#[test]
fn what_is_inherited_must_be_there_and_end() {
    let (own, problems) = assemble(vec![
        file("a", "inherits = \"b\"\nkey = \"red\"\n"),
        file("b", "inherits = \"a\"\nmet = \"blue\"\n"),
        file("c", "inherits = \"a\"\n"),
        file("d", "\ninherits = \"drak\"\n"),
        file("dark", ""),
        file("e", "inherits = \"e\"\n"),
    ]);
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let unknown = ThemeMistake::UnknownBase { name: "drak".to_owned(), near: Some("dark".to_owned()) };
    let expected = [
        ("dark.toml", 0, 0, ThemeMistake::NameTaken),
        ("a.toml", 1, 12, ThemeMistake::Circle { names: names(&["a", "b"]) }),
        ("d.toml", 2, 12, unknown),
        ("e.toml", 1, 12, ThemeMistake::Circle { names: names(&["e"]) }),
    ];
    let expected = expected.map(|(file, line, column, it)| (file.to_owned(), line, column, it));
    assert_eq!(told(&problems), expected);
    assert_eq!(own.len(), 5);
    assert_eq!(own[2].palette.style(Role::Key), Style::parse("red").0, "as far as the circle goes");
}

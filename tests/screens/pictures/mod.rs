//! The pictures of `docs/screens`, drawn from the real program by one command:
//!
//!     cargo test --test screens pictures -- --ignored
//!
//! A sheet for each theme, language and size, and the single pictures that the README shows.

mod record;
mod svg;

use crate::support::{At, Screen};
use record::year;
use std::path::PathBuf;
use svg::{Paper, Picture};

/// The themes and the paper that each is looked at on. A theme without a background of its own is
/// drawn on what terminals of its kind have.
const THEMES: [(&str, Paper); 4] = [
    ("dark", Paper { fore: [0xd6, 0xdb, 0xe5], back: [0x1c, 0x1f, 0x2b] }),
    ("light", Paper { fore: [0x24, 0x29, 0x33], back: [0xff, 0xff, 0xff] }),
    ("high-contrast", Paper { fore: [0xff, 0xff, 0xff], back: [0x00, 0x00, 0x00] }),
    ("mono", Paper { fore: [0xd8, 0xd8, 0xd8], back: [0x14, 0x14, 0x14] }),
];

const SIZES: [&str; 3] = ["60x15", "80x24", "120x36"];

/// What a sheet shows: a caption in English and Chinese, and the keys that lead there.
type Shown = (&'static str, &'static str, &'static str);

const VIEWS: &[Shown] = &[
    (
        "Catalog: three courses marked, the gap bar follows",
        "目录：标记三门课程，缺口条随之变化",
        "/lead<Enter>jVjj",
    ),
    ("Plan", "计划", "2jj"),
    ("Hours", "学时", "3j"),
    ("Status", "达标", "4"),
    ("Year", "一年的学习", "gy"),
];

/// What has room on a wide screen.
const MORE: &[Shown] = &[
    ("Keys that may follow", "前缀键的提示框", "s"),
    ("Every command, by a word", "按字词查找命令", ":sort"),
    ("Side by side", "并排比较", "/intro hours:<=40<Enter><Space><Space><Space>c"),
];

/// The single pictures: file, theme, language, keys, and what is said to those who do not see it.
const SINGLE: &[(&str, &str, bool, &str, &str)] = &[
    (
        "catalog",
        "dark",
        false,
        "/leader hours:<=40<Enter>",
        "The catalog with the query \"leader hours:<=40\": facets with counts, the courses found, the course in full",
    ),
    (
        "status",
        "dark",
        false,
        "4",
        "One record under three sets of rules: bars with figures, what is missing, and what each state rests on",
    ),
    ("year", "dark", false, "gy", "A year of study as a map of 53 weeks, with its figures in words"),
    (
        "compare",
        "light",
        false,
        "/intro hours:<=40<Enter><Space><Space><Space>c",
        "Three courses side by side; what differs is marked in words",
    ),
    (
        "chinese",
        "light",
        true,
        "/szjj<Enter>",
        "数字经济, found by its initials, in the Chinese interface on a light terminal",
    ),
    ("plan", "dark", false, "2jj", "The plan with target dates and one course overdue"),
];

fn open(theme: &str, size: &str, chinese: bool, keys: &str) -> Screen {
    let at: At = year(size, chinese).theme(theme);
    let at = if chinese { at.chinese() } else { at };
    at.open(keys)
}

fn sheet(theme: &str, paper: Paper, size: &str, chinese: bool) -> String {
    let columns = size.split_once('x').unwrap().0.parse().unwrap();
    let mut picture = Picture::new(columns, paper);
    let more = if columns >= 120 { MORE } else { &[] };
    for (english, zh, keys) in VIEWS.iter().chain(more) {
        let screen = open(theme, size, chinese, keys);
        let caption = if chinese { zh } else { english };
        picture.caption(&format!("{caption} · {keys}"));
        picture.screen(screen.buffer(), screen.cursor());
    }
    picture.finish(&format!("tuition, theme {theme}, {size}"))
}

fn paper(theme: &str) -> Paper {
    THEMES.iter().find(|(name, _)| *name == theme).unwrap().1
}

/// Every picture: its file's name and its text.
fn all() -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    for (theme, paper) in THEMES {
        for (language, chinese) in [("en", false), ("zh", true)] {
            for size in SIZES {
                pictures.push((format!("{theme}-{language}-{size}.svg"), sheet(theme, paper, size, chinese)));
            }
        }
    }
    for (name, theme, chinese, keys, about) in SINGLE {
        let screen = open(theme, "120x36", *chinese, keys);
        let mut picture = Picture::new(120, paper(theme));
        picture.screen(screen.buffer(), screen.cursor());
        pictures.push((format!("{name}.svg"), picture.finish(about)));
    }
    pictures
}

/// Writes them. Ignored, for a run of the tests leaves the sources as they are.
#[test]
#[ignore = "writes docs/screens"]
fn draw() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/screens");
    for (name, text) in all() {
        assert!(text.len() <= 150_000, "{name} has {} bytes", text.len());
        std::fs::write(folder.join(name), text).unwrap();
    }
}

#[test]
fn a_picture_is_the_same_at_every_drawing() {
    let (theme, paper) = THEMES[0];
    assert_eq!(sheet(theme, paper, "60x15", true), sheet(theme, paper, "60x15", true));
}

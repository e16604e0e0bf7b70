//! One fixture for each mistake; its snapshot is the exact lines, in both languages, and what holds
//! all the same.

use super::file;
use std::fmt::Write;
use std::path::Path;
use tuition::config::keymap::Keys;
use tuition::config::{Origin, Setting};
use tuition::locale::{Lang, Say};

const FOLDER: &str = "tests/fixtures/config";

#[test]
fn every_mistake_is_told_at_its_place_and_the_rest_holds() {
    let entries = std::fs::read_dir(FOLDER).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        let mut file = file(&Path::new(FOLDER).join(&name));
        let read = file.read();
        assert!(!read.troubles.is_empty(), "{name} has no mistake");
        let mut text = String::new();
        for lang in [Lang::En, Lang::Zh] {
            for trouble in &read.troubles {
                let line = trouble.say(lang);
                assert!(!line.chars().any(char::is_control), "{line:?}");
                writeln!(text, "{}", line.replace(&format!("{FOLDER}/"), "")).unwrap();
            }
        }
        let stated = Setting::ALL.iter().filter(|one| file.layers().origin(**one) == Origin::File);
        let stated: Vec<&str> = stated.map(|one| one.name()).collect();
        writeln!(text, "settings that hold: {}", stated.join(" ")).unwrap();
        for bound in file.bound() {
            let action = bound.action.map_or("none", |action| action.name());
            writeln!(text, "key that holds: {} {} {action}", bound.context.name(), Keys(&bound.keys))
                .unwrap();
        }
        insta::assert_snapshot!(name.trim_end_matches(".toml"), text);
    }
}

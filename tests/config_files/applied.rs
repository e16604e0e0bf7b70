//! What a right file does: settings, paths, keys; and the defaults as the program prints them.

use super::{file, read};
use std::path::PathBuf;
use tuition::action::Action;
use tuition::config::commented::{commented, to_begin_with};
use tuition::config::keymap::Match;
use tuition::config::settings::{Colour, Digits, Language};
use tuition::config::{Context, Key, Keymap, Origin, Setting, Settings};
use tuition::locale::{Lang, Say};

fn keys(text: &str) -> Vec<Key> {
    text.split(' ').map(|key| Key::parse(key).unwrap()).collect()
}

fn keymap(text: &str) -> Keymap {
    let read = read(text);
    read.keymap.unwrap_or_else(Keymap::built_in)
}

/// Every line of the default file says what holds without it, and states every setting and key.
#[test]
fn the_default_file_is_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, commented()).unwrap();
    let mut file = file(&path);
    let read = file.read();
    assert_eq!(read.troubles, []);
    assert_eq!(read.settings, Settings::default());
    assert!(Setting::ALL.iter().all(|setting| file.layers().origin(*setting) == Origin::File));
    let built_in = Keymap::built_in();
    assert_eq!(read.keymap, Some(built_in));
}

#[test]
fn the_file_to_begin_with_states_nothing() {
    let text = to_begin_with();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, &text).unwrap();
    let mut file = file(&path);
    let read = file.read();
    assert_eq!((read.settings, read.keymap, read.troubles), (Settings::default(), None, vec![]));
    assert!(Setting::ALL.iter().all(|setting| file.layers().origin(*setting) == Origin::Default));
    // A line holds once its mark is gone.
    std::fs::write(
        &path,
        text.replace("#mouse = true", "mouse = false").replace("#\"a\" = \"plan-add\"", "\"a\" = \"undo\""),
    )
    .unwrap();
    let read = file.read();
    assert!(!read.settings.mouse && read.troubles.is_empty());
    assert_eq!(read.keymap.unwrap().find(Context::Catalog, &keys("a")), Match::Action(Action::Undo));
}

#[test]
fn every_setting_can_be_set() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let text = "schema = 1\nlanguage = \"zh-CN\"\ntheme = \"dark\"\ncolor = \"never\"\nascii = true\n\
                ambiguous-width = 2\nmouse = false\ndigits = \"counts\"\n\
                catalogs = [\"courses\", \"~/c.toml\", \"/a\"]\nrules = [\"../r\"]\n";
    std::fs::write(&path, text).unwrap();
    let read = file(&path).read();
    assert_eq!(read.troubles, []);
    assert_eq!(read.lang, Lang::Zh);
    let expected = Settings {
        language: Language::Chinese,
        theme: "dark".to_owned(),
        colour: Colour::Never,
        ascii: true,
        ambiguous_width: 2,
        mouse: false,
        digits: Digits::Counts,
        catalogs: vec![folder.path().join("courses"), PathBuf::from("/home/li/c.toml"), "/a".into()],
        rules: vec![folder.path().join("../r")],
    };
    assert_eq!(read.settings, expected);
}

#[test]
fn own_keys_come_first_and_replace_those_of_the_program() {
    let keymap =
        keymap("[keys.catalog]\n\"a\" = \"undo\"\n\"g x\" = \"redo\"\n[keys.everywhere]\n\"W\" = \"help\"\n");
    let find = |context, text: &str| keymap.find(context, &keys(text));
    assert_eq!(find(Context::Catalog, "a"), Match::Action(Action::Undo));
    assert_eq!(find(Context::Status, "a"), Match::Action(Action::Follow), "another table");
    assert_eq!(find(Context::Catalog, "g x"), Match::Action(Action::Redo));
    assert_eq!(find(Context::Catalog, "g g"), Match::Action(Action::Top), "beside it");
    assert_eq!(find(Context::Plan, "g x"), Match::None);
    assert_eq!(find(Context::Hours, "W"), Match::Action(Action::Help));
    assert_eq!(find(Context::Hours, "?"), Match::Action(Action::Help), "still there");
    let shown = |context, action| keymap.key_of(context, action).map(|keys| keys.to_string());
    assert_eq!(shown(Context::Plan, Action::Help).as_deref(), Some("W"), "what footer and help name");
    assert_eq!(shown(Context::Catalog, Action::PlanAdd), None);
}

#[test]
fn none_takes_a_key_away_where_it_says_so() {
    let keymap = keymap(
        "[keys.catalog]\n\"u\" = \"none\"\n\"s r\" = \"none\"\n[keys.everywhere]\n\"g g\" = \"none\"\n",
    );
    let find = |context, text: &str| keymap.find(context, &keys(text));
    assert_eq!(find(Context::Catalog, "u"), Match::None);
    assert_eq!(find(Context::Plan, "u"), Match::Action(Action::Undo));
    assert_eq!(find(Context::Catalog, "s r"), Match::None);
    assert_eq!(find(Context::Catalog, "s t"), Match::Action(Action::SortTitle));
    assert_eq!(find(Context::Plan, "g g"), Match::None);
    assert_eq!(find(Context::Plan, "g p"), Match::Action(Action::ViewPlan));
    assert!(keymap.of(Context::Catalog).all(|binding| binding.keys != keys("u")), "help does not show it");
}

/// A view's own key and a sequence of everywhere that begins with it: the view's own holds, and what
/// can be typed no more is shown nowhere.
#[test]
fn a_key_that_begins_a_sequence_holds_in_its_own_view() {
    let keymap = keymap("[keys.plan]\n\"g\" = \"bottom\"\n\"q x\" = \"undo\"\n");
    let find = |context, text: &str| keymap.find(context, &keys(text));
    assert_eq!(find(Context::Plan, "g"), Match::Action(Action::Bottom));
    assert_eq!(find(Context::Catalog, "g"), Match::Prefix);
    assert_eq!(find(Context::Plan, "q"), Match::Prefix);
    assert_eq!(find(Context::Plan, "q x"), Match::Action(Action::Undo));
    assert_eq!(find(Context::Hours, "q"), Match::Action(Action::Back));
    assert!(keymap.of(Context::Plan).all(|binding| binding.keys != keys("g g")));
}

/// Saved half-way through an edit: what is wrong stays as it was, what is right moves on.
#[test]
fn what_becomes_wrong_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let write = |text: &str| std::fs::write(&path, text).unwrap();
    let mut file = file(&path);
    write("mouse = false\nascii = true\n[keys.catalog]\na = \"undo\"\nb = \"redo\"\n");
    let first = file.read();
    assert!(!first.settings.mouse && first.settings.ascii && first.troubles.is_empty());
    write("mouse = flase\n");
    let broken = file.read();
    assert_eq!((&broken.settings, &broken.keymap), (&first.settings, &first.keymap));
    assert_eq!(broken.troubles.len(), 1, "{:?}", broken.troubles);
    write("mouse = \"no\"\nascii = false\n[keys.catalog]\na = \"und\"\n");
    let wrong = file.read();
    assert_eq!((wrong.settings.mouse, wrong.settings.ascii), (false, false));
    let keymap = wrong.keymap.unwrap();
    assert_eq!(keymap.find(Context::Catalog, &keys("a")), Match::Action(Action::Undo));
    assert_eq!(keymap.find(Context::Catalog, &keys("b")), Match::None, "its line is gone, not wrong");
    let said: Vec<String> = wrong.troubles.iter().map(|trouble| trouble.say(Lang::En)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(file.read().settings, Settings::default());
}

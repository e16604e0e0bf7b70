//! Counts, sequences, input methods, and the way back from every change.

use crate::support::{At, screen};
use std::collections::BTreeSet;
use tuition::action::Action;
use tuition::app::Message;
use tuition::app::model::{Layer, View};
use tuition::config::settings::Digits;

#[test]
fn a_count_repeats_a_movement_or_names_a_row() {
    for (keys, row) in [
        ("7j", 7),
        ("<Alt+1>2G", 11),
        ("<Alt+1>2gg", 11),
        ("<Alt+3>j", 3),
        ("99999999G", 224),
        ("<Alt+2>0j7k", 13),
        ("7<Esc>j", 1),
        ("7<Backspace>j", 1),
        ("7zj", 1),
        ("7gxj", 1),
        (":42<Enter>", 41),
        ("７ｊ", 7),
    ] {
        let screen = At::size("80x24").bundled().open(keys);
        assert_eq!(screen.model().catalog.scroll.cursor(), row, "{keys}\n{screen}");
        assert_eq!(screen.model().count, None, "{keys}");
    }
}

/// Whoever brings vim's keys and whoever brings none move alike, without setting anything.
#[test]
fn letters_and_arrows_move_alike() {
    for view in ["", "2", "3", "4"] {
        for (letters, arrows) in [
            ("jj", "<Down><Down>"),
            ("Gk", "<End><Up>"),
            ("Ggg", "<End><Home>"),
            ("<Ctrl+f>", "<PageDown>"),
            ("G<Ctrl+b>", "G<PageUp>"),
            ("l", "<Right>"),
            ("lh", "<Right><Left>"),
        ] {
            let at = |keys: &str| At::size("120x36").bundled().open(&format!("{view}{keys}")).to_string();
            assert_eq!(at(letters), at(arrows), "{view} {letters} {arrows}");
        }
    }
    let at = |keys| At::size("120x36").bundled().open(keys).to_string();
    assert_ne!(at("jj"), at(""));
    assert_ne!(at("l"), at(""));
}

#[test]
fn a_count_is_shown_while_it_is_typed_and_has_an_end() {
    let mut screen = screen("60x15", "6");
    assert!(screen.says("6 count Esc cancel"), "{screen}");
    screen.press("99999g");
    assert_eq!(screen.model().count, Some(9999));
    assert!(screen.says("9999 g"), "{screen}");
    assert_eq!(screen.model().view, View::Catalog);
}

#[test]
fn digits_are_counts_where_the_settings_say_so() {
    let mut screen = screen("80x24", "");
    screen.model_mut().settings.digits = Digits::Counts;
    screen.press("3j");
    assert_eq!((screen.model().catalog.scroll.cursor(), screen.model().view), (3, View::Catalog));
    screen.press("gp");
    assert_eq!(screen.model().view, View::Plan);
}

#[test]
fn a_count_of_marks_months_and_steps_back() {
    let mut screen = At::size("80x24").following().open("6 ");
    assert_eq!(screen.model().catalog.marked.len(), 6);
    assert_eq!(screen.model().catalog.scroll.cursor(), 6);
    screen.press("<Esc>6>");
    assert_eq!(screen.model().requirements.as_of.unwrap().to_string(), "2027-04-21");
    let before = screen.model().record.plan.clone();
    screen.press("=2xx");
    assert_eq!(screen.model().record.plan.items.len() + 2, before.items.len());
    // More than there is to undo stops where nothing is left.
    screen.press("9u");
    assert_eq!(screen.model().record.plan, before);
    assert!(screen.says("Nothing to undo."), "{screen}");
}

#[test]
fn what_an_input_method_types_is_a_key_and_in_a_field_text() {
    let mut screen = screen("80x24", "】");
    assert_eq!(screen.model().view, View::Plan);
    screen.press("【、：？");
    assert_eq!(screen.model().view, View::Catalog);
    assert_eq!(screen.model().catalog.query.text(), "：？");
}

#[test]
fn a_sequence_fits_a_low_screen_and_is_left_by_escape_or_backspace() {
    for key in ["<Esc>", "<Backspace>"] {
        let mut screen = screen("60x15", "s");
        for what in ["relevance (on)", "title, reversed", "track"] {
            assert!(screen.says(what), "{screen}");
        }
        screen.press(key);
        assert!(screen.model().pending.is_empty() && !screen.says("title, reversed"), "{screen}");
    }
    assert!(screen("60x15", "sHs").says("hours, longest (on)"));
}

/// Every action, in every view, with Enter behind it where it opens a form: what changed the files
/// is taken back by `u`, and only what is listed here changes any.
#[test]
fn whatever_writes_is_undone() {
    let mut wrote = BTreeSet::new();
    let outside = [Action::Quit, Action::Suspend, Action::Edit, Action::OpenUrl, Action::Undo, Action::Redo];
    for view in ["1G", "2", "3", "4"] {
        for action in Action::ALL.iter().filter(|action| !outside.contains(action)) {
            let mut screen = At::size("120x36").following().open(view);
            let state = |screen: &crate::support::Screen| {
                let record = &screen.model().record;
                let live: Vec<_> = record.hours.live().cloned().collect();
                (record.plan.clone(), record.profile.clone(), live)
            };
            let before = state(&screen);
            screen.send(Message::Do(*action));
            if matches!(screen.model().layer, Some(Layer::Form(_))) {
                screen.press("<Enter>");
            }
            if state(&screen) != before {
                wrote.insert(action.name());
                screen.press("u");
                assert!(state(&screen) == before, "{} in view {view}\n{screen}", action.name());
            }
        }
    }
    let expected = ["move-later", "plan-add", "plan-remove", "record-hours", "unfollow"];
    for name in expected {
        assert!(wrote.contains(name), "{name}: {wrote:?}");
    }
}

//! The tour of the first start, and what empty views say.

use super::*;
use tuition::app::tour::Tour;

fn toured(size: &str) -> Screen {
    let mut screen = screen(size, "");
    screen.model_mut().tour = Some(Tour::default());
    screen.press("");
    screen
}

#[test]
fn each_step_is_its_own_key_and_typing_belongs_to_it() {
    let mut screen = toured("80x24");
    assert_snapshot!(screen);
    screen.press("/");
    assert!(screen.says("step 2 of 3"), "{screen}");
    screen.press("leading<Enter>j");
    assert!(screen.says("step 2 of 3"), "{screen}");
    screen.press("a");
    assert!(screen.says("step 3 of 3"), "{screen}");
    assert_eq!(screen.model().record.plan.items.len(), 1, "the key has done its own work");
    screen.press("4");
    assert!(screen.model().tour.is_none());
}

#[test]
fn any_other_key_leaves_it_and_does_its_work() {
    for (keys, done) in [
        ("f", (|m| m.focus == tuition::app::model::Pane::Facets) as fn(&tuition::app::Model) -> bool),
        ("2", |m| m.view == tuition::app::model::View::Plan),
        ("<Esc>", |_| true),
        ("X", |_| true),
        ("/abc<Esc>", |m| m.catalog.query.text() == "abc" && !m.catalog.editing),
    ] {
        let mut screen = toured("80x24");
        screen.press(keys);
        assert!(screen.model().tour.is_none() && done(screen.model()), "{keys}: {screen}");
        assert!(!screen.says("of 3"), "{screen}");
    }
}

#[test]
fn the_palette_calls_it_back() {
    let mut screen = screen("80x24", "2:take the tour<Enter>");
    assert!(screen.says("step 1 of 3"), "{screen}");
    screen.press("q");
    assert!(!screen.model().quit || screen.model().tour.is_none());
}

#[test]
fn it_is_never_over_the_cursors_row() {
    for size in ["120x36", "80x24", "60x15", "40x10", "76x18"] {
        let mut screen = toured(size);
        for _ in 0..10 {
            screen.press("j");
            let title = screen.model().selected_course().unwrap().title.wording(false).to_owned();
            let start: String = title.chars().take(8).collect();
            assert!(screen.rows().iter().any(|row| row.contains(&format!("> {start}"))), "{size} {screen}");
        }
    }
    assert_snapshot!(toured("60x15"));
}

#[test]
fn a_query_without_a_result_names_the_term_that_rules_all_out() {
    let screen = screen("80x24", "/track:leadership level:introductory<Enter>");
    assert!(screen.says("There are 3 without level:introductory, 1 without track:leadership."), "{screen}");
    assert!(screen.says("Esc clears the query."), "{screen}");
    let alone = super::screen("80x24", "/zzzzqqqq<Enter>");
    assert!(!alone.says("without"), "{alone}");
}

#[test]
fn the_record_of_nobody_is_untouched_and_any_file_touches_it() {
    let home = |at: &At| tuition::store::record::Home::new(at.data()).load();
    assert!(home(&At::size("80x24")).is_untouched());
    assert!(!home(&At::size("80x24").file("plan.toml", "schema = 1\n")).is_untouched());
    assert!(!home(&At::size("80x24").file("profile.toml", "schema = 1\n")).is_untouched());
    assert!(!home(&At::size("80x24").file("views.toml", "schema = 1\n")).is_untouched());
    assert!(!home(&At::size("80x24").file("hours/2026/note.txt", "")).is_untouched());
    assert!(!home(&At::size("80x24").file("journal/host-2026.log", "")).is_untouched());
}

//! The study timer: `t` starts and stops, the top line says what runs, nothing is recorded by itself.

use crate::assert_snapshot;
use crate::support::{At, Screen};

fn timing(size: &str) -> Screen {
    let mut screen = At::size(size).lived_in().open("2");
    screen.press("t");
    screen
}

#[test]
fn the_top_line_says_what_runs_and_how_long() {
    let mut screen = timing("120x20");
    assert!(screen.rows()[0].contains("timer 0:00 · Leading change"), "{screen}");
    screen.clock("2026-11-21T08:47:59Z").look();
    assert!(screen.rows()[0].contains("timer 0:47 · Leading change"), "{screen}");
    for (size, said) in [("80x24", "timer 0:47"), ("60x15", "timer 0:47")] {
        screen.resize(size);
        assert!(screen.rows()[0].contains(said), "{screen}");
    }
}

#[test]
fn a_second_of_the_same_minute_changes_no_cell() {
    let mut screen = timing("80x24");
    let before = screen.clock("2026-11-21T08:01:02Z").look().rows();
    assert_eq!(screen.clock("2026-11-21T08:01:59Z").look().rows(), before);
    assert_ne!(screen.clock("2026-11-21T08:02:00Z").look().rows(), before);
}

#[test]
fn stopping_offers_the_hours_and_saving_records_them_once() {
    let mut screen = timing("80x24");
    screen.clock("2026-11-21T08:47:59Z").press("j").press("t");
    assert_snapshot!(screen);
    screen.press("<Esc>");
    assert!(screen.rows()[0].contains("0:47 to record"), "{screen}");
    assert!(screen.model().record.hours.get(&entry(1)).is_none());
    screen.press("t<Enter>");
    assert!(screen.says("0.79 h"), "{screen}");
    assert!(!screen.rows()[0].contains("to record"), "{screen}");
    let hours = screen.model().record.hours.live().filter(|one| one.amount.to_string() == "0.79").count();
    assert_eq!(hours, 1);
    screen.press("u");
    assert!(screen.rows()[0].contains("0:47 to record"), "undone, it waits again\n{screen}");
}

fn entry(number: usize) -> tuition::domain::EntryId {
    tuition::domain::EntryId::new(&format!("entry-{number}")).unwrap()
}

#[test]
fn a_timer_outlives_the_program_and_is_seen_by_another() {
    let screen = timing("80x24");
    let text = std::fs::read_to_string(screen.data().join("timer.toml")).unwrap();
    let mut again = At::size("80x24").lived_in().file("timer.toml", &text).open("");
    again.clock("2026-11-21T10:05:00Z").look();
    assert!(again.rows()[0].contains("timer 2:05"), "{again}");
    again.put("timer.toml", "schema = 1\n");
    again.look();
    assert!(!again.rows()[0].contains("timer"), "{again}");
}

#[test]
fn a_forgotten_timer_is_said_and_its_hours_are_not_filled_in() {
    let mut screen = timing("80x24");
    screen.clock("2026-11-22T08:00:00Z").press("t");
    assert!(screen.says("timer: 24 h 0 min, too long to be one study; type the hours"), "{screen}");
    screen.press("<Esc>");
    screen.press("gd");
    assert!(screen.says("discarded the time on Leading change"), "{screen}");
    assert!(!screen.rows()[0].contains("to record"), "{screen}");
    screen.press("u");
    assert!(screen.rows()[0].contains("over 16 h to record"), "{screen}");
}

#[test]
fn the_same_in_chinese_without_colours() {
    let mut screen = At::size("80x24").lived_in().chinese().colourless().open("2t");
    screen.clock("2026-11-21T08:47:00Z").look();
    assert!(screen.rows()[0].contains("计时 0:47"), "{screen}");
    screen.press("t");
    assert!(screen.says("计时：47 分钟"), "{screen}");
}

//! A year of study: the map, the tables, the pace; in 60 columns, without colours, in Chinese.

use crate::support::At;
use crate::{assert_snapshot, screen};

/// Studied in most weeks of a spring; an event, a failed examination, a course of a track.
fn studied(size: &str) -> At {
    let mut at = At::size(size).following();
    for (number, (day, hours)) in
        [("2026-04-06", "0.5"), ("2026-04-07", "1"), ("2026-04-08", "3.99"), ("2026-04-15", "4")]
            .iter()
            .enumerate()
    {
        let text = format!(
            "schema = 1\nid = \"entry-s{number}\"\ndate = {day}\ntitle = \"Statics\"\nhours = {hours}
unit = \"hour\"\ncategories = [\"technical\"]\nresult = \"completed\"\n"
        );
        at = at.file(&format!("hours/2026/{day}-entry-s{number}.toml"), &text);
    }
    at.file(
        "hours/2026/2026-06-10-entry-fair.toml",
        "schema = 1\nid = \"entry-fair-2\"\ndate = 2026-06-10\ntitle = \"Fair\"\nhours = 1\nunit = \"event\"
result = \"completed\"\n",
    )
    .file(
        "hours/2026/2026-06-11-entry-exam.toml",
        "schema = 1\nid = \"entry-exam\"\ndate = 2026-06-11\ntitle = \"Exam\"\nhours = 2\nunit = \"hour\"
result = \"failed\"\n",
    )
}

#[test]
fn the_days_of_a_year() {
    assert_snapshot!(studied("120x36").open("gy"));
}

#[test]
fn in_sixty_columns_the_whole_year_is_on_the_map() {
    assert_snapshot!(studied("60x15").open("gy"));
    assert_snapshot!(studied("60x15").colourless().chinese().open("gy"));
}

#[test]
fn in_forty_columns_it_is_two_halves() {
    assert_snapshot!(studied("40x30").open("gy"));
}

#[test]
fn hours_by_category_and_month() {
    assert_snapshot!(studied("120x20").open("gy<Tab>"));
    assert_snapshot!(studied("60x20").open("gy<Tab>"));
}

#[test]
fn the_balance_of_tracks_and_the_pace() {
    assert_snapshot!(studied("80x24").open("gy<Tab><Tab>"));
    assert_snapshot!(studied("80x24").open("gy<Tab><Tab><Tab>"));
    assert_snapshot!(studied("80x24").chinese().open("gy<Shift+Tab>"));
}

#[test]
fn the_cursor_says_its_day_in_words() {
    let mut screen = studied("80x24").open("gy");
    assert!(screen.says("2026-11-21, Sat: nothing recorded"), "{screen}");
    screen.press("hk");
    assert!(screen.says("2026-11-13, Fri"), "{screen}");
    screen.press("<Home>");
    assert!(screen.says("2026-01-01, Thu"), "{screen}");
    screen.press("h");
    assert!(screen.says("2026-01-01, Thu"), "the year does not end at its end\n{screen}");
    screen.press("G<Up>=");
    assert!(screen.says("2026-11-21, Sat"), "{screen}");
    screen.press("<Left>".repeat(31).as_str()).press("<Left>j<Up><Up><Up>");
    assert!(screen.says("2026-04-09, Thu: 9 h in 1 entry"), "{screen}");
}

#[test]
fn other_years_and_the_way_out() {
    let mut screen = studied("80x24").open("3gy<");
    assert!(screen.says("A year of study: 2025") && screen.says("4.5 h by the clock"), "{screen}");
    screen.press("<");
    assert!(screen.says("Nothing is recorded in 2024."), "{screen}");
    screen.press(">>");
    assert!(screen.says("A year of study: 2026"), "{screen}");
    screen.press("q");
    assert!(!screen.says("A year of study") && screen.says("Site safety"), "{screen}");
    screen.press("gy<Esc>");
    assert!(!screen.says("A year of study"), "{screen}");
    screen.press("gy2");
    assert!(screen.says("Leading change") && !screen.says("A year of study"), "{screen}");
}

#[test]
fn what_is_recorded_meanwhile_is_on_the_map() {
    let mut screen = studied("80x24").open("gy");
    screen.put(
        "hours/2026/2026-11-21-entry-now.toml",
        "schema = 1\nid = \"entry-now\"\ndate = 2026-11-21\ntitle = \"Now\"\nhours = 1.25\nunit = \"hour\"\n",
    );
    screen.look();
    assert!(screen.says("2026-11-21, Sat: 1.25 h in 1 entry"), "{screen}");
}

#[test]
fn a_key_without_use_here_changes_nothing() {
    let screen = studied("80x24").open("gyt");
    assert!(screen.says("A year of study") && screen.says("Not possible here"), "{screen}");
}

#[test]
fn every_size_holds_every_part() {
    let mut screen = studied("80x24").open("gy");
    for _ in 0..4 {
        for width in 0..=64 {
            for height in 0..=16 {
                screen.draw_at(width, height);
            }
        }
        screen.press("<Tab>");
    }
}

#[test]
fn nothing_recorded_says_what_to_do() {
    let mut empty = screen("80x24", "gy");
    assert!(empty.says("Nothing is recorded in 2026.") && empty.says("A records hours"), "{empty}");
    empty.press("<Tab><Tab><Tab>");
    assert!(empty.says("No requirement is followed"), "{empty}");
}

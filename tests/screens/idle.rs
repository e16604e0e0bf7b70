//! What a look at the files asks the screen for: nothing, unless it found something.

use crate::support::{At, screen};
use jiff::Timestamp;
use tuition::app::{Effect, Message};
use tuition::domain::{Date, EntryId};
use tuition::tui::{App, Event};

/// What a look tells that finds no file changed: the day, and what the clock says.
fn nothing_new(today: Date, now: &str) -> Vec<Message> {
    let now: Timestamp = now.parse().unwrap();
    vec![Message::Fresh(EntryId::new("next").unwrap(), today), Message::Clock(now)]
}

const TODAY: Date = Date::constant(2026, 11, 21);

#[test]
fn looks_that_find_nothing_make_no_frame() {
    for keys in ["", "2", "4", "d", "/lead", ":", "?"] {
        let mut screen = screen("80x24", keys);
        for second in 0..20 {
            assert_eq!(screen.program.on_event(Event::Look), [Effect::Look]);
            let outcome = nothing_new(TODAY, &format!("2026-11-21T08:00:{second:02}Z"));
            assert!(screen.program.on_outcome(outcome).is_empty());
            assert!(!screen.program.is_stale(), "{keys:?} after {second}");
        }
    }
}

#[test]
fn what_a_look_finds_makes_one() {
    let mut screen = screen("80x24", "");
    screen.program.on_outcome(nothing_new(Date::constant(2026, 11, 22), "2026-11-22T00:00:00Z"));
    assert!(screen.program.is_stale(), "another day");
    screen.look();
    assert!(!screen.program.is_stale(), "drawn");
    screen.program.on_outcome(vec![Message::Reloaded]);
    assert!(screen.program.is_stale(), "a message");
    screen.look();
    screen.program.on_event(Event::InputWaiting);
    assert!(screen.program.is_stale(), "any event but a look");
}

#[test]
fn a_timer_makes_one_a_minute() {
    let mut screen = At::size("80x24").lived_in().open("2");
    screen.press("t").clock("2026-11-21T08:00:00Z").look();
    let mut frames = 0;
    for second in 1..=180 {
        let (minute, second) = (second / 60, second % 60);
        let now = format!("2026-11-21T08:{minute:02}:{second:02}Z");
        screen.program.on_event(Event::Look);
        screen.program.on_outcome(nothing_new(TODAY, &now));
        if screen.program.is_stale() {
            frames += 1;
            screen.clock(&now).look();
        }
    }
    assert_eq!(frames, 3);
}

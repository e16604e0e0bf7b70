//! Answers are taken out of the stream of keys, whole or torn, and no key is lost.

use super::*;
use ratatui::crossterm::event::KeyEvent;

/// Events as crossterm makes them of bytes; `torn` is a read that ended behind ESC.
fn events(text: &str, torn: bool) -> Vec<Event> {
    let mut events = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let (code, modifiers) = match c {
            '\u{1b}' if !torn && chars.peek().is_some() => {
                (KeyCode::Char(chars.next().unwrap()), KeyModifiers::ALT)
            }
            '\u{1b}' => (KeyCode::Esc, KeyModifiers::NONE),
            '\u{7}' => (KeyCode::Char('g'), KeyModifiers::CONTROL),
            c if c.is_uppercase() => (KeyCode::Char(c), KeyModifiers::SHIFT),
            c => (KeyCode::Char(c), KeyModifiers::NONE),
        };
        events.push(Event::Key(KeyEvent::new(code, modifiers)));
    }
    events
}

/// Plays events a millisecond apart to a sieve that has asked, and gives what is handed on.
fn sifted(played: Vec<Event>) -> Vec<Event> {
    let (question, start) = (Question::default(), Instant::now());
    assert!(question.ask(start));
    let mut sieve = Sieve::new(&question, start);
    let mut out = Vec::new();
    for (at, event) in (1..).zip(played) {
        out.extend(sieve.take(event, start + Duration::from_millis(at)));
    }
    out.extend(sieve.release());
    out
}

const DARK: Event = Event::Background(Background::Dark);
const LIGHT: Event = Event::Background(Background::Light);

#[test]
fn an_answer_becomes_a_background_and_the_keys_around_it_stay() {
    for (answer, told) in [
        ("\u{1b}]11;rgb:0000/0000/0000\u{1b}\\", DARK),
        ("\u{1b}]11;rgb:ffff/FFFF/ffff\u{7}", LIGHT),
        ("\u{1b}]11;rgb:f/e/d\u{1b}\\", LIGHT),
        ("\u{1b}]11;rgb:28/2c/34\u{7}", DARK),
        ("\u{1b}]11;rgba:fdfd/f6f6/e3e3/ffff\u{1b}\\", LIGHT),
    ] {
        let expected = [events("j", false), vec![told.clone()], events("k", false)].concat();
        assert_eq!(sifted(events(&format!("j{answer}k"), false)), expected, "{answer:?}");
        // Torn behind each ESC.
        assert_eq!(sifted(events(&format!("j{answer}k"), true)), expected, "{answer:?}");
    }
}

#[test]
fn what_is_no_answer_is_handed_on_key_by_key() {
    for text in [
        "\u{1b}]",
        "\u{1b}]x",
        "\u{1b}]1",
        "\u{1b}]11;x",
        "\u{1b}]11;rxb",
        "\u{1b}]10;rgb:00/00/00\u{1b}\\",
        "\u{1b}]\u{1b}]\u{1b}]12",
        "]11;rgb:00/00/00\u{7}",
        "\u{1b}\\",
        "\u{7}",
        "\u{1b}",
        "\u{1b}j",
    ] {
        assert_eq!(sifted(events(text, false)), events(text, false), "{text:?}");
        assert_eq!(sifted(events(text, true)), events(text, true), "{text:?}");
    }
}

/// Nobody types `11;rgb` behind Alt+`]` in a wink: what follows must not run as commands.
#[test]
fn half_an_answer_is_dropped_and_the_next_key_is_not() {
    assert_eq!(sifted(events("\u{1b}]11;rgb:ffff/ffzj", false)), events("zj", false));
    assert_eq!(sifted(events("\u{1b}]11;rgb:00000/", false)), events("0/", false));
    let again = "\u{1b}]11;rgb:ffff/f\u{1b}]11;rgb:00/00/00\u{7}j";
    assert_eq!(sifted(events(again, false)), [vec![DARK], events("j", false)].concat());
    let key = Event::Resized(ratatui::layout::Size::new(80, 24));
    let played = [events("\u{1b}]11;rgb:ff", false), vec![key.clone()]].concat();
    assert_eq!(sifted(played), [key]);
}

#[test]
fn only_the_beginning_of_an_answer_waits_and_not_for_long() {
    let (question, now) = (Question::default(), Instant::now());
    let mut sieve = Sieve::new(&question, now);
    let [esc, begin] = [events("\u{1b}", false), events("\u{1b}]", false)];
    assert_eq!(sieve.take(esc[0].clone(), now), esc, "nothing has been asked");
    assert_eq!(sieve.patience(), None);
    assert!(question.ask(now));
    assert_eq!(sieve.take(esc[0].clone(), now), []);
    assert_eq!(sieve.patience(), Some(TORN));
    assert_eq!(sieve.release(), esc);
    assert_eq!(sieve.take(begin[0].clone(), now), []);
    assert_eq!(sieve.patience(), Some(PIECE));
    assert_eq!(sieve.release(), begin);
    for event in events("\u{1b}]11;rgb:", false) {
        assert_eq!(sieve.take(event, now), []);
    }
    assert_eq!(sieve.patience(), None, "the rest may take its time");
    let late = now + LIMIT + Duration::from_millis(1);
    assert_eq!(sieve.take(events("d", false)[0].clone(), late), events("d", false), "typed long after it");
    assert_eq!(sieve.take(esc[0].clone(), late), esc, "no answer is awaited any more");
}

#[test]
fn an_answer_that_comes_late_or_twice_is_swallowed() {
    let (question, now) = (Question::default(), Instant::now());
    let mut sieve = Sieve::new(&question, now);
    let mut play = |at| {
        let answer = events("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", false);
        answer.into_iter().flat_map(|event| sieve.take(event, at)).collect::<Vec<_>>()
    };
    assert_eq!(play(now), [], "nobody has asked");
    assert!(question.ask(now));
    assert!(!question.ask(now), "one question at a time");
    assert_eq!(play(now), [LIGHT]);
    assert_eq!(play(now), [], "twice");
    assert!(question.ask(now));
    assert_eq!(play(now + LIMIT + Duration::from_millis(1)), [], "too late");
    assert!(question.ask(now + LIMIT + Duration::from_millis(2)));
}

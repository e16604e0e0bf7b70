//! Keys that come too fast to have been typed: a paste from a terminal that does not bracket it. Its
//! letters are text, not keys: in a list, `x` and `d` among them would change what nobody meant to.
//!
//! How fast is too fast? What counts is not time but how much can be read in one go, without the
//! terminal having nothing for an instant. A hand types 15 characters a second and a key repeats at
//! 30, so that between two of them the terminal is empty. Over a slow link what was typed during a
//! stall arrives together: a second of a repeating key, two or three of fast typing, stay below
//! [`PASTED`]. Beyond, keys pressed blindly are not done, which is told, rather than half of a page
//! done by mistake; in a text field they are what was typed in either case.

use super::event::{Event, PASTE, pasted};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// So many characters in one go are a paste.
pub(super) const PASTED: usize = 32;

/// A paste is over when nothing has come for so long: packets of a slow link have gaps.
const PAUSE: Duration = Duration::from_millis(300);
/// Whether more of the same read is there is known at once; asked for twice, since crossterm 0.29
/// looks at what it has read only while the time it was given is not up.
const AT_ONCE: Duration = Duration::from_micros(100);
/// So many characters in one go are rare enough for a look whether more is on its way.
const SUSPECT: usize = 4;
const A_MOMENT: Duration = Duration::from_millis(5);

/// What has been read in one go and has not been told yet.
#[derive(Debug, Default)]
pub(super) struct Burst {
    /// Characters, while there are few enough to be keys.
    keys: Vec<KeyEvent>,
    /// How many keys it has taken in all: whether it still grows.
    taken: usize,
    /// The paste, once there are too many; no more of it is kept than is handed on.
    text: Option<String>,
}

impl Burst {
    /// Takes an event; gives what can be told now, oldest first: nothing while it may be a part of a
    /// paste, and with the first that is none all that was held back before it.
    pub(super) fn take(&mut self, event: Event) -> Vec<Event> {
        let character = match &event {
            // Out of a flood that goes on for ever there is this way.
            Event::Key(key) if is_interrupt(key) => None,
            Event::Key(key) => Some((*key, character(key))),
            _ => None,
        };
        self.taken = self.taken.wrapping_add(1);
        match (&mut self.text, character) {
            (Some(text), Some((_, Some(c)))) if text.len() < PASTE => text.push(c),
            // A page with control characters in it is a page.
            (Some(_), Some(_)) => {}
            (None, Some((key, Some(_)))) => self.count(key),
            _ => {
                let mut told = self.end();
                told.push(event);
                return told;
            }
        }
        Vec::new()
    }

    fn count(&mut self, key: KeyEvent) {
        self.keys.push(key);
        if self.keys.len() >= PASTED {
            self.text = Some(self.keys.drain(..).filter_map(|key| character(&key)).collect());
        }
    }

    /// Nothing more of it comes, or something else does.
    pub(super) fn end(&mut self) -> Vec<Event> {
        match self.text.take() {
            Some(text) => vec![Event::Paste(pasted(&text))],
            None => self.keys.drain(..).map(Event::Key).collect(),
        }
    }

    /// How much it has taken so far, while something is held.
    pub(super) fn held(&self) -> Option<usize> {
        (self.text.is_some() || !self.keys.is_empty()).then_some(self.taken)
    }

    /// How often and how long to look for more before it is at an end; `None` where nothing is held.
    pub(super) fn patience(&self) -> Option<[Duration; 2]> {
        match (&self.text, self.keys.len()) {
            (Some(_), _) => Some([PAUSE, AT_ONCE]),
            (None, 0) => None,
            (None, SUSPECT..) => Some([A_MOMENT, AT_ONCE]),
            (None, _) => Some([AT_ONCE; 2]),
        }
    }
}

/// What a key is in a text; `None` for what no paste consists of, such as the arrows that some
/// terminals send many of when a wheel is turned.
fn character(key: &KeyEvent) -> Option<char> {
    match key.code {
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        KeyCode::Char('j') if key.modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Char(c) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => Some(c),
        _ => None,
    }
}

fn is_interrupt(key: &KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// Everything in one go; what is told, keys as they print.
    fn told(events: impl IntoIterator<Item = Event>) -> Vec<String> {
        let mut burst = Burst::default();
        let mut told: Vec<Event> = events.into_iter().flat_map(|event| burst.take(event)).collect();
        told.extend(burst.end());
        assert_eq!(burst.end(), []);
        told.into_iter()
            .map(|event| match event {
                Event::Key(key) => key.code.to_string(),
                Event::Paste(text) => format!("paste of {}: {}", text.len(), text.replace('\n', "/")),
                other => format!("{other:?}"),
            })
            .collect()
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| key(KeyCode::Char(c), KeyModifiers::NONE)).collect()
    }

    #[test]
    fn few_characters_are_keys_and_many_a_paste() {
        assert_eq!(told(typed(&"x".repeat(PASTED - 1))).len(), PASTED - 1);
        assert_eq!(told(typed(&"x".repeat(PASTED))), [format!("paste of {PASTED}: {}", "x".repeat(PASTED))]);
    }

    #[test]
    fn ends_of_lines_and_control_characters_do_not_break_a_paste() {
        let mut events = typed(&"d".repeat(40));
        events.push(key(KeyCode::Enter, KeyModifiers::NONE));
        events.push(key(KeyCode::Char('u'), KeyModifiers::CONTROL));
        events.push(key(KeyCode::Char('x'), KeyModifiers::ALT));
        events.push(key(KeyCode::Char('j'), KeyModifiers::CONTROL));
        events.extend(typed("end"));
        assert_eq!(told(events), [format!("paste of 45: {}//end", "d".repeat(40))]);
    }

    #[test]
    fn a_wheel_that_sends_arrows_is_no_paste() {
        let arrows = (0..200).map(|_| key(KeyCode::Down, KeyModifiers::NONE));
        assert_eq!(told(arrows).len(), 200);
    }

    #[test]
    fn what_does_not_belong_to_it_is_told_after_it() {
        let mut events = typed("ab");
        events.push(key(KeyCode::Down, KeyModifiers::NONE));
        events.extend(typed("c"));
        assert_eq!(told(events), ["a", "b", "Down", "c"]);
    }

    #[test]
    fn a_flood_can_be_interrupted_and_takes_no_memory() {
        let mut events = typed(&"数".repeat(200_000));
        events.push(key(KeyCode::Char('c'), KeyModifiers::CONTROL));
        let told = told(events);
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with(&format!("paste of {}", PASTE / 3 * 3)), "{}", &told[0][..20]);
        assert_eq!(told[1], "c");
    }

    #[test]
    fn a_key_alone_waits_for_nothing_worth_the_name() {
        let mut burst = Burst::default();
        assert_eq!(burst.patience(), None);
        assert_eq!(burst.take(typed("j").remove(0)), []);
        assert!(burst.patience().unwrap().iter().sum::<Duration>() < Duration::from_millis(1));
    }
}

//! Key sequences that a slow link has torn behind their ESC, put together again.
//!
//! crossterm takes an ESC at the end of a read for the key Esc, and what follows for typed keys: an
//! arrow would leave the view and run `[` and `A`. So Esc is held for the escape time, [`ESCAPE`]
//! (what vim calls `ttimeoutlen`); nothing else that a hand types waits, except Alt+`]`, which begins
//! what a terminal reports. What fits the grammar of such a sequence becomes the key it means, or is
//! dropped where it means none. Half a sequence that nobody can have typed so fast is dropped too.

use super::answer::plain;
use super::event::{Event, PASTE, pasted};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// How long Esc waits for the rest of a sequence.
const ESCAPE: Duration = Duration::from_millis(40);
/// How long a sequence that has begun waits for its next character.
const NEXT: Duration = Duration::from_millis(60);
/// How long Alt+`]` waits for the number of a report.
const REPORT: Duration = Duration::from_millis(50);
/// How long a report, or a paste whose beginning was torn, waits for its next character.
const TEXT: Duration = Duration::from_millis(200);
/// The longest sequence of a key, and the longest report, in characters.
const LONGEST_KEY: usize = 64;
const LONGEST_REPORT: usize = 8192;

#[derive(Debug, Default)]
enum Seen {
    #[default]
    Nothing,
    Esc,
    /// `ESC [` and these.
    Csi(String),
    /// `ESC O`.
    Ss3,
    /// `ESC ]` and these, and whether an ESC has come, the first byte of the end.
    Report(String, bool),
    /// The text behind a torn beginning of a paste; crossterm swallows its end.
    Paste(String),
}

/// Puts torn sequences together in a stream of events.
#[derive(Debug, Default)]
pub(super) struct Split {
    seen: Seen,
    /// The keys that have been seen, while a hand may have typed them.
    held: Vec<Event>,
}

impl Split {
    /// How long to wait for the next event before [`Split::release`]; `None`: for ever.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.seen {
            Seen::Nothing => None,
            Seen::Esc => Some(ESCAPE),
            Seen::Csi(_) | Seen::Ss3 => Some(NEXT),
            Seen::Report(text, _) if text.is_empty() => Some(REPORT),
            Seen::Report(..) | Seen::Paste(_) => Some(TEXT),
        }
    }

    /// Nothing has come in time, or something that does not belong to it: gives what was typed.
    pub(super) fn release(&mut self) -> Vec<Event> {
        let held = std::mem::take(&mut self.held);
        match std::mem::take(&mut self.seen) {
            Seen::Csi(text) if !text.is_empty() => Vec::new(),
            Seen::Report(text, _) if is_report(&text) => Vec::new(),
            Seen::Paste(text) => vec![Event::Paste(pasted(&text))],
            _ => held,
        }
    }

    /// Forgets what was held: it was meant for another program.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes an event and gives those to hand on, in order.
    pub(super) fn take(&mut self, event: Event) -> Vec<Event> {
        let (c, alt) = plain(&event);
        let typed = c.filter(|_| !alt);
        match (std::mem::take(&mut self.seen), typed) {
            (Seen::Nothing, _) if is_esc(&event) => self.hold(event, Seen::Esc),
            (Seen::Nothing, _) if alt && c == Some(']') => {
                self.hold(event, Seen::Report(String::new(), false));
            }
            (Seen::Nothing, _) => return vec![event],
            (Seen::Esc, Some('[')) => self.hold(event, Seen::Csi(String::new())),
            (Seen::Esc, Some('O')) => self.hold(event, Seen::Ss3),
            (Seen::Esc, Some(c @ (']' | '\\'))) => {
                self.held.clear();
                return self.take(key(KeyCode::Char(c), KeyModifiers::ALT));
            }
            (Seen::Csi(text), Some(c @ ' '..='?')) if text.len() < LONGEST_KEY => {
                self.hold(event, Seen::Csi(format!("{text}{c}")));
            }
            (Seen::Csi(text), Some(c @ '@'..='~')) => {
                self.held.clear();
                if text == "200" && c == '~' {
                    self.seen = Seen::Paste(String::new());
                }
                return meaning(&text, c).into_iter().collect();
            }
            (Seen::Ss3, Some(c)) if c.is_ascii_alphabetic() => {
                self.held.clear();
                return meaning("", c).into_iter().collect();
            }
            (Seen::Report(text, _), _) if is_report(&text) && is_end(&event) => self.held.clear(),
            (Seen::Report(_, true), Some('\\')) => self.held.clear(),
            (Seen::Report(text, false), _) if is_report(&text) && is_esc(&event) => {
                self.seen = Seen::Report(text, true);
            }
            (Seen::Report(text, false), Some(c)) if continues(&text, c) => {
                return self.report(text, c, event);
            }
            (Seen::Paste(text), _) if is_text(&event) => self.seen = Seen::Paste(grown(text, &event)),
            (seen, _) => {
                let cut = matches!(seen, Seen::Report(_, true));
                self.seen = seen;
                let mut out = self.release();
                if cut {
                    out.extend(self.take(key(KeyCode::Esc, KeyModifiers::NONE)));
                }
                out.extend(self.take(event));
                return out;
            }
        }
        Vec::new()
    }

    fn hold(&mut self, event: Event, seen: Seen) {
        self.held.push(event);
        self.seen = seen;
    }

    /// One more character of a report; the one about the background is read by the next in line.
    fn report(&mut self, mut text: String, c: char, event: Event) -> Vec<Event> {
        text.push(c);
        self.hold(event, Seen::Nothing);
        if text == "11;rgb" {
            return std::mem::take(&mut self.held);
        }
        self.seen = Seen::Report(text, false);
        Vec::new()
    }
}

/// Reports begin with a number; behind its semicolon anything may stand.
fn continues(text: &str, c: char) -> bool {
    text.len() < LONGEST_REPORT && (is_report(text) || c.is_ascii_digit() || (c == ';' && !text.is_empty()))
}

/// Whether nobody has typed this behind Alt+`]` in a wink.
fn is_report(text: &str) -> bool {
    text.contains(';')
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn is_esc(event: &Event) -> bool {
    *event == key(KeyCode::Esc, KeyModifiers::NONE)
}

/// BEL or `ESC \`.
fn is_end(event: &Event) -> bool {
    *event == key(KeyCode::Char('g'), KeyModifiers::CONTROL)
        || *event == key(KeyCode::Char('\\'), KeyModifiers::ALT)
}

fn is_text(event: &Event) -> bool {
    matches!(plain(event), (Some(_), false))
        || matches!(event, Event::Key(key) if matches!(key.code, KeyCode::Enter | KeyCode::Tab))
}

fn grown(mut text: String, event: &Event) -> String {
    let c = match event {
        Event::Key(key) if key.code == KeyCode::Tab => '\t',
        event => plain(event).0.unwrap_or('\n'),
    };
    if text.len() < PASTE {
        text.push(c);
    }
    text
}

/// The key that a sequence means, by its parameters and its last character.
fn meaning(parameters: &str, last: char) -> Option<Event> {
    let mut numbers = Vec::new();
    for number in parameters.split(';') {
        numbers.push(if number.is_empty() { 1 } else { number.parse::<u8>().ok()? });
    }
    let code = match (last, numbers.first()?) {
        ('A', _) => KeyCode::Up,
        ('B', _) => KeyCode::Down,
        ('C', _) => KeyCode::Right,
        ('D', _) => KeyCode::Left,
        ('H', _) | ('~', 1 | 7) => KeyCode::Home,
        ('F', _) | ('~', 4 | 8) => KeyCode::End,
        ('P', _) => KeyCode::F(1),
        ('Q', _) => KeyCode::F(2),
        ('R', _) => KeyCode::F(3),
        ('S', _) => KeyCode::F(4),
        ('Z', _) => return Some(key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        ('~', 2) => KeyCode::Insert,
        ('~', 3) => KeyCode::Delete,
        ('~', 5) => KeyCode::PageUp,
        ('~', 6) => KeyCode::PageDown,
        ('~', number @ 11..=15) => KeyCode::F(number - 10),
        ('~', number @ 17..=21) => KeyCode::F(number - 11),
        ('~', number @ 23..=24) => KeyCode::F(number - 12),
        _ => return None,
    };
    let mask = numbers.get(1).map_or(0, |number| number.saturating_sub(1));
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, mask & 1 != 0);
    modifiers.set(KeyModifiers::ALT, mask & 2 != 0);
    modifiers.set(KeyModifiers::CONTROL, mask & 4 != 0);
    Some(key(code, modifiers))
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;

//! The terminal's answer about its background, told apart from keys.
//!
//! The question is `ESC ] 11 ; ? ESC \`. The answer, `ESC ] 11;rgb:hhhh/hhhh/hhhh` up to `ESC \` or
//! BEL, comes in the stream of keys, and crossterm, which knows nothing of it, makes keys of it:
//! Alt+`]`, a key for each character, and Alt+`\` or Ctrl+g. A [`Sieve`] swallows exactly that and
//! hands on every other key. An answer may come late, twice or in pieces: it never becomes keys.
//! How that is kept apart from typing:
//!
//! - A key that may begin an answer is held for a moment, since an answer arrives as one: Alt+`]`
//!   for [`PIECE`], and while an answer is awaited Esc, which a torn answer begins with, for
//!   [`TORN`]. Nothing else ever waits. What turns out to be typed is handed on in order.
//! - From `11;rgb` on nobody has typed it, so it waits for its end, and is dropped without one.

use super::event::Event;
use crate::config::theme::Background;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The question, in the words of xterm.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How long an answer is waited for. Connections take their time; one that comes later still is
/// swallowed, but changes nothing under the reader's eyes any more.
const LIMIT: Duration = Duration::from_secs(2);

/// How long the beginning of an answer may wait for the rest of it.
const PIECE: Duration = Duration::from_millis(50);

/// How long Esc may wait for the rest of an answer that was torn behind its first byte.
const TORN: Duration = Duration::from_millis(10);

/// Whether an answer is awaited: known to the loop, which asks, and to the input thread.
#[derive(Debug, Default)]
pub(super) struct Question(Mutex<Option<Instant>>);

impl Question {
    /// Notes that the question goes out; `false` where an answer to another is still awaited.
    pub(super) fn ask(&self, now: Instant) -> bool {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free = asked.is_none_or(|asked| now.saturating_duration_since(asked) > LIMIT);
        if free {
            *asked = Some(now);
        }
        free
    }

    pub(super) fn is_open(&self, now: Instant) -> bool {
        let asked = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.is_some_and(|asked| now.saturating_duration_since(asked) <= LIMIT)
    }

    fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// What has come of an answer so far.
#[derive(Debug, Default)]
enum Seen {
    #[default]
    Nothing,
    /// Esc, which may be the first byte of a torn answer.
    Esc,
    /// The characters behind the beginning.
    Body(String),
    /// A whole body and Esc, the first byte of its end.
    Ending(Background),
}

/// Takes the answers out of a stream of events.
#[derive(Debug)]
pub(super) struct Sieve<'a> {
    question: &'a Question,
    seen: Seen,
    /// Events that may turn out to be keys.
    held: Vec<Event>,
    /// When the last of what has been seen came.
    last: Instant,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(question: &'a Question, now: Instant) -> Self {
        Self { question, seen: Seen::Nothing, held: Vec::new(), last: now }
    }

    /// How long to wait for the next event before [`Sieve::release`]; `None`: for ever.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.seen {
            Seen::Nothing | Seen::Ending(_) => None,
            Seen::Esc => Some(TORN),
            Seen::Body(read) if is_certain(read) => None,
            Seen::Body(_) => Some(PIECE),
        }
    }

    /// Nothing has come in time: what was held was typed.
    pub(super) fn release(&mut self) -> Vec<Event> {
        self.seen = Seen::Nothing;
        std::mem::take(&mut self.held)
    }

    /// Takes an event and gives those to hand on, in order.
    pub(super) fn take(&mut self, event: Event, now: Instant) -> Vec<Event> {
        let pause = now.saturating_duration_since(self.last);
        self.last = now;
        let mut out = Vec::new();
        // Half an answer, and long after it something else: the rest was lost.
        if pause > LIMIT {
            out = self.break_off();
        }
        let (key, alt) = plain(&event);
        match (std::mem::take(&mut self.seen), key) {
            (Seen::Nothing, Some(']')) if alt => self.hold(event, Seen::Body(String::new())),
            (Seen::Nothing, _) if is_esc(&event) && self.question.is_open(now) => self.hold(event, Seen::Esc),
            (Seen::Nothing, _) => out.push(event),
            (Seen::Esc, Some(']')) if !alt => self.hold(event, Seen::Body(String::new())),
            (Seen::Ending(background), Some('\\')) if !alt => out.extend(self.finish(background, now)),
            (Seen::Ending(background), _) => {
                out.extend(self.finish(background, now));
                out.extend(self.take(event, now));
            }
            (Seen::Body(read), Some(c)) if !alt && body(&format!("{read}{c}")) != Body::No => {
                self.hold(event, Seen::Body(format!("{read}{c}")));
            }
            (Seen::Body(read), _) => match body(&read) {
                Body::Whole(background) if is_end(&event) => out.extend(self.finish(background, now)),
                Body::Whole(background) if is_esc(&event) => self.seen = Seen::Ending(background),
                _ => {
                    self.seen = Seen::Body(read);
                    out.extend(self.break_off());
                    out.extend(self.take(event, now));
                }
            },
            (Seen::Esc, _) => {
                out.extend(self.release());
                out.extend(self.take(event, now));
            }
        }
        out
    }

    fn hold(&mut self, event: Event, seen: Seen) {
        self.held.push(event);
        self.seen = seen;
    }

    /// What was held is no answer, or will never be a whole one.
    fn break_off(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.seen) {
            Seen::Body(read) if is_certain(&read) => self.held.clear(),
            Seen::Ending(_) => self.held.clear(),
            _ => {}
        }
        std::mem::take(&mut self.held)
    }

    fn finish(&mut self, background: Background, now: Instant) -> Option<Event> {
        self.seen = Seen::Nothing;
        self.held.clear();
        let awaited = self.question.is_open(now);
        self.question.close();
        awaited.then_some(Event::Background(background))
    }
}

/// The character of a key, and whether Alt was with it.
pub(super) fn plain(event: &Event) -> (Option<char>, bool) {
    let Event::Key(key) = event else { return (None, false) };
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        // A capital comes with Shift.
        KeyCode::Char(c) if key.modifiers.difference(KeyModifiers::ALT | KeyModifiers::SHIFT).is_empty() => {
            (Some(c), alt)
        }
        _ => (None, alt),
    }
}

fn is_esc(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Esc && key.modifiers.is_empty())
}

/// `ESC \`, BEL, or the end as one character.
fn is_end(event: &Event) -> bool {
    let Event::Key(key) = event else { return false };
    match key.code {
        KeyCode::Char('\\') => key.modifiers == KeyModifiers::ALT,
        KeyCode::Char('g') => key.modifiers == KeyModifiers::CONTROL,
        KeyCode::Char('\u{9c}') => true,
        _ => false,
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Body {
    No,
    Part,
    Whole(Background),
}

/// With the transparency that some terminals add, and without.
const BEGINNINGS: [(&str, usize); 2] = [("11;rgb:", 3), ("11;rgba:", 4)];

fn is_certain(read: &str) -> bool {
    read.starts_with("11;rgb")
}

/// Whether some characters are the body of an answer, or the beginning of one.
fn body(read: &str) -> Body {
    for (beginning, channels) in BEGINNINGS {
        if beginning.starts_with(read) {
            return Body::Part;
        }
        let Some(rest) = read.strip_prefix(beginning) else { continue };
        let parts: Vec<&str> = rest.split('/').collect();
        let last = parts.len() - 1;
        let fits = |(at, part): (usize, &&str)| {
            part.len() <= 4
                && part.bytes().all(|byte| byte.is_ascii_hexdigit())
                && (at == last || !part.is_empty())
        };
        if parts.len() > channels || !parts.iter().enumerate().all(fits) {
            return Body::No;
        }
        let levels: Vec<u8> = parts.iter().filter_map(|part| level(part)).collect();
        return match levels.as_slice() {
            [red, green, blue, ..] if levels.len() == channels => {
                Body::Whole(Background::of([*red, *green, *blue]))
            }
            _ => Body::Part,
        };
    }
    Body::No
}

/// One to four hexadecimal digits, as parts of their greatest value.
fn level(digits: &str) -> Option<u8> {
    let value = u32::from_str_radix(digits, 16).ok()?;
    let greatest = 16_u32.pow(u32::try_from(digits.len()).ok()?) - 1;
    u8::try_from(value * 255 / greatest).ok()
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;

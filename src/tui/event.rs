//! What the shell tells the program: the few things that can happen outside of it.

use crate::config::theme::Background;
use ratatui::crossterm::event::{Event as Raw, KeyEvent, KeyEventKind};
use ratatui::layout::Size;

/// One thing that happened outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key went down or repeats; a key going up is never told.
    Key(KeyEvent),
    /// Text pasted as one piece: at most [`PASTE`] bytes, lines end in `\n`, no other control
    /// character.
    Paste(String),
    /// The size to draw at; also the first event of a run, before the first frame.
    Resized(Size),
    /// The first frame is on the screen: time for what was not needed for it.
    Shown,
    /// Half a second has gone by since the last look: time to ask whether files have changed.
    Look,
    /// The program was stopped and goes on: files and the clock may have moved meanwhile.
    Resumed,
    /// Input has begun and does not end (half a key sequence, an open paste), so that further keys
    /// are swallowed. Told at most once a second; the next event that is a key or a paste ends it.
    InputWaiting,
    /// The terminal has told its background.
    Background(Background),
    /// The program ends now, whatever the answer: the last chance to ask for a draft to be kept.
    Interrupted,
}

/// The most bytes of a paste that are handed on: more than any field takes, and little enough
/// that a slip of the clipboard costs nothing.
pub const PASTE: usize = 4096;

/// The largest area that is drawn. A terminal may claim 65535x65535, which would take gigabytes.
pub(super) const LARGEST: Size = Size::new(1000, 500);

/// `size`, or as much of it as is drawn.
pub(super) fn drawn(size: Size) -> Size {
    Size::new(size.width.min(LARGEST.width), size.height.min(LARGEST.height))
}

/// What the program is told of an event of the terminal. `None` for what it has no use for; a
/// resize too, since the signal thread measures the window itself.
pub(super) fn translate(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key)),
        Raw::Paste(text) => Some(Event::Paste(pasted(&text))),
        Raw::Key(_) | Raw::Resize(..) | Raw::Mouse(_) | Raw::FocusGained | Raw::FocusLost => None,
    }
}

/// Terminals send the end of a pasted line as `\r`, `\n` or both.
fn pasted(text: &str) -> String {
    let mut clean = String::new();
    let mut previous = ' ';
    for c in text.chars() {
        let shown = match c {
            '\n' if previous == '\r' => None,
            '\r' | '\n' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        };
        previous = c;
        let Some(shown) = shown else { continue };
        if clean.len() + shown.len_utf8() > PASTE {
            break;
        }
        clean.push(shown);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::{KeyCode, KeyModifiers};

    #[test]
    fn a_paste_has_lines_and_no_other_control_character() {
        assert_eq!(pasted("one\r\ntwo\rthree\n\nfour"), "one\ntwo\nthree\n\nfour");
        assert_eq!(pasted("a\tb\u{1b}[31mc\u{9b}d\u{0}"), "a b[31mcd");
    }

    #[test]
    fn a_paste_ends_at_a_whole_character() {
        let long = pasted(&"数".repeat(10_000));
        assert_eq!(long.len(), PASTE / 3 * 3);
        assert!(long.chars().all(|c| c == '数'));
    }

    #[test]
    fn a_key_that_goes_up_is_not_told() {
        let down = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        assert_eq!(translate(Raw::Key(down)), Some(Event::Key(down)));
        let up = KeyEvent { kind: KeyEventKind::Release, ..down };
        assert_eq!(translate(Raw::Key(up)), None);
    }

    #[test]
    fn a_monstrous_window_is_drawn_in_part() {
        assert_eq!(drawn(Size::new(65535, 65535)), LARGEST);
        assert_eq!(drawn(Size::new(80, 65535)), Size::new(80, 500));
        assert_eq!(drawn(Size::new(0, 0)), Size::new(0, 0));
    }
}

//! What the shell tells the program: the few things that can happen outside of it.

use crate::app::pointer::Gesture;
use crate::config::theme::Background;
use ratatui::crossterm::event::{
    Event as Raw, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::{Position, Size};
use std::time::{Duration, Instant};

/// One thing that happened outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key went down or repeats; a key going up is never told.
    Key(KeyEvent),
    /// Text pasted as one piece: at most [`PASTE`] bytes, lines end in `\n`, no other control
    /// character.
    Paste(String),
    /// The mouse, where the program listens to it.
    Pointer(Gesture, Position),
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

/// How long after a click a second one in the same place makes a double click: the usual of desktops.
const DOUBLE: Duration = Duration::from_millis(400);

/// The last click, by which the next is known as the second of two.
#[derive(Debug, Default)]
pub(super) struct Clicks(Option<(Position, Instant)>);

impl Clicks {
    fn click(&mut self, place: Position, now: Instant) -> Gesture {
        let second = matches!(self.0, Some((before, at))
            if before == place && now.saturating_duration_since(at) <= DOUBLE);
        // A third click begins anew.
        self.0 = (!second).then_some((place, now));
        if second { Gesture::DoubleClick } else { Gesture::Click }
    }
}

/// What the program is told of an event of the terminal. `None` for what it has no use for; a
/// resize too, since the signal thread measures the window itself.
pub(super) fn translate_with(clicks: &mut Clicks, raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key)),
        Raw::Paste(text) => Some(Event::Paste(pasted(&text))),
        Raw::Mouse(mouse) => gesture(clicks, mouse, Instant::now()),
        Raw::Key(_) | Raw::Resize(..) | Raw::FocusGained | Raw::FocusLost => None,
    }
}

/// Wheel and left button. With a modifier the mouse is the terminal's, where that does not take it
/// itself; other buttons, letting go and dragging mean nothing.
fn gesture(clicks: &mut Clicks, mouse: MouseEvent, now: Instant) -> Option<Event> {
    if mouse.modifiers != KeyModifiers::NONE {
        return None;
    }
    let place = Position::new(mouse.column, mouse.row);
    let gesture = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => clicks.click(place, now),
        MouseEventKind::ScrollDown => Gesture::WheelDown,
        MouseEventKind::ScrollUp => Gesture::WheelUp,
        _ => return None,
    };
    Some(Event::Pointer(gesture, place))
}

/// The same for a single event.
#[cfg(test)]
pub(super) fn translate(raw: Raw) -> Option<Event> {
    translate_with(&mut Clicks::default(), raw)
}

/// Terminals send the end of a pasted line as `\r`, `\n` or both.
pub(super) fn pasted(text: &str) -> String {
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
    fn two_quick_clicks_in_one_place_are_a_double_click() {
        let start = Instant::now();
        let mut clicks = Clicks::default();
        let mut click = |column, milliseconds| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            let mouse = MouseEvent { kind, column, row: 3, modifiers: KeyModifiers::NONE };
            match gesture(&mut clicks, mouse, start + Duration::from_millis(milliseconds)) {
                Some(Event::Pointer(gesture, place)) if place == Position::new(column, 3) => gesture,
                other => panic!("{other:?}"),
            }
        };
        let single = Gesture::Click;
        assert_eq!([click(5, 0), click(5, 300)], [single, Gesture::DoubleClick]);
        assert_eq!([click(5, 400), click(6, 500), click(6, 901)], [single, single, single]);
    }

    #[test]
    fn only_the_wheel_and_the_left_button_mean_something() {
        let told = |kind, modifiers| {
            let mouse = MouseEvent { kind, column: 0, row: 0, modifiers };
            match translate(Raw::Mouse(mouse)) {
                Some(Event::Pointer(gesture, _)) => Some(gesture),
                _ => None,
            }
        };
        use MouseEventKind as M;
        assert_eq!(told(M::ScrollDown, KeyModifiers::NONE), Some(Gesture::WheelDown));
        assert_eq!(told(M::ScrollUp, KeyModifiers::NONE), Some(Gesture::WheelUp));
        assert_eq!(told(M::Down(MouseButton::Left), KeyModifiers::SHIFT), None);
        let button = MouseButton::Left;
        for kind in [
            M::Up(button),
            M::Drag(button),
            M::Moved,
            M::Down(MouseButton::Right),
            M::Down(MouseButton::Middle),
        ] {
            assert_eq!(told(kind, KeyModifiers::NONE), None, "{kind:?}");
        }
    }

    #[test]
    fn a_monstrous_window_is_drawn_in_part() {
        assert_eq!(drawn(Size::new(65535, 65535)), LARGEST);
        assert_eq!(drawn(Size::new(80, 65535)), Size::new(80, 500));
        assert_eq!(drawn(Size::new(0, 0)), Size::new(0, 0));
    }
}

//! One line of text being typed: readline keys, paste, and where the terminal's cursor belongs.

use crate::domain::Safe;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::ops::Range;
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

/// Bytes that a text field holds at most; more is cut off at a paste and refused at a key.
pub const LONGEST: usize = 2000;

#[derive(Clone, Debug, Default)]
pub struct TextField {
    input: Input,
    /// The text was there before and has not been touched: typing replaces it.
    prefilled: bool,
}

impl TextField {
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), prefilled: false }
    }

    /// A text that a form proposes: the first character or paste replaces it, any other editing key
    /// edits it as it stands.
    pub fn prefilled(text: &str) -> Self {
        Self { prefilled: !text.is_empty(), ..Self::new(text) }
    }

    /// Whether what is typed next replaces the whole text.
    pub fn is_replaced_by_typing(&self) -> bool {
        self.prefilled
    }

    pub fn text(&self) -> &str {
        self.input.value()
    }

    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// The byte before which the cursor stands.
    pub fn caret(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Exchanges a part of the text, and puts the cursor behind it; too long a text is not taken.
    pub fn replace(&mut self, part: Range<usize>, by: &str) {
        let (Some(before), Some(after)) = (self.text().get(..part.start), self.text().get(part.end..)) else {
            return;
        };
        let text = format!("{before}{by}{after}");
        if text.len() <= LONGEST {
            let cursor = before.chars().count() + by.chars().count();
            self.input = Input::new(text).with_cursor(cursor);
            self.prefilled = false;
        }
    }

    /// Applies an editing key; whether it was one.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let Some(request) = request(key) else { return false };
        let grows = matches!(request, InputRequest::InsertChar(_));
        let replaces = std::mem::take(&mut self.prefilled) && grows;
        if replaces {
            self.input = Input::default();
        }
        if !(grows && self.text().len() >= LONGEST) {
            self.input.handle(request);
        }
        true
    }

    /// Inserts a text at the cursor, on one line, without control characters.
    pub fn paste(&mut self, text: &str) {
        let kept = |c: char| matches!(c, '\n' | '\r' | '\t') || !c.is_control();
        if text.chars().any(kept) && std::mem::take(&mut self.prefilled) {
            self.input = Input::default();
        }
        for c in text.chars() {
            if self.text().len() + c.len_utf8() > LONGEST {
                break;
            }
            let c = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
            if !c.is_control() {
                self.input.handle(InputRequest::InsertChar(c));
            }
        }
    }

    /// Puts the cursor before the character that is shown so many columns behind a byte, or at the end.
    pub fn put_cursor(&mut self, start: usize, column: usize) {
        self.prefilled = false;
        let (mut used, mut at) = (0, 0);
        for (byte, c) in self.text().char_indices() {
            if byte >= start {
                used += cells(c);
            }
            if used > column {
                break;
            }
            at += 1;
        }
        self.input.handle(InputRequest::SetCursor(at));
    }

    /// The part of the text that fits `width` cells around the cursor.
    pub fn visible(&self, width: usize) -> Visible<'_> {
        let text = self.text();
        let place = self.caret();
        // Walk left from the cursor while there is room for the cursor's own cell.
        let mut start = place;
        let mut cursor = 0;
        for (at, c) in text.get(..place).unwrap_or_default().char_indices().rev() {
            if cursor + cells(c) + 1 > width {
                break;
            }
            cursor += cells(c);
            start = at;
        }
        let mut end = start;
        let mut room = width;
        for (at, c) in text.get(start..).unwrap_or_default().char_indices() {
            if cells(c) > room {
                break;
            }
            room -= cells(c);
            end = start + at + c.len_utf8();
        }
        Visible { text: text.get(start..end).unwrap_or_default(), start, cursor }
    }
}

/// The part of a text field that is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visible<'a> {
    pub text: &'a str,
    /// The byte of the whole text at which this part begins.
    pub start: usize,
    /// The cursor's column in it.
    pub cursor: usize,
}

/// Cells that a character takes as it is shown.
fn cells(c: char) -> usize {
    Safe::new(c.encode_utf8(&mut [0; 4])).width()
}

/// What an editing key asks of the text; `None` for keys that are not for editing.
fn request(key: &KeyEvent) -> Option<InputRequest> {
    use InputRequest as R;
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(match (key.code, ctrl, alt) {
        (KeyCode::Char(c), false, false) => R::InsertChar(c),
        (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, false) => R::DeletePrevChar,
        (KeyCode::Delete, _, false) | (KeyCode::Char('d'), true, false) => R::DeleteNextChar,
        (KeyCode::Char('w'), true, false) | (KeyCode::Backspace, _, true) => R::DeletePrevWord,
        (KeyCode::Char('d'), false, true) => R::DeleteNextWord,
        (KeyCode::Char('u'), true, false) => R::DeleteLine,
        (KeyCode::Char('k'), true, false) => R::DeleteTillEnd,
        (KeyCode::Char('a'), true, false) | (KeyCode::Home, ..) => R::GoToStart,
        (KeyCode::Char('e'), true, false) | (KeyCode::End, ..) => R::GoToEnd,
        (KeyCode::Char('b'), false, true) | (KeyCode::Left, true, _) => R::GoToPrevWord,
        (KeyCode::Char('f'), false, true) | (KeyCode::Right, true, _) => R::GoToNextWord,
        (KeyCode::Char('b'), true, false) | (KeyCode::Left, false, _) => R::GoToPrevChar,
        (KeyCode::Char('f'), true, false) | (KeyCode::Right, false, _) => R::GoToNextChar,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(field: &mut TextField, code: KeyCode, modifiers: KeyModifiers) -> bool {
        field.key(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn readline_keys_edit() {
        let mut field = TextField::new("leading teams");
        assert!(press(&mut field, KeyCode::Char('w'), KeyModifiers::CONTROL));
        assert_eq!(field.text(), "leading ");
        press(&mut field, KeyCode::Char('a'), KeyModifiers::CONTROL);
        press(&mut field, KeyCode::Char('!'), KeyModifiers::NONE);
        assert_eq!(field.text(), "!leading ");
        press(&mut field, KeyCode::Char('u'), KeyModifiers::CONTROL);
        assert_eq!(field.text(), "");
        assert!(!press(&mut field, KeyCode::Char('x'), KeyModifiers::CONTROL));
    }

    #[test]
    fn what_is_typed_first_replaces_a_prefilled_text() {
        let after = |codes: &[KeyCode]| {
            let mut field = TextField::prefilled("20");
            for code in codes {
                press(&mut field, *code, KeyModifiers::NONE);
            }
            assert_eq!(field.is_replaced_by_typing(), codes.is_empty());
            field.text().to_owned()
        };
        assert_eq!(after(&[]), "20");
        assert_eq!(after(&[KeyCode::Char('5')]), "5");
        assert_eq!(after(&[KeyCode::Char('5'), KeyCode::Char('0')]), "50");
        assert_eq!(after(&[KeyCode::Backspace]), "2");
        assert_eq!(after(&[KeyCode::Right, KeyCode::Char('5')]), "205");
        assert_eq!(after(&[KeyCode::Home, KeyCode::Char('5')]), "520");

        let mut pasted = TextField::prefilled("20");
        pasted.paste("\u{1b}");
        assert_eq!(pasted.text(), "20");
        pasted.paste("2.5");
        assert_eq!(pasted.text(), "2.5");
        pasted.paste("0");
        assert_eq!(pasted.text(), "2.50");

        // A key that is none for editing leaves the proposal as it is.
        let mut field = TextField::prefilled("20");
        press(&mut field, KeyCode::Tab, KeyModifiers::NONE);
        assert!(field.is_replaced_by_typing());
        assert!(!TextField::prefilled("").is_replaced_by_typing());
    }

    #[test]
    fn a_paste_stays_on_its_line_and_has_an_end() {
        let mut field = TextField::default();
        field.paste("two\nlines\u{1b}[31m");
        assert_eq!(field.text(), "two lines[31m");
        field.paste(&"数".repeat(200_000));
        assert!(field.text().len() <= LONGEST);
    }

    #[test]
    fn a_click_puts_the_cursor_where_it_is() {
        let mut field = TextField::new("a数字 b");
        let mut typed_at = |start, column| {
            field.put_cursor(start, column);
            field.visible(20).cursor
        };
        // A wide character has two columns.
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 99].map(|column| typed_at(0, column)), [0, 1, 1, 3, 3, 5, 6, 7]);
        // Shown from the second character on.
        assert_eq!([typed_at(4, 0), typed_at(4, 2)], [3, 5]);
    }

    #[test]
    fn the_cursor_is_in_view_at_every_width() {
        let mut field = TextField::new("数字经济 and\u{202e} leadership");
        for width in 0..12 {
            for code in [KeyCode::Home, KeyCode::Right, KeyCode::Right, KeyCode::End] {
                press(&mut field, code, KeyModifiers::NONE);
                let Visible { text, start, cursor } = field.visible(width);
                let shown = Safe::new(text).width();
                assert!(shown <= width && cursor <= width.saturating_sub(1), "{width} {text:?} {cursor}");
                assert!(field.text()[start..].starts_with(text));
            }
        }
    }
}

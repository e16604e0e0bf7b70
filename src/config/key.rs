//! One key press, as a value that reads and prints: `j`, `G`, `Space`, `Ctrl+d`, `Alt+Up`, `F1`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
}

/// Keys with a name of their own.
const NAMED: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift+Tab", KeyCode::BackTab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

impl Key {
    /// What a terminal reported, without the modifiers that the character already says. A
    /// full-width sign from an input method is the key that it stands for.
    pub fn from_event(event: &KeyEvent) -> Self {
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) => KeyCode::Char(narrow(c)),
            KeyCode::Tab if shift => KeyCode::BackTab,
            code => code,
        };
        Self {
            code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
        }
    }

    /// Reads what [`fmt::Display`] prints; names in any case.
    pub fn parse(text: &str) -> Option<Self> {
        let mut key = Self { code: KeyCode::Null, ctrl: false, alt: false };
        let mut rest = text;
        loop {
            let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(rest));
            if let Some((_, code)) = named {
                return Some(Self { code: *code, ..key });
            }
            match rest.split_once('+') {
                Some((prefix, more)) if !prefix.is_empty() && !more.is_empty() => {
                    match prefix.to_ascii_lowercase().as_str() {
                        "ctrl" => key.ctrl = true,
                        "alt" => key.alt = true,
                        _ => return None,
                    }
                    rest = more;
                }
                _ => break,
            }
        }
        let mut characters = rest.chars();
        let code = match (characters.next()?, characters.as_str()) {
            (c, "") if !c.is_control() => KeyCode::Char(c),
            ('F' | 'f', number) => KeyCode::F(number.parse().ok().filter(|n| (1..=12).contains(n))?),
            _ => return None,
        };
        Some(Self { code, ..key })
    }
}

/// The ASCII sign for a full-width one, and for what a Chinese input method types in its place.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' => '/',
        '。' => '.',
        '《' => '<',
        '》' => '>',
        '【' => '[',
        '】' => ']',
        _ => c,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        if self.ctrl {
            text.push_str("Ctrl+");
        }
        if self.alt {
            text.push_str("Alt+");
        }
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => text.push_str(name),
            (None, KeyCode::Char(c)) => text.push(c),
            (None, KeyCode::F(number)) => text.push_str(&format!("F{number}")),
            (None, _) => text.push('?'),
        }
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_print_what_they_read() {
        for text in [
            "j",
            "G",
            "Space",
            "Ctrl+d",
            "Alt+Up",
            "Ctrl+Alt+x",
            "F1",
            "F12",
            "Shift+Tab",
            "+",
            "Ctrl++",
            "?",
        ] {
            assert_eq!(Key::parse(text).map(|key| key.to_string()).as_deref(), Some(text));
        }
        for text in ["", "Hyper+x", "F13", "jk", "Ctrl+"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_input_method_does_not_change_what_a_key_means() {
        for (typed, meant) in [('：', ':'), ('？', '?'), ('！', '!'), ('、', '/'), ('／', '/'), ('ｊ', 'j')]
        {
            let event = KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE);
            assert_eq!(Key::from_event(&event).code, KeyCode::Char(meant));
        }
    }
}

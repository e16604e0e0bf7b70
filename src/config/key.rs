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

/// The ASCII sign for a full-width one, and for what the usual Chinese input methods type in its
/// place: those of Windows, macOS, fcitx and ibus, which differ in brackets. Where a method types a
/// sign twice (`……`, `——`), each of the two is the key.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        // Some send it for `\`, which nothing is bound to.
        '、' | '､' => '/',
        '。' | '｡' => '.',
        '《' | '〈' | '«' => '<',
        '》' | '〉' | '»' => '>',
        '【' | '「' | '〔' | '｢' => '[',
        '】' | '」' | '〕' | '｣' => ']',
        '『' => '{',
        '』' => '}',
        '·' => '`',
        '…' => '^',
        '—' => '_',
        '￥' | '¥' => '$',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '〜' => '~',
        _ => c,
    }
}

/// Why no terminal, or not every terminal, can send a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It arrives as another key, which would do its work.
    SameAs(Key),
    /// Terminals send nothing for it, the bare character, or each something else.
    Differs,
    /// What it sends begins the sequences of other keys.
    BeginsSequence,
}

/// Why a key, as a key table writes it, cannot be bound to anything; `None` for one that every
/// terminal sends and tells from all others, and for what is no key at all.
///
/// What a terminal sends has one byte for Ctrl and a letter, which has no room for Shift and which
/// Tab, Enter, Backspace and Esc share (ECMA-48 names them HT, CR, BS and ESC); the protocols that
/// tell more are not everywhere.
pub fn cannot_be_sent(text: &str) -> Option<Reason> {
    let (before, shift, rest) = shifted(text);
    let key = Key::parse(&format!("{before}{rest}"))?;
    if key.code == KeyCode::BackTab && key.ctrl {
        return Some(Reason::SameAs(Key { ctrl: false, ..key }));
    }
    if shift {
        // Of a key with Shift only a capital letter is left, and of one with Ctrl not even that.
        let plain = match key.code {
            KeyCode::Char(c) if !key.ctrl => KeyCode::Char(c.to_ascii_uppercase()),
            KeyCode::Char(c) => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        return Some(Reason::SameAs(Key { code: plain, ..key }));
    }
    let same = |code, ctrl| Some(Reason::SameAs(Key { code, ctrl, ..key }));
    match (key.code, key.ctrl, key.alt) {
        // An input method's sign is read as the one that it stands for.
        (KeyCode::Char(c), ctrl, _) if narrow(c) != c => same(KeyCode::Char(narrow(c)), ctrl),
        (KeyCode::Char('['), false, true) | (KeyCode::Char('O'), false, true) => Some(Reason::BeginsSequence),
        (KeyCode::Char('i' | 'I'), true, _) => same(KeyCode::Tab, false),
        (KeyCode::Char('m' | 'M' | 'j' | 'J'), true, _) => same(KeyCode::Enter, false),
        (KeyCode::Char('h' | 'H' | '?'), true, _) => same(KeyCode::Backspace, false),
        (KeyCode::Char('['), true, _) => same(KeyCode::Esc, false),
        (KeyCode::Char(c), true, _) if c.is_ascii_uppercase() => {
            same(KeyCode::Char(c.to_ascii_lowercase()), true)
        }
        (KeyCode::Char(' ' | 'a'..='z'), true, _) => None,
        (KeyCode::Char(_), true, _) => Some(Reason::Differs),
        (KeyCode::Tab | KeyCode::Enter | KeyCode::Backspace | KeyCode::Esc, true, _) => same(key.code, false),
        _ => None,
    }
}

/// The modifiers of a key without Shift, whether it was among them, and the key: [`Key`] knows no
/// Shift but that of `Shift+Tab`, which is a key of its own.
fn shifted(text: &str) -> (String, bool, &str) {
    let (mut before, mut shift, mut rest) = (String::new(), false, text);
    while let Some((modifier, more)) = rest.split_once('+').filter(|(_, more)| !more.is_empty()) {
        match modifier.to_ascii_lowercase().as_str() {
            "shift" if more.eq_ignore_ascii_case("tab") => break,
            "shift" => shift = true,
            "ctrl" | "alt" => before.push_str(&format!("{modifier}+")),
            _ => break,
        }
        rest = more;
    }
    (before, shift, rest)
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
    fn what_terminals_cannot_tell_apart() {
        let told = |text: &str| match cannot_be_sent(text) {
            Some(Reason::SameAs(key)) => key.to_string(),
            Some(Reason::Differs) => "differs".to_owned(),
            Some(Reason::BeginsSequence) => "begins".to_owned(),
            None => "sent".to_owned(),
        };
        for (text, expected) in [
            ("Ctrl+i", "Tab"),
            ("Ctrl+I", "Tab"),
            ("Ctrl+m", "Enter"),
            ("Ctrl+j", "Enter"),
            ("Ctrl+h", "Backspace"),
            ("Ctrl+?", "Backspace"),
            ("Ctrl+[", "Esc"),
            ("Ctrl+Alt+i", "Alt+Tab"),
            ("Ctrl+Enter", "Enter"),
            ("ctrl+tab", "Tab"),
            ("Ctrl+Shift+Tab", "Shift+Tab"),
            ("Ctrl+Backspace", "Backspace"),
            ("Shift+Enter", "Enter"),
            ("Shift+Up", "Up"),
            ("Shift+j", "J"),
            ("Ctrl+Shift+d", "Ctrl+d"),
            ("Shift+Ctrl+D", "Ctrl+d"),
            ("Ctrl+D", "Ctrl+d"),
            ("Ctrl+1", "differs"),
            ("Ctrl+9", "differs"),
            ("Ctrl+,", "differs"),
            ("Ctrl++", "differs"),
            ("Alt+[", "begins"),
            ("Alt+O", "begins"),
            ("：", ":"),
            ("「", "["),
            ("Ctrl+Space", "sent"),
            ("Ctrl+d", "sent"),
            ("Ctrl+z", "sent"),
            ("Ctrl+Up", "sent"),
            ("Shift+Tab", "sent"),
            ("Alt+Enter", "sent"),
            ("Alt+1", "sent"),
            ("Alt+j", "sent"),
            ("+", "sent"),
            ("G", "sent"),
            ("F12", "sent"),
            ("Hyper+x", "sent"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn an_input_method_does_not_change_what_a_key_means() {
        let typed = |c| Key::from_event(&KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)).code;
        for sign in '!'..='~' {
            let wide = char::from_u32(u32::from(sign) + 0xFEE0).unwrap();
            assert_eq!(typed(wide), KeyCode::Char(sign), "{wide}");
        }
        // What `' " $ < > [ ] ^ _ ` { }` and the others become with Chinese punctuation on.
        for (signs, meant) in [
            ("：", ':'),
            ("？", '?'),
            ("！", '!'),
            ("；", ';'),
            ("，", ','),
            ("。｡", '.'),
            ("、／､", '/'),
            ("＝", '='),
            ("《〈＜", '<'),
            ("》〉＞", '>'),
            ("【「〔［", '['),
            ("】」〕］", ']'),
            ("『｛", '{'),
            ("』｝", '}'),
            ("·", '`'),
            ("……", '^'),
            ("——", '_'),
            ("￥¥", '$'),
            ("“”", '"'),
            ("‘’", '\''),
            ("～〜", '~'),
            ("\u{3000}", ' '),
        ] {
            for sign in signs.chars() {
                assert_eq!(typed(sign), KeyCode::Char(meant), "{sign}");
            }
        }
    }
}

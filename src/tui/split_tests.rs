//! Torn sequences become the keys they mean, and typed keys stay what they are.

use super::*;

/// Keys as crossterm makes them of a read that ended behind each ESC; `!` stands for a pause.
fn played(text: &str) -> Vec<String> {
    let mut split = Split::default();
    let mut out = Vec::new();
    for c in text.chars() {
        let event = match c {
            '!' => {
                out.extend(split.release());
                continue;
            }
            '\u{1b}' => key(KeyCode::Esc, KeyModifiers::NONE),
            '\u{7}' => key(KeyCode::Char('g'), KeyModifiers::CONTROL),
            '\r' => key(KeyCode::Enter, KeyModifiers::NONE),
            c if c.is_uppercase() => key(KeyCode::Char(c), KeyModifiers::SHIFT),
            c => key(KeyCode::Char(c), KeyModifiers::NONE),
        };
        out.extend(split.take(event));
    }
    out.extend(split.release());
    assert_eq!(split.patience(), None);
    out.into_iter()
        .map(|event| match event {
            Event::Key(key) if key.modifiers.difference(KeyModifiers::SHIFT).is_empty() => {
                key.code.to_string()
            }
            Event::Key(key) => format!("{}+{}", key.modifiers, key.code),
            Event::Paste(text) => format!("paste {text}"),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn what_was_torn_is_put_together_and_what_was_typed_is_not() {
    let escape = KeyCode::Esc.to_string();
    let esc = escape.as_str();
    let of = |code: KeyCode| code.to_string();
    for (text, told) in [
        ("j\u{1b}[Ak", vec!["j".into(), of(KeyCode::Up), "k".into()]),
        ("\u{1b}[B\u{1b}[C", vec![of(KeyCode::Down), of(KeyCode::Right)]),
        ("\u{1b}OD\u{1b}OP", vec![of(KeyCode::Left), of(KeyCode::F(1))]),
        ("\u{1b}[3~\u{1b}[24~", vec![of(KeyCode::Delete), of(KeyCode::F(12))]),
        ("\u{1b}[5~\u{1b}[17~", vec![of(KeyCode::PageUp), of(KeyCode::F(6))]),
        ("\u{1b}[1;5A", vec![format!("{}+{}", KeyModifiers::CONTROL, of(KeyCode::Up))]),
        ("\u{1b}[Z", vec![of(KeyCode::BackTab)]),
        ("\u{1b}[<0;10;5Mj", vec!["j".into()]),
        ("\u{1b}[Ij\u{1b}[?1;2cj", vec!["j".into(), "j".into()]),
        ("\u{1b}[200~do\rx\u{1b}[201~j", vec!["paste do\nx".into(), "j".into()]),
        ("\u{1b}]11;hello\u{7}j", vec!["j".into()]),
        ("\u{1b}]52;c;bw==\u{1b}\\j", vec!["j".into()]),
        ("\u{1b}]52;c!j", vec!["j".into()]),
        ("\u{1b}]52;c\u{1b}[Aj", vec![of(KeyCode::Up), "j".into()]),
        ("\u{1b}[1;5!j", vec!["j".into()]),
        ("\u{1b}", vec![esc.into()]),
        ("\u{1b}\u{1b}", vec![esc.into(), esc.into()]),
        ("\u{1b}j", vec![esc.into(), "j".into()]),
        ("\u{1b}![A", vec![esc.into(), "[".into(), "A".into()]),
        ("\u{1b}[!A", vec![esc.into(), "[".into(), "A".into()]),
        ("\u{1b}O!P", vec![esc.into(), "O".into(), "P".into()]),
    ] {
        assert_eq!(played(text), told, "{text:?}");
    }
}

#[test]
fn only_the_beginning_of_a_sequence_waits_and_not_for_long() {
    let mut split = Split::default();
    let typed = key(KeyCode::Char('['), KeyModifiers::NONE);
    assert_eq!(split.take(typed.clone()), std::slice::from_ref(&typed));
    assert_eq!(split.patience(), None);
    let begin = key(KeyCode::Char(']'), KeyModifiers::ALT);
    assert_eq!(split.take(begin.clone()), []);
    assert_eq!(split.patience(), Some(REPORT));
    assert_eq!(split.release(), [begin]);
    let esc = key(KeyCode::Esc, KeyModifiers::NONE);
    assert_eq!(split.take(esc.clone()), []);
    assert_eq!(split.patience(), Some(ESCAPE));
    assert_eq!(split.take(typed), []);
    assert_eq!(split.patience(), Some(NEXT));
    split.forget();
    assert_eq!(split.release(), []);
}

/// The answer about the background is left to the one that reads it.
#[test]
fn an_answer_about_the_background_is_handed_on() {
    let told = played("\u{1b}]11;rgb:0/0/0\u{7}");
    assert_eq!(told.len(), "]11;rgb:0/0/0".len() + 1);
    assert_eq!(told[0], format!("{}+]", KeyModifiers::ALT));
}

//! The one gate between text from outside and a terminal.
//!
//! Catalogs, the record, imports, file names and error texts may hold escape sequences, bidi
//! overrides and unbounded graphemes. Widgets and command-line writers take [`Safe`] and nothing
//! else; the file keeps the raw text.

use std::borrow::Cow;
use std::fmt;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text that cannot drive a terminal: no control, bidi or invisible character, one line, and no
/// grapheme of more than eight scalars or without a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Safe<'a>(Cow<'a, str>);

/// Scalars that one grapheme may have: enough for any script, and for a flag or a skin tone.
const SCALARS: usize = 8;

impl<'a> Safe<'a> {
    pub fn new(text: &'a str) -> Self {
        if text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
            return Self(Cow::Borrowed(text));
        }
        if !text.chars().any(|c| verdict(c) != Verdict::Keep) && !text.graphemes(true).any(misshapen) {
            return Self(Cow::Borrowed(text));
        }
        let shown = text.chars().filter_map(|c| match verdict(c) {
            Verdict::Keep => Some(c),
            Verdict::Blank => Some(' '),
            Verdict::Mark => Some('\u{FFFD}'),
            Verdict::Drop => None,
        });
        let shown: String = shown.collect();
        let mut safe = String::with_capacity(shown.len());
        for grapheme in shown.graphemes(true) {
            let kept = grapheme
                .char_indices()
                .nth(SCALARS)
                .map_or(grapheme, |(end, _)| grapheme.get(..end).unwrap_or(""));
            safe.push_str(if kept.width() == 0 { "\u{FFFD}" } else { kept });
        }
        Self(Cow::Owned(safe))
    }

    pub fn into_string(self) -> String {
        self.0.into_owned()
    }

    pub fn into_cow(self) -> Cow<'a, str> {
        self.0
    }
}

/// Marks without a letter would pile up on the character before them, whatever that is; marks
/// without an end on their own.
fn misshapen(grapheme: &str) -> bool {
    grapheme.width() == 0 || (grapheme.len() > SCALARS && grapheme.chars().nth(SCALARS).is_some())
}

#[derive(PartialEq, Eq)]
enum Verdict {
    Keep,
    /// Shown as a blank: it separates words.
    Blank,
    /// Shown as U+FFFD, so that an attempt is visible.
    Mark,
    /// Invisible and harmless to leave out.
    Drop,
}

fn verdict(c: char) -> Verdict {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Verdict::Blank,
        // Widths that terminals disagree on: the Hangul fillers and the soft hyphen.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => Verdict::Blank,
        // Bidirectional marks, embeddings, overrides and isolates.
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Verdict::Mark
        }
        c if c.is_control() => Verdict::Mark,
        '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}' => Verdict::Drop,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}' => Verdict::Drop,
        _ => Verdict::Keep,
    }
}

impl std::ops::Deref for Safe<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_borrowed() {
        for text in ["Leadership", "数字经济", "É, č · '", ""] {
            assert!(matches!(Safe::new(text).into_cow(), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn nothing_that_drives_a_terminal_is_left() {
        assert_eq!(&*Safe::new("a\u{1b}]0;pwn\u{7}b"), "a\u{FFFD}]0;pwn\u{FFFD}b");
        assert_eq!(&*Safe::new("a\u{9b}31mb"), "a\u{FFFD}31mb");
        assert_eq!(&*Safe::new("two\nlines\tand\r"), "two lines and ");
        assert_eq!(&*Safe::new("\u{202e}evil"), "\u{FFFD}evil");
        assert_eq!(&*Safe::new("zero\u{200b}width"), "zerowidth");
    }

    #[test]
    fn a_grapheme_has_an_end() {
        let text = format!("a{}", "\u{301}".repeat(1000));
        assert_eq!(Safe::new(&text).chars().count(), SCALARS);
        assert_eq!(&*Safe::new("\u{301}a"), "\u{FFFD}a", "a mark needs a letter");
    }
}

//! Texts as search compares them: without case, width and diacritics, blanks run together, and
//! for each character where it came from and whether a word begins there.

use crate::domain::course::is_han;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a text that are looked at; what a matcher does on more costs seconds.
pub const LONGEST: usize = 512;

#[derive(Debug, Default)]
pub struct Folded {
    pub chars: Vec<Folding>,
}

/// One folded character.
#[derive(Clone, Copy, Debug)]
pub struct Folding {
    pub char: char,
    /// The bytes of the text that it stands for, dropped marks included.
    pub start: usize,
    pub end: usize,
    /// A letter or a digit.
    pub letter: bool,
    /// The first letter of a word: after a blank or a sign, at a capital inside a word, and at
    /// every Han character.
    pub head: bool,
}

impl Folded {
    pub fn new(text: &str) -> Self {
        let mut folded = Self { chars: Vec::with_capacity(text.len().min(LONGEST)) };
        let mut before = ' ';
        for (start, c) in text.char_indices() {
            if folded.chars.len() >= LONGEST {
                break;
            }
            let end = start + c.len_utf8();
            let camel = c.is_uppercase() && before.is_lowercase();
            before = c;
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase(), start, end, camel);
                continue;
            }
            match spelt_out(c) {
                Some(letters) => letters.chars().for_each(|c| folded.push(c, start, end, camel)),
                None => {
                    let plain = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
                    let mut plain =
                        plain.flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)).peekable();
                    if plain.peek().is_none() {
                        // A mark on its own belongs to the letter before it.
                        if let Some(last) = folded.chars.last_mut() {
                            last.end = end;
                        }
                    }
                    plain.for_each(|c| folded.push(c, start, end, camel));
                }
            }
        }
        folded.chars.truncate(LONGEST);
        folded
    }

    fn push(&mut self, c: char, start: usize, end: usize, camel: bool) {
        let last = self.chars.last().copied();
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && last.is_none_or(|last| last.char == ' ') {
            return;
        }
        let letter = c.is_alphanumeric();
        let head = letter
            && match last {
                None => true,
                Some(last) if last.start == start => false,
                Some(last) => !last.letter || camel || is_han(c) || is_han(last.char),
            };
        self.chars.push(Folding { char: c, start, end, letter, head });
    }

    pub fn text(&self) -> String {
        self.chars.iter().map(|folding| folding.char).collect::<String>().trim_end().to_owned()
    }
}

/// The folded text alone.
pub fn fold(text: &str) -> String {
    Folded::new(text).text()
}

/// Letters that no decomposition takes apart, as people without the key type them.
fn spelt_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        '’' | '‘' => "'",
        '“' | '”' => "\"",
        '–' | '—' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_width_and_marks_fold_away() {
        for (text, folded) in [
            ("München", "munchen"),
            ("Mu\u{308}nchen", "munchen"),
            ("STRASSE straße", "strasse strasse"),
            ("ＡＩ　２", "ai 2"),
            ("İstanbul", "istanbul"),
            ("ﬁne", "fine"),
            ("  a\t\n b ", "a b"),
            ("数字经济", "数字经济"),
            ("Łódź", "lodz"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn words_begin_where_people_see_them_begin() {
        let heads = |text: &str| -> String {
            Folded::new(text).chars.iter().filter(|c| c.head).map(|c| c.char).collect()
        };
        assert_eq!(heads("Data-driven DevOps (C++)"), "dddoc");
        assert_eq!(heads("AI大模型x"), "a大模型x");
    }

    #[test]
    fn a_mark_belongs_to_its_letter() {
        let folded = Folded::new("e\u{301}x");
        let spans: Vec<_> = folded.chars.iter().map(|c| (c.char, c.start, c.end)).collect();
        assert_eq!(spans, [('e', 0, 3), ('x', 3, 4)]);
    }
}

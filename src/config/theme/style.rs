//! A style as a theme file writes it: `"bold #7fb4e6 on black"`.

use super::nearest;
use super::problem::ThemeMistake;
use std::ops::Range;

/// How something is drawn. What is `None` stays as it is below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub fore: Option<Colour>,
    pub back: Option<Colour>,
    pub modifiers: Modifiers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The terminal's own.
    Default,
    /// Of the 256; the first sixteen are whatever the terminal makes of them.
    Indexed(u8),
    Rgb(u8, u8, u8),
}

/// Bold, dim and so on: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers(u8);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
    CrossedOut,
}

impl Modifier {
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Bold, "bold"),
        (Self::Dim, "dim"),
        (Self::Italic, "italic"),
        (Self::Underlined, "underlined"),
        (Self::Reversed, "reversed"),
        (Self::CrossedOut, "crossed-out"),
    ];
}

impl Modifiers {
    pub fn has(self, modifier: Modifier) -> bool {
        self.0 & (1 << modifier as u8) != 0
    }

    #[must_use]
    pub fn with(self, modifier: Modifier) -> Self {
        Self(self.0 | 1 << modifier as u8)
    }
}

/// The sixteen that every terminal names, in the order of their numbers.
const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Colour {
    fn parse(word: &str) -> Option<Self> {
        if word == "default" {
            return Some(Self::Default);
        }
        if let Some(index) = NAMES.iter().position(|name| *name == word) {
            return u8::try_from(index).ok().map(Self::Indexed);
        }
        if let Some(digits) = word.strip_prefix('#') {
            if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return None;
            }
            let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
            return Some(Self::Rgb(red, green, blue));
        }
        // Not `+7`, which `parse` would take.
        word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok().map(Self::Indexed))?
    }
}

impl Style {
    /// Reads a style; what is wrong in it is told with its place in the text, and the rest holds.
    pub fn parse(text: &str) -> (Self, Vec<(Range<usize>, ThemeMistake)>) {
        let (mut style, mut wrong) = (Self::default(), Vec::new());
        // The place of an `on` whose colour has not come yet.
        let mut on: Option<Range<usize>> = None;
        for (span, word) in words(text) {
            if let Some((modifier, _)) = Modifier::ALL.iter().find(|(_, name)| *name == word) {
                style.modifiers = style.modifiers.with(*modifier);
                continue;
            }
            if word == "on" && on.is_none() {
                on = Some(span);
                continue;
            }
            let ground = on.take();
            match Colour::parse(word) {
                None => wrong.push((span, unknown(word))),
                Some(colour) => {
                    let place = if ground.is_some() { &mut style.back } else { &mut style.fore };
                    match place {
                        Some(_) => wrong.push((span, ThemeMistake::SecondColour)),
                        None => *place = Some(colour),
                    }
                }
            }
        }
        if let Some(span) = on {
            wrong.push((span, ThemeMistake::NothingAfterOn));
        }
        (style, wrong)
    }
}

fn unknown(word: &str) -> ThemeMistake {
    let known = Modifier::ALL.iter().map(|(_, name)| *name).chain(NAMES).chain(["default", "on"]);
    ThemeMistake::UnknownWord { word: word.to_owned(), near: nearest(word, known).map(str::to_owned) }
}

/// The words of a text with the bytes where they stand.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.split_ascii_whitespace().map(|word| {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        (start..start + word.len(), word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Style {
        let (style, wrong) = Style::parse(text);
        assert!(wrong.is_empty(), "{text}: {wrong:?}");
        style
    }

    #[test]
    fn colours_grounds_and_modifiers_in_any_order() {
        let style = read("bold #0aF010 underlined on bright-white");
        assert_eq!(style.fore, Some(Colour::Rgb(10, 240, 16)));
        assert_eq!(style.back, Some(Colour::Indexed(15)));
        assert!(style.modifiers.has(Modifier::Bold) && style.modifiers.has(Modifier::Underlined));
        assert!(!style.modifiers.has(Modifier::Reversed));
        assert_eq!(read("on default 255").fore, Some(Colour::Indexed(255)));
        assert_eq!(read("on default 255").back, Some(Colour::Default));
        assert_eq!(read(""), Style::default());
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place_and_the_rest_holds() {
        let (style, wrong) = Style::parse("bold grean on #12345 italc red");
        assert_eq!(style.fore, Some(Colour::Indexed(1)));
        let near = |word: &str, near: Option<&str>| ThemeMistake::UnknownWord {
            word: word.to_owned(),
            near: near.map(str::to_owned),
        };
        let expected = [
            (5..10, near("grean", Some("green"))),
            (14..20, near("#12345", None)),
            (21..26, near("italc", Some("italic"))),
        ];
        assert_eq!(wrong, expected);
        assert_eq!(Style::parse("red blue").1, [(4..8, ThemeMistake::SecondColour)]);
        assert_eq!(Style::parse("red on").1, [(4..6, ThemeMistake::NothingAfterOn)]);
        for word in ["256", "+7", "-1", "#gggggg", "#1234567", "Red"] {
            assert_eq!(Style::parse(word).1.len(), 1, "{word}");
        }
    }
}

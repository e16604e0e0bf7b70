//! The table of settings: what each is called in the file, and what it takes. Reading, showing and
//! the JSON Schema all go by it.

use super::settings::{Colour, Digits, Language};

/// One thing that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    Language,
    Theme,
    Colour,
    Ascii,
    AmbiguousWidth,
    Mouse,
    Digits,
    Catalogs,
    Rules,
}

/// What a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A name of the person's choice.
    Name,
    Flag,
    /// One of these numbers.
    Numbers(&'static [u8]),
    /// Files or folders.
    Paths,
}

impl Setting {
    /// In the order of the default file.
    pub const ALL: [Self; 9] = [
        Self::Language,
        Self::Theme,
        Self::Colour,
        Self::Ascii,
        Self::AmbiguousWidth,
        Self::Mouse,
        Self::Digits,
        Self::Catalogs,
        Self::Rules,
    ];

    /// The key in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Colour => "color",
            Self::Ascii => "ascii",
            Self::AmbiguousWidth => "ambiguous-width",
            Self::Mouse => "mouse",
            Self::Digits => "digits",
            Self::Catalogs => "catalogs",
            Self::Rules => "rules",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    pub fn shape(self) -> Shape {
        match self {
            Self::Language => Shape::Words(&Language::WORDS),
            Self::Theme => Shape::Name,
            Self::Colour => Shape::Words(&Colour::WORDS),
            Self::Ascii | Self::Mouse => Shape::Flag,
            Self::AmbiguousWidth => Shape::Numbers(&[1, 2]),
            Self::Digits => Shape::Words(&Digits::WORDS),
            Self::Catalogs | Self::Rules => Shape::Paths,
        }
    }

    /// The option of the command line that sets it, where there is one.
    pub fn option(self) -> Option<&'static str> {
        Some(match self {
            Self::Language => "--lang",
            Self::Theme => "--theme",
            Self::Colour => "--color",
            Self::Ascii => "--ascii",
            Self::AmbiguousWidth => "--ambiguous-width",
            Self::Mouse => "--no-mouse",
            Self::Digits => return None,
            Self::Catalogs => "--catalog",
            Self::Rules => "--rules",
        })
    }
}

/// Values that are written as words, in the order of the type.
macro_rules! words {
    ($type:ident, $count:literal: $($value:ident = $word:literal),+) => {
        impl $type {
            pub const WORDS: [&'static str; $count] = [$($word),+];

            /// The word in the file.
            pub fn word(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$value),)+ _ => None }
            }
        }
    };
}

words!(Language, 3: Auto = "auto", English = "en", Chinese = "zh-CN");
words!(Colour, 3: Auto = "auto", Always = "always", Never = "never");
words!(Digits, 2: Views = "views", Counts = "counts");

//! How a word lies in a line, decided with one bit per position of the line.
//!
//! For each letter of the word a mask says where the line has it; a set of positions where the
//! first `n` letters may end is one number, and a step to the next letter a few operations on it.
//! So a line costs some tens of nanoseconds, whatever the number of ways to lay the word into it.

use std::ops::{BitAnd, BitOr, BitXor, Not, Shl, Shr};

/// How well a word lies in a line, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// In one piece, from the beginning to the end of a word.
    Whole,
    /// In one piece, from the beginning of a word.
    WordStart,
    /// In one piece, inside a word.
    Inside,
    /// In pieces that begin neighbouring words: `szjj`, `digecon`.
    WordStarts,
    /// In order, each piece at the beginning of a word or in the word of the piece before:
    /// `mgmt` in management.
    Abbreviation,
    /// In order, anywhere.
    Scattered,
}

impl Quality {
    pub const ALL: [Self; 6] =
        [Self::Whole, Self::WordStart, Self::Inside, Self::WordStarts, Self::Abbreviation, Self::Scattered];
}

/// A set of positions in a line.
pub trait Mask:
    Copy
    + Eq
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
{
    const NONE: Self;
    const FIRST: Self;
    const WIDTH: u32;
    fn plus(self, other: Self) -> Self;
    fn less_one(self) -> Self;
    fn lowest(self) -> u32;
}

macro_rules! mask {
    ($($number:ty),+) => {$(
        impl Mask for $number {
            const NONE: Self = 0;
            const FIRST: Self = 1;
            const WIDTH: u32 = <$number>::BITS;
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn less_one(self) -> Self {
                self.wrapping_sub(1)
            }
            fn lowest(self) -> u32 {
                self.trailing_zeros()
            }
        }
    )+};
}
mask!(u64, u128);

/// The words of a line: which positions are letters, and where words begin.
#[derive(Clone, Copy, Debug)]
pub struct Words<M> {
    pub heads: M,
    pub letters: M,
    /// Whether the line is a pinyin key, into which a word has to be laid syllable by syllable.
    pub syllables: bool,
}

impl<M: Mask> Words<M> {
    /// Letters that do not begin a word.
    fn inner(self) -> M {
        self.letters & !self.heads
    }

    /// Positions in the same word as one of `from`, and behind it.
    fn in_word(self, from: M) -> M {
        through(from << 1, self.inner()) & self.inner()
    }

    /// The beginning of the word after that of each of `from`.
    fn next_heads(self, from: M) -> M {
        through(through(from << 1, self.inner()), !self.letters) & self.heads
    }
}

/// The markers, and from each on through positions of `class` up to the first that is not.
fn through<M: Mask>(markers: M, class: M) -> M {
    ((markers & class).plus(class) ^ class) | markers
}

/// Positions behind the first of a set.
fn after<M: Mask>(set: M) -> M {
    if set == M::NONE { M::NONE } else { !(set ^ set.less_one()) }
}

/// One way to go from the letters laid so far to the next.
fn step<M: Mask>(words: Words<M>, from: M, quality: Quality) -> M {
    match quality {
        Quality::Whole | Quality::WordStart | Quality::Inside => from << 1,
        Quality::WordStarts => (from << 1) | words.next_heads(from),
        Quality::Abbreviation if words.syllables => (from << 1) | (after(from) & words.heads),
        Quality::Abbreviation => (from << 1) | (after(from) & words.heads) | words.in_word(from),
        Quality::Scattered => after(from),
    }
}

/// Where the first letter may lie.
fn first<M: Mask>(words: Words<M>, letter: M, quality: Quality) -> M {
    match quality {
        Quality::WordStarts | Quality::Abbreviation => letter & words.heads,
        _ => letter,
    }
}

/// The best way to lay the word whose letters lie at `letters` (one mask per letter of the word).
pub fn quality<M: Mask>(words: Words<M>, letters: &(impl Iterator<Item = M> + Clone)) -> Option<Quality> {
    let reach = |quality| {
        let mut letters = letters.clone();
        let start = first(words, letters.next().unwrap_or(M::NONE), quality);
        letters.fold(
            start,
            |from, letter| if from == M::NONE { from } else { step(words, from, quality) & letter },
        )
    };
    let ends = reach(Quality::Inside);
    if ends != M::NONE {
        let found = in_one_piece(words, ends, letters.clone().count());
        if found.is_some() {
            return found.map(|(quality, _)| quality);
        }
    }
    if !words.syllables && reach(Quality::Scattered) == M::NONE {
        return None;
    }
    if reach(Quality::WordStarts) != M::NONE {
        return Some(Quality::WordStarts);
    }
    if reach(Quality::Abbreviation) != M::NONE {
        return Some(Quality::Abbreviation);
    }
    (!words.syllables).then_some(Quality::Scattered)
}

/// The best of the places where the word ends in one piece, as a set.
fn in_one_piece<M: Mask>(words: Words<M>, ends: M, length: usize) -> Option<(Quality, M)> {
    let back = u32::try_from(length.saturating_sub(1)).unwrap_or(0).min(M::WIDTH - 1);
    let begins = if words.syllables { words.heads } else { words.heads | !words.letters };
    let from_start = ((ends >> back) & begins) << back;
    let whole = from_start & !(words.inner() >> 1);
    match () {
        () if whole != M::NONE && !words.syllables => Some((Quality::Whole, whole)),
        () if from_start != M::NONE => Some((Quality::WordStart, from_start)),
        () if words.syllables => None,
        () => Some((Quality::Inside, ends)),
    }
}

/// The positions of the letters, laid as well as `quality` says; empty if they cannot be.
pub fn positions<M: Mask>(words: Words<M>, letters: &[M], quality: Quality) -> Vec<u32> {
    let mut sets = Vec::with_capacity(letters.len());
    for letter in letters {
        let set = match sets.last() {
            None => first(words, *letter, quality),
            Some(from) => step(words, *from, quality) & *letter,
        };
        sets.push(set);
    }
    let Some(mut ends) = sets.pop() else { return Vec::new() };
    if quality <= Quality::Inside {
        ends = in_one_piece(words, ends, letters.len()).map_or(M::NONE, |(_, ends)| ends);
    }
    if ends == M::NONE {
        return Vec::new();
    }
    let mut at = ends.lowest();
    let mut found = vec![at];
    while let Some(set) = sets.pop() {
        let leads = |before: &u32| {
            let one = M::FIRST << *before;
            set & one != M::NONE && step(words, one, quality) & (M::FIRST << at) != M::NONE
        };
        let Some(before) = (0..at).rev().find(leads) else { return Vec::new() };
        at = before;
        found.push(at);
    }
    found.reverse();
    found
}

//! A fuzzy word prepared for scanning: where its letters lie in a line, one set each.

use super::align::{Mask, Quality, Words, quality};
use super::fold::fold;
use super::texts::LINE;

/// A bit for a character; characters that are no letter or digit share bits.
pub fn bag_bit(c: char) -> u64 {
    let code = u32::from(c);
    let bit = match c {
        'a'..='z' => code - u32::from('a'),
        '0'..='9' => 26 + code - u32::from('0'),
        _ => 36 + code.wrapping_mul(0x9E37_79B9) % 28,
    };
    1 << bit
}

/// A word to look for: each of its different characters has a slot for its positions in a line.
#[derive(Debug)]
pub struct Needle {
    pub text: String,
    /// For each character of the word its slot, from 1.
    slots: Vec<u8>,
    ascii: [u8; 128],
    others: Vec<(char, u8)>,
    /// A line that lacks one of these bits cannot have the word.
    pub bag: u64,
}

/// Slots: one for each character that a word may have, and slot 0 for those it has not.
const SLOTS: usize = crate::query::LONGEST_FUZZY + 1;

/// Where the letters of a needle lie in the line at hand; kept between lines.
pub struct Scratch {
    pub narrow: [u64; SLOTS],
    pub wide: [u128; SLOTS],
}

impl Default for Scratch {
    fn default() -> Self {
        Self { narrow: [0; SLOTS], wide: [0; SLOTS] }
    }
}

impl Needle {
    /// `None` where nothing of the word is left to look for.
    pub fn new(word: &str) -> Option<Self> {
        let text: String = fold(word).chars().take(SLOTS - 1).collect();
        let mut needle = Self { slots: Vec::new(), ascii: [0; 128], others: Vec::new(), bag: 0, text };
        for c in needle.text.chars() {
            needle.bag |= bag_bit(c);
            let known = match needle.ascii.get(c as usize) {
                Some(slot) => (*slot > 0).then_some(*slot),
                None => needle.others.iter().find(|(other, _)| *other == c).map(|(_, slot)| *slot),
            };
            let slot = known.unwrap_or_else(|| {
                let slot = needle.slots.iter().max().map_or(1, |slot| slot + 1);
                match needle.ascii.get_mut(c as usize) {
                    Some(place) => *place = slot,
                    None => needle.others.push((c, slot)),
                }
                slot
            });
            needle.slots.push(slot);
        }
        (!needle.slots.is_empty()).then_some(needle)
    }

    fn slot(&self, c: char) -> u8 {
        match self.ascii.get(c as usize) {
            Some(slot) => *slot,
            None => self.others.iter().find(|(other, _)| *other == c).map_or(0, |(_, slot)| *slot),
        }
    }

    fn fill<M: Mask>(&self, text: &str, ascii: bool, places: &mut [M; SLOTS]) {
        let used = self.slots.iter().max().map_or(0, |slot| usize::from(*slot));
        places.iter_mut().take(used + 1).for_each(|place| *place = M::NONE);
        let mut put = |slot: u8, bit: M| {
            if let Some(place) = places.get_mut(usize::from(slot)) {
                *place = *place | bit;
            }
        };
        let mut bit = M::FIRST;
        if ascii {
            for byte in text.bytes() {
                put(self.ascii.get(usize::from(byte & 0x7F)).copied().unwrap_or(0), bit);
                bit = bit << 1;
            }
        } else {
            for c in text.chars() {
                put(self.slot(c), bit);
                bit = bit << 1;
            }
        }
    }

    /// How the word lies in a line.
    pub fn lay<M: Mask>(
        &self,
        text: &str,
        ascii: bool,
        words: Words<M>,
        places: &mut [M; SLOTS],
    ) -> Option<Quality> {
        self.fill(text, ascii, places);
        let places = &*places;
        let place = |slot: &u8| places.get(usize::from(*slot)).copied().unwrap_or(M::NONE);
        quality(words, &self.slots.iter().map(place))
    }

    /// Where each letter of the word lies in a line of at most 128 characters, one set each.
    pub fn places(&self, line: impl Iterator<Item = char>) -> Vec<u128> {
        let mut places = [0_u128; SLOTS];
        for (at, c) in line.take(LINE).enumerate() {
            if let Some(place) = places.get_mut(usize::from(self.slot(c))) {
                *place |= 1 << at;
            }
        }
        self.slots.iter().map(|slot| places.get(usize::from(*slot)).copied().unwrap_or(0)).collect()
    }
}

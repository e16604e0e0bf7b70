//! Every text of a catalog once, folded and packed for scanning: one string with offsets into it,
//! cut into lines of at most 128 characters, each with its words as bits and a bag of its letters.

use super::align::{Quality, Words};
use super::fold::{Folded, fold};
use super::needle::{Needle, Scratch, bag_bit};
use super::pinyin;
use std::ops::Range;

/// Characters of a line: the widest set of positions.
pub const LINE: usize = 128;
/// How far apart the lines of a longer text begin; a word shorter than the overlap is never cut.
const STRIDE: usize = 64;

#[derive(Debug, Default)]
pub struct Texts {
    folded: String,
    spans: Vec<(u32, u32)>,
    /// For each text, and one behind the last, the first of its lines.
    first_line: Vec<u32>,
    lines: Vec<Line>,
    /// For each line, which characters it may have.
    bags: Vec<u64>,
    /// Heads and letters of the lines: two numbers, or four where a line is over 64 characters.
    bits: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    start: u32,
    end: u32,
    bits: u32,
    length: u8,
    ascii: bool,
    syllables: bool,
}

impl Texts {
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Adds a text that words are looked for in.
    pub fn add(&mut self, text: &str) -> u32 {
        let folded = Folded::new(text);
        let start = self.folded.len();
        let mut offsets = Vec::with_capacity(folded.chars.len() + 1);
        for folding in &folded.chars {
            offsets.push(self.folded.len());
            self.folded.push(folding.char);
        }
        offsets.push(self.folded.len());
        let id = self.open(start);
        let at = |char: usize| offsets.get(char).copied().unwrap_or(self.folded.len());
        let mut lines = Vec::new();
        for range in windows(folded.chars.len()) {
            let part = folded.chars.get(range.clone()).unwrap_or_default();
            let words = (bits(part.iter().map(|c| c.head)), bits(part.iter().map(|c| c.letter)));
            lines.push((at(range.start)..at(range.end), words));
        }
        for (range, words) in lines {
            self.push(range, words, false);
        }
        for key in pinyin::keys(&folded) {
            let start = self.folded.len();
            self.folded.push_str(&key.text);
            for range in windows(key.text.len()) {
                let heads = bits(key.heads.get(range.clone()).unwrap_or_default().iter().copied());
                let words = (heads, bits(range.clone().map(|_| true)));
                self.push(start + range.start..start + range.end, words, true);
            }
        }
        self.close();
        id
    }

    /// Adds a text that only field terms look into.
    pub fn add_unsearched(&mut self, text: &str) -> u32 {
        let start = self.folded.len();
        self.folded.push_str(&fold(text));
        let id = self.open(start);
        self.close();
        id
    }

    fn open(&mut self, start: usize) -> u32 {
        if self.first_line.is_empty() {
            self.first_line.push(0);
        }
        self.spans.push((narrow(start), narrow(self.folded.len())));
        narrow(self.spans.len() - 1)
    }

    fn close(&mut self) {
        self.first_line.push(narrow(self.lines.len()));
    }

    fn push(&mut self, range: Range<usize>, (heads, letters): (u128, u128), syllables: bool) {
        let text = self.folded.get(range.clone()).unwrap_or_default();
        let length = text.chars().count();
        let line = Line {
            start: narrow(range.start),
            end: narrow(range.end),
            bits: narrow(self.bits.len()),
            length: u8::try_from(length).unwrap_or(u8::MAX),
            ascii: text.is_ascii(),
            syllables,
        };
        self.bags.push(text.chars().fold(0, |bag, c| bag | bag_bit(c)));
        self.lines.push(line);
        for set in [heads, letters] {
            self.bits.push(low(set));
            if length > 64 {
                self.bits.push(low(set >> 64));
            }
        }
    }

    /// A text as folded.
    pub fn text(&self, id: u32) -> &str {
        let (start, end) = self.spans.get(id as usize).copied().unwrap_or_default();
        self.folded.get(start as usize..end as usize).unwrap_or_default()
    }

    fn line_text(&self, line: Line) -> &str {
        self.folded.get(line.start as usize..line.end as usize).unwrap_or_default()
    }

    fn lines_of(&self, id: u32) -> Range<usize> {
        let bound = |id: usize| self.first_line.get(id).map_or(0, |line| *line as usize);
        bound(id as usize)..bound(id as usize + 1)
    }

    /// For each text how well the word lies in it.
    pub fn scan(&self, needle: &Needle) -> Vec<Option<Quality>> {
        let mut found = vec![None; self.len()];
        let mut scratch = Scratch::default();
        for (id, found) in found.iter_mut().enumerate() {
            for line in self.lines_of(narrow(id)) {
                if self.bags.get(line).is_none_or(|bag| bag & needle.bag != needle.bag) {
                    continue;
                }
                if let Some(quality) = self.quality(line, needle, &mut scratch) {
                    *found = Some(found.map_or(quality, |best: Quality| best.min(quality)));
                }
            }
        }
        found
    }

    fn quality(&self, at: usize, needle: &Needle, scratch: &mut Scratch) -> Option<Quality> {
        let line = *self.lines.get(at)?;
        let text = self.line_text(line);
        let bit = |at: usize| self.bits.get(line.bits as usize + at).copied().unwrap_or_default();
        if line.length <= 64 {
            let words = Words { heads: bit(0), letters: bit(1), syllables: line.syllables };
            needle.lay(text, line.ascii, words, &mut scratch.narrow)
        } else {
            let wide = |at: usize| u128::from(bit(at)) | (u128::from(bit(at + 1)) << 64);
            let words = Words { heads: wide(0), letters: wide(2), syllables: line.syllables };
            needle.lay(text, line.ascii, words, &mut scratch.wide)
        }
    }

    /// How well the word lies in one text.
    pub fn quality_of(&self, id: u32, needle: &Needle) -> Option<Quality> {
        let mut scratch = Scratch::default();
        self.lines_of(id).filter_map(|line| self.quality(line, needle, &mut scratch)).min()
    }

    /// The line of a text in which the word lies best, for the matcher that scores.
    pub fn best_line(&self, id: u32, needle: &Needle) -> Option<&str> {
        let mut scratch = Scratch::default();
        let lines =
            self.lines_of(id).filter_map(|line| Some((self.quality(line, needle, &mut scratch)?, line)));
        let (_, line) = lines.min()?;
        self.lines.get(line).map(|line| self.line_text(*line))
    }
}

/// Positions in arenas: a catalog of more than 4 GB of text is cut, not wrapped.
fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is asked for")]
fn low(set: u128) -> u64 {
    set as u64
}

/// The set of the positions that hold.
pub fn bits(holds: impl Iterator<Item = bool>) -> u128 {
    holds.take(LINE).enumerate().fold(0, |set, (at, holds)| set | (u128::from(holds) << at))
}

/// Where the lines of a text of so many characters lie.
pub fn windows(length: usize) -> impl Iterator<Item = Range<usize>> {
    let last = length.saturating_sub(LINE).div_ceil(STRIDE);
    (0..=last).map(move |at| at * STRIDE..(at * STRIDE + LINE).min(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, word: &str) -> Option<Quality> {
        let mut texts = Texts::default();
        texts.add("another text before");
        let id = texts.add(text);
        texts.scan(&Needle::new(word).unwrap())[id as usize]
    }

    #[test]
    fn a_word_lies_in_a_text_in_one_of_six_ways() {
        for (text, word, expected) in [
            ("Scientific Leadership", "leadership", Some(Quality::Whole)),
            ("Scientific Leadership", "leader", Some(Quality::WordStart)),
            ("Scientific Leadership", "ship", Some(Quality::Inside)),
            ("Digital economy", "digecon", Some(Quality::WordStarts)),
            ("Digital economy of today", "dt", Some(Quality::Abbreviation)),
            ("Management", "mgmt", Some(Quality::Abbreviation)),
            ("Scientific Leadership", "cade", Some(Quality::Scattered)),
            ("Scientific Leadership", "shipx", None),
            ("C++ for all", "c++", Some(Quality::Whole)),
            ("DevOps", "ops", Some(Quality::Whole)),
            ("数字经济", "经济", Some(Quality::Whole)),
            ("数字经济", "数经", Some(Quality::Abbreviation)),
            ("München", "Munchen", Some(Quality::Whole)),
            ("AI in practice", "ＡＩ", Some(Quality::Whole)),
            ("exact", "exact", Some(Quality::Whole)),
        ] {
            assert_eq!(found(text, word), expected, "{text:?} {word:?}");
        }
    }

    #[test]
    fn pinyin_starts_at_a_syllable() {
        for (word, expected) in [
            ("shuzijingji", Some(Quality::WordStart)),
            ("jingji", Some(Quality::WordStart)),
            ("szjj", Some(Quality::WordStarts)),
            ("shuzijj", Some(Quality::WordStarts)),
            ("szji", Some(Quality::WordStarts)),
            ("sj", Some(Quality::Abbreviation)),
            ("uzi", None),
            ("hzj", None),
        ] {
            assert_eq!(found("数字经济", word), expected, "{word:?}");
        }
        assert_eq!(found("重庆", "cq"), Some(Quality::WordStarts));
        assert_eq!(found("重庆", "zhongqing"), Some(Quality::WordStart));
    }

    #[test]
    fn lines_of_every_length_are_searched_to_their_end() {
        for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 121, 127, 128, 129, 200, 300, 500] {
            let text = format!("{} needle", "x".repeat(length));
            assert_eq!(found(&text, "needle"), Some(Quality::Whole), "{length}");
            assert_eq!(found(&text, "eedle"), Some(Quality::Inside), "{length}");
            assert_eq!(found(&text, "xn").is_some(), length > 0, "{length}");
        }
    }

    /// A plain way to say the same as the bits.
    fn subsequence(text: &str, word: &str) -> bool {
        let mut text = text.chars();
        word.chars().all(|c| text.any(|t| t == c))
    }

    #[test]
    fn the_bits_find_what_a_plain_loop_finds() {
        let pieces = ["ab", "ba", " ", "a", "b", "cab", "-", "bc"];
        for seed in 0..600_usize {
            let text: String = (0..seed % 40).map(|at| pieces[(seed * 7 + at * at * 3 + at) % 8]).collect();
            for word in ["ab", "abc", "aabb", "cab", "bbca"] {
                let text = fold(&text);
                let quality = found(&text, word);
                assert_eq!(quality.is_some(), subsequence(&text, word), "{text:?} {word:?}");
                assert_eq!(
                    quality.is_some_and(|q| q <= Quality::Inside),
                    text.contains(word),
                    "{text:?} {word:?}"
                );
            }
        }
    }
}

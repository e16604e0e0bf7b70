//! Which characters of a displayed text made it match: the same alignment that found it, traced
//! back to the bytes of the text. Run for visible rows only.

use super::align::{self, Words};
use super::fold::Folded;
use super::needle::Needle;
use super::phrase::Phrase;
use super::texts::{bits, windows};
use super::{Highlights, Index, Quality, pinyin};
use crate::query::{Field, How, Pattern, Query};
use std::ops::Range;

impl Index {
    /// Which bytes of `text`, shown in `field`, the query's free words and field patterns match.
    ///
    /// Words light up where they lie in one piece or at starts of neighbouring words; looser
    /// letters only by [`Index::highlight_row`], which knows whether they are what was found.
    pub fn highlight(query: &Query, field: Field, text: &str) -> Highlights {
        lit(query, field, text, |_| Quality::WordStarts)
    }

    /// The same for a text of a listed row: letters of a word that fits nowhere better in that
    /// row light up too.
    pub fn highlight_row(&self, query: &Query, row: usize, field: Field, text: &str) -> Highlights {
        lit(query, field, text, |needle| {
            let texts = self.texts_of.row(row).iter().filter(|text| text.tier().is_some());
            let best = texts.filter_map(|text| self.texts.quality_of(text.text, needle)).min();
            best.map_or(Quality::WordStarts, |best| best.max(Quality::WordStarts))
        })
    }
}

fn lit(query: &Query, field: Field, text: &str, loosest: impl Fn(&Needle) -> Quality) -> Highlights {
    let patterns = query.patterns_for(field);
    if patterns.is_empty() {
        return Highlights::new();
    }
    let folded = Folded::new(text);
    let mut positions = Vec::new();
    for pattern in patterns {
        if pattern.how == How::Fuzzy {
            if let Some(needle) = Needle::new(&pattern.text) {
                positions.extend(lay(&folded, &needle, loosest(&needle)));
            }
        } else {
            positions.extend(phrase(&folded, pattern));
        }
    }
    positions.sort_unstable();
    merge(positions.iter().filter_map(|at| folded.chars.get(*at)).map(|c| c.start..c.end))
}

/// The positions of the letters of a word, laid as well as it goes.
fn lay(folded: &Folded, needle: &Needle, loosest: Quality) -> Vec<usize> {
    let mut best: Option<(Quality, Vec<usize>)> = None;
    let mut consider = |words: Words<u128>, letters: Vec<u128>, source: &dyn Fn(usize) -> usize| {
        let Some(quality) = align::quality(words, &letters.iter().copied()) else { return };
        if quality <= loosest && best.as_ref().is_none_or(|(other, _)| quality < *other) {
            let positions = align::positions(words, &letters, quality);
            best = Some((quality, positions.into_iter().map(|at| source(at as usize)).collect()));
        }
    };
    for range in windows(folded.chars.len()) {
        let part = folded.chars.get(range.clone()).unwrap_or_default();
        let words = Words {
            heads: bits(part.iter().map(|c| c.head)),
            letters: bits(part.iter().map(|c| c.letter)),
            syllables: false,
        };
        consider(words, needle.places(part.iter().map(|c| c.char)), &|at| range.start + at);
    }
    for key in pinyin::keys(folded) {
        for range in windows(key.text.len()) {
            let heads = key.heads.get(range.clone()).unwrap_or_default();
            let words = Words {
                heads: bits(heads.iter().copied()),
                letters: bits(heads.iter().map(|_| true)),
                syllables: true,
            };
            let letters = needle.places(key.text.get(range.clone()).unwrap_or_default().chars());
            consider(words, letters, &|at| key.source.get(range.start + at).copied().unwrap_or(usize::MAX));
        }
    }
    best.map(|(_, positions)| positions).unwrap_or_default()
}

fn phrase(folded: &Folded, pattern: &Pattern) -> Range<usize> {
    let text = folded.text();
    let Some(place) = Phrase::new(pattern).place(&text) else { return 0..0 };
    let characters = |end: usize| text.get(..end).map_or(0, |text| text.chars().count());
    characters(place.start)..characters(place.end)
}

fn merge(ranges: impl Iterator<Item = Range<usize>>) -> Highlights {
    let mut merged = Highlights::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

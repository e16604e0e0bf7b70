//! A pattern that has to stand in a text as typed: `'exact`, `"two words"`, `^start`, `end$`.

use super::Quality;
use super::fold::fold;
use crate::domain::course::is_han;
use crate::query::{How, Pattern};
use std::ops::Range;

#[derive(Debug)]
pub struct Phrase {
    text: String,
    how: How,
}

impl Phrase {
    pub fn new(pattern: &Pattern) -> Self {
        Self { text: fold(&pattern.text), how: pattern.how }
    }

    /// How it stands in a folded text, at its best.
    pub fn quality(&self, folded: &str) -> Option<Quality> {
        self.places(folded).map(|range| placed(folded, &range)).min()
    }

    /// The bytes of its best place.
    pub fn place(&self, folded: &str) -> Option<Range<usize>> {
        self.places(folded).min_by_key(|range| placed(folded, range))
    }

    fn places(&self, folded: &str) -> impl Iterator<Item = Range<usize>> {
        let length = self.text.len();
        let at_start = folded.starts_with(&self.text).then_some(0);
        let at_end = folded.ends_with(&self.text).then(|| folded.len() - length);
        let (fixed, anywhere) = match self.how {
            How::Fuzzy | How::Exact => (None, Some(folded.match_indices(&self.text))),
            How::Starts => (at_start, None),
            How::Ends => (at_end, None),
            How::Whole => (at_start.filter(|_| folded.len() == length), None),
        };
        let anywhere = anywhere.into_iter().flatten().map(|(at, _)| at);
        fixed.into_iter().chain(anywhere).map(move |at| at..at + length)
    }
}

fn placed(folded: &str, range: &Range<usize>) -> Quality {
    let before = folded.get(..range.start).and_then(|text| text.chars().next_back());
    let after = folded.get(range.end..).and_then(|text| text.chars().next());
    let piece = folded.get(range.clone()).unwrap_or_default();
    let joined = |a: Option<char>, b: Option<char>| {
        let inner = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
        inner(a) && inner(b)
    };
    match (joined(before, piece.chars().next()), joined(piece.chars().next_back(), after)) {
        (false, false) => Quality::Whole,
        (false, true) => Quality::WordStart,
        (true, _) => Quality::Inside,
    }
}

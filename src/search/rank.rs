//! The order of the rows found.

use super::Found;
use super::evaluate::{Evaluation, Fit, OUT, strength, why};
use crate::query::{Sort, SortKey};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::{Ordering, Reverse};

/// Rows that fuzzy-matcher scores: a page is far shorter, and each call costs a microsecond.
pub const SCORED: usize = 256;

impl Evaluation<'_> {
    /// The rows in order. See the notes of the module on what is left out.
    pub fn found(&self) -> Found {
        let fits = self.together(|_| true);
        let listed = fits.iter().filter(|fit| **fit != OUT).map(|fit| strength(*fit)).min().unwrap_or(0);
        let matches = |fit: Fit| fit != OUT && strength(fit) == listed;
        let mut rows: Vec<_> = (0..).zip(fits).filter(|(_, fit)| matches(*fit)).collect();
        let matched = rows.len();
        self.rank(&mut rows);
        if self.query.by_gain() {
            self.sort(&mut rows, Sort { key: SortKey::Gain, descending: false });
        }
        for sort in self.query.sort.iter().rev() {
            self.sort(&mut rows, *sort);
        }
        rows.truncate(self.query.limit.unwrap_or(usize::MAX));
        let (rows, fits): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        Found { rows, matched, why: fits.into_iter().map(why).collect() }
    }

    fn rank(&self, rows: &mut [(usize, Fit)]) {
        if rows.iter().all(|(_, fit)| *fit == 0) && self.words.is_empty() {
            return;
        }
        let length = |row: usize| self.index.title_length.get(row).copied();
        rows.sort_unstable_by_key(|(row, fit)| (*fit, length(*row), *row));
        let matcher = SkimMatcherV2::default();
        let mut best: Vec<_> =
            rows.iter().take(SCORED).map(|row| (*row, self.score(row.0, &matcher))).collect();
        // Stable: of equals, the shorter title stays first.
        best.sort_by_key(|((_, fit), score)| (*fit, Reverse(*score)));
        rows.iter_mut().zip(best).for_each(|(place, (row, _))| *place = row);
    }

    /// fuzzy-matcher's score of each word in the text of the row where it lies best, summed.
    fn score(&self, row: usize, matcher: &SkimMatcherV2) -> i64 {
        let texts = self.index.texts_of.row(row);
        let word = |word: &super::evaluate::Searched| {
            let quality = |text: u32| word.found.get(text as usize).copied().flatten();
            let found =
                texts.iter().filter_map(|text| Some(((text.tier()?, quality(text.text)?), text.text)));
            let (_, text) = found.min_by_key(|(rank, _)| (rank.1 > super::Quality::WordStarts, *rank))?;
            let line = self.index.texts.best_line(text, &word.needle)?;
            // Its other entry point scores differently in one case of ten.
            matcher.fuzzy_indices(line, &word.needle.text).map(|(score, _)| score)
        };
        self.words.iter().filter_map(word).sum()
    }

    fn sort(&self, rows: &mut [(usize, Fit)], sort: Sort) {
        if sort.key == SortKey::Relevance {
            if sort.descending {
                rows.reverse();
            }
            return;
        }
        let index = self.index;
        let key = |row: usize| -> Option<i64> {
            match sort.key {
                SortKey::Relevance => None,
                // The best comes first when it is not reversed.
                SortKey::Gain => self.gain(row).map(|gain| -i64::try_from(gain).unwrap_or(i64::MAX)),
                SortKey::Title => index.by_title.get(row).copied().map(i64::from),
                SortKey::Id => index.by_id.get(row).copied().map(i64::from),
                SortKey::Provider => index.by_provider.get(row).copied().flatten().map(i64::from),
                SortKey::Hours => index
                    .columns
                    .hours
                    .get(row)
                    .copied()
                    .flatten()
                    .and_then(|hours| hours.nominal.try_into().ok()),
                SortKey::Track => {
                    let track = index.columns.track.values.get(row).copied();
                    track.filter(|track| *track != super::columns::NONE).map(i64::from)
                }
                SortKey::Date => {
                    let day = |date: &crate::domain::Date| {
                        i64::from(date.year()) * 10_000
                            + i64::from(date.month()) * 100
                            + i64::from(date.day())
                    };
                    index.columns.starts.row(row).iter().map(day).min()
                }
            }
        };
        let mut keyed: Vec<_> = rows.iter().map(|row| (key(row.0), *row)).collect();
        // What has no value stands last in both directions.
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) if sort.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        });
        rows.iter_mut().zip(keyed).for_each(|(place, (_, row))| *place = row);
    }
}

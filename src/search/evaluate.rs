//! Runs a query over the rows. Each condition gives every row one byte: how well it fits, or that
//! it does not. Conditions join by the worse byte, alternatives by the better.

use super::columns::NONE;
use super::index::{Index, TextOf};
use super::needle::Needle;
use super::phrase::Phrase;
use super::{Personal, Quality, Tier, Why};
use crate::domain::vocabulary::{CourseState, Word};
use crate::domain::{Amount, Date};
use crate::query::{DONE, Expr, Field, How, Pattern, Presence, Query, State, Term, Test, status_is};
use std::cell::OnceCell;

/// How well a row fits: strength, tier and quality packed so that a smaller number is better.
pub type Fit = u8;
/// The row does not match.
pub const OUT: Fit = u8::MAX;
/// The row matches a condition that says nothing about rank.
pub const IN: Fit = 0;

/// 0 strong, 1 abbreviation, 2 scattered: only the best that occurs is listed.
pub fn strength(fit: Fit) -> usize {
    usize::from(fit >> 5)
}

fn pack(tier: Tier, quality: Quality) -> Fit {
    let strength = match quality {
        Quality::Whole | Quality::WordStart | Quality::Inside | Quality::WordStarts => 0,
        Quality::Abbreviation => 1,
        Quality::Scattered => 2,
    };
    let place = (0..).zip(RANKED).find(|(_, ranked)| *ranked == quality).map_or(0, |(place, _)| place);
    strength << 5 | (tier as u8) << 3 | place
}

/// How well a word lies, best first, for the order of rows: `pm` means Project Management before
/// it means develo*pm*ent.
const RANKED: [Quality; 6] = [
    Quality::Whole,
    Quality::WordStart,
    Quality::WordStarts,
    Quality::Inside,
    Quality::Abbreviation,
    Quality::Scattered,
];

pub fn why(fit: Fit) -> Why {
    let tier = match fit >> 3 & 0b11 {
        0 => Tier::Title,
        1 => Tier::Subject,
        _ => Tier::People,
    };
    let quality = RANKED.get(usize::from(fit & 0b111)).copied().unwrap_or(Quality::Scattered);
    Why { tier, quality }
}

/// A query run over an index: rows found, facets and counts come from it without running it again.
#[derive(Debug)]
pub struct Evaluation<'a> {
    pub(super) index: &'a Index,
    pub(super) query: &'a Query,
    personal: &'a Personal,
    /// The conditions that must all hold, and what each gives every row.
    pub(super) parts: Vec<Part<'a>>,
    /// The fuzzy words of the query, for the matcher that scores.
    pub(super) words: Vec<Searched>,
    /// The strength of what is listed, once a facet has asked for it.
    pub(super) listed: OnceCell<usize>,
}

#[derive(Debug)]
pub struct Part<'a> {
    pub expr: &'a Expr,
    pub fits: Vec<Fit>,
}

/// A fuzzy word and how well it lies in each text.
#[derive(Debug)]
pub struct Searched {
    pub needle: Needle,
    pub found: Vec<Option<Quality>>,
}

impl<'a> Evaluation<'a> {
    pub fn new(index: &'a Index, query: &'a Query, personal: &'a Personal) -> Self {
        let mut evaluation =
            Self { index, query, personal, parts: Vec::new(), words: Vec::new(), listed: OnceCell::new() };
        let conditions: &[Expr] = match &query.filter {
            None => &[],
            Some(Expr::And(parts)) => parts,
            Some(other) => std::slice::from_ref(other),
        };
        for expr in conditions {
            let fits = evaluation.expr(expr, false);
            evaluation.parts.push(Part { expr, fits });
        }
        evaluation
    }

    /// What the conditions that `keep` allows give every row together.
    pub(super) fn together(&self, keep: impl Fn(&Expr) -> bool) -> Vec<Fit> {
        let mut fits = vec![IN; self.index.rows];
        for part in self.parts.iter().filter(|part| keep(part.expr)) {
            worse(&mut fits, &part.fits);
        }
        fits
    }

    fn rows(&self, holds: impl Fn(usize) -> bool) -> Vec<Fit> {
        (0..self.index.rows).map(|row| if holds(row) { IN } else { OUT }).collect()
    }

    fn expr(&mut self, expr: &Expr, negated: bool) -> Vec<Fit> {
        match expr {
            Expr::And(parts) => {
                let mut fits = vec![IN; self.index.rows];
                for part in parts {
                    worse(&mut fits, &self.expr(part, negated));
                }
                fits
            }
            Expr::Or(parts) => {
                let mut fits = vec![OUT; self.index.rows];
                for part in parts {
                    let other = self.expr(part, negated);
                    fits.iter_mut().zip(other).for_each(|(fit, other)| *fit = other.min(*fit));
                }
                fits
            }
            Expr::Not(inner) => {
                let mut fits = self.expr(inner, true);
                fits.iter_mut().for_each(|fit| *fit = if *fit == OUT { IN } else { OUT });
                fits
            }
            Expr::Term(Term { test, .. }) => self.test(test, negated),
        }
    }

    fn test(&mut self, test: &Test, negated: bool) -> Vec<Fit> {
        let index = self.index;
        match test {
            Test::Word(pattern) if pattern.how == How::Fuzzy && !negated => self.fuzzy(pattern),
            Test::Word(pattern) => self.phrases(std::slice::from_ref(pattern), |text| text.tier()),
            Test::Text(field, patterns) => {
                self.phrases(patterns, |text| (text.field == *field).then_some(Tier::Title))
            }
            Test::Choice(Field::Status, words) => self.rows(|row| {
                self.state(row).is_some_and(|state| words.iter().any(|word| status_is(word, state)))
            }),
            Test::Choice(Field::Category, words) => {
                let chosen = index.columns.category_names.chosen(Field::Category, words);
                let is = |value: &u32| chosen.get(*value as usize) == Some(&true);
                self.rows(|row| index.columns.categories.row(row).iter().any(is))
            }
            Test::Choice(field @ (Field::Fills | Field::Counts), asked) => self.rows(|row| {
                let of_rule = self.personal.rules.iter().filter(|rule| rule.field == *field);
                let mut named = of_rule.filter(|rule| asked.contains(&rule.asked));
                named.any(|rule| rule.gains.get(row).is_some_and(Option::is_some))
            }),
            Test::Choice(field, words) => match index.columns.single(*field) {
                None => self.rows(|_| false),
                Some(column) => {
                    let chosen = column.symbols.chosen(*field, words);
                    let is = |value: &u32| *value != NONE && chosen.get(*value as usize) == Some(&true);
                    column.values.iter().map(|value| if is(value) { IN } else { OUT }).collect()
                }
            },
            Test::Number(_, low, high) => {
                let low = low.map_or(0, Amount::hundredths);
                let high = high.map_or(u64::MAX, Amount::hundredths);
                let hours = index.columns.hours.iter();
                let overlaps = hours.map(|hours| hours.is_some_and(|h| h.lowest <= high && h.highest >= low));
                overlaps.map(|overlaps| if overlaps { IN } else { OUT }).collect()
            }
            Test::Dates(field, low, high) => {
                let inside =
                    |date: &Date| low.is_none_or(|low| *date >= low) && high.is_none_or(|high| *date <= high);
                self.rows(|row| match field {
                    Field::Due => self.due(row).is_some_and(|date| inside(&date)),
                    Field::On => self.personal.studied.get(row).is_some_and(|days| days.iter().any(inside)),
                    _ => index.columns.starts.row(row).iter().any(inside),
                })
            }
            Test::Is(state) => self.rows(|row| self.is(row, *state)),
            Test::Has(what) => self.rows(|row| self.has(row, *what)),
            // Put in place before; what was not is no condition that a course could meet.
            Test::View(_) => self.rows(|_| false),
        }
    }

    fn fuzzy(&mut self, pattern: &Pattern) -> Vec<Fit> {
        let Some(needle) = Needle::new(&pattern.text) else { return vec![IN; self.index.rows] };
        let found = self.index.texts.scan(&needle);
        let best = |text: &TextOf| Some(pack(text.tier()?, found.get(text.text as usize).copied()??));
        let fits = (0..self.index.rows)
            .map(|row| self.index.texts_of.row(row).iter().filter_map(best).min().unwrap_or(OUT));
        let fits = fits.collect();
        self.words.push(Searched { needle, found });
        fits
    }

    /// Any of the patterns as it stands, in the texts that `tier` gives a place.
    fn phrases(&self, patterns: &[Pattern], tier: impl Fn(TextOf) -> Option<Tier>) -> Vec<Fit> {
        let phrases: Vec<_> = patterns.iter().map(Phrase::new).collect();
        // Topics, providers and people are shared by many rows and compared once.
        let mut known: Vec<Option<Option<Quality>>> = vec![None; self.index.texts.len()];
        let mut quality = |text: u32| {
            let place = known.get_mut(text as usize)?;
            *place.get_or_insert_with(|| {
                let folded = self.index.texts.text(text);
                phrases.iter().filter_map(|phrase| phrase.quality(folded)).min()
            })
        };
        let mut best = |text: &TextOf| Some(pack(tier(*text)?, quality(text.text)?));
        let rows = 0..self.index.rows;
        rows.map(|row| self.index.texts_of.row(row).iter().filter_map(&mut best).min().unwrap_or(OUT))
            .collect()
    }

    pub(super) fn state(&self, row: usize) -> Option<CourseState> {
        self.personal.states.get(row).copied().flatten()
    }

    /// The best of what the rules of `fills:` gain from a row.
    pub(super) fn gain(&self, row: usize) -> Option<u64> {
        let fills = self.personal.rules.iter().filter(|rule| rule.field == Field::Fills);
        fills.filter_map(|rule| rule.gains.get(row).copied().flatten()).max()
    }

    fn due(&self, row: usize) -> Option<Date> {
        self.personal.due.get(row).copied().flatten()
    }

    pub(super) fn has(&self, row: usize, what: Presence) -> bool {
        match what {
            Presence::Evidence => self.personal.proven.get(row) == Some(&true),
            _ => self.index.columns.has(row, what),
        }
    }

    fn is(&self, row: usize, asked: State) -> bool {
        let state = self.state(row);
        match asked {
            State::Planned => state == Some(CourseState::Planned),
            State::Started => state == Some(CourseState::InProgress),
            State::Done => state.is_some_and(|state| status_is(DONE, state)),
            State::Passed => state == Some(CourseState::Passed),
            State::Failed => state == Some(CourseState::Failed),
            State::Withdrawn => state == Some(CourseState::Withdrawn),
            State::New => state.is_none(),
            State::Overdue => {
                let ended =
                    state.is_some_and(|state| status_is(DONE, state) || state == CourseState::Withdrawn);
                let missed = |due| self.personal.today.is_some_and(|today| due < today);
                !ended && self.due(row).is_some_and(missed)
            }
            State::Marked => self.personal.marked.get(row) == Some(&true),
            State::Verified => self.index.columns.is_verified(row),
        }
    }

    /// Every state that a course may have, with the word that `status:` takes.
    pub(super) fn state_words() -> impl Iterator<Item = (CourseState, &'static str)> {
        CourseState::ALL.iter().map(|state| (*state, state.word()))
    }
}

fn worse(fits: &mut [Fit], other: &[Fit]) {
    fits.iter_mut().zip(other).for_each(|(fit, other)| *fit = (*fit).max(*other));
}

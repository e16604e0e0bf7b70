//! How many courses each value of a field would list.

use super::FacetValue;
use super::columns::{NONE, Symbols};
use super::evaluate::{Evaluation, Fit, OUT, strength};
use super::fold::fold;
use crate::query::{Expr, Field, Presence, Test};

/// Rows by strength: of them, the strongest that occurs is listed, but nothing weaker than what
/// the list shows now. Otherwise counts would promise scattered letters beside good matches.
#[derive(Clone, Copy, Debug, Default)]
struct Tally([usize; 3]);

impl Tally {
    fn add(&mut self, fit: Fit, weakest: usize) {
        let strength = strength(fit);
        if let Some(count) = self.0.get_mut(strength).filter(|_| strength <= weakest) {
            *count += 1;
        }
    }

    fn listed(self) -> usize {
        self.0.into_iter().find(|count| *count > 0).unwrap_or(0)
    }
}

/// Values of a text field above which counts go by equal text alone.
const MOST_COMPARED: usize = 512;

impl Evaluation<'_> {
    /// The values of a field with their counts, in the order in which people see them; values that
    /// nothing has are left out. Empty for fields that are no facet.
    pub fn facet(&self, field: Field) -> Vec<FacetValue> {
        let weakest = self.weakest();
        let fits = self.together(|expr| !is_about(expr, field));
        let fits = fits.into_iter().enumerate().filter(|(_, fit)| *fit != OUT);
        let columns = &self.index.columns;
        match field {
            Field::Status => {
                let states: Vec<_> = Self::state_words().collect();
                let mut tallies = vec![Tally::default(); states.len()];
                for (row, fit) in fits {
                    let at = self.state(row).and_then(|state| states.iter().position(|(s, _)| *s == state));
                    if let Some(tally) = at.and_then(|at| tallies.get_mut(at)) {
                        tally.add(fit, weakest);
                    }
                }
                let words = states.iter().map(|(_, word)| (*word).to_owned());
                listed(words.zip(tallies))
            }
            Field::Category => {
                let mut tallies = vec![Tally::default(); columns.category_names.len()];
                for (row, fit) in fits {
                    for value in columns.categories.row(row) {
                        if let Some(tally) = tallies.get_mut(*value as usize) {
                            tally.add(fit, weakest);
                        }
                    }
                }
                by_name(&columns.category_names, &tallies)
            }
            field => {
                let Some(column) = columns.single(field) else { return Vec::new() };
                let mut tallies = vec![Tally::default(); column.symbols.len()];
                for (row, fit) in fits {
                    let value = column.values.get(row).copied().filter(|value| *value != NONE);
                    if let Some(tally) = value.and_then(|value| tallies.get_mut(value as usize)) {
                        tally.add(fit, weakest);
                    }
                }
                if matches!(field, Field::Provider | Field::Language) {
                    tallies = with_longer_names(&column.symbols, &tallies, field);
                }
                by_name(&column.symbols, &tallies)
            }
        }
    }

    /// The strength of what the query lists; the loosest where it lists nothing.
    fn weakest(&self) -> usize {
        *self.listed.get_or_init(|| {
            let fits = self.together(|_| true);
            fits.into_iter().filter(|fit| *fit != OUT).map(strength).min().unwrap_or(2)
        })
    }

    /// How many courses would be listed with `has:hours`, and with `no:hours`.
    pub fn hours_known(&self) -> (usize, usize) {
        let weakest = self.weakest();
        let (mut known, mut unknown) = (Tally::default(), Tally::default());
        let fits = self.together(|expr| !is_about_hours_stated(expr));
        for (row, fit) in fits.into_iter().enumerate().filter(|(_, fit)| *fit != OUT) {
            let tally = if self.has(row, Presence::Hours) { &mut known } else { &mut unknown };
            tally.add(fit, weakest);
        }
        (known.listed(), unknown.listed())
    }
}

/// A term may find more than its own value, and its count has to say so: `provider:"X University"`
/// finds X University Press, `language:en` finds en-GB.
fn with_longer_names(symbols: &Symbols, tallies: &[Tally], field: Field) -> Vec<Tally> {
    if symbols.len() > MOST_COMPARED {
        return tallies.to_vec();
    }
    let names: Vec<_> = (0..).take(symbols.len()).map(|at| fold(symbols.name(at))).collect();
    let finds = |name: &str, other: &str| match field {
        Field::Language => {
            other.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        }
        _ => other.contains(name),
    };
    let of = |name: &String| {
        let found = names.iter().zip(tallies).filter(|(other, _)| finds(name, other));
        found.fold(Tally::default(), |mut sum, (_, tally)| {
            sum.0.iter_mut().zip(tally.0).for_each(|(sum, count)| *sum += count);
            sum
        })
    };
    names.iter().zip(tallies).map(|(name, own)| if own.listed() > 0 { of(name) } else { *own }).collect()
}

fn by_name(symbols: &Symbols, tallies: &[Tally]) -> Vec<FacetValue> {
    listed((0..).zip(tallies).map(|(at, tally)| (symbols.name(at).to_owned(), *tally)))
}

fn listed(values: impl Iterator<Item = (String, Tally)>) -> Vec<FacetValue> {
    let values = values.map(|(value, tally)| FacetValue { value, count: tally.listed() });
    values.filter(|value| value.count > 0).collect()
}

/// Whether a condition is a choice among the values of the field, which the facet shows.
fn is_about(expr: &Expr, field: Field) -> bool {
    match expr {
        Expr::Term(term) => {
            matches!(&term.test, Test::Choice(of, _) | Test::Text(of, _) if *of == field)
        }
        _ => false,
    }
}

fn is_about_hours_stated(expr: &Expr) -> bool {
    match expr {
        Expr::Term(term) => term.test == Test::Has(Presence::Hours),
        Expr::Not(inner) => is_about_hours_stated(inner),
        _ => false,
    }
}

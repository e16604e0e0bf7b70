//! Sums of completed hours: overall, by year and by category. Units are never mixed: converting
//! one into another is a rule's business.

use super::vocabulary::{Category, Outcome, Unit};
use super::{Amount, Entry};
use std::collections::BTreeMap;

/// Sums kept apart by unit, in the order of [`Unit`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByUnit(BTreeMap<Unit, Amount>);

impl ByUnit {
    pub fn add(&mut self, unit: Unit, amount: Amount) {
        let sum = self.0.entry(unit).or_default();
        *sum = sum.plus(amount);
    }

    pub fn iter(&self) -> impl Iterator<Item = (Unit, Amount)> {
        self.0.iter().map(|(unit, amount)| (*unit, *amount))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The totals of a set of entries. An entry with two categories counts in both and once overall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Completed and passed entries.
    pub completed: ByUnit,
    /// Entries that have not ended yet.
    pub in_progress: ByUnit,
    /// Completed, by civil year of the entry's date.
    pub years: BTreeMap<i16, ByUnit>,
    /// Completed, by category; `None` for entries without one.
    pub categories: BTreeMap<Option<Category>, ByUnit>,
}

impl Totals {
    pub fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut totals = Self::default();
        for entry in entries {
            match entry.outcome {
                Outcome::InProgress => totals.in_progress.add(entry.unit, entry.amount),
                outcome if outcome.earns() => totals.count(entry),
                _ => {}
            }
        }
        totals
    }

    fn count(&mut self, entry: &Entry) {
        self.completed.add(entry.unit, entry.amount);
        self.years.entry(entry.date.year()).or_default().add(entry.unit, entry.amount);
        if entry.categories.is_empty() {
            self.categories.entry(None).or_default().add(entry.unit, entry.amount);
        }
        for category in &entry.categories {
            let sums = self.categories.entry(Some(category.clone())).or_default();
            sums.add(entry.unit, entry.amount);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::hours::tests::entry;
    use super::*;

    #[test]
    fn two_categories_count_once_overall_and_failures_not_at_all() {
        let ethics = Category::new("ethics").unwrap();
        let technical = Category::new("technical").unwrap();
        let both = Entry { categories: vec![ethics.clone(), technical], ..entry("a") };
        let failed = Entry { outcome: Outcome::Failed, ..entry("b") };
        let running = Entry { outcome: Outcome::InProgress, ..entry("c") };
        let pdh = Entry { unit: Unit::Pdh, ..entry("d") };
        let totals = Totals::of([&both, &failed, &running, &pdh].into_iter());
        let eight = Amount::whole(8);
        let completed: Vec<_> = totals.completed.iter().collect();
        assert_eq!(completed, [(Unit::Hour, eight), (Unit::Pdh, eight)]);
        let of_ethics: Vec<_> = totals.categories[&Some(ethics)].iter().collect();
        assert_eq!(of_ethics, [(Unit::Hour, eight)]);
        assert_eq!(totals.in_progress.iter().count(), 1);
        assert_eq!(totals.years.len(), 1);
    }
}

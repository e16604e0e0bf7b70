//! Hours by category and month. An entry with two categories stands under each of them and once in
//! the totals, so that the rows may come to more than the total.

use super::days::month_mut;
use super::time::Time;
use crate::domain::Entry;
use crate::domain::vocabulary::Category;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Most time first; entries without a category last.
    pub rows: Vec<Row>,
    /// Every entry once, January first.
    pub months: [Time; 12],
    pub total: Time,
    /// Entries that stand in more than one row.
    pub shared: usize,
}

/// A category, or the entries without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub category: Option<Category>,
    pub months: [Time; 12],
    pub total: Time,
}

impl Labels {
    pub(super) fn of(earned: &[&Entry]) -> Self {
        let mut rows: BTreeMap<Option<&Category>, [Time; 12]> = BTreeMap::new();
        let mut table = Self::default();
        for entry in earned {
            let Some(time) = Time::of(entry.amount, entry.unit) else { continue };
            add(&mut table.months, entry, time);
            // A label that was written twice is one label.
            let mut labels: Vec<Option<&Category>> = entry.categories.iter().map(Some).collect();
            labels.sort();
            labels.dedup();
            table.shared += usize::from(labels.len() > 1);
            if labels.is_empty() {
                labels.push(None);
            }
            for label in labels {
                add(rows.entry(label).or_default(), entry, time);
            }
        }
        table.total = table.months.iter().copied().sum();
        table.rows = rows
            .into_iter()
            .map(|(category, months)| Row {
                category: category.cloned(),
                months,
                total: months.iter().copied().sum(),
            })
            .collect();
        table.rows.sort_by_key(|row| (row.category.is_none(), Reverse(row.total)));
        table
    }
}

fn add(months: &mut [Time; 12], entry: &Entry, time: Time) {
    if let Some(sum) = month_mut(months, entry.date) {
        *sum = sum.plus(time);
    }
}

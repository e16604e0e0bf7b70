//! Step 6 of the evaluation: the surplus of one period that the next may use.
//!
//! Hours that were carried in are used up first, so that nothing is carried twice. What is left of
//! the period's own hours is drawn from its newest entries that the rule lets through, because
//! they are the ones that were earned last.

use super::period::{Period, add_months};
use super::rule::{Label, Rule};
use super::tally::Credit;
use crate::domain::{Amount, Entry};

/// What a period starts with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedIn {
    pub amount: Amount,
    /// The period that it was earned in.
    pub from: Option<Period>,
    /// From which entries, newest first.
    pub portions: Vec<Portion>,
    /// What was over there before any limit.
    pub surplus: Amount,
}

/// Part of an entry's counted hours, moved on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portion {
    /// Place of the entry in [`crate::domain::HoursRecord::all`].
    pub entry: usize,
    pub amount: Amount,
    /// Those labels of the rule's minimums that it has, by place.
    pub minimums: Vec<usize>,
    labels: Vec<Label>,
}

impl CarriedIn {
    /// How much of it has a label; all of it without one.
    pub fn of(&self, label: Option<&Label>) -> Amount {
        let Some(label) = label else { return self.amount };
        let portions = self.portions.iter().filter(|portion| portion.labels.contains(label));
        portions.map(|portion| portion.amount).sum()
    }
}

/// What moves on from a period with these credits, given what it started with and what it wanted.
pub fn carried_out<'a>(
    rule: &Rule,
    period: Period,
    required: Option<Amount>,
    carried_in: Amount,
    credits: impl DoubleEndedIterator<Item = (usize, &'a Entry, &'a Credit)> + Clone,
) -> CarriedIn {
    let (Some(carry), Some(required)) = (&rule.carry, required) else { return CarriedIn::default() };
    let earned: Amount = credits.clone().map(|(_, _, credit)| credit.counted).sum();
    let surplus = earned.plus(carried_in).minus(required).min(earned);
    let since = carry.earned_within_months.map(|months| {
        let after = period.end.tomorrow().unwrap_or(period.end);
        add_months(after, -i64::from(months))
    });
    let mut carried = CarriedIn { from: Some(period), surplus, ..CarriedIn::default() };
    let limit = surplus.min(carry.hours);
    for (entry_place, entry, credit) in credits.rev() {
        let in_time = since.is_none_or(|since| entry.date >= since);
        let of_category = carry.category.as_ref().is_none_or(|category| entry.categories.contains(category));
        let amount = credit.counted.min(limit.minus(carried.amount));
        if in_time && of_category && !amount.is_zero() {
            carried.amount = carried.amount.plus(amount);
            carried.portions.push(portion(rule, entry_place, entry, amount));
        }
    }
    carried
}

fn portion(rule: &Rule, place: usize, entry: &Entry, amount: Amount) -> Portion {
    let labels = rule.minimums.iter().enumerate().filter_map(|(at, minimum)| {
        let label = minimum.label.as_ref()?;
        label.is_of(&entry.categories, entry.form).then(|| (at, label.clone()))
    });
    let (minimums, labels) = labels.unzip();
    Portion { entry: place, amount, minimums, labels }
}

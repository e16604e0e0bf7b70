//! Step 6 of the evaluation: the surplus of one period that the next may use.
//!
//! No hour serves twice. Hours that were carried in are used up first and never move on again; what
//! a minimum of the period needed stays with it. The rest is drawn from entries that the rule lets
//! through: first those that may meet a minimum again, then those that met fewest here, the newest
//! before older ones, because they are the ones that were earned last.

use super::look::required;
use super::period::{Period, first_of_last};
use super::rule::{Label, Minimum, Per, Rule};
use super::tally::Tally;
use crate::domain::{Amount, Entry};
use std::cmp::Reverse;

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

/// What is left of each minimum, by place and year, once the period has what it needs.
struct Spare(Vec<Vec<Amount>>);

impl CarriedIn {
    /// How much of it has a label; all of it without one.
    pub fn of(&self, label: Option<&Label>) -> Amount {
        let Some(label) = label else { return self.amount };
        let portions = self.portions.iter().filter(|portion| portion.labels.contains(label));
        portions.map(|portion| portion.amount).sum()
    }
}

/// What moves on from a tallied period, given what it started with. `counted`: its entries, oldest
/// first, with their places in the record and what counts of each.
pub fn carried_out(
    rule: &Rule,
    tally: &Tally,
    carried_in: &CarriedIn,
    counted: &[(usize, &Entry, Amount)],
) -> CarriedIn {
    let (Some(carry), Some(required)) = (&rule.carry, tally.bounds().total) else {
        return CarriedIn::default();
    };
    let (period, earned) = (tally.bounds().period, tally.total());
    let surplus = earned.plus(carried_in.amount).minus(required).min(earned);
    let mut carried = CarriedIn { from: Some(period), surplus, ..CarriedIn::default() };
    let limit = surplus.min(carry.hours);
    if limit.is_zero() {
        return carried;
    }
    let since = carry.earned_within_months.map(|months| first_of_last(months, period.end));
    let of_category = |entry: &Entry| carry.category.as_ref().is_none_or(|c| entry.categories.contains(c));
    let let_through = |entry: &Entry| since.is_none_or(|since| entry.date >= since) && of_category(entry);
    let worth = |(_, entry, amount): &&(usize, &Entry, Amount)| !amount.is_zero() && let_through(entry);
    let mut candidates: Vec<_> = counted.iter().filter(worth).collect();
    candidates.sort_by_cached_key(|(place, entry, _)| {
        let again = minimums_of(rule, entry).filter(|(_, minimum)| minimum.carried).count();
        let needed = minimums_of(rule, entry).filter(|(_, minimum)| !minimum.soft).count();
        (Reverse(again), needed, Reverse(*place))
    });
    let mut spare = Spare::new(rule, tally, carried_in);
    for (place, entry, counted) in candidates {
        let year = tally.bounds().year_of(entry.date);
        let wanted = limit.minus(carried.amount).min(*counted);
        let amount = spare.take(rule, entry, year, wanted);
        if !amount.is_zero() {
            carried.amount = carried.amount.plus(amount);
            carried.portions.push(Portion::new(rule, *place, entry, amount));
        }
    }
    carried.portions.sort_by_key(|portion| Reverse(portion.entry));
    carried
}

/// The minimums that an entry has the label of, with their places.
fn minimums_of<'a>(rule: &'a Rule, entry: &'a Entry) -> impl Iterator<Item = (usize, &'a Minimum)> {
    rule.minimums.iter().enumerate().filter(|(_, minimum)| {
        minimum.label.as_ref().is_none_or(|label| label.is_of(&entry.categories, entry.form))
    })
}

impl Spare {
    fn new(rule: &Rule, tally: &Tally, carried_in: &CarriedIn) -> Self {
        let in_all = tally.total().plus(carried_in.amount);
        let of_minimum = |(place, minimum): (usize, &Minimum)| {
            let needed = required(minimum, tally.bounds().total, in_all).unwrap_or_default();
            let years = if minimum.per == Per::Year { tally.bounds().years.len() } else { 1 };
            let left = |year| {
                let counted = tally.of_minimum(place, tally.bounds().slot(minimum.per, year));
                let helped = minimum.carried && year == 0;
                let again = if helped { carried_in.of(minimum.label.as_ref()) } else { Amount::ZERO };
                counted.plus(again).minus(needed)
            };
            (0..years).map(left).collect()
        };
        Self(rule.minimums.iter().enumerate().map(of_minimum).collect())
    }

    /// Takes as much of an entry as none of its minimums needs.
    fn take(&mut self, rule: &Rule, entry: &Entry, year: usize, wanted: Amount) -> Amount {
        let binding = || minimums_of(rule, entry).filter(|(_, minimum)| !minimum.soft);
        let slot = |minimum: &Minimum| if minimum.per == Per::Year { year } else { 0 };
        let left = |(place, minimum): (usize, &Minimum)| self.0.get(place)?.get(slot(minimum)).copied();
        let amount = binding().filter_map(left).fold(wanted, Amount::min);
        for (place, minimum) in binding() {
            if let Some(left) = self.0.get_mut(place).and_then(|years| years.get_mut(slot(minimum))) {
                *left = left.minus(amount);
            }
        }
        amount
    }
}

impl Portion {
    fn new(rule: &Rule, entry_place: usize, entry: &Entry, amount: Amount) -> Self {
        let labels = minimums_of(rule, entry).filter_map(|(at, minimum)| Some((at, minimum.label.clone()?)));
        let (minimums, labels) = labels.unzip();
        Self { entry: entry_place, amount, minimums, labels }
    }
}

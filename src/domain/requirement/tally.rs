//! Steps 2 to 5 of the evaluation as a fold: one entry after the other, oldest first. What is
//! added last can only be cut, never cut what came before, so a tally can be copied and tried out
//! on courses that are only planned.

use super::convert::{Conversion, convert};
use super::part::Bounds;
use super::rule::{Label, Maximum, Ratio, Reach, Rule};
use crate::domain::vocabulary::{Category, Form, Outcome, Unit};
use crate::domain::{Amount, Course, Date, Entry};

/// What an evaluation looks at in an entry or a course.
#[derive(Clone, Copy, Debug)]
pub struct Study<'a> {
    pub date: Date,
    pub amount: Amount,
    pub unit: Unit,
    pub categories: &'a [Category],
    pub form: Option<Form>,
    pub outcome: Outcome,
    /// Whether the same course or title was not recorded in this form before.
    pub first_time: bool,
}

/// What became of one entry, in the rule's unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// Converted, before any rounding to a step or cap.
    pub claimed: Amount,
    /// Never more than claimed.
    pub counted: Amount,
    /// Why the figures are what they are, in the order of evaluation.
    pub reasons: Vec<Reason>,
}

/// What changed or cut an entry's figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It was converted: no cut.
    Converted {
        amount: Amount,
        unit: Unit,
        how: Conversion,
    },
    /// It was multiplied: no cut.
    Multiplied(Ratio),
    /// Neither completed nor passed: nothing counts.
    NotEarned(Outcome),
    /// Completed, but the rule wants the examination passed.
    NotPassed,
    /// The rule states no way from this unit.
    NoConversion(Unit),
    RoundedDown {
        step: Amount,
    },
    /// Cut by the cap in this place of [`Rule::maximums`].
    Capped {
        maximum: usize,
        limit: Amount,
    },
}

/// The sums so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    bounds: Bounds,
    total: Amount,
    /// Counted, by place in `rule.minimums` and year.
    minimums: Vec<Vec<Amount>>,
    /// Counted, by place in `rule.maximums` and year.
    maximums: Vec<Vec<Amount>>,
}

impl<'a> Study<'a> {
    pub fn of_entry(entry: &'a Entry, first_time: bool) -> Self {
        Self {
            date: entry.date,
            amount: entry.amount,
            unit: entry.unit,
            categories: &entry.categories,
            form: entry.form,
            outcome: entry.outcome,
            first_time,
        }
    }

    /// A course as if it were passed on a day. `None` where its hours are not stated.
    pub fn of_course(course: &'a Course, date: Date) -> Option<Self> {
        Some(Self {
            date,
            amount: course.hours.as_ref()?.nominal(),
            unit: course.unit,
            categories: &course.categories,
            form: course.form,
            outcome: Outcome::Passed,
            first_time: true,
        })
    }

    /// Whether it has a label; without one everything is meant.
    pub fn is_of(&self, label: Option<&Label>) -> bool {
        label.is_none_or(|label| label.is_of(self.categories, self.form))
    }
}

impl Tally {
    pub fn new(rule: &Rule, bounds: Bounds) -> Self {
        let years = bounds.years.len().max(1);
        Self {
            total: Amount::ZERO,
            minimums: vec![vec![Amount::ZERO; years]; rule.minimums.len()],
            maximums: vec![vec![Amount::ZERO; years]; rule.maximums.len()],
            bounds,
        }
    }

    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    pub fn total(&self) -> Amount {
        self.total
    }

    /// What a minimum has: over the period, or in one of its years.
    pub fn of_minimum(&self, place: usize, year: Option<usize>) -> Amount {
        at(&self.minimums, place, year)
    }

    pub fn of_maximum(&self, place: usize, year: Option<usize>) -> Amount {
        at(&self.maximums, place, year)
    }

    /// Counts one more under the rule that the tally was made for. Its date lies in the period, and
    /// no earlier one comes after it.
    pub fn add(&mut self, rule: &Rule, study: &Study) -> Credit {
        let mut credit = Credit::default();
        let Some(converted) = convert(rule, study) else {
            credit.reasons.push(Reason::NoConversion(study.unit));
            return credit;
        };
        credit.claimed = converted.claimed;
        if converted.how != Conversion::Same {
            let (amount, unit) = (study.amount, study.unit);
            credit.reasons.push(Reason::Converted { amount, unit, how: converted.how });
        }
        credit.reasons.extend(converted.multiplied.map(Reason::Multiplied));
        if !study.outcome.earns() {
            credit.reasons.push(Reason::NotEarned(study.outcome));
            return credit;
        }
        if !rule.counts(study.outcome) {
            credit.reasons.push(Reason::NotPassed);
            return credit;
        }
        if converted.rounded < converted.claimed {
            credit.reasons.push(Reason::RoundedDown { step: rule.step });
        }
        credit.counted = converted.rounded;
        let year = self.bounds.year_of(study.date);
        self.cap_per_entry(rule, study, &mut credit);
        self.cap_per_span(rule, study, year, &mut credit);
        self.count(rule, study, year, credit.counted);
        credit
    }

    fn cap_per_entry(&self, rule: &Rule, study: &Study, credit: &mut Credit) {
        for (place, maximum, limit) in self.limits(rule) {
            if maximum.per == Reach::Entry && study.is_of(maximum.label.as_ref()) {
                credit.cut_to(limit, Reason::Capped { maximum: place, limit });
            }
        }
    }

    fn cap_per_span(&self, rule: &Rule, study: &Study, year: usize, credit: &mut Credit) {
        for (place, maximum, limit) in self.limits(rule) {
            let Reach::Span(per) = maximum.per else { continue };
            if study.is_of(maximum.label.as_ref()) {
                let left = limit.minus(self.of_maximum(place, self.bounds.slot(per, year)));
                credit.cut_to(left, Reason::Capped { maximum: place, limit });
            }
        }
    }

    fn limits<'r>(&self, rule: &'r Rule) -> impl Iterator<Item = (usize, &'r Maximum, Amount)> {
        let limits = rule.maximums.iter().zip(&self.bounds.maximums);
        limits.enumerate().map(|(place, (maximum, limit))| (place, maximum, *limit))
    }

    fn count(&mut self, rule: &Rule, study: &Study, year: usize, counted: Amount) {
        self.total = self.total.plus(counted);
        let minimums = rule.minimums.iter().map(|minimum| &minimum.label).zip(&mut self.minimums);
        let maximums = rule.maximums.iter().map(|maximum| &maximum.label).zip(&mut self.maximums);
        for (label, years) in minimums.chain(maximums) {
            if let Some(sum) = years.get_mut(year).filter(|_| study.is_of(label.as_ref())) {
                *sum = sum.plus(counted);
            }
        }
    }
}

impl Credit {
    fn cut_to(&mut self, limit: Amount, reason: Reason) {
        if self.counted > limit {
            self.counted = limit;
            self.reasons.push(reason);
        }
    }
}

fn at(sums: &[Vec<Amount>], place: usize, year: Option<usize>) -> Amount {
    let Some(years) = sums.get(place) else { return Amount::ZERO };
    match year {
        Some(year) => years.get(year).copied().unwrap_or_default(),
        None => years.iter().copied().sum(),
    }
}

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
        let mut reasons = Vec::new();
        let (claimed, counted) = self.weigh(rule, study, |reason| reasons.push(reason));
        Credit { claimed, counted, reasons }
    }

    /// The same where nobody asks for the reasons: what counts.
    pub fn count(&mut self, rule: &Rule, study: &Study) -> Amount {
        self.weigh(rule, study, drop).1
    }

    /// What is claimed and what counts, and why.
    fn weigh(&mut self, rule: &Rule, study: &Study, mut because: impl FnMut(Reason)) -> (Amount, Amount) {
        let Some(converted) = convert(rule, study) else {
            because(Reason::NoConversion(study.unit));
            return (Amount::ZERO, Amount::ZERO);
        };
        let claimed = converted.claimed;
        if converted.how != Conversion::Same {
            let (amount, unit) = (study.amount, study.unit);
            because(Reason::Converted { amount, unit, how: converted.how });
        }
        if let Some(by) = converted.multiplied {
            because(Reason::Multiplied(by));
        }
        if !study.outcome.earns() {
            because(Reason::NotEarned(study.outcome));
            return (claimed, Amount::ZERO);
        }
        if !rule.counts(study.outcome) {
            because(Reason::NotPassed);
            return (claimed, Amount::ZERO);
        }
        if converted.rounded < claimed {
            because(Reason::RoundedDown { step: rule.step });
        }
        let year = self.bounds.year_of(study.date);
        let counted = self.capped_per_entry(rule, study, converted.rounded, &mut because);
        let counted = self.capped_per_span(rule, study, year, counted, &mut because);
        self.sum_up(rule, study, year, counted);
        (claimed, counted)
    }

    fn capped_per_entry(
        &self,
        rule: &Rule,
        study: &Study,
        mut counted: Amount,
        because: &mut impl FnMut(Reason),
    ) -> Amount {
        for (place, maximum, limit) in self.limits(rule) {
            if maximum.per == Reach::Entry && counted > limit && study.is_of(maximum.label.as_ref()) {
                counted = limit;
                because(Reason::Capped { maximum: place, limit });
            }
        }
        counted
    }

    fn capped_per_span(
        &self,
        rule: &Rule,
        study: &Study,
        year: usize,
        mut counted: Amount,
        because: &mut impl FnMut(Reason),
    ) -> Amount {
        for (place, maximum, limit) in self.limits(rule) {
            let Reach::Span(per) = maximum.per else { continue };
            let left = limit.minus(self.of_maximum(place, self.bounds.slot(per, year)));
            if counted > left && study.is_of(maximum.label.as_ref()) {
                counted = left;
                because(Reason::Capped { maximum: place, limit });
            }
        }
        counted
    }

    fn limits<'r>(&self, rule: &'r Rule) -> impl Iterator<Item = (usize, &'r Maximum, Amount)> {
        let limits = rule.maximums.iter().zip(&self.bounds.maximums);
        limits.enumerate().map(|(place, (maximum, limit))| (place, maximum, *limit))
    }

    fn sum_up(&mut self, rule: &Rule, study: &Study, year: usize, counted: Amount) {
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

fn at(sums: &[Vec<Amount>], place: usize, year: Option<usize>) -> Amount {
    let Some(years) = sums.get(place) else { return Amount::ZERO };
    match year {
        Some(year) => years.get(year).copied().unwrap_or_default(),
        None => years.iter().copied().sum(),
    }
}

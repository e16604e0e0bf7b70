//! From what an entry states to the rule's unit: exact until the one rounding down at the end.

use super::rule::{Ratio, Rule};
use super::tally::Study;
use crate::domain::Amount;
use crate::domain::vocabulary::Unit;

/// How an entry's amount became an amount of the rule's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// The entry is in the rule's unit.
    Same,
    /// By the length of both units, in minutes.
    ByMinutes { from: u32, to: u32 },
    /// By a conversion that the rule states: one of the entry's units gives so many.
    Stated(Amount),
}

/// An entry in the rule's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Converted {
    /// Rounded down to the hundredth, before any step.
    pub claimed: Amount,
    /// Rounded down to the rule's step.
    pub rounded: Amount,
    pub how: Conversion,
    pub multiplied: Option<Ratio>,
}

/// Steps 2 and 3 of the evaluation. `None` where the rule knows no way from the entry's unit.
pub fn convert(rule: &Rule, study: &Study) -> Option<Converted> {
    let how = way(rule, study)?;
    let (mut above, mut below) = match how {
        Conversion::Same => (1, 1),
        Conversion::ByMinutes { from, to } => (u128::from(from), u128::from(to.max(1))),
        Conversion::Stated(gives) => (u128::from(gives.hundredths()), 100),
    };
    let multiplied = rule.multipliers.iter().find(|multiplier| {
        multiplier.label.is_of(study.categories, study.form) && (study.first_time || !multiplier.first_time)
    });
    if let Some(multiplier) = multiplied {
        above *= u128::from(multiplier.by.numerator());
        below *= u128::from(multiplier.by.denominator());
    }
    above = above.saturating_mul(u128::from(study.amount.hundredths()));
    let amount = |hundredths: u128| Amount::from_hundredths(u64::try_from(hundredths).unwrap_or(u64::MAX));
    let step = u128::from(rule.step.hundredths().max(1));
    Some(Converted {
        claimed: amount(above / below),
        rounded: amount(above / (below * step) * step),
        how,
        multiplied: multiplied.map(|multiplier| multiplier.by),
    })
}

/// A stated conversion for the entry's form comes first, then one for its unit alone, then the
/// rule's own unit, then the clock.
fn way(rule: &Rule, study: &Study) -> Option<Conversion> {
    let of_unit = || rule.conversions.iter().filter(|conversion| conversion.unit == study.unit);
    let stated = of_unit()
        .find(|conversion| conversion.form.is_some() && conversion.form == study.form)
        .or_else(|| of_unit().find(|conversion| conversion.form.is_none()));
    if let Some(conversion) = stated {
        return Some(Conversion::Stated(conversion.gives));
    }
    if study.unit == rule.unit {
        return Some(Conversion::Same);
    }
    let (from, to) = (study.unit.minutes()?, rule.unit_minutes?);
    Some(Conversion::ByMinutes { from, to })
}

/// The most units of a rule that a day of study can give by the clock; `None` where the rule
/// multiplies, converts events, or has no length of its own, so that nothing can be ruled out.
pub fn most_in_days(rule: &Rule, days: u32) -> Option<Amount> {
    let no_clock = rule.conversions.iter().any(|conversion| {
        conversion.unit.minutes().is_none_or(|minutes| {
            let by_the_clock = u64::from(minutes) * 100;
            conversion.gives.hundredths() * u64::from(rule.unit_minutes.unwrap_or(1)) > by_the_clock
        }) && conversion.unit != Unit::Day
    });
    if no_clock || !rule.multipliers.is_empty() {
        return None;
    }
    // A stated day is taken at its word where that is more than 24 hours by the clock would be.
    let minutes = u64::from(rule.unit_minutes?.max(1));
    let by_clock = u64::from(days) * 24 * 60 * 100 / minutes;
    let per_day = rule.conversions.iter().filter(|conversion| conversion.unit == Unit::Day);
    let by_days = per_day.map(|day| day.gives.hundredths() * u64::from(days)).max().unwrap_or(0);
    Some(Amount::from_hundredths(by_clock.max(by_days)))
}

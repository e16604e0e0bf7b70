//! From what an entry states to the rule's unit: exact until the one rounding down at the end.

use super::rule::{Ratio, Rule, narrowed};
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
    let step = u128::from(rule.step.hundredths().max(1));
    Some(Converted {
        claimed: narrowed(above / below),
        rounded: narrowed(above / (below * step) * step),
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

/// The most units of a rule that days of study can give by the clock; `None` where the rule
/// multiplies, converts events, or has no length of its own, so that nothing can be ruled out.
pub fn most_in_days(rule: &Rule, days: u32) -> Option<Amount> {
    // An entry in the rule's own unit is taken at its word, and a PDH may be as short as 50 minutes
    // where the rule makes an hour of it.
    let stated = rule.unit_minutes?;
    let shortest = rule.unit.minutes().map_or(stated, |least| least.min(stated)).max(1);
    let beats_the_clock = |minutes: u32, gives: Amount| {
        gives.hundredths().saturating_mul(u64::from(shortest)) > u64::from(minutes) * 100
    };
    let unbounded = rule.conversions.iter().any(|conversion| match conversion.unit {
        Unit::Day => false,
        unit => unit.minutes().is_none_or(|minutes| beats_the_clock(minutes, conversion.gives)),
    });
    if unbounded || !rule.multipliers.is_empty() {
        return None;
    }
    let by_clock = u64::from(days) * 24 * 60 * 100 / u64::from(shortest);
    // A stated day is taken at its word where that is more than 24 hours by the clock would be.
    let stated = rule.conversions.iter().filter(|conversion| conversion.unit == Unit::Day);
    let by_days = stated.map(|day| day.gives.hundredths().saturating_mul(u64::from(days)));
    Some(Amount::from_hundredths(by_days.max().unwrap_or(0).max(by_clock)))
}

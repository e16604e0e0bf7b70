//! A requirement pack's rule as its file states it. What a pack leaves open is absent here.

use super::example::Example;
use super::period::{Cycle, Period};
use crate::domain::course::{LocalText, Origin};
use crate::domain::vocabulary::{Category, Form, Outcome, Unit, Word};
use crate::domain::{Amount, Date, RuleId};
use std::fmt;

/// One rule: the total, its parts, and how hours become its units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub id: RuleId,
    pub title: LocalText,
    /// The unit that every figure of the rule is in.
    pub unit: Unit,
    /// Minutes in one unit, for converting clock time: 45 for 学时, 60, 600 for a CEU. `None`: the
    /// unit is no length of time, and only the conversions below lead to it.
    pub unit_minutes: Option<u32>,
    /// Each entry is rounded down to a multiple of this; zero means to the hundredth.
    pub step: Amount,
    pub counts_when: CountsWhen,
    pub cycle: Cycle,
    /// Wanted per period. `None`: no source states a total.
    pub total: Option<Amount>,
    pub minimums: Vec<Minimum>,
    pub maximums: Vec<Maximum>,
    pub carry: Option<Carry>,
    pub conversions: Vec<Conversion>,
    pub multipliers: Vec<Multiplier>,
    /// How long proof is to be kept after the period, in months.
    pub evidence_months: Option<u16>,
    /// The first day on which the rule holds in this wording.
    pub valid_from: Option<Date>,
    /// The last such day.
    pub valid_to: Option<Date>,
    pub sources: Vec<Source>,
    /// What could not be confirmed, or cannot be expressed: shown wherever the rule is explained.
    pub unconfirmed: Vec<LocalText>,
    pub note: Option<LocalText>,
    pub examples: Vec<Example>,
    pub origin: Origin,
}

/// When an entry earns anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountsWhen {
    Completed,
    /// Only once the examination is passed.
    Passed,
}

/// What a part is about: a category, or a form of learning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Category(Category),
    Form(Form),
}

/// At least so much, of a label or (without one) of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minimum {
    pub label: Option<Label>,
    pub amount: Threshold,
    pub per: Per,
    /// Whether hours carried in from the period before may meet it.
    pub carried: bool,
    /// Advice ("generally"), never a failure.
    pub soft: bool,
}

/// At most so much counts, of a label or (without one) of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maximum {
    pub label: Option<Label>,
    /// [`Threshold::ShareOfCounted`] is not used here: a cap that moves with the sum it caps has no
    /// one answer.
    pub amount: Threshold,
    pub per: Reach,
}

/// A figure, or a share of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    Hours(Amount),
    /// Of the total that is required.
    ShareOfRequired(Ratio),
    /// Of the total that is counted, or required where that is more.
    ShareOfCounted(Ratio),
}

/// What a minimum is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    Period,
    /// Each year inside a longer period.
    Year,
}

/// What a maximum is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Entry,
    Span(Per),
}

/// An exact fraction: two thirds, a factor of 1.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: u32,
    denominator: u32,
}

/// Surplus that moves into the next period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    pub hours: Amount,
    /// Only hours of this category.
    pub category: Option<Category>,
    /// Only hours earned in the last so many months of the period.
    pub earned_within_months: Option<u16>,
}

/// One `unit`, perhaps only of one form, gives so many units of the rule: a day 8 class hours, a
/// national conference 10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    pub unit: Unit,
    pub form: Option<Form>,
    pub gives: Amount,
}

/// Hours of a label count several times: teaching ×2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Multiplier {
    pub label: Label,
    pub by: Ratio,
    /// Only the first time that the course, or what has the same title, is recorded in this form.
    pub first_time: bool,
}

/// Where the facts of a rule come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub title: LocalText,
    pub url: Option<String>,
    /// The day on which somebody last compared the pack with it.
    pub checked: Date,
    /// Line of its `[[source]]` header, from 1.
    pub line: usize,
}

/// A period that a rule's wording does not hold over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    Partly,
    Wholly,
}

impl Rule {
    /// A rule of the calendar year with a total and nothing else.
    pub fn new(id: RuleId, title: LocalText, unit: Unit, total: Option<Amount>) -> Self {
        Self {
            id,
            title,
            unit,
            unit_minutes: unit.asked_minutes(),
            step: Amount::ZERO,
            counts_when: CountsWhen::Completed,
            cycle: Cycle::CALENDAR_YEAR,
            total,
            minimums: Vec::new(),
            maximums: Vec::new(),
            carry: None,
            conversions: Vec::new(),
            multipliers: Vec::new(),
            evidence_months: None,
            valid_from: None,
            valid_to: None,
            sources: Vec::new(),
            unconfirmed: Vec::new(),
            note: None,
            examples: Vec::new(),
            origin: Origin::default(),
        }
    }

    /// How much of a period lies outside the days on which the rule, in this wording, holds.
    pub fn outside_validity(&self, period: Period) -> Option<Outside> {
        let (first, last) = (self.valid_from.unwrap_or(Date::MIN), self.valid_to.unwrap_or(Date::MAX));
        if first <= period.start && period.end <= last {
            return None;
        }
        let wholly = period.end < first || last < period.start;
        Some(if wholly { Outside::Wholly } else { Outside::Partly })
    }

    /// Whether what ended like this earns anything.
    pub fn counts(&self, outcome: Outcome) -> bool {
        match self.counts_when {
            CountsWhen::Completed => outcome.earns(),
            CountsWhen::Passed => outcome == Outcome::Passed,
        }
    }

    /// The categories that its minimums, maximums, carry and multipliers are about, in that order.
    pub fn categories(&self) -> impl Iterator<Item = &Category> {
        let minimums = self.minimums.iter().filter_map(|minimum| minimum.label.as_ref());
        let maximums = self.maximums.iter().filter_map(|maximum| maximum.label.as_ref());
        let carried = self.carry.iter().filter_map(|carry| carry.category.as_ref());
        let multiplied = self.multipliers.iter().filter_map(|multiplier| multiplier.label.category());
        minimums.chain(maximums).filter_map(Label::category).chain(carried).chain(multiplied)
    }

    /// The day on which the source looked at longest ago was looked at.
    pub fn last_checked(&self) -> Option<Date> {
        self.sources.iter().map(|source| source.checked).min()
    }
}

impl Label {
    /// Whether something with these categories and this form has the label.
    pub fn is_of(&self, categories: &[Category], form: Option<Form>) -> bool {
        match self {
            Self::Category(category) => categories.contains(category),
            Self::Form(wanted) => form == Some(*wanted),
        }
    }

    /// The category, where it is one.
    pub fn category(&self) -> Option<&Category> {
        match self {
            Self::Category(category) => Some(category),
            Self::Form(_) => None,
        }
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Category(category) => category.as_str(),
            Self::Form(form) => form.word(),
        }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Ratio {
    /// `None` where the denominator is zero.
    pub const fn new(numerator: u32, denominator: u32) -> Option<Self> {
        if denominator == 0 { None } else { Some(Self { numerator, denominator }) }
    }

    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// Reads `2/3`, `50%` or a decimal such as `1.5`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((above, below)) = text.split_once('/') {
            return Self::new(above.trim().parse().ok()?, below.trim().parse().ok()?);
        }
        let (number, scale) = match text.strip_suffix('%') {
            Some(percent) => (percent.trim(), 10_000),
            None => (text, 100),
        };
        let hundredths = Amount::parse(number).ok()?.hundredths();
        Self::new(u32::try_from(hundredths).ok()?, scale)
    }

    /// The share of an amount, rounded up: a requirement is never made smaller by rounding.
    pub fn of_rounded_up(self, amount: Amount) -> Amount {
        let above = u128::from(amount.hundredths()) * u128::from(self.numerator);
        narrowed(above.div_ceil(u128::from(self.denominator)))
    }

    /// The share of an amount, rounded down: a cap is never made larger by rounding.
    pub fn of_rounded_down(self, amount: Amount) -> Amount {
        let above = u128::from(amount.hundredths()) * u128::from(self.numerator);
        narrowed(above / u128::from(self.denominator))
    }
}

/// `2/3`, `2`, `3/2`.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let divisor = greatest_divisor(self.numerator, self.denominator);
        match (self.numerator / divisor, self.denominator / divisor) {
            (whole, 1) => write!(f, "{whole}"),
            (above, below) => write!(f, "{above}/{below}"),
        }
    }
}

/// As many hundredths as an amount can hold.
pub(super) fn narrowed(hundredths: u128) -> Amount {
    Amount::from_hundredths(u64::try_from(hundredths).unwrap_or(u64::MAX))
}

fn greatest_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a.max(1) } else { greatest_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_and_round_to_the_careful_side() {
        let two_thirds = Ratio::parse("2/3").unwrap();
        assert_eq!(two_thirds.of_rounded_up(Amount::whole(90)), Amount::whole(60));
        assert_eq!(two_thirds.of_rounded_up(Amount::whole(100)).to_string(), "66.67");
        assert_eq!(two_thirds.of_rounded_down(Amount::whole(100)).to_string(), "66.66");
        assert_eq!(Ratio::parse("50%").unwrap().to_string(), "1/2");
        assert_eq!(Ratio::parse("1.5").unwrap().to_string(), "3/2");
        assert_eq!(Ratio::parse("2").unwrap().to_string(), "2");
        assert_eq!(Ratio::parse("2/0"), None);
        assert_eq!(Ratio::parse("two"), None);
    }
}

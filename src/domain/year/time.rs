//! Study time by the clock: exact hundredths of a minute, so that class hours of 45 minutes and
//! clock hours can be added without losing or inventing any.

use crate::domain::Amount;
use crate::domain::vocabulary::Unit;

/// A stretch of time, in hundredths of a minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(Amount);

impl Time {
    pub const ZERO: Self = Self(Amount::ZERO);

    pub const fn from_minutes(minutes: u64) -> Self {
        Self(Amount::whole(minutes))
    }

    /// Rounded down to the hundredth of a minute.
    pub const fn from_seconds(seconds: u64) -> Self {
        Self(Amount::from_hundredths(seconds.saturating_mul(100) / 60))
    }

    /// How long an amount of a unit took; `None` where the unit fixes no length.
    pub fn of(amount: Amount, unit: Unit) -> Option<Self> {
        let minutes = unit.minutes()?;
        Some(Self(Amount::from_hundredths(amount.hundredths().saturating_mul(u64::from(minutes)))))
    }

    /// In minutes, exact.
    pub const fn minutes(self) -> Amount {
        self.0
    }

    /// In hours, rounded down to the hundredth: what is shown is never more than there is.
    pub const fn hours(self) -> Amount {
        Amount::from_hundredths(self.0.hundredths() / 60)
    }

    pub const fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.plus(other.0))
    }
}

impl std::iter::Sum for Time {
    fn sum<I: Iterator<Item = Self>>(times: I) -> Self {
        times.fold(Self::ZERO, Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_meet_in_minutes_and_lose_nothing() {
        let of = |hundredths, unit| Time::of(Amount::from_hundredths(hundredths), unit);
        for (hundredths, unit, minutes, hours) in [
            (150, Unit::Hour, "90", "1.5"),
            (200, Unit::ClassHour, "90", "1.5"),
            (100, Unit::Pdh, "50", "0.83"),
            (25, Unit::Pdh, "12.5", "0.2"),
            (10, Unit::Ceu, "60", "1"),
            (1, Unit::ClassHour, "0.45", "0"),
        ] {
            let time = of(hundredths, unit).unwrap();
            assert_eq!(
                (time.minutes().to_string().as_str(), time.hours().to_string().as_str()),
                (minutes, hours)
            );
        }
        for unit in [Unit::Day, Unit::Event, Unit::Cpe] {
            assert_eq!(of(100, unit), None);
        }
        let three: Time = (0..3).filter_map(|_| of(100, Unit::Pdh)).sum();
        assert_eq!(three.hours(), Amount::from_hundredths(250), "rounded once, after the sum");
    }
}

//! When a period begins and ends: the four anchors, and the year ends and 29 Februaries in them.

use crate::domain::Date;
use crate::domain::course::LocalText;
use jiff::civil::date;
use jiff::{Span, ToSpan};

/// How often a rule starts anew, and from where it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    pub anchor: Anchor,
    /// Length of a period, 1 to 120.
    pub months: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// From a day of the calendar that is the same for everybody: 1 January, 1 October. Periods
    /// that do not fit evenly into one year need the year in which one of them began.
    Fixed { month: i8, day: i8, from_year: Option<i16> },
    /// From a date of the person's own: issue, renewal, birthday. `date` is the name that the
    /// profile knows it by; `asks` says in words which day is meant.
    Personal { date: String, asks: Option<LocalText> },
    /// The months that end on the day that is looked at: [`first_of_last`].
    Rolling,
}

/// First and last day, both inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub start: Date,
    pub end: Date,
}

/// A rule counts from a date of the person's own that nobody has stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPersonalDate;

impl Anchor {
    /// As a pack spells it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Fixed { month: 1, day: 1, .. } => "calendar",
            Self::Fixed { .. } => "month-day",
            Self::Personal { .. } => "personal",
            Self::Rolling => "rolling",
        }
    }
}

impl Cycle {
    /// 1 January to 31 December.
    pub const CALENDAR_YEAR: Cycle =
        Cycle { anchor: Anchor::Fixed { month: 1, day: 1, from_year: None }, months: 12 };

    pub fn is_rolling(&self) -> bool {
        self.anchor == Anchor::Rolling
    }

    pub fn needs_personal_date(&self) -> bool {
        matches!(self.anchor, Anchor::Personal { .. })
    }

    /// The period that a day lies in. Before the personal date the first period is meant: nothing
    /// binds earlier.
    ///
    /// # Errors
    /// [`NoPersonalDate`] for a personal anchor without `since`.
    pub fn period_of(&self, day: Date, since: Option<Date>) -> Result<Period, NoPersonalDate> {
        if self.is_rolling() {
            return Ok(Period { start: first_of_last(self.months.max(1), day), end: day });
        }
        let base = self.base(since)?;
        let behind = i64::from(day.year() - base.year()) * 12 + i64::from(day.month() - base.month());
        let mut number = behind.div_euclid(i64::from(self.months.max(1)));
        // The month alone cannot tell whether the day of the month has been reached.
        if day < self.start(base, number) {
            number -= 1;
        }
        if self.needs_personal_date() {
            number = number.max(0);
        }
        Ok(self.period(base, number))
    }

    /// The period right before another one; `None` where nothing binds before it, and for a
    /// rolling window, which has no before.
    pub fn before(&self, period: Period, since: Option<Date>) -> Option<Period> {
        let day = period.start.yesterday().ok()?;
        if self.is_rolling() || (self.needs_personal_date() && since.is_none_or(|since| day < since)) {
            return None;
        }
        self.period_of(day, since).ok()
    }

    /// The period right after another one.
    pub fn after(&self, period: Period, since: Option<Date>) -> Option<Period> {
        if self.is_rolling() {
            return None;
        }
        self.period_of(next_day(period.end), since).ok()
    }

    fn base(&self, since: Option<Date>) -> Result<Date, NoPersonalDate> {
        match self.anchor {
            Anchor::Fixed { month, day, from_year } => {
                // 2000 is a leap year, so that 29 February is a day to begin on.
                let year = from_year.unwrap_or(2000);
                Ok(Date::new(year, month, day).unwrap_or_else(|_| last_day(year, month)))
            }
            Anchor::Personal { .. } => since.ok_or(NoPersonalDate),
            Anchor::Rolling => Ok(date(2000, 1, 1)),
        }
    }

    /// Counted from the base each time, so that 29 February comes back in every leap year.
    fn start(&self, base: Date, number: i64) -> Date {
        let wanted = self.shift(base, number);
        match self.anchor {
            // A base year without 29 February must not move the others to the 28th.
            Anchor::Fixed { month, day, .. } if wanted.month() == month => {
                Date::new(wanted.year(), month, day).unwrap_or(wanted)
            }
            _ => wanted,
        }
    }

    fn period(&self, base: Date, number: i64) -> Period {
        let next = self.start(base, number + 1);
        Period { start: self.start(base, number), end: next.yesterday().unwrap_or(next) }
    }

    fn shift(&self, day: Date, periods: i64) -> Date {
        add_months(day, periods * i64::from(self.months.max(1)))
    }
}

impl Period {
    pub fn contains(&self, day: Date) -> bool {
        self.start <= day && day <= self.end
    }

    /// How many days it has.
    pub fn days(&self) -> u32 {
        days_between(self.start, self.end) + 1
    }

    /// The years of a longer period, from its first day; the last may be shorter. A period of at
    /// most twelve months is its own only year.
    pub fn years(&self) -> Vec<Period> {
        let after = next_day(self.end);
        // A period from 28 February may really count from a 29th, which the day after it shows: the
        // leap year's 29th must not become a year of its own.
        let from_last = self.start == self.start.last_of_month() && after.day() > self.start.day();
        let mut years = Vec::new();
        let mut start = self.start;
        while start <= self.end {
            let number = i64::try_from(years.len()).unwrap_or(0) + 1;
            let next = add_months(self.start, 12 * number);
            let next = if from_last { next.last_of_month() } else { next };
            let end = next.yesterday().unwrap_or(next).min(self.end);
            years.push(Period { start, end });
            if next <= start {
                break;
            }
            start = next;
        }
        years
    }
}

/// Whole days from one day to a later one; nothing where it is not later.
pub fn days_between(from: Date, to: Date) -> u32 {
    from.until(to).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}

/// The same day so many months on; the last day of a shorter month.
pub fn add_months(day: Date, months: i64) -> Date {
    Span::new().try_months(months).map_or(day, |span| day.saturating_add(span))
}

/// The first of the last so many months up to a day, which is the last of them: the earliest day
/// from which so many months have not run out yet. What was done on the same day three years ago
/// lies outside three years; at the end of a February, a whole number of months lies inside.
pub fn first_of_last(months: u16, day: Date) -> Date {
    let months = -i64::from(months);
    next_day(add_months(day, months)).max(add_months(next_day(day), months))
}

fn next_day(day: Date) -> Date {
    day.saturating_add(1.day())
}

fn last_day(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).map_or(date(2000, 1, 1), Date::last_of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rolling_window_begins_on_the_day_after_the_same_day_years_ago() {
        let cycle = Cycle { anchor: Anchor::Rolling, months: 36 };
        for (day, start) in [
            (date(2026, 11, 20), date(2023, 11, 21)),
            (date(2026, 12, 31), date(2024, 1, 1)),
            // A whole number of months at the end of a February.
            (date(2027, 2, 28), date(2024, 3, 1)),
            (date(2028, 2, 29), date(2025, 3, 1)),
            (date(2028, 3, 1), date(2025, 3, 2)),
        ] {
            assert_eq!(cycle.period_of(day, None), Ok(Period { start, end: day }), "{day}");
        }
    }
}

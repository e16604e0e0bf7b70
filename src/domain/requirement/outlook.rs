//! How much time a part has left, and how much a week would bring in what it misses.

use super::part::Part;
use super::period::days_between;
use crate::domain::{Amount, Date};

/// What a person can still do about a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Days after the day that is looked at: nothing on the last day. `None` where the part's time
    /// is over.
    pub days_left: Option<u32>,
    /// What every week must bring until the end, rounded up so that keeping to it is enough; all
    /// that is missing where less than a week is left. `None` where nothing is missing or no time
    /// is left.
    pub per_week: Option<Amount>,
}

impl Outlook {
    pub fn of(part: &Part, as_of: Date) -> Self {
        let days_left = days_left(part.span.end, as_of);
        let missing = part.missing().filter(|missing| part.wants() && !missing.is_zero());
        let per_week = days_left.zip(missing).map(|(days, missing)| {
            // The day that is looked at can be studied on too; what has not begun has all its days.
            let days = (days + 1).min(part.span.days()).max(7);
            Amount::from_hundredths(missing.hundredths().saturating_mul(7).div_ceil(u64::from(days)))
        });
        Self { days_left, per_week }
    }
}

/// Days between a day and a later last day; `None` where that has passed.
pub fn days_left(last: Date, as_of: Date) -> Option<u32> {
    (as_of <= last).then(|| days_between(as_of, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::requirement::{Basis, PartId, PartKind, Period, State};
    use jiff::civil::date;

    fn part(required: u64, counted: u64) -> Part {
        Part {
            id: PartId { label: None, year: None },
            kind: PartKind::Total,
            label: None,
            place: None,
            span: Period { start: date(2026, 1, 1), end: date(2026, 12, 31) },
            required: Some(Amount::whole(required)),
            counted: Amount::whole(counted),
            carried: Amount::ZERO,
            planned: Amount::ZERO,
            soft: false,
            state: State::AtRisk,
            basis: Basis::Enough,
        }
    }

    fn outlook(part: &Part, as_of: Date) -> (Option<u32>, Option<String>) {
        let outlook = Outlook::of(part, as_of);
        (outlook.days_left, outlook.per_week.map(|amount| amount.to_string()))
    }

    #[test]
    fn the_pace_is_rounded_up_and_never_more_than_what_is_missing() {
        let part = part(90, 62);
        // 28 in 41 days: 4.7805 a week.
        assert_eq!(outlook(&part, date(2026, 11, 21)), (Some(40), Some("4.79".to_owned())));
        assert_eq!(outlook(&part, date(2026, 12, 25)), (Some(6), Some("28".to_owned())));
        assert_eq!(outlook(&part, date(2026, 12, 31)), (Some(0), Some("28".to_owned())));
        assert_eq!(outlook(&part, date(2027, 1, 1)), (None, None));
        // Before it begins, its own 365 days count.
        assert_eq!(outlook(&part, date(2025, 12, 1)), (Some(395), Some("0.54".to_owned())));
    }

    #[test]
    fn nothing_missing_needs_no_pace() {
        assert_eq!(outlook(&part(90, 90), date(2026, 11, 21)), (Some(40), None));
        let cap = Part { kind: PartKind::Maximum, ..part(90, 10) };
        assert_eq!(outlook(&cap, date(2026, 11, 21)), (Some(40), None));
    }
}

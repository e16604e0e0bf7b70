//! Which period a person means by `2026`, `2024..2026`, a day, `current` or `last`: exactly one of
//! the rule's own, or an answer that names the candidates. Figures are for one period at a time.

use super::period::{Cycle, Period};
use crate::domain::{Date, date};

/// A period as a person names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeriodChoice {
    /// The one that the day looked at lies in.
    #[default]
    Current,
    /// The one before that.
    Last,
    /// The one that lies in these years, which may be one: it alone overlaps them, or else it alone
    /// ends (of several years: begins in the first and ends in the last) in them.
    Years { from: i16, to: i16 },
    /// The one that this day lies in.
    With(Date),
}

/// Why no one period is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPeriod {
    /// The rule counts from a date of the person's own that nobody has stated.
    NoPersonalDate,
    /// None fits; the nearest one, if the rule has any.
    None { nearest: Option<Period> },
    /// Each of these fits.
    Several(Vec<Period>),
    /// The rule looks back from every day, so that a day has to be named.
    Rolling,
}

impl PeriodChoice {
    /// Reads `current`, `last`, a year, two years with `..` between them, or a day as people type
    /// days.
    pub fn parse(text: &str, today: Date) -> Option<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (year(from)?, year(to)?);
            return (from <= to).then_some(Self::Years { from, to });
        }
        match text.to_lowercase().as_str() {
            "current" | "本期" => Some(Self::Current),
            "last" | "上期" => Some(Self::Last),
            _ => match year(text) {
                Some(year) => Some(Self::Years { from: year, to: year }),
                None => date::parse_typed(text, today).ok().map(Self::With),
            },
        }
    }

    /// The rule's period that is meant, looked at on a day.
    ///
    /// # Errors
    /// See [`NoPeriod`].
    pub fn resolve(self, cycle: &Cycle, since: Option<Date>, as_of: Date) -> Result<Period, NoPeriod> {
        let period_of = |day| cycle.period_of(day, since).map_err(|_| NoPeriod::NoPersonalDate);
        match self {
            Self::Current => period_of(as_of),
            Self::Last if cycle.is_rolling() => Err(NoPeriod::Rolling),
            Self::Last => {
                let current = period_of(as_of)?;
                cycle.before(current, since).ok_or(NoPeriod::None { nearest: Some(current) })
            }
            Self::With(day) => {
                let period = period_of(day)?;
                // Before a personal date there is no period; the first one is not meant.
                if period.contains(day) { Ok(period) } else { Err(NoPeriod::None { nearest: Some(period) }) }
            }
            Self::Years { .. } if cycle.is_rolling() => Err(NoPeriod::Rolling),
            Self::Years { from, to } => {
                let first = period_of(Date::new(from, 1, 1).unwrap_or(as_of))?;
                one_of_years(cycle, since, first, (from, to))
            }
        }
    }
}

fn one_of_years(
    cycle: &Cycle,
    since: Option<Date>,
    first: Period,
    (from, to): (i16, i16),
) -> Result<Period, NoPeriod> {
    let mut overlapping = Vec::new();
    let mut next = Some(first);
    while let Some(period) = next.filter(|period| period.start.year() <= to) {
        overlapping.push(period);
        // At the end of time a period is its own successor.
        next = cycle.after(period, since).filter(|after| after.start > period.start);
    }
    match overlapping[..] {
        [] => return Err(NoPeriod::None { nearest: Some(first) }),
        [only] => return Ok(only),
        _ => {}
    }
    let fits = |period: &&Period| period.end.year() == to && (from == to || period.start.year() == from);
    let mut fitting = overlapping.iter().filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(*only),
        _ => Err(NoPeriod::Several(overlapping)),
    }
}

fn year(text: &str) -> Option<i16> {
    let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = plain.then(|| text.parse().ok()).flatten()?;
    date::YEARS.contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::super::Anchor;
    use super::*;
    use jiff::civil::date;

    fn chosen(text: &str, cycle: &Cycle, since: Option<Date>) -> Result<(String, String), NoPeriod> {
        let today = date(2026, 11, 21);
        let choice = PeriodChoice::parse(text, today).unwrap_or_else(|| panic!("{text}"));
        let said = |period: Period| (period.start.to_string(), period.end.to_string());
        choice.resolve(cycle, since, today).map(said)
    }

    fn period(start: &str, end: &str) -> Result<(String, String), NoPeriod> {
        Ok((start.to_owned(), end.to_owned()))
    }

    fn october() -> Cycle {
        Cycle { anchor: Anchor::Fixed { month: 10, day: 1, from_year: None }, months: 12 }
    }

    fn three_years() -> Cycle {
        Cycle { anchor: Anchor::Personal { date: "since".to_owned(), asks: None }, months: 36 }
    }

    #[test]
    fn a_calendar_year_is_its_own_name() {
        let cycle = Cycle::CALENDAR_YEAR;
        assert_eq!(chosen("2025", &cycle, None), period("2025-01-01", "2025-12-31"));
        assert_eq!(chosen("current", &cycle, None), period("2026-01-01", "2026-12-31"));
        assert_eq!(chosen("last", &cycle, None), period("2025-01-01", "2025-12-31"));
        assert_eq!(chosen("上期", &cycle, None), chosen("last", &cycle, None));
        assert_eq!(chosen("2024-02-29", &cycle, None), period("2024-01-01", "2024-12-31"));
        assert_eq!(chosen("2026..2026", &cycle, None), chosen("2026", &cycle, None));
        let Err(NoPeriod::Several(candidates)) = chosen("2024..2026", &cycle, None) else { panic!() };
        assert_eq!(candidates.len(), 3, "figures are for one period at a time");
    }

    #[test]
    fn of_two_periods_in_a_year_the_one_that_ends_in_it_is_meant() {
        assert_eq!(chosen("2026", &october(), None), period("2025-10-01", "2026-09-30"));
        assert_eq!(chosen("2025..2026", &october(), None), period("2025-10-01", "2026-09-30"));
        assert_eq!(chosen("current", &october(), None), period("2026-10-01", "2027-09-30"));
        let half = Cycle { months: 6, ..Cycle::CALENDAR_YEAR };
        let Err(NoPeriod::Several(candidates)) = chosen("2026", &half, None) else { panic!() };
        assert_eq!(candidates.len(), 2);
    }

    #[test]
    fn a_personal_period_begins_with_its_date() {
        let since = Some(date(2024, 5, 10));
        let first = period("2024-05-10", "2027-05-09");
        for text in ["2024", "2025", "2026", "2024..2026", "2024..2027", "2027-05-09", "current"] {
            assert_eq!(chosen(text, &three_years(), since), first, "{text}");
        }
        assert_eq!(chosen("2027", &three_years(), since), first, "it ends in that year");
        assert_eq!(chosen("2028", &three_years(), since), period("2027-05-10", "2030-05-09"));
        for before in ["2023", "2024-05-09", "last"] {
            let found = chosen(before, &three_years(), since);
            assert!(matches!(found, Err(NoPeriod::None { nearest: Some(_) })), "{before}: {found:?}");
        }
        assert_eq!(chosen("2026", &three_years(), None), Err(NoPeriod::NoPersonalDate));
    }

    #[test]
    fn a_rolling_window_wants_a_day() {
        let cycle = Cycle { anchor: Anchor::Rolling, months: 36 };
        assert_eq!(chosen("2026-06-30", &cycle, None), period("2023-07-01", "2026-06-30"));
        assert_eq!(chosen("current", &cycle, None), period("2023-11-22", "2026-11-21"));
        assert_eq!(chosen("2026", &cycle, None), Err(NoPeriod::Rolling));
        assert_eq!(chosen("last", &cycle, None), Err(NoPeriod::Rolling));
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "26", "2026..", "..2026", "2026..2024", "20266", "1800", "next", "2026-02-30"] {
            assert_eq!(PeriodChoice::parse(text, date(2026, 1, 1)), None, "{text}");
        }
    }
}

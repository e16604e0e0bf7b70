//! The days of a year: how long was studied on each, in which week it stands, and what the whole
//! comes to in numbers.

use super::time::Time;
use crate::domain::{Date, Entry};
use jiff::ToSpan;

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: Date,
    /// By the clock.
    pub time: Time,
    /// Entries that count.
    pub entries: usize,
    /// Whether one of them is in a unit without a length, so that `time` is not all.
    pub unmeasured: bool,
    /// Planned courses that have this day as their target.
    pub planned: usize,
}

/// How much a day has, for a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    None,
    /// Studied, but nobody states how long.
    Unmeasured,
    /// Below an hour.
    Little,
    /// From one hour to below two.
    Some,
    /// From two hours to below four.
    Much,
    /// Four hours and more.
    Most,
}

/// Days in a row, both inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    pub first: Date,
    pub last: Date,
    pub days: usize,
}

/// Every day of a year, from 1 January on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days(Vec<Day>);

impl Level {
    pub const ALL: [Self; 6] =
        [Self::None, Self::Little, Self::Some, Self::Much, Self::Most, Self::Unmeasured];

    fn of(time: Time) -> Self {
        let from = |hours: u64| time >= Time::from_minutes(hours * 60);
        match () {
            () if from(4) => Self::Most,
            () if from(2) => Self::Much,
            () if from(1) => Self::Some,
            () if !time.is_zero() => Self::Little,
            () => Self::None,
        }
    }
}

impl Day {
    pub fn level(&self) -> Level {
        match Level::of(self.time) {
            Level::None if self.unmeasured => Level::Unmeasured,
            level => level,
        }
    }

    pub fn is_studied(&self) -> bool {
        self.entries > 0
    }

    /// From 0 for Monday.
    pub fn weekday(&self) -> usize {
        usize::try_from(self.date.weekday().to_monday_zero_offset()).unwrap_or(0)
    }
}

impl Days {
    /// `earned`: the entries of the year that count.
    pub(super) fn of(year: i16, earned: &[&Entry], planned: impl Iterator<Item = Date>) -> Self {
        let Ok(first) = Date::new(year, 1, 1) else { return Self::default() };
        let dates = std::iter::successors(Some(first), |day| day.tomorrow().ok());
        let blank = |date| Day { date, time: Time::ZERO, entries: 0, unmeasured: false, planned: 0 };
        let mut days = Self(dates.take_while(|date| date.year() == year).map(blank).collect());
        for entry in earned {
            let Some(day) = days.at_mut(entry.date) else { continue };
            day.entries += 1;
            match Time::of(entry.amount, entry.unit) {
                Some(time) => day.time = day.time.plus(time),
                None => day.unmeasured = true,
            }
        }
        for date in planned {
            if let Some(day) = days.at_mut(date) {
                day.planned += 1;
            }
        }
        days
    }

    fn place(&self, date: Date) -> Option<usize> {
        let inside = self.0.first().is_some_and(|first| first.date.year() == date.year());
        inside.then(|| usize::try_from(date.day_of_year() - 1).ok()).flatten()
    }

    fn at_mut(&mut self, date: Date) -> Option<&mut Day> {
        self.place(date).and_then(|place| self.0.get_mut(place))
    }

    /// A day of this year.
    pub fn at(&self, date: Date) -> Option<&Day> {
        self.place(date).and_then(|place| self.0.get(place))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Day> {
        self.0.iter()
    }

    /// The week of the year that a day lies in, from 0: weeks begin on Monday, the first and the last
    /// may be shorter.
    pub fn week(&self, date: Date) -> usize {
        let before = self.0.first().map_or(0, Day::weekday);
        self.place(date).map_or(0, |place| (place + before) / 7)
    }

    /// How many weeks the year touches: 53, or 54 where a leap year begins on a Sunday.
    pub fn weeks(&self) -> usize {
        self.0.last().map_or(0, |last| self.week(last.date) + 1)
    }

    /// The day in a week of the year and on a weekday, both from 0; none beyond the year's ends.
    pub fn in_week(&self, week: usize, weekday: usize) -> Option<&Day> {
        let before = self.0.first().map_or(0, Day::weekday);
        (week * 7 + weekday).checked_sub(before).and_then(|place| self.0.get(place))
    }

    pub fn total(&self) -> Time {
        self.0.iter().map(|day| day.time).sum()
    }

    /// Days on which something was studied.
    pub fn studied(&self) -> usize {
        self.0.iter().filter(|day| day.is_studied()).count()
    }

    /// The most days in a row; the earlier of two that are equally long.
    pub fn longest_streak(&self) -> Option<Streak> {
        let mut longest: Option<Streak> = None;
        for run in self.0.chunk_by(|one, other| one.is_studied() == other.is_studied()) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            if first.is_studied() && longest.is_none_or(|longest| longest.days < run.len()) {
                longest = Some(Streak { first: first.date, last: last.date, days: run.len() });
            }
        }
        longest
    }

    /// The day with the most time, the earlier of two equals; none where no time is known.
    pub fn busiest(&self) -> Option<&Day> {
        let most = self.0.iter().map(|day| day.time).max()?;
        self.0.iter().find(|day| day.time == most && !most.is_zero())
    }

    /// Time by month, January first.
    pub fn months(&self) -> [Time; 12] {
        let mut months = [Time::ZERO; 12];
        for day in &self.0 {
            if let Some(sum) = month_mut(&mut months, day.date) {
                *sum = sum.plus(day.time);
            }
        }
        months
    }

    /// The month with the most time, from 1, the earlier of two equals.
    pub fn busiest_month(&self) -> Option<(i8, Time)> {
        let months = self.months();
        let most = months.iter().copied().max().filter(|most| !most.is_zero())?;
        let at = months.iter().position(|time| *time == most)?;
        Some((i8::try_from(at + 1).ok()?, most))
    }

    /// Weeks of the year in which nothing was studied, and of how many: those that are over on
    /// `today`.
    pub fn weeks_without(&self, today: Date) -> (usize, usize) {
        let over = |week: &usize| {
            let last = (0..7).rev().find_map(|weekday| self.in_week(*week, weekday));
            last.is_some_and(|last| last.date < today)
        };
        let idle = |week: &usize| {
            let mut days = (0..7).filter_map(|weekday| self.in_week(*week, weekday));
            !days.any(Day::is_studied)
        };
        let weeks: Vec<usize> = (0..self.weeks()).filter(over).collect();
        (weeks.iter().filter(|week| idle(week)).count(), weeks.len())
    }
}

/// The sum of the month that a day lies in.
pub(super) fn month_mut(months: &mut [Time; 12], date: Date) -> Option<&mut Time> {
    usize::try_from(date.month() - 1).ok().and_then(|month| months.get_mut(month))
}

/// A day so many days away, but not in another year.
pub fn step(date: Date, days: i64) -> Date {
    let moved = date.saturating_add(days.days());
    let end = |month, day| Date::new(date.year(), month, day).unwrap_or(date);
    moved.clamp(end(1, 1), end(12, 31))
}

//! A year of study: day by day, by category and month, by track, and the pace under a rule. Pure: a
//! record, a catalog and a day give the same figures on every screen and in every report.
//!
//! ```text
//! time    study time by the clock, exact       days     the days of a year, weeks, streaks
//! labels  hours by category and month          tracks   hours by track of the catalog
//! pace    when a part is reached at this pace, as the requirement engine reckons
//! ```
//!
//! Only what was completed or passed counts; void and replaced entries do not exist here. Units are
//! never added as if they were one: what has a length ([`Unit::minutes`]) is reckoned by the clock,
//! what has none is named beside it ([`Apart`]).

pub mod days;
pub mod labels;
pub mod pace;
pub mod time;
pub mod tracks;

pub use days::{Day, Days, Level, Streak};
pub use labels::Labels;
pub use pace::{Doubt, Pace, Prospect};
pub use time::Time;
pub use tracks::{Share, Tracks};

use super::progress::Progress;
use super::requirement::effect::is_open;
use super::totals::ByUnit;
use super::vocabulary::{Outcome, Unit};
use super::{Catalog, Date, Entry, HoursRecord, Plan};

/// A civil year of the hours record.
#[derive(Clone, Debug)]
pub struct Year {
    pub number: i16,
    /// The day that the year is looked at on.
    pub today: Date,
    pub days: Days,
    pub labels: Labels,
    pub tracks: Tracks,
    pub apart: Apart,
    /// Completed and passed, each unit for itself, as it was recorded.
    pub earned: ByUnit,
    /// Entries that were completed or passed.
    pub entries: usize,
}

/// What was recorded and is in none of the sums by the clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Completed, in units that fix no length: days, events, CPE.
    pub unmeasured: ByUnit,
    pub in_progress: ByUnit,
    pub failed: ByUnit,
    pub withdrawn: ByUnit,
}

impl Year {
    /// The year with this number, of the entries that stand in the record; `planned` are the target
    /// dates of what is still to be done.
    pub fn of(
        number: i16,
        today: Date,
        record: &HoursRecord,
        catalog: &Catalog,
        planned: impl Iterator<Item = Date>,
    ) -> Self {
        let entries: Vec<&Entry> = record.live().filter(|entry| entry.date.year() == number).collect();
        let earned: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.outcome.earns()).collect();
        let mut sums = ByUnit::default();
        earned.iter().for_each(|entry| sums.add(entry.unit, entry.amount));
        Self {
            number,
            today,
            days: Days::of(number, &earned, planned),
            labels: Labels::of(&earned),
            tracks: Tracks::of(&earned, catalog),
            apart: Apart::of(&entries),
            earned: sums,
            entries: earned.len(),
        }
    }

    /// All study time by the clock, each entry once.
    pub fn total(&self) -> Time {
        self.days.total()
    }

    /// Whether nothing was recorded in it, counted or not.
    pub fn is_empty(&self) -> bool {
        self.entries == 0 && self.apart == Apart::default()
    }
}

impl Apart {
    fn of(entries: &[&Entry]) -> Self {
        let mut apart = Self::default();
        for entry in entries {
            let sums = match entry.outcome {
                Outcome::Completed | Outcome::Passed if entry.unit.minutes().is_some() => continue,
                Outcome::Completed | Outcome::Passed => &mut apart.unmeasured,
                Outcome::InProgress => &mut apart.in_progress,
                Outcome::Failed => &mut apart.failed,
                Outcome::Withdrawn => &mut apart.withdrawn,
            };
            sums.add(entry.unit, entry.amount);
        }
        apart
    }
}

/// The target dates of what of the plan is still to be done.
pub fn targets<'p>(plan: &'p Plan, progress: &'p Progress) -> impl Iterator<Item = Date> + 'p {
    plan.items.iter().filter(|item| is_open(progress.of(&item.course))).filter_map(|item| item.by)
}

/// The units that a record uses and that are reckoned by the clock, with their minutes: what the
/// figures rest on. Clock hours themselves need no word.
pub fn reckoned(sums: &ByUnit) -> Vec<(Unit, u32)> {
    let lengths = sums.iter().filter_map(|(unit, _)| Some((unit, unit.minutes()?)));
    lengths.filter(|(unit, _)| *unit != Unit::Hour).collect()
}

#[cfg(test)]
mod tests;

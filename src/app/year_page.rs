//! An open year of study: which year, which day has the cursor, which part is shown. Its figures are
//! the domain's, worked out when they are drawn, so that they are always those of the record.

use super::model::Model;
use crate::domain::date::YEARS;
use crate::domain::year::{Year, days, targets};
use crate::domain::{Date, Rule};
use crate::domain::{year::Pace, year::pace::paces};
use crate::locale::year::Heading;

/// What is shown of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearPage {
    /// The day under the cursor of the map; its year is the one that is shown.
    pub day: Date,
    pub part: Heading,
    /// First line of what scrolls.
    pub first: usize,
}

impl YearPage {
    pub const PARTS: [Heading; 4] = [Heading::Days, Heading::Categories, Heading::Tracks, Heading::Pace];

    /// The year of a day, with the cursor on it.
    pub fn new(day: Date) -> Self {
        Self { day, part: Heading::Days, first: 0 }
    }

    /// The next part, or with a negative number one before; round and round.
    pub fn turn(&mut self, by: isize) {
        let at = Self::PARTS.iter().position(|part| *part == self.part).unwrap_or(0);
        let to = at.cast_signed() + by;
        let to = to.rem_euclid(Self::PARTS.len().cast_signed()).cast_unsigned();
        self.part = Self::PARTS.get(to).copied().unwrap_or(self.part);
        self.first = 0;
    }

    /// Moves the cursor by days of the year that is shown.
    pub fn step(&mut self, by: i64) {
        self.day = days::step(self.day, by);
        self.first = 0;
    }

    /// The same day of another year, or the last of its month; within the years that a date may lie
    /// in.
    pub fn change_year(&mut self, by: i16) {
        let year = self.day.year() + by;
        if YEARS.contains(&year) {
            let first = Date::new(year, self.day.month(), 1).unwrap_or(self.day);
            let day = self.day.day().min(first.days_in_month());
            self.day = Date::new(year, self.day.month(), day).unwrap_or(first);
        }
    }

    /// The figures of the year that is shown.
    pub fn figures(&self, model: &Model) -> Year {
        let planned = targets(&model.record.plan, &model.progress);
        let (hours, catalog) = (&model.record.hours, &model.library.catalog);
        Year::of(self.day.year(), model.today, hours, catalog, planned)
    }
}

/// The pace of every part of a followed rule that has figures.
pub fn paces_of(model: &Model) -> Vec<(&Rule, Vec<Pace>)> {
    let standings = model.requirements.standings.iter();
    let figures = standings.filter_map(|standing| {
        let rule = model.requirements.rule(&standing.id)?;
        let evaluation = standing.evaluation.as_ref().ok()?;
        Some((rule, paces(rule, evaluation, &model.record.hours)))
    });
    figures.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_29th_of_february_finds_a_day_in_every_year() {
        let mut page = YearPage::new(date(2024, 2, 29));
        page.change_year(1);
        assert_eq!(page.day, date(2025, 2, 28));
        page.day = date(2200, 5, 1);
        page.change_year(1);
        assert_eq!(page.day, date(2200, 5, 1));
    }

    #[test]
    fn parts_go_round() {
        let mut page = YearPage::new(date(2024, 2, 29));
        page.turn(-1);
        assert_eq!(page.part, Heading::Pace);
        page.turn(1);
        assert_eq!(page.part, Heading::Days);
    }
}

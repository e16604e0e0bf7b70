//! The rules that bind the person, each with its figures on the day that is looked at: worked out
//! anew whenever record, plan, catalog, packs or the day have changed, and read by every view.

use super::scroll::Scroll;
use crate::domain::progress::Progress;
use crate::domain::requirement::effect::planned;
use crate::domain::requirement::period::add_months;
use crate::domain::requirement::{Circumstances, Evaluation, NotEvaluated, Packs, Part, Standing};
use crate::domain::vocabulary::{Category, Unit};
use crate::domain::{Catalog, Date, Rule, RuleId};
use crate::store::catalog::Problem;
use crate::store::record::Record;
use crate::store::requirements::Opened;

#[derive(Debug, Default)]
pub struct Requirements {
    pub packs: Packs,
    /// Mistakes in the files of packs.
    pub problems: Vec<Problem>,
    /// Whether only the followed packs have been read, and the others are still to come.
    pub partial: bool,
    /// The followed rules, in the person's order.
    pub standings: Vec<OwnedStanding>,
    /// The day that is looked at; `None` for today.
    pub as_of: Option<Date>,
    /// The rule under the cursor, by place in `standings`.
    pub rules: Scroll,
    /// The part under the cursor, by place in [`Evaluation::parts`].
    pub part: usize,
    /// A rule that has just been followed: it gets the cursor once it is there.
    pub wanted: Option<RuleId>,
    /// Whether the part under the cursor is to be brought into view: until the person scrolls.
    pub reveal: bool,
}

/// A [`Standing`] that does not hold on to the packs: its rule is in [`Requirements::packs`].
#[derive(Clone, Debug)]
pub struct OwnedStanding {
    pub id: RuleId,
    /// The personal date that the periods count from.
    pub since: Option<Date>,
    pub evaluation: Result<Evaluation, NotEvaluated>,
}

impl From<Standing<'_>> for OwnedStanding {
    fn from(standing: Standing<'_>) -> Self {
        Self { id: standing.id, since: standing.since, evaluation: standing.evaluation }
    }
}

impl Requirements {
    pub fn new(opened: Opened) -> Self {
        let (packs, problems, partial) = (opened.packs, opened.problems, opened.partial);
        Self { packs, problems, partial, ..Self::default() }
    }

    /// Takes another reading of the packs. What follows from it is worked out by
    /// [`Self::refresh`].
    pub fn take_packs(&mut self, opened: Opened) {
        self.packs = opened.packs;
        self.problems = opened.problems;
        self.partial = opened.partial;
    }

    /// Works out how the person stands under every rule that they follow. The cursor stays on its
    /// rule where that is still followed.
    pub fn refresh(&mut self, record: &Record, catalog: &Catalog, progress: &Progress, today: Date) {
        let wanted = self.wanted.take();
        let chosen = wanted.or_else(|| self.chosen().map(|standing| standing.id.clone()));
        let planned = planned(&record.plan, catalog, progress, today);
        let circumstances = Circumstances {
            packs: &self.packs,
            profile: &record.profile,
            record: &record.hours,
            planned: &planned,
        };
        let followed = circumstances.followed(self.day(today));
        self.standings = followed.into_iter().map(OwnedStanding::from).collect();
        if let Some(place) = chosen.and_then(|id| self.standings.iter().position(|one| one.id == id)) {
            self.rules.set(place);
        }
    }

    /// The day that is looked at.
    pub fn day(&self, today: Date) -> Date {
        self.as_of.unwrap_or(today)
    }

    /// Moves the day that is looked at by whole months. It keeps the day of the month that today
    /// has, or the last day of a shorter month, so that there and back again is the same day; what
    /// comes to today is today. On the way it stops on the last day of a period of the rule under
    /// the cursor, which is the day that people want to see.
    pub fn move_day(&mut self, months: i64, today: Date) {
        let day = self.day(today);
        let away = i64::from(day.year() - today.year()) * 12 + i64::from(day.month() - today.month());
        let of_this_month = add_months(today, away);
        let past_it = if months > 0 { day < of_this_month } else { day > of_this_month };
        let moved = if past_it { of_this_month } else { add_months(today, away + months) };
        let moved = self.last_days().into_iter().find(|last| between(day, *last, moved)).unwrap_or(moved);
        if crate::domain::date::YEARS.contains(&moved.year()) {
            self.as_of = (moved != today).then_some(moved);
        }
    }

    /// The last days of the period that is shown and of the one before it.
    fn last_days(&self) -> Vec<Date> {
        let standing = self.chosen();
        let evaluation = standing.and_then(|standing| standing.evaluation.as_ref().ok());
        let rolling =
            standing.and_then(|standing| self.rule(&standing.id)).is_some_and(|rule| rule.cycle.is_rolling());
        let period = evaluation.filter(|_| !rolling).map(|evaluation| evaluation.period);
        period.map_or(Vec::new(), |period| {
            [Some(period.end), period.start.yesterday().ok()].into_iter().flatten().collect()
        })
    }

    /// Brings both cursors within what there is, with `height` rules on the screen.
    pub fn settle(&mut self, height: usize) {
        self.rules.settle(self.standings.len(), height);
        self.part = self.part.min(self.parts().len().saturating_sub(1));
    }

    /// Moves the cursor among the rules; another rule is shown from its first part on.
    pub fn step_rule(&mut self, delta: isize) {
        self.rules.step(delta);
        self.part = 0;
    }

    /// Puts the cursor on a rule.
    pub fn choose(&mut self, place: usize) {
        self.rules.set(place);
        self.part = 0;
    }

    pub fn step_part(&mut self, delta: isize) {
        self.part = self.part.saturating_add_signed(delta);
        self.reveal = true;
    }

    /// The categories that the followed rules count by.
    pub fn categories(&self) -> Vec<Category> {
        self.packs.categories(self.standings.iter().map(|standing| &standing.id))
    }

    /// The unit that new hours are most probably in: that of the first followed rule, where it is
    /// one that certificates state hours in; else clock hours.
    pub fn unit_of_hours(&self) -> Unit {
        let first = self.standings.iter().find_map(|standing| self.rule(&standing.id));
        match first.map_or(Unit::Hour, |rule| rule.unit) {
            unit @ (Unit::Hour | Unit::ClassHour | Unit::Pdh | Unit::Pdu | Unit::Cpe) => unit,
            Unit::Ceu | Unit::Day | Unit::Event => Unit::Hour,
        }
    }

    /// The rule under the cursor.
    pub fn chosen(&self) -> Option<&OwnedStanding> {
        self.standings.get(self.rules.cursor())
    }

    /// The pack of a standing; `None` where no pack of that id was read.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.packs.get(id)
    }

    /// The parts of the rule under the cursor; none where it has no figures.
    pub fn parts(&self) -> &[Part] {
        match self.chosen().map(|standing| &standing.evaluation) {
            Some(Ok(evaluation)) => &evaluation.parts,
            _ => &[],
        }
    }

    pub fn chosen_part(&self) -> Option<&Part> {
        self.parts().get(self.part)
    }
}

/// Whether a day lies strictly between two others, whichever comes first.
fn between(from: Date, day: Date, to: Date) -> bool {
    (from < day && day < to) || (to < day && day < from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Following;
    use jiff::civil::date;

    #[test]
    fn months_do_not_drift_and_today_is_today() {
        let mut requirements = Requirements::default();
        let today = date(2026, 12, 31);
        let mut move_by = |months| {
            requirements.move_day(months, today);
            requirements.as_of
        };
        assert_eq!(move_by(1), Some(date(2027, 1, 31)));
        assert_eq!(move_by(1), Some(date(2027, 2, 28)));
        assert_eq!(move_by(1), Some(date(2027, 3, 31)));
        assert_eq!(move_by(-3), None);
        assert_eq!(move_by(-1), Some(date(2026, 11, 30)));
        assert_eq!(move_by(1), None);
    }

    #[test]
    fn the_day_stays_within_the_years_that_a_date_may_lie_in() {
        let mut requirements = Requirements { as_of: Some(date(2200, 12, 31)), ..Requirements::default() };
        requirements.move_day(1, date(2026, 12, 31));
        assert_eq!(requirements.as_of, Some(date(2200, 12, 31)));
        let mut requirements = Requirements { as_of: Some(date(1900, 1, 31)), ..Requirements::default() };
        requirements.move_day(-1, date(2026, 12, 31));
        assert_eq!(requirements.as_of, Some(date(1900, 1, 31)));
    }

    #[test]
    fn the_last_day_of_a_period_is_not_jumped_over() {
        let today = date(2026, 11, 21);
        let mut record = Record::default();
        record.profile.following = vec![Following::new(RuleId::new("ncees").unwrap())];
        let mut requirements = Requirements::new(crate::store::requirements::bundled());
        let mut move_by = |months| {
            requirements.move_day(months, today);
            requirements.refresh(&record, &Catalog::default(), &Progress::default(), today);
            requirements.day(today)
        };
        let forth = [1, 1, 1, 1].map(&mut move_by);
        assert_eq!(forth, [date(2026, 12, 21), date(2026, 12, 31), date(2027, 1, 21), date(2027, 2, 21)]);
        let back = [-1, -1, -1, -1].map(&mut move_by);
        assert_eq!(back, [date(2027, 1, 21), date(2026, 12, 31), date(2026, 12, 21), today]);
    }

    /// Any day may have been asked for from outside; from there it goes by months all the same.
    #[test]
    fn another_day_of_the_month_falls_in_with_todays() {
        let mut requirements = Requirements { as_of: Some(date(2026, 12, 31)), ..Requirements::default() };
        requirements.move_day(1, date(2026, 11, 21));
        assert_eq!(requirements.as_of, Some(date(2027, 1, 21)));
    }

    #[test]
    fn the_cursor_stays_on_its_rule() {
        let rule = |text: &str| RuleId::new(text).unwrap();
        let mut record = Record::default();
        let mut requirements = Requirements::default();
        let mut refresh = |rules: &[&str], cursor: Option<usize>| {
            record.profile.following = rules.iter().map(|id| Following::new(rule(id))).collect();
            requirements.refresh(&record, &Catalog::default(), &Progress::default(), date(2026, 1, 1));
            cursor.inspect(|cursor| requirements.rules.set(*cursor));
            requirements.chosen().map(|standing| standing.id.to_string())
        };
        assert_eq!(refresh(&["a", "b"], Some(1)).as_deref(), Some("b"));
        assert_eq!(refresh(&["c", "a", "b"], None).as_deref(), Some("b"));
        assert_eq!(refresh(&[], None), None);
    }
}

//! The pace under a rule, and what it leads to: the same straight line that the requirement engine
//! judges "on track" by, from the first day of a part's span through what is counted today, asked
//! for the day on which it reaches what is required.
//!
//! A line knows nothing of caps. Where a cap would be used up on the way, what it would cut is taken
//! off; where the line alone would arrive and what is left would not, no day is promised.

use crate::domain::requirement::look::required;
use crate::domain::requirement::period::days_between;
use crate::domain::requirement::rule::{Label, Rule};
use crate::domain::requirement::{Evaluation, Outlook, Part, PartKind, Reason, State};
use crate::domain::{Amount, Date, HoursRecord};
use jiff::ToSpan;

/// How fast a part fills, and where that leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    pub part: Part,
    /// Days from the first of the span to the day that is looked at, both counted: what the pace
    /// rests on.
    pub days: u32,
    /// Counted so far, by the week, rounded down.
    pub per_week: Amount,
    pub prospect: Prospect,
    pub doubt: Option<Doubt>,
}

/// Where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// It is reached already.
    Reached,
    /// At this pace it is reached on a day of the span, so many days before its last.
    Reaches { on: Date, before_end: u32 },
    /// At this pace so much is missing on the last day; `needed` a week would do.
    Misses { missing: Amount, needed: Option<Amount> },
    /// The line arrives, but see the doubt: nothing is promised.
    Unsure { needed: Option<Amount> },
    /// Nothing is counted yet: there is no pace.
    Nothing { needed: Option<Amount> },
    /// A rolling window has no last day; so much a week keeps it full.
    Rolling { keeps: Amount },
    /// It cannot be reached any more, or its time is over.
    TooLate,
}

/// Why the line may promise more than the rule would count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// At this pace a cap is used up before the end; its label, none for a cap on everything.
    Cap(Option<Label>),
    /// Some of it counted more because it was done for the first time.
    FirstTimes,
}

/// The pace of everything that binds on the day that is looked at: the total and the minimums, of
/// yearly ones that of the running year.
pub fn paces(rule: &Rule, evaluation: &Evaluation, record: &HoursRecord) -> Vec<Pace> {
    let line = Line { rule, evaluation, record };
    let running = |part: &&Part| part.binds() && part.span.contains(evaluation.as_of);
    evaluation.parts.iter().filter(running).map(|part| line.pace(part)).collect()
}

/// The rule of three over one evaluation.
struct Line<'a> {
    rule: &'a Rule,
    evaluation: &'a Evaluation,
    record: &'a HoursRecord,
}

/// `amount` in `days` days, in so many days: rounded down as the engine does.
fn in_days(amount: Amount, days: u32, wanted: u32) -> Amount {
    let scaled = u128::from(amount.hundredths()) * u128::from(wanted) / u128::from(days.max(1));
    Amount::from_hundredths(u64::try_from(scaled).unwrap_or(u64::MAX))
}

impl Line<'_> {
    fn pace(&self, part: &Part) -> Pace {
        let gone = days_between(part.span.start, self.evaluation.as_of) + 1;
        let per_week = in_days(part.counted, gone, 7);
        let all = part.span.days();
        let needed = Outlook::of(part, self.evaluation.as_of).per_week;
        let (mut prospect, mut doubt) = (Prospect::Reached, None);
        if self.rule.cycle.is_rolling() {
            let required = part.required.unwrap_or_default().hundredths();
            let keeps = required.saturating_mul(7).div_ceil(u64::from(all.max(1)));
            prospect = Prospect::Rolling { keeps: Amount::from_hundredths(keeps) };
        } else if part.state == State::Met {
            // As it stands.
        } else if matches!(part.state, State::Impossible | State::Missed) {
            prospect = Prospect::TooLate;
        } else if part.counted.is_zero() {
            prospect = Prospect::Nothing { needed };
        } else {
            doubt = self.doubt(part);
            prospect = self.prospect(part, gone, doubt.as_ref());
        }
        Pace { part: part.clone(), days: gone, per_week, prospect, doubt }
    }

    fn prospect(&self, part: &Part, gone: u32, doubt: Option<&Doubt>) -> Prospect {
        let all = part.span.days();
        let wanted = self.wanted(part, gone, all);
        // A share of what is counted grows with it: what is missing today will not do.
        let needed = Outlook::of(part, self.evaluation.as_of).per_week;
        let needed = needed.filter(|_| part.required == Some(wanted));
        let missing = wanted.minus(self.by_line(part, gone, all));
        if !missing.is_zero() {
            return Prospect::Misses { missing, needed };
        }
        let holds = |days: &u32| self.with_caps(part, gone, *days) >= self.wanted(part, gone, *days);
        let another_year = |cap: &Part| cap.span != part.span && self.is_used_up(cap);
        let sure = doubt != Some(&Doubt::FirstTimes) && !self.caps(part).any(another_year);
        let arrives = (gone..=all).find(holds).filter(|_| sure && holds(&all));
        match arrives {
            Some(days) => {
                let on = part.span.start.saturating_add(i64::from(days - 1).days());
                Prospect::Reaches { on, before_end: all - days }
            }
            None => Prospect::Unsure { needed },
        }
    }

    /// What the line shows so many days after the beginning, with what was carried in.
    fn by_line(&self, part: &Part, gone: u32, days: u32) -> Amount {
        in_days(part.counted, gone, days).plus(part.carried)
    }

    /// The same without what caps would cut of it by then.
    fn with_caps(&self, part: &Part, gone: u32, days: u32) -> Amount {
        let line = self.by_line(part, gone, days);
        let cut = |cap: &&Part| over(cap, gone, days);
        self.caps(part).filter(|cap| cap.span == part.span).map(|cap| cut(&cap)).fold(line, Amount::minus)
    }

    /// What the part wants once so much is counted in all: a share of what is counted grows.
    fn wanted(&self, part: &Part, gone: u32, days: u32) -> Amount {
        let tally = &self.evaluation.tally;
        let minimum = part.place.and_then(|place| self.rule.minimums.get(place));
        let in_all = in_days(tally.total(), gone, days).plus(self.evaluation.carried.amount);
        let wanted = minimum.and_then(|minimum| required(minimum, tally.bounds().total, in_all));
        wanted.or(part.required).unwrap_or_default()
    }

    /// Caps over a period or year that something in this part has counted against.
    fn caps(&self, part: &Part) -> impl Iterator<Item = &Part> {
        let caps = self.evaluation.parts.iter().filter(|cap| cap.kind == PartKind::Maximum);
        caps.filter(move |cap| cap.span.contains(self.evaluation.as_of) && self.share_hours(cap, part))
    }

    fn share_hours(&self, cap: &Part, part: &Part) -> bool {
        let is_of = |part: &Part, entry: &crate::domain::Entry| {
            part.label.as_ref().is_none_or(|label| label.is_of(&entry.categories, entry.form))
        };
        self.evaluation.credits.iter().filter(|credited| !credited.credit.counted.is_zero()).any(|credited| {
            let entry = self.record.all().get(credited.entry);
            entry.is_some_and(|entry| is_of(cap, entry) && is_of(part, entry))
        })
    }

    fn doubt(&self, part: &Part) -> Option<Doubt> {
        let multiplied = |reason: &Reason| matches!(reason, Reason::Multiplied(_));
        let first_times = self.rule.multipliers.iter().any(|multiplier| multiplier.first_time)
            && self.evaluation.credits.iter().any(|one| one.credit.reasons.iter().any(multiplied));
        match first_times {
            true => Some(Doubt::FirstTimes),
            false => {
                self.caps(part).find(|cap| self.is_used_up(cap)).map(|cap| Doubt::Cap(cap.label.clone()))
            }
        }
    }

    /// Whether at this pace something would lie above a cap before its span ends.
    fn is_used_up(&self, cap: &Part) -> bool {
        let gone = days_between(cap.span.start, self.evaluation.as_of) + 1;
        !over(cap, gone, cap.span.days()).is_zero()
    }
}

/// What would lie above a cap so many days after the beginning; rounded up, so that what is cut is
/// never reckoned too small.
fn over(cap: &Part, gone: u32, days: u32) -> Amount {
    let limit = cap.required.unwrap_or(Amount::from_hundredths(u64::MAX));
    let counted = u128::from(cap.counted.hundredths()) * u128::from(days);
    let reckoned = counted.div_ceil(u128::from(gone.max(1)));
    Amount::from_hundredths(u64::try_from(reckoned).unwrap_or(u64::MAX)).minus(limit)
}

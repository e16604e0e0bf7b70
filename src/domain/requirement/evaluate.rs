//! One rule, one record, one day: the whole evaluation, in the order that the module states.

use super::carry::{CarriedIn, carried_out};
use super::effect::Planned;
use super::look::Look;
use super::part::{Bounds, Part, State, overall};
use super::period::{NoPersonalDate, Period};
use super::rule::Rule;
use super::seen::Seen;
use super::tally::{Credit, Study, Tally};
use crate::domain::profile::TotalOverride;
use crate::domain::{Amount, CourseId, Date, Entry, HoursRecord};

/// A rule and how it binds one person.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub rule: &'a Rule,
    /// The person's own date, for rules that count from one; nothing binds before it.
    pub since: Option<Date>,
    pub totals: &'a [TotalOverride],
}

/// A rule's figures for the period that a day lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    pub period: Period,
    pub as_of: Date,
    pub state: State,
    /// The total first, then minimums and caps in the rule's order.
    pub parts: Vec<Part>,
    /// Every live entry of the period up to the day, oldest first, also those that give nothing.
    pub credits: Vec<Credited>,
    pub carried: CarriedIn,
    /// The total that is required where it is not the rule's own.
    pub overridden: Option<Amount>,
    /// Planned courses of the period whose hours nobody states: they add nothing to the figures.
    pub unstated: usize,
    /// The sums, for trying out what a course would change.
    pub tally: Tally,
    /// The same with the plan.
    pub with_plan: Tally,
    /// The planned courses that are in it, or would be if their hours were stated, in their order.
    pub planned: Vec<PlannedCourse>,
    /// What has been recorded up to the day, for rules that multiply a first time.
    pub seen: Seen,
}

/// What a planned course would come to after everything that is recorded, and the courses before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedCourse {
    pub course: CourseId,
    /// The day that it is taken to be done on.
    pub day: Date,
    /// `None` where its hours are not stated.
    pub credit: Option<Credit>,
}

/// What an entry came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credited {
    /// Place in [`HoursRecord::all`].
    pub entry: usize,
    pub credit: Credit,
}

impl Evaluation {
    /// The part that stands for the rule in one line: the first that gives it its state, so that no
    /// full bar stands beside "at risk"; else the first that wants something.
    pub fn headline(&self) -> Option<&Part> {
        let decides = self.parts.iter().find(|part| part.binds() && part.state == self.state);
        decides.or(self.parts.iter().find(|part| part.wants())).or(self.parts.first())
    }

    /// The day on which what is planned for `by` is taken to be done; `None` where that lies outside
    /// the period.
    pub fn planned_day(&self, rule: &Rule, by: Option<Date>) -> Option<Date> {
        planned_day(rule, self.period, self.as_of, by)
    }
}

impl Subject<'_> {
    /// The total required in a period, and the override that it comes from: the one stated for
    /// this period before one for every period, a later one before an earlier one.
    fn required(&self, period: Period) -> (Option<Amount>, Option<Amount>) {
        let of = |start| self.totals.iter().rev().find(|total| total.period == start);
        let any = || self.totals.last().filter(|_| self.rule.cycle.is_rolling());
        let overridden = of(Some(period.start)).or_else(|| of(None)).or_else(any).map(|total| total.hours);
        (overridden.or(self.rule.total), overridden)
    }
}

/// Evaluates a rule for the period that `as_of` lies in. Entries after that day do not exist yet.
///
/// # Errors
/// [`NoPersonalDate`] where the rule counts from a date of the person's own and none is given.
pub fn evaluate(
    subject: &Subject,
    record: &HoursRecord,
    planned: &[Planned],
    as_of: Date,
) -> Result<Evaluation, NoPersonalDate> {
    let period = subject.rule.cycle.period_of(as_of, subject.since)?;
    Ok(evaluate_period(subject, record, planned, period, as_of))
}

/// Evaluates a rule for a period of its own, looked at on a day that may lie behind the period.
pub fn evaluate_period(
    subject: &Subject,
    record: &HoursRecord,
    planned: &[Planned],
    period: Period,
    as_of: Date,
) -> Evaluation {
    let rule = subject.rule;
    let mut live = Live::new(rule, record, as_of);
    let carried = carried_into(subject, &live, period);
    let (required, overridden) = subject.required(period);
    let mut tally = Tally::new(rule, Bounds::new(rule, period, required));
    let credited = |(entry, _, study): (usize, _, Study)| Credited { entry, credit: tally.add(rule, &study) };
    let credits: Vec<_> = live.studies(period).map(credited).collect();
    let seen = std::mem::take(&mut live.seen);
    let mut with_plan = tally.clone();
    let mut seen_with_plan = seen.clone();
    let (mut unstated, mut planned_courses) = (0, Vec::new());
    for (day, item) in in_order(planned, rule, period, as_of) {
        let credit = item.study.map(|study| {
            let first_time = seen_with_plan.course(rule, item.course);
            with_plan.add(rule, &Study { first_time, ..study })
        });
        unstated += usize::from(credit.is_none());
        planned_courses.push(PlannedCourse { course: item.course.id.clone(), day, credit });
    }
    let look = Look { rule, as_of, counted: &tally, planned: &with_plan, carried: &carried };
    let parts = look.parts();
    let state = overall(&parts);
    Evaluation {
        period,
        as_of,
        state,
        parts,
        credits,
        carried,
        overridden,
        unstated,
        tally,
        with_plan,
        planned: planned_courses,
        seen,
    }
}

/// The plan's courses that fall into a period, each on the day it would be done, oldest first.
fn in_order<'a>(
    planned: &[Planned<'a>],
    rule: &Rule,
    period: Period,
    as_of: Date,
) -> Vec<(Date, Planned<'a>)> {
    let on_its_day = |item: &Planned<'a>| {
        let day = planned_day(rule, period, as_of, item.by)?;
        Some((day, item.on(day)))
    };
    let mut inside: Vec<_> = planned.iter().filter_map(on_its_day).collect();
    inside.sort_by_key(|(day, _)| *day);
    inside
}

fn planned_day(rule: &Rule, period: Period, as_of: Date, by: Option<Date>) -> Option<Date> {
    // What has a day belongs to the period of that day, also when a later one is looked at.
    let day = by.unwrap_or_else(|| as_of.max(period.start));
    // A rolling window ends today and looks at the plan as if it were done today.
    let day = if rule.cycle.is_rolling() { day.min(period.end) } else { day };
    (as_of <= period.end && period.contains(day)).then_some(day)
}

/// Walks from the first period that has an entry to the one before `period`. A rolling window has
/// no period before it: what it no longer sees is gone.
fn carried_into(subject: &Subject, live: &Live, period: Period) -> CarriedIn {
    let (rule, since) = (subject.rule, subject.since);
    let mut carried = CarriedIn::default();
    let Some((_, first)) = live.entries.first() else { return carried };
    if rule.carry.is_none() || rule.cycle.is_rolling() {
        return carried;
    }
    let mut next = rule.cycle.period_of(first.date, since).ok();
    while let Some(earlier) = next.filter(|earlier| earlier.end < period.start) {
        let mut tally = Tally::new(rule, Bounds::new(rule, earlier, subject.required(earlier).0));
        let count = |(place, entry, study): (usize, _, Study)| (place, entry, tally.count(rule, &study));
        let counted: Vec<_> = live.studies(earlier).map(count).collect();
        carried = carried_out(rule, &tally, &carried, &counted);
        next = rule.cycle.after(earlier, since);
    }
    carried
}

/// The live entries up to a day, oldest first, with their places in the record.
struct Live<'a> {
    entries: Vec<(usize, &'a Entry)>,
    /// Whether each is the first of its kind; empty where the rule does not ask.
    first_times: Vec<bool>,
    seen: Seen,
}

impl<'a> Live<'a> {
    fn new(rule: &Rule, record: &'a HoursRecord, as_of: Date) -> Self {
        let entries: Vec<_> =
            record.live_with_places().take_while(|(_, entry)| entry.date <= as_of).collect();
        let mut seen = Seen::default();
        let first_times = match rule.multipliers.iter().any(|multiplier| multiplier.first_time) {
            true => entries.iter().map(|(_, entry)| seen.entry(rule, entry)).collect(),
            false => Vec::new(),
        };
        Self { entries, first_times, seen }
    }

    /// What a period has, oldest first.
    fn studies(&self, period: Period) -> impl Iterator<Item = (usize, &'a Entry, Study<'a>)> {
        let from = self.entries.partition_point(|(_, entry)| entry.date < period.start);
        let inside = self.entries.iter().enumerate().skip(from);
        inside.take_while(move |(_, (_, entry))| entry.date <= period.end).map(|(at, (place, entry))| {
            let first_time = self.first_times.get(at).copied().unwrap_or(true);
            (*place, *entry, Study::of_entry(entry, first_time))
        })
    }
}

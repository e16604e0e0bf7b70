//! One rule, one record, one day: the whole evaluation, in the order that the module states.

use super::carry::{CarriedIn, carried_out};
use super::effect::Planned;
use super::part::{Bounds, Look, Part, State, overall};
use super::period::{NoPersonalDate, Period};
use super::rule::Rule;
use super::tally::{Credit, Study, Tally};
use crate::domain::profile::TotalOverride;
use crate::domain::vocabulary::Form;
use crate::domain::{Amount, Date, Entry, HoursRecord};
use std::collections::HashSet;

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
}

/// What an entry came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credited {
    /// Place in [`HoursRecord::all`].
    pub entry: usize,
    pub credit: Credit,
}

impl Subject<'_> {
    /// The total required in a period.
    fn required(&self, period: Period) -> (Option<Amount>, Option<Amount>) {
        let overridden = self.totals.iter().rev().find(|total| {
            total.period.is_none_or(|start| start == period.start) || self.rule.cycle.is_rolling()
        });
        let overridden = overridden.map(|total| total.hours);
        (overridden.or(self.rule.total), overridden)
    }

    fn bounds(&self, period: Period) -> Bounds {
        Bounds::new(self.rule, period, self.required(period).0)
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
    let live = Live::new(rule, record, as_of);
    let carried = carried_into(subject, &live, period);
    let bounds = subject.bounds(period);
    let (tally, credits) = live.tally(rule, period, bounds);
    let mut with_plan = tally.clone();
    let mut unstated = 0;
    for item in in_order(planned, rule, period, as_of) {
        match item.study {
            Some(study) => drop(with_plan.add(rule, &study)),
            None => unstated += 1,
        }
    }
    let look = Look { rule, as_of, counted: &tally, planned: &with_plan, carried: &carried };
    let parts = look.parts();
    let overridden = subject.required(period).1;
    let state = overall(&parts);
    Evaluation { period, as_of, state, parts, credits, carried, overridden, unstated, tally, with_plan }
}

/// The plan's courses that fall into a period, each on the day it would be done, oldest first.
fn in_order<'a>(planned: &[Planned<'a>], rule: &Rule, period: Period, as_of: Date) -> Vec<Planned<'a>> {
    let rolling = rule.cycle.is_rolling();
    let inside = planned.iter().filter(|item| rolling || item.by.is_none_or(|by| by <= period.end));
    let mut inside: Vec<Planned> = inside
        .map(|item| {
            // What is overdue can be done today at the earliest; a period that is over takes no more.
            let day = item.by.unwrap_or(as_of).max(as_of).max(period.start).min(period.end);
            item.on(day)
        })
        .collect();
    inside.sort_by_key(|item| item.study.map(|study| study.date));
    if as_of > period.end { Vec::new() } else { inside }
}

/// Walks from the first period that binds, or that has an entry, to the one before `period`.
fn carried_into(subject: &Subject, live: &Live, period: Period) -> CarriedIn {
    let (rule, since) = (subject.rule, subject.since);
    if rule.carry.is_none() {
        return CarriedIn::default();
    }
    let Some((_, first)) = live.entries.first() else { return CarriedIn::default() };
    let mut carried = CarriedIn::default();
    let mut next = rule.cycle.period_of(first.date, since).ok();
    while let Some(earlier) = next.filter(|earlier| earlier.end < period.start) {
        let bounds = subject.bounds(earlier);
        let required = bounds.total;
        let (_, credits) = live.tally(rule, earlier, bounds);
        let of_entries = credits.iter().filter_map(|credited| {
            live.get(credited.entry).map(|entry| (credited.entry, entry, &credited.credit))
        });
        let of_entries: Vec<_> = of_entries.collect();
        carried = carried_out(rule, earlier, required, carried.amount, of_entries.into_iter());
        next = rule.cycle.after(earlier, since);
    }
    carried
}

/// The live entries up to a day, oldest first, with their places in the record.
struct Live<'a> {
    entries: Vec<(usize, &'a Entry)>,
    /// Places of entries that repeat an earlier course or title in the same form.
    repeats: Vec<bool>,
    record: &'a HoursRecord,
}

impl<'a> Live<'a> {
    fn new(rule: &Rule, record: &'a HoursRecord, as_of: Date) -> Self {
        let all = record.all().iter().enumerate();
        let entries: Vec<_> =
            all.filter(|(_, entry)| entry.date <= as_of && record.is_live(&entry.id)).collect();
        let looks_at_repeats = rule.multipliers.iter().any(|multiplier| multiplier.first_time);
        let repeats = if looks_at_repeats { repeats(&entries) } else { Vec::new() };
        Self { entries, repeats, record }
    }

    fn get(&self, place: usize) -> Option<&'a Entry> {
        self.record.all().get(place)
    }

    fn tally(&self, rule: &Rule, period: Period, bounds: Bounds) -> (Tally, Vec<Credited>) {
        let from = self.entries.partition_point(|(_, entry)| entry.date < period.start);
        let to = self.entries.partition_point(|(_, entry)| entry.date <= period.end);
        let mut tally = Tally::new(rule, bounds);
        let mut credits = Vec::with_capacity(to.saturating_sub(from));
        for (at, (place, entry)) in self.entries.iter().enumerate().take(to).skip(from) {
            let first_time = !self.repeats.get(at).copied().unwrap_or(false);
            let credit = tally.add(rule, &Study::of_entry(entry, first_time));
            credits.push(Credited { entry: *place, credit });
        }
        (tally, credits)
    }
}

fn repeats(entries: &[(usize, &Entry)]) -> Vec<bool> {
    let mut seen = HashSet::new();
    let mut is_repeat = |entry: &&'_ Entry| entry.outcome.earns() && !seen.insert(what_and_how(entry));
    entries.iter().map(|(_, entry)| is_repeat(entry)).collect()
}

fn what_and_how(entry: &Entry) -> (String, Option<Form>) {
    let what = entry.course.as_ref().map_or(entry.title.as_str(), |course| course.as_str());
    (what.to_owned(), entry.form)
}

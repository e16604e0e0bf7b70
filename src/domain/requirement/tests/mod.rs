//! The engine on whole records: short builders, and tables by area.

mod boundaries;
mod carry;
mod converting;
mod counting;
mod effects;
mod periods;
mod states;

use super::effect::Planned;
use super::evaluate::{Subject, evaluate};
use super::rule::{Carry, Conversion, Label, Maximum, Minimum, Multiplier, Per, Ratio, Reach, Threshold};
use super::{Anchor, Basis, Cycle, Evaluation, Part, Period, Reason, Rule, State};
use crate::domain::course::{LocalText, StatedHours};
use crate::domain::profile::TotalOverride;
use crate::domain::vocabulary::{Category, Form, Outcome, Unit};
use crate::domain::{Amount, Course, CourseId, Date, Entry, EntryId, HoursRecord, RuleId};

/// `2026-02-28`.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap()
}

fn category(text: &str) -> Category {
    Category::new(text).unwrap()
}

fn label(text: &str) -> Label {
    Label::Category(category(text))
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

/// A rule of the calendar year in clock hours.
fn rule(total: &str) -> Rule {
    in_unit(Unit::Hour, total)
}

fn in_unit(unit: Unit, total: &str) -> Rule {
    Rule::new(RuleId::new("rule").unwrap(), LocalText::plain("Rule"), unit, Some(amount(total)))
}

fn personal(months: u16) -> Cycle {
    Cycle { anchor: Anchor::Personal { date: "since".to_owned(), asks: None }, months }
}

fn fixed(month: i8, day: i8, from_year: Option<i16>, months: u16) -> Cycle {
    Cycle { anchor: Anchor::Fixed { month, day, from_year }, months }
}

const fn rolling(months: u16) -> Cycle {
    Cycle { anchor: Anchor::Rolling, months }
}

fn minimum(of: &str, hours: &str) -> Minimum {
    let amount = Threshold::Hours(amount(hours));
    Minimum { label: Some(label(of)), amount, per: Per::Period, carried: false, soft: false }
}

fn maximum(of: Label, hours: &str, per: Reach) -> Maximum {
    Maximum { label: Some(of), amount: Threshold::Hours(amount(hours)), per }
}

fn carry(hours: &str) -> Carry {
    Carry { hours: amount(hours), category: None, earned_within_months: None }
}

/// An entry `id date hours category,category`; in clock hours.
fn entry(text: &str) -> Entry {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [id, date, hours, ref labels @ ..] = words[..] else { panic!("{text}") };
    let categories = labels.iter().flat_map(|labels| labels.split(',')).map(category).collect();
    let id = EntryId::new(id).unwrap();
    let title = format!("Entry {id}");
    Entry { categories, ..Entry::new(id, day(date), title, amount(hours)) }
}

fn record(entries: &[&str]) -> HoursRecord {
    HoursRecord::new(entries.iter().map(|text| entry(text)).collect(), Vec::new())
}

fn course(id: &str, hours: &str, labels: &[&str]) -> Course {
    Course {
        hours: Some(StatedHours::Exact(amount(hours))),
        categories: labels.iter().map(|text| category(text)).collect(),
        ..Course::new(CourseId::new(id).unwrap(), LocalText::plain(id))
    }
}

/// A rule that binds since a day (which only personal anchors ask for), with nothing planned.
fn on(rule: &Rule, since: Option<&str>, record: &HoursRecord, as_of: &str) -> Evaluation {
    with_plan(rule, since, record, &[], as_of)
}

fn with_plan(
    rule: &Rule,
    since: Option<&str>,
    record: &HoursRecord,
    planned: &[Planned],
    as_of: &str,
) -> Evaluation {
    let subject = Subject { rule, since: since.map(day), totals: &[] };
    evaluate(&subject, record, planned, day(as_of)).unwrap()
}

fn part<'a>(evaluation: &'a Evaluation, id: &str) -> &'a Part {
    let found = evaluation.parts.iter().find(|part| part.id.to_string() == id);
    found.unwrap_or_else(|| panic!("no {id} in {:?}", evaluation.parts))
}

/// Counted and carried, as text.
fn figures(evaluation: &Evaluation, id: &str) -> (String, String) {
    let part = part(evaluation, id);
    (part.counted.to_string(), part.carried.to_string())
}

fn counted(evaluation: &Evaluation, id: &str) -> String {
    figures(evaluation, id).0
}

/// What each entry came to, oldest first.
fn credits(evaluation: &Evaluation) -> Vec<String> {
    evaluation.credits.iter().map(|credited| credited.credit.counted.to_string()).collect()
}

/// What one entry claims and counts under a rule.
fn credit(rule: &Rule, entry: Entry) -> (String, String, Vec<Reason>) {
    let record = HoursRecord::new(vec![entry], Vec::new());
    let mut evaluation = on(rule, None, &record, "2026-12-31");
    let credit = evaluation.credits.remove(0).credit;
    (credit.claimed.to_string(), credit.counted.to_string(), credit.reasons)
}

fn of(hours: &str, unit: Unit) -> Entry {
    Entry { unit, ..entry(&format!("a 2026-05-20 {hours}")) }
}

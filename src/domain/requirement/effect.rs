//! What a course would change: the engine run once more with the course added last.

use super::evaluate::Evaluation;
use super::look::Look;
use super::part::{Part, PartKind, State, overall};
use super::rule::Rule;
use super::seen::looks_at;
use super::tally::{Credit, Study};
use crate::domain::progress::Progress;
use crate::domain::vocabulary::CourseState;
use crate::domain::{Amount, Catalog, Course, CourseId, Date, Plan};
use std::borrow::Cow;

/// A planned course as an evaluation sees it.
#[derive(Clone, Copy, Debug)]
pub struct Planned<'a> {
    pub course: &'a Course,
    pub by: Option<Date>,
    /// `None` where the course's hours are not stated.
    pub study: Option<Study<'a>>,
}

/// What adding courses would do to a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    pub credits: Vec<Credit>,
    /// Every part with its figures as they would be, in the order of [`Evaluation::parts`].
    pub after: Vec<Part>,
    pub state: State,
    /// By how much less would be missing, over all parts that want something, advice too.
    pub gain: Amount,
}

impl<'a> Planned<'a> {
    pub fn new(course: &'a Course, by: Option<Date>) -> Self {
        Self { course, by, study: None }
    }

    /// The same course, done on a day.
    #[must_use]
    pub fn on(&self, day: Date) -> Self {
        Self { study: Study::of_course(self.course, day), ..*self }
    }
}

/// What of the plan is still to be done: neither completed, passed nor given up, and in a catalog.
/// What is overdue can be done today at the earliest.
pub fn planned<'a>(plan: &Plan, catalog: &'a Catalog, progress: &Progress, today: Date) -> Vec<Planned<'a>> {
    let planned = to_do(plan, progress, today);
    planned.filter_map(|(id, by)| catalog.get(id).map(|course| Planned::new(course, by))).collect()
}

/// How much of the plan would fall into a period if it were in a catalog that is open: it adds
/// nothing, because nobody knows what it is worth.
pub fn in_no_catalog(
    plan: &Plan,
    catalog: &Catalog,
    progress: &Progress,
    today: Date,
    (rule, evaluation): (&Rule, &Evaluation),
) -> usize {
    let absent = to_do(plan, progress, today).filter(|(id, _)| catalog.get(id).is_none());
    absent.filter(|(_, by)| evaluation.planned_day(rule, *by).is_some()).count()
}

fn to_do<'p>(
    plan: &'p Plan,
    progress: &Progress,
    today: Date,
) -> impl Iterator<Item = (&'p CourseId, Option<Date>)> {
    let open = plan.items.iter().filter(|item| is_open(progress.of(&item.course)));
    open.map(move |item| (&item.course, item.by.map(|by| by.max(today))))
}

/// Whether a planned course in this state is still to be done.
pub fn is_open(state: Option<CourseState>) -> bool {
    matches!(state, None | Some(CourseState::Planned | CourseState::InProgress | CourseState::Failed))
}

/// What the courses would add to what is counted today, one after the other; the rest of the plan
/// stays planned. Courses without stated hours, and a period that is over, change nothing.
pub fn effect(rule: &Rule, evaluation: &Evaluation, courses: &[&Course]) -> Effect {
    let mut tally = evaluation.tally.clone();
    let mut with_plan = evaluation.with_plan.clone();
    let mut seen = Cow::Borrowed(&evaluation.seen);
    let mut credits = Vec::with_capacity(courses.len());
    for course in courses {
        let Some(study) = tried(evaluation, course) else {
            credits.push(Credit::default());
            continue;
        };
        let first_time = !looks_at(rule, course.form) || seen.to_mut().course(rule, course);
        let study = Study { first_time, ..study };
        if evaluation.planned.iter().all(|planned| planned.course != course.id) {
            with_plan.add(rule, &study);
        }
        credits.push(tally.add(rule, &study));
    }
    let look = Look {
        rule,
        as_of: evaluation.as_of,
        counted: &tally,
        planned: &with_plan,
        carried: &evaluation.carried,
    };
    let after = look.parts();
    let gain = evaluation.parts.iter().zip(&after).map(|(before, after)| fills(before, after)).sum();
    let state = overall(&after);
    Effect { credits, after, state, gain }
}

/// What one course would change in a rule, or in one part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// By how much less would be missing, in the rule's unit.
    pub missing_less: Amount,
    /// What the course would count.
    pub counted: Amount,
    /// Gain for the time it takes, in hundredths of the rule's unit per 10,000 minutes, for
    /// comparing courses with each other.
    pub rate: u64,
}

impl Gain {
    /// The higher the better: what an hour brings, differences of a few thousandths (roundings of
    /// the conversion) aside; of equals, the course that brings more.
    pub fn order(&self) -> u64 {
        const MOST: u64 = 1 << 24;
        (self.rate / 100).min(1 << 38) * MOST + self.missing_less.hundredths().min(MOST - 1)
    }
}

/// What a course would do to one part, by its place in [`Evaluation::parts`], or to the whole rule.
/// `None` where its hours are not stated, or the day lies outside the period.
pub fn gain(rule: &Rule, evaluation: &Evaluation, course: &Course, part: Option<usize>) -> Option<Gain> {
    let study = tried(evaluation, course)?;
    let effect = effect(rule, evaluation, &[course]);
    let mut pairs = evaluation.parts.iter().zip(&effect.after);
    let missing_less = match part {
        Some(place) => pairs.nth(place).map(|(before, after)| fills(before, after)).unwrap_or_default(),
        None => of_the_rule(&pairs),
    };
    let counted = effect.credits.first().map(|credit| credit.counted).unwrap_or_default();
    // A unit without a length (a day, an event) is taken for an hour: there is nothing better.
    let minutes = u64::from(study.unit.minutes().unwrap_or(60));
    let time = study.amount.hundredths().saturating_mul(minutes).max(1);
    let rate = missing_less.hundredths().saturating_mul(1_000_000) / time;
    Some(Gain { missing_less, counted, rate })
}

/// The course as if it were passed on the day that is looked at: before the period it would not
/// count for it, and after it neither.
fn tried<'a>(evaluation: &Evaluation, course: &'a Course) -> Option<Study<'a>> {
    let day = evaluation.as_of;
    Study::of_course(course, day).filter(|_| evaluation.period.contains(day))
}

/// By how much less a rule would miss, over all its parts. What the minimum that misses most will
/// bring to the total anyway is not wanted from other courses.
fn of_the_rule<'p>(pairs: &(impl Iterator<Item = (&'p Part, &'p Part)> + Clone)) -> Amount {
    let of_minimums = || pairs.clone().filter(|(before, _)| before.kind != PartKind::Total);
    let most = of_minimums().filter(|(before, _)| before.binds()).max_by_key(|(before, _)| before.missing());
    let (coming, helped) = most.map_or((Amount::ZERO, Amount::ZERO), |(before, after)| {
        (before.missing().unwrap_or_default(), fills(before, after))
    });
    let total = pairs.clone().find(|(before, _)| before.kind == PartKind::Total);
    let total = total.map_or(Amount::ZERO, |(before, after)| {
        let open = before.missing().unwrap_or_default().minus(coming).plus(helped);
        fills(before, after).min(open)
    });
    of_minimums().map(|(before, after)| fills(before, after)).sum::<Amount>().plus(total)
}

/// By how much less a part would miss; nothing for one that wants nothing.
pub fn fills(before: &Part, after: &Part) -> Amount {
    before.missing().unwrap_or_default().minus(after.missing().unwrap_or_default())
}

//! What has a day: target dates of the plan, sessions of planned courses, ends of the periods that
//! bind. One list for `tuition due`, the screen and a calendar file, so that all name the same days.

use super::course::{LocalText, Session};
use super::requirement::{Part, Standing, State, effect};
use super::vocabulary::Unit;
use super::{Catalog, CourseId, Date, Plan, RuleId, progress::Progress};
use std::collections::HashMap;
use std::fmt;

/// Something with a day of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub occasion: Occasion,
    pub subject: Subject,
    /// The course's or the rule's.
    pub title: LocalText,
    /// The day, or the first of several.
    pub date: Date,
    /// The last day, where there are several.
    pub end: Option<Date>,
    /// Which of several on one day with the same occasion and subject, from 1.
    pub number: usize,
    /// Where a session is held.
    pub place: Option<String>,
    /// For the end of a period or year: what binds and is not met yet.
    pub missing: Vec<Part>,
    /// The unit of what is missing.
    pub unit: Option<Unit>,
    /// For the end of a period: how the person stands under the rule.
    pub state: Option<State>,
}

/// Why the day matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    /// The plan's target date of a course.
    Target,
    /// A session of a planned course, from its first day to its last.
    Session,
    /// The gates of a batch of training.
    Training,
    Assessment,
    Recognition,
    /// A year inside a longer period ends, with something missing in it.
    YearEnd,
    /// The last day of a rule's period.
    PeriodEnd,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Course(CourseId),
    Rule(RuleId),
}

impl Occasion {
    /// As scripts read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Session => "session",
            Self::Training => "training",
            Self::Assessment => "assessment",
            Self::Recognition => "recognition",
            Self::YearEnd => "year-end",
            Self::PeriodEnd => "period-end",
        }
    }
}

impl Subject {
    /// The id of the course or the rule.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Course(id) => id.as_str(),
            Self::Rule(id) => id.as_str(),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Dated {
    /// The same for the same thing in every run: `target-welding`, `session-welding-2026-12-01`,
    /// `period-end-us-tx-pe-2026-12-31`. A target keeps it when its day is moved, because a plan
    /// holds a course once; sessions and periods have nothing but their day to be known by.
    pub fn identity(&self) -> String {
        let (word, id) = (self.occasion.word(), self.subject.as_str());
        match (self.occasion, self.number) {
            (Occasion::Target, _) => format!("{word}-{id}"),
            (_, 1) => format!("{word}-{id}-{}", self.date),
            (_, number) => format!("{word}-{id}-{}-{number}", self.date),
        }
    }

    /// The last day of it.
    pub fn last(&self) -> Date {
        self.end.unwrap_or(self.date)
    }

    /// A target that was not reached by its day. Nothing else can be late: a session is over, and
    /// a period that is over is followed by the next.
    pub fn is_overdue(&self, as_of: Date) -> bool {
        self.occasion == Occasion::Target && self.date < as_of
    }
}

/// Everything with a day: targets, also those that have passed; sessions and gates of planned
/// courses, also past ones; the ends of the periods and years that the standings are about. In
/// order of day, and of plan and profile on one day.
pub fn agenda(plan: &Plan, catalog: &Catalog, progress: &Progress, standings: &[Standing]) -> Vec<Dated> {
    let mut dated = Vec::new();
    for item in plan.items.iter().filter(|item| effect::is_open(progress.of(&item.course))) {
        let course = catalog.get(&item.course);
        let title = course.map_or_else(|| LocalText::plain(&item.title), |course| course.title.clone());
        let of_course = |occasion, date| Dated {
            occasion,
            subject: Subject::Course(item.course.clone()),
            title: title.clone(),
            date,
            end: None,
            number: 1,
            place: None,
            missing: Vec::new(),
            unit: None,
            state: None,
        };
        dated.extend(item.by.map(|by| of_course(Occasion::Target, by)));
        for session in course.into_iter().flat_map(|course| &course.sessions) {
            dated.extend(days_of(session, of_course));
        }
    }
    for standing in standings {
        dated.extend(ends(standing));
    }
    dated.sort_by_key(|item| item.date);
    number(&mut dated);
    dated
}

/// Tells apart what has the same day for the same reason: sessions in two places.
fn number(dated: &mut [Dated]) {
    let mut seen = HashMap::new();
    for item in dated {
        let count = seen.entry((item.occasion, item.subject.clone(), item.date)).or_insert(0);
        *count += 1;
        item.number = *count;
    }
}

/// What matters from `as_of` until a day: what is overdue first, then what comes or goes on, by day.
pub fn due(agenda: Vec<Dated>, as_of: Date, until: Date) -> Vec<Dated> {
    let wanted = |item: &Dated| item.is_overdue(as_of) || (item.last() >= as_of && item.date <= until);
    let mut due: Vec<Dated> = agenda.into_iter().filter(wanted).collect();
    due.sort_by_key(|item| (!item.is_overdue(as_of), item.date));
    due
}

fn days_of(session: &Session, of_course: impl Fn(Occasion, Date) -> Dated) -> Vec<Dated> {
    let mut days = Vec::new();
    let first = session.start.or(session.end);
    if let Some(first) = first {
        let end = session.end.filter(|end| *end > first);
        days.push(Dated { end, ..of_course(Occasion::Session, first) });
    }
    let gates = [
        (Occasion::Training, session.gates.training),
        (Occasion::Assessment, session.gates.assessment),
        (Occasion::Recognition, session.gates.recognition),
    ];
    days.extend(gates.into_iter().filter_map(|(gate, day)| day.map(|day| of_course(gate, day))));
    for day in &mut days {
        day.place.clone_from(&session.place);
    }
    days
}

/// The end of the period, and of every year in it that still misses something. A rolling window
/// has no end: it moves along with the day.
fn ends(standing: &Standing) -> Vec<Dated> {
    let (Some(rule), Ok(evaluation)) = (standing.rule, &standing.evaluation) else { return Vec::new() };
    if rule.cycle.is_rolling() {
        return Vec::new();
    }
    let period = evaluation.period;
    let missing = |end: Date| -> Vec<Part> {
        let of_span = evaluation.parts.iter().filter(|part| part.span.end == end && part.binds());
        of_span.filter(|part| part.missing().is_some_and(|missing| !missing.is_zero())).cloned().collect()
    };
    let end_of = |occasion, date| Dated {
        occasion,
        subject: Subject::Rule(standing.id.clone()),
        title: rule.title.clone(),
        date,
        end: None,
        number: 1,
        place: None,
        missing: missing(date),
        unit: Some(rule.unit),
        state: (occasion == Occasion::PeriodEnd).then_some(evaluation.state),
    };
    let years = evaluation.tally.bounds().years.iter().map(|year| year.end);
    let years = years.filter(|end| *end < period.end).map(|end| end_of(Occasion::YearEnd, end));
    let mut ends: Vec<Dated> = years.filter(|year| !year.missing.is_empty()).collect();
    ends.push(end_of(Occasion::PeriodEnd, period.end));
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::Gates;
    use crate::domain::requirement::rule::{Minimum, Per, Threshold};
    use crate::domain::requirement::{Anchor, Circumstances, Cycle, Packs};
    use crate::domain::{Amount, Course, HoursRecord, PlanItem, Profile, Rule};
    use jiff::civil::date;

    fn planned(id: &str, by: Option<Date>) -> PlanItem {
        PlanItem { by, ..PlanItem::new(CourseId::new(id).unwrap(), id, date(2026, 1, 1)) }
    }

    fn course(id: &str, sessions: Vec<Session>) -> Course {
        Course { sessions, ..Course::new(CourseId::new(id).unwrap(), LocalText::plain(id)) }
    }

    fn session(start: Date, end: Option<Date>) -> Session {
        Session { start: Some(start), end, ..Session::default() }
    }

    fn identities(dated: &[Dated]) -> Vec<String> {
        dated.iter().map(Dated::identity).collect()
    }

    #[test]
    fn targets_and_sessions_of_what_is_open_in_order_of_day() {
        let mut batch = session(date(2026, 12, 1), Some(date(2026, 12, 5)));
        batch.gates = Gates { assessment: Some(date(2026, 12, 20)), ..Gates::default() };
        let over = session(date(2026, 3, 1), None);
        let running = session(date(2026, 11, 20), Some(date(2026, 11, 22)));
        let catalog = Catalog::new(vec![
            course("welding", vec![batch, over, running.clone(), running]),
            course("unplanned", vec![session(date(2026, 12, 2), None)]),
        ]);
        let mut dropped = planned("dropped", Some(date(2026, 12, 3)));
        dropped.withdrawn = Some(date(2026, 2, 1));
        let late = planned("late", Some(date(2026, 11, 1)));
        let today_is_the_day = planned("gone-from-catalog", Some(date(2026, 11, 21)));
        let plan =
            Plan { items: vec![planned("welding", Some(date(2027, 6, 1))), dropped, late, today_is_the_day] };
        let progress = Progress::derive(&plan, &HoursRecord::default());
        let all = agenda(&plan, &catalog, &progress, &[]);
        assert_eq!(
            identities(&all),
            [
                "session-welding-2026-03-01",
                "target-late",
                "session-welding-2026-11-20",
                "session-welding-2026-11-20-2",
                "target-gone-from-catalog",
                "session-welding-2026-12-01",
                "assessment-welding-2026-12-20",
                "target-welding",
            ]
        );
        assert_eq!(all[5].end, Some(date(2026, 12, 5)));
        let soon = due(all, date(2026, 11, 21), date(2026, 12, 1));
        assert_eq!(
            identities(&soon),
            [
                "target-late",
                "session-welding-2026-11-20",
                "session-welding-2026-11-20-2",
                "target-gone-from-catalog",
                "session-welding-2026-12-01"
            ]
        );
        assert_eq!(
            soon.iter().map(|item| item.is_overdue(date(2026, 11, 21))).collect::<Vec<_>>(),
            [true, false, false, false, false]
        );
    }

    #[test]
    fn periods_end_with_what_is_missing_and_rolling_windows_never() {
        let rule = |id: &str| {
            let id = RuleId::new(id).unwrap();
            Rule::new(id, LocalText::plain("Rule"), Unit::Pdh, Some(Amount::whole(60)))
        };
        let mut three_years = rule("three-years");
        three_years.cycle =
            Cycle { anchor: Anchor::Fixed { month: 1, day: 1, from_year: Some(2025) }, months: 36 };
        three_years.minimums.push(Minimum {
            label: None,
            amount: Threshold::Hours(Amount::whole(10)),
            per: Per::Year,
            carried: false,
            soft: false,
        });
        let mut rolling = rule("rolling");
        rolling.cycle = Cycle { anchor: Anchor::Rolling, months: 36 };
        let packs = Packs::new(vec![three_years, rolling]);
        let (profile, record) = (Profile::default(), HoursRecord::default());
        let all = Circumstances { packs: &packs, profile: &profile, record: &record, planned: &[] };
        let standings: Vec<_> =
            packs.rules().iter().map(|rule| all.under(&rule.id, date(2026, 11, 21))).collect();
        let dated = agenda(&Plan::default(), &Catalog::default(), &Progress::default(), &standings);
        assert_eq!(
            identities(&dated),
            [
                "year-end-three-years-2025-12-31",
                "year-end-three-years-2026-12-31",
                "period-end-three-years-2027-12-31"
            ]
        );
        let missing: Vec<_> = dated[2].missing.iter().map(|part| part.id.to_string()).collect();
        assert_eq!(missing, ["total", "total-year-3"]);
        let soon = due(dated, date(2026, 11, 21), date(2027, 1, 20));
        assert_eq!(identities(&soon), ["year-end-three-years-2026-12-31"]);
    }
}

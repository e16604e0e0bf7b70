//! Where a person stands with a course: derived from plan and hours together, so that the two
//! cannot disagree.

use super::hours::HoursRecord;
use super::vocabulary::{CourseState, Outcome};
use super::{Catalog, Course, CourseId, Plan};
use std::collections::HashMap;

/// The state of every course that plan or record mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    states: HashMap<CourseId, CourseState>,
}

/// How a prerequisite stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrerequisiteState {
    /// Completed or passed.
    Done,
    /// In the plan or in progress.
    Planned,
    Missing,
}

impl Progress {
    /// The latest entry with an end (completed, passed, failed, withdrawn) decides, but a passed
    /// examination stays passed; entries without an end mean in progress; no entry, planned.
    pub fn derive(plan: &Plan, record: &HoursRecord) -> Self {
        let mut states = HashMap::new();
        for item in &plan.items {
            let state = match item.withdrawn {
                Some(_) => CourseState::Withdrawn,
                None => CourseState::Planned,
            };
            states.insert(item.course.clone(), state);
        }
        for entry in record.live() {
            let Some(course) = &entry.course else { continue };
            let known = states.get(course).copied();
            let state = match entry.outcome {
                _ if known == Some(CourseState::Passed) => CourseState::Passed,
                Outcome::Passed => CourseState::Passed,
                Outcome::Completed => CourseState::Completed,
                Outcome::Failed => CourseState::Failed,
                Outcome::Withdrawn => CourseState::Withdrawn,
                Outcome::InProgress => match known {
                    Some(ended @ (CourseState::Completed | CourseState::Failed)) => ended,
                    _ => CourseState::InProgress,
                },
            };
            states.insert(course.clone(), state);
        }
        Self { states }
    }

    pub fn of(&self, course: &CourseId) -> Option<CourseState> {
        self.states.get(course).copied()
    }

    /// Each prerequisite of a course, in the order stated, with how it stands.
    pub fn prerequisites<'a>(
        &self,
        course: &'a Course,
    ) -> impl Iterator<Item = (&'a CourseId, PrerequisiteState)> + use<'a, '_> {
        course.prerequisites.iter().map(|id| (id, self.prerequisite(id)))
    }

    pub fn prerequisite(&self, id: &CourseId) -> PrerequisiteState {
        match self.of(id) {
            Some(CourseState::Completed | CourseState::Passed) => PrerequisiteState::Done,
            Some(CourseState::Planned | CourseState::InProgress) => PrerequisiteState::Planned,
            Some(CourseState::Failed | CourseState::Withdrawn) | None => PrerequisiteState::Missing,
        }
    }

    /// The state of every row of a catalog, for filters that look at many rows.
    pub fn by_row(&self, catalog: &Catalog) -> Vec<Option<CourseState>> {
        catalog.courses().iter().map(|course| self.of(&course.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::hours::tests::entry;
    use super::super::{Date, Entry, PlanItem};
    use super::*;

    fn id() -> CourseId {
        CourseId::new("weld").unwrap()
    }

    fn state(planned: bool, outcomes: &[Outcome]) -> Option<CourseState> {
        let items = planned.then(|| PlanItem::new(id(), "Welding", Date::constant(2026, 1, 1)));
        let plan = Plan { items: items.into_iter().collect() };
        let entries = outcomes.iter().enumerate().map(|(at, outcome)| Entry {
            course: Some(id()),
            outcome: *outcome,
            ..entry(&format!("e{at}"))
        });
        let record = HoursRecord::new(entries.collect(), Vec::new());
        Progress::derive(&plan, &record).of(&id())
    }

    #[test]
    fn plan_and_hours_give_one_state() {
        use Outcome as O;
        assert_eq!(state(false, &[]), None);
        assert_eq!(state(true, &[]), Some(CourseState::Planned));
        assert_eq!(state(true, &[O::InProgress]), Some(CourseState::InProgress));
        assert_eq!(state(true, &[O::InProgress, O::Completed]), Some(CourseState::Completed));
        assert_eq!(state(false, &[O::Completed, O::InProgress]), Some(CourseState::Completed));
        assert_eq!(state(false, &[O::Failed, O::Passed]), Some(CourseState::Passed));
        assert_eq!(state(false, &[O::Passed, O::Failed]), Some(CourseState::Passed));
        assert_eq!(state(true, &[O::Failed]), Some(CourseState::Failed));
        assert_eq!(state(true, &[O::Withdrawn, O::InProgress]), Some(CourseState::InProgress));
    }
}

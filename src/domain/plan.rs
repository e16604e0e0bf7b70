//! The learning plan: what a person intends to take, in the order of their choosing.

use super::{CourseId, Date};

/// One planned course. Identity is the course's id: a plan holds a course once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanItem {
    pub course: CourseId,
    /// Copied from the catalog, since the plan outlives it.
    pub title: String,
    pub added: Option<Date>,
    /// The target date.
    pub by: Option<Date>,
    /// The need that it answers.
    pub why: Option<String>,
    pub note: Option<String>,
    /// The day on which the person gave it up; the item stays.
    pub withdrawn: Option<Date>,
}

impl PlanItem {
    pub fn new(course: CourseId, title: &str, added: Date) -> Self {
        Self {
            course,
            title: title.to_owned(),
            added: Some(added),
            by: None,
            why: None,
            note: None,
            withdrawn: None,
        }
    }
}

/// The plan, in the learner's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub items: Vec<PlanItem>,
}

impl Plan {
    pub fn get(&self, course: &CourseId) -> Option<&PlanItem> {
        self.items.iter().find(|item| item.course == *course)
    }

    pub fn position(&self, course: &CourseId) -> Option<usize> {
        self.items.iter().position(|item| item.course == *course)
    }
}

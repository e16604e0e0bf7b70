//! The open way to a course: whose it is, and how far it is scrolled. Its rows are the domain's,
//! worked out when they are drawn, so that they always fit plan and record as they are.

use super::model::Model;
use super::scroll::Scroll;
use crate::domain::prerequisites::{Node, Way, opened_by};
use crate::domain::progress::PrerequisiteState;
use crate::domain::{Course, CourseId, PlanItem};

#[derive(Clone, Debug)]
pub struct Prerequisites {
    pub course: CourseId,
    pub scroll: Scroll,
}

/// A row that the cursor can be on.
#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    /// The course itself, or what is asked for before it.
    Asked(Node<'a>),
    /// A course that asks for this one.
    Opened(&'a Course),
}

impl<'a> Row<'a> {
    /// `None` where it is in no catalog.
    pub fn course(&self) -> Option<&'a Course> {
        match self {
            Self::Asked(node) => node.course,
            Self::Opened(course) => Some(course),
        }
    }

    pub fn id(&self) -> &CourseId {
        match self {
            Self::Asked(node) => node.id,
            Self::Opened(course) => &course.id,
        }
    }
}

impl Prerequisites {
    pub fn new(course: CourseId) -> Self {
        Self { course, scroll: Scroll::default() }
    }

    /// `None` where the course has left the catalog.
    pub fn way<'a>(&self, model: &'a Model) -> Option<Way<'a>> {
        let catalog = &model.library.catalog;
        Some(Way::to(catalog.get(&self.course)?, catalog, &model.progress))
    }

    /// What it asks for, then what asks for it.
    pub fn rows<'a>(&self, model: &'a Model) -> Vec<Row<'a>> {
        let Some(way) = self.way(model) else { return Vec::new() };
        let id = way.nodes.first().map(|node| node.id);
        let opened = id.map(|id| opened_by(id, &model.library.catalog).map(Row::Opened));
        way.nodes.into_iter().map(Row::Asked).chain(opened.into_iter().flatten()).collect()
    }

    pub fn chosen<'a>(&self, model: &'a Model) -> Option<Row<'a>> {
        self.rows(model).get(self.scroll.cursor()).copied()
    }

    /// What `a` puts into the plan: all that is missing, in an order in which it can be studied, and
    /// the course itself last. What is in no catalog cannot be planned.
    pub fn addable(&self, model: &Model) -> Vec<PlanItem> {
        let Some(way) = self.way(model) else { return Vec::new() };
        let itself = way.nodes.first().filter(|node| node.state == PrerequisiteState::Missing);
        let courses = way.missing.iter().copied().chain(itself.and_then(|node| node.course));
        let chinese = model.lang.is_chinese();
        courses
            .filter(|course| model.record.plan.get(&course.id).is_none())
            .map(|course| PlanItem::new(course.id.clone(), course.title.wording(chinese), model.today))
            .collect()
    }
}

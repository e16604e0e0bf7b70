//! The open catalogs merged into one: courses in file order, tracks, stages and pathways.

use super::CourseId;
use super::course::{Course, LocalText};
use std::collections::HashMap;

/// A subject area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    pub id: String,
    pub title: LocalText,
}

/// A career stage, declared as data: exploration, growth, maturity …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub id: String,
    pub title: LocalText,
    /// The key activity of the stage.
    pub activity: Option<LocalText>,
}

/// Ordered courses towards a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pathway {
    pub id: String,
    pub title: LocalText,
    pub stages: Vec<PathwayStage>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathwayStage {
    pub title: LocalText,
    pub courses: Vec<CourseId>,
    /// How many of the courses the stage asks for; `None`: all of them.
    pub choose: Option<u16>,
}

/// All open catalogs, merged by id. Immutable once built: a reload builds another.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    courses: Vec<Course>,
    rows: HashMap<CourseId, usize>,
    pub tracks: Vec<Track>,
    pub stages: Vec<Stage>,
    pub pathways: Vec<Pathway>,
    /// The titles of the catalogs that were opened.
    pub titles: Vec<LocalText>,
}

impl Catalog {
    /// Keeps the order given. A course whose id is already there is left out: the reader of
    /// catalogs has merged or reported it before.
    pub fn new(courses: Vec<Course>) -> Self {
        let mut catalog = Self::default();
        for course in courses {
            if !catalog.rows.contains_key(&course.id) {
                catalog.rows.insert(course.id.clone(), catalog.courses.len());
                catalog.courses.push(course);
            }
        }
        catalog
    }

    /// In file order; the position is the course's row in every index.
    pub fn courses(&self) -> &[Course] {
        &self.courses
    }

    pub fn get(&self, id: &CourseId) -> Option<&Course> {
        self.row(id).and_then(|row| self.courses.get(row))
    }

    pub fn row(&self, id: &CourseId) -> Option<usize> {
        self.rows.get(id).copied()
    }

    pub fn len(&self) -> usize {
        self.courses.len()
    }

    pub fn is_empty(&self) -> bool {
        self.courses.is_empty()
    }

    pub fn track(&self, id: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == id)
    }

    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }
}

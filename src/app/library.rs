//! The open catalogs with their index, and what is known of the person, row by row.

use crate::domain::progress::Progress;
use crate::domain::{Catalog, Course, CourseId, Date};
use crate::search::{Index, Personal};
use crate::store::catalog::{Opened, Problem};
use crate::store::record::Record;
use std::collections::HashSet;

#[derive(Debug, Default)]
pub struct Library {
    pub catalog: Catalog,
    pub index: Index,
    pub problems: Vec<Problem>,
    /// Files that gave nothing.
    pub skipped: usize,
    /// Whether this is the catalog inside the program, which has no file to edit.
    pub bundled: bool,
    /// Whether this is only the head of the catalog, and the rest is still to be read.
    pub partial: bool,
}

impl Library {
    pub fn new(opened: Opened) -> Self {
        // The head of a catalog is listed as it stands; nothing is searched before the rest is there.
        let index = if opened.partial { Index::default() } else { Index::build(&opened.catalog) };
        Self {
            index,
            catalog: opened.catalog,
            problems: opened.problems,
            skipped: opened.skipped,
            bundled: opened.sources.is_empty(),
            partial: opened.partial,
        }
    }

    pub fn course(&self, row: usize) -> Option<&Course> {
        self.catalog.courses().get(row)
    }

    /// What searches need to know of the person, by row of this catalog.
    pub fn personal(
        &self,
        record: &Record,
        progress: &Progress,
        marked: &HashSet<CourseId>,
        today: Date,
    ) -> Personal {
        let courses = self.catalog.courses();
        let mut studied = vec![Vec::new(); courses.len()];
        for entry in record.hours.live() {
            let row = entry.course.as_ref().and_then(|course| self.catalog.row(course));
            if let Some(days) = row.and_then(|row| studied.get_mut(row)) {
                days.push(entry.date);
            }
        }
        let mut proven = vec![false; courses.len()];
        for entry in record.hours.live().filter(|entry| !entry.evidence.is_empty()) {
            let row = entry.course.as_ref().and_then(|course| self.catalog.row(course));
            if let Some(slot) = row.and_then(|row| proven.get_mut(row)) {
                *slot = true;
            }
        }
        let mut due = vec![None; courses.len()];
        for item in &record.plan.items {
            if let Some(slot) = self.catalog.row(&item.course).and_then(|row| due.get_mut(row)) {
                *slot = item.by;
            }
        }
        Personal {
            states: progress.by_row(&self.catalog),
            marked: courses.iter().map(|course| marked.contains(&course.id)).collect(),
            due,
            studied,
            today: Some(today),
            proven,
            rules: Vec::new(),
        }
    }
}

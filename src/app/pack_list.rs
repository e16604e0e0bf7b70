//! The packs to choose from, narrowed by typing: the same search as the catalog's, over ids and
//! titles in both languages, by characters and by pinyin.

use super::field::TextField;
use super::scroll::Scroll;
use crate::domain::requirement::Packs;
use crate::domain::{Catalog, Course, CourseId, Date, RuleId};
use crate::query;
use crate::search::{Index, Personal};

#[derive(Debug)]
pub struct PackList {
    pub filter: TextField,
    pub scroll: Scroll,
    ids: Vec<RuleId>,
    index: Index,
    found: Vec<usize>,
}

impl PackList {
    pub fn new(packs: &Packs) -> Self {
        // A pack is searched as a course of its title; an id of the one is an id of the other.
        let as_course = |id: &RuleId| CourseId::new(id.as_str());
        let courses = packs.rules().iter().filter_map(|rule| {
            as_course(&rule.id).map(|id| (rule.id.clone(), Course::new(id, rule.title.clone())))
        });
        let (ids, courses): (Vec<RuleId>, Vec<Course>) = courses.unzip();
        let found = (0..ids.len()).collect();
        let index = Index::build(&Catalog::new(courses));
        Self { filter: TextField::default(), scroll: Scroll::default(), ids, index, found }
    }

    /// Searches anew. While the text is no query, what was found last stays.
    pub fn refilter(&mut self, today: Date) {
        if let Ok(query) = query::parse(self.filter.text(), today) {
            self.found = self.index.search(&query, &Personal::default()).rows;
            self.scroll = Scroll::default();
        }
    }

    /// The packs that the filter leaves, best first.
    pub fn found(&self) -> Vec<&RuleId> {
        self.found.iter().filter_map(|row| self.ids.get(*row)).collect()
    }

    pub fn chosen(&self) -> Option<&RuleId> {
        self.found.get(self.scroll.cursor()).and_then(|row| self.ids.get(*row))
    }
}

//! The saved views to choose from, narrowed by typing: each with its query and how many courses it
//! finds now.

use super::field::TextField;
use super::model::Model;
use super::scroll::Scroll;
use crate::domain::SavedView;

#[derive(Debug, Default)]
pub struct ViewList {
    pub filter: TextField,
    pub scroll: Scroll,
    rows: Vec<ViewRow>,
}

/// A view, and how many courses it finds; no number for one that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewRow {
    pub view: SavedView,
    pub matches: Option<usize>,
}

impl ViewList {
    pub fn new(model: &Model) -> Self {
        let mut list = Self::default();
        list.refresh(model);
        list
    }

    /// The views have changed, or what they find.
    pub fn refresh(&mut self, model: &Model) {
        let row = |view: &SavedView| ViewRow { view: view.clone(), matches: model.count(&view.query) };
        self.rows = model.record.views.iter().map(row).collect();
        let found = self.found().len();
        self.scroll.settle(found, found);
    }

    /// The views that the filter leaves, in the order of their file: those with all its words in
    /// name or query.
    pub fn found(&self) -> Vec<&ViewRow> {
        let filter = self.filter.text().to_lowercase();
        let words: Vec<&str> = filter.split_whitespace().map(|word| word.trim_start_matches('@')).collect();
        let fits = |row: &&ViewRow| {
            let text = format!("{} {}", row.view.name, row.view.query).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        self.rows.iter().filter(fits).collect()
    }

    pub fn chosen(&self) -> Option<&SavedView> {
        self.found().get(self.scroll.cursor()).map(|row| &row.view)
    }
}

//! Saved views: queries with a name, which stand like folders beside the catalog.

use std::fmt;

/// What a saved view is called, and in a query behind its `@`: letters of any script, digits, `-`
/// and `_`, no blank, no hyphen in front, at most [`LONGEST_NAME`] characters. So a name ends where
/// the term does, and is never mistaken for an option.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ViewName(String);

/// Characters of a view's name.
pub const LONGEST_NAME: usize = 40;

impl ViewName {
    /// `None` for what is no name.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let fits = (1..=LONGEST_NAME).contains(&text.chars().count());
        (fits && text.chars().all(allowed) && !text.starts_with('-')).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ViewName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A query and the name under which it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    pub name: ViewName,
    /// As it was typed, without blanks at its ends. A later catalog may no longer understand it.
    pub query: String,
}

/// The saved views in the order of their file; no name occurs twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedViews {
    views: Vec<SavedView>,
}

impl SavedViews {
    pub fn iter(&self) -> impl Iterator<Item = &SavedView> {
        self.views.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    pub fn get(&self, name: &ViewName) -> Option<&SavedView> {
        self.views.iter().find(|view| view.name == *name)
    }

    /// The view that a typed name means: the one of exactly this name, else the only one whose name
    /// differs from it in capitals alone.
    pub fn find(&self, typed: &str) -> Option<&SavedView> {
        let exact = self.views.iter().find(|view| view.name.as_str() == typed);
        exact.or_else(|| {
            let lower = typed.to_lowercase();
            let mut alike = self.views.iter().filter(|view| view.name.as_str().to_lowercase() == lower);
            alike.next().filter(|_| alike.next().is_none())
        })
    }

    /// The view that a misspelt name most probably stands for, or that it is the beginning of.
    pub fn nearest(&self, typed: &str) -> Option<&SavedView> {
        let typed = typed.to_lowercase();
        let distance = |view: &SavedView| {
            let name = view.name.as_str().to_lowercase();
            let begins = !typed.is_empty() && name.starts_with(&typed);
            if begins { 0 } else { strsim::osa_distance(&typed, &name) }
        };
        let limit = if typed.chars().count() <= 3 { 1 } else { 2 };
        let near = self.views.iter().map(|view| (distance(view), view));
        near.filter(|(distance, _)| *distance <= limit)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, view)| view)
    }

    /// The view whose query is this text.
    pub fn named(&self, query: &str) -> Option<&SavedView> {
        let query = query.trim();
        self.views.iter().find(|view| view.query == query && !query.is_empty())
    }

    /// Saves a view last, or in the place of the one that has its name.
    pub fn save(&mut self, view: SavedView) {
        match self.views.iter_mut().find(|known| known.name == view.name) {
            Some(known) => *known = view,
            None => self.views.push(view),
        }
    }

    pub fn remove(&mut self, name: &ViewName) {
        self.views.retain(|view| view.name != *name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, query: &str) -> SavedView {
        SavedView { name: ViewName::new(name).unwrap(), query: query.to_owned() }
    }

    #[test]
    fn a_name_is_one_word_of_any_script() {
        for name in ["short", "2026", "达标", "next_year", "a-b", "Ärger", "_x"] {
            assert!(ViewName::new(name).is_some(), "{name}");
        }
        let long = "x".repeat(LONGEST_NAME + 1);
        for name in ["", "two words", "-x", "a,b", "a:b", "@a", "a|b", "a)", "\u{1b}[31m", "x\u{202e}", &long]
        {
            assert!(ViewName::new(name).is_none(), "{name:?}");
        }
    }

    #[test]
    fn capitals_are_forgiven_where_it_is_clear_which_is_meant() {
        let mut views = SavedViews::default();
        views.save(view("Short", "hours:<=8"));
        assert_eq!(views.find("short"), Some(&view("Short", "hours:<=8")));
        views.save(view("SHORT", "hours:<=4"));
        assert_eq!(views.find("short"), None);
        assert_eq!(views.find("SHORT"), Some(&view("SHORT", "hours:<=4")));
        views.save(view("Short", "hours:<=2"));
        assert_eq!(
            views.iter().map(|view| view.query.as_str()).collect::<Vec<_>>(),
            ["hours:<=2", "hours:<=4"]
        );
        assert_eq!(views.named(" hours:<=4 ").map(|view| view.name.as_str()), Some("SHORT"));
        assert_eq!(views.named(""), None);
    }
}

//! Building the index: every searched text of a catalog into `texts`, everything else into
//! `columns`, and for each row which texts it has.

use super::Tier;
use super::columns::{Columns, Many};
use super::fold::{Folded, fold};
use super::pinyin;
use super::texts::Texts;
use crate::domain::course::LocalText;
use crate::domain::{Catalog, Course};
use crate::query::Field;
use std::collections::HashMap;

/// Everything of a catalog that a search looks at, folded and packed for scanning.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) rows: usize,
    pub(super) texts: Texts,
    /// The texts of each row.
    pub(super) texts_of: Many<TextOf>,
    pub(super) columns: Columns,
    /// For each row its place when sorted by title, by provider and by id.
    pub(super) by_title: Vec<u32>,
    pub(super) by_provider: Vec<Option<u32>>,
    pub(super) by_id: Vec<u32>,
    /// Characters of the title.
    pub(super) title_length: Vec<u16>,
}

/// A text in the place that it has in a course.
#[derive(Clone, Copy, Debug)]
pub struct TextOf {
    pub text: u32,
    pub field: Field,
}

impl TextOf {
    /// How much a word found here says; nothing where free words are not looked for.
    pub fn tier(self) -> Option<Tier> {
        match self.field {
            Field::Title => Some(Tier::Title),
            Field::Id | Field::Topic => Some(Tier::Subject),
            Field::Provider | Field::Instructor => Some(Tier::People),
            _ => None,
        }
    }
}

impl Index {
    pub fn build(catalog: &Catalog) -> Self {
        let mut builder = Builder { columns: Columns::new(catalog), ..Builder::default() };
        for course in catalog.courses() {
            builder.push(course);
        }
        builder.finish(catalog)
    }

    /// Courses in the index.
    pub fn len(&self) -> usize {
        self.rows
    }

    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }
}

#[derive(Default)]
struct Builder {
    texts: Texts,
    texts_of: Many<TextOf>,
    columns: Columns,
    /// Texts that many courses share: topics, providers, people.
    shared: HashMap<String, u32>,
    titles: Vec<String>,
}

impl Builder {
    fn push(&mut self, course: &Course) {
        let mut row = Vec::with_capacity(8);
        let mut add = |field, text| row.push(TextOf { text, field });
        for title in wordings(&course.title) {
            add(Field::Title, self.texts.add(title));
        }
        add(Field::Id, self.texts.add(course.id.as_str()));
        let mut share = |text: &str| match self.shared.get(text) {
            Some(known) => *known,
            None => {
                let id = self.texts.add(text);
                self.shared.insert(text.to_owned(), id);
                id
            }
        };
        for topic in &course.topics {
            add(Field::Topic, share(topic));
        }
        if let Some(provider) = &course.provider {
            add(Field::Provider, share(provider));
        }
        let of_sessions = course.sessions.iter().flat_map(|session| &session.instructors);
        for instructor in course.instructors.iter().chain(of_sessions) {
            add(Field::Instructor, share(instructor));
        }
        for summary in course.summary.iter().flat_map(wordings) {
            add(Field::Summary, self.texts.add_unsearched(summary));
        }
        self.texts_of.push_row(row);
        self.columns.push(course);
        self.titles.push(in_letters(course.title.primary()));
    }

    fn finish(self, catalog: &Catalog) -> Index {
        let symbols = &self.columns.provider.symbols;
        let providers: Vec<_> = (0..symbols.len()).map(|at| in_letters(symbols.name(narrow(at)))).collect();
        let place_of_provider = places(&providers);
        let by_provider = self.columns.provider.values.iter();
        let by_provider = by_provider.map(|value| place_of_provider.get(*value as usize).copied()).collect();
        let ids: Vec<_> = catalog.courses().iter().map(|course| course.id.as_str()).collect();
        let length = |title: &String| u16::try_from(title.chars().count()).unwrap_or(u16::MAX);
        Index {
            rows: catalog.len(),
            by_title: places(&self.titles),
            by_provider,
            by_id: places(&ids),
            title_length: self.titles.iter().map(length).collect(),
            texts: self.texts,
            texts_of: self.texts_of,
            columns: self.columns,
        }
    }
}

fn wordings(text: &LocalText) -> impl Iterator<Item = &str> {
    let both = [text.en.as_deref(), text.zh.as_deref().filter(|zh| text.en.as_deref() != Some(zh))];
    both.into_iter().flatten()
}

/// For sorting: folded, Chinese by pinyin.
fn in_letters(text: &str) -> String {
    if text.is_ascii() {
        return fold(text);
    }
    let folded = Folded::new(text);
    match pinyin::usual_key(&folded) {
        Some(key) => key.text,
        None => folded.text(),
    }
}

/// For each text its place among all when sorted; equal ones share a place.
fn places<T: Ord>(texts: &[T]) -> Vec<u32> {
    let mut order: Vec<_> = texts.iter().enumerate().collect();
    order.sort_by(|a, b| a.1.cmp(b.1));
    let mut places = vec![0; texts.len()];
    let (mut place, mut last) = (0, None);
    for (at, (row, text)) in order.into_iter().enumerate() {
        if last != Some(text) {
            place = narrow(at);
            last = Some(text);
        }
        if let Some(slot) = places.get_mut(row) {
            *slot = place;
        }
    }
    places
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

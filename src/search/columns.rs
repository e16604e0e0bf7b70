//! What field terms and sort keys look at, row by row in compact columns.

use crate::domain::vocabulary::{Delivery, Form, Grade, KNOWN_CATEGORIES, Level, Unit, Word};
use crate::domain::{Catalog, Course, Date};
use crate::query::{Field, Presence};
use std::collections::HashMap;

/// No value.
pub const NONE: u32 = u32::MAX;

/// Values of one field, each once: its number is its place in the order in which people see it.
#[derive(Debug, Default)]
pub struct Symbols {
    names: Vec<String>,
    /// Folded, for comparing with what is typed.
    folded: Vec<String>,
    known: HashMap<String, u32>,
}

impl Symbols {
    pub fn of(&mut self, name: &str) -> u32 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(NONE);
        self.names.push(name.to_owned());
        self.folded.push(name.to_lowercase());
        self.known.insert(name.to_owned(), number);
        number
    }

    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// For each value whether it is one of those typed.
    pub fn chosen(&self, field: Field, typed: &[String]) -> Vec<bool> {
        let mut chosen = vec![false; self.folded.len()];
        for value in typed.iter().map(|value| value.to_lowercase()) {
            // `track:lead` finds leadership, as long as there is no track called lead.
            let begins = field == Field::Track && !self.folded.contains(&value);
            let fits = |name: &String| match name.strip_prefix(value.as_str()) {
                None => false,
                Some("") => true,
                // `language:zh` finds zh-CN.
                Some(rest) => begins || (field == Field::Language && rest.starts_with('-')),
            };
            chosen.iter_mut().zip(&self.folded).for_each(|(chosen, name)| *chosen |= fits(name));
        }
        chosen
    }
}

/// A field with at most one value a row.
#[derive(Debug, Default)]
pub struct Column {
    pub symbols: Symbols,
    pub values: Vec<u32>,
}

impl Column {
    fn push(&mut self, value: Option<&str>) {
        let value = value.map_or(NONE, |value| self.symbols.of(value));
        self.values.push(value);
    }
}

/// Several values a row: all in one list, with a bound for each row.
#[derive(Debug)]
pub struct Many<T> {
    pub items: Vec<T>,
    bounds: Vec<u32>,
}

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self { items: Vec::new(), bounds: vec![0] }
    }
}

impl<T> Many<T> {
    pub fn push_row(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
        self.bounds.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    pub fn row(&self, row: usize) -> &[T] {
        let bound = |at: usize| self.bounds.get(at).map_or(0, |bound| *bound as usize);
        self.items.get(bound(row)..bound(row + 1)).unwrap_or_default()
    }
}

/// The stated hours of a row in hundredths; a range without an end has the highest there is.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    pub lowest: u64,
    pub highest: u64,
    pub nominal: u64,
}

#[derive(Debug, Default)]
pub struct Columns {
    pub track: Column,
    pub level: Column,
    pub grade: Column,
    pub stage: Column,
    pub language: Column,
    pub delivery: Column,
    pub form: Column,
    pub unit: Column,
    pub provider: Column,
    pub category_names: Symbols,
    pub categories: Many<u32>,
    pub hours: Vec<Option<Hours>>,
    pub starts: Many<Date>,
    present: Vec<u16>,
    verified: Vec<bool>,
}

impl Columns {
    /// Empty, with the values that have an order of their own already numbered in it.
    pub fn new(catalog: &Catalog) -> Self {
        fn number<W: Word>(column: &mut Column) {
            W::ALL.iter().for_each(|member| {
                column.symbols.of(member.word());
            });
        }
        let mut columns = Self::default();
        for track in &catalog.tracks {
            columns.track.symbols.of(&track.id);
        }
        for stage in &catalog.stages {
            columns.stage.symbols.of(&stage.id);
        }
        number::<Level>(&mut columns.level);
        number::<Grade>(&mut columns.grade);
        number::<Delivery>(&mut columns.delivery);
        number::<Form>(&mut columns.form);
        number::<Unit>(&mut columns.unit);
        for category in KNOWN_CATEGORIES {
            columns.category_names.of(category);
        }
        columns
    }

    pub fn push(&mut self, course: &Course) {
        self.track.push(course.track.as_deref());
        self.level.push(course.level.map(Word::word));
        self.grade.push(course.grade.map(Word::word));
        self.stage.push(course.stage.as_deref());
        self.language.push(course.language.as_deref());
        self.delivery.push(course.delivery.map(Word::word));
        self.form.push(course.form.map(Word::word));
        self.unit.push(Some(course.unit.word()));
        self.provider.push(course.provider.as_deref());
        let names = &mut self.category_names;
        self.categories.push_row(course.categories.iter().map(|category| names.of(category.as_str())));
        self.hours.push(course.hours.as_ref().map(|hours| {
            let (lowest, highest) = hours.bounds();
            Hours {
                lowest: lowest.hundredths(),
                highest: highest.map_or(u64::MAX, |highest| highest.hundredths()),
                nominal: hours.nominal().hundredths(),
            }
        }));
        self.starts.push_row(course.sessions.iter().filter_map(|session| session.start));
        self.verified.push(course.verified == Some(true));
        let set = Presence::ALL.iter().filter(|what| states(course, **what));
        self.present.push(set.fold(0, |bits, what| bits | bit(*what)));
    }

    pub fn has(&self, row: usize, what: Presence) -> bool {
        self.present.get(row).is_some_and(|bits| bits & bit(what) != 0)
    }

    pub fn is_verified(&self, row: usize) -> bool {
        self.verified.get(row) == Some(&true)
    }

    /// The column of a field that has at most one value a row.
    pub fn single(&self, field: Field) -> Option<&Column> {
        Some(match field {
            Field::Track => &self.track,
            Field::Level => &self.level,
            Field::Grade => &self.grade,
            Field::Stage => &self.stage,
            Field::Language => &self.language,
            Field::Delivery => &self.delivery,
            Field::Form => &self.form,
            Field::Unit => &self.unit,
            Field::Provider => &self.provider,
            _ => return None,
        })
    }
}

fn bit(what: Presence) -> u16 {
    1 << (what as u16)
}

fn states(course: &Course, what: Presence) -> bool {
    match what {
        Presence::Hours => course.hours.is_some(),
        Presence::Url => course.url.is_some(),
        Presence::Level => course.level.is_some(),
        Presence::Grade => course.grade.is_some(),
        Presence::Prerequisites => !course.prerequisites.is_empty(),
        Presence::Instructor => {
            !course.instructors.is_empty()
                || course.sessions.iter().any(|session| !session.instructors.is_empty())
        }
        Presence::Session => !course.sessions.is_empty(),
        Presence::Assessment => course.assessment.is_some(),
        Presence::Credential => course.credential.is_some(),
        Presence::Note => course.note.is_some(),
        Presence::Chinese => course.title.zh.is_some(),
        Presence::English => course.title.en.is_some(),
        // Known of the person, not of the course.
        Presence::Evidence => false,
    }
}

//! The box under the query line: how the query may go on, and which of the ways is chosen. What is
//! offered comes from the catalog, the packs and the saved views that are open now.

use super::model::Model;
use super::scroll::Scroll;
use crate::domain::vocabulary::{CourseState, Delivery, Form, Grade, Level, Unit, Word};
use crate::domain::{Course, RuleId, SavedView};
use crate::locale::Lang;
use crate::locale::vocabulary::Label;
use crate::query::{self, Candidate, Completion, Field, Name, Offer, Offers, Query};
use std::collections::BTreeMap;

/// Rows that the box shows at once.
pub const ROWS: usize = 8;

#[derive(Clone, Debug)]
pub struct CompletionBox {
    pub completion: Completion,
    pub scroll: Scroll,
}

impl CompletionBox {
    /// What may stand at the caret of the query line; `None` where there is nothing.
    pub fn open(model: &Model) -> Option<Self> {
        let line = &model.catalog.query;
        let completion = query::complete(line.text(), line.caret(), &Known(model));
        let says_nothing_new = matches!(completion.candidates.as_slice(), [only]
            if line.text().get(completion.span.clone()) == Some(&only.text()));
        let is_empty = completion.candidates.is_empty() || says_nothing_new;
        (!is_empty).then(|| Self { completion, scroll: Scroll::default() })
    }

    pub fn chosen(&self) -> Option<&Candidate> {
        self.completion.candidates.get(self.scroll.cursor())
    }

    /// One on, from the last to the first.
    pub fn step(&mut self, forwards: bool) {
        let all = self.completion.candidates.len().max(1);
        let at = self.scroll.cursor();
        self.scroll.set(if forwards { (at + 1) % all } else { (at + all - 1) % all });
        self.scroll.settle(all, ROWS);
    }
}

/// The open catalog, packs and views as the values that a query may name.
struct Known<'a>(&'a Model);

impl Offers for Known<'_> {
    fn values(&self, field: Field) -> Vec<Offer> {
        let model = self.0;
        match field {
            Field::Fills | Field::Counts => self.rules(),
            Field::Topic => self.gathered(|course| course.topics.iter().map(String::as_str).collect()),
            Field::Instructor => {
                self.gathered(|course| course.instructors.iter().map(String::as_str).collect())
            }
            Field::Id => {
                let courses = model.library.catalog.courses().iter();
                let title = |course: &Course| course.title.in_order(model.lang.is_chinese()).0.to_owned();
                courses
                    .map(|course| Offer {
                        value: course.id.to_string(),
                        label: Some(title(course)),
                        count: None,
                    })
                    .collect()
            }
            field => {
                let found = model.library.index.facet(field, &Query::default(), &model.catalog.personal);
                let offer = |value: String, count| Offer {
                    label: self.title(field, &value),
                    value,
                    count: Some(count),
                };
                found.into_iter().map(|facet| offer(facet.value, facet.count)).collect()
            }
        }
    }

    fn views(&self) -> Vec<Offer> {
        let offer = |view: &SavedView| Offer {
            value: view.name.to_string(),
            label: Some(view.query.clone()),
            count: None,
        };
        self.0.record.views.iter().map(offer).collect()
    }

    fn label(&self, name: Name, value: &str) -> Option<String> {
        let Name::Field(field) = name else { return None };
        let label = label(field, value, Lang::Zh)?;
        self.0.lang.is_chinese().then(|| label.to_owned())
    }
}

impl Known<'_> {
    /// Values that courses have several of, each with the number of its courses.
    fn gathered<'c>(&'c self, of: impl Fn(&'c Course) -> Vec<&'c str>) -> Vec<Offer> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in self.0.library.catalog.courses().iter().flat_map(of) {
            *counts.entry(value).or_default() += 1;
        }
        let offer = |(value, count): (&str, usize)| Offer {
            value: value.to_owned(),
            label: None,
            count: Some(count),
        };
        counts.into_iter().map(offer).collect()
    }

    /// The rules, those that are followed first, each with its parts as far as they are evaluated.
    fn rules(&self) -> Vec<Offer> {
        let requirements = &self.0.requirements;
        let chinese = self.0.lang.is_chinese();
        let mut rules: Vec<_> = requirements.packs.rules().iter().collect();
        let followed = |id: &RuleId| requirements.standings.iter().find(|standing| standing.id == *id);
        rules.sort_by_key(|rule| followed(&rule.id).is_none());
        let mut offers = Vec::new();
        for rule in rules {
            let title = rule.title.in_order(chinese).0.to_owned();
            offers.push(Offer { value: rule.id.to_string(), label: Some(title), count: None });
            let evaluation = followed(&rule.id).and_then(|standing| standing.evaluation.as_ref().ok());
            for part in evaluation.into_iter().flat_map(|evaluation| &evaluation.parts) {
                let value = format!("{}/{}", rule.id, part.id);
                offers.push(Offer { value, ..Offer::default() });
            }
        }
        offers
    }

    /// What a value is called that the catalog declares.
    fn title(&self, field: Field, value: &str) -> Option<String> {
        match field {
            Field::Track => {
                let track = self.0.library.catalog.track(value)?;
                Some(track.title.in_order(self.0.lang.is_chinese()).0.to_owned())
            }
            _ => None,
        }
    }
}

/// The label of a word of a closed list.
fn label(field: Field, value: &str, lang: Lang) -> Option<&'static str> {
    fn of<W: Word + Label>(value: &str, lang: Lang) -> Option<&'static str> {
        Some(W::from_word(value)?.label(lang))
    }
    match field {
        Field::Level => of::<Level>(value, lang),
        Field::Grade => of::<Grade>(value, lang),
        Field::Delivery => of::<Delivery>(value, lang),
        Field::Form => of::<Form>(value, lang),
        Field::Unit => of::<Unit>(value, lang),
        Field::Status => of::<CourseState>(value, lang),
        _ => None,
    }
}

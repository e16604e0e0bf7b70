//! Facets in words, for the screen and for the conversation alike.

use super::Model;
use super::facets::{FacetName, FacetTerm};
use crate::domain::vocabulary::{CourseState, Delivery, Form, Grade, Level, Word};
use crate::locale::{Lang, Say, vocabulary};
use crate::query::Field;

/// What a field of facets is called.
pub fn head(lang: Lang, name: FacetName) -> &'static str {
    let words = lang.words();
    match name {
        FacetName::HoursStated => words.length,
        FacetName::Field(Field::Track) => words.track,
        FacetName::Field(Field::Level) => words.level,
        FacetName::Field(Field::Grade) => words.grade,
        FacetName::Field(Field::Delivery) => words.delivery,
        FacetName::Field(Field::Form) => words.form,
        FacetName::Field(Field::Language) => words.language,
        FacetName::Field(Field::Status) => words.state,
        FacetName::Field(Field::Provider) => words.provider,
        FacetName::Field(_) => words.course,
    }
}

/// A value as the reader knows it: a word of the list in their language, a track by its title.
pub fn value(model: &Model, term: &FacetTerm) -> String {
    let lang = model.lang;
    match term {
        FacetTerm::HoursStated(true) => lang.words().hours_stated.to_owned(),
        FacetTerm::HoursStated(false) => lang.words().hours_not_stated.to_owned(),
        FacetTerm::Value(field, word) => match field {
            Field::Track => match model.library.catalog.track(word) {
                Some(track) => track.title.in_order(lang.is_chinese()).0.to_owned(),
                None => word.clone(),
            },
            Field::Level => said::<Level>(lang, word),
            Field::Grade => said::<Grade>(lang, word),
            Field::Delivery => said::<Delivery>(lang, word),
            Field::Form => said::<Form>(lang, word),
            Field::Status => said::<CourseState>(lang, word),
            Field::Language => vocabulary::language(lang, word),
            _ => word.clone(),
        },
    }
}

fn said<W: Word + Say>(lang: Lang, word: &str) -> String {
    W::from_word(word).map_or_else(|| word.to_owned(), |member| member.say(lang))
}

//! Dates, amounts and categories as a person types them after an option.

use crate::domain::vocabulary::{Category, Word};
use crate::domain::{Amount, Date, date};
use crate::locale::cli::Failure;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A date that may lie ahead.
pub(super) fn any_date(text: &str, option: &'static str, today: Date) -> Result<Date, Failure> {
    date::parse_typed(text, today).map_err(|error| Failure::BadDate { option, text: text.to_owned(), error })
}

/// A day of study: never one ahead.
pub(super) fn past_date(text: &str, option: &'static str, today: Date) -> Result<Date, Failure> {
    let date = any_date(text, option, today)?;
    if date > today { Err(Failure::Future { date }) } else { Ok(date) }
}

/// More than nothing.
pub(super) fn hours(text: &str, option: &'static str) -> Result<Amount, Failure> {
    Amount::parse_positive(text).map_err(|error| Failure::BadAmount { option, text: text.to_owned(), error })
}

/// Each once, in the order given.
pub(super) fn categories<'t>(texts: impl IntoIterator<Item = &'t str>) -> Result<Vec<Category>, Failure> {
    let mut categories = Vec::new();
    for text in texts {
        let category = Category::new(text).ok_or_else(|| Failure::BadCategory { text: text.to_owned() })?;
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    Ok(categories)
}

/// A text that says something, or nothing at all.
pub(super) fn text(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Reads a member of a closed list; clap names the list in help and errors.
pub(super) fn word<W: Word + Send + Sync>() -> impl TypedValueParser<Value = W> {
    PossibleValuesParser::new(W::ALL.iter().map(|member| member.word()))
        .try_map(|word| W::from_word(&word).ok_or("no such value"))
}

/// A member of a closed list, or that there is to be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice<W> {
    None,
    Word(W),
}

pub(super) fn word_or_none<W: Word + Send + Sync>() -> impl TypedValueParser<Value = Choice<W>> {
    PossibleValuesParser::new(W::ALL.iter().map(|member| member.word()).chain(["none"]))
        .map(|word| W::from_word(&word).map_or(Choice::None, Choice::Word))
}

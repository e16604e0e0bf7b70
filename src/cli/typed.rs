//! Dates, amounts and categories as a person types them after an option.

use crate::domain::vocabulary::{Category, Word};
use crate::domain::{Amount, Date, date};
use crate::locale::cli::Failure;
use crate::locale::vocabulary::{self, Label};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command};
use std::ffi::OsStr;

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
        let category =
            vocabulary::category(text).ok_or_else(|| Failure::BadCategory { text: text.to_owned() })?;
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

/// Reads a member of a closed list, by its word or by a label that the program shows; clap names
/// the words in help and errors.
pub(super) fn word<W: Word + Label + Send + Sync>() -> impl TypedValueParser<Value = W> {
    Words { words: possible::<W>(&[]), named: vocabulary::named }
}

/// A member of a closed list, or that there is to be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice<W> {
    None,
    Word(W),
}

pub(super) fn word_or_none<W: Word + Label + Send + Sync>() -> impl TypedValueParser<Value = Choice<W>> {
    let named = |text: &str| match text {
        "none" => Some(Choice::None),
        text => vocabulary::named(text).map(Choice::Word),
    };
    Words { words: possible::<W>(&["none"]), named }
}

fn possible<W: Word>(besides: &[&'static str]) -> PossibleValuesParser {
    PossibleValuesParser::new(W::ALL.iter().map(|member| member.word()).chain(besides.iter().copied()))
}

/// Values that have more names than are listed.
#[derive(Clone)]
struct Words<V> {
    words: PossibleValuesParser,
    named: fn(&str) -> Option<V>,
}

impl<V: Clone + Send + Sync + 'static> TypedValueParser for Words<V> {
    type Value = V;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, text: &OsStr) -> Result<V, clap::Error> {
        if let Some(value) = text.to_str().and_then(self.named) {
            return Ok(value);
        }
        // Its own error lists the words.
        let word = self.words.parse_ref(command, arg, text)?;
        (self.named)(&word).ok_or_else(|| clap::Error::new(ErrorKind::InvalidValue).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.words.possible_values()
    }
}

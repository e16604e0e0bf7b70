//! Reads single values: each by its type, each mistake noted at its place.

use super::problem::{ProblemKind, TextLimit, Type};
use super::report::{Mark, Marked, Report};
use super::suggest::nearest;
use crate::domain::Date;
use crate::domain::course::LocalText;
use crate::domain::date::{self, YEARS};
use crate::domain::ids::is_slug;
use crate::domain::vocabulary::{Category, Word};
use crate::store::requirements::PackMistake;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Characters of a title, a name, a place.
pub(in crate::store) const SHORT: TextLimit = TextLimit::Characters(1_000);
/// Bytes of a summary, a note, a source.
pub(in crate::store) const LONG: TextLimit = TextLimit::Bytes(20_000);

pub(in crate::store) type Value<'a> = Spanned<DeValue<'a>>;
/// A key as it is written in the file.
pub(in crate::store) type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;

/// Reads values of the current source of a report. `None` always means: noted as a mistake.
pub(in crate::store) struct Reader<'r> {
    pub report: &'r mut Report,
    /// Set once something is wrong that must not be shown; the reader of a course looks at it.
    pub failed: bool,
    /// Whether an unknown key is such a thing, because the rest means something else without it.
    strict: bool,
}

impl<'r> Reader<'r> {
    pub fn new(report: &'r mut Report) -> Self {
        Self { report, failed: false, strict: false }
    }

    /// A reader that lets no unknown key pass.
    pub fn strict(report: &'r mut Report) -> Self {
        Self { report, failed: false, strict: true }
    }

    pub fn note(&mut self, span: Range<usize>, kind: ProblemKind) {
        self.failed |= kind.severity() == super::Severity::Error;
        self.report.note(span, kind);
    }

    pub fn mark(&self, span: &Range<usize>) -> Mark {
        self.report.mark(span)
    }

    pub fn unknown_key(&mut self, key: &Key<'_>, valid: &'static [&'static str]) {
        let suggestion = nearest(key.get_ref(), valid.iter().copied());
        let name = key.get_ref().to_string();
        let kind = match self.strict {
            true => ProblemKind::Pack(PackMistake::UnknownKey { key: name, suggestion }),
            false => ProblemKind::UnknownKey { key: name, suggestion },
        };
        self.note(key.span(), kind);
    }

    /// A key that must be there; `span` is the header of its table.
    pub fn required<T>(&mut self, value: Option<T>, span: &Range<usize>, key: &'static str) -> Option<T> {
        if value.is_none() {
            self.note(span.clone(), ProblemKind::MissingKey { key });
        }
        value
    }

    pub fn wrong_type<T>(&mut self, key: &'static str, value: &Value<'_>, expected: Type) -> Option<T> {
        let found = type_of(value.get_ref());
        self.note(value.span(), ProblemKind::WrongType { key: key.to_owned(), found, expected });
        None
    }

    /// A text, which may be empty: stated as nothing.
    pub fn text(&mut self, key: &'static str, value: &Value<'_>, limit: TextLimit) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            return self.wrong_type(key, value, Type::Text);
        };
        if exceeds(text, limit) {
            self.note(value.span(), ProblemKind::TextTooLong { key, limit });
            return None;
        }
        Some(text.to_owned())
    }

    /// A text with something in it.
    pub fn full_text(&mut self, key: &'static str, value: &Value<'_>, limit: TextLimit) -> Option<String> {
        let text = self.text(key, value, limit)?;
        if text.trim().is_empty() {
            self.note(value.span(), ProblemKind::EmptyText { key });
            return None;
        }
        Some(text)
    }

    pub fn boolean(&mut self, key: &'static str, value: &Value<'_>) -> Option<bool> {
        match value.get_ref().as_bool() {
            Some(value) => Some(value),
            None => self.wrong_type(key, value, Type::Boolean),
        }
    }

    /// Items that are texts, read one by one.
    pub fn items<T>(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        mut read: impl FnMut(&mut Self, &Value<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(items) = value.get_ref().as_array() else {
            return self.wrong_type(key, value, Type::TextList);
        };
        Some(items.iter().filter_map(|item| read(self, item)).collect())
    }

    pub fn texts(&mut self, key: &'static str, value: &Value<'_>) -> Option<Vec<String>> {
        self.items(key, value, |reader, item| reader.full_text(key, item, SHORT))
    }

    /// A kebab-case id; with its place, since what it names is checked later.
    pub fn id(&mut self, key: &'static str, value: &Value<'_>) -> Option<Marked<String>> {
        let text = self.full_text(key, value, LONG)?;
        if !is_slug(&text) {
            self.note(value.span(), ProblemKind::NotAnId { key, text });
            return None;
        }
        Some(Marked { value: text, mark: self.mark(&value.span()) })
    }

    /// A text that stands for a member of a closed list.
    pub fn word<W: Word>(&mut self, key: &'static str, value: &Value<'_>) -> Option<W> {
        let text = self.text(key, value, LONG)?;
        let word = W::from_word(&text);
        if word.is_none() {
            let allowed = W::ALL.iter().map(|member| member.word()).collect();
            self.unknown_word(key, value, text, allowed);
        }
        word
    }

    fn unknown_word(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        word: String,
        allowed: Vec<&'static str>,
    ) {
        let suggestion = nearest(&word, allowed.iter().copied());
        self.note(value.span(), ProblemKind::UnknownWord { key, word, suggestion, allowed });
    }

    /// A date without a time of day.
    pub fn date(&mut self, key: &'static str, value: &Value<'_>) -> Option<Date> {
        let Some(stated) = value.get_ref().as_datetime() else {
            return self.wrong_type(key, value, Type::Date);
        };
        let (Some(day), None, None) = (stated.date, stated.time, stated.offset) else {
            self.note(value.span(), ProblemKind::DateWithTime);
            return None;
        };
        let small = |number: u8| i8::try_from(number).ok();
        let year = i16::try_from(day.year).ok().filter(|year| YEARS.contains(year));
        let date = year.zip(small(day.month).zip(small(day.day)));
        let date = date.and_then(|(year, (month, day))| Date::new(year, month, day).ok());
        if date.is_none() {
            self.note(value.span(), ProblemKind::DateOutOfRange);
        }
        date
    }

    /// A year, a month or a day as text, or a day as a date.
    pub fn period(&mut self, key: &'static str, value: &Value<'_>) -> Option<String> {
        if value.get_ref().is_datetime() {
            return self.date(key, value).map(|date| date.to_string());
        }
        let text = self.text(key, value, LONG)?;
        let full = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        match date::parse_iso(&full) {
            _ if text.is_empty() => Some(text),
            Ok(_) => Some(text),
            Err(date::DateError::OutOfRange) => {
                self.note(value.span(), ProblemKind::DateOutOfRange);
                None
            }
            Err(_) => {
                self.note(value.span(), ProblemKind::NotAPeriod { text });
                None
            }
        }
    }

    /// A wording in one or two languages: plain text, or `{ en, zh, translated }`.
    pub fn local_text(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        limit: TextLimit,
    ) -> Option<LocalText> {
        let table = match value.get_ref() {
            DeValue::String(_) => {
                return self.full_text(key, value, limit).map(|text| LocalText::plain(&text));
            }
            DeValue::Table(table) => table,
            _ => return self.wrong_type(key, value, Type::TextOrTable),
        };
        let mut wording = LocalText::default();
        let mut stated = false;
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "en" => (wording.en, stated) = (self.full_text("en", value, limit), true),
                "zh" => (wording.zh, stated) = (self.full_text("zh", value, limit), true),
                "translated" => {
                    self.items("translated", value, |reader, item| {
                        let language = reader.text("translated", item, SHORT)?;
                        match language.as_str() {
                            "en" => wording.en_translated = true,
                            "zh" => wording.zh_translated = true,
                            _ => reader.unknown_word("translated", item, language, vec!["en", "zh"]),
                        }
                        Some(())
                    });
                }
                _ => self.unknown_key(name, &["en", "zh", "translated"]),
            }
        }
        if !stated {
            self.note(value.span(), ProblemKind::EmptyText { key });
        }
        Some(wording)
    }

    /// A whole number; one too large for any use is as good as the largest.
    pub fn whole(&mut self, key: &'static str, value: &Value<'_>) -> Option<i64> {
        match value.get_ref().as_integer() {
            Some(number) => Some(i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX)),
            None => self.wrong_type(key, value, Type::Integer),
        }
    }

    /// A word that stands for one of a few things.
    pub fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        value: &Value<'_>,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(key, value, LONG)?;
        let known = words.iter().find(|(word, _)| *word == text).map(|(_, meant)| *meant);
        if known.is_none() {
            let allowed = words.iter().map(|(word, _)| *word).collect();
            self.unknown_word(key, value, text, allowed);
        }
        known
    }

    /// A label that rules count by.
    pub fn category(&mut self, key: &'static str, value: &Value<'_>) -> Option<Category> {
        let text = self.full_text(key, value, SHORT)?;
        let category = Category::new(&text);
        if category.is_none() {
            self.note(value.span(), ProblemKind::NotAnId { key, text });
        }
        category
    }

    /// A web address. Something else is noted, but kept: it may be of use to a person.
    pub fn url(&mut self, key: &'static str, value: &Value<'_>) -> Option<String> {
        let url = self.text(key, value, LONG)?;
        let web = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
        if !url.is_empty() && (!web || url.contains(char::is_whitespace)) {
            self.note(value.span(), ProblemKind::NotAWebAddress);
        }
        Some(url)
    }

    pub fn table<'v, 'a>(&mut self, key: &'static str, value: &'v Value<'a>) -> Option<&'v DeTable<'a>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => self.wrong_type(key, value, Type::Table),
        }
    }

    /// `[[key]]`, one table after the other.
    pub fn tables<'v, 'a>(&mut self, key: &'static str, value: &'v Value<'a>) -> Option<&'v DeArray<'a>> {
        match value.get_ref() {
            DeValue::Array(tables) => Some(tables),
            _ => self.wrong_type(key, value, Type::Tables),
        }
    }
}

pub(in crate::store) fn type_of(value: &DeValue<'_>) -> Type {
    match value {
        DeValue::String(_) => Type::Text,
        DeValue::Integer(_) => Type::Integer,
        DeValue::Float(_) => Type::Decimal,
        DeValue::Boolean(_) => Type::Boolean,
        DeValue::Datetime(_) => Type::Date,
        DeValue::Array(_) => Type::List,
        DeValue::Table(_) => Type::Table,
    }
}

fn exceeds(text: &str, limit: TextLimit) -> bool {
    match limit {
        // A text of few bytes cannot have many characters: counting them is for the rare rest.
        TextLimit::Characters(most) => text.len() > most && text.chars().count() > most,
        TextLimit::Bytes(most) => text.len() > most,
    }
}

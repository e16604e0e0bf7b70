//! The keys of one TOML table as typed values. A mistake is noted with its place, once.

use super::problem::{Expected, RecordProblem, RecordProblemKind as Kind};
use super::source::Source;
use crate::domain::date::parse_iso;
use crate::domain::profile::MONTHS;
use crate::domain::vocabulary::Word;
use crate::domain::{Amount, Date};
use crate::store::catalog::Severity;
use crate::store::reading::suggest::nearest;
use jiff::Timestamp;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A reader of one table. What is wrong with a key that decides what counts is an error; with
/// the others it is a warning, and the key is left out.
pub(super) struct Fields<'a> {
    source: &'a Source,
    table: &'a DeTable<'a>,
    /// Of the whole table, for what is missing.
    span: Range<usize>,
    pub(super) problems: Vec<RecordProblem>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(source: &'a Source, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self { source, table, span, problems: Vec::new() }
    }

    pub(super) fn failed(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// Where a key's value stands; the table where there is none.
    pub(super) fn span(&self, key: &str) -> Range<usize> {
        self.get(key).map_or(self.span.clone(), Spanned::span)
    }

    pub(super) fn error(&mut self, key: &str, kind: Kind) {
        let problem = self.source.error(self.span(key), kind);
        self.problems.push(problem);
    }

    pub(super) fn warning(&mut self, key: &str, kind: Kind) {
        let problem = self.source.warning(self.span(key), kind);
        self.problems.push(problem);
    }

    /// Turns what was noted since `from` into warnings: the key does not decide what counts.
    fn soften(&mut self, from: usize) {
        for problem in self.problems.iter_mut().skip(from) {
            problem.severity = Severity::Warning;
        }
    }

    /// Runs a reader of a key that does not decide what counts.
    pub(super) fn minor<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = self.problems.len();
        let value = read(self);
        self.soften(from);
        value
    }

    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'static str) -> Option<T>,
    ) -> Option<T> {
        if self.get(key).is_none() {
            self.error(key, Kind::MissingKey(key));
            return None;
        }
        read(self, key)
    }

    /// Whether the schema is one that this version reads; a missing one counts as the first.
    pub(super) fn schema(&mut self) -> bool {
        match self.get("schema").map(Spanned::get_ref) {
            None => {
                let problem = self.source.warning(0..0, Kind::NoSchema);
                self.problems.push(problem);
                true
            }
            Some(DeValue::Integer(number)) if number.radix() == 10 && number.as_str() == "1" => true,
            Some(DeValue::Integer(number)) => {
                self.error("schema", Kind::NewerSchema(number.to_string()));
                false
            }
            Some(_) => {
                self.error("schema", Kind::WrongType { key: "schema", expected: Expected::Number });
                false
            }
        }
    }

    /// Whether [`Fields::schema`] has found a newer one.
    pub(super) fn is_newer(&self) -> bool {
        self.problems.iter().any(|problem| matches!(problem.kind, Kind::NewerSchema(_)))
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        match self.get(key)?.get_ref() {
            DeValue::String(text) => Some(text.clone().into_owned()),
            _ => self.wrong(key, Expected::Text),
        }
    }

    pub(super) fn id<T>(&mut self, key: &'static str, make: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text(key)?;
        let id = make(&text);
        if id.is_none() {
            self.error(key, Kind::NotAnId { key, found: text });
        }
        id
    }

    pub(super) fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        let text = self.text(key)?;
        let word = W::from_word(&text);
        if word.is_none() {
            let allowed = W::ALL.iter().map(|word| word.word()).collect();
            self.error(key, Kind::Word { key, found: text, allowed });
        }
        word
    }

    /// An amount from the digits that stand in the file, never through a binary fraction.
    pub(super) fn amount(&mut self, key: &'static str) -> Option<Amount> {
        let digits = match self.get(key)?.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => return self.wrong(key, Expected::Number),
        };
        match Amount::parse_positive(digits.strip_prefix('+').unwrap_or(digits)) {
            Ok(amount) => Some(amount),
            Err(error) => {
                self.error(key, Kind::Amount { key, error });
                None
            }
        }
    }

    /// A TOML date, or the same as a text, which people write as often.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let text = match self.get(key)?.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.to_string(),
            DeValue::String(text) => text.clone().into_owned(),
            _ => return self.wrong(key, Expected::Date),
        };
        match parse_iso(&text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.error(key, Kind::Date { key, error });
                None
            }
        }
    }

    pub(super) fn moment(&mut self, key: &'static str) -> Option<Timestamp> {
        let moment = match self.get(key)?.get_ref() {
            DeValue::Datetime(moment) => moment.to_string().parse().ok(),
            _ => None,
        };
        moment.or_else(|| self.wrong(key, Expected::Moment))
    }

    /// A whole number of months within the bounds of a personal date.
    pub(super) fn months(&mut self, key: &'static str) -> Option<i16> {
        let months = match self.get(key)?.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => return self.wrong(key, Expected::Number),
        };
        let months = months.filter(|months| MONTHS.contains(months));
        if months.is_none() {
            self.error(key, Kind::Months);
        }
        months
    }

    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        match self.get(key)?.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong(key, Expected::Flag),
        }
    }

    /// Notes keys that mean nothing here. They are kept, and have no effect.
    pub(super) fn unknown(&mut self, known: &'static [&'static str]) {
        for key in self.table.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            let found = key.get_ref().to_string();
            let near = nearest(&found, known.iter().copied());
            self.problems.push(self.source.warning(key.span(), Kind::UnknownKey { found, near }));
        }
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let texts = match self.get(key)?.get_ref() {
            DeValue::Array(values) => {
                values.iter().map(|value| value.get_ref().as_str().map(str::to_owned)).collect()
            }
            _ => None,
        };
        texts.or_else(|| self.wrong(key, Expected::Texts))
    }

    pub(super) fn wrong<T>(&mut self, key: &'static str, expected: Expected) -> Option<T> {
        self.error(key, Kind::WrongType { key, expected });
        None
    }
}

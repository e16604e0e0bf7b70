//! The query language on hours entries, for `tuition log list`: the same grammar, and of the fields
//! those that say something about an entry.
//!
//! A word is looked for as it stands in title, provider and note: entries are few, and a list of
//! proof that holds what was not asked for is of no use. Dates are the day of the entry, hours are
//! in the unit in which they were entered.

use super::fold::fold;
use super::phrase::Phrase;
use crate::domain::vocabulary::{Outcome, Word};
use crate::domain::{Date, Entry};
use crate::query::{DONE, Expr, Field, Pattern, Presence, Query, QueryError, QueryErrorKind, Test};
use std::ops::Range;

/// What of the language says something about entries, as it is written.
pub const FIELDS: &[&str] =
    &["title", "provider", "category", "form", "unit", "status", "hours", "on", "date", "has", "no"];
/// What an entry may have.
const PRESENT: [Presence; 3] = [Presence::Evidence, Presence::Note, Presence::Url];

/// A query that can be asked of entries.
#[derive(Debug)]
pub struct EntryFilter {
    filter: Option<Expr>,
}

impl EntryFilter {
    /// Reads a query; an empty one keeps every entry.
    ///
    /// # Errors
    /// What is no query, and a field that says nothing about entries.
    pub fn parse(text: &str, today: Date) -> Result<Self, QueryError> {
        let Query { filter, sort, limit } = crate::query::parse(text, today)?;
        for (name, stands) in [("sort", !sort.is_empty()), ("limit", limit.is_some())] {
            if stands {
                return Err(QueryError::new(place(text, name), QueryErrorKind::NotOfEntries { name }));
            }
        }
        filter.as_ref().map_or(Ok(()), check)?;
        Ok(Self { filter })
    }

    pub fn keeps(&self, entry: &Entry) -> bool {
        self.filter.as_ref().is_none_or(|expr| holds(expr, entry))
    }
}

/// Where a key of the order stands; it leaves nothing of itself in the filter.
fn place(text: &str, name: &str) -> Range<usize> {
    let lower = text.to_ascii_lowercase();
    let colon = [":", "："].iter().find_map(|colon| lower.find(&format!("{name}{colon}")));
    colon.map_or(0..text.len(), |at| at..at + name.len())
}

fn check(expr: &Expr) -> Result<(), QueryError> {
    let (span, test) = match expr {
        Expr::And(parts) | Expr::Or(parts) => return parts.iter().try_for_each(check),
        Expr::Not(inner) => return check(inner),
        Expr::Term(term) => (&term.span, &term.test),
    };
    let fail = |kind| Err(QueryError::new(span.clone(), kind));
    let unknown = |name, value: &str, allowed| {
        fail(QueryErrorKind::UnknownValue { name, value: value.to_owned(), suggestion: None, allowed })
    };
    match test {
        Test::Word(_) => Ok(()),
        Test::Choice(Field::Status, values) => match values.iter().find(|value| !is_outcome(value)) {
            Some(value) => unknown("status", value, outcomes().collect()),
            None => Ok(()),
        },
        Test::Text(field, _) | Test::Choice(field, _) | Test::Number(field, ..) | Test::Dates(field, ..) => {
            match field.word() {
                word if FIELDS.contains(&word) => Ok(()),
                name => fail(QueryErrorKind::NotOfEntries { name }),
            }
        }
        Test::Is(_) => fail(QueryErrorKind::NotOfEntries { name: "is" }),
        // Views are of courses.
        Test::View(_) => fail(QueryErrorKind::NotOfEntries { name: "@" }),
        Test::Has(what) if PRESENT.contains(what) => Ok(()),
        Test::Has(what) => unknown("has", what.word(), PRESENT.iter().map(|what| what.word()).collect()),
    }
}

fn outcomes() -> impl Iterator<Item = &'static str> {
    Outcome::ALL.iter().map(|outcome| outcome.word()).chain([DONE])
}

fn is_outcome(value: &str) -> bool {
    outcomes().any(|word| word == value)
}

fn holds(expr: &Expr, entry: &Entry) -> bool {
    match expr {
        Expr::And(parts) => parts.iter().all(|part| holds(part, entry)),
        Expr::Or(parts) => parts.iter().any(|part| holds(part, entry)),
        Expr::Not(inner) => !holds(inner, entry),
        Expr::Term(term) => test(&term.test, entry),
    }
}

/// Fields that [`check`] refuses keep nothing.
fn test(test: &Test, entry: &Entry) -> bool {
    let provider = entry.provider.as_deref();
    match test {
        Test::Word(pattern) => {
            let texts = [Some(entry.title.as_str()), provider, entry.note.as_deref()];
            texts.into_iter().flatten().any(|text| stands(pattern, text))
        }
        Test::Text(Field::Title, patterns) => patterns.iter().any(|pattern| stands(pattern, &entry.title)),
        Test::Text(Field::Provider, patterns) => {
            provider.is_some_and(|text| patterns.iter().any(|pattern| stands(pattern, text)))
        }
        Test::Choice(field, values) => values.iter().any(|value| is(*field, value, entry)),
        Test::Number(Field::Hours, low, high) => {
            low.is_none_or(|low| entry.amount >= low) && high.is_none_or(|high| entry.amount <= high)
        }
        Test::Dates(Field::On | Field::Date, first, last) => {
            first.is_none_or(|first| entry.date >= first) && last.is_none_or(|last| entry.date <= last)
        }
        Test::Has(Presence::Evidence) => !entry.evidence.is_empty(),
        Test::Has(Presence::Note) => entry.note.is_some(),
        Test::Has(Presence::Url) => entry.url.is_some(),
        Test::Text(..) | Test::Number(..) | Test::Dates(..) | Test::Has(_) | Test::Is(_) | Test::View(_) => {
            false
        }
    }
}

fn is(field: Field, value: &str, entry: &Entry) -> bool {
    match field {
        Field::Category => entry.categories.iter().any(|it| it.as_str().eq_ignore_ascii_case(value)),
        Field::Form => entry.form.is_some_and(|form| form.word() == value),
        Field::Unit => entry.unit.word() == value,
        Field::Status if value == DONE => entry.outcome.earns(),
        Field::Status => entry.outcome.word() == value,
        _ => false,
    }
}

fn stands(pattern: &Pattern, text: &str) -> bool {
    Phrase::new(pattern).quality(&fold(text)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hours::Evidence;
    use crate::domain::hours::tests::entry;
    use crate::domain::vocabulary::{Category, Form, Unit};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 21);

    fn entries() -> [Entry; 3] {
        let ethics = Entry {
            title: "Ethics of Bridges".to_owned(),
            provider: Some("Ponts et Chaussées".to_owned()),
            categories: Category::new("ethics").into_iter().collect(),
            form: Some(Form::Seminar),
            evidence: vec![Evidence { sha256: "ab".repeat(32), name: "a.pdf".to_owned() }],
            ..entry("a")
        };
        let paper = Entry {
            title: "数字经济".to_owned(),
            date: date(2026, 11, 1),
            unit: Unit::ClassHour,
            outcome: Outcome::Passed,
            note: Some("left early".to_owned()),
            ..entry("b")
        };
        let failed = Entry {
            outcome: Outcome::Failed,
            url: Some("https://example.org".to_owned()),
            amount: crate::domain::Amount::whole(2),
            ..entry("c")
        };
        [ethics, paper, failed]
    }

    fn kept(query: &str) -> String {
        let filter = EntryFilter::parse(query, TODAY).unwrap();
        entries()
            .iter()
            .filter(|entry| filter.keeps(entry))
            .map(|entry| entry.id.as_str().to_owned())
            .collect()
    }

    #[test]
    fn what_is_asked_for_is_kept_and_nothing_else() {
        for (query, expected) in [
            ("", "abc"),
            ("bridges", "a"),
            ("chaussees", "a"),
            ("early", "b"),
            ("数字", "b"),
            // No letters in any order, as among courses.
            ("etbr", ""),
            ("title:early", ""),
            ("provider:ponts", "a"),
            ("^ethics", "a"),
            ("category:ethics,technical", "a"),
            ("form:seminar", "a"),
            ("unit:class-hour", "b"),
            ("status:done", "ab"),
            ("status:completed", "a"),
            ("status:failed,passed", "bc"),
            ("hours:<8", "c"),
            ("hours:8", "ab"),
            ("on:2026-11", "b"),
            ("on:<30d", "b"),
            ("date:2026-05-20", "ac"),
            ("date:>2026-05-20", "b"),
            ("has:evidence", "a"),
            ("no:evidence", "bc"),
            ("has:note", "b"),
            ("has:url", "c"),
            ("no:evidence -early", "c"),
            ("bridges | early", "ab"),
            ("-(bridges | early)", "c"),
        ] {
            assert_eq!(kept(query), expected, "{query}");
        }
    }

    #[test]
    fn what_says_nothing_about_entries_is_refused_at_its_place() {
        let refused = |text: &str| {
            let error = EntryFilter::parse(text, TODAY).unwrap_err();
            let place = text.get(error.span.clone()).unwrap().to_owned();
            (place, error.kind)
        };
        for (text, place, name) in [
            ("bridges -level:advanced", "level:advanced", "level"),
            ("a | (fills:pmi-pmp b)", "fills:pmi-pmp", "fills"),
            ("is:done", "is:done", "is"),
            ("due:<30d", "due:<30d", "due"),
            ("bridges -@short", "@short", "@"),
            ("经济 sort：hours", "sort", "sort"),
            ("a limit:3", "limit", "limit"),
        ] {
            assert_eq!(refused(text), (place.to_owned(), QueryErrorKind::NotOfEntries { name }));
        }
        for text in ["status:planned", "has:chinese", "no:prereq"] {
            let (place, kind) = refused(text);
            assert!(matches!(kind, QueryErrorKind::UnknownValue { .. }), "{text}: {kind:?}");
            assert_eq!(place, text);
        }
    }
}

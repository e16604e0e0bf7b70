//! What has been recorded before, for rules that multiply only the first time: a course taught
//! again, or what has the same title, is no first time.

use super::convert::convert;
use super::rule::{Label, Rule};
use super::tally::Study;
use crate::domain::vocabulary::Form;
use crate::domain::{Course, CourseId, Entry};
use std::collections::HashSet;

/// Courses and titles by the form they were done in; empty for a rule that looks at no first time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(HashSet<(What, Option<Form>)>);

/// Two entries that both name a course are told apart by it. Where one names none, titles decide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum What {
    Course(CourseId),
    /// Of any entry.
    Title(String),
    /// Of an entry that names no course.
    TitleAlone(String),
}

impl Seen {
    /// Whether an entry is the first of its kind; remembers it if it gives anything.
    pub fn entry(&mut self, rule: &Rule, entry: &Entry) -> bool {
        let gives =
            |study: &Study| convert(rule, study).is_some_and(|converted| !converted.rounded.is_zero());
        if !looks_at(rule, entry.form) || !rule.counts(entry.outcome) || !gives(&Study::of_entry(entry, true))
        {
            return true;
        }
        self.is_first(entry.course.as_ref(), &[&entry.title], entry.form)
    }

    /// The same for a course that is not recorded yet, by any of its titles.
    pub fn course(&mut self, rule: &Rule, course: &Course) -> bool {
        if !looks_at(rule, course.form) {
            return true;
        }
        let (title, other) = course.title.in_order(false);
        self.is_first(Some(&course.id), &[title, other.unwrap_or(title)], course.form)
    }

    fn is_first(&mut self, course: Option<&CourseId>, titles: &[&str], form: Option<Form>) -> bool {
        let titles: Vec<String> = titles.iter().map(|title| folded(title)).collect();
        let seen = |what| self.0.contains(&(what, form));
        let before = match course {
            Some(id) => {
                seen(What::Course(id.clone()))
                    || titles.iter().any(|title| seen(What::TitleAlone(title.clone())))
            }
            None => titles.iter().any(|title| seen(What::Title(title.clone()))),
        };
        self.0.extend(course.map(|id| (What::Course(id.clone()), form)));
        for title in titles {
            if course.is_none() {
                self.0.insert((What::TitleAlone(title.clone()), form));
            }
            self.0.insert((What::Title(title), form));
        }
        !before
    }
}

/// Whether it matters to the rule that something is done in this form for the first time.
pub fn looks_at(rule: &Rule, form: Option<Form>) -> bool {
    rule.multipliers.iter().any(|multiplier| match multiplier.label {
        Label::Form(wanted) => multiplier.first_time && form == Some(wanted),
        Label::Category(_) => multiplier.first_time,
    })
}

/// A title without the differences that typing makes: case and blanks.
fn folded(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

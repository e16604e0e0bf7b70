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
        if !looks_at(rule, entry.form) {
            return true;
        }
        let gives =
            |study: &Study| convert(rule, study).is_some_and(|converted| !converted.rounded.is_zero());
        let titles = [folded(&entry.title)];
        let first = self.is_first(entry.course.as_ref(), &titles, entry.form);
        if rule.counts(entry.outcome) && gives(&Study::of_entry(entry, first)) {
            self.remember(entry.course.as_ref(), titles, entry.form);
        }
        first
    }

    /// The same for a course that is not recorded yet, by any of its titles.
    pub fn course(&mut self, rule: &Rule, course: &Course) -> bool {
        if !looks_at(rule, course.form) {
            return true;
        }
        let (title, other) = course.title.in_order(false);
        let titles = [folded(title), folded(other.unwrap_or(title))];
        let first = self.is_first(Some(&course.id), &titles, course.form);
        self.remember(Some(&course.id), titles, course.form);
        first
    }

    fn is_first(&self, course: Option<&CourseId>, titles: &[String], form: Option<Form>) -> bool {
        let seen = |what| self.0.contains(&(what, form));
        !match course {
            Some(id) => {
                seen(What::Course(id.clone()))
                    || titles.iter().any(|title| seen(What::TitleAlone(title.clone())))
            }
            None => titles.iter().any(|title| seen(What::Title(title.clone()))),
        }
    }

    fn remember<const N: usize>(
        &mut self,
        course: Option<&CourseId>,
        titles: [String; N],
        form: Option<Form>,
    ) {
        self.0.extend(course.map(|id| (What::Course(id.clone()), form)));
        for title in titles {
            if course.is_none() {
                self.0.insert((What::TitleAlone(title.clone()), form));
            }
            self.0.insert((What::Title(title), form));
        }
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

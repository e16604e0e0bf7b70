//! Two to four courses side by side: which, what is said of each, and where they differ.

use super::gap::counts_toward;
use super::model::Model;
use super::scroll::Scroll;
use crate::domain::course::Session;
use crate::domain::{Course, CourseId};
use crate::locale::{Say, vocabulary};
use std::ops::RangeInclusive;

/// So many can be compared: one alone is read in full, and more than four are a list.
pub const HOW_MANY: RangeInclusive<usize> = 2..=4;

/// From this width on, the courses stand side by side; below, one under the other in every row.
pub const SIDE_BY_SIDE: u16 = 76;
/// Columns of the labels, and the least that a course has beside others.
pub const LABEL: usize = 14;
pub const COLUMN: usize = 24;

#[derive(Clone, Debug)]
pub struct Compare {
    pub courses: Vec<CourseId>,
    /// Whether rows in which all say the same are left out.
    pub only_differing: bool,
    pub scroll: Scroll,
    /// The first course on the screen where there is no room for all.
    pub across: usize,
}

/// One field of every course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub label: String,
    /// In the order of the courses; `None` where the source states nothing.
    pub cells: Vec<Option<String>>,
}

impl Row {
    /// Whether the courses do not all say the same.
    pub fn differs(&self) -> bool {
        self.cells.iter().any(|cell| Some(cell) != self.cells.first())
    }
}

impl Compare {
    pub fn new(courses: Vec<CourseId>) -> Self {
        Self { courses, only_differing: false, scroll: Scroll::default(), across: 0 }
    }

    /// The courses that are still in the catalog.
    pub fn found<'a>(&self, model: &'a Model) -> Vec<&'a Course> {
        self.courses.iter().filter_map(|id| model.library.catalog.get(id)).collect()
    }

    /// The rows to show. A field that no course states has none.
    pub fn rows(&self, model: &Model) -> Vec<Row> {
        let mut rows = fields(model, &self.found(model));
        rows.retain(|row| !self.only_differing || row.differs());
        rows
    }

    /// Moves by a course to the side, as far as there is one that is not on the screen.
    pub fn step_across(&mut self, by: isize, width: u16) {
        let shown = side_by_side(usize::from(width), self.courses.len());
        let last = self.courses.len().saturating_sub(shown);
        self.across = self.across.saturating_add_signed(by).min(last);
    }
}

/// How many of so many courses stand side by side in a width.
pub fn side_by_side(width: usize, courses: usize) -> usize {
    // The labels, and what says that a row differs.
    let room = width.saturating_sub(LABEL + 16);
    (room / COLUMN).clamp(1, courses.max(1))
}

fn fields(model: &Model, courses: &[&Course]) -> Vec<Row> {
    let (lang, words) = (model.lang, model.lang.words());
    let chinese = lang.is_chinese();
    let comma = lang.either(", ", "、");
    let catalog = &model.library.catalog;
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let mut rows = Vec::new();
    let mut row = |label: &str, said: &dyn Fn(&Course) -> Option<String>| {
        let cells: Vec<_> = courses.iter().map(|course| said(course)).collect();
        if cells.iter().any(Option::is_some) {
            rows.push(Row { label: label.to_owned(), cells });
        }
    };
    row(words.title, &|course| some(course.title.in_order(chinese).0.to_owned()));
    row(words.other_title, &|course| course.title.in_order(chinese).1.map(str::to_owned));
    row(words.state, &|course| {
        let state = model.progress.of(&course.id).map(|state| state.say(lang));
        Some(state.unwrap_or_else(|| words.not_planned.to_owned()))
    });
    row(words.length, &|course| {
        course.hours.as_ref().map(|hours| vocabulary::hours(lang, Some(hours), course.unit))
    });
    for standing in &model.requirements.standings {
        let id = standing.id.as_str();
        row(id, &|course| {
            let change = counts_toward(model, course).into_iter().find(|(rule, _)| rule == id);
            Some(change.map_or_else(|| words.adds_nothing.to_owned(), |(_, change)| change))
        });
    }
    row(words.counts_as, &|course| {
        let names: Vec<String> = course.categories.iter().map(|category| category.say(lang)).collect();
        some(names.join(comma))
    });
    row(words.prerequisites, &|course| {
        let asked = model.progress.prerequisites(course).map(|(id, state)| {
            let title = catalog.get(id).map_or(id.as_str(), |course| course.title.wording(chinese));
            format!("{}{}{title}", state.say(lang), lang.either(": ", "："))
        });
        let asked: Vec<String> = asked.collect();
        Some(if asked.is_empty() { words.none.to_owned() } else { asked.join(lang.either("; ", "；")) })
    });
    row(words.track, &|course| {
        let track = course.track.as_deref()?;
        let title = catalog.track(track).map(|track| track.title.wording(chinese));
        Some(title.unwrap_or(track).to_owned())
    });
    row(words.topics, &|course| some(course.topics.join(comma)));
    row(words.level, &|course| course.level.map(|level| level.say(lang)));
    row(words.grade, &|course| course.grade.map(|grade| grade.say(lang)));
    row(words.delivery, &|course| course.delivery.map(|delivery| delivery.say(lang)));
    row(words.form, &|course| course.form.map(|form| form.say(lang)));
    row(words.language, &|course| course.language.as_ref().map(|code| vocabulary::language(lang, code)));
    row(words.provider, &|course| course.provider.clone());
    row(words.instructors, &|course| some(course.instructors.join(comma)));
    row(words.sessions, &|course| {
        let dates: Vec<String> = course.sessions.iter().filter_map(when_and_where).collect();
        some(dates.join(lang.either("; ", "；")))
    });
    row(words.assessment, &|course| course.assessment.clone());
    row(words.credential, &|course| course.credential.clone());
    row(words.url, &|course| course.url.clone());
    row(words.facts_as_of, &|course| course.facts_as_of.clone());
    row(words.id, &|course| Some(course.id.to_string()));
    rows
}

fn when_and_where(session: &Session) -> Option<String> {
    let days = match (session.start, session.end) {
        (Some(start), Some(end)) if start != end => Some(format!("{start} – {end}")),
        (Some(day), _) | (None, Some(day)) => Some(day.to_string()),
        (None, None) => None,
    };
    let parts: Vec<String> = days.into_iter().chain(session.place.clone()).collect();
    Some(parts.join(" ")).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_differs_where_one_says_something_else_or_nothing() {
        let row = |cells: &[Option<&str>]| Row {
            label: String::new(),
            cells: cells.iter().map(|cell| cell.map(str::to_owned)).collect(),
        };
        assert!(!row(&[Some("8 h"), Some("8 h")]).differs());
        assert!(row(&[Some("8 h"), Some("8 h"), Some("9 h")]).differs());
        assert!(row(&[Some("8 h"), None]).differs());
        assert!(!row(&[None, None]).differs());
    }

    #[test]
    fn sideways_stops_at_the_last_course() {
        let ids = ["a", "b", "c", "d"].map(|id| CourseId::new(id).unwrap());
        let mut compare = Compare::new(ids.to_vec());
        assert_eq!((side_by_side(120, 4), side_by_side(80, 4), side_by_side(300, 4)), (3, 2, 4));
        for _ in 0..9 {
            compare.step_across(1, 80);
        }
        assert_eq!(compare.across, 2);
        compare.step_across(-9, 80);
        assert_eq!(compare.across, 0);
    }
}

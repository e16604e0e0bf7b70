//! A course as a catalog states it. What the source does not state is absent, never guessed.

use super::vocabulary::{Category, Delivery, Form, Grade, Level, Unit};
use super::{Amount, CourseId, Date};
use std::path::PathBuf;
use std::sync::Arc;

/// A text in English, Chinese or both; at least one of them is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText {
    pub en: Option<String>,
    pub zh: Option<String>,
    /// Whether the English wording is the curator's, not the source's.
    pub en_translated: bool,
    /// Whether the Chinese wording is the curator's, not the source's.
    pub zh_translated: bool,
}

impl LocalText {
    /// A text in one language, told apart by its characters.
    pub fn plain(text: &str) -> Self {
        let text = text.to_owned();
        if text.chars().any(is_han) {
            Self { zh: Some(text), ..Self::default() }
        } else {
            Self { en: Some(text), ..Self::default() }
        }
    }

    /// The English wording where there is one, else the only one.
    pub fn primary(&self) -> &str {
        self.en.as_deref().or(self.zh.as_deref()).unwrap_or_default()
    }

    /// The wording for a reader: in their language where there is one.
    pub fn wording(&self, chinese: bool) -> &str {
        self.in_order(chinese).0
    }

    /// The wording to show first and, where it differs, the one to show second.
    pub fn in_order(&self, chinese_first: bool) -> (&str, Option<&str>) {
        let (first, second) = if chinese_first {
            (self.zh.as_deref(), self.en.as_deref())
        } else {
            (self.en.as_deref(), self.zh.as_deref())
        };
        match (first, second) {
            (Some(first), Some(second)) => (first, (first != second).then_some(second)),
            (Some(only), None) | (None, Some(only)) => (only, None),
            (None, None) => ("", None),
        }
    }
}

/// Whether a character is Han: the test for a Chinese wording.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The length that a source states, in the course's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatedHours {
    Exact(Amount),
    /// Theory and practice as stated; a stated total may exceed their sum (individual study).
    Split {
        theory: Amount,
        practice: Amount,
        total: Option<Amount>,
    },
    /// A range, or a lower bound where `max` is absent, and how the figure came about.
    Range {
        min: Amount,
        max: Option<Amount>,
        basis: Option<String>,
    },
}

impl StatedHours {
    /// The one figure for sorting, prefilling and JSON: the total, or the lower end of a range,
    /// so that nothing above what the source supports is ever suggested.
    pub fn nominal(&self) -> Amount {
        match self {
            Self::Exact(hours) => *hours,
            Self::Split { theory, practice, total } => total.unwrap_or(theory.plus(*practice)),
            Self::Range { min, .. } => *min,
        }
    }

    /// The lowest and highest figure that the statement allows; an open range has no highest.
    pub fn bounds(&self) -> (Amount, Option<Amount>) {
        match self {
            Self::Range { min, max, .. } => (*min, *max),
            _ => (self.nominal(), Some(self.nominal())),
        }
    }
}

/// One dated run of a course (schema.org CourseInstance). A batch may carry its three gates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub place: Option<String>,
    pub instructors: Vec<String>,
    pub note: Option<String>,
    pub gates: Gates,
}

/// "One batch of training, one batch of assessment, one batch of recognition": the three dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gates {
    pub training: Option<Date>,
    pub assessment: Option<Date>,
    pub recognition: Option<Date>,
}

/// Where a course is written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file as it was named to us; for the bundled catalog a name inside the program.
    pub file: Arc<PathBuf>,
    /// Line of the `[[course]]` header, from 1.
    pub line: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub id: CourseId,
    pub title: LocalText,
    /// Markdown.
    pub summary: Option<LocalText>,
    /// Id of a track; catalogs need not declare it.
    pub track: Option<String>,
    pub topics: Vec<String>,
    pub level: Option<Level>,
    pub grade: Option<Grade>,
    /// Id of a career stage.
    pub stage: Option<String>,
    pub delivery: Option<Delivery>,
    pub form: Option<Form>,
    /// `None`: the source states none.
    pub hours: Option<StatedHours>,
    pub unit: Unit,
    pub categories: Vec<Category>,
    pub instructors: Vec<String>,
    pub provider: Option<String>,
    /// BCP 47 code: `en`, `zh`.
    pub language: Option<String>,
    pub url: Option<String>,
    pub prerequisites: Vec<CourseId>,
    /// Where set, hours may count only once passed.
    pub assessment: Option<String>,
    pub credential: Option<String>,
    /// Where these facts come from.
    pub source: Option<String>,
    /// When the source stated them: `2020`, `2017-12` or `2026-11-21`.
    pub facts_as_of: Option<String>,
    /// Whether the curator saw the source; `None` where the catalog does not say.
    pub verified: Option<bool>,
    /// The curator's remark, shown to the reader.
    pub note: Option<String>,
    pub sessions: Vec<Session>,
    pub origin: Origin,
}

impl Course {
    /// A course of which nothing but identity and title is stated.
    pub fn new(id: CourseId, title: LocalText) -> Self {
        Self {
            id,
            title,
            summary: None,
            track: None,
            topics: Vec::new(),
            level: None,
            grade: None,
            stage: None,
            delivery: None,
            form: None,
            hours: None,
            unit: Unit::Hour,
            categories: Vec::new(),
            instructors: Vec::new(),
            provider: None,
            language: None,
            url: None,
            prerequisites: Vec::new(),
            assessment: None,
            credential: None,
            source: None,
            facts_as_of: None,
            verified: None,
            note: None,
            sessions: Vec::new(),
            origin: Origin::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_keeps_a_total_that_does_not_add_up() {
        let hours = StatedHours::Split {
            theory: Amount::whole(14),
            practice: Amount::whole(28),
            total: Some(Amount::whole(100)),
        };
        assert_eq!(hours.nominal(), Amount::whole(100));
    }

    #[test]
    fn titles_fall_back_to_the_wording_there_is() {
        let both = LocalText {
            en: Some("Leadership".to_owned()),
            zh: Some("领导力".to_owned()),
            ..LocalText::default()
        };
        assert_eq!(both.in_order(false), ("Leadership", Some("领导力")));
        assert_eq!(both.in_order(true), ("领导力", Some("Leadership")));
        assert_eq!(LocalText::plain("领导力").in_order(false), ("领导力", None));
        assert_eq!(LocalText::plain("领导力").primary(), "领导力");
    }
}

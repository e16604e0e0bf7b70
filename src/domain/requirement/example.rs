//! A pack's own cases: a small record, a day, and the figures that must come out.

use super::evaluate::{Subject, evaluate};
use super::part::State;
use super::period::NoPersonalDate;
use super::rule::Rule;
use crate::domain::course::LocalText;
use crate::domain::profile::TotalOverride;
use crate::domain::{Amount, Date, Entry, HoursRecord};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub title: LocalText,
    /// The personal date, for rules that need one.
    pub since: Option<Date>,
    /// A total in place of the rule's.
    pub total: Option<Amount>,
    pub as_of: Date,
    pub entries: Vec<Entry>,
    /// What the rule as a whole must come to.
    pub state: Option<State>,
    pub expect: Vec<Expected>,
    /// Line of the `[[example]]` header, from 1.
    pub line: usize,
}

/// The figures that one part must show; what is absent is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// A part's id: `total`, `ethics`.
    pub part: String,
    pub required: Option<Amount>,
    pub counted: Option<Amount>,
    pub carried: Option<Amount>,
    pub missing: Option<Amount>,
    pub state: Option<State>,
}

/// A figure that came out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The rule has no such part; these it has.
    NoSuchPart {
        part: String,
        known: Vec<String>,
    },
    Figure {
        part: String,
        figure: Figure,
        expected: Amount,
        found: Option<Amount>,
    },
    /// `None` for the rule as a whole.
    State {
        part: Option<String>,
        expected: State,
        found: State,
    },
    NoPersonalDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Required,
    Counted,
    Carried,
    Missing,
}

impl Example {
    /// Every figure that does not come out as the pack says; none means that it holds.
    pub fn run(&self, rule: &Rule) -> Vec<Mismatch> {
        let record = HoursRecord::new(self.entries.clone(), Vec::new());
        let totals: Vec<TotalOverride> =
            self.total.into_iter().map(|hours| TotalOverride { period: None, hours }).collect();
        let subject = Subject { rule, since: self.since, totals: &totals };
        let evaluation = match evaluate(&subject, &record, &[], self.as_of) {
            Ok(evaluation) => evaluation,
            Err(NoPersonalDate) => return vec![Mismatch::NoPersonalDate],
        };
        let mut wrong = Vec::new();
        for expected in &self.expect {
            let parts = evaluation.parts.iter();
            match parts.clone().find(|part| part.id.to_string() == expected.part) {
                None => {
                    let known = parts.map(|part| part.id.to_string()).collect();
                    wrong.push(Mismatch::NoSuchPart { part: expected.part.clone(), known });
                }
                Some(part) => expected.compare(part, &mut wrong),
            }
        }
        if let Some(expected) = self.state
            && expected != evaluation.state
        {
            wrong.push(Mismatch::State { part: None, expected, found: evaluation.state });
        }
        wrong
    }
}

impl Expected {
    fn compare(&self, part: &super::Part, wrong: &mut Vec<Mismatch>) {
        let figures = [
            (Figure::Required, self.required, part.required),
            (Figure::Counted, self.counted, Some(part.counted)),
            (Figure::Carried, self.carried, Some(part.carried)),
            (Figure::Missing, self.missing, part.missing()),
        ];
        for (figure, expected, found) in figures {
            if let Some(expected) = expected
                && found != Some(expected)
            {
                wrong.push(Mismatch::Figure { part: self.part.clone(), figure, expected, found });
            }
        }
        if let Some(expected) = self.state
            && expected != part.state
        {
            let part_id = Some(self.part.clone());
            wrong.push(Mismatch::State { part: part_id, expected, found: part.state });
        }
    }
}

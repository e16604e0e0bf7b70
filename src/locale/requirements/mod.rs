//! What the reader is told about requirements: the parts of a rule and how they stand, what a state
//! rests on, why an entry counts as it does, and why there may be no figures at all.
//!
//! All of it are clauses without a capital or a full stop, to stand in a cell, after a colon or on
//! a line. Figures are in the rule's unit, days are ISO dates, as everywhere in the program.

mod basis;
mod brief;
mod change;
mod examples;
mod parts;
mod plan;
mod reasons;
pub mod stated;
mod trouble;
mod validity;

pub use basis::basis;
pub use brief::{days_left, deciding, in_brief, state_in_brief};
pub use change::{change, change_in_brief, tried};
pub use examples::expectation;
pub use parts::{figures, part_name, part_state, period, planned};
pub use plan::{in_no_catalog, planned_reasons, would_add};
pub use reasons::{carried, reason};
pub use trouble::{Trouble, trouble};
pub use validity::outside_validity;

use super::{Lang, vocabulary};
use crate::domain::Amount;
use crate::domain::requirement::Rule;

/// An amount in the rule's unit.
fn in_unit(lang: Lang, rule: &Rule, amount: Amount) -> String {
    vocabulary::amount(lang, amount, rule.unit)
}

/// A stretch of time in months.
fn months(lang: Lang, count: u16) -> String {
    match (lang, count) {
        (Lang::En, 1) => "month".to_owned(),
        (Lang::En, count) => format!("{count} months"),
        (Lang::Zh, count) => format!("{count} 个月"),
    }
}

#[cfg(test)]
mod sample {
    //! A rule and a part to say things about.

    use crate::domain::course::LocalText;
    use crate::domain::requirement::rule::{Label, Maximum, Per, Reach, Threshold};
    use crate::domain::requirement::{Basis, Part, PartId, PartKind, Period, Rule, State};
    use crate::domain::vocabulary::{Category, Form, Unit};
    use crate::domain::{Amount, RuleId};
    use jiff::civil::date;

    pub fn category(word: &str) -> Label {
        Label::Category(Category::new(word).unwrap())
    }

    pub fn rule() -> Rule {
        let id = RuleId::new("pmi-pmp").unwrap();
        let mut rule = Rule::new(id, LocalText::plain("PMP"), Unit::Pdu, Some(Amount::whole(60)));
        let cap = |label, hours, per| Maximum { label, amount: Threshold::Hours(Amount::whole(hours)), per };
        rule.maximums = vec![
            cap(Some(category("giving-back")), 25, Reach::Span(Per::Period)),
            cap(Some(Label::Form(Form::SelfStudy)), 5, Reach::Span(Per::Year)),
            cap(None, 8, Reach::Entry),
        ];
        rule
    }

    pub fn part(required: u64, counted: u64) -> Part {
        Part {
            id: PartId { label: None, year: None },
            kind: PartKind::Total,
            label: None,
            place: None,
            span: Period { start: date(2026, 1, 1), end: date(2026, 12, 31) },
            required: Some(Amount::whole(required)),
            counted: Amount::whole(counted),
            carried: Amount::ZERO,
            planned: Amount::ZERO,
            soft: false,
            state: State::AtRisk,
            basis: Basis::Enough,
        }
    }
}

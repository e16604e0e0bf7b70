//! The form of a planned course: target date, why it was chosen, a note, whether it was given up.

use super::form::{Choice, Fault, FieldName, Form, Purpose, choice, text};
use crate::domain::date::parse_typed;
use crate::domain::{Date, Operation, PlanItem};

pub fn open(item: &PlanItem) -> Form {
    let by = item.by.map(|date| date.to_string()).unwrap_or_default();
    let withdrawn = if item.withdrawn.is_some() { Choice::Yes } else { Choice::No };
    Form {
        purpose: Purpose::PlanItem { old: Box::new(item.clone()) },
        subject: item.title.clone(),
        fields: vec![
            text(FieldName::TargetDate, &by),
            text(FieldName::Why, item.why.as_deref().unwrap_or_default()),
            text(FieldName::Note, item.note.as_deref().unwrap_or_default()),
            choice(FieldName::Withdrawn, vec![Choice::No, Choice::Yes], withdrawn),
        ],
        counted: Vec::new(),
        focus: 0,
        touched: false,
        tried: false,
    }
}

pub fn check(form: &mut Form, today: Date) {
    let target = form.text(FieldName::TargetDate);
    let fault = match target {
        "" => None,
        text => parse_typed(text, today).err().map(Fault::Date),
    };
    for field in &mut form.fields {
        field.fault = if field.name == FieldName::TargetDate { fault.clone() } else { None };
    }
}

/// The edit that a form without faults stands for.
pub fn operation(form: &Form, item: &PlanItem, today: Date) -> Option<Operation> {
    let by = match form.text(FieldName::TargetDate) {
        "" => None,
        text => Some(parse_typed(text, today).ok()?),
    };
    let withdrawn = match form.choice(FieldName::Withdrawn) {
        Choice::Yes => Some(item.withdrawn.unwrap_or(today)),
        _ => None,
    };
    Some(Operation::PlanEdit(PlanItem {
        by,
        why: form.stated(FieldName::Why),
        note: form.stated(FieldName::Note),
        withdrawn,
        ..item.clone()
    }))
}

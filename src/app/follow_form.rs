//! The form that asks for the person's own date where a pack's periods count from one.

use super::form::{Fault, FieldName, Form, Purpose, text};
use crate::domain::date::{DateError, parse_typed};
use crate::domain::profile::{Following, Since};
use crate::domain::{Date, Operation, Rule, RuleId};

/// `since` is the date that holds now, if there is one.
pub fn open(rule: &Rule, old: Option<&Following>, since: Option<Date>, chinese: bool) -> Form {
    let since = since.map(|day| day.to_string()).unwrap_or_default();
    Form {
        purpose: Purpose::Follow { rule: rule.id.clone(), old: old.cloned().map(Box::new) },
        subject: rule.title.in_order(chinese).0.to_owned(),
        fields: vec![text(FieldName::Since, &since)],
        counted: Vec::new(),
        focus: 0,
        touched: false,
        tried: false,
    }
}

/// A date that is not there yet is a fault only once saving was tried.
pub fn check(form: &mut Form, today: Date) {
    let error = parse_typed(form.text(FieldName::Since), today).err();
    let error = error.filter(|error| form.tried || *error != DateError::Empty);
    for field in &mut form.fields {
        field.fault = error.map(Fault::Date);
    }
}

/// Follows the rule from that date on; what else is known of how it binds stays.
pub fn operation(form: &Form, rule: &RuleId, old: Option<&Following>, today: Date) -> Option<Operation> {
    let since = parse_typed(form.text(FieldName::Since), today).ok()?;
    let following = old.cloned().unwrap_or_else(|| Following::new(rule.clone()));
    Some(Operation::Follow(Following { since: Some(Since::On(since)), ..following }))
}

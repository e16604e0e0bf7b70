//! The form that names the query: one field.

use super::form::{Fault, FieldName, Form, Purpose, text};
use crate::domain::{Operation, SavedView, SavedViews, ViewName};

/// `name` is what the query is saved as already, if it is.
pub fn open(query: &str, name: Option<&ViewName>) -> Form {
    Form {
        purpose: Purpose::SaveView { query: query.trim().to_owned(), warned: None },
        subject: query.trim().to_owned(),
        fields: vec![text(FieldName::ViewName, name.map_or("", ViewName::as_str))],
        counted: Vec::new(),
        focus: 0,
        touched: false,
        tried: false,
    }
}

/// A name that is not there yet is a fault only once saving was tried.
pub fn check(form: &mut Form) {
    let fault = match typed(form) {
        "" => form.tried.then_some(Fault::Missing),
        text if ViewName::new(text).is_none() => Some(Fault::ViewName),
        _ => None,
    };
    for field in &mut form.fields {
        field.fault.clone_from(&fault);
    }
}

/// The name as it was typed; the `@` that it bears in queries is no part of it.
fn typed(form: &Form) -> &str {
    let text = form.text(FieldName::ViewName);
    text.strip_prefix(['@', '＠']).unwrap_or(text)
}

/// The view that would lose its query, if there is one of that name.
pub fn replaced<'v>(form: &Form, views: &'v SavedViews) -> Option<&'v SavedView> {
    let Purpose::SaveView { query, .. } = &form.purpose else { return None };
    views.get(&ViewName::new(typed(form))?).filter(|view| view.query != *query)
}

/// The view that a form without faults stands for.
pub fn view(form: &Form, query: &str) -> Option<SavedView> {
    Some(SavedView { name: ViewName::new(typed(form))?, query: query.to_owned() })
}

pub fn operation(form: &Form, query: &str) -> Option<Operation> {
    view(form, query).map(Operation::ViewSave)
}

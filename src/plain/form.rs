//! A form in words: its fields numbered, each with its value, what is wrong with it and what helps;
//! and a typed line as a change of it.

use super::reading::{Place, Reading};
use super::understand::Understood;
use crate::action::Action;
use crate::app::form::{Choice, FieldName, Form, FormField, Value};
use crate::app::form_words::{choice_text, fault_text, hint, label, name, remark};
use crate::app::{Message, Model};
use crate::domain::vocabulary::Word;
use crate::locale::Lang;
use crate::locale::plain::figures::spoken;
use crate::locale::plain::typed::{Meant, meant};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub fn reading<'m>(model: &'m Model, form: &'m Form) -> Reading<'m> {
    let lang = model.lang;
    let title = name(lang, &form.purpose);
    let mut heading = vec![match form.subject.is_empty() {
        true => title.to_owned(),
        false => lang.plain().fact(title, &form.subject),
    }];
    heading.extend(remark(model, form).map(|(text, _)| spoken(lang, &text)));
    match form.fields.as_slice() {
        [only] => heading.push(lang.plain().next_line_is(label(lang, only.name))),
        _ => heading.push(lang.plain().could_say_in_form()),
    }
    let row = |at: usize| form.fields.get(at).map(|field| field_row(model, form, field)).unwrap_or_default();
    Reading::lazily(Place::Over("form"), heading, form.fields.len(), row).at(form.focus).watched()
}

fn field_row(model: &Model, form: &Form, field: &FormField) -> String {
    let (lang, plain) = (model.lang, model.lang.plain());
    let value = match &field.value {
        Value::Text(text) if text.is_empty() => plain.empty().to_owned(),
        Value::Text(text) => text.text().to_owned(),
        Value::Choice { options, at } => {
            options.get(*at).map(|choice| choice_text(lang, *choice)).unwrap_or_default()
        }
    };
    let said = plain.fact(label(lang, field.name), &value);
    match (&field.fault, hint(model, form, field, false)) {
        (Some(fault), _) => plain.beside(&said, &fault_text(lang, fault)),
        (None, Some(hint)) => plain.beside(&said, &spoken(lang, &hint)),
        (None, None) => said,
    }
}

/// What helps to fill in the field that was asked for.
pub fn help(model: &Model, form: &Form) -> Vec<String> {
    let lang = model.lang;
    let Some(field) = form.focused() else { return Vec::new() };
    let options = match &field.value {
        Value::Text(_) => None,
        Value::Choice { options, .. } => Some(lang.plain().choices(&said(lang, options))),
    };
    let hint = hint(model, form, field, true).map(|hint| spoken(lang, &hint));
    let ask = model.lang.plain().type_a_value();
    hint.into_iter().chain(options).chain([ask]).collect()
}

fn said(lang: Lang, options: &[Choice]) -> Vec<String> {
    options.iter().map(|option| choice_text(lang, *option)).collect()
}

/// The fields at fault, for when saving was tried.
pub fn faults(model: &Model, form: &Form) -> Vec<String> {
    let at_fault = form.fields.iter().enumerate().filter(|(_, field)| field.fault.is_some());
    at_fault.map(|(at, field)| format!("{}. {}", at + 1, field_row(model, form, field))).collect()
}

/// Whether a field may hold any text, words that are commands elsewhere among them.
fn takes_any_text(field: &FormField) -> bool {
    use FieldName as F;
    match field.name {
        F::Title | F::Categories | F::Provider | F::Note | F::Evidence => true,
        F::Why | F::Withdrawn | F::Reason | F::ViewName => matches!(field.value, Value::Text(_)),
        F::Date | F::Hours | F::Unit | F::Form | F::Outcome | F::TargetDate | F::Since => false,
    }
}

/// The value that was asked for, as it stands; its own label and a colon before it are none of it.
fn literally(model: &Model, form: &Form, field: &FormField, line: &str) -> Understood {
    let explicit = [Lang::En, Lang::Zh].iter().find_map(|lang| {
        let label = label(*lang, field.name);
        let head = line.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        line.get(head.len()..)?.trim_start().strip_prefix([':', '：'])
    });
    match (explicit, set(model, form, form.focus, explicit.unwrap_or(line).trim())) {
        (None, Understood::Do(messages)) if meant(line).is_some() => {
            Understood::Told(model.lang.plain().taken_literally(line), messages)
        }
        (_, understood) => understood,
    }
}

/// A line typed in a form. `awaiting`: a field was asked for by its number alone, so that a text
/// without a field's name is its value.
pub fn understand(model: &Model, form: &Form, line: &str, awaiting: bool) -> Understood {
    let (first, rest) = match line.split_once(char::is_whitespace) {
        Some((first, rest)) => (first, rest.trim()),
        None => (line, ""),
    };
    let only = form.fields.len() == 1;
    if awaiting && let Some(field) = form.focused().filter(|field| takes_any_text(field)) {
        return literally(model, form, field, line);
    }
    match meant(line) {
        Some(Meant::Save) => return Understood::act(Action::Open),
        Some(Meant::Cancel | Meant::Do(Action::Back)) => return Understood::act(Action::Escape),
        Some(Meant::Again) => return Understood::Again,
        Some(Meant::More) => return Understood::More,
        Some(Meant::Do(Action::Quit)) => return Understood::act(Action::Quit),
        Some(Meant::Do(Action::Help)) => {
            return Understood::Say(vec![model.lang.plain().could_say_in_form()]);
        }
        _ => {}
    }
    if awaiting && !(only && field(form, line).is_some_and(|(_, value)| !value.is_empty())) {
        // Also a figure: it answers the question, and names no field.
        return set(model, form, form.focus, line);
    }
    match (line, meant(first)) {
        ("Esc", _) => return Understood::act(Action::Escape),
        ("Enter", _) => return Understood::act(Action::Open),
        ("Ctrl+c", _) => return Understood::act(Action::Quit),
        ("?", _) => return Understood::Say(vec![model.lang.plain().could_say_in_form()]),
        (_, Some(Meant::Clear)) => {
            if let Some((at, "")) = field(form, rest) {
                return set(model, form, at, "");
            }
        }
        _ => {}
    }
    match field(form, line) {
        Some((at, "")) => Understood::Field(at),
        Some((at, value)) => set(model, form, at, value),
        None if only => set(model, form, form.focus, line),
        None => Understood::Unknown,
    }
}

/// The field that a line names, by its number or its label in either language, and the rest of the
/// line. The longest label wins: "target date" is no "date".
fn field<'l>(form: &Form, line: &'l str) -> Option<(usize, &'l str)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if let (number, rest) = line.split_at(digits)
        && let Ok(number) = number.parse::<usize>()
        && (rest.is_empty() || rest.starts_with([' ', '.', '、', '：', ':', '\t']))
    {
        let at = number.checked_sub(1).filter(|at| *at < form.fields.len())?;
        let rest = rest.strip_prefix(['.', '、', '：', ':']).unwrap_or(rest);
        return Some((at, rest.trim()));
    }
    let labels = form
        .fields
        .iter()
        .enumerate()
        .flat_map(|(at, field)| [Lang::En, Lang::Zh].map(|lang| (at, label(lang, field.name))));
    let named = labels.filter_map(|(at, label)| Some((at, label.len(), after(line, label)?)));
    named.max_by_key(|(_, length, _)| *length).map(|(at, _, rest)| (at, rest))
}

/// What stands behind a label; `None` where the line does not begin with it as a word.
fn after<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    let head = line.get(..label.len())?;
    let rest = line.get(label.len()..)?;
    let ends = rest.is_empty() || rest.starts_with([' ', '\t', ':', '：', '=']) || !label.is_ascii();
    let rest = rest.trim_start().strip_prefix([':', '：', '=']).unwrap_or(rest);
    (head.eq_ignore_ascii_case(label) && ends).then_some(rest.trim())
}

fn set(model: &Model, form: &Form, at: usize, value: &str) -> Understood {
    let Some(field) = form.fields.get(at) else { return Understood::Unknown };
    let key = |code, modifiers| Message::Type(KeyEvent::new(code, modifiers));
    let mut messages = vec![Message::Choose(at)];
    match &field.value {
        Value::Text(_) => {
            messages.push(key(KeyCode::Char('u'), KeyModifiers::CONTROL));
            if !value.is_empty() {
                messages.push(Message::Paste(value.to_owned()));
            }
        }
        Value::Choice { options, at } => {
            let plain = model.lang.plain();
            let Some(wanted) = options.iter().position(|option| is_meant(*option, value)) else {
                let options = plain.choices(&said(model.lang, options));
                return Understood::Refused(vec![plain.not_a_choice(value), options]);
            };
            // Round to the right: what a person would press, and there is no other way in.
            let steps = (wanted + options.len() - at) % options.len();
            messages.extend((0..steps).map(|_| key(KeyCode::Right, KeyModifiers::NONE)));
        }
    }
    Understood::Do(messages)
}

/// Whether a text names an option: by its label in either language, or as files spell it.
fn is_meant(option: Choice, text: &str) -> bool {
    let labelled =
        [Lang::En, Lang::Zh].iter().any(|lang| choice_text(*lang, option).eq_ignore_ascii_case(text));
    let word = match option {
        Choice::Unit(unit) => unit.word(),
        Choice::Form(form) => form.word(),
        Choice::Outcome(outcome) => outcome.word(),
        Choice::NotStated | Choice::No | Choice::Yes => "",
    };
    labelled
        || (!text.is_empty() && word.eq_ignore_ascii_case(text))
        || matches!(option, Choice::NotStated if text.is_empty())
}

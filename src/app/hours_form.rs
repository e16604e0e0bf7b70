//! The form that records hours: filled in from the course, checked at every key, turned into an
//! entry. Also its small sister that voids an entry.

use super::form::{Choice, Fault, FieldName, Form, Purpose, choice, text};
use crate::domain::date::{DateError, parse_typed};
use crate::domain::hours::Voiding;
use crate::domain::timer::{Measured, Session};
use crate::domain::vocabulary::{Category, Form as LearningForm, Outcome, Unit, Word};
use crate::domain::{Amount, Course, Date, Entry, EntryId, Operation};
use crate::locale::vocabulary;
use std::path::PathBuf;

/// What an entry form starts from.
struct Filled<'a> {
    title: &'a str,
    date: String,
    hours: String,
    unit: Unit,
    categories: &'a [Category],
    form: Option<LearningForm>,
    outcome: Outcome,
    provider: &'a str,
    note: &'a str,
}

/// A form for hours of a catalog course: today, and what the course states. Hours that no source
/// states stay empty; of a range, the lower end is offered.
pub fn for_course(course: &Course, id: EntryId, today: Date, chinese: bool) -> Form {
    let filled = Filled {
        title: course.title.wording(chinese),
        date: today.to_string(),
        hours: course.hours.as_ref().map(|hours| hours.nominal().to_string()).unwrap_or_default(),
        unit: course.unit,
        categories: &course.categories,
        form: course.form,
        outcome: Outcome::Completed,
        provider: course.provider.as_deref().unwrap_or_default(),
        note: "",
    };
    let mut form = build(Purpose::Record { id, course: Some(course.id.clone()) }, &filled, today);
    form.focus = 1;
    form
}

/// A form for what the timer measured: the clock's hours, rounded down to the hundredth, on the day
/// that it began. Where the clock cannot be believed, the hours are left for the person to type.
pub fn timed(session: &Session, course: Option<&Course>, today: Date) -> Form {
    let hours = match session.measured(session.started) {
        Measured::Time(time) if !time.hours().is_zero() => time.hours().to_string(),
        _ => String::new(),
    };
    let filled = Filled {
        title: &session.title,
        date: session.date.to_string(),
        hours,
        unit: Unit::Hour,
        categories: course.map_or(&[], |course| &course.categories),
        form: course.and_then(|course| course.form),
        outcome: Outcome::Completed,
        provider: course.and_then(|course| course.provider.as_deref()).unwrap_or_default(),
        note: "",
    };
    let mut form = build(Purpose::Timed { session: Box::new(session.clone()) }, &filled, today);
    form.focus = 2;
    form
}

/// A form for what is in no catalog.
pub fn free(id: EntryId, unit: Unit, today: Date) -> Form {
    let filled = Filled {
        title: "",
        date: today.to_string(),
        hours: String::new(),
        unit,
        categories: &[],
        form: None,
        outcome: Outcome::Completed,
        provider: "",
        note: "",
    };
    build(Purpose::Record { id, course: None }, &filled, today)
}

/// A form that corrects an entry.
pub fn correcting(old: &Entry, id: EntryId, today: Date) -> Form {
    let filled = Filled {
        title: &old.title,
        date: old.date.to_string(),
        hours: old.amount.to_string(),
        unit: old.unit,
        categories: &old.categories,
        form: old.form,
        outcome: old.outcome,
        provider: old.provider.as_deref().unwrap_or_default(),
        note: old.note.as_deref().unwrap_or_default(),
    };
    let mut form = build(Purpose::Correct { id, old: Box::new(old.clone()) }, &filled, today);
    form.focus = 2;
    form
}

/// A form that asks why an entry is to be voided.
pub fn voiding(old: &Entry, id: EntryId) -> Form {
    Form {
        purpose: Purpose::Void { id, old: Box::new(old.clone()) },
        subject: old.title.clone(),
        fields: vec![text(FieldName::Reason, "")],
        counted: Vec::new(),
        focus: 0,
        touched: false,
        tried: false,
    }
}

fn build(purpose: Purpose, filled: &Filled<'_>, today: Date) -> Form {
    let categories: Vec<&str> = filled.categories.iter().map(Category::as_str).collect();
    let units = Unit::ALL.iter().map(|unit| Choice::Unit(*unit)).collect();
    let outcomes = Outcome::ALL.iter().map(|outcome| Choice::Outcome(*outcome)).collect();
    let forms = LearningForm::ALL.iter().map(|form| Choice::Form(*form));
    let mut form = Form {
        purpose,
        subject: filled.title.to_owned(),
        fields: vec![
            text(FieldName::Title, filled.title),
            text(FieldName::Date, &filled.date),
            text(FieldName::Hours, &filled.hours),
            choice(FieldName::Unit, units, Choice::Unit(filled.unit)),
            text(FieldName::Categories, &categories.join(", ")),
            choice(
                FieldName::Form,
                std::iter::once(Choice::NotStated).chain(forms).collect(),
                filled.form.map_or(Choice::NotStated, Choice::Form),
            ),
            choice(FieldName::Outcome, outcomes, Choice::Outcome(filled.outcome)),
            text(FieldName::Provider, filled.provider),
            text(FieldName::Note, filled.note),
            text(FieldName::Evidence, ""),
        ],
        counted: Vec::new(),
        focus: 0,
        touched: false,
        tried: false,
    };
    check(&mut form, today);
    form
}

/// Looks at every field anew. What has not been filled in yet is a fault only once saving was tried.
pub fn check(form: &mut Form, today: Date) {
    let faults: Vec<Option<Fault>> = form.fields.iter().map(|field| fault(form, field.name, today)).collect();
    for (field, fault) in form.fields.iter_mut().zip(faults) {
        field.fault = fault.filter(|fault| {
            let absent = matches!(
                fault,
                Fault::Missing
                    | Fault::Amount(crate::domain::amount::AmountError::Empty)
                    | Fault::Date(DateError::Empty)
            );
            form.tried || !absent
        });
    }
}

fn fault(form: &Form, name: FieldName, today: Date) -> Option<Fault> {
    let text = form.text(name);
    match name {
        FieldName::Title | FieldName::Reason if text.is_empty() => Some(Fault::Missing),
        FieldName::Date => match parse_typed(text, today) {
            Ok(date) if date > today => Some(Fault::InFuture),
            Ok(_) => None,
            Err(error) => Some(Fault::Date(error)),
        },
        FieldName::Hours => Amount::parse_positive(text).err().map(Fault::Amount),
        FieldName::Categories => categories(text).err().map(Fault::Category),
        _ => None,
    }
}

/// Labels separated by commas (also Chinese ones) or blanks. A label as the program shows it may
/// have blanks of its own.
pub fn categories(text: &str) -> Result<Vec<Category>, String> {
    let mut labels = Vec::new();
    for part in text.split([',', '，', '、']) {
        let read = match vocabulary::category(part) {
            Some(label) => vec![label],
            None => part
                .split_whitespace()
                .map(|word| vocabulary::category(word).ok_or_else(|| word.to_owned()))
                .collect::<Result<_, _>>()?,
        };
        for label in read {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    Ok(labels)
}

/// The certificates that were named, to be kept with the entry.
pub fn certificates(form: &Form) -> Vec<PathBuf> {
    let named = form.text(FieldName::Evidence).split([';', '；']).map(str::trim);
    named.filter(|path| !path.is_empty()).map(PathBuf::from).collect()
}

/// The operation that a form without faults stands for; `course` is the catalog's, for its URL.
pub fn operation(form: &Form, course: Option<&Course>, today: Date) -> Option<Operation> {
    match &form.purpose {
        Purpose::Void { id, old } => Some(Operation::LogVoid(Voiding {
            id: id.clone(),
            target: old.id.clone(),
            date: old.date,
            reason: form.stated(FieldName::Reason),
            recorded: None,
        })),
        Purpose::Record { id, course: of } => {
            let entry = entry(form, id.clone(), today)?;
            let url = course.and_then(|course| course.url.clone());
            Some(Operation::LogAdd(Box::new(Entry { course: of.clone(), url, ..entry })))
        }
        Purpose::Timed { session } => {
            let entry = entry(form, session.id.clone(), today)?;
            let url = course.and_then(|course| course.url.clone());
            Some(Operation::LogAdd(Box::new(Entry { course: Some(session.course.clone()), url, ..entry })))
        }
        Purpose::Correct { id, old } => {
            let entry = entry(form, id.clone(), today)?;
            Some(Operation::LogAdd(Box::new(Entry {
                course: old.course.clone(),
                url: old.url.clone(),
                evidence: old.evidence.clone(),
                replaces: Some(old.id.clone()),
                ..entry
            })))
        }
        Purpose::PlanItem { .. } | Purpose::Follow { .. } | Purpose::SaveView { .. } => None,
    }
}

fn entry(form: &Form, id: EntryId, today: Date) -> Option<Entry> {
    let unit = match form.choice(FieldName::Unit) {
        Choice::Unit(unit) => unit,
        _ => Unit::Hour,
    };
    let outcome = match form.choice(FieldName::Outcome) {
        Choice::Outcome(outcome) => outcome,
        _ => Outcome::Completed,
    };
    let date = parse_typed(form.text(FieldName::Date), today).ok()?;
    let amount = Amount::parse_positive(form.text(FieldName::Hours)).ok()?;
    Some(Entry {
        unit,
        categories: categories(form.text(FieldName::Categories)).ok()?,
        form: match form.choice(FieldName::Form) {
            Choice::Form(form) => Some(form),
            _ => None,
        },
        outcome,
        provider: form.stated(FieldName::Provider),
        note: form.stated(FieldName::Note),
        ..Entry::new(id, date, form.stated(FieldName::Title)?, amount)
    })
}

//! A form: named fields, one of them with the focus, each checked at every key. What was typed is
//! never thrown away by an error.

use super::field::TextField;
use super::form_words::choice_text;
use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use crate::domain::timer::Session;
use crate::domain::vocabulary::{Category, Form as LearningForm, Outcome, Unit};
use crate::domain::{CourseId, Entry, EntryId, Following, PlanItem, RuleId, ViewName};
use crate::locale::Lang;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    Title,
    Date,
    Hours,
    Unit,
    Categories,
    Form,
    Outcome,
    Provider,
    Note,
    /// Paths of certificates to be kept, several separated by `;`.
    Evidence,
    TargetDate,
    Why,
    Withdrawn,
    Reason,
    Since,
    /// Under which a query is saved.
    ViewName,
}

/// What is wrong with a field as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    Amount(AmountError),
    Date(DateError),
    /// Hours are recorded after study, not before.
    InFuture,
    /// Not a name for a saved view.
    ViewName,
    /// Not a category label: the word at fault.
    Category(String),
    /// No option of a choice field begins with what was typed.
    NoChoice(FieldName, String),
}

#[derive(Clone, Debug)]
pub enum Value {
    Text(TextField),
    Choice { options: Vec<Choice>, at: usize },
}

/// An option of a choice field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    NotStated,
    Unit(Unit),
    Form(LearningForm),
    Outcome(Outcome),
    No,
    Yes,
}

#[derive(Clone, Debug)]
pub struct FormField {
    pub name: FieldName,
    pub value: Value,
    pub fault: Option<Fault>,
    /// What was typed to find an option of a choice field.
    pub sought: String,
}

impl FormField {
    /// What stands in the way of a choice: letters that no option begins with.
    pub fn choice_fault(&self) -> Option<Fault> {
        let Value::Choice { options, .. } = &self.value else { return None };
        let none = !self.sought.is_empty() && beginning(options, &self.sought).is_none();
        none.then(|| Fault::NoChoice(self.name, self.sought.clone()))
    }

    /// Applies a key to a choice: arrows and Space go through the options, letters go to the first
    /// that begins with them.
    fn choose(&mut self, key: &KeyEvent) -> bool {
        let Value::Choice { options, at } = &mut self.value else { return false };
        let last = options.len().saturating_sub(1);
        let plain = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let longer = |c: char| format!("{}{c}", self.sought);
        match key.code {
            // A blank is a part of "class hour", and otherwise asks for the next one.
            KeyCode::Char(' ')
                if plain && !self.sought.is_empty() && beginning(options, &longer(' ')).is_some() =>
            {
                self.sought.push(' ');
            }
            KeyCode::Right | KeyCode::Char(' ') => {
                *at = if *at == last { 0 } else { *at + 1 };
                self.sought.clear();
            }
            KeyCode::Left => {
                *at = at.checked_sub(1).unwrap_or(last);
                self.sought.clear();
            }
            KeyCode::Backspace => {
                self.sought.pop();
            }
            KeyCode::Char(c) if plain && !c.is_control() && self.sought.len() < LONGEST_SOUGHT => {
                self.sought.push(c);
            }
            _ => return false,
        }
        if let Some(found) = beginning(options, &self.sought) {
            *at = found;
        }
        true
    }
}

/// Bytes typed to find an option: more than any label has.
const LONGEST_SOUGHT: usize = 60;

/// The first option whose label, in either language, begins so; none where nothing was typed.
fn beginning(options: &[Choice], typed: &str) -> Option<usize> {
    let typed = typed.to_lowercase();
    let begins = |lang, option: &Choice| choice_text(lang, *option).to_lowercase().starts_with(&typed);
    let found =
        || options.iter().position(|option| [Lang::En, Lang::Zh].iter().any(|lang| begins(*lang, option)));
    if typed.is_empty() { None } else { found() }
}

/// What a form is for, and what it needs to become an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Records an entry for a course, or a free one.
    Record { id: EntryId, course: Option<CourseId> },
    /// Records what the timer measured, under the id that the session was given.
    Timed { session: Box<Session> },
    /// Corrects an entry: the new one replaces it.
    Correct { id: EntryId, old: Box<Entry> },
    /// Takes an entry out of the count.
    Void { id: EntryId, old: Box<Entry> },
    /// Target date, why, note of a planned course.
    PlanItem { old: Box<PlanItem> },
    /// The person's own date that a pack counts from; `old` where it is followed already.
    Follow { rule: RuleId, old: Option<Box<Following>> },
    /// Saves a query under a name. `warned`: the name that was said to stand for another query.
    SaveView { query: String, warned: Option<ViewName> },
}

impl Purpose {
    /// Whether another form is about the same thing, so that its draft may be taken up again.
    pub fn same_matter(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Record { course: a, .. }, Self::Record { course: b, .. }) => a == b,
            (Self::Correct { old: a, .. }, Self::Correct { old: b, .. })
            | (Self::Void { old: a, .. }, Self::Void { old: b, .. }) => a.id == b.id,
            (Self::Timed { session: a }, Self::Timed { session: b }) => a.id == b.id,
            (Self::PlanItem { old: a }, Self::PlanItem { old: b }) => a.course == b.course,
            (Self::Follow { rule: a, .. }, Self::Follow { rule: b, .. }) => a == b,
            (Self::SaveView { query: a, .. }, Self::SaveView { query: b, .. }) => a == b,
            _ => false,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Form {
    pub purpose: Purpose,
    /// What the form is about, as its head line.
    pub subject: String,
    pub fields: Vec<FormField>,
    /// The categories that the followed rules count by: offered first, and known besides.
    pub counted: Vec<Category>,
    pub focus: usize,
    /// Whether anything was typed or chosen.
    pub touched: bool,
    /// Whether saving was tried, so that missing fields are named too.
    pub tried: bool,
}

impl Form {
    pub fn text(&self, name: FieldName) -> &str {
        match self.field(name).map(|field| &field.value) {
            Some(Value::Text(text)) => text.text().trim(),
            _ => "",
        }
    }

    /// A text field's content, or nothing when it is blank.
    pub fn stated(&self, name: FieldName) -> Option<String> {
        let text = self.text(name);
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub fn choice(&self, name: FieldName) -> Choice {
        match self.field(name).map(|field| &field.value) {
            Some(Value::Choice { options, at }) => options.get(*at).copied().unwrap_or(Choice::NotStated),
            _ => Choice::NotStated,
        }
    }

    pub fn field(&self, name: FieldName) -> Option<&FormField> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub fn focused(&self) -> Option<&FormField> {
        self.fields.get(self.focus)
    }

    pub fn is_text(&self) -> bool {
        matches!(self.focused(), Some(FormField { value: Value::Text(_), .. }))
    }

    pub fn next(&mut self) {
        self.focus = (self.focus + 1) % self.fields.len().max(1);
    }

    pub fn previous(&mut self) {
        self.focus = self.focus.checked_sub(1).unwrap_or(self.fields.len().saturating_sub(1));
    }

    /// Applies a key to the focused field; whether it was for it.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let Some(field) = self.fields.get_mut(self.focus) else { return false };
        let used = match &mut field.value {
            Value::Text(text) => text.key(key),
            Value::Choice { .. } => field.choose(key),
        };
        self.touched |= used;
        used
    }

    pub fn paste(&mut self, pasted: &str) {
        if let Some(FormField { value: Value::Text(text), .. }) = self.fields.get_mut(self.focus) {
            text.paste(pasted);
            self.touched = true;
        }
    }

    /// Puts the focus on the first field at fault; whether there is one.
    pub fn focus_fault(&mut self) -> bool {
        match self.fields.iter().position(|field| field.fault.is_some()) {
            Some(at) => {
                self.focus = at;
                true
            }
            None => false,
        }
    }
}

pub fn text(name: FieldName, text: &str) -> FormField {
    FormField { name, value: Value::Text(TextField::prefilled(text)), fault: None, sought: String::new() }
}

pub fn choice(name: FieldName, options: Vec<Choice>, chosen: Choice) -> FormField {
    let at = options.iter().position(|option| *option == chosen).unwrap_or(0);
    FormField { name, value: Value::Choice { options, at }, fault: None, sought: String::new() }
}

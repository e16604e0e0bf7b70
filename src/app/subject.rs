//! What the cursor is on, as something that is copied, opened in the browser or edited.

use super::applies::targets;
use super::effect::Target;
use super::model::{Model, Pane, View};
use crate::action::Action;
use crate::domain::requirement::effect::in_no_catalog;
use crate::domain::{Course, CourseId, Entry, Plan, PlanItem, Rule};
use crate::exchange::json::{self, standing};
use crate::locale::citation;
use crate::store::requirements::is_bundled;
use serde_json::{Value, json};

/// One thing in a view.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    Course(&'a Course),
    /// A planned course that no open catalog has.
    Item(&'a PlanItem),
    Entry(&'a Entry),
    Rule(&'a Rule),
}

/// What the plan and the catalog held before an editor had a file of theirs.
#[derive(Clone, Debug)]
pub struct Before {
    pub plan: Plan,
    /// The course that was edited.
    pub course: Option<CourseId>,
}

/// What the cursor is on.
pub fn under_cursor(model: &Model) -> Option<Subject<'_>> {
    match model.view {
        View::Catalog if model.focus == Pane::Facets => None,
        View::Catalog => model.selected_course().map(Subject::Course),
        View::Plan => {
            let item = model.selected_item()?;
            let course = model.library.catalog.get(&item.course);
            Some(course.map_or(Subject::Item(item), Subject::Course))
        }
        View::Hours => model.selected_entry().map(Subject::Entry),
        View::Status => {
            let standing = model.requirements.chosen()?;
            model.requirements.rule(&standing.id).map(Subject::Rule)
        }
    }
}

/// What is copied: in the catalog the marked courses, else what the cursor is on.
fn chosen(model: &Model) -> Vec<Subject<'_>> {
    match model.view {
        View::Catalog if model.focus != Pane::Facets => {
            targets(model).into_iter().map(Subject::Course).collect()
        }
        _ => under_cursor(model).into_iter().collect(),
    }
}

/// The text that a copying action puts on the clipboard, and of how many things it tells; `None`
/// where nothing has what is asked for. One thing a line, and of several a JSON array.
pub fn copied(model: &Model, action: Action) -> Option<(String, usize)> {
    let subjects = chosen(model);
    let of_each = |text: &dyn Fn(&Subject<'_>) -> Option<String>| {
        let lines: Vec<String> = subjects.iter().filter_map(text).collect();
        (!lines.is_empty()).then(|| (lines.join("\n"), lines.len()))
    };
    match action {
        Action::CopyCitation => of_each(&|subject| Some(subject.citation(model))),
        Action::CopyId => of_each(&|subject| Some(subject.id().to_owned())),
        Action::CopyUrl => of_each(&|subject| subject.url().map(citation::in_one_line)),
        Action::CopyJson => {
            let mut values: Vec<Value> = subjects.iter().filter_map(|one| one.object(model)).collect();
            let count = values.len();
            let value = if count > 1 { Value::Array(values) } else { values.pop()? };
            Some((json::file(&value), count))
        }
        _ => None,
    }
}

impl<'a> Subject<'a> {
    pub fn id(&self) -> &'a str {
        match self {
            Self::Course(course) => course.id.as_str(),
            Self::Item(item) => item.course.as_str(),
            Self::Entry(entry) => entry.id.as_str(),
            Self::Rule(rule) => rule.id.as_str(),
        }
    }

    /// The address of a course or entry; of a rule, that of its first source.
    pub fn url(&self) -> Option<&'a str> {
        match self {
            Self::Course(course) => course.url.as_deref(),
            Self::Item(_) => None,
            Self::Entry(entry) => entry.url.as_deref(),
            Self::Rule(rule) => rule.sources.iter().find_map(|source| source.url.as_deref()),
        }
        .filter(|url| !url.is_empty())
    }

    fn citation(&self, model: &Model) -> String {
        let lang = model.lang;
        match self {
            Self::Course(course) => citation::course(lang, course),
            Self::Item(item) => citation::in_one_line(&item.title),
            Self::Entry(entry) => citation::entry(lang, entry),
            Self::Rule(rule) => citation::rule(lang, rule),
        }
    }

    /// The object that the command line prints of it: `show`, `plan list`, `log show`, `status`.
    fn object(&self, model: &Model) -> Option<Value> {
        match self {
            Self::Course(course) => Some(json::course_in_full(course, model.progress.of(&course.id))),
            Self::Item(item) => Some(json::plan_item(item, model.progress.of(&item.course), None)),
            Self::Entry(entry) => Some(json::entry(entry, &model.record.hours)),
            Self::Rule(rule) => {
                let evaluation = model.requirements.chosen()?.evaluation.as_ref().ok()?;
                let (record, catalog) = (&model.record, &model.library.catalog);
                let missing =
                    in_no_catalog(&record.plan, catalog, &model.progress, model.today, (rule, evaluation));
                let sight =
                    standing::Sight { lang: model.lang, record: &record.hours, in_no_catalog: missing };
                let mut value = standing::rule(rule, evaluation, sight);
                if let Value::Object(keys) = &mut value {
                    keys.insert("as_of".to_owned(), json!(evaluation.as_of.to_string()));
                }
                Some(value)
            }
        }
    }
}

/// Whether there is a file for the editor, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editable {
    Target(Target),
    /// The bundled catalog is inside the program.
    Inside,
    /// Entries of the hours record are never rewritten.
    Entry,
    Nothing,
}

/// What an editor would open for what the cursor is on. A rule of a bundled pack is edited where the
/// person says how they follow it.
pub fn editable(model: &Model) -> Editable {
    let target = match model.view {
        View::Hours => {
            return if model.selected_entry().is_some() { Editable::Entry } else { Editable::Nothing };
        }
        View::Catalog => match under_cursor(model) {
            Some(_) if model.library.bundled => return Editable::Inside,
            Some(Subject::Course(course)) => {
                Some(Target::File(course.origin.file.as_ref().clone(), Some(course.origin.line)))
            }
            _ => None,
        },
        View::Plan => model.selected_item().map(|item| Target::Plan(item.course.clone())),
        View::Status => model.requirements.chosen().map(|standing| {
            match model.requirements.rule(&standing.id).map(|rule| &rule.origin) {
                Some(origin) if !is_bundled(&origin.file) => {
                    Target::File(origin.file.as_ref().clone(), Some(origin.line))
                }
                _ => Target::Profile(standing.id.clone()),
            }
        }),
    };
    target.map_or(Editable::Nothing, Editable::Target)
}

//! `plan.toml` as the plan that it states, and every mistake in it.

use super::fields::Fields;
use super::problem::{Expected, RecordProblem, RecordProblemKind as Kind};
use super::source::Source;
use super::toml_text::{date, string};
use crate::domain::{CourseId, Plan, PlanItem};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// An empty plan: what is created before anything is planned.
pub(super) const EMPTY: &str = "schema = 1\n";

#[derive(Clone, Debug, Default)]
pub(super) struct PlanRead {
    pub(super) plan: Plan,
    pub(super) problems: Vec<RecordProblem>,
    /// Why the file must not be edited, where it must not.
    pub(super) blocked: Option<RecordProblem>,
}

pub(super) fn read(source: &Source) -> PlanRead {
    let mut read = PlanRead::default();
    match DeTable::parse(&source.text) {
        Ok(table) => read_items(source, table.get_ref(), &mut read),
        Err(error) => read.problems.push(source.syntax(&error)),
    }
    read.blocked = read.problems.iter().find(|problem| problem.kind.blocks_writing()).cloned();
    read
}

fn read_items(source: &Source, table: &DeTable<'_>, read: &mut PlanRead) {
    let mut root = Fields::new(source, table, 0..0);
    // A plan of a newer schema is shown as far as it is understood; the problem keeps it from being
    // written.
    if !root.schema() && !root.is_newer() {
        read.problems = root.problems;
        return;
    }
    match root.get("item").map(|items| (items.span(), items.get_ref())) {
        None => {}
        Some((span, DeValue::Array(items))) => {
            // The span of a header's table begins with its bracket, that of an inline one with a brace.
            let inline = items.is_empty()
                || items
                    .iter()
                    .any(|item| !source.text.get(item.span()).is_some_and(|text| text.starts_with("[[")));
            if inline {
                root.problems.push(source.warning(span, Kind::InlineItems));
            }
            for item in items.iter() {
                let problems = read_item(source, item, &mut read.plan);
                root.problems.extend(problems);
            }
        }
        Some(_) => drop(root.wrong::<()>("item", Expected::Items)),
    }
    read.problems = root.problems;
}

fn read_item(source: &Source, item: &Spanned<DeValue<'_>>, plan: &mut Plan) -> Vec<RecordProblem> {
    let DeValue::Table(table) = item.get_ref() else {
        return vec![source.error(item.span(), Kind::WrongType { key: "item", expected: Expected::Items })];
    };
    let mut fields = Fields::new(source, table, item.span());
    let course = fields.required("course", |fields, key| fields.id(key, CourseId::new));
    let title = fields.minor(|fields| fields.text("title"));
    let (added, by) = (fields.date("added"), fields.date("by"));
    let (why, note) = (fields.text("why"), fields.text("note"));
    let withdrawn = fields.date("withdrawn");
    if let Some(course) = course {
        if plan.get(&course).is_some() {
            fields.error("course", Kind::PlannedTwice(course));
        } else {
            let title = title.unwrap_or_else(|| course.as_str().to_owned());
            plan.items.push(PlanItem { course, title, added, by, why, note, withdrawn });
        }
    }
    fields.problems
}

/// A new item, its lines divided by `\n` and without the last one's.
pub(super) fn render(item: &PlanItem) -> String {
    let mut text =
        format!("[[item]]\ncourse = {}\ntitle = {}", string(item.course.as_str()), string(&item.title));
    if let Some(added) = item.added {
        text.push_str(&format!("\nadded = {}", date(added)));
    }
    for (key, value) in editable(item) {
        if let Some(value) = value {
            text.push_str(&format!("\n{key} = {value}"));
        }
    }
    text
}

/// The keys that [`crate::domain::Operation::PlanEdit`] sets, as TOML values, in the order of the
/// file.
pub(super) fn editable(item: &PlanItem) -> [(&'static str, Option<String>); 4] {
    [
        ("by", item.by.map(date)),
        ("why", item.why.as_deref().map(string)),
        ("note", item.note.as_deref().map(string)),
        ("withdrawn", item.withdrawn.map(date)),
    ]
}

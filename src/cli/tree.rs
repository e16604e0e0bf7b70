//! `tuition show --tree`: what a course asks for first, all the way down, and how much that is.

use super::console::Look;
use super::context::Context;
use super::json::amount;
use crate::domain::course::StatedHours;
use crate::domain::prerequisites::{Mention, Node, Way, opened_by};
use crate::domain::progress::{PrerequisiteState, Progress};
use crate::domain::vocabulary::Word;
use crate::domain::{Catalog, Course, Safe};
use crate::locale::{Lang, vocabulary, way as words};
use serde_json::{Value, json};

/// The tree, and below it what is left and what asks for the course.
pub(super) fn text(
    catalog: &Catalog,
    course: &Course,
    progress: &Progress,
    context: &Context<'_>,
) -> Vec<(Look, String)> {
    let lang = context.lang;
    let way = Way::to(course, catalog, progress);
    let mut lines: Vec<(Look, String)> = Vec::new();
    for node in &way.nodes {
        let look = if node.depth == 0 { Look::Heading } else { Look::Plain };
        lines.push((look, line(lang, node)));
    }
    lines.push((Look::Plain, words::counts(lang, &way)));
    if !way.left.is_empty() {
        lines.push((Look::Plain, words::left_to_study(lang, &way.left)));
    }
    let opened: Vec<&Course> = opened_by(&course.id, catalog).collect();
    lines.push((Look::Plain, words::opens(lang, opened.len())));
    let opened = opened.into_iter().map(|other| format!("  {}", named(lang, other)));
    lines.extend(opened.map(|text| (Look::Plain, text)));
    lines
}

/// `id: title`, harmless for a terminal.
fn named(lang: Lang, course: &Course) -> String {
    let title = course.title.wording(lang.is_chinese());
    Safe::new(&lang.either(format!("{}: {title}", course.id), format!("{}：{title}", course.id)))
        .into_string()
}

/// Past this depth the lines are set in no further; a chain may be as long as a catalog.
const DEEPEST: usize = 20;

fn line(lang: Lang, node: &Node<'_>) -> String {
    let indent = "  ".repeat(node.depth.min(DEEPEST));
    let name = node.course.map_or_else(|| node.id.to_string(), |course| named(lang, course));
    if node.depth == 0 {
        return name;
    }
    let stands = words::stands(lang, node);
    let hours = node.course.map(|course| vocabulary::hours(lang, course.hours.as_ref(), course.unit));
    let said: Vec<String> = hours.into_iter().chain([stands]).collect();
    let said = said.join(lang.either(", ", "，"));
    lang.either(format!("{indent}{name} ({said})"), format!("{indent}{name}（{said}）"))
}

/// The same for programs.
pub(super) fn value(catalog: &Catalog, course: &Course, progress: &Progress) -> Value {
    let way = Way::to(course, catalog, progress);
    let bounds = |stated: &StatedHours| {
        let (least, most) = stated.bounds();
        (amount(least), most.map(amount))
    };
    let left = way.left.stated().map(|(unit, stated)| {
        let (least, most) = bounds(&stated);
        json!({"unit": unit.word(), "hours_min": least, "hours_max": most})
    });
    json!({
        "id": course.id.as_str(),
        "title": course.title.primary(),
        "nodes": way.nodes.iter().map(node_value).collect::<Vec<_>>(),
        "missing": way.missing.iter().map(|course| course.id.as_str()).collect::<Vec<_>>(),
        "unknown": way.unknown.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "planned": way.planned,
        "done": way.done,
        "left": left.collect::<Vec<_>>(),
        "left_not_stated": way.left.not_stated,
        "opens": opened_by(&course.id, catalog).map(|other| other.id.as_str()).collect::<Vec<_>>(),
    })
}

fn node_value(node: &Node<'_>) -> Value {
    let state = match node.state {
        PrerequisiteState::Done => "done",
        PrerequisiteState::Planned => "planned",
        PrerequisiteState::Missing => "missing",
    };
    let mention = match node.mention {
        Mention::First => "first",
        Mention::Again => "again",
        Mention::Circle => "circle",
    };
    json!({
        "id": node.id.as_str(),
        "title": node.course.map(|course| course.title.primary()),
        "depth": node.depth,
        "state": state,
        "in_catalog": node.course.is_some(),
        "mention": mention,
    })
}

//! What a person did, in words: for undo, redo and the line that confirms a change.

use super::{Lang, Say, vocabulary};
use crate::domain::Operation;

impl Say for Operation {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => en(self),
            Lang::Zh => zh(self),
        }
    }
}

fn en(operation: &Operation) -> String {
    match operation {
        Operation::PlanAdd(items) => match items.as_slice() {
            [item] => format!("added to the plan: {}", item.title),
            items => format!("added {} courses to the plan", items.len()),
        },
        Operation::PlanRemove(courses) => match courses.as_slice() {
            [course] => format!("taken out of the plan: {course}"),
            courses => format!("taken {} courses out of the plan", courses.len()),
        },
        Operation::PlanMove { course, to } => format!("moved in the plan to number {}: {course}", to + 1),
        Operation::PlanEdit(item) => format!("plan changed: {}", item.title),
        Operation::LogAdd(entry) => {
            let amount = vocabulary::amount(Lang::En, entry.amount, entry.unit);
            let verb = if entry.replaces.is_some() { "changed" } else { "recorded" };
            format!("{verb} {amount} of {} on {}", entry.title, entry.date)
        }
        Operation::LogVoid(voiding) => format!("voided entry {}", voiding.target),
    }
}

fn zh(operation: &Operation) -> String {
    match operation {
        Operation::PlanAdd(items) => match items.as_slice() {
            [item] => format!("加入计划：{}", item.title),
            items => format!("将 {} 门课程加入计划", items.len()),
        },
        Operation::PlanRemove(courses) => match courses.as_slice() {
            [course] => format!("移出计划：{course}"),
            courses => format!("将 {} 门课程移出计划", courses.len()),
        },
        Operation::PlanMove { course, to } => format!("在计划中移至第 {} 项：{course}", to + 1),
        Operation::PlanEdit(item) => format!("修改计划：{}", item.title),
        Operation::LogAdd(entry) => {
            let amount = vocabulary::amount(Lang::Zh, entry.amount, entry.unit);
            let verb = if entry.replaces.is_some() { "修改" } else { "记录" };
            format!("{verb} {}，{}，{amount}", entry.date, entry.title)
        }
        Operation::LogVoid(voiding) => format!("作废记录 {}", voiding.target),
    }
}

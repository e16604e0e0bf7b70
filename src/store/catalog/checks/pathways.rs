//! A pathway leads over courses that exist.

use super::super::merge::Merge;
use super::Suggestions;
use crate::store::reading::problem::ProblemKind;
use std::collections::HashSet;

pub(super) fn check(merge: &mut Merge, suggestions: &mut Suggestions) {
    let known: HashSet<_> = merge.courses.iter().map(|course| &course.id).collect();
    let named = merge.pathways.iter().filter_map(|pathway| merge.named.get(&pathway.id)).flatten();
    for course in named {
        if known.contains(&course.value) || merge.left_out.contains(&course.value) {
            continue;
        }
        let id = course.value.to_string();
        let ids = merge.courses.iter().map(|course| course.id.as_str());
        let suggestion = suggestions.among(&id, ids);
        merge.report.note_at(course.mark, ProblemKind::UnknownPathwayCourse { id, suggestion });
    }
}

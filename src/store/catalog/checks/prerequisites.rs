//! A prerequisite is a course that exists, and another one.

use super::super::merge::Merge;
use super::Suggestions;
use crate::store::reading::problem::ProblemKind;
use std::collections::HashSet;

pub(super) fn check(merge: &mut Merge, suggestions: &mut Suggestions) {
    let known: HashSet<_> = merge.courses.iter().map(|course| &course.id).collect();
    for (course, references) in merge.courses.iter().zip(&merge.references) {
        for wanted in &references.prerequisites {
            let id = wanted.value.to_string();
            if wanted.value == course.id {
                merge.report.note_at(wanted.mark, ProblemKind::OwnPrerequisite { id });
            } else if !known.contains(&wanted.value) && !merge.left_out.contains(&wanted.value) {
                let ids = merge.courses.iter().map(|course| course.id.as_str());
                let suggestion = suggestions.among(&id, ids);
                merge.report.note_at(wanted.mark, ProblemKind::UnknownPrerequisite { id, suggestion });
            }
        }
    }
}

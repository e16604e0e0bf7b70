//! Prerequisites do not go round in a circle: nobody could ever begin.

use super::super::merge::Merge;
use crate::domain::CourseId;
use crate::store::reading::problem::ProblemKind;
use std::collections::HashMap;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Not,
    /// On the way from the course we began with.
    Open,
    Done,
}

/// Follows prerequisites depth first, without recursion: chains may be as long as a catalog.
/// Each circle is noted once, where it closes.
pub(super) fn check(merge: &mut Merge) {
    let rows: HashMap<&CourseId, usize> =
        merge.courses.iter().enumerate().map(|(row, course)| (&course.id, row)).collect();
    let mut visits = vec![Visit::Not; merge.courses.len()];
    let set = |visits: &mut Vec<Visit>, row: usize, visit| {
        if let Some(place) = visits.get_mut(row) {
            *place = visit;
        }
    };
    for start in 0..merge.courses.len() {
        if visits.get(start) != Some(&Visit::Not) {
            continue;
        }
        // Each course on the way, and how many of its prerequisites have been followed.
        let mut way = vec![(start, 0)];
        set(&mut visits, start, Visit::Open);
        while let Some((row, next)) = way.last_mut() {
            let row = *row;
            let wanted = merge.references.get(row).and_then(|found| found.prerequisites.get(*next));
            *next += 1;
            let Some(wanted) = wanted else {
                set(&mut visits, row, Visit::Done);
                way.pop();
                continue;
            };
            let Some(to) = rows.get(&wanted.value).copied().filter(|to| *to != row) else { continue };
            match visits.get(to) {
                Some(Visit::Not) => {
                    set(&mut visits, to, Visit::Open);
                    way.push((to, 0));
                }
                Some(Visit::Open) => {
                    let circle = way.iter().skip_while(|(row, _)| *row != to);
                    let ids = circle.filter_map(|(row, _)| merge.courses.get(*row));
                    let ids = ids.map(|course| course.id.to_string()).collect();
                    merge.report.note_at(wanted.mark, ProblemKind::PrerequisiteCycle { ids });
                }
                Some(Visit::Done) | None => {}
            }
        }
    }
}

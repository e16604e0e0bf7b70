//! What only shows once all catalogs are merged: names that lead nowhere, and circles. One check
//! per file.

mod cycles;
mod declared;
mod pathways;
mod prerequisites;

use super::merge::Merge;
use crate::store::reading::suggest::nearest;

/// Notes every finding in the merge's report. None of them leaves a course out.
pub(super) fn run(merge: &mut Merge) {
    let mut suggestions = Suggestions::default();
    prerequisites::check(merge, &mut suggestions);
    cycles::check(merge);
    declared::check(merge, &mut suggestions);
    pathways::check(merge, &mut suggestions);
}

/// "Did you mean" among ids costs a look at each of them, so only the first few mistakes of a
/// large catalog get one.
#[derive(Default)]
struct Suggestions {
    given: usize,
}

impl Suggestions {
    const MOST: usize = 20;

    fn among<'a>(&mut self, id: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.given >= Self::MOST {
            return None;
        }
        self.given += 1;
        nearest(id, valid).map(str::to_owned)
    }
}

//! The gap that the catalog is asked to fill: a rule, perhaps one part of it.

use super::catalog_view::Around;
use super::gains;
use super::model::Model;
use super::requirements::OwnedStanding;
use crate::domain::requirement::change::{Change, change};
use crate::domain::requirement::{Evaluation, Packs};
use crate::domain::vocabulary::CourseState;
use crate::domain::{Course, Rule};
use crate::query::{Field, Query};

/// The first `fills:` of a query, evaluated.
#[derive(Clone, Debug)]
pub struct Gap {
    /// As it is written in the query.
    asked: String,
    pub standing: OwnedStanding,
    /// The part that is asked for, by its id; none means the whole rule.
    pub part: Option<String>,
}

impl Gap {
    /// `known`: the gap of the query before, which is taken over where it is the same: an evaluation
    /// looks at the whole record, and nothing of that changes while somebody types.
    pub fn of(query: &Query, around: &Around, known: Option<Self>) -> Option<Self> {
        let asked = query.rules().into_iter().find(|(_, field, _)| *field == Field::Fills)?.2;
        if let Some(known) = known.filter(|known| known.asked == asked) {
            return Some(known);
        }
        let wanted = gains::find(&around.circumstances, asked, around.as_of).ok()?;
        Some(Self { asked: asked.to_owned(), standing: wanted.standing.into(), part: wanted.part })
    }

    /// What a course would change in it.
    pub fn change(&self, packs: &Packs, course: &Course) -> Option<Change> {
        let (rule, evaluation) = (packs.get(&self.standing.id)?, self.standing.evaluation.as_ref().ok()?);
        change(rule, evaluation, self.part.as_deref(), &[course])
    }
}

/// The rule and the figures of a standing that has both.
pub fn figures<'m>(model: &'m Model, standing: &'m OwnedStanding) -> Option<(&'m Rule, &'m Evaluation)> {
    Some((model.requirements.rule(&standing.id)?, standing.evaluation.as_ref().ok()?))
}

/// What a course that is not done yet would change under each followed rule, and under the one whose
/// gap is being filled: the rule's id, and the change as the screen says it.
pub fn counts_toward(model: &Model, course: &Course) -> Vec<(String, String)> {
    let said = |change: &Change| crate::locale::requirements::change(model.lang, change);
    changes(model, course).iter().map(|(rule, change)| (rule.id.to_string(), said(change))).collect()
}

/// The same as figures.
pub fn changes<'m>(model: &'m Model, course: &Course) -> Vec<(&'m Rule, Change)> {
    if matches!(model.progress.of(&course.id), Some(CourseState::Completed | CourseState::Passed)) {
        return Vec::new();
    }
    let followed = &model.requirements.standings;
    let gap = model.catalog.gap.iter().map(|gap| &gap.standing);
    let asked = gap.filter(|gap| followed.iter().all(|standing| standing.id != gap.id));
    let followed = followed.iter().chain(asked).filter_map(|standing| figures(model, standing));
    let changes =
        followed.filter_map(|(rule, evaluation)| Some((rule, change(rule, evaluation, None, &[course])?)));
    changes.collect()
}

//! What `fills:` and `counts:` of a query mean today: each course tried out on the rules named.

use crate::app::library::Library;
use crate::domain::progress::Progress;
use crate::domain::requirement::effect::gain;
use crate::domain::requirement::{Circumstances, NotEvaluated, Part, Standing};
use crate::domain::vocabulary::CourseState;
use crate::domain::{Course, Date, RuleId};
use crate::query::{Field, Query, QueryError, QueryErrorKind};
use crate::search::RuleRows;

/// The rows for every rule that the query names. Rows that are known already are taken over.
///
/// # Errors
/// Where a rule or part is unknown, or a rule has no figures; the term at fault is named.
pub fn rule_rows(
    query: &Query,
    circumstances: &Circumstances,
    library: &Library,
    progress: &Progress,
    as_of: Date,
    known: &[RuleRows],
) -> Result<Vec<RuleRows>, QueryError> {
    let mut rules: Vec<RuleRows> = Vec::new();
    for (term, field, asked) in query.rules() {
        let is_it = |rows: &&RuleRows| rows.field == field && rows.asked == asked;
        if rules.iter().any(|rows| is_it(&rows)) {
            continue;
        }
        let rows = match known.iter().find(is_it) {
            Some(rows) => rows.clone(),
            None => {
                let wanted = find(circumstances, asked, as_of)
                    .map_err(|kind| QueryError::new(term.span.clone(), kind))?;
                let gains = wanted.gains(field, library, progress);
                RuleRows { field, asked: asked.to_owned(), gains }
            }
        };
        rules.push(rows);
    }
    Ok(rules)
}

/// A rule that is looked at, perhaps only one part of it.
pub struct Wanted<'a> {
    pub standing: Standing<'a>,
    pub part: Option<String>,
}

/// Reads `rule` or `rule/part`, in any case.
///
/// # Errors
/// Where there is no such rule or part, or the rule cannot be evaluated.
pub fn find<'a>(
    circumstances: &Circumstances<'a>,
    asked: &str,
    as_of: Date,
) -> Result<Wanted<'a>, QueryErrorKind> {
    let asked = asked.to_lowercase();
    let (rule, part) = match asked.split_once('/') {
        Some((rule, part)) => (rule, Some(part.to_owned())),
        None => (asked.as_str(), None),
    };
    let unknown = |suggestion| QueryErrorKind::UnknownRule { value: asked.clone(), suggestion };
    let ids = || circumstances.packs.rules().iter().map(|rule| rule.id.as_str());
    let id = RuleId::new(rule).ok_or_else(|| unknown(None))?;
    let standing = circumstances.under(&id, as_of);
    let evaluation = match &standing.evaluation {
        Ok(evaluation) => evaluation,
        Err(NotEvaluated::UnknownRule) => return Err(unknown(nearest(rule, ids()))),
        Err(NotEvaluated::Date(_)) => {
            return Err(QueryErrorKind::RuleWithoutDate { rule: rule.to_owned() });
        }
    };
    if let Some(part) = &part {
        let parts: Vec<String> = evaluation.parts.iter().map(|part| part.id.to_string()).collect();
        if !parts.contains(part) {
            let near = nearest(part, parts.iter().map(String::as_str));
            return Err(unknown(near.map(|near| format!("{rule}/{near}"))));
        }
    }
    Ok(Wanted { standing, part })
}

/// The closest of the names, if it is close enough to be a slip of the fingers or a beginning.
fn nearest<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let distance = |name: &str| {
        if name.starts_with(text) { 0 } else { strsim::osa_distance(text, name) }
    };
    let scored = names.map(|name| (distance(name), name));
    scored.filter(|(distance, _)| *distance <= 2).min().map(|(_, name)| name.to_owned())
}

impl Wanted<'_> {
    /// Whether a part is asked for.
    pub fn wants(&self, part: &Part) -> bool {
        self.part.as_ref().is_none_or(|wanted| part.id.to_string() == *wanted)
    }

    fn gains(&self, field: Field, library: &Library, progress: &Progress) -> Vec<Option<u64>> {
        let courses = library.catalog.courses();
        let (Some(rule), Ok(evaluation)) = (self.standing.rule, &self.standing.evaluation) else {
            return vec![None; courses.len()];
        };
        let done = |course: &Course| {
            matches!(progress.of(&course.id), Some(CourseState::Completed | CourseState::Passed))
        };
        // Parts have names to compare: once is enough.
        let wanted: Vec<bool> = evaluation.parts.iter().map(|part| self.wants(part)).collect();
        let place = |part: &Part| evaluation.parts.iter().position(|other| std::ptr::eq(other, part));
        let is_wanted = |part: &Part| place(part).and_then(|at| wanted.get(at)) == Some(&true);
        let label = match &self.part {
            None => None,
            Some(_) => {
                evaluation.parts.iter().find(|part| is_wanted(part)).and_then(|part| part.label.as_ref())
            }
        };
        let value = |course: &Course| {
            let gain = gain(rule, evaluation, course, is_wanted)?;
            match field {
                // What was done already closes no gap a second time.
                Field::Fills if done(course) || gain.missing_less.is_zero() => None,
                Field::Fills => Some(gain.rate),
                _ if gain.counted.is_zero() => None,
                _ => label
                    .is_none_or(|label| label.is_of(&course.categories, course.form))
                    .then(|| gain.counted.hundredths()),
            }
        };
        courses.iter().map(value).collect()
    }
}

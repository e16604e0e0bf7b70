//! What `fills:` and `counts:` of a query mean today: each course tried out on the rules named.

use crate::app::catalog_view::Around;
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
pub fn rule_rows(query: &Query, around: &Around, known: &[RuleRows]) -> Result<Vec<RuleRows>, QueryError> {
    let mut rules: Vec<RuleRows> = Vec::new();
    for (term, field, asked) in query.rules() {
        let is_it = |rows: &&RuleRows| rows.field == field && rows.asked == asked;
        if rules.iter().any(|rows| is_it(&rows)) {
            continue;
        }
        let rows = match known.iter().find(is_it) {
            Some(rows) => rows.clone(),
            None => {
                let wanted = find(&around.circumstances, asked, around.as_of)
                    .map_err(|kind| QueryError::new(term.span.clone(), kind))?;
                let gains = wanted.gains(field, around.library, around.progress);
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
    fn gains(&self, field: Field, library: &Library, progress: &Progress) -> Vec<Option<u64>> {
        let courses = library.catalog.courses();
        let (Some(rule), Ok(evaluation)) = (self.standing.rule, &self.standing.evaluation) else {
            return vec![None; courses.len()];
        };
        let done = |course: &Course| {
            matches!(progress.of(&course.id), Some(CourseState::Completed | CourseState::Passed))
        };
        let named = |part: &Part| self.part.as_ref() == Some(&part.id.to_string());
        let part = evaluation.parts.iter().position(named);
        let label = part.and_then(|place| evaluation.parts.get(place)).and_then(|part| part.label.as_ref());
        let value = |course: &Course| {
            let gain = gain(rule, evaluation, course, part)?;
            match field {
                // What was done already closes no gap a second time.
                Field::Fills if done(course) || gain.missing_less.is_zero() => None,
                Field::Fills => Some(gain.order()),
                _ if gain.counted.is_zero() => None,
                _ => label
                    .is_none_or(|label| label.is_of(&course.categories, course.form))
                    .then(|| gain.counted.hundredths()),
            }
        };
        courses.iter().map(value).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::{LocalText, StatedHours};
    use crate::domain::requirement::Packs;
    use crate::domain::requirement::rule::{Label, Maximum, Minimum, Per, Reach, Threshold};
    use crate::domain::vocabulary::{Category, Form, Unit};
    use crate::domain::{Amount, Catalog, CourseId, Entry, EntryId, HoursRecord, Profile, Rule};
    use crate::query;
    use crate::store::catalog::Opened;
    use jiff::civil::date;

    const TODAY: Date = Date::constant(2026, 11, 21);

    fn category(name: &str) -> Category {
        Category::new(name).unwrap()
    }

    /// 20 hours a year, 10 of them ethics, at most 4 of self-study.
    fn packs() -> Packs {
        let id = RuleId::new("board").unwrap();
        let mut rule = Rule::new(id, LocalText::plain("Board"), Unit::Hour, Some(Amount::whole(20)));
        rule.minimums.push(Minimum {
            label: Some(Label::Category(category("ethics"))),
            amount: Threshold::Hours(Amount::whole(10)),
            per: Per::Period,
            carried: false,
            soft: false,
        });
        rule.maximums.push(Maximum {
            label: Some(Label::Form(Form::SelfStudy)),
            amount: Threshold::Hours(Amount::whole(4)),
            per: Reach::Span(Per::Period),
        });
        Packs::new(vec![rule])
    }

    fn course(id: &str, hours: Option<u64>, categories: &[&str], form: Form) -> Course {
        let mut course = Course::new(CourseId::new(id).unwrap(), LocalText::plain(id));
        course.hours = hours.map(|hours| StatedHours::Exact(Amount::whole(hours)));
        course.categories = categories.iter().map(|name| category(name)).collect();
        course.form = Some(form);
        course
    }

    fn library() -> Library {
        let catalog = Catalog::new(vec![
            course("law", Some(6), &["ethics"], Form::Lecture),
            course("reading", Some(30), &[], Form::SelfStudy),
            course("bridges", Some(8), &["technical"], Form::Lecture),
            course("unknown", None, &["ethics"], Form::Lecture),
            course("done", Some(8), &["ethics"], Form::Lecture),
            course("oath", Some(40), &["ethics"], Form::Lecture),
        ]);
        Library::new(Opened { catalog, ..Opened::default() })
    }

    fn listed(text: &str) -> Result<Vec<String>, QueryErrorKind> {
        let library = library();
        let entry = Entry {
            course: CourseId::new("done"),
            categories: vec![category("ethics")],
            ..Entry::new(EntryId::new("a").unwrap(), date(2026, 2, 1), "Done".to_owned(), Amount::whole(8))
        };
        let record = HoursRecord::new(vec![entry], Vec::new());
        let progress = Progress::derive(&crate::domain::Plan::default(), &record);
        let (packs, profile) = (packs(), Profile::default());
        let all = Circumstances { packs: &packs, profile: &profile, record: &record, planned: &[] };
        let query = query::parse(text, TODAY).unwrap();
        let views = crate::domain::SavedViews::default();
        let around = Around {
            library: &library,
            today: TODAY,
            as_of: TODAY,
            progress: &progress,
            views: &views,
            circumstances: all,
        };
        let rules = rule_rows(&query, &around, &[]).map_err(|error| error.kind)?;
        let personal = crate::search::Personal { rules, ..crate::search::Personal::default() };
        let found = library.index.search(&query, &personal);
        Ok(found.rows.iter().map(|row| library.course(*row).unwrap().id.to_string()).collect())
    }

    #[test]
    fn only_what_lessens_the_gap_is_listed_and_the_best_hour_first() {
        // Missing: 12 in all, 2 of ethics. An hour of bridges is all gain; of law, 8 of 6 hours; of
        // the oath, 14 of 40; of reading no more than 4 of 30 count.
        assert_eq!(listed("fills:board").unwrap(), ["law", "bridges", "oath", "reading"]);
        assert_eq!(listed("fills:board/ethics").unwrap(), ["law", "oath"]);
        // Of two that are worth the same by the hour, the one that brings more.
        assert_eq!(listed("fills:Board/total").unwrap(), ["bridges", "law", "oath", "reading"]);
        assert_eq!(listed("counts:board/ethics").unwrap(), ["law", "done", "oath"]);
    }

    #[test]
    fn a_rule_or_part_that_is_not_there_is_named_with_what_was_meant() {
        let unknown = |value: &str, suggestion: Option<&str>| {
            let suggestion = suggestion.map(str::to_owned);
            Err(QueryErrorKind::UnknownRule { value: value.to_owned(), suggestion })
        };
        assert_eq!(listed("fills:bord"), unknown("bord", Some("board")));
        assert_eq!(listed("fills:board/ethic"), unknown("board/ethic", Some("board/ethics")));
        assert_eq!(listed("counts:nothing-like-it"), unknown("nothing-like-it", None));
    }
}

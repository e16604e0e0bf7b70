//! What courses would change in a rule, said by the one part that says most.

use super::effect::{Effect, effect, fills};
use super::evaluate::Evaluation;
use super::part::{Part, PartKind, State};
use super::rule::Rule;
use crate::domain::{Amount, Course};

/// What some courses would change in one part of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The part as it is, and as it would be.
    pub before: Part,
    pub after: Part,
    /// What the courses would count, in the rule's unit.
    pub counted: Amount,
    /// Another part that binds and would still not be met.
    pub unmet: Option<Part>,
}

/// What the courses would change under a rule, in the part that says most: the one asked for; else
/// one that they would meet; else the narrowest that they help. `None` where they change nothing.
pub fn change(
    rule: &Rule,
    evaluation: &Evaluation,
    part: Option<&str>,
    courses: &[&Course],
) -> Option<Change> {
    let effect = effect(rule, evaluation, courses);
    let counted: Amount = effect.credits.iter().map(|credit| credit.counted).sum();
    let (before, after) = telling(evaluation, &effect, part)?;
    let unmet =
        effect.after.iter().find(|part| part.binds() && part.state != State::Met && part.id != after.id);
    Some(Change { before: before.clone(), after: after.clone(), counted, unmet: unmet.cloned() })
}

fn telling<'a>(
    evaluation: &'a Evaluation,
    effect: &'a Effect,
    part: Option<&str>,
) -> Option<(&'a Part, &'a Part)> {
    let mut pairs = evaluation.parts.iter().zip(&effect.after);
    if let Some(part) = part {
        return pairs.find(|(before, _)| before.id.to_string() == part);
    }
    let helped = pairs.filter(|(before, after)| !fills(before, after).is_zero());
    helped.max_by_key(|(before, after)| {
        let met = before.state != State::Met && after.state == State::Met;
        (before.kind != PartKind::Total, met, fills(before, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::{LocalText, StatedHours};
    use crate::domain::requirement::rule::{Label, Minimum, Per, Threshold};
    use crate::domain::requirement::{Subject, evaluate};
    use crate::domain::vocabulary::{Category, Unit};
    use crate::domain::{CourseId, HoursRecord, RuleId};
    use jiff::civil::date;

    fn category() -> Category {
        Category::new("ethics").unwrap()
    }

    fn rule() -> Rule {
        let id = RuleId::new("board").unwrap();
        let mut rule = Rule::new(id, LocalText::plain("Board"), Unit::Hour, Some(Amount::whole(20)));
        rule.minimums.push(Minimum {
            label: Some(Label::Category(category())),
            amount: Threshold::Hours(Amount::whole(4)),
            per: Per::Period,
            carried: false,
            soft: false,
        });
        rule
    }

    fn course(hours: u64, categories: Vec<Category>) -> Course {
        let mut course = Course::new(CourseId::new("c").unwrap(), LocalText::plain("C"));
        course.hours = Some(StatedHours::Exact(Amount::whole(hours)));
        course.categories = categories;
        course
    }

    #[test]
    fn the_part_that_says_most_is_shown() {
        let rule = rule();
        let subject = Subject { rule: &rule, since: None, totals: &[] };
        let evaluation = evaluate(&subject, &HoursRecord::default(), &[], date(2026, 6, 1)).unwrap();
        let change = |part, courses: &[&Course]| {
            let change = change(&rule, &evaluation, part, courses)?;
            Some((change.after.id.to_string(), change.after.counted, change.after.state == State::Met))
        };
        let (law, bridges) = (course(4, vec![category()]), course(8, Vec::new()));
        assert_eq!(change(None, &[&law]), Some(("ethics".to_owned(), Amount::whole(4), true)));
        assert_eq!(change(None, &[&bridges]), Some(("total".to_owned(), Amount::whole(8), false)));
        assert_eq!(change(Some("total"), &[&law]), Some(("total".to_owned(), Amount::whole(4), false)));
        assert_eq!(change(None, &[]), None);
        let both = change(Some("total"), &[&law, &bridges, &bridges]);
        assert_eq!(both, Some(("total".to_owned(), Amount::whole(20), true)));
        let unmet = |part, courses: &[&Course]| {
            let change = super::change(&rule, &evaluation, part, courses).unwrap();
            change.unmet.map(|open| open.id.to_string())
        };
        let long = course(20, Vec::new());
        assert_eq!(unmet(Some("total"), &[&long]).as_deref(), Some("ethics"));
        assert_eq!(unmet(Some("ethics"), &[&law]).as_deref(), Some("total"));
        assert_eq!(unmet(Some("total"), &[&long, &law]), None);
        assert_eq!(unmet(Some("total"), &[&law]), None, "the part that is shown says so itself");
    }
}

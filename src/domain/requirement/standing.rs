//! How one person stands under the rules that bind them: the one way from profile, record and plan
//! to figures, for the screen, the command line and the transcript alike.

use super::effect::Planned;
use super::evaluate::{Evaluation, Subject, evaluate, evaluate_period};
use super::period::{NoPersonalDate, Period};
use super::rule::Rule;
use crate::domain::profile::{DateProblem, Following, Profile};
use crate::domain::vocabulary::Category;
use crate::domain::{Date, HoursRecord, RuleId};

/// Every pack that could be read, bundled or the person's own; ids are unique.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    rules: Vec<Rule>,
}

/// All that an evaluation depends on, but the day.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    pub packs: &'a Packs,
    pub profile: &'a Profile,
    pub record: &'a HoursRecord,
    /// What of the plan is still to be done: [`super::effect::planned`].
    pub planned: &'a [Planned<'a>],
}

/// One rule and how the person stands under it.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    pub id: RuleId,
    /// `None` where no pack of this id was read.
    pub rule: Option<&'a Rule>,
    /// The personal date that the periods count from.
    pub since: Option<Date>,
    pub evaluation: Result<Evaluation, NotEvaluated>,
}

/// Why there are no figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotEvaluated {
    UnknownRule,
    Date(DateProblem),
}

impl Packs {
    /// Keeps the order given. Of two rules with one id the first is kept: the reader of packs has
    /// reported it, or has put the person's own before the bundled one.
    pub fn new(rules: Vec<Rule>) -> Self {
        let mut packs = Self::default();
        for rule in rules {
            if packs.get(&rule.id).is_none() {
                packs.rules.push(rule);
            }
        }
        packs
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The categories that these rules count by, each once.
    pub fn categories<'r>(&self, rules: impl IntoIterator<Item = &'r RuleId>) -> Vec<Category> {
        let mut categories = Vec::new();
        for category in rules.into_iter().filter_map(|id| self.get(id)).flat_map(Rule::categories) {
            if !categories.contains(category) {
                categories.push(category.clone());
            }
        }
        categories
    }

    pub fn get(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }
}

impl<'a> Circumstances<'a> {
    /// The followed rules, in the person's order.
    pub fn followed(&self, as_of: Date) -> Vec<Standing<'a>> {
        self.profile.following.iter().map(|following| self.under(&following.rule, as_of)).collect()
    }

    /// Any rule, followed or not, on a day.
    pub fn under(&self, id: &RuleId, as_of: Date) -> Standing<'a> {
        self.stand(id, |subject| evaluate(subject, self.record, self.planned, as_of))
    }

    /// Any rule over a period of its own, looked at on a day.
    pub fn over(&self, id: &RuleId, period: Period, as_of: Date) -> Standing<'a> {
        self.stand(id, |subject| Ok(evaluate_period(subject, self.record, self.planned, period, as_of)))
    }

    fn stand(
        &self,
        id: &RuleId,
        evaluate: impl Fn(&Subject) -> Result<Evaluation, NoPersonalDate>,
    ) -> Standing<'a> {
        let nothing = |why| Standing { id: id.clone(), rule: None, since: None, evaluation: Err(why) };
        let Some(rule) = self.packs.get(id) else { return nothing(NotEvaluated::UnknownRule) };
        let since = match self.profile.since(rule) {
            Ok(since) => since,
            Err(problem) => {
                return Standing { rule: Some(rule), ..nothing(NotEvaluated::Date(problem)) };
            }
        };
        let totals = self.profile.following(id).map_or(&[][..], |following: &Following| &following.totals);
        let subject = Subject { rule, since, totals };
        // A personal rule without a date has been answered above.
        let evaluation = evaluate(&subject)
            .map_err(|NoPersonalDate| NotEvaluated::Date(DateProblem::Missing(String::new())));
        Standing { id: id.clone(), rule: Some(rule), since, evaluation }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::LocalText;
    use crate::domain::requirement::rule::{Carry, Label, Minimum, Per, Threshold};
    use crate::domain::requirement::{Anchor, Cycle, State};
    use crate::domain::vocabulary::{Category, Unit};
    use crate::domain::{Amount, Entry, EntryId};
    use jiff::civil::date;

    fn texas() -> Rule {
        let id = RuleId::new("us-tx-pe").unwrap();
        let mut rule = Rule::new(id, LocalText::plain("Texas"), Unit::Pdh, Some(Amount::whole(15)));
        let anchor = Anchor::Personal { date: "renewal".to_owned(), asks: None };
        rule.cycle = Cycle { anchor, months: 12 };
        rule.unit_minutes = Some(60);
        rule.minimums.push(Minimum {
            label: Some(Label::Category(Category::new("ethics").unwrap())),
            amount: Threshold::Hours(Amount::whole(1)),
            per: Per::Period,
            carried: false,
            soft: false,
        });
        rule.carry = Some(Carry { hours: Amount::whole(14), category: None, earned_within_months: None });
        rule
    }

    #[test]
    fn fourteen_carried_hours_meet_the_total_but_not_the_ethics_minimum() {
        let packs = Packs::new(vec![texas()]);
        let rule = packs.rules()[0].id.clone();
        let entry = |id: &str, day, hours| {
            let id = EntryId::new(id).unwrap();
            Entry { unit: Unit::Pdh, ..Entry::new(id, day, "Bridges".to_owned(), Amount::whole(hours)) }
        };
        let ethics = vec![Category::new("ethics").unwrap()];
        let entries = vec![
            Entry { categories: ethics, ..entry("a", date(2025, 3, 1), 30) },
            entry("b", date(2025, 12, 1), 1),
        ];
        let record = HoursRecord::new(entries, Vec::new());
        let mut profile = Profile::default();
        let mut following = Following::new(rule.clone());
        following.since = Some(crate::domain::profile::Since::On(date(2024, 10, 1)));
        profile.following.push(following);
        let all = Circumstances { packs: &packs, profile: &profile, record: &record, planned: &[] };
        let standing = all.under(&rule, date(2026, 3, 1));
        let evaluation = standing.evaluation.unwrap();
        assert_eq!(evaluation.period, Period { start: date(2025, 10, 1), end: date(2026, 9, 30) });
        let [total, minimum] = &evaluation.parts[..] else { panic!("{:?}", evaluation.parts) };
        assert_eq!((total.counted, total.carried), (Amount::whole(1), Amount::whole(14)));
        assert_eq!((total.state, minimum.state), (State::Met, State::AtRisk));
        assert_eq!(minimum.missing(), Some(Amount::whole(1)));
    }
}

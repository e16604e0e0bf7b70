//! An open ledger: whose figure it explains, and how far it is scrolled. Its lines are the domain's,
//! worked out when they are drawn, so that they are always those of the figures on the screen.

use super::requirements::Requirements;
use super::scroll::Scroll;
use crate::domain::requirement::ledger::{ledger, planned_lines};
use crate::domain::requirement::{Evaluation, Part, PartId};
use crate::domain::{Catalog, HoursRecord, RuleId};

/// Which part's.
#[derive(Clone, Debug)]
pub struct Ledger {
    pub rule: RuleId,
    pub part: PartId,
    pub scroll: Scroll,
}

impl Ledger {
    pub fn new(rule: RuleId, part: PartId) -> Self {
        Self { rule, part, scroll: Scroll::default() }
    }

    /// The part and the evaluation that it is of; `None` where the rule is no longer followed, or
    /// has no such part any more.
    pub fn of<'a>(&self, requirements: &'a Requirements) -> Option<(&'a Evaluation, &'a Part)> {
        let standing = requirements.standings.iter().find(|standing| standing.id == self.rule)?;
        let evaluation = standing.evaluation.as_ref().ok()?;
        let part = evaluation.parts.iter().find(|part| part.id == self.part)?;
        Some((evaluation, part))
    }

    /// Entries, and below them the planned courses.
    pub fn len(&self, requirements: &Requirements, hours: &HoursRecord, catalog: &Catalog) -> usize {
        self.of(requirements).map_or(0, |(evaluation, part)| {
            ledger(part, evaluation, hours).len() + planned_lines(part, evaluation, catalog).len()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::LocalText;
    use crate::domain::profile::{Following, Profile, Since};
    use crate::domain::requirement::ledger::{Line, LineCredit};
    use crate::domain::requirement::rule::{Minimum, Per, Threshold};
    use crate::domain::requirement::{Anchor, Circumstances, Cycle, Packs};
    use crate::domain::vocabulary::{Category, Form, KNOWN_CATEGORIES, Outcome, Unit, Word};
    use crate::domain::{Amount, Date, Entry, EntryId, Rule};
    use crate::store::requirements::bundled;

    /// Two entries a month over five years, of every category and form, some of them failed.
    fn hours() -> HoursRecord {
        let entries = (0..120_usize).map(|number| {
            let id = EntryId::new(&format!("entry-{number}")).unwrap();
            let day = Date::constant(2022, 1, 7).saturating_add(jiff::Span::new().days(15 * number as i64));
            let category = |at: usize| Category::new(KNOWN_CATEGORIES[at % KNOWN_CATEGORIES.len()]).unwrap();
            Entry {
                unit: Unit::ALL[number % Unit::ALL.len()],
                categories: vec![category(number), category(number * 7 + 3)],
                form: Some(Form::ALL[number % Form::ALL.len()]),
                outcome: if number % 11 == 0 { Outcome::Failed } else { Outcome::Passed },
                ..Entry::new(id, day, format!("Entry {number}"), Amount::whole(3 + number as u64 % 9))
            }
        });
        HoursRecord::new(entries.collect(), Vec::new())
    }

    /// Three years, in each of which something is to be done.
    fn yearly() -> Rule {
        let title = LocalText::plain("Every year");
        let mut rule = Rule::new(RuleId::new("yearly").unwrap(), title, Unit::Hour, Some(Amount::whole(120)));
        let anchor = Anchor::Fixed { month: 1, day: 1, from_year: Some(2024) };
        rule.cycle = Cycle { anchor, months: 36 };
        rule.minimums.push(Minimum {
            label: None,
            amount: Threshold::Hours(Amount::whole(20)),
            per: Per::Year,
            carried: false,
            soft: false,
        });
        rule
    }

    #[test]
    fn the_last_sum_is_the_figure_of_every_part_of_every_pack() {
        let mut rules = bundled().packs.rules().to_vec();
        rules.push(yearly());
        let (packs, hours) = (Packs::new(rules), hours());
        let mut profile = Profile::default();
        for rule in packs.rules() {
            let since = Some(Since::On(Date::constant(2022, 2, 1)));
            profile.following.push(Following { since, ..Following::new(rule.id.clone()) });
        }
        let around = Circumstances { packs: &packs, profile: &profile, record: &hours, planned: &[] };
        let (mut carried, mut yearly) = (0, 0);
        for standing in around.followed(Date::constant(2026, 8, 30)) {
            let evaluation = standing.evaluation.unwrap();
            for part in &evaluation.parts {
                let lines = ledger(part, &evaluation, &hours);
                let sum = lines.last().map_or(Amount::ZERO, |line| line.sum);
                assert_eq!(sum, part.have(), "{} {}", standing.id, part.id);
                carried +=
                    usize::from(matches!(lines.first(), Some(Line { credit: LineCredit::CarriedIn(_), .. })));
                yearly += usize::from(part.id.year.is_some_and(|year| year > 0) && !sum.is_zero());
            }
        }
        assert!(
            carried > 0 && yearly > 0,
            "nothing was carried in ({carried}) or counted by year ({yearly})"
        );
    }
}

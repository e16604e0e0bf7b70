//! The ledger behind a figure: what was carried in, then every entry that the part looks at, oldest
//! first, with what it claimed, what was counted and why, and the sum so far. The last sum is the
//! part's figure.

use super::requirements::Requirements;
use super::scroll::Scroll;
use crate::domain::requirement::{Credit, Evaluation, Part, PartId};
use crate::domain::{Amount, Entry, HoursRecord, RuleId};

/// An open ledger.
#[derive(Clone, Debug)]
pub struct Ledger {
    pub rule: RuleId,
    pub part: PartId,
    pub scroll: Scroll,
}

/// A line of it.
#[derive(Clone, Debug)]
pub struct LedgerRow<'a> {
    pub entry: &'a Entry,
    pub posted: Posted<'a>,
    /// Counted and carried in, up to and with this line.
    pub sum: Amount,
}

#[derive(Clone, Debug)]
pub enum Posted<'a> {
    /// Part of an entry of the period before.
    Carried(Amount),
    Credited(&'a Credit),
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

    pub fn len(&self, requirements: &Requirements, hours: &HoursRecord) -> usize {
        self.of(requirements).map_or(0, |(evaluation, part)| rows(evaluation, part, hours).len())
    }
}

/// The lines behind a part's figure.
pub fn rows<'a>(evaluation: &'a Evaluation, part: &Part, hours: &'a HoursRecord) -> Vec<LedgerRow<'a>> {
    let is_of =
        |entry: &Entry| part.label.as_ref().is_none_or(|label| label.is_of(&entry.categories, entry.form));
    let entry = |place: usize| hours.all().get(place).filter(|entry| is_of(entry));
    let mut sum = Amount::ZERO;
    let mut rows = Vec::new();
    // The portions are newest first.
    let portions = evaluation.carried.portions.iter().rev().filter(|_| !part.carried.is_zero());
    for portion in portions {
        if let Some(entry) = entry(portion.entry) {
            sum = sum.plus(portion.amount);
            rows.push(LedgerRow { entry, posted: Posted::Carried(portion.amount), sum });
        }
    }
    for credited in &evaluation.credits {
        if let Some(entry) = entry(credited.entry).filter(|entry| part.span.contains(entry.date)) {
            sum = sum.plus(credited.credit.counted);
            rows.push(LedgerRow { entry, posted: Posted::Credited(&credited.credit), sum });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::LocalText;
    use crate::domain::profile::{Following, Profile, Since};
    use crate::domain::requirement::rule::{Minimum, Per, Threshold};
    use crate::domain::requirement::{Anchor, Circumstances, Cycle, Packs};
    use crate::domain::vocabulary::{Category, Form, KNOWN_CATEGORIES, Outcome, Unit, Word};
    use crate::domain::{Date, EntryId, Rule};
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
                let rows = rows(&evaluation, part, &hours);
                let sum = rows.last().map_or(Amount::ZERO, |row| row.sum);
                assert_eq!(sum, part.have(), "{} {}", standing.id, part.id);
                carried +=
                    usize::from(matches!(rows.first(), Some(LedgerRow { posted: Posted::Carried(_), .. })));
                yearly += usize::from(part.id.year.is_some_and(|year| year > 0) && !sum.is_zero());
            }
        }
        assert!(
            carried > 0 && yearly > 0,
            "nothing was carried in ({carried}) or counted by year ({yearly})"
        );
    }
}

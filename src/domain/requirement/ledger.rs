//! The lines behind a part's figure: what was carried in, then entry by entry with the sum so far.

use super::carry::Portion;
use super::evaluate::Evaluation;
use super::part::{Part, PartKind};
use super::tally::Credit;
use crate::domain::{Amount, Catalog, Course, Date, Entry, HoursRecord};

/// One line; the sum after the last is what the part has.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub entry: &'a Entry,
    pub credit: LineCredit<'a>,
    /// Of the part, with this line.
    pub sum: Amount,
}

/// Where a line's amount comes from.
#[derive(Clone, Copy, Debug)]
pub enum LineCredit<'a> {
    /// Left over from the period before.
    CarriedIn(Amount),
    /// Counted in this period, perhaps nothing.
    Counted(&'a Credit),
}

impl LineCredit<'_> {
    pub fn counted(&self) -> Amount {
        match self {
            Self::CarriedIn(amount) => *amount,
            Self::Counted(credit) => credit.counted,
        }
    }
}

/// The lines of a part, oldest first: what it was carried, and each entry of its days with its
/// label, also those that give nothing.
pub fn ledger<'a>(part: &Part, evaluation: &'a Evaluation, record: &'a HoursRecord) -> Vec<Line<'a>> {
    let entries = record.all();
    let portions = evaluation.carried.portions.iter().rev().filter(|portion| serves(part, portion));
    let carried = portions
        .filter_map(|portion| Some((entries.get(portion.entry)?, LineCredit::CarriedIn(portion.amount))));
    let of_part = |entry: &Entry| {
        let label = part.label.as_ref();
        part.span.contains(entry.date) && label.is_none_or(|label| label.is_of(&entry.categories, entry.form))
    };
    let credited = evaluation.credits.iter().filter_map(|credited| {
        let entry = entries.get(credited.entry).filter(|entry| of_part(entry))?;
        Some((entry, LineCredit::Counted(&credited.credit)))
    });
    let mut sum = Amount::ZERO;
    let lines = carried.chain(credited).map(|(entry, credit)| {
        sum = sum.plus(credit.counted());
        Line { entry, credit, sum }
    });
    lines.collect()
}

/// A planned course below the entries of a part.
#[derive(Clone, Copy, Debug)]
pub struct PlannedLine<'a> {
    pub course: &'a Course,
    /// The day that it is taken to be done on.
    pub day: Date,
    /// `None` where its hours are not stated.
    pub credit: Option<&'a Credit>,
}

/// What of the plan has a part's label and days; together they add what the part says is planned.
pub fn planned_lines<'a>(
    part: &Part,
    evaluation: &'a Evaluation,
    catalog: &'a Catalog,
) -> Vec<PlannedLine<'a>> {
    let inside = evaluation.planned.iter().filter(|planned| part.span.contains(planned.day));
    let of_part = inside.filter_map(|planned| {
        let course = catalog.get(&planned.course)?;
        let label = part.label.as_ref();
        let is_of = label.is_none_or(|label| label.is_of(&course.categories, course.form));
        is_of.then_some(PlannedLine { course, day: planned.day, credit: planned.credit.as_ref() })
    });
    of_part.collect()
}

/// Whether a carried portion is in a part's figure.
fn serves(part: &Part, portion: &Portion) -> bool {
    match (part.kind, part.place) {
        _ if part.carried.is_zero() => false,
        (PartKind::Minimum | PartKind::Share, Some(place)) => {
            part.label.is_none() || portion.minimums.contains(&place)
        }
        _ => true,
    }
}

/// How many entries of the period count, but have no category: each may be what a part misses.
pub fn uncategorised(evaluation: &Evaluation, record: &HoursRecord) -> usize {
    let counting = evaluation.credits.iter().filter(|credited| !credited.credit.counted.is_zero());
    let entries = counting.filter_map(|credited| record.all().get(credited.entry));
    entries.filter(|entry| entry.categories.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::LocalText;
    use crate::domain::requirement::rule::{Carry, Label, Maximum, Minimum, Per, Reach, Threshold};
    use crate::domain::requirement::{Rule, Subject, evaluate};
    use crate::domain::vocabulary::{Category, Unit};
    use crate::domain::{EntryId, RuleId};
    use jiff::civil::date;

    fn rule() -> Rule {
        let id = RuleId::new("rule").unwrap();
        let mut rule = Rule::new(id, LocalText::plain("Rule"), Unit::Hour, Some(Amount::whole(20)));
        rule.cycle.months = 24;
        rule.carry = Some(Carry { hours: Amount::whole(9), category: None, earned_within_months: None });
        let label = |word| Some(Label::Category(Category::new(word).unwrap()));
        let minimum = |label, hours, per, carried| Minimum {
            label,
            amount: Threshold::Hours(Amount::whole(hours)),
            per,
            carried,
            soft: false,
        };
        rule.minimums = vec![
            minimum(label("ethics"), 3, Per::Period, true),
            minimum(label("technical"), 3, Per::Period, false),
            minimum(None, 5, Per::Year, true),
        ];
        rule.maximums = vec![Maximum {
            label: label("broader"),
            amount: Threshold::Hours(Amount::whole(4)),
            per: Reach::Span(Per::Period),
        }];
        rule
    }

    #[test]
    fn every_ledger_ends_with_the_figure_of_its_part() {
        let entry = |id: &str, day, hours, category: &str| {
            let entry = Entry::new(EntryId::new(id).unwrap(), day, id.to_owned(), Amount::whole(hours));
            Entry { categories: Category::new(category).into_iter().collect(), ..entry }
        };
        let record = HoursRecord::new(
            vec![
                entry("a", date(2024, 3, 1), 18, "technical"),
                entry("b", date(2025, 5, 1), 4, "ethics"),
                entry("c", date(2025, 6, 1), 3, "technical"),
                entry("d", date(2026, 3, 1), 6, "broader"),
                entry("e", date(2026, 4, 1), 2, ""),
                entry("f", date(2027, 4, 1), 1, "ethics"),
            ],
            Vec::new(),
        );
        let rule = rule();
        let subject = Subject { rule: &rule, since: None, totals: &[] };
        let evaluation = evaluate(&subject, &record, &[], date(2027, 6, 1)).unwrap();
        for part in &evaluation.parts {
            let sum = ledger(part, &evaluation, &record).last().map_or(Amount::ZERO, |line| line.sum);
            assert_eq!(sum, part.have(), "{}", part.id);
        }
        let ids = |part: usize| -> Vec<&str> {
            let lines = ledger(&evaluation.parts[part], &evaluation, &record);
            lines.into_iter().map(|line| line.entry.id.as_str()).collect()
        };
        assert_eq!(evaluation.carried.amount, Amount::whole(5));
        // The second year needs five of its seven, and ethics three of its four: the rest comes from "a".
        assert_eq!(ids(0), ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(ids(1), ["b", "f"]);
        assert!(ids(2).is_empty(), "carried hours may not meet it");
        assert_eq!(uncategorised(&evaluation, &record), 1);
    }
}

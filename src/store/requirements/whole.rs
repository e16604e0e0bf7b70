//! Looks at a rule as a whole: figures that contradict each other, parts that stand twice.

use super::keys::note;
use super::mistake::PackMistake;
use super::parts::Placed;
use crate::domain::Amount;
use crate::domain::requirement::Cycle;
use crate::domain::requirement::rule::{Conversion, Label, Maximum, Minimum, Per, Reach, Threshold};
use crate::store::place::Place;
use crate::store::reading::value::Reader;
use std::ops::Range;

/// What was read of a rule, with places.
pub(super) struct Whole<'w> {
    pub cycle: Option<&'w Cycle>,
    pub total: Option<Amount>,
    /// A total that is there but wrong has been noted already.
    pub total_stated: bool,
    pub minimums: &'w [Placed<Minimum>],
    pub maximums: &'w [Placed<Maximum>],
    pub conversions: &'w [Placed<Conversion>],
    /// The header of `[carry]`.
    pub carry: Option<Range<usize>>,
}

impl Whole<'_> {
    /// Notes everything that does not fit together.
    pub fn look(&self, reader: &mut Reader<'_>) {
        self.totals(reader);
        self.years(reader);
        self.shares(reader);
        self.twice(reader);
        self.figures(reader);
        if let Some(header) = &self.carry {
            if self.cycle.is_some_and(Cycle::is_rolling) {
                note(reader, header.clone(), PackMistake::CarryInWindow);
            } else if !self.total_stated {
                note(reader, header.clone(), PackMistake::CarryWithoutTotal);
            }
        }
    }

    fn totals(&self, reader: &mut Reader<'_>) {
        for minimum in self.minimums {
            if minimum.part.label.is_none() && minimum.part.per == Per::Period {
                note(reader, minimum.header.clone(), PackMistake::SecondTotal);
            }
        }
    }

    fn years(&self, reader: &mut Reader<'_>) {
        let Some(months) = self.cycle.map(|cycle| cycle.months).filter(|months| *months <= 12) else {
            return;
        };
        let minimums = self.minimums.iter().filter(|it| it.part.per == Per::Year).map(|it| &it.per);
        let yearly = Reach::Span(Per::Year);
        let maximums = self.maximums.iter().filter(|it| it.part.per == yearly).map(|it| &it.per);
        for span in minimums.chain(maximums) {
            note(reader, span.clone(), PackMistake::YearInShortPeriod { months });
        }
    }

    fn shares(&self, reader: &mut Reader<'_>) {
        let minimums = self.minimums.iter().map(|it| (it.part.amount, &it.amount));
        let maximums = self.maximums.iter().map(|it| (it.part.amount, &it.amount));
        for (amount, span) in minimums.chain(maximums) {
            if matches!(amount, Threshold::ShareOfRequired(_)) && !self.total_stated {
                note(reader, span.clone(), PackMistake::ShareWithoutTotal);
            }
        }
    }

    /// Parts are named by their label, so that the name of each must be its own.
    fn twice(&self, reader: &mut Reader<'_>) {
        let name = |label: &Option<Label>| label.as_ref().map(|label| label.as_str().to_owned());
        let minimums = self.minimums.iter();
        let minimums: Vec<_> = minimums.map(|it| ((name(&it.part.label), it.part.per), &it.header)).collect();
        repeated(reader, &minimums, |_, first| PackMistake::DuplicateMinimum { first });
        let maximums = self.maximums.iter();
        let maximums: Vec<_> = maximums.map(|it| ((name(&it.part.label), it.part.per), &it.header)).collect();
        repeated(reader, &maximums, |_, first| PackMistake::DuplicateMaximum { first });
        let conversions = self.conversions.iter();
        let conversions: Vec<_> = conversions.map(|it| ((it.part.unit, it.part.form), &it.header)).collect();
        repeated(reader, &conversions, |(unit, form), first| PackMistake::DuplicateConversion {
            unit: *unit,
            form: *form,
            first,
        });
    }

    fn figures(&self, reader: &mut Reader<'_>) {
        for placed in self.minimums {
            let Some(minimum) = self.over_period(placed.part.amount, placed.part.per) else { continue };
            let maximums = self.maximums.iter().filter(|it| it.part.label == placed.part.label);
            let maximum = maximums.filter_map(|it| match it.part.per {
                Reach::Span(per) => self.over_period(it.part.amount, per),
                Reach::Entry => None,
            });
            if let Some(total) = self.total.filter(|total| *total < minimum) {
                note(reader, placed.amount.clone(), PackMistake::AboveTotal { minimum, total });
            } else if let Some(maximum) = maximum.min().filter(|maximum| *maximum < minimum) {
                note(reader, placed.amount.clone(), PackMistake::AboveMaximum { minimum, maximum });
            }
        }
    }

    /// What a threshold comes to over a whole period, where that is known.
    fn over_period(&self, amount: Threshold, per: Per) -> Option<Amount> {
        let amount = match amount {
            Threshold::Hours(hours) => hours,
            Threshold::ShareOfRequired(share) => share.of_rounded_down(self.total?),
            Threshold::ShareOfCounted(_) => return None,
        };
        let years = match per {
            Per::Period => 1,
            Per::Year => u64::from(self.cycle?.months / 12).max(1),
        };
        Some(Amount::from_hundredths(amount.hundredths().saturating_mul(years)))
    }
}

/// Notes each thing that is the same as an earlier one.
fn repeated<T: PartialEq>(
    reader: &mut Reader<'_>,
    things: &[(T, &Range<usize>)],
    mistake: impl Fn(&T, Place) -> PackMistake,
) {
    for (at, (thing, span)) in things.iter().enumerate() {
        if let Some((_, first)) = things.iter().take(at).find(|(other, _)| other == thing) {
            let first = reader.report.place(reader.mark(first));
            note(reader, (*span).clone(), mistake(thing, first));
        }
    }
}

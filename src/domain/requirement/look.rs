//! Looking at a tally on a day: the figures of each part, its state, and what the state rests on.

use super::carry::CarriedIn;
use super::convert::most_in_days;
use super::part::{Basis, Part, PartId, PartKind, State};
use super::period::days_between;
use super::rule::{Label, Minimum, Per, Reach, Rule, Threshold, narrowed};
use super::tally::Tally;
use crate::domain::{Amount, Date};

/// A day, and all that is known on it.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub rule: &'a Rule,
    pub as_of: Date,
    pub counted: &'a Tally,
    /// The same tally with the plan added.
    pub planned: &'a Tally,
    pub carried: &'a CarriedIn,
}

impl Look<'_> {
    /// The total, the minimums and the caps, each year of a yearly one by itself.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![self.total()];
        for (place, minimum) in self.rule.minimums.iter().enumerate() {
            parts.extend(self.years(minimum.per).map(|year| self.minimum(place, minimum, year)));
        }
        for (place, maximum) in self.rule.maximums.iter().enumerate() {
            if let Reach::Span(per) = maximum.per {
                parts.extend(self.years(per).map(|year| self.maximum(place, year)));
            }
        }
        parts
    }

    fn years(&self, per: Per) -> impl Iterator<Item = Option<usize>> + use<> {
        let count = if per == Per::Year { self.counted.bounds().years.len() } else { 1 };
        (0..count).map(move |year| (per == Per::Year).then_some(year))
    }

    fn total(&self) -> Part {
        let part = Part {
            id: PartId { label: None, year: None },
            kind: PartKind::Total,
            label: None,
            place: None,
            span: self.counted.bounds().period,
            required: self.counted.bounds().total,
            counted: self.counted.total(),
            carried: self.carried.amount,
            planned: self.planned.total().minus(self.counted.total()),
            soft: false,
            state: State::Met,
            basis: Basis::Enough,
        };
        self.judged(part)
    }

    fn minimum(&self, place: usize, minimum: &Minimum, year: Option<usize>) -> Part {
        let counted = self.counted.of_minimum(place, year);
        let kind = match minimum.amount {
            Threshold::Hours(_) => PartKind::Minimum,
            _ => PartKind::Share,
        };
        let first_year = year.is_none_or(|year| year == 0);
        let part = Part {
            id: PartId { label: minimum.label.as_ref().map(Label::to_string), year },
            kind,
            label: minimum.label.clone(),
            place: Some(place),
            span: self.counted.bounds().span(year),
            required: required(minimum, self.counted.bounds().total, self.have_in_all()),
            counted,
            carried: match minimum.carried && first_year {
                true => self.carried.of(minimum.label.as_ref()),
                false => Amount::ZERO,
            },
            planned: self.planned.of_minimum(place, year).minus(counted),
            soft: minimum.soft,
            state: State::Met,
            basis: Basis::Enough,
        };
        self.judged(part)
    }

    fn maximum(&self, place: usize, year: Option<usize>) -> Part {
        let counted = self.counted.of_maximum(place, year);
        let limit = self.counted.bounds().maximums.get(place).copied().unwrap_or_default();
        let label = self.rule.maximums.get(place).and_then(|maximum| maximum.label.clone());
        Part {
            id: PartId { label: label.as_ref().map(Label::to_string), year },
            kind: PartKind::Maximum,
            label,
            place: Some(place),
            span: self.counted.bounds().span(year),
            required: Some(limit),
            counted,
            carried: Amount::ZERO,
            planned: self.planned.of_maximum(place, year).minus(counted),
            soft: false,
            state: State::Met,
            basis: Basis::Room { left: limit.minus(counted) },
        }
    }

    fn have_in_all(&self) -> Amount {
        self.counted.total().plus(self.carried.amount)
    }

    fn judged(&self, mut part: Part) -> Part {
        (part.state, part.basis) = self.judge(&part);
        part
    }

    fn judge(&self, part: &Part) -> (State, Basis) {
        let Some(required) = part.required else { return (State::Advice, Basis::NotStated) };
        if part.have() >= required {
            return (State::Met, Basis::Enough);
        }
        if part.soft {
            return (State::Advice, Basis::Soft);
        }
        if self.as_of > part.span.end {
            return (State::Missed, Basis::Over);
        }
        if let Some(most) = self.most_until(part.span.end, part.span.start)
            && part.have().plus(most) < required
        {
            return (State::Impossible, Basis::TooLate { most });
        }
        let by_plan = part.have().plus(part.planned);
        if by_plan >= self.wanted(part, self.planned.total()) {
            return (State::OnTrack, Basis::Plan { reaches: by_plan });
        }
        if self.as_of < part.span.start {
            return (State::OnTrack, Basis::NotBegun);
        }
        let pace = |counted| self.by_pace(part, counted);
        let by_pace = pace(part.counted).plus(part.carried);
        if by_pace >= self.wanted(part, pace(self.counted.total())) {
            return (State::OnTrack, Basis::Pace { reaches: by_pace });
        }
        (State::AtRisk, Basis::Behind { by_plan, by_pace })
    }

    /// What day and night could still bring. A rolling window does not close: nothing is too late.
    fn most_until(&self, end: Date, start: Date) -> Option<Amount> {
        let days_left = days_between(self.as_of.max(start), end) + 1;
        most_in_days(self.rule, days_left).filter(|_| !self.rule.cycle.is_rolling())
    }

    /// What the part would want once so much is counted in all: a share of what is counted grows.
    fn wanted(&self, part: &Part, counted_in_all: Amount) -> Amount {
        let minimum = part.place.and_then(|place| self.rule.minimums.get(place));
        let in_all = counted_in_all.plus(self.carried.amount);
        let wanted = minimum.and_then(|minimum| required(minimum, self.counted.bounds().total, in_all));
        wanted.or(part.required).unwrap_or_default()
    }

    /// What the end of the part's span shows if every day brings as much as the days so far did.
    fn by_pace(&self, part: &Part, counted: Amount) -> Amount {
        let gone = u128::from(days_between(part.span.start, self.as_of)) + 1;
        let all = u128::from(part.span.days());
        narrowed(u128::from(counted.hundredths()) * all / gone)
    }
}

/// What a minimum wants, given the total that is required and the one that is there. A period from
/// which the person is exempt, with a total of nothing, wants nothing of any part.
pub fn required(minimum: &Minimum, total: Option<Amount>, have: Amount) -> Option<Amount> {
    if total == Some(Amount::ZERO) {
        return total;
    }
    match minimum.amount {
        Threshold::Hours(hours) => Some(hours),
        Threshold::ShareOfRequired(share) => total.map(|total| share.of_rounded_up(total)),
        Threshold::ShareOfCounted(share) => Some(share.of_rounded_up(total.unwrap_or_default().max(have))),
    }
}

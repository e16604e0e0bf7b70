//! The parts of a rule and how each stands: what is required, counted, carried in, planned and
//! missing, a state, and what the state rests on.

use super::convert::most_in_days;
use super::period::{Period, days_between};
use super::rule::{Label, Minimum, Per, Reach, Rule, Threshold};
use super::tally::Tally;
use crate::domain::{Amount, Date};
use std::fmt;

/// The figures of one period that do not move while it is tallied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub period: Period,
    /// The years inside it, at least one.
    pub years: Vec<Period>,
    /// The total that is required; `None` where none is stated.
    pub total: Option<Amount>,
    /// The caps, by place in [`Rule::maximums`].
    pub maximums: Vec<Amount>,
}

/// Where a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Not binding, and not met.
    Advice,
    Met,
    OnTrack,
    AtRisk,
    /// Not met, and cannot be met any more.
    Impossible,
    /// Not met, and the time is over.
    Missed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    Total,
    Minimum,
    Maximum,
    Share,
}

/// `total`, or the category or form that the part is about; a year inside a longer period adds
/// its number: `total-year-2`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PartId {
    pub label: Option<String>,
    pub year: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: PartId,
    pub kind: PartKind,
    pub label: Option<Label>,
    /// Place in [`Rule::minimums`] or [`Rule::maximums`]; none for the total.
    pub place: Option<usize>,
    /// The days that it is counted over: the period, or one year of it.
    pub span: Period,
    /// For a maximum, the cap. `None`: not stated.
    pub required: Option<Amount>,
    /// From entries of this period, after all caps.
    pub counted: Amount,
    /// From the period before.
    pub carried: Amount,
    /// What the plan would add, after all caps.
    pub planned: Amount,
    pub soft: bool,
    pub state: State,
    pub basis: Basis,
}

/// What a state rests on, so that the screen can say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    Enough,
    /// No source states how much is required.
    NotStated,
    /// Advice of the rule, not a condition.
    Soft,
    /// The period or year is over.
    Over,
    /// Even day and night until the end would give only so much.
    TooLate {
        most: Amount,
    },
    NotBegun,
    /// With what is planned.
    Plan {
        reaches: Amount,
    },
    /// By continuing as since the beginning.
    Pace {
        reaches: Amount,
    },
    /// Neither the plan nor the pace reaches it.
    Behind {
        by_plan: Amount,
        by_pace: Amount,
    },
    /// A cap that still has room, or has none.
    Room {
        left: Amount,
    },
}

/// A day, and whether the tally of the plan is at hand.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub rule: &'a Rule,
    pub as_of: Date,
    pub counted: &'a Tally,
    /// The same tally with the plan added.
    pub planned: &'a Tally,
    pub carried: &'a super::carry::CarriedIn,
}

impl State {
    pub const ALL: [State; 6] =
        [Self::Met, Self::OnTrack, Self::AtRisk, Self::Missed, Self::Impossible, Self::Advice];

    /// As scripts read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::OnTrack => "on-track",
            Self::AtRisk => "at-risk",
            Self::Missed => "missed",
            Self::Impossible => "impossible",
            Self::Advice => "advice",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

impl PartKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Share => "share",
        }
    }
}

impl Bounds {
    /// `total`: what is required in this period, after any override.
    pub fn new(rule: &Rule, period: Period, total: Option<Amount>) -> Self {
        let limit = |threshold| match threshold {
            Threshold::Hours(hours) => hours,
            // Without a total there is nothing to take a share of, and nothing is cut.
            Threshold::ShareOfRequired(share) | Threshold::ShareOfCounted(share) => {
                total.map_or(Amount::from_hundredths(u64::MAX), |total| share.of_rounded_down(total))
            }
        };
        let maximums = rule.maximums.iter().map(|maximum| limit(maximum.amount)).collect();
        Self { period, years: period.years(), total, maximums }
    }

    /// In which year of the period a day lies.
    pub fn year_of(&self, day: Date) -> usize {
        self.years.iter().position(|year| day <= year.end).unwrap_or(self.years.len().saturating_sub(1))
    }

    /// The year to look at: none where the whole period is meant.
    pub fn slot(&self, per: Per, year: usize) -> Option<usize> {
        (per == Per::Year).then_some(year)
    }

    fn span(&self, year: Option<usize>) -> Period {
        year.and_then(|year| self.years.get(year)).copied().unwrap_or(self.period)
    }
}

impl Part {
    /// What is still wanted; `None` where nothing is stated, nothing for a cap.
    pub fn missing(&self) -> Option<Amount> {
        match self.kind {
            PartKind::Maximum => Some(Amount::ZERO),
            _ => self.required.map(|required| required.minus(self.have())),
        }
    }

    /// Counted and carried in.
    pub fn have(&self) -> Amount {
        self.counted.plus(self.carried)
    }

    /// Whether it wants anything: a cap does not, nor does a total that nobody states.
    pub fn wants(&self) -> bool {
        self.kind != PartKind::Maximum && self.required.is_some()
    }

    /// Whether a failure here is a failure of the rule.
    pub fn binds(&self) -> bool {
        !self.soft && self.wants()
    }
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
        let days_left = days_between(self.as_of.max(part.span.start), part.span.end) + 1;
        if let Some(most) = most_in_days(self.rule, days_left)
            && part.have().plus(most) < required
        {
            return (State::Impossible, Basis::TooLate { most });
        }
        let by_plan = part.have().plus(part.planned);
        if by_plan >= required {
            return (State::OnTrack, Basis::Plan { reaches: by_plan });
        }
        if self.as_of < part.span.start {
            return (State::OnTrack, Basis::NotBegun);
        }
        let by_pace = self.by_pace(part);
        if by_pace >= required {
            return (State::OnTrack, Basis::Pace { reaches: by_pace });
        }
        (State::AtRisk, Basis::Behind { by_plan, by_pace })
    }

    /// What the end of the span shows if every day brings as much as the days so far did.
    fn by_pace(&self, part: &Part) -> Amount {
        let gone = u64::from(days_between(part.span.start, self.as_of)) + 1;
        let all = u64::from(part.span.days());
        let earned = part.counted.hundredths().saturating_mul(all) / gone;
        Amount::from_hundredths(earned).plus(part.carried)
    }
}

/// What a minimum wants, given the total that is required and the one that is there.
pub fn required(minimum: &Minimum, total: Option<Amount>, have: Amount) -> Option<Amount> {
    match minimum.amount {
        Threshold::Hours(hours) => Some(hours),
        Threshold::ShareOfRequired(share) => total.map(|total| share.of_rounded_up(total)),
        Threshold::ShareOfCounted(share) => Some(share.of_rounded_up(total.unwrap_or_default().max(have))),
    }
}

/// The state of the rule: the worst of what binds; advice alone where nothing does.
pub fn overall(parts: &[Part]) -> State {
    parts.iter().filter(|part| part.binds()).map(|part| part.state).max().unwrap_or(State::Advice)
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label.as_deref().unwrap_or("total"))?;
        match self.year {
            Some(year) => write!(f, "-year-{}", year + 1),
            None => Ok(()),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

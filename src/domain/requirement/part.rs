//! The parts of a rule: what is required, counted, carried in, planned and missing, a state, and
//! what the state rests on.

use super::period::Period;
use super::rule::{Label, Per, Rule, Threshold};
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

/// A share of a total that nobody states limits nothing.
const NO_LIMIT: Amount = Amount::from_hundredths(u64::MAX);

impl State {
    pub const ALL: [State; 6] =
        [Self::Met, Self::OnTrack, Self::AtRisk, Self::Missed, Self::Impossible, Self::Advice];

    /// Whether something has to be done, or was not done.
    pub fn is_alarming(self) -> bool {
        matches!(self, Self::AtRisk | Self::Impossible | Self::Missed)
    }

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
                total.map_or(NO_LIMIT, |total| share.of_rounded_down(total))
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

    /// The days of one of the years, or of the whole period.
    pub fn span(&self, year: Option<usize>) -> Period {
        year.and_then(|year| self.years.get(year)).copied().unwrap_or(self.period)
    }
}

impl Part {
    /// What is required, where that is a figure: a share of a total that nobody states limits
    /// nothing.
    pub fn stated(&self) -> Option<Amount> {
        self.required.filter(|required| *required != NO_LIMIT)
    }

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

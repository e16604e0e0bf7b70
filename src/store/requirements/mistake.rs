//! What can be wrong with a requirement pack and with no other file.

use crate::domain::vocabulary::{Form, Unit};
use crate::domain::{Amount, Date};
use crate::store::place::Place;
use crate::store::reading::{HoursMistake, Severity};

/// A mistake in a pack. Figures follow from a rule as a whole, so that one error leaves the pack
/// out: hours counted by half a rule would be worse than none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackMistake {
    // The file.
    NewerSchema {
        found: i64,
    },
    /// It holds courses, tracks or pathways.
    Catalog,
    UnknownKey {
        key: String,
        suggestion: Option<&'static str>,
    },

    // Figures.
    Figure {
        key: &'static str,
        mistake: HoursMistake,
    },
    /// A whole number outside its range.
    OutOfRange {
        key: &'static str,
        least: i64,
        most: i64,
    },
    ZeroStep,
    BadRatio {
        key: &'static str,
        text: String,
    },
    /// Zero, or more than the whole.
    ShareOutOfRange,
    ZeroFactor,

    // The period.
    Months,
    NotAMonthDay {
        text: String,
    },
    /// 29 February: 28 February in other years.
    LeapDay,
    FromYearMissing {
        months: u16,
    },
    NotOfAnchor {
        key: &'static str,
        anchor: &'static str,
    },

    // A part.
    NoAmount,
    TwoAmounts,
    /// `of` beside `hours`.
    OfWithoutShare,
    NoLabel,
    TwoLabels,
    /// Neither known nor declared in `own_categories`.
    UnknownCategory {
        category: String,
        /// The known or declared one that it nearly is.
        suggestion: Option<String>,
    },

    // What only shows in the whole rule.
    /// A minimum of everything over the whole period: a second total.
    SecondTotal,
    YearInShortPeriod {
        months: u16,
    },
    ShareWithoutTotal,
    AboveTotal {
        minimum: Amount,
        total: Amount,
    },
    AboveMaximum {
        minimum: Amount,
        maximum: Amount,
    },
    DuplicateMinimum {
        first: Place,
    },
    DuplicateMaximum {
        first: Place,
    },
    DuplicateConversion {
        unit: Unit,
        form: Option<Form>,
        first: Place,
    },
    CarryInWindow,
    CarryWithoutTotal,
    ValidityReversed {
        from: Date,
        to: Date,
    },

    // Sources and examples.
    NotChecked,
    SinceMissing,
    EntryAfterDay {
        date: Date,
        as_of: Date,
    },
    NothingExpected,
}

impl PackMistake {
    /// A name for machines; never changes once released.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NewerSchema { .. } => "schema-newer",
            Self::Catalog => "catalog-not-pack",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Figure { mistake, .. } => match mistake {
                HoursMistake::Zero => "figure-zero",
                HoursMistake::Negative => "figure-negative",
                HoursMistake::NotFinite => "figure-not-finite",
                HoursMistake::Exponent => "figure-exponent",
                HoursMistake::TooManyDecimals => "figure-too-precise",
                HoursMistake::TooMany => "figure-too-large",
                HoursMistake::Shape => "figure-shape",
            },
            Self::OutOfRange { .. } => "out-of-range",
            Self::ZeroStep => "zero-step",
            Self::BadRatio { .. } => "bad-ratio",
            Self::ShareOutOfRange => "share-out-of-range",
            Self::ZeroFactor => "zero-factor",
            Self::Months => "impossible-period",
            Self::NotAMonthDay { .. } => "not-a-month-day",
            Self::LeapDay => "leap-day",
            Self::FromYearMissing { .. } => "from-year-missing",
            Self::NotOfAnchor { .. } => "not-of-anchor",
            Self::NoAmount => "no-amount",
            Self::TwoAmounts => "two-amounts",
            Self::OfWithoutShare => "of-without-share",
            Self::NoLabel => "no-label",
            Self::TwoLabels => "two-labels",
            Self::UnknownCategory { .. } => "unknown-category",
            Self::SecondTotal => "second-total",
            Self::YearInShortPeriod { .. } => "year-in-short-period",
            Self::ShareWithoutTotal => "share-without-total",
            Self::AboveTotal { .. } => "minimum-above-total",
            Self::AboveMaximum { .. } => "minimum-above-maximum",
            Self::DuplicateMinimum { .. } => "duplicate-minimum",
            Self::DuplicateMaximum { .. } => "duplicate-maximum",
            Self::DuplicateConversion { .. } => "duplicate-conversion",
            Self::CarryInWindow => "carry-in-rolling-window",
            Self::CarryWithoutTotal => "carry-without-total",
            Self::ValidityReversed { .. } => "validity-reversed",
            Self::NotChecked => "source-not-checked",
            Self::SinceMissing => "since-missing",
            Self::EntryAfterDay { .. } => "entry-after-day",
            Self::NothingExpected => "nothing-expected",
        }
    }

    /// Whether the pack is used all the same.
    pub fn severity(&self) -> Severity {
        match self {
            Self::LeapDay
            | Self::UnknownCategory { .. }
            | Self::EntryAfterDay { .. }
            | Self::NothingExpected => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

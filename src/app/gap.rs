//! The gap that the catalog is asked to fill: a rule, perhaps one part of it.

use super::catalog_view::Around;
use super::gains;
use super::requirements::OwnedStanding;
use crate::query::{Field, Query};

/// The first `fills:` of a query, evaluated.
#[derive(Clone, Debug)]
pub struct Gap {
    pub standing: OwnedStanding,
    /// The part that is asked for, by its id; none means the whole rule.
    pub part: Option<String>,
}

impl Gap {
    pub fn of(query: &Query, around: &Around) -> Option<Self> {
        let asked = query.rules().into_iter().find(|(_, field, _)| *field == Field::Fills)?.2;
        let wanted = gains::find(&around.circumstances, asked, around.as_of).ok()?;
        Some(Self { standing: wanted.standing.into(), part: wanted.part })
    }
}

//! Who is learning and which rules bind them: the profile beside plan and hours.

use super::{Amount, Date, RuleId, ViewName};
use jiff::Span;
use std::collections::BTreeMap;

/// Name and licence for a transcript, the dates that personal periods count from, and the packs
/// that are followed, in the person's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub name: Option<String>,
    /// A licence or certificate number for every rule that names none of its own.
    pub licence: Option<String>,
    /// Dates by name: `birthday`, `licensed`.
    pub dates: BTreeMap<String, PersonalDate>,
    pub following: Vec<Following>,
}

/// A stated day, or one that is counted from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonalDate {
    On(Date),
    /// So many months after the date of that name; the last day of that month where wanted.
    After {
        date: String,
        months: i16,
        end_of_month: bool,
    },
}

/// A pack that binds the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    pub rule: RuleId,
    pub since: Option<Since>,
    pub licence: Option<String>,
    /// Totals that hold for one period instead of the rule's: a shorter first year, part-time. In
    /// the order of the periods, one each.
    pub totals: Vec<TotalOverride>,
}

/// The personal date of a followed pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    On(Date),
    /// A date of the profile, by name.
    Named(String),
}

/// A total for the period that begins on a day; without one (a rolling window) for every period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalOverride {
    pub period: Option<Date>,
    pub hours: Amount,
}

/// One thing that a profile or the file of saved views states. An operation changes it as a whole, and undo takes it back as
/// a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    Name,
    Licence,
    Date(String),
    Rule(RuleId),
    /// A saved view, which has a file of its own.
    View(ViewName),
}

/// What a piece other than a rule is to say; `None` takes it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    Name(Option<String>),
    Licence(Option<String>),
    /// The name is one that [`is_date_name`] allows.
    Date(String, Option<PersonalDate>),
}

/// Months that a date may lie before or after the one that it is counted from.
pub const MONTHS: std::ops::RangeInclusive<i16> = -1200..=1200;

/// Whether a date may be called so: lower-case letters, digits and single hyphens, a letter first,
/// so that a name is never mistaken for a day.
pub fn is_date_name(text: &str) -> bool {
    super::ids::is_slug(text) && text.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Why a personal date cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// No date of this name is stated.
    Missing(String),
    /// The dates are counted from each other, in this order.
    Cycle(Vec<String>),
    /// Outside the years that a date may lie in.
    OutOfRange(String),
}

impl Following {
    pub fn new(rule: RuleId) -> Self {
        Self { rule, since: None, licence: None, totals: Vec::new() }
    }
}

impl Fact {
    pub fn piece(&self) -> Piece {
        match self {
            Self::Name(_) => Piece::Name,
            Self::Licence(_) => Piece::Licence,
            Self::Date(name, _) => Piece::Date(name.clone()),
        }
    }
}

impl Profile {
    /// Follows a rule, behind the others; a rule that is followed already keeps its place.
    pub fn follow(&mut self, mut following: Following) {
        following.totals.sort_by_key(|total| total.period);
        match self.following.iter_mut().find(|known| known.rule == following.rule) {
            Some(known) => *known = following,
            None => self.following.push(following),
        }
    }

    pub fn unfollow(&mut self, rule: &RuleId) {
        self.following.retain(|following| following.rule != *rule);
    }

    pub fn state(&mut self, fact: Fact) {
        match fact {
            Fact::Name(name) => self.name = name,
            Fact::Licence(licence) => self.licence = licence,
            Fact::Date(name, Some(date)) => drop(self.dates.insert(name, date)),
            Fact::Date(name, None) => drop(self.dates.remove(&name)),
        }
    }

    pub fn following(&self, rule: &RuleId) -> Option<&Following> {
        self.following.iter().find(|following| following.rule == *rule)
    }

    /// The day that a name stands for.
    ///
    /// # Errors
    /// See [`DateProblem`].
    pub fn date(&self, name: &str) -> Result<Date, DateProblem> {
        let mut trail = Vec::new();
        self.date_after(name, &mut trail)
    }

    fn date_after(&self, name: &str, trail: &mut Vec<String>) -> Result<Date, DateProblem> {
        if let Some(at) = trail.iter().position(|seen| seen == name) {
            let mut circle = trail.split_off(at);
            circle.push(name.to_owned());
            return Err(DateProblem::Cycle(circle));
        }
        match self.dates.get(name) {
            None => Err(DateProblem::Missing(name.to_owned())),
            Some(PersonalDate::On(day)) => Ok(*day),
            Some(PersonalDate::After { date, months, end_of_month }) => {
                trail.push(name.to_owned());
                let day = self.date_after(date, trail)?;
                let moved = day.checked_add(Span::new().months(*months));
                let moved = moved.ok().filter(|day| super::date::YEARS.contains(&day.year()));
                let moved = moved.ok_or_else(|| DateProblem::OutOfRange(name.to_owned()))?;
                Ok(if *end_of_month { moved.last_of_month() } else { moved })
            }
        }
    }

    /// The personal date of a rule: the one it is followed since, else the profile's date of the
    /// name that the rule asks for. `Ok(None)` where the rule needs none.
    ///
    /// # Errors
    /// See [`DateProblem`].
    pub fn since(&self, rule: &super::Rule) -> Result<Option<Date>, DateProblem> {
        let wanted = match &rule.cycle.anchor {
            super::requirement::Anchor::Personal { date, .. } => Some(date),
            _ => None,
        };
        match self.following(&rule.id).and_then(|following| following.since.as_ref()) {
            Some(Since::On(day)) => Ok(Some(*day)),
            Some(Since::Named(name)) => self.date(name).map(Some),
            None => wanted.map(|name| self.date(name)).transpose(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn after(date: &str, months: i16) -> PersonalDate {
        PersonalDate::After { date: date.to_owned(), months, end_of_month: false }
    }

    #[test]
    fn dates_may_be_counted_from_each_other_but_not_in_a_circle() {
        let mut profile = Profile::default();
        profile.dates.insert("licensed".to_owned(), PersonalDate::On(date(2024, 2, 29)));
        profile.dates.insert("renewal".to_owned(), after("licensed", 12));
        profile.dates.insert("a".to_owned(), after("b", 1));
        profile.dates.insert("b".to_owned(), after("a", 1));
        assert_eq!(profile.date("renewal"), Ok(date(2025, 2, 28)));
        let circle = ["a", "b", "a"].map(str::to_owned).to_vec();
        assert_eq!(profile.date("a"), Err(DateProblem::Cycle(circle)));
        assert_eq!(profile.date("birthday"), Err(DateProblem::Missing("birthday".to_owned())));
    }
}

//! `tuition profile set`: name, licence and dates, as one step.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::typed;
use crate::domain::date::DateError;
use crate::domain::profile::{DateProblem, Fact, MONTHS, PersonalDate, Since, is_date_name};
use crate::domain::requirement::{Anchor, Packs};
use crate::domain::{Date, Operation, Profile};
use crate::locale::cli::{Failure, Notice, ProfileFailure};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct SetArgs {
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    #[arg(long, value_name = "TEXT")]
    licence: Option<String>,
    #[arg(long = "date", value_name = "NAME=DATE")]
    dates: Vec<String>,
}

pub(super) fn run(context: &Context<'_>, args: &SetArgs) -> Result<(), CliError> {
    let mut facts = Vec::new();
    facts.extend(args.name.as_deref().map(|name| Fact::Name(typed::text(name))));
    facts.extend(args.licence.as_deref().map(|number| Fact::Licence(typed::text(number))));
    for text in &args.dates {
        facts.push(date(text, context.today)?);
    }
    if facts.is_empty() {
        return Err(Failure::NothingToChange.into());
    }
    let record = context.record_to_profile()?;
    let mut profile = record.profile.clone();
    for fact in &facts {
        profile.state(fact.clone());
    }
    sound(&record.profile, &profile, &facts, context.packs())?;
    let pieces = facts.iter().map(Fact::piece).collect();
    if context.apply(Operation::ProfileEdit(facts))?.touched == 0 {
        context.console.note(&Notice::ProfileAsBefore);
        return Ok(());
    }
    context.console.report("changed profile")?;
    context.console.note(&Notice::ProfileEdited(pieces));
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// `licensed=2024-03-01`, `renewal=licensed+12m`, `renewal=licensed+12m,end-of-month`; `renewal=`
/// takes the date out.
fn date(text: &str, today: Date) -> Result<Fact, Failure> {
    let not_named = || ProfileFailure::NotNamed { text: text.to_owned() };
    let (name, value) = text.split_once('=').ok_or_else(not_named)?;
    let (name, value) = (name.trim(), value.trim());
    if !is_date_name(name) {
        return Err(ProfileFailure::DateName { text: name.to_owned() }.into());
    }
    let stated = match typed::any_date(value, "--date", today) {
        Ok(day) => Some(PersonalDate::On(day)),
        Err(Failure::BadDate { error: DateError::Empty, .. }) => None,
        Err(failure) => match counted(value)? {
            Some(counted) => Some(counted),
            None => return Err(failure),
        },
    };
    Ok(Fact::Date(name.to_owned(), stated))
}

/// A date that is counted from another; `None` for what does not look like one.
fn counted(text: &str) -> Result<Option<PersonalDate>, ProfileFailure> {
    let (rest, end_of_month) = match text.strip_suffix(",end-of-month") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let Some(rest) = rest.strip_suffix('m') else { return Ok(None) };
    let Some(sign) = rest.rfind(['+', '-']) else { return Ok(None) };
    let (from, months) = rest.split_at(sign);
    let digits = months.get(1..).unwrap_or_default();
    if !is_date_name(from) || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    match months.parse().ok().filter(|months| MONTHS.contains(months)) {
        Some(months) => Ok(Some(PersonalDate::After { date: from.to_owned(), months, end_of_month })),
        None => Err(ProfileFailure::Months { text: months.to_owned() }),
    }
}

/// Whether every date comes out that did before or is stated now, and no rule is left without its
/// day.
fn sound(old: &Profile, new: &Profile, facts: &[Fact], packs: &Packs) -> Result<(), ProfileFailure> {
    let of = |name: &str| facts.iter().any(|fact| matches!(fact, Fact::Date(of, _) if of == name));
    let gone = |name: &str| of(name) && !new.dates.contains_key(name);
    for name in new.dates.keys().filter(|name| of(name) || old.date(name).is_ok()) {
        match new.date(name) {
            Err(DateProblem::Missing(missing)) if gone(&missing) => {
                return Err(ProfileFailure::DateInUse { name: missing, by: name.clone() });
            }
            result => drop(result.map_err(ProfileFailure::Date)?),
        }
    }
    for following in &new.following {
        let asked = || match &packs.get(&following.rule)?.cycle.anchor {
            Anchor::Personal { date, .. } => Some(date),
            Anchor::Fixed { .. } | Anchor::Rolling => None,
        };
        let date = match &following.since {
            None => asked(),
            Some(Since::Named(name)) => Some(name),
            Some(Since::On(_)) => None,
        };
        if let Some(name) = date.filter(|name| gone(name) && old.dates.contains_key(*name)) {
            let by = following.rule.to_string();
            return Err(ProfileFailure::DateInUse { name: name.clone(), by });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_typed() {
        let today = Date::constant(2026, 11, 21);
        let after = |from: &str, months, end_of_month| {
            Some(PersonalDate::After { date: from.to_owned(), months, end_of_month })
        };
        for (text, name, expected) in [
            ("licensed=2024-03-01", "licensed", Some(PersonalDate::On(Date::constant(2024, 3, 1)))),
            (" licensed = today", "licensed", Some(PersonalDate::On(today))),
            ("renewal=licensed+12m", "renewal", after("licensed", 12, false)),
            ("renewal=first-licence-24m,end-of-month", "renewal", after("first-licence", -24, true)),
            ("renewal=", "renewal", None),
        ] {
            assert_eq!(date(text, today).unwrap(), Fact::Date(name.to_owned(), expected), "{text}");
        }
        for text in ["renewal", "2024=today", "A=today", "a=b", "a=b+m", "a=b+1y", "a=+3m", "a=2025-02-29"] {
            assert!(date(text, today).is_err(), "{text}");
        }
        assert!(matches!(date("a=b+1201m", today), Err(Failure::Profile(ProfileFailure::Months { .. }))));
    }
}

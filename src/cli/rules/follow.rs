//! `tuition rules follow` and `unfollow`: which packs bind the person, from when, and to how much.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::packs::{find, find_followed};
use crate::cli::typed;
use crate::domain::date::DateError;
use crate::domain::profile::{DateProblem, Since, TotalOverride, is_date_name};
use crate::domain::requirement::{Anchor, Period};
use crate::domain::{Amount, Following, Operation, Profile, Rule};
use crate::locale::cli::{Failure, Notice, ProfileFailure};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct FollowArgs {
    rule: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    since: Option<String>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    total: Option<String>,
    #[arg(long, value_name = "TEXT")]
    licence: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct UnfollowArgs {
    rule: String,
}

/// Follows a rule; one that is followed already keeps what is not said anew.
pub(super) fn follow(context: &Context<'_>, args: &FollowArgs) -> Result<(), CliError> {
    let total = args.total.as_deref().map(|text| typed::hours(text, "--total")).transpose()?;
    let rule = find(context.packs(), &args.rule)?;
    let record = context.record_to_profile()?;
    let known = record.profile.following(&rule.id);
    let mut following = known.cloned().unwrap_or_else(|| Following::new(rule.id.clone()));
    if let Some(text) = &args.since {
        following.since = since(context, &record.profile, rule, text)?;
    }
    if let Some(text) = &args.licence {
        following.licence = typed::text(text);
    }
    let period = total.map(|hours| set_total(context, &record.profile, rule, &mut following, hours));
    let period = period.transpose()?;
    personal_date(&record.profile, rule, &following)?;
    let title = rule.title.in_order(context.lang.is_chinese()).0.to_owned();
    if known == Some(&following) {
        context.console.note(&Notice::AlreadyFollowing(title));
        return Ok(());
    }
    context.apply(Operation::Follow(following))?;
    context.console.report(&format!("following {}", rule.id))?;
    context.console.note(&Notice::Following(title));
    if let (Some(hours), Some(period)) = (total, period) {
        context.console.note(&Notice::TotalHolds { amount: hours, unit: rule.unit, period });
    }
    context.console.note(&Notice::UndoHint);
    Ok(())
}

pub(super) fn unfollow(context: &Context<'_>, args: &UnfollowArgs) -> Result<(), CliError> {
    let record = context.record_to_profile()?;
    let rule = find_followed(&record.profile, &args.rule)?;
    context.apply(Operation::Unfollow(rule.clone()))?;
    context.console.report(&format!("unfollowed {rule}"))?;
    let title = context.packs().get(rule).map(|rule| rule.title.in_order(context.lang.is_chinese()).0);
    context.console.note(&Notice::Unfollowed(title.unwrap_or(rule.as_str()).to_owned()));
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// A day, or the name of a date of the profile. A rule that counts from none is followed without.
fn since(
    context: &Context<'_>,
    profile: &Profile,
    rule: &Rule,
    text: &str,
) -> Result<Option<Since>, Failure> {
    if !rule.cycle.needs_personal_date() {
        typed::any_date(text, "--since", context.today)?;
        context.console.note(&Notice::SinceUnneeded(rule.id.clone()));
        return Ok(None);
    }
    match typed::any_date(text, "--since", context.today) {
        Ok(day) => Ok(Some(Since::On(day))),
        Err(Failure::BadDate { error: DateError::NotADate, .. }) if is_date_name(text) => {
            profile.date(text).map_err(ProfileFailure::Date)?;
            Ok(Some(Since::Named(text.to_owned())))
        }
        Err(failure) => Err(failure),
    }
}

/// The profile as it will be, asked for the day that the rule counts from.
fn personal_date(
    profile: &Profile,
    rule: &Rule,
    following: &Following,
) -> Result<Option<crate::domain::Date>, Failure> {
    let mut profile = profile.clone();
    profile.follow(following.clone());
    profile.since(rule).map_err(|problem| {
        let failure = match (&rule.cycle.anchor, problem) {
            (Anchor::Personal { date, asks }, DateProblem::Missing(missing)) if missing == *date => {
                let (rule, date, asks) = (rule.id.clone(), date.clone(), asks.clone());
                ProfileFailure::SinceMissing { rule, date, asks }
            }
            (_, problem) => ProfileFailure::Date(problem),
        };
        failure.into()
    })
}

/// Sets the total for the period that today lies in; gives that period, `None` for a rolling window,
/// whose total holds on every day.
fn set_total(
    context: &Context<'_>,
    profile: &Profile,
    rule: &Rule,
    following: &mut Following,
    hours: Amount,
) -> Result<Option<Period>, Failure> {
    let since = personal_date(profile, rule, following)?;
    let period = match rule.cycle.period_of(context.today, since) {
        Ok(period) if !rule.cycle.is_rolling() => Some(period),
        _ => None,
    };
    let begins = period.map(|period| period.start);
    match following.totals.iter_mut().find(|total| total.period == begins) {
        Some(total) => total.hours = hours,
        None => following.totals.push(TotalOverride { period: begins, hours }),
    }
    Ok(period)
}

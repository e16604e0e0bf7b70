//! `tuition profile show`: all that the profile states, and what its dates come to.

use crate::cli::args::TextFormat;
use crate::cli::console::Look;
use crate::cli::context::{Context, complete};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::show::Facts;
use crate::domain::profile::{PersonalDate, Since};
use crate::domain::{Date, Following, Profile};
use crate::locale::cli::{Notice, labels};
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &ShowArgs) -> Result<(), CliError> {
    let record = context.record()?;
    let profile = &record.profile;
    match args.format {
        TextFormat::Json => context.console.print_json(&as_json(context, profile))?,
        TextFormat::Text if *profile == Profile::default() => context.console.note(&Notice::ProfileEmpty),
        TextFormat::Text => {
            let lines = as_text(context, profile);
            context.console.print_drawn(lines.into_iter().map(|line| (Look::Plain, line)))?;
        }
    }
    complete(&record)
}

fn as_text(context: &Context<'_>, profile: &Profile) -> Vec<String> {
    let label = labels(context.lang);
    let mut facts = Facts::default();
    facts.add(label.person, profile.name.clone().unwrap_or_default());
    facts.add(label.licence, profile.licence.clone().unwrap_or_default());
    let dates = profile.dates.iter().map(|(name, stated)| {
        let shown = match stated {
            PersonalDate::On(day) => day.to_string(),
            PersonalDate::After { date, months, end_of_month } => {
                let day = profile.date(name).ok();
                context.lang.phrases().counted_date(day, date, *months, *end_of_month)
            }
        };
        format!("{name} {shown}")
    });
    facts.list(label.dates, dates);
    facts
        .list(label.follows, profile.following.iter().map(|following| followed(context, profile, following)));
    facts.lines(context.width())
}

fn followed(context: &Context<'_>, profile: &Profile, following: &Following) -> String {
    let phrases = context.lang.phrases();
    let rule = context.packs().get(&following.rule);
    let title = rule.map(|rule| rule.title.in_order(context.lang.is_chinese()).0);
    let mut parts = vec![phrases.followed(&following.rule, title)];
    if let Some(since) = &following.since {
        let name = match since {
            Since::On(_) => None,
            Since::Named(name) => Some(name.as_str()),
        };
        parts.push(phrases.since(day(profile, following), name));
    }
    parts.extend(following.licence.as_deref().map(|number| phrases.licence(number)));
    let unit = rule.map(|rule| rule.unit);
    parts.extend(following.totals.iter().map(|total| phrases.total_override(total, unit)));
    parts.join(" · ")
}

/// The day that a rule is followed since, as far as the profile says.
fn day(profile: &Profile, following: &Following) -> Option<Date> {
    match following.since.as_ref()? {
        Since::On(day) => Some(*day),
        Since::Named(name) => profile.date(name).ok(),
    }
}

fn as_json(context: &Context<'_>, profile: &Profile) -> Value {
    let shown = |day: Date| day.to_string();
    let date = |(name, stated): (&String, &PersonalDate)| {
        let (after, months, end_of_month) = match stated {
            PersonalDate::On(_) => (None, None, None),
            PersonalDate::After { date, months, end_of_month } => {
                (Some(date), Some(months), Some(end_of_month))
            }
        };
        json!({
            "name": name,
            "date": profile.date(name).ok().map(shown),
            "after": after,
            "months": months,
            "end_of_month": end_of_month,
        })
    };
    let following = |following: &Following| {
        let rule = context.packs().get(&following.rule);
        let name = match &following.since {
            Some(Since::Named(name)) => Some(name),
            _ => None,
        };
        let total = |total: &crate::domain::profile::TotalOverride| json!({"period": total.period.map(shown), "hours": json::amount(total.hours)});
        json!({
            "rule": following.rule.as_str(),
            "title": rule.map(|rule| rule.title.primary()),
            "since": day(profile, following).map(shown),
            "since_name": name,
            "licence": following.licence,
            "totals": following.totals.iter().map(total).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": json::SCHEMA,
        "name": profile.name,
        "licence": profile.licence,
        "dates": profile.dates.iter().map(date).collect::<Vec<_>>(),
        "following": profile.following.iter().map(following).collect::<Vec<_>>(),
    })
}

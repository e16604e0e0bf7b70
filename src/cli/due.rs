//! `tuition due`: what has its day soon, and what should have been done by now.

use super::args::TextFormat;
use super::context::{Context, progress};
use super::error::CliError;
use super::page::Page;
use super::standings::{conclude, figures, rules};
use super::{json, typed};
use crate::domain::agenda::{self, Dated, Occasion, Subject};
use crate::domain::requirement::effect::planned;
use crate::domain::requirement::{Circumstances, Part};
use crate::domain::vocabulary::Word;
use crate::domain::{Date, date};
use crate::locale::cli::{Failure, Notice, standing};
use crate::locale::requirements::{part_name, state_in_brief};
use crate::locale::{Lang, vocabulary};
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
pub(super) struct DueArgs {
    #[arg(long, value_name = "TIME", default_value = "60d")]
    within: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &DueArgs) -> Result<(), CliError> {
    let as_of = match &args.as_of {
        Some(text) => typed::any_date(text, "--as-of", context.today)?,
        None => context.today,
    };
    let until = date::after(as_of, &args.within)
        .ok_or_else(|| Failure::BadSpan { option: "--within", text: args.within.clone() })?;
    let record = context.record_if_any()?;
    let (packs, catalog) = (context.packs(), context.catalog()?);
    let rules = rules(packs, &record.profile, &[])?;
    let progress = progress(&record);
    let planned = planned(&record.plan, catalog, &progress, context.today);
    let all = Circumstances { packs, profile: &record.profile, record: &record.hours, planned: &planned };
    let standings: Vec<_> = rules.iter().map(|id| all.under(id, as_of)).collect();
    let due = agenda::due(agenda::agenda(&record.plan, catalog, &progress, &standings), as_of, until);
    let (_, failures) = figures(context, standings);
    match args.format {
        TextFormat::Json => context.console.print_json(&json!({
            "schema": json::SCHEMA,
            "as_of": as_of.to_string(),
            "until": until.to_string(),
            "items": due.iter().map(|item| object(item, as_of, context.lang)).collect::<Vec<Value>>(),
        }))?,
        TextFormat::Text if due.is_empty() => {
            if failures.is_empty() && record.problems.is_empty() {
                context.console.note(&Notice::NothingDue(until));
            }
        }
        TextFormat::Text => {
            let mut page = Page::new(context.width());
            for item in &due {
                add(&mut page, item, as_of, context.lang);
            }
            context.console.print_drawn(page.into_lines())?;
        }
    }
    conclude(context.console, failures, &record)
}

fn add(page: &mut Page, item: &Dated, as_of: Date, lang: Lang) {
    let occasion = standing::occasion(lang, item.occasion);
    let distance = standing::distance(lang, days(as_of, item.date), item.is_overdue(as_of));
    page.facts("", &[format!("{}  {occasion}", item.date), distance]);
    let mut facts = vec![item.title.wording(lang.is_chinese()).to_owned()];
    facts.extend(remarks(item, lang));
    page.facts("    ", &facts);
}

/// How long a session is and where, or what a period misses.
fn remarks(item: &Dated, lang: Lang) -> Vec<String> {
    if matches!(item.occasion, Occasion::YearEnd | Occasion::PeriodEnd) {
        // A rule whose total nobody states misses nothing and is not met either.
        if let Some(state) = item.state.filter(|_| item.missing.is_empty()) {
            return vec![state_in_brief(lang, state)];
        }
        let missing: Vec<String> = item.missing.iter().map(|part| missing(part, item, lang)).collect();
        return vec![standing::missing(lang, &missing)];
    }
    let until = item.end.map(|end| lang.either(format!("until {end}"), format!("至 {end}")));
    until.into_iter().chain(item.place.clone()).collect()
}

fn missing(part: &Part, item: &Dated, lang: Lang) -> String {
    let missing = part.missing().unwrap_or_default();
    let amount = match item.unit {
        Some(unit) => vocabulary::amount(lang, missing, unit),
        None => missing.to_string(),
    };
    format!("{} {amount}", part_name(lang, part))
}

/// Days from one day to another, negative where it lies before.
fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

fn object(item: &Dated, as_of: Date, lang: Lang) -> Value {
    let (course, rule) = match &item.subject {
        Subject::Course(id) => (Some(id.as_str()), None),
        Subject::Rule(id) => (None, Some(id.as_str())),
    };
    let missing = item.missing.iter().map(|part| {
        json!({
            "part": part.id.to_string(),
            "label": part_name(lang, part),
            "missing": part.missing().map(json::amount),
        })
    });
    json!({
        "id": item.identity(),
        "kind": item.occasion.word(),
        "course": course,
        "rule": rule,
        "title": item.title.primary(),
        "date": item.date.to_string(),
        "end": item.end.map(|end| end.to_string()),
        "days": days(as_of, item.date),
        "overdue": item.is_overdue(as_of),
        "place": item.place,
        "missing": missing.collect::<Vec<_>>(),
        "unit": item.unit.map(Word::word),
    })
}

//! `tuition what-if`: what courses would change, as if they were passed on the day looked at.

use super::args::TextFormat;
use super::console::Look;
use super::context::{Context, progress};
use super::error::CliError;
use super::page::Page;
use super::standings::{Figures, conclude, figures, rules};
use super::table::{Fit, Table};
use super::{courses, json, typed};
use crate::domain::requirement::effect::{Effect, effect, fills, planned};
use crate::domain::requirement::{Circumstances, Part};
use crate::domain::vocabulary::Word;
use crate::domain::{Catalog, Course};
use crate::locale::cli::{Failure, Notice, labels, standing};
use crate::locale::requirements::{figures as figures_of, part_name, part_state, reason, state_in_brief};
use crate::locale::{Lang, vocabulary};
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
pub(super) struct WhatIfArgs {
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    #[arg(long = "rule", value_name = "RULE")]
    rules: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

/// A rule now, and as it would be.
struct Trial<'a> {
    now: Figures<'a>,
    then: Effect,
}

/// Tries what is found, and fails afterwards for an id that nothing has.
pub(super) fn run(context: &Context<'_>, args: &WhatIfArgs) -> Result<(), CliError> {
    let lang = context.lang;
    let as_of = match &args.as_of {
        Some(text) => typed::any_date(text, "--as-of", context.today)?,
        None => context.today,
    };
    let catalog = context.catalog()?;
    let (tried, mut failures) = found(catalog, &args.ids);
    let record = context.record_if_any()?;
    let packs = context.packs();
    let rules = rules(packs, &record.profile, &args.rules)?;
    let planned = planned(&record.plan, catalog, &progress(&record), context.today);
    let all = Circumstances { packs, profile: &record.profile, record: &record.hours, planned: &planned };
    let standings = rules.iter().map(|id| all.under(id, as_of)).collect();
    let (shown, without_figures) = figures(context, standings);
    failures.splice(0..0, without_figures);
    let trials: Vec<Trial> =
        shown.into_iter().map(|now| Trial { then: effect(now.rule, &now.evaluation, &tried), now }).collect();
    match args.format {
        TextFormat::Json => context.console.print_json(&json!({
            "schema": json::SCHEMA,
            "as_of": as_of.to_string(),
            "courses": tried.iter().map(|course| course_object(course)).collect::<Vec<Value>>(),
            "rules": trials.iter().map(|trial| object(trial, &tried, lang)).collect::<Vec<Value>>(),
        }))?,
        TextFormat::Text if trials.is_empty() || tried.is_empty() => {}
        TextFormat::Text => {
            let titles: Vec<String> = tried.iter().map(|course| title(course, lang)).collect();
            let mut page = Page::new(context.width());
            page.wrapped(Look::Heading, "", &standing::as_if_done(lang, &titles, as_of));
            for trial in &trials {
                page.blank();
                add(&mut page, trial, &tried, context);
            }
            context.console.print_drawn(page.into_lines())?;
        }
    }
    for course in tried.iter().filter(|course| course.hours.is_none()) {
        context.console.note(&Notice::NoHoursToTry(course.id.clone()));
    }
    if rules.is_empty() && record.problems.is_empty() {
        context.console.note(&Notice::NothingFollowed);
    }
    conclude(context.console, failures, &record)
}

/// Each course once, in the order named.
fn found<'c>(catalog: &'c Catalog, ids: &[String]) -> (Vec<&'c Course>, Vec<Failure>) {
    let (mut found, mut failures): (Vec<&Course>, _) = (Vec::new(), Vec::new());
    for id in ids {
        match courses::find(catalog, id) {
            Ok(course) if found.iter().any(|seen| seen.id == course.id) => {}
            Ok(course) => found.push(course),
            Err(failure) => failures.push(failure),
        }
    }
    (found, failures)
}

fn title(course: &Course, lang: Lang) -> String {
    course.title.wording(lang.is_chinese()).to_owned()
}

/// The parts in pairs: as it is, as it would be.
fn pairs<'t>(trial: &'t Trial) -> impl Iterator<Item = (&'t Part, &'t Part)> {
    trial.now.evaluation.parts.iter().zip(&trial.then.after)
}

fn add(page: &mut Page, trial: &Trial, tried: &[&Course], context: &Context<'_>) {
    let lang = context.lang;
    let (words, label) = (lang.words(), labels(lang));
    let rule = trial.now.rule;
    let states = [trial.now.evaluation.state, trial.then.state].map(|state| state_in_brief(lang, state));
    let [now, then] = &states;
    let states = if now == then { now.clone() } else { states.join(" → ") };
    page.facts("", &[rule.id.to_string(), states]);
    let mut table = Table::default()
        .column(label.part, Fit::Shrink(12))
        .figures(label.before, Fit::Keep)
        .figures(label.after, Fit::Keep)
        .figures(label.gain, Fit::Drop(1))
        .column(words.state, Fit::Keep);
    for (now, then) in pairs(trial) {
        let gain = fills(now, then);
        table.row([
            part_name(lang, now),
            figures_of(now),
            figures_of(then),
            if gain.is_zero() { String::new() } else { format!("+{gain}") },
            part_state(lang, then),
        ]);
    }
    page.lines(table.lines(context.width()));
    for (course, credit) in tried.iter().zip(&trial.then.credits).filter(|(course, _)| course.hours.is_some())
    {
        let counted = vocabulary::amount(lang, credit.counted, rule.unit);
        let reasons: Vec<String> = credit.reasons.iter().map(|given| reason(lang, rule, given)).collect();
        let said = standing::would_count(lang, &title(course, lang), &counted, &reasons);
        page.wrapped(Look::Plain, "", &said);
    }
}

fn course_object(course: &Course) -> Value {
    json!({
        "id": course.id.as_str(),
        "title": course.title.primary(),
        "hours": course.hours.as_ref().map(|hours| json::amount(hours.nominal())),
        "unit": course.unit.word(),
    })
}

fn object(trial: &Trial, tried: &[&Course], lang: Lang) -> Value {
    let Trial { now: Figures { rule, evaluation }, then } = trial;
    let parts = |parts: &[Part]| -> Vec<Value> {
        parts.iter().map(|part| json::standing::part(lang, rule, part, evaluation.as_of)).collect()
    };
    let credits = tried.iter().zip(&then.credits).map(|(course, credit)| {
        let stated = course.hours.is_some();
        let reasons = credit.reasons.iter().map(|given| reason(lang, rule, given));
        json!({
            "course": course.id.as_str(),
            "claimed": stated.then(|| json::amount(credit.claimed)),
            "counted": stated.then(|| json::amount(credit.counted)),
            "reasons": reasons.collect::<Vec<_>>(),
        })
    });
    json!({
        "id": rule.id.as_str(),
        "title": rule.title.primary(),
        "unit": rule.unit.word(),
        "before": {"state": evaluation.state.word(), "parts": parts(&evaluation.parts)},
        "after": {"state": then.state.word(), "parts": parts(&then.after)},
        "gain": json::amount(then.gain),
        "credits": credits.collect::<Vec<Value>>(),
    })
}

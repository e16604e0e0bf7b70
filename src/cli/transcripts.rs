//! The transcript that a person asks for: rule, period and day, looked up and evaluated.

use super::context::{Context, progress};
use super::error::CliError;
use super::{standings, typed};
use crate::domain::Rule;
use crate::domain::requirement::effect::planned;
use crate::domain::requirement::{Circumstances, PeriodChoice, Standing};
use crate::exchange::transcript::Transcript;
use crate::locale::cli::{Failure, Notice, ProofFailure, ProofNotice};
use crate::locale::requirements::{Trouble, trouble};
use crate::store::catalog::Severity;
use crate::store::record::Record;
use clap::Args;

/// Which period, looked at on which day.
#[derive(Debug, Args)]
pub(super) struct PeriodArgs {
    #[arg(long, value_name = "PERIOD", default_value = "current")]
    period: String,
    #[arg(long = "as-of", value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,
}

/// Calls with the transcript under a rule. Where nobody names a day, a period that is over is
/// looked at on the day after its end, so that its transcript is the same for ever.
pub(super) fn with<T>(
    context: &Context<'_>,
    rule: &str,
    args: &PeriodArgs,
    look: impl FnOnce(&mut Transcript, &Record) -> Result<T, CliError>,
) -> Result<T, CliError> {
    let as_of = args.as_of.as_deref().map(|text| typed::any_date(text, "--as-of", context.today));
    let as_of = as_of.transpose()?;
    let today = as_of.unwrap_or(context.today);
    let choice = PeriodChoice::parse(&args.period, context.today)
        .ok_or_else(|| ProofFailure::BadPeriod { text: args.period.clone() })?;
    let catalog = context.catalog()?;
    let packs = context.packs();
    context.packs_complete()?;
    let record = context.record()?;
    let named = standings::rules(packs, &record.profile, &[rule.to_owned()])?;
    let id = named.into_iter().next().ok_or_else(|| unknown(rule))?;
    let planned = planned(&record.plan, catalog, &progress(&record), context.today);
    let (profile, hours) = (&record.profile, &record.hours);
    let all = Circumstances { packs, profile, record: hours, planned: &planned };
    let current = all.under(&id, today);
    let rule = evaluated(context, &current)?;
    let period = choice
        .resolve(&rule.cycle, current.since, today)
        .map_err(|why| ProofFailure::NoPeriod { rule: id.to_string(), why })?;
    let as_of = as_of.unwrap_or_else(|| today.min(period.end.tomorrow().unwrap_or(period.end)));
    let standing = all.over(&id, period, as_of);
    evaluated(context, &standing)?;
    let lost = record.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    // Its figures have just been looked at.
    let transcript = Transcript::new(&standing, hours, profile, lost);
    let mut transcript = transcript.map_err(|_| unknown(id.as_str()))?;
    if transcript.name.is_none() {
        context.console.note(&Notice::Proof(ProofNotice::NoName));
    }
    look(&mut transcript, &record)
}

/// The rule of a standing that has figures.
fn evaluated<'a>(context: &Context<'_>, standing: &Standing<'a>) -> Result<&'a Rule, Failure> {
    match trouble(context.lang, standing) {
        Some(Trouble { cause, remedy }) => Err(Failure::NotEvaluated { cause, remedy }),
        None => standing.rule.ok_or_else(|| unknown(standing.id.as_str())),
    }
}

fn unknown(rule: &str) -> Failure {
    Failure::UnknownRule { text: rule.to_owned(), near: Vec::new() }
}

//! The transcript that a person asks for: rule, period and day, looked up and evaluated.

use super::context::{Context, progress};
use super::error::CliError;
use super::typed;
use crate::domain::requirement::effect::planned;
use crate::domain::requirement::{Circumstances, PeriodChoice, Standing};
use crate::domain::{Date, RuleId};
use crate::exchange::transcript::Transcript;
use crate::locale::cli::{Notice, ProofFailure, ProofNotice};
use crate::locale::requirements::trouble;
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
    let named = args.as_of.as_deref().map(|text| typed::any_date(text, "--as-of", context.today));
    let named = named.transpose()?;
    let today = named.unwrap_or(context.today);
    let choice = PeriodChoice::parse(&args.period, context.today)
        .ok_or_else(|| ProofFailure::BadPeriod { text: args.period.clone() })?;
    let catalog = context.catalog()?;
    let packs = context.packs();
    let id = RuleId::new(rule.trim())
        .filter(|id| packs.get(id).is_some())
        .ok_or_else(|| ProofFailure::UnknownRule { text: rule.to_owned() })?;
    let record = context.record()?;
    let planned = planned(&record.plan, catalog, &progress(&record));
    let (profile, hours) = (&record.profile, &record.hours);
    let all = Circumstances { packs, profile, record: hours, planned: &planned };
    let current = all.under(&id, today);
    let rule = evaluated(context, &current)?;
    let period = choice
        .resolve(&rule.cycle, current.since, today)
        .map_err(|why| ProofFailure::NoPeriod { rule: id.to_string(), why })?;
    let as_of: Date = named.unwrap_or_else(|| today.min(period.end.tomorrow().unwrap_or(period.end)));
    let standing = all.over(&id, period, as_of);
    evaluated(context, &standing)?;
    let lost = record.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    // Its figures have just been looked at.
    let mut transcript = Transcript::new(&standing, hours, profile, lost)
        .map_err(|_| ProofFailure::UnknownRule { text: id.to_string() })?;
    if transcript.name.is_none() {
        context.console.note(&Notice::Proof(ProofNotice::NoName));
    }
    look(&mut transcript, &record)
}

/// The rule of a standing that has figures.
fn evaluated<'a>(
    context: &Context<'_>,
    standing: &Standing<'a>,
) -> Result<&'a crate::domain::Rule, ProofFailure> {
    if let Some(trouble) = trouble(context.lang, standing) {
        return Err(ProofFailure::NotEvaluated { cause: trouble.cause, remedy: trouble.remedy });
    }
    standing.rule.ok_or_else(|| ProofFailure::UnknownRule { text: standing.id.to_string() })
}

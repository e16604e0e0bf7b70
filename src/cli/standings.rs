//! How the person stands under the rules that a command is asked about, or under those that they
//! follow. A rule without figures is said at the end and does not hide the others.

use super::console::Console;
use super::context::{Context, complete};
use super::error::CliError;
use super::packs::find_or_followed;
use crate::domain::requirement::{Evaluation, Packs, Standing};
use crate::domain::{Profile, Rule, RuleId};
use crate::locale::cli::Failure;
use crate::locale::requirements::{Trouble, trouble};
use crate::store::record::Record;

/// A rule with its figures.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    pub(super) rule: &'a Rule,
    pub(super) evaluation: Evaluation,
}

/// The rules named, each once; those that are followed where none is named.
pub(super) fn rules(packs: &Packs, profile: &Profile, named: &[String]) -> Result<Vec<RuleId>, Failure> {
    if named.is_empty() {
        return Ok(profile.following.iter().map(|following| following.rule.clone()).collect());
    }
    let mut rules = Vec::new();
    for text in named {
        let rule = find_or_followed(packs, profile, text)?;
        if !rules.contains(rule) {
            rules.push(rule.clone());
        }
    }
    Ok(rules)
}

/// The standings that have figures, and why the others have none, or may have the wrong ones.
pub(super) fn figures<'a>(
    context: &Context<'_>,
    standings: Vec<Standing<'a>>,
) -> (Vec<Figures<'a>>, Vec<Failure>) {
    let (mut figures, mut failures) = (Vec::new(), Vec::new());
    for standing in standings {
        if let Some(Trouble { cause, remedy }) = trouble(context.lang, &standing) {
            failures.push(Failure::NotEvaluated { cause, remedy });
        } else if let (Some(rule), Ok(evaluation)) = (standing.rule, standing.evaluation) {
            figures.push(Figures { rule, evaluation });
        }
    }
    failures.extend(context.packs_complete().err());
    (figures, failures)
}

/// Says what could not be shown, after what could.
pub(super) fn conclude(
    console: &Console,
    mut failures: Vec<Failure>,
    record: &Record,
) -> Result<(), CliError> {
    match complete(record) {
        Err(CliError::Failure(incomplete)) => failures.push(incomplete),
        other => other?,
    }
    let last = failures.pop();
    for failure in &failures {
        console.error(failure);
    }
    last.map_or(Ok(()), |failure| Err(failure.into()))
}

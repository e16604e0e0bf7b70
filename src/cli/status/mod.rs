//! `tuition status`: what is required, counted, planned and missing, rule by rule.

mod ledger;
mod text;

use super::args::TextFormat;
use super::context::{Context, progress};
use super::error::CliError;
use super::page::Drawn;
use super::standings::{Figures, conclude, figures, rules};
use super::{json, typed};
use crate::domain::progress::Progress;
use crate::domain::requirement::effect::{in_no_catalog, planned};
use crate::domain::requirement::{Circumstances, State};
use crate::domain::{Catalog, HoursRecord, Plan};
use crate::locale::cli::{Failure, Notice};
use crate::locale::requirements::{days_left, deciding, figures as figures_of, part_name, state_in_brief};
use crate::locale::{Lang, Say};
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    #[arg(value_name = "RULE")]
    rules: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,
    #[arg(long)]
    explain: bool,
    #[arg(long)]
    check: bool,
    #[arg(long, conflicts_with_all = ["explain", "format"])]
    short: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

/// What a look at the record is made of, beside the figures.
pub(super) struct Sight<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) record: &'a HoursRecord,
    pub(super) plan: &'a Plan,
    pub(super) progress: &'a Progress,
    pub(super) catalog: &'a Catalog,
    pub(super) explain: bool,
}

impl Sight<'_> {
    fn of(&self, one: &Figures) -> json::standing::Sight<'_> {
        let (lang, record) = (self.context.lang, self.record);
        json::standing::Sight { lang, record, in_no_catalog: self.in_no_catalog(one) }
    }

    /// How many planned courses of a rule's period no open catalog has.
    fn in_no_catalog(&self, one: &Figures) -> usize {
        let today = self.context.today;
        in_no_catalog(self.plan, self.catalog, self.progress, today, (one.rule, &one.evaluation))
    }
}

/// With `--check`, a rule that is not met ends the command with 1, and so does following none:
/// nothing says then that the hours suffice. Rules without figures and an unreadable record come
/// first, because what is met without them is not known. `-q` beside it leaves the exit code alone,
/// and what went wrong.
pub(super) fn run(context: &Context<'_>, args: &StatusArgs) -> Result<(), CliError> {
    let as_of = match &args.as_of {
        Some(text) => typed::any_date(text, "--as-of", context.today)?,
        None => context.today,
    };
    let record = context.record_if_any()?;
    let packs = context.packs();
    let rules = rules(packs, &record.profile, &args.rules)?;
    let catalog = context.catalog()?;
    let progress = progress(&record);
    let planned = planned(&record.plan, catalog, &progress, context.today);
    let all = Circumstances { packs, profile: &record.profile, record: &record.hours, planned: &planned };
    let standings = rules.iter().map(|id| all.under(id, as_of)).collect();
    let (shown, failures) = figures(context, standings);
    let silent = args.check && context.console.is_quiet();
    let sight = Sight {
        context,
        record: &record.hours,
        plan: &record.plan,
        progress: &progress,
        catalog,
        explain: args.explain,
    };
    match args.format {
        // Only the exit code is asked for.
        _ if silent => {}
        TextFormat::Json => {
            let rules = shown
                .iter()
                .map(|one| json::standing::rule(one.rule, &one.evaluation, sight.of(one)))
                .collect::<Vec<Value>>();
            let problems = failures.iter().filter_map(|failure| problem(failure, context.lang));
            context.console.print_json(&json!({
                "schema": json::SCHEMA,
                "as_of": as_of.to_string(),
                "rules": rules,
                "problems": problems.collect::<Vec<Value>>(),
            }))?;
        }
        TextFormat::Text if args.short => {
            context.console.print(shown.iter().map(|one| short(one, context.lang)))?;
        }
        TextFormat::Text if !shown.is_empty() => {
            context.console.print_drawn(text::page(&shown, &sight, as_of))?;
        }
        TextFormat::Text => {}
    }
    if rules.is_empty() && record.problems.is_empty() && !args.short {
        context.console.note(&Notice::NothingFollowed);
    }
    conclude(context.console, failures, &record)?;
    let met = !rules.is_empty() && shown.iter().all(|one| one.evaluation.state == State::Met);
    if args.check && !met { Err(CliError::NotMet) } else { Ok(()) }
}

fn problem(failure: &Failure, lang: Lang) -> Option<Value> {
    let Failure::NotEvaluated { remedy, .. } = failure else { return None };
    Some(json!({"cause": failure.say(lang), "remedy": remedy}))
}

/// One line for a prompt: `cn-mohrss 62/90 at risk, 40 days left`. Where another part than the total
/// decides the state, it is named: `ncees 23/15, ethics 0/1 at risk`.
fn short(one: &Figures, lang: Lang) -> String {
    let Figures { rule, evaluation } = one;
    let total = evaluation.parts.first().map(figures_of).unwrap_or_default();
    let state = state_in_brief(lang, evaluation.state);
    let part = deciding(evaluation).map(|part| {
        let (name, figures) = (part_name(lang, part), figures_of(part));
        lang.either(format!(", {name} {figures}"), format!("，{name} {figures}"))
    });
    let said = format!("{} {total}{} {state}", rule.id, part.unwrap_or_default());
    // A rolling window ends every day anew.
    if evaluation.state == State::Met || rule.cycle.is_rolling() {
        return said;
    }
    let left = days_left(lang, evaluation.period.end, evaluation.as_of);
    lang.either(format!("{said}, {left}"), format!("{said}，{left}"))
}

//! `tuition report year`: a year of study in numbers, the same as on the screen.

use super::context::{Context, progress};
use super::error::CliError;
use super::standings::{conclude, figures, rules};
use crate::domain::date::YEARS;
use crate::domain::requirement::Circumstances;
use crate::domain::requirement::effect::planned;
use crate::domain::year::pace::paces;
use crate::domain::year::{Year, targets};
use crate::exchange::year::{YearReport, json, markdown, text};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct YearArgs {
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(i64::from(*YEARS.start())..=i64::from(*YEARS.end())))]
    year: Option<i16>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: YearFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum YearFormat {
    Text,
    Json,
    Md,
}

pub(super) fn run(context: &Context<'_>, args: &YearArgs) -> Result<(), CliError> {
    let record = context.record_if_any()?;
    let (packs, catalog) = (context.packs(), context.catalog()?);
    let progress = progress(&record);
    let number = args.year.unwrap_or_else(|| context.today.year());
    let dates = targets(&record.plan, &progress);
    let year = Year::of(number, context.today, &record.hours, catalog, dates);
    let planned = planned(&record.plan, catalog, &progress, context.today);
    let all = Circumstances { packs, profile: &record.profile, record: &record.hours, planned: &planned };
    let standings = rules(packs, &record.profile, &[])?;
    let standings = standings.iter().map(|id| all.under(id, context.today)).collect();
    let (figures, failures) = figures(context, standings);
    let paces: Vec<_> =
        figures.iter().map(|one| (one.rule, paces(one.rule, &one.evaluation, &record.hours))).collect();
    let report = YearReport { year: &year, catalog, paces: &paces, as_of: context.today };
    match args.format {
        YearFormat::Text => context.console.print(text(&report, context.lang))?,
        YearFormat::Md => context.console.print_made(&markdown(&report, context.lang))?,
        YearFormat::Json => context.console.print_json(&json(&report))?,
    }
    conclude(context.console, failures, &record)
}

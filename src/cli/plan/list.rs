//! `tuition plan list`: the plan in the learner's order.

use crate::cli::args::ListFormat;
use crate::cli::context::{Context, progress};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::table::{Fit, Table};
use crate::domain::progress::Progress;
use crate::domain::{Catalog, Plan};
use crate::exchange::separated::{self, Separator};
use crate::locale::cli::{Notice, labels};
use crate::locale::{Lang, Say, vocabulary};
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
#[command(visible_alias = "ls")]
pub(super) struct ListArgs {
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ListFormat,
}

const KEYS: &[&str] =
    &["course", "title", "status", "by", "added", "hours", "unit", "why", "note", "withdrawn"];

pub(super) fn run(context: &Context<'_>, args: &ListArgs) -> Result<(), CliError> {
    let catalog = context.catalog()?;
    let record = context.record()?;
    let progress = progress(&record);
    let items = record.plan.items.iter();
    let objects: Vec<Value> = items
        .map(|item| json::plan_item(item, progress.of(&item.course), catalog.get(&item.course)))
        .collect();
    let console = context.console;
    match args.format {
        ListFormat::Json => console.print_json(&json!({"schema": json::SCHEMA, "items": objects}))?,
        ListFormat::Csv => console.print_separated(&separated::lines(&objects, KEYS, Separator::Comma))?,
        ListFormat::Tsv => console.print_separated(&separated::lines(&objects, KEYS, Separator::Tab))?,
        ListFormat::Table if record.plan.items.is_empty() => {
            if record.problems.is_empty() {
                console.note(&Notice::PlanEmpty);
            }
        }
        ListFormat::Table => {
            let table = table(catalog, &record.plan, &progress, context.lang);
            console.print_drawn(table.lines(context.width()))?;
        }
    }
    context.plan_and_hours_complete(&record)
}

fn table(catalog: &Catalog, plan: &Plan, progress: &Progress, lang: Lang) -> Table {
    let words = lang.words();
    let label = labels(lang);
    let mut table = Table::default()
        .figures(label.position, Fit::Keep)
        .column(words.id, Fit::Shrink(24))
        .column(words.title, Fit::Shrink(28))
        .figures(words.hours, Fit::Drop(1))
        .column(words.state, Fit::Keep)
        .column(words.head_by, Fit::Keep)
        .column(words.why, Fit::Drop(2))
        .column(words.note, Fit::Drop(3));
    for (at, item) in plan.items.iter().enumerate() {
        let course = catalog.get(&item.course);
        let title = course.map_or(item.title.as_str(), |course| course.title.in_order(lang.is_chinese()).0);
        let hours = course.map(|course| vocabulary::hours(lang, course.hours.as_ref(), course.unit));
        table.row([
            (at + 1).to_string(),
            item.course.to_string(),
            title.to_owned(),
            hours.unwrap_or_default(),
            progress.of(&item.course).map(|state| state.say(lang)).unwrap_or_default(),
            item.by.map(|date| date.to_string()).unwrap_or_default(),
            item.why.clone().unwrap_or_default(),
            item.note.clone().unwrap_or_default(),
        ]);
    }
    table
}

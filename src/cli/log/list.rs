//! `tuition log list`: the entries, oldest first, or those that a query keeps.

use crate::cli::args::ListFormat;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::table::{Fit, Table};
use crate::cli::{entries, json};
use crate::domain::hours::Standing;
use crate::domain::totals::Totals;
use crate::domain::{Entry, HoursRecord};
use crate::exchange::separated::{self, Separator};
use crate::locale::cli::{Failure, Notice, labels};
use crate::locale::{Lang, Say, vocabulary};
use crate::search::entries::EntryFilter;
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
#[command(visible_alias = "ls")]
pub(super) struct ListArgs {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ListFormat,
    #[arg(long, value_name = "YEAR")]
    year: Option<i16>,
    #[arg(long)]
    all: bool,
}

const KEYS: &[&str] = &[
    "id",
    "date",
    "title",
    "course",
    "hours",
    "unit",
    "categories",
    "form",
    "result",
    "void",
    "replaces",
    "replaced_by",
    "reason",
    "provider",
    "url",
    "note",
    "recorded",
];

pub(super) fn run(context: &Context<'_>, args: &ListArgs) -> Result<(), CliError> {
    let text = args.query.join(" ");
    let filter = EntryFilter::parse(&text, context.today)
        .map_err(|error| Failure::Query { text: text.clone(), error })?;
    let record = context.record()?;
    let hours = &record.hours;
    let wanted = |entry: &&Entry| {
        filter.keeps(entry)
            && args.year.is_none_or(|year| entry.date.year() == year)
            && (args.all || !matches!(hours.standing(&entry.id), Standing::Replaced(_)))
    };
    let entries: Vec<&Entry> = hours.all().iter().filter(wanted).collect();
    let objects = || entries.iter().map(|entry| json::entry(entry, hours)).collect::<Vec<Value>>();
    let console = context.console;
    match args.format {
        ListFormat::Json => console.print_json(&json!({"schema": json::SCHEMA, "entries": objects()}))?,
        ListFormat::Csv => console.print_separated(&separated::lines(&objects(), KEYS, Separator::Comma))?,
        ListFormat::Tsv => console.print_separated(&separated::lines(&objects(), KEYS, Separator::Tab))?,
        ListFormat::Table if entries.is_empty() => {
            if record.problems.is_empty() && hours.is_empty() {
                console.note(&Notice::RecordEmpty);
            }
        }
        ListFormat::Table => {
            console.print_drawn(table(hours, &entries, context.lang).lines(context.width()))?;
            let live = entries.iter().copied().filter(|entry| hours.is_live(&entry.id));
            let totals = Totals::of(live);
            if !totals.completed.is_empty() {
                console.note(&Notice::Total(totals.completed.iter().collect()));
            }
        }
    }
    context.plan_and_hours_complete(&record)?;
    if entries.is_empty() && !text.trim().is_empty() {
        return Err(Failure::NoEntry(text).into());
    }
    Ok(())
}

/// The id is shown by its end, which is where ids made on one day differ.
fn table(record: &HoursRecord, entries: &[&Entry], lang: Lang) -> Table {
    let words = lang.words();
    let label = labels(lang);
    let mut table = Table::default()
        .column(words.id, Fit::Keep)
        .column(words.date, Fit::Keep)
        .column(words.title, Fit::Shrink(28))
        .figures(words.hours, Fit::Keep)
        .column(words.categories, Fit::Drop(1))
        .column(words.form, Fit::Drop(3))
        .column(words.result, Fit::Drop(2))
        .column(label.standing, Fit::Keep);
    let length = entries::short_length(record);
    for entry in entries {
        let standing = match record.standing(&entry.id) {
            Standing::Live => "",
            Standing::Void(_) => words.void,
            Standing::Replaced(_) => label.replaced,
        };
        let categories: Vec<String> = entry.categories.iter().map(|category| category.say(lang)).collect();
        table.row([
            entries::ending(entry.id.as_str(), length).to_owned(),
            entry.date.to_string(),
            entry.title.clone(),
            vocabulary::amount(lang, entry.amount, entry.unit),
            categories.join(lang.either(", ", "、")),
            entry.form.map(|form| form.say(lang)).unwrap_or_default(),
            entry.outcome.say(lang),
            standing.to_owned(),
        ]);
    }
    table
}

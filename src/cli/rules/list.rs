//! `tuition rules list`: every pack, bundled or the person's own.

use super::json::brief;
use crate::cli::args::ListFormat;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json::SCHEMA;
use crate::cli::table::{Fit, Table};
use crate::domain::{Profile, Rule};
use crate::exchange::separated::{self, Separator};
use crate::locale::Lang;
use crate::locale::cli::labels;
use crate::locale::requirements::stated;
use clap::Args;
use serde_json::{Value, json};

#[derive(Debug, Args)]
#[command(visible_alias = "ls")]
pub(super) struct ListArgs {
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ListFormat,
}

/// The columns of CSV and TSV: keys of the JSON shape, the period by its two words.
const KEYS: &[&str] = &["id", "title", "title_zh", "unit", "total", "anchor", "months", "followed"];

pub(super) fn run(context: &Context<'_>, args: &ListArgs) -> Result<(), CliError> {
    let packs = context.packs();
    let profile = context.record_if_any()?.profile;
    let objects = || packs.rules().iter().map(|rule| brief(rule, &profile));
    match args.format {
        ListFormat::Json => {
            context.console.print_json(&json!({"schema": SCHEMA, "rules": objects().collect::<Value>()}))
        }
        ListFormat::Csv => print_separated(context, objects(), Separator::Comma),
        ListFormat::Tsv => print_separated(context, objects(), Separator::Tab),
        ListFormat::Table => {
            let table = table(packs.rules(), &profile, context.lang);
            context.console.print_drawn(table.lines(context.width()))
        }
    }
}

fn print_separated(
    context: &Context<'_>,
    objects: impl Iterator<Item = Value>,
    separator: Separator,
) -> Result<(), CliError> {
    let flat: Vec<Value> = objects.map(flat).collect();
    context.console.print_separated(&separated::lines(&flat, KEYS, separator))
}

/// The two words of the period beside the other keys.
fn flat(mut object: Value) -> Value {
    for key in ["anchor", "months"] {
        let value = object.get("period").and_then(|period| period.get(key)).cloned();
        if let (Some(value), Value::Object(keys)) = (value, &mut object) {
            keys.insert(key.to_owned(), value);
        }
    }
    object
}

fn table(packs: &[Rule], profile: &Profile, lang: Lang) -> Table {
    let (words, label) = (lang.words(), labels(lang));
    let mut table = Table::default()
        .column(words.id, Fit::Keep)
        .column(words.title, Fit::Shrink(20))
        .figures(label.required, Fit::Keep)
        .column(label.period, Fit::Shrink(16))
        .column(label.followed, Fit::Drop(1));
    for rule in packs {
        let required = match rule.total {
            Some(_) => stated::total(lang, rule),
            None => words.not_stated.to_owned(),
        };
        let followed = profile.following(&rule.id).map_or("", |_| words.yes);
        table.row([
            rule.id.to_string(),
            rule.title.wording(lang.is_chinese()).to_owned(),
            required,
            stated::period_in_brief(lang, &rule.cycle),
            followed.to_owned(),
        ]);
    }
    table
}

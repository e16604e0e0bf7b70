//! `tuition view`: queries saved under names.

use super::args::ListFormat;
use super::context::{Context, progress};
use super::error::CliError;
use super::json;
use super::table::{Fit, Table};
use crate::app::catalog_view::{Around, count, fit_to_save};
use crate::domain::requirement::Circumstances;
use crate::domain::requirement::effect::planned;
use crate::domain::{Operation, SavedView, SavedViews, ViewName};
use crate::exchange::separated::{self, Separator};
use crate::locale::cli::{Failure, Notice, ViewFailure, labels};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::collections::HashSet;

#[derive(Debug, Args)]
pub(super) struct ViewArgs {
    #[command(subcommand)]
    command: ViewCommand,
}

#[derive(Debug, Subcommand)]
enum ViewCommand {
    List(ListArgs),
    Save(SaveArgs),
    #[command(visible_alias = "rm")]
    Remove(RemoveArgs),
}

#[derive(Debug, Args)]
#[command(visible_alias = "ls")]
struct ListArgs {
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ListFormat,
}

#[derive(Debug, Args)]
struct SaveArgs {
    #[arg(value_name = "NAME")]
    view: String,
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
}

#[derive(Debug, Args)]
struct RemoveArgs {
    #[arg(value_name = "NAME")]
    view: String,
}

/// The columns of CSV and TSV: the keys of the JSON shape.
const KEYS: &[&str] = &["name", "query", "matches"];

pub(super) fn run(context: &Context<'_>, args: &ViewArgs) -> Result<(), CliError> {
    match &args.command {
        ViewCommand::List(args) => list(context, args),
        ViewCommand::Save(args) => save(context, args),
        ViewCommand::Remove(args) => remove(context, args),
    }
}

fn list(context: &Context<'_>, args: &ListArgs) -> Result<(), CliError> {
    let library = context.library()?;
    let record = context.record_if_any()?;
    let progress = progress(&record);
    let personal = library.personal(&record, &progress, &HashSet::new(), context.today);
    let planned = planned(&record.plan, &library.catalog, &progress, context.today);
    let around = Around {
        library: &library,
        today: context.today,
        as_of: context.today,
        progress: &progress,
        views: &record.views,
        circumstances: Circumstances {
            packs: context.packs(),
            profile: &record.profile,
            record: &record.hours,
            planned: &planned,
        },
    };
    // One that cannot be read any more is listed all the same, without a number.
    let matches = |view: &SavedView| count(&view.query, &around, &personal).ok();
    let object =
        |view: &SavedView| json!({"name": view.name.as_str(), "query": view.query, "matches": matches(view)});
    let console = context.console;
    let objects = || record.views.iter().map(object).collect::<Vec<Value>>();
    match args.format {
        ListFormat::Json => console.print_json(&json!({"schema": json::SCHEMA, "views": objects()}))?,
        ListFormat::Csv => console.print_separated(&separated::lines(&objects(), KEYS, Separator::Comma))?,
        ListFormat::Tsv => console.print_separated(&separated::lines(&objects(), KEYS, Separator::Tab))?,
        ListFormat::Table if record.views.is_empty() => {
            if record.problems.is_empty() {
                console.note(&Notice::NoViews);
            }
        }
        ListFormat::Table => {
            let label = labels(context.lang);
            let mut table = Table::default()
                .column(label.view, Fit::Keep)
                .column(label.query, Fit::Shrink(30))
                .figures(label.matches, Fit::Keep);
            for view in record.views.iter() {
                let matches = matches(view).map_or_else(|| "–".to_owned(), |count| count.to_string());
                table.row([view.name.to_string(), view.query.clone(), matches]);
            }
            console.print_drawn(table.lines(context.width()))?;
        }
    }
    context.views_complete(&record)
}

fn save(context: &Context<'_>, args: &SaveArgs) -> Result<(), CliError> {
    let typed = args.view.strip_prefix('@').unwrap_or(&args.view);
    let name = ViewName::new(typed).ok_or_else(|| ViewFailure::Name { text: args.view.clone() })?;
    let text = args.query.join(" ");
    let query = text.trim();
    if query.is_empty() {
        return Err(ViewFailure::EmptyQuery.into());
    }
    let record = context.record_to_save_views()?;
    let view = SavedView { name: name.clone(), query: query.to_owned() };
    fit_to_save(&record.views, &view, context.today)
        .map_err(|error| Failure::Query { text: query.to_owned(), error })?;
    let old = record.views.get(&name).map(|view| view.query.clone());
    if context.apply(Operation::ViewSave(view))?.touched == 0 {
        context.console.note(&Notice::ViewAsBefore(name));
        return Ok(());
    }
    context.console.report(&format!("saved {name}"))?;
    context.console.note(&match old {
        Some(query) => Notice::ViewReplaced { name, query },
        None => Notice::ViewSaved(name),
    });
    context.console.note(&Notice::UndoHint);
    Ok(())
}

fn remove(context: &Context<'_>, args: &RemoveArgs) -> Result<(), CliError> {
    let record = context.record_to_save_views()?;
    let name = find(&record.views, &args.view)?;
    context.apply(Operation::ViewRemove(name.clone()))?;
    context.console.report(&format!("removed {name}"))?;
    context.console.note(&Notice::ViewRemoved(name));
    context.console.note(&Notice::UndoHint);
    Ok(())
}

/// The view that a typed name means, with or without its `@`.
fn find(views: &SavedViews, text: &str) -> Result<ViewName, ViewFailure> {
    let typed = text.strip_prefix('@').unwrap_or(text);
    match views.find(typed) {
        Some(view) => Ok(view.name.clone()),
        None => {
            let near = views.nearest(typed).map(|view| view.name.to_string());
            Err(ViewFailure::Unknown { text: text.to_owned(), near })
        }
    }
}

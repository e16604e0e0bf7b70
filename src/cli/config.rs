//! `tuition config`: where things are.

use super::args::TextFormat;
use super::context::Context;
use super::error::CliError;
use super::json;
use super::table::{Fit, Table};
use crate::locale::cli::labels;
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::path::Path;

#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    Path(PathArgs),
}

#[derive(Debug, Args)]
struct PathArgs {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &ConfigArgs) -> Result<(), CliError> {
    let ConfigCommand::Path(args) = &args.command;
    match args.format {
        TextFormat::Json => as_json(context),
        TextFormat::Text => as_text(context),
    }
}

fn as_json(context: &Context<'_>) -> Result<(), CliError> {
    let home = context.home()?;
    let place = |path: &Path| json!({"path": path.to_string_lossy(), "exists": path.exists()});
    let catalogs: Vec<Value> = context.catalogs.iter().map(|path| place(path)).collect();
    let packs: Vec<Value> = context.pack_places().iter().map(|path| place(path)).collect();
    context.console.print_json(&json!({
        "schema": json::SCHEMA,
        "bundled": catalogs.is_empty(),
        "catalogs": catalogs,
        "requirements": packs,
        "data": place(home.dir()),
        "plan": place(&home.plan_path()),
        "profile": place(&home.profile_path()),
        "views": place(&home.views_path()),
        "hours": place(&home.dir().join("hours")),
        "journal": place(&home.dir().join("journal")),
    }))
}

fn as_text(context: &Context<'_>) -> Result<(), CliError> {
    let home = context.home()?;
    let label = labels(context.lang);
    let mut table = Table::default().column("", Fit::Keep).column("", Fit::Keep).column("", Fit::Keep);
    if context.catalogs.is_empty() {
        table.row([label.catalog.to_owned(), label.bundled.to_owned(), String::new()]);
    }
    let mut place = |name: &str, path: &Path, absent: &str| {
        let standing = if path.exists() { label.exists } else { absent };
        table.row([name.to_owned(), path.display().to_string(), standing.to_owned()]);
    };
    for path in &context.catalogs {
        place(label.catalog, path, label.missing);
    }
    for path in &context.named_packs {
        place(label.packs, path, label.missing);
    }
    for path in context.pack_places().iter().skip(context.named_packs.len()) {
        place(label.packs, path, label.absent);
    }
    place(label.data, home.dir(), label.absent);
    place(label.plan, &home.plan_path(), label.absent);
    place(label.profile, &home.profile_path(), label.absent);
    place(label.views_file, &home.views_path(), label.absent);
    place(label.record, &home.dir().join("hours"), label.absent);
    place(label.journal, &home.dir().join("journal"), label.absent);
    // Paths are for copying: never cut short, and without headings.
    context.console.print_drawn(table.lines(None).into_iter().skip(1))
}

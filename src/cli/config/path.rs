//! `tuition config path`: where things are.

use crate::cli::args::TextFormat;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::table::{Fit, Table};
use crate::locale::cli::labels;
use clap::Args;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct PathArgs {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &PathArgs) -> Result<(), CliError> {
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
        "config": context.config.path().map(place),
        "themes": themes(context).as_deref().map(place),
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
    if let Some(path) = context.config.path() {
        place(label.settings, path, if context.config_named { label.missing } else { label.absent });
    }
    if let Some(path) = themes(context) {
        place(label.themes, &path, label.absent);
    }
    // Paths are for copying: never cut short, and without headings.
    context.console.print_drawn(table.lines(None).into_iter().skip(1))
}

/// Where themes of one's own are: beside the settings file.
fn themes(context: &Context<'_>) -> Option<PathBuf> {
    Some(context.config.path()?.parent()?.join("themes"))
}

//! `tuition config show`: the commented defaults, or with `--effective` what holds and why.

use crate::cli::args::TextFormat;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::json::SCHEMA;
use crate::cli::table::{Fit, Table};
use crate::config::bindings::NONE;
use crate::config::commented::commented;
use crate::config::keymap::Keys;
use crate::config::settings::Colour;
use crate::config::{Origin, Setting, Settings};
use crate::locale::cli::{labels, origin};
use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(long)]
    effective: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text", requires = "effective")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &ShowArgs) -> Result<(), CliError> {
    if !args.effective {
        return context.console.print(commented().lines());
    }
    context.named_file_is_there()?;
    match args.format {
        TextFormat::Text => as_text(context),
        TextFormat::Json => as_json(context),
    }
}

fn as_text(context: &Context<'_>) -> Result<(), CliError> {
    let label = labels(context.lang);
    let mut table = Table::default()
        .column(label.setting, Fit::Keep)
        .column(label.value, Fit::Keep)
        .column(label.origin, Fit::Keep);
    for setting in Setting::ALL {
        let (from, says) = stated(context, setting);
        let value = text(&value(&context.configuration.settings, setting));
        table.row([setting.name().to_owned(), value, origin(from, says.unwrap_or_default(), context.lang)]);
    }
    context.console.print_drawn(table.lines(None))?;
    if context.config.bound().is_empty() {
        return Ok(());
    }
    let mut keys = Table::default()
        .column(label.keys, Fit::Keep)
        .column(label.action, Fit::Keep)
        .column(label.place, Fit::Keep);
    for bound in context.config.bound() {
        let action = bound.action.map_or(NONE, |action| action.name());
        keys.row([Keys(&bound.keys).to_string(), action.to_owned(), bound.context.name().to_owned()]);
    }
    context.console.print([""])?;
    context.console.print_drawn(keys.lines(None))
}

fn as_json(context: &Context<'_>) -> Result<(), CliError> {
    let settings: Value = Setting::ALL
        .into_iter()
        .map(|setting| {
            let (from, says) = stated(context, setting);
            json!({
                "name": setting.name(),
                "value": value(&context.configuration.settings, setting),
                "from": word(from),
                "by": says,
            })
        })
        .collect();
    let keys = context.config.bound().iter().map(|bound| {
        json!({
            "context": bound.context.name(),
            "keys": Keys(&bound.keys).to_string(),
            "action": bound.action.map(|action| action.name()),
            "line": bound.position.line,
        })
    });
    context.console.print_json(&json!({
        "schema": SCHEMA,
        "file": context.config.path().map(|path| path.to_string_lossy()),
        "settings": settings,
        "keys": keys.collect::<Value>(),
    }))
}

fn word(origin: Origin) -> &'static str {
    match origin {
        Origin::Default => "default",
        Origin::File => "file",
        Origin::Environment => "environment",
        Origin::Flag => "flag",
    }
}

/// Where a setting's value comes from, and by which variable or option.
fn stated(context: &Context<'_>, setting: Setting) -> (Origin, Option<&'static str>) {
    let layers = context.config.layers();
    let origin = layers.origin(setting);
    let says = match origin {
        Origin::Flag => setting.option(),
        Origin::Environment => match setting {
            Setting::Theme => Some("TUITION_THEME"),
            Setting::Colour if layers.environment.colour == Some(Colour::Always) => Some("CLICOLOR_FORCE"),
            Setting::Colour => Some("NO_COLOR"),
            Setting::Catalogs => Some("TUITION_CATALOG"),
            Setting::Rules => Some("TUITION_RULES"),
            _ => None,
        },
        Origin::Default | Origin::File => None,
    };
    (origin, says)
}

fn value(settings: &Settings, setting: Setting) -> Value {
    let paths = |paths: &[PathBuf]| paths.iter().map(|path| path.to_string_lossy()).collect::<Value>();
    match setting {
        Setting::Language => json!(settings.language.word()),
        Setting::Theme => json!(settings.theme),
        Setting::Colour => json!(settings.colour.word()),
        Setting::Ascii => json!(settings.ascii),
        Setting::AmbiguousWidth => json!(settings.ambiguous_width),
        Setting::Mouse => json!(settings.mouse),
        Setting::Digits => json!(settings.digits.word()),
        Setting::Catalogs => paths(&settings.catalogs),
        Setting::Rules => paths(&settings.rules),
    }
}

/// A value as the file would have it.
fn text(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(text).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

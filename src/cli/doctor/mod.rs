//! `tuition doctor`: what the program finds around it, what is wrong, and what to do. Looks only:
//! nothing is written, and nothing leaves the machine.

mod files;
mod surroundings;

use super::args::TextFormat;
use super::context::Context;
use super::error::CliError;
use super::json::SCHEMA;
use crate::locale::Say;
use crate::locale::cli::doctor::{Finding, Health};
use clap::Args;
use serde_json::{Value, json};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Args)]
pub(super) struct DoctorArgs {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

/// Something ought to be mended.
const WRONG: u8 = 1;

pub(super) fn run(context: &Context<'_>, args: &DoctorArgs) -> Result<ExitCode, CliError> {
    let mut findings = surroundings::findings(context);
    findings.extend(files::findings(context));
    findings.sort_by_key(Finding::area);
    let wrong = findings.iter().any(|finding| finding.health() == Health::Wrong);
    match args.format {
        TextFormat::Json => context.console.print_json(&as_json(context, &findings, wrong))?,
        TextFormat::Text => context.console.print(as_text(context, &findings))?,
    }
    Ok(if wrong { ExitCode::from(WRONG) } else { ExitCode::SUCCESS })
}

fn as_json(context: &Context<'_>, findings: &[Finding], wrong: bool) -> Value {
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "health": finding.health().word(),
                "message": finding.say(context.lang),
                "help": finding.help(context.lang),
            })
        })
        .collect();
    json!({"schema": SCHEMA, "ok": !wrong, "findings": findings})
}

/// By area; what is fine takes a line, what is not says the remedy below.
fn as_text(context: &Context<'_>, findings: &[Finding]) -> Vec<String> {
    let lang = context.lang;
    let mut lines = Vec::new();
    let mut area = None;
    for finding in findings {
        if area.replace(finding.area()) != Some(finding.area()) {
            lines.extend((!lines.is_empty()).then(String::new));
            lines.push(finding.area().say(lang));
        }
        // Words of one width in each language, so that what they are about stands in a column.
        let (word, wide) = (finding.health().say(lang), lang.either(7, 6));
        let gap = " ".repeat(wide - word.width());
        lines.push(format!("  {word}{gap}{}", finding.say(lang)));
        lines.extend(finding.help(lang).map(|help| format!("  {}{help}", " ".repeat(wide))));
    }
    lines
}

//! `tuition rules check`: mistakes in packs, examples that do not come out, sources that nobody has
//! looked at for long.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::finding::Finding;
use crate::cli::json::SCHEMA;
use crate::domain::requirement::period::days_between;
use crate::domain::{Date, Rule};
use crate::locale::cli::{Notice, PackFinding};
use crate::locale::{Lang, Say};
use crate::store::catalog::{ProblemKind, Severity};
use crate::store::place::Place;
use crate::store::requirements::{self, Opened};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: CheckFormat,
}

/// For people, for programs, for the annotations of GitHub.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    Human,
    Json,
    Github,
}

/// Days after which a source should be looked at again.
const STALE: u32 = 365;
/// Exit codes of a check: problems found, and something that could not be looked at.
const PROBLEMS: u8 = 1;
const CANNOT_RUN: u8 = 2;

pub(super) fn run(context: &Context<'_>, args: &CheckArgs) -> Result<ExitCode, CliError> {
    let opened = match args.paths.as_slice() {
        [] => requirements::open(&context.pack_paths()),
        paths => requirements::open_only(paths),
    };
    let findings = findings(&opened, context.today, context.lang);
    let packs = opened.packs.rules();
    let examples: usize = packs.iter().map(|rule| rule.examples.len()).sum();
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    match args.format {
        CheckFormat::Json => context.console.print_json(&json!({
            "schema": SCHEMA,
            "files": opened.files.len(),
            "packs": packs.len(),
            "examples": examples,
            "problems": findings.iter().map(Finding::json).collect::<Value>(),
        }))?,
        CheckFormat::Github => context.console.print(findings.iter().map(Finding::github))?,
        CheckFormat::Human => {
            let summary = Notice::Checked { packs: packs.len(), examples, errors, warnings };
            let lines = findings.iter().flat_map(|finding| finding.lines(context.lang));
            context.console.print(lines.chain([summary.say(context.lang)]))?;
        }
    }
    let unread = opened.problems.iter().any(|problem| is_unread(&problem.kind));
    Ok(match errors {
        _ if unread => ExitCode::from(CANNOT_RUN),
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(PROBLEMS),
    })
}

/// Whether a file or folder could not be looked at.
fn is_unread(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::NotFound
            | ProblemKind::EmptyFolder
            | ProblemKind::NotRegular
            | ProblemKind::Unreadable { .. }
            | ProblemKind::TooLarge { .. }
    )
}

/// Everything worth saying, in the order of files and lines.
fn findings(opened: &Opened, today: Date, lang: Lang) -> Vec<Finding> {
    let text =
        |file: &Path| opened.files.iter().find(|known| **known.name == *file).map_or("", |it| &it.text);
    let problems = opened
        .problems
        .iter()
        .map(|problem| Finding::of(problem, lang).with_excerpt(text(&problem.place.file)));
    let rules = opened.packs.rules().iter();
    let found = rules.flat_map(|rule| of_rule(rule, today).into_iter().map(move |found| (rule, found)));
    let found = found.map(|(rule, (line, found))| {
        let file = &rule.origin.file;
        Finding {
            place: Place::line(file.clone(), text(file), line),
            severity: found.severity(),
            code: found.code(),
            message: found.say(lang),
            help: found.help(lang),
            details: found.details(lang),
            excerpt: None,
        }
    });
    let mut findings: Vec<Finding> = problems.chain(found).collect();
    let place = |finding: &Finding| {
        let file = opened.files.iter().position(|file| file.name == finding.place.file);
        (file, finding.place.line)
    };
    findings.sort_by_key(place);
    findings
}

/// What is wrong with a pack that could be read, each with its line.
fn of_rule(rule: &Rule, today: Date) -> Vec<(usize, PackFinding)> {
    let sources = rule.sources.iter().filter_map(|source| {
        let checked = source.checked;
        let found = match days_between(checked, today) {
            _ if checked > today => PackFinding::CheckedInFuture { checked },
            days if days > STALE => PackFinding::Stale { checked },
            _ => return None,
        };
        Some((source.line, found))
    });
    let examples = rule.examples.iter().filter_map(|example| {
        let mismatches = Some(example.run(rule)).filter(|mismatches| !mismatches.is_empty())?;
        Some((example.line, PackFinding::Example { title: example.title.clone(), mismatches }))
    });
    sources.chain(examples).collect()
}

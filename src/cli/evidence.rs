//! `tuition evidence`: the certificates that entries refer to, and whether they are still the same.

use super::args::TextFormat;
use super::context::{Context, complete};
use super::error::CliError;
use super::table::{Fit, Table};
use super::{entries, json};
use crate::domain::Entry;
use crate::domain::hours::Evidence;
use crate::exchange::pack::{self, Checked, NotAPack, PackedFile};
use crate::exchange::transcript::kept_word;
use crate::locale::cli::{ProofFailure, labels, proof};
use crate::locale::{Lang, transcript};
use crate::store::output;
use crate::store::record::{Home, Kept, Record};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct EvidenceArgs {
    #[command(subcommand)]
    command: EvidenceCommand,
}

#[derive(Debug, Subcommand)]
enum EvidenceCommand {
    #[command(visible_alias = "ls")]
    List(ListArgs),
    Verify(VerifyArgs),
}

#[derive(Debug, Args)]
struct ListArgs {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
    #[arg(long)]
    missing: bool,
}

#[derive(Debug, Args)]
struct VerifyArgs {
    #[arg(value_name = "FILE")]
    pack: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &EvidenceArgs) -> Result<(), CliError> {
    match &args.command {
        EvidenceCommand::List(args) => list(context, args),
        EvidenceCommand::Verify(args) => match &args.pack {
            Some(path) => verify_pack(context, path, args.format),
            None => verify(context, args.format),
        },
    }
}

/// A row of the list: an entry, and a certificate of it with what became of it. Without a
/// certificate where those are asked for that have none.
type Row<'r> = (&'r Entry, Option<(&'r Evidence, Kept)>);

fn list(context: &Context<'_>, args: &ListArgs) -> Result<(), CliError> {
    let (home, record) = (context.home()?, context.record()?);
    let live = record.hours.live();
    let rows: Vec<Row> = if args.missing {
        live.filter(|entry| entry.evidence.is_empty()).map(|entry| (entry, None)).collect()
    } else {
        live.flat_map(|entry| entry.evidence.iter().map(move |evidence| (entry, evidence)))
            .map(|(entry, evidence)| (entry, Some((evidence, home.check_evidence(evidence)))))
            .collect()
    };
    match args.format {
        TextFormat::Json => {
            let objects: Vec<Value> = rows.iter().map(|row| object(&home, row)).collect();
            context.console.print_json(&json!({"schema": json::SCHEMA, "evidence": objects}))?;
        }
        TextFormat::Text if rows.is_empty() && args.missing => {}
        TextFormat::Text if rows.is_empty() => {
            complete(&record)?;
            return Err(ProofFailure::NoEvidence.into());
        }
        TextFormat::Text => {
            context.console.print_drawn(table(&record, &home, &rows, context.lang).lines(context.width()))?;
        }
    }
    complete(&record)
}

fn object(home: &Home, (entry, proof): &Row) -> Value {
    json!({
        "entry": entry.id.as_str(),
        "date": entry.date.to_string(),
        "title": entry.title,
        "name": proof.map(|(evidence, _)| evidence.name.as_str()),
        "sha256": proof.map(|(evidence, _)| evidence.sha256.as_str()),
        "bytes": proof.and_then(|(evidence, _)| home.evidence_size(evidence)),
        "state": proof.map(|(_, kept)| kept_word(kept)),
    })
}

fn table(record: &Record, home: &Home, rows: &[Row], lang: Lang) -> Table {
    let (words, label) = (lang.words(), labels(lang));
    let mut table = Table::default()
        .column(words.id, Fit::Keep)
        .column(words.date, Fit::Keep)
        .column(words.title, Fit::Shrink(20))
        .column(words.evidence, Fit::Shrink(16))
        .figures(label.bytes, Fit::Drop(2))
        .column(label.hash, Fit::Drop(1))
        .column(words.state, Fit::Keep);
    let length = entries::short_length(&record.hours);
    for (entry, proof) in rows {
        let size = proof.and_then(|(evidence, _)| home.evidence_size(evidence));
        let state = proof.map(|(_, kept)| transcript::kept(lang, kept).unwrap_or(label.present));
        let hash = |evidence: &Evidence| evidence.sha256.chars().take(12).collect::<String>();
        table.row([
            entries::ending(entry.id.as_str(), length).to_owned(),
            entry.date.to_string(),
            entry.title.clone(),
            proof.map(|(evidence, _)| evidence.name.clone()).unwrap_or_default(),
            size.map(|bytes| bytes.to_string()).unwrap_or_default(),
            proof.map(|(evidence, _)| hash(evidence)).unwrap_or_default(),
            state.unwrap_or_default().to_owned(),
        ]);
    }
    table
}

/// A file that was looked at.
struct Looked {
    name: String,
    sha256: Option<String>,
    state: &'static str,
    /// The entries that refer to it, the newest first; `None` in a pack, where its transcript says so.
    entries: Option<Vec<String>>,
    /// What is to be told of it, for each entry and name; nothing where it is as it was.
    faults: Vec<String>,
}

/// Every certificate that any entry refers to, void and replaced ones too: nothing of the record
/// may change unseen.
fn verify(context: &Context<'_>, format: TextFormat) -> Result<(), CliError> {
    let (home, record) = (context.home()?, context.record()?);
    let mut looked: Vec<Looked> = Vec::new();
    let mut places = HashMap::new();
    for entry in record.hours.all().iter().rev() {
        for evidence in &entry.evidence {
            let id = entry.id.to_string();
            let kept = home.check_evidence(evidence);
            let said = proof::fault(context.lang, kept, &evidence.name, &id, entry.date, &entry.title);
            let fault = (!kept.is_same()).then_some(said);
            let known = places.get(&evidence.sha256).and_then(|place: &usize| looked.get_mut(*place));
            if let Some(known) = known {
                // Entries may share a copy, also under several names. Each is told of.
                known.faults.extend(fault.filter(|said| !known.faults.contains(said)));
                let entries = known.entries.get_or_insert_default();
                // An entry may name one certificate twice.
                if !entries.contains(&id) {
                    entries.push(id);
                }
                continue;
            }
            places.insert(evidence.sha256.clone(), looked.len());
            looked.push(Looked {
                name: evidence.name.clone(),
                sha256: Some(evidence.sha256.clone()),
                state: kept_word(kept),
                faults: fault.into_iter().collect(),
                entries: Some(vec![id]),
            });
        }
    }
    conclude(context, &looked, format, |faults, files| ProofFailure::Faults { faults, files })?;
    complete(&record)
}

fn verify_pack(context: &Context<'_>, path: &Path, format: TextFormat) -> Result<(), CliError> {
    let path = path.to_owned();
    let file = output::open(&path).map_err(|cause| ProofFailure::NotRead { path: path.clone(), cause })?;
    let files = pack::verify(file).map_err(|error| match error {
        NotAPack::NotZip => ProofFailure::NotZip { path },
        NotAPack::NoSums => ProofFailure::NoSums { path },
        NotAPack::BadSums { line } => ProofFailure::BadSums { path, line },
        NotAPack::Compressed => ProofFailure::Compressed { path },
        NotAPack::Repacked => ProofFailure::Repacked { path },
    })?;
    let looked = files.into_iter().map(|PackedFile { name, sha256, checked }| {
        let (missing, listed) = (checked == Checked::Missing, checked != Checked::Unlisted);
        let said = || proof::pack_fault(context.lang, missing, listed, &name);
        let faults = (checked != Checked::Same).then(said).into_iter().collect();
        let state = match checked {
            Checked::Same => "present",
            Checked::Missing => "missing",
            Checked::Altered => "altered",
            Checked::Unlisted => "unlisted",
        };
        Looked { name, sha256, state, entries: None, faults }
    });
    let faults = |faults, files| ProofFailure::PackFaults { faults, files };
    conclude(context, &looked.collect::<Vec<_>>(), format, faults)
}

fn conclude(
    context: &Context<'_>,
    looked: &[Looked],
    format: TextFormat,
    failure: impl FnOnce(usize, usize) -> ProofFailure,
) -> Result<(), CliError> {
    let findings: Vec<&String> = looked.iter().flat_map(|file| &file.faults).collect();
    let (faults, files) = (looked.iter().filter(|file| !file.faults.is_empty()).count(), looked.len());
    match format {
        TextFormat::Json => {
            let files = looked.iter().map(|file| {
                json!({
                    "name": file.name,
                    "sha256": file.sha256,
                    "state": file.state,
                    "entries": file.entries,
                })
            });
            let files = files.collect::<Vec<Value>>();
            context.console.print_json(&json!({"schema": json::SCHEMA, "files": files}))?;
        }
        TextFormat::Text if faults == 0 => context.console.print([proof::all_ok(context.lang, files)])?,
        TextFormat::Text => context.console.print(findings)?,
    }
    if faults > 0 { Err(failure(faults, files).into()) } else { Ok(()) }
}

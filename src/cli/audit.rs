//! `tuition audit`: transcript, certificates and their hashes in one file.

use super::context::{Context, complete};
use super::error::CliError;
use super::target::{TargetArgs, not_written};
use super::transcripts::{self, PeriodArgs};
use crate::exchange::pack::{self, Gap, GapKind, PackError, hex};
use crate::exchange::transcript::Transcript;
use crate::locale::cli::{Notice, ProofFailure, ProofNotice, proof};
use crate::store::output::Output;
use crate::store::record::Home;
use clap::Args;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::{self, Read, Seek};
use std::path::Path;

#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    rule: String,
    #[command(flatten)]
    period: PeriodArgs,
    #[arg(long = "without-evidence")]
    without_evidence: bool,
    #[command(flatten)]
    target: TargetArgs,
}

pub(super) fn run(context: &Context<'_>, args: &AuditArgs) -> Result<(), CliError> {
    let path = args.target.file().ok_or(ProofFailure::NoFile)?;
    transcripts::with(context, &args.rule, &args.period, |transcript, record| {
        // A pack that is not whole proves nothing.
        complete(record)?;
        let home = context.home()?;
        let gaps = pack::prepare(transcript, |evidence| home.check_evidence(evidence));
        for gap in &gaps {
            context.console.complain(&said(context, gap));
        }
        if !gaps.is_empty() && !args.without_evidence {
            let entries = gaps.iter().map(|gap| gap.number).collect::<HashSet<_>>().len();
            return Err(ProofFailure::Gaps { entries }.into());
        }
        let output = args.target.begin(path)?;
        let (hash, files) = write(context, transcript, &home, output, path)?;
        // What `sha256sum` would say: the one figure to keep apart from the pack.
        context.console.report(&format!("{hash}  {}", path.display()))?;
        context.console.note(&Notice::Proof(ProofNotice::Packed { path: path.to_owned(), files }));
        Ok(())
    })
}

/// Writes the pack and gives its hash and how many files it holds.
fn write(
    context: &Context<'_>,
    transcript: &Transcript,
    home: &Home,
    output: Output,
    path: &Path,
) -> Result<(String, usize), CliError> {
    let written = pack::write(transcript, context.lang, |evidence| home.read_evidence(evidence), output);
    let (mut output, files) = written.map_err(|error| match error {
        PackError::Evidence { name, kept } => ProofFailure::Changed { name, kept },
        PackError::Write(error) => not_written(path, &error),
    })?;
    let hash = hashed(&mut output).map_err(|error| not_written(path, &error))?;
    output.keep().map_err(ProofFailure::NotWritten)?;
    Ok((hash, files))
}

fn hashed(output: &mut Output) -> io::Result<String> {
    output.rewind()?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match output.read(&mut buffer)? {
            0 => return Ok(hex(&hash.finalize())),
            read => hash.update(buffer.get(..read).unwrap_or_default()),
        }
    }
}

fn said(context: &Context<'_>, gap: &Gap) -> String {
    let fault = match &gap.kind {
        GapKind::NoEvidence => None,
        GapKind::Fault { name, kept } => Some((name.as_str(), *kept)),
    };
    let entry = gap.entry;
    proof::gap(context.lang, entry.id.as_str(), entry.date, &entry.title, fault)
}

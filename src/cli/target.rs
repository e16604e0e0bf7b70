//! Where a document goes: to stdout, or to a file that is written whole or not at all.

use super::context::Context;
use super::error::CliError;
use crate::locale::cli::{Notice, ProofFailure, ProofNotice};
use crate::store::atomic::{Stage, WriteError};
use crate::store::output::Output;
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct TargetArgs {
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    force: bool,
}

impl TargetArgs {
    /// The file that was named; none for stdout, which is also called `-`.
    pub(super) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// The file, begun: nobody sees it before [`Output::keep`].
    pub(super) fn begin(&self, path: &Path) -> Result<Output, CliError> {
        Ok(Output::begin(path, self.force).map_err(ProofFailure::NotWritten)?)
    }

    /// Writes a file that is made, and says so.
    pub(super) fn write(&self, context: &Context<'_>, path: &Path, text: &str) -> Result<(), CliError> {
        let mut output = self.begin(path)?;
        output.write_all(text.as_bytes()).map_err(|error| not_written(path, &error))?;
        output.keep().map_err(ProofFailure::NotWritten)?;
        context.console.note(&Notice::Proof(ProofNotice::Written { path: path.to_owned() }));
        Ok(())
    }
}

pub(super) fn not_written(path: &Path, error: &std::io::Error) -> ProofFailure {
    ProofFailure::NotWritten(WriteError { path: path.to_owned(), cause: error.into(), stage: Stage::Before })
}

//! Nushell, which the library does not know: an external completer that asks the program and takes
//! its answer as a table of values with descriptions.

use clap_complete::engine;
use clap_complete::env::EnvCompleter;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

pub(super) struct Nushell;

impl EnvCompleter for Nushell {
    fn name(&self) -> &'static str {
        "nushell"
    }

    fn is(&self, name: &str) -> bool {
        matches!(name, "nushell" | "nu")
    }

    /// Puts the program before whatever completer there is already.
    fn write_registration(
        &self,
        variable: &str,
        _name: &str,
        program: &str,
        completer: &str,
        script: &mut dyn Write,
    ) -> io::Result<()> {
        let lines = include_str!("completer.nu")
            .replace("VARIABLE", variable)
            .replace("PROGRAM", program)
            .replace("COMPLETER", completer);
        script.write_all(lines.as_bytes())
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        answer: &mut dyn Write,
    ) -> io::Result<()> {
        // The last word is the one being typed; Nushell hands it over even when it is empty.
        let at = words.len().saturating_sub(1);
        let candidates = engine::complete(command, words, at, folder)?;
        let table: Vec<Value> = candidates
            .iter()
            .map(|candidate| {
                json!({
                    "value": candidate.get_value().to_string_lossy(),
                    "description": candidate.get_help().map(ToString::to_string).unwrap_or_default(),
                })
            })
            .collect();
        write!(answer, "{}", Value::from(table))
    }
}

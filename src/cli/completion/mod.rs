//! Completion in shells: what may stand at the cursor, asked of the program itself, so that course
//! ids, rule ids and the person's own entries complete, and no script knows a list of its own.
//!
//! `tuition completions SHELL` prints a few lines that make the shell run the program with
//! [`VARIABLE`] set; [`answer`] then prints the candidates instead of doing anything.

mod candidates;
mod nushell;

use super::args;
use super::context::Context;
use super::environment::Environment;
use super::error::CliError;
use super::help;
use candidates::Known;
use clap::{Args, ValueEnum};
use clap_complete::env::{Bash, EnvCompleter, Fish, Powershell, Shells, Zsh};
use clap_complete::{CompleteEnv, engine};
use nushell::Nushell;
use std::sync::Arc;

/// Set by the shells' own scripts when they want candidates; its value is the shell.
const VARIABLE: &str = "TUITION_COMPLETE";

const SHELLS: Shells<'static> = Shells(&[&Bash, &Zsh, &Fish, &Nushell, &Powershell]);

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Nushell,
    Powershell,
}

impl Shell {
    fn completer(self) -> &'static dyn EnvCompleter {
        match self {
            Self::Bash => &Bash,
            Self::Zsh => &Zsh,
            Self::Fish => &Fish,
            Self::Nushell => &Nushell,
            Self::Powershell => &Powershell,
        }
    }
}

/// `tuition completions SHELL`: the lines for the shell's start file.
pub(super) fn run(context: &Context<'_>, args: &CompletionsArgs) -> Result<(), CliError> {
    let mut script = Vec::new();
    // Writing into memory does not fail. The program is found by the shell, as the person finds it.
    let _ = args.shell.completer().write_registration(VARIABLE, "tuition", "tuition", "tuition", &mut script);
    context.console.print_script(&String::from_utf8_lossy(&script))
}

/// Whether a shell asks for candidates, in which case they have been printed.
pub(super) fn answer(environment: &Environment) -> bool {
    if std::env::var_os(VARIABLE).is_none_or(|shell| shell.is_empty() || shell == "0") {
        return false;
    }
    let known = Arc::new(Known::new(&std::env::args_os().collect::<Vec<_>>(), environment.clone()));
    let commands = || with_candidates(help::with_texts(args::command(), environment.language()), "", &known);
    let folder = std::env::current_dir().ok();
    // A shell shows what a completion writes to stderr in the middle of the line being typed.
    let _ = CompleteEnv::with_factory(commands)
        .var(VARIABLE)
        .shells(SHELLS)
        .try_complete(std::env::args_os(), folder.as_deref());
    true
}

/// Every argument that names a thing of catalog, packs or record, with the names that there are.
fn with_candidates(command: clap::Command, path: &str, known: &Arc<Known>) -> clap::Command {
    let own_path = path.to_owned();
    let command = command.mut_args(|arg| {
        let Some(kind) = candidates::kind(&own_path, arg.get_id().as_str()) else { return arg };
        let known = Arc::clone(known);
        arg.add(engine::ArgValueCandidates::new(move || known.candidates(kind)))
    });
    command.mut_subcommands(|below| {
        let path = format!("{path} {}", below.get_name()).trim_start().to_owned();
        with_candidates(below, &path, known)
    })
}

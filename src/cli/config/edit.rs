//! `tuition config edit`: the person's editor on the settings file, and afterwards the check.

use super::check::{CheckFormat, report};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::config::commented::to_begin_with;
use crate::locale::cli::{ConfigFailure, ConfigNotice, Notice};
use crate::store::config_file::create;
use crate::store::record::SaveError;
use std::path::Path;
use std::process::{Command, ExitCode};

pub(super) fn run(context: &Context<'_>) -> Result<ExitCode, CliError> {
    let Some(path) = context.config.path() else { return Err(ConfigFailure::NoFolder.into()) };
    let words = context.editor.as_deref().map(words).unwrap_or_default();
    let Some((program, args)) = words.split_first() else {
        return Err(ConfigFailure::NoEditor(path.to_owned()).into());
    };
    if !path.exists() {
        create(path, &to_begin_with()).map_err(SaveError::from)?;
        context.console.note(&Notice::Config(ConfigNotice::Created(path.to_owned())));
    }
    edit(program, args, path)?;
    let mut file = context.config.clone();
    let configuration = file.read();
    report(context, &file, &configuration, CheckFormat::Human)
}

fn edit(program: &str, args: &[String], path: &Path) -> Result<(), CliError> {
    let failed = |cause| ConfigFailure::Editor { command: program.to_owned(), cause };
    let ended =
        Command::new(program).args(args).arg(path).status().map_err(|error| failed(error.to_string()))?;
    if ended.success() { Ok(()) } else { Err(failed(ended.to_string()).into()) }
}

/// The words of a command line without a shell: blanks part them, quotation marks keep them
/// together, a backslash takes the next character as it is.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None | Some('"'), '\\') => word.get_or_insert_default().extend(characters.next()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_may_have_arguments_and_blanks_in_its_name() {
        for (line, expected) in [
            ("vim", &["vim"][..]),
            ("code --wait", &["code", "--wait"]),
            ("'/opt/my editor/bin' -n \"\"", &["/opt/my editor/bin", "-n", ""]),
            (r"/opt/my\ editor  --x=\'", &["/opt/my editor", "--x='"]),
            ("a $(rm) ; b", &["a", "$(rm)", ";", "b"]),
            ("  ", &[]),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }
}

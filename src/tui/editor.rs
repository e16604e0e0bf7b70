//! The person's editor, and how it is told a line: every editor has its own way, and one that is not
//! known is given the file alone rather than a word that it would take for a second file.

use super::runtime::{Errand, NotLent};
use crate::app::EditorFailure;
use std::ffi::OsString;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// The editor where none is named.
const FALLBACK: &str = "vi";

/// How an editor is told a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// `+12 FILE`
    Plus,
    /// `FILE:12`
    Colon,
    /// `--goto FILE:12`
    Goto,
    /// `--line 12 FILE`
    Option,
}

/// Editors by the names of their programs, how they are told a line, and the option that makes one
/// wait until the file is closed which otherwise returns at once.
const EDITORS: &[(&[&str], Line, Option<&str>)] = &[
    (&["vi", "vim", "nvim", "view", "vis", "elvis", "nvi", "vimx"], Line::Plus, None),
    (&["gvim"], Line::Plus, Some("-f")),
    (
        &["nano", "pico", "rnano", "joe", "jmacs", "jstar", "jpico", "mg", "jed", "ne", "mcedit"],
        Line::Plus,
        None,
    ),
    (&["emacs", "emacsclient", "kak", "micro", "gedit"], Line::Plus, None),
    (&["hx", "helix"], Line::Colon, None),
    (&["subl", "sublime_text", "zed", "zeditor"], Line::Colon, Some("--wait")),
    (&["code", "code-insiders", "codium", "vscodium", "cursor"], Line::Goto, Some("--wait")),
    (&["kate"], Line::Option, Some("--block")),
];

/// What the person calls their editor: VISUAL, then EDITOR, then `vi`.
pub fn chosen() -> String {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os);
    let named =
        named.map(|words| words.to_string_lossy().into_owned()).find(|words| !words.trim().is_empty());
    named.unwrap_or_else(|| FALLBACK.to_owned())
}

/// The command that opens a file in an editor, at a line from 1 where there is one. `editor` may
/// have arguments and quotes, as in a shell; no shell reads it.
///
/// # Errors
/// [`EditorFailure::NotACommand`].
pub fn command(editor: &str, file: &Path, line: Option<usize>) -> Result<Errand, EditorFailure> {
    let not_a_command = || EditorFailure::NotACommand(editor.to_owned());
    let mut words = shell_words::split(editor).map_err(|_| not_a_command())?.into_iter();
    let program = words.next().filter(|program| !program.is_empty()).ok_or_else(not_a_command)?;
    let mut args: Vec<OsString> = words.map(OsString::from).collect();
    let name = Path::new(&program).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let known = EDITORS.iter().find(|(names, ..)| names.contains(&name.trim_end_matches(".exe")));
    if let Some(wait) = known.and_then(|(.., wait)| *wait)
        && !args.iter().any(|arg| arg == wait)
    {
        args.push(wait.into());
    }
    let file = not_an_option(file);
    let at_line = |line: usize| {
        let mut both = file.clone().into_os_string();
        both.push(format!(":{line}"));
        both
    };
    match line.zip(known.map(|(_, way, _)| *way)) {
        Some((line, Line::Plus)) => args.extend([format!("+{line}").into(), file.into_os_string()]),
        Some((line, Line::Colon)) => args.push(at_line(line)),
        Some((line, Line::Goto)) => args.extend(["--goto".into(), at_line(line)]),
        Some((line, Line::Option)) => {
            args.extend(["--line".into(), line.to_string().into(), file.into_os_string()]);
        }
        None => args.push(file.into_os_string()),
    }
    Ok(Errand { program: program.into(), args })
}

/// A file whose name an editor would take for an option or a line.
fn not_an_option(file: &Path) -> PathBuf {
    let begins = file.as_os_str().as_encoded_bytes().first().copied();
    if matches!(begins, Some(b'-' | b'+')) { Path::new(".").join(file) } else { file.to_owned() }
}

/// What went wrong with an editor that had the terminal, if anything.
pub(super) fn failure(program: &str, ended: &Result<ExitStatus, NotLent>) -> Option<EditorFailure> {
    let program = program.to_owned();
    match ended {
        Ok(status) => match (status.code(), status.signal()) {
            (Some(0), _) => None,
            (Some(code), _) => Some(EditorFailure::Code(program, code)),
            (None, _) => Some(EditorFailure::Killed(program)),
        },
        Err(NotLent::Busy) => Some(EditorFailure::InputWaiting),
        Err(NotLent::Start(error)) if error.kind() == io::ErrorKind::NotFound => {
            Some(EditorFailure::Missing(program))
        }
        Err(NotLent::Start(_)) => Some(EditorFailure::NotStarted(program)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(editor: &str, file: &str, line: Option<usize>) -> String {
        let errand = command(editor, Path::new(file), line).unwrap();
        let all: Vec<_> = std::iter::once(&errand.program).chain(&errand.args).collect();
        all.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        for (editor, expected) in [
            ("vi", "vi|+12|/a b/plan.toml"),
            ("/usr/bin/nvim -u NONE", "/usr/bin/nvim|-u|NONE|+12|/a b/plan.toml"),
            ("emacsclient -t", "emacsclient|-t|+12|/a b/plan.toml"),
            ("hx", "hx|/a b/plan.toml:12"),
            ("code", "code|--wait|--goto|/a b/plan.toml:12"),
            ("codium --wait -n", "codium|--wait|-n|--goto|/a b/plan.toml:12"),
            ("subl", "subl|--wait|/a b/plan.toml:12"),
            ("kate", "kate|--block|--line|12|/a b/plan.toml"),
            ("gvim", "gvim|-f|+12|/a b/plan.toml"),
            ("ed", "ed|/a b/plan.toml"),
            ("\"/opt/my editor/run\" --title 'a \"b\"'", "/opt/my editor/run|--title|a \"b\"|/a b/plan.toml"),
        ] {
            assert_eq!(words(editor, "/a b/plan.toml", Some(12)), expected, "{editor}");
        }
        assert_eq!(words("vi", "plan.toml", None), "vi|plan.toml");
        assert_eq!(words("code", "plan.toml", None), "code|--wait|plan.toml");
    }

    #[test]
    fn no_shell_reads_the_command_and_no_file_is_an_option() {
        assert_eq!(words("vi $(reboot); x", "a", None), "vi|$(reboot);|x|a");
        assert_eq!(words("vi", "-c:!reboot", Some(1)), "vi|+1|./-c:!reboot");
        assert_eq!(words("ed", "+x.toml", Some(1)), "ed|./+x.toml");
    }

    #[test]
    fn what_is_no_command_is_told() {
        for editor in ["", "  ", "'vi", "''"] {
            let failure = command(editor, Path::new("a"), None).unwrap_err();
            assert_eq!(failure, EditorFailure::NotACommand(editor.to_owned()));
        }
    }
}

//! The only way to stdout and stderr.
//!
//! Every line passes [`Safe`] here, whoever made it, so that no text from a catalog, a record, an
//! argument or an error can drive the terminal; colour is added afterwards. A closed pipe and a
//! full disk are errors like others, never a panic.

use super::error::CliError;
use crate::config::settings::Colour;
use crate::domain::Safe;
use crate::locale::cli::{Failure, Notice};
use crate::locale::{Lang, Say};
use crate::store::catalog::Severity;
use serde_json::Value;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

/// Both streams, with what decides their looks.
#[derive(Debug)]
pub(super) struct Console {
    lang: Lang,
    quiet: bool,
    colored_out: bool,
    colored_err: bool,
}

/// How a line is drawn where colour is wanted; without colour the words alone must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Heading,
}

/// Graphic renditions; the only escape sequences that the command line writes.
const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[1;31m";
const YELLOW: &str = "\u{1b}[1;33m";
const CYAN: &str = "\u{1b}[1;36m";
const RESET: &str = "\u{1b}[0m";

impl Console {
    /// Whether the person wants colours on the terminal.
    pub(super) fn coloured(&self) -> bool {
        self.colored_out
    }

    pub(super) fn new(lang: Lang, colour: Colour, no_color: bool, quiet: bool) -> Self {
        let colored = |terminal: bool| match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && !no_color,
        };
        Self {
            lang,
            quiet,
            colored_out: colored(io::stdout().is_terminal()),
            colored_err: colored(io::stderr().is_terminal()),
        }
    }

    /// Whether only data and errors are wanted.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether a person is likely to read stdout.
    pub(super) fn is_terminal(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Columns that a line may fill, where a person reads it; `set` is what the environment says.
    pub(super) fn width(&self, set: Option<usize>) -> Option<usize> {
        set.or_else(|| {
            let size = self.is_terminal().then(crossterm::terminal::size)?;
            size.ok().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
        })
    }

    /// Writes lines to stdout and flushes them.
    pub(super) fn print<S: AsRef<str>>(&self, lines: impl IntoIterator<Item = S>) -> Result<(), CliError> {
        self.print_drawn(lines.into_iter().map(|line| (Look::Plain, line)))
    }

    pub(super) fn print_drawn<S: AsRef<str>>(
        &self,
        lines: impl IntoIterator<Item = (Look, S)>,
    ) -> Result<(), CliError> {
        let mut text = String::new();
        for (look, line) in lines {
            let line = Safe::new(line.as_ref());
            match look {
                Look::Heading if self.colored_out => text.extend([BOLD, &line, RESET]),
                _ => text.push_str(&line),
            }
            text.push('\n');
        }
        write_out(&text, false)
    }

    /// Writes an answer of a conversation, which an empty line ends. `saved`: it tells of a change that
    /// is on disk already.
    pub(super) fn answer<S: AsRef<str>>(&self, lines: &[S], saved: bool) -> Result<(), CliError> {
        let lines = lines.iter().map(|line| Safe::new(line.as_ref()).into_string());
        let text: String = lines.chain([String::new()]).map(|line| line + "\n").collect();
        write_out(&text, saved)
    }

    /// Writes what stands before a line that is to be typed.
    pub(super) fn prompt(&self) -> Result<(), CliError> {
        write_out("> ", false)
    }

    /// Writes a line to stdout about a change that is on disk already.
    pub(super) fn report(&self, line: &str) -> Result<(), CliError> {
        write_out(&format!("{}\n", Safe::new(line)), true)
    }

    /// Writes text for another program to read as it stands: a script for a shell, a manual page. It
    /// is the program's own throughout.
    pub(super) fn print_script(&self, text: &str) -> Result<(), CliError> {
        write_out(text, false)
    }

    /// Writes a value to stdout as JSON: indented for a person, in one line for a program.
    pub(super) fn print_json(&self, value: &Value) -> Result<(), CliError> {
        let text = if self.is_terminal() { format!("{value:#}") } else { value.to_string() };
        let mut text = crate::exchange::json::inert(&text);
        text.push('\n');
        write_out(&text, false)
    }

    /// Writes lines of CSV or TSV, whose tabs are not text but separate it.
    pub(super) fn print_separated(&self, lines: &[String]) -> Result<(), CliError> {
        let mut text = String::new();
        for line in lines {
            let cells: Vec<String> = line.split('\t').map(|cell| Safe::new(cell).into_string()).collect();
            text.push_str(&cells.join("\t"));
            text.push('\n');
        }
        write_out(&text, false)
    }

    /// Writes a text that is made already, with its line ends as they are.
    pub(super) fn print_made(&self, text: &str) -> Result<(), CliError> {
        let mut inert = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let bare = line.strip_suffix('\n').unwrap_or(line);
            let bare = bare.strip_suffix('\r').unwrap_or(bare);
            inert.push_str(&Safe::new(bare));
            inert.push_str(line.get(bare.len()..).unwrap_or_default());
        }
        write_out(&inert, false)
    }

    /// Says something on stderr, unless `--quiet`.
    pub(super) fn note(&self, notice: &Notice) {
        if !self.quiet {
            write_err(&Safe::new(&notice.say(self.lang)));
        }
    }

    /// Names something wrong with the learner's files that does not end the command.
    pub(super) fn problem(&self, severity: Severity, what: &str) {
        let (color, label) = match severity {
            Severity::Error => (RED, self.lang.either("error: ", "错误：")),
            Severity::Warning => (YELLOW, self.lang.either("warning: ", "警告：")),
        };
        write_err(&self.labelled(color, label, &Safe::new(what)));
    }

    /// A line of stderr as it stands: a place in a file, a query with its marks.
    pub(super) fn complain(&self, line: &str) {
        write_err(&Safe::new(line));
    }

    /// Says a failure that does not end the command.
    pub(super) fn error(&self, failure: &Failure) {
        let said = failure.say(self.lang);
        write_err(&self.labelled(RED, self.lang.either("error: ", "错误："), &Safe::new(&said)));
        if let Failure::Query { text, error } = failure {
            for line in super::list::underline(text, &error.span) {
                self.complain(&line);
            }
        }
        for hint in failure.hints(self.lang) {
            write_err(&self.labelled(CYAN, self.lang.either("hint: ", "提示："), &Safe::new(&hint)));
        }
    }

    /// Says why the command ends, and gives its exit code.
    pub(super) fn fail(&self, error: &CliError) -> ExitCode {
        if let CliError::Failure(failure) = error {
            let no_terminal = matches!(failure, Failure::NoTerminal);
            // Without a terminal to draw on, stderr may be one: still not one escape byte.
            let colored_err = self.colored_err && !no_terminal;
            Self { colored_err, ..*self }.error(failure);
        }
        ExitCode::from(error.exit_code())
    }

    /// Help and version on stdout; wrong options on stderr.
    pub(super) fn usage(&self, usage: &clap::Error) -> ExitCode {
        let text = usage.render().to_string();
        if usage.use_stderr() {
            for line in text.lines() {
                write_err(&Safe::new(line));
            }
            return ExitCode::from(2);
        }
        match self.print(text.lines()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => self.fail(&error),
        }
    }

    fn labelled(&self, color: &str, label: &str, text: &str) -> String {
        if self.colored_err { format!("{color}{label}{RESET}{text}") } else { format!("{label}{text}") }
    }
}

fn write_out(text: &str, saved: bool) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(CliError::ClosedPipe),
        Err(error) => Err(Failure::Output { cause: error.to_string(), saved }.into()),
    }
}

/// When stderr is gone there is nobody left to tell.
fn write_err(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

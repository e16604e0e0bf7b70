//! A desk to work at: a private home, a small catalog, and the program on a terminal there.

use crate::pty::Session;
use crate::support::sandbox::{Sandbox, TODAY, program};
use std::ops::Deref;
use std::path::Path;

/// Leaves a text field, a pane or a layer. What is typed next must wait for the screen: `Esc` and
/// a letter that arrive together are Alt and the letter.
pub const ESC: &str = "\x1b";
pub const ENTER: &str = "\r";
pub const TAB: &str = "\t";
pub const CTRL_C: &str = "\x03";
pub const CTRL_L: &str = "\x0c";
pub const CTRL_U: &str = "\x15";
pub const CTRL_Z: &str = "\x1a";

pub struct Desk {
    sandbox: Sandbox,
}

/// How the program is opened.
#[derive(Clone, Copy)]
pub struct Opening<'a> {
    pub args: &'a [&'a str],
    /// Beside the hermetic environment, or in place of a part of it.
    pub env: &'a [(&'a str, &'a str)],
    pub size: (u16, u16),
}

impl Default for Opening<'_> {
    fn default() -> Self {
        Self { args: &[], env: &[], size: (100, 30) }
    }
}

impl Desk {
    pub fn new() -> Self {
        Self { sandbox: Sandbox::new() }
    }

    /// The program on the small catalog, with its first frame drawn.
    pub fn open(&self) -> Session {
        let session =
            self.open_with(Opening { args: &["-C", &self.name("catalog.toml")], ..Opening::default() });
        session.wait_for("5 courses");
        session
    }

    /// The program on the bundled catalog unless the arguments say otherwise.
    pub fn open_with(&self, opening: Opening<'_>) -> Session {
        self.spawn(&program(), opening.args, opening)
    }

    /// A shell script on a terminal; `"$@"` in it is the program on the small catalog.
    pub fn open_script(&self, script: &str, opening: Opening<'_>) -> Session {
        let (program, catalog) = (program(), self.name("catalog.toml"));
        let args = ["-c", script, "sh", program.to_str().unwrap(), "-C", &catalog];
        let args = [&args[..], opening.args].concat();
        self.spawn("/bin/sh".as_ref(), &args, opening)
    }

    fn spawn(&self, program: &Path, args: &[&str], opening: Opening<'_>) -> Session {
        let (home, data) = (self.name("home"), self.name("data"));
        let hermetic =
            [("HOME", &*home), ("TUITION_DATA", &data), ("TUITION_TODAY", TODAY), ("LANG", "C.UTF-8")];
        let env: Vec<_> = hermetic.iter().chain(opening.env).copied().collect();
        Session::spawn(program, args, &env, opening.size.0, opening.size.1)
    }

    /// The path of a file of this desk, as an argument.
    pub fn name(&self, file: &str) -> String {
        self.path(file).to_str().unwrap().to_owned()
    }

    /// What a command prints as JSON, on the bundled catalog.
    pub fn bundled_json(&self, args: &[&str]) -> serde_json::Value {
        let output = self.finish(self.command(args).env_remove("TUITION_CATALOG"));
        assert_eq!(output.code, Some(0), "{output}");
        serde_json::from_str(&output.stdout).unwrap()
    }

    /// The learner's files, which are what a journey must not harm.
    pub fn record(&self) -> Vec<(std::path::PathBuf, Vec<u8>)> {
        self.files("data")
    }
}

impl Deref for Desk {
    type Target = Sandbox;

    fn deref(&self) -> &Sandbox {
        &self.sandbox
    }
}

/// The rows of the screen, without the blanks at their ends.
pub fn rows(session: &Session) -> Vec<String> {
    let screen = session.screen();
    let (_, cols) = screen.size();
    screen.rows(0, cols.into()).map(|row| row.trim_end().to_owned()).collect()
}

/// The text of the row under the cursor: the reversed cells.
pub fn selected(session: &Session) -> String {
    let screen = session.screen();
    let (height, width) = screen.size();
    let mut text = String::new();
    for (row, col) in (0..height.into()).flat_map(|row| (0..width.into()).map(move |col| (row, col))) {
        match screen.cell(row, col) {
            Some(cell) if cell.inverse() => text.push_str(cell.contents()),
            _ => {}
        }
    }
    text
}

/// Whether a row of the screen holds all of these.
pub fn row_with(session: &Session, parts: &[&str]) -> bool {
    rows(session).iter().any(|row| parts.iter().all(|part| row.contains(part)))
}

/// Leaves the query line, and with a second `Esc` the query.
pub fn clear_query(session: &Session) {
    session.wait_for("Esc leave");
    session.send(ESC);
    session.wait_until("the query line to be left", |session| !session.contents().contains("Esc leave"));
    session.send(ESC);
    session.wait_for("225 courses");
}

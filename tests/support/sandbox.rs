//! The real program in a world of its own: an empty environment, a private home, a fixed day, and
//! a small catalog whose courses each have something that deserves a test.

use std::ffi::OsStr;
use std::fmt;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The day that every command takes for today.
pub const TODAY: &str = "2026-11-21";

const CATALOG: &str = include_str!("../fixtures/cli/catalog.toml");

/// The program under test: the one that cargo has built for the tests, or the one of this path,
/// which is how the same tests are run on a release build.
pub fn program() -> PathBuf {
    let other = std::env::var_os("TUITION_MATRIX_BINARY");
    other.map_or_else(|| env!("CARGO_BIN_EXE_tuition").into(), PathBuf::from)
}

/// A folder with a home, a data folder and a catalog; gone at the end of the test.
pub struct Sandbox {
    root: TempDir,
}

/// What a command printed and how it ended; to be looked at, or the test proves nothing.
#[must_use]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub code: Option<i32>,
}

impl Sandbox {
    pub fn new() -> Self {
        let sandbox = Self { root: tempfile::tempdir().unwrap() };
        std::fs::create_dir(sandbox.path("home")).unwrap();
        sandbox.write("catalog.toml", CATALOG);
        sandbox
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// The learner's folder, wherever this system keeps such things.
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    #[allow(clippy::disallowed_methods, reason = "nothing in a sandbox is worth keeping")]
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Every file below a folder of the sandbox, with its bytes.
    pub fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.path(folder)];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            for entry in entries {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = std::fs::read(&path).unwrap();
                    found.push((path, bytes));
                }
            }
        }
        found.sort();
        found
    }

    /// The program with nothing around it but what is named here.
    pub fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(program());
        command
            .args(args)
            .env_clear()
            .env("HOME", self.path("home"))
            .env("TUITION_DATA", self.data())
            .env("TUITION_CATALOG", self.path("catalog.toml"))
            .env("TUITION_TODAY", TODAY)
            .env("COLUMNS", "100")
            .env("LANG", "C.UTF-8")
            .current_dir(self.root.path())
            .stdin(Stdio::null());
        command
    }

    pub fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Output {
        self.finish(&mut self.command(args))
    }

    /// The same in Chinese.
    pub fn run_zh<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Output {
        self.finish(self.command(args).env("LANG", "zh_CN.UTF-8"))
    }

    pub fn run_with_input<A: AsRef<OsStr>>(
        &self,
        args: impl IntoIterator<Item = A>,
        input: impl AsRef<[u8]>,
    ) -> Output {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.as_ref().to_vec();
        // A program that ends before it has read everything closes the pipe; that is its business.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        self.tidy(&output)
    }

    pub fn finish(&self, command: &mut Command) -> Output {
        let output = command.output().unwrap();
        self.tidy(&output)
    }

    /// Runs a command that must succeed, and gives its stdout.
    pub fn stdout<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> String {
        let output = self.run(args);
        assert_eq!(output.code, Some(0), "{output}");
        output.stdout
    }

    /// Records hours and gives the entry's id.
    pub fn saved<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> String {
        let stdout = self.stdout(args);
        let id = stdout.trim().strip_prefix("saved ").unwrap_or_else(|| panic!("{stdout}"));
        id.to_owned()
    }

    pub fn json<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> serde_json::Value {
        serde_json::from_str(&self.stdout(args)).unwrap()
    }

    /// The sandbox's own folder is `[root]` in what a test sees.
    fn tidy(&self, output: &std::process::Output) -> Output {
        let root = self.root.path();
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).expect("output is UTF-8");
            text.replace(&*root.to_string_lossy(), "[root]")
        };
        Output { stdout: text(&output.stdout), stderr: text(&output.stderr), code: output.status.code() }
    }
}

impl Output {
    /// For a snapshot: entries' ids and moments replaced by names for them.
    pub fn normal(&self) -> String {
        let text = self.to_string();
        let mut ids: Vec<&str> = Vec::new();
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        for word in words.filter(|word| is_ulid(word)) {
            if !ids.contains(&word) {
                ids.push(word);
            }
        }
        let mut normal = text.clone();
        for (at, id) in ids.iter().enumerate() {
            normal = normal.replace(id, &format!("[id{}]", at + 1));
        }
        normal
    }
}

fn is_ulid(word: &str) -> bool {
    word.len() == 26 && word.starts_with("01") && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// stdout, stderr and the exit code in one text.
impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- stderr\n{}", self.stderr)?;
        }
        match self.code {
            Some(0) => Ok(()),
            Some(code) => writeln!(f, "--- exit {code}"),
            None => writeln!(f, "--- killed by a signal"),
        }
    }
}

/// Whether a text could drive a terminal: a control character other than the end of a line, or a
/// bidi mark.
pub fn drives_a_terminal(text: &str) -> bool {
    let bidi =
        |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}');
    text.chars().any(|c| (c.is_control() && c != '\n') || bidi(c))
}

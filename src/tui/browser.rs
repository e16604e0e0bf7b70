//! Opens an address in the browser. No shell sees the address, and the browser sees no terminal: it
//! gets no input, no output, and where the system has `setsid` a session of its own, so that one that
//! draws with letters has nothing to draw on.

use crate::app::BrowserFailure;
use std::ffi::{OsStr, OsString};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What opens addresses where `BROWSER` names nothing that is there, in the order of trying.
const LAUNCHERS: &[&[&str]] = &[&["xdg-open"], &["wslview"], &["gio", "open"], &["open"]];

/// A launcher at work. Whoever has it looks now and then whether it has ended, which also takes it
/// off the system's list of processes.
#[derive(Debug)]
pub(super) struct Browser {
    program: String,
    child: Child,
    started: Instant,
}

/// One that ends later has shown the page, whatever it ends with: it was the browser itself.
const SHOWN: Duration = Duration::from_secs(20);

impl Browser {
    /// Starts what opens `address`, which is given as one word.
    ///
    /// # Errors
    /// Where nothing opens addresses, or what does cannot be started.
    pub(super) fn open(address: &str) -> Result<Self, BrowserFailure> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let named = std::env::var("BROWSER").unwrap_or_default();
        let found = launchers(&named, address).into_iter().find_map(|words| {
            let (program, args) = words.split_first()?;
            Some((find(program, &path)?, args.to_vec()))
        });
        let (program, args) = found.ok_or(BrowserFailure::NoLauncher)?;
        let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut command = match find("setsid", &path) {
            Some(setsid) => {
                let mut command = Command::new(setsid);
                command.arg(&program);
                command
            }
            None => {
                let mut command = Command::new(&program);
                // In the background of our session: stopped as soon as it asks the terminal for anything.
                command.process_group(0);
                command
            }
        };
        command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            Ok(child) => Ok(Self { program: name, child, started: Instant::now() }),
            Err(_) => Err(BrowserFailure::Launcher(name, None)),
        }
    }

    /// `None` while it runs; then what came of it.
    pub(super) fn ended(&mut self) -> Option<Result<(), BrowserFailure>> {
        let status = match self.child.try_wait() {
            Ok(None) => return None,
            Ok(Some(status)) => status,
            Err(_) => return Some(Err(BrowserFailure::Launcher(self.program.clone(), None))),
        };
        let failed = || BrowserFailure::Launcher(self.program.clone(), status.code());
        Some(if status.success() || self.started.elapsed() > SHOWN { Ok(()) } else { Err(failed()) })
    }
}

/// What would open addresses, by the name of its program.
pub fn launcher() -> Option<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let named = std::env::var("BROWSER").unwrap_or_default();
    let programs = launchers(&named, "").into_iter().filter_map(|words| words.into_iter().next());
    programs.into_iter().find(|program| find(program, &path).is_some())
}

/// Whether a program of this name can be started.
pub fn is_installed(program: &str) -> bool {
    find(program, &std::env::var_os("PATH").unwrap_or_default()).is_some()
}

/// The commands to try. `BROWSER` is a list with colons, each part a command with `%s` for the
/// address, which comes last where there is none.
fn launchers(named: &str, address: &str) -> Vec<Vec<String>> {
    let own = named.split(':').filter_map(|part| shell_words::split(part).ok());
    let own = own.filter(|words| !words.is_empty()).map(|words| {
        let placed = words.iter().skip(1).any(|word| word.contains("%s"));
        let mut words: Vec<String> = words.iter().map(|word| word.replace("%s", address)).collect();
        if !placed {
            words.push(address.to_owned());
        }
        words
    });
    let usual = LAUNCHERS
        .iter()
        .map(|words| words.iter().map(|word| (*word).to_owned()).chain([address.to_owned()]).collect());
    own.chain(usual).collect()
}

/// The program of a name, by `PATH`.
fn find(program: impl AsRef<OsStr>, path: &OsString) -> Option<PathBuf> {
    let program = Path::new(program.as_ref());
    let is_program = |file: &PathBuf| {
        file.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
    };
    if program.components().count() > 1 {
        return Some(program.to_owned()).filter(is_program);
    }
    std::env::split_paths(path).map(|folder| folder.join(program)).find(is_program)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test may write what it likes")]

    use super::*;

    #[test]
    fn the_persons_browsers_come_first_and_get_the_address_as_one_word() {
        let address = "https://a.org/?q=$(x);b c";
        let all = launchers("w3m -o x='a b' %s -z:firefox::'open", address);
        assert_eq!(all.len(), 2 + LAUNCHERS.len());
        assert_eq!(all[0], ["w3m", "-o", "x=a b", address, "-z"]);
        assert_eq!(all[1], ["firefox", address]);
        assert_eq!(all[2], ["xdg-open", address]);
        assert_eq!(all[4], ["gio", "open", address]);
    }

    #[test]
    fn only_a_program_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = OsString::from(folder.path());
        std::fs::File::create(folder.path().join("tool")).unwrap();
        assert_eq!(find("tool", &path), None);
        let executable = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path().join("tool"), executable).unwrap();
        assert_eq!(find("tool", &path), Some(folder.path().join("tool")));
        assert_eq!(find(folder.path(), &path), None);
    }
}

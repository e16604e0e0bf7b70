//! The settings file as text: found where the platform keeps such files, read with every precaution,
//! without the lines that are not TOML. It is written only when the person asks for it.

use super::atomic::{self, WriteError};
use super::place::{Lines, Place};
use super::reading::files::{self, Wanted};
use super::reading::rest::{self, Cut};
use super::reading::{Problem, ProblemKind, Severity, syntax};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As it stands there.
    pub text: String,
    /// The same with blanks in place of what is no TOML: every place is where it was. A key that
    /// stands twice still does.
    pub usable: String,
    /// In the order of the file.
    pub mistakes: Vec<LeftOut>,
}

/// A mistake that is left out so that the rest of the file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub problem: Problem,
    /// It is in the head of a table, and all lines of the table are left out with it.
    pub table: bool,
}

/// Why nothing of a file can be used, and as much of its text as could be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    pub problem: Problem,
    pub text: String,
}

/// Where the settings file lives when nobody says otherwise: `~/.config/tuition/config.toml` on
/// Linux. `None` where the system names no such folder.
pub fn default_path() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "tuition")?;
    let dir = dirs.config_dir();
    dir.is_absolute().then(|| dir.join("config.toml"))
}

/// The text of the file and what of it is TOML; `None` where there is no file.
///
/// # Errors
/// What cannot be opened, is no regular file, too large, not UTF-8, half a merge, or so far from
/// TOML that nothing can be told apart.
pub fn read(path: &Path) -> Result<Option<Found>, Box<Unusable>> {
    let file = Arc::new(path.to_owned());
    let unusable = |span: Option<Range<usize>>, text: String, kind| {
        let place = match span {
            Some(span) => Lines::of(&text).place(&file, &text, &span),
            None => Place::whole(Arc::clone(&file)),
        };
        Box::new(Unusable { problem: Problem { place, severity: Severity::Error, kind }, text })
    };
    let bytes = match files::read(path) {
        Ok(bytes) => bytes,
        Err(ProblemKind::NotFound) => return Ok(None),
        Err(kind) => return Err(unusable(None, String::new(), kind)),
    };
    let text = match syntax::text(bytes) {
        Ok(text) => text,
        Err(text) => return Err(unusable(Some(text.len()..text.len()), text, ProblemKind::NotUtf8)),
    };
    if let Some(span) = syntax::conflict_marker(&text) {
        return Err(unusable(Some(span), text, ProblemKind::ConflictMarker));
    }
    let Some((span, kind)) = syntax::parse(&text).err() else {
        return Ok(Some(Found { usable: text.clone(), text, mistakes: Vec::new() }));
    };
    let Some((usable, cuts)) = rest::rest(&text) else { return Err(unusable(span, text, kind)) };
    let lines = Lines::of(&text);
    let left_out = |Cut { span, syntax, table }| {
        let (place, kind) = (lines.place(&file, &text, &span), ProblemKind::Syntax(syntax));
        LeftOut { problem: Problem { place, severity: Severity::Error, kind }, table }
    };
    let mistakes = cuts.into_iter().map(left_out).collect();
    Ok(Some(Found { text, usable, mistakes }))
}

/// Changes whenever the file does.
pub fn stamp(path: &Path) -> u64 {
    files::stamp(&[path.to_owned()], Wanted::Packs)
}

/// Writes the file for the first time, with its folder.
///
/// # Errors
/// Where a file of that name is there, or nothing can be written.
pub fn create(path: &Path, text: &str) -> Result<(), WriteError> {
    atomic::ensure_folder(
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
    )?;
    atomic::create(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/config.toml");
        assert_eq!(read(&path), Ok(None));
        let absent = stamp(&path);
        create(&path, "mouse = false\n").unwrap();
        assert_eq!(read(&path).unwrap().unwrap().text, "mouse = false\n");
        assert_ne!(stamp(&path), absent);
        assert!(create(&path, "").is_err());
        assert_eq!(read(&path).unwrap().unwrap().usable, "mouse = false\n");
    }

    #[test]
    fn what_is_not_toml_is_refused_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        for (at, (text, line, column)) in
            [(&b"a = 1\nb = 2\n<<<<<<< HEAD\n"[..], 3, 1), (b"a = 1\n\xff", 2, 1), (b"<<<<<<< HEAD\n", 1, 1)]
                .iter()
                .enumerate()
        {
            let path = folder.path().join(format!("{at}.toml"));
            crate::store::atomic::create(&path, text).unwrap();
            let place = read(&path).unwrap_err().problem.place;
            assert_eq!((place.line, place.column), (*line, *column), "{}", String::from_utf8_lossy(text));
        }
        assert!(read(folder.path()).unwrap_err().problem.place.is_whole(), "a folder");
    }
}

//! A person's own theme files: found and read, not understood. What they say is `config::theme`'s.

use super::reading::{ProblemKind, files, syntax};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The largest file that is read as a theme, in bytes; thirty lines are about one thousand.
const LARGEST: usize = 64 * 1024;

/// More files than anyone chooses from; bounds the time that a strange folder takes.
const MOST: usize = 200;

/// A theme file. Its theme is called as the file is, without `.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub name: String,
    pub path: PathBuf,
    /// [`ErrorKind::InvalidData`]: not UTF-8. [`ErrorKind::FileTooLarge`]: more than 64 KiB.
    pub text: Result<String, ErrorKind>,
}

/// The theme files of a folder, by name. A folder that is not there, or cannot be read, has none.
pub fn find(folder: &Path) -> Vec<Found> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_theme = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let mut paths: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_theme).take(MOST).collect();
    paths.sort();
    paths.into_iter().filter_map(read).collect()
}

fn read(path: PathBuf) -> Option<Found> {
    let name = path.file_stem()?.to_string_lossy().into_owned();
    // What editors leave while they write.
    if name.starts_with('.') {
        return None;
    }
    let text = match files::read(&path) {
        Ok(bytes) if bytes.len() > LARGEST => Err(ErrorKind::FileTooLarge),
        Ok(bytes) => syntax::text(bytes).map_err(|_| ErrorKind::InvalidData),
        Err(ProblemKind::Unreadable { reason }) => Err(reason),
        Err(ProblemKind::NotFound) => Err(ErrorKind::NotFound),
        Err(ProblemKind::TooLarge { .. }) => Err(ErrorKind::FileTooLarge),
        Err(_) => Err(ErrorKind::Unsupported),
    };
    Some(Found { name, path, text })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test may write what it likes")]

    use super::*;

    #[test]
    fn themes_are_the_toml_files_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(find(&folder.path().join("none")), []);
        for (name, bytes) in [
            ("b.toml", &b"key = \"red\""[..]),
            ("a.toml", b"\xff"),
            ("notes.md", b"x"),
            (".b.toml", b"x"),
            ("c.toml", &[b' '; LARGEST + 1]),
        ] {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        fs::create_dir(folder.path().join("d.toml")).unwrap();
        let found = find(folder.path());
        let told: Vec<_> =
            found.iter().map(|it| (it.name.as_str(), it.text.as_deref().map_err(|kind| *kind))).collect();
        assert_eq!(
            told,
            [
                ("a", Err(ErrorKind::InvalidData)),
                ("b", Ok("key = \"red\"")),
                ("c", Err(ErrorKind::FileTooLarge)),
                ("d", Err(ErrorKind::Unsupported)),
            ]
        );
    }
}

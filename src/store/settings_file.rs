//! One setting written into the person's config file, at their word: the line that says it is
//! changed or added, and every other byte stays.

use super::atomic::{self, Stage, WriteError};
use super::cause::Cause;
use super::reading::{ProblemKind, files, syntax};
use std::path::{Path, PathBuf};
use toml_edit::{DocumentMut, Item, Value};

/// Why a setting was not kept. The file is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The file there is not TOML, or not even text: nothing is written over it.
    NotToml {
        path: PathBuf,
    },
    Failed {
        path: PathBuf,
        cause: Cause,
    },
}

/// Writes `key = "value"` into the file, which is created where there is none.
///
/// # Errors
/// See [`NotKept`].
pub fn set(path: &Path, key: &str, value: &str) -> Result<(), NotKept> {
    let not_toml = || NotKept::NotToml { path: path.to_owned() };
    let old = match files::read(path) {
        Ok(bytes) => Some(syntax::text(bytes).map_err(|_| not_toml())?),
        Err(ProblemKind::NotFound) => None,
        Err(ProblemKind::Unreadable { reason }) => {
            let cause = Cause::from(std::io::Error::from(reason));
            return Err(NotKept::Failed { path: path.to_owned(), cause });
        }
        Err(_) => return Err(not_toml()),
    };
    let new = with(old.as_deref().unwrap_or_default(), key, value).ok_or_else(not_toml)?;
    let written = match old {
        Some(old) if old == new => Ok(()),
        Some(_) => atomic::replace(path, new.as_bytes()),
        None => {
            atomic::ensure_folder(atomic::folder_of(path)).and_then(|()| atomic::create(path, new.as_bytes()))
        }
    };
    match written {
        // It is there; only a power cut in this second could take it back, and it is one word.
        Ok(()) | Err(WriteError { stage: Stage::After, .. }) => Ok(()),
        Err(WriteError { path, cause, .. }) => Err(NotKept::Failed { path, cause }),
    }
}

/// The text with one setting in it; `None` where it is not TOML, or has a table of that name.
fn with(text: &str, key: &str, value: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    match document.get_mut(key) {
        Some(Item::Value(old)) => {
            let decor = old.decor().clone();
            *old = Value::from(value);
            *old.decor_mut() = decor;
        }
        Some(_) => return None,
        None => {
            document.insert(key, toml_edit::value(value));
        }
    }
    let written = document.to_string();
    // toml_edit ends every line with a newline alone.
    Some(if text.contains("\r\n") { written.replace("\r\n", "\n").replace('\n', "\r\n") } else { written })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test may write what it likes")]

    use super::*;
    use std::fs;

    #[test]
    fn one_line_changes_and_the_rest_stays() {
        for (text, expected) in [
            ("", "theme = \"dark\"\n"),
            ("# mine\nascii = true # yes\n", "# mine\nascii = true # yes\ntheme = \"dark\"\n"),
            ("theme   =  'light'  # day\n\n[keys]\nx = 1\n", "theme   =  \"dark\"  # day\n\n[keys]\nx = 1\n"),
            ("[keys]\nx = 1\n", "theme = \"dark\"\n[keys]\nx = 1\n"),
            ("a = 1\r\ntheme = \"x\"\r\n", "a = 1\r\ntheme = \"dark\"\r\n"),
        ] {
            assert_eq!(with(text, "theme", "dark").as_deref(), Some(expected), "{text:?}");
        }
        assert_eq!(with("theme = ", "theme", "dark"), None);
        assert_eq!(with("[theme]\n", "theme", "dark"), None);
        let odd = with("", "theme", "a\"b\u{1b}").unwrap();
        assert_eq!(odd.parse::<toml::Table>().unwrap()["theme"].as_str(), Some("a\"b\u{1b}"));
    }

    #[test]
    fn a_file_that_is_not_understood_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/config.toml");
        set(&path, "theme", "dark").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "theme = \"dark\"\n");
        fs::write(&path, "theme = \n").unwrap();
        assert_eq!(set(&path, "theme", "light"), Err(NotKept::NotToml { path: path.clone() }));
        assert_eq!(fs::read_to_string(&path).unwrap(), "theme = \n");
        let file = path.join("under-a-file.toml");
        assert!(matches!(set(&file, "theme", "dark"), Err(NotKept::Failed { .. })));
    }
}

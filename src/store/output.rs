//! Files that a person asked for by name: a transcript, a pack, a calendar. Whole or not at all,
//! and never over another file unless that was said.

use super::atomic::{self, WriteError};
use super::cause::Cause;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file on its way: under a temporary name until [`Output::keep`].
#[derive(Debug)]
pub struct Output {
    temp: NamedTempFile,
    path: PathBuf,
    over: bool,
}

impl Output {
    /// Begins a file. `over`: a file of that name may be replaced.
    ///
    /// # Errors
    /// [`Cause::Exists`] where a file of that name is there and is to stay; [`Cause::IsAFolder`].
    pub fn begin(path: &Path, over: bool) -> Result<Self, WriteError> {
        let failed = |cause| WriteError { path: path.to_owned(), cause, stage: atomic::Stage::Before };
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => return Err(failed(Cause::IsAFolder)),
            // Through a link or onto a device nobody writes by mistake.
            Ok(found) if !over || !found.is_file() => return Err(failed(Cause::Exists)),
            _ => {}
        }
        let temp = atomic::temporary(atomic::folder_of(path)).map_err(|error| failed(error.into()))?;
        Ok(Self { temp, path: path.to_owned(), over })
    }

    /// Gives the file its name; it will survive a power cut when this returns.
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn keep(self) -> Result<(), WriteError> {
        let failed = |error: io::Error| WriteError {
            path: self.path.clone(),
            cause: error.into(),
            stage: atomic::Stage::Before,
        };
        self.temp.as_file().sync_all().map_err(failed)?;
        if self.over {
            atomic::name_over(self.temp, &self.path)
        } else {
            atomic::name_new(self.temp, &self.path)
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.temp.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.temp.flush()
    }
}

impl Read for Output {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.temp.read(bytes)
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.temp.seek(to)
    }
}

/// Opens a file that a person named, for reading.
///
/// # Errors
/// As the system says; also where it is no regular file.
pub fn open(path: &Path) -> Result<File, Cause> {
    let file = File::open(path).map_err(Cause::from)?;
    let found = file.metadata().map_err(Cause::from)?;
    if found.is_dir() {
        return Err(Cause::IsAFolder);
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn written(path: &Path, text: &str, over: bool) -> Result<(), Cause> {
        let mut output = Output::begin(path, over).map_err(|error| error.cause)?;
        output.write_all(text.as_bytes()).unwrap();
        output.keep().map_err(|error| error.cause)
    }

    #[test]
    fn another_file_is_replaced_only_when_that_was_said() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("out.html");
        written(&path, "first", false).unwrap();
        assert_eq!(written(&path, "second", false), Err(Cause::Exists));
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        written(&path, "second", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "second");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn links_and_folders_are_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let (target, link) = (dir.path().join("kept"), dir.path().join("link"));
        written(&target, "kept", false).unwrap();
        symlink("kept", &link).unwrap();
        assert_eq!(written(&link, "x", true), Err(Cause::Exists));
        assert_eq!(written(dir.path(), "x", true), Err(Cause::IsAFolder));
        assert_eq!(fs::read_to_string(&target).unwrap(), "kept");
    }

    #[test]
    fn a_file_that_is_not_kept_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        drop(Output::begin(&dir.path().join("out"), false).unwrap());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}

//! The one way in which bytes reach the disk: whole or not at all.
//!
//! A file is written under a temporary name in its own folder, synced, given its name, and the
//! folder is synced; only then has it been saved. Nothing is ever opened for writing in place,
//! except that a journal is appended to.

use super::cause::Cause;
use rustix::fs::OFlags;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Only the owner reads and writes.
const FILE_MODE: u32 = 0o600;
const FOLDER_MODE: u32 = 0o700;
const TEMP_PREFIX: &str = ".tuition-";
const TEMP_SUFFIX: &str = ".tmp";

/// Whether the change that failed can be seen by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing changed.
    Before,
    /// The change is there, but the system did not confirm that it would survive a power cut.
    After,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    pub path: PathBuf,
    pub cause: Cause,
    pub stage: Stage,
}

fn before(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    move |error| WriteError { path: path.to_owned(), cause: error.into(), stage: Stage::Before }
}

fn after(path: &Path) -> impl Fn(io::Error) -> WriteError + '_ {
    move |error| WriteError { path: path.to_owned(), cause: error.into(), stage: Stage::After }
}

/// Creates a file that must not be there yet.
///
/// # Errors
/// [`Cause::Exists`] where a file of that name is there, whoever made it.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let folder = folder_of(path);
    let temp = stage(path, folder, bytes)?;
    name_new(temp, path)
}

/// Gives a synced temporary file its name, unless the name is taken, and syncs the folder.
///
/// # Errors
/// As [`create`].
pub fn name_new(temp: NamedTempFile, path: &Path) -> Result<(), WriteError> {
    temp.persist_noclobber(path).map_err(|error| before(path)(error.error))?;
    sync_folder(folder_of(path)).map_err(after(path))
}

/// Gives a synced temporary file a name that may be taken, and syncs the folder. A link of that
/// name is replaced itself, not what it leads to.
///
/// # Errors
/// See [`WriteError`].
pub fn name_over(temp: NamedTempFile, path: &Path) -> Result<(), WriteError> {
    temp.persist(path).map_err(|error| before(path)(error.error))?;
    sync_folder(folder_of(path)).map_err(after(path))
}

/// Replaces a file that is there. A symbolic link stays one: the file that it leads to is
/// replaced. A mode stricter than 0600 is kept.
///
/// # Errors
/// See [`WriteError`]; [`Cause::Missing`] where there is nothing to replace.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let target = fs::canonicalize(path).map_err(before(path))?;
    let folder = folder_of(&target);
    let mode = fs::metadata(&target).map_err(before(path))?.mode() & FILE_MODE;
    let temp = stage(path, folder, bytes)?;
    if mode != FILE_MODE {
        temp.as_file().set_permissions(Permissions::from_mode(mode)).map_err(before(path))?;
    }
    temp.persist(&target).map_err(|error| before(path)(error.error))?;
    sync_folder(folder).map_err(after(path))
}

/// Removes a file and syncs its folder.
///
/// # Errors
/// See [`WriteError`].
pub fn remove(path: &Path) -> Result<(), WriteError> {
    fs::remove_file(path).map_err(before(path))?;
    sync_folder(folder_of(path)).map_err(after(path))
}

/// Syncs a file that is already complete, and its folder: for a save that is repeated because its
/// first attempt could not be confirmed.
///
/// # Errors
/// See [`WriteError`]; the stage is always [`Stage::After`].
pub fn confirm(path: &Path) -> Result<(), WriteError> {
    File::open(path).and_then(|file| file.sync_all()).map_err(after(path))?;
    sync_folder(folder_of(path)).map_err(after(path))
}

/// An open temporary file in a folder, for the caller to fill, sync and name.
///
/// # Errors
/// Where none can be created there.
pub fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(TEMP_PREFIX)
        .suffix(TEMP_SUFFIX)
        .permissions(Permissions::from_mode(FILE_MODE))
        .tempfile_in(folder)
}

fn stage(path: &Path, folder: &Path, bytes: &[u8]) -> Result<NamedTempFile, WriteError> {
    let mut temp = temporary(folder).map_err(before(path))?;
    temp.write_all(bytes).map_err(before(path))?;
    temp.as_file().sync_all().map_err(before(path))?;
    Ok(temp)
}

/// Whether a file name is one of our temporary ones. Under the lock, a temporary file that is
/// there belongs to a writer that was killed.
pub fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMP_PREFIX) && name.ends_with(TEMP_SUFFIX)
}

/// Makes sure that a folder is there and will survive a power cut, whoever created it.
///
/// # Errors
/// [`Cause::NotAFolder`] where a file stands in the way.
pub fn ensure_folder(path: &Path) -> Result<(), WriteError> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(_) => return Err(before(path)(io::Error::from(io::ErrorKind::NotADirectory))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(before(path)(error)),
    }
    let parent = folder_of(path);
    ensure_folder(parent)?;
    match DirBuilder::new().mode(FOLDER_MODE).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
        other => other.map_err(before(path))?,
    }
    sync_folder(parent).map_err(before(path))
}

/// Makes the names in a folder durable.
///
/// # Errors
/// Where the folder cannot be opened or synced.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Appends to a log and makes it durable. What an earlier writer left of an unfinished last line
/// is cut off first: `keep` says how much of the file stands. Only half a line is ever cut off;
/// where there is more behind `keep`, the caller has not seen the file as it is, and is refused.
///
/// # Errors
/// The stage is always [`Stage::Before`]: where the append fails, the log is cut back, and where
/// even that fails, its reader recognises half a line by its checksum.
pub fn append(path: &Path, keep: u64, bytes: &[u8], durable: bool) -> Result<(), WriteError> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true).mode(FILE_MODE);
    options.custom_flags((OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed());
    let mut file = options.open(path).map_err(before(path))?;
    cut_half_a_line(&mut file, keep).map_err(before(path))?;
    let written = file.write_all(bytes).and_then(|()| if durable { file.sync_data() } else { Ok(()) });
    if let Err(error) = written {
        let _ = file.set_len(keep);
        return Err(before(path)(error));
    }
    if durable { sync_folder(folder_of(path)).map_err(before(path)) } else { Ok(()) }
}

fn cut_half_a_line(file: &mut File, keep: u64) -> io::Result<()> {
    let found = file.metadata()?;
    if !found.is_file() || found.len() < keep {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    if found.len() == keep {
        return Ok(());
    }
    let mut rest = Vec::new();
    file.seek(SeekFrom::Start(keep))?;
    file.read_to_end(&mut rest)?;
    if rest.contains(&b'\n') {
        return Err(io::Error::from(io::ErrorKind::InvalidData));
    }
    file.set_len(keep)
}

/// The last bytes of a regular file, at most `most`, and where they begin.
///
/// # Errors
/// Also where the path is not a regular file.
pub fn tail(path: &Path, most: u64) -> io::Result<(u64, Vec<u8>)> {
    let mut options = OpenOptions::new();
    options.read(true).custom_flags((OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed());
    let mut file = options.open(path)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    let from = found.len().saturating_sub(most);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok((from, bytes))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) => Path::new("."),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn a_taken_name_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("entry.toml");
        create(&path, b"first").unwrap();
        let error = create(&path, b"second").unwrap_err();
        assert_eq!((error.cause, error.stage), (Cause::Exists, Stage::Before));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(mode(&path), 0o600);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "the temporary file is gone");
    }

    #[test]
    fn a_link_stays_a_link_and_a_strict_mode_strict() {
        let dir = tempfile::tempdir().unwrap();
        let (real, link) = (dir.path().join("git/plan.toml"), dir.path().join("plan.toml"));
        ensure_folder(&dir.path().join("git")).unwrap();
        assert_eq!(mode(&dir.path().join("git")), 0o700);
        create(&real, b"old").unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o400)).unwrap();
        std::os::unix::fs::symlink("git/plan.toml", &link).unwrap();
        replace(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(mode(&real), 0o400);
    }

    #[test]
    fn appending_cuts_off_what_a_killed_writer_left() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("log");
        append(&path, 0, b"one\n", true).unwrap();
        append(&path, 4, b"tw", false).unwrap();
        append(&path, 4, b"three\n", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one\nthree\n");
        assert!(append(&path, 0, b"four\n", true).is_err(), "whole lines are never cut off");
        assert_eq!(fs::read(&path).unwrap(), b"one\nthree\n");
        assert_eq!(tail(&path, 6).unwrap(), (4, b"three\n".to_vec()));
    }

    #[test]
    fn a_file_in_the_way_of_a_folder_is_named() {
        let dir = tempfile::tempdir().unwrap();
        create(&dir.path().join("hours"), b"").unwrap();
        let error = ensure_folder(&dir.path().join("hours/2026")).unwrap_err();
        assert_eq!(error.cause, Cause::NotAFolder);
    }
}

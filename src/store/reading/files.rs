//! Finds the files that a path means and reads one of them, trusting neither names nor sizes.

use super::problem::ProblemKind;
use rustix::fs::{Mode, OFlags};
use std::collections::HashSet;
use std::fs::{self, File, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The largest file that is read. A parsed file may take seventy times its size in memory.
const LARGEST_MIB: u64 = 16;
/// Folders in folders; deeper ones are left alone.
const DEPTH: usize = 32;
/// Requirement packs live in folders of this name; they are not catalogs.
pub const PACKS: &str = "requirements";

/// What is looked for below a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Wanted {
    /// Folders of packs are left alone.
    Catalogs,
    Packs,
}

/// The files of one path argument: itself, or every `.toml` below it in the order of names.
///
/// # Errors
/// A path that is not there, cannot be listed, or is a folder without any `.toml` file.
pub(in crate::store) fn of(path: &Path, wanted: Wanted) -> Result<Vec<PathBuf>, ProblemKind> {
    let about = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !about.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    let mut visited = HashSet::from([(about.dev(), about.ino())]);
    walk(path, wanted, DEPTH, &mut visited, &mut files).map_err(|error| unreadable(&error))?;
    if files.is_empty() { Err(ProblemKind::EmptyFolder) } else { Ok(files) }
}

/// Gathers the files of a folder. A folder inside that cannot be listed is named as if it were a
/// file, so that reading it reports it.
fn walk(
    folder: &Path,
    wanted: Wanted,
    depth: usize,
    visited: &mut HashSet<(u64, u64)>,
    files: &mut Vec<PathBuf>,
) -> io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    for path in paths {
        let is_toml = path.extension().is_some_and(|extension| extension == "toml");
        match fs::metadata(&path) {
            Ok(about) if about.is_dir() => {
                let leave = wanted == Wanted::Catalogs && path.file_name().is_some_and(|name| name == PACKS);
                if depth > 0
                    && !leave
                    && visited.insert((about.dev(), about.ino()))
                    && walk(&path, wanted, depth - 1, visited, files).is_err()
                {
                    files.push(path);
                }
            }
            // Also what cannot be looked at: reading it says why.
            _ if is_toml => files.push(path),
            _ => {}
        }
    }
    Ok(())
}

/// Reads a regular file of bearable size.
///
/// # Errors
/// A pipe, a device or a folder is refused without waiting for it; a file may vanish or be
/// forbidden; and one above the size limit is not read, however small it claims to be.
pub(in crate::store) fn read(path: &Path) -> Result<Vec<u8>, ProblemKind> {
    // A pipe without a writer would block a plain open for ever.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(handle) => File::from(handle),
        Err(_) if fs::metadata(path).is_ok_and(|about| is_odd(&about)) => {
            return Err(ProblemKind::NotRegular);
        }
        Err(error) => return Err(unreadable(&error.into())),
    };
    // Of the handle, not of the path: nothing can be exchanged in between.
    let about = file.metadata().map_err(|error| unreadable(&error))?;
    if !about.is_file() {
        return Err(ProblemKind::NotRegular);
    }
    let cap = LARGEST_MIB * 1024 * 1024;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(cap) + 1).unwrap_or(0));
    file.take(cap + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > cap {
        return Err(ProblemKind::TooLarge { limit_mib: LARGEST_MIB });
    }
    Ok(bytes)
}

fn is_odd(about: &Metadata) -> bool {
    !about.is_file() && !about.is_dir()
}

fn unreadable(error: &io::Error) -> ProblemKind {
    match error.kind() {
        io::ErrorKind::NotFound => ProblemKind::NotFound,
        reason => ProblemKind::Unreadable { reason },
    }
}

/// A cheap fingerprint of everything that would be read from these paths: names, sizes, times and
/// identities.
pub(in crate::store) fn stamp(paths: &[PathBuf], wanted: Wanted) -> u64 {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        path.hash(&mut hasher);
        for file in of(path, wanted).unwrap_or_default() {
            file.hash(&mut hasher);
            if let Ok(about) = fs::metadata(&file) {
                (about.len(), about.mtime(), about.mtime_nsec(), about.ino()).hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "scratch files of a test need no care")]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_folder_is_read_in_order_without_packs_and_loops() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for dir in ["sub", "requirements", ".git"] {
            fs::create_dir(root.join(dir)).unwrap();
        }
        for file in [
            "b.toml",
            "a.toml",
            "notes.md",
            ".hidden.toml",
            "sub/c.toml",
            "requirements/p.toml",
            ".git/x.toml",
        ] {
            fs::write(root.join(file), "").unwrap();
        }
        symlink(root, root.join("sub/loop")).unwrap();
        symlink(root.join("a.toml"), root.join("sub/again.toml")).unwrap();
        let names = |wanted| -> Vec<String> {
            let files = of(root, wanted).unwrap();
            files.iter().map(|path| path.strip_prefix(root).unwrap().display().to_string()).collect()
        };
        assert_eq!(names(Wanted::Packs).len(), 5);
        assert_eq!(names(Wanted::Catalogs), ["a.toml", "b.toml", "sub/again.toml", "sub/c.toml"]);
    }

    #[test]
    fn the_stamp_follows_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned()];
        let nothing = stamp(&paths, Wanted::Catalogs);
        fs::write(folder.path().join("a.toml"), "schema = 1").unwrap();
        let one = stamp(&paths, Wanted::Catalogs);
        assert_ne!(nothing, one);
        assert_eq!(one, stamp(&paths, Wanted::Catalogs));
        fs::write(folder.path().join("a.toml"), "schema = 1\n").unwrap();
        let longer = stamp(&paths, Wanted::Catalogs);
        assert_ne!(one, longer);
        fs::write(folder.path().join("b.toml"), "").unwrap();
        assert_ne!(longer, stamp(&paths, Wanted::Catalogs));
    }
}

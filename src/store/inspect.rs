//! What can be told of a folder without changing anything in it: for `tuition doctor`.

use super::atomic::is_temporary;
use rustix::fs::{Access, access, statvfs};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

/// How a folder stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    pub exists: bool,
    /// Whether it, or the nearest folder above that exists, can be written to.
    pub writable: bool,
    /// Whether people other than its owner may look into it.
    pub open_to_others: bool,
    /// Whether people other than its owner may change what is in it.
    pub writable_by_others: bool,
    /// Whether it belongs to another user than the one who runs the program.
    pub of_another: bool,
    /// Files below it, two levels deep, that others may read.
    pub readable_files: usize,
    /// Files that a save which was cut short has left; the next save takes them away.
    pub leftovers: usize,
    /// Bytes that this user may still write there.
    pub free: Option<u64>,
}

/// Looks at a folder.
pub fn folder(path: &Path) -> Folder {
    let nearest = path.ancestors().find(|above| above.exists());
    let metadata = fs::metadata(path).ok();
    let (readable_files, leftovers) = if metadata.is_some() { count(path, 2) } else { (0, 0) };
    let me = rustix::process::geteuid().as_raw();
    Folder {
        exists: metadata.is_some(),
        writable: nearest.is_some_and(|nearest| access(nearest, Access::WRITE_OK | Access::EXEC_OK).is_ok()),
        open_to_others: metadata.as_ref().is_some_and(|found| found.permissions().mode() & 0o077 != 0),
        writable_by_others: metadata.as_ref().is_some_and(|found| found.permissions().mode() & 0o022 != 0),
        of_another: metadata.is_some_and(|found| found.uid() != me),
        readable_files,
        leftovers,
        free: nearest
            .and_then(|nearest| statvfs(nearest).ok())
            .map(|system| system.f_bavail.saturating_mul(system.f_frsize)),
    }
}

/// Files that others may read, and left-over temporary files.
fn count(folder: &Path, depth: usize) -> (usize, usize) {
    let mut found = (0, 0);
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let Ok(metadata) = entry.metadata() else { continue };
        if metadata.is_dir() && depth > 0 {
            let below = count(&entry.path(), depth - 1);
            found = (found.0 + below.0, found.1 + below.1);
        } else if metadata.is_file() {
            found.0 += usize::from(metadata.permissions().mode() & 0o077 != 0);
            found.1 += usize::from(entry.file_name().to_str().is_some_and(is_temporary));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::Permissions;

    #[test]
    fn a_folder_tells_who_may_look_into_it_and_what_was_left() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("record");
        let absent = folder(&path);
        assert!(!absent.exists && absent.writable && absent.free.is_some());

        fs::create_dir(&path).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o700)).unwrap();
        let file = fs::File::create_new(path.join("plan.toml")).unwrap();
        file.set_permissions(Permissions::from_mode(0o600)).unwrap();
        let private = folder(&path);
        assert!(private.exists && !private.open_to_others && !private.of_another);
        assert_eq!((private.readable_files, private.leftovers), (0, 0));

        file.set_permissions(Permissions::from_mode(0o644)).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        fs::File::create_new(path.join(".tuition-abc.tmp")).unwrap();
        let open = folder(&path);
        assert!(open.open_to_others && !open.writable_by_others);
        assert_eq!((open.readable_files, open.leftovers), (2, 1));
        fs::set_permissions(&path, Permissions::from_mode(0o720)).unwrap();
        assert!(folder(&path).writable_by_others);
    }
}

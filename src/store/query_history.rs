//! Earlier queries, for the query line: a file of one query a line, the oldest first. It is a
//! convenience and nothing depends on it, so that a file that is missing or broken is an empty one,
//! and one that cannot be written is let be. It is whole at every moment all the same.

use super::atomic;
use super::lock::Lock;
use rustix::fs::OFlags;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

/// Queries that are kept.
pub const MOST_KEPT: usize = 200;
/// The largest file that is read: far more than [`MOST_KEPT`] of the longest queries.
const LIMIT: u64 = 1024 * 1024;
/// Nobody waits for a convenience.
const PATIENCE: Duration = Duration::from_millis(100);

/// The queries that were kept, the oldest first, none twice.
pub fn read(path: &Path) -> Vec<String> {
    let mut bytes = Vec::new();
    let mut options = OpenOptions::new();
    options.read(true).custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    let Ok(file) = options.open(path) else { return Vec::new() };
    if !file.metadata().is_ok_and(|found| found.is_file())
        || file.take(LIMIT).read_to_end(&mut bytes).is_err()
    {
        return Vec::new();
    }
    let mut queries = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            add(&mut queries, line);
        }
    }
    queries
}

/// Puts a query last. What is no line of its own is not kept, and of the same only the newest.
pub fn add(queries: &mut Vec<String>, query: &str) {
    let query = query.trim();
    if query.is_empty() || query.chars().any(char::is_control) {
        return;
    }
    queries.retain(|known| known != query);
    queries.push(query.to_owned());
    let most = queries.len().saturating_sub(MOST_KEPT);
    queries.drain(..most);
}

/// Adds a query to those that the file holds now, whoever wrote them.
pub fn keep(path: &Path, query: &str) {
    // Without the file as it is, what another program has added would be lost.
    let folder = atomic::folder_of(path);
    if atomic::ensure_folder(folder).is_err() {
        return;
    }
    let Ok(_lock) = Lock::take(&folder.join(".lock"), PATIENCE) else { return };
    let mut queries = read(path);
    add(&mut queries, query);
    let text: String = queries.iter().flat_map(|query| [query.as_str(), "\n"]).collect();
    let Ok(mut temp) = atomic::temporary(folder) else { return };
    if temp.write_all(text.as_bytes()).is_ok() {
        let _ = atomic::name_over(temp, path);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test may write what it likes")]

    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn two_programs_add_to_one_file_that_only_the_owner_reads() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/queries");
        assert!(read(&path).is_empty());
        for query in ["track:ai", " 数字 ", "", "two\nlines", "track:ai"] {
            keep(&path, query);
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "数字\ntrack:ai\n");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        for number in 0..MOST_KEPT {
            keep(&path, &format!("q{number}"));
        }
        let kept = read(&path);
        assert_eq!((kept.len(), kept.first().map(String::as_str)), (MOST_KEPT, Some("q0")));
    }

    #[test]
    fn what_is_broken_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("queries");
        fs::write(&path, b"good\n\xff\xfe\nesc\x1b[31m\n\nlast").unwrap();
        assert_eq!(read(&path), ["good", "last"]);
        assert!(read(folder.path()).is_empty(), "a folder");
        keep(folder.path(), "x");
        assert!(folder.path().is_dir());
    }
}

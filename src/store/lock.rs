//! One writer at a time: an advisory lock on a file of its own.
//!
//! The lock file is never deleted or renamed, because a lock belongs to an inode: whoever replaced
//! the file would hold a lock that nobody else sees. Data files are replaced by renaming, so they
//! cannot carry the lock themselves. The system drops the lock when the process ends, however it
//! ends. The lock is local: it does not reach another machine that shares the folder.

use rustix::event::{Timespec, poll};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

/// Held until dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

#[derive(Debug)]
pub enum LockError {
    /// Somebody else held it all the while.
    Busy,
    Io(io::Error),
}

/// How long to wait between two attempts.
const STEP: Duration = Duration::from_millis(10);

impl Lock {
    /// Takes the lock, trying for about `patience`.
    ///
    /// # Errors
    /// [`LockError::Busy`] when the patience is used up; [`LockError::Io`] when the lock file
    /// cannot be opened or the file system knows no locks.
    pub fn take(path: &Path, patience: Duration) -> Result<Self, LockError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(0o600);
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
        let file = options.open(path).map_err(LockError::Io)?;
        let mut attempts = patience.as_millis() / STEP.as_millis();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if attempts == 0 => return Err(LockError::Busy),
                Err(TryLockError::WouldBlock) => {
                    attempts -= 1;
                    wait(STEP);
                }
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) => return Err(LockError::Io(error)),
            }
        }
    }
}

/// A pause without a thread of our own: a poll of nothing. A signal may end it early, which only
/// makes the next attempt come sooner.
fn wait(time: Duration) {
    let time = Timespec { tv_sec: 0, tv_nsec: time.subsec_nanos().into() };
    let _ = poll(&mut [], Some(&time));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_and_then_gives_up() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(".lock");
        let first = Lock::take(&path, Duration::ZERO).unwrap();
        assert!(matches!(Lock::take(&path, Duration::from_millis(30)), Err(LockError::Busy)));
        drop(first);
        assert!(Lock::take(&path, Duration::ZERO).is_ok());
    }
}

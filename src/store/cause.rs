//! Why the system refused a file operation, in the kinds that a person can do something about.

use rustix::io::Errno;
use std::io;

/// The kind of an I/O error. `locale` says it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    NoSpace,
    /// The user's share of the disk is used up.
    Quota,
    ReadOnly,
    Denied,
    Missing,
    /// Something of that name is there already.
    Exists,
    /// The program, or the whole system, has too many files open.
    TooManyOpen,
    /// Above the limit that the system sets for one file (`ulimit -f`).
    FileTooLarge,
    NameTooLong,
    /// A part of the path is a file where a folder is needed.
    NotAFolder,
    IsAFolder,
    /// A chain of symbolic links that never ends.
    LinkLoop,
    OutOfMemory,
    /// The disk or its connection reports an error.
    Device,
    /// The system's own number for it, where there is one.
    Other(Option<i32>),
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        let Some(number) = error.raw_os_error() else {
            return match error.kind() {
                io::ErrorKind::NotFound => Self::Missing,
                io::ErrorKind::AlreadyExists => Self::Exists,
                io::ErrorKind::PermissionDenied => Self::Denied,
                io::ErrorKind::NotADirectory => Self::NotAFolder,
                _ => Self::Other(None),
            };
        };
        match Errno::from_raw_os_error(number) {
            Errno::NOSPC => Self::NoSpace,
            Errno::DQUOT => Self::Quota,
            Errno::ROFS => Self::ReadOnly,
            Errno::ACCESS | Errno::PERM => Self::Denied,
            Errno::NOENT => Self::Missing,
            Errno::EXIST => Self::Exists,
            Errno::MFILE | Errno::NFILE => Self::TooManyOpen,
            Errno::FBIG => Self::FileTooLarge,
            Errno::NAMETOOLONG => Self::NameTooLong,
            Errno::NOTDIR => Self::NotAFolder,
            Errno::ISDIR => Self::IsAFolder,
            Errno::LOOP => Self::LinkLoop,
            Errno::NOMEM => Self::OutOfMemory,
            Errno::IO => Self::Device,
            _ => Self::Other(Some(number)),
        }
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

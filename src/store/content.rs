//! What is in a file, as a fingerprint: for finding out whether an editor has changed it.

use rustix::fs::OFlags;
use sha2::{Digest, Sha256};
use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The content of a file at some moment. What cannot be read is equal to nothing that can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content(Option<Vec<u8>>);

impl Content {
    /// Of a regular file; a pipe is not waited for.
    pub fn of(path: &Path) -> Self {
        Self(hash(path).ok())
    }
}

fn hash(path: &Path) -> io::Result<Vec<u8>> {
    let mut options = OpenOptions::new();
    options.read(true).custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    let mut file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut hasher = Sha256::new();
    io::copy(&mut file, &mut hasher)?;
    Ok(hasher.finalize().to_vec())
}

//! Reading certificates back: found by their SHA-256 and nothing else, never through a link, and
//! hashed again, because proof that has changed is none.

use super::evidence::{FOLDER, LIMIT, extension};
use super::exchange::hex;
use super::session::is_link;
use super::{Home, evidence};
use crate::domain::hours::Evidence;
use crate::store::cause::Cause;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What became of a kept certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The same bytes as on the day it was kept, and how many.
    Same {
        bytes: u64,
    },
    Missing,
    /// Something is there under its name, but not the same bytes; or no regular file at all.
    Altered,
    /// A symbolic link in its place, or in that of the folder: it leads to what somebody else keeps.
    Link,
    /// It could not be read, so that nothing can be said of it.
    Unreadable(Cause),
}

impl Kept {
    pub fn is_same(self) -> bool {
        matches!(self, Self::Same { .. })
    }
}

impl Home {
    /// Hashes a kept certificate again.
    pub fn check_evidence(&self, evidence: &Evidence) -> Kept {
        match self.find_evidence(evidence) {
            Err(kept) => kept,
            Ok(mut file) => hash(&mut file, &evidence.sha256, &mut io::sink()),
        }
    }

    /// The bytes of a kept certificate, once they are known to be the same.
    ///
    /// # Errors
    /// What else became of it.
    pub fn read_evidence(&self, evidence: &Evidence) -> Result<Vec<u8>, Kept> {
        let mut bytes = Vec::new();
        match hash(&mut self.find_evidence(evidence)?, &evidence.sha256, &mut bytes) {
            Kept::Same { .. } => Ok(bytes),
            other => Err(other),
        }
    }

    /// How large a kept certificate is, without looking into it.
    pub fn evidence_size(&self, evidence: &Evidence) -> Option<u64> {
        self.find_evidence(evidence).ok()?.metadata().ok().map(|found| found.len())
    }

    /// The copy's file, never by anything but its hash: the name that it had is somebody's text,
    /// of which the plain end alone is used.
    fn find_evidence(&self, evidence: &Evidence) -> Result<File, Kept> {
        if !is_sha256(&evidence.sha256) {
            return Err(Kept::Missing);
        }
        let folder = self.dir.join(FOLDER);
        if is_link(&folder) {
            return Err(Kept::Link);
        }
        let usual = folder.join(format!("{}{}", evidence.sha256, extension(Path::new(&evidence.name))));
        match open(&usual) {
            Err(Kept::Missing) => {}
            other => return other,
        }
        // The name in the entry may have been corrected by hand.
        other_name(&folder, &evidence.sha256).map_or(Err(Kept::Missing), |path| open(&path))
    }
}

/// 64 lower-case hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// A copy of the same hash with another end of its name; the first in the order of names.
fn other_name(folder: &Path, sha256: &str) -> Option<PathBuf> {
    let listing = std::fs::read_dir(folder).ok()?;
    let of_hash = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == sha256);
    listing.flatten().map(|entry| entry.path()).filter(of_hash).min()
}

fn open(path: &Path) -> Result<File, Kept> {
    let file = evidence::open_itself(path).map_err(|error| match Cause::from(error) {
        Cause::Missing => Kept::Missing,
        Cause::LinkLoop => Kept::Link,
        cause => Kept::Unreadable(cause),
    })?;
    match file.metadata() {
        Ok(found) if found.is_file() => Ok(file),
        Ok(_) => Err(Kept::Altered),
        Err(error) => Err(Kept::Unreadable(error.into())),
    }
}

/// Copies a file while hashing it. Nothing longer than what can be kept is read to its end.
pub(super) fn hash(file: &mut File, sha256: &str, to: &mut impl io::Write) -> Kept {
    let (mut hash, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 64 * 1024]);
    loop {
        let read = match file.read(&mut buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Kept::Unreadable(error.into()),
        };
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else { break };
        bytes += part.len() as u64;
        if bytes > LIMIT {
            return Kept::Altered;
        }
        hash.update(part);
        if let Err(error) = to.write_all(part) {
            return Kept::Unreadable(error.into());
        }
    }
    if hex(&hash.finalize()) == sha256 { Kept::Same { bytes } } else { Kept::Altered }
}

//! Copies of certificates: named by their SHA-256, so that the same one is kept once and a changed
//! one is noticed. `evidence_check` reads them back.

use super::evidence_check::hash as hash_again;
use super::exchange::hex;
use super::save_error::SaveError;
use super::session::{Session, refuse_link, remove_stale};
use crate::domain::hours::Evidence;
use crate::store::atomic;
use crate::store::cause::Cause;
use crate::store::record::problem::RecordProblemKind;
use crate::store::record::source::whole_file;
use rustix::fs::OFlags;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Where the copies lie, in the data directory.
pub(super) const FOLDER: &str = "evidence";

/// The largest certificate that is copied.
pub(super) const LIMIT: u64 = 64 * 1024 * 1024;

impl Session {
    pub(super) fn keep_evidence(&self, file: &Path) -> Result<Evidence, SaveError> {
        let mut source = open(file)?;
        let folder = self.dir.join(FOLDER);
        refuse_link(&folder)?;
        atomic::ensure_folder(&folder)?;
        remove_stale(&folder);
        let mut temp = atomic::temporary(&folder).map_err(|error| SaveError::failed(&folder, error))?;
        let mut hash = Sha256::new();
        let (mut copied, mut buffer) = (0, vec![0; 64 * 1024]);
        loop {
            let read = match source.read(&mut buffer) {
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(SaveError::failed(file, error)),
            };
            let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else { break };
            copied += part.len() as u64;
            if copied > LIMIT {
                return Err(SaveError::TooLarge { path: file.to_owned(), limit: LIMIT });
            }
            hash.update(part);
            temp.write_all(part).map_err(|error| SaveError::failed(&folder, error))?;
        }
        temp.as_file().sync_all().map_err(|error| SaveError::failed(&folder, error))?;
        let sha256 = hex(&hash.finalize());
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let path = folder.join(format!("{sha256}{}", extension(file)));
        atomic::sync_folder(&self.dir).map_err(|error| SaveError::failed(&self.dir, error))?;
        if is_whole(&path, &sha256) {
            atomic::confirm(&path)?;
        } else {
            // Nothing is there, or what is there is not what its name says: a link, an altered copy.
            atomic::name_over(temp, &path)?;
        }
        Ok(Evidence { sha256, name })
    }
}

fn is_whole(path: &Path, sha256: &str) -> bool {
    let found = open_itself(path).ok().filter(|file| file.metadata().is_ok_and(|found| found.is_file()));
    found.is_some_and(|mut file| hash_again(&mut file, sha256, &mut std::io::sink()).is_same())
}

fn open(file: &Path) -> Result<File, SaveError> {
    let source = open_itself(file).map_err(|error| match Cause::from(error) {
        // A link may lead to another file tomorrow, and somebody else may say where.
        Cause::LinkLoop => whole_file(file, RecordProblemKind::Link).into(),
        // What a person named is at fault, and not the saving.
        cause => SaveError::Unreadable(Box::new(whole_file(file, RecordProblemKind::NoProof(cause)))),
    })?;
    match source.metadata() {
        Ok(found) if found.is_file() => Ok(source),
        Ok(_) => Err(whole_file(file, RecordProblemKind::NotAFile).into()),
        Err(error) => Err(SaveError::failed(file, error)),
    }
}

/// Opens what has this name itself: no link is followed, and no pipe is waited for.
pub(super) fn open_itself(file: &Path) -> std::io::Result<File> {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::NOFOLLOW;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(file)
}

/// `.pdf`, for a program that opens files by their names; nothing where the name's end is unusual.
pub(super) fn extension(file: &Path) -> String {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let plain = extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain && (1..=8).contains(&extension.len()) {
        format!(".{}", extension.to_ascii_lowercase())
    } else {
        String::new()
    }
}

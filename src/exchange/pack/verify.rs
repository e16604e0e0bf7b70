//! Whether a pack still holds what it was made with: every file hashed again and compared with the
//! list. It shows what changed by accident or by a careless hand; whoever changes file and list
//! together is shown by the hash of the whole pack alone, which `audit` prints.

use super::{SUMS, hex};
use crate::store::record::is_sha256;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{Read, Seek};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// A file that the list or the pack names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    pub name: String,
    /// As the list states it; `None` for what is not in the list.
    pub sha256: Option<String>,
    pub checked: Checked,
}

/// What became of a file of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    Same,
    Missing,
    Altered,
    /// In the pack, but not in the list.
    Unlisted,
}

/// Why a pack cannot be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAPack {
    NotZip,
    /// A zip without the list of hashes.
    NoSums,
    /// This line of the list, from 1, is not a hash and a name.
    BadSums {
        line: usize,
    },
    /// Another program packed the files again, with compression.
    Compressed,
    /// Another program packed the files again, in a way that this one does not read.
    Repacked,
}

/// The largest list that is read: some hundred thousand files.
const LONGEST_LIST: u64 = 32 * 1024 * 1024;

/// Every file that the list or the pack names, in the list's order.
///
/// # Errors
/// See [`NotAPack`].
pub fn verify<R: Read + Seek>(from: R) -> Result<Vec<PackedFile>, NotAPack> {
    let mut zip = ZipArchive::new(from).map_err(|_| NotAPack::NotZip)?;
    if is_compressed(&mut zip, SUMS) {
        return Err(NotAPack::Compressed);
    }
    let mut sums = String::new();
    let list = zip.by_name(SUMS).map_err(|error| match error {
        ZipError::UnsupportedArchive(_) => NotAPack::Repacked,
        _ => NotAPack::NoSums,
    })?;
    list.take(LONGEST_LIST).read_to_string(&mut sums).map_err(|_| NotAPack::BadSums { line: 1 })?;
    let mut checked = Vec::new();
    let mut listed = HashSet::from([SUMS.to_owned()]);
    for (line, text) in sums.lines().enumerate() {
        let (sum, name) = text
            .split_once("  ")
            .filter(|(sum, name)| is_sha256(sum) && !name.is_empty())
            .ok_or(NotAPack::BadSums { line: line + 1 })?;
        listed.insert(name.to_owned());
        if is_compressed(&mut zip, name) {
            return Err(NotAPack::Compressed);
        }
        let state = match zip.by_name(name) {
            Ok(file) => match hash(file) {
                Some(found) if found == sum => Checked::Same,
                _ => Checked::Altered,
            },
            Err(ZipError::UnsupportedArchive(_)) => return Err(NotAPack::Repacked),
            Err(ZipError::FileNotFound) => Checked::Missing,
            Err(_) => Checked::Altered,
        };
        let (name, sha256) = (name.to_owned(), Some(sum.to_owned()));
        checked.push(PackedFile { name, sha256, checked: state });
    }
    // A name that is no text is in no list.
    let names = zip.file_names().map(|name| name.map_or_else(|_| "?".to_owned(), Cow::into_owned));
    let mut unlisted: Vec<String> = names.filter(|name| !listed.contains(name)).collect();
    unlisted.sort();
    let unlisted = unlisted.into_iter();
    checked.extend(unlisted.map(|name| PackedFile { name, sha256: None, checked: Checked::Unlisted }));
    Ok(checked)
}

/// Without compression a pack is the same bytes from every version of the program, so that none is
/// read here.
fn is_compressed<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> bool {
    let Some(at) = zip.index_for_name(name) else { return false };
    zip.by_index_raw(at).is_ok_and(|file| file.compression() != CompressionMethod::Stored)
}

/// `None` where the file cannot be read to its end.
fn hash<R: Read>(mut file: ZipFile<'_, R>) -> Option<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Some(hex(&hash.finalize())),
            Ok(read) => hash.update(buffer.get(..read)?),
            Err(_) => return None,
        }
    }
}

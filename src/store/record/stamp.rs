//! A cheap fingerprint of the record's files: names, sizes, times. No file is opened.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Changes whenever a file of the record changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp(pub u64);

impl Stamp {
    /// That of a data folder without a file, or of none at all.
    pub fn of_nothing() -> Self {
        Self::look(None)
    }

    pub(super) fn of(dir: &Path) -> Self {
        Self::look(Some(dir))
    }

    fn look(dir: Option<&Path>) -> Self {
        let mut hasher = DefaultHasher::new();
        for name in ["plan.toml", "profile.toml", "views.toml", "timer.toml"] {
            let found = dir.and_then(|dir| fs::metadata(dir.join(name)).ok());
            found.map(|found| marks(&found)).hash(&mut hasher);
        }
        for (name, depth) in [("journal", 1), ("hours", 3)] {
            match dir {
                Some(dir) => folder(&dir.join(name), depth, &mut hasher),
                None => NO_FOLDER.hash(&mut hasher),
            }
        }
        Self(hasher.finish())
    }
}

/// What stands for a folder that is not there.
const NO_FOLDER: u8 = 0;

fn marks(found: &Metadata) -> (u64, u64, i64, i64) {
    (found.ino(), found.size(), found.mtime(), found.mtime_nsec())
}

fn folder(path: &Path, depth: usize, hasher: &mut DefaultHasher) {
    let Ok(listing) = fs::read_dir(path) else { return NO_FOLDER.hash(hasher) };
    let mut sum = 0_u64;
    for entry in listing.flatten() {
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let Ok(found) = entry.metadata() else { continue };
        let mut one = DefaultHasher::new();
        (name, marks(&found)).hash(&mut one);
        if !found.is_file() && depth > 0 {
            folder(&entry.path(), depth - 1, &mut one);
        }
        // A sum, because a folder lists its files in no order.
        sum = sum.wrapping_add(one.finish());
    }
    sum.hash(hasher);
}

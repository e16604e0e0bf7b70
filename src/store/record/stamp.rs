//! A cheap fingerprint of the record's files: names, sizes, times. No file is opened.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Changes whenever a file of the record changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp(pub u64);

impl Stamp {
    pub(super) fn of(dir: &Path) -> Self {
        let mut hasher = DefaultHasher::new();
        fs::metadata(dir.join("plan.toml")).ok().map(|found| marks(&found)).hash(&mut hasher);
        fs::metadata(dir.join("profile.toml")).ok().map(|found| marks(&found)).hash(&mut hasher);
        fs::metadata(dir.join("views.toml")).ok().map(|found| marks(&found)).hash(&mut hasher);
        folder(&dir.join("journal"), 1, &mut hasher);
        folder(&dir.join("hours"), 3, &mut hasher);
        Self(hasher.finish())
    }
}

fn marks(found: &Metadata) -> (u64, u64, i64, i64) {
    (found.ino(), found.size(), found.mtime(), found.mtime_nsec())
}

fn folder(path: &Path, depth: usize, hasher: &mut DefaultHasher) {
    let Ok(listing) = fs::read_dir(path) else { return 0.hash(hasher) };
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

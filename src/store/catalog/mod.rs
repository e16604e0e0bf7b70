//! Reads catalogs: the bundled one, and the files and folders that a person names.
//!
//! Bytes → TOML with places (both in `store::reading`) → what a file states (`document`, with
//! `course` and `outline`) → one catalog (`merge`) → what only shows in the whole (`checks`). A mistake never stops the
//! rest: a broken file is skipped, a course with a wrong fact is left out, both are reported.

mod bundled;
mod checks;
mod course;
mod document;
mod hours;
mod merge;
mod outline;

pub use crate::store::reading::{
    HoursMistake, Problem, ProblemKind, Severity, Syntax, TextLimit, Thing, Type,
};

use crate::domain::Catalog;
use crate::store::reading::files::{self, Wanted};
use merge::Merge;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What came of opening catalogs: everything readable, and what was wrong with the rest.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub catalog: Catalog,
    /// In the order of files and lines.
    pub problems: Vec<Problem>,
    /// How many files were looked at, readable or not.
    pub files: usize,
    /// Files that gave nothing because they could not be read at all.
    pub skipped: usize,
    /// Whether only the first courses were read; see [`bundled_head`].
    pub partial: bool,
    /// Files and folders to watch with [`stamp`]; none for the bundled catalog.
    pub sources: Vec<PathBuf>,
}

/// The catalog inside the program.
pub fn bundled() -> Opened {
    let mut merge = Merge::default();
    merge.begin_catalog();
    for (name, text) in bundled::FILES {
        let name = Arc::new(Path::new("bundled").join(name));
        merge.file(name, Ok(text.as_bytes().to_vec()));
    }
    merge.finish()
}

/// The first `courses` of the bundled catalog: enough for a first frame, in a tenth of the time.
pub fn bundled_head(courses: usize) -> Opened {
    let mut merge = Merge::default();
    merge.begin_catalog();
    let mut wanted = courses;
    for (name, text) in bundled::FILES {
        let name = Arc::new(Path::new("bundled").join(name));
        let mut heads = text.match_indices("\n[[course]]\n");
        let end = heads.nth(wanted).map_or(text.len(), |(at, _)| at + 1);
        let head = text.get(..end).unwrap_or(text);
        wanted = wanted.saturating_sub(head.matches("\n[[course]]\n").count());
        merge.file(name, Ok(head.as_bytes().to_vec()));
        if wanted == 0 {
            break;
        }
    }
    Opened { partial: true, ..merge.parts() }
}

/// Opens files and folders, each argument one catalog, and merges them by id: a later one may add
/// courses and override the keys that it states.
pub fn open(paths: &[PathBuf]) -> Opened {
    let mut merge = Merge::default();
    for path in paths {
        merge.begin_catalog();
        match files::of(path, Wanted::Catalogs) {
            Ok(files) => {
                for file in files {
                    let bytes = files::read(&file);
                    merge.file(Arc::new(file), bytes);
                }
            }
            Err(kind) => merge.file(Arc::new(path.clone()), Err(kind)),
        }
    }
    Opened { sources: paths.to_vec(), ..merge.finish() }
}

/// A cheap fingerprint of everything that [`open`] would read from these paths: names, sizes,
/// times and identities. Take it before opening, so that a change in between is noticed.
pub fn stamp(paths: &[PathBuf]) -> u64 {
    files::stamp(paths, Wanted::Catalogs)
}

//! Requirement packs: TOML files, bundled or the person's own, read into rules.
//!
//! Bytes → TOML with places (both in `store::reading`) → what a file states (`pack`, with `period`,
//! `parts`, `categories` and `example`) → what only shows in the whole rule (`whole`) → all packs (`gather`).
//! A pack with a mistake in it is left out, the others stay.

mod bundled;
mod categories;
mod example;
mod gather;
mod keys;
mod mistake;
mod pack;
mod parts;
mod period;
mod whole;

pub use crate::store::reading::files::PACKS as FOLDER;
pub use mistake::PackMistake;

use crate::domain::RuleId;
use crate::domain::requirement::Packs;
use crate::store::reading::files::{self, Wanted};
use crate::store::reading::{Problem, ProblemKind};
use gather::Gathering;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was read, and every mistake in it.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The person's own packs, then the bundled ones that none of them replaces.
    pub packs: Packs,
    /// In the order of files and lines.
    pub problems: Vec<Problem>,
    /// Every file that was looked at, readable or not.
    pub files: Vec<PackFile>,
    /// The files of which nobody can tell which pack they were to be: they may have been meant to take
    /// the place of one that is used now.
    pub unnamed: Vec<Arc<PathBuf>>,
    /// Whether bundled packs are still to be read.
    pub partial: bool,
}

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    /// As it was named to us; for a bundled pack a name inside the program.
    pub name: Arc<PathBuf>,
    /// Empty where it could not be read.
    pub text: Arc<str>,
}

/// Whether a pack's file is a name inside the program.
pub fn is_bundled(file: &Path) -> bool {
    let named = |(id, _): &(&str, &str)| file == gather::bundled_name(id);
    bundled::FILES.iter().any(named)
}

/// The packs inside the program.
pub fn bundled() -> Opened {
    let mut gathering = Gathering::default();
    gathering.bundled(|_| true);
    gathering.finish()
}

/// The packs of these files and folders, and of the bundled ones those with these ids: for a first
/// frame that shows no others.
pub fn open_for(paths: &[PathBuf], ids: &[RuleId]) -> Opened {
    let mut gathering = Gathering::default();
    gathering.own(paths);
    gathering.bundled(|id| ids.iter().any(|wanted| wanted.as_str() == id));
    Opened { partial: true, ..gathering.finish() }
}

/// The packs of these files and folders and the bundled ones. An own pack takes the place of a
/// bundled one with its id, also when it has a mistake: figures by a rule that the person has
/// replaced would be wrong ones.
pub fn open(paths: &[PathBuf]) -> Opened {
    let mut gathering = Gathering::default();
    gathering.own(paths);
    gathering.bundled(|_| true);
    gathering.finish()
}

/// The packs of these files and folders alone.
pub fn open_only(paths: &[PathBuf]) -> Opened {
    let mut gathering = Gathering::default();
    gathering.own(paths);
    gathering.finish()
}

/// Where a person's own packs are: what is named, and the folders [`FOLDER`] of the data directory
/// and of catalog folders, unless there is no file in them. For [`open`].
pub fn paths(named: &[PathBuf], data: Option<&Path>, catalogs: &[PathBuf]) -> Vec<PathBuf> {
    // One that cannot be listed is opened all the same, so that somebody is told.
    let empty = |folder: &Path| files::of(folder, Wanted::Packs) == Err(ProblemKind::EmptyFolder);
    let beside = folders(data, catalogs).into_iter().filter(|folder| folder.is_dir() && !empty(folder));
    named.iter().cloned().chain(beside).collect()
}

/// The folders that are looked at beside what is named, whether or not they are there.
pub fn folders(data: Option<&Path>, catalogs: &[PathBuf]) -> Vec<PathBuf> {
    let catalogs = catalogs.iter().map(PathBuf::as_path).filter(|catalog| !catalog.is_file());
    data.into_iter().chain(catalogs).map(|folder| folder.join(FOLDER)).collect()
}

/// A cheap fingerprint of everything that [`open`] would read from these paths: names, sizes, times
/// and identities. Take it before opening, so that a change in between is noticed.
pub fn stamp(paths: &[PathBuf]) -> u64 {
    files::stamp(paths, Wanted::Packs)
}

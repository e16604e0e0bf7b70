//! The folder of the hours record: its files found, read and put together.

use super::entry_text::{self, Filed};
use super::problem::{RecordProblem, RecordProblemKind as Kind};
use super::source::{NoSource, Source, whole_file};
use crate::domain::hours::Voiding;
use crate::domain::{Entry, EntryId, HoursRecord};
use crate::store::atomic;
use crate::store::catalog::Severity;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Folders in folders that are looked into; we write one level, `hours/<year>`.
const DEPTH: usize = 4;

/// What a walk through the folder found, in path order.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<PathBuf>,
    /// Names that sync tools and editors give to copies.
    strays: Vec<PathBuf>,
    /// What killed writers left.
    pub(super) temporary: Vec<PathBuf>,
    /// Folders that could not be read.
    pub(super) unreadable: Vec<(PathBuf, io::Error)>,
}

/// Walks the folder; one that is not there holds nothing.
pub(super) fn find(hours: &Path) -> Found {
    let mut found = Found::default();
    found.walk(hours, DEPTH);
    found.files.sort();
    found.strays.sort();
    found
}

impl Found {
    fn walk(&mut self, folder: &Path, depth: usize) {
        let listing = match fs::read_dir(folder) {
            Ok(listing) => listing,
            Err(error) if error.kind() == io::ErrorKind::NotFound && depth == DEPTH => return,
            Err(error) => return self.unreadable.push((folder.to_owned(), error)),
        };
        for entry in listing {
            match entry {
                Ok(entry) => self.sort_in(&entry, depth),
                Err(error) => return self.unreadable.push((folder.to_owned(), error)),
            }
        }
    }

    fn sort_in(&mut self, entry: &fs::DirEntry, depth: usize) {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            if atomic::is_temporary(&name) {
                self.temporary.push(path);
            }
        } else if is_stray(&name) {
            self.strays.push(path);
        } else if name.ends_with(".toml") {
            self.files.push(path);
        } else if depth > 1 && path.is_dir() {
            self.walk(&path, depth - 1);
        }
    }

    /// The file that carries an id in its name, `<date>-<id>.toml`, whatever its date.
    pub(super) fn file_of(&self, id: &EntryId) -> Option<&Path> {
        let end = format!("{id}.toml");
        let named = |path: &&PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.and_then(|name| name.get("2026-01-01-".len()..)) == Some(end.as_str())
        };
        self.files.iter().find(named).map(PathBuf::as_path)
    }
}

fn is_stray(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.contains(".sync-conflict-")
        || lower.contains("conflicted copy")
        || [".orig", ".rej", "~"].iter().any(|end| lower.ends_with(end))
}

/// The record that the files give, and what is wrong with them.
pub(super) fn read(found: &Found) -> (HoursRecord, Vec<RecordProblem>) {
    let mut reading = Reading::default();
    for (path, error) in &found.unreadable {
        reading.problems.push(whole_file(path, Kind::Unreadable(error.into())));
    }
    for path in &found.strays {
        let problem = whole_file(path, Kind::StrayCopy);
        reading.problems.push(RecordProblem { severity: Severity::Warning, ..problem });
    }
    for path in &found.files {
        match Source::read(path) {
            Ok(source) => reading.take(&source),
            // Taken back by another copy between listing and reading; the journal would know better.
            Err(NoSource::Absent) if fs::symlink_metadata(path).is_err() => {}
            Err(NoSource::Absent) => match Source::read(path) {
                Ok(source) => reading.take(&source),
                Err(_) => {
                    let missing = io::Error::from(io::ErrorKind::NotFound);
                    reading.problems.push(whole_file(path, Kind::Unreadable(missing.into())));
                }
            },
            Err(NoSource::Problem(problem)) => reading.problems.push(problem),
        }
    }
    reading.finish()
}

#[derive(Default)]
struct Reading {
    seen: HashMap<EntryId, (PathBuf, Filed)>,
    order: Vec<EntryId>,
    problems: Vec<RecordProblem>,
}

impl Reading {
    fn take(&mut self, source: &Source) {
        let (filed, problems) = entry_text::parse(source);
        self.problems.extend(problems);
        let Some(filed) = filed else { return };
        let id = filed.id().clone();
        match self.seen.get(&id) {
            None => {
                self.order.push(id.clone());
                self.seen.insert(id, (source.file.as_ref().clone(), filed));
            }
            Some((_, first)) if *first == filed => {}
            Some((other, _)) => {
                let kind = Kind::SameId { id, other: other.clone() };
                self.problems.push(whole_file(&source.file, kind));
            }
        }
    }

    fn finish(mut self) -> (HoursRecord, Vec<RecordProblem>) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut voidings: Vec<Voiding> = Vec::new();
        self.links();
        for id in &self.order {
            match self.seen.remove(id) {
                Some((_, Filed::Entry(entry))) => entries.push(*entry),
                Some((_, Filed::Voiding(voiding))) => voidings.push(voiding),
                None => {}
            }
        }
        (HoursRecord::new(entries, voidings), self.problems)
    }

    /// Checks what entries and voidings say about other entries.
    fn links(&mut self) {
        let mut replaced: HashMap<&EntryId, &EntryId> = HashMap::new();
        let mut problems = Vec::new();
        for id in &self.order {
            let Some((path, filed)) = self.seen.get(id) else { continue };
            let (key, target) = match filed {
                Filed::Entry(entry) => ("replaces", entry.replaces.as_ref()),
                Filed::Voiding(voiding) => ("void", Some(&voiding.target)),
            };
            let Some(target) = target else { continue };
            let mut warn = |kind| {
                let problem = whole_file(path, kind);
                problems.push(RecordProblem { severity: Severity::Warning, ..problem });
            };
            if !matches!(self.seen.get(target), Some((_, Filed::Entry(_)))) {
                warn(Kind::UnknownEntry { key, id: target.clone() });
            } else if key == "replaces"
                && let Some(other) = replaced.insert(target, id)
            {
                warn(Kind::ReplacedTwice { id: target.clone(), other: other.clone() });
            }
        }
        self.problems.extend(problems);
    }
}

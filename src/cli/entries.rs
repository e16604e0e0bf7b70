//! The hours entry that a person means. Entries made in one minute share their first letters, so
//! that the end of an id tells it apart as well as its beginning; tables show the end.

use crate::domain::{Entry, HoursRecord};
use crate::locale::cli::Failure;
use std::collections::HashSet;

/// Letters of an id that must be given at least, and that a table shows at least.
const FEWEST: usize = 4;
const SHOWN: usize = 6;
const NAMED: usize = 6;

pub(super) fn find<'r>(record: &'r HoursRecord, text: &str) -> Result<&'r Entry, Failure> {
    let wanted = text.trim().to_ascii_lowercase();
    if let Some(entry) = record.all().iter().find(|entry| entry.id.as_str() == wanted) {
        return Ok(entry);
    }
    let matches = |entry: &&Entry| {
        let id = entry.id.as_str();
        wanted.len() >= FEWEST && (id.starts_with(&wanted) || id.ends_with(&wanted))
    };
    let found: Vec<&Entry> = record.all().iter().filter(matches).collect();
    match found.as_slice() {
        [entry] => Ok(entry),
        [] => Err(Failure::UnknownEntry { text: text.to_owned() }),
        several => Err(Failure::AmbiguousEntry {
            text: text.to_owned(),
            candidates: several.iter().take(NAMED).map(|entry| entry.id.to_string()).collect(),
        }),
    }
}

/// How many last letters tell all entries apart.
pub(super) fn short_length(record: &HoursRecord) -> usize {
    let longest = record.all().iter().map(|entry| entry.id.as_str().len()).max().unwrap_or(SHOWN);
    let distinct = |length: &usize| {
        let mut seen = HashSet::new();
        record.all().iter().all(|entry| seen.insert(ending(entry.id.as_str(), *length)))
    };
    (SHOWN..longest).find(distinct).unwrap_or(longest)
}

/// The last `length` letters of an id, which is ASCII.
pub(super) fn ending(id: &str, length: usize) -> &str {
    id.get(id.len().saturating_sub(length)..).unwrap_or(id)
}

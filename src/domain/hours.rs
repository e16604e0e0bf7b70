//! The hours record: what a person did, entry by entry. Nothing is rewritten: an edit is a new
//! entry that replaces, a deletion a line that voids, and both stay readable.

use super::vocabulary::{Category, Form, Outcome, Unit};
use super::{Amount, CourseId, Date, EntryId};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};

/// One thing learnt, on one day. It copies what an auditor asks for from the catalog, because the
/// record outlives the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    pub date: Date,
    pub title: String,
    /// Absent for what is in no catalog.
    pub course: Option<CourseId>,
    pub amount: Amount,
    pub unit: Unit,
    pub categories: Vec<Category>,
    pub form: Option<Form>,
    pub outcome: Outcome,
    pub provider: Option<String>,
    pub url: Option<String>,
    pub evidence: Vec<Evidence>,
    pub note: Option<String>,
    /// The entry that this one corrects.
    pub replaces: Option<EntryId>,
    /// When it was written, UTC. For people; order never depends on it.
    pub recorded: Option<Timestamp>,
}

impl Entry {
    /// A completed entry of which nothing else is stated yet.
    pub fn new(id: EntryId, date: Date, title: String, amount: Amount) -> Self {
        Self {
            id,
            date,
            title,
            course: None,
            amount,
            unit: Unit::Hour,
            categories: Vec::new(),
            form: None,
            outcome: Outcome::Completed,
            provider: None,
            url: None,
            evidence: Vec::new(),
            note: None,
            replaces: None,
            recorded: None,
        }
    }
}

/// A copied certificate: its SHA-256, and the name that it had.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    pub sha256: String,
    pub name: String,
}

/// The line that takes an entry out of the count, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voiding {
    pub id: EntryId,
    pub target: EntryId,
    /// The date of the voided entry, so that both files lie in the same year.
    pub date: Date,
    pub reason: Option<String>,
    pub recorded: Option<Timestamp>,
}

/// What has become of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It counts.
    Live,
    Replaced(&'a Entry),
    Void(&'a Voiding),
}

/// All entries and voidings, ordered by date and id.
#[derive(Clone, Debug, Default)]
pub struct HoursRecord {
    entries: Vec<Entry>,
    voidings: Vec<Voiding>,
    places: HashMap<EntryId, usize>,
    /// Places of the entries that a list shows, newest first.
    listed: Vec<usize>,
    /// Places of the entries that count, oldest first.
    live: Vec<usize>,
    replaced_by: HashMap<EntryId, usize>,
    voided_by: HashMap<EntryId, usize>,
}

impl HoursRecord {
    /// Sorts, so that the order of files on disk changes nothing. Entries with the id of an
    /// earlier one are the reader's to report; the first is kept.
    pub fn new(mut entries: Vec<Entry>, mut voidings: Vec<Voiding>) -> Self {
        entries.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        let mut seen = HashSet::new();
        entries.retain(|entry| seen.insert(entry.id.clone()));
        voidings.sort_by(|a, b| a.id.cmp(&b.id));
        let mut record = Self {
            places: entries.iter().enumerate().map(|(at, entry)| (entry.id.clone(), at)).collect(),
            listed: Vec::new(),
            live: Vec::new(),
            replaced_by: HashMap::new(),
            voided_by: (voidings.iter().enumerate())
                .map(|(at, voiding)| (voiding.target.clone(), at))
                .collect(),
            entries,
            voidings,
        };
        record.one_correction_counts();
        for (at, entry) in record.entries.iter().enumerate() {
            if let Some(old) = &entry.replaces
                && !record.leads_back(entry, old)
            {
                record.replaced_by.insert(old.clone(), at);
            }
        }
        let shown = |at: &usize| {
            let id = record.entries.get(*at).map(|entry| &entry.id);
            id.is_some_and(|id| record.voided_by.contains_key(id) || !record.replaced_by.contains_key(id))
        };
        record.listed = (0..record.entries.len()).rev().filter(shown).collect();
        let live = |(_, entry): &(usize, &Entry)| record.is_live(&entry.id);
        record.live = record.entries.iter().enumerate().filter(live).map(|(at, _)| at).collect();
        record
    }

    /// Where two copies of the program corrected the same entry, the correction that was written last
    /// counts, and it stands for the others too: hours must not count twice. One that was voided
    /// stands for nothing.
    fn one_correction_counts(&mut self) {
        let mut corrections: HashMap<&EntryId, Vec<usize>> = HashMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some(old) = entry.replaces.as_ref().filter(|_| !self.voided_by.contains_key(&entry.id)) {
                corrections.entry(old).or_default().push(at);
            }
        }
        let written = |at: &usize| self.entries.get(*at).map(|entry| (entry.recorded, &entry.id));
        let mut outdone = Vec::new();
        for several in corrections.into_values().filter(|several| several.len() > 1) {
            let Some(last) = several.iter().copied().max_by_key(written) else { continue };
            let others = several.into_iter().filter(|at| *at != last);
            outdone.extend(others.filter_map(|at| Some((self.entries.get(at)?.id.clone(), last))));
        }
        self.replaced_by.extend(outdone);
    }

    /// Whether `entry` is itself replaced, however indirectly, by what it claims to replace. Such a
    /// circle can only be made by hand; none of its entries may vanish from the count.
    fn leads_back(&self, entry: &Entry, old: &EntryId) -> bool {
        let mut next = Some(old.clone());
        let mut steps = 0;
        while let Some(id) = next {
            if id == entry.id || steps > self.entries.len() {
                return true;
            }
            steps += 1;
            next = self.get(&id).and_then(|entry| entry.replaces.clone());
        }
        false
    }

    /// Every entry, also replaced and voided ones, oldest date first.
    pub fn all(&self) -> &[Entry] {
        &self.entries
    }

    pub fn voidings(&self) -> &[Voiding] {
        &self.voidings
    }

    /// The entries that count, oldest first.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.live_with_places().map(|(_, entry)| entry)
    }

    /// The same with their places in [`HoursRecord::all`].
    pub fn live_with_places(&self) -> impl DoubleEndedIterator<Item = (usize, &Entry)> {
        self.live.iter().filter_map(|at| self.entries.get(*at).map(|entry| (*at, entry)))
    }

    /// How many entries a list shows: all but those that another one replaces.
    pub fn listed_len(&self) -> usize {
        self.listed.len()
    }

    /// The entry in a place of that list, newest first.
    pub fn listed_at(&self, place: usize) -> Option<&Entry> {
        self.listed.get(place).and_then(|at| self.entries.get(*at))
    }

    /// The list, newest first.
    pub fn listed(&self) -> impl Iterator<Item = &Entry> {
        self.listed.iter().filter_map(|at| self.entries.get(*at))
    }

    pub fn get(&self, id: &EntryId) -> Option<&Entry> {
        self.places.get(id).and_then(|at| self.entries.get(*at))
    }

    pub fn is_live(&self, id: &EntryId) -> bool {
        !self.replaced_by.contains_key(id) && !self.voided_by.contains_key(id)
    }

    pub fn standing(&self, id: &EntryId) -> Standing<'_> {
        if let Some(voiding) = self.voided_by.get(id).and_then(|at| self.voidings.get(*at)) {
            Standing::Void(voiding)
        } else if let Some(entry) = self.replaced_by.get(id).and_then(|at| self.entries.get(*at)) {
            Standing::Replaced(entry)
        } else {
            Standing::Live
        }
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use jiff::civil::date;

    pub(crate) fn entry(id: &str) -> Entry {
        let id = EntryId::new(id).unwrap();
        let title = format!("Entry {id}");
        Entry::new(id, date(2026, 5, 20), title, Amount::whole(8))
    }

    fn replacing(id: &str, old: &str) -> Entry {
        Entry { replaces: EntryId::new(old), ..entry(id) }
    }

    fn live(record: &HoursRecord) -> Vec<&str> {
        record.live().map(|entry| entry.id.as_str()).collect()
    }

    #[test]
    fn an_edit_hides_the_old_entry_and_a_void_the_new_one() {
        let record = HoursRecord::new(vec![replacing("b", "a"), entry("a")], Vec::new());
        assert_eq!(live(&record), ["b"]);
        let voiding = Voiding {
            id: EntryId::new("v").unwrap(),
            target: EntryId::new("b").unwrap(),
            date: date(2026, 5, 20),
            reason: None,
            recorded: None,
        };
        let record = HoursRecord::new(vec![replacing("b", "a"), entry("a")], vec![voiding]);
        assert!(live(&record).is_empty());
        assert!(matches!(record.standing(&EntryId::new("a").unwrap()), Standing::Replaced(_)));
        assert!(matches!(record.standing(&EntryId::new("b").unwrap()), Standing::Void(_)));
    }

    #[test]
    fn of_two_corrections_of_one_entry_the_last_counts() {
        let both = || vec![entry("a"), replacing("b", "a"), replacing("c", "a")];
        assert_eq!(live(&HoursRecord::new(both(), Vec::new())), ["c"]);
        let voiding = Voiding {
            id: EntryId::new("v").unwrap(),
            target: EntryId::new("c").unwrap(),
            date: date(2026, 5, 20),
            reason: None,
            recorded: None,
        };
        assert_eq!(live(&HoursRecord::new(both(), vec![voiding])), ["b"]);
        let earlier = Entry { recorded: Some(jiff::Timestamp::UNIX_EPOCH), ..replacing("b", "a") };
        let record = HoursRecord::new(vec![entry("a"), replacing("c", "a"), earlier], Vec::new());
        assert_eq!(live(&record), ["b"]);
    }

    #[test]
    fn a_circle_made_by_hand_loses_no_hours() {
        let record = HoursRecord::new(vec![replacing("a", "b"), replacing("b", "a")], Vec::new());
        assert_eq!(live(&record), ["a", "b"]);
    }
}

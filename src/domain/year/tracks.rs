//! The balance of tracks: how much of the year's time went to which subject area of the catalog.

use super::time::Time;
use crate::domain::{Catalog, Entry};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Hours by track.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracks {
    /// Most time first; what belongs to no track last.
    pub shares: Vec<Share>,
    pub total: Time,
}

/// What went to one track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Id of the track; `None` for entries of no course, of a course that is in no open catalog, or
    /// of one without a track.
    pub track: Option<String>,
    pub time: Time,
    pub entries: usize,
    /// Of the total; together they are 100. 0 means less than one.
    pub per_cent: u8,
}

impl Tracks {
    pub(super) fn of(earned: &[&Entry], catalog: &Catalog) -> Self {
        let mut sums: BTreeMap<Option<&str>, (Time, usize)> = BTreeMap::new();
        for entry in earned {
            let Some(time) = Time::of(entry.amount, entry.unit) else { continue };
            let course = entry.course.as_ref().and_then(|course| catalog.get(course));
            let (sum, entries) = sums.entry(course.and_then(|course| course.track.as_deref())).or_default();
            *sum = sum.plus(time);
            *entries += 1;
        }
        let total = sums.values().map(|(time, _)| *time).sum();
        let share = |(track, (time, entries)): (Option<&str>, (Time, usize))| Share {
            track: track.map(str::to_owned),
            time,
            entries,
            per_cent: 0,
        };
        let mut shares: Vec<Share> = sums.into_iter().map(share).collect();
        shares.sort_by_key(|share| (share.track.is_none(), Reverse(share.time)));
        shared_out(&mut shares, total);
        Self { shares, total }
    }
}

/// Per cents that are together 100: each rounded down, and what is left goes to the largest rests.
fn shared_out(shares: &mut [Share], total: Time) {
    let whole = u128::from(total.minutes().hundredths());
    if whole == 0 {
        return;
    }
    let exact = |share: &Share| u128::from(share.time.minutes().hundredths()) * 100;
    let mut rests = Vec::new();
    let mut left = 100_u8;
    for (at, share) in shares.iter_mut().enumerate() {
        share.per_cent = u8::try_from(exact(share) / whole).unwrap_or(100);
        left = left.saturating_sub(share.per_cent);
        rests.push((exact(share) % whole, at));
    }
    rests.sort_by_key(|(rest, at)| (Reverse(*rest), *at));
    for (_, at) in rests.into_iter().take(usize::from(left)) {
        if let Some(share) = shares.get_mut(at) {
            share.per_cent += 1;
        }
    }
}

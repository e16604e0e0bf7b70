//! The rule that a person means: its id, or as much of its beginning as tells it apart.

use super::named::{NotNamed, resolve};
use crate::domain::requirement::Packs;
use crate::domain::{Profile, Rule, RuleId};
use crate::locale::cli::{Failure, ProfileFailure};

/// Of the packs that could be read.
pub(super) fn find<'p>(packs: &'p Packs, text: &str) -> Result<&'p Rule, Failure> {
    let rules = packs.rules().iter().map(|rule| (rule.id.as_str(), rule));
    resolve(rules, text).map_err(|error| unknown(error, text))
}

/// Of those, and of the ones that are followed although no pack states them any more.
pub(super) fn find_or_followed<'p>(
    packs: &'p Packs,
    profile: &'p Profile,
    text: &str,
) -> Result<&'p RuleId, Failure> {
    let read = packs.rules().iter().map(|rule| &rule.id);
    let followed = profile.following.iter().map(|following| &following.rule);
    let followed = followed.filter(|id| packs.get(id).is_none());
    let ids = read.chain(followed).map(|id| (id.as_str(), id));
    resolve(ids, text).map_err(|error| unknown(error, text))
}

/// Of those that are followed.
pub(super) fn find_followed<'p>(profile: &'p Profile, text: &str) -> Result<&'p RuleId, Failure> {
    let followed = profile.following.iter().map(|following| &following.rule);
    resolve(followed.map(|id| (id.as_str(), id)), text).map_err(|error| match error {
        NotNamed::Unknown { near } => ProfileFailure::NotFollowed { text: text.to_owned(), near }.into(),
        ambiguous @ NotNamed::Ambiguous { .. } => unknown(ambiguous, text),
    })
}

fn unknown(error: NotNamed, text: &str) -> Failure {
    let text = text.to_owned();
    match error {
        NotNamed::Unknown { near } => Failure::UnknownRule { text, near },
        NotNamed::Ambiguous { candidates } => Failure::AmbiguousRule { text, candidates },
    }
}

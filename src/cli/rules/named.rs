//! The requirement pack that a person means.

use crate::cli::resolve::{NoneOf, resolved};
use crate::domain::requirement::Packs;
use crate::domain::{Rule, RuleId};
use crate::locale::cli::{Failure, ProfileFailure};

/// Among the packs that could be read.
pub(super) fn find<'p>(packs: &'p Packs, text: &str) -> Result<&'p Rule, Failure> {
    let ids = packs.rules().iter().map(|rule| &rule.id);
    let id = named(ids, text, |text, near| Failure::UnknownRule { text, near })?;
    let missing = || Failure::UnknownRule { text: text.to_owned(), near: Vec::new() };
    packs.get(id).ok_or_else(missing)
}

/// Among any ids.
pub(in crate::cli) fn named<'i>(
    ids: impl Iterator<Item = &'i RuleId> + Clone,
    text: &str,
    unknown: impl FnOnce(String, Vec<String>) -> Failure,
) -> Result<&'i RuleId, Failure> {
    resolved(ids, RuleId::as_str, text).map_err(|none| match none {
        NoneOf::Near(near) => unknown(text.to_owned(), near),
        NoneOf::Several(candidates) => {
            ProfileFailure::AmbiguousRule { text: text.to_owned(), candidates }.into()
        }
    })
}

//! What a person means by an id: the id itself, or as much of its beginning as tells it apart.

/// Names offered where none matches, and candidates named where several do.
const OFFERED: usize = 3;
const NAMED: usize = 6;

/// Why a text names nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotNamed {
    /// Nothing begins like that; these ids are near.
    Unknown {
        near: Vec<String>,
    },
    Ambiguous {
        candidates: Vec<String>,
    },
}

/// The thing with that id, of things with their ids.
pub(super) fn resolve<'i, T>(
    things: impl Iterator<Item = (&'i str, T)> + Clone,
    text: &str,
) -> Result<T, NotNamed> {
    // A table on a narrow terminal cuts ids short; what was copied from it is a beginning.
    let wanted = text.trim().trim_end_matches('…').to_ascii_lowercase();
    if let Some((_, thing)) = things.clone().find(|(id, _)| *id == wanted) {
        return Ok(thing);
    }
    let mut beginning = things.clone().filter(|(id, _)| !wanted.is_empty() && id.starts_with(&wanted));
    match (beginning.next(), beginning.next()) {
        (Some((_, thing)), None) => Ok(thing),
        (Some((first, _)), Some((second, _))) => {
            let others = beginning.map(|(id, _)| id);
            let named = [first, second].into_iter().chain(others).take(NAMED);
            Err(NotNamed::Ambiguous { candidates: named.map(str::to_owned).collect() })
        }
        (None, _) => Err(NotNamed::Unknown { near: near(things.map(|(id, _)| id), &wanted) }),
    }
}

/// Ids that a slip of the fingers may have meant, nearest first.
fn near<'i>(ids: impl Iterator<Item = &'i str>, wanted: &str) -> Vec<String> {
    if wanted.len() < 3 {
        return Vec::new();
    }
    let mut scored: Vec<(f64, &str)> = ids
        .map(|id| {
            let inside = if id.contains(wanted) { 0.5 } else { 0.0 };
            (strsim::jaro_winkler(id, wanted) + inside, id)
        })
        .filter(|(score, _)| *score > 0.85)
        .collect();
    scored.sort_by(|(a, first), (b, second)| b.total_cmp(a).then_with(|| first.cmp(second)));
    scored.into_iter().take(OFFERED).map(|(_, id)| id.to_owned()).collect()
}

//! The id that a person means: whole, or as much of its beginning as tells it apart.

/// Names offered where none matches, and candidates named where several do.
const OFFERED: usize = 3;
const NAMED: usize = 6;

/// Why no one id is meant.
#[derive(Debug)]
pub(super) enum NoneOf {
    /// None begins so; these are near, nearest first.
    Near(Vec<String>),
    Several(Vec<String>),
}

pub(super) fn resolved<'i, I>(
    ids: impl Iterator<Item = &'i I> + Clone,
    as_str: fn(&I) -> &str,
    text: &str,
) -> Result<&'i I, NoneOf> {
    // A table on a narrow terminal cuts ids short; what was copied from it is a beginning.
    let wanted = text.trim().trim_end_matches('…').to_ascii_lowercase();
    if let Some(id) = ids.clone().find(|id| as_str(id) == wanted) {
        return Ok(id);
    }
    let mut beginning = ids.clone().filter(|id| !wanted.is_empty() && as_str(id).starts_with(&wanted));
    match (beginning.next(), beginning.next()) {
        (Some(id), None) => Ok(id),
        (Some(first), Some(second)) => {
            let named = [first, second].into_iter().chain(beginning).take(NAMED);
            Err(NoneOf::Several(named.map(|id| as_str(id).to_owned()).collect()))
        }
        (None, _) => Err(NoneOf::Near(near(ids.map(as_str), &wanted))),
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

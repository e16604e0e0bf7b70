//! "Did you mean": the nearest of the words that are valid in a place.

/// What other lists of courses, and other people's rules, call things, and our name for it.
const OTHER_NAMES: [(&str, &str); 49] = [
    ("name", "title"),
    ("description", "summary"),
    ("abstract", "summary"),
    ("tags", "topics"),
    ("keywords", "topics"),
    ("subject", "track"),
    ("category", "categories"),
    ("difficulty", "level"),
    ("mode", "delivery"),
    ("format", "form"),
    ("type", "form"),
    ("duration", "hours"),
    ("length", "hours"),
    ("teacher", "instructors"),
    ("teachers", "instructors"),
    ("instructor", "instructors"),
    ("organizer", "provider"),
    ("school", "provider"),
    ("lang", "language"),
    ("link", "url"),
    ("prereqs", "prerequisites"),
    ("requires", "prerequisites"),
    ("certificate", "credential"),
    ("location", "place"),
    ("venue", "place"),
    ("begin", "start"),
    ("finish", "end"),
    ("minimum", "min"),
    ("maximum", "max"),
    ("beginner", "introductory"),
    ("hybrid", "blended"),
    ("min", "minimum"),
    ("minima", "minimum"),
    ("max", "maximum"),
    ("cap", "maximum"),
    ("caps", "maximum"),
    ("limit", "maximum"),
    ("carryover", "carry"),
    ("carry-over", "carry"),
    ("conversion", "convert"),
    ("multiplier", "multiply"),
    ("factor", "by"),
    ("times", "by"),
    ("required", "total"),
    ("cycle", "period"),
    ("each", "gives"),
    ("percentage", "share"),
    ("ratio", "share"),
    ("fixed", "month-day"),
];

/// The valid word that was probably meant, if one is near enough to name. Cheap enough to look
/// through the ids of a large catalog.
pub(in crate::store) fn nearest<'a>(word: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    let others = OTHER_NAMES.iter().filter(|(name, _)| *name == word).map(|(_, ours)| *ours);
    // Half of a short word changed is another word.
    let length = word.chars().count();
    let bearable = if length < 6 { length / 2 } else { (length / 3).min(4) };
    let letters = tally(&word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in valid {
        if others.clone().any(|other| other == candidate) {
            return Some(candidate);
        }
        // Each edit changes the tally by at most two, so most candidates need no closer look.
        let apart: usize = letters.iter().zip(tally(candidate)).map(|(a, b)| a.abs_diff(b) as usize).sum();
        if apart > 2 * bearable {
            continue;
        }
        let distance = strsim::osa_distance(&word, &plain(candidate));
        if distance <= bearable && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn plain(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

/// How often each letter and digit occurs, without regard to case; everything else is left out.
fn tally(word: &str) -> [u8; 36] {
    let mut counts = [0_u8; 36];
    for byte in word.bytes() {
        let slot = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'z' => byte - b'a' + 10,
            b'A'..=b'Z' => byte - b'A' + 10,
            _ => continue,
        };
        if let Some(count) = counts.get_mut(usize::from(slot)) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_and_other_names_are_found_and_far_ones_are_not() {
        let keys = ["id", "title", "hours", "topics", "facts_as_of", "instructors", "level"];
        for (word, expected) in [
            ("houres", Some("hours")),
            ("Title", Some("title")),
            ("tilte", Some("title")),
            ("lvel", Some("level")),
            ("teacher", Some("instructors")),
            ("tags", Some("topics")),
            ("facts-as-of", Some("facts_as_of")),
            ("instructor", Some("instructors")),
            ("colour", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, keys), expected, "{word:?}");
        }
        assert_eq!(nearest("tags", ["id", "title"]), None);
    }
}

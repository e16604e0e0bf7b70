//! "Did you mean": the nearest of the words that are valid in a place.

/// What other lists of courses call things, and our name for it.
const OTHER_NAMES: [(&str, &str); 31] = [
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
];

/// The valid word that was probably meant, if one is near enough to name.
pub(super) fn nearest<'a>(word: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace('_', "-");
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == word).map(|(_, ours)| *ours);
    let length = word.chars().count();
    let bearable = match length {
        0..=2 => 1,
        3..=5 => 2,
        _ => length / 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in valid {
        if Some(candidate) == other {
            return Some(candidate);
        }
        let plain = if candidate.contains('_') { candidate.replace('_', "-") } else { candidate.to_owned() };
        if plain.chars().count().abs_diff(length) > bearable {
            continue;
        }
        let distance = strsim::osa_distance(&word, &plain);
        // Half of a short word changed is another word.
        if distance <= bearable && distance * 2 <= length && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
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

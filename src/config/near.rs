//! "Did you mean": the nearest of the words that are valid in a place.

/// What other programs call things, and our name for it.
const OTHER_NAMES: [(&str, &str); 12] = [
    ("lang", "language"),
    ("locale", "language"),
    ("colour", "color"),
    ("colors", "color"),
    ("colours", "color"),
    ("colorscheme", "theme"),
    ("catalog", "catalogs"),
    ("requirements", "rules"),
    ("packs", "rules"),
    ("bindings", "keys"),
    ("keymap", "keys"),
    ("global", "everywhere"),
];

/// The valid word that was probably meant, if one is near enough to name.
pub(super) fn nearest<'a>(word: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace('_', "-");
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == word).map(|(_, ours)| *ours);
    // Half of a short word changed is another word. A long one is none of ours.
    let length = word.chars().count();
    let bearable = if length < 6 { length / 2 } else { (length / 3).min(4) };
    if length > 60 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in valid {
        if other == Some(candidate) {
            return Some(candidate);
        }
        let distance = strsim::osa_distance(&word, &candidate.to_lowercase());
        if distance <= bearable && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

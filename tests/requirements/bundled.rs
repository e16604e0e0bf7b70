//! The packs that come with the program: all there, in both languages, with sources that say when
//! they were looked at and remarks that say what is not known.

use tuition::domain::Rule;
use tuition::domain::course::LocalText;
use tuition::domain::requirement::Packs;
use tuition::store::requirements;

const IDS: [&str; 14] = [
    "cn-digital-engineer",
    "cn-guangdong",
    "cn-mohrss",
    "cn-taizhou",
    "engineers-australia",
    "engineers-ireland",
    "hkie",
    "isc2-cissp",
    "ncees",
    "pmi-pmp",
    "us-nc-pe",
    "us-nd-pe",
    "us-ny-pe",
    "us-tx-pe",
];

fn packs() -> Packs {
    let opened = requirements::bundled();
    assert_eq!(opened.problems, []);
    opened.packs
}

#[test]
fn the_fourteen_are_there() {
    let packs = packs();
    let mut ids: Vec<&str> = packs.rules().iter().map(|rule| rule.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, IDS);
}

fn is_in_both(text: &LocalText) -> bool {
    let chinese = text.zh.as_ref().is_some_and(|text| text.chars().any(|c| ('一'..='鿿').contains(&c)));
    text.en.is_some() && chinese
}

fn texts(rule: &Rule) -> Vec<&LocalText> {
    let sources = rule.sources.iter().map(|source| &source.title);
    let examples = rule.examples.iter().map(|example| &example.title);
    let own = std::iter::once(&rule.title).chain(&rule.note).chain(&rule.unconfirmed);
    own.chain(sources).chain(examples).collect()
}

#[test]
fn every_pack_speaks_both_languages() {
    for rule in packs().rules() {
        assert!(rule.note.is_some(), "{} has no note", rule.id);
        for text in texts(rule) {
            assert!(is_in_both(text), "{}: {text:?}", rule.id);
        }
    }
}

/// A reader who trusts a figure must see that nobody has opened the live page.
#[test]
fn every_pack_says_that_stored_copies_were_read() {
    for rule in packs().rules() {
        let said = rule.unconfirmed.iter().filter_map(|text| text.en.as_deref());
        assert!(said.clone().any(|text| text.contains("stored copies")), "{}", rule.id);
        assert!(rule.sources.iter().any(|source| source.url.is_some()), "{} names no page", rule.id);
        for source in &rule.sources {
            assert_eq!(source.checked.to_string(), "2026-11-21", "{}", rule.id);
        }
    }
}

/// Three cases each, one of them met exactly where there is something to meet.
#[test]
fn every_pack_proves_its_own_figures() {
    for rule in packs().rules() {
        assert!((3..=6).contains(&rule.examples.len()), "{}: {}", rule.id, rule.examples.len());
        for example in &rule.examples {
            assert_eq!(example.run(rule), [], "{}, line {}", rule.id, example.line);
        }
    }
}

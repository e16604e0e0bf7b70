//! Packs that nobody should have to trust.

use proptest::prelude::*;
use tuition::locale::{Lang, Say};
use tuition::store::catalog::Severity;
use tuition::store::requirements;

/// A pack with every key, to be damaged.
const SOUND: &str = include_str!("../fixtures/packs/valid/everything.toml");

fn damage() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        prop::sample::select(vec![
            "\"",
            "[",
            "]",
            "{",
            "}",
            "=",
            ",",
            "\n",
            "\r",
            "#",
            "[[example]]\n",
            "[[minimum]]\n",
            "[carry]\n",
            "nan",
            "-1",
            "0",
            "9e9",
            "99999999999999999999",
            "\u{1b}",
            "\\u001b",
            "\u{202e}",
            "学",
            "2026-02-30",
            "per = \"year\"\n",
            "share = \"1/0\"\n",
            "<<<<<<< \n",
            "\"\"\"",
            "'''",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (0..SOUND.len(), 0..40_usize, pieces).prop_map(|(at, length, piece)| {
        let mut bytes = SOUND.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, piece);
        bytes
    })
}

fn inert(line: &str) -> bool {
    let drives = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !line.contains(drives)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_a_panic_and_told_inertly(
        bytes in prop_oneof![4 => damage(), 1 => prop::collection::vec(any::<u8>(), 0..400)]
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("any.toml");
        std::fs::write(&path, &bytes).unwrap();
        let opened = requirements::open_only(&[path]);
        let wrong = opened.problems.iter().any(|problem| problem.severity == Severity::Error);
        prop_assert_eq!(opened.packs.rules().is_empty(), wrong);
        for problem in &opened.problems {
            for line in [problem.say(Lang::En), problem.say(Lang::Zh)] {
                prop_assert!(inert(&line) && line.len() < 2_000, "{:?}", line);
            }
        }
        // Whatever was let through can be evaluated.
        for rule in opened.packs.rules() {
            for example in &rule.examples {
                drop(example.run(rule));
            }
        }
    }
}

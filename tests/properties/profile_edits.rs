//! Any sequence of edits of any hand-written profile: every comment that no edit touched is still
//! there, the file says what was meant, and undo gives back every byte.

use proptest::prelude::*;
use std::fs;
use tuition::domain::profile::{Fact, PersonalDate, Since, TotalOverride};
use tuition::domain::{Amount, Date, Following, Operation, Profile, RuleId};
use tuition::store::record::Home;

const RULES: [&str; 4] = ["alpha", "beta", "gamma", "delta"];
const DATES: [&str; 3] = ["born", "licensed", "renewal"];

fn rule(at: usize) -> RuleId {
    RuleId::new(RULES[at % RULES.len()]).unwrap()
}

fn day(at: usize) -> Date {
    Date::constant(2020, 2, 29).saturating_add(jiff::Span::new().days(i64::try_from(at).unwrap()))
}

/// One block as a person may write it, with `n` to tell its lines from others'.
fn written_rule(n: usize, (above, gap, since, totals): (bool, bool, u8, u8)) -> String {
    let mut text = String::new();
    if gap {
        text.push_str(&format!("\n# section {n}\n\n"));
    }
    if above {
        text.push_str(&format!("# about {n}\n"));
    }
    text.push_str(&format!("[[follow]]  # header {n}\nrule = '{}' # rule {n}\n", RULES[n % RULES.len()]));
    text.push_str(match since {
        0 => "",
        1 => "since = 2025-01-01\n",
        2 => "  since = \"2025-01-01\"  # kept\n",
        _ => "since = \"\"\"born\"\"\"\n",
    });
    for total in 0..totals {
        text.push_str(&format!("# total {n}.{total}\n[[follow.total]]\nhours = 1.50 # hours {n}\n"));
        text.push_str(&format!("period = '{}'\n", day(usize::from(total))));
    }
    text
}

prop_compose! {
    fn written_profile()(
        rules in prop::collection::vec((any::<bool>(), any::<bool>(), 0_u8..4, 0_u8..3), 0..4),
        (mark, crlf, ended, header, dates) in any::<(bool, bool, bool, bool, bool)>(),
        (name, other) in any::<(bool, bool)>(),
    ) -> String {
        let mut text = if header { "# mine\n".to_owned() } else { String::new() };
        text.push_str("schema = 1 # first\n");
        if name {
            text.push_str("  name = \"\"\"\nChen # Xi\"\"\" # as on the card\n");
        }
        if dates || rules.iter().any(|(_, _, since, _)| *since == 3) {
            text.push_str("# my days\n[dates] # table\nborn =  1984-02-29 # leap\n");
        }
        for (n, rule) in rules.into_iter().enumerate() {
            text.push_str(&written_rule(n, rule));
        }
        if other {
            text.push_str("\n[other] # another\nkey = \"x\"\n# the end\n");
        }
        if !ended {
            text.truncate(text.trim_end().len());
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark { format!("\u{FEFF}{text}") } else { text }
    }
}

fn words() -> impl Strategy<Value = Option<String>> {
    prop::option::of("[a-z\"\\\\\n#\u{1b}学]{1,6}")
}

/// Dates are stated, or counted from the one that every profile can have.
fn date() -> impl Strategy<Value = Option<PersonalDate>> {
    let counted = (-30_i16..30, any::<bool>()).prop_map(|(months, end_of_month)| PersonalDate::After {
        date: "born".to_owned(),
        months,
        end_of_month,
    });
    prop::option::of(prop_oneof![(0..400_usize).prop_map(|at| PersonalDate::On(day(at))), counted])
}

fn operation() -> impl Strategy<Value = Operation> {
    let since = prop::option::of((0..9_usize).prop_map(|at| Since::On(day(at))));
    let totals = prop::collection::btree_map(prop::option::of(0..3_usize), 1..2000_u64, 0..3);
    let following = (0..4_usize, since, words(), totals).prop_map(|(at, since, licence, totals)| {
        let total = |(period, hours): (Option<usize>, u64)| TotalOverride {
            period: period.map(day),
            hours: Amount::from_hundredths(hours),
        };
        let totals = totals.into_iter().map(total).collect();
        Operation::Follow(Following { rule: rule(at), since, licence, totals })
    });
    let fact = prop_oneof![
        words().prop_map(Fact::Name),
        words().prop_map(Fact::Licence),
        (1..3_usize, date()).prop_map(|(at, date)| Fact::Date(DATES[at].to_owned(), date)),
        (0..400_usize).prop_map(|at| Fact::Date("born".to_owned(), Some(PersonalDate::On(day(at))))),
    ];
    prop_oneof![
        3 => following,
        1 => (0..4_usize).prop_map(|at| Operation::Unfollow(rule(at))),
        3 => prop::collection::vec(fact, 1..4).prop_map(Operation::ProfileEdit),
    ]
}

/// The profile that an operation means to leave, by the plainest code there is.
fn meant(mut profile: Profile, operation: &Operation) -> Profile {
    match operation.clone() {
        Operation::Follow(new) => match profile.following.iter().position(|old| old.rule == new.rule) {
            Some(at) => profile.following[at] = new,
            None => profile.following.push(new),
        },
        Operation::Unfollow(rule) => profile.following.retain(|old| old.rule != rule),
        Operation::ProfileEdit(facts) => {
            for fact in facts {
                match fact {
                    Fact::Name(name) => profile.name = name,
                    Fact::Licence(licence) => profile.licence = licence,
                    Fact::Date(name, None) => drop(profile.dates.remove(&name)),
                    Fact::Date(name, Some(date)) => drop(profile.dates.insert(name, date)),
                }
            }
        }
        _ => {}
    }
    profile
}

/// Totals are a set: in what order they stand is the file's business.
fn sorted(mut profile: Profile) -> Profile {
    for following in &mut profile.following {
        following.totals.sort_by_key(|total| total.period);
    }
    profile
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_are_lossless_and_undo_is_exact(
        text in written_profile(),
        operations in prop::collection::vec(operation(), 1..6),
    ) {
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let path = dir.path().join("profile.toml");
        write(&path, &text);
        let home = Home::new(dir.path().to_owned());
        let now = "2026-05-20T10:00:00Z".parse().unwrap();

        let mut states = vec![fs::read(&path).unwrap()];
        for operation in &operations {
            let before = home.load().profile;
            let saved = home.apply(operation.clone(), now).unwrap();
            let found = home.load().profile;
            prop_assert_eq!(sorted(found), sorted(meant(before, operation)));
            let after = fs::read(&path).unwrap();
            let old = states.last().unwrap().clone();
            prop_assert_eq!(saved.touched == 0, after == old);
            check_lines((&old, &after), operation)?;
            if saved.touched > 0 {
                states.push(after);
            }
        }
        for state in states.iter().rev().skip(1) {
            home.undo(now).unwrap().unwrap();
            prop_assert_eq!(&fs::read(&path).unwrap(), state);
        }
        prop_assert!(home.undo(now).unwrap().is_none());
        for state in states.iter().skip(1) {
            home.redo(now).unwrap().unwrap();
            prop_assert_eq!(&fs::read(&path).unwrap(), state);
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "a test plays the person who edits by hand")]
fn write(path: &std::path::Path, text: &str) {
    fs::write(path, text).unwrap();
}

/// Comments set apart by blank lines, comments of other blocks, the mark and the line endings are as
/// they were.
fn check_lines((old, new): (&[u8], &[u8]), operation: &Operation) -> Result<(), TestCaseError> {
    let (old, new) = (std::str::from_utf8(old).unwrap(), std::str::from_utf8(new).unwrap());
    prop_assert_eq!(old.starts_with('\u{FEFF}'), new.starts_with('\u{FEFF}'));
    prop_assert_eq!(old.ends_with('\n'), new.ends_with('\n'));
    if old.contains("\r\n") {
        prop_assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    } else if old.contains('\n') {
        prop_assert!(!new.contains('\r'));
    }
    let block = match operation {
        Operation::Follow(following) => RULES.iter().position(|id| *id == following.rule.as_str()),
        Operation::Unfollow(rule) => RULES.iter().position(|id| *id == rule.as_str()),
        _ => None,
    };
    let own = ["mine", "first", "my days", "table", "another", "the end"].map(|words| format!("# {words}"));
    let others = (0..RULES.len()).filter(|n| Some(*n) != block);
    let others =
        others.flat_map(|n| ["about", "header", "rule", "hours"].map(|word| format!("# {word} {n}")));
    let apart = (0..RULES.len()).map(|n| format!("# section {n}"));
    for comment in own.into_iter().chain(others).chain(apart) {
        let count = |text: &str| text.matches(&comment).count();
        prop_assert_eq!(count(old), count(new), "{} in\n{}\n--- became\n{}", comment, old, new);
    }
    Ok(())
}

//! Any sequence of edits of any hand-written plan: every line that no edit touched is still there,
//! in its order; the file says what was meant; and undo gives back every byte.

use proptest::prelude::*;
use std::fs;
use tuition::domain::{CourseId, Date, Operation, Plan, PlanItem};
use tuition::store::record::Home;

const IDS: [&str; 5] = ["alpha", "beta", "gamma", "delta", "epsilon"];

fn course(at: usize) -> CourseId {
    CourseId::new(IDS[at % IDS.len()]).unwrap()
}

/// One item as a person may write it, with `n` to tell its lines from others'.
fn written_item(n: usize, (above, note, odd, gap): (bool, u8, bool, bool)) -> String {
    let mut text = String::new();
    if gap {
        text.push_str(&format!("\n# section {n}\n\n"));
    }
    if above {
        text.push_str(&format!("# about {n}\n"));
    }
    text.push_str(&format!("[[item]]  # header {n}\ncourse = '{}' # course {n}\n", IDS[n % IDS.len()]));
    match note {
        0 => {}
        1 => text.push_str(&format!("note = \"one\" # note {n}\n")),
        2 => text.push_str(&format!("note = \"\"\"\n# two {n}\n[[item]]\n\"\"\"\n")),
        _ => text.push_str(&format!("  by = 2026-01-0{} # by {n}\n", n % 5 + 1)),
    }
    if odd {
        text.push_str(&format!("weight = 1.{n}0\n[item.extra{n}]\nkey = [ 1,\n  2 ] # odd {n}\n"));
    }
    text
}

prop_compose! {
    fn written_plan()(
        items in prop::collection::vec((any::<bool>(), 0_u8..4, any::<bool>(), any::<bool>()), 0..5),
        (mark, crlf, ended, header, other) in any::<(bool, bool, bool, bool, bool)>(),
    ) -> String {
        let mut text = if header { "# my plan\n".to_owned() } else { String::new() };
        text.push_str("schema = 1 # first\n");
        for (n, item) in items.into_iter().enumerate() {
            text.push_str(&written_item(n, item));
        }
        if other {
            text.push_str("\n[other] # table\nkey = \"x\"\n# the end\n");
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

fn operation() -> impl Strategy<Value = Operation> {
    let text = prop::option::of("[a-z\"\\\\\n#\u{1b}学]{0,6}");
    let item = (0..5_usize, text.clone(), text, any::<bool>(), any::<bool>()).prop_map(
        |(at, why, note, by, gone)| {
            let day = Date::constant(2026, 5, 20);
            let new = PlanItem::new(course(at), IDS[at], day);
            PlanItem { why, note, by: by.then_some(day), withdrawn: gone.then_some(day), ..new }
        },
    );
    prop_oneof![
        prop::collection::vec(item.clone(), 1..3).prop_map(Operation::PlanAdd),
        prop::collection::vec((0..5_usize).prop_map(course), 1..3).prop_map(Operation::PlanRemove),
        (0..5_usize, 0..6_usize).prop_map(|(at, to)| Operation::PlanMove { course: course(at), to }),
        item.prop_map(Operation::PlanEdit),
    ]
}

/// The plan that an operation means to leave, by the plainest code there is.
fn meant(mut plan: Plan, operation: &Operation) -> Plan {
    match operation.clone() {
        Operation::PlanAdd(items) => {
            for item in items {
                if plan.get(&item.course).is_none() {
                    plan.items.push(item);
                }
            }
        }
        Operation::PlanRemove(courses) => plan.items.retain(|item| !courses.contains(&item.course)),
        Operation::PlanMove { course, to } => {
            if let Some(from) = plan.position(&course) {
                let item = plan.items.remove(from);
                plan.items.insert(to.min(plan.items.len()), item);
            }
        }
        Operation::PlanEdit(new) => {
            for item in plan.items.iter_mut().filter(|item| item.course == new.course) {
                let (title, added) = (item.title.clone(), item.added);
                *item = PlanItem { title, added, ..new.clone() };
            }
        }
        _ => {}
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_are_lossless_and_undo_is_exact(
        text in written_plan(),
        operations in prop::collection::vec(operation(), 1..6),
    ) {
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let path = dir.path().join("plan.toml");
        write(&path, &text);
        let home = Home::new(dir.path().to_owned());
        let now = "2026-05-20T10:00:00Z".parse().unwrap();
        prop_assert_eq!(&home.load().problems, &[]);

        let mut states = vec![fs::read(&path).unwrap()];
        for operation in &operations {
            let before = home.load().plan;
            let touched: Vec<&str> = touched(operation);
            let saved = home.apply(operation.clone(), now).unwrap();
            let record = home.load();
            prop_assert_eq!(&record.problems, &[]);
            prop_assert_eq!(record.plan, meant(before, operation));
            let after = fs::read(&path).unwrap();
            let old = states.last().unwrap().clone();
            prop_assert_eq!(saved.touched == 0, after == old);
            check_lines(&text, (&old, &after), &touched, operation)?;
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

fn touched(operation: &Operation) -> Vec<&str> {
    match operation {
        Operation::PlanAdd(_) => Vec::new(),
        Operation::PlanRemove(courses) => courses.iter().map(CourseId::as_str).collect(),
        Operation::PlanMove { course, .. } => vec![course.as_str()],
        Operation::PlanEdit(item) => vec![item.course.as_str()],
        _ => Vec::new(),
    }
}

/// Comments set apart by blank lines, other items' comments, odd keys, the mark and the line
/// endings are as they were.
fn check_lines(
    text: &str,
    (old, new): (&[u8], &[u8]),
    touched: &[&str],
    operation: &Operation,
) -> Result<(), TestCaseError> {
    let (old, new) = (std::str::from_utf8(old).unwrap(), std::str::from_utf8(new).unwrap());
    prop_assert_eq!(old.starts_with('\u{FEFF}'), new.starts_with('\u{FEFF}'));
    prop_assert_eq!(old.ends_with('\n'), new.ends_with('\n'));
    if old.contains("\r\n") {
        prop_assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    } else if old.contains('\n') {
        prop_assert!(!new.contains('\r'));
    }
    let numbers: Vec<String> = touched
        .iter()
        .filter_map(|id| IDS.iter().position(|known| known == id))
        .map(|n| n.to_string())
        .collect();
    let by_hand: Vec<&str> = text.lines().collect();
    for line in old.lines().filter(|line| line.contains('#') && by_hand.contains(line)) {
        let of_touched = numbers.iter().any(|n| line.trim_end().ends_with(n.as_str()));
        let moved = matches!(operation, Operation::PlanMove { .. });
        if !of_touched || moved || line.contains("# section") {
            prop_assert!(
                new.lines().any(|found| found == line),
                "{line:?} is gone:\n{old}\n--- became\n{new}"
            );
        }
    }
    Ok(())
}

//! An edit of `plan.toml` changes its own lines and no other byte.

use crate::world::{World, course, day, item};
use tuition::domain::{Operation, PlanItem};
use tuition::store::record::{RecordProblemKind, SaveError};

const HAND_WRITTEN: &str = r#"# My plan for 2026.
# Ask Li about the second one.
schema = 1
owner = "me"   # unknown to the program

# --- first quarter ---

# needed for the licence
[[item]]
course = "alpha"   # the main one
title = "Alpha"
by =   2026-06-01  # before summer
mood = 'good'

  [item.extra]
  weight = 1.50

# --- later ---

[[item]]
course = "beta"
title = "Beta"
note = """
two
lines"""

# the end
"#;

fn edit(world: &World, id: &str, change: impl FnOnce(&mut PlanItem)) {
    let mut item = world.home.load().plan.get(&course(id)).unwrap().clone();
    change(&mut item);
    world.apply(Operation::PlanEdit(item)).unwrap();
}

fn add(world: &World, ids: &[&str]) {
    world.apply(Operation::PlanAdd(ids.iter().map(|id| item(id)).collect())).unwrap();
}

fn remove(world: &World, ids: &[&str]) {
    world.apply(Operation::PlanRemove(ids.iter().map(|id| course(id)).collect())).unwrap();
}

fn shift(world: &World, id: &str, to: usize) {
    world.apply(Operation::PlanMove { course: course(id), to }).unwrap();
}

const GAMMA: &str = "[[item]]\ncourse = \"gamma\"\ntitle = \"Course gamma\"\nadded = 2026-05-20";

#[test]
fn a_first_course_makes_a_plan_that_opens_with_its_schema() {
    let world = World::new();
    add(&world, &["gamma"]);
    assert_eq!(world.plan(), format!("schema = 1\n\n{GAMMA}\n"));
    add(&world, &["delta"]);
    remove(&world, &["delta"]);
    assert_eq!(world.plan(), format!("schema = 1\n\n{GAMMA}\n"));
    remove(&world, &["gamma"]);
    assert_eq!(world.plan(), "schema = 1\n");
}

#[test]
fn adding_puts_the_item_behind_the_last_and_before_the_closing_comment() {
    let world = World::with_plan(HAND_WRITTEN);
    add(&world, &["gamma"]);
    assert_eq!(world.plan(), HAND_WRITTEN.replace("lines\"\"\"\n", &format!("lines\"\"\"\n\n{GAMMA}\n")));
}

#[test]
fn editing_changes_one_value_and_keeps_the_comment_behind_it() {
    let world = World::with_plan(HAND_WRITTEN);
    edit(&world, "alpha", |item| item.by = Some(day("2026-07-01")));
    let expected = HAND_WRITTEN.replace("by =   2026-06-01  # before", "by =   2026-07-01  # before");
    assert_eq!(world.plan(), expected);
    edit(&world, "alpha", |item| item.why = Some("a \"need\"".to_owned()));
    let expected = expected.replace("'good'\n", "'good'\nwhy = \"a \\\"need\\\"\"\n");
    assert_eq!(world.plan(), expected);
    edit(&world, "alpha", |item| item.by = None);
    let expected = expected.replace("by =   2026-07-01  # before summer\n", "");
    assert_eq!(world.plan(), expected);
    edit(&world, "beta", |item| item.note = Some("one line".to_owned()));
    assert_eq!(world.plan(), expected.replace("\"\"\"\ntwo\nlines\"\"\"", "\"one line\""));
}

#[test]
fn moving_carries_an_item_with_its_own_comment_and_sub_tables() {
    let world = World::with_plan(HAND_WRITTEN);
    shift(&world, "beta", 0);
    let alpha =
        &HAND_WRITTEN[HAND_WRITTEN.find("# needed").unwrap()..HAND_WRITTEN.find("\n\n# --- later").unwrap()];
    let beta =
        &HAND_WRITTEN[HAND_WRITTEN.rfind("[[item]]").unwrap()..HAND_WRITTEN.find("\n\n# the end").unwrap()];
    let expected = HAND_WRITTEN.replace(alpha, "\u{1}").replace(beta, alpha).replace('\u{1}', beta);
    assert_eq!(world.plan(), expected);
    shift(&world, "beta", 99);
    assert_eq!(world.plan(), HAND_WRITTEN);
}

#[test]
fn removing_takes_the_items_own_comment_and_leaves_the_others() {
    let world = World::with_plan(HAND_WRITTEN);
    remove(&world, &["alpha"]);
    let text = world.plan();
    for kept in [
        "# My plan for 2026.",
        "# --- first quarter ---",
        "# --- later ---",
        "# the end",
        "owner = \"me\"   # unknown",
    ] {
        assert!(text.contains(kept), "{kept} is gone:\n{text}");
    }
    assert!(!text.contains("# needed for the licence"), "{text}");
    assert!(!text.contains("\n\n\n"), "{text}");
    world.undo().unwrap();
    assert_eq!(world.plan(), HAND_WRITTEN);
}

#[test]
fn a_header_comment_belongs_to_the_file_even_without_a_schema() {
    let world = World::with_plan("# mine\n[[item]]\ncourse = \"alpha\"\n");
    remove(&world, &["alpha"]);
    assert_eq!(world.plan(), "# mine\n");
}

#[test]
fn line_endings_mark_and_missing_last_newline_survive() {
    let odd = format!("\u{FEFF}{}", HAND_WRITTEN.trim_end().replace('\n', "\r\n"));
    let world = World::with_plan(&odd);
    edit(&world, "alpha", |item| item.by = Some(day("2026-07-01")));
    assert_eq!(world.plan(), odd.replace("2026-06-01", "2026-07-01"));
    add(&world, &["gamma"]);
    shift(&world, "gamma", 0);
    edit(&world, "gamma", |item| item.why = Some("x".to_owned()));
    let text = world.plan();
    assert!(text.starts_with('\u{FEFF}') && !text.ends_with('\n'), "{text:?}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
    assert_eq!(world.planned(), ["gamma", "alpha", "beta"]);
    for _ in 0..4 {
        world.undo().unwrap();
    }
    assert_eq!(world.plan(), odd);
}

#[test]
fn a_last_item_without_newline_is_followed_properly() {
    let world = World::with_plan("schema = 1\n[[item]]\ncourse = \"alpha\"");
    add(&world, &["gamma"]);
    assert_eq!(world.plan(), format!("schema = 1\n[[item]]\ncourse = \"alpha\"\n\n{GAMMA}"));
    remove(&world, &["gamma"]);
    assert_eq!(world.plan(), "schema = 1\n[[item]]\ncourse = \"alpha\"");
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let world = World::with_plan(HAND_WRITTEN);
    let same = world.home.load().plan.get(&course("alpha")).unwrap().clone();
    for operation in [
        Operation::PlanAdd(vec![item("alpha")]),
        Operation::PlanRemove(vec![course("nowhere")]),
        Operation::PlanMove { course: course("nowhere"), to: 0 },
        Operation::PlanMove { course: course("beta"), to: 7 },
        Operation::PlanEdit(item("nowhere")),
        Operation::PlanEdit(same),
    ] {
        assert_eq!(world.apply(operation).unwrap().touched, 0);
    }
    assert_eq!(world.plan(), HAND_WRITTEN);
    assert!(!world.path("journal").exists());
}

#[test]
fn mistakes_are_named_with_their_place_and_the_rest_is_shown() {
    let world = World::with_plan(
        "schema = 1\n[[item]]\ncourse = \"Alpha\"\n[[item]]\ncourse = \"beta\"\nby = \"soon\"\n\
         [[item]]\ncourse = \"gamma\"\n[[item]]\ncourse = \"beta\"\n[[item]]\ntitle = \"none\"\n",
    );
    let problems = world.home.load().problems;
    let seen: Vec<_> = problems.iter().map(|problem| (problem.place.line, &problem.kind)).collect();
    assert!(
        matches!(
            seen[..],
            [
                (3, RecordProblemKind::NotAnId { .. }),
                (6, RecordProblemKind::Date { key: "by", .. }),
                (10, RecordProblemKind::PlannedTwice(_)),
                (11, RecordProblemKind::MissingKey("course")),
            ]
        ),
        "{seen:#?}"
    );
    assert_eq!(world.planned(), ["beta", "gamma"]);
    let before = world.plan();
    shift(&world, "gamma", 0);
    edit(&world, "beta", |item| item.why = Some("x".to_owned()));
    assert_eq!(world.planned(), ["gamma", "beta"]);
    assert!(world.plan().contains("by = \"soon\"\nwhy = \"x\""), "{}", world.plan());
    world.undo();
    world.undo();
    assert_eq!(world.plan(), before);
}

#[test]
fn what_cannot_be_read_is_never_written_over() {
    for (text, line) in [
        ("schema = 2\n", 1),
        ("schema = 1\n[[item]\n", 2),
        ("schema = 1\nschema = 1\n", 2),
        ("schema = 1\n<<<<<<< mine\n", 2),
        ("schema = 1\nitem = [{ course = \"alpha\" }]\n", 2),
        ("schema = 1\nitem = 3\n", 2),
        ("schema = 1\nitem = [3]\n", 2),
    ] {
        let world = World::with_plan(text);
        match world.apply(Operation::PlanAdd(vec![item("gamma")])) {
            Err(error @ SaveError::Unreadable(_)) => {
                let SaveError::Unreadable(problem) = &error else { unreachable!() };
                assert_eq!(problem.place.line, line, "{text}");
                assert_eq!(error.exit_code(), 3);
            }
            other => panic!("{text}: {other:?}"),
        }
        assert_eq!(world.plan(), text);
        assert!(!world.problems().is_empty());
        world.apply(crate::world::log("e1")).unwrap();
        assert_eq!(world.live(), ["e1"], "hours can be recorded all the same");
    }
}

#[test]
fn a_plan_that_vanished_is_not_begun_anew() {
    let world = World::new();
    add(&world, &["alpha"]);
    std::fs::remove_file(world.path("plan.toml")).unwrap();
    let result = world.apply(Operation::PlanAdd(vec![item("gamma")]));
    assert!(matches!(result, Err(SaveError::PlanMissing { .. })), "{result:?}");
    assert_eq!(world.problems(), [RecordProblemKind::PlanMissing]);
    assert!(!world.path("plan.toml").exists());
    world.write("plan.toml", "schema = 1\n");
    add(&world, &["gamma"]);
    assert_eq!(world.planned(), ["gamma"]);
}

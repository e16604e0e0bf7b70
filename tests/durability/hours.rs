//! The hours record: one file per entry, read with every precaution, never rewritten.

use crate::world::{World, course, entry, id, log, now, void};
use std::fs;
use tuition::domain::hours::Evidence;
use tuition::domain::vocabulary::{Category, Form, Outcome, Unit};
use tuition::domain::{Entry, Operation};
use tuition::store::record::{Conflict, RecordProblemKind, SaveError};

pub fn full() -> Entry {
    Entry {
        title: "“Quotes”, \\ and\ncontrol \u{1b}[31m \u{9b}".to_owned(),
        course: Some(course("alpha")),
        unit: Unit::ClassHour,
        categories: vec![Category::new("professional").unwrap(), Category::new("my-own").unwrap()],
        form: Some(Form::SelfStudy),
        outcome: Outcome::Passed,
        provider: Some("北京".to_owned()),
        url: Some("https://example.org/?a=1".to_owned()),
        evidence: vec![Evidence { sha256: "ab".repeat(32), name: "证书 \"1\".pdf".to_owned() }],
        note: Some("first\nsecond".to_owned()),
        ..entry("full")
    }
}

#[test]
fn an_entry_comes_back_as_it_was() {
    let world = World::new();
    world.apply(Operation::LogAdd(Box::new(full()))).unwrap();
    let record = world.home.load();
    assert_eq!(record.hours.all(), [full()]);
    assert_eq!(record.problems, []);
    let text = world.read("hours/2026/2026-05-20-full.toml");
    assert!(text.starts_with("schema = 1\n"), "{text}");
    assert!(text.contains("\nhours = 1.5\nunit = \"class-hour\"\n"), "{text}");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    assert_eq!(text.lines().count(), 15, "one line per key:\n{text}");
}

#[test]
fn saving_the_same_again_is_no_mistake_and_something_else_is() {
    let world = World::new();
    assert_eq!(world.apply(log("e1")).unwrap().touched, 1);
    let later = Entry { recorded: None, ..entry("e1") };
    assert_eq!(world.apply(Operation::LogAdd(Box::new(later))).unwrap().touched, 0);
    assert_eq!(world.apply(log("x-e1")).unwrap().touched, 1, "an id may end like another");
    assert_eq!(world.apply(log("x-y")).unwrap().touched, 1);
    assert_eq!(world.apply(log("y")).unwrap().touched, 1);
    let before = world.files();
    for other in [
        Entry { title: "Another".to_owned(), ..entry("e1") },
        Entry { date: crate::world::day("2025-01-01"), ..entry("e1") },
    ] {
        let error = world.apply(Operation::LogAdd(Box::new(other))).unwrap_err();
        assert_eq!(error, SaveError::Conflict(Conflict::EntryExists(id("e1"))));
        assert_eq!(error.exit_code(), 4);
    }
    assert_eq!(world.files(), before);
}

#[test]
fn a_correction_counts_once_whoever_comes_second() {
    let world = World::new();
    let fix =
        |new: &str, old: &str| Operation::LogAdd(Box::new(Entry { replaces: Some(id(old)), ..entry(new) }));
    world.apply(log("e1")).unwrap();
    world.apply(fix("e2", "e1")).unwrap();
    assert_eq!(world.live(), ["e2"]);
    let second = world.apply(fix("e3", "e1")).unwrap_err();
    assert_eq!(second, SaveError::Conflict(Conflict::EntryChanged(id("e1"))));
    let unknown = world.apply(fix("e4", "nowhere")).unwrap_err();
    assert_eq!(unknown, SaveError::Conflict(Conflict::EntryUnknown(id("nowhere"))));
    assert_eq!(world.apply(void("v0", "e1")).unwrap_err(), second);
    world.apply(void("v1", "e2")).unwrap();
    assert_eq!(world.apply(void("v2", "e2")).unwrap().touched, 0, "void already");
    assert_eq!(
        world.apply(fix("e5", "e2")).unwrap_err(),
        SaveError::Conflict(Conflict::EntryChanged(id("e2")))
    );
    assert!(world.live().is_empty());
    assert_eq!(fs::read_dir(world.path("hours/2026")).unwrap().count(), 3);
}

#[test]
fn hours_are_never_guessed() {
    let good = "schema = 1\nid = \"e1\"\ndate = 2026-05-20\ntitle = \"T\"\nhours = 8\n";
    for (from, to) in [
        ("hours = 8", ""),
        ("hours = 8", "hours = -8"),
        ("hours = 8", "hours = 0"),
        ("hours = 8", "hours = 1e2"),
        ("hours = 8", "hours = 0x10"),
        ("hours = 8", "hours = nan"),
        ("hours = 8", "hours = 1.005"),
        ("hours = 8", "hours = \"8\""),
        ("hours = 8", "hours = 8\nresult = \"complete\""),
        ("hours = 8", "hours = 8\nunit = \"hours\""),
        ("hours = 8", "hours = 8\nreplaces = \"X X\""),
        ("2026-05-20", "2026-05-20T10:00:00"),
        ("2026-05-20", "1026-05-20"),
        ("id = \"e1\"", "id = \"E1\""),
        ("schema = 1", "schema = 2"),
        ("schema = 1", "schema = \"1\""),
        ("title = \"T\"", "title = \"T\""),
    ] {
        let world = World::new();
        world.write("hours/2026/x.toml", &good.replace(from, to));
        let counted = from == to;
        assert_eq!(world.live().len(), usize::from(counted), "{to}");
        assert_eq!(world.problems().is_empty(), counted, "{to}");
    }
}

#[test]
fn numbers_are_exact_however_they_are_spelt() {
    for (spelt, hundredths) in
        [("8", 800), ("8.0", 800), ("0.1", 10), ("1_0.50", 1050), ("+3", 300), ("9999.99", 999_999)]
    {
        let world = World::new();
        world.write(
            "hours/2026/x.toml",
            &format!("schema = 1\nid = \"e1\"\ndate = \"2026-05-20\"\ntitle = \"T\"\nhours = {spelt}\n"),
        );
        let record = world.home.load();
        assert_eq!(record.hours.all()[0].amount.hundredths(), hundredths, "{spelt} {:?}", record.problems);
    }
}

#[test]
fn every_unreadable_file_is_named_and_none_hides_the_others() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.write("hours/2026/a.toml", "schema = 1\n<<<<<<< mine\n");
    world.write("hours/2026/b.toml", "nonsense");
    world.write("hours/2026/c.sync-conflict-20260101-120000.toml", "schema = 1\n");
    world.write("hours/2026/d.toml~", "schema = 1\n");
    world.write("hours/2026/e (Li's conflicted copy 2026-01-01).toml", "schema = 1\n");
    world.write("hours/2026/f.toml", &"#".repeat(1024 * 1024 + 1));
    fs::create_dir(world.path("hours/2026/g.toml")).unwrap();
    world.write("hours/2026/.hidden.toml", "nonsense");
    world.write("hours/2026/README.md", "nonsense");
    use RecordProblemKind as K;
    let problems = world.problems();
    assert!(
        matches!(
            problems[..],
            [
                K::StrayCopy,
                K::StrayCopy,
                K::StrayCopy,
                K::ConflictMarkers,
                K::NotToml(_),
                K::TooLarge(_),
                K::NotAFile
            ]
        ),
        "{problems:?}"
    );
    assert_eq!(world.live(), ["e1"]);
}

#[test]
fn links_that_lead_nowhere_and_double_ids_are_named() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(log("e2")).unwrap();
    let text = world.read("hours/2026/2026-05-20-e1.toml");
    world.write("hours/2026/copy.toml", &text);
    assert_eq!(world.problems(), [], "an equal copy is dropped silently");
    world.write("hours/2026/copy.toml", &text.replace("1.5", "2.5"));
    world.write("hours/2026/r1.toml", &(text.replace("\"e1\"", "\"r1\"") + "replaces = \"e2\"\n"));
    world.write("hours/2026/r2.toml", &(text.replace("\"e1\"", "\"r2\"") + "replaces = \"e2\"\n"));
    world.write("hours/2026/r3.toml", &(text.replace("\"e1\"", "\"r3\"") + "replaces = \"gone\"\n"));
    use RecordProblemKind as K;
    let problems = world.problems();
    assert!(
        matches!(
            &problems[..],
            [K::SameId { .. }, K::ReplacedTwice { .. }, K::UnknownEntry { key: "replaces", .. }]
        ),
        "{problems:?}"
    );
}

#[test]
fn a_lost_file_is_noticed_and_a_step_cut_short_is_not_a_loss() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(log("e2")).unwrap();
    fs::remove_file(world.path("hours/2026/2026-05-20-e1.toml")).unwrap();
    assert_eq!(world.problems(), [RecordProblemKind::EntriesMissing(vec![id("e1")])]);
    fs::remove_dir_all(world.path("hours")).unwrap();
    assert_eq!(world.problems(), [RecordProblemKind::EntriesMissing(vec![id("e1"), id("e2")])]);
    // A kill between journal and file leaves a journal whose last line is `do`.
    let world = World::new();
    world.apply(log("e1")).unwrap();
    let journal = fs::read_to_string(world.journal()).unwrap();
    world.write(world.journal().to_str().unwrap(), &format!("{}\n", journal.lines().next().unwrap()));
    fs::remove_file(world.path("hours/2026/2026-05-20-e1.toml")).unwrap();
    assert_eq!(world.problems(), []);
    world.apply(log("e2")).unwrap();
    assert_eq!(world.problems(), []);
    assert!(fs::read_to_string(world.journal()).unwrap().contains("\"cancel\""));
    assert_eq!(world.undo(), Some(log("e2")));
    assert_eq!(world.undo(), None, "what never happened cannot be taken back");
}

#[test]
fn looking_creates_nothing() {
    let world = World::new();
    world.home.load();
    world.home.stamp();
    assert_eq!(world.home.undo(now()), Ok(None));
    assert_eq!(world.home.redo(now()), Ok(None));
    assert!(!world.home.dir().exists());
}

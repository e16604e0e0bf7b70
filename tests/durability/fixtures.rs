//! Data directories of every schema load for ever: one as people write it, one as the program did.
//! Never change a file under `fixtures/data/v1`; a change of the format gets a `v2` beside it.

use crate::world::{World, gather};
use std::collections::BTreeMap;
use std::path::Path;
use tuition::domain::vocabulary::{Outcome, Unit};
use tuition::domain::{Amount, Operation};
use tuition::store::paths::host;

/// A copy of a fixture, so that it can be written to. Its journal becomes this machine's.
fn open(name: &str) -> World {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/data").join(name);
    let mut files = BTreeMap::new();
    gather(&fixture, &mut files);
    assert!(!files.is_empty(), "{}", fixture.display());
    let world = World::new();
    for (path, bytes) in files {
        let name = path.strip_prefix(&fixture).unwrap().to_str().unwrap();
        let name = name.replace("journal/desk-", &format!("journal/{}-", host()));
        world.write(&name, std::str::from_utf8(&bytes).unwrap());
    }
    world
}

#[test]
fn what_people_write_by_hand() {
    let world = open("v1/by-hand");
    let record = world.home.load();
    assert_eq!(record.problems, []);
    assert_eq!(world.planned(), ["engineering-ethics", "digital-economy", "welding-basics"]);
    let [ethics, digital, welding] = &record.plan.items[..] else { unreachable!() };
    assert_eq!(ethics.by.map(|date| date.to_string()).as_deref(), Some("2026-12-01"));
    assert_eq!(digital.by.map(|date| date.to_string()).as_deref(), Some("2026-10-15"));
    assert_eq!(digital.note.as_deref(), Some("Bring the slides.\nAsk for the certificate."));
    assert_eq!((welding.title.as_str(), welding.withdrawn.is_some()), ("welding-basics", true));
    assert_eq!(world.live(), ["ethics-2026"]);
    let [conference, ethics] = record.hours.all() else { panic!("{:?}", record.hours) };
    assert_eq!(conference.amount, Amount::parse("12.5").unwrap());
    assert_eq!((conference.unit, conference.outcome), (Unit::Hour, Outcome::Completed));
    assert_eq!((ethics.unit, ethics.outcome), (Unit::Pdh, Outcome::Passed));
    assert_eq!(ethics.amount, Amount::whole(2));
    assert_eq!((ethics.categories.len(), ethics.evidence.len()), (2, 1));
}

#[test]
fn what_the_program_wrote() {
    let world = open("v1/by-program");
    let record = world.home.load();
    assert_eq!(record.problems, []);
    assert_eq!(world.planned(), ["gamma", "alpha"]);
    assert_eq!(record.plan.items[1].why.as_deref(), Some("a \"need\"\nof two lines"));
    assert_eq!(world.live(), ["e2"]);
    assert_eq!(record.hours.all().len(), 3);
    assert_eq!(record.hours.voidings().len(), 1);
    let before = world.files();
    let mut steps = 0;
    while world.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 8, "its journal can still be taken back");
    assert!(world.live().is_empty() && world.planned().is_empty());
    while let Some(operation) = world.redo() {
        assert!(!matches!(operation, Operation::PlanAdd(items) if items.is_empty()));
    }
    assert_eq!(world.files(), before);
}

#[test]
#[ignore = "writes the fixture anew; only for a new schema"]
fn write_the_fixture() {
    use crate::world::{course, day, entry, id, item, log, void};
    use tuition::domain::{Entry, PlanItem};
    let world = World::new();
    for operation in [
        Operation::PlanAdd(vec![item("alpha"), item("beta"), item("gamma")]),
        log("e1"),
        Operation::PlanEdit(PlanItem {
            why: Some("a \"need\"\nof two lines".to_owned()),
            by: Some(day("2026-09-01")),
            ..item("alpha")
        }),
        Operation::PlanMove { course: course("gamma"), to: 0 },
        Operation::LogAdd(Box::new(Entry { replaces: Some(id("e1")), ..crate::hours::full() })),
        void("v1", "full"),
        Operation::PlanRemove(vec![course("beta")]),
    ] {
        world.apply(operation).unwrap();
    }
    world.apply(Operation::LogAdd(Box::new(entry("e2")))).unwrap();
    println!(
        "copy {} to tests/fixtures/data, without its lock and with a journal named desk-",
        world.home.dir().display()
    );
    std::mem::forget(world);
}

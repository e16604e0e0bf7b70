//! Undo and redo: exact where nobody interfered, careful where somebody did.

use crate::world::{World, course, day, entry, id, item, log, now, void};
use std::fs;
use tuition::domain::profile::{Fact, PersonalDate, Since, TotalOverride};
use tuition::domain::{Amount, Entry, Following, Operation, PlanItem, RuleId, SavedView, ViewName};
use tuition::store::record::{Conflict, RecordProblemKind, SaveError};

fn several() -> Vec<Operation> {
    vec![
        Operation::PlanAdd(vec![item("alpha"), item("beta"), item("gamma")]),
        log("e1"),
        Operation::PlanEdit(PlanItem {
            why: Some("need".to_owned()),
            by: Some(day("2026-09-01")),
            ..item("beta")
        }),
        Operation::PlanMove { course: course("gamma"), to: 0 },
        Operation::LogAdd(Box::new(Entry { replaces: Some(id("e1")), ..entry("e2") })),
        void("v1", "e2"),
        Operation::PlanRemove(vec![course("gamma"), course("alpha")]),
        Operation::ProfileEdit(vec![
            Fact::Name(Some("Chen \"Xi\"".to_owned())),
            Fact::Licence(Some("PE\n1".to_owned())),
            date("licensed", PersonalDate::On(day("2024-02-29"))),
            date("renewal", counted("licensed", -12)),
        ]),
        Operation::Follow(Following::new(rule("ncees"))),
        Operation::Follow(Following {
            since: Some(Since::Named("renewal".to_owned())),
            licence: Some("TX \\ 1".to_owned()),
            totals: vec![
                TotalOverride { period: None, hours: Amount::whole(9) },
                TotalOverride { period: Some(day("2026-01-01")), hours: Amount::parse("7.25").unwrap() },
            ],
            ..Following::new(rule("us-tx-pe"))
        }),
        Operation::Follow(Following {
            since: Some(Since::On(day("2025-10-01"))),
            totals: vec![TotalOverride { period: None, hours: Amount::whole(8) }],
            ..Following::new(rule("us-tx-pe"))
        }),
        Operation::Unfollow(rule("ncees")),
        Operation::ProfileEdit(vec![Fact::Name(None), Fact::Date("renewal".to_owned(), None)]),
        view("short", "hours:<=8"),
        view("达标", "fills:ncees \"two words\" \\ |"),
        view("short", "hours:<=4"),
        Operation::ViewRemove(ViewName::new("达标").unwrap()),
    ]
}

fn view(name: &str, query: &str) -> Operation {
    Operation::ViewSave(SavedView { name: ViewName::new(name).unwrap(), query: query.to_owned() })
}

fn rule(id: &str) -> RuleId {
    RuleId::new(id).unwrap()
}

fn date(name: &str, date: PersonalDate) -> Fact {
    Fact::Date(name.to_owned(), Some(date))
}

fn counted(from: &str, months: i16) -> PersonalDate {
    PersonalDate::After { date: from.to_owned(), months, end_of_month: months < 0 }
}

#[test]
fn all_the_way_back_and_forth_leaves_every_file_as_it_was() {
    let world = World::with_plan("# mine\r\nschema = 1\r\n\r\n[[item]] # x\r\ncourse = \"own\"");
    world.write("profile.toml", "# me\r\nschema = 1\r\n[[follow]] # x\r\nrule = \"own\"");
    world.write("views.toml", "# views\r\nschema = 1\r\n[[view]] # x\r\nname = 'own'\r\nquery = 'x'");
    let mut states = vec![world.files()];
    for operation in several() {
        assert!(world.apply(operation).unwrap().touched > 0);
        states.push(world.files());
    }
    for _ in 0..2 {
        for (operation, state) in several().into_iter().zip(&states).rev() {
            assert_eq!(world.undo().as_ref().map(kind), Some(kind(&operation)));
            assert_eq!(&world.files(), state);
        }
        assert_eq!(world.undo(), None);
        for (operation, state) in several().into_iter().zip(states.iter().skip(1)) {
            assert_eq!(world.redo(), Some(operation));
            assert_eq!(&world.files(), state);
        }
        assert_eq!(world.redo(), None);
    }
    assert_eq!(world.problems(), []);
}

fn kind(operation: &Operation) -> std::mem::Discriminant<Operation> {
    std::mem::discriminant(operation)
}

#[test]
fn three_back_and_three_forth_are_byte_identical() {
    let world = World::new();
    for operation in several() {
        world.apply(operation).unwrap();
    }
    let before = world.files();
    for _ in 0..3 {
        world.undo().unwrap();
    }
    assert_ne!(world.files(), before);
    for _ in 0..3 {
        world.redo().unwrap();
    }
    assert_eq!(world.files(), before);
}

#[test]
fn a_new_step_ends_what_could_be_done_again() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.undo().unwrap();
    world.apply(log("e2")).unwrap();
    assert_eq!(world.redo(), None);
    assert_eq!(world.undo(), Some(log("e2")));
    assert_eq!(world.undo(), None);
}

#[test]
fn a_plan_edited_by_hand_since_is_taken_back_item_by_item() {
    let world = World::with_plan("schema = 1\n\n# mine\n[[item]]\ncourse = \"own\"\n");
    world.apply(Operation::PlanAdd(vec![item("alpha"), item("beta")])).unwrap();
    let by_hand = format!("# a new header\n{}# a new end\n", world.plan().replace("# mine", "# my own"));
    world.write("plan.toml", &by_hand);
    world.undo().unwrap();
    assert_eq!(
        world.plan(),
        "# a new header\nschema = 1\n\n# my own\n[[item]]\ncourse = \"own\"\n\n# a new end\n"
    );
    world.redo().unwrap();
    assert_eq!(world.planned(), ["own", "alpha", "beta"]);
    assert_eq!(world.plan(), by_hand);

    world.apply(Operation::PlanRemove(vec![course("own"), course("beta")])).unwrap();
    world.write("plan.toml", &world.plan().replace("# a new end", "# another end"));
    world.undo().unwrap();
    assert_eq!(world.planned(), ["own", "alpha", "beta"]);
    assert!(
        world.plan().contains("# my own\n[[item]]\ncourse = \"own\""),
        "the comment came back:\n{}",
        world.plan()
    );
    world.apply(Operation::PlanMove { course: course("beta"), to: 0 }).unwrap();
    world.write("plan.toml", &world.plan().replace("# another end", "# the end"));
    world.undo().unwrap();
    assert_eq!(world.planned(), ["own", "alpha", "beta"]);
}

#[test]
fn what_somebody_changed_since_is_not_touched() {
    let world = World::new();
    world.apply(Operation::PlanAdd(vec![item("alpha")])).unwrap();
    let edited = world.plan().replace("Course alpha", "My alpha");
    world.write("plan.toml", &edited);
    let error = world.home.undo(now()).unwrap_err();
    assert_eq!(error, SaveError::Conflict(Conflict::ItemChanged(course("alpha"))));
    assert_eq!(world.plan(), edited);

    let world = World::new();
    world.apply(log("e1")).unwrap();
    let file = "hours/2026/2026-05-20-e1.toml";
    world.write(file, &format!("{}# remembered better\n", world.read(file)));
    let before = world.files();
    let error = world.home.undo(now()).unwrap_err();
    assert_eq!(
        error,
        SaveError::Conflict(Conflict::FileChanged(fs::canonicalize(world.path(file)).unwrap()))
    );
    assert_eq!(world.files(), before);
}

#[test]
fn what_is_gone_already_is_passed_over_and_said() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(log("e2")).unwrap();
    fs::remove_file(world.path("hours/2026/2026-05-20-e2.toml")).unwrap();
    let stepped = world.home.undo(now()).unwrap().unwrap();
    assert_eq!((stepped.operation, stepped.skipped), (log("e1"), vec![log("e2")]));
    assert_eq!(world.redo(), Some(log("e1")));
    assert_eq!(world.redo(), None, "nobody asked for e2 to come back");
    assert_eq!(world.problems(), [RecordProblemKind::EntriesMissing(vec![id("e2")])]);
}

#[test]
fn what_another_machine_corrected_does_not_come_back_twice() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(Operation::LogAdd(Box::new(Entry { replaces: Some(id("e1")), ..entry("e2") }))).unwrap();
    let ours = world.read("hours/2026/2026-05-20-e2.toml");
    world.undo().unwrap();
    world.write("hours/2026/2026-05-20-e3.toml", &ours.replace("\"e2\"", "\"e3\""));
    let error = world.home.redo(now()).unwrap_err();
    assert_eq!(error, SaveError::Conflict(Conflict::EntryChanged(id("e1"))));
    assert_eq!(world.live(), ["e3"]);
}

#[test]
fn the_turn_of_the_year_and_a_clock_set_back_change_nothing() {
    let world = World::new();
    let at = |text: &str| text.parse().unwrap();
    world.home.apply(log("e1"), at("2026-12-31T23:59:59Z")).unwrap();
    world.home.apply(log("e2"), at("2027-01-01T00:00:01Z")).unwrap();
    world.home.apply(log("e3"), at("2026-12-31T23:59:59Z")).unwrap();
    assert_eq!(fs::read_dir(world.path("journal")).unwrap().count(), 2);
    for expected in ["e3", "e2", "e1"] {
        assert_eq!(world.undo(), Some(log(expected)));
    }
    assert_eq!(world.redo(), Some(log("e1")));
    assert_eq!(world.problems(), []);
}

#[test]
fn a_damaged_journal_is_said_and_does_not_stop_anything() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(log("e2")).unwrap();
    let path = world.journal();
    let name = path.to_str().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let torn = format!("{text}0123456789abcdef {{\"v\":1,\"id\":\"x");
    world.write(name, &torn);
    assert_eq!(world.problems(), [RecordProblemKind::JournalDamaged { lines: 1 }]);
    assert_eq!(world.undo(), Some(log("e2")), "half a line at the end is cut off");
    assert_eq!(world.problems(), []);
    world.redo().unwrap();
    world.write(name, text.replacen("Entry e1", "Entry e9", 1).trim_end());
    assert_eq!(world.problems(), [RecordProblemKind::JournalDamaged { lines: 1 }]);
    world.apply(log("e3")).unwrap();
    assert_eq!(world.undo(), Some(log("e3")));
    assert_eq!(world.problems(), [RecordProblemKind::JournalDamaged { lines: 1 }]);
}

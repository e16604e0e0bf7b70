//! An edit of `profile.toml` changes its own lines and no other byte, and is taken back as exactly.

use crate::world::{World, day};
use tuition::domain::profile::{Fact, PersonalDate, Since, TotalOverride};
use tuition::domain::{Amount, Following, Operation, RuleId};
use tuition::store::record::{Conflict, RecordProblemKind, SaveError};

const HAND_WRITTEN: &str = r#"# Mine.
schema = 1
name = "Chen Xi"   # as on the card
colour = "blue"

# days that count
[dates]
birthday =  1984-02-29 # a leap year
licensed = "2024-03-01"

# Texas first
[[follow]]
rule = "us-tx-pe"   # the old licence
since = "licensed"
colour = 'red'

[[follow.total]]
period = 2026-01-01 # part-time
hours = 60

# --- later ---

[[follow]]
rule = "ncees"

# the end
"#;

fn rule(id: &str) -> RuleId {
    RuleId::new(id).unwrap()
}

fn world(text: &str) -> World {
    let world = World::new();
    world.write("profile.toml", text);
    world
}

fn text(world: &World) -> String {
    world.read("profile.toml")
}

fn known(world: &World, id: &str) -> Following {
    world.home.load().profile.following(&rule(id)).unwrap().clone()
}

fn state(world: &World, facts: Vec<Fact>) {
    world.apply(Operation::ProfileEdit(facts)).unwrap();
}

fn date(name: &str, text: &str) -> Fact {
    Fact::Date(name.to_owned(), Some(PersonalDate::On(day(text))))
}

fn after(name: &str, of: &str, months: i16) -> Fact {
    let date = PersonalDate::After { date: of.to_owned(), months, end_of_month: true };
    Fact::Date(name.to_owned(), Some(date))
}

#[test]
fn what_is_stated_first_makes_a_file_that_opens_with_its_schema() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    let total = TotalOverride { period: Some(day("2026-01-01")), hours: Amount::whole(60) };
    let following = Following {
        since: Some(Since::On(day("2025-10-01"))),
        licence: Some("TX 98765".to_owned()),
        totals: vec![total],
        ..Following::new(rule("us-tx-pe"))
    };
    world.apply(Operation::Follow(following.clone())).unwrap();
    let facts = vec![
        Fact::Name(Some("Chen Xi".to_owned())),
        date("licensed", "2024-03-01"),
        after("renewal", "licensed", 12),
    ];
    state(&world, facts);
    assert_eq!(
        text(&world),
        "schema = 1\nname = \"Chen Xi\"\n\n[dates]\nlicensed = 2024-03-01\n\
         renewal = { after = \"licensed\", months = 12, end_of_month = true }\n\n\
         [[follow]]\nrule = \"us-tx-pe\"\nsince = 2025-10-01\nlicence = \"TX 98765\"\n\n\
         [[follow.total]]\nperiod = 2026-01-01\nhours = 60\n"
    );
    let mode = std::fs::metadata(world.path("profile.toml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let profile = world.home.load().profile;
    assert_eq!(profile.following, [following]);
    assert_eq!(profile.date("renewal"), Ok(day("2025-03-31")));
    assert_eq!(world.problems(), []);
}

#[test]
fn editing_changes_one_value_and_keeps_every_other_byte() {
    let world = world(HAND_WRITTEN);
    assert_eq!(world.problems().len(), 2, "two keys that mean nothing");
    let mut expected = HAND_WRITTEN.to_owned();
    let mut edit = |operation: Operation, old: &str, new: &str| {
        assert_eq!(world.apply(operation).unwrap().touched, 1);
        assert!(expected.contains(old));
        expected = expected.replacen(old, new, 1);
        assert_eq!(text(&world), expected);
    };
    let facts = |fact| Operation::ProfileEdit(vec![fact]);
    edit(facts(Fact::Name(Some("陈曦".to_owned()))), "\"Chen Xi\"", "\"陈曦\"");
    edit(facts(Fact::Licence(Some("PE 1".to_owned()))), "\"blue\"\n", "\"blue\"\nlicence = \"PE 1\"\n");
    edit(facts(date("birthday", "1984-03-01")), "1984-02-29", "1984-03-01");
    edit(
        facts(after("renewal", "licensed", 12)),
        "\"2024-03-01\"\n",
        "\"2024-03-01\"\nrenewal = { after = \"licensed\", months = 12, end_of_month = true }\n",
    );
    edit(facts(Fact::Name(None)), "name = \"陈曦\"   # as on the card\n", "");
    let texas = Following { licence: Some("TX".to_owned()), ..known(&world, "us-tx-pe") };
    edit(Operation::Follow(texas), "'red'\n", "'red'\nlicence = \"TX\"\n");
    let mut texas = known(&world, "us-tx-pe");
    texas.totals[0].hours = Amount::parse("7.5").unwrap();
    edit(Operation::Follow(texas), "hours = 60", "hours = 7.5");
    let mut texas = known(&world, "us-tx-pe");
    texas.totals.push(TotalOverride { period: Some(day("2027-01-01")), hours: Amount::whole(9) });
    edit(
        Operation::Follow(texas),
        "hours = 7.5\n",
        "hours = 7.5\n\n[[follow.total]]\nperiod = 2027-01-01\nhours = 9\n",
    );
    let texas = Following { since: None, ..known(&world, "us-tx-pe") };
    edit(Operation::Follow(texas), "since = \"licensed\"\n", "");
    edit(
        Operation::Follow(Following::new(rule("hkie"))),
        "rule = \"ncees\"\n",
        "rule = \"ncees\"\n\n[[follow]]\nrule = \"hkie\"\n",
    );
    for _ in 0..10 {
        world.undo().unwrap();
    }
    assert!(world.undo().is_none());
    assert_eq!(text(&world), HAND_WRITTEN);
    while world.redo().is_some() {}
    assert_eq!(text(&world), expected);
}

#[test]
fn unfollowing_takes_the_block_with_its_totals_and_comment() {
    let world = world(HAND_WRITTEN);
    world.apply(Operation::Unfollow(rule("us-tx-pe"))).unwrap();
    let left = text(&world);
    assert!(left.contains("# --- later ---") && left.contains("# the end") && left.contains("\"ncees\""));
    assert!(!left.contains("Texas") && !left.contains("total"), "{left}");
    assert_eq!(world.undo(), Some(Operation::Unfollow(rule("us-tx-pe"))));
    assert_eq!(text(&world), HAND_WRITTEN);
}

#[test]
fn line_endings_mark_and_missing_last_newline_survive() {
    let odd = format!("\u{FEFF}{}", HAND_WRITTEN.trim_end().replace('\n', "\r\n"));
    let world = world(&odd);
    state(&world, vec![date("renewal", "2026-05-20"), Fact::Licence(Some("PE".to_owned()))]);
    let total = TotalOverride { period: None, hours: Amount::whole(1) };
    world.apply(Operation::Follow(Following { totals: vec![total], ..known(&world, "ncees") })).unwrap();
    let now = text(&world);
    assert!(now.starts_with('\u{FEFF}') && !now.ends_with('\n'), "{now:?}");
    assert_eq!(now.matches('\n').count(), now.matches("\r\n").count(), "{now:?}");
    world.undo();
    world.undo();
    assert_eq!(text(&world), odd);
}

#[test]
fn odd_files_take_their_first_date_and_name() {
    for (before, after) in [
        ("schema = 1", "schema = 1\nname = \"X\"\n\n[dates]\na = 2026-05-20"),
        ("# mine\n", "# mine\nname = \"X\"\n\n[dates]\na = 2026-05-20\n"),
        (
            "schema = 1\n[[follow]]\nrule = \"x\"\n",
            "schema = 1\nname = \"X\"\n\n[dates]\na = 2026-05-20\n\n[[follow]]\nrule = \"x\"\n",
        ),
        (
            "[[follow]]\nrule = \"x\"\n",
            "name = \"X\"\n\n[dates]\na = 2026-05-20\n\n[[follow]]\nrule = \"x\"\n",
        ),
        ("schema = 1\n\n[dates]\n", "schema = 1\nname = \"X\"\n\n[dates]\na = 2026-05-20\n"),
    ] {
        let world = world(before);
        state(&world, vec![Fact::Name(Some("X".to_owned())), date("a", "2026-05-20")]);
        assert_eq!(text(&world), after);
        world.undo().unwrap();
        assert_eq!(text(&world), before);
    }
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let world = world(HAND_WRITTEN);
    for operation in [
        Operation::Follow(known(&world, "us-tx-pe")),
        Operation::Unfollow(rule("nowhere")),
        Operation::ProfileEdit(vec![
            Fact::Name(Some("Chen Xi".to_owned())),
            Fact::Licence(None),
            Fact::Date("nowhere".to_owned(), None),
        ]),
        Operation::ProfileEdit(Vec::new()),
    ] {
        assert_eq!(world.apply(operation).unwrap().touched, 0);
    }
    assert_eq!(text(&world), HAND_WRITTEN);
    assert!(!world.path("journal").exists());
}

#[test]
fn undo_leaves_what_was_edited_by_hand() {
    let world = world(HAND_WRITTEN);
    let facts = vec![Fact::Name(Some("Li".to_owned())), date("renewal", "2026-05-20")];
    state(&world, facts.clone());
    let by_hand = text(&world).replace("1984-02-29", "1984-02-28");
    world.write("profile.toml", &by_hand);
    assert_eq!(world.undo(), Some(Operation::ProfileEdit(facts)));
    assert_eq!(text(&world), HAND_WRITTEN.replace("1984-02-29", "1984-02-28"));
    world.redo().unwrap();
    assert_eq!(text(&world), by_hand);
    world.write("profile.toml", &by_hand.replace("\"Li\"", "\"Lo\""));
    let refused = world.home.undo(crate::world::now());
    assert!(matches!(refused, Err(SaveError::Conflict(Conflict::PieceChanged(_)))), "{refused:?}");
    assert!(text(&world).contains("\"Lo\"") && text(&world).contains("renewal = 2026-05-20"));
}

#[test]
fn a_block_that_was_edited_by_hand_is_not_taken_back() {
    let world = world(HAND_WRITTEN);
    let texas = Following { licence: Some("TX".to_owned()), ..known(&world, "us-tx-pe") };
    world.apply(Operation::Follow(texas)).unwrap();
    let journaled = text(&world);
    world.write("profile.toml", &journaled.replace("\"ncees\"", "\"hkie\""));
    world.undo().unwrap();
    assert_eq!(text(&world), HAND_WRITTEN.replace("\"ncees\"", "\"hkie\""));
    world.redo().unwrap();
    world.write("profile.toml", &text(&world).replace("hours = 60", "hours = 61"));
    let refused = world.home.undo(crate::world::now());
    assert!(matches!(refused, Err(SaveError::Conflict(Conflict::PieceChanged(_)))), "{refused:?}");
}

#[test]
fn what_cannot_be_read_is_never_written_over() {
    for (bad, line) in [
        ("schema = 2\nname = \"Chen\"\n", 1),
        ("schema = 1\n[[follow]\n", 2),
        ("schema = 1\nname = \"a\"\nname = \"b\"\n", 3),
        ("schema = 1\n<<<<<<< mine\n", 2),
        ("schema = 1\n[dates]\nbirthday = 1983-02-29\n", 3),
        ("schema = 1\nfollow = [{ rule = \"a\" }]\n", 2),
        ("schema = 1\nfollow = 3\n", 2),
        ("schema = 1\ndates = { a = 2026-01-01 }\n", 2),
        ("schema = 1\ndates.a = 2026-01-01\n", 2),
        ("schema = 1\n[dates.a]\nafter = \"a\"\nmonths = 1\n", 2),
    ] {
        let world = world(bad);
        for operation in
            [Operation::Follow(Following::new(rule("x"))), Operation::ProfileEdit(vec![Fact::Name(None)])]
        {
            match world.apply(operation) {
                Err(error @ SaveError::Unreadable(_)) => {
                    let SaveError::Unreadable(problem) = &error else { unreachable!() };
                    assert_eq!((problem.place.line, error.exit_code()), (line, 3), "{bad}");
                }
                other => panic!("{bad}: {other:?}"),
            }
        }
        assert_eq!(text(&world), bad);
        assert!(!world.problems().is_empty());
        world.apply(crate::world::log("e1")).unwrap();
        assert_eq!(world.live(), ["e1"], "hours can be recorded all the same");
    }
    let newer = world("schema = 2\nname = \"Chen\"\nnewer = true\n").home.load();
    assert_eq!(newer.profile.name.as_deref(), Some("Chen"), "what is understood is shown");
    assert_eq!(newer.problems.len(), 1);
}

#[test]
fn a_profile_that_vanished_is_not_begun_anew() {
    let world = World::new();
    state(&world, vec![Fact::Name(Some("Chen Xi".to_owned()))]);
    std::fs::remove_file(world.path("profile.toml")).unwrap();
    let result = world.apply(Operation::Follow(Following::new(rule("x"))));
    assert!(matches!(result, Err(SaveError::ProfileMissing { .. })), "{result:?}");
    assert_eq!(world.problems(), [RecordProblemKind::ProfileMissing]);
    world.write("profile.toml", "schema = 1\n");
    world.apply(Operation::Follow(Following::new(rule("x")))).unwrap();
    assert_eq!(world.problems(), []);
}

#[test]
fn a_change_by_another_hand_is_noticed() {
    let world = world("schema = 1\n");
    let before = world.home.stamp();
    assert_eq!(before, world.home.load().stamp);
    world.write("profile.toml", "schema = 1\nname = \"X\"\n");
    assert_ne!(before, world.home.stamp());
}

#[test]
fn mistakes_are_named_with_their_place_and_the_rest_is_used() {
    let world = world(
        "schema = 1\nnmae = \"X\"\nlicence = 3\n[dates]\nbirthday = \"1983-02-29\"\nBirth = 2000-01-01\n\
         a = { after = \"b\", months = 1 }\nb = { after = \"a\", months = 1 }\n\
         renewal = { after = \"lisenced\", months = 12 }\nlicensed = 2024-03-01\n\
         far = { after = \"licensed\", months = 1200, end = true }\nfarther = { after = \"far\", months = 1200 }\n\
         wrong = { after = \"licensed\", months = 1.5 }\nmany = { after = \"licensed\", months = 1201 }\n\
         old = \"1800-01-01\"\nnumber = 3\nchild = { after = \"birthday\", months = 1 }\n\
         [[follow]]\nrule = \"us-tx-pe\"\nsince = \"licenced\"\n[[follow]]\nrule = \"us-tx-pe\"\n\
         [[follow]]\nrule = \"ncees\"\nsince = \"2026-02-30\"\ntotal = [{ hours = -1 }, { period = 2026-01-01, hours = 2 }]\n\
         [[follow]]\nsince = 2026-01-01\n[[follow]]\nrule = \"hkie\"\n[[follow.total]]\nhours = 1\n\
         [[follow.total]]\nhours = 2\n[[follow.total]]\nperiod = \"x\"\nhours = 3\n",
    );
    let record = world.home.load();
    let found: Vec<String> = record
        .problems
        .iter()
        .map(|problem| {
            let kind = format!("{:?}", problem.kind);
            let kind = kind.split([' ', '(', '{']).next().unwrap().to_owned();
            format!("{}:{} {kind}", problem.place.line, problem.place.column)
        })
        .collect();
    assert_eq!(
        found,
        [
            "2:1 UnknownKey",
            "3:11 WrongType",
            "5:12 PersonalDate",
            "6:1 DateName",
            "7:5 DateCircle",
            "9:21 UnknownDate",
            "11:44 UnknownKey",
            "12:11 DateTooFar",
            "13:40 WrongType",
            "14:39 Months",
            "15:7 PersonalDate",
            "16:10 NotADay",
            "20:9 UnknownDate",
            "22:8 FollowedTwice",
            "25:9 Date",
            "26:20 Amount",
            "27:1 MissingKey",
            "33:1 TotalTwice",
            "36:10 Date",
        ]
    );
    let followed: Vec<_> = record.profile.following.iter().map(|known| known.rule.as_str()).collect();
    assert_eq!(followed, ["us-tx-pe", "ncees", "hkie"]);
    let totals: Vec<_> = record.profile.following.iter().map(|known| known.totals.len()).collect();
    assert_eq!(totals, [0, 1, 1], "a total whose period cannot be read holds for none");
    assert_eq!(record.profile.date("licensed"), Ok(day("2024-03-01")));
}

#[test]
fn a_rule_that_is_followed_twice_is_left_to_its_owner() {
    let twice = "schema = 1\n[[follow]]\nrule = \"a\"\n\n[[follow]]\nrule = \"a\"\n";
    let world = world(twice);
    let result = world.apply(Operation::Unfollow(rule("a")));
    assert!(matches!(result, Err(SaveError::Unreadable(_))), "{result:?}");
    let other = Operation::Follow(Following::new(rule("b")));
    assert_eq!(world.apply(other).unwrap().touched, 1, "what is not in doubt can be changed");
    assert_eq!(text(&world).matches("rule = \"a\"").count(), 2);
}

#[test]
fn a_block_with_another_table_inside_is_not_taken_apart() {
    let mixed = "schema = 1\n[[follow]]\nrule = \"a\"\n[other]\nkey = 1\n[[follow.total]]\nhours = 3\n";
    let world = world(mixed);
    let result = world.apply(Operation::Unfollow(rule("a")));
    assert!(matches!(result, Err(SaveError::Garbled { .. })), "{result:?}");
    assert_eq!(text(&world), mixed);
}

#[test]
fn a_step_that_was_cut_short_is_settled_by_looking_at_the_file() {
    for happened in [true, false] {
        let world = world(HAND_WRITTEN);
        world.apply(Operation::Unfollow(rule("ncees"))).unwrap();
        let journal = world.journal();
        let lines = std::fs::read_to_string(&journal).unwrap();
        let first = lines.split_inclusive('\n').next().unwrap();
        world.write(&format!("journal/{}", journal.file_name().unwrap().to_str().unwrap()), first);
        if !happened {
            world.write("profile.toml", HAND_WRITTEN);
        }
        world.apply(crate::world::log("e1")).unwrap();
        assert_eq!(world.undo(), Some(crate::world::log("e1")));
        assert_eq!(world.undo(), happened.then(|| Operation::Unfollow(rule("ncees"))));
        assert_eq!(text(&world), HAND_WRITTEN);
    }
}

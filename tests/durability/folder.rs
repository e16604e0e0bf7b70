//! The data directory itself: rights, links, the lock, leftovers, and what a second copy sees.

use crate::world::{World, item, log, now};
use crate::writer::{LIMIT, command};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::time::Duration;
use tuition::domain::Operation;
use tuition::store::cause::Cause;
use tuition::store::lock::Lock;
use tuition::store::record::{Home, RecordProblemKind, SaveError, new_entry_id};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn nobody_else_may_read() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(Operation::PlanAdd(vec![item("alpha")])).unwrap();
    for folder in ["", "hours", "hours/2026", "journal"] {
        assert_eq!(mode(&world.path(folder)), 0o700, "{folder:?}");
    }
    for file in ["plan.toml", "hours/2026/2026-05-20-e1.toml", ".lock"] {
        assert_eq!(mode(&world.path(file)), 0o600, "{file}");
    }
    assert_eq!(mode(&world.journal()), 0o600);
}

#[test]
fn linked_folders_and_plans_are_followed() {
    let world = World::new();
    fs::create_dir(world.root().join("elsewhere")).unwrap();
    symlink("elsewhere", world.home.dir()).unwrap();
    fs::create_dir(world.root().join("git")).unwrap();
    symlink("../git/plan.toml", world.root().join("elsewhere/plan.toml")).unwrap();
    fs::copy("Cargo.toml", world.root().join("git/plan.toml")).unwrap();
    world.write("plan.toml", "schema = 1\n");
    world.apply(log("e1")).unwrap();
    world.apply(Operation::PlanAdd(vec![item("alpha")])).unwrap();
    assert!(fs::symlink_metadata(world.path("plan.toml")).unwrap().is_symlink());
    assert!(fs::read_to_string(world.root().join("git/plan.toml")).unwrap().contains("alpha"));
    assert!(world.root().join("elsewhere/hours/2026/2026-05-20-e1.toml").exists());
}

/// A link inside the folder leads wherever somebody says, and what is written would follow it.
#[test]
fn nothing_is_written_through_a_link_inside_the_folder() {
    for name in ["hours", "journal", "evidence", "hours/2026"] {
        let world = World::new();
        let elsewhere = world.root().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        fs::create_dir_all(world.path(name).parent().unwrap()).unwrap();
        symlink(&elsewhere, world.path(name)).unwrap();
        let result = if name == "evidence" {
            world.home.keep_evidence("Cargo.toml".as_ref(), now()).map(drop)
        } else {
            world.home.apply(log("e1"), now()).map(drop)
        };
        let error = result.unwrap_err();
        match &error {
            SaveError::Unreadable(problem) => {
                assert_eq!(problem.kind, RecordProblemKind::FolderLink, "{name}");
            }
            other => panic!("{name}: {other:?}"),
        }
        assert_eq!(error.exit_code(), 3);
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0, "{name}");
    }
}

#[test]
fn a_writer_that_does_not_finish_is_reported_and_nothing_changes() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    let before = world.files();
    let _held = Lock::take(&world.path(".lock"), Duration::ZERO).unwrap();
    let hasty = world.home.clone().with_patience(Duration::from_millis(20));
    let error = hasty.apply(log("e2"), now()).unwrap_err();
    assert!(matches!(error, SaveError::Locked { .. }), "{error:?}");
    assert_eq!(error.exit_code(), 4);
    assert_eq!(world.files(), before);
    assert_eq!(world.live(), ["e1"], "reading needs no lock");
}

#[test]
fn leftovers_of_killed_writers_go_with_the_next_save() {
    let world = World::new();
    world.apply(log("e1")).unwrap();
    world.apply(Operation::PlanAdd(vec![item("alpha")])).unwrap();
    world.write(".tuition-abc.tmp", "half");
    world.write("hours/2026/.tuition-abc.tmp", "half");
    world.write("hours/2026/.mine.tmp", "not ours");
    world.apply(log("e2")).unwrap();
    world.apply(Operation::PlanAdd(vec![item("beta")])).unwrap();
    let left: Vec<_> =
        world.files().into_keys().filter(|path| path.to_string_lossy().ends_with(".tmp")).collect();
    assert_eq!(left, [world.path("hours/2026/.mine.tmp")]);
}

#[test]
fn what_stands_in_the_way_is_named() {
    let world = World::new();
    world.write("hours", "a file");
    let error = world.apply(log("e1")).unwrap_err();
    assert!(matches!(&error, SaveError::Failed { cause: Cause::NotAFolder, .. }), "{error:?}");
    assert_eq!(error.exit_code(), 5);
    assert_eq!(world.problems(), [RecordProblemKind::Unreadable(Cause::NotAFolder)]);
}

#[test]
fn every_change_changes_the_stamp_and_nothing_else_does() {
    let world = World::new();
    let mut stamps = vec![world.home.stamp()];
    let mut next = |what: &str| {
        let stamp = world.home.stamp();
        assert!(!stamps.contains(&stamp), "{what}");
        assert_eq!(stamp, world.home.stamp(), "{what}");
        assert_eq!(stamp, world.home.load().stamp, "{what}");
        stamps.push(stamp);
    };
    world.apply(log("e1")).unwrap();
    next("an entry");
    world.apply(Operation::PlanAdd(vec![item("alpha")])).unwrap();
    next("the plan");
    world.undo().unwrap();
    next("undo");
    world.write("hours/2026/2026-05-20-e1.toml", "edited by hand, in place");
    next("a hand");
    world.write("hours/2026/.swap", "an editor's");
    fs::remove_file(world.path("hours/2026/2026-05-20-e1.toml")).unwrap();
    next("a removal");
}

#[test]
fn ids_are_fresh_and_fit_a_file_name() {
    let ids: std::collections::HashSet<_> = (0..1000).map(|_| new_entry_id(now())).collect();
    assert_eq!(ids.len(), 1000);
    assert!(ids.iter().all(|id| id.as_str().len() == 26));
}

#[test]
fn a_file_that_may_not_be_read_is_not_taken_for_absent() {
    let world = World::new();
    fs::create_dir_all(world.home.dir()).unwrap();
    symlink("plan.toml", world.path("plan.toml")).unwrap();
    let home = Home::new(world.home.dir().to_owned());
    assert!(matches!(world.problems()[..], [RecordProblemKind::Unreadable(Cause::LinkLoop)]));
    let error = home.apply(Operation::PlanAdd(vec![item("alpha")]), now()).unwrap_err();
    assert!(matches!(error, SaveError::Failed { cause: Cause::LinkLoop, .. }), "{error:?}");
}

/// At every size at which a write can stop short: the journal's line, the plan's new text.
#[test]
#[cfg(target_os = "linux")]
fn a_file_that_may_not_grow_is_left_as_it_was() {
    let items = (0..40).map(|n| item(&format!("course-{n}"))).collect();
    for task in ["log", "plan-edit"] {
        let world = World::new();
        world.apply(log("e1")).unwrap();
        world.apply(Operation::PlanAdd(vec![item("alpha")])).unwrap();
        world.apply(Operation::PlanAdd(Vec::clone(&items))).unwrap();
        let before = world.files();
        let journal = fs::metadata(world.journal()).unwrap().len();
        for limit in [0, 100, journal, journal + 1, journal + 200] {
            let output = command(task, world.home.dir()).env(LIMIT, limit.to_string()).output().unwrap();
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(text.contains("code 5 ") && text.contains("FileTooLarge"), "{task}, {limit}: {text}");
            assert_eq!(world.files(), before, "{task}, {limit}");
            assert_eq!(fs::metadata(world.journal()).unwrap().len(), journal, "{task}, {limit}");
        }
        assert_eq!(world.problems(), []);
        assert!(command(task, world.home.dir()).output().unwrap().status.success());
        assert_ne!(world.files(), before);
    }
}

//! Writers that are killed at any moment, and writers that get in each other's way.

use crate::world::{World, gather};
use crate::writer::{acknowledged, spawn, stated};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Child;

/// Rounds of the kill loop; `TUITION_KILLS` asks for more.
fn rounds() -> u64 {
    std::env::var("TUITION_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}

/// Lets a writer say `lines` lines and spin for a moment that differs from round to round, kills
/// it, and gives back what it had said by then.
fn kill_after(mut child: Child, lines: usize, spin: u64) -> String {
    let mut output = String::new();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    while acknowledged(&output).len() < lines && reader.read_line(&mut output).unwrap() > 0 {}
    for at in 0..spin {
        std::hint::black_box(at);
    }
    child.kill().unwrap();
    reader.read_to_string(&mut output).unwrap();
    child.wait().unwrap();
    assert!(acknowledged(&output).len() >= lines, "the writer failed by itself:\n{output}");
    output
}

/// The dates that the profile states, read with nothing of the program's own.
fn dates_on_disk(data: &Path) -> BTreeSet<String> {
    let table: toml::Table = std::fs::read_to_string(data.join("profile.toml")).unwrap().parse().unwrap();
    table["dates"].as_table().unwrap().keys().cloned().collect()
}

/// The ids on disk, read with nothing of the program's own; panics at a file that is no TOML.
fn on_disk(data: &Path) -> BTreeMap<String, usize> {
    let mut files = BTreeMap::new();
    gather(&data.join("hours"), &mut files);
    let mut ids = BTreeMap::new();
    for (path, bytes) in files {
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = String::from_utf8(bytes).unwrap();
            let table: toml::Table =
                text.parse().unwrap_or_else(|error| panic!("{}: {error}\n{text:?}", path.display()));
            *ids.entry(table["id"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    ids
}

#[test]
fn no_kill_loses_what_was_called_saved() {
    let world = World::new();
    let (mut saved, mut dates) = (BTreeSet::new(), BTreeSet::new());
    for round in 0..rounds() {
        let child = spawn("batch", world.home.dir());
        let spin = (round * 7919 % 97) * 40_000;
        let output = kill_after(child, 1 + usize::try_from(round % 5).unwrap(), spin);
        saved.extend(acknowledged(&output));
        dates.extend(stated(&output));
    }
    let lost: Vec<_> = dates.difference(&dates_on_disk(world.home.dir())).cloned().collect();
    assert!(
        !dates.is_empty() && lost.is_empty(),
        "of {} dates, {} are lost: {lost:?}",
        dates.len(),
        lost.len()
    );
    let found = on_disk(world.home.dir());
    let lost: Vec<_> = saved.iter().filter(|id| found.get(id.as_str()) != Some(&1)).collect();
    assert!(lost.is_empty(), "of {} saved, {} are lost: {lost:?}", saved.len(), lost.len());
    let record = world.home.load();
    assert_eq!(record.problems, []);
    assert_eq!(record.hours.all().len(), found.len());
    // Each kind of save clears up in its own folder.
    world.apply(crate::world::log("last")).unwrap();
    world.apply(crate::writer::operation("profile-edit")).unwrap();
    let left = world.files().into_keys().filter(|path| path.to_string_lossy().ends_with(".tmp")).count();
    assert_eq!(left, 0, "the next saves clear up");
}

/// The control: the same loop must catch a writer that truncates before it writes.
#[test]
fn the_kill_loop_catches_a_careless_writer() {
    let world = World::new();
    std::fs::create_dir(world.home.dir()).unwrap();
    for round in 0..2000 {
        let child = spawn("naive", world.home.dir());
        let saved = acknowledged(&kill_after(child, 400, (round * 7919 % 97) * 2_000));
        let text = world.read("hours.toml");
        if saved.iter().any(|id| !text.contains(id.as_str())) || text.parse::<toml::Table>().is_err() {
            return;
        }
    }
    panic!("the kill loop is blind: it found nothing lost by a writer that must lose");
}

#[test]
fn eight_writers_at_once_keep_everything_once() {
    let world = World::new();
    let writers: Vec<_> = (0..8).map(|_| spawn("some", world.home.dir())).collect();
    let (mut saved, mut dates) = (Vec::new(), BTreeSet::new());
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
        saved.extend(acknowledged(&text));
        dates.extend(stated(&text));
    }
    assert_eq!((saved.len(), dates.len()), (8 * 20, 8 * 20));
    assert_eq!(dates_on_disk(world.home.dir()), dates);
    let found = on_disk(world.home.dir());
    assert_eq!(found.len(), saved.len());
    assert!(saved.iter().all(|id| found.get(id.as_str()) == Some(&1)));
    assert_eq!(world.problems(), []);
    for _ in 0..saved.len() + dates.len() {
        world.undo().unwrap();
    }
    assert_eq!(world.undo(), None, "every step of every writer can be taken back, once");
    assert!(on_disk(world.home.dir()).is_empty());
    assert_eq!(world.home.load().profile.dates.len(), 0);
}

//! The study timer under kills and among several writers: what was measured is there until it is
//! recorded, and it is recorded once.

use crate::world::{World, course, day, entry, id};
use crate::writer::{command, spawn, told};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use tuition::domain::timer::Session;
use tuition::domain::{Entry, EntryId, Operation};
use tuition::store::record::{Conflict, SaveError};

pub fn session(text: &str, stopped: bool) -> Box<Session> {
    let at = |text: &str| text.parse().unwrap();
    Box::new(Session {
        id: id(text),
        course: course("alpha"),
        title: "Course \"alpha\"\n学".to_owned(),
        date: day("2026-05-20"),
        started: at("2026-05-20T08:00:00Z"),
        stopped: stopped.then(|| at("2026-05-20T08:47:59Z")),
    })
}

fn recorded(text: &str) -> Operation {
    Operation::LogAdd(Box::new(Entry { id: id(text), ..entry("x") }))
}

#[test]
fn all_the_way_back_and_forth_leaves_the_file_as_it_was() {
    let world = World::new();
    let steps = [
        Operation::TimerStart(session("a", false)),
        Operation::TimerStop(session("a", true)),
        Operation::TimerStart(session("b", false)),
        Operation::TimerDiscard(session("b", false)),
    ];
    let file = || std::fs::read_to_string(world.home.timer_path()).unwrap();
    let mut states = Vec::new();
    for step in &steps {
        assert_eq!(world.apply(step.clone()).unwrap().touched, 1);
        states.push(file());
    }
    for (step, before) in steps.iter().zip([None, states.first(), states.get(1), states.get(2)]).rev() {
        assert_eq!(world.undo().as_ref(), Some(step));
        assert_eq!(file(), before.map_or("schema = 1\n", String::as_str));
    }
    for (step, state) in steps.iter().zip(&states) {
        assert_eq!(world.redo().as_ref(), Some(step));
        assert_eq!(&file(), state);
    }
    assert_eq!(world.problems(), []);
}

#[test]
fn an_entry_of_that_id_is_the_end_of_the_session_however_the_program_ended() {
    let world = World::new();
    world.apply(Operation::TimerStart(session("a", false))).unwrap();
    world.apply(Operation::TimerStop(session("a", true))).unwrap();
    assert_eq!(world.home.load().timer.sessions, [*session("a", true)]);
    // The program is killed right after the entry is durable: nothing else has been written.
    world.apply(recorded("a")).unwrap();
    assert_eq!(world.home.load().timer.sessions, []);
    // Asked to record it once more, with other hours: refused, so that no double comes of it.
    let twice = Operation::LogAdd(Box::new(Entry { note: Some("again".to_owned()), ..entry("a") }));
    assert!(matches!(world.apply(twice), Err(SaveError::Conflict(Conflict::EntryExists(_)))));
    // The next start clears it away, and taking the entry back lets it wait again until then.
    world.undo().unwrap();
    assert_eq!(world.home.load().timer.sessions, [*session("a", true)]);
    world.redo().unwrap();
    world.apply(Operation::TimerStart(session("b", false))).unwrap();
    let text = std::fs::read_to_string(world.home.timer_path()).unwrap();
    assert_eq!(text.matches("[[session]]").count(), 1, "{text}");
}

#[test]
fn a_step_on_a_file_edited_since_is_refused() {
    let world = World::new();
    world.apply(Operation::TimerStart(session("a", false))).unwrap();
    let text = std::fs::read_to_string(world.home.timer_path()).unwrap();
    world.write("timer.toml", &format!("{text}# mine\n"));
    assert!(matches!(
        world.home.undo(crate::world::now()),
        Err(SaveError::Conflict(Conflict::FileChanged(_)))
    ));
    assert_eq!(world.home.load().timer.sessions, [*session("a", false)]);
}

#[test]
fn of_many_writers_one_starts_and_the_others_learn_of_it() {
    let world = World::new();
    let children: Vec<_> = (0..6).map(|_| spawn("timer-start", world.home.dir())).collect();
    let mut won = 0;
    for child in children {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        won += usize::from(said.contains("code 0"));
        assert!(said.contains("code 0") || said.contains("code 4 Conflict(TimerRuns"), "{said}");
    }
    assert_eq!(won, 1);
    assert_eq!(world.home.load().timer.sessions.len(), 1);
}

#[test]
fn no_kill_loses_or_doubles_what_was_measured() {
    let world = World::new();
    let (mut stopped, mut saved) = (BTreeSet::new(), BTreeSet::new());
    for round in 0..20_u64 {
        let mut child = command("timer", world.home.dir()).spawn().unwrap();
        let mut reader = BufReader::new(child.stdout.take().unwrap());
        let mut output = String::new();
        let lines = 2 + usize::try_from(round % 5).unwrap();
        while told(&output, "started").len() + told(&output, "stopped").len() + told(&output, "saved").len()
            < lines
            && reader.read_line(&mut output).unwrap() > 0
        {}
        for at in 0..(round * 7919 % 97) * 20_000 {
            std::hint::black_box(at);
        }
        child.kill().unwrap();
        reader.read_to_string(&mut output).unwrap();
        child.wait().unwrap();
        stopped.extend(told(&output, "stopped"));
        saved.extend(told(&output, "saved"));
    }
    let record = world.home.load();
    assert_eq!(record.problems, []);
    let waits: BTreeSet<EntryId> = record.timer.sessions.iter().map(|session| session.id.clone()).collect();
    assert!(!stopped.is_empty() && !saved.is_empty());
    for id in &stopped {
        let entries = record.hours.all().iter().filter(|entry| entry.id == *id).count();
        assert_eq!(entries + usize::from(waits.contains(id)), 1, "{id}");
    }
    for id in &saved {
        assert!(record.hours.get(id).is_some(), "{id}");
    }
}

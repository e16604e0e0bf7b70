//! Child processes that write: this test binary runs itself again, as the one ignored test, and
//! is told by its environment what to do.

use crate::world::{entry, log};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tuition::domain::profile::{Fact, PersonalDate};
use tuition::domain::timer::Session;
use tuition::domain::{Entry, EntryId, Operation};
use tuition::store::record::{Home, new_entry_id};

const TASK: &str = "TUITION_TEST_TASK";
const DATA: &str = "TUITION_TEST_DATA";
/// The most bytes that a file may have: a full disk that needs no disk.
pub const LIMIT: &str = "TUITION_TEST_LIMIT";

/// A command that runs `task` on a data directory in a process of its own.
pub fn command(task: &str, data: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", "--test-threads=1", "writer::child"]);
    command.env(TASK, task).env(DATA, data).env("RUST_BACKTRACE", "0");
    // cargo sets it for tests, and the loader then looks into a hundred folders at each start.
    command.env_remove("LD_LIBRARY_PATH");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub fn spawn(task: &str, data: &Path) -> Child {
    command(task, data).spawn().unwrap()
}

#[test]
#[ignore = "not a test: the other half of those that start a writer"]
fn child() {
    let (Ok(task), Some(data)) = (std::env::var(TASK), std::env::var_os(DATA)) else { return };
    let home = Home::new(data.into());
    match task.as_str() {
        "batch" => batch(&home, usize::MAX),
        "some" => batch(&home, 20),
        "naive" => naive(&home),
        "timer" => timer(&home),
        task => step(&home, task),
    }
}

fn say(line: &str) {
    // One write, so that a killed writer leaves no half of a line that looks whole.
    std::io::stdout().write_all(format!("\n{line}\n").as_bytes()).unwrap();
}

fn batch(home: &Home, count: usize) {
    for _ in 0..count {
        let now = jiff::Timestamp::now();
        let id = new_entry_id(now);
        let entry = Entry { id: id.clone(), ..entry("x") };
        home.apply(Operation::LogAdd(Box::new(entry)), now).unwrap();
        say(&format!("saved {id}"));
        // The profile is one file that every writer changes: a date named for the entry.
        let date = Some(PersonalDate::On(crate::world::day("2024-03-01")));
        home.apply(Operation::ProfileEdit(vec![Fact::Date(date_of(&id), date)]), now).unwrap();
        say(&format!("stated {}", date_of(&id)));
    }
}

/// The name of the profile's date that goes with an entry.
fn date_of(id: &EntryId) -> String {
    format!("d-{}", id.as_str().to_lowercase())
}

/// Starts, stops and records, again and again. What a killed one left running is stopped first.
fn timer(home: &Home) {
    loop {
        let now = jiff::Timestamp::now();
        let running = home.load().timer.running().cloned();
        let session = running.unwrap_or_else(|| Session {
            id: new_entry_id(now),
            started: now,
            ..*crate::timer::session("x", false)
        });
        home.apply(Operation::TimerStart(Box::new(session.clone())), now).unwrap();
        say(&format!("started {}", session.id));
        let stopped = Session { stopped: Some(now), ..session };
        home.apply(Operation::TimerStop(Box::new(stopped.clone())), now).unwrap();
        say(&format!("stopped {}", stopped.id));
        let entry = Entry { id: stopped.id.clone(), ..entry("x") };
        home.apply(Operation::LogAdd(Box::new(entry)), now).unwrap();
        say(&format!("saved {}", stopped.id));
    }
}

/// The ids that a writer's output says a word of.
pub fn told(output: &str, word: &str) -> Vec<EntryId> {
    whole_lines(output).filter_map(|line| EntryId::new(line.strip_prefix(word)?.strip_prefix(' ')?)).collect()
}

/// What most programs do: the whole file again, in place. The tests must catch it losing data.
#[allow(clippy::disallowed_methods, reason = "it is here to fail")]
fn naive(home: &Home) {
    let path = home.dir().join("hours.toml");
    loop {
        let id = new_entry_id(jiff::Timestamp::now());
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(&path, format!("{old}[[entry]]\nid = \"{id}\"\nhours = 1.5\n")).unwrap();
        say(&format!("saved {id}"));
    }
}

/// One step, with its outcome as the exit code that the command line would give.
fn step(home: &Home, task: &str) {
    run_ahead();
    if let Ok(limit) = std::env::var(LIMIT) {
        limit_files(limit.parse().unwrap());
    }
    let now = crate::world::now();
    let outcome = match task {
        "undo-plan" | "undo-log" | "undo-follow" => home.undo(now).map(|stepped| stepped.is_some()),
        "redo-plan" | "redo-log" | "redo-follow" => home.redo(now).map(|stepped| stepped.is_some()),
        "evidence" => home.keep_evidence(&home.dir().join("note.pdf"), now).map(|_| true),
        "naive-log" => return naive_step(home),
        task => home.apply(operation(task), now).map(|_| true),
    };
    say(&match &outcome {
        Ok(true) => "code 0".to_owned(),
        Ok(false) => "code 1, there was nothing to do".to_owned(),
        Err(error) => format!("code {} {error:?}", error.exit_code()),
    });
}

/// The system's limit, with its signal handled, as the program does it: the write fails instead.
fn limit_files(bytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let handled = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, handled).unwrap();
    setrlimit(Resource::Fsize, Rlimit { current: Some(bytes), maximum: Some(bytes) }).unwrap();
}

/// Makes more calls of the common kinds than the test runner's own thread ever does, so that the
/// sweep's "n-th call of a thread" can only mean this one.
fn run_ahead() {
    for _ in 0..20 {
        let mut null = std::fs::OpenOptions::new().read(true).write(true).open("/dev/null").unwrap();
        null.metadata().unwrap();
        null.write_all(b"x").unwrap();
        std::io::Read::read(&mut null, &mut [0]).unwrap();
        std::io::Seek::rewind(&mut null).unwrap();
        std::fs::symlink_metadata("/dev/null").unwrap();
        drop(std::fs::read_dir("/proc/self/task").unwrap());
    }
}

#[allow(clippy::disallowed_methods, reason = "it is here to fail")]
fn naive_step(home: &Home) {
    let path = home.dir().join("plan.toml");
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    let saved = std::fs::write(path, format!("{old}# one line more\n"));
    say(if saved.is_ok() { "code 0" } else { "code 5" });
}

/// The operations that the sweep goes through, by name.
pub fn operation(task: &str) -> Operation {
    use crate::world::{course, day, id, item, void};
    use tuition::domain::{Following, PlanItem, RuleId};
    match task {
        "log" => log("new"),
        "correct" => Operation::LogAdd(Box::new(Entry { replaces: Some(id("e1")), ..entry("better") })),
        "void" => void("gone", "e1"),
        "plan-add" | "plan-first" => Operation::PlanAdd(vec![item("new")]),
        "plan-edit" => Operation::PlanEdit(PlanItem { by: Some(day("2026-12-01")), ..item("alpha") }),
        "plan-move" => Operation::PlanMove { course: course("beta"), to: 0 },
        "plan-remove" => Operation::PlanRemove(vec![course("alpha")]),
        "follow" | "follow-first" => Operation::Follow(Following::new(RuleId::new("ncees").unwrap())),
        "unfollow" => Operation::Unfollow(RuleId::new("us-tx-pe").unwrap()),
        "profile-edit" => Operation::ProfileEdit(vec![
            Fact::Name(Some("Chen Xi".to_owned())),
            Fact::Date("licensed".to_owned(), Some(PersonalDate::On(day("2024-03-01")))),
        ]),
        "timer-start" => {
            let id = new_entry_id(jiff::Timestamp::now());
            Operation::TimerStart(Box::new(Session { id, ..*crate::timer::session("x", false) }))
        }
        other => panic!("no task {other:?}"),
    }
}

/// The ids that a writer's output says are saved.
pub fn acknowledged(output: &str) -> Vec<EntryId> {
    whole_lines(output).filter_map(|line| EntryId::new(line.strip_prefix("saved ")?)).collect()
}

/// The dates that it says the profile states.
pub fn stated(output: &str) -> Vec<String> {
    whole_lines(output).filter_map(|line| line.strip_prefix("stated ").map(str::to_owned)).collect()
}

/// Half a line says nothing.
fn whole_lines(output: &str) -> impl Iterator<Item = &str> {
    output.rfind('\n').map_or("", |end| &output[..end]).lines()
}

//! Every system call of every writing operation is made to fail, and the process is killed there:
//! each time the files are as before or as after, the exit code says which, and the next save finds
//! nothing in its way.
//!
//! Needs strace, on Linux; without it the test says so and passes. `TUITION_SWEEP=full` injects
//! every fault into every call; otherwise a share of them, evenly drawn.

use crate::world::{World, gather};
use crate::writer;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tuition::domain::{Following, Operation, RuleId};

/// How many faults a short sweep injects into one operation.
const SHARE: usize = 40;
/// Calls that belong to the process and not to its files.
const OTHERS: &[&str] = &[
    "brk",
    "mmap",
    "munmap",
    "mprotect",
    "mremap",
    "madvise",
    "exit",
    "exit_group",
    "futex",
    "sigaltstack",
    "rt_sigaction",
    "rt_sigprocmask",
    "poll",
    "sched_getaffinity",
    "getrandom",
    "uname",
    "close",
    "gettid",
    "clock_nanosleep",
    "sched_yield",
];

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn strace() -> bool {
    let found = Command::new("strace").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        println!("SKIPPED: the system call sweep needs strace, which is not installed");
    }
    found
}

/// A data directory in which `task` has something to do.
fn template(task: &str) -> World {
    let world = World::in_memory();
    let add = |ids: &[&str]| {
        let items = ids.iter().map(|id| crate::world::item(id)).collect();
        world.apply(Operation::PlanAdd(items)).unwrap();
    };
    world.apply(crate::world::log("e1")).unwrap();
    if task != "plan-first" {
        add(&["alpha", "beta"]);
    }
    let follow = |id| {
        let following = Following::new(RuleId::new(id).unwrap());
        world.apply(Operation::Follow(following)).unwrap();
    };
    if matches!(task, "follow" | "unfollow" | "profile-edit" | "undo-follow" | "redo-follow") {
        follow("us-tx-pe");
    }
    match task {
        "redo-follow" => {
            follow("ncees");
            world.undo().unwrap();
        }
        "undo-log" => drop(world.apply(crate::world::log("e2")).unwrap()),
        "redo-log" => {
            world.apply(crate::world::log("e2")).unwrap();
            world.undo().unwrap();
        }
        "redo-plan" => {
            add(&["gamma"]);
            world.undo().unwrap();
        }
        "evidence" => world.write("note.pdf", "a certificate"),
        _ => {}
    }
    world
}

fn copy(from: &World) -> World {
    let world = World::in_memory();
    let mut files = BTreeMap::new();
    gather(from.home.dir(), &mut files);
    for (path, bytes) in files {
        let name = path.strip_prefix(from.home.dir()).unwrap();
        world.write(name.to_str().unwrap(), std::str::from_utf8(&bytes).unwrap());
    }
    world
}

/// The files by their names in the data directory, without what killed writers may leave.
fn files(world: &World) -> Files {
    let named =
        |(path, bytes): (PathBuf, Vec<u8>)| (path.strip_prefix(world.home.dir()).unwrap().to_owned(), bytes);
    let kept = |(path, _): &(PathBuf, Vec<u8>)| !path.to_string_lossy().ends_with(".tmp");
    world.files().into_iter().map(named).filter(kept).collect()
}

fn traced(task: &str, data: &Path, options: &[String]) -> Command {
    let plain = writer::command(task, data);
    let mut command = Command::new("strace");
    command.args(["-f", "-o", "/dev/null"]).args(options).arg(plain.get_program()).args(plain.get_args());
    for (key, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(key, value),
            None => command.env_remove(key),
        };
    }
    command
}

/// The calls that `task` makes from the first that names the data directory on: each with its
/// place among all calls of that name.
fn calls(task: &str, world: &World) -> Vec<(String, usize)> {
    let trace = world.root().join("trace");
    let log = [String::from("-o"), trace.to_str().unwrap().to_owned()];
    let output = traced(task, world.home.dir(), &log).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    // strace counts calls by thread, and so must we.
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    let (mut calls, mut writer) = (Vec::new(), None);
    for line in fs::read_to_string(&trace).unwrap().lines() {
        let Some((thread, line)) = line.split_once(' ') else { continue };
        let Some((name, rest)) = line.trim_start().split_once('(') else { continue };
        let count = counts.entry((thread.to_owned(), name.to_owned())).or_default();
        *count += 1;
        if writer.is_none() && rest.contains(world.home.dir().to_str().unwrap()) {
            writer = Some(thread.to_owned());
        }
        if writer.as_deref() != Some(thread) {
            continue;
        }
        if rest.contains("code 0") {
            break;
        }
        if !OTHERS.contains(&name) {
            calls.push((name.to_owned(), *count));
        }
    }
    for ((thread, name), count) in counts {
        let first = calls.iter().filter(|(of, _)| *of == name).map(|(_, at)| *at).min();
        let apart = Some(&thread) == writer.as_ref() || first.is_none_or(|first| count < first);
        assert!(
            apart,
            "{name}, {count} times in {thread}, from {first:?} in {writer:?}: a fault would hit another thread first; see writer::run_ahead"
        );
    }
    assert!(calls.len() > 5, "the trace shows no work on the files: {calls:?}");
    calls
}

/// What a run with a fault said: its exit code, `None` where it was killed or could not say.
fn run(task: &str, world: &World, fault: &str) -> Option<u8> {
    let name = fault.split(':').next().unwrap();
    let only = format!("trace={name}");
    let inject = ["--seccomp-bpf", "-e", &only, "-e", &format!("inject={fault}")].map(str::to_owned);
    let output = traced(task, world.home.dir(), &inject).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("code "))?;
    line.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// Sweeps one operation and gives back what went wrong.
fn sweep(task: &str) -> Vec<String> {
    let template = template(task);
    let old = files(&template);
    let journal = fs::read(template.journal()).unwrap();
    let after = copy(&template);
    let calls = calls(task, &after);
    let new = files(&after);
    assert_ne!(old, new, "{task} does nothing");
    let mut faults: Vec<String> = Vec::new();
    for (name, at) in &calls {
        for error in ["ENOSPC", "EIO", "EACCES", "ENOENT", "EINTR"] {
            faults.push(format!("{name}:error={error}:when={at}"));
        }
        faults.push(format!("{name}:signal=KILL:when={at}"));
        faults.push(format!("{name}:error=EIO:when={at}+"));
    }
    let full = std::env::var("TUITION_SWEEP").is_ok_and(|mode| mode == "full");
    // A step prime to the number of faults per call, so that each kind has its turn.
    let step = if full { 1 } else { (faults.len() / SHARE).max(1) | 1 };
    let mut wrong = Vec::new();
    let mut injected = 0;
    for fault in faults.iter().step_by(step) {
        let world = copy(&template);
        let code = run(task, &world, fault);
        injected += 1;
        let found = files(&world);
        if let Err(what) = judge(task, &world, code, &found, &old, &new, &journal) {
            wrong.push(format!("{task} with {fault}, code {code:?}: {what}"));
        }
    }
    println!("{task}: {injected} of {} faults in {} calls", faults.len(), calls.len());
    wrong
}

fn judge(
    task: &str,
    world: &World,
    code: Option<u8>,
    found: &Files,
    old: &Files,
    new: &Files,
    journal: &[u8],
) -> Result<(), String> {
    let mut found = found.clone();
    let begun = match task {
        "plan-first" => Path::new("plan.toml"),
        _ => Path::new("profile.toml"),
    };
    if task.ends_with("-first") && found.get(begun).is_some_and(|bytes| bytes == b"schema = 1\n") {
        found.remove(begun);
    }
    let right = match code {
        Some(0 | 6) => found == *new,
        Some(1 | 3 | 4 | 5) => found == *old,
        Some(_) => false,
        None => found == *old || found == *new,
    };
    if !right {
        return Err(format!("the files are neither: {:?}", differences(&found, old)));
    }
    if task == "naive-log" {
        return Ok(());
    }
    if !fs::read(world.journal()).is_ok_and(|bytes| bytes.starts_with(journal)) {
        return Err("the journal lost lines".to_owned());
    }
    world.apply(crate::world::log("afterwards")).map_err(|error| format!("then: {error:?}"))?;
    let record = world.home.load();
    if !record.problems.is_empty() {
        return Err(format!("then: {:?}", record.problems));
    }
    world.undo();
    let kept = files(world);
    found.retain(|path, _| !kept.contains_key(path));
    if !found.is_empty() {
        return Err(format!("then gone: {:?}", found.keys()));
    }
    let left: Vec<_> = world
        .files()
        .into_keys()
        .filter(|path| {
            let name = path.to_string_lossy();
            name.ends_with(".tmp") && (name.contains("/hours/") || task.contains("log"))
        })
        .collect();
    if left.is_empty() { Ok(()) } else { Err(format!("then left behind: {left:?}")) }
}

/// What is not as it was, for the message.
fn differences(found: &Files, old: &Files) -> Vec<(PathBuf, Option<String>)> {
    let paths = found.keys().chain(old.keys()).filter(|path| found.get(*path) != old.get(*path));
    let shown = |path: &PathBuf| found.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    paths.map(|path| (path.clone(), shown(path))).collect()
}

#[test]
fn no_fault_leaves_anything_between_old_and_new() {
    if !strace() {
        return;
    }
    let mut wrong = Vec::new();
    for task in [
        "log",
        "correct",
        "void",
        "plan-first",
        "plan-add",
        "plan-edit",
        "plan-move",
        "plan-remove",
        "undo-plan",
        "undo-log",
        "redo-plan",
        "redo-log",
        "follow-first",
        "follow",
        "unfollow",
        "profile-edit",
        "undo-follow",
        "redo-follow",
        "evidence",
    ] {
        wrong.extend(sweep(task));
    }
    assert!(wrong.is_empty(), "{} faults were not survived:\n{}", wrong.len(), wrong.join("\n"));
}

/// The control: a writer that truncates the file before it writes must be caught.
#[test]
fn the_sweep_catches_a_careless_writer() {
    if strace() {
        assert!(!sweep("naive-log").is_empty(), "the sweep is blind");
    }
}

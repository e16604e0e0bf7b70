//! `tuition timer`

use crate::{Output, Sandbox};

/// A command at a time of the day.
fn at(sandbox: &Sandbox, time: &str, args: &[&str]) -> Output {
    sandbox.finish(sandbox.command(args).env("TUITION_NOW", format!("2026-11-{time}Z")))
}

fn said(sandbox: &Sandbox, time: &str, args: &[&str]) -> String {
    let output = at(sandbox, time, args);
    assert_eq!(output.code, Some(0), "{output}");
    output.stdout
}

fn entries(sandbox: &Sandbox) -> Vec<serde_json::Value> {
    sandbox.json(["log", "list", "--format", "json"])["entries"].as_array().unwrap().clone()
}

#[test]
fn what_is_timed_is_recorded_only_when_that_is_asked_for() {
    let sandbox = Sandbox::new();
    let started = said(&sandbox, "21T08:00:00", &["timer", "start", "leading-change"]);
    assert_eq!(started, "running 0:00 · Leading change\n");
    assert_eq!(said(&sandbox, "21T08:47:59", &["timer", "status"]), "running 0:47 · Leading change\n");
    let stopped = at(&sandbox, "21T08:47:59", &["timer", "stop"]);
    assert_eq!(stopped.stdout, "to record 0:47 · Leading change\n", "{stopped}");
    assert!(stopped.stderr.contains("0.79 h measured") && stopped.stderr.contains("--record"), "{stopped}");
    assert!(entries(&sandbox).is_empty());
    let recorded = said(&sandbox, "22T09:00:00", &["timer", "stop", "--record"]);
    assert!(recorded.starts_with("saved "), "{recorded}");
    let entries = entries(&sandbox);
    assert_eq!(entries.len(), 1);
    let (hours, unit) = (entries[0]["hours"].to_string(), entries[0]["unit"].as_str().unwrap());
    assert_eq!((hours.as_str(), unit), ("0.79", "hour"));
    assert_eq!(
        (&entries[0]["date"], &entries[0]["course"]),
        (&"2026-11-21".into(), &"leading-change".into())
    );
    let status = said(&sandbox, "22T09:00:00", &["timer", "status", "--format", "json"]);
    assert_eq!(status, "{\"schema\":1,\"running\":null,\"pending\":[]}\n");
    // Undone, the entry is gone and what was measured waits again.
    sandbox.stdout(["undo"]);
    assert!(said(&sandbox, "22T09:00:00", &["timer", "status"]).starts_with("to record 0:47"));
}

#[test]
fn a_second_start_says_which_one_runs() {
    let sandbox = Sandbox::new();
    said(&sandbox, "21T08:00:00", &["timer", "start", "leading-change"]);
    let refused = at(&sandbox, "21T08:10:00", &["timer", "start", "welding"]);
    assert_eq!(refused.code, Some(4), "{refused}");
    assert!(refused.stderr.contains("the timer runs already, on Leading change"), "{refused}");
    assert!(said(&sandbox, "21T08:10:00", &["timer", "status"]).contains("0:10 · Leading change"));
}

#[test]
fn a_clock_that_cannot_be_believed_records_nothing() {
    for (stopped, word) in [("22T01:00:00", "too long"), ("21T07:59:59", "set back")] {
        let sandbox = Sandbox::new();
        said(&sandbox, "21T08:00:00", &["timer", "start", "leading-change"]);
        let refused = at(&sandbox, stopped, &["timer", "stop", "--record"]);
        assert_eq!(refused.code, Some(3), "{refused}");
        assert!(refused.stderr.contains(word), "{refused}");
        assert!(entries(&sandbox).is_empty());
        assert!(said(&sandbox, stopped, &["timer", "status"]).starts_with("to record"));
    }
}

#[test]
fn every_step_can_be_taken_back() {
    let sandbox = Sandbox::new();
    let status = |sandbox: &Sandbox| said(sandbox, "21T09:00:00", &["timer", "status"]);
    said(&sandbox, "21T08:00:00", &["timer", "start", "leading-change"]);
    said(&sandbox, "21T08:30:00", &["timer", "stop"]);
    let thrown = said(&sandbox, "21T08:30:00", &["timer", "discard"]);
    assert_eq!(thrown, "discarded: 0:30 · Leading change\n");
    assert!(status(&sandbox).starts_with("no timer runs"));
    let undone = sandbox.run(["undo"]);
    assert!(undone.stdout.contains("discarded the time on Leading change"), "{undone}");
    assert!(status(&sandbox).starts_with("to record 0:30"));
    sandbox.stdout(["undo"]);
    assert!(status(&sandbox).starts_with("running 1:00"));
    sandbox.stdout(["undo"]);
    assert!(status(&sandbox).starts_with("no timer runs"));
    sandbox.stdout(["redo"]);
    assert!(status(&sandbox).starts_with("running 1:00"));
    let nothing = sandbox.run(["timer", "discard"]);
    assert_eq!(nothing.code, Some(0), "{nothing}");
    let nothing = sandbox.run(["timer", "stop"]);
    assert_eq!(nothing.code, Some(1), "{nothing}");
}

#[test]
fn a_file_with_a_mistake_is_named_and_not_written_over() {
    let sandbox = Sandbox::new();
    let text = "schema = 1\n\n[[session]]\nid = \"a\"\ncourse = \"welding\"\nstarted = yesterday\n";
    sandbox.write("data/timer.toml", text);
    let refused = at(&sandbox, "21T08:00:00", &["timer", "start", "welding"]);
    assert_eq!(refused.code, Some(3), "{refused}");
    assert!(refused.stderr.contains("timer.toml:6"), "{refused}");
    assert_eq!(std::fs::read_to_string(sandbox.path("data/timer.toml")).unwrap(), text);
}

#[test]
fn a_time_too_short_to_record_is_said_with_the_way_out() {
    let sandbox = Sandbox::new();
    said(&sandbox, "21T08:00:00", &["timer", "start", "leading-change"]);
    let refused = at(&sandbox, "21T08:00:05", &["timer", "stop", "--record"]);
    assert_eq!(refused.code, Some(3), "{refused}");
    assert!(refused.stderr.contains("less than 0.01 h was measured; `tuition timer discard`"), "{refused}");
    assert!(!refused.stderr.contains("--record"), "{refused}");
    assert_eq!(said(&sandbox, "21T08:00:05", &["timer", "discard"]), "discarded: 0:00 · Leading change\n");
}

/// Whether something runs nobody can say of a file that is broken.
#[test]
fn a_broken_file_is_never_taken_for_no_timer() {
    let sandbox = Sandbox::new();
    for text in ["schema = 1\n[[session]\n", "schema = 1\n[[session]]\nid = \"a\"\n"] {
        sandbox.write("data/timer.toml", text);
        for command in ["status", "stop", "discard"] {
            let refused = at(&sandbox, "21T08:00:00", &["timer", command]);
            assert_eq!((refused.code, refused.stdout.as_str()), (Some(3), ""), "{refused}");
            assert!(refused.stderr.contains("timer.toml:2"), "{refused}");
            assert!(!refused.stderr.contains("no timer runs"), "{refused}");
        }
    }
    sandbox.write("data/timer.toml", "sesion = 1\n");
    let output = at(&sandbox, "21T08:00:00", &["timer", "status"]);
    assert!(output.stderr.contains("has no schema") && output.stderr.contains("\"sesion\""), "{output}");
}

#[test]
fn the_same_in_chinese() {
    let sandbox = Sandbox::new();
    said(&sandbox, "21T08:00:00", &["timer", "start", "leading-change"]);
    let mut command = sandbox.command(["timer", "status"]);
    let output =
        sandbox.finish(command.env("LANG", "zh_CN.UTF-8").env("TUITION_NOW", "2026-11-21T08:05:00Z"));
    assert_eq!(output.stdout, "正在计时 0:05 · Leading change\n", "{output}");
}

//! stdout that closes early or cannot be written.

use crate::Sandbox;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Stdio};

fn stderr(child: &mut Child) -> String {
    let mut text = String::new();
    child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_closed_pipe_is_quiet() {
    let sandbox = Sandbox::new();
    let course = |at: usize| format!("[[course]]\nid = \"course-{at}\"\ntitle = \"Course number {at}\"\n");
    let many: String = (0..3000).map(course).collect();
    sandbox.write("many.toml", format!("schema = 1\n{many}"));
    for format in ["table", "json", "csv"] {
        let mut command = sandbox.command(["-C", "many.toml", "list", "-q", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(stderr(&mut child), "", "{format}");
        assert_eq!(child.wait().unwrap().code(), Some(0), "{format}");
    }
}

#[test]
fn a_batch_whose_reader_has_gone_stops_and_says_what_is_saved() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(["log", "add", "--batch", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdin.write_all(b"{\"title\":\"one\",\"hours\":1}\n").unwrap();
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let id = line.trim().strip_prefix("saved ").unwrap().to_owned();
    let during = sandbox.json(["log", "list", "--format", "json"]);
    assert_eq!(during["entries"][0]["id"], id, "saved means saved, while the batch goes on");
    drop(stdout);
    stdin.write_all(b"{\"title\":\"two\",\"hours\":1}\n{\"title\":\"three\",\"hours\":1}\n").unwrap();
    drop(stdin);
    let said = stderr(&mut child);
    assert_eq!(child.wait().unwrap().code(), Some(6), "{said}");
    assert!(said.contains("the change is saved"), "{said}");
    let entries = sandbox.json(["log", "list", "--format", "json"])["entries"].as_array().unwrap().len();
    assert_eq!(entries, 2, "the third line was not taken");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_has_an_exit_code() {
    let sandbox = Sandbox::new();
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for (args, code) in [
        (&["list"][..], 5),
        (&["list", "--format", "json"], 5),
        (&["--help"], 5),
        (&["plan", "add", "welding"], 6),
        (&["done", "welding"], 6),
        (&["undo"], 6),
    ] {
        let mut child = sandbox.command(args).stdout(full()).stderr(Stdio::piped()).spawn().unwrap();
        let said = stderr(&mut child);
        assert_eq!(child.wait().unwrap().code(), Some(code), "{args:?}: {said}");
        assert!(said.starts_with("error: "), "{args:?}: {said}");
        assert_eq!(said.contains("is saved"), code == 6, "{said}");
    }
    assert_eq!(sandbox.json(["plan", "list", "--format", "json"])["items"][0]["course"], "welding");
}

#[cfg(target_os = "linux")]
#[test]
fn messages_that_nobody_can_read_stop_nothing() {
    let sandbox = Sandbox::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let status =
        sandbox.command(["plan", "add", "welding"]).stderr(full).stdout(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(0));
}

//! How a conversation ends: exit codes for scripts, a reader that goes away, and where there is no
//! conversation at all.

use crate::is_drawn;
use crate::support::sandbox::Sandbox;
use std::io::Write;
use std::process::Stdio;

#[test]
fn a_script_learns_how_it_went() {
    for (lines, code) in [
        ("/welding\n1\n", 0),
        ("", 0),
        ("quit\nxyzzy\n", 0),
        ("xyzzy\n", 2),
        ("/welding\n1\nd\nhours 2\n", 1),
        ("/welding\n1\nd\nhours 2\ncancel\n", 1),
        ("/welding\n1\nd\nhours 2\nsave\n", 0),
        ("/welding\n1\nd\nhours 2\nevidence none.pdf\nsave\nquit\nquit\n", 3),
    ] {
        let sandbox = Sandbox::new();
        let output = sandbox.run_with_input(["--plain"], lines);
        assert_eq!(output.code, Some(code), "{lines:?}: {output}");
        assert_eq!(output.stderr, "");
        assert!(!is_drawn(&output.stdout) && !output.stdout.contains("> "), "{output}");
    }
}

#[test]
fn lines_that_are_not_text_are_told() {
    let output = Sandbox::new().run_with_input(["--plain"], b"pl\xffan\nplan\n");
    assert!(output.stdout.contains("That line is not text in UTF-8.\n\nNothing is planned yet."), "{output}");
    assert_eq!(output.code, Some(2));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let sandbox = Sandbox::new();
    let mut child = sandbox
        .command(["--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    // It may be gone before it has read anything.
    let _ = child.stdin.take().unwrap().write_all(b"help\nhelp\nhelp\n");
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn the_catalog_and_the_language_are_chosen_as_anywhere() {
    let sandbox = Sandbox::new();
    sandbox.write("mine.toml", "schema = 1\n[[course]]\nid = \"mine\"\ntitle = \"My own course\"\n");
    for args in [&["--plain", "mine.toml"][..], &["--plain", "-C", "mine.toml"], &["mine.toml", "--plain"]] {
        let output = sandbox.run_with_input(args, "more\n");
        assert!(output.stdout.contains("1. My own course, hours not stated"), "{output}");
    }
    let output = sandbox.run_with_input(["--plain", "--lang", "zh"], "");
    assert!(output.stdout.starts_with("tuition 文字对话。"), "{output}");
    assert!(!sandbox.data().exists(), "nothing was to be written");
}

#[test]
fn a_command_does_not_take_it() {
    let output = Sandbox::new().run(["--plain", "status"]);
    assert_eq!(output.code, Some(2));
    assert!(output.stderr.contains("--plain is for the views, not for a command"), "{output}");
    assert_eq!(Sandbox::new().run(["status", "--plain"]).code, Some(2));
}

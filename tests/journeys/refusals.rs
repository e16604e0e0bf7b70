//! Where there is no terminal to draw on, the program says so and draws nothing.

use crate::desk::{Desk, Opening};

#[test]
fn without_a_terminal_there_is_one_clear_line() {
    let desk = Desk::new();
    // Standard input is nothing and both outputs are pipes.
    let output = desk.run([] as [&str; 0]);
    assert_eq!(output.code, Some(2), "{output}");
    assert_eq!(output.stdout, "");
    assert!(output.stderr.contains("terminal"), "{output}");
    assert!(!output.stderr.chars().any(|c| c.is_control() && c != '\n'), "{:?}", output.stderr);
}

fn refused(script: &str, env: &[(&str, &str)]) {
    let desk = Desk::new();
    let ended = desk.open_script(script, Opening { env, ..Opening::default() }).wait_exit();
    ended.assert_code(2);
    assert!(ended.cooked);
    let text = String::from_utf8_lossy(&ended.bytes).into_owned();
    assert!(text.contains("terminal"), "{text}");
    assert!(!ended.bytes.contains(&0x1b), "{text:?}");
    assert!(!desk.data().exists(), "something was written");
}

#[test]
fn input_from_nowhere_is_refused() {
    refused(r#"exec "$@" </dev/null"#, &[]);
}

#[test]
fn output_into_a_pipe_is_refused() {
    refused(r#"{ "$@"; echo $? >"$HOME/code"; } | cat; exit "$(cat "$HOME/code")""#, &[]);
}

/// A terminal that cannot move its cursor is talked to in lines, and ends as any program there.
#[test]
fn a_dumb_terminal_is_talked_to_in_lines() {
    let desk = Desk::new();
    let dumb = |script| desk.open_script(script, Opening { env: &[("TERM", "dumb")], ..Opening::default() });
    let session = dumb(r#"exec "$@""#);
    session.wait_for("> ");
    session.send("more\n");
    session.wait_for("1. ");
    session.send("quit\n");
    let ended = session.wait_exit();
    ended.assert_code(0);
    assert!(ended.cooked);
    assert!(!ended.bytes.contains(&0x1b), "{:?}", String::from_utf8_lossy(&ended.bytes));
    assert!(!desk.data().exists(), "something was written");
    // The signal ends the program as it ends any other; a shell calls that 130.
    let session = dumb(r#"trap : INT; "$@"; exit $?"#);
    session.wait_for("> ");
    session.send(crate::desk::CTRL_C);
    session.wait_exit().assert_code(130);
}

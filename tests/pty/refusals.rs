//! Where there is no terminal to draw on: a reason, and not one escape byte.

use crate::program::start_script;

fn refused(script: &str, env: &[(&str, &str)], reason: &str) {
    let ended = start_script(script, env).wait_exit();
    ended.assert_code(2);
    let text = String::from_utf8_lossy(&ended.bytes);
    assert!(text.contains(&format!("no terminal: {reason}")), "{text}");
    assert!(!ended.bytes.contains(&0x1b), "{text:?}");
    assert!(ended.cooked);
}

#[test]
fn input_from_nowhere_is_refused() {
    refused(r#"exec "$@" </dev/null"#, &[], "Input");
}

#[test]
fn input_from_a_pipe_is_refused() {
    // The exit code of a pipe is that of its last command.
    refused(r#"echo q | "$@""#, &[], "Input");
}

#[test]
fn output_to_a_pipe_is_refused() {
    refused(r#"{ "$@"; echo "code $?"; } | cat; exit 2"#, &[], "Output");
    let ended = start_script(r#"{ "$@"; echo "code $?"; } | cat"#, &[]).wait_exit();
    assert!(ended.screen.contents().contains("code 2"), "{}", ended.screen.contents());
}

#[test]
fn a_dumb_terminal_is_refused() {
    refused(r#"exec "$@""#, &[("TERM", "dumb")], "Dumb");
}

//! The README's commands run as they are printed, one after the other, in an empty home.

use crate::support::sandbox::Sandbox;

/// The words of a shell line that uses quotes only to keep words together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, ' ') => words.push(std::mem::take(&mut word)),
            (_, c) => word.push(c),
        }
    }
    words.push(word);
    words
}

#[test]
fn every_command_of_the_readme_runs() {
    let page = std::fs::read_to_string("README.md").unwrap();
    let lines: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("$ tuition ")).collect();
    assert!(lines.len() >= 10, "the commands have gone: {}", lines.len());
    let sandbox = Sandbox::new();
    for line in lines {
        let words = words(line);
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = sandbox.command(&args);
        let output =
            sandbox.finish(command.env_remove("TUITION_CATALOG").current_dir(env!("CARGO_MANIFEST_DIR")));
        assert_eq!(output.code, Some(0), "tuition {line}\n{output}");
    }
}

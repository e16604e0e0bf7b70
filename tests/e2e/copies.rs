//! Copies of certificates that entries share, that are links, and files that are not there.

use crate::Sandbox;
use std::os::unix::fs::symlink;

fn add<'a>(title: &'a str, file: &'a str) -> [&'a str; 7] {
    ["log", "add", title, "--hours", "1", "--evidence", file]
}

#[test]
fn every_entry_and_name_of_an_altered_copy_is_told() {
    let sandbox = Sandbox::new();
    sandbox.write("e1.pdf", "the same");
    sandbox.write("dup.pdf", "the same");
    sandbox.write("good.pdf", "another");
    for (title, file) in
        [("First", "e1.pdf"), ("Second", "dup.pdf"), ("Third", "e1.pdf"), ("Good", "good.pdf")]
    {
        sandbox.saved(add(title, file));
    }
    assert_eq!(sandbox.stdout(["evidence", "verify"]), "2 files ok\n");
    let copies = sandbox.files("data/evidence");
    let (copy, _) = copies.iter().find(|(_, bytes)| bytes == b"the same").unwrap();
    sandbox.write(copy.to_str().unwrap(), "not the same");
    let output = sandbox.run(["evidence", "verify"]);
    assert_eq!(output.code, Some(1), "{output}");
    assert_eq!(output.stdout.lines().count(), 3, "{output}");
    for words in ["altered  e1.pdf", "altered  dup.pdf", "First)", "Second)", "Third)"] {
        assert!(output.stdout.contains(words), "{words}: {output}");
    }
    assert!(output.stderr.contains("1 of 2 files"), "{output}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test plays the person who moves folders by hand")]
fn a_linked_folder_of_copies_is_neither_written_nor_read() {
    let sandbox = Sandbox::new();
    sandbox.write("c.pdf", "proof");
    sandbox.saved(add("Kept", "c.pdf"));
    std::fs::rename(sandbox.path("data/evidence"), sandbox.path("elsewhere")).unwrap();
    symlink(sandbox.path("elsewhere"), sandbox.path("data/evidence")).unwrap();
    sandbox.write("other.pdf", "other proof");
    let before = (sandbox.files("data/hours"), sandbox.files("elsewhere"));
    let output = sandbox.run(add("Refused", "other.pdf"));
    assert_eq!(output.code, Some(3), "{output}");
    for words in ["data/evidence", "symbolic link", "its own folder only"] {
        assert!(output.stderr.contains(words), "{words}: {output}");
    }
    assert!(sandbox.run_zh(add("Refused", "other.pdf")).stderr.contains("只写入自己的文件夹"));
    assert_eq!((sandbox.files("data/hours"), sandbox.files("elsewhere")), before);
    let output = sandbox.run(["evidence", "verify"]);
    assert!(output.code == Some(1) && output.stdout.starts_with("a link in its place  c.pdf"), "{output}");
}

#[test]
fn a_certificate_that_is_not_there_is_wrong_input() {
    let sandbox = Sandbox::new();
    let output = sandbox.run(add("A", "nosuch.pdf"));
    assert_eq!(output.code, Some(3), "{output}");
    assert!(output.stderr.contains("nosuch.pdf") && output.stderr.contains("it is not there"), "{output}");
    assert!(sandbox.run_zh(add("A", "nosuch.pdf")).stderr.contains("请检查路径"));
    assert!(sandbox.files("data/hours").is_empty());
}

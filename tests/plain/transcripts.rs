//! A whole session, from finding a course to taking back what was recorded, in both languages: the
//! real program, a text file in and a text file out.

use crate::is_drawn;
use crate::support::sandbox::Sandbox;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

const ENGLISH: &[&str] = &[
    "/leading",
    "2",
    "a",
    "/",
    "digital",
    "plan-add 1",
    "plan",
    "1",
    "modify",
    "target date next week",
    "target date 2026-12-20",
    "why to lead the team",
    "save",
    "record",
    "3",
    "many",
    "hours 20",
    "result passed",
    "clear provider",
    "save",
    "status",
    "1",
    "1",
    "back",
    "back",
    "hours",
    "1",
    "undo",
    "redo",
    "u",
    "plan",
    "move later",
    "help move",
    "quit",
];

const CHINESE: &[&str] = &[
    "搜索 团队",
    "1",
    "加入计划",
    "计划",
    "1",
    "登记",
    "时长 20",
    "结果 合格",
    "日期 明天",
    "日期 昨天",
    "保存",
    "达标",
    "1",
    "1",
    "返回",
    "学时",
    "1",
    "撤销",
    "目录",
    "？撤销",
    "你好",
    "退出",
];

/// The lines and what was answered to each. An answer is a paragraph: the first comes before any
/// line, and the last line ends the session.
fn transcript(sandbox: &Sandbox, lang: &str, lines: &[&str], code: i32) -> String {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut command = sandbox.command(["--plain", "--lang", lang]);
    command
        .env("TUITION_CATALOG", fixtures.join("catalogs/valid/screens.toml"))
        .env("TUITION_RULES", fixtures.join("requirements"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let input = lines.join("\n") + "\n";
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(!is_drawn(&said), "{said:?}");
    let answers: Vec<&str> = said.trim_end().split("\n\n").collect();
    assert_eq!(answers.len(), lines.len(), "an answer for each line but the last:\n{said}");
    let mut transcript = format!("{}\n", answers[0]);
    for (line, answer) in lines.iter().zip(answers.iter().skip(1).chain([&""])) {
        transcript.push_str(&format!("\n> {line}\n{answer}\n"));
    }
    without_ids(&transcript)
}

/// Entries have an identity of their own each time.
fn without_ids(text: &str) -> String {
    let is_id = |word: &str| word.len() == 26 && word.starts_with("01");
    let lines = text.lines().map(|line| {
        let words = line.split(' ').map(|word| match word.rsplit_once('：') {
            _ if is_id(word) => "[id]".to_owned(),
            Some((label, id)) if is_id(id) => format!("{label}：[id]"),
            _ => word.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn follow(sandbox: &Sandbox) {
    let _ = sandbox.stdout(["rules", "follow", "cn-mohrss"]);
}

#[test]
fn a_session_in_english() {
    let sandbox = Sandbox::new();
    follow(&sandbox);
    // Two slips: a date that is none, and a form that could not be saved as it was.
    insta::assert_snapshot!(transcript(&sandbox, "en", ENGLISH, 0));
}

#[test]
fn a_session_in_chinese() {
    let sandbox = Sandbox::new();
    follow(&sandbox);
    // 你好 means nothing to it, and a script is told so by the exit code.
    insta::assert_snapshot!(transcript(&sandbox, "zh-CN", CHINESE, 2));
}

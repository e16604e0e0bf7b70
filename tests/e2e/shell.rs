//! `tuition completions`, `man` and `doctor`, and the candidates that a shell gets.

use crate::{Sandbox, assert_snapshot};
use std::io::Write;
use std::process::{Command, Stdio};

/// The values that a shell is offered for the last of these words.
fn offered(sandbox: &Sandbox, words: &[&str]) -> Vec<String> {
    let mut command = sandbox.command(["--", "tuition"].iter().chain(words));
    let output = sandbox.finish(command.env("TUITION_COMPLETE", "nushell"));
    assert_eq!(output.stderr, "", "a shell would show it in the middle of the line");
    let table: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    table.as_array().unwrap().iter().map(|row| row["value"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn ids_of_courses_rules_plan_and_entries_complete() {
    let sandbox = Sandbox::new();
    let entry = sandbox.saved(["log", "add", "Site safety", "--hours", "2"]);
    sandbox.stdout(["plan", "add", "welding"]);
    sandbox.stdout(["rules", "follow", "ncees"]);
    assert_eq!(offered(&sandbox, &["show", "wel"]), ["welding"]);
    assert_eq!(offered(&sandbox, &["plan", "remove", ""]).first().map(String::as_str), Some("welding"));
    assert!(offered(&sandbox, &["status", "cn-m"]).contains(&"cn-mohrss".to_owned()));
    assert!(offered(&sandbox, &["rules", "unfollow", ""]).contains(&"ncees".to_owned()));
    assert!(!offered(&sandbox, &["rules", "unfollow", ""]).contains(&"cn-mohrss".to_owned()));
    assert!(offered(&sandbox, &["log", "void", ""]).contains(&entry.trim().to_owned()), "{entry}");
    assert_eq!(offered(&sandbox, &["log", "add", "x", "--category", "eth"]), ["ethics"]);
    assert_eq!(offered(&sandbox, &["com"]), ["completions"]);
    assert_eq!(offered(&sandbox, &["list", "--form"]), ["--format"]);
}

#[test]
fn themes_sort_keys_and_saved_views_complete() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["view", "save", "short", "hours:<5"]);
    sandbox.write("config/themes/mine.toml", "border = \"blue\"\n");
    let config = sandbox.path("config/config.toml");
    assert_eq!(offered(&sandbox, &["view", "remove", ""]).first().map(String::as_str), Some("short"));
    assert_eq!(offered(&sandbox, &["list", "@"]), ["@short"]);
    assert_eq!(offered(&sandbox, &["list", "--sort", "ti"]), ["title"]);
    assert_eq!(offered(&sandbox, &["timer", "start", "wel"]), ["welding"]);
    assert_eq!(offered(&sandbox, &["--theme", "hi"]), ["high-contrast"]);
    assert_eq!(offered(&sandbox, &["--config", config.to_str().unwrap(), "--theme", "mi"]), ["mine"]);
    assert_eq!(offered(&sandbox, &["list", "--theme", "li"]), ["light"]);
}

#[test]
fn a_folder_that_others_may_write_to_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox.saved(["log", "add", "Site safety", "--hours", "2"]);
    let mode =
        |mode| std::fs::set_permissions(sandbox.data(), std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o700);
    let output = sandbox.run(["doctor"]);
    assert!(output.stdout.contains("0 planned, 1 entry of hours"), "{output}");
    assert!(!output.stdout.contains("may change"), "{output}");
    mode(0o777);
    let output = sandbox.run(["doctor"]);
    assert_eq!(output.code, Some(1), "{output}");
    assert!(output.stdout.contains("other people on this machine may change what is in"), "{output}");
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let sandbox = Sandbox::new();
    for (words, folder) in [
        (&["export", "ics", "-o", "nowhere/x.ics"][..], "nowhere"),
        (&["man", "--dir", "no-pages"], "no-pages"),
    ] {
        let output = sandbox.run(words.iter().copied());
        assert_eq!(output.code, Some(5), "{output}");
        assert!(output.stderr.contains(&format!("the folder {folder} is not there")), "{output}");
        assert!(output.stderr.contains("mkdir -p"), "{output}");
    }
}

#[test]
fn a_catalog_that_is_named_on_the_line_completes() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "schema = 1\n[[course]]\nid = \"own-course\"\ntitle = \"Own\"\n");
    let own = sandbox.path("own.toml");
    let own = own.to_str().unwrap();
    assert_eq!(offered(&sandbox, &["-C", own, "show", "own"]), ["own-course"]);
    assert_eq!(offered(&sandbox, &[&format!("--catalog={own}"), "show", "own"]), ["own-course"]);
    assert!(offered(&sandbox, &["show", "own"]).is_empty());
}

/// What a title could do to a terminal it must not do through a shell's list of candidates.
#[test]
fn candidates_are_inert() {
    let sandbox = Sandbox::new();
    sandbox.write("own.toml", "schema = 1\n[[course]]\nid = \"own\"\ntitle = \"\\u001b[31mred\\u0007\"\n");
    let own = sandbox.path("own.toml");
    for shell in ["bash", "zsh", "fish", "nushell", "powershell"] {
        let mut command = sandbox.command(["--", "tuition", "-C", own.to_str().unwrap(), "show", "o"]);
        let output = sandbox.finish(command.env("TUITION_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", "4"));
        assert!(output.stdout.contains("own"), "{shell}: {output}");
        let inert = |c: char| !c.is_control() || ['\n', '\t', '\u{b}'].contains(&c);
        assert!(output.stdout.chars().all(inert), "{shell}: {output}");
    }
}

/// The script of each shell, in that shell; one that is not installed cannot be asked.
#[test]
fn a_real_shell_completes_a_course() {
    let sandbox = Sandbox::new();
    let program = env!("CARGO_BIN_EXE_tuition");
    let folder = std::path::Path::new(program).parent().unwrap().display().to_string();
    let asks = [
        (
            "bash",
            "source <(tuition completions bash); COMP_WORDS=(tuition show wel); COMP_CWORD=2; COMP_TYPE=9
             _clap_complete_tuition tuition wel show; printf '%s\\n' \"${COMPREPLY[@]}\"",
        ),
        ("fish", "tuition completions fish | source; complete -C 'tuition show wel'"),
    ];
    for (shell, script) in asks {
        let found = Command::new(shell).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if found.is_err() {
            println!("{shell} is not installed");
            continue;
        }
        let mut child = Command::new(shell)
            .env("PATH", format!("{folder}:{}", std::env::var("PATH").unwrap()))
            .env("TUITION_CATALOG", sandbox.path("catalog.toml"))
            .env("TUITION_DATA", sandbox.data())
            .env("HOME", sandbox.path(""))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.starts_with("welding"), "{shell}: {said:?}");
    }
}

#[test]
fn every_shell_has_a_script_and_no_other() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "zsh", "fish", "nushell", "powershell"] {
        let script = sandbox.stdout(["completions", shell]);
        assert!(script.contains("TUITION_COMPLETE"), "{shell}: {script}");
        assert!(!script.contains(sandbox.path("").to_str().unwrap()), "no path of this machine");
    }
    assert_eq!(sandbox.run(["completions", "tcsh"]).code, Some(2));
}

#[test]
fn every_command_has_a_manual_page() {
    let sandbox = Sandbox::new();
    let page = sandbox.stdout(["man"]);
    assert!(page.contains(".TH tuition 1") && page.contains("TUITION_DATA"), "{page}");
    let folder = sandbox.path("pages");
    std::fs::create_dir(&folder).unwrap();
    for _ in 0..2 {
        // The second time over the first.
        let output = sandbox.run(["man", "--dir", folder.to_str().unwrap()]);
        assert_eq!(output.code, Some(0), "{output}");
    }
    let names: Vec<String> = sandbox
        .files("pages")
        .into_iter()
        .map(|(path, _)| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    for name in ["tuition.1", "tuition-plan-add.1", "tuition-status.1"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    assert!(sandbox.run_zh(["man"]).stdout.contains("查找课程"));
}

#[test]
fn the_doctor_says_what_is_fine() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(["doctor"]);
    command.env("LANG", "C.UTF-8").env("PATH", "").env("EDITOR", "ed");
    assert_snapshot!(sandbox.finish(&mut command), @r"
    Program
      good   tuition 0.1.0
      note   TUITION_TODAY says that today is 2026-11-21
             unset TUITION_TODAY to go by the clock

    Terminal
      note   no terminal on input and output
             the views need a terminal; every command works without one, and so does tuition --plain

    Language
      good   the locale is C.UTF-8
      good   the interface speaks English

    Files
      good   nothing recorded yet; it would be in [root]/data
             it is made when something is saved for the first time
      good   catalog: 1 file, 5 courses
      good   requirement packs: 14, all bundled

    Other programs
      note   the editor ed is not installed
             set VISUAL or EDITOR to an editor that is installed
      note   nothing is installed that opens addresses
             set BROWSER, or copy addresses with y u
    ");
}

#[test]
fn the_doctor_names_what_is_wrong_and_the_remedy() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox.stdout(["plan", "add", "welding"]);
    sandbox.write("data/plan.toml", "schema = 1\n[[item]]\ncourse = 7\n");
    let data = sandbox.data();
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = sandbox.command(["--lang", "zh-CN", "doctor"]);
    command.env("LANG", "zh_CN.GB18030").env("PATH", "").env("EDITOR", "ed");
    assert_snapshot!(sandbox.finish(&mut command), @r"
    程序
      正常  tuition 0.1.0
      提示  TUITION_TODAY 将今天设为 2026-11-21
            如需按系统时钟，请取消设置 TUITION_TODAY

    终端
      提示  输入和输出不是终端
            界面需要终端；各条命令和 tuition --plain 不需要

    语言
      有误  语言环境 zh_CN.GB18030 不是 UTF-8
            请选用 UTF-8 语言环境，例如 LANG=zh_CN.UTF-8，或使用 --ascii
      正常  界面使用中文

    文件
      正常  [root]/data：计划 0 门，学时记录 0 条
      有误  本机其他用户可以查看 [root]/data
            请收回权限：chmod -R go= 加上该文件夹
      有误  计划、个人信息和学时记录中有 1 个问题
            tuition log list 会逐一列出文件和行号
      正常  课程目录：1 个文件，5 门课程
      正常  要求包：14 个，均为自带

    其他程序
      提示  未安装编辑器 ed
            请将 VISUAL 或 EDITOR 设为已安装的编辑器
      提示  没有可打开网址的程序
            请设置 BROWSER，或用 y u 复制网址
    --- exit 1
    ");
    let json: serde_json::Value =
        serde_json::from_str(&sandbox.run(["doctor", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["ok"], serde_json::json!(false));
}

//! The help of every command and argument, in both languages.
//!
//! The parser knows names and kinds; what a reader is told about them stands here, under the
//! command's path and the argument's name. A test of the command line walks the parser and fails
//! where a text is missing or stands for nothing.

mod arguments;
mod commands;
mod config;
mod proof;
mod shell;
mod timer;
mod views;

use crate::locale::Lang;
pub use arguments::ARGUMENTS;

/// A text in English and in Chinese.
pub type Both = (&'static str, &'static str);

/// What the help page of a command says.
#[derive(Debug)]
pub struct CommandHelp {
    /// The commands from the program on, without its name: `plan add`; empty for the program.
    pub path: &'static str,
    pub about: Both,
    /// Examples and whatever else there is to know. Lines that begin with a blank are set as they
    /// stand, others are wrapped.
    pub after: Both,
}

/// What an argument means.
#[derive(Debug)]
pub struct ArgumentHelp {
    /// The commands that take it, each by its path; none: wherever it occurs and no other line
    /// says otherwise.
    pub of: &'static [&'static str],
    pub name: &'static str,
    pub text: Both,
}

pub fn command(path: &str) -> Option<&'static CommandHelp> {
    // Every group of commands has a `help` of its own, and they all do the same.
    let path = if path.rsplit(' ').next() == Some("help") { "help" } else { path };
    commands().find(|command| command.path == path)
}

/// The help of every command.
pub fn commands() -> impl Iterator<Item = &'static CommandHelp> {
    let all = [commands::COMMANDS, config::CONFIG, proof::PROOF, shell::SHELL, timer::TIMER, views::VIEWS];
    all.into_iter().flatten()
}

pub fn argument(path: &str, name: &str) -> Option<&'static ArgumentHelp> {
    let named = || ARGUMENTS.iter().filter(|argument| argument.name == name);
    named()
        .find(|argument| argument.of.contains(&path))
        .or_else(|| named().find(|argument| argument.of.is_empty()))
}

/// What stands for a value in usage lines, where it is not the word that the parser has.
pub fn placeholder(lang: Lang, name: &str) -> Option<&'static str> {
    match lang {
        Lang::En => None,
        Lang::Zh => Some(match name {
            "CATEGORY" => "类别",
            "COLUMNS" => "列数",
            "COMMAND" => "命令",
            "DATE" => "日期",
            "DIR" => "目录",
            "SHELL" => "SHELL",
            "FILE" => "文件",
            "FORM" => "形式",
            "FORMAT" => "格式",
            "ID" => "编号",
            "KEY" => "字段",
            "LANG" => "语言",
            "NAME" => "名称",
            "N" => "数值",
            "NAME=DATE" => "名称=日期",
            "OPTIONS" => "选项",
            "PATH" => "路径",
            "PERIOD" => "周期",
            "POSITION" => "位置",
            "QUERY" => "查询",
            "RESULT" => "结果",
            "RULE" => "要求包",
            "TEXT" => "文字",
            "TIME" => "时长",
            "TITLE" => "名称",
            "UNIT" => "单位",
            "URL" => "网址",
            "WHEN" => "时机",
            "YEAR" => "年份",
            _ => return None,
        }),
    }
}

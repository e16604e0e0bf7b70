//! The way to a course in words: how each course on it stands, and what is left to study.

use super::vocabulary;
use super::{Lang, Say};
use crate::domain::prerequisites::{Load, Mention, Node, Way};
use crate::domain::progress::PrerequisiteState;

/// How a course on the way stands, in a word or two.
pub fn stands(lang: Lang, node: &Node<'_>) -> String {
    let state = node.state.say(lang);
    let known = node.course.is_some();
    let stands = match node.state {
        PrerequisiteState::Missing if !known => lang.either("not in the catalog", "不在目录中").to_owned(),
        PrerequisiteState::Planned | PrerequisiteState::Done if !known => {
            lang.pick(format!("{state}, not in the catalog"), format!("{state}，不在目录中"))
        }
        _ => state,
    };
    match node.mention {
        Mention::First => stands,
        Mention::Again => lang.pick(format!("{stands}, see above"), format!("{stands}，见上")),
        Mention::Circle => lang.either("asked for in a circle", "循环先修").to_owned(),
    }
}

/// The same for the course that the way leads to.
pub fn itself(lang: Lang) -> &'static str {
    lang.either("this course", "本课程")
}

/// How many courses are missing, planned and done: `2 missing, 1 planned, 1 done`.
pub fn counts(lang: Lang, way: &Way<'_>) -> String {
    if way.ahead() + way.done == 0 {
        return lang.either("This course asks for nothing before it.", "此课程没有先修要求。").to_owned();
    }
    let mut parts = Vec::new();
    let mut part = |count: usize, en: &str, zh: &str| {
        if count > 0 {
            parts.push(lang.pick(format!("{count} {en}"), format!("{zh} {count} 门")));
        }
    };
    part(way.missing.len(), "missing", "尚缺");
    part(way.planned, "planned", "已列入计划");
    part(way.unknown.len(), "not in the catalog", "不在目录中");
    part(way.done, "done", "已完成");
    let parts = parts.join(lang.either(", ", "，"));
    match way.ahead() {
        0 => lang.pick(
            format!("Everything that it asks for is done ({}).", way.done),
            format!("先修课程均已完成（{} 门）。", way.done),
        ),
        _ => lang.pick(format!("Before it: {parts}."), format!("先修课程：{parts}。")),
    }
}

/// The hours left before the course, as far as sources state them: `30–42 h · from 120 class hours`.
pub fn left(lang: Lang, load: &Load) -> String {
    let mut parts: Vec<String> =
        load.stated().map(|(unit, stated)| vocabulary::hours(lang, Some(&stated), unit)).collect();
    if load.not_stated > 0 {
        let courses = load.not_stated;
        let states = if courses == 1 { "course states" } else { "courses state" };
        parts.push(lang.pick(format!("{courses} {states} no hours"), format!("{courses} 门未注明时长")));
    }
    parts.join(" · ")
}

/// What is left to study before the course, as a sentence.
pub fn left_to_study(lang: Lang, load: &Load) -> String {
    let left = left(lang, load);
    lang.pick(format!("Still to study before it: {left}."), format!("此前还需学习：{left}。"))
}

/// The heading over the courses that ask for this one.
pub fn opens(lang: Lang, courses: usize) -> String {
    match courses {
        0 => lang.either("No course asks for it.", "没有课程以它为先修课程。").to_owned(),
        1 => lang.either("1 course asks for it:", "1 门课程以它为先修课程：").to_owned(),
        _ => lang.pick(format!("{courses} courses ask for it:"), format!("{courses} 门课程以它为先修课程：")),
    }
}

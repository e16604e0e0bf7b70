//! Words that a person types in a conversation, in either language whatever language is spoken:
//! short names for what is done most. Every action has its own name besides.

use crate::action::Action;

/// What a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    Do(Action),
    /// The next rows of the list.
    More,
    /// Everything here once more.
    Again,
    Save,
    Cancel,
    /// Empty the field that is named behind it.
    Clear,
    /// How long the timer has run.
    TimerStatus,
}

const WORDS: &[(Meant, &[&str])] = &[
    (Meant::More, &["more", "更多", "继续"]),
    (Meant::Again, &["again", "repeat", "where", "重复", "再说一遍"]),
    (Meant::Save, &["save", "ok", "保存", "确定"]),
    (Meant::Cancel, &["cancel", "取消"]),
    (Meant::Clear, &["clear", "清空"]),
    (Meant::Do(Action::ViewCatalog), &["catalog", "courses", "目录", "课程", "课程目录"]),
    (Meant::Do(Action::ViewPlan), &["plan", "计划", "学习计划"]),
    (Meant::Do(Action::ViewHours), &["hours", "log", "学时", "学时记录", "记录"]),
    (Meant::Do(Action::ViewStatus), &["status", "requirements", "达标", "学时要求"]),
    (Meant::Do(Action::Help), &["help", "帮助", "按键"]),
    (Meant::Do(Action::Palette), &["commands", "命令"]),
    (Meant::Do(Action::Quit), &["quit", "exit", "bye", "退出", "再见"]),
    (Meant::Do(Action::Back), &["back", "返回"]),
    (Meant::Do(Action::Search), &["search", "find", "搜索", "查找"]),
    (Meant::Do(Action::Undo), &["undo", "撤销"]),
    (Meant::Do(Action::Redo), &["redo", "重做"]),
    (Meant::Do(Action::Open), &["open", "read", "details", "查看", "详情"]),
    (Meant::Do(Action::PlanAdd), &["add", "加入", "加入计划"]),
    (Meant::Do(Action::PlanRemove), &["remove", "移出", "移出计划"]),
    (Meant::Do(Action::RecordHours), &["record", "done", "登记", "登记学时"]),
    (Meant::Do(Action::Down), &["next", "下一个"]),
    (Meant::Do(Action::Up), &["previous", "上一个"]),
    (Meant::Do(Action::Problems), &["problems", "问题"]),
    (Meant::Do(Action::Facets), &["facets", "filters", "筛选"]),
    (Meant::Do(Action::FillGap), &["gap", "补足"]),
    (Meant::Do(Action::Modify), &["modify", "correct", "change", "更正", "修改"]),
    (Meant::Do(Action::Void), &["void", "作废"]),
    (Meant::Do(Action::Timer), &["timer", "计时"]),
    (Meant::TimerStatus, &["timer status", "timer-status", "计时状态"]),
];

/// Commands of the command line that are no part of a conversation.
const OWN: &[(&str, &[&str])] = &[
    ("due", &["due", "到期", "期限"]),
    ("what-if", &["what-if", "whatif", "what if", "假设"]),
    ("profile", &["profile", "个人资料"]),
    ("evidence", &["evidence", "证明", "证明材料"]),
    ("report", &["report", "报告"]),
];

/// The command of its own that the line, or its first word, names.
pub fn own_command(line: &str) -> Option<&'static str> {
    let line = line.to_lowercase();
    let first = line.split_whitespace().next()?;
    OWN.iter()
        .find(|(_, words)| words.contains(&line.as_str()) || words.contains(&first))
        .map(|(own, _)| *own)
}

pub fn meant(text: &str) -> Option<Meant> {
    let text = text.to_lowercase();
    WORDS.iter().find(|(_, words)| words.contains(&text.as_str())).map(|(meant, _)| *meant)
}

/// All of them, to find what a slip of the finger was meant to be.
pub fn all() -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(|(_, words)| words.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_things() {
        let words: Vec<&str> = all().collect();
        for (at, word) in words.iter().enumerate() {
            assert!(!words[at + 1..].contains(word), "{word}");
            // A name of an action means that action.
            if let Some(action) = Action::from_name(word) {
                assert_eq!(meant(word), Some(Meant::Do(action)), "{word}");
            }
        }
    }
}

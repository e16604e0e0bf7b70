//! Sentences of the screen that name a key, with the word in its place that can be typed: the ear
//! does not tell `u` from `U`.

use super::Plain;

/// Ends of notices. What stands before them may be anybody's text and stays as it is.
const ENDS: &[(&str, &str)] = &[
    ("; u undoes", "; undo takes it back"),
    ("; U redoes", "; redo does it again"),
    ("；按 u 撤销", "；输入“撤销”可撤销"),
    ("；按 U 重做", "；输入“重做”可重做"),
    ("Enter once more replaces it; u undoes that.", "save once more replaces it; undo takes that back."),
    ("再按 Enter 替换，可按 u 撤销。", "再输入一次“保存”则替换，可撤销。"),
    ("Space marks one, V a range", "mark marks one, mark-range a range"),
    ("按 Space 标记，按 V 连续标记", "输入“标记”或“连续标记”"),
    ("m records a correction, x voids the entry", "correct records a correction, void voids the entry"),
    ("按 m 登记更正，按 x 作废", "输入“更正”登记更正，输入“作废”作废"),
];

impl Plain {
    /// A sentence of the screen with words in place of its keys.
    pub fn heard(self, text: &str) -> String {
        let words = self.0.words();
        let said = |english: &str, chinese: &str| self.0.either(english, chinese).to_owned();
        match text {
            _ if text == words.no_rules_hint => said(
                "follow chooses requirements; several can be followed at once.",
                "输入“关注”选择学时要求，可同时关注多项。",
            ),
            _ if text == words.no_plan_hint => said(
                "In the catalog, add and a number plans a course.",
                "在目录中输入“加入”加编号，将课程加入计划。",
            ),
            _ if text == words.no_hours_hint => said(
                "record on a course records its hours; record-free records anything else.",
                "在课程上输入“登记”；目录以外的学习输入 record-free。",
            ),
            _ if text == words.state_the_date => said("modify states the date.", "输入“修改”填写日期。"),
            _ if text == words.leave_the_rule => {
                said("unfollow follows it no longer.", "输入 unfollow 不再关注。")
            }
            _ => with_words(text),
        }
    }
}

fn with_words(text: &str) -> String {
    let replaced = ENDS.iter().find_map(|(shown, heard)| Some(text.strip_suffix(shown)?.to_owned() + heard));
    replaced.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::locale::Lang;

    #[test]
    fn keys_become_words_at_the_end_alone() {
        let said = |text: &str| Lang::En.plain().heard(text);
        assert_eq!(
            said("saved: u undoes; u undoes; u undoes"),
            "saved: u undoes; u undoes; undo takes it back"
        );
        assert_eq!(said("undone: a plan; U redoes"), "undone: a plan; redo does it again");
        assert_eq!(Lang::Zh.plain().heard("已保存；按 u 撤销"), "已保存；输入“撤销”可撤销");
    }
}

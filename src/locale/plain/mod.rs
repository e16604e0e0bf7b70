//! What the program says in a conversation of lines (`tuition --plain`): whole sentences, one
//! thought a line, for ears as much as for eyes. `figures` says amounts and days; `heard` puts words in
//! the place of keys; `remarks` says what a screen shows by its place; `typed` knows the words that a
//! person types.

pub mod figures;
mod heard;
mod remarks;
pub mod typed;

use super::Lang;

/// The sentences of a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Plain(Lang);

impl Lang {
    pub fn plain(self) -> Plain {
        Plain(self)
    }
}

impl Plain {
    pub fn welcome(self) -> String {
        self.0
            .either(
                "tuition in words. Type help for what can be said here, quit to leave.",
                "tuition 文字对话。输入“帮助”查看可用的说法，输入“退出”离开。",
            )
            .to_owned()
    }

    /// A label and its value on a line of their own.
    pub fn fact(self, label: &str, value: &str) -> String {
        self.0.either(format!("{label}: {value}"), format!("{label}：{value}"))
    }

    /// Two clauses, the second closer to the first than a sentence of its own.
    pub fn beside(self, one: &str, other: &str) -> String {
        self.0.either(format!("{one}, {other}"), format!("{one}，{other}"))
    }

    pub fn catalog(self, found: usize, all: usize, query: &str) -> String {
        let courses = if found == 1 { "course" } else { "courses" };
        match query.is_empty() {
            true => self.0.either(format!("Catalog: {found} {courses}"), format!("目录：{found} 门课程")),
            false => self.0.either(
                format!("Catalog: {found} of {all} courses for {query}"),
                format!("目录：“{query}”找到 {found} 门，共 {all} 门课程"),
            ),
        }
    }

    /// What is wrong with a query.
    pub fn query_fault(self, why: &str) -> String {
        self.0.either(format!("The query is not understood: {why}"), format!("无法理解查询：{why}"))
    }

    pub fn plan(self, courses: usize) -> String {
        let noun = if courses == 1 { "course" } else { "courses" };
        self.0.either(format!("Plan: {courses} {noun}"), format!("计划：{courses} 门课程"))
    }

    pub fn hours(self, entries: usize) -> String {
        let noun = if entries == 1 { "entry" } else { "entries" };
        self.0.either(format!("Hours: {entries} {noun}"), format!("学时：{entries} 条记录"))
    }

    pub fn status(self, rules: usize, day: &str) -> String {
        let noun = if rules == 1 { "rule" } else { "rules" };
        self.0.either(
            format!("Status on {day}: {rules} {noun} followed"),
            format!("达标情况（{day}）：关注 {rules} 项要求"),
        )
    }

    pub fn facets(self, values: usize) -> String {
        self.0.either(
            format!("Facets: {values} values; a number switches one on or off, back returns to the courses"),
            format!("筛选：{values} 个值；输入编号选中或取消，输入“返回”回到课程"),
        )
    }

    pub fn ledger(self, rule: &str, part: &str) -> String {
        self.0.either(format!("Ledger of {rule}, {part}"), format!("{rule} 的{part}明细"))
    }

    /// A list over a view: its name and how much is in it.
    pub fn list(self, name: &str, rows: usize) -> String {
        self.0.either(format!("{name}: {rows}"), format!("{name}：{rows} 项"))
    }

    pub fn due(self, day: &str) -> String {
        self.0.either(format!("due {day}"), format!("期限 {day}"))
    }

    pub fn counted_so_far(self, sum: &str) -> String {
        self.0.either(format!("sum so far {sum}"), format!("累计 {sum}"))
    }

    pub fn claimed_and_counted(self, claimed: &str, counted: &str) -> String {
        self.0.either(
            format!("claimed {claimed}, counted {counted}"),
            format!("申报 {claimed}，计入 {counted}"),
        )
    }

    pub fn carried_in(self, amount: &str) -> String {
        self.0.either(format!("{amount} carried in"), format!("结转 {amount}"))
    }

    /// A planned course of a ledger.
    pub fn would_add(self, amount: &str) -> String {
        self.0.either(format!("planned, would add {amount}"), format!("计划，可增 {amount}"))
    }

    pub fn would_add_nothing(self) -> &'static str {
        self.0.either("planned, hours not stated", "计划，未注明学时")
    }

    pub fn courses(self, count: usize) -> String {
        let noun = if count == 1 { "course" } else { "courses" };
        self.0.either(format!("{count} {noun}"), format!("{count} 门课程"))
    }

    pub fn comparison(self, titles: &str) -> String {
        self.0.either(format!("Comparison, in this order: {titles}"), format!("比较，顺序为：{titles}"))
    }

    /// How far before a course another is asked for.
    pub fn step_before(self, depth: usize) -> String {
        let steps = if depth == 1 { "step" } else { "steps" };
        self.0.either(format!("{depth} {steps} before"), format!("前 {depth} 步"))
    }

    /// Beside a course that asks for the one in question.
    pub fn opened(self) -> &'static str {
        self.0.either("can be taken after it", "学完后可学")
    }

    pub fn marked(self) -> &'static str {
        self.0.either("marked", "已标记")
    }

    pub fn switched_on(self) -> &'static str {
        self.0.either("on", "已选")
    }

    pub fn not_here(self) -> &'static str {
        self.0.either("not possible here", "此处无法执行")
    }

    pub fn keys(self, keys: &str) -> String {
        self.0.either(format!("key {keys}"), format!("按键 {keys}"))
    }

    pub fn empty(self) -> &'static str {
        self.0.either("empty", "空")
    }

    pub fn choices(self, options: &[String]) -> String {
        let options = options.join(self.0.either(", ", "、"));
        self.0.either(format!("choices: {options}"), format!("可选：{options}"))
    }

    pub fn type_a_value(self) -> String {
        self.0
            .either("Type its value; an empty line leaves it as it is.", "请输入内容；按回车则保持不变。")
            .to_owned()
    }

    /// Rows of a list that have not been said yet.
    pub fn more_rows(self, left: usize) -> String {
        self.0.either(
            format!("{left} more; an empty line or more goes on."),
            format!("还有 {left} 项；按回车或输入“更多”继续。"),
        )
    }

    pub fn nothing_more(self) -> String {
        self.0.either("That was the last; again repeats.", "已到末尾；输入“重复”再说一遍。").to_owned()
    }

    pub fn nothing_new(self) -> String {
        self.0.either("Nothing has changed.", "没有变化。").to_owned()
    }

    pub fn type_a_query(self) -> String {
        self.0
            .either(
                "Type what you look for; an empty line leaves the query as it is.",
                "请输入要查找的内容；按回车则保持原查询。",
            )
            .to_owned()
    }

    pub fn no_row(self, number: usize, rows: usize) -> String {
        match rows {
            0 => self.0.either(
                format!("There is no {number}: the list is empty."),
                format!("没有第 {number} 项：列表为空。"),
            ),
            _ => self.0.either(
                format!("There is no {number}: the list ends at {rows}."),
                format!("没有第 {number} 项：列表到 {rows} 为止。"),
            ),
        }
    }

    pub fn not_understood(self, text: &str) -> String {
        self.0.either(format!("Not understood: {text}"), format!("无法理解：{text}"))
    }

    pub fn did_you_mean(self, word: &str) -> String {
        self.0.either(format!("Did you mean {word}?"), format!("是否指“{word}”？"))
    }

    /// What could be said in place of what was not understood.
    pub fn could_say(self) -> String {
        self.0
            .either(
                "You can type: a number, /words to search, more, catalog, plan, hours, status, undo, help, quit.",
                "可输入：编号、/关键词（搜索）、更多、目录、计划、学时、达标、撤销、帮助、退出。",
            )
            .to_owned()
    }

    pub fn could_say_in_form(self) -> String {
        self.0
            .either(
                "In this form you can type: a field's number or name and its value, clear and a field, save, cancel, again.",
                "在此表单中可输入：栏目的编号或名称加内容、“清空”加栏目、保存、取消、重复。",
            )
            .to_owned()
    }

    pub fn which(self, text: &str) -> String {
        self.0.either(
            format!("{text} can mean several things; type a number:"),
            format!("“{text}”有多种含义，请输入编号："),
        )
    }

    pub fn not_a_choice(self, value: &str) -> String {
        self.0.either(format!("{value} is not one of the choices."), format!("“{value}”不在可选项中。"))
    }

    pub fn not_saved_yet(self) -> String {
        self.0.either("Not saved; put right:", "未保存，请更正：").to_owned()
    }

    pub fn quit_unsaved(self) -> String {
        self.0
            .either(
                "What you typed in a form is not saved. Type quit once more to leave without it.",
                "有表单尚未保存。再输入一次“退出”则放弃并离开。",
            )
            .to_owned()
    }

    pub fn ended_unsaved(self) -> String {
        self.0
            .either(
                "The input has ended and a form was not saved: what was typed in it is lost.",
                "输入已结束，有表单尚未保存：其中的内容已丢失。",
            )
            .to_owned()
    }

    pub fn record_changed(self) -> String {
        self.0
            .either(
                "Another program has changed your plan, hours or profile; they were read again.",
                "计划、学时或个人资料已被其他程序修改，现已重新读取。",
            )
            .to_owned()
    }

    pub fn catalog_changed(self) -> String {
        self.0
            .either(
                "The catalog has changed on disk; it was read again.",
                "课程目录文件有变化，现已重新读取。",
            )
            .to_owned()
    }

    pub fn packs_changed(self) -> String {
        self.0
            .either(
                "The requirement packs have changed on disk; they were read again.",
                "学时要求文件有变化，现已重新读取。",
            )
            .to_owned()
    }

    pub fn not_text(self) -> String {
        self.0.either("That line is not text in UTF-8.", "该行不是 UTF-8 文本。").to_owned()
    }

    /// Nothing to draw anew, and the terminal itself suspends.
    pub fn only_on_screens(self) -> String {
        self.0
            .either(
                "That is for the screen; a conversation has nothing to redraw or suspend.",
                "此操作只用于全屏界面；文字对话无需重绘或挂起。",
            )
            .to_owned()
    }
}

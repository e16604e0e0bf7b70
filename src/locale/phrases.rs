//! Sentences with something filled in.

use super::{Lang, Say};
use crate::action::Action;
use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use crate::domain::{Operation, ViewName};
use crate::locale::vocabulary;
use crate::store::record::Stepped;

/// The sentences of a language.
#[derive(Clone, Copy, Debug)]
pub struct Phrases(pub(super) Lang);

impl Lang {
    pub fn phrases(self) -> Phrases {
        Phrases(self)
    }

    pub(super) fn pick(self, en: String, zh: String) -> String {
        if self.is_chinese() { zh } else { en }
    }
}

impl Phrases {
    pub fn unbound(self, keys: &str) -> String {
        self.0.pick(
            format!("{keys} does nothing here; ? shows the keys"),
            format!("{keys} 在此处无作用；按 ? 查看按键"),
        )
    }

    /// What a number in the palette does.
    pub fn goes_to_row(self, number: usize) -> String {
        self.0.pick(format!("Enter goes to row {number}."), format!("按 Enter 转到第 {number} 行。"))
    }

    /// A choice that holds now.
    pub fn in_force(self, what: &str) -> String {
        self.0.pick(format!("{what} (on)"), format!("{what}（当前）"))
    }

    pub fn does_not_apply(self, action: Action) -> String {
        let action = action.say(self.0);
        self.0.pick(format!("Not possible here: {action}"), format!("此处无法执行：{action}"))
    }

    /// How many other followed rules are at risk or worse; nothing where none is.
    pub fn others_at_risk(self, others: usize) -> Option<String> {
        let many = if others == 1 { "other" } else { "others" };
        let said = self.0.pick(format!("{others} {many} at risk"), format!("另 {others} 项有风险"));
        (others > 0).then_some(said)
    }

    /// What says by itself that it was done.
    pub fn done(self, what: &str) -> String {
        self.0.pick(format!("{what} · u undoes"), format!("已{what} · 按 u 撤销"))
    }

    pub fn saved(self, what: &str) -> String {
        self.0.pick(format!("saved: {what} · u undoes"), format!("已保存：{what} · 按 u 撤销"))
    }

    /// A view cannot be saved because its query is none.
    pub fn view_not_a_query(self, why: &str) -> String {
        self.0.pick(format!("This cannot be saved as a view: {why}"), format!("无法保存为视图：{why}"))
    }

    /// What a name stands for that is about to stand for something else.
    pub fn view_replaces(self, name: &ViewName, query: &str) -> String {
        self.0.pick(
            format!("@{name} stands for {query}. Enter once more replaces it; u undoes that."),
            format!("@{name} 现为 {query}。再按 Enter 替换，可按 u 撤销。"),
        )
    }

    pub fn view_is(self, query: &str) -> String {
        self.0.pick(format!("(now: {query})"), format!("（现为：{query}）"))
    }

    pub fn undone(self, what: &str) -> String {
        self.0.pick(format!("undone: {what} · U redoes"), format!("已撤销：{what} · 按 U 重做"))
    }

    pub fn redone(self, what: &str) -> String {
        self.0.pick(format!("done again: {what}"), format!("已重做：{what}"))
    }

    /// `7 of 225`
    pub fn counted(self, found: usize, all: usize) -> String {
        if found == all {
            let courses = if all == 1 { "course" } else { "courses" };
            return self.0.pick(format!("{all} {courses}"), format!("{all} 门课程"));
        }
        self.0.pick(format!("{found} of {all}"), format!("{found} / {all} 门课程"))
    }

    pub fn marked(self, count: usize) -> String {
        self.0.pick(format!("{count} marked"), format!("已标记 {count} 门"))
    }

    /// Why nothing is compared: too few courses are marked, or too many.
    pub fn cannot_compare(self, marked: usize) -> String {
        self.0.pick(
            format!("Compare takes two to four marked courses, here {marked}: Space marks one, V a range"),
            format!("请标记二至四门课程再比较（现有 {marked} 门）：按 Space 标记，按 V 连续标记"),
        )
    }

    /// Courses of a comparison that there is no room for.
    pub fn more_beside(self, courses: usize) -> String {
        self.0.pick(format!("{courses} more (h/l)"), format!("另有 {courses} 门（h/l）"))
    }

    /// The head of the tour's box.
    pub fn tour_step(self, place: usize) -> String {
        self.0.pick(format!("step {place} of 3"), format!("第 {place} 步，共 3 步"))
    }

    /// The same before the one line of a small screen.
    pub fn tour_step_briefly(self, place: usize) -> String {
        self.0.pick(format!("{place}/3:"), format!("{place}/3："))
    }

    pub fn tour_search(self, search: &str) -> String {
        self.0.pick(
            format!("Press {search} and type what you need."),
            format!("按 {search} 并输入想学的内容。"),
        )
    }

    pub fn tour_plan(self, add: &str) -> String {
        self.0.pick(
            format!("Enter ends typing; {add} puts the course into the plan."),
            format!("按 Enter 结束输入，再按 {add} 将课程加入计划。"),
        )
    }

    pub fn tour_rules(self, status: &str, follow: &str, record: &str, help: &str) -> String {
        self.0.pick(
            format!("{status} {follow} chooses your rules, {record} records hours, {help} helps."),
            format!("{status} {follow} 选择学时要求，{record} 登记学时，{help} 帮助。"),
        )
    }

    /// What a query would find without one of its terms: `3 without level:advanced`.
    pub fn found_without(self, term: &str, matched: usize) -> String {
        self.0.pick(format!("{matched} without {term}"), format!("去掉 {term} 有 {matched} 门"))
    }

    /// The same of several terms, before another sentence.
    pub fn rather(self, without: &[String]) -> String {
        self.0.pick(format!("There are {}. ", without.join(", ")), format!("{}。", without.join("，")))
    }

    /// A range that has begun, in the frame of the list.
    pub fn range(self, count: usize) -> String {
        self.0.pick(format!("range of {count}"), format!("连选 {count} 门"))
    }

    /// The query was made to ask for what fills a gap, since nothing is ranked without one.
    pub fn ranked_by(self, rule: &str) -> String {
        self.0.pick(
            format!("fills:{rule} was added: courses that add nothing to {rule} are left out"),
            format!("已加入 fills:{rule}：对 {rule} 没有贡献的课程不再列出"),
        )
    }

    /// The number at the top: `2026: 24 h completed`.
    pub fn completed_this_year(self, year: i16, sums: &str) -> String {
        self.0.pick(format!("{year}: {sums} completed"), format!("{year} 年：已完成 {sums}"))
    }

    pub fn nothing_completed(self, year: i16) -> String {
        self.0.pick(format!("{year}: no hours completed"), format!("{year} 年：尚无完成学时"))
    }

    pub fn files_skipped(self, files: usize) -> String {
        let many = if files == 1 { "file" } else { "files" };
        self.0.pick(
            format!("{files} {many} skipped · ! shows why"),
            format!("{files} 个文件被跳过 · 按 ! 查看原因"),
        )
    }

    pub fn problems(self, count: usize) -> String {
        let many = if count == 1 { "problem" } else { "problems" };
        self.0.pick(format!("{count} {many} · ! shows them"), format!("{count} 个问题 · 按 ! 查看"))
    }

    /// A range of hours is prefilled with its lower end; this says so.
    pub fn stated_as(self, hours: &str) -> String {
        self.0.pick(
            format!("the source states {hours}; the lower end is filled in"),
            format!("来源注明 {hours}；已填入下限"),
        )
    }

    pub fn already_recorded(self, sums: &str) -> String {
        self.0.pick(format!("already recorded: {sums}"), format!("已登记过：{sums}"))
    }

    pub fn did_you_mean(self, word: &str) -> String {
        self.0.pick(format!("did you mean {word}?"), format!("是否指 {word}？"))
    }

    /// Certificates that an entry has already.
    pub fn attached(self, names: &[&str]) -> String {
        self.0.pick(format!("attached: {}", names.join(", ")), format!("已附：{}", names.join("、")))
    }

    pub fn without_proof(self, entries: usize) -> String {
        let noun = if entries == 1 { "entry" } else { "entries" };
        self.0.pick(format!("{entries} {noun} without proof"), format!("{entries} 条记录未附证明材料"))
    }

    pub fn not_a_category(self, word: &str) -> String {
        self.0.pick(
            format!("\"{word}\": small letters, digits, hyphens"),
            format!("“{word}”：只能用小写字母、数字、连字符"),
        )
    }

    /// What was typed begins no option of a choice field.
    pub fn no_choice(self, field: &str, typed: &str) -> String {
        self.0.pick(format!("no {} “{typed}”", field.to_lowercase()), format!("{field}中没有“{typed}”"))
    }

    pub fn took_out(self, title: &str) -> String {
        self.0.pick(format!("took {title} out of the plan"), format!("将 {title} 移出计划"))
    }

    /// `place` counts from 1.
    pub fn moved(self, title: &str, place: usize) -> String {
        self.0.pick(format!("moved {title} to place {place}"), format!("将 {title} 移到第 {place} 位"))
    }

    pub fn voided(self, title: &str) -> String {
        self.0.pick(format!("voided entry {title}"), format!("作废记录 {title}"))
    }

    /// What lies hidden below a popup's or pane's last line.
    pub fn more_below(self, lines: usize) -> String {
        self.0.pick(format!("{lines} more below"), format!("下面还有 {lines} 行"))
    }
}

impl Say for Stepped {
    fn say(&self, lang: Lang) -> String {
        match &self.operation {
            Operation::Follow(following) if self.anew => {
                let rule = &following.rule;
                lang.pick(format!("changed how {rule} is followed"), format!("修改 {rule} 的关注设置"))
            }
            operation => operation.say(lang),
        }
    }
}

impl Say for Operation {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::PlanAdd(items) => match items.as_slice() {
                [item] => lang.pick(format!("planned {}", item.title), format!("列入计划 {}", item.title)),
                items => lang.pick(
                    format!("planned {} courses", items.len()),
                    format!("列入计划 {} 门课程", items.len()),
                ),
            },
            Self::PlanRemove(courses) => match courses.as_slice() {
                [course] => lang.phrases().took_out(course.as_str()),
                courses => lang.pick(
                    format!("took {} courses out of the plan", courses.len()),
                    format!("将 {} 门课程移出计划", courses.len()),
                ),
            },
            Self::PlanMove { course, to } => lang.phrases().moved(course.as_str(), to + 1),
            Self::PlanEdit(item) => lang
                .pick(format!("changed the plan for {}", item.title), format!("修改计划项 {}", item.title)),
            Self::LogAdd(entry) => {
                let amount = vocabulary::amount(lang, entry.amount, entry.unit);
                let (title, date) = (&entry.title, entry.date);
                if entry.replaces.is_some() {
                    lang.pick(
                        format!("corrected to {amount} on {date}: {title}"),
                        format!("更正为 {date} {amount}：{title}"),
                    )
                } else {
                    lang.pick(format!("{amount} on {date}: {title}"), format!("{date} {amount}：{title}"))
                }
            }
            Self::LogVoid(voiding) => lang.phrases().voided(voiding.target.as_str()),
            Self::Follow(following) => {
                lang.pick(format!("followed {}", following.rule), format!("关注 {}", following.rule))
            }
            Self::Unfollow(rule) => {
                lang.pick(format!("no longer followed {rule}"), format!("不再关注 {rule}"))
            }
            Self::ProfileEdit(facts) => {
                let pieces: Vec<String> = facts.iter().map(|fact| fact.piece().say(lang)).collect();
                let pieces = pieces.join(lang.either(", ", "、"));
                lang.pick(format!("changed the profile: {pieces}"), format!("修改个人资料：{pieces}"))
            }
            Self::ViewSave(view) => lang.pick(
                format!("saved the view @{}: {}", view.name, view.query),
                format!("保存视图 @{}：{}", view.name, view.query),
            ),
            Self::TimerStart(session) => {
                let title = &session.title;
                lang.pick(format!("started the timer on {title}"), format!("开始计时：{title}"))
            }
            Self::TimerStop(session) => {
                let title = &session.title;
                lang.pick(format!("stopped the timer on {title}"), format!("停止计时：{title}"))
            }
            Self::TimerDiscard(session) => {
                let title = &session.title;
                lang.pick(format!("discarded the time on {title}"), format!("放弃计时：{title}"))
            }
            Self::ViewRemove(name) => {
                lang.pick(format!("took out the view @{name}"), format!("删去视图 @{name}"))
            }
        }
    }
}

impl Say for AmountError {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::Empty => ("needed", "必填"),
            Self::NotANumber => ("not a number such as 8 or 1.5", "应为 8 或 1.5 这样的数"),
            Self::Negative => ("must be above zero", "必须大于零"),
            Self::TooManyDecimals => ("at most two decimals", "最多两位小数"),
            Self::TooLarge => ("at most 10000", "最多 10000"),
            Self::Zero => ("must be above zero", "必须大于零"),
        };
        lang.pick(en.to_owned(), zh.to_owned())
    }
}

impl Say for DateError {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::Empty => ("needed", "必填"),
            Self::NotADate => ("not a date: 2026-05-20, today, -3d", "不是日期：2026-05-20、今天、-3d"),
            Self::NoSuchDay => ("there is no such day", "没有这一天"),
            Self::OutOfRange => ("outside the years 1900 to 2200", "超出 1900 至 2200 年"),
        };
        lang.pick(en.to_owned(), zh.to_owned())
    }
}

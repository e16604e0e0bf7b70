//! What a conversation remarks where a screen shows it by its place, its colours or its keys: where
//! a thing is possible, what was marked, what a form takes literally, how long the timer has run.

use super::Plain;
use super::figures::spoken;
use crate::action::Action;
use crate::domain::timer::{Measured, Session};
use crate::locale::timer;
use jiff::Timestamp;

impl Plain {
    pub fn in_the_catalog(self) -> String {
        self.pick("You are in the catalog; quit leaves the program.", "已在目录中；输入“退出”离开程序。")
    }

    /// Where an action is possible, or what it needs; nothing where its own words say it.
    pub fn works_where(self, action: Action) -> Option<String> {
        use Action as A;
        let (english, chinese) = match action {
            A::PlanAdd => (
                "That works on a course in the list of the catalog that is not planned yet.",
                "此操作用于目录列表中尚未计划的课程。",
            ),
            A::ToggleFacet => ("That works in the facets: type facets.", "此操作用于筛选：请输入“筛选”。"),
            A::Mark | A::MarkAll | A::MarkRange => {
                ("That works on a course in the list of the catalog.", "此操作用于目录列表中的课程。")
            }
            A::PlanRemove => (
                "That works on a planned course, in the plan or the catalog.",
                "此操作用于计划或目录中已计划的课程。",
            ),
            A::RecordHours => {
                ("That works on a course in the catalog or the plan.", "此操作用于目录或计划中的课程。")
            }
            A::Modify => (
                "That works on a planned course (plan), an entry that counts (hours), or a rule with a date of your own (status).",
                "此操作用于计划中的课程、有效的学时记录，或以个人日期起算的要求（达标）。",
            ),
            A::Void => (
                "That works on an entry that is not void: type hours.",
                "此操作用于未作废的学时记录：请先输入“学时”。",
            ),
            A::MoveEarlier | A::MoveLater => (
                "That works in the plan, where there is a place to move to.",
                "此操作用于计划，且须有可移动到的位置。",
            ),
            A::Follow | A::Unfollow => {
                ("That works in status, where there are requirements.", "此操作用于“达标”，且须有学时要求。")
            }
            A::FillGap => {
                ("That works in status, on something that is missing.", "此操作用于“达标”中尚缺的项目。")
            }
            A::EarlierDay | A::LaterDay => {
                ("That needs a rule that is followed: type status.", "须先关注学时要求：请输入“达标”。")
            }
            A::Today => ("It is today already.", "已是今天。"),
            A::Facets | A::SaveView | A::SavedViews => ("That works in the catalog.", "此操作用于目录。"),
            A::Prerequisites => {
                ("That works on a course that is in the catalog.", "此操作用于目录收录的课程。")
            }
            A::Timer => {
                ("That works on a course, in the catalog or the plan.", "此操作用于目录或计划中的课程。")
            }
            A::TimerDiscard => (
                "No timer runs, and nothing waits to be recorded.",
                "没有正在进行的计时，也没有待登记的时间。",
            ),
            _ => return None,
        };
        Some(self.pick(english, chinese))
    }

    /// A word that is a command of the command line.
    pub fn own_command(self, command: &str) -> String {
        self.0.either(
            format!("{command} is a command of its own, not part of this conversation: quit, then tuition {command}."),
            format!("{command} 是单独的命令，不在此对话中：请先退出，再运行 tuition {command}。"),
        )
    }

    pub fn marked_course(self, title: &str, on: bool) -> String {
        match on {
            true => self.fact(self.0.either("Marked", "已标记"), title),
            false => self.fact(self.0.either("No longer marked", "取消标记"), title),
        }
    }

    /// Lines that a number does not choose.
    pub fn not_numbered(self) -> String {
        self.pick(
            "These lines are there to be read; none is chosen by a number.",
            "这些内容仅供阅读，不能按编号选择。",
        )
    }

    /// What a form of one field says when it opens.
    pub fn next_line_is(self, label: &str) -> String {
        self.0.either(
            format!(
                "The next line is taken as it stands for: {label}. Then type save, cancel, or {label}: and another text."
            ),
            format!("下一行将原样作为“{label}”。然后输入“保存”“取消”，或用“{label}：”加内容更改。"),
        )
    }

    /// What was taken as a value would be a command elsewhere.
    pub fn taken_literally(self, text: &str) -> String {
        self.0.either(
            format!(
                "{text} was taken as the value. As a command it works from the next line on: save, cancel."
            ),
            format!("“{text}”已作为内容填入。从下一行起可作为命令：保存、取消。"),
        )
    }

    pub fn left_as_it_is(self) -> String {
        self.pick("Left as it is.", "保持不变。")
    }

    pub fn timer_waits(self) -> String {
        self.pick(
            "The time that was measured still waits: timer offers it again, timer-discard throws it away.",
            "已计的时间仍待登记：输入“计时”再次登记，输入“放弃计时”则放弃。",
        )
    }

    /// How long the timer has run, or that something waits, or neither.
    pub fn timer_status(self, session: Option<&Session>, now: Option<Timestamp>) -> String {
        let Some(session) = session else { return timer::nothing(self.0).to_owned() };
        let measured = session.stopped.or(now).map(|now| session.measured(now));
        let length = match measured {
            Some(Measured::Time(time)) => spoken(self.0, &timer::length(self.0, time)),
            Some(other) => timer::reading(self.0, other),
            None => String::new(),
        };
        let said = match session.stopped {
            None => self.0.either("The timer runs", "正在计时"),
            Some(_) => self.0.either("Stopped, and waits to be recorded", "已停止，待登记"),
        };
        let said = if length.is_empty() { said.to_owned() } else { self.beside(said, &length) };
        self.fact(&said, &session.title)
    }

    pub fn views_unreadable(self) -> String {
        self.pick("The file of the saved views cannot be read.", "无法读取保存的视图文件。")
    }

    pub fn in_the_year(self) -> String {
        self.pick(
            "Here you can type: previous year, next year, year 2025, this year, more, again, back.",
            "此处可输入：上一年、下一年、2025年、今年、更多、重复、返回。",
        )
    }

    pub fn no_such_year(self) -> String {
        self.pick("Years go from 1900 to 2200.", "年份须在 1900 至 2200 之间。")
    }

    fn pick(self, english: &str, chinese: &str) -> String {
        self.0.either(english, chinese).to_owned()
    }
}

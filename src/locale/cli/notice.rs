//! What a command tells the person beside its data: one sentence each, on stderr.

use crate::domain::profile::Piece;
use crate::domain::requirement::Period;
use crate::domain::vocabulary::{Category, Unit};
use crate::domain::{Amount, CourseId, Date, RuleId, ViewName};
use crate::locale::{Lang, Say, vocabulary};

/// Something worth saying that is not a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// How many of the catalog's courses are shown.
    Count {
        shown: usize,
        matched: usize,
        total: usize,
    },
    Catalogs {
        total: usize,
        files: usize,
        skipped: usize,
    },
    DataFolder(String),
    Planned(String),
    AlreadyPlanned(String),
    Unplanned(String),
    /// Position from 1.
    Moved {
        title: String,
        position: usize,
    },
    PlanEdited(String),
    PlanEmpty,
    TargetPassed(Date),
    /// A label that is nearly a known one.
    CategoryNearly {
        category: Category,
        known: String,
    },
    PrerequisiteOpen {
        course: String,
        prerequisite: CourseId,
    },
    Recorded {
        title: String,
        amount: Amount,
        unit: Unit,
        date: Date,
    },
    /// A course whose length is a range was recorded with its lower end.
    LowerEnd {
        stated: String,
    },
    /// The course ends with an assessment and the entry does not say how it went.
    Assessment(String),
    EntryEdited {
        title: String,
        amount: Amount,
        unit: Unit,
        date: Date,
    },
    EntryVoided(String),
    AlreadyVoid(String),
    RecordEmpty,
    /// What a check of requirement packs came to.
    Checked {
        packs: usize,
        examples: usize,
        errors: usize,
        warnings: usize,
    },
    /// Completed hours of the entries shown, each unit on its own.
    Total(Vec<(Unit, Amount)>),
    BatchSaved(usize),
    Following(String),
    AlreadyFollowing(String),
    Unfollowed(String),
    /// A personal date was given for a rule that counts from none.
    SinceUnneeded(RuleId),
    /// A total in place of the rule's; without a period it holds for every one.
    TotalHolds {
        amount: Amount,
        unit: Unit,
        period: Option<Period>,
    },
    ProfileEdited(Vec<Piece>),
    ProfileAsBefore,
    ProfileEmpty,
    ViewSaved(ViewName),
    /// With the query that the name stood for.
    ViewReplaced {
        name: ViewName,
        query: String,
    },
    ViewAsBefore(ViewName),
    ViewRemoved(ViewName),
    NoViews,
    Undone(String),
    Redone(String),
    UndoHint,
    RedoHint,
    /// No rule binds the person, as far as the profile says.
    NothingFollowed,
    /// A course that changes nothing in a trial.
    NoHoursToTry(CourseId),
    /// Nothing has its day from now until then.
    NothingDue(Date),
    /// `report`, `audit`, `evidence`, `export`.
    Proof(super::ProofNotice),
}

impl Say for Notice {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl Notice {
    fn en(&self) -> String {
        let said = |amount: &Amount, unit: &Unit| vocabulary::amount(Lang::En, *amount, *unit);
        match self {
            Self::Count { shown, matched, total } if shown < matched => {
                format!("{matched} of {total}, first {shown} shown")
            }
            Self::Count { matched, total, .. } => format!("{matched} of {total}"),
            Self::Catalogs { total, files, skipped } => {
                format!("catalog: courses {total}, files {files}, skipped {skipped}")
            }
            Self::DataFolder(path) => format!("data: {path}"),
            Self::Planned(title) => format!("planned: {title}"),
            Self::AlreadyPlanned(title) => format!("already in the plan: {title}"),
            Self::Unplanned(title) => format!("taken out of the plan: {title}"),
            Self::Moved { title, position } => format!("now number {position} of the plan: {title}"),
            Self::PlanEdited(title) => format!("plan changed: {title}"),
            Self::PlanEmpty => "the plan is empty; fill it with: tuition plan add ID".to_owned(),
            Self::TargetPassed(date) => format!("note: the target date {date} has passed already"),
            Self::CategoryNearly { category, known } => {
                format!("note: no bundled rule counts \"{category}\"; did you mean \"{known}\"?")
            }
            Self::PrerequisiteOpen { course, prerequisite } => {
                format!("note: {course} asks for {prerequisite} first, which is neither done nor planned")
            }
            Self::Recorded { title, amount, unit, date } => {
                format!("recorded: {} of {title} on {date}", said(amount, unit))
            }
            Self::LowerEnd { stated } => {
                format!("note: the source states {stated}; the lower end is recorded (--hours sets another)")
            }
            Self::Assessment(assessment) => format!(
                "note: this course ends with an assessment ({assessment}), and some rules count hours only \
                 once it is passed; say so with --result passed"
            ),
            Self::EntryEdited { title, amount, unit, date } => {
                format!(
                    "changed: {title}, now {} on {date}; the old entry stays readable",
                    said(amount, unit)
                )
            }
            Self::EntryVoided(title) => format!("voided: {title}; it counts no longer and stays readable"),
            Self::AlreadyVoid(title) => format!("already void: {title}"),
            Self::RecordEmpty => "no hours recorded; begin with: tuition done ID".to_owned(),
            Self::Checked { packs, examples, errors, warnings } => {
                let count = |number: usize, what: &str| match number {
                    1 => format!("1 {what}"),
                    number => format!("{number} {what}s"),
                };
                let warnings = match warnings {
                    0 => String::new(),
                    warnings => format!(", {}", count(*warnings, "warning")),
                };
                let (packs, examples) = (count(*packs, "pack"), count(*examples, "example"));
                format!("{packs}, {examples}, {}{warnings}", count(*errors, "problem"))
            }
            Self::Total(sums) => {
                let sums: Vec<String> = sums.iter().map(|(unit, sum)| said(sum, unit)).collect();
                format!("completed: {}", sums.join(", "))
            }
            Self::BatchSaved(1) => "1 entry saved".to_owned(),
            Self::BatchSaved(count) => format!("{count} entries saved"),
            Self::Following(title) => format!("following: {title}"),
            Self::AlreadyFollowing(title) => format!("already followed, and nothing new was said: {title}"),
            Self::Unfollowed(title) => format!("followed no longer: {title}"),
            Self::SinceUnneeded(rule) => {
                format!("{rule} counts from no date of your own; --since is not kept")
            }
            Self::TotalHolds { amount, unit, period: Some(period) } => {
                format!("the total is {} from {} to {}", said(amount, unit), period.start, period.end)
            }
            Self::TotalHolds { amount, unit, period: None } => {
                format!("the total is {}, whatever day is looked at", said(amount, unit))
            }
            Self::ProfileEdited(pieces) => {
                let pieces: Vec<String> = pieces.iter().map(|piece| piece.say(Lang::En)).collect();
                format!("profile changed: {}", pieces.join(", "))
            }
            Self::ProfileAsBefore => "the profile says so already".to_owned(),
            Self::ProfileEmpty => {
                "the profile is empty; begin with: tuition profile set --name TEXT".to_owned()
            }
            Self::ViewSaved(name) => format!("saved; use it as a term: tuition list @{name}"),
            Self::ViewReplaced { name, query } => format!("@{name} stood for: {query}"),
            Self::ViewAsBefore(name) => format!("@{name} stands for this query already"),
            Self::ViewRemoved(name) => format!("taken out: @{name}"),
            Self::NoViews => "no view is saved yet; save one with: tuition view save NAME QUERY".to_owned(),
            Self::Undone(what) => format!("undone: {what}"),
            Self::Redone(what) => format!("done again: {what}"),
            Self::UndoHint => "take it back with: tuition undo".to_owned(),
            Self::Proof(notice) => notice.say(Lang::En),
            Self::RedoHint => "do it again with: tuition redo".to_owned(),
            Self::NothingFollowed => "you follow no rule yet; see which there are with tuition rules list, \
                 then: tuition rules follow cn-mohrss"
                .to_owned(),
            Self::NoHoursToTry(course) => {
                format!("note: the source states no hours for {course}, so it changes nothing here")
            }
            Self::NothingDue(until) => format!("nothing is due until {until}"),
        }
    }

    fn zh(&self) -> String {
        let said = |amount: &Amount, unit: &Unit| vocabulary::amount(Lang::Zh, *amount, *unit);
        match self {
            Self::Count { shown, matched, total } if shown < matched => {
                format!("共 {total} 门，符合 {matched} 门，显示前 {shown} 门")
            }
            Self::Count { matched, total, .. } => format!("共 {total} 门，符合 {matched} 门"),
            Self::Catalogs { total, files, skipped } => {
                format!("课程目录：{files} 个文件，{total} 门课程，跳过 {skipped} 个文件")
            }
            Self::DataFolder(path) => format!("数据目录：{path}"),
            Self::Planned(title) => format!("已加入计划：{title}"),
            Self::AlreadyPlanned(title) => format!("计划中已有：{title}"),
            Self::Unplanned(title) => format!("已移出计划：{title}"),
            Self::Moved { title, position } => format!("现为计划第 {position} 项：{title}"),
            Self::PlanEdited(title) => format!("计划已修改：{title}"),
            Self::PlanEmpty => "计划为空；可用 tuition plan add 编号 添加课程".to_owned(),
            Self::TargetPassed(date) => format!("注意：目标日期 {date} 已经过去"),
            Self::CategoryNearly { category, known } => {
                format!("注意：没有自带的要求包按“{category}”计算；是否指“{known}”？")
            }
            Self::PrerequisiteOpen { course, prerequisite } => {
                format!("注意：{course} 要求先修 {prerequisite}，而它既未完成也不在计划中")
            }
            Self::Recorded { title, amount, unit, date } => {
                format!("已记录：{date}，{title}，{}", said(amount, unit))
            }
            Self::LowerEnd { stated } => {
                format!("注意：来源注明 {stated}，按下限记录（可用 --hours 另行指定）")
            }
            Self::Assessment(assessment) => format!(
                "注意：本课程设有考核（{assessment}），有的要求包只认考核合格后的学时；合格后请加 --result passed"
            ),
            Self::EntryEdited { title, amount, unit, date } => {
                format!("已修改：{title}，现为 {date}，{}；原记录仍可查看", said(amount, unit))
            }
            Self::EntryVoided(title) => format!("已作废：{title} 不再计入，但仍可查看"),
            Self::AlreadyVoid(title) => format!("此前已作废：{title}"),
            Self::RecordEmpty => "还没有学时记录；可用 tuition done 编号 开始".to_owned(),
            Self::Checked { packs, examples, errors, warnings } => {
                let warnings = match warnings {
                    0 => String::new(),
                    warnings => format!("，{warnings} 个警告"),
                };
                format!("{packs} 个要求包，{examples} 个示例，{errors} 个问题{warnings}")
            }
            Self::Total(sums) => {
                let sums: Vec<String> = sums.iter().map(|(unit, sum)| said(sum, unit)).collect();
                format!("已完成：{}", sums.join("，"))
            }
            Self::BatchSaved(count) => format!("已保存 {count} 条记录"),
            Self::Following(title) => format!("已关注：{title}"),
            Self::AlreadyFollowing(title) => format!("此前已关注，没有新的内容：{title}"),
            Self::Unfollowed(title) => format!("不再关注：{title}"),
            Self::SinceUnneeded(rule) => format!("{rule} 不从个人日期起算，未保存 --since"),
            Self::TotalHolds { amount, unit, period: Some(period) } => {
                format!("{} 至 {} 的学时要求为 {}", period.start, period.end, said(amount, unit))
            }
            Self::TotalHolds { amount, unit, period: None } => {
                format!("学时要求为 {}，对任何一天都适用", said(amount, unit))
            }
            Self::ProfileEdited(pieces) => {
                let pieces: Vec<String> = pieces.iter().map(|piece| piece.say(Lang::Zh)).collect();
                format!("个人资料已修改：{}", pieces.join("、"))
            }
            Self::ProfileAsBefore => "个人资料中已是如此".to_owned(),
            Self::ProfileEmpty => "个人资料为空；可用 tuition profile set --name 姓名 填写".to_owned(),
            Self::ViewSaved(name) => format!("已保存；可用作查询中的一项：tuition list @{name}"),
            Self::ViewReplaced { name, query } => format!("@{name} 原来是：{query}"),
            Self::ViewAsBefore(name) => format!("@{name} 已是此查询"),
            Self::ViewRemoved(name) => format!("已删去：@{name}"),
            Self::NoViews => "尚未保存视图；可用 tuition view save 名称 查询 保存".to_owned(),
            Self::Undone(what) => format!("已撤销：{what}"),
            Self::Redone(what) => format!("已重做：{what}"),
            Self::UndoHint => "撤销请用：tuition undo".to_owned(),
            Self::Proof(notice) => notice.say(Lang::Zh),
            Self::RedoHint => "重做请用：tuition redo".to_owned(),
            Self::NothingFollowed => "尚未关注任何要求包；可用 tuition rules list 查看，\
                 再用 tuition rules follow cn-mohrss 关注"
                .to_owned(),
            Self::NoHoursToTry(course) => format!("注意：来源未注明 {course} 的学时，因此这里没有变化"),
            Self::NothingDue(until) => format!("到 {until} 为止没有到期事项"),
        }
    }
}

//! Why a command could not do what was asked: the cause in one sentence, and hints that say what
//! to do. Exit codes are the command line's business.

use super::batch_fault::BatchFault;
use super::{ConfigFailure, Misuse, ProfileFailure, ProofFailure, ViewFailure};
use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use crate::domain::{CourseId, Date, EntryId};
use crate::locale::timer::nothing;
use crate::locale::{Lang, Say};
use crate::query::QueryError;
use crate::store::record::SaveError;

/// Everything that ends a command early or makes its exit code other than 0.
#[derive(Debug)]
pub enum Failure {
    NoTerminal,
    /// `--plain` with a command.
    PlainCommand,
    /// The terminal could not be read from or written to.
    Terminal(std::io::Error),
    /// Neither a command nor a file; perhaps nearly a command.
    UnknownCommand {
        text: String,
        near: Option<String>,
    },
    /// The words of the command line do not fit; the help of `command` says how they would.
    Misuse {
        command: String,
        misuse: Box<Misuse>,
    },
    NoDataFolder,
    BadToday {
        text: String,
        error: DateError,
    },
    BadDate {
        option: &'static str,
        text: String,
        error: DateError,
    },
    /// Hours are recorded after study.
    Future {
        date: Date,
    },
    BadAmount {
        option: &'static str,
        text: String,
        error: AmountError,
    },
    BadCategory {
        text: String,
    },
    BadPosition {
        text: String,
    },
    /// Not a stretch of time such as `60d`.
    BadSpan {
        option: &'static str,
        text: String,
    },
    EmptyTitle,
    /// A void without its reason.
    EmptyReason,
    /// An edit that names nothing to change.
    NothingToChange,
    HoursMissing,
    HoursNotStated {
        course: CourseId,
    },
    Query {
        text: String,
        error: QueryError,
    },
    NoMatch {
        query: String,
    },
    /// No entry fits this query.
    NoEntry(String),
    UnknownCourse {
        text: String,
        near: Vec<String>,
    },
    AmbiguousCourse {
        text: String,
        candidates: Vec<String>,
    },
    /// No pack has the id; these ids are near, or begin so.
    UnknownRule {
        text: String,
        near: Vec<String>,
    },
    AmbiguousRule {
        text: String,
        candidates: Vec<String>,
    },
    NotPlanned {
        text: String,
        near: Vec<String>,
    },
    UnknownEntry {
        text: String,
    },
    AmbiguousEntry {
        text: String,
        candidates: Vec<String>,
    },
    EntryReplaced {
        id: EntryId,
        by: EntryId,
    },
    EntryVoid {
        id: EntryId,
    },
    /// No timer runs, or nothing waits.
    NoTimer,
    /// The clock does not say how long was studied; what it does say.
    TimerUnclear {
        said: String,
    },
    NothingToUndo,
    NothingToRedo,
    /// Every catalog file that was named is unreadable; the problems have been listed.
    NoCatalog {
        files: usize,
    },
    /// Some of the record's files are unreadable; the problems have been listed.
    RecordIncomplete {
        files: usize,
    },
    /// Packs that were named and say not even which ones they are; the problems have been listed.
    PacksIncomplete(usize),
    /// A rule has no figures; the cause has been said.
    NotEvaluated {
        cause: String,
        remedy: String,
    },
    BatchLine {
        line: usize,
        fault: BatchFault,
    },
    BatchIncomplete {
        bad: usize,
    },
    /// The settings file.
    Config(ConfigFailure),
    Profile(ProfileFailure),
    View(ViewFailure),
    Save(SaveError),
    /// `report`, `audit`, `evidence`, `export`.
    Proof(Box<ProofFailure>),
    /// stdout cannot be written; `saved` when a change is on disk already.
    Output {
        cause: String,
        saved: bool,
    },
    Input {
        cause: String,
    },
}

impl From<ProfileFailure> for Failure {
    fn from(failure: ProfileFailure) -> Self {
        Self::Profile(failure)
    }
}

impl Say for Failure {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl Failure {
    /// What to do about it, each hint one sentence.
    pub fn hints(&self, lang: Lang) -> Vec<String> {
        let said = match self {
            Self::NoTerminal => lang.either(
                "in a pipe or a script use: tuition list, tuition show ID, or the conversation of tuition --plain",
                "在管道或脚本中请用：tuition list、tuition show 编号，或文字对话 tuition --plain",
            ),
            Self::PlainCommand => lang.either(
                "leave one of them out; in the conversation of tuition --plain, type status, plan or hours",
                "请去掉其一；在 tuition --plain 的文字对话中可输入“达标”“计划”“学时”",
            ),
            Self::Misuse { command, misuse } => return misuse.hints(command, lang),
            Self::NoDataFolder => lang.either(
                "name one with --data DIR or TUITION_DATA",
                "请用 --data 目录 或环境变量 TUITION_DATA 指定",
            ),
            Self::BadDate { .. } | Self::BadToday { .. } => lang.either(
                "a date is 2026-05-20, today, yesterday or -3d",
                "日期写作 2026-05-20、今天、昨天 或 -3d",
            ),
            Self::Future { .. } => lang.either(
                "what lies ahead belongs in the plan: tuition plan add ID --by DATE",
                "尚未学习的课程请列入计划：tuition plan add 编号 --by 日期",
            ),
            Self::BadCategory { .. } => lang.either(
                "a category is lower-case letters, digits and hyphens, such as professional",
                "类别用小写字母、数字和连字符，例如 professional",
            ),
            Self::BadSpan { .. } => lang
                .either("a stretch of time is 60d, 8w or 3m", "时间长度写作 60d（天）、8w（周）或 3m（月）"),
            Self::NotEvaluated { remedy, .. } => return vec![remedy.clone()],
            Self::HoursMissing | Self::HoursNotStated { .. } => {
                lang.either("say how many with --hours N", "请用 --hours 数值 指定")
            }
            Self::UnknownCourse { near, .. } if near.is_empty() => {
                lang.either("find it with: tuition list WORDS", "可用 tuition list 关键词 查找")
            }
            Self::NotPlanned { near, .. } if near.is_empty() => {
                lang.either("see what is planned with: tuition plan list", "查看计划：tuition plan list")
            }
            Self::UnknownRule { near, .. } if near.is_empty() => lang.either(
                "see which there are with: tuition rules list",
                "查看全部学时要求：tuition rules list",
            ),
            Self::UnknownCourse { near, .. }
            | Self::NotPlanned { near, .. }
            | Self::UnknownRule { near, .. } => {
                return vec![match lang {
                    Lang::En => format!("did you mean {}?", near.join(", ")),
                    Lang::Zh => format!("是否指 {}？", near.join("、")),
                }];
            }
            Self::UnknownCommand { near, .. } => {
                return vec![match (near, lang) {
                    (Some(near), Lang::En) => format!("did you mean {near}?"),
                    (Some(near), Lang::Zh) => format!("是否指 {near}？"),
                    (None, Lang::En) => "see tuition --help".to_owned(),
                    (None, Lang::Zh) => "参见 tuition --help".to_owned(),
                }];
            }
            Self::AmbiguousCourse { candidates, .. }
            | Self::AmbiguousEntry { candidates, .. }
            | Self::AmbiguousRule { candidates, .. } => {
                return vec![match lang {
                    Lang::En => format!("it may be {}", candidates.join(", ")),
                    Lang::Zh => format!("可能是 {}", candidates.join("、")),
                }];
            }
            Self::UnknownEntry { .. } => {
                lang.either("see the entries with: tuition log list", "查看全部记录：tuition log list")
            }
            Self::EntryReplaced { by, .. } => {
                return vec![match lang {
                    Lang::En => format!("the entry that counts is {by}"),
                    Lang::Zh => format!("现行记录是 {by}"),
                }];
            }
            Self::NothingToChange => lang.either(
                "name at least one option; --help lists them",
                "请至少给出一个选项；--help 可查看全部选项",
            ),
            Self::NoCatalog { .. } => lang.either(
                "check the paths given with -C or TUITION_CATALOG; without them the bundled catalog opens",
                "请检查 -C 或 TUITION_CATALOG 给出的路径；不指定时打开自带目录",
            ),
            Self::RecordIncomplete { .. } => lang.either(
                "nothing is written over those files; repair or move them",
                "程序不会覆盖这些文件；请修复或移走它们",
            ),
            Self::PacksIncomplete(_) => lang.either("correct it, or leave it out", "请改正，或不要指定它"),
            Self::Output { saved: true, .. } => lang.either(
                "the change is saved; do not repeat it, look with: tuition log list, tuition plan list",
                "更改已保存，请勿重复操作；可用 tuition log list、tuition plan list 查看",
            ),
            Self::Config(failure) => return vec![failure.hint(lang).to_owned()],
            Self::Profile(failure) => return failure.hints(lang),
            Self::View(failure) => return vec![failure.hint(lang)],
            Self::Proof(failure) => return failure.hint(lang).map(str::to_owned).into_iter().collect(),
            Self::Save(error) => return hint(error.remedy(lang)).into_iter().collect(),
            _ => return Vec::new(),
        };
        vec![said.to_owned()]
    }

    fn en(&self) -> String {
        match self {
            Self::NoTerminal => "the views need a terminal, and this is none".to_owned(),
            Self::PlainCommand => "--plain is for the views, not for a command".to_owned(),
            Self::Terminal(error) => format!("the terminal failed: {error}"),
            Self::UnknownCommand { text, .. } => format!("{text} is neither a command nor a file"),
            Self::Misuse { misuse, .. } => misuse.en(),
            Self::NoDataFolder => "there is no home folder to keep the plan and the hours in".to_owned(),
            Self::BadToday { text, error } => {
                format!("TUITION_TODAY is \"{text}\": {}", error.say(Lang::En))
            }
            Self::BadDate { option, text, error } => {
                format!("{option} is \"{text}\": {}", error.say(Lang::En))
            }
            Self::Future { date } => format!("{date} lies ahead, and hours are recorded after study"),
            Self::BadAmount { option, text, error } => {
                format!("{option} is \"{text}\": {}", error.say(Lang::En))
            }
            Self::BadCategory { text } => format!("\"{text}\" is not a category"),
            Self::BadPosition { text } => {
                format!("\"{text}\" is not a position; positions are 1, 2, … or last")
            }
            Self::BadSpan { option, text } => format!("{option} is \"{text}\", which is no stretch of time"),
            Self::EmptyTitle => "an entry needs a title".to_owned(),
            Self::EmptyReason => "a void needs its reason".to_owned(),
            Self::NothingToChange => "nothing to change was named".to_owned(),
            Self::HoursMissing => "an entry needs its hours".to_owned(),
            Self::HoursNotStated { course } => {
                format!("the source states no hours for {course}, so none can be filled in")
            }
            Self::Query { error, .. } => error.kind.say(Lang::En),
            Self::NoMatch { query } if query.is_empty() => "the catalog holds no course".to_owned(),
            Self::NoMatch { query } => format!("no course matches: {query}"),
            Self::NoEntry(query) => format!("no entry matches: {query}"),
            Self::UnknownCourse { text, .. } => format!("no course has the id {text}"),
            Self::AmbiguousCourse { text, .. } => format!("several course ids begin with {text}"),
            Self::UnknownRule { text, .. } => format!("no requirement pack has the id {text}"),
            Self::AmbiguousRule { text, .. } => format!("several rule ids begin with {text}"),
            Self::NotEvaluated { cause, .. } => cause.clone(),
            Self::NotPlanned { text, .. } => format!("{text} is not in the plan"),
            Self::UnknownEntry { text } => format!("no entry has the id {text}"),
            Self::AmbiguousEntry { text, .. } => format!("several entry ids begin or end with {text}"),
            Self::EntryReplaced { id, .. } => format!("entry {id} has been replaced by a later one"),
            Self::EntryVoid { id } => format!("entry {id} is void"),
            Self::NoTimer => nothing(Lang::En).to_owned(),
            Self::TimerUnclear { said } => format!("not recorded, but kept: {said}"),
            Self::NothingToUndo => "there is nothing to undo".to_owned(),
            Self::NothingToRedo => "there is nothing to redo".to_owned(),
            Self::NoCatalog { files: 1 } => "the catalog file cannot be used".to_owned(),
            Self::NoCatalog { files } => format!("none of the {files} catalog files can be used"),
            Self::RecordIncomplete { files: 1 } => {
                "1 file of the record cannot be read; what it holds is not shown".to_owned()
            }
            Self::RecordIncomplete { files } => {
                format!("{files} files of the record cannot be read; what they hold is not shown")
            }
            Self::PacksIncomplete(files) => format!(
                "requirement packs named and not read: {files}; the figures may not be by the rule that you mean"
            ),
            Self::BatchLine { line, fault } => format!("line {line}: {}", fault.en()),
            Self::BatchIncomplete { bad: 1 } => "1 line was not saved".to_owned(),
            Self::BatchIncomplete { bad } => format!("{bad} lines were not saved"),
            Self::Config(failure) => failure.say(Lang::En),
            Self::Profile(failure) => failure.say(Lang::En),
            Self::View(failure) => failure.say(Lang::En),
            Self::Proof(failure) => failure.en(),
            Self::Save(error) => not_saved(error, Lang::En),
            Self::Output { cause, saved: false } => format!("the output cannot be written: {cause}"),
            Self::Output { cause, saved: true } => {
                format!("the change is saved, but the output cannot be written: {cause}")
            }
            Self::Input { cause } => format!("the input cannot be read: {cause}"),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::NoTerminal => "界面需要在终端中运行，而当前不是终端".to_owned(),
            Self::PlainCommand => "--plain 只用于全屏界面，不用于子命令".to_owned(),
            Self::Terminal(error) => format!("终端出错：{error}"),
            Self::UnknownCommand { text, .. } => format!("{text} 既不是命令，也不是文件"),
            Self::Misuse { misuse, .. } => misuse.zh(),
            Self::NoDataFolder => "找不到主目录，无处保存计划和学时".to_owned(),
            Self::BadToday { text, error } => {
                format!("环境变量 TUITION_TODAY 为“{text}”：{}", error.say(Lang::Zh))
            }
            Self::BadDate { option, text, error } => format!("{option} 为“{text}”：{}", error.say(Lang::Zh)),
            Self::Future { date } => format!("{date} 尚未到来，学时应在学习之后记录"),
            Self::BadAmount { option, text, error } => {
                format!("{option} 为“{text}”：{}", error.say(Lang::Zh))
            }
            Self::BadCategory { text } => format!("“{text}”不是类别"),
            Self::BadPosition { text } => format!("“{text}”不是位置；应为 1、2…… 或 last"),
            Self::BadSpan { option, text } => format!("{option} 为“{text}”，不是时间长度"),
            Self::EmptyTitle => "记录需要名称".to_owned(),
            Self::EmptyReason => "作废需要写明理由".to_owned(),
            Self::NothingToChange => "没有指明要修改的内容".to_owned(),
            Self::HoursMissing => "记录需要学时".to_owned(),
            Self::HoursNotStated { course } => format!("来源未注明 {course} 的学时，无法代为填写"),
            Self::Query { error, .. } => error.kind.say(Lang::Zh),
            Self::NoMatch { query } if query.is_empty() => "目录中没有课程".to_owned(),
            Self::NoMatch { query } => format!("没有符合条件的课程：{query}"),
            Self::NoEntry(query) => format!("没有符合条件的学时记录：{query}"),
            Self::UnknownCourse { text, .. } => format!("没有编号为 {text} 的课程"),
            Self::AmbiguousCourse { text, .. } => format!("有多门课程的编号以 {text} 开头"),
            Self::UnknownRule { text, .. } => format!("没有编号为 {text} 的学时要求"),
            Self::AmbiguousRule { text, .. } => format!("有多项学时要求的编号以 {text} 开头"),
            Self::NotEvaluated { cause, .. } => cause.clone(),
            Self::NotPlanned { text, .. } => format!("{text} 不在计划中"),
            Self::UnknownEntry { text } => format!("没有编号为 {text} 的记录"),
            Self::AmbiguousEntry { text, .. } => format!("有多条记录的编号以 {text} 开头或结尾"),
            Self::EntryReplaced { id, .. } => format!("记录 {id} 已被后来的记录替代"),
            Self::EntryVoid { id } => format!("记录 {id} 已作废"),
            Self::NoTimer => nothing(Lang::Zh).to_owned(),
            Self::TimerUnclear { said } => format!("未登记，计时已保留：{said}"),
            Self::NothingToUndo => "没有可撤销的操作".to_owned(),
            Self::NothingToRedo => "没有可重做的操作".to_owned(),
            Self::NoCatalog { files: 1 } => "该目录文件无法使用".to_owned(),
            Self::NoCatalog { files } => format!("{files} 个目录文件均无法使用"),
            Self::RecordIncomplete { files } => format!("有 {files} 个记录文件无法读取，其内容未显示"),
            Self::PacksIncomplete(files) => {
                format!("指定的学时要求包有 {files} 个无法读取；结果未必依据您所指的要求")
            }
            Self::BatchLine { line, fault } => format!("第 {line} 行：{}", fault.zh()),
            Self::BatchIncomplete { bad } => format!("有 {bad} 行未保存"),
            Self::Config(failure) => failure.say(Lang::Zh),
            Self::Profile(failure) => failure.say(Lang::Zh),
            Self::View(failure) => failure.say(Lang::Zh),
            Self::Proof(failure) => failure.zh(),
            Self::Save(error) => not_saved(error, Lang::Zh),
            Self::Output { cause, saved: false } => format!("无法写出结果：{cause}"),
            Self::Output { cause, saved: true } => format!("更改已保存，但无法写出结果：{cause}"),
            Self::Input { cause } => format!("无法读取输入：{cause}"),
        }
    }
}

/// What did not happen, and why; the remedy is a hint.
fn not_saved(error: &SaveError, lang: Lang) -> String {
    let cause = error.cause(lang);
    match (error, lang) {
        (SaveError::Unconfirmed { .. }, Lang::En) => lower(&cause),
        (SaveError::Unconfirmed { .. }, Lang::Zh) => cause,
        (_, Lang::En) => format!("nothing saved: {cause}"),
        (_, Lang::Zh) => format!("未保存：{cause}"),
    }
}

/// A sentence as a hint: without capital and full stop, as all hints are.
fn hint(sentence: &str) -> Option<String> {
    let hint = lower(sentence.trim_end_matches(['.', '。']));
    (!hint.is_empty()).then_some(hint)
}

fn lower(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

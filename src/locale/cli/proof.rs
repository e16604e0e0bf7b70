//! The words of `report`, `audit`, `evidence` and `export`: what they tell, and what stops them.

use crate::domain::requirement::{NoPeriod, Period};
use crate::domain::{Date, Safe};
use crate::locale::{Lang, Say, requirements, transcript};
use crate::store::atomic::{Stage, WriteError};
use crate::store::cause::Cause;
use crate::store::record::Kept;
use std::path::{Path, PathBuf};

/// What stops a command that proves something.
#[derive(Clone, Debug)]
pub enum ProofFailure {
    /// `--period` is neither a year nor a day nor one of the words.
    BadPeriod {
        text: String,
    },
    /// The rule has no one period of that name.
    NoPeriod {
        rule: String,
        why: NoPeriod,
    },
    /// A pack is no text that could go to stdout.
    NoFile,
    /// A file that was asked for could not be written.
    NotWritten(WriteError),
    /// A file that was named cannot be read.
    NotRead {
        path: PathBuf,
        cause: Cause,
    },
    /// Entries that count prove nothing, or not what they did; they have been listed.
    Gaps {
        entries: usize,
    },
    /// A certificate changed while the pack was made.
    Changed {
        name: String,
        kept: Kept,
    },
    /// Certificates that are not as they were kept; they have been listed.
    Faults {
        faults: usize,
        files: usize,
    },
    /// Files of a pack that are not as its list says; they have been listed.
    PackFaults {
        faults: usize,
        files: usize,
    },
    NotZip {
        path: PathBuf,
    },
    /// A zip that no `audit` made.
    NoSums {
        path: PathBuf,
    },
    BadSums {
        path: PathBuf,
        line: usize,
    },
    /// Another program packed it again, with compression.
    Compressed {
        path: PathBuf,
    },
    Repacked {
        path: PathBuf,
    },
    /// Nothing has been attached to any entry.
    NoEvidence,
}

/// What is told beside the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProofNotice {
    Written {
        path: PathBuf,
    },
    /// How many files a pack holds.
    Packed {
        path: PathBuf,
        files: usize,
    },
    /// The transcript has no name on it.
    NoName,
    /// A calendar without anything in it.
    NothingDated,
}

impl ProofFailure {
    /// As the table of exit codes has it.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Gaps { .. } | Self::Faults { .. } | Self::PackFaults { .. } | Self::NoEvidence => 1,
            Self::BadPeriod { .. } | Self::NoPeriod { .. } | Self::NoFile => 2,
            Self::NotRead { .. }
            | Self::Changed { .. }
            | Self::NotZip { .. }
            | Self::NoSums { .. }
            | Self::BadSums { .. }
            | Self::Compressed { .. }
            | Self::Repacked { .. } => 3,
            Self::NotWritten(WriteError { cause: Cause::Exists, .. }) => 4,
            Self::NotWritten(WriteError { stage: Stage::Before, .. }) => 5,
            Self::NotWritten(WriteError { stage: Stage::After, .. }) => 6,
        }
    }

    /// What to do about it.
    pub(super) fn hint(&self, lang: Lang) -> Option<&'static str> {
        Some(match self {
            Self::BadPeriod { .. } => lang.either(
                "a period is 2026, 2024..2026, a day in it, current or last",
                "周期写作 2026、2024..2026、其中的一天、current（本期）或 last（上期）",
            ),
            Self::NoPeriod { why: NoPeriod::NoPersonalDate, .. } => lang.either(
                "state the date with: tuition rules follow RULE --since DATE",
                "请填写日期：tuition rules follow 要求包 --since 日期",
            ),
            Self::NoPeriod { why: NoPeriod::Rolling, .. } => lang.either(
                "name the last day of the window: --period 2026-06-30",
                "请写明该段时间的最后一天：--period 2026-06-30",
            ),
            Self::NoPeriod { .. } => lang.either(
                "name a day of the one you mean: --period DATE",
                "请写明所指周期中的一天：--period 日期",
            ),
            Self::NoFile => lang.either("name one with -o FILE.zip", "请用 -o 文件.zip 指定"),
            Self::NotWritten(WriteError { cause: Cause::Exists, .. }) => lang.either(
                "name another, or write over it with --force (never over a link or a device)",
                "请换一个名称，或用 --force 覆盖（链接和设备除外）",
            ),
            Self::NotWritten(WriteError { cause: Cause::Missing, .. }) => lang.either(
                "create the folder first, with mkdir -p, or name another place",
                "请先用 mkdir -p 创建该文件夹，或换一个位置",
            ),
            Self::Gaps { .. } => lang.either(
                "attach it with tuition log edit ID --evidence FILE, or pack without it: --without-evidence",
                "请补交：tuition log edit 编号 --evidence 文件；或不附材料：--without-evidence",
            ),
            Self::Changed { .. } => lang.either("try again", "请重试"),
            Self::Faults { .. } => lang.either(
                "attach the certificate again: tuition log edit ID --evidence FILE",
                "请重新附上证明材料：tuition log edit 编号 --evidence 文件",
            ),
            Self::PackFaults { .. } => lang.either(
                "this is not the pack that was made; compare its SHA-256 with the one that audit printed",
                "这已不是当初生成的材料包；请将其 SHA-256 与 audit 当时显示的核对",
            ),
            Self::NotZip { .. } | Self::NoSums { .. } => lang.either(
                "a pack is made by: tuition audit RULE -o FILE.zip",
                "材料包由 tuition audit 要求包 -o 文件.zip 生成",
            ),
            Self::Compressed { .. } | Self::Repacked { .. } => lang.either(
                "unpack it and run there: sha256sum -c SHA256SUMS",
                "请解压后在其中运行：sha256sum -c SHA256SUMS",
            ),
            Self::NoEvidence => lang.either(
                "attach a certificate with: tuition log edit ID --evidence FILE",
                "可用 tuition log edit 编号 --evidence 文件 附上证明材料",
            ),
            Self::NotWritten(_) | Self::NotRead { .. } | Self::BadSums { .. } => return None,
        })
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::BadPeriod { text } => format!("\"{text}\" is not a period"),
            Self::NoPeriod { rule, why } => no_period_en(rule, why),
            Self::NoFile => "an audit pack needs a file to go to".to_owned(),
            Self::NotWritten(WriteError { path, cause: Cause::Missing, stage: Stage::Before }) => {
                format!("not written: the folder {} is not there", shown(folder_of(path)))
            }
            Self::NotWritten(error) => not_written(Lang::En, error),
            Self::NotRead { path, cause } => format!("{}: {}", shown(path), cause.say(Lang::En)),
            Self::Gaps { entries: 1 } => "no pack was made: 1 entry lacks its evidence".to_owned(),
            Self::Gaps { entries } => format!("no pack was made: {entries} entries lack their evidence"),
            Self::Changed { name, kept } => format!(
                "no pack was made: {} is {} now",
                Safe::new(name),
                transcript::kept(Lang::En, *kept).unwrap_or("the same")
            ),
            Self::Faults { faults, files } | Self::PackFaults { faults, files } => {
                format!("{faults} of {files} files are not as they were")
            }
            Self::NotZip { path } => format!("{} is not a zip file, or is damaged", shown(path)),
            Self::NoSums { path } => format!("{} holds no SHA256SUMS: it is no audit pack", shown(path)),
            Self::BadSums { path, line } => {
                format!("{}: line {line} of SHA256SUMS is not a hash and a name", shown(path))
            }
            Self::Compressed { path } => {
                format!("{}: its files are compressed, and packs are made without compression", shown(path))
            }
            Self::Repacked { path } => {
                format!(
                    "{} was packed again by another program, in a way that cannot be read here",
                    shown(path)
                )
            }
            Self::NoEvidence => "no certificate is attached to any entry".to_owned(),
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::BadPeriod { text } => format!("“{text}”不是周期"),
            Self::NoPeriod { rule, why } => no_period_zh(rule, why),
            Self::NoFile => "材料包需要写入文件".to_owned(),
            Self::NotWritten(WriteError { path, cause: Cause::Missing, stage: Stage::Before }) => {
                format!("未写入：文件夹 {} 不存在", shown(folder_of(path)))
            }
            Self::NotWritten(error) => not_written(Lang::Zh, error),
            Self::NotRead { path, cause } => format!("{}：{}", shown(path), cause.say(Lang::Zh)),
            Self::Gaps { entries } => format!("未生成材料包：有 {entries} 条记录缺少证明材料"),
            Self::Changed { name, kept } => format!(
                "未生成材料包：{} {}",
                Safe::new(name),
                transcript::kept(Lang::Zh, *kept).unwrap_or("未变")
            ),
            Self::Faults { faults, files } | Self::PackFaults { faults, files } => {
                format!("{files} 个文件中有 {faults} 个与原来不符")
            }
            Self::NotZip { path } => format!("{} 不是 zip 文件，或已损坏", shown(path)),
            Self::NoSums { path } => format!("{} 中没有 SHA256SUMS，不是材料包", shown(path)),
            Self::BadSums { path, line } => {
                format!("{}：SHA256SUMS 第 {line} 行不是哈希值和文件名", shown(path))
            }
            Self::Compressed { path } => {
                format!("{}：其中的文件经过压缩，而材料包生成时不压缩", shown(path))
            }
            Self::Repacked { path } => format!("{} 已被其他程序重新打包，此处无法读取", shown(path)),
            Self::NoEvidence => "所有记录都没有附证明材料".to_owned(),
        }
    }
}

/// The folder of a file; the one that one is in where the name is a name alone.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Say for ProofNotice {
    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Written { path }, Lang::En) => format!("written: {}", shown(path)),
            (Self::Written { path }, Lang::Zh) => format!("已写入：{}", shown(path)),
            (Self::Packed { path, files }, Lang::En) => {
                format!("packed: {files} files and their hashes in {}", shown(path))
            }
            (Self::Packed { path, files }, Lang::Zh) => {
                format!("已打包：{} 中有 {files} 个文件及其哈希值", shown(path))
            }
            (Self::NoName, Lang::En) => {
                "note: profile.toml states no name, so none stands on the transcript".to_owned()
            }
            (Self::NoName, Lang::Zh) => "注意：profile.toml 未填姓名，记录表上没有姓名".to_owned(),
            (Self::NothingDated, Lang::En) => {
                "note: nothing has a day: no target date, no session, no rule that is followed".to_owned()
            }
            (Self::NothingDated, Lang::Zh) => "注意：没有目标日期、班次或所关注要求包的日期".to_owned(),
        }
    }
}

/// An entry of the audit pack that proves nothing, in one line.
pub fn gap(lang: Lang, id: &str, date: Date, title: &str, fault: Option<(&str, Kept)>) -> String {
    let what = match fault {
        None => lang.either("no evidence", "无证明材料").to_owned(),
        Some((name, kept)) => format!("{name} {}", transcript::kept(lang, kept).unwrap_or_default()),
    };
    format!("  {id}  {date}  {title}{}{what}", lang.either(": ", "："))
}

/// A certificate that is not as it was kept, with the entry that it proves.
pub fn fault(lang: Lang, kept: Kept, name: &str, id: &str, date: Date, title: &str) -> String {
    format!("{}  {name}  ({id}  {date}  {title})", transcript::kept(lang, kept).unwrap_or_default())
}

/// A file of a pack that is not as the pack says: the word, then the name.
pub fn pack_fault(lang: Lang, missing: bool, listed: bool, name: &str) -> String {
    let what = match (missing, listed) {
        (true, _) => lang.either("missing", "缺失"),
        (false, true) => lang.either("altered", "已被改动"),
        (false, false) => lang.either("not in the list", "未列入清单"),
    };
    format!("{what}  {name}")
}

/// `31 files ok`.
pub fn all_ok(lang: Lang, files: usize) -> String {
    match (lang, files) {
        (Lang::En, 1) => "1 file ok".to_owned(),
        (Lang::En, files) => format!("{files} files ok"),
        (Lang::Zh, files) => format!("{files} 个文件均无误"),
    }
}

fn no_period_en(rule: &str, why: &NoPeriod) -> String {
    match why {
        NoPeriod::NoPersonalDate => format!("{rule} counts from a date of your own, which is not stated"),
        NoPeriod::None { nearest: None } => format!("{rule} has no such period"),
        NoPeriod::None { nearest: Some(near) } => {
            format!("{rule} has no such period; the nearest is {}", requirements::period(Lang::En, *near))
        }
        NoPeriod::Several(candidates) => {
            format!("{rule} has several such periods: {}", periods(Lang::En, candidates))
        }
        NoPeriod::Rolling => format!("{rule} looks back from every day and has no fixed periods"),
    }
}

fn no_period_zh(rule: &str, why: &NoPeriod) -> String {
    match why {
        NoPeriod::NoPersonalDate => format!("{rule} 从个人日期起算，但尚未填写"),
        NoPeriod::None { nearest: None } => format!("{rule} 没有这样的周期"),
        NoPeriod::None { nearest: Some(near) } => {
            format!("{rule} 没有这样的周期；最近的是 {}", requirements::period(Lang::Zh, *near))
        }
        NoPeriod::Several(candidates) => {
            format!("{rule} 有多个这样的周期：{}", periods(Lang::Zh, candidates))
        }
        NoPeriod::Rolling => format!("{rule} 从每一天往回计算，没有固定周期"),
    }
}

/// The candidates, as many as fit a line or two.
fn periods(lang: Lang, candidates: &[Period]) -> String {
    const NAMED: usize = 4;
    let named = candidates.iter().take(NAMED).map(|period| requirements::period(lang, *period));
    let mut said: Vec<String> = named.collect();
    if candidates.len() > NAMED {
        said.push("…".to_owned());
    }
    said.join(lang.either(", ", "、"))
}

fn not_written(lang: Lang, error: &WriteError) -> String {
    let (path, cause) = (shown(&error.path), error.cause.say(lang));
    match (error.stage, lang) {
        (Stage::Before, Lang::En) => format!("not written: {path}: {cause}"),
        (Stage::Before, Lang::Zh) => format!("未写入：{path}：{cause}"),
        (Stage::After, Lang::En) => {
            format!(
                "written, but the system did not confirm that it would survive a power cut: {path}: {cause}"
            )
        }
        (Stage::After, Lang::Zh) => format!("已写入，但系统未确认断电后仍能保留：{path}：{cause}"),
    }
}

fn shown(path: &Path) -> String {
    Safe::new(&path.to_string_lossy()).into_string()
}

//! Why something was not saved, in words: the cause, and what to do.

use super::record_problems::shown;
use super::{Lang, Say};
use crate::domain::profile::Piece;
use crate::store::cause::Cause;
use crate::store::record::{Conflict, SaveError};

pub(super) const PLAN_MISSING: (&str, &str) = ("the plan's file is gone", "计划文件不见了");
pub(super) const PLAN_MISSING_REMEDY: (&str, &str) = (
    "Restore it, or create one with the line \"schema = 1\" to start afresh.",
    "请恢复该文件；若要重新开始，请新建一个，写上 schema = 1 一行。",
);
pub(super) const PROFILE_MISSING: (&str, &str) = ("the profile's file is gone", "个人资料文件不见了");
pub(super) const PROFILE_MISSING_REMEDY: (&str, &str) = PLAN_MISSING_REMEDY;
pub(super) const VIEWS_MISSING: (&str, &str) = ("the file of the saved views is gone", "视图文件不见了");
pub(super) const VIEWS_MISSING_REMEDY: (&str, &str) = PLAN_MISSING_REMEDY;

impl Say for SaveError {
    fn say(&self, lang: Lang) -> String {
        let (cause, remedy) = (self.cause(lang), self.remedy(lang));
        match (self, lang) {
            (Self::Unreadable(_), Lang::En) => format!("Not saved: {cause}"),
            (Self::Unreadable(_), Lang::Zh) => format!("未保存：{cause}"),
            (Self::Unconfirmed { .. }, Lang::En) => format!("{cause}. {remedy}"),
            (Self::Unconfirmed { .. }, Lang::Zh) => format!("{cause}。{remedy}"),
            (_, Lang::En) => format!("Not saved: {cause}. {remedy}"),
            (_, Lang::Zh) => format!("未保存：{cause}。{remedy}"),
        }
    }
}

impl SaveError {
    /// Why, without a full stop at the end; what is wrong with a file comes with its own remedy.
    pub(super) fn cause(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.cause_en(),
            Lang::Zh => self.cause_zh(),
        }
    }

    fn cause_en(&self) -> String {
        match self {
            Self::Locked { path } => {
                format!("another copy of tuition has been writing for some time ({})", shown(path))
            }
            Self::Conflict(conflict) => conflict.en(),
            Self::Unreadable(problem) => problem.say(Lang::En),
            Self::PlanMissing { path } => format!("{}: {}", shown(path), PLAN_MISSING.0),
            Self::ProfileMissing { path } => format!("{}: {}", shown(path), PROFILE_MISSING.0),
            Self::ViewsMissing { path } => format!("{}: {}", shown(path), VIEWS_MISSING.0),
            Self::Garbled { path } => {
                format!("{} would not have said what was meant, so it was left as it is", shown(path))
            }
            Self::TooLarge { path, limit } => format!("{} is larger than {} kB", shown(path), limit / 1024),
            Self::Failed { path, cause } => format!("{}: {}", shown(path), cause.en()),
            Self::Unconfirmed { path, cause } => format!(
                "Saved, but the system did not confirm that it would survive a power cut: {}: {}",
                shown(path),
                cause.en()
            ),
        }
    }

    fn cause_zh(&self) -> String {
        match self {
            Self::Locked { path } => format!("另一个 tuition 一直在写入（{}）", shown(path)),
            Self::Conflict(conflict) => conflict.zh(),
            Self::Unreadable(problem) => problem.say(Lang::Zh),
            Self::PlanMissing { path } => format!("{}：{}", shown(path), PLAN_MISSING.1),
            Self::ProfileMissing { path } => format!("{}：{}", shown(path), PROFILE_MISSING.1),
            Self::ViewsMissing { path } => format!("{}：{}", shown(path), VIEWS_MISSING.1),
            Self::Garbled { path } => format!("将写入 {} 的内容与本意不符，文件保持原样", shown(path)),
            Self::TooLarge { path, limit } => format!("{} 超过 {} kB", shown(path), limit / 1024),
            Self::Failed { path, cause } => format!("{}：{}", shown(path), cause.zh()),
            Self::Unconfirmed { path, cause } => {
                format!("已保存，但系统未确认断电后仍能保留：{}：{}", shown(path), cause.zh())
            }
        }
    }

    /// What to do, as a sentence; empty where the cause says it.
    pub(super) fn remedy(&self, lang: Lang) -> &'static str {
        let (en, zh) = match self {
            Self::Locked { .. } => ("Try again, or close it.", "请重试，或将其关闭。"),
            Self::Conflict(conflict) => conflict.remedy(),
            Self::Unreadable(_) => ("", ""),
            Self::PlanMissing { .. } => PLAN_MISSING_REMEDY,
            Self::ProfileMissing { .. } => PROFILE_MISSING_REMEDY,
            Self::ViewsMissing { .. } => VIEWS_MISSING_REMEDY,
            Self::Garbled { .. } => ("Please report this.", "请反馈此问题。"),
            Self::TooLarge { .. } => ("Shorten it.", "请缩短内容。"),
            Self::Failed { cause, .. } => (cause.remedy_en(), cause.remedy_zh()),
            Self::Unconfirmed { .. } => ("Saving the same again is safe.", "可以放心地再保存一次。"),
        };
        lang.either(en, zh)
    }
}

impl Conflict {
    fn en(&self) -> String {
        match self {
            Self::EntryExists(id) => format!("an entry {id} is there already and says something else"),
            Self::EntryChanged(id) => {
                format!("the entry {id} has been corrected or voided in the meantime")
            }
            Self::EntryUnknown(id) => format!("there is no entry {id}"),
            Self::FileChanged(path) => format!("{} has been changed by somebody else", shown(path)),
            Self::ItemChanged(course) => {
                format!("{course} in the plan has been changed since, so this step cannot be taken exactly")
            }
            Self::PieceChanged(piece @ Piece::View(_)) => format!(
                "{} has been changed since, so this step cannot be taken exactly",
                piece.say(Lang::En)
            ),
            Self::PieceChanged(piece) => format!(
                "{} in the profile has been changed since, so this step cannot be taken exactly",
                piece.say(Lang::En)
            ),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::EntryExists(id) => format!("记录 {id} 已存在且内容不同"),
            Self::EntryChanged(id) => format!("记录 {id} 已被更正或作废"),
            Self::EntryUnknown(id) => format!("没有记录 {id}"),
            Self::FileChanged(path) => format!("{} 已被他处修改", shown(path)),
            Self::ItemChanged(course) => format!("计划中的 {course} 此后有改动，无法原样进行这一步"),
            Self::PieceChanged(piece @ Piece::View(_)) => {
                format!("{}此后有改动，无法原样进行这一步", piece.say(Lang::Zh))
            }
            Self::PieceChanged(piece) => {
                format!("个人资料中的{}此后有改动，无法原样进行这一步", piece.say(Lang::Zh))
            }
        }
    }

    fn remedy(&self) -> (&'static str, &'static str) {
        match self {
            Self::EntryExists(_) => ("Look at it, then record yours as a new one.", "请查看后另记一条。"),
            Self::EntryChanged(_) => {
                ("Look at its newest version, then try again.", "请查看最新版本后重试。")
            }
            Self::EntryUnknown(_) => {
                ("Check the id with \"tuition log list\".", "请用 tuition log list 查看编号。")
            }
            Self::FileChanged(_) => ("Look at it, then try again.", "请查看后重试。"),
            Self::ItemChanged(_) => ("Change the plan by hand.", "请直接修改计划。"),
            Self::PieceChanged(Piece::View(_)) => {
                ("Save it anew, or take it out.", "请重新保存，或将其删去。")
            }
            Self::PieceChanged(_) => ("Change the profile by hand.", "请直接修改个人资料。"),
        }
    }
}

impl Say for Cause {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl Cause {
    pub(super) fn en(self) -> String {
        let words = match self {
            Self::NoSpace => "the disk is full",
            Self::Quota => "your share of the disk is used up",
            Self::ReadOnly => "the disk is read-only",
            Self::Denied => "permission denied",
            Self::Missing => "it is not there",
            Self::Exists => "something of that name is there already",
            Self::TooManyOpen => "too many files are open",
            Self::FileTooLarge => "the system allows no file of that size",
            Self::NameTooLong => "the name is too long",
            Self::NotAFolder => "a file stands where a folder is needed",
            Self::IsAFolder => "a folder stands where a file is needed",
            Self::LinkLoop => "its symbolic links lead nowhere",
            Self::OutOfMemory => "there is not enough memory",
            Self::Device => "the disk reports an error",
            Self::Other(Some(number)) => return format!("the system refuses, error {number}"),
            Self::Other(None) => "the system refuses",
        };
        words.to_owned()
    }

    pub(super) fn zh(self) -> String {
        let words = match self {
            Self::NoSpace => "磁盘已满",
            Self::Quota => "磁盘配额已用完",
            Self::ReadOnly => "磁盘为只读",
            Self::Denied => "没有权限",
            Self::Missing => "不存在",
            Self::Exists => "已有同名的文件",
            Self::TooManyOpen => "打开的文件过多",
            Self::FileTooLarge => "系统不允许这么大的文件",
            Self::NameTooLong => "名称过长",
            Self::NotAFolder => "需要文件夹的地方是一个文件",
            Self::IsAFolder => "需要文件的地方是一个文件夹",
            Self::LinkLoop => "符号链接没有终点",
            Self::OutOfMemory => "内存不足",
            Self::Device => "磁盘报告错误",
            Self::Other(Some(number)) => return format!("系统拒绝，错误号 {number}"),
            Self::Other(None) => "系统拒绝",
        };
        words.to_owned()
    }

    fn remedy_en(self) -> &'static str {
        match self {
            Self::NoSpace | Self::Quota => "Free some space, then try again.",
            Self::ReadOnly => "Make it writable, or choose another folder with --data.",
            Self::Denied => "Check who owns the folder, or choose another with --data.",
            Self::TooManyOpen | Self::OutOfMemory => "Close other programs, then try again.",
            Self::FileTooLarge => "Raise the limit (ulimit -f), then try again.",
            Self::Device => "Check the disk before you try again.",
            Self::NotAFolder | Self::IsAFolder | Self::LinkLoop | Self::Exists => {
                "Move it away, then try again."
            }
            Self::Missing | Self::NameTooLong | Self::Other(_) => "Check the path, then try again.",
        }
    }

    fn remedy_zh(self) -> &'static str {
        match self {
            Self::NoSpace | Self::Quota => "请腾出空间后重试。",
            Self::ReadOnly => "请使其可写，或用 --data 另选文件夹。",
            Self::Denied => "请检查文件夹的所有者，或用 --data 另选文件夹。",
            Self::TooManyOpen | Self::OutOfMemory => "请关闭其他程序后重试。",
            Self::FileTooLarge => "请放宽限制（ulimit -f）后重试。",
            Self::Device => "请先检查磁盘再重试。",
            Self::NotAFolder | Self::IsAFolder | Self::LinkLoop | Self::Exists => "请将其移开后重试。",
            Self::Missing | Self::NameTooLong | Self::Other(_) => "请检查路径后重试。",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_save_names_file_cause_and_remedy_and_drives_no_terminal() {
        let error = SaveError::Failed { path: "/data/\u{1b}[31mplan.toml".into(), cause: Cause::NoSpace };
        let (en, zh) = (error.say(Lang::En), error.say(Lang::Zh));
        for part in ["plan.toml", "the disk is full", "Free some space"] {
            assert!(en.contains(part), "{en}");
        }
        assert!(zh.contains("磁盘已满") && zh.contains("腾出空间"), "{zh}");
        assert!(!en.contains('\u{1b}') && !zh.contains('\u{1b}'));
    }
}

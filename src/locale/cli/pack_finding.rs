//! What `tuition rules check` finds in packs that can be read.

use crate::domain::course::LocalText;
use crate::domain::requirement::example::Mismatch;
use crate::domain::{Date, Safe};
use crate::locale::{Lang, Say};
use crate::store::reading::Severity;

/// Something wrong with what a pack says, not with how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackFinding {
    /// Figures of an example came out otherwise.
    Example {
        title: LocalText,
        mismatches: Vec<Mismatch>,
    },
    /// Nobody has compared the pack with this source for over a year.
    Stale {
        checked: Date,
    },
    CheckedInFuture {
        checked: Date,
    },
}

impl PackFinding {
    /// A name for machines; never changes once released.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Example { .. } => "example-fails",
            Self::Stale { .. } => "source-stale",
            Self::CheckedInFuture { .. } => "source-checked-in-future",
        }
    }

    pub fn severity(&self) -> Severity {
        match self {
            Self::Example { .. } => Severity::Error,
            Self::Stale { .. } | Self::CheckedInFuture { .. } => Severity::Warning,
        }
    }

    /// Each figure that came out otherwise.
    pub fn details(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Example { mismatches, .. } => mismatches.iter().map(|it| it.say(lang)).collect(),
            Self::Stale { .. } | Self::CheckedInFuture { .. } => Vec::new(),
        }
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> Option<String> {
        let help = match self {
            Self::Example { .. } => lang.either(
                "compare the rule and the example with the source, and correct the one that is wrong",
                "请对照来源核对要求包的内容和示例，改正有误的一方",
            ),
            Self::Stale { .. } => lang.either(
                "compare the pack with it, then set checked to that day",
                "请重新核对，然后把 checked 改为核对日期",
            ),
            Self::CheckedInFuture { .. } => lang
                .either("set checked to the day on which it was checked", "请把 checked 改为实际核对的日期"),
        };
        Some(help.to_owned())
    }
}

impl Say for PackFinding {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Example { title, .. } => {
                let title = Safe::new(title.wording(lang.is_chinese()));
                lang.either(format!("example \"{}\" fails", &*title), format!("示例“{}”未通过", &*title))
            }
            Self::Stale { checked } => lang.either(
                format!("this source was last checked on {checked}, over a year ago"),
                format!("这个来源上次核对是在 {checked}，已超过一年"),
            ),
            Self::CheckedInFuture { checked } => {
                lang.either(format!("{checked} has not come yet"), format!("{checked} 尚未到来"))
            }
        }
    }
}

//! One line of the journal: a checksum, a blank, and one JSON object.

use super::super::exchange::hex;
use super::super::plan_change::PlanChange;
use super::super::text_change::TextChange;
use super::super::text_file::TextFile;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The version of the lines that this program writes.
pub(in super::super) const VERSION: u32 = 1;
/// Hexadecimal digits of the SHA-256 that stand before a line's JSON.
const SUM: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in super::super) enum Kind {
    /// A change is about to be made.
    Do,
    /// A change is about to be taken back.
    Undo,
    /// A change is about to be made again.
    Redo,
    /// The change of a line above has been made. Not synced: a later line or the files themselves
    /// show the same.
    Done,
    /// The change of a line above was not made.
    Cancel,
    /// A step that can be neither taken back nor made again, because its file is gone.
    Skip,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in super::super) enum OpName {
    PlanAdd,
    PlanRemove,
    PlanMove,
    PlanEdit,
    LogAdd,
    LogVoid,
    Follow,
    Unfollow,
    ProfileEdit,
    ViewSave,
    ViewRemove,
}

/// A file of the hours record that is created; taken back, it is removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct EntryChange {
    /// Under the data directory.
    pub(in super::super) path: String,
    pub(in super::super) text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct Line {
    pub(in super::super) v: u32,
    pub(in super::super) id: String,
    /// For people; order is that of the lines.
    pub(in super::super) at: String,
    pub(in super::super) kind: Kind,
    /// The line that this one is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in super::super) of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in super::super) op: Option<OpName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in super::super) entry: Option<EntryChange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in super::super) plan: Option<PlanChange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in super::super) profile: Option<TextChange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in super::super) views: Option<TextChange>,
}

/// As much of a line as a look at the whole journal needs.
#[derive(Debug, Deserialize)]
pub(in super::super) struct Brief<'a> {
    pub(in super::super) v: u32,
    #[serde(borrow)]
    pub(in super::super) id: Cow<'a, str>,
    pub(in super::super) kind: Kind,
    #[serde(borrow, default)]
    pub(in super::super) of: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    pub(in super::super) entry: Option<BriefEntry<'a>>,
    #[serde(default)]
    pub(in super::super) plan: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    pub(in super::super) profile: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    pub(in super::super) views: Option<serde::de::IgnoredAny>,
}

#[derive(Debug, Deserialize)]
pub(in super::super) struct BriefEntry<'a> {
    #[serde(borrow)]
    pub(in super::super) path: Cow<'a, str>,
}

impl Line {
    /// The line as it is written, with its newline.
    pub(in super::super) fn encode(&self) -> Option<String> {
        let json = serde_json::to_string(self).ok()?;
        Some(format!("{} {json}\n", sum(&json)))
    }

    /// The change of a file that is changed piece by piece, if it is one.
    pub(in super::super) fn text_change(&self) -> Option<(TextFile, &TextChange)> {
        let profile = self.profile.as_ref().map(|change| (TextFile::Profile, change));
        profile.or_else(|| self.views.as_ref().map(|change| (TextFile::Views, change)))
    }

    pub(in super::super) fn is_step(&self) -> bool {
        matches!(self.kind, Kind::Do | Kind::Undo | Kind::Redo)
    }
}

/// What a line holds, if its checksum is right and this version knows it.
pub(in super::super) fn decode<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Option<T> {
    serde_json::from_str(checked(line)?).ok()
}

/// A line's JSON, if its checksum is right.
pub(in super::super) fn checked(line: &[u8]) -> Option<&str> {
    let line = std::str::from_utf8(line).ok()?;
    let (found, json) = line.split_once(' ')?;
    (found == sum(json)).then_some(json)
}

fn sum(json: &str) -> String {
    let digest = Sha256::digest(json);
    hex(digest.get(..SUM / 2).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_line_and_a_changed_one_are_recognised() {
        let entry = EntryChange { path: "hours/x.toml".to_owned(), text: "a = \"学\"\n".to_owned() };
        let line = Line {
            v: VERSION,
            id: "1".to_owned(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            kind: Kind::Do,
            of: None,
            op: Some(OpName::LogAdd),
            entry: Some(entry),
            plan: None,
            profile: None,
            views: None,
        };
        let text = line.encode().unwrap();
        let whole = text.trim_end().as_bytes();
        assert_eq!(decode::<Line>(whole), Some(line));
        for end in 0..whole.len() {
            assert_eq!(decode::<Line>(&whole[..end]), None);
        }
        let mut changed = whole.to_vec();
        *changed.last_mut().unwrap() = b' ';
        assert_eq!(decode::<Line>(&changed), None);
    }

    /// A later version may know more operations. Its lines are no damage, only nothing to undo here.
    #[test]
    fn an_operation_of_a_later_version_is_passed_over() {
        let json = r#"{"v":1,"id":"1","at":"2026-01-01T00:00:00Z","kind":"do","op":"later","later":{}}"#;
        let text = format!("{} {json}", sum(json));
        assert_eq!(decode::<Line>(text.as_bytes()), None);
        assert_eq!(decode::<Brief<'_>>(text.as_bytes()).map(|line| line.kind), Some(Kind::Do));
    }
}

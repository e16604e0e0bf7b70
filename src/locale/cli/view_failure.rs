//! Why a view could not be saved or taken out as asked.

use crate::domain::view::LONGEST_NAME;
use crate::locale::{Lang, Say};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewFailure {
    /// Not in the form of a name.
    Name {
        text: String,
    },
    EmptyQuery,
    Unknown {
        text: String,
        near: Option<String>,
    },
}

impl ViewFailure {
    /// See the table in `cli::error`.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Unknown { .. } => 1,
            Self::Name { .. } | Self::EmptyQuery => 2,
        }
    }

    pub(super) fn hint(&self, lang: Lang) -> String {
        match self {
            Self::Name { .. } => lang.pick(
                format!(
                    "use letters, digits, - and _, no blank and no hyphen in front, at most {LONGEST_NAME} characters"
                ),
                format!("可用文字、数字、- 和 _，不含空格，不以连字符开头，最多 {LONGEST_NAME} 个字符"),
            ),
            Self::EmptyQuery => lang.pick(
                "for example: tuition view save short 'hours:<=8'".to_owned(),
                "例如：tuition view save short 'hours:<=8'".to_owned(),
            ),
            Self::Unknown { near: Some(near), .. } => {
                lang.pick(format!("did you mean {near}?"), format!("是否指 {near}？"))
            }
            Self::Unknown { near: None, .. } => lang.pick(
                "see which there are with: tuition view list".to_owned(),
                "查看已有的视图：tuition view list".to_owned(),
            ),
        }
    }
}

impl Say for ViewFailure {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Name { text } => lang
                .pick(format!("\"{text}\" is not a name for a view"), format!("“{text}”不能用作视图的名称")),
            Self::EmptyQuery => lang.pick(
                "an empty query lists every course and needs no name".to_owned(),
                "空查询会列出全部课程，不需要保存".to_owned(),
            ),
            Self::Unknown { text, .. } => {
                lang.pick(format!("no view is saved as {text}"), format!("没有名为 {text} 的视图"))
            }
        }
    }
}

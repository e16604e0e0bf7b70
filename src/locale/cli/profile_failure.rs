//! Why a rule could not be followed, or the profile not be changed as asked.

use crate::domain::RuleId;
use crate::domain::course::LocalText;
use crate::domain::profile::{DateProblem, MONTHS};
use crate::locale::{Lang, Say};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileFailure {
    NotFollowed {
        text: String,
        near: Vec<String>,
    },
    /// The rule counts from a day of the person's own, which nobody has stated.
    SinceMissing {
        rule: RuleId,
        /// The name that the profile knows it by.
        date: String,
        asks: Option<LocalText>,
    },
    Date(DateProblem),
    /// A date that another date, or a followed rule, counts from.
    DateInUse {
        name: String,
        by: String,
    },
    /// Not `NAME=DATE`.
    NotNamed {
        text: String,
    },
    DateName {
        text: String,
    },
    /// Not a number of months that a date may be counted by.
    Months {
        text: String,
    },
}

impl Say for ProfileFailure {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

impl ProfileFailure {
    fn en(&self) -> String {
        match self {
            Self::NotFollowed { text, .. } => format!("{text} is not followed"),
            Self::SinceMissing { rule, date, asks } => {
                let day = asks.as_ref().map_or(date.as_str(), |asks| asks.in_order(false).0);
                format!("{rule} counts from a day of your own, and it is not stated: {day}")
            }
            Self::Date(problem) => problem.say(Lang::En),
            Self::DateInUse { name, by } => format!("{by} counts from the date {name}"),
            Self::NotNamed { text } => format!("\"{text}\" is not NAME=DATE"),
            Self::DateName { text } => format!("\"{text}\" is not a name for a date"),
            Self::Months { text } => format!(
                "\"{text}\" is not a whole number of months from {} to {}",
                MONTHS.start(),
                MONTHS.end()
            ),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::NotFollowed { text, .. } => format!("没有关注 {text}"),
            Self::SinceMissing { rule, date, asks } => {
                let day = asks.as_ref().map_or(date.as_str(), |asks| asks.in_order(true).0);
                format!("{rule} 从个人日期起算，而这一天尚未填写：{day}")
            }
            Self::Date(problem) => problem.say(Lang::Zh),
            Self::DateInUse { name, by } => format!("{by} 从日期 {name} 起算"),
            Self::NotNamed { text } => format!("“{text}”不是 名称=日期"),
            Self::DateName { text } => format!("“{text}”不能用作日期的名称"),
            Self::Months { text } => {
                format!("“{text}”不是 {} 至 {} 的整月数", MONTHS.start(), MONTHS.end())
            }
        }
    }

    pub(super) fn hints(&self, lang: Lang) -> Vec<String> {
        let said = match self {
            Self::NotFollowed { near, .. } if near.is_empty() => lang
                .either("see what is followed with: tuition profile", "查看所关注的要求包：tuition profile"),
            Self::NotFollowed { near, .. } => {
                return vec![match lang {
                    Lang::En => format!("did you mean {}?", near.join(", ")),
                    Lang::Zh => format!("是否指 {}？", near.join("、")),
                }];
            }
            Self::SinceMissing { date, .. } => {
                return match lang {
                    Lang::En => vec![
                        "give it with --since DATE".to_owned(),
                        format!("or keep it in the profile: tuition profile set --date {date}=DATE"),
                    ],
                    Lang::Zh => vec![
                        "请用 --since 日期 填写".to_owned(),
                        format!("或存入个人资料：tuition profile set --date {date}=日期"),
                    ],
                };
            }
            Self::Date(DateProblem::Missing(name)) => {
                return vec![match lang {
                    Lang::En => format!("state it with: tuition profile set --date {name}=DATE"),
                    Lang::Zh => format!("填写：tuition profile set --date {name}=日期"),
                }];
            }
            Self::Date(DateProblem::Cycle(_)) => {
                lang.either("state one of them as a day", "请把其中一个写成具体日期")
            }
            Self::Date(DateProblem::OutOfRange(_)) | Self::Months { .. } => {
                lang.either("correct the months", "请改正月数")
            }
            Self::DateInUse { .. } => lang.either(
                "change that one first, or give the date another day",
                "请先修改它，或为该日期另填一天",
            ),
            Self::NotNamed { .. } => lang.either(
                "for example licensed=2024-03-01, or renewal=licensed+12m; renewal= takes it out",
                "例如 licensed=2024-03-01，或 renewal=licensed+12m；renewal= 表示删去",
            ),
            Self::DateName { .. } => lang.either(
                "use lower-case letters, digits and single hyphens, a letter first",
                "请用小写字母、数字和单个连字符，并以字母开头",
            ),
        };
        vec![said.to_owned()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_day_is_asked_for_in_the_words_of_the_pack() {
        let asks = LocalText {
            en: Some("the first day of your renewal period".to_owned()),
            zh: Some("本次注册周期的第一天".to_owned()),
            ..LocalText::default()
        };
        let rule = RuleId::new("us-tx-pe").unwrap();
        let failure = ProfileFailure::SinceMissing { rule, date: "renewal".to_owned(), asks: Some(asks) };
        assert!(failure.say(Lang::En).ends_with("not stated: the first day of your renewal period"));
        assert!(failure.say(Lang::Zh).ends_with("本次注册周期的第一天"));
        assert!(failure.hints(Lang::En).iter().any(|hint| hint.ends_with("--date renewal=DATE")));
    }
}

//! What is wrong with a query, as a sentence under the line it was typed in.

use super::{Lang, Say};
use crate::domain::amount::AmountError;
use crate::domain::date::DateError;
use crate::query::QueryErrorKind;
use crate::search::entries;

impl Say for QueryErrorKind {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en(),
            Lang::Zh => self.zh(),
        }
    }
}

/// `@a → @b → @a`
fn circle(names: &[String]) -> String {
    names.iter().map(|name| format!("@{name}")).collect::<Vec<_>>().join(" → ")
}

/// Values of a closed list that fit into one line.
const SHOWN: usize = 8;

impl QueryErrorKind {
    fn en(&self) -> String {
        match self {
            Self::UnknownField { field, suggestion: Some(suggestion) } => {
                format!("unknown field \"{field}\"; did you mean \"{suggestion}\"?")
            }
            Self::UnknownField { field, suggestion: None } => {
                format!("unknown field \"{field}\"; to search for text with a colon, put it in quotes")
            }
            Self::NotOfEntries { name } => {
                format!("{name}: says nothing about entries; these do: {}", entries::FIELDS.join(", "))
            }
            Self::MissingValue => "a value is missing here".to_owned(),
            Self::MissingTerm => "something to search for is missing here".to_owned(),
            Self::UnclosedQuote => "this quote is not closed; add a \"".to_owned(),
            Self::UnclosedGroup => "this bracket is not closed; add a )".to_owned(),
            Self::UnopenedGroup => "this bracket closes nothing; remove it or put it in quotes".to_owned(),
            Self::UnknownValue { name, value, suggestion, allowed } => {
                let start = format!("{name}: has no \"{value}\"");
                match suggestion {
                    Some(suggestion) => format!("{start}; did you mean \"{suggestion}\"?"),
                    None if allowed.len() <= SHOWN => format!("{start}; it knows {}", allowed.join(", ")),
                    None => start,
                }
            }
            Self::UnknownRule { value, suggestion: Some(suggestion) } => {
                format!("no requirement \"{value}\"; did you mean \"{suggestion}\"?")
            }
            Self::UnknownRule { value, suggestion: None } => {
                format!("no requirement \"{value}\"; `tuition rules list` names them all")
            }
            Self::RuleWithoutDate { rule } => {
                format!("{rule} counts from a date of yours; tuition rules follow {rule} --since 2026-01-01")
            }
            Self::UnknownView { name, suggestion: Some(suggestion) } => {
                format!("no saved view \"{name}\"; did you mean \"@{suggestion}\"?")
            }
            Self::UnknownView { name, suggestion: None } if name.is_empty() => {
                "the name of a saved view is missing here".to_owned()
            }
            Self::UnknownView { name, suggestion: None } => {
                format!("no saved view \"{name}\"; to search for text with an @ in front, put it in quotes")
            }
            Self::ViewCircle { names } => {
                format!("these views contain each other: {}; change one of them", circle(names))
            }
            Self::ViewsTooDeep { limit } => format!("views may be at most {limit} deep inside each other"),
            Self::ViewFault { name, why } => format!("in the view @{name}: {}", why.en()),
            Self::BadNumber { value, why } => match why {
                AmountError::Empty => "a number is missing here".to_owned(),
                AmountError::NotANumber => {
                    format!("\"{value}\" is not a number; write 8, 1.5, <=8 or 2..8")
                }
                AmountError::Negative => "a number of hours cannot be negative".to_owned(),
                AmountError::TooManyDecimals => format!("{value} has more than two decimals"),
                AmountError::TooLarge => format!("{value} is more than 10000"),
                AmountError::Zero => "this number has to be above zero".to_owned(),
            },
            Self::BadDate { value, why } => match why {
                DateError::Empty => "a date is missing here".to_owned(),
                DateError::NotADate => {
                    format!("\"{value}\" is not a date; write 2026-03-15, 2026-03, 2026, today or <30d")
                }
                DateError::NoSuchDay => format!("there is no day {value}"),
                DateError::OutOfRange => format!("{value} is outside the years 1900 to 2200"),
            },
            Self::EmptyRange => "nothing can lie in this range; the smaller value comes first".to_owned(),
            Self::BadLimit { value } => format!("limit: takes a count such as 20, not \"{value}\""),
            Self::Negated { name } => format!("{name}: cannot be negated; remove the ! or -"),
            Self::PatternTooLong { limit } => format!("this is longer than {limit} characters; shorten it"),
            Self::TooManyTerms { limit } => format!("a query has at most {limit} terms; remove some"),
            Self::TooDeep { limit } => format!("brackets and negations may be at most {limit} deep"),
            Self::TooLong { limit } => format!("a query has at most {limit} bytes; shorten it"),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::UnknownField { field, suggestion: Some(suggestion) } => {
                format!("没有“{field}”这个字段，是否想输入“{suggestion}”？")
            }
            Self::UnknownField { field, suggestion: None } => {
                format!("没有“{field}”这个字段；要搜索带冒号的文字，请加引号")
            }
            Self::NotOfEntries { name } => {
                format!("{name}: 不适用于学时记录，可用：{}", entries::FIELDS.join("、"))
            }
            Self::MissingValue => "这里缺少要匹配的值".to_owned(),
            Self::MissingTerm => "这里缺少搜索内容".to_owned(),
            Self::UnclosedQuote => "引号没有闭合，请补上 \"".to_owned(),
            Self::UnclosedGroup => "括号没有闭合，请补上 )".to_owned(),
            Self::UnopenedGroup => "多了一个右括号，请删除，或用引号括起来".to_owned(),
            Self::UnknownValue { name, value, suggestion, allowed } => {
                let start = format!("{name}: 没有“{value}”这个值");
                match suggestion {
                    Some(suggestion) => format!("{start}，是否想输入“{suggestion}”？"),
                    None if allowed.len() <= SHOWN => format!("{start}，可用：{}", allowed.join("、")),
                    None => start,
                }
            }
            Self::UnknownRule { value, suggestion: Some(suggestion) } => {
                format!("没有学时要求“{value}”，是否想输入“{suggestion}”？")
            }
            Self::UnknownRule { value, suggestion: None } => {
                format!("没有学时要求“{value}”；用 tuition rules list 可列出全部")
            }
            Self::RuleWithoutDate { rule } => {
                format!("{rule} 从您个人的日期起算；请用 tuition rules follow {rule} --since 2026-01-01")
            }
            Self::UnknownView { name, suggestion: Some(suggestion) } => {
                format!("没有视图“{name}”，是否想输入“@{suggestion}”？")
            }
            Self::UnknownView { name, suggestion: None } if name.is_empty() => {
                "这里缺少视图的名称".to_owned()
            }
            Self::UnknownView { name, suggestion: None } => {
                format!("没有视图“{name}”；要搜索以 @ 开头的文字，请加引号")
            }
            Self::ViewCircle { names } => {
                format!("这些视图互相引用：{}，请修改其中一个", circle(names))
            }
            Self::ViewsTooDeep { limit } => format!("视图最多嵌套 {limit} 层"),
            Self::ViewFault { name, why } => format!("视图 @{name} 中：{}", why.zh()),
            Self::BadNumber { value, why } => match why {
                AmountError::Empty => "这里缺少数字".to_owned(),
                AmountError::NotANumber => format!("“{value}”不是数字，可写 8、1.5、<=8 或 2..8"),
                AmountError::Negative => "学时不能是负数".to_owned(),
                AmountError::TooManyDecimals => format!("{value} 的小数超过两位"),
                AmountError::TooLarge => format!("{value} 超过了 10000"),
                AmountError::Zero => "这个数必须大于零".to_owned(),
            },
            Self::BadDate { value, why } => match why {
                DateError::Empty => "这里缺少日期".to_owned(),
                DateError::NotADate => {
                    format!("“{value}”不是日期，可写 2026-03-15、2026-03、2026、今天 或 <30d")
                }
                DateError::NoSuchDay => format!("{value} 这一天不存在"),
                DateError::OutOfRange => format!("{value} 不在 1900 至 2200 年之间"),
            },
            Self::EmptyRange => "这个范围里不可能有值，请把较小的写在前面".to_owned(),
            Self::BadLimit { value } => format!("limit: 后面要写数量，例如 20，而不是“{value}”"),
            Self::Negated { name } => format!("{name}: 不能取反，请去掉 ! 或 -"),
            Self::PatternTooLong { limit } => format!("这一项超过 {limit} 个字符，请缩短"),
            Self::TooManyTerms { limit } => format!("一次最多 {limit} 个条件，请减少一些"),
            Self::TooDeep { limit } => format!("括号和取反最多嵌套 {limit} 层"),
            Self::TooLong { limit } => format!("搜索内容最多 {limit} 字节，请缩短"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use jiff::civil::date;

    fn said(text: &str, lang: Lang) -> String {
        parse(text, date(2026, 11, 21)).unwrap_err().kind.say(lang)
    }

    #[test]
    fn the_cause_and_what_to_do() {
        assert_eq!(said("trak:x", Lang::En), "unknown field \"trak\"; did you mean \"track\"?");
        assert_eq!(said("trak:x", Lang::Zh), "没有“trak”这个字段，是否想输入“track”？");
        assert_eq!(
            said("10:30", Lang::En),
            "unknown field \"10\"; to search for text with a colon, put it in quotes"
        );
        assert_eq!(
            said("level:x", Lang::En),
            "level: has no \"x\"; it knows introductory, intermediate, advanced"
        );
        assert_eq!(said("level:advancd", Lang::Zh), "level: 没有“advancd”这个值，是否想输入“advanced”？");
        assert_eq!(said("hours:x", Lang::En), "\"x\" is not a number; write 8, 1.5, <=8 or 2..8");
    }
}

//! What is wrong with a date or an amount that a person typed: for forms and options alike.

use super::{Lang, Say};
use crate::domain::Amount;
use crate::domain::amount::AmountError;
use crate::domain::date::{DateError, YEARS};

impl Say for AmountError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.either("a number is missing", "缺少数值").to_owned(),
            Self::NotANumber => {
                lang.either("not a plain number such as 8 or 1.5", "应为普通数字，如 8 或 1.5").to_owned()
            }
            Self::Negative => lang.either("an amount cannot be negative", "不能为负数").to_owned(),
            Self::TooManyDecimals => lang.either("at most two decimals", "最多两位小数").to_owned(),
            Self::TooLarge => match lang {
                Lang::En => format!("at most {}", Amount::LARGEST),
                Lang::Zh => format!("最多 {}", Amount::LARGEST),
            },
            Self::Zero => lang.either("must be more than zero", "应大于零").to_owned(),
        }
    }
}

impl Say for DateError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.either("a date is missing", "缺少日期").to_owned(),
            Self::NotADate => lang.either("not a date", "不是日期").to_owned(),
            Self::NoSuchDay => lang.either("there is no such day", "没有这一天").to_owned(),
            Self::OutOfRange => match lang {
                Lang::En => format!("dates lie between {} and {}", YEARS.start(), YEARS.end()),
                Lang::Zh => format!("日期应在 {} 年至 {} 年之间", YEARS.start(), YEARS.end()),
            },
        }
    }
}

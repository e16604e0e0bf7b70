//! What a calendar says of a day that matters.

use super::{Lang, requirements, vocabulary};
use crate::domain::agenda::{Dated, Occasion};

/// The line that a calendar shows: `due: Welding`, `period ends: Texas PE`.
pub fn summary(lang: Lang, item: &Dated) -> String {
    let title = item.title.wording(lang.is_chinese());
    let what = match item.occasion {
        Occasion::Target => lang.either("due", "目标日期"),
        Occasion::Session => lang.either("course", "开课"),
        Occasion::Training => lang.either("training", "培训"),
        Occasion::Assessment => lang.either("assessment", "考核"),
        Occasion::Recognition => lang.either("recognition", "认定"),
        Occasion::YearEnd => lang.either("year ends", "年度截止"),
        Occasion::PeriodEnd => lang.either("period ends", "周期截止"),
    };
    format!("{what}{}{title}", lang.either(": ", "："))
}

/// What is still missing on that day; `None` where nothing is.
pub fn description(lang: Lang, item: &Dated) -> Option<String> {
    let unit = item.unit?;
    let parts = item.missing.iter().filter_map(|part| {
        let missing = vocabulary::amount(lang, part.missing()?, unit);
        Some(format!("{} {missing}", requirements::part_name(lang, part)))
    });
    let parts: Vec<String> = parts.collect();
    let said = parts.join(lang.either(", ", "、"));
    (!parts.is_empty()).then(|| format!("{}{said}", lang.either("still missing: ", "尚缺：")))
}

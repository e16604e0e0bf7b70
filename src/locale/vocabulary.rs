//! The words of the domain as the reader sees them: units, levels, grades, delivery, forms,
//! outcomes, states, categories, and amounts with their unit.
//!
//! Files, queries and flags keep their one spelling (`Word::word`); these are for the eye.

use super::{Lang, Say};
use crate::domain::Amount;
use crate::domain::course::StatedHours;
use crate::domain::progress::PrerequisiteState;
use crate::domain::totals::ByUnit;
use crate::domain::vocabulary::{
    Category, CourseState, Delivery, Form, Grade, KNOWN_CATEGORIES, Level, Outcome, Unit, Word,
};
use std::fmt::Display;

/// Says a list of fixed words: one English and one Chinese label for each member.
macro_rules! labels {
    ($name:ident { $($member:ident => $en:literal, $zh:literal;)+ }) => {
        impl Say for $name {
            fn say(&self, lang: Lang) -> String {
                self.label(lang).to_owned()
            }
        }

        impl Label for $name {
            fn label(&self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$member, Lang::En) => $en, (Self::$member, Lang::Zh) => $zh,)+
                }
            }
        }
    };
}

pub(super) use labels;

/// A member of a closed list has a fixed label in each language.
pub trait Label {
    fn label(&self, lang: Lang) -> &'static str;
}

labels! { Unit {
    Hour => "hours", "小时";
    ClassHour => "class hours", "学时";
    Pdh => "PDH", "PDH";
    Pdu => "PDU", "PDU";
    Cpe => "CPE", "CPE";
    Ceu => "CEU", "CEU";
    Day => "days", "天";
    Event => "events", "次";
} }

labels! { Level {
    Introductory => "introductory", "入门";
    Intermediate => "intermediate", "进阶";
    Advanced => "advanced", "高阶";
} }

labels! { Grade {
    Junior => "junior", "初级";
    Intermediate => "intermediate", "中级";
    Senior => "senior", "高级";
} }

labels! { Delivery {
    Online => "online", "线上";
    Onsite => "on site", "线下";
    Blended => "blended", "线上+线下";
} }

labels! { Form {
    Lecture => "lecture", "讲座";
    Workshop => "workshop", "工作坊";
    Training => "training", "培训";
    Seminar => "seminar", "研讨";
    Conference => "conference", "会议";
    Coaching => "coaching", "辅导";
    Competition => "competition", "竞赛";
    SelfStudy => "self-study", "自学";
    Teaching => "teaching", "授课";
    Paper => "paper", "论文";
    Patent => "patent", "专利";
    Degree => "degree", "学历教育";
    Exam => "exam", "考试";
} }

labels! { Outcome {
    InProgress => "in progress", "进行中";
    Completed => "completed", "完成";
    Passed => "passed", "合格";
    Failed => "failed", "不合格";
    Withdrawn => "withdrawn", "放弃";
} }

labels! { CourseState {
    Planned => "planned", "计划";
    InProgress => "in progress", "进行中";
    Completed => "completed", "完成";
    Passed => "passed", "合格";
    Failed => "failed", "不合格";
    Withdrawn => "withdrawn", "放弃";
} }

labels! { PrerequisiteState {
    Done => "done", "已完成";
    Planned => "planned", "已列入计划";
    Missing => "missing", "尚缺";
} }

/// Boards invent categories of their own; those are shown as they are spelt.
impl Say for Category {
    fn say(&self, lang: Lang) -> String {
        let chinese = match (self.as_str(), lang) {
            ("group-a", Lang::En) => return "group A".to_owned(),
            ("group-b", Lang::En) => return "group B".to_owned(),
            (other, Lang::En) => return other.replace('-', " "),
            (other, Lang::Zh) => match other {
                "public" => "公需科目",
                "professional" => "专业科目",
                "elective" => "选修科目",
                "ethics" => "职业道德",
                "technical" => "技术",
                "education" => "教育",
                "ways-of-working" => "工作方式",
                "power-skills" => "影响力技能",
                "business-acumen" => "商业敏锐度",
                "giving-back" => "回馈专业",
                "practitioner" => "专业实践",
                "group-a" => "A 组",
                "group-b" => "B 组",
                "practice" => "执业领域",
                "risk" => "风险管理",
                "business" => "商务与管理",
                "broader" => "拓展领域",
                other => other,
            },
        };
        chinese.to_owned()
    }
}

/// The member of a closed list that a person means: by its word, or by a label that the program
/// shows, in either language.
pub fn named<W: Word + Label>(text: &str) -> Option<W> {
    let text = text.trim();
    let shown = |member: &W| [Lang::En, Lang::Zh].iter().any(|lang| is_same(text, member.label(*lang)));
    W::from_word(text).or_else(|| W::ALL.iter().copied().find(shown))
}

/// The category that a person means: its id, or what the program calls a known one in either
/// language. 选修 is as good as 选修科目.
pub fn category(text: &str) -> Option<Category> {
    let text = text.trim();
    let shown = |known: &Category| {
        let (en, zh) = (known.say(Lang::En), known.say(Lang::Zh));
        is_same(text, &en) || is_same(text, &zh) || zh.strip_suffix("科目") == Some(text)
    };
    let known = || KNOWN_CATEGORIES.iter().filter_map(|known| Category::new(known));
    Category::new(text).or_else(|| known().find(shown))
}

fn is_same(typed: &str, label: &str) -> bool {
    typed.eq_ignore_ascii_case(label)
}

/// An amount with its unit: `8 h`, `1 class hour`, `8 学时`.
pub fn amount(lang: Lang, amount: Amount, unit: Unit) -> String {
    with_unit(lang, amount, unit, amount == Amount::whole(1))
}

/// What a source states of a course's length: `14+28 of 100 h`, `6–18 h`, `from 10 h`.
pub fn hours(lang: Lang, stated: Option<&StatedHours>, unit: Unit) -> String {
    let (figure, single) = match stated {
        None => return not_stated(lang).to_owned(),
        Some(StatedHours::Exact(hours)) => return amount(lang, *hours, unit),
        Some(StatedHours::Split { theory, practice, total }) => {
            let parts = format!("{theory}+{practice}");
            match (total.filter(|total| *total != theory.plus(*practice)), lang) {
                (None, _) => (parts, false),
                (Some(total), Lang::En) => (format!("{parts} of {total}"), false),
                (Some(total), Lang::Zh) => (format!("{parts}，共 {total}"), false),
            }
        }
        Some(StatedHours::Range { min, max: Some(max), .. }) => (format!("{min}–{max}"), false),
        Some(StatedHours::Range { min, max: None, .. }) => match lang {
            Lang::En => (format!("from {min}"), *min == Amount::whole(1)),
            Lang::Zh => return with_unit(lang, min, unit, false) + "起",
        },
    };
    with_unit(lang, figure, unit, single)
}

/// The same for a column: the total of a split, `100+ h` for a lower bound, a short unit.
pub fn hours_in_brief(lang: Lang, stated: &StatedHours, unit: Unit) -> String {
    let figure = match stated {
        StatedHours::Range { min, max: Some(max), .. } => format!("{min}–{max}"),
        StatedHours::Range { min, max: None, .. } => format!("{min}+"),
        StatedHours::Exact(_) | StatedHours::Split { .. } => stated.nominal().to_string(),
    };
    match (lang, unit) {
        (Lang::En, Unit::ClassHour) => format!("{figure} class h"),
        _ => with_unit(lang, figure, unit, stated.nominal() == Amount::whole(1)),
    }
}

/// Hours of several units, each for itself: `24 h · 8 class hours`.
pub fn sums(lang: Lang, sums: &ByUnit) -> String {
    let parts: Vec<String> = sums.iter().map(|(unit, sum)| amount(lang, sum, unit)).collect();
    parts.join(" · ")
}

/// A unit beside figures, where there is little room: `class h`, `学时`.
pub fn unit_in_brief(lang: Lang, unit: Unit) -> &'static str {
    match (lang, unit) {
        (Lang::En, Unit::ClassHour) => "class h",
        (Lang::En, Unit::Hour) => "h",
        _ => unit.label(lang),
    }
}

/// The length of a course whose source states none: never zero, never a guess.
pub fn not_stated(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "not stated",
        Lang::Zh => "未注明",
    }
}

fn with_unit(lang: Lang, figure: impl Display, unit: Unit, single: bool) -> String {
    let name = match (lang, unit, single) {
        (Lang::En, Unit::Hour, _) => "h",
        (Lang::En, Unit::ClassHour, true) => "class hour",
        (Lang::En, Unit::Day, true) => "day",
        (Lang::En, Unit::Event, true) => "event",
        _ => unit.label(lang),
    };
    format!("{figure} {name}")
}

/// A language code as a name: `English`, `中文`; other codes as they are.
pub fn language(lang: Lang, code: &str) -> String {
    let name = match (code.split(['-', '_']).next().unwrap_or(code), lang) {
        ("en", Lang::En) => "English",
        ("en", Lang::Zh) => "英语",
        ("zh", Lang::En) => "Chinese",
        ("zh", Lang::Zh) => "中文",
        _ => code,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_carry_their_unit() {
        let eight = Amount::whole(8);
        let one = Amount::whole(1);
        assert_eq!(amount(Lang::En, eight, Unit::Hour), "8 h");
        assert_eq!(amount(Lang::En, eight, Unit::ClassHour), "8 class hours");
        assert_eq!(amount(Lang::En, one, Unit::ClassHour), "1 class hour");
        assert_eq!(amount(Lang::En, one, Unit::Day), "1 day");
        assert_eq!(amount(Lang::Zh, eight, Unit::ClassHour), "8 学时");
        assert_eq!(amount(Lang::Zh, eight, Unit::Hour), "8 小时");
        assert_eq!(amount(Lang::Zh, Amount::from_hundredths(80), Unit::Ceu), "0.8 CEU");
    }

    #[test]
    fn stated_hours_say_no_more_than_the_source() {
        let split = |total: u64| StatedHours::Split {
            theory: Amount::whole(14),
            practice: Amount::whole(28),
            total: Some(Amount::whole(total)),
        };
        let range = |max: Option<u64>| StatedHours::Range {
            min: Amount::whole(6),
            max: max.map(Amount::whole),
            basis: None,
        };
        let said =
            |stated: &StatedHours, unit| [Lang::En, Lang::Zh].map(|lang| hours(lang, Some(stated), unit));
        assert_eq!(said(&split(100), Unit::Hour), ["14+28 of 100 h", "14+28，共 100 小时"]);
        assert_eq!(said(&split(42), Unit::ClassHour), ["14+28 class hours", "14+28 学时"]);
        assert_eq!(said(&range(Some(18)), Unit::Hour), ["6–18 h", "6–18 小时"]);
        assert_eq!(said(&range(None), Unit::Day), ["from 6 days", "6 天起"]);
        assert_eq!(hours(Lang::Zh, None, Unit::Hour), "未注明");
    }

    /// Whatever the screen shows can be typed back.
    #[test]
    fn labels_are_understood_in_both_languages() {
        for lang in [Lang::En, Lang::Zh] {
            for unit in Unit::ALL {
                assert_eq!(named(unit.label(lang)), Some(*unit));
            }
            for form in Form::ALL {
                assert_eq!(named(form.label(lang)), Some(*form));
            }
            for known in KNOWN_CATEGORIES {
                let known = Category::new(known).unwrap();
                assert_eq!(category(&known.say(lang)), Some(known));
            }
        }
        let read = |text| category(text).map(|category| category.to_string());
        let typed = ["选修", " 专业科目", "Ethics", "A 组", "site-safety", "安全"];
        let meant = [
            Some("elective"),
            Some("professional"),
            Some("ethics"),
            Some("group-a"),
            Some("site-safety"),
            None,
        ];
        assert_eq!(typed.map(read), meant.map(|id| id.map(str::to_owned)));
        assert_eq!(named::<Unit>("学时"), Some(Unit::ClassHour));
        assert_eq!(named::<Unit>("课时"), None);
    }

    #[test]
    fn every_known_category_has_a_chinese_name() {
        for word in KNOWN_CATEGORIES {
            let category = Category::new(word).unwrap();
            assert_ne!(category.say(Lang::Zh), *word, "{word}");
        }
        assert_eq!(Category::new("house-rule").unwrap().say(Lang::Zh), "house-rule");
        assert_eq!(Form::ALL.iter().filter(|form| form.say(Lang::Zh).is_ascii()).count(), 0);
    }
}

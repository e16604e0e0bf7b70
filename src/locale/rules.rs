//! What a requirement pack states, in words: for `tuition rules show` and wherever a rule is explained.

use super::{Lang, Say, vocabulary};
use crate::domain::Amount;
use crate::domain::requirement::rule::{
    Carry, Conversion, CountsWhen, Label, Maximum, Minimum, Multiplier, Per, Reach, Threshold,
};
use crate::domain::requirement::{Anchor, Cycle, Rule};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How long a period is and from where it counts: `calendar year`, `12 months from 1 October`.
pub fn period(lang: Lang, cycle: &Cycle) -> String {
    let length = months(lang, cycle.months);
    match (&cycle.anchor, lang) {
        (Anchor::Fixed { month: 1, day: 1, .. }, _) if cycle.months == 12 => {
            lang.either("calendar year", "自然年").to_owned()
        }
        (Anchor::Fixed { month, day, from_year }, Lang::En) => {
            let name = usize::try_from(*month - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"");
            let year = from_year.map(|year| format!(" {year}")).unwrap_or_default();
            format!("{length} from {day} {name}{year}")
        }
        (Anchor::Fixed { month, day, from_year: Some(year) }, Lang::Zh) => {
            format!("{length}，从 {year} 年 {month} 月 {day} 日起算")
        }
        (Anchor::Fixed { month, day, from_year: None }, Lang::Zh) => {
            format!("{length}，从 {month} 月 {day} 日起算")
        }
        (Anchor::Personal { asks, .. }, _) => {
            let asked = asks.as_ref().map(|asks| asks.wording(lang.is_chinese()));
            let from = asked.unwrap_or(lang.either("a date of your own", "个人日期"));
            lang.either(format!("{length} from {from}"), format!("{length}，从{from}起算"))
        }
        (Anchor::Rolling, Lang::En) => format!("the last {length}, day by day"),
        (Anchor::Rolling, Lang::Zh) => format!("最近 {length}，逐日滚动"),
    }
}

fn months(lang: Lang, months: u16) -> String {
    match (months, lang) {
        (1, Lang::En) => "1 month".to_owned(),
        (months, Lang::En) => format!("{months} months"),
        (months, Lang::Zh) => format!("{months} 个月"),
    }
}

/// What is required in a period.
pub fn total(lang: Lang, rule: &Rule) -> String {
    match rule.total {
        Some(total) => vocabulary::amount(lang, total, rule.unit),
        None => lang.either("no source states a total", "来源未注明总量").to_owned(),
    }
}

/// The unit of the rule's figures, its length, and how entries are rounded.
pub fn unit(lang: Lang, rule: &Rule) -> String {
    let mut said = rule.unit.say(lang);
    if let Some(minutes) = rule.unit_minutes {
        said += &lang.either(format!(" of {minutes} minutes"), format!("，每个 {minutes} 分钟"));
    }
    if !rule.step.is_zero() {
        let step = rule.step;
        said += &lang.either(
            format!(", each entry rounded down to a multiple of {step}"),
            format!("，每条记录按 {step} 的倍数向下取整"),
        );
    }
    said
}

pub fn counts_when(lang: Lang, when: CountsWhen) -> &'static str {
    match when {
        CountsWhen::Completed => lang.either("once completed", "完成后计入"),
        CountsWhen::Passed => lang.either("only once the examination is passed", "考核合格后才计入"),
    }
}

/// `at least 1 PDH of ethics; carried hours do not meet it`.
pub fn minimum(lang: Lang, rule: &Rule, minimum: &Minimum) -> String {
    let label = minimum.label.as_ref().map(|label| name(lang, label));
    let yearly = minimum.per == Per::Year;
    let much = threshold(lang, rule, minimum.amount, label.as_deref(), lang.either("at least", "至少"));
    let mut said = match lang {
        Lang::En if yearly => format!("{much} in each year"),
        Lang::Zh if yearly => format!("每年{much}"),
        _ => much,
    };
    if rule.carry.is_some() {
        said += match minimum.carried {
            true => lang.either("; carried hours count towards it", "；结转学时可以抵用"),
            false => lang.either("; carried hours do not meet it", "；结转学时不能抵用"),
        };
    }
    if minimum.soft {
        said += lang.either("; advice, not a condition", "；仅为建议，不作硬性要求");
    }
    said
}

/// `at most 25 PDU of giving back`.
pub fn maximum(lang: Lang, rule: &Rule, maximum: &Maximum) -> String {
    let label = maximum.label.as_ref().map(|label| name(lang, label));
    if maximum.amount == Threshold::Hours(Amount::ZERO) {
        let label = label.unwrap_or_default();
        return lang.either(format!("nothing of {label} counts"), format!("{label}不计入"));
    }
    let much = threshold(lang, rule, maximum.amount, label.as_deref(), lang.either("at most", "最多"));
    match (maximum.per, lang) {
        (Reach::Span(Per::Period), _) => much,
        (Reach::Span(Per::Year), Lang::En) => format!("{much} in each year"),
        (Reach::Span(Per::Year), Lang::Zh) => format!("每年{much}"),
        (Reach::Entry, Lang::En) => format!("{much} for one entry"),
        (Reach::Entry, Lang::Zh) => format!("每条记录{much}"),
    }
}

/// `at least 2/3 of the total (60 class hours) professional`.
fn threshold(lang: Lang, rule: &Rule, amount: Threshold, label: Option<&str>, bound: &str) -> String {
    let (share, of) = match amount {
        Threshold::Hours(hours) => {
            let hours = vocabulary::amount(lang, hours, rule.unit);
            return match (label, lang) {
                (Some(label), Lang::En) => format!("{bound} {hours} of {label}"),
                (Some(label), Lang::Zh) => format!("{label}{bound} {hours}"),
                (None, _) => format!("{bound} {hours}"),
            };
        }
        Threshold::ShareOfRequired(share) => {
            let of = match rule.total {
                Some(total) => {
                    let total = vocabulary::amount(lang, total, rule.unit);
                    lang.either(format!("the {total} required"), format!("总量要求 {total} 的"))
                }
                None => lang.either("the total required", "总量要求的").to_owned(),
            };
            (share, of)
        }
        Threshold::ShareOfCounted(share) => {
            (share, lang.either("all that is counted", "全部计入学时的").to_owned())
        }
    };
    match (label, lang) {
        (Some(label), Lang::En) => format!("{bound} {share} of {of} in {label}"),
        (None, Lang::En) => format!("{bound} {share} of {of}"),
        (label, Lang::Zh) => format!("{}{bound}占{of} {share}", label.unwrap_or_default()),
    }
}

/// What of a period's surplus the next may use.
pub fn carry(lang: Lang, rule: &Rule, carry: Option<&Carry>) -> String {
    let Some(carry) = carry else {
        return lang.either("nothing is carried over", "不结转").to_owned();
    };
    let hours = vocabulary::amount(lang, carry.hours, rule.unit);
    let category = carry.category.as_ref().map(|category| category.say(lang));
    let earned = carry.earned_within_months;
    match lang {
        Lang::En => {
            let category = category.map(|it| format!(" of {it}")).unwrap_or_default();
            let earned = match earned {
                Some(1) => ", earned in the last month of the period".to_owned(),
                Some(months) => format!(", earned in the last {months} months of the period"),
                None => String::new(),
            };
            format!("up to {hours}{category} above the total move into the next period{earned}")
        }
        Lang::Zh => {
            let category = category.map(|it| format!("{it}的")).unwrap_or_default();
            let earned = earned.map(|months| format!("周期最后 {months} 个月内取得的")).unwrap_or_default();
            format!("{earned}{category}超出部分最多结转 {hours} 到下一周期")
        }
    }
}

/// `1 day of training gives 8 class hours`.
pub fn conversion(lang: Lang, rule: &Rule, conversion: &Conversion) -> String {
    let one = vocabulary::amount(lang, Amount::whole(1), conversion.unit);
    let gives = vocabulary::amount(lang, conversion.gives, rule.unit);
    match (conversion.form.map(|form| form.say(lang)), lang) {
        (Some(form), Lang::En) => format!("{one} of {form} gives {gives}"),
        (Some(form), Lang::Zh) => format!("{form} {one}计 {gives}"),
        (None, Lang::En) => format!("{one} gives {gives}"),
        (None, Lang::Zh) => format!("{one}计 {gives}"),
    }
}

/// `teaching counts 2 times, only the first time`.
pub fn multiplier(lang: Lang, multiplier: &Multiplier) -> String {
    let (label, by) = (name(lang, &multiplier.label), multiplier.by);
    let said = lang.either(format!("{label} counts {by} times"), format!("{label}按 {by} 倍计"));
    match multiplier.first_time {
        true => said + lang.either(", only the first time", "，仅限首次"),
        false => said,
    }
}

/// How long proof is to be kept.
pub fn proof(lang: Lang, kept: u16) -> String {
    let kept = months(lang, kept);
    lang.either(format!("kept for {kept} after the period"), format!("周期结束后保存 {kept}"))
}

/// From when to when the rule holds in this wording; `None` where nothing is said.
pub fn validity(lang: Lang, rule: &Rule) -> Option<String> {
    Some(match (rule.valid_from, rule.valid_to) {
        (Some(from), Some(to)) => lang.either(format!("{from} to {to}"), format!("{from} 至 {to}")),
        (Some(from), None) => lang.either(format!("from {from}"), format!("{from} 起")),
        (None, Some(to)) => lang.either(format!("until {to}"), format!("至 {to}")),
        (None, None) => return None,
    })
}

/// A category or a form.
pub fn name(lang: Lang, label: &Label) -> String {
    match label {
        Label::Category(category) => category.say(lang),
        Label::Form(form) => form.say(lang),
    }
}

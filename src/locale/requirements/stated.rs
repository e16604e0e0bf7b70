//! What a requirement pack states, in words: for `tuition rules show` and wherever a rule is explained.

use crate::domain::Amount;
use crate::domain::course::is_han;
use crate::domain::requirement::rule::{
    Carry, Conversion, CountsWhen, Label, Maximum, Minimum, Multiplier, Per, Reach, Threshold,
};
use crate::domain::requirement::{Anchor, Cycle, Rule};
use crate::locale::{Lang, Say, vocabulary};

pub(in crate::locale) const MONTHS: [&str; 12] = [
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

/// The same for a column, without the words for a date of the person's own.
pub fn period_in_brief(lang: Lang, cycle: &Cycle) -> String {
    let anchor = match &cycle.anchor {
        Anchor::Personal { date, .. } => Anchor::Personal { date: date.clone(), asks: None },
        other => other.clone(),
    };
    period(lang, &Cycle { anchor, months: cycle.months })
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
        said += &lang.either(format!(" of {minutes} minutes"), format!("，每单位 {minutes} 分钟"));
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

/// What a minimum wants, under a label that says that it is one: `1 PDH of ethics; carried hours do
/// not meet it`.
pub fn minimum(lang: Lang, rule: &Rule, minimum: &Minimum) -> String {
    let much = threshold(lang, rule, minimum.amount, minimum.label.as_ref());
    let mut said = over(lang, much, Reach::Span(minimum.per));
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

/// What a maximum allows, under a label that says that it is one: `25 PDU of giving back`.
pub fn maximum(lang: Lang, rule: &Rule, maximum: &Maximum) -> String {
    if maximum.amount == Threshold::Hours(Amount::ZERO) {
        let label = maximum.label.as_ref().map(|label| label.say(lang)).unwrap_or_default();
        return lang.either(format!("nothing of {label}"), format!("{label}不计入"));
    }
    over(lang, threshold(lang, rule, maximum.amount, maximum.label.as_ref()), maximum.per)
}

/// How much, and of what: `2/3 of the 90 class hours required, in professional`.
fn threshold(lang: Lang, rule: &Rule, amount: Threshold, label: Option<&Label>) -> String {
    let label = label.map(|label| label.say(lang));
    let (share, of) = match amount {
        Threshold::Hours(hours) => {
            let hours = vocabulary::amount(lang, hours, rule.unit);
            return match (label, lang) {
                (Some(label), Lang::En) => format!("{hours} of {label}"),
                (Some(label), Lang::Zh) => format!("{label} {hours}"),
                (None, _) => hours,
            };
        }
        Threshold::ShareOfRequired(share) => {
            let total = rule.total.map(|total| vocabulary::amount(lang, total, rule.unit));
            let total = total.unwrap_or_else(|| lang.either("total", "总量").to_owned());
            (share, lang.either(format!("the {total} required"), format!("总量要求（{total}）")))
        }
        Threshold::ShareOfCounted(share) => {
            (share, lang.either("all that is counted", "全部计入学时").to_owned())
        }
    };
    match (label, lang) {
        (Some(label), Lang::En) => format!("{share} of {of}, in {label}"),
        (None, Lang::En) => format!("{share} of {of}"),
        (label, Lang::Zh) => beside(&label.unwrap_or_default(), &format!("占{of}的 {share}")),
    }
}

/// Two pieces of Chinese, with a blank between Han and other characters.
pub(super) fn beside(first: &str, second: &str) -> String {
    let before = first.chars().next_back().map(is_han);
    let after = second.chars().next().map(is_han);
    let blank = if before.zip(after).is_some_and(|(before, after)| before != after) { " " } else { "" };
    format!("{first}{blank}{second}")
}

fn over(lang: Lang, much: String, reach: Reach) -> String {
    match (reach, lang) {
        (Reach::Span(Per::Period), _) => much,
        (Reach::Span(Per::Year), Lang::En) => format!("{much}, in each year"),
        (Reach::Span(Per::Year), Lang::Zh) => beside("每年", &much),
        (Reach::Entry, Lang::En) => format!("{much}, for one entry"),
        (Reach::Entry, Lang::Zh) => beside("每条记录", &much),
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
            let category = category.map(|it| format!("“{it}”类")).unwrap_or_default();
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
        (Some(form), Lang::Zh) => format!("{form} {}", beside(&one, &format!("计 {gives}"))),
        (None, Lang::En) => format!("{one} gives {gives}"),
        (None, Lang::Zh) => beside(&one, &format!("计 {gives}")),
    }
}

/// `teaching counts 2 times, only the first time`.
pub fn multiplier(lang: Lang, multiplier: &Multiplier) -> String {
    let (label, by) = (multiplier.label.say(lang), multiplier.by);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RuleId;
    use crate::domain::course::LocalText;
    use crate::domain::requirement::rule::Ratio;
    use crate::domain::vocabulary::{Category, Form, Unit};

    fn rule(total: u64) -> Rule {
        let id = RuleId::new("a").unwrap();
        Rule::new(id, LocalText::plain("A"), Unit::Pdh, Some(Amount::whole(total)))
    }

    fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
        [say(Lang::En), say(Lang::Zh)]
    }

    #[test]
    fn periods_say_where_they_count_from() {
        let of =
            |anchor: Anchor, months| both(|lang| period(lang, &Cycle { anchor: anchor.clone(), months }));
        let fixed = |month, day, from_year| Anchor::Fixed { month, day, from_year };
        assert_eq!(of(fixed(1, 1, None), 12), ["calendar year", "自然年"]);
        assert_eq!(of(fixed(10, 1, None), 12), ["12 months from 1 October", "12 个月，从 10 月 1 日起算"]);
        let two_years = ["24 months from 1 January 2025", "24 个月，从 2025 年 1 月 1 日起算"];
        assert_eq!(of(fixed(1, 1, Some(2025)), 24), two_years);
        let asks =
            Some(LocalText { zh: Some("发证日期".to_owned()), ..LocalText::plain("the day of issue") });
        let personal = |asks| Anchor::Personal { date: "since".to_owned(), asks };
        assert_eq!(of(personal(asks), 36), ["36 months from the day of issue", "36 个月，从发证日期起算"]);
        assert_eq!(of(personal(None), 1), ["1 month from a date of your own", "1 个月，从个人日期起算"]);
        assert_eq!(of(Anchor::Rolling, 36), ["the last 36 months, day by day", "最近 36 个月，逐日滚动"]);
    }

    #[test]
    fn parts_say_how_much_of_what_and_over_which_time() {
        let mut rule = rule(15);
        let ethics = Some(Label::Category(Category::new("ethics").unwrap()));
        let mut least = Minimum {
            label: ethics,
            amount: Threshold::Hours(Amount::whole(1)),
            per: Per::Year,
            carried: false,
            soft: false,
        };
        assert_eq!(
            both(|lang| minimum(lang, &rule, &least)),
            ["1 PDH of ethics, in each year", "每年职业道德 1 PDH"]
        );
        rule.carry = Some(Carry { hours: Amount::whole(14), category: None, earned_within_months: Some(6) });
        least.amount = Threshold::ShareOfRequired(Ratio::parse("2/3").unwrap());
        (least.per, least.soft) = (Per::Period, true);
        assert_eq!(
            both(|lang| minimum(lang, &rule, &least)),
            [
                "2/3 of the 15 PDH required, in ethics; carried hours do not meet it; advice, not a condition",
                "职业道德占总量要求（15 PDH）的 2/3；结转学时不能抵用；仅为建议，不作硬性要求"
            ]
        );
        assert_eq!(
            both(|lang| carry(lang, &rule, rule.carry.as_ref())),
            [
                "up to 14 PDH above the total move into the next period, earned in the last 6 months of the period",
                "周期最后 6 个月内取得的超出部分最多结转 14 PDH 到下一周期"
            ]
        );
        let mut most = Maximum {
            label: Some(Label::Form(Form::SelfStudy)),
            amount: Threshold::Hours(Amount::whole(5)),
            per: Reach::Entry,
        };
        assert_eq!(
            both(|lang| maximum(lang, &rule, &most)),
            ["5 PDH of self-study, for one entry", "每条记录自学 5 PDH"]
        );
        most.amount = Threshold::Hours(Amount::ZERO);
        assert_eq!(both(|lang| maximum(lang, &rule, &most)), ["nothing of self-study", "自学不计入"]);
    }
}

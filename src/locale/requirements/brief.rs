//! A rule in one line, for the top of the screen and for a shell's prompt.

use super::parts::{figures, part_name};
use crate::domain::Date;
use crate::domain::requirement::outlook;
use crate::domain::requirement::{Evaluation, Part, Rule, State};
use crate::locale::{Lang, Say, vocabulary};

/// `cn-mohrss 62/90 class h · at risk`. Where another part than the total decides the state, it is
/// named: `us-tx-pe 15/15 PDH · ethics 0/1 · at risk`.
pub fn in_brief(lang: Lang, rule: &Rule, evaluation: &Evaluation) -> String {
    let unit = vocabulary::unit_in_brief(lang, rule.unit);
    let mut said = rule.id.to_string();
    if let Some(total) = evaluation.parts.first() {
        said.push_str(&format!(" {} {unit}", figures(total)));
    }
    if let Some(part) = deciding(evaluation) {
        said.push_str(&format!(" · {} {}", part_name(lang, part), figures(part)));
    }
    format!("{said} · {}", state_in_brief(lang, evaluation.state))
}

/// The part that gives the rule its state where the total does not.
pub fn deciding(evaluation: &Evaluation) -> Option<&Part> {
    let decides = |part: &&Part| part.binds() && part.state == evaluation.state;
    let first = evaluation.parts.iter().find(decides)?;
    (evaluation.state != State::Met && first.place.is_some()).then_some(first)
}

/// A state in few words.
pub fn state_in_brief(lang: Lang, state: State) -> String {
    match (lang, state) {
        (Lang::En, State::Impossible) => "impossible".to_owned(),
        (Lang::Zh, State::AtRisk) => "有风险".to_owned(),
        (Lang::Zh, State::Advice) => "建议".to_owned(),
        _ => state.say(lang),
    }
}

/// How long it is until a last day.
pub fn days_left(lang: Lang, last: Date, as_of: Date) -> String {
    match (outlook::days_left(last, as_of), lang) {
        (None, Lang::En) => "over".to_owned(),
        (None, Lang::Zh) => "已截止".to_owned(),
        (Some(0), Lang::En) => "last day".to_owned(),
        (Some(0), Lang::Zh) => "当天截止".to_owned(),
        (Some(1), Lang::En) => "1 day left".to_owned(),
        (Some(days), Lang::En) => format!("{days} days left"),
        (Some(days), Lang::Zh) => format!("还剩 {days} 天"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::LocalText;
    use crate::domain::requirement::rule::{Minimum, Per, Threshold};
    use crate::domain::requirement::{Subject, evaluate};
    use crate::domain::vocabulary::Unit;
    use crate::domain::{Amount, Entry, EntryId, HoursRecord, RuleId};
    use jiff::civil::date;

    fn said(hours: u64, as_of: Date) -> [String; 2] {
        let id = RuleId::new("us-tx-pe").unwrap();
        let mut rule = Rule::new(id, LocalText::plain("Texas"), Unit::ClassHour, Some(Amount::whole(15)));
        rule.minimums.push(Minimum {
            label: Some(super::super::sample::category("ethics")),
            amount: Threshold::Hours(Amount::whole(1)),
            per: Per::Period,
            carried: false,
            soft: false,
        });
        let id = EntryId::new("a").unwrap();
        let hours = Amount::whole(hours);
        let entry =
            Entry { unit: Unit::ClassHour, ..Entry::new(id, date(2026, 2, 1), "A".to_owned(), hours) };
        let record = HoursRecord::new(vec![entry], Vec::new());
        let subject = Subject { rule: &rule, since: None, totals: &[] };
        let evaluation = evaluate(&subject, &record, &[], as_of).unwrap();
        [Lang::En, Lang::Zh].map(|lang| in_brief(lang, &rule, &evaluation))
    }

    #[test]
    fn the_part_that_decides_is_named_where_it_is_not_the_total() {
        let day = date(2026, 11, 21);
        assert_eq!(
            said(15, day),
            ["us-tx-pe 15/15 class h · ethics 0/1 · at risk", "us-tx-pe 15/15 学时 · 职业道德 0/1 · 有风险"]
        );
        assert_eq!(said(4, day)[0], "us-tx-pe 4/15 class h · at risk");
    }

    #[test]
    fn days_are_counted_to_the_last() {
        let last = date(2026, 12, 31);
        for (day, said) in [
            (date(2026, 11, 21), ["40 days left", "还剩 40 天"]),
            (date(2026, 12, 30), ["1 day left", "还剩 1 天"]),
            (last, ["last day", "当天截止"]),
            (date(2027, 1, 1), ["over", "已截止"]),
        ] {
            assert_eq!([Lang::En, Lang::Zh].map(|lang| days_left(lang, last, day)), said);
        }
    }
}

//! Why a rule has no figures, and what to do about it.

use crate::domain::profile::DateProblem;
use crate::domain::requirement::{Anchor, NotEvaluated, Rule, Standing};
use crate::domain::{RuleId, Safe};
use crate::locale::Lang;

/// Cause and remedy, each a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub cause: String,
    pub remedy: String,
}

/// What keeps a rule from being evaluated; `None` where nothing does.
pub fn trouble(lang: Lang, standing: &Standing) -> Option<Trouble> {
    let (cause, remedy) = match (standing.evaluation.as_ref().err()?, lang) {
        (NotEvaluated::UnknownRule, Lang::En) => unknown_en(&standing.id),
        (NotEvaluated::UnknownRule, Lang::Zh) => unknown_zh(&standing.id),
        (NotEvaluated::Date(problem), Lang::En) => date_en(standing, problem),
        (NotEvaluated::Date(problem), Lang::Zh) => date_zh(standing, problem),
    };
    Some(Trouble { cause, remedy })
}

fn unknown_en(id: &RuleId) -> (String, String) {
    (
        format!("{id}: no requirement pack of this name could be read"),
        format!("see tuition rules list, or leave it with: tuition rules unfollow {id}"),
    )
}

fn unknown_zh(id: &RuleId) -> (String, String) {
    (
        format!("{id}：没有读到这个名称的要求包"),
        format!("可用 tuition rules list 查看，或用 tuition rules unfollow {id} 不再关注"),
    )
}

fn date_en(standing: &Standing, problem: &DateProblem) -> (String, String) {
    let id = &standing.id;
    let follow = format!("tuition rules follow {id} --since DATE");
    match problem {
        DateProblem::Missing(name) => {
            let cause = match asked(standing.rule, Lang::En) {
                Some(asked) => format!("{id} counts from {asked}, which is not stated"),
                None if name.is_empty() => {
                    format!("{id} counts from a date of your own, which is not stated")
                }
                None => format!("{id} counts from your date \"{}\", which is not stated", Safe::new(name)),
            };
            (cause, format!("state it with: {follow}"))
        }
        DateProblem::Cycle(names) => (
            format!("{id} counts from a date that goes round in a circle: {}", circle(names)),
            format!("give one of them a day in profile.toml, or: {follow}"),
        ),
        DateProblem::OutOfRange(name) => (
            format!("{id} counts from your date \"{}\", which is not between 1900 and 2200", Safe::new(name)),
            format!("correct it in profile.toml, or: {follow}"),
        ),
    }
}

fn date_zh(standing: &Standing, problem: &DateProblem) -> (String, String) {
    let id = &standing.id;
    let follow = format!("tuition rules follow {id} --since 日期");
    match problem {
        DateProblem::Missing(name) => {
            let cause = match asked(standing.rule, Lang::Zh) {
                Some(asked) => format!("{id} 从{asked}起算，但尚未填写"),
                None if name.is_empty() => format!("{id} 从个人日期起算，但尚未填写"),
                None => format!("{id} 从个人日期“{}”起算，但尚未填写", Safe::new(name)),
            };
            (cause, format!("请填写：{follow}"))
        }
        DateProblem::Cycle(names) => (
            format!("{id} 的起算日期循环引用：{}", circle(names)),
            format!("请在 profile.toml 中为其中一个写明日期，或用：{follow}"),
        ),
        DateProblem::OutOfRange(name) => (
            format!("{id} 的起算日期“{}”不在 1900 年至 2200 年之间", Safe::new(name)),
            format!("请在 profile.toml 中改正，或用：{follow}"),
        ),
    }
}

/// Which day a rule asks for, in its own words.
fn asked(rule: Option<&Rule>, lang: Lang) -> Option<String> {
    match &rule?.cycle.anchor {
        Anchor::Personal { asks, .. } => {
            let asks = asks.as_ref()?;
            Some(Safe::new(asks.wording(lang.is_chinese())).into_string())
        }
        Anchor::Fixed { .. } | Anchor::Rolling => None,
    }
}

fn circle(names: &[String]) -> String {
    Safe::new(&names.join(" → ")).into_string()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::course::LocalText;

    fn said(rule: Option<&Rule>, why: NotEvaluated) -> [Trouble; 2] {
        let id = RuleId::new("us-tx-pe").unwrap();
        let standing = Standing { id, rule, since: None, evaluation: Err(why) };
        [Lang::En, Lang::Zh].map(|lang| trouble(lang, &standing).unwrap())
    }

    #[test]
    fn a_missing_date_is_asked_for_in_the_words_of_the_pack() {
        let mut rule = sample::rule();
        let asks = LocalText {
            en: Some("the first day of your renewal period".to_owned()),
            zh: Some("续期周期的第一天".to_owned()),
            ..LocalText::default()
        };
        rule.cycle.anchor = Anchor::Personal { date: "renewal".to_owned(), asks: Some(asks) };
        let missing = || NotEvaluated::Date(DateProblem::Missing("renewal".to_owned()));
        let [en, zh] = said(Some(&rule), missing());
        assert_eq!(
            en.cause,
            "us-tx-pe counts from the first day of your renewal period, which is not stated"
        );
        assert_eq!(en.remedy, "state it with: tuition rules follow us-tx-pe --since DATE");
        assert_eq!(zh.cause, "us-tx-pe 从续期周期的第一天起算，但尚未填写");
        rule.cycle.anchor = Anchor::Personal { date: "renewal".to_owned(), asks: None };
        assert!(said(Some(&rule), missing())[0].cause.contains("your date \"renewal\""));
    }

    #[test]
    fn every_other_trouble_names_what_to_do() {
        let circle = DateProblem::Cycle(["a", "b", "a"].map(str::to_owned).to_vec());
        for (why, named) in [
            (NotEvaluated::UnknownRule, "us-tx-pe"),
            (NotEvaluated::Date(circle), "a → b → a"),
            (NotEvaluated::Date(DateProblem::OutOfRange("birthday".to_owned())), "birthday"),
        ] {
            for Trouble { cause, remedy } in said(None, why.clone()) {
                assert!(cause.contains(named) && remedy.contains("tuition rules"), "{cause} / {remedy}");
            }
        }
    }
}

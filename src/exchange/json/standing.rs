//! How the person stands under a rule. Keys are added to it, never taken away.

use super::amount;
use crate::domain::requirement::carry::CarriedIn;
use crate::domain::requirement::evaluate::Credited;
use crate::domain::requirement::{Evaluation, Outlook, Part, Period, Rule, outlook};
use crate::domain::vocabulary::Word;
use crate::domain::{Date, HoursRecord};
use crate::locale::Lang;
use crate::locale::requirements::{basis, carried, part_name, reason};
use serde_json::{Value, json};

/// What the figures of a rule are told with.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    pub lang: Lang,
    pub record: &'a HoursRecord,
    /// Planned courses of the period that no open catalog has.
    pub in_no_catalog: usize,
}

/// A rule with its figures and the entries behind them.
pub fn rule(rule: &Rule, evaluation: &Evaluation, sight: Sight) -> Value {
    let lang = sight.lang;
    let left =
        (!rule.cycle.is_rolling()).then(|| outlook::days_left(evaluation.period.end, evaluation.as_of));
    let parts = evaluation.parts.iter().map(|shown| part(lang, rule, shown, evaluation.as_of));
    let entries = evaluation.credits.iter().filter_map(|credited| entry(credited, rule, sight));
    json!({
        "id": rule.id.as_str(),
        "title": rule.title.primary(),
        "title_zh": rule.title.zh,
        "unit": rule.unit.word(),
        "period": period(evaluation.period),
        "outside_validity": rule.outside_validity(evaluation.period).is_some(),
        "days_left": left.flatten(),
        "state": evaluation.state.word(),
        "parts": parts.collect::<Vec<Value>>(),
        "entries": entries.collect::<Vec<Value>>(),
        "carried_from": carried_from(lang, rule, &evaluation.carried, sight.record),
        "total_override": evaluation.overridden.map(amount),
        "planned_without_hours": evaluation.unstated,
        "planned_in_no_catalog": sight.in_no_catalog,
        "unconfirmed": rule.unconfirmed.iter().map(|text| text.wording(lang.is_chinese())).collect::<Vec<_>>(),
    })
}

/// One part of it.
pub fn part(lang: Lang, rule: &Rule, part: &Part, as_of: Date) -> Value {
    let outlook = Outlook::of(part, as_of);
    let rolling = rule.cycle.is_rolling();
    json!({
        "id": part.id.to_string(),
        "kind": part.kind.word(),
        "required": part.required.map(amount),
        "counted": amount(part.counted),
        "carried": amount(part.carried),
        "planned": amount(part.planned),
        "missing": part.missing().map(amount),
        "state": part.state.word(),
        "label": part_name(lang, part),
        "soft": part.soft,
        "period": period(part.span),
        "days_left": outlook.days_left.filter(|_| !rolling),
        "per_week": outlook.per_week.filter(|_| !rolling).map(amount),
        "basis": basis(lang, rule, part, as_of),
    })
}

fn period(period: Period) -> Value {
    json!({"start": period.start.to_string(), "end": period.end.to_string()})
}

fn entry(credited: &Credited, rule: &Rule, sight: Sight) -> Option<Value> {
    let entry = sight.record.all().get(credited.entry)?;
    let credit = &credited.credit;
    let reasons = credit.reasons.iter().map(|given| reason(sight.lang, rule, given));
    Some(json!({
        "id": entry.id.as_str(),
        "date": entry.date.to_string(),
        "title": entry.title,
        "amount": amount(entry.amount),
        "entry_unit": entry.unit.word(),
        "claimed": amount(credit.claimed),
        "counted": amount(credit.counted),
        "reasons": reasons.collect::<Vec<_>>(),
    }))
}

/// Null where nothing was left over by the period before.
fn carried_from(lang: Lang, rule: &Rule, given: &CarriedIn, record: &HoursRecord) -> Option<Value> {
    let (explanation, from) = (carried(lang, rule, given)?, given.from?);
    let portions = given.portions.iter().rev().filter_map(|portion| {
        let entry = record.all().get(portion.entry)?;
        Some(json!({"id": entry.id.as_str(), "counted": amount(portion.amount)}))
    });
    Some(json!({
        "period": period(from),
        "carried": amount(given.amount),
        "surplus": amount(given.surplus),
        "portions": portions.collect::<Vec<_>>(),
        "explanation": explanation,
    }))
}

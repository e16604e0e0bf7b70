//! A requirement pack as programs read it: what its file states, key by key.

use crate::cli::json::{SCHEMA, amount};
use crate::domain::course::LocalText;
use crate::domain::requirement::example::{Example, Expected};
use crate::domain::requirement::rule::{
    Carry, CountsWhen, Label, Maximum, Minimum, Per, Reach, Source, Threshold,
};
use crate::domain::requirement::{Anchor, Cycle, State};
use crate::domain::vocabulary::{Category, Word};
use crate::domain::{Amount, Date, Entry, Profile, Rule};
use serde_json::{Map, Value, json};

/// What `rules list` says of each pack.
pub(super) fn brief(rule: &Rule, profile: &Profile) -> Value {
    json!({
        "id": rule.id.as_str(),
        "title": rule.title.primary(),
        "title_zh": rule.title.zh,
        "unit": rule.unit.word(),
        "unit_minutes": rule.unit_minutes,
        "total": rule.total.map(amount),
        "period": period(&rule.cycle),
        "followed": profile.following(&rule.id).is_some(),
        "valid_from": rule.valid_from.map(day),
        "valid_to": rule.valid_to.map(day),
        "last_checked": rule.last_checked().map(day),
        "file": rule.origin.file.to_string_lossy(),
    })
}

/// Everything, for `rules show`.
pub(super) fn in_full(rule: &Rule, profile: &Profile) -> Value {
    let mut value = brief(rule, profile);
    let rest = json!({
        "step": some(rule.step).map(amount),
        "counts_when": match rule.counts_when {
            CountsWhen::Completed => "completed",
            CountsWhen::Passed => "passed",
        },
        "minimums": rule.minimums.iter().map(minimum).collect::<Value>(),
        "maximums": rule.maximums.iter().map(maximum).collect::<Value>(),
        "carry": rule.carry.as_ref().map(carry),
        "conversions": rule.conversions.iter().map(|conversion| json!({
            "unit": conversion.unit.word(),
            "form": conversion.form.map(Word::word),
            "gives": amount(conversion.gives),
        })).collect::<Value>(),
        "multipliers": rule.multipliers.iter().map(|multiplier| labelled(Some(&multiplier.label), json!({
            "by": multiplier.by.to_string(),
            "first_time": multiplier.first_time,
        }))).collect::<Value>(),
        "evidence_months": rule.evidence_months,
        "note": rule.note.as_ref().map(text),
        "unconfirmed": rule.unconfirmed.iter().map(text).collect::<Value>(),
        "sources": rule.sources.iter().map(source).collect::<Value>(),
        "examples": rule.examples.iter().map(example).collect::<Value>(),
    });
    if let (Value::Object(keys), Value::Object(rest)) = (&mut value, rest) {
        keys.extend(rest);
    }
    json!({"schema": SCHEMA, "rules": [value]})
}

fn period(cycle: &Cycle) -> Value {
    let (start, from_year, date, asks) = match &cycle.anchor {
        Anchor::Fixed { month, day, from_year } => {
            (Some(format!("{month:02}-{day:02}")), *from_year, None, None)
        }
        Anchor::Personal { date, asks } => (None, None, Some(date), asks.as_ref().map(text)),
        Anchor::Rolling => (None, None, None, None),
    };
    json!({
        "anchor": cycle.anchor.word(),
        "months": cycle.months,
        "start": start,
        "from_year": from_year,
        "date": date,
        "asks": asks,
    })
}

fn minimum(minimum: &Minimum) -> Value {
    labelled(
        minimum.label.as_ref(),
        threshold(
            minimum.amount,
            json!({
                "per": per(minimum.per),
                "carried": minimum.carried,
                "soft": minimum.soft,
            }),
        ),
    )
}

fn maximum(maximum: &Maximum) -> Value {
    let per = match maximum.per {
        Reach::Entry => "entry",
        Reach::Span(span) => per(span),
    };
    labelled(maximum.label.as_ref(), threshold(maximum.amount, json!({"per": per})))
}

fn per(per: Per) -> &'static str {
    match per {
        Per::Period => "period",
        Per::Year => "year",
    }
}

/// `category` and `form` before the other keys.
fn labelled(label: Option<&Label>, rest: Value) -> Value {
    let (category, form) = match label {
        Some(Label::Category(category)) => (Some(category.as_str()), None),
        Some(Label::Form(form)) => (None, Some(form.word())),
        None => (None, None),
    };
    before(json!({"category": category, "form": form}), rest)
}

/// `hours`, `share` and `of` before the other keys.
fn threshold(threshold: Threshold, rest: Value) -> Value {
    let (hours, share, of) = match threshold {
        Threshold::Hours(hours) => (Some(amount(hours)), None, None),
        Threshold::ShareOfRequired(share) => (None, Some(share.to_string()), Some("required")),
        Threshold::ShareOfCounted(share) => (None, Some(share.to_string()), Some("counted")),
    };
    before(json!({"hours": hours, "share": share, "of": of}), rest)
}

fn before(first: Value, rest: Value) -> Value {
    let keys = [first, rest].into_iter().filter_map(|value| match value {
        Value::Object(keys) => Some(keys),
        _ => None,
    });
    Value::Object(keys.flatten().collect::<Map<String, Value>>())
}

fn carry(carry: &Carry) -> Value {
    json!({
        "hours": amount(carry.hours),
        "category": carry.category.as_ref().map(Category::as_str),
        "earned_within_months": carry.earned_within_months,
    })
}

fn source(source: &Source) -> Value {
    json!({"title": text(&source.title), "url": source.url, "checked": day(source.checked)})
}

fn example(example: &Example) -> Value {
    json!({
        "title": text(&example.title),
        "as_of": day(example.as_of),
        "since": example.since.map(day),
        "total": example.total.map(amount),
        "entries": example.entries.iter().map(entry).collect::<Value>(),
        "state": example.state.map(State::word),
        "expect": example.expect.iter().map(expected).collect::<Value>(),
    })
}

fn entry(entry: &Entry) -> Value {
    json!({
        "date": day(entry.date),
        "title": entry.title,
        "course": entry.course.as_ref().map(|course| course.as_str()),
        "hours": amount(entry.amount),
        "unit": entry.unit.word(),
        "categories": entry.categories.iter().map(Category::as_str).collect::<Vec<_>>(),
        "form": entry.form.map(Word::word),
        "result": entry.outcome.word(),
    })
}

fn expected(expected: &Expected) -> Value {
    json!({
        "part": expected.part,
        "required": expected.required.map(amount),
        "counted": expected.counted.map(amount),
        "carried": expected.carried.map(amount),
        "missing": expected.missing.map(amount),
        "state": expected.state.map(State::word),
    })
}

/// Both wordings; what a language lacks is `null`.
fn text(text: &LocalText) -> Value {
    json!({"en": text.en, "zh": text.zh})
}

fn some(amount: Amount) -> Option<Amount> {
    Some(amount).filter(|amount| !amount.is_zero())
}

fn day(date: Date) -> String {
    date.to_string()
}

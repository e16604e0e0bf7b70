//! The transcript for programs: every figure of the evaluation, every field of the record.

use super::{Proof, Transcript};
use crate::domain::requirement::{Part, Period, Reason};
use crate::domain::vocabulary::{Category, Word};
use crate::domain::{Amount, Entry, Safe};
use crate::exchange::json::{SCHEMA, amount};
use crate::locale::{Lang, Say, requirements, transcript as said};
use crate::store::record::Kept;
use serde_json::{Value, json};

/// Keys are always present; what is unknown is `null`. Words for people (`title` of the rule,
/// `reasons`) are in the language given.
pub fn json(transcript: &Transcript, lang: Lang) -> Value {
    let evaluation = transcript.evaluation;
    let rule = transcript.rule;
    let chinese = lang.is_chinese();
    let carried = transcript.carried.iter().zip(transcript.rows.len() + 1..);
    json!({
        "schema": SCHEMA,
        "kind": "transcript",
        "complete": transcript.unreadable == 0,
        "unreadable_files": transcript.unreadable,
        "name": transcript.name,
        "licence": transcript.licence,
        "rule": rule.id.as_str(),
        "title": rule.title.wording(chinese),
        "unit": rule.unit.word(),
        "period": period(transcript.period()),
        "outside_validity": rule.outside_validity(transcript.period()).is_some(),
        "as_of": evaluation.as_of.to_string(),
        "since": transcript.since.map(|day| day.to_string()),
        "state": evaluation.state.word(),
        "total_overridden": evaluation.overridden.map(amount),
        "parts": evaluation.parts.iter().map(|shown| part(transcript, shown, lang)).collect::<Vec<_>>(),
        "entries": rows(transcript, lang),
        "carried_in": carried.map(|(row, number)| json!({
            "no": number,
            "id": row.entry.id.as_str(),
            "date": row.entry.date.to_string(),
            "title": row.entry.title,
            "moved": amount(row.portion.amount),
            "evidence": proofs(&row.proofs),
        })).collect::<Vec<_>>(),
        "without_evidence": transcript.unproven(),
        "note": rule.note.as_ref().map(|note| note.wording(chinese)),
        "unconfirmed": rule.unconfirmed.iter().map(|text| text.wording(chinese)).collect::<Vec<_>>(),
        "sources": rule.sources.iter().map(|source| json!({
            "title": source.title.wording(chinese),
            "url": source.url,
            "checked": source.checked.to_string(),
        })).collect::<Vec<_>>(),
    })
}

/// One object for each row: the shape that CSV is made from as well.
pub(super) fn rows(transcript: &Transcript, lang: Lang) -> Vec<Value> {
    let rows = transcript.rows.iter().zip(1..).zip(counts_toward(transcript));
    rows.map(|((row, number), parts)| {
        let mut value = entry(row.entry, number);
        let reasons = row.credit.reasons.iter();
        let said = reasons.map(|reason: &Reason| requirements::reason(lang, transcript.rule, reason));
        if let Value::Object(keys) = &mut value {
            keys.insert("claimed".to_owned(), amount(row.credit.claimed));
            keys.insert("counted".to_owned(), amount(row.credit.counted));
            keys.insert("rule_unit".to_owned(), json!(transcript.rule.unit.word()));
            keys.insert("reasons".to_owned(), json!(said.collect::<Vec<_>>()));
            keys.insert("counts_toward".to_owned(), json!(parts));
            keys.insert("evidence".to_owned(), proofs(&row.proofs));
        }
        value
    })
    .collect()
}

fn entry(entry: &Entry, number: usize) -> Value {
    json!({
        "no": number,
        "id": entry.id.as_str(),
        "date": entry.date.to_string(),
        "title": entry.title,
        "provider": entry.provider,
        "course": entry.course.as_ref().map(|course| course.as_str()),
        "url": entry.url,
        "form": entry.form.map(Word::word),
        "categories": entry.categories.iter().map(Category::as_str).collect::<Vec<_>>(),
        "result": entry.outcome.word(),
        "hours": amount(entry.amount),
        "unit": entry.unit.word(),
        "note": entry.note,
        "replaces": entry.replaces.as_ref().map(|id| id.as_str()),
        "recorded": entry.recorded.map(|moment| moment.to_string()),
    })
}

/// The parts that each row adds to, by id; the total among them.
fn counts_toward(transcript: &Transcript) -> Vec<Vec<String>> {
    let mut parts = vec![Vec::new(); transcript.rows.len()];
    for part in &transcript.evaluation.parts {
        for (number, _) in transcript.addends(part) {
            if let Some(parts) = parts.get_mut(number - 1) {
                parts.push(part.id.to_string());
            }
        }
    }
    parts
}

fn part(transcript: &Transcript, part: &Part, lang: Lang) -> Value {
    let as_of = transcript.evaluation.as_of;
    let addends = transcript.addends(part);
    json!({
        "id": part.id.to_string(),
        "kind": part.kind.word(),
        "title": requirements::part_name(lang, part),
        "span": period(part.span),
        "required": part.required.map(amount),
        "counted": amount(part.counted),
        "carried": amount(part.carried),
        "missing": part.missing().map(amount),
        "state": part.state.word(),
        "because": requirements::basis(lang, transcript.rule, part, as_of),
        "entries": addends.iter().map(|(number, counted): &(usize, Amount)| {
            json!({"no": number, "counted": amount(*counted)})
        }).collect::<Vec<_>>(),
    })
}

fn proofs(proofs: &[Proof]) -> Value {
    let proofs = proofs.iter().map(|proof| {
        json!({
            "name": proof.evidence.name,
            "sha256": proof.evidence.sha256,
            "file": proof.packed,
            "state": proof.kept.map(kept),
        })
    });
    proofs.collect()
}

/// As scripts read it.
pub fn kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Same { .. } => "present",
        Kept::Missing => "missing",
        Kept::Altered => "altered",
        Kept::Link => "link",
        Kept::Unreadable(_) => "unreadable",
    }
}

fn period(period: Period) -> Value {
    json!({"start": period.start.to_string(), "end": period.end.to_string()})
}

/// The first line of a table that is not whole, as an object of the same keys.
pub(super) fn warning(transcript: &Transcript, lang: Lang) -> Option<Value> {
    let files = Some(transcript.unreadable).filter(|files| *files > 0)?;
    let title = Safe::new(&said::incomplete(lang, files)).into_string();
    Some(json!({"title": title, "state": transcript.evaluation.state.say(lang)}))
}

//! The transcript's rows for a spreadsheet: inert, and in the order of the page.

use super::{Transcript, json};
use crate::exchange::separated::{self, Separator};
use crate::locale::Lang;
use serde_json::Value;

/// The columns: the keys of an entry in JSON. The hashes stand beside the names in their order.
const KEYS: &[&str] = &[
    "no",
    "id",
    "date",
    "title",
    "provider",
    "course",
    "url",
    "form",
    "categories",
    "result",
    "hours",
    "unit",
    "claimed",
    "counted",
    "rule_unit",
    "reasons",
    "counts_toward",
    "evidence",
    "evidence_sha256",
    "evidence_state",
    "note",
    "replaces",
    "recorded",
];

/// A header and one line for each entry. Where the record could not be read whole, the first line
/// below the header says so.
pub fn csv(transcript: &Transcript, lang: Lang) -> Vec<String> {
    let mut objects: Vec<Value> = json::warning(transcript, lang).into_iter().collect();
    objects.extend(json::rows(transcript, lang).into_iter().map(flattened));
    separated::lines(&objects, KEYS, Separator::Comma)
}

/// Certificates as three lists of texts.
fn flattened(mut row: Value) -> Value {
    let proofs = row.get("evidence").cloned().unwrap_or_default();
    let column = |key: &str| -> Value {
        let values = proofs.as_array().into_iter().flatten();
        values.map(|proof| proof.get(key).cloned().unwrap_or_default()).collect()
    };
    if let Value::Object(keys) = &mut row {
        keys.insert("evidence_sha256".to_owned(), column("sha256"));
        keys.insert("evidence_state".to_owned(), column("state"));
        keys.insert("evidence".to_owned(), column("name"));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_formula_stays_a_text_and_figures_stay_figures() {
        let lines = sample::hostile().with(|transcript| csv(transcript, Lang::En));
        assert!(lines[1].contains(",'=HYPERLINK") || lines[1].contains(",\"'=HYPERLINK"), "{}", lines[1]);
        let plain = sample::plain().with(|transcript| csv(transcript, Lang::En));
        assert!(plain[1].starts_with("1,a,2026-03-01,Bridge seminar,Engineering college,,"), "{}", plain[1]);
        assert!(plain[1].contains(",8,hour,8,8,hour,,total;ethics,certificate.pdf,"), "{}", plain[1]);
    }

    #[test]
    fn a_table_that_is_not_whole_says_so_first() {
        let lines = sample::incomplete().with(|transcript| csv(transcript, Lang::Zh));
        assert!(lines[1].contains("不完整：有 2 个记录文件"), "{}", lines[1]);
        assert_eq!(lines.len(), 4);
    }
}

//! Reads how long a course takes: a figure, a range, or theory and practice. Exact: figures are
//! taken from their text, never through a floating-point number.

use crate::domain::Amount;
use crate::domain::course::StatedHours;
use crate::store::reading::figure;
use crate::store::reading::problem::{HoursMistake, ProblemKind, Type};
use crate::store::reading::value::{LONG, Reader, Value};
use toml::de::{DeTable, DeValue};

const KEYS: &[&str] = &["min", "max", "basis", "theory", "practice", "total"];

pub(super) fn read(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<StatedHours> {
    match value.get_ref() {
        DeValue::Integer(_) | DeValue::Float(_) => hours(reader, "hours", value).map(StatedHours::Exact),
        DeValue::Table(table) => read_table(reader, value, table),
        _ => reader.wrong_type("hours", value, Type::NumberOrTable),
    }
}

fn read_table(reader: &mut Reader<'_>, value: &Value<'_>, table: &DeTable<'_>) -> Option<StatedHours> {
    let has = |keys: &[&str]| keys.iter().any(|key| table.contains_key(*key));
    let range = has(&["min", "max"]);
    let split = has(&["theory", "practice", "total"]);
    if range == split || (split && has(&["basis"])) {
        for (key, _) in table {
            if !KEYS.contains(&key.get_ref().as_ref()) {
                reader.unknown_key(key, KEYS);
            }
        }
        reader.note(value.span(), ProblemKind::Hours(HoursMistake::Shape));
        return None;
    }
    let [mut min, mut max, mut theory, mut practice, mut total] = [None; 5];
    let mut basis = None;
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "min" => min = hours(reader, "min", value),
            "max" => max = hours(reader, "max", value),
            "theory" => theory = hours(reader, "theory", value),
            "practice" => practice = hours(reader, "practice", value),
            "total" => total = hours(reader, "total", value),
            "basis" => basis = reader.text("basis", value, LONG).filter(|basis| !basis.is_empty()),
            _ => reader.unknown_key(key, if range { &["min", "max", "basis"] } else { KEYS }),
        }
    }
    // A key that is there but wrong has been noted already.
    for key in if range { ["min"].as_slice() } else { &["theory", "practice"] } {
        if !has(&[key]) {
            reader.note(value.span(), ProblemKind::MissingKey { key });
        }
    }
    if range {
        let (min, max) = (min?, max);
        if let Some(max) = max.filter(|max| *max < min) {
            reader.note(value.span(), ProblemKind::HoursReversed { min, max });
            return None;
        }
        Some(StatedHours::Range { min, max, basis })
    } else {
        Some(StatedHours::Split { theory: theory?, practice: practice?, total })
    }
}

/// A number of hours above zero.
fn hours(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Amount> {
    match figure::positive(reader, key, value)? {
        Ok(hours) => Some(hours),
        Err(mistake) => {
            reader.note(value.span(), ProblemKind::Hours(mistake));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::reading::report::Report;
    use std::path::PathBuf;
    use std::sync::Arc;

    fn hours(text: &str) -> Result<StatedHours, Vec<ProblemKind>> {
        let source = format!("hours = {text}");
        let table = DeTable::parse(&source).unwrap();
        let mut report = Report::default();
        report.begin(Arc::new(PathBuf::from("a.toml")), Arc::from(source.as_str()));
        let read = read(&mut Reader::new(&mut report), table.get_ref().get("hours").unwrap());
        read.ok_or_else(|| report.problems().into_iter().map(|problem| problem.kind).collect())
    }

    #[test]
    fn figures_are_exact() {
        for (text, hundredths) in [
            ("8", 800),
            ("8.0", 800),
            ("1.5", 150),
            ("0.1", 10),
            ("1_000", 100_000),
            ("+8", 800),
            ("0x10", 1600),
        ] {
            assert_eq!(hours(text), Ok(StatedHours::Exact(Amount::from_hundredths(hundredths))), "{text}");
        }
    }

    #[test]
    fn figures_that_are_no_hours_have_a_reason_each() {
        use HoursMistake as M;
        for (text, mistake) in [
            ("0", M::Zero),
            ("0.00", M::Zero),
            ("-0.0", M::Zero),
            ("-3", M::Negative),
            ("nan", M::NotFinite),
            ("-inf", M::NotFinite),
            ("1e3", M::Exponent),
            ("1.125", M::TooManyDecimals),
            ("10000.01", M::TooMany),
            ("99999999999999999999999", M::TooMany),
            ("0xFFFFFFFFFFFFFFFFFFFF", M::TooMany),
            ("{}", M::Shape),
            ("{ min = 1, theory = 2 }", M::Shape),
        ] {
            assert_eq!(hours(text), Err(vec![ProblemKind::Hours(mistake)]), "{text}");
        }
    }

    #[test]
    fn tables_keep_what_the_source_states() {
        let whole = |units| Amount::whole(units);
        assert_eq!(
            hours("{ min = 48, max = 72, basis = \"x\" }"),
            Ok(StatedHours::Range { min: whole(48), max: Some(whole(72)), basis: Some("x".to_owned()) })
        );
        assert_eq!(
            hours("{ min = 100 }"),
            Ok(StatedHours::Range { min: whole(100), max: None, basis: None })
        );
        assert_eq!(
            hours("{ theory = 14, practice = 28, total = 100 }"),
            Ok(StatedHours::Split { theory: whole(14), practice: whole(28), total: Some(whole(100)) })
        );
        assert_eq!(hours("{ theory = 1 }"), Err(vec![ProblemKind::MissingKey { key: "practice" }]));
        assert_eq!(
            hours("{ min = 8, max = 4 }"),
            Err(vec![ProblemKind::HoursReversed { min: whole(8), max: whole(4) }])
        );
    }
}

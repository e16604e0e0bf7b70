//! The three shapes tell one year.

use super::*;
use crate::domain::vocabulary::{Category, Unit};
use crate::domain::{Amount, Entry, EntryId, HoursRecord};
use jiff::civil::date;

fn entry(id: &str, day: Date, hours: u64, unit: Unit) -> Entry {
    Entry { unit, ..Entry::new(EntryId::new(id).unwrap(), day, "A".to_owned(), Amount::whole(hours)) }
}

fn with<T>(entries: Vec<Entry>, look: impl Fn(&YearReport) -> T) -> T {
    let record = HoursRecord::new(entries, Vec::new());
    let (catalog, today) = (Catalog::default(), date(2026, 11, 21));
    let year = Year::of(2026, today, &record, &catalog, [date(2026, 12, 24)].into_iter());
    look(&YearReport { year: &year, catalog: &catalog, paces: &[], as_of: today })
}

#[test]
fn the_map_has_a_letter_for_every_day() {
    let entries = vec![
        entry("a", date(2026, 1, 1), 1, Unit::ClassHour),
        entry("b", date(2026, 12, 31), 8, Unit::Hour),
        entry("c", date(2026, 5, 1), 1, Unit::Day),
    ];
    let lines = with(entries, |report| text(report, Lang::En));
    let at = lines.iter().position(|line| line.starts_with("Mon ")).unwrap();
    let rows: Vec<&str> = lines[at..at + 7].iter().map(|line| &line[4..]).collect();
    let letters = rows.concat().replace(' ', "");
    assert_eq!(letters.len(), 365);
    for (letter, count) in [('1', 1), ('4', 1), ('?', 1), ('+', 1), ('.', 361)] {
        assert_eq!(letters.matches(letter).count(), count, "{letter}");
    }
    // 1 January 2026 was a Thursday, 31 December is one too.
    assert!(rows[3].starts_with('1') && rows[3].ends_with('4'), "{rows:?}");
    assert!(rows[2].starts_with(' '), "{rows:?}");
    assert!(lines[at - 1].ends_with("12"));
}

#[test]
fn a_label_cannot_break_a_table() {
    let labelled = Entry {
        categories: vec![Category::new("a-b").unwrap()],
        ..entry("a", date(2026, 1, 1), 1, Unit::Hour)
    };
    for lang in [Lang::En, Lang::Zh] {
        let page = with(vec![labelled.clone()], |report| markdown(report, lang));
        let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| ")).collect();
        let cells = |line: &&&str| line.matches('|').count();
        assert_eq!(rows.iter().filter(|row| cells(row) == 15).count(), 4, "{page}");
    }
}

#[test]
fn an_empty_year_says_what_to_do() {
    let lines = with(Vec::new(), |report| text(report, Lang::En));
    assert!(lines[1].contains("tuition done ID"), "{lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with("Mon ")));
    assert_eq!(with(Vec::new(), json)["days"], serde_json::json!([]));
}

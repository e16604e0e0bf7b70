//! What is planned and adds nothing, and the planned courses below a ledger.

use crate::domain::requirement::Rule;
use crate::domain::requirement::ledger::PlannedLine;
use crate::locale::Lang;

/// Planned courses that no open catalog has.
pub fn in_no_catalog(lang: Lang, courses: usize) -> String {
    match (lang, courses) {
        (Lang::En, 1) => "1 planned course is in no open catalog and adds nothing here".to_owned(),
        (Lang::En, _) => format!("{courses} planned courses are in no open catalog and add nothing here"),
        (Lang::Zh, _) => format!("计划中有 {courses} 门课程不在已打开的课程目录中，这里不计"),
    }
}

/// What a planned course would count: `+8`; a dash where nobody states its hours.
pub fn would_add(line: &PlannedLine) -> String {
    line.credit.map_or_else(|| "–".to_owned(), |credit| format!("+{}", credit.counted))
}

/// Why it would count so much.
pub fn planned_reasons(lang: Lang, rule: &Rule, line: &PlannedLine) -> Vec<String> {
    match line.credit {
        None => vec![lang.either("hours not stated", "未注明学时").to_owned()],
        Some(credit) => credit.reasons.iter().map(|given| super::reason(lang, rule, given)).collect(),
    }
}

//! What is quoted of a course, an entry or a rule, in one line.

use super::{Lang, vocabulary};
use crate::domain::{Course, Entry, Rule, Safe};

/// Text from outside may be pasted anywhere, into a shell for one: nothing in it may end the line
/// or act on a terminal.
pub fn in_one_line(text: &str) -> String {
    Safe::new(text).into_string()
}

/// Title in both languages, provider, hours, address.
pub fn course(lang: Lang, course: &Course) -> String {
    let (first, second) = course.title.in_order(lang.is_chinese());
    let title = match (second, lang) {
        (Some(second), Lang::En) => format!("{first} ({second})"),
        (Some(second), Lang::Zh) => format!("{first}（{second}）"),
        (None, _) => first.to_owned(),
    };
    let mut parts = vec![title];
    parts.extend(course.provider.clone());
    parts.extend(course.hours.as_ref().map(|hours| vocabulary::hours(lang, Some(hours), course.unit)));
    parts.extend(course.url.clone());
    joined(lang, parts)
}

/// Date, title, provider, hours, id.
pub fn entry(lang: Lang, entry: &Entry) -> String {
    let mut parts = vec![entry.date.to_string(), entry.title.clone()];
    parts.extend(entry.provider.clone());
    parts.push(vocabulary::amount(lang, entry.amount, entry.unit));
    parts.push(entry.id.to_string());
    joined(lang, parts)
}

/// Title, id, and its first source with the day on which that was read.
pub fn rule(lang: Lang, rule: &Rule) -> String {
    let mut parts = vec![rule.title.wording(lang.is_chinese()).to_owned(), rule.id.to_string()];
    if let Some(source) = rule.sources.first() {
        parts.push(source.title.wording(lang.is_chinese()).to_owned());
        parts.extend(source.url.clone());
        parts.push(lang.pick(format!("read on {}", source.checked), format!("查阅于 {}", source.checked)));
    }
    joined(lang, parts)
}

fn joined(lang: Lang, parts: Vec<String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    in_one_line(&parts.join(lang.either(", ", "，")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::{LocalText, StatedHours};
    use crate::domain::{Amount, CourseId, Date, EntryId};

    #[test]
    fn a_citation_is_one_line_that_drives_nothing() {
        let mut shown = Course::new(CourseId::new("a").unwrap(), LocalText::plain("A\n\u{1b}[31mB"));
        shown.title.zh = Some("甲".to_owned());
        shown.hours = Some(StatedHours::Exact(Amount::whole(8)));
        shown.url = Some("https://example.org/a".to_owned());
        let english = course(Lang::En, &shown);
        assert!(english.ends_with("B (甲), 8 hours, https://example.org/a"), "{english:?}");
        assert!(!english.chars().any(char::is_control), "{english:?}");
        assert!(course(Lang::Zh, &shown).starts_with("甲（"));
    }

    #[test]
    fn an_entry_is_quoted_with_its_day_and_its_id() {
        let (id, day) = (EntryId::new("e1").unwrap(), Date::constant(2026, 5, 20));
        let mut quoted = Entry::new(id, day, "Safety".to_owned(), Amount::whole(2));
        quoted.provider = Some("BIE".to_owned());
        assert_eq!(entry(Lang::En, &quoted), "2026-05-20, Safety, BIE, 2 hours, e1");
        assert_eq!(entry(Lang::Zh, &quoted), "2026-05-20，Safety，BIE，2 小时，e1");
    }
}

//! What has a day, as iCalendar (RFC 5545): all-day events under identities that stay, so that a
//! second import changes what is there and doubles nothing.

use crate::domain::agenda::Dated;
use crate::domain::{Date, Safe};
use crate::locale::Lang;
use crate::locale::calendar;

/// Octets of a line without its end, after which it is folded.
const WIDEST: usize = 75;
/// Every event carries one moment, so that the same plan gives the same file on every day.
const STAMP: &str = "20000101T000000Z";

/// A calendar file, lines ended by CR LF.
pub fn ics(dated: &[Dated], lang: Lang) -> String {
    let mut lines = Lines(String::new());
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//tuition//tuition//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    for item in dated {
        event(&mut lines, item, lang);
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn event(lines: &mut Lines, item: &Dated, lang: Lang) {
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &format!("{}@tuition.invalid", item.identity()));
    lines.put("DTSTAMP", STAMP);
    lines.put("DTSTART;VALUE=DATE", &day(item.date));
    // The end of an event is the first day that it does not have.
    lines.put("DTEND;VALUE=DATE", &day(item.last().tomorrow().unwrap_or(item.last())));
    lines.text("SUMMARY", &calendar::summary(lang, item));
    if let Some(place) = &item.place {
        lines.text("LOCATION", place);
    }
    if let Some(description) = calendar::description(lang, item) {
        lines.text("DESCRIPTION", &description);
    }
    // Nobody is busy all day because a period ends.
    lines.put("TRANSP", "TRANSPARENT");
    lines.put("END", "VEVENT");
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

struct Lines(String);

impl Lines {
    fn text(&mut self, key: &str, text: &str) {
        let text = Safe::new(text);
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            if matches!(c, '\\' | ';' | ',') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
        self.put(key, &escaped);
    }

    /// A line, folded where it is too long, never inside a character.
    fn put(&mut self, key: &str, value: &str) {
        let mut width = 0;
        for c in key.chars().chain([':']).chain(value.chars()) {
            if width + c.len_utf8() > WIDEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::CourseId;
    use crate::domain::agenda::{Occasion, Subject};
    use crate::domain::course::LocalText;
    use jiff::civil::date;

    fn target(title: &str) -> Dated {
        Dated {
            occasion: Occasion::Target,
            subject: Subject::Course(CourseId::new("welding").unwrap()),
            title: LocalText::plain(title),
            date: date(2026, 12, 31),
            end: None,
            number: 1,
            place: None,
            missing: Vec::new(),
            unit: None,
            state: None,
        }
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for title in ["数字经济赋能产业发展".repeat(12), "x".repeat(400), "é😀".repeat(50)] {
            let file = ics(&[target(&title)], Lang::En);
            for line in file.split_terminator("\r\n") {
                assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
            }
            let unfolded = file.replace("\r\n ", "");
            assert!(unfolded.contains(&title), "{unfolded}");
        }
    }

    #[test]
    fn a_title_is_text_and_nothing_else() {
        let title = "a, b; c\\d\r\nBEGIN:VEVENT\n\u{202e}";
        let item = Dated { place: Some("Hall 1; Beijing".to_owned()), ..target(title) };
        let file = ics(&[item], Lang::En);
        assert!(file.contains("a\\, b\\; c\\\\d  BEGIN:VEVENT"), "{file}");
        assert!(file.contains("\r\nLOCATION:Hall 1\\; Beijing\r\n"), "{file}");
        assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    }

    #[test]
    fn an_event_ends_before_the_day_after_its_last() {
        let item = Dated { end: Some(date(2027, 1, 3)), ..target("A") };
        let file = ics(&[item], Lang::Zh);
        assert!(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270104\r\n"), "{file}");
        assert!(file.contains("UID:target-welding@tuition.invalid\r\n"), "{file}");
    }
}

//! Values as TOML 1.0: what every reader of the format understands, also those that stopped there.

use crate::domain::Date;
use std::fmt::Write;

/// A basic string in quotes, on one line whatever the text holds. Control characters, also the
/// C1 ones that TOML allows, are escaped so that looking at the file drives no terminal.
pub(super) fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

pub(super) fn strings<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", texts.map(string).collect::<Vec<_>>().join(", "))
}

pub(super) fn date(date: Date) -> String {
    date.to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn any_text_stays_on_one_line_and_comes_back() {
        for text in
            ["plain", "\"quoted\" \\ back", "two\nlines\r\n\tand", "\u{1b}[31m\u{7f}\u{9b}\u{85}", "学时"]
        {
            let quoted = super::string(text);
            assert!(!quoted.chars().any(char::is_control), "{quoted}");
            let table: toml::Table = format!("x = {quoted}").parse().unwrap();
            assert_eq!(table["x"].as_str(), Some(text));
        }
    }
}

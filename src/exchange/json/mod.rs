//! The shapes that programs read, of the command line and of what is copied. This file has what all
//! of them share: their version, exact amounts, and text that drives no terminal.

mod shapes;
pub mod standing;

pub use shapes::{course, course_in_full, entry, plan_item};

use crate::domain::{Amount, Safe};
use serde_json::{Number, Value, json};

/// The version of all shapes.
pub const SCHEMA: u8 = 1;

/// An exact number of at most two decimals: the shortest decimal that names the nearest binary
/// fraction of a hundredth is that hundredth.
pub fn amount(amount: Amount) -> Value {
    let hundredths = amount.hundredths();
    if hundredths.is_multiple_of(100) {
        return json!(hundredths / 100);
    }
    Number::from_f64(hundredths as f64 / 100.0).map_or(Value::Null, Value::Number)
}

/// JSON lets C1 controls and bidi marks through as they are; inside its strings, where alone they
/// can stand, they are written as `\u` escapes, so that the text means the same and drives nothing.
pub fn inert(text: &str) -> String {
    let mut inert = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || (' '..='~').contains(&c) || is_inert(c) {
            inert.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                inert.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    inert
}

/// A value as a file that people may look into.
pub fn file(value: &Value) -> String {
    inert(&format!("{value:#}\n"))
}

fn is_inert(c: char) -> bool {
    let text = c.to_string();
    *Safe::new(&text) == *text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hundredth_is_written_exactly() {
        for hundredths in (0..=1_000_000).step_by(7).chain([1, 10, 33, 999_999, 12_345_678_901]) {
            let exact = Amount::from_hundredths(hundredths);
            assert_eq!(amount(exact).to_string(), exact.to_string());
        }
    }

    #[test]
    fn json_keeps_its_meaning_and_drives_no_terminal() {
        let value = json!({"title": "a\u{1b}[31m\u{9b}b\u{202e}\u{7f}\u{E0001} 数字 é"});
        let inert = inert(&value.to_string());
        assert!(inert.contains("数字 é"));
        assert!(!inert.chars().any(char::is_control) && !inert.contains('\u{202e}'));
        assert_eq!(serde_json::from_str::<Value>(&inert).unwrap(), value);
    }
}

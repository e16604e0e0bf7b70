//! CSV (RFC 4180) and TSV, made from the same values as JSON.
//!
//! Both are inert in a spreadsheet: a text that a program would run as a formula is quoted with an
//! apostrophe, as the OWASP advice on CSV injection has it.

use crate::domain::Safe;
use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Tab,
}

/// A header line and one line for each object: the keys named, in that order. Lists are joined
/// with semicolons, what is unknown is empty.
pub fn lines(objects: &[Value], keys: &[&str], separator: Separator) -> Vec<String> {
    let join = |cells: Vec<String>| match separator {
        Separator::Comma => cells.join(","),
        Separator::Tab => cells.join("\t"),
    };
    let mut lines = vec![join(keys.iter().map(|key| (*key).to_owned()).collect())];
    for object in objects {
        let cells = keys.iter().map(|key| object.get(key).map(text).unwrap_or_default());
        lines.push(join(cells.map(|cell| written(&cell, separator)).collect()));
    }
    lines
}

/// The same as a file: with the mark by which Excel knows UTF-8, and the line ends of RFC 4180.
pub fn file(lines: &[String]) -> String {
    lines.iter().fold("\u{FEFF}".to_owned(), |file, line| file + line + "\r\n")
}

/// A cell, and whether it is text that a spreadsheet might take for a formula.
#[derive(Default)]
struct Cell {
    text: String,
    free: bool,
}

fn text(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::default(),
        Value::String(text) => Cell { text: text.clone(), free: true },
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().map(|value| text(value).text).collect();
            Cell { text: parts.join(";"), free: true }
        }
        other => Cell { text: other.to_string(), free: false },
    }
}

/// What a spreadsheet takes for the beginning of a formula.
/// Some also take the wide signs of a Chinese input method for it.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

fn written(cell: &Cell, separator: Separator) -> String {
    let text = Safe::new(&cell.text);
    // Also once what nobody sees is gone from its beginning.
    let risky = cell.free && [&cell.text, &*text].iter().any(|text| text.starts_with(FORMULA));
    let text = if risky { format!("'{text}") } else { text.into_string() };
    if separator == Separator::Comma && text.contains(['"', ',']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn csv_is_quoted_and_inert() {
        let objects = [
            json!({"a": "plain", "b": 1.5, "c": ["x", "y"]}),
            json!({"a": "say \"hi\", all", "b": null, "c": []}),
            json!({"a": "=HYPERLINK(\"x\")", "b": -1, "c": ["@cmd"]}),
            json!({"a": "two\nlines\tand", "c": "\t=1"}),
            json!({"a": "\u{200b}=1+1", "b": "+8", "c": "-8"}),
            json!({"a": "＝1+1", "b": "＋8", "c": ["－8", "＠cmd"]}),
            json!({"a": "＠cmd", "b": "a＝b"}),
        ];
        assert_eq!(
            lines(&objects, &["a", "b", "c"], Separator::Comma),
            [
                "a,b,c",
                "plain,1.5,x;y",
                "\"say \"\"hi\"\", all\",,",
                "\"'=HYPERLINK(\"\"x\"\")\",-1,'@cmd",
                "two lines and,,' =1",
                "'=1+1,'+8,'-8",
                "'＝1+1,'＋8,'－8;＠cmd",
                "'＠cmd,a＝b,",
            ]
        );
        assert_eq!(lines(&objects[3..4], &["a", "b"], Separator::Tab), ["a\tb", "two lines and\t"]);
    }
}

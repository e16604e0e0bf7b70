//! What a check finds, for people, for programs and for GitHub's annotations.

use crate::domain::Safe;
use crate::locale::catalog_problems::diagnostic;
use crate::locale::{Lang, Say};
use crate::store::catalog::{Problem, Severity};
use crate::store::place::Place;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// One thing found, in the reader's language.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) place: Place,
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Part of the message; a person reads each on a line of its own.
    pub(super) details: Vec<String>,
    /// The line with its number, and a line with marks below.
    pub(super) excerpt: Option<[String; 2]>,
}

/// Characters of a long line that are shown before and from the first mark on.
const BEFORE: usize = 40;
const FROM: usize = 60;

impl Finding {
    pub(super) fn of(problem: &Problem, lang: Lang) -> Self {
        Self {
            place: problem.place.clone(),
            severity: problem.severity,
            code: problem.kind.code(),
            message: problem.kind.say(lang),
            help: problem.kind.help(lang),
            details: Vec::new(),
            excerpt: None,
        }
    }

    /// The same with the source line that it is about.
    pub(super) fn with_excerpt(self, text: &str) -> Self {
        let line = text.lines().nth(self.place.line.saturating_sub(1)).filter(|_| !self.place.is_whole());
        Self { excerpt: line.map(|line| excerpt(line, &self.place)), ..self }
    }

    /// `file:line:column: error: what; what to do`, and the line it is about.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let said = diagnostic(lang, &self.place, self.severity, &self.message, self.help.as_deref());
        let details = self.details.iter().map(|detail| format!("  {detail}"));
        std::iter::once(said).chain(details).chain(self.excerpt.clone().into_iter().flatten()).collect()
    }

    pub(super) fn json(&self) -> Value {
        let stated = |number: usize| Some(number).filter(|_| !self.place.is_whole());
        json!({
            "file": self.place.file.to_string_lossy(),
            "line": stated(self.place.line),
            "column": stated(self.place.column),
            "end_line": stated(self.place.end_line),
            "end_column": stated(self.place.end_column),
            "severity": word(self.severity),
            "code": self.code,
            "message": self.in_one(),
            "help": self.help,
        })
    }

    /// A workflow command that GitHub shows beside the line.
    pub(super) fn github(&self) -> String {
        let place = &self.place;
        let mut said = format!("::{} file={}", word(self.severity), property(&place.file.to_string_lossy()));
        if !place.is_whole() {
            let (line, column) = (place.line, place.column);
            said += &format!(",line={line},col={column},endLine={}", place.end_line);
            // GitHub takes an end column only on the same line.
            if place.end_line == line {
                said += &format!(",endColumn={}", place.end_column);
            }
        }
        let help = self.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        said + &format!(",title={}::{}", property(self.code), data(&format!("{}{help}", self.in_one())))
    }

    /// The message with its details.
    fn in_one(&self) -> String {
        match self.details.as_slice() {
            [] => self.message.clone(),
            details => format!("{}: {}", self.message, details.join("; ")),
        }
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The line, cut to the part that matters, and marks under what is wrong, however wide its
/// characters are.
fn excerpt(line: &str, place: &Place) -> [String; 2] {
    let start = place.column.saturating_sub(1);
    let length =
        if place.end_line == place.line { place.end_column.saturating_sub(place.column) } else { FROM };
    let from = if start > BEFORE + FROM / 2 { start - BEFORE } else { 0 };
    let stretch = |from: usize, count: usize| {
        let text: String = line.chars().skip(from).take(count).collect();
        Safe::new(&text).into_string()
    };
    let cut = |yes: bool| if yes { "…" } else { "" };
    let (before, marked) = (stretch(from, start - from), stretch(start, length.min(FROM)));
    let after = stretch(start + length.min(FROM), FROM - length.min(FROM));
    let more = line.chars().count() > start + FROM;
    let number = place.line;
    let blank = " ".repeat(number.to_string().len());
    let shown = format!("  {number} | {}{before}{marked}{after}{}", cut(from > 0), cut(more));
    let indent = " ".repeat(cut(from > 0).width() + before.width());
    let marks = "^".repeat(marked.width().max(1));
    [shown.trim_end().to_owned(), format!("  {blank} | {indent}{marks}")]
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::sync::Arc;

    fn place(line: usize, column: usize, end_column: usize) -> Place {
        Place { file: Arc::new(PathBuf::from("a,b:c.toml")), line, column, end_line: line, end_column }
    }

    #[test]
    fn marks_stand_under_what_is_wrong() {
        assert_eq!(excerpt("step = 0", &place(12, 8, 9)), ["  12 | step = 0", "     |        ^"]);
        let wide = excerpt("title = \"数字\" # 经济", &place(3, 9, 13));
        assert_eq!(wide, ["  3 | title = \"数字\" # 经济", "    |         ^^^^^^"]);
        assert_eq!(excerpt("", &place(1, 1, 1)), ["  1 |", "    | ^"]);
        let hostile = excerpt("a = \"\u{1b}[31m\"", &place(1, 1, 2));
        assert!(!hostile.concat().contains('\u{1b}'));
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_wrong() {
        let line = format!("{}WRONG{}", "a".repeat(200), "b".repeat(200));
        let [shown, marks] = excerpt(&line, &place(1, 201, 206));
        assert!(shown.width() < 120 && shown.starts_with("  1 | …a") && shown.ends_with("b…"), "{shown}");
        let at = marks.find('^').unwrap();
        let under: String = shown.chars().skip(at).take(5).collect();
        assert_eq!((under.as_str(), marks.matches('^').count()), ("WRONG", 5));
    }

    #[test]
    fn what_github_reads_is_escaped() {
        let finding = Finding {
            place: place(2, 1, 5),
            severity: Severity::Error,
            code: "zero-step",
            message: "50% is\nwrong".to_owned(),
            help: None,
            details: vec!["a".to_owned(), "b".to_owned()],
            excerpt: None,
        };
        let line = "::error file=a%2Cb%3Ac.toml,line=2,col=1,endLine=2,endColumn=5,title=zero-step::50%25 is%0Awrong: a; b";
        assert_eq!(finding.github(), line);
        let whole = Finding { place: Place::whole(Arc::default()), ..finding };
        assert_eq!(whole.github(), "::error file=,title=zero-step::50%25 is%0Awrong: a; b");
        assert_eq!(whole.json()["line"], Value::Null);
    }
}

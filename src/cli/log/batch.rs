//! `tuition log add --batch -`: one JSON object per line, each saved before it is reported.

use super::{EntryOptions, add};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::typed::Choice;
use crate::domain::Operation;
use crate::domain::vocabulary::Word;
use crate::locale::cli::{BatchFault, Failure, Notice, Wanted};
use serde_json::{Map, Value};
use std::io::{self, BufRead, Read};

/// Bytes that one line may have.
const LONGEST: usize = 64 * 1024;

const KEYS: &[&str] =
    &["title", "hours", "unit", "on", "categories", "form", "result", "provider", "url", "note", "course"];

pub(super) fn run(context: &Context<'_>) -> Result<(), CliError> {
    let mut input = io::stdin().lock();
    let (mut number, mut saved, mut bad) = (0, 0, 0);
    while let Some(line) = next_line(&mut input)? {
        number += 1;
        match line.and_then(|line| read(&line)) {
            Ok(None) => {}
            Ok(Some(line)) => match save(&line, context) {
                Ok(()) => saved += 1,
                Err(Stop::Line(fault)) => {
                    bad += 1;
                    context.console.error(&Failure::BatchLine { line: number, fault });
                }
                Err(Stop::Batch(error)) => return Err(error),
            },
            Err(fault) => {
                bad += 1;
                context.console.error(&Failure::BatchLine { line: number, fault });
            }
        }
    }
    context.console.note(&Notice::BatchSaved(saved));
    if bad > 0 { Err(Failure::BatchIncomplete { bad }.into()) } else { Ok(()) }
}

/// The bytes of one line, or what is wrong with them.
type RawLine = Result<Vec<u8>, BatchFault>;

/// The next line without its end; one that is too long is skipped to its end.
fn next_line(input: &mut impl BufRead) -> Result<Option<RawLine>, Failure> {
    let failed = |error: io::Error| Failure::Input { cause: error.to_string() };
    let mut line = Vec::new();
    let limit = u64::try_from(LONGEST + 1).unwrap_or(u64::MAX);
    if input.by_ref().take(limit).read_until(b'\n', &mut line).map_err(failed)? == 0 {
        return Ok(None);
    }
    if line.len() > LONGEST && line.last() != Some(&b'\n') {
        input.skip_until(b'\n').map_err(failed)?;
        return Ok(Some(Err(BatchFault::TooLong { bytes: LONGEST })));
    }
    Ok(Some(Ok(line)))
}

/// A line that has been read.
#[derive(Debug, Default)]
struct Line {
    title: String,
    course: Option<String>,
    options: EntryOptions,
}

/// Reads a line; a blank one holds nothing.
fn read(line: &[u8]) -> Result<Option<Line>, BatchFault> {
    let text = std::str::from_utf8(line).map_err(|_| BatchFault::NotUtf8)?.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let value = serde_json::from_str(text).map_err(|error| BatchFault::NotJson { column: error.column() })?;
    let Value::Object(keys) = value else { return Err(BatchFault::NotAnObject) };
    if let Some(key) = keys.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(BatchFault::UnknownKey { key: key.clone(), suggestion: nearest(key) });
    }
    let options = EntryOptions {
        hours: number(&keys, "hours")?,
        unit: word(&keys, "unit")?,
        on: text_of(&keys, "on")?,
        categories: texts(&keys, "categories")?,
        form: word(&keys, "form")?.map(Choice::Word),
        result: word(&keys, "result")?,
        provider: text_of(&keys, "provider")?,
        url: text_of(&keys, "url")?,
        note: text_of(&keys, "note")?,
        evidence: Vec::new(),
    };
    let title = text_of(&keys, "title")?.ok_or(BatchFault::Missing { key: "title" })?;
    Ok(Some(Line { title, course: text_of(&keys, "course")?, options }))
}

/// Why a line is not saved: its own fault, or something that no further line can mend.
enum Stop {
    Line(BatchFault),
    Batch(CliError),
}

fn save(line: &Line, context: &Context<'_>) -> Result<(), Stop> {
    let entry = add::compose(&line.title, line.course.as_deref(), &line.options, context);
    let entry = entry.map_err(|error| match error {
        CliError::Failure(failure @ Failure::NoCatalog { .. }) => Stop::Batch(failure.into()),
        CliError::Failure(failure) => Stop::Line(BatchFault::Value(Box::new(failure))),
        CliError::ClosedPipe | CliError::NotMet => Stop::Batch(error),
    })?;
    let id = entry.id.clone();
    context.apply(Operation::LogAdd(Box::new(entry))).map_err(Stop::Batch)?;
    // Whoever waits for `saved` must learn that the rest of the batch was not taken.
    context.console.report(&format!("saved {id}")).map_err(|error| match error {
        CliError::ClosedPipe => {
            let cause = io::Error::from(io::ErrorKind::BrokenPipe).to_string();
            Stop::Batch(Failure::Output { cause, saved: true }.into())
        }
        other => Stop::Batch(other),
    })
}

fn nearest(key: &str) -> Option<&'static str> {
    let distance = |known: &&&str| strsim::damerau_levenshtein(known, key);
    KEYS.iter().min_by_key(distance).filter(|known| distance(known) <= 2).copied()
}

fn text_of(keys: &Map<String, Value>, key: &'static str) -> Result<Option<String>, BatchFault> {
    match keys.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(BatchFault::WrongType { key, wanted: Wanted::Text }),
    }
}

/// A number as its shortest decimal, which for anything with two decimals is what was written.
fn number(keys: &Map<String, Value>, key: &'static str) -> Result<Option<String>, BatchFault> {
    match keys.get(key) {
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(Value::Bool(_) | Value::Array(_) | Value::Object(_)) => {
            Err(BatchFault::WrongType { key, wanted: Wanted::NumberOrText })
        }
        _ => text_of(keys, key),
    }
}

fn texts(keys: &Map<String, Value>, key: &'static str) -> Result<Vec<String>, BatchFault> {
    let wrong = || BatchFault::WrongType { key, wanted: Wanted::Texts };
    match keys.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(values)) => {
            values.iter().map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
        }
        Some(_) => Err(wrong()),
    }
}

fn word<W: Word>(keys: &Map<String, Value>, key: &'static str) -> Result<Option<W>, BatchFault> {
    let Some(text) = text_of(keys, key)? else { return Ok(None) };
    match W::from_word(&text) {
        Some(word) => Ok(Some(word)),
        None => Err(BatchFault::UnknownWord { key, text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary::{Form, Unit};

    #[test]
    fn a_line_takes_the_long_options() {
        let line = r#"{"title":"焊接","hours":0.1,"unit":"class-hour","on":"today","categories":["ethics"],"form":"paper","note":null}"#;
        let line = read(line.as_bytes()).unwrap().unwrap();
        assert_eq!(line.title, "焊接");
        assert_eq!(line.options.hours.as_deref(), Some("0.1"));
        assert_eq!(line.options.unit, Some(Unit::ClassHour));
        assert_eq!(line.options.form, Some(Choice::Word(Form::Paper)));
        assert_eq!(line.options.categories, ["ethics"]);
        assert_eq!(line.options.note, None);
        assert!(read(b" \n").unwrap().is_none());
    }

    #[test]
    fn each_mistake_has_its_name() {
        type F = BatchFault;
        assert!(matches!(read(b"\xff"), Err(F::NotUtf8)));
        assert!(matches!(read(b"{\"title\":"), Err(F::NotJson { .. })));
        assert!(matches!(read(b"[1]"), Err(F::NotAnObject)));
        assert!(matches!(read(br#"{"hours":1}"#), Err(F::Missing { key: "title" })));
        assert!(matches!(
            read(br#"{"title":"a","huors":1}"#),
            Err(F::UnknownKey { suggestion: Some("hours"), .. })
        ));
        assert!(matches!(read(br#"{"title":"a","hours":[1]}"#), Err(F::WrongType { key: "hours", .. })));
        assert!(matches!(read(br#"{"title":"a","categories":"x"}"#), Err(F::WrongType { .. })));
        assert!(matches!(read(br#"{"title":"a","unit":"week"}"#), Err(F::UnknownWord { .. })));
    }

    #[test]
    fn a_line_of_any_length_is_survived() {
        let long = [vec![b'x'; LONGEST * 3], b"\nnext\n".to_vec()].concat();
        let mut input = long.as_slice();
        assert!(matches!(next_line(&mut input), Ok(Some(Err(BatchFault::TooLong { .. })))));
        assert!(matches!(next_line(&mut input), Ok(Some(Ok(line))) if line == b"next\n"));
        assert!(matches!(next_line(&mut input), Ok(None)));
    }
}

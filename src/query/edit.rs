//! Changes to a query text that leave the rest of it as it was typed: what facets, chips and the
//! sort menu do. They work on tokens, so a text that does not parse can be edited too.

use super::display::quoted_if_needed;
use super::field::{Kind, Name, Presence, State};
use super::lex::{Mark, Quote, RawValue, RawWord, Token, TokenKind, lex, narrow};
use super::{Field, How, Sort, value};
use crate::domain::vocabulary::Word;
use std::ops::Range;

/// The query text with `field:value` switched on or off, everything else left as it was typed:
/// what a facet does. Values of one field gather in one term: `track:ai,cloud`.
pub fn toggle(text: &str, field: Field, value: &str) -> String {
    switch(text, Name::Field(field), value)
}

/// Whether `field:value` is on in the text, as [`toggle`] would leave it.
pub fn is_on(text: &str, field: Field, value: &str) -> bool {
    find(text, Name::Field(field), value).is_some()
}

/// The same as [`toggle`] for `is:`.
pub fn toggle_state(text: &str, state: State) -> String {
    switch(text, Name::Is, state.word())
}

pub fn is_state_on(text: &str, state: State) -> bool {
    find(text, Name::Is, state.word()).is_some()
}

/// Switches `has:what` (or, with `wanted` false, `no:what`) on or off; its opposite goes.
pub fn toggle_presence(text: &str, what: Presence, wanted: bool) -> String {
    let (name, opposite) = if wanted { (Name::Has, Name::No) } else { (Name::No, Name::Has) };
    let mut text = text.to_owned();
    if find(&text, opposite, what.word()).is_some() {
        text = switch(&text, opposite, what.word());
    }
    // Two such terms are both to hold, so they are not gathered in one.
    match find(&text, name, what.word()) {
        Some(_) => switch(&text, name, what.word()),
        None => append(&text, &format!("{}:{}", name.word(), what.word()), true),
    }
}

pub fn is_presence_on(text: &str, what: Presence, wanted: bool) -> bool {
    find(text, if wanted { Name::Has } else { Name::No }, what.word()).is_some()
}

/// The text with its `sort:` term replaced, added or, with `None`, removed.
pub fn with_sort(text: &str, sort: Option<Sort>) -> String {
    let mut text = text.to_owned();
    let term = sort.map(|sort| format!("sort:{sort}"));
    let mut spans: Vec<_> = lex(&text)
        .into_iter()
        .filter(|token| matches!(&token.kind, TokenKind::Word(word) if name(&text, word) == Some(Name::Sort)))
        .map(|token| token.span)
        .collect();
    let first = if term.is_some() && !spans.is_empty() { Some(spans.remove(0)) } else { None };
    for span in spans.into_iter().rev() {
        text = remove(&text, span);
    }
    match (first, term) {
        (Some(first), Some(term)) => replace(&text, first, &term),
        (None, Some(term)) => append(&text, &term, false),
        (_, None) => text,
    }
}

fn switch(text: &str, name: Name, value: &str) -> String {
    if let Some((token, word, at)) = find(text, name, value) {
        return match word.values.len() {
            1 => remove(text, token.span),
            _ => without_value(text, &word, at),
        };
    }
    let written = quoted_if_needed(value, true);
    let gathers = !Outline::of(text).alternatives;
    // What stands right behind the term would run into what is added to it.
    let apart = |token: &Token| {
        let next = text.get(token.span.end..).and_then(|rest| rest.chars().next());
        next.is_none_or(|next| matches!(narrow(next), ' ' | '|'))
    };
    let fits = |token: &Token, word: &RawWord| self::name(text, word) == Some(name) && apart(token);
    let same = terms(text).into_iter().rfind(|(token, word)| gathers && fits(token, word));
    match same.and_then(|(_, word)| word.values.last().cloned()) {
        Some(last) if last.quote == Quote::Unclosed => {
            append(text, &format!("{}:{written}", name.word()), true)
        }
        Some(last) if last.span.is_empty() => replace(text, last.span, &written),
        Some(last) => replace(text, last.span.end..last.span.end, &format!(",{written}")),
        None => append(text, &format!("{}:{written}", name.word()), true),
    }
}

/// The terms that every course has to meet: not negated, in no group, and none where the text has
/// alternatives.
fn terms(text: &str) -> Vec<(Token, RawWord)> {
    let mut found = Vec::new();
    if Outline::of(text).alternatives {
        return found;
    }
    let (mut depth, mut negated) = (0_usize, false);
    for token in lex(text) {
        match &token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Word(word) if depth == 0 && !negated => {
                let word = word.clone();
                found.push((token, word));
                continue;
            }
            TokenKind::Word(_) | TokenKind::Or | TokenKind::Not { .. } => {}
        }
        negated = matches!(token.kind, TokenKind::Not { dangling: false });
    }
    found
}

fn find(text: &str, name: Name, value: &str) -> Option<(Token, RawWord, usize)> {
    terms(text).into_iter().find_map(|(token, word)| {
        if self::name(text, &word) != Some(name) {
            return None;
        }
        let at = word.values.iter().position(|typed| says(name, typed, value))?;
        Some((token, word, at))
    })
}

fn says(name: Name, typed: &RawValue, value: &str) -> bool {
    let text = match name {
        Name::Field(field) if field.kind() == Kind::Text => match value::pattern(typed, How::Exact) {
            Ok(pattern) if pattern.how == How::Exact && typed.mark != Some(Mark::Apostrophe) => pattern.text,
            _ => return false,
        },
        _ => value::literal(typed),
    };
    text.to_lowercase() == value.to_lowercase()
}

fn name(text: &str, word: &RawWord) -> Option<Name> {
    let typed: String = text.get(word.field.clone()?)?.chars().map(narrow).collect();
    Name::read(&typed)
}

/// What is open at the end of a text, and whether it has alternatives.
struct Outline {
    /// What closes the quote and the groups that the text leaves open.
    closers: String,
    /// Whether the text has alternatives, so that a term added at its end would bind to the last.
    /// Not where a bracket closes nothing: what is in which group is then anyone's guess.
    alternatives: bool,
}

impl Outline {
    fn of(text: &str) -> Self {
        let (mut depth, mut closers) = (0_usize, String::new());
        let (mut alternatives, mut stray) = (false, false);
        for token in lex(text) {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close if depth == 0 => stray = true,
                TokenKind::Close => depth -= 1,
                TokenKind::Or if depth == 0 => alternatives = true,
                TokenKind::Word(word) if word.values.iter().any(|value| value.quote == Quote::Unclosed) => {
                    closers.push('"');
                }
                _ => {}
            }
        }
        closers.push_str(&")".repeat(depth));
        Self { closers, alternatives: alternatives && !stray }
    }
}

/// Adds a term; with `to_all`, alternatives are put in a group first.
fn append(text: &str, term: &str, to_all: bool) -> String {
    let Outline { closers, alternatives } = Outline::of(text);
    let body = text.trim_start();
    if body.is_empty() {
        return format!("{text}{term}");
    }
    let lead = text.get(..text.len() - body.len()).unwrap_or_default();
    let (open, close) = if to_all && alternatives { ("(", ")") } else { ("", "") };
    let blank = if (closers.is_empty() && close.is_empty()) && text.ends_with(char::is_whitespace) {
        ""
    } else {
        " "
    };
    format!("{lead}{open}{body}{closers}{close}{blank}{term}")
}

fn replace(text: &str, span: Range<usize>, by: &str) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    format!("{before}{by}{after}")
}

/// Takes a term out, and one of the blanks beside it.
fn remove(text: &str, span: Range<usize>) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let blank = |c: Option<char>| c.filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
    let behind = blank(after.chars().next());
    if behind > 0 && (before.is_empty() || before.ends_with(char::is_whitespace)) {
        return replace(text, span.start..span.end + behind, "");
    }
    let ahead = if after.is_empty() { blank(before.chars().next_back()) } else { 0 };
    replace(text, span.start - ahead..span.end, "")
}

/// Takes one of several values out of a term, and the comma beside it.
fn without_value(text: &str, word: &RawWord, at: usize) -> String {
    let start = |at: usize| word.values.get(at).map_or(0, |value| value.span.start);
    let end = |at: usize| word.values.get(at).map_or(0, |value| value.span.end);
    let span = if at == 0 { start(0)..start(1) } else { end(at - 1)..end(at) };
    replace(text, span, "")
}

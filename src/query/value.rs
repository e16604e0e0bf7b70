//! What the values of a term mean, by the field they stand behind.

use super::chinese;
use super::error::{QueryError, QueryErrorKind as Kind};
use super::field::{self, Field, Name, Presence, SortKey, State};
use super::lex::{Mark, Quote, RawValue, RawWord, narrow};
use super::{Expr, How, Pattern, Sort, Term, Test, dates};
use crate::domain::vocabulary::{CourseState, Word};
use crate::domain::{Amount, Date};
use std::ops::Range;

/// Characters of a fuzzy word: more would only match by accident, and cost.
pub const LONGEST_FUZZY: usize = 64;
/// Characters of any other pattern or value; names of providers are long.
pub const LONGEST_PATTERN: usize = 256;

/// What a word of the query says.
pub enum Meaning {
    /// Conditions of which one has to hold.
    Tests(Vec<Expr>),
    Sort(Vec<Sort>),
    Limit(usize),
}

pub fn read(
    name: Option<Name>,
    word: &RawWord,
    span: &Range<usize>,
    today: Date,
) -> Result<Meaning, QueryError> {
    let is_text = match name {
        None => true,
        Some(Name::Field(field)) => field.kind() == field::Kind::Text,
        Some(_) => false,
    };
    for value in &word.values {
        let bare = value.quote == Quote::None;
        // `^$` and `$` mark the ends of nothing.
        let only_marks =
            is_text && bare && value.mark != Some(Mark::Apostrophe) && plain_is(&value.text, '$');
        if value.text.is_empty() || only_marks {
            let kind = if name.is_none() && bare { Kind::MissingTerm } else { Kind::MissingValue };
            let span = if name.is_none() { value.span.clone() } else { span.start..value.span.end };
            return Err(QueryError::new(span, kind));
        }
    }
    let term = |test| Expr::Term(Term { span: span.clone(), test });
    let each = |read: &dyn Fn(&RawValue) -> Result<Expr, QueryError>| {
        word.values.iter().map(read).collect::<Result<Vec<_>, _>>().map(Meaning::Tests)
    };
    match name {
        None => each(&|value| Ok(term(Test::Word(pattern(value, How::Fuzzy)?)))),
        Some(Name::Field(field)) => match field.kind() {
            field::Kind::Text => {
                let patterns = word.values.iter().map(|value| pattern(value, How::Exact));
                Ok(Meaning::Tests(vec![term(Test::Text(field, patterns.collect::<Result<_, _>>()?))]))
            }
            field::Kind::Choice => {
                let values = word.values.iter().map(|value| choice(field, value));
                Ok(Meaning::Tests(vec![term(Test::Choice(field, values.collect::<Result<_, _>>()?))]))
            }
            field::Kind::Number => each(&|value| {
                let (low, high) = amounts(value)?;
                Ok(term(Test::Number(field, low, high)))
            }),
            field::Kind::Dates => each(&|value| {
                let (low, high) = dates::range(field, &plain(value), today)
                    .map_err(|kind| QueryError::new(value.span.clone(), kind))?;
                Ok(term(Test::Dates(field, low, high)))
            }),
        },
        Some(Name::Is) => each(&|value| listed("is", value, State::read).map(|state| term(Test::Is(state)))),
        Some(Name::Has) => {
            each(&|value| listed("has", value, Presence::read).map(|what| term(Test::Has(what))))
        }
        Some(Name::No) => each(&|value| {
            let what = listed("no", value, Presence::read)?;
            Ok(Expr::Not(Box::new(term(Test::Has(what)))))
        }),
        Some(Name::View) => each(&|value| {
            let typed = literal(value);
            within(&typed, LONGEST_PATTERN, value)?;
            Ok(term(Test::View(typed.chars().map(narrow).collect())))
        }),
        Some(Name::Sort) => word.values.iter().map(sort).collect::<Result<_, _>>().map(Meaning::Sort),
        Some(Name::Limit) => limit(word).map(Meaning::Limit),
    }
}

fn plain_is(text: &str, sign: char) -> bool {
    text.chars().map(narrow).eq([sign])
}

/// A value in ASCII punctuation and lower case, its marks put back: for what is no text.
fn plain(value: &RawValue) -> String {
    let ascii = |c| match c {
        // The keys of < and > give these with a Chinese input method.
        '《' => '<',
        '》' => '>',
        c => narrow(c),
    };
    literal(value).chars().map(ascii).collect::<String>().trim().to_lowercase()
}

/// The value as text, where marks mean nothing.
pub fn literal(value: &RawValue) -> String {
    let mark = match value.mark {
        Some(Mark::Caret) => "^",
        Some(Mark::Apostrophe) => "'",
        None => "",
    };
    let dollar = if value.dollar { "$" } else { "" };
    format!("{mark}{}{dollar}", value.text)
}

/// How a value is looked for; `unmarked` where it bears no mark.
pub fn pattern(value: &RawValue, unmarked: How) -> Result<Pattern, QueryError> {
    let mut text = value.text.as_str();
    let mut ends = value.dollar;
    let literally = value.mark == Some(Mark::Apostrophe);
    if value.quote == Quote::None
        && !literally
        && text.chars().count() > 1
        && let Some((at, last)) = text.char_indices().next_back()
        && narrow(last) == '$'
    {
        text = text.get(..at).unwrap_or_default();
        ends = true;
    }
    let how = match (value.mark == Some(Mark::Caret), ends) {
        (true, true) => How::Whole,
        (true, false) => How::Starts,
        (false, true) => How::Ends,
        (false, false) if literally || value.quote != Quote::None => How::Exact,
        (false, false) => unmarked,
    };
    let limit = if how == How::Fuzzy { LONGEST_FUZZY } else { LONGEST_PATTERN };
    within(text, limit, value)?;
    Ok(Pattern { text: text.to_owned(), how })
}

fn within(text: &str, limit: usize, value: &RawValue) -> Result<(), QueryError> {
    match text.chars().nth(limit) {
        Some(_) => Err(QueryError::new(value.span.clone(), Kind::PatternTooLong { limit })),
        None => Ok(()),
    }
}

fn choice(field: Field, value: &RawValue) -> Result<String, QueryError> {
    let text = literal(value);
    within(&text, LONGEST_PATTERN, value)?;
    let typed = plain(value);
    let labelled = chinese::value(field, &typed);
    let Some(allowed) = field.values() else { return Ok(labelled.map_or(text, str::to_owned)) };
    let typed = labelled.unwrap_or(&typed);
    match allowed.iter().find(|word| **word == typed) {
        Some(word) => Ok((*word).to_owned()),
        None => Err(unknown(field.word(), value, allowed)),
    }
}

fn unknown(name: &'static str, value: &RawValue, allowed: Vec<&'static str>) -> QueryError {
    let typed = literal(value);
    let suggestion = field::nearest(&typed, allowed.iter().copied());
    let kind = Kind::UnknownValue { name, value: typed, suggestion, allowed };
    QueryError::new(value.span.clone(), kind)
}

fn listed<W: Word>(
    name: &'static str,
    value: &RawValue,
    read: fn(&str) -> Option<W>,
) -> Result<W, QueryError> {
    read(&plain(value))
        .ok_or_else(|| unknown(name, value, W::ALL.iter().map(|member| member.word()).collect()))
}

/// `hours`, `hours-`.
fn sort(value: &RawValue) -> Result<Sort, QueryError> {
    let typed = plain(value);
    let (word, descending) = match typed.strip_suffix('-') {
        Some(word) => (word, true),
        None => (typed.strip_suffix('+').unwrap_or(&typed), false),
    };
    match SortKey::read(word) {
        Some(key) => Ok(Sort { key, descending }),
        None => Err(unknown("sort", value, SortKey::ALL.iter().map(|key| key.word()).collect())),
    }
}

fn limit(word: &RawWord) -> Result<usize, QueryError> {
    let bad =
        |value: &RawValue| QueryError::new(value.span.clone(), Kind::BadLimit { value: literal(value) });
    let mut limit = 0;
    for value in &word.values {
        let digits = plain(value);
        let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
        limit = number.filter(|count| *count > 0).ok_or_else(|| bad(value))?;
    }
    Ok(limit)
}

/// `8`, `<=8`, `>8`, `2..8`, `2..`: both ends included, in hundredths.
fn amounts(value: &RawValue) -> Result<(Option<Amount>, Option<Amount>), QueryError> {
    let typed = plain(value);
    let fail = |kind| QueryError::new(value.span.clone(), kind);
    let read = |text: &str| {
        Amount::parse(text).map_err(|why| fail(Kind::BadNumber { value: text.trim().to_owned(), why }))
    };
    let (low, high) = match compare(&typed) {
        Some((Comparison::AtMost, rest)) => (None, Some(read(rest)?)),
        Some((Comparison::Below, rest)) => {
            let below = read(rest)?.hundredths().checked_sub(1).ok_or_else(|| fail(Kind::EmptyRange))?;
            (None, Some(Amount::from_hundredths(below)))
        }
        Some((Comparison::AtLeast, rest)) => (Some(read(rest)?), None),
        Some((Comparison::Above, rest)) => (Some(read(rest)?.plus(Amount::from_hundredths(1))), None),
        Some((Comparison::Equal, rest)) => {
            let exact = read(rest)?;
            (Some(exact), Some(exact))
        }
        None => match typed.split_once("..") {
            Some((low, high)) => {
                let end = |text: &str| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
                (end(low)?, end(high)?)
            }
            None => {
                let exact = read(&typed)?;
                (Some(exact), Some(exact))
            }
        },
    };
    let empty = matches!((low, high), (Some(low), Some(high)) if low > high);
    match (low, high) {
        (None, None) => Err(fail(Kind::MissingValue)),
        _ if empty || low.is_some_and(|low| low > Amount::LARGEST) => Err(fail(Kind::EmptyRange)),
        bounds => Ok(bounds),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    AtMost,
    Below,
    AtLeast,
    Above,
    Equal,
}

/// The sign before a number or a date, and what follows it.
pub fn compare(text: &str) -> Option<(Comparison, &str)> {
    const SIGNS: [(&str, Comparison); 7] = [
        ("<=", Comparison::AtMost),
        ("≤", Comparison::AtMost),
        ("<", Comparison::Below),
        (">=", Comparison::AtLeast),
        ("≥", Comparison::AtLeast),
        (">", Comparison::Above),
        ("=", Comparison::Equal),
    ];
    SIGNS.iter().find_map(|(sign, comparison)| text.strip_prefix(sign).map(|rest| (*comparison, rest)))
}

/// Whether `state` is what `word` of `status:` asks for.
pub fn status_is(word: &str, state: CourseState) -> bool {
    match word {
        field::DONE => matches!(state, CourseState::Completed | CourseState::Passed),
        word => state.word() == word,
    }
}

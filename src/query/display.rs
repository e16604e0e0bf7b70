//! Query → text, in one canonical spelling that reads back as the same query.

use super::lex::{narrow, tags};
use super::{Expr, How, Pattern, Query, Sort, Term, Test};
use crate::domain::vocabulary::Word;
use std::fmt::{self, Display, Formatter};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.filter.as_ref().map(ToString::to_string));
        if !self.sort.is_empty() {
            let keys: Vec<_> = self.sort.iter().map(ToString::to_string).collect();
            parts.push(format!("sort:{}", keys.join(",")));
        }
        parts.extend(self.limit.map(|limit| format!("limit:{limit}")));
        f.write_str(&parts.join(" "))
    }
}

/// `hours`, `hours-`.
impl Display for Sort {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.key.word(), if self.descending { "-" } else { "" })
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut Formatter<'_>, parts: &[Expr], by: &str| {
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    f.write_str(by)?;
                }
                match part {
                    Expr::And(_) | Expr::Or(_) => write!(f, "({part})")?,
                    part => write!(f, "{part}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::And(parts) => joined(f, parts, " "),
            Self::Or(parts) => joined(f, parts, " | "),
            Self::Not(inner) => match inner.as_ref() {
                Self::Term(Term { test: Test::Has(what), .. }) => write!(f, "no:{}", what.word()),
                Self::And(_) | Self::Or(_) => write!(f, "!({inner})"),
                inner => write!(f, "!{inner}"),
            },
            Self::Term(term) => write!(f, "{}", term.test),
        }
    }
}

impl Display for Test {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(pattern) => f.write_str(&spell(pattern, false)),
            Self::Text(field, patterns) => {
                let patterns: Vec<_> = patterns.iter().map(|pattern| spell(pattern, true)).collect();
                write!(f, "{}:{}", field.word(), patterns.join(","))
            }
            Self::Choice(field, values) => {
                let values: Vec<_> = values.iter().map(|value| quoted_if_needed(value, true)).collect();
                write!(f, "{}:{}", field.word(), values.join(","))
            }
            Self::Number(field, low, high) => bounds(f, field.word(), low.as_ref(), high.as_ref()),
            Self::Dates(field, low, high) => bounds(f, field.word(), low.as_ref(), high.as_ref()),
            Self::Is(state) => write!(f, "is:{}", state.word()),
            Self::Has(what) => write!(f, "has:{}", what.word()),
            Self::View(name) => write!(f, "@{}", quoted_if_needed(name, true)),
        }
    }
}

fn bounds<T: Display + PartialEq>(
    f: &mut Formatter<'_>,
    name: &str,
    low: Option<&T>,
    high: Option<&T>,
) -> fmt::Result {
    match (low, high) {
        (Some(low), Some(high)) if low == high => write!(f, "{name}:{low}"),
        (Some(low), Some(high)) => write!(f, "{name}:{low}..{high}"),
        (Some(low), None) => write!(f, "{name}:>={low}"),
        (None, Some(high)) => write!(f, "{name}:<={high}"),
        (None, None) => write!(f, "{name}:.."),
    }
}

fn spell(pattern: &Pattern, in_field: bool) -> String {
    let text = quoted_if_needed(&pattern.text, in_field);
    match pattern.how {
        How::Fuzzy => text,
        How::Exact if in_field || text.starts_with('"') => text,
        How::Exact => format!("'{text}"),
        How::Starts => format!("^{text}"),
        How::Ends => format!("{text}$"),
        How::Whole => format!("^{text}$"),
    }
}

/// The text in quotes, unless it reads as itself without them.
pub fn quoted_if_needed(text: &str, in_field: bool) -> String {
    let first = text.chars().next().map(narrow);
    let last = text.chars().next_back().map(narrow);
    let marked = match first {
        None | Some('!' | '-' | '^' | '\'' | '@') => true,
        Some('+') => text.chars().nth(1).is_some_and(tags),
        Some(_) => false,
    } || last == Some('$');
    // A colon makes a field of what stands before it, if anything does.
    let names = !in_field && first != Some(':') && text.chars().any(|c| narrow(c) == ':');
    let splits = |c: char| matches!(narrow(c), ' ' | '(' | ')' | '|' | '"') || (in_field && narrow(c) == ',');
    if marked || names || text.chars().any(splits) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

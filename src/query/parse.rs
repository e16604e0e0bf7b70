//! Tokens → query: precedence, groups and limits. What a value means is in `value`.

use super::error::{QueryError, QueryErrorKind as Kind};
use super::field::Name;
use super::lex::{Quote, RawWord, Token, TokenKind, lex};
use super::value::{self, Meaning};
use super::{Expr, Query};
use crate::domain::Date;
use std::ops::Range;

/// Bytes of a query; more is a paste by mistake.
pub const LONGEST: usize = 2_000;
/// Terms of a query.
pub const MOST_TERMS: usize = 64;
/// Groups and negations inside each other.
pub const DEEPEST: usize = 32;

/// Reads a query. `today` gives relative dates their day.
///
/// # Errors
/// The first mistake, with the bytes that are at fault. See [`QueryError::is_unfinished`] for
/// texts that are only not typed to the end.
pub fn parse(text: &str, today: Date) -> Result<Query, QueryError> {
    if text.len() > LONGEST {
        let start = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        return Err(QueryError::new(start..text.len(), Kind::TooLong { limit: LONGEST }));
    }
    let tokens = lex(text);
    let mut parser =
        Parser { text, today, tokens: &tokens, at: 0, terms: 0, negated: false, query: Query::default() };
    let filter = parser.alternatives(0)?;
    if let Some(token) = parser.peek() {
        return Err(QueryError::new(token.span.clone(), Kind::UnopenedGroup));
    }
    Ok(Query { filter, ..parser.query })
}

struct Parser<'a> {
    text: &'a str,
    today: Date,
    tokens: &'a [Token],
    at: usize,
    terms: usize,
    negated: bool,
    /// Gathers `sort:` and `limit:`, which are no conditions.
    query: Query,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    fn end(&self) -> Range<usize> {
        let end = self.text.trim_end().len();
        end..end
    }

    /// `a b | c`. Nothing where only `sort:` and the like stand.
    fn alternatives(&mut self, depth: usize) -> Result<Option<Expr>, QueryError> {
        let mut alternatives = Vec::new();
        let first = self.all(depth)?;
        if !matches!(self.peek(), Some(Token { kind: TokenKind::Or, .. })) {
            return Ok(first);
        }
        let missing = |span: Range<usize>| QueryError::new(span, Kind::MissingTerm);
        let bar = self.peek().map_or(self.end(), |token| token.span.clone());
        alternatives.push(first.ok_or_else(|| missing(bar))?);
        while let Some(Token { kind: TokenKind::Or, span }) = self.peek() {
            self.at += 1;
            alternatives.push(self.all(depth)?.ok_or_else(|| missing(span.clone()))?);
        }
        Ok(join(alternatives, Expr::Or))
    }

    /// `a b c`.
    fn all(&mut self, depth: usize) -> Result<Option<Expr>, QueryError> {
        let mut parts = Vec::new();
        while let Some(token) = self.peek() {
            if matches!(token.kind, TokenKind::Or | TokenKind::Close) {
                break;
            }
            parts.extend(self.one(token, depth)?);
        }
        Ok(join(parts, Expr::And))
    }

    fn one(&mut self, token: &'a Token, depth: usize) -> Result<Option<Expr>, QueryError> {
        self.at += 1;
        let fail = |kind| Err(QueryError::new(token.span.clone(), kind));
        match &token.kind {
            TokenKind::Not { dangling: true } => fail(Kind::MissingTerm),
            TokenKind::Not { .. } if depth >= DEEPEST => fail(Kind::TooDeep { limit: DEEPEST }),
            TokenKind::Not { .. } => {
                let Some(next) = self.peek() else { return fail(Kind::MissingTerm) };
                let before = std::mem::replace(&mut self.negated, true);
                let inner = self.one(next, depth + 1)?;
                self.negated = before;
                Ok(inner.map(|inner| Expr::Not(Box::new(inner))))
            }
            TokenKind::Open if depth >= DEEPEST => fail(Kind::TooDeep { limit: DEEPEST }),
            TokenKind::Open => {
                let start = self.at;
                let inner = self.alternatives(depth + 1)?;
                match self.peek() {
                    Some(Token { kind: TokenKind::Close, span }) => {
                        if self.at == start {
                            let group = token.span.start..span.end;
                            return Err(QueryError::new(group, Kind::MissingTerm));
                        }
                        self.at += 1;
                        Ok(inner)
                    }
                    _ => fail(Kind::UnclosedGroup),
                }
            }
            TokenKind::Word(word) => self.word(token, word, depth),
            TokenKind::Or | TokenKind::Close => fail(Kind::MissingTerm),
        }
    }

    fn word(&mut self, token: &Token, word: &RawWord, depth: usize) -> Result<Option<Expr>, QueryError> {
        if let Some(open) = word.values.iter().find(|value| value.quote == Quote::Unclosed) {
            return Err(QueryError::new(open.span.clone(), Kind::UnclosedQuote));
        }
        let name = match &word.field {
            None => None,
            Some(span) => Some(self.name(span)?),
        };
        self.terms += word.values.len();
        if self.terms > MOST_TERMS {
            return Err(QueryError::new(token.span.clone(), Kind::TooManyTerms { limit: MOST_TERMS }));
        }
        let parts = match value::read(name, word, &token.span, self.today)? {
            Meaning::Tests(parts) => parts,
            Meaning::Sort(_) | Meaning::Limit(_) if self.negated => {
                let name = name.map_or("", Name::word);
                return Err(QueryError::new(token.span.clone(), Kind::Negated { name }));
            }
            Meaning::Sort(sort) => {
                self.query.sort.extend(sort);
                return Ok(None);
            }
            Meaning::Limit(limit) => {
                self.query.limit = Some(limit);
                return Ok(None);
            }
        };
        if parts.len() > 1 && depth >= DEEPEST {
            return Err(QueryError::new(token.span.clone(), Kind::TooDeep { limit: DEEPEST }));
        }
        Ok(join(parts, Expr::Or))
    }

    fn name(&self, span: &Range<usize>) -> Result<Name, QueryError> {
        let typed = self.text.get(span.clone()).unwrap_or_default();
        let typed: String = typed.chars().map(super::lex::narrow).collect();
        Name::read(&typed).ok_or_else(|| {
            let suggestion = Name::nearest(&typed);
            QueryError::new(span.clone(), Kind::UnknownField { field: typed, suggestion })
        })
    }
}

/// One part as it is; several joined, those joined in the same way already taken up.
fn join(parts: Vec<Expr>, kind: fn(Vec<Expr>) -> Expr) -> Option<Expr> {
    let wanted = std::mem::discriminant(&kind(Vec::new()));
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        let same = std::mem::discriminant(&part) == wanted;
        match part {
            Expr::And(inner) | Expr::Or(inner) if same => flat.extend(inner),
            other => flat.push(other),
        }
    }
    if flat.len() > 1 { Some(kind(flat)) } else { flat.pop() }
}

//! Text → tokens with their bytes. Total: any text has tokens, and what is wrong with them is a
//! property of the token, so that editing works on a text that does not parse.

use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Range<usize>,
    pub kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Open,
    Close,
    Or,
    /// `!` or `-`; dangling where a blank or nothing follows.
    Not {
        dangling: bool,
    },
    Word(RawWord),
}

/// A word, or a field with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawWord {
    /// The bytes before the colon; for `+tag` and `@view`, the sign.
    pub field: Option<Range<usize>>,
    /// At least one; an empty one where nothing was typed.
    pub values: Vec<RawValue>,
}

/// `value`, `"two words"`, `^value$`: as typed, the marks set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawValue {
    pub span: Range<usize>,
    pub mark: Option<Mark>,
    /// Without the mark before it, the quotes, and the `$` behind a closing quote.
    pub text: String,
    pub quote: Quote,
    /// A `$` right behind the closing quote.
    pub dollar: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `^`
    Caret,
    /// `'`
    Apostrophe,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quote {
    None,
    Closed,
    Unclosed,
}

/// What an input method types in place of the ASCII punctuation of the grammar.
pub fn narrow(c: char) -> char {
    match c {
        '“' | '”' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '。' => '.',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Whether a `+` before this makes a topic: `+ai`, but not the signs of `C ++`.
pub fn tags(c: char) -> bool {
    c.is_alphanumeric() || narrow(c) == '"'
}

pub fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens: Vec<Token> = Vec::new();
    while let Some(c) = lexer.peek() {
        let start = lexer.at;
        let kind = match c {
            ' ' => {
                lexer.next();
                continue;
            }
            '(' => lexer.single(TokenKind::Open),
            ')' => lexer.single(TokenKind::Close),
            '|' => lexer.single(TokenKind::Or),
            '!' | '-' => {
                lexer.next();
                let dangling = matches!(lexer.peek(), None | Some(' ' | ')' | '|'));
                if dangling && c == '-' {
                    // A dash on its own is punctuation, as in a pasted title; it cannot be negated.
                    if let Some(Token { span, kind: TokenKind::Not { dangling } }) = tokens.last_mut() {
                        *dangling |= span.end == start;
                    }
                    continue;
                }
                TokenKind::Not { dangling }
            }
            _ => TokenKind::Word(lexer.word()),
        };
        tokens.push(Token { span: start..lexer.at, kind });
    }
    tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character as the grammar sees it.
    fn peek(&self) -> Option<char> {
        self.rest().chars().next().map(narrow)
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn single(&mut self, kind: TokenKind) -> TokenKind {
        self.next();
        kind
    }

    fn word(&mut self) -> RawWord {
        let start = self.at;
        if self.peek() == Some('+') && self.rest().chars().nth(1).is_some_and(tags) {
            self.next();
            return RawWord { field: Some(start..self.at), values: self.values() };
        }
        if self.peek() == Some('@') {
            self.next();
            return RawWord { field: Some(start..self.at), values: self.values() };
        }
        if let Some(length) = self.field_name() {
            self.at += length;
            let field = start..self.at;
            self.next();
            return RawWord { field: Some(field), values: self.values() };
        }
        RawWord { field: None, values: vec![self.value(false)] }
    }

    /// The length of the name before a colon, if the word is of the shape `name:…`.
    fn field_name(&self) -> Option<usize> {
        if matches!(self.peek(), Some('\'' | '^')) {
            return None;
        }
        let mut length = 0;
        for c in self.rest().chars() {
            match narrow(c) {
                ':' => return (length > 0).then_some(length),
                ' ' | '(' | ')' | '|' | '"' => return None,
                _ => length += c.len_utf8(),
            }
        }
        None
    }

    fn values(&mut self) -> Vec<RawValue> {
        let mut values = vec![self.value(true)];
        while self.peek() == Some(',') {
            self.next();
            values.push(self.value(true));
        }
        values
    }

    fn value(&mut self, in_field: bool) -> RawValue {
        let start = self.at;
        let mark = match self.peek() {
            Some('^') => Some(Mark::Caret),
            Some('\'') => Some(Mark::Apostrophe),
            _ => None,
        };
        if mark.is_some() {
            self.next();
        }
        if self.peek() == Some('"') {
            let (text, quote) = self.quoted();
            let dollar = quote == Quote::Closed && self.peek() == Some('$');
            if dollar {
                self.next();
            }
            return RawValue { span: start..self.at, mark, text, quote, dollar };
        }
        let bare = self.at;
        while let Some(c) = self.peek() {
            if matches!(c, ' ' | '(' | ')' | '|' | '"') || (in_field && c == ',') {
                break;
            }
            self.next();
        }
        let text = self.text.get(bare..self.at).unwrap_or_default().to_owned();
        RawValue { span: start..self.at, mark, text, quote: Quote::None, dollar: false }
    }

    /// A plain quote is closed by a plain one, and doubled stands for itself; the quotes of an
    /// input method are closed by whichever comes first.
    fn quoted(&mut self) -> (String, Quote) {
        let plain = self.next() == Some('"');
        let mut text = String::new();
        while let Some(c) = self.next() {
            if c == '"' && plain {
                if self.rest().starts_with('"') {
                    self.next();
                } else {
                    return (text, Quote::Closed);
                }
            } else if !plain && narrow(c) == '"' {
                return (text, Quote::Closed);
            }
            text.push(c);
        }
        (text, Quote::Unclosed)
    }
}

//! The bytes that a change of a file exchanged, so that it can be made again and taken back exactly.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Two versions of a file by their digests, and the part in which they differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Exchange {
    before: String,
    after: String,
    /// The byte from which on the two versions differ.
    at: usize,
    old: String,
    new: String,
}

impl Exchange {
    /// `None` for versions that are not UTF-8.
    pub(super) fn between(before: &[u8], after: &[u8]) -> Option<Self> {
        let (at, tail) = common(before, after);
        let part = |bytes: &[u8]| {
            let part = bytes.get(at..bytes.len() - tail).unwrap_or_default();
            String::from_utf8(part.to_vec()).ok()
        };
        let (old, new) = (part(before)?, part(after)?);
        Some(Self { before: digest(before), after: digest(after), at, old, new })
    }

    /// The other way round.
    pub(super) fn inverse(&self) -> Self {
        Self {
            before: self.after.clone(),
            after: self.before.clone(),
            at: self.at,
            old: self.new.clone(),
            new: self.old.clone(),
        }
    }

    /// Whether a file's bytes are what this change made of it.
    pub(super) fn is_made_in(&self, bytes: &[u8]) -> bool {
        digest(bytes) == self.after
    }

    /// The later version of the earlier one; `None` for any other file.
    pub(super) fn make(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        if digest(bytes) != self.before {
            return None;
        }
        let rest = bytes.get(self.at..)?.strip_prefix(self.old.as_bytes())?;
        let exact = [bytes.get(..self.at)?, self.new.as_bytes(), rest].concat();
        self.is_made_in(&exact).then_some(exact)
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// How many bytes two files share at their start and at their end, in whole characters.
fn common(a: &[u8], b: &[u8]) -> (usize, usize) {
    let boundary = |byte: Option<&u8>| byte.is_none_or(|byte| byte & 0xC0 != 0x80);
    let mut start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    while !(boundary(a.get(start)) && boundary(b.get(start))) {
        start -= 1;
    }
    let most = a.len().min(b.len()) - start;
    let mut end = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    while !(boundary(a.get(a.len() - end)) && boundary(b.get(b.len() - end))) {
        end -= 1;
    }
    (start, end)
}

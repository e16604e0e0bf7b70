//! Where a line may be broken: between words, and between Han characters, which have no blanks
//! between them, but never before closing or after opening punctuation.

use textwrap::core::Word;
use unicode_width::UnicodeWidthChar;

/// For `textwrap::WordSeparator::Custom`: the pieces of a line that stay whole, words with the
/// blanks behind them and Han characters with the punctuation that clings to them.
pub fn pieces(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut rest = line;
    Box::new(std::iter::from_fn(move || {
        let mut pairs = rest.char_indices().zip(rest.chars().skip(1));
        let end = pairs.find(|((_, before), after)| may_break(*before, *after));
        let end = end.map_or(rest.len(), |((at, before), _)| at + before.len_utf8());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        (!piece.is_empty()).then(|| Word::from(piece))
    }))
}

fn may_break(before: char, after: char) -> bool {
    const OPENING: &str = "（「『《〈【“‘([{";
    const CLOSING: &str = "）」』》〉】”’)]}，。、；：！？,.;:!?%…";
    if before == ' ' {
        return after != ' ';
    }
    let wide = |c: char| c.width() == Some(2);
    (wide(before) || wide(after)) && after != ' ' && !OPENING.contains(before) && !CLOSING.contains(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_punctuation_clings() {
        let whole = |line| pieces(line).map(|piece| piece.word.to_owned()).collect::<Vec<_>>();
        assert_eq!(whole("one, two"), ["one,", "two"]);
        assert_eq!(whole("数字（一），是 AI 课"), ["数", "字", "（一），", "是", "AI", "课"]);
        assert_eq!(whole(""), [""; 0]);
    }
}

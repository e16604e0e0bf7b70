//! Paragraphs in lines, whatever their script.

use unicode_width::UnicodeWidthChar;

/// A paragraph as lines of at most `width` cells; what begins with a blank stays as it is.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.starts_with(' ') {
        return vec![text.to_owned()];
    }
    let options = textwrap::Options::new(width.max(20))
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .word_separator(textwrap::WordSeparator::Custom(words))
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The pieces of a line that stay whole: words, and Han characters with their punctuation.
fn words(line: &str) -> Box<dyn Iterator<Item = textwrap::core::Word<'_>> + '_> {
    let mut rest = line;
    Box::new(std::iter::from_fn(move || {
        let mut pairs = rest.char_indices().zip(rest.chars().skip(1));
        let end = pairs.find(|((_, before), after)| may_break(*before, *after));
        let end = end.map_or(rest.len(), |((at, before), _)| at + before.len_utf8());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        (!word.is_empty()).then(|| textwrap::core::Word::from(word))
    }))
}

fn may_break(before: char, after: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    let clings = "，。、；：）”".contains(after) || "（“".contains(before);
    after != ' ' && (before == ' ' || ((wide(before) || wide(after)) && !clings))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_between_han_characters() {
        assert_eq!(wrap("one two three four five", 20), ["one two three four", "five"]);
        assert_eq!(
            wrap("数字经济赋能产业发展（一），是课程", 22),
            ["数字经济赋能产业发展", "（一），是课程"]
        );
        assert_eq!(wrap("  as it stands, however long it may be", 20).len(), 1);
    }
}

//! Paragraphs in lines, whatever their script.

use crate::locale::breaks::pieces;

/// A paragraph as lines of at most `width` cells; what begins with a blank stays as it is.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.starts_with(' ') {
        return vec![text.to_owned()];
    }
    let options = textwrap::Options::new(width.max(20))
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .word_separator(textwrap::WordSeparator::Custom(pieces))
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
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

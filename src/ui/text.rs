//! Text in terminal cells: widths, cutting with an ellipsis, wrapping. Everything from outside
//! passes [`Safe`] here, so that no view can forget it.

use crate::domain::Safe;
use crate::locale::breaks::pieces;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that a text takes. Ambiguous characters count as one.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// The text cut to `width` cells, with an ellipsis where something is left out.
pub fn cut(text: &str, width: usize) -> String {
    let text = Safe::new(text);
    if cells(&text) <= width {
        return text.into_string();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let more = cells(grapheme);
        if used + more + 1 > width {
            break;
        }
        used += more;
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// The text cut and filled up with blanks to exactly `width` cells.
pub fn fit(text: &str, width: usize) -> String {
    let mut text = cut(text, width);
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(cells(&text))));
    text
}

/// The same, flush right: for numbers.
pub fn fit_right(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let blanks = width.saturating_sub(cells(&text));
    format!("{}{text}", " ".repeat(blanks))
}

/// A text cut to `width` cells with byte ranges of it in another style.
pub fn highlighted(
    text: &str,
    ranges: &[Range<usize>],
    width: usize,
    base: Style,
    lit: Style,
) -> Vec<Span<'static>> {
    let whole = cells(&Safe::new(text)) <= width;
    let room = if whole { width } else { width.saturating_sub(1) };
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let shown = Safe::new(grapheme);
        let more = cells(&shown);
        if used + more > room {
            break;
        }
        used += more;
        let style = if ranges.iter().any(|range| range.contains(&at)) { lit } else { base };
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(&shown),
            _ => spans.push(Span::styled(shown.into_string(), style)),
        }
    }
    if !whole && width > 0 {
        spans.push(Span::styled("…", base));
    }
    spans
}

/// Cells of some spans.
pub fn spans_width(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| cells(&span.content)).sum()
}

/// The text as lines of at most `width` cells, broken between words and between Han characters,
/// but never before closing punctuation or after opening punctuation.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let text = Safe::new(text);
    let options = textwrap::Options::new(width.max(2))
        .word_separator(textwrap::WordSeparator::Custom(pieces))
        .word_splitter(textwrap::WordSplitter::Custom(hyphens))
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(&text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Where a word may be divided: behind a hyphen between letters, so that a date stays whole.
fn hyphens(word: &str) -> Vec<usize> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    word.match_indices('-')
        .filter(|(at, _)| {
            let (before, after) = (word.get(..*at).unwrap_or(""), word.get(at + 1..).unwrap_or(""));
            letter(before.chars().next_back()) && letter(after.chars().next())
        })
        .map(|(at, _)| at + 1)
        .collect()
}

/// A line of one style.
pub fn line(text: String, style: Style) -> Line<'static> {
    Line::from(Span::styled(text, style))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fitted_texts_have_the_width_asked_for() {
        for text in ["", "Leadership", "数字经济赋能产业发展", "a数b字", "é\u{301}", "\u{1b}[31m"]
        {
            for width in 0..24 {
                assert_eq!(cells(&fit(text, width)), width, "{text:?} {width}");
                assert_eq!(cells(&fit_right(text, width)), width, "{text:?} {width}");
                let lit = std::slice::from_ref(&(0..3));
                let spans = highlighted(text, lit, width, Style::new(), Style::new().bold());
                assert!(spans_width(&spans) <= width, "{text:?} {width}");
            }
        }
    }

    #[test]
    fn dates_are_not_divided_and_hyphenated_words_are() {
        assert_eq!(wrap("考核 2026-12-10", 10), ["考核", "2026-12-10"]);
        assert_eq!(wrap("gone-from-everywhere", 12), ["gone-from-", "everywhere"]);
    }

    #[test]
    fn wrapped_lines_keep_every_word_and_the_width() {
        let text = "Digital economy 数字经济赋能产业发展 and a-very-long-word-that-does-not-fit";
        for width in 2..40 {
            let lines = wrap(text, width);
            assert!(lines.iter().all(|line| cells(line) <= width), "{width} {lines:?}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text), "{width}");
        }
    }
}

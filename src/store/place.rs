//! Where in a file something stands: lines and columns as people and editors count them.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A stretch of a file. Lines and columns count from 1, columns in characters; the end is
/// exclusive, and may equal the start where something is missing. All zero: the file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as it was named to us.
    pub file: Arc<PathBuf>,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

impl Place {
    /// A file as a whole: one that is missing, or cannot be read at all.
    pub fn whole(file: Arc<PathBuf>) -> Self {
        Self { file, ..Self::default() }
    }

    /// A line of a text from its first character to its last.
    pub fn line(file: Arc<PathBuf>, text: &str, line: usize) -> Self {
        let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let end_column = written.chars().count() + 1;
        Self { file, line, column: 1, end_line: line, end_column }
    }

    pub fn is_whole(&self) -> bool {
        self.line == 0
    }
}

/// `file:line:column`, or the file alone. Not for a terminal before it went through `Safe`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.is_whole() { Ok(()) } else { write!(f, ":{}:{}", self.line, self.column) }
    }
}

/// Where the lines of a text begin, so that many byte positions can be turned into places.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub fn of(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { starts }
    }

    /// The line of a byte position, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// Line and column of a byte position. A position inside a character counts as that character.
    pub fn position(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = text.get(start..).unwrap_or_default();
        let column = before.char_indices().take_while(|(offset, _)| start + offset < at).count();
        (line, column + 1)
    }

    pub fn place(&self, file: &Arc<PathBuf>, text: &str, span: &Range<usize>) -> Place {
        let (line, column) = self.position(text, span.start);
        let (end_line, end_column) = self.position(text, span.end.max(span.start));
        Place { file: file.clone(), line, column, end_line, end_column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a = 1\r\n数字 = \"é\"\n";
        let lines = Lines::of(text);
        let position = |needle: &str| lines.position(text, text.find(needle).unwrap());
        assert_eq!(position("a"), (1, 1));
        assert_eq!(position("1"), (1, 5));
        assert_eq!(position("数"), (2, 1));
        assert_eq!(position("="), (1, 3));
        assert_eq!(position("\"é"), (2, 6));
        assert_eq!(lines.position(text, text.len()), (3, 1));
        assert_eq!(lines.position("", 0), (1, 1));
    }

    #[test]
    fn a_place_reads_like_a_compiler_message() {
        let file = Arc::new(PathBuf::from("a.toml"));
        assert_eq!(Place::whole(file.clone()).to_string(), "a.toml");
        let text = "x\nyy";
        let place = Lines::of(text).place(&file, text, &(2..4));
        assert_eq!(place.to_string(), "a.toml:2:1");
        assert_eq!((place.end_line, place.end_column), (2, 3));
    }
}

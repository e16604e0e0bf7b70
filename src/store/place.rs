//! Where in a file something stands.

use std::path::PathBuf;
use std::sync::Arc;

/// A range of a file, in lines and columns from 1; a column counts characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: Arc<PathBuf>,
    /// `None` where the whole file is meant: it could not be opened, it is too large.
    pub span: Option<LineSpan>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineSpan {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

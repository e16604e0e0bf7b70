//! A theme file: `role = "style"` lines, and `inherits = "name"`.

use super::problem::{ThemeMistake, ThemeProblem};
use super::role::Role;
use super::style::Style;
use super::{Palette, nearest};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The key that names the theme below.
const INHERITS: &str = "inherits";

/// What a file says, before the themes below it are known.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) styles: Vec<(Role, Style)>,
    /// The theme below, and the line and column where it is named.
    pub(super) inherits: Option<(String, (usize, usize))>,
    pub(super) problems: Vec<ThemeProblem>,
}

/// Reads a theme inside the program. It needs no more of TOML than lines of a role and a style;
/// reading the whole language would take longer than drawing the first frame. That it is TOML, and
/// without a mistake, is caught by a test.
pub(super) fn bundled(text: &str) -> Palette {
    let mut palette = Palette([Style::default(); Role::COUNT]);
    for line in text.lines() {
        let Some((name, style)) = line.split_once(" = \"") else { continue };
        if let Some(role) = Role::from_name(name.trim_end()) {
            palette.set(role, Style::parse(style.split('"').next().unwrap_or_default()).0);
        }
    }
    palette
}

/// Reads a person's own theme.
pub(super) fn own(file: &Arc<PathBuf>, text: &str) -> Said {
    let mut said = Said::default();
    let problem = |at: usize, mistake| {
        let (line, column) = position(text, at);
        ThemeProblem { file: Some(file.clone()), line, column, mistake }
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            said.problems.push(problem(at, ThemeMistake::NotToml));
            return said;
        }
    };
    // A table keeps no order.
    let mut lines: Vec<_> = table.iter().collect();
    lines.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in lines {
        let name = key.get_ref().as_ref();
        let role = Role::from_name(name);
        if role.is_none() && name != INHERITS {
            let known = Role::ALL.iter().map(|role| role.name()).chain([INHERITS]);
            let near = nearest(name, known).map(str::to_owned);
            let mistake = ThemeMistake::UnknownRole { name: name.to_owned(), near };
            said.problems.push(problem(key.span().start, mistake));
            continue;
        }
        let DeValue::String(written) = value.get_ref() else {
            said.problems.push(problem(value.span().start, ThemeMistake::NotText));
            continue;
        };
        let Some(role) = role else {
            said.inherits = Some((written.to_string(), position(text, value.span().start)));
            continue;
        };
        let (style, wrong) = Style::parse(written);
        for (span, mistake) in wrong {
            said.problems.push(problem(inside(text, value, &span), mistake));
        }
        said.styles.push((role, style));
    }
    said
}

/// Where a stretch of a text begins in the file. Only a text without escapes stands there as it is;
/// of any other the beginning is told.
fn inside(text: &str, value: &Spanned<DeValue<'_>>, span: &Range<usize>) -> usize {
    let start = value.span().start;
    let raw = text.get(value.span()).unwrap_or_default();
    let quotes = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
    let written = value.get_ref().as_str().unwrap_or_default();
    let inner = raw.get(quotes..raw.len().saturating_sub(quotes)).unwrap_or_default();
    if inner == written { start + quotes + span.start } else { start }
}

/// Line and column of a byte, from 1, columns in characters.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

//! Courses side by side over the whole screen: a row for each field, a word where they differ. Where
//! there is no room for columns, the courses stand one under the other in every row.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line, wrap};
use super::theme::Role;
use crate::app::compare::{Compare, LABEL, Row, SIDE_BY_SIDE, side_by_side};
use crate::domain::Course;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>, compare: &Compare) {
    let (model, words) = (screen.model, screen.model.lang.words());
    let whole = screen.frame.area();
    let courses = compare.found(model);
    let rows = compare.rows(model);
    let name = match compare.only_differing {
        true => format!("{} · {}", words.comparison, words.only_differing),
        false => words.comparison.to_owned(),
    };
    let inside = pane::popup(screen, whole.width, whole.height.saturating_sub(1).max(1), &name);
    if inside.is_empty() {
        return;
    }
    let cursor = compare.scroll.cursor().min(rows.len().saturating_sub(1));
    let table = Table::of(screen, compare, inside.width);
    let head = table.head(screen, &courses);
    let head = if usize::from(inside.height) > head.len() + 3 { head } else { Vec::new() };
    pane::lines(screen, inside, &head, 0);
    let above = u16::try_from(head.len()).unwrap_or(0);
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    if rows.is_empty() {
        super::catalog::blank_slate(screen, list, words.no_difference, words.no_difference_hint);
        return;
    }
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut chosen = 0..0;
    for (at, row) in rows.iter().enumerate() {
        let from = lines.len();
        lines.extend(table.row(screen, row, at == cursor));
        if at == cursor {
            chosen = from..lines.len();
        }
    }
    let shown = usize::from(list.height);
    let around = shown.saturating_sub(chosen.len()) / 2;
    let first = chosen.start.saturating_sub(around).min(lines.len().saturating_sub(shown));
    pane::lines(screen, list, &lines, first);
    if lines.len() > shown {
        pane::note_below(screen, list, &format!("{}/{}", cursor + 1, rows.len()));
    }
}

/// Where the columns stand; none of them where the screen is narrow.
struct Table {
    width: usize,
    /// Columns of the word for a row that differs.
    differs: usize,
    /// The courses on the screen, and how wide each is; `None`: one under the other.
    columns: Option<(std::ops::Range<usize>, usize)>,
}

impl Table {
    fn of(screen: &Screen<'_, '_>, compare: &Compare, inside: u16) -> Self {
        let (words, width) = (screen.model.lang.words(), usize::from(inside));
        let differs = cells(words.differs);
        let columns = (screen.frame.area().width >= SIDE_BY_SIDE).then(|| {
            let shown = side_by_side(usize::from(screen.frame.area().width), compare.courses.len());
            let first = compare.across.min(compare.courses.len().saturating_sub(shown));
            let room = width.saturating_sub(2 + LABEL + differs + shown * 2);
            (first..first + shown, room / shown)
        });
        Self { width, differs, columns }
    }

    /// The titles with their numbers, and whether there are more to the sides.
    fn head(&self, screen: &Screen<'_, '_>, courses: &[&Course]) -> Vec<Line<'static>> {
        let (theme, model) = (screen.theme, screen.model);
        let chinese = model.lang.is_chinese();
        let title = |at: usize, course: &Course| format!("{} {}", at + 1, course.title.wording(chinese));
        let heading = theme.style(Role::Heading);
        let Some((shown, width)) = &self.columns else {
            let titles = courses.iter().enumerate();
            let mut lines: Vec<_> =
                titles.map(|(at, course)| line(cut(&title(at, course), self.width), heading)).collect();
            lines.push(Line::default());
            return lines;
        };
        let titles = courses.iter().enumerate().filter(|(at, _)| shown.contains(at));
        let wrapped: Vec<Vec<String>> = titles.map(|(at, course)| wrap(&title(at, course), *width)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0).min(3);
        let more = match courses.len() - shown.len().min(courses.len()) {
            0 => String::new(),
            hidden => model.lang.phrases().more_beside(hidden),
        };
        let mut lines = Vec::new();
        for at in 0..height {
            let lead = if at == 0 { more.as_str() } else { "" };
            let mut text = fit(lead, 2 + LABEL + self.differs);
            for column in &wrapped {
                text.push_str("  ");
                text.push_str(&fit(column.get(at).map_or("", String::as_str), *width));
            }
            lines.push(line(text, heading));
        }
        lines.push(Line::default());
        lines
    }

    fn row(&self, screen: &Screen<'_, '_>, row: &Row, selected: bool) -> Vec<Line<'static>> {
        let (theme, words) = (screen.theme, screen.model.lang.words());
        let lead = if selected { "> " } else { "  " };
        let differs = if row.differs() { words.differs } else { "" };
        let label_role = if selected { Role::Selected } else { Role::Dim };
        let role = if row.differs() { Role::Heading } else { Role::Text };
        let text = |cell: &Option<String>| cell.clone().unwrap_or_else(|| words.not_stated.to_owned());
        let Some((shown, width)) = &self.columns else {
            let mut label = format!("{lead}{}", row.label);
            if !differs.is_empty() {
                label.push_str(&format!(" · {differs}"));
            }
            let mut lines = vec![line(cut(&label, self.width), theme.style(label_role))];
            for (at, cell) in row.cells.iter().enumerate() {
                let wrapped = wrap(&text(cell), self.width.saturating_sub(6));
                lines.extend(wrapped.into_iter().enumerate().map(|(part, text)| {
                    let number = if part == 0 { format!("{}", at + 1) } else { " ".to_owned() };
                    line(format!("    {number} {text}"), theme.style(role))
                }));
            }
            return lines;
        };
        let columns = row.cells.get(shown.clone()).unwrap_or_default();
        let wrapped: Vec<Vec<String>> = columns.iter().map(|cell| wrap(&text(cell), *width)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let part = |at: usize| {
            let (lead, label, differs) =
                if at == 0 { (lead, row.label.as_str(), differs) } else { ("  ", "", "") };
            let mut values = String::new();
            for column in &wrapped {
                values.push_str("  ");
                values.push_str(&fit(column.get(at).map_or("", String::as_str), *width));
            }
            Line::from(vec![
                Span::styled(
                    format!("{lead}{}", fit(label, LABEL)),
                    theme.style(if at == 0 { label_role } else { Role::Dim }),
                ),
                Span::styled(fit(differs, self.differs), theme.style(Role::Warning)),
                Span::styled(values, theme.style(role)),
            ])
        };
        (0..height).map(part).collect()
    }
}

//! The page on the query language: what may be typed, and what it means.

use super::Screen;
use super::pane;
use super::text::{cells, fit, wrap};
use super::theme::Role;
use crate::app::scroll::Scroll;
use crate::locale::query_line;
use ratatui::text::{Line, Span};

/// Columns that the page takes, where there are as many.
const WIDTH: u16 = 78;

pub fn draw(screen: &mut Screen<'_, '_>, scroll: &Scroll) {
    let lang = screen.model.lang;
    let width = usize::from(pane::popup_inside(screen, WIDTH));
    let lines = lines(screen, width);
    let wanted = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let height = screen.frame.area().height.saturating_sub(2).max(5);
    let inside = pane::popup(screen, WIDTH, wanted.min(height), lang.words().query_help);
    let most = lines.len().saturating_sub(usize::from(inside.height));
    let first = scroll.cursor().min(most);
    pane::lines(screen, inside, &lines, first);
    if first < most {
        pane::note_below(screen, inside, &lang.phrases().more_below(most - first));
    }
}

fn lines(screen: &Screen<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let theme = screen.theme;
    let rows = query_line::help(screen.model.lang);
    let column = rows.iter().map(|(typed, _)| cells(typed)).max().unwrap_or(0).min(width / 2);
    let mut lines = Vec::new();
    for (typed, means) in rows {
        let mut parts = wrap(means, width.saturating_sub(column + 2)).into_iter();
        let first = parts.next().unwrap_or_default();
        lines.push(Line::from(vec![
            Span::styled(fit(typed, column), theme.style(Role::Key)),
            Span::styled(format!("  {first}"), theme.style(Role::Text)),
        ]));
        let below = |part| {
            Line::from(Span::styled(format!("{}{part}", " ".repeat(column + 2)), theme.style(Role::Text)))
        };
        lines.extend(parts.map(below));
    }
    lines
}

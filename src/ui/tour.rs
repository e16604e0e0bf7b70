//! The tour: a small box in a corner that says what key to try next, never over the row of the
//! cursor; on a small screen one line on the border below the list.

use super::Screen;
use super::text::{cells, cut, line, wrap};
use super::theme::Role;
use crate::app::tour::Tour;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear};

/// Columns of text in the box, and the size of screen from which on there is one.
const TEXT: u16 = 38;
const BOXED: (u16, u16) = (76, 18);

pub fn draw(screen: &mut Screen<'_, '_>) {
    let model = screen.model;
    let Some(tour) = model.tour.filter(|_| model.layer.is_none()) else { return };
    let whole = screen.frame.area();
    if whole.width < BOXED.0 || whole.height < BOXED.1 {
        one_line(screen, &tour.said(model));
        return;
    }
    let theme = screen.theme;
    let head = model.lang.phrases().tour_step(tour.place());
    let mut lines: Vec<Line<'static>> = Vec::new();
    for text in wrap(&tour.said(model), usize::from(TEXT)) {
        lines.push(line(text, theme.style(Role::Text)));
    }
    lines.push(line(cut(model.lang.words().tour_leaves, usize::from(TEXT)), theme.style(Role::Dim)));
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let body = Rect { y: screen.areas.header.height, ..whole };
    let body = Rect { height: whole.height - body.y - screen.areas.footer.height, ..body };
    let top = screen.areas.query.map_or(body.y, |query| query.bottom());
    let width = TEXT + 4;
    let area = Rect { x: body.right() - width - 1, y: body.bottom() - height - 1, width, height };
    let area = match cursor_row(screen) {
        Some(row) if (area.y..area.bottom()).contains(&row) => Rect { y: top + 1, ..area },
        _ => area,
    };
    // With the column before it: half of a wide character there would cover the border.
    screen.frame.render_widget(Clear, Rect { x: area.x - 1, width: area.width + 1, ..area });
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.style(Role::Accent).remove_modifier(ratatui::style::Modifier::BOLD))
        .title_top(line(format!(" {head} "), theme.style(Role::Accent)));
    let inside = block.inner(area);
    screen.frame.render_widget(block, area);
    let text = Rect { x: inside.x + 1, width: inside.width - 2, ..inside };
    super::pane::lines(screen, text, &lines, 0);
}

/// On the lowest border, which no row stands on; where panes have none, in the place of the hints.
fn one_line(screen: &mut Screen<'_, '_>, said: &str) {
    let (model, areas) = (screen.model, screen.areas);
    let row = match areas.framed {
        true => areas.footer.y.saturating_sub(1),
        false if model.notice.is_none() => areas.footer.y,
        false => return,
    };
    let side = if areas.framed { 2 } else { 0 };
    let text =
        format!(" {} {said} ", model.lang.phrases().tour_step_briefly(model.tour.map_or(1, Tour::place)));
    let text = cut(&text, usize::from(areas.footer.width.saturating_sub(side * 2)));
    let width = u16::try_from(cells(&text)).unwrap_or(0);
    let place = Rect { x: areas.footer.x + side, y: row, width, height: 1 };
    if place.is_empty() {
        return;
    }
    screen.frame.render_widget(Clear, if areas.framed { place } else { areas.footer });
    screen.frame.render_widget(line(text, screen.theme.style(Role::Accent)), place);
}

/// The row of the screen that the list's cursor is on.
fn cursor_row(screen: &Screen<'_, '_>) -> Option<u16> {
    let list = screen.areas.list?;
    let (model, areas) = (screen.model, screen.areas);
    let (rows, height) = (model.catalog.found.rows.len(), areas.list_height());
    let mut scroll = model.catalog.scroll;
    scroll.settle(rows, height);
    let above = scroll.cursor().checked_sub(scroll.window(rows, height).start)?;
    let heads = u16::from(areas.framed);
    Some(areas.inside(list).y + heads + u16::try_from(above).ok()?)
}

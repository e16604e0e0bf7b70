//! The facet pane: fields and their values with live counts; what is on is a term of the query.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line};
use super::theme::Role;
use crate::app::facet_words::{head, value};
use crate::app::facets::FacetRow;
use crate::app::model::Pane;
use crate::app::pointer::Target;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub fn draw(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.facets else { return };
    let model = screen.model;
    let focused = model.focus == Pane::Facets;
    pane::frame(screen, area, model.lang.words().facets, "", focused);
    let inside = screen.areas.inside(area);
    let rows = &model.catalog.facet_rows;
    let height = usize::from(inside.height);
    let mut scroll = model.catalog.facet_scroll;
    scroll.settle(rows.len(), height);
    for (at, position) in scroll.window(rows.len(), height).enumerate() {
        let Some(row) = rows.get(position) else { continue };
        let selected = focused && position == scroll.cursor();
        let line = facet(screen, row, usize::from(inside.width), selected);
        let y = inside.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(line, Rect { y, height: 1, ..inside });
        screen.spot(Rect { y, height: 1, ..inside }, Target::Facet(position));
    }
}

fn facet(screen: &Screen<'_, '_>, row: &FacetRow, width: usize, selected: bool) -> Line<'static> {
    let (model, theme) = (screen.model, screen.theme);
    match row {
        FacetRow::Head(name) => {
            let style = theme.style(if selected { Role::Selected } else { Role::Heading });
            line(fit(head(model.lang, *name), width), style)
        }
        FacetRow::Value { term, count, on } => {
            let count = count.to_string();
            let lead = if *on { "[x] " } else { "[ ] " };
            let room = width.saturating_sub(cells(lead) + cells(&count) + 2);
            let text = format!("{lead}{} {count} ", fit(&cut(&value(model, term), room), room));
            let role = match (selected, *on) {
                (true, _) => Role::Selected,
                (false, true) => Role::Accent,
                (false, false) => Role::Text,
            };
            line(text, theme.style(role))
        }
    }
}

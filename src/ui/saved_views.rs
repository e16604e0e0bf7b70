//! The saved views to choose from: a filter line, then a row for each with its name, its query and
//! how many courses it finds now.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, fit_right, line};
use super::theme::Role;
use crate::app::pointer::Target;
use crate::app::view_list::{ViewList, ViewRow};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Columns that the list takes, where there are as many.
const WIDTH: u16 = 88;

pub fn draw(screen: &mut Screen<'_, '_>, list: &ViewList) {
    let words = screen.model.lang.words();
    let rows = list.found();
    let all = screen.model.record.views.iter().count();
    let wanted = u16::try_from(all + 3).unwrap_or(u16::MAX);
    let height = screen.frame.area().height.saturating_sub(4).max(6);
    let inside = pane::popup(screen, WIDTH, wanted.clamp(8, height.max(8)), words.saved_views);
    if inside.is_empty() {
        return;
    }
    filter_line(screen, list, Rect { height: 1, ..inside });
    let area = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    if rows.is_empty() {
        let (what, hint) = match all {
            0 => (words.no_views, words.no_views_hint),
            _ => (words.nothing_found, ""),
        };
        super::catalog::blank_slate(screen, area, what, hint);
        return;
    }
    let columns = Columns::of(&rows, usize::from(area.width));
    let shown = usize::from(area.height);
    let mut scroll = list.scroll;
    scroll.settle(rows.len(), shown);
    for (at, place) in scroll.window(rows.len(), shown).enumerate() {
        let Some(found) = rows.get(place) else { continue };
        let row = row(screen, found, &columns, place == scroll.cursor());
        let y = area.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(row, Rect { y, height: 1, ..area });
        screen.spot(Rect { y, height: 1, ..area }, Target::PopupRow(place));
    }
    if rows.len() > shown {
        pane::note_below(screen, area, &format!("{}/{}", scroll.cursor() + 1, rows.len()));
    }
}

fn filter_line(screen: &mut Screen<'_, '_>, list: &ViewList, area: Rect) {
    let (words, theme) = (screen.model.lang.words(), screen.theme);
    let prompt = "/ ";
    let room = usize::from(area.width).saturating_sub(cells(prompt));
    let shown = list.filter.visible(room);
    let text = match list.filter.is_empty() {
        true => Span::styled(cut(words.type_to_narrow, room), theme.style(Role::Dim)),
        false => Span::styled(cut(shown.text, room), theme.style(Role::Text)),
    };
    screen.frame.render_widget(Line::from(vec![Span::styled(prompt, theme.style(Role::Key)), text]), area);
    let x = area.x + u16::try_from(cells(prompt) + shown.cursor).unwrap_or(0);
    screen.frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
}

struct Columns {
    name: usize,
    query: usize,
    matches: usize,
}

impl Columns {
    fn of(rows: &[&ViewRow], width: usize) -> Self {
        let widest =
            |cells_of: fn(&ViewRow) -> usize| rows.iter().map(|row| cells_of(row)).max().unwrap_or(0);
        let name = widest(|row| cells(row.view.name.as_str()) + 1).min(width / 2);
        let matches = widest(|row| cells(&matches(row)));
        Self { name, query: width.saturating_sub(name + matches + 6), matches }
    }
}

/// A dash for a query that cannot be read any more: applied, it says what is wrong.
fn matches(row: &ViewRow) -> String {
    row.matches.map_or_else(|| "–".to_owned(), |count| count.to_string())
}

fn row(screen: &Screen<'_, '_>, row: &ViewRow, columns: &Columns, selected: bool) -> Line<'static> {
    let theme = screen.theme;
    let name = fit(&format!("@{}", row.view.name), columns.name);
    let query = fit(&row.view.query, columns.query);
    let matches = fit_right(&matches(row), columns.matches);
    if selected {
        return line(format!("> {name}  {query}  {matches}"), theme.style(Role::Selected));
    }
    Line::from(vec![
        Span::styled(format!("  {name}"), theme.style(Role::Heading)),
        Span::styled(format!("  {query}"), theme.style(Role::Text)),
        Span::styled(format!("  {matches}"), theme.style(Role::Dim)),
    ])
}

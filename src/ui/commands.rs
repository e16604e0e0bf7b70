//! Help and palette: a filter line, then a row for each command with its keys.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line};
use super::theme::Role;
use crate::app::commands::{CommandRow, Commands, Scope};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>, commands: &Commands) {
    let words = screen.model.lang.words();
    let name = match commands.scope {
        Scope::Help => words.help,
        Scope::Palette => words.commands,
    };
    let rows = commands.rows(screen.model);
    let height = screen.frame.area().height.saturating_sub(4).max(6);
    let inside = pane::popup(screen, 78, height, name);
    if inside.is_empty() {
        return;
    }
    filter_line(screen, commands, Rect { height: 1, ..inside });
    let list = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    if rows.is_empty() {
        super::catalog::blank_slate(screen, list, words.nothing_found, words.nothing_found_hint);
        return;
    }
    let keys_width =
        rows.iter().map(|row| cells(&keys(row))).max().unwrap_or(0).min(usize::from(list.width) / 3);
    let shown = usize::from(list.height);
    let mut scroll = commands.scroll;
    scroll.settle(rows.len(), shown);
    for (at, position) in scroll.window(rows.len(), shown).enumerate() {
        let Some(row) = rows.get(position) else { continue };
        let line = command(screen, row, keys_width, usize::from(list.width), position == scroll.cursor());
        let y = list.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(line, Rect { y, height: 1, ..list });
    }
}

fn filter_line(screen: &mut Screen<'_, '_>, commands: &Commands, area: Rect) {
    let (words, theme) = (screen.model.lang.words(), screen.theme);
    let prompt = match commands.scope {
        Scope::Help => "? ",
        Scope::Palette => ": ",
    };
    let room = usize::from(area.width).saturating_sub(cells(prompt));
    let shown = commands.filter.visible(room);
    let text = if commands.filter.is_empty() {
        Span::styled(cut(words.type_to_find, room), theme.style(Role::Dim))
    } else {
        Span::styled(cut(shown.text, room), theme.style(Role::Text))
    };
    screen.frame.render_widget(Line::from(vec![Span::styled(prompt, theme.style(Role::Key)), text]), area);
    let x = area.x + u16::try_from(cells(prompt) + shown.cursor).unwrap_or(0);
    screen.frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
}

fn keys(row: &CommandRow) -> String {
    row.keys.join(", ")
}

fn command(
    screen: &Screen<'_, '_>,
    row: &CommandRow,
    keys_width: usize,
    width: usize,
    selected: bool,
) -> Line<'static> {
    let theme = screen.theme;
    let room = width.saturating_sub(keys_width + 2);
    let keys = fit(&keys(row), keys_width);
    let description = fit(&row.description, room);
    if selected {
        return line(format!("{keys}  {description}"), theme.style(Role::Selected));
    }
    let text_role = if row.applies { Role::Text } else { Role::Dim };
    Line::from(vec![
        Span::styled(keys, theme.style(if row.applies { Role::Key } else { Role::Dim })),
        Span::styled(format!("  {description}"), theme.style(text_role)),
    ])
}

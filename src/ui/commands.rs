//! Help and palette: a filter line, then a row for each command with its keys.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line};
use super::theme::Role;
use crate::app::commands::{CommandRow, Commands, Scope};
use crate::app::pointer::Target;
use crate::locale::Say;
use crate::locale::actions::Group;
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
    if let Some(number) = commands.row_number() {
        let text = screen.model.lang.phrases().goes_to_row(number);
        super::catalog::blank_slate(screen, list, &text, "");
        return;
    }
    if rows.is_empty() {
        super::catalog::blank_slate(screen, list, words.nothing_found, words.nothing_found_hint);
        return;
    }
    let most = usize::from(list.width) / 4;
    let keys_width = rows.iter().map(|row| cells(&keys(row, most))).max().unwrap_or(0);
    let shown = usize::from(list.height);
    let cursor = commands.scroll.cursor().min(rows.len() - 1);
    let lines = lines(&rows, commands.is_grouped());
    let mut scroll = commands.scroll;
    scroll.set(lines.iter().position(|line| *line == Shown::Row(cursor)).unwrap_or(0));
    scroll.settle(lines.len(), shown);
    let mut window = scroll.window(lines.len(), shown);
    // The head above the first row stays with it.
    if window.start == 1 && shown > 5 {
        window = 0..window.end - 1;
    }
    for (at, shown) in lines.get(window).unwrap_or_default().iter().enumerate() {
        let y = list.y + u16::try_from(at).unwrap_or(0);
        let place = Rect { y, height: 1, ..list };
        match shown {
            Shown::Head(group) => {
                let head = line(group.say(screen.model.lang), screen.theme.style(Role::Heading));
                screen.frame.render_widget(head, place);
            }
            Shown::Row(position) => {
                let Some(row) = rows.get(*position) else { continue };
                let line = command(screen, row, keys_width, usize::from(list.width), *position == cursor);
                screen.frame.render_widget(line, place);
                screen.spot(place, Target::PopupRow(*position));
            }
        }
    }
    if lines.len() > usize::from(list.height) {
        super::pane::note_below(screen, list, &format!("{}/{}", cursor + 1, rows.len()));
    }
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Head(Group),
    Row(usize),
}

/// The rows, and above the first of each group its head.
fn lines(rows: &[CommandRow], grouped: bool) -> Vec<Shown> {
    let mut lines = Vec::new();
    let mut group = None;
    for (at, row) in rows.iter().enumerate() {
        let own = Some(Group::of(row.action));
        if grouped && own != group {
            lines.extend(own.map(Shown::Head));
            group = own;
        }
        lines.push(Shown::Row(at));
    }
    lines
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

/// The keys of a command, as many as have room; the first always.
fn keys(row: &CommandRow, room: usize) -> String {
    let mut said = String::new();
    for key in &row.keys {
        if said.is_empty() {
            said.push_str(key);
        } else if cells(&said) + cells(key) + 2 <= room {
            said.push_str(", ");
            said.push_str(key);
        }
    }
    said
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
    let keys = fit(&keys(row, keys_width), keys_width);
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

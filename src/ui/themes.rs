//! The list of themes: the one under the cursor is what the screen is drawn with meanwhile.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line};
use super::theme::Role;
use crate::app::look::ThemeList;
use crate::config::theme::Depth;
use crate::locale::themes::{about, colourless};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns that the list takes, where there are as many.
const WIDTH: u16 = 58;

pub fn draw(screen: &mut Screen<'_, '_>, list: &ThemeList) {
    let model = screen.model;
    let (lang, words) = (model.lang, model.lang.words());
    let names = model.look.names();
    // The rows, a blank, what the keys do, and the border.
    let wanted = u16::try_from(names.len() + 4).unwrap_or(u16::MAX);
    let room = screen.frame.area().height.saturating_sub(4).max(6);
    let inside = pane::popup(screen, WIDTH, wanted.min(room), words.themes);
    if inside.is_empty() {
        return;
    }
    let keys = u16::from(inside.height > 3);
    let shown = usize::from(inside.height - keys - u16::from(inside.height > 4));
    let widest = names.iter().map(|name| cells(name)).max().unwrap_or(0).min(usize::from(inside.width) / 2);
    let mut scroll = list.scroll;
    scroll.settle(names.len(), shown);
    for (at, place) in scroll.window(names.len(), shown).enumerate() {
        let Some(name) = names.get(place) else { continue };
        let now = if *name == list.before { words.theme_now } else { "" };
        let selected = place == scroll.cursor();
        let row = row(screen, name, now, about(lang, name), (widest, usize::from(inside.width)), selected);
        let y = inside.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(row, Rect { y, height: 1, ..inside });
    }
    if keys > 0 {
        let says = if model.look.canvas.depth == Depth::None { colourless(lang) } else { words.theme_keys };
        let text = cut(says, usize::from(inside.width));
        let last = Rect { y: inside.bottom() - 1, height: 1, ..inside };
        screen.frame.render_widget(line(text, screen.theme.style(Role::Dim)), last);
    }
}

fn row(
    screen: &Screen<'_, '_>,
    name: &str,
    now: &str,
    about: &str,
    (column, width): (usize, usize),
    selected: bool,
) -> Line<'static> {
    let theme = screen.theme;
    let name = fit(name, column);
    let room = width.saturating_sub(column + cells(now) + 5);
    let about = fit(about, room);
    if selected {
        return line(format!("> {name}  {about} {now}"), theme.style(Role::Selected));
    }
    Line::from(vec![
        Span::styled(format!("  {name}"), theme.style(Role::Text)),
        Span::styled(format!("  {about}"), theme.style(Role::Dim)),
        Span::styled(format!(" {now}"), theme.style(Role::Marked)),
    ])
}

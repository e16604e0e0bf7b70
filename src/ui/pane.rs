//! A pane's frame: a rounded border with its name, or on a low screen a single line.

use super::Screen;
use super::text::{cells, cut, line};
use super::theme::Role;
use crate::app::pointer::Target;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear};

/// Draws the frame of a pane; its content goes into `Areas::inside`.
pub fn frame(screen: &mut Screen<'_, '_>, area: Rect, name: &str, note: &str, focused: bool) {
    if area.is_empty() {
        return;
    }
    let theme = screen.theme;
    let name_role = if focused { Role::Accent } else { Role::Dim };
    let room = usize::from(area.width).saturating_sub(4);
    let name = cut(name, room);
    let note = &with_zoom(screen, note, room.saturating_sub(super::text::cells(&name) + 3));
    if screen.areas.framed {
        let border = if focused { Role::Focus } else { Role::Border };
        let mut block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.style(border))
            .title_top(line(format!(" {name} "), theme.style(name_role)));
        let left = room.saturating_sub(super::text::cells(&name) + 3);
        if !note.is_empty() && super::text::cells(note) <= left {
            let note = Line::styled(format!(" {note} "), theme.style(Role::Dim));
            block = block.title_top(note.right_aligned());
        }
        screen.frame.render_widget(block, area);
    } else {
        let text = if note.is_empty() { name } else { format!("{name} · {note}") };
        let top = Rect { height: 1, ..area };
        screen.frame.render_widget(line(cut(&text, usize::from(area.width)), theme.style(name_role)), top);
    }
}

/// A zoomed pane says so, and how it is given back; in full where there is room for it.
fn with_zoom(screen: &Screen<'_, '_>, note: &str, room: usize) -> String {
    let words = screen.model.lang.words();
    if !screen.model.zoomed {
        return note.to_owned();
    }
    let behind =
        |zoomed: &str| if note.is_empty() { zoomed.to_owned() } else { format!("{note} · {zoomed}") };
    let choices = [behind(words.zoomed), behind(words.zoomed_briefly), words.zoomed.to_owned()];
    let fits = choices.into_iter().find(|text| super::text::cells(text) <= room);
    fits.unwrap_or_else(|| words.zoomed_briefly.to_owned())
}

/// Columns of text inside a popup of at most `width` columns.
pub fn popup_inside(screen: &Screen<'_, '_>, width: u16) -> u16 {
    let width = width.min(screen.frame.area().width);
    if width > 42 { width - 4 } else { width.saturating_sub(2) }
}

/// A box over everything, at most `width` x `height`, in the middle; its inside is returned.
pub fn popup(screen: &mut Screen<'_, '_>, width: u16, height: u16, name: &str) -> Rect {
    let whole = screen.frame.area();
    let width = width.min(whole.width);
    let height = height.min(whole.height);
    let area = Rect {
        x: whole.x + (whole.width - width) / 2,
        y: whole.y + (whole.height - height) / 3,
        width,
        height,
    };
    screen.spot(whole, Target::Outside);
    // Beside it, a few letters of what lies below would only be noise.
    if area.x - whole.x < NARROW {
        screen.frame.render_widget(Clear, Rect { x: whole.x, width: whole.width, ..area });
    }
    let inside = framed(screen, area, name);
    // A blank column on both sides, where there is room for it.
    if inside != area && inside.width > 40 {
        Rect { x: inside.x + 1, width: inside.width - 2, ..inside }
    } else {
        inside
    }
}

/// A box that lies over what is there, with a border where there is room for one; its inside.
pub fn framed(screen: &mut Screen<'_, '_>, area: Rect, name: &str) -> Rect {
    clear(screen, area);
    screen.spot(area, Target::Popup);
    let theme = screen.theme;
    let bordered = area.height >= LOWEST_BORDER && area.width >= 12;
    if !bordered {
        return area;
    }
    let name = cut(name, usize::from(area.width).saturating_sub(4));
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.style(Role::Focus))
        .title_top(line(format!(" {name} "), theme.style(Role::Accent)));
    let inside = block.inner(area);
    screen.frame.render_widget(block, area);
    inside
}

/// Makes room for a box over what is there. A wide character that its left edge would halve gives
/// way: terminals do not agree on what half of one looks like.
pub fn clear(screen: &mut Screen<'_, '_>, area: Rect) {
    screen.frame.render_widget(Clear, area);
    let Some(x) = area.x.checked_sub(1) else { return };
    for y in area.y..area.bottom() {
        if let Some(cell) = screen.frame.buffer_mut().cell_mut((x, y))
            && cells(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// On the lower border of a popup: where the cursor is among rows that do not all fit, or how much
/// there is below. `inside`: as the popup gave it, or what is left of it down to its end.
pub fn note_below(screen: &mut Screen<'_, '_>, inside: Rect, text: &str) {
    let width = u16::try_from(cells(text) + 2).unwrap_or(u16::MAX);
    let place = Rect { x: inside.right().saturating_sub(width), y: inside.bottom(), width, height: 1 };
    let bordered = |x| screen.frame.buffer_mut().cell((x, place.y)).is_some_and(|cell| cell.symbol() == "─");
    if width <= inside.width && [place.x, place.right() - 1].into_iter().all(bordered) {
        screen.frame.render_widget(line(format!(" {text} "), screen.theme.afresh(Role::Dim)), place);
    }
}

/// Fewer columns than this beside a popup have no room for a word.
const NARROW: u16 = 10;

/// A box of fewer lines has none to spare for a border.
const LOWEST_BORDER: u16 = 3;

/// Lines from `first` on, as many as fit.
pub fn lines(screen: &mut Screen<'_, '_>, area: Rect, lines: &[Line<'static>], first: usize) {
    for (row, line) in lines.iter().skip(first).take(usize::from(area.height)).enumerate() {
        let y = area.y + u16::try_from(row).unwrap_or(u16::MAX);
        screen.frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

//! A form over the view: labels in one column, the focused field marked, faults beside the field.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line, spans_width, wrap};
use super::theme::Role;
use crate::app::form::{Form, FormField, Value};
use crate::app::form_words::{choice_text, fault_text, hint, label, name, remark};
use crate::app::model::Tone;
use crate::app::pointer::Target;
use crate::config::Key;
use crate::domain::Safe;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Columns that a form takes, where there are as many.
const WIDTH: u16 = 78;

pub fn draw(screen: &mut Screen<'_, '_>, form: &Form) {
    let name = name(screen.model.lang, &form.purpose);
    let notice = notice_lines(screen);
    // The subject, a blank, the fields, a blank, the keys or what went wrong; and the border.
    let subject = usize::from(!form.subject.is_empty()) * 2;
    let rows = form.fields.len() + subject + 1 + notice.len().max(1);
    let height = u16::try_from(rows + 2).unwrap_or(u16::MAX);
    let inside = pane::popup(screen, WIDTH, height, name);
    if inside.is_empty() {
        return;
    }
    let width = usize::from(inside.width);
    let roomy = usize::from(inside.height) >= rows;
    let mut y = inside.y;
    if roomy && !form.subject.is_empty() {
        let text = cut(&form.subject, width);
        screen
            .frame
            .render_widget(line(text, screen.theme.style(Role::Heading)), Rect { height: 1, y, ..inside });
        if let Some((text, tone)) = remark(screen.model, form) {
            let role = if tone == Tone::Warning { Role::Warning } else { Role::Text };
            let place = Rect { height: 1, y: y + 1, ..inside };
            screen.frame.render_widget(line(cut(&text, width), screen.theme.style(role)), place);
        }
        y += 2;
    }
    // Half of a low popup is for the fields.
    let keys = notice.len().max(1).min(usize::from(inside.height) / 2);
    let room = usize::from(inside.bottom().saturating_sub(y)).saturating_sub(keys);
    // On a low screen the fields scroll with the focus.
    let first = (form.focus + 1).saturating_sub(room);
    for (at, field) in form.fields.iter().enumerate().skip(first).take(room) {
        draw_field(screen, form, field, at == form.focus, Rect { y, height: 1, ..inside });
        screen.spot(Rect { y, height: 1, ..inside }, Target::Field(at));
        y += 1;
    }
    let below = u16::try_from(keys).unwrap_or(0);
    let bottom = Rect { y: inside.bottom() - below, height: below, ..inside };
    if notice.is_empty() && below > 0 {
        key_line(screen, bottom, form);
    } else {
        pane::lines(screen, bottom, &notice, 0);
    }
}

/// What has just happened, in full: a failed save is told where the eyes are, and the form keeps
/// what was typed.
fn notice_lines(screen: &Screen<'_, '_>) -> Vec<Line<'static>> {
    let Some(notice) = &screen.model.notice else { return Vec::new() };
    let width = usize::from(pane::popup_inside(screen, WIDTH));
    let style = screen.theme.style(super::footer::tone_role(notice.tone));
    wrap(&notice.text, width).into_iter().map(|text| line(text, style)).collect()
}

fn draw_field(screen: &mut Screen<'_, '_>, form: &Form, field: &FormField, focused: bool, area: Rect) {
    let (model, theme) = (screen.model, screen.theme);
    let lang = model.lang;
    let width = usize::from(area.width);
    let label_width = if width >= 50 { 14 } else { width / 3 };
    let label_role = if focused { Role::Accent } else { Role::Dim };
    let lead = if focused { "> " } else { "  " };
    let label = format!("{lead}{} ", fit(label(lang, field.name), label_width.saturating_sub(3)));
    let mut spans = vec![Span::styled(label, theme.style(label_role))];
    let room = width.saturating_sub(label_width);
    let fault = field.fault.as_ref().map(|fault| fault_text(lang, fault));
    match &field.value {
        Value::Text(text) => {
            // The text keeps half of the line even beside a long fault.
            let fault_room = fault.as_ref().map_or(0, |fault| (cells(fault) + 2).min(room / 2));
            let text_room = room.saturating_sub(fault_room);
            let visible = text.visible(text_room);
            // A field that is not being typed in shows its beginning.
            let shown =
                if focused { Safe::new(visible.text).into_string() } else { cut(text.text(), text_room) };
            let style = match (focused, text.is_replaced_by_typing()) {
                (true, true) => theme.style(Role::SelectedElsewhere).underlined(),
                (true, false) => theme.style(Role::Text).underlined(),
                (false, _) => theme.style(Role::Text),
            };
            let used = cells(&shown);
            spans.push(Span::styled(shown, style));
            if let Some(fault) = &fault {
                let left = room.saturating_sub(used + 2);
                spans.push(Span::styled(format!("  {}", cut(fault, left)), theme.style(Role::Error)));
            } else if let Some(hint) = hint(model, form, field, focused) {
                // In an empty field it stands where the value will, and leaves the cursor its place.
                let lead = if used == 0 && !focused { "" } else { "  " };
                let left = room.saturating_sub(used + lead.len());
                spans.push(Span::styled(format!("{lead}{}", cut(&hint, left)), theme.style(Role::Dim)));
            }
            if focused {
                let x = area.x + u16::try_from(label_width + visible.cursor).unwrap_or(area.width);
                screen
                    .frame
                    .set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
            }
        }
        Value::Choice { options, at } => {
            let chosen = options.get(*at).map(|choice| choice_text(lang, *choice)).unwrap_or_default();
            let text = if focused { format!("< {chosen} >") } else { chosen };
            let style = if focused { theme.style(Role::Heading) } else { theme.style(Role::Text) };
            let used = cells(&text);
            spans.push(Span::styled(cut(&text, room), style));
            if let Some(fault) = &fault {
                let left = room.saturating_sub(used + 2);
                spans.push(Span::styled(format!("  {}", cut(fault, left)), theme.style(Role::Error)));
            } else if let Some(hint) = hint(model, form, field, focused) {
                let left = room.saturating_sub(used + 2);
                spans.push(Span::styled(format!("  {}", cut(&hint, left)), theme.style(Role::Dim)));
            }
        }
    }
    screen.frame.render_widget(Line::from(spans), area);
}

fn key_line(screen: &mut Screen<'_, '_>, area: Rect, form: &Form) {
    let (words, theme) = (screen.model.lang.words(), screen.theme);
    let mut hints = vec![("Enter", words.form_save)];
    if form.fields.len() > 1 {
        hints.push(("Tab", words.form_next));
    }
    if !form.is_text() {
        hints.push(("Space", words.form_choose));
    }
    hints.push(("Esc", words.form_leave));
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (key, what) in hints {
        let before = u16::try_from(spans_width(&spans)).unwrap_or(area.width).min(area.width);
        let width = u16::try_from(cells(key) + 1 + cells(what)).unwrap_or(0);
        let place = Rect { x: area.x + before, width, height: 1, ..area }.intersection(area);
        if let Some(key) = Key::parse(key) {
            screen.spot(place, Target::Press(key));
        }
        spans.push(Span::styled(key, theme.style(Role::Key)));
        spans.push(Span::styled(format!(" {what}   "), theme.style(Role::Dim)));
    }
    let replaces = matches!(form.focused(), Some(FormField { value: Value::Text(text), .. }) if text.is_replaced_by_typing());
    let left = usize::from(area.width).saturating_sub(spans_width(&spans));
    if replaces && left >= cells(words.form_replaces) {
        spans.push(Span::styled(words.form_replaces, theme.style(Role::Dim)));
    }
    screen.frame.render_widget(Line::from(spans), area);
}

//! The packs to choose from: a filter line, then a row for each pack with its id and what it wants.

use crate::app::pack_list::PackList;
use crate::app::pointer::Target;
use crate::domain::Rule;
use crate::locale::vocabulary;
use crate::ui::Screen;
use crate::ui::pane;
use crate::ui::text::{cells, cut, fit, fit_right, line};
use crate::ui::theme::Role;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Columns that the list takes, where there are as many.
const WIDTH: u16 = 88;

pub fn draw(screen: &mut Screen<'_, '_>, list: &PackList) {
    let words = screen.model.lang.words();
    let packs = &screen.model.requirements.packs;
    let rows: Vec<&Rule> = list.found().into_iter().filter_map(|id| packs.get(id)).collect();
    let wanted = u16::try_from(packs.rules().len() + 3).unwrap_or(u16::MAX);
    let height = screen.frame.area().height.saturating_sub(4).max(6);
    let inside = pane::popup(screen, WIDTH, wanted.clamp(6, height), words.choose_pack);
    if inside.is_empty() {
        return;
    }
    filter_line(screen, list, Rect { height: 1, ..inside });
    let area = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    if rows.is_empty() {
        crate::ui::catalog::blank_slate(screen, area, words.nothing_found, words.nothing_found_hint);
        return;
    }
    let columns = Columns::of(screen, usize::from(area.width));
    let shown = usize::from(area.height);
    let mut scroll = list.scroll;
    scroll.settle(rows.len(), shown);
    for (at, place) in scroll.window(rows.len(), shown).enumerate() {
        let Some(rule) = rows.get(place) else { continue };
        let row = row(screen, rule, &columns, place == scroll.cursor());
        let y = area.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(row, Rect { y, height: 1, ..area });
        screen.spot(Rect { y, height: 1, ..area }, Target::PopupRow(place));
    }
    if rows.len() > shown {
        pane::note_below(screen, area, &format!("{}/{}", scroll.cursor() + 1, rows.len()));
    }
}

fn filter_line(screen: &mut Screen<'_, '_>, list: &PackList, area: Rect) {
    let (words, theme) = (screen.model.lang.words(), screen.theme);
    let prompt = "/ ";
    let room = usize::from(area.width).saturating_sub(cells(prompt));
    let shown = list.filter.visible(room);
    let text = match list.filter.is_empty() {
        true => Span::styled(cut(words.type_to_choose, room), theme.style(Role::Dim)),
        false => Span::styled(cut(shown.text, room), theme.style(Role::Text)),
    };
    screen.frame.render_widget(Line::from(vec![Span::styled(prompt, theme.style(Role::Key)), text]), area);
    let x = area.x + u16::try_from(cells(prompt) + shown.cursor).unwrap_or(0);
    screen.frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
}

/// Measured over all packs, so that typing moves no column. The id is what every other place calls
/// a pack by: it comes first, and is never left out.
struct Columns {
    id: usize,
    title: usize,
    wants: usize,
}

impl Columns {
    fn of(screen: &Screen<'_, '_>, width: usize) -> Self {
        let packs = screen.model.requirements.packs.rules();
        let id = packs.iter().map(|rule| cells(rule.id.as_str())).max().unwrap_or(0).min(width / 2);
        let widest = packs.iter().map(|rule| cells(&wants(screen, rule))).max().unwrap_or(0);
        // That a pack is followed is told before its title is whole.
        let wants = if width >= id + widest + 18 { widest } else { 0 };
        let gaps = 4 + if wants > 0 { 2 } else { 0 };
        Self { id, title: width.saturating_sub(id + wants + gaps), wants }
    }
}

/// What a pack wants in all, or that it is followed.
fn wants(screen: &Screen<'_, '_>, rule: &Rule) -> String {
    let lang = screen.model.lang;
    if screen.model.record.profile.following(&rule.id).is_some() {
        return lang.words().followed.to_owned();
    }
    rule.total.map(|total| vocabulary::amount(lang, total, rule.unit)).unwrap_or_default()
}

fn row(screen: &Screen<'_, '_>, rule: &Rule, columns: &Columns, selected: bool) -> Line<'static> {
    let (model, theme) = (screen.model, screen.theme);
    let id = fit(rule.id.as_str(), columns.id);
    let title = fit(rule.title.in_order(model.lang.is_chinese()).0, columns.title);
    let wants = match columns.wants {
        0 => String::new(),
        width => format!("  {}", fit_right(&wants(screen, rule), width)),
    };
    if selected {
        return line(format!("> {id}  {title}{wants}"), theme.style(Role::Selected));
    }
    Line::from(vec![
        Span::styled(format!("  {id}"), theme.style(Role::Heading)),
        Span::styled(format!("  {title}"), theme.style(Role::Text)),
        Span::styled(wants, theme.style(Role::Dim)),
    ])
}

//! The top line: the program, its views, and the one number that matters.

use super::Screen;
use super::text::{cells, line, spans_width};
use super::theme::Role;
use crate::app::model::View;
use crate::locale::{Lang, vocabulary};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>) {
    let area = screen.areas.header;
    if area.is_empty() {
        return;
    }
    let theme = screen.theme;
    let width = usize::from(area.width);
    let all = views(screen, width >= 50, true);
    // Where not even the names have room, the other views are their keys.
    let spans = if spans_width(&all) <= width { all } else { views(screen, false, false) };
    let used = spans_width(&spans);
    screen.frame.render_widget(Line::from(spans), area);

    let room = width.saturating_sub(used + 2);
    let Some(number) = numbers(screen).into_iter().find(|number| cells(number) <= room) else { return };
    let width = u16::try_from(cells(&number) + 1).unwrap_or(area.width);
    let place = Rect { x: area.x + area.width - width, width, ..area };
    screen.frame.render_widget(line(number, theme.style(Role::Heading)), place);
}

/// The views with the keys that lead to them, the current one underlined.
fn views(screen: &Screen<'_, '_>, program: bool, names: bool) -> Vec<Span<'static>> {
    let (model, theme) = (screen.model, screen.theme);
    let words = model.lang.words();
    let mut spans = Vec::new();
    if program {
        spans.push(Span::styled(" tuition ", theme.style(Role::Accent)));
    }
    for (at, view) in View::ALL.iter().enumerate() {
        let current = *view == model.view;
        let style = if current {
            theme.style(Role::Accent).add_modifier(ratatui::style::Modifier::UNDERLINED)
        } else {
            theme.style(Role::Text)
        };
        spans.push(Span::styled(format!(" {} ", at + 1), theme.style(Role::Dim)));
        if names || current {
            spans.extend([Span::styled(name(*view, words), style), Span::raw(" ")]);
        }
    }
    spans
}

fn name(view: View, words: &crate::locale::words::Words) -> &'static str {
    match view {
        View::Catalog => words.catalog,
        View::Plan => words.plan,
        View::Hours => words.hours,
    }
}

/// Hours completed this year, each unit for itself: in full, and shorter for less room.
fn numbers(screen: &Screen<'_, '_>) -> Vec<String> {
    let model = screen.model;
    let (lang, year) = (model.lang, model.today.year());
    let Some(sums) = model.totals.years.get(&year) else {
        return vec![lang.phrases().nothing_completed(year)];
    };
    let text = sums_text(lang, sums);
    let largest = sums.iter().max_by_key(|(_, sum)| *sum);
    let largest = largest.map(|(unit, sum)| vocabulary::amount(lang, sum, unit)).unwrap_or_default();
    let more = if sums.iter().count() > 1 { " · …" } else { "" };
    vec![lang.phrases().completed_this_year(year, &text), format!("{year}: {text}"), text, largest + more]
}

/// `24 h · 8 class hours`
pub fn sums_text(lang: Lang, sums: &crate::domain::totals::ByUnit) -> String {
    let parts: Vec<String> = sums.iter().map(|(unit, sum)| vocabulary::amount(lang, sum, unit)).collect();
    parts.join(" · ")
}

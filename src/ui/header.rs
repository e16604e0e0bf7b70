//! The top line: the program, its views, and the one number that matters.

use super::Screen;
use super::text::{cells, cut, line, spans_width};
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
    let (model, theme) = (screen.model, screen.theme);
    let words = model.lang.words();
    let narrow = area.width < 50;
    let mut spans = Vec::new();
    if !narrow {
        spans.push(Span::styled(" tuition ", theme.style(Role::Accent)));
    }
    for (at, view) in View::ALL.iter().enumerate() {
        let name = name(*view, words);
        let key = Span::styled(format!(" {} ", at + 1), theme.style(Role::Dim));
        if *view == model.view {
            let style = theme.style(Role::Accent).add_modifier(ratatui::style::Modifier::UNDERLINED);
            spans.extend([key, Span::styled(name, style), Span::raw(" ")]);
        } else {
            spans.extend([key, Span::styled(name, theme.style(Role::Text)), Span::raw(" ")]);
        }
    }
    let used = spans_width(&spans);
    screen.frame.render_widget(Line::from(spans), area);

    let room = usize::from(area.width).saturating_sub(used + 2);
    let number = numbers(screen).into_iter().find(|number| cells(number) <= room);
    if let Some(number) = number {
        let wide = cells(&number);
        let width = u16::try_from(wide + 1).unwrap_or(area.width);
        let place = Rect { x: area.x + area.width - width, width, ..area };
        screen.frame.render_widget(line(cut(&number, wide), theme.style(Role::Heading)), place);
    }
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

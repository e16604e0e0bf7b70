//! The top line: the program, its views, and the one number that matters.

use super::Screen;
use super::text::{cells, cut, line, spans_width};
use super::theme::Role;
use crate::app::model::View;
use crate::domain::totals::Totals;
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

    let number = number(screen);
    let room = usize::from(area.width).saturating_sub(used + 2);
    let wide = cells(&number);
    if wide <= room {
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

/// Hours completed this year, each unit for itself.
fn number(screen: &Screen<'_, '_>) -> String {
    let model = screen.model;
    let year = model.today.year();
    let totals = Totals::of(model.record.hours.live());
    match totals.years.get(&year) {
        Some(sums) => model.lang.phrases().completed_this_year(year, &sums_text(model.lang, sums)),
        None => model.lang.phrases().nothing_completed(year),
    }
}

/// `24 h · 8 class hours`
pub fn sums_text(lang: Lang, sums: &crate::domain::totals::ByUnit) -> String {
    let parts: Vec<String> = sums.iter().map(|(unit, sum)| vocabulary::amount(lang, sum, unit)).collect();
    parts.join(" · ")
}

//! The top line: the program, its views, and the one number that matters.

use super::Screen;
use super::text::{cells, line, spans_width};
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
    let theme = screen.theme;
    let width = usize::from(area.width);
    let all = views(screen, width >= 50, true);
    // Where not even the names have room, the other views are their keys.
    let spans = if spans_width(&all) <= width { all } else { views(screen, false, false) };
    let used = spans_width(&spans);
    screen.frame.render_widget(Line::from(spans), area);

    let room = width.saturating_sub(used + 2);
    let [whole, brief] = numbers(screen);
    let Some(number) = [whole, brief].into_iter().find(|number| cells(number) <= room) else { return };
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

/// Hours completed this year, each unit for itself: in words, and for a narrow screen without.
fn numbers(screen: &Screen<'_, '_>) -> [String; 2] {
    let model = screen.model;
    let year = model.today.year();
    let totals = Totals::of(model.record.hours.live());
    let phrases = model.lang.phrases();
    match totals.years.get(&year) {
        Some(sums) => {
            let sums = sums_text(model.lang, sums);
            [phrases.completed_this_year(year, &sums), phrases.this_year(year, &sums)]
        }
        None => [phrases.nothing_completed(year), String::new()],
    }
}

/// `24 h · 8 class hours`
pub fn sums_text(lang: Lang, sums: &crate::domain::totals::ByUnit) -> String {
    let parts: Vec<String> = sums.iter().map(|(unit, sum)| vocabulary::amount(lang, sum, unit)).collect();
    parts.join(" · ")
}

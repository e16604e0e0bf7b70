//! A year of study in place of the view: a map of its days, hours by category and month, the balance
//! of tracks, and the pace under each followed rule. Every picture stands beside its numbers.
//!
//! `map` the days · `tables` categories and tracks · `pace` the rules

mod map;
mod pace;
mod tables;

use super::Screen;
use super::detail::Facts;
use super::pane;
use super::text::line;
use super::theme::Role;
use crate::action::Action;
use crate::app::Model;
use crate::app::year_page::YearPage;
use crate::config::Context;
use crate::locale::Say;
use crate::locale::actions::short;
use crate::locale::year::{Heading, as_of, nothing, title};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From more rows than this on, a blank one sets the names of the parts apart.
const ROOMY: u16 = 16;

pub fn draw(screen: &mut Screen<'_, '_>, page: &YearPage) {
    let Some(area) = screen.areas.body() else { return };
    let lang = screen.model.lang;
    let note = match page.part {
        Heading::Pace => as_of(lang, screen.model.requirements.day(screen.model.today)),
        _ => String::new(),
    };
    pane::frame(screen, area, &title(lang, page.day.year()), &note, true);
    let text = screen.areas.inside_text(area);
    // On a narrow screen the map needs the blank columns beside a text.
    let inside = if usize::from(text.width) < map::WIDTH { screen.areas.inside(area) } else { text };
    if inside.is_empty() {
        return;
    }
    screen.frame.render_widget(parts(screen, page), Rect { height: 1, ..inside });
    let above = if inside.height > ROOMY { 2 } else { 1 };
    let below = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let lines = content(screen, page, usize::from(below.width));
    scrolled(screen, below, &lines, page.first);
}

/// The names of the parts in one line, the one that is shown underlined.
fn parts(screen: &Screen<'_, '_>, page: &YearPage) -> Line<'static> {
    let theme = screen.theme;
    let mut spans = Vec::new();
    for part in YearPage::PARTS {
        let style = match part == page.part {
            true => theme.style(Role::Accent).add_modifier(ratatui::style::Modifier::UNDERLINED),
            false => theme.style(Role::Dim),
        };
        spans.extend([Span::styled(part.say(screen.model.lang), style), Span::raw("  ")]);
    }
    Line::from(spans)
}

fn content(screen: &Screen<'_, '_>, page: &YearPage, width: usize) -> Vec<Line<'static>> {
    if page.part == Heading::Pace {
        return pace::lines(screen, width);
    }
    let year = page.figures(screen.model);
    let mut facts = Facts::new(screen, width);
    if year.is_empty() {
        let [what, hint] = nothing(screen.model.lang, year.number);
        facts.paragraph(&what, screen.theme.style(Role::Heading));
        facts.dim(&hint);
        facts.lines.push(Line::default());
    }
    match page.part {
        Heading::Days => map::lines(screen, &mut facts, &year, page.day, width),
        Heading::Categories => tables::categories(screen, &mut facts, &year, width),
        _ => tables::tracks(screen, &mut facts, &year, width),
    }
    facts.lines
}

/// Lines from one on, never past the last screenful; the last row says how many more there are.
fn scrolled(screen: &mut Screen<'_, '_>, area: Rect, lines: &[Line<'static>], first: usize) {
    let height = usize::from(area.height);
    let first = first.min(lines.len().saturating_sub(height));
    screen.drawn.layer = Some(first);
    pane::lines(screen, area, lines, first);
    let hidden = lines.len().saturating_sub(first + height);
    if hidden > 0 && height > 1 {
        let text = format!("{} (J)", screen.model.lang.phrases().more_below(hidden + 1));
        let text = super::text::fit(&text, usize::from(area.width));
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        screen.frame.render_widget(line(text, screen.theme.afresh(Role::Dim)), last);
    }
}

/// The keys of a year, for the bottom line: other years, other parts, the way out.
pub fn hints(model: &Model) -> Vec<(String, String, Action)> {
    let words = model.lang.words();
    let named = [
        (Action::NextPane, words.next_part),
        (Action::EarlierDay, words.year_before),
        (Action::LaterDay, words.year_after),
        (Action::RecordFree, short(Action::RecordFree, model.lang)),
        (Action::Escape, words.close),
        (Action::Help, short(Action::Help, model.lang)),
    ];
    let key = |action| model.keymap.key_of(Context::Everywhere, action);
    let hint = |(action, what): (Action, &str)| Some((key(action)?.to_string(), what.to_owned(), action));
    named.into_iter().filter_map(hint).collect()
}

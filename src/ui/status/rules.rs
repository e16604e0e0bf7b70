//! The list of followed rules: name and state, title, bar and figures.

use super::{bar, headline_in_brief, state_role};
use crate::app::model::Pane;
use crate::app::pointer::Target;
use crate::app::requirements::OwnedStanding;
use crate::domain::requirement::Evaluation;
use crate::locale::requirements::state_in_brief;
use crate::ui::Screen;
use crate::ui::pane;
use crate::ui::row::RowLook;
use crate::ui::text::{cells, cut, fit, fit_right, line};
use crate::ui::theme::Role;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>, area: Rect) {
    let model = screen.model;
    let requirements = &model.requirements;
    let count = requirements.standings.len();
    let focused = model.focus == Pane::List;
    pane::frame(screen, area, model.lang.words().requirements, &count.to_string(), focused);
    let inside = screen.areas.inside(area);
    let each = screen.areas.rule_lines(count);
    let mut scroll = requirements.rules;
    let shown = screen.areas.rules_height(count);
    scroll.settle(count, shown);
    for (at, row) in scroll.window(count, shown).enumerate() {
        let Some(standing) = requirements.standings.get(row) else { continue };
        let lines =
            rule(screen, standing, usize::from(inside.width), usize::from(each), row == scroll.cursor());
        let y = inside.y + u16::try_from(at).unwrap_or(0) * each;
        // The last may have no room for its blank.
        let place = Rect { y, height: each, ..inside }.intersection(inside);
        pane::lines(screen, place, &lines, 0);
        screen.spot(place, Target::Row(row));
    }
}

fn rule(
    screen: &Screen<'_, '_>,
    standing: &OwnedStanding,
    width: usize,
    height: usize,
    selected: bool,
) -> Vec<Line<'static>> {
    let (model, theme) = (screen.model, screen.theme);
    let lang = model.lang;
    let look = RowLook::of(screen, selected);
    let evaluation = standing.evaluation.as_ref().ok();
    let (state, role) = match evaluation {
        Some(evaluation) => (state_in_brief(lang, evaluation.state), state_role(evaluation.state)),
        None => (lang.words().no_figures.to_owned(), Role::Warning),
    };
    let room = width.saturating_sub(cells(&state) + 4);
    let lead = if selected { "> " } else { "  " };
    let mut lines = vec![Line::from(vec![
        Span::styled(format!("{lead}{} ", fit(standing.id.as_str(), room)), look.over(Role::Heading)),
        Span::styled(format!("{state} "), look.over(role)),
    ])];
    if height > 2 {
        let title = model.requirements.rule(&standing.id);
        let title = title.map_or("", |rule| rule.title.in_order(lang.is_chinese()).0);
        let title = fit(title, width.saturating_sub(3));
        lines.push(line(format!("  {title}"), theme.style(Role::Dim)));
    }
    lines.extend(evaluation.and_then(|evaluation| bar_and_figures(screen, evaluation, width)));
    lines
}

/// `██████▓░░····  62/90`, the figures flush right, so that they stand below each other.
fn bar_and_figures(screen: &Screen<'_, '_>, evaluation: &Evaluation, width: usize) -> Option<Line<'static>> {
    let part = evaluation.headline()?;
    let figures = headline_in_brief(screen.model.lang, evaluation);
    let figures = cut(&figures, width.saturating_sub(3));
    let column = cells(&figures).max(FIGURES);
    let figures = Span::styled(fit_right(&figures, column), screen.theme.style(Role::Text));
    let room = width.saturating_sub(column + 4);
    let mut spans = vec![Span::raw("  ")];
    spans.extend(bar(part, room, screen.theme));
    spans.extend([Span::raw(" "), figures]);
    Some(Line::from(spans))
}

/// Columns for figures such as `62.5/90`.
const FIGURES: usize = 8;

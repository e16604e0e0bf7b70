//! The way to a course as a box over the view: what it asks for, drawn as a tree, how each course on
//! it stands, how much is left to study, and what it opens.

use super::Screen;
use super::catalog::grade_beside;
use super::pane;
use super::row::state_of;
use super::text::{cells, cut, fit, fit_right, line, wrap};
use super::theme::Role;
use crate::app::prerequisites::{Prerequisites, Row};
use crate::domain::Course;
use crate::domain::prerequisites::Mention;
use crate::locale::{Say, vocabulary, way as words};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns that the box takes, where there are as many.
const WIDTH: u16 = 104;
/// Columns that a title should have before anything stands beside it.
const TITLE: usize = 24;

pub fn draw(screen: &mut Screen<'_, '_>, open: &Prerequisites) {
    let model = screen.model;
    let lang = model.lang;
    let name = lang.words().prerequisites;
    let Some(way) = open.way(model) else {
        let inside = pane::popup(screen, WIDTH, 6, name);
        super::catalog::blank_slate(screen, inside, lang.words().not_in_catalog, "");
        return;
    };
    let rows = open.rows(model);
    let width = usize::from(pane::popup_inside(screen, WIDTH));
    let theme = screen.theme;
    let mut head = said(&words::counts(lang, &way), width, theme.style(Role::Heading));
    if !way.left.is_empty() {
        head.extend(said(&words::left_to_study(lang, &way.left), width, theme.style(Role::Text)));
    }
    head.push(Line::default());
    let opened = rows.iter().filter(|row| matches!(row, Row::Opened(_))).count();
    let height = screen.frame.area().height.saturating_sub(2).max(5);
    // The heading over what it opens is a line among the rows, with a blank above it.
    let wanted = head.len() + rows.len() + 4;
    let height = u16::try_from(wanted).unwrap_or(u16::MAX).clamp(5, height);
    let inside = pane::popup(screen, WIDTH, height, name);
    if inside.is_empty() {
        return;
    }
    // On a low screen the rows are worth more than a blank line.
    if usize::from(inside.height) < head.len() + 6 {
        head.pop();
    }
    if usize::from(inside.height) < head.len() + 3 {
        head.clear();
    }
    pane::lines(screen, inside, &head, 0);
    let above = u16::try_from(head.len()).unwrap_or(0).min(inside.height);
    let list = Rect { y: inside.y + above, height: inside.height - above, ..inside };
    let shown = usize::from(list.height);
    let asked = rows.len() - opened;
    let cursor = open.scroll.cursor().min(rows.len().saturating_sub(1));
    // Among the lines stand a blank and a heading that are no rows.
    let at = if cursor < asked { cursor } else { cursor + 2 };
    let first = at.saturating_sub(shown / 2).min((rows.len() + 2).saturating_sub(shown));
    let states = rows.iter().map(|row| cells(&state(screen, row))).max().unwrap_or(0);
    let lengths = rows.iter().filter_map(Row::course).map(|course| cells(&hours(screen, course)));
    let columns = Columns { width, hours: lengths.max().unwrap_or(0), states };
    for (place, y) in (first..rows.len() + 2).zip(list.y..list.bottom()) {
        let line = match place {
            place if place < asked => {
                rows.get(place).map(|found| row(screen, found, &columns, place == cursor))
            }
            place if place == asked => None,
            place if place == asked + 1 => {
                Some(line(cut(&words::opens(lang, opened), width), theme.style(Role::Heading)))
            }
            place => rows.get(place - 2).map(|found| row(screen, found, &columns, place - 2 == cursor)),
        };
        if let Some(line) = line {
            screen.frame.render_widget(line, Rect { y, height: 1, ..list });
        }
    }
}

fn said(text: &str, width: usize, style: ratatui::style::Style) -> Vec<Line<'static>> {
    wrap(text, width).into_iter().map(|text| line(text, style)).collect()
}

fn state(screen: &Screen<'_, '_>, row: &Row<'_>) -> String {
    let model = screen.model;
    match row {
        Row::Asked(node) if node.depth == 0 => words::itself(model.lang).to_owned(),
        Row::Asked(node) => words::stands(model.lang, node),
        Row::Opened(course) => {
            model.progress.of(&course.id).map(|state| state.say(model.lang)).unwrap_or_default()
        }
    }
}

fn row(screen: &Screen<'_, '_>, row: &Row<'_>, columns: &Columns, selected: bool) -> Line<'static> {
    let (model, theme) = (screen.model, screen.theme);
    let course = row.course();
    let depth = match row {
        Row::Asked(node) => node.depth,
        Row::Opened(_) => 1,
    };
    let title = course.map_or(row.id().as_str(), |course| course.title.wording(model.lang.is_chinese()));
    let hours = course.map(|course| hours(screen, course)).unwrap_or_default();
    let (state, hours_width) = (state(screen, row), columns.hours);
    let states = columns.states;
    let mut room = columns.width.saturating_sub(2);
    let with_state = room > states + 2 + TITLE / 2;
    if with_state {
        room -= states + 2;
    }
    let with_hours = room > hours_width + 2 + TITLE;
    if with_hours {
        room -= hours_width + 2;
    }
    // A deep tree is not drawn past the middle: there the depth is told as a number.
    let indent = match depth {
        depth if depth * 2 <= room / 2 => "  ".repeat(depth),
        depth => format!("{}{depth} ", " ".repeat((room / 2).saturating_sub(depth.to_string().len() + 1))),
    };
    let lead = if selected { "> " } else { "  " };
    let left = room.saturating_sub(cells(&indent));
    let title = match course.and_then(|course| grade_beside(model.lang, course, title, left)) {
        Some((room, grade)) => format!("{} {grade}", fit(title, room)),
        None => title.to_owned(),
    };
    let text = format!("{lead}{}", fit(&format!("{indent}{title}"), room));
    let hours = if with_hours { format!("  {}", fit_right(&hours, hours_width)) } else { String::new() };
    let state = if with_state { format!("  {}", fit(&state, states)) } else { String::new() };
    if selected {
        return line(format!("{text}{hours}{state}"), theme.style(Role::Selected));
    }
    let role = match row {
        Row::Asked(node) if node.depth == 0 => Role::Heading,
        Row::Asked(node) if node.mention != Mention::First => Role::Dim,
        Row::Asked(node) => state_of(node.state),
        Row::Opened(course) => model.progress.of(&course.id).map_or(Role::Text, super::catalog::state_role),
    };
    Line::from(vec![
        Span::styled(text, theme.style(if role == Role::Dim { Role::Dim } else { Role::Text })),
        Span::styled(hours, theme.style(Role::Dim)),
        Span::styled(state, theme.style(role)),
    ])
}

/// Cells of a row, of the widest length of study, and of the widest state.
struct Columns {
    width: usize,
    hours: usize,
    states: usize,
}

fn hours(screen: &Screen<'_, '_>, course: &Course) -> String {
    let lang = screen.model.lang;
    match &course.hours {
        Some(hours) => vocabulary::hours_in_brief(lang, hours, course.unit),
        None => vocabulary::not_stated(lang).to_owned(),
    }
}

//! The Catalog view: query line, facets, list, details.

use super::Screen;
use super::row::RowLook;
use super::text::{cells, cut, fit, fit_right, highlighted, line, spans_width};
use super::theme::Role;
use super::{detail, facets, gap, pane};
use crate::action::Action;
use crate::app::Model;
use crate::app::field::Visible;
use crate::app::model::{Pane, View};
use crate::app::pointer::Target;
use crate::domain::Course;
use crate::domain::vocabulary::CourseState;
use crate::locale::orders::arrow;
use crate::locale::vocabulary::{self, Label};
use crate::locale::{Lang, Say};
use crate::query::{Expr, Field, QueryError, SortKey};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType};

pub fn draw(screen: &mut Screen<'_, '_>) {
    query(screen);
    facets::draw(screen);
    list(screen);
    if let Some(area) = screen.areas.detail {
        let course = screen.model.selected_course();
        detail::draw(screen, area, course);
    }
}

/// The query line, always there: what is typed, what is wrong with it, how many match.
fn query(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.query else { return };
    let (model, theme) = (screen.model, screen.theme);
    let view = &model.catalog;
    let count = count_text(screen);
    let boxed = area.height >= 3;
    let inside = if boxed {
        let border = if view.editing { Role::Accent } else { Role::Border };
        let style = theme.style(border).remove_modifier(ratatui::style::Modifier::BOLD);
        let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(style);
        if cells(&count) + 6 <= usize::from(area.width) {
            block = block
                .title_top(Line::styled(format!(" {count} "), theme.afresh(Role::Heading)).right_aligned());
        }
        if let Some(name) = view_name(model) {
            block = block.title_top(line(format!(" {name} "), theme.style(Role::Accent)));
        }
        if let Some(error) = complaint(model) {
            let text = cut(&error.kind.say(model.lang), usize::from(area.width).saturating_sub(6));
            block = block.title_bottom(line(format!(" {text} "), theme.style(Role::Error)));
        } else if let Some(tried) = gap::tried(screen, usize::from(area.width).saturating_sub(4)) {
            block = block.title_bottom(tried);
        }
        let inside = block.inner(area);
        screen.frame.render_widget(block, area);
        inside
    } else {
        area
    };
    if inside.is_empty() {
        return;
    }
    let prompt = Span::styled(if boxed { " / " } else { "/ " }, theme.style(Role::Key));
    let lead = cells(&prompt.content);
    let side = if boxed { 0 } else { cells(&count) + 1 };
    let room = usize::from(inside.width).saturating_sub(lead + side);
    let shown = view.query.visible(room);
    let mut spans = vec![prompt];
    if view.query.is_empty() && !view.editing {
        spans.push(Span::styled(cut(model.lang.words().search_hint, room), theme.style(Role::Dim)));
    } else {
        spans.extend(with_fault(screen, shown));
    }
    screen.frame.render_widget(Line::from(spans), inside);
    screen.spot(area, Target::Do(Action::Search));
    let lead_width = u16::try_from(lead).unwrap_or(0).min(inside.width);
    let text = Rect { x: inside.x + lead_width, width: inside.width - lead_width, ..inside };
    screen.spot(text, Target::Query { start: shown.start });
    if !boxed {
        one_line_count(screen, inside, &count);
    }
    if view.editing && model.layer.is_none() {
        let x = inside.x + u16::try_from(lead + shown.cursor).unwrap_or(inside.width);
        screen.frame.set_cursor_position(Position::new(x.min(inside.right().saturating_sub(1)), inside.y));
    }
}

/// The box of completions, over what is below the query line: to be drawn last.
pub fn completions(screen: &mut Screen<'_, '_>) {
    let model = screen.model;
    let Some(area) = screen.areas.query.filter(|_| model.is_on_query_line()) else { return };
    let Some(open) = &model.catalog.completion else { return };
    let boxed = area.height >= 3;
    let lead = if boxed { 4 } else { 2 };
    let room = usize::from(area.width).saturating_sub(lead + 1);
    let shown = model.catalog.query.visible(room);
    let before = model.catalog.query.text().get(shown.start..open.completion.span.start);
    let column = area.x + u16::try_from(lead + cells(before.unwrap_or_default())).unwrap_or(0);
    super::completion::draw(screen, open, column, area.bottom().saturating_sub(1));
}

/// The saved view that the query line holds, as it is called in queries.
fn view_name(model: &Model) -> Option<String> {
    model.record.views.named(model.catalog.query.text()).map(|view| format!("@{}", view.name))
}

/// Without a border, the count stands at the end of the line; an error has the footer.
fn one_line_count(screen: &mut Screen<'_, '_>, inside: Rect, count: &str) {
    let width = u16::try_from(cells(count)).unwrap_or(0).min(inside.width);
    let place = Rect { x: inside.right() - width, width, ..inside };
    screen.frame.render_widget(line(count.to_owned(), screen.theme.style(Role::Heading)), place);
}

/// What is wrong with the query, if the person should know by now: a term that is being typed is
/// given the time to become one.
pub fn complaint(model: &Model) -> Option<&QueryError> {
    let view = &model.catalog;
    let error = view.error.as_ref()?;
    let typing = view.editing && error.is_unfinished(view.query.text());
    (model.view == View::Catalog && !typing).then_some(error)
}

/// The shown part of the query, the wrong term underlined.
fn with_fault(screen: &Screen<'_, '_>, shown: Visible<'_>) -> Vec<Span<'static>> {
    let theme = screen.theme;
    let fault = theme.style(Role::Error).add_modifier(ratatui::style::Modifier::UNDERLINED);
    let within = |at: usize| at.saturating_sub(shown.start);
    let range = complaint(screen.model).map(|error| within(error.span.start)..within(error.span.end));
    let ranges: Vec<_> = range.into_iter().collect();
    highlighted(shown.text, &ranges, usize::MAX, theme.style(Role::Text), fault)
}

fn count_text(screen: &Screen<'_, '_>) -> String {
    let model = screen.model;
    let phrases = model.lang.phrases();
    if model.library.partial {
        return "…".to_owned();
    }
    let counted = phrases.counted(model.catalog.found.matched, model.library.catalog.len());
    // Without a border of its own the line has no other place for the name of its view.
    let boxed = screen.areas.query.is_some_and(|area| area.height >= 3);
    match view_name(model).filter(|_| !boxed) {
        Some(name) => format!("{name} · {counted}"),
        None => counted,
    }
}

/// Courses whose figures are measured for the width of their column.
const MEASURED: usize = 500;

/// Widths of a row's columns; a column without room has none, and neither has the state column
/// before anything is planned.
struct Columns {
    title: usize,
    hours: usize,
    state: usize,
    /// In place of the state while a gap is being filled.
    effect: Option<gap::Column>,
}

impl Columns {
    fn of(screen: &Screen<'_, '_>, width: usize) -> Self {
        let model = screen.model;
        let words = model.lang.words();
        let found = &model.catalog.found.rows;
        let courses = || found.iter().filter_map(|row| model.library.course(*row));
        let states = courses().filter_map(|course| model.progress.of(&course.id));
        let state = states.map(|state| cells(state.label(model.lang))).max();
        let state =
            state.map_or(0, |widest| if width >= 46 { widest.max(cells(words.head_state)) } else { 0 });
        // Figures are never cut. Of a large catalog not each is looked at, so that a frame is quick.
        let figures = courses().take(MEASURED).filter_map(|course| {
            let hours = course.hours.as_ref()?;
            Some(cells(&vocabulary::hours_in_brief(model.lang, hours, course.unit)))
        });
        let widest = if found.len() > MEASURED { 12 } else { figures.max().unwrap_or(0) };
        let head = cells(&head(model, words.head_hours, SortKey::Hours));
        let hours = if width >= 30 { widest.max(head) } else { 0 };
        let effect = gap::Column::of(model, width.saturating_sub(hours + 7));
        let state = if effect.is_some() { 0 } else { state };
        let last = state + effect.map_or(0, |effect| effect.width);
        // A mark in front, and a blank before each column.
        let gaps = 3 + usize::from(hours > 0) * 2 + usize::from(last > 0) * 2;
        Self { title: width.saturating_sub(hours + last + gaps), hours, state, effect }
    }
}

fn list(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.list else { return };
    let model = screen.model;
    let words = model.lang.words();
    let focused = model.focus == Pane::List && !model.catalog.editing;
    let note = list_note(screen, usize::from(area.width).saturating_sub(cells(words.courses) + 8));
    pane::frame(screen, area, words.courses, &note, focused);
    let inside = screen.areas.inside(area);
    if inside.is_empty() {
        return;
    }
    let columns = Columns::of(screen, usize::from(inside.width));
    let mut top = inside;
    if screen.areas.framed {
        heads(screen, inside, &columns);
        top = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    let found = &model.catalog.found;
    if found.rows.is_empty() {
        empty(screen, top);
        return;
    }
    let height = usize::from(top.height);
    let mut scroll = model.catalog.scroll;
    scroll.settle(found.rows.len(), height);
    let window = scroll.window(found.rows.len(), height);
    let range = model.range();
    for (line, position) in window.enumerate() {
        let Some(course) = found.rows.get(position).and_then(|row| model.library.course(*row)) else {
            continue;
        };
        let selected = position == scroll.cursor();
        let ranged = range.as_ref().is_some_and(|range| range.contains(&position));
        let row = row(screen, course, &columns, (selected, ranged));
        let y = top.y + u16::try_from(line).unwrap_or(0);
        screen.frame.render_widget(row, Rect { y, height: 1, ..top });
        screen.spot(Rect { y, height: 1, ..top }, Target::Row(position));
    }
}

/// What the frame says of the list: the range that has begun, how many are marked, the order; as
/// much of it as there is room for.
fn list_note(screen: &Screen<'_, '_>, room: usize) -> String {
    let model = screen.model;
    let phrases = model.lang.phrases();
    let marked = Some(model.catalog.marked.len()).filter(|marked| *marked > 0);
    let marked: Vec<String> = marked.map(|marked| phrases.marked(marked)).into_iter().collect();
    let order: Vec<String> = match model.catalog.good.sort.first() {
        Some(sort) => vec![sort.say(model.lang)],
        None if model.catalog.good.by_gain() => vec![model.lang.words().by_gain.to_owned()],
        None => Vec::new(),
    };
    let range = model.range().map(|range| phrases.range(range.count()));
    let range: Vec<String> = range.into_iter().collect();
    let in_full = [range.clone(), marked.clone(), order].concat().join(" · ");
    let choices = [in_full, [range.clone(), marked].concat().join(" · ")];
    choices.into_iter().find(|text| cells(text) <= room).unwrap_or_else(|| range.concat())
}

/// A column's head, with an arrow where the list is sorted by it.
fn head(model: &Model, name: &str, key: SortKey) -> String {
    let sort = model.catalog.good.sort.first().filter(|sort| sort.key == key);
    sort.map_or_else(|| name.to_owned(), |sort| format!("{name} {}", arrow(*sort)))
}

fn heads(screen: &mut Screen<'_, '_>, inside: Rect, columns: &Columns) {
    let (model, words) = (screen.model, screen.model.lang.words());
    let mut text = format!("  {}", fit(&head(model, words.head_title, SortKey::Title), columns.title));
    if columns.hours > 0 {
        let hours = head(model, words.head_hours, SortKey::Hours);
        text.push_str(&format!("  {}", fit_right(&hours, columns.hours)));
    }
    if columns.state > 0 {
        text.push_str(&format!("  {}", fit(words.head_state, columns.state)));
    }
    if columns.effect.is_some() {
        text.push_str(&format!("  {}", words.head_effect));
    }
    let style = screen.theme.style(Role::Dim);
    screen.frame.render_widget(line(text, style), Rect { height: 1, ..inside });
}

/// `ranged`: whether the row is in a range that may become marks.
fn row(
    screen: &Screen<'_, '_>,
    course: &Course,
    columns: &Columns,
    (selected, ranged): (bool, bool),
) -> Line<'static> {
    let model = screen.model;
    let look = RowLook::of(screen, selected);
    let base = look.base;
    let over = |role: Role| look.over(role);
    let marked = model.catalog.marked.contains(&course.id);
    let lead = match (marked, ranged, selected) {
        (true, ..) => "* ",
        (false, true, _) => "+ ",
        (false, false, true) => "> ",
        (false, false, false) => "  ",
    };
    let mut spans = vec![Span::styled(lead, if marked || ranged { over(Role::Marked) } else { base })];
    let title = title(screen, course, columns.title, base, look.reversed);
    let blanks = columns.title.saturating_sub(spans_width(&title));
    spans.extend(title);
    spans.push(Span::styled(" ".repeat(blanks), base));
    if columns.hours > 0 {
        let (text, role) = match &course.hours {
            Some(hours) => (vocabulary::hours_in_brief(model.lang, hours, course.unit), Role::Text),
            None => ("–".to_owned(), Role::Dim),
        };
        spans.push(Span::styled(format!("  {}", fit_right(&text, columns.hours)), over(role)));
    }
    if columns.state > 0 {
        let (text, role) = match model.progress.of(&course.id) {
            Some(state) => (state.say(model.lang), state_role(state)),
            None => (String::new(), Role::Text),
        };
        spans.push(Span::styled(format!("  {}", fit(&text, columns.state)), over(role)));
    }
    if let Some(effect) = columns.effect {
        let text = fit(&effect.text(model, course), effect.width);
        spans.push(Span::styled(format!("  {text}"), over(Role::Planned)));
    }
    Line::from(spans)
}

/// The title in the reader's language; then, where there is room, the other wording. Where only
/// the other wording matches the query, it comes first, so that every hit shows why it is one.
fn title(
    screen: &Screen<'_, '_>,
    course: &Course,
    width: usize,
    base: Style,
    plain: bool,
) -> Vec<Span<'static>> {
    let (model, theme) = (screen.model, screen.theme);
    let (mut first, mut second) = course.title.in_order(model.lang.is_chinese());
    let row = model.library.catalog.row(&course.id);
    let lit = |text: &str| match row {
        Some(row) => model.library.index.highlight_row(&model.catalog.good, row, Field::Title, text),
        None => Vec::new(),
    };
    let mut ranges = lit(first);
    if let Some(other) = second {
        let other_ranges = lit(other);
        if ranges.is_empty() && !other_ranges.is_empty() {
            second = Some(first);
            first = other;
            ranges = other_ranges;
        }
    }
    let match_style = if plain {
        base.add_modifier(ratatui::style::Modifier::UNDERLINED | ratatui::style::Modifier::BOLD)
    } else {
        base.patch(theme.style(Role::Match))
    };
    let dim = if plain { base } else { base.patch(theme.style(Role::Dim)) };
    let grade = grade_beside(model.lang, course, first, width);
    let room = grade.as_ref().map_or(width, |(room, _)| *room);
    let mut spans = highlighted(first, &ranges, room, base, match_style);
    let used = spans_width(&spans);
    if let Some((_, grade)) = grade {
        spans.push(Span::styled(format!("{} {grade}", " ".repeat(room - used)), dim));
        return spans;
    }
    if let Some(second) = second
        && width >= used + 8
    {
        spans.push(Span::styled(format!("  {}", cut(second, width - used - 2)), dim));
    }
    spans
}

/// The courses of a graded occupation differ in the last word of a long title. Where that is cut
/// off, the grade stands beside it: the cells left for the title, and the grade's word.
pub fn grade_beside(lang: Lang, course: &Course, title: &str, width: usize) -> Option<(usize, String)> {
    let grade = course.grade?.say(lang);
    let room = width.checked_sub(cells(&grade) + 1)?;
    (cells(title) > width && room > 12).then_some((room, grade))
}

pub fn state_role(state: CourseState) -> Role {
    match state {
        CourseState::Planned => Role::Planned,
        CourseState::InProgress => Role::Accent,
        CourseState::Completed | CourseState::Passed => Role::Done,
        CourseState::Failed => Role::Error,
        CourseState::Withdrawn => Role::Dim,
    }
}

fn empty(screen: &mut Screen<'_, '_>, area: Rect) {
    let (model, words) = (screen.model, screen.model.lang.words());
    if model.library.catalog.is_empty() {
        // Why it is empty is the one thing worth knowing.
        let why: Vec<String> = model.library.problems.iter().take(3).map(|one| one.say(model.lang)).collect();
        let hint = if why.is_empty() { words.no_catalog_hint.to_owned() } else { why.join(" · ") };
        blank_slate(screen, area, words.no_catalog, &hint);
    } else {
        // Nothing else is asked for: then it is the gap that nothing fills.
        let alone = matches!(model.catalog.good.filter, Some(Expr::Term(_)));
        let (what, hint) = match &model.catalog.gap {
            Some(_) if alone => (words.no_course_fills, words.no_course_fills_hint),
            _ => (words.no_courses, words.no_courses_hint),
        };
        let without = model.catalog.without.iter().take(3);
        let without: Vec<String> =
            without.map(|(term, matched)| model.lang.phrases().found_without(term, *matched)).collect();
        let hint = match without.is_empty() {
            true => hint.to_owned(),
            false => format!("{}{}", model.lang.phrases().rather(&without), hint),
        };
        blank_slate(screen, area, what, &hint);
    }
}

/// What an empty pane says: what is not there, and what would put something there.
pub fn blank_slate(screen: &mut Screen<'_, '_>, area: Rect, what: &str, hint: &str) {
    let width = usize::from(area.width).saturating_sub(2);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if area.height > 4 {
        lines.push(Line::default());
    }
    let heading = screen.theme.style(Role::Heading);
    let dim = screen.theme.style(Role::Dim);
    lines.extend(super::text::wrap(what, width).into_iter().map(|text| line(format!("  {text}"), heading)));
    if !hint.is_empty() {
        lines.extend(super::text::wrap(hint, width).into_iter().map(|text| line(format!("  {text}"), dim)));
    }
    pane::lines(screen, area, &lines, 0);
}

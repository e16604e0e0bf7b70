//! The Plan view: the planned courses in the learner's order, and the one under the cursor in full.

use super::Screen;
use super::catalog::{blank_slate, grade_beside, state_role};
use super::detail::{Facts, course_lines, scrolled};
use super::pane;
use super::row::RowLook;
use super::text::{cells, fit, fit_right, line};
use super::theme::Role;
use crate::app::Model;
use crate::app::model::Pane;
use crate::app::pointer::Target;
use crate::domain::totals::Totals;
use crate::domain::vocabulary::CourseState;
use crate::domain::{Date, PlanItem};
use crate::locale::{Say, vocabulary};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>) {
    list(screen);
    detail(screen);
}

struct Columns {
    place: usize,
    title: usize,
    by: usize,
    hours: usize,
    state: usize,
}

impl Columns {
    fn of(screen: &Screen<'_, '_>, width: usize) -> Self {
        let chinese = screen.model.lang.is_chinese();
        let dated = screen.model.record.plan.items.iter().any(|item| item.by.is_some());
        let place = screen.model.record.plan.items.len().to_string().len();
        let mut columns = Self {
            place,
            title: 0,
            by: if dated { 10 } else { 0 },
            hours: hours_width(screen),
            state: if chinese { 6 } else { 11 },
        };
        // The title comes first: what else is told gives way to it, and stands in the details.
        if columns.left_of(width) < TITLE {
            columns.hours = 0;
        }
        if columns.left_of(width) < TITLE {
            columns.by = 0;
        }
        if columns.left_of(width) < TITLE {
            columns.state = 0;
        }
        Self { title: columns.left_of(width), ..columns }
    }

    /// What the other columns leave, with a mark in front, a blank behind the place and one at the
    /// end.
    fn left_of(&self, width: usize) -> usize {
        let others = [self.by, self.hours, self.state].into_iter().filter(|column| *column > 0);
        width.saturating_sub(self.place + 4 + others.map(|column| column + 2).sum::<usize>())
    }
}

/// Columns of the widest length of study in the plan.
fn hours_width(screen: &Screen<'_, '_>) -> usize {
    let model = screen.model;
    let said = model.record.plan.items.iter().map(|item| cells(&hours_text(model, item)));
    said.max().unwrap_or(0).max(cells(model.lang.words().head_hours)).min(12)
}

fn hours_text(model: &Model, item: &PlanItem) -> String {
    let course = model.library.catalog.get(&item.course);
    match course.and_then(|course| course.hours.as_ref().map(|hours| (course, hours))) {
        Some((course, hours)) => vocabulary::hours_in_brief(model.lang, hours, course.unit),
        None => "–".to_owned(),
    }
}

/// Columns that a title should have before anything else is shown.
const TITLE: usize = 24;

fn list(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.list else { return };
    let model = screen.model;
    let words = model.lang.words();
    let items = &model.record.plan.items;
    let note = match items.len() {
        0 => String::new(),
        count => format!("{count} · {}", words.own_order),
    };
    pane::frame(screen, area, words.plan, &note, model.focus == Pane::List);
    let inside = screen.areas.inside(area);
    if inside.is_empty() {
        return;
    }
    if items.is_empty() {
        // A plan that could not be read is not an empty one.
        let broken = model.record.problems.iter().find(|one| one.place.file.ends_with("plan.toml"));
        match broken {
            Some(problem) => blank_slate(screen, inside, words.plan_unreadable, &problem.say(model.lang)),
            None => blank_slate(screen, inside, words.no_plan, words.no_plan_hint),
        }
        return;
    }
    let columns = Columns::of(screen, usize::from(inside.width));
    let mut top = inside;
    if screen.areas.framed {
        let mut head = format!("  {} {}", fit_right("", columns.place), fit(words.head_title, columns.title));
        for (name, width, right) in [
            (words.head_by, columns.by, false),
            (words.head_hours, columns.hours, true),
            (words.head_state, columns.state, false),
        ] {
            if width > 0 {
                let cell = if right { fit_right(name, width) } else { fit(name, width) };
                head.push_str(&format!("  {cell}"));
            }
        }
        let style = screen.theme.style(Role::Dim);
        screen.frame.render_widget(line(head, style), Rect { height: 1, ..inside });
        top = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    let height = usize::from(top.height);
    let mut scroll = model.plan;
    scroll.settle(items.len(), height);
    for (at, position) in scroll.window(items.len(), height).enumerate() {
        let Some(item) = items.get(position) else { continue };
        let row = row(screen, item, position, &columns, position == scroll.cursor());
        let y = top.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(row, Rect { y, height: 1, ..top });
        screen.spot(Rect { y, height: 1, ..top }, Target::Row(position));
    }
}

fn row(
    screen: &Screen<'_, '_>,
    item: &PlanItem,
    position: usize,
    columns: &Columns,
    selected: bool,
) -> Line<'static> {
    let model = screen.model;
    let lang = model.lang;
    let look = RowLook::of(screen, selected);
    let base = look.base;
    let over = |role: Role| look.over(role);
    let state = model.progress.of(&item.course);
    let course = model.library.catalog.get(&item.course);
    let title = course.map_or(item.title.as_str(), |course| course.title.in_order(lang.is_chinese()).0);
    let gone = state == Some(CourseState::Withdrawn);
    let mut spans = vec![
        Span::styled(if selected { "> " } else { "  " }, base),
        Span::styled(fit_right(&(position + 1).to_string(), columns.place), over(Role::Dim)),
        Span::styled(" ", base),
    ];
    let style = if gone { over(Role::Gone) } else { base };
    match course.and_then(|course| grade_beside(model.lang, course, title, columns.title)) {
        Some((room, grade)) => {
            spans.push(Span::styled(fit(title, room), style));
            spans.push(Span::styled(format!(" {grade}"), over(Role::Dim)));
        }
        None => spans.push(Span::styled(fit(title, columns.title), style)),
    }
    if columns.by > 0 {
        let text = item.by.map(|date| date.to_string()).unwrap_or_default();
        let role = if screen.model.is_overdue(item) { Role::Warning } else { Role::Text };
        spans.push(Span::styled(format!("  {}", fit(&text, columns.by)), over(role)));
    }
    if columns.hours > 0 {
        let text = hours_text(model, item);
        spans.push(Span::styled(format!("  {}", fit_right(&text, columns.hours)), base));
    }
    if columns.state > 0 {
        let (text, role) = if screen.model.is_overdue(item) {
            (lang.words().overdue.to_owned(), Role::Warning)
        } else {
            state.map_or((String::new(), Role::Text), |state| (state.say(lang), state_role(state)))
        };
        spans.push(Span::styled(format!("  {}", fit(&text, columns.state)), over(role)));
    }
    Line::from(spans)
}

fn detail(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.detail else { return };
    let model = screen.model;
    let words = model.lang.words();
    pane::frame(screen, area, words.plan_item, "", model.focus == Pane::Detail);
    let inside = screen.areas.inside_text(area);
    let Some(item) = model.selected_item() else { return };
    let width = usize::from(inside.width);
    let lines = match model.library.catalog.get(&item.course) {
        Some(course) => course_lines(screen, course, width, |facts| item_facts(screen, facts, item)),
        None => {
            let mut facts = Facts::new(screen, width);
            facts.paragraph(&item.title, screen.theme.style(Role::Heading));
            facts.dim(words.not_in_catalog);
            facts.gap();
            item_facts(screen, &mut facts, item);
            facts.fact(words.id, item.course.as_str());
            facts.lines
        }
    };
    scrolled(screen, inside, &lines);
}

/// What the plan says of a course, and what has been recorded for it.
fn item_facts(screen: &Screen<'_, '_>, facts: &mut Facts, item: &PlanItem) {
    let (model, words) = (screen.model, screen.model.lang.words());
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    facts.optional(words.target_date, date(item.by).as_deref());
    facts.optional(words.why, item.why.as_deref());
    facts.optional(words.note, item.note.as_deref());
    facts.optional(words.planned_on, date(item.added).as_deref());
    facts.optional(words.withdrawn, date(item.withdrawn).as_deref());
    let entries = model.record.hours.live();
    let recorded = Totals::of(entries.filter(|entry| entry.course.as_ref() == Some(&item.course)));
    if !recorded.completed.is_empty() {
        facts.fact(words.recorded_hours, &vocabulary::sums(model.lang, &recorded.completed));
    }
}

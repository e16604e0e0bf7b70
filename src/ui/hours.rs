//! The Hours view: the record, newest first, and beside it the entry in full with the totals.

use super::Screen;
use super::catalog::blank_slate;
use super::detail::{Facts, scrolled};
use super::pane;
use super::row::RowLook;
use super::text::{fit, fit_right, line};
use super::theme::Role;
use crate::app::model::Pane;
use crate::app::pointer::Target;
use crate::domain::Entry;
use crate::domain::course::StatedHours;
use crate::domain::hours::Standing;
use crate::domain::vocabulary::{Category, Outcome};
use crate::locale::{Lang, Say, vocabulary};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub fn draw(screen: &mut Screen<'_, '_>) {
    list(screen);
    side(screen);
}

struct Columns {
    title: usize,
    amount: usize,
    categories: usize,
    result: usize,
}

const DATE: usize = 10;

impl Columns {
    fn of(width: usize, chinese: bool) -> Self {
        let amount = if chinese { 9 } else { 11 };
        let result = if width >= 54 { if chinese { 6 } else { 11 } } else { 0 };
        let categories = if width >= 76 { 14 } else { 0 };
        // A mark in front, a blank at the end.
        let gaps = [amount, categories, result].iter().filter(|column| **column > 0).count() * 2 + 5;
        Self {
            title: width.saturating_sub(DATE + amount + categories + result + gaps),
            amount,
            categories,
            result,
        }
    }
}

fn list(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.list else { return };
    let model = screen.model;
    let words = model.lang.words();
    let count = model.record.hours.listed_len();
    let note = match count {
        0 => String::new(),
        count => format!("{count} · {}", words.newest_first),
    };
    pane::frame(screen, area, words.hours, &note, model.focus == Pane::List);
    let inside = screen.areas.inside(area);
    if inside.is_empty() {
        return;
    }
    if count == 0 {
        blank_slate(screen, inside, words.no_hours, words.no_hours_hint);
        return;
    }
    let columns = Columns::of(usize::from(inside.width), model.lang.is_chinese());
    let mut top = inside;
    if screen.areas.framed {
        heads(screen, inside, &columns);
        top = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    let height = usize::from(top.height);
    let mut scroll = model.hours;
    scroll.settle(count, height);
    for (at, position) in scroll.window(count, height).enumerate() {
        let Some(entry) = model.record.hours.listed_at(position) else { continue };
        let row = row(screen, entry, &columns, position == scroll.cursor());
        let y = top.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(row, Rect { y, height: 1, ..top });
        screen.spot(Rect { y, height: 1, ..top }, Target::Row(position));
    }
}

fn heads(screen: &mut Screen<'_, '_>, inside: Rect, columns: &Columns) {
    let words = screen.model.lang.words();
    let mut head = format!(
        "  {}  {}  {}",
        fit(words.head_date, DATE),
        fit(words.head_title, columns.title),
        fit_right(words.head_hours, columns.amount)
    );
    for (name, width) in [(words.head_categories, columns.categories), (words.head_result, columns.result)] {
        if width > 0 {
            head.push_str(&format!("  {}", fit(name, width)));
        }
    }
    let style = screen.theme.style(Role::Dim);
    screen.frame.render_widget(line(head, style), Rect { height: 1, ..inside });
}

fn row(screen: &Screen<'_, '_>, entry: &Entry, columns: &Columns, selected: bool) -> Line<'static> {
    let model = screen.model;
    let lang = model.lang;
    let look = RowLook::of(screen, selected);
    let base = look.base;
    let over = |role: Role| look.over(role);
    let void = matches!(model.record.hours.standing(&entry.id), Standing::Void(_));
    let text = if void { over(Role::Gone) } else { base };
    let amount = vocabulary::hours_in_brief(lang, &StatedHours::Exact(entry.amount), entry.unit);
    // A line through a text is not shown by every terminal: where no column says it, the title does.
    let title = if void && columns.result == 0 {
        format!("[{}] {}", lang.words().void, entry.title)
    } else {
        entry.title.clone()
    };
    let mut spans = vec![
        Span::styled(if selected { "> " } else { "  " }, base),
        Span::styled(fit(&entry.date.to_string(), DATE), over(Role::Dim)),
        Span::styled("  ", base),
        Span::styled(fit(&title, columns.title), text),
        Span::styled(format!("  {}", fit_right(&amount, columns.amount)), text),
    ];
    if columns.categories > 0 {
        let text = fit(&categories_text(lang, &entry.categories), columns.categories);
        spans.push(Span::styled(format!("  {text}"), base));
    }
    if columns.result > 0 {
        let (text, role) = if void {
            (lang.words().void.to_owned(), Role::Warning)
        } else {
            (entry.outcome.say(lang), outcome_role(entry.outcome))
        };
        spans.push(Span::styled(format!("  {}", fit(&text, columns.result)), over(role)));
    }
    Line::from(spans)
}

fn outcome_role(outcome: Outcome) -> Role {
    match outcome {
        Outcome::Completed | Outcome::Passed => Role::Done,
        Outcome::InProgress => Role::Accent,
        Outcome::Failed => Role::Error,
        Outcome::Withdrawn => Role::Dim,
    }
}

fn categories_text(lang: Lang, categories: &[Category]) -> String {
    let names: Vec<String> = categories.iter().map(|category| category.say(lang)).collect();
    names.join(if lang.is_chinese() { "、" } else { ", " })
}

/// The entry under the cursor, then what all entries come to.
fn side(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.detail else { return };
    let model = screen.model;
    let words = model.lang.words();
    pane::frame(screen, area, words.entry, "", model.focus == Pane::Detail);
    let inside = screen.areas.inside_text(area);
    if inside.is_empty() {
        return;
    }
    let mut facts = Facts::new(screen, usize::from(inside.width));
    if let Some(entry) = model.selected_entry() {
        entry_facts(screen, &mut facts, entry);
    }
    totals_facts(screen, &mut facts);
    let lines = facts.lines;
    scrolled(screen, inside, &lines);
}

fn entry_facts(screen: &Screen<'_, '_>, facts: &mut Facts, entry: &Entry) {
    let (model, theme) = (screen.model, screen.theme);
    let (lang, words) = (model.lang, model.lang.words());
    facts.paragraph(&entry.title, theme.style(Role::Heading));
    facts.gap();
    if let Standing::Void(voiding) = model.record.hours.standing(&entry.id) {
        facts.styled(words.state, words.void, theme.style(Role::Warning));
        facts.optional(words.reason, voiding.reason.as_deref());
    }
    facts.fact(words.date, &entry.date.to_string());
    facts.fact(words.amount, &vocabulary::amount(lang, entry.amount, entry.unit));
    facts.styled(words.result, &entry.outcome.say(lang), theme.style(outcome_role(entry.outcome)));
    facts.optional(words.categories, Some(&categories_text(lang, &entry.categories)));
    facts.optional(words.form, entry.form.map(|form| form.say(lang)).as_deref());
    facts.optional(words.provider, entry.provider.as_deref());
    facts.optional(words.url, entry.url.as_deref());
    facts.optional(words.course, entry.course.as_ref().map(crate::domain::CourseId::as_str));
    let evidence: Vec<String> = entry.evidence.iter().map(|evidence| evidence.name.clone()).collect();
    facts.list(words.evidence, &evidence);
    if evidence.is_empty() && matches!(model.record.hours.standing(&entry.id), Standing::Live) {
        facts.styled(words.evidence, words.no_proof, theme.style(Role::Dim));
    }
    facts.optional(words.note, entry.note.as_deref());
    if let Some(old) = entry.replaces.as_ref() {
        let was = model.record.hours.get(old).map_or_else(
            || old.to_string(),
            |old| format!("{} · {}", old.date, vocabulary::amount(lang, old.amount, old.unit)),
        );
        facts.fact(words.replaces, &was);
    }
    facts.fact(words.id, entry.id.as_str());
}

fn totals_facts(screen: &Screen<'_, '_>, facts: &mut Facts) {
    let model = screen.model;
    let (lang, words) = (model.lang, model.lang.words());
    let totals = &model.totals;
    if totals.completed.is_empty() && totals.in_progress.is_empty() {
        return;
    }
    facts.heading(words.totals);
    facts.figures(words.completed, &vocabulary::sums(lang, &totals.completed));
    facts.figures(words.in_progress, &vocabulary::sums(lang, &totals.in_progress));
    let bare = model.record.hours.live().filter(|entry| entry.evidence.is_empty()).count();
    if bare > 0 && !model.requirements.standings.is_empty() {
        facts.dim(&lang.phrases().without_proof(bare));
    }
    facts.heading(words.by_year);
    for (year, by_unit) in totals.years.iter().rev() {
        facts.figures(&year.to_string(), &vocabulary::sums(lang, by_unit));
    }
    facts.heading(words.by_category);
    let name = |category: &Option<Category>| {
        category.as_ref().map_or_else(|| words.no_category.to_owned(), |category| category.say(lang))
    };
    let names: Vec<String> = totals.categories.keys().map(name).collect();
    facts.labels(names.iter().map(String::as_str));
    for (name, by_unit) in names.iter().zip(totals.categories.values()) {
        facts.figures(name, &vocabulary::sums(lang, by_unit));
    }
    if model.record.hours.live().any(|entry| entry.categories.len() > 1) {
        facts.dim(words.two_categories);
    }
}

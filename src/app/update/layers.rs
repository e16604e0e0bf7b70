//! What lies over a view: forms, help and palette, the list of problems.

use super::{browse, lists, outside, plan_and_hours, saved_views, status, themes, year};
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::commands::{Commands, Scope};
use crate::app::effect::Effect;
use crate::app::form::{Form, Purpose};
use crate::app::model::{Layer, Model, Tone};
use crate::app::scroll::Scroll;
use crate::app::{follow_form, hours_form, plan_form, view_form};
use crate::locale::query_line;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub fn open(model: &mut Model, action: Action) {
    model.layer = match action {
        Action::Help => Some(Layer::Commands(Commands::new(Scope::Help))),
        Action::QueryHelp => Some(Layer::QueryHelp(Scroll::default())),
        Action::Palette => Some(Layer::Commands(Commands::new(Scope::Palette))),
        Action::Problems if applies(model, action) => Some(Layer::Problems(Scroll::default())),
        _ => {
            let text = model.lang.words().no_problems.to_owned();
            model.say(text, Tone::Plain);
            None
        }
    };
}

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let problems = model.problems();
    match &mut model.layer {
        Some(Layer::Form(_)) => act_on_form(model, action),
        Some(Layer::Commands(commands)) => {
            if step(&mut commands.scroll, action) {
                let rows = commands_len(model);
                if let Some(Layer::Commands(commands)) = &mut model.layer {
                    commands.scroll.settle(rows, rows);
                }
                Vec::new()
            } else if action == Action::Open {
                run_command(model)
            } else {
                model.layer = None;
                Vec::new()
            }
        }
        Some(Layer::Packs(list)) => {
            if step(&mut list.scroll, action) {
                let rows = list.found().len();
                list.scroll.settle(rows, rows);
            } else if action == Action::Open {
                return status::follow_chosen(model);
            } else {
                model.layer = None;
            }
            Vec::new()
        }
        Some(Layer::Views(list)) => {
            if step(&mut list.scroll, action) {
                let rows = list.found().len();
                list.scroll.settle(rows, rows);
            } else if action == Action::Open {
                saved_views::apply_chosen(model);
            } else {
                model.layer = None;
            }
            Vec::new()
        }
        Some(Layer::QueryHelp(scroll)) => {
            if step(scroll, action) {
                let rows = query_line::help(model.lang).len();
                scroll.settle(rows, rows);
            } else {
                model.layer = None;
            }
            Vec::new()
        }
        Some(Layer::Ledger(ledger)) => {
            if step(&mut ledger.scroll, action) {
                let rows = ledger.len(&model.requirements, &model.record.hours, &model.library.catalog);
                ledger.scroll.settle(rows, rows);
            } else {
                model.layer = None;
            }
            Vec::new()
        }
        Some(Layer::Compare(_)) => lists::act_on_compare(model, action),
        Some(Layer::Prerequisites(_)) => lists::act_on_prerequisites(model, action),
        Some(Layer::Year(_)) => year::act(model, action),
        Some(Layer::Problems(scroll)) => {
            if step(scroll, action) {
                scroll.settle(problems, problems);
            } else if action == Action::Edit {
                return outside::edit_problem(model);
            } else {
                model.layer = None;
            }
            Vec::new()
        }
        Some(Layer::Themes(list)) => {
            let moved = step(&mut list.scroll, action);
            themes::act(model, action, moved)
        }
        None => Vec::new(),
    }
}

/// Puts the cursor on a row of the layer, or on a field of the form.
pub fn choose(model: &mut Model, place: usize) {
    let problems = model.problems();
    let commands = commands_len(model);
    let listed = match &model.layer {
        Some(Layer::Compare(compare)) => compare.rows(model).len(),
        Some(Layer::Prerequisites(open)) => open.rows(model).len(),
        _ => 0,
    };
    let put = |scroll: &mut Scroll, rows: usize| {
        scroll.set(place);
        scroll.settle(rows, rows);
    };
    match &mut model.layer {
        Some(Layer::Form(form)) => form.focus = place.min(form.fields.len().saturating_sub(1)),
        Some(Layer::Commands(layer)) => put(&mut layer.scroll, commands),
        Some(Layer::Packs(list)) => {
            let rows = list.found().len();
            put(&mut list.scroll, rows);
        }
        Some(Layer::Views(list)) => {
            let rows = list.found().len();
            put(&mut list.scroll, rows);
        }
        Some(Layer::QueryHelp(scroll)) => {
            let rows = crate::locale::query_line::help(model.lang).len();
            put(scroll, rows);
        }
        Some(Layer::Ledger(ledger)) => {
            let rows = ledger.len(&model.requirements, &model.record.hours, &model.library.catalog);
            put(&mut ledger.scroll, rows);
        }
        Some(Layer::Compare(compare)) => put(&mut compare.scroll, listed),
        Some(Layer::Prerequisites(open)) => put(&mut open.scroll, listed),
        Some(Layer::Problems(scroll)) => put(scroll, problems),
        Some(Layer::Themes(list)) => {
            list.scroll.set(place);
            themes::act(model, Action::Down, true);
        }
        // Its cursor is a day, not a row.
        Some(Layer::Year(_)) | None => {}
    }
}

/// Rows that a page of a popup moves by: what fits is only known when drawn, and a popup is short.
const PAGE: isize = 8;

pub(super) fn step(scroll: &mut Scroll, action: Action) -> bool {
    let delta = match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::PageDown | Action::HalfPageDown => PAGE,
        Action::PageUp | Action::HalfPageUp => -PAGE,
        Action::Top => isize::MIN,
        Action::Bottom => isize::MAX,
        _ => return false,
    };
    scroll.step(delta);
    true
}

/// The wheel over a list moves its cursor; a form stays as it is.
pub fn wheel(model: &mut Model, rows: isize) {
    let action = if rows > 0 { Action::Down } else { Action::Up };
    if !matches!(model.layer, Some(Layer::Form(_)) | None) {
        for _ in 0..rows.unsigned_abs() {
            act(model, action);
        }
    }
}

/// A click on a row of a list to choose from: the row gets the cursor, and the one that has it
/// already is run.
pub fn click(model: &mut Model, row: usize) -> Vec<Effect> {
    let scroll = match &mut model.layer {
        Some(Layer::Commands(commands)) => &mut commands.scroll,
        Some(Layer::Packs(list)) => &mut list.scroll,
        Some(Layer::Views(list)) => &mut list.scroll,
        _ => return Vec::new(),
    };
    if scroll.cursor() == row {
        return run_chosen(model);
    }
    scroll.set(row);
    Vec::new()
}

/// Runs the row under the cursor of a list to choose from.
pub fn run_chosen(model: &mut Model) -> Vec<Effect> {
    match model.layer {
        Some(Layer::Commands(_) | Layer::Packs(_) | Layer::Views(_)) => act(model, Action::Open),
        _ => Vec::new(),
    }
}

/// Whether what lies over the view holds something typed, which a click beside it must not cost.
pub fn holds_typed(model: &Model) -> bool {
    match &model.layer {
        Some(Layer::Form(form)) => form.touched,
        Some(Layer::Commands(commands)) => !commands.filter.is_empty(),
        Some(Layer::Packs(list)) => !list.filter.is_empty(),
        Some(Layer::Views(list)) => !list.filter.is_empty(),
        Some(Layer::Ledger(_) | Layer::Compare(_) | Layer::Prerequisites(_) | Layer::Year(_)) => false,
        Some(Layer::Problems(_) | Layer::QueryHelp(_) | Layer::Themes(_)) | None => false,
    }
}

fn commands_len(model: &Model) -> usize {
    match &model.layer {
        Some(Layer::Commands(commands)) => commands.rows(model).len(),
        _ => 0,
    }
}

/// Runs the row under the cursor in the view below.
fn run_command(model: &mut Model) -> Vec<Effect> {
    let row = match &model.layer {
        Some(Layer::Commands(commands)) => {
            if let Some(number) = commands.row_number() {
                model.layer = None;
                super::counts::go_to_row(model, number);
                return Vec::new();
            }
            commands.selected(model)
        }
        _ => None,
    };
    let Some(row) = row else { return Vec::new() };
    model.layer = None;
    match row {
        row if row.applies => super::act(model, row.action),
        row => {
            plan_and_hours::refuse(model, row.action);
            Vec::new()
        }
    }
}

/// A key for the text that has the focus.
pub fn typed(model: &mut Model, key: &KeyEvent) -> Vec<Effect> {
    let today = model.today;
    match &mut model.layer {
        Some(Layer::Form(form)) => {
            form.key(key);
            check(form, today);
        }
        Some(Layer::Commands(commands)) => {
            if commands.filter.is_empty() && key.code == KeyCode::Backspace {
                model.layer = None;
            } else if commands.filter.key(key) {
                commands.scroll = Scroll::default();
            }
        }
        Some(Layer::Packs(list)) => {
            if list.filter.is_empty() && key.code == KeyCode::Backspace {
                model.layer = None;
            } else if list.filter.key(key) {
                list.refilter(today);
            }
        }
        Some(Layer::Compare(compare)) if key.code == KeyCode::Char('d') => {
            compare.only_differing = !compare.only_differing;
            compare.scroll = Scroll::default();
        }
        Some(Layer::Views(list)) => {
            if removes(key) {
                return saved_views::remove_chosen(model);
            }
            if list.filter.is_empty() && key.code == KeyCode::Backspace {
                model.layer = None;
            } else if list.filter.key(key) {
                list.scroll = Scroll::default();
            }
        }
        Some(Layer::Ledger(_) | Layer::Compare(_) | Layer::Prerequisites(_)) => {}
        Some(Layer::Problems(_) | Layer::QueryHelp(_) | Layer::Themes(_) | Layer::Year(_)) => {}
        None if model.catalog.editing => {
            let before = model.catalog.query.text().to_owned();
            let empty = before.is_empty();
            if empty && key.code == KeyCode::Backspace && key.modifiers == KeyModifiers::NONE {
                model.catalog.editing = false;
            } else if model.catalog.query.key(key) {
                if model.catalog.query.text() != before {
                    browse::query_typed(model);
                }
                super::query_line::typed(model);
            }
        }
        None => {}
    }
    Vec::new()
}

/// Keys that take the chosen row out of a list that is narrowed by typing.
fn removes(key: &KeyEvent) -> bool {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    key.code == KeyCode::Delete || (ctrl && key.code == KeyCode::Char('x'))
}

/// Pasted text goes into a text field or nowhere: its letters are not keys.
pub fn pasted(model: &mut Model, text: &str) {
    let today = model.today;
    model.pending.clear();
    model.count = None;
    match &mut model.layer {
        Some(Layer::Form(form)) if form.is_text() => {
            form.paste(text);
            check(form, today);
        }
        Some(Layer::Commands(commands)) => {
            commands.filter.paste(text);
            commands.scroll = Scroll::default();
        }
        Some(Layer::Packs(list)) => {
            list.filter.paste(text);
            list.refilter(today);
        }
        Some(Layer::Views(list)) => {
            list.filter.paste(text);
            list.scroll = Scroll::default();
        }
        None if model.catalog.editing => {
            model.catalog.query.paste(text);
            browse::query_typed(model);
            super::query_line::typed(model);
        }
        Some(Layer::Form(_) | Layer::Ledger(_) | Layer::Compare(_) | Layer::Prerequisites(_))
        | Some(Layer::Problems(_) | Layer::QueryHelp(_) | Layer::Themes(_) | Layer::Year(_))
        | None => {
            let text = model.lang.words().paste_ignored.to_owned();
            model.say(text, Tone::Plain);
        }
    }
}

fn check(form: &mut Form, today: crate::domain::Date) {
    match form.purpose {
        Purpose::PlanItem { .. } => plan_form::check(form, today),
        Purpose::Follow { .. } => follow_form::check(form, today),
        Purpose::SaveView { .. } => view_form::check(form),
        _ => hours_form::check(form, today),
    }
    for field in &mut form.fields {
        field.fault = field.fault.take().or_else(|| field.choice_fault());
    }
}

fn act_on_form(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Layer::Form(form)) = &mut model.layer else { return Vec::new() };
    match action {
        Action::Down => form.next(),
        Action::Up => form.previous(),
        Action::Top => form.focus = 0,
        Action::Bottom => form.focus = form.fields.len().saturating_sub(1),
        Action::Open => return submit(model),
        Action::Escape | Action::Back => {
            if let Some(Layer::Form(form)) = model.layer.take()
                && form.touched
            {
                model.drafts.push(*form);
                model.say(model.lang.words().draft_kept.to_owned(), Tone::Plain);
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Saves the form if nothing is wrong with it; it stays open, with what was typed, until the save
/// has succeeded.
fn submit(model: &mut Model) -> Vec<Effect> {
    if model.saving > 0 {
        return Vec::new();
    }
    let today = model.today;
    let Some(Layer::Form(form)) = &mut model.layer else { return Vec::new() };
    form.tried = true;
    check(form, today);
    if form.focus_fault() || !saved_views::may_save(model) {
        return Vec::new();
    }
    let Some(Layer::Form(form)) = &mut model.layer else { return Vec::new() };
    let operation = match &form.purpose {
        Purpose::PlanItem { old } => {
            // A plan that cannot be read any more still gets the edit: its answer says what is wrong.
            let item = model.record.plan.get(&old.course).unwrap_or(old);
            plan_form::operation(form, item, today)
        }
        Purpose::Record { course, .. } => {
            let course = course.as_ref().and_then(|course| model.library.catalog.get(course));
            hours_form::operation(form, course, today)
        }
        Purpose::SaveView { query, .. } => view_form::operation(form, query),
        Purpose::Timed { session } => {
            hours_form::operation(form, model.library.catalog.get(&session.course), today)
        }
        Purpose::Follow { rule, old } => follow_form::operation(form, rule, old.as_deref(), today),
        _ => hours_form::operation(form, None, today),
    };
    let certificates = hours_form::certificates(form);
    match operation {
        Some(operation) => plan_and_hours::save_with(model, operation, certificates),
        None => Vec::new(),
    }
}

//! Moving about: cursor, panes, query line, facets, sort, marks.

use crate::action::Action;
use crate::app::applies::{applies, fills, gain_rule};
use crate::app::facets::FacetRow;
use crate::app::field::TextField;
use crate::app::model::{Model, Pane, Tone, View};
use crate::query::{self, Field, Sort, SortKey};

pub fn act(model: &mut Model, action: Action) {
    // While typing, Enter and the arrows are the query line's.
    if !applies(model, action) && !model.catalog.editing {
        let text = model.lang.phrases().does_not_apply(action);
        model.say(text, Tone::Plain);
        return;
    }
    match action {
        Action::Down => move_by(model, 1),
        Action::Up => move_by(model, -1),
        Action::HalfPageDown => move_by(model, page(model, 2)),
        Action::HalfPageUp => move_by(model, -page(model, 2)),
        Action::PageDown => move_by(model, page(model, 1)),
        Action::PageUp => move_by(model, -page(model, 1)),
        Action::Top => move_by(model, isize::MIN),
        Action::Bottom => move_by(model, isize::MAX),
        Action::DetailDown => scroll_detail(model, 1),
        Action::DetailUp => scroll_detail(model, -1),
        Action::NextPane => cycle(model, 1),
        Action::PreviousPane => cycle(model, 2),
        Action::Right => beside(model, 1),
        Action::Left => beside(model, -1),
        Action::Open => open(model),
        Action::Search => search(model),
        Action::Facets => facets(model),
        Action::ToggleFacet => toggle_facet(model),
        Action::Mark => mark(model, 1),
        Action::MarkAll => mark_all(model),
        Action::MarkRange => mark_range(model),
        Action::Zoom => model.zoomed = !model.zoomed,
        Action::SortGain => sort_by_gain(model),
        Action::Escape => escape(model),
        _ => sort(model, action),
    }
}

/// A page of the pane that moves, or half of one, in rows; at least one.
fn page(model: &Model, part: usize) -> isize {
    let areas = model.areas();
    let height = match model.focus {
        Pane::Facets => areas.facets_height(),
        Pane::List => areas.list_height(),
        Pane::Detail => areas.detail_height(),
    };
    isize::try_from(height / part).unwrap_or(1).max(1)
}

pub fn scroll_detail(model: &mut Model, delta: isize) {
    model.requirements.reveal = false;
    model.detail = model.detail.saturating_add_signed(delta);
}

fn move_by(model: &mut Model, delta: isize) {
    move_in(model, model.focus, delta);
}

/// Moves by rows in a pane, whether or not it has the focus.
pub fn move_in(model: &mut Model, pane: Pane, delta: isize) {
    match (pane, model.view) {
        (Pane::Detail, View::Status) => model.requirements.step_part(delta),
        (Pane::Detail, _) => model.detail = model.detail.saturating_add_signed(delta.min(10_000)),
        (Pane::Facets, _) => {
            model.catalog.facet_scroll.step(delta);
            // Over the head of a field to its neighbour in the same direction.
            if model.catalog.on_facet_head() {
                model.catalog.facet_scroll.step(delta.signum());
            }
        }
        (Pane::List, view) => {
            model.detail = 0;
            match view {
                View::Catalog => model.catalog.scroll.step(delta),
                View::Plan => model.plan.step(delta),
                View::Hours => model.hours.step(delta),
                View::Status => model.requirements.step_rule(delta),
            }
        }
    }
}

/// Puts the cursor on a row of the pane that has the keys.
pub fn choose(model: &mut Model, place: usize) {
    match (model.focus, model.view) {
        (Pane::Detail, View::Status) => {
            model.requirements.part = place;
            model.requirements.reveal = true;
        }
        (Pane::Detail, _) => {}
        (Pane::Facets, _) => model.catalog.facet_scroll.set(place),
        (Pane::List, view) => {
            model.detail = 0;
            match view {
                View::Catalog => model.catalog.scroll.set(place),
                View::Plan => model.plan.set(place),
                View::Hours => model.hours.set(place),
                View::Status => model.requirements.choose(place),
            }
        }
    }
}

/// The panes of the view, left to right, whether there is room for them now or not.
fn panes(model: &Model) -> Vec<Pane> {
    let mut panes = vec![Pane::List, Pane::Detail];
    if model.view == View::Catalog && model.facets_open() {
        panes.insert(0, Pane::Facets);
        if model.areas().detail.is_none() && model.areas().facets.is_some() && model.areas().list.is_some() {
            // Two panes are on the screen, and the detail is not one of them.
            panes.pop();
        }
    }
    panes
}

fn cycle(model: &mut Model, step: usize) {
    let panes = panes(model);
    let step = if step == 1 { 1 } else { panes.len() - 1 };
    let at = panes.iter().position(|pane| *pane == model.focus).unwrap_or(0);
    if let Some(pane) = panes.get((at + step) % panes.len()) {
        model.focus = *pane;
    }
}

fn beside(model: &mut Model, by: isize) {
    let panes = panes(model);
    let at = panes.iter().position(|pane| *pane == model.focus).unwrap_or(0);
    if let Some(pane) = at.checked_add_signed(by).and_then(|at| panes.get(at)) {
        model.focus = *pane;
    }
}

/// `Enter`: the course, item or entry in full. Where its pane is on the screen already, the keys
/// move into it; a planned course or an entry's course is not left for the catalog.
fn open(model: &mut Model) {
    if model.catalog.editing {
        model.catalog.editing = false;
        return;
    }
    if model.view == View::Status && model.focus == Pane::Detail {
        super::status::open_ledger(model);
        return;
    }
    model.focus = match model.focus {
        // From the facets to what they have left.
        Pane::Detail | Pane::Facets => Pane::List,
        Pane::List => Pane::Detail,
    };
    if model.focus == Pane::Detail && model.areas().detail.is_none() {
        // Facets hold the place of the detail: they give way.
        model.catalog.facets_wanted = Some(false);
    }
}

fn search(model: &mut Model) {
    super::go(model, View::Catalog);
    model.focus = Pane::List;
    model.catalog.editing = true;
}

/// The first press opens the facets and moves into them; inside them, it closes them.
fn facets(model: &mut Model) {
    if model.view != View::Catalog {
        return;
    }
    if model.facets_open() && model.focus == Pane::Facets {
        model.catalog.facets_wanted = Some(false);
        model.focus = Pane::List;
    } else {
        model.catalog.facets_wanted = Some(true);
        model.focus = Pane::Facets;
    }
}

fn toggle_facet(model: &mut Model) {
    let at = model.catalog.facet_scroll.cursor();
    let Some(FacetRow::Value { term, .. }) = model.catalog.facet_rows.get(at) else { return };
    let term = term.clone();
    let text = term.toggled(model.catalog.query.text());
    set_query(model, &text);
    let is_it = |row: &FacetRow| matches!(row, FacetRow::Value { term: other, .. } if *other == term);
    if let Some(at) = model.catalog.facet_rows.iter().position(is_it) {
        model.catalog.facet_scroll.set(at);
    }
}

/// Replaces the query text; the cursor stays on its course where that is still listed.
pub fn set_query(model: &mut Model, text: &str) {
    let course = model.selected_course().map(|course| course.id.clone());
    model.catalog.query = TextField::new(text);
    model.refilter();
    model.put_cursor_on(course.as_ref());
}

/// The query was typed in: the best match has the cursor.
pub fn query_typed(model: &mut Model) {
    model.refilter();
    model.catalog.scroll.set(0);
    model.detail = 0;
}

fn sort(model: &mut Model, action: Action) {
    let (key, descending) = match action {
        Action::SortRelevance => (SortKey::Relevance, false),
        Action::SortTitle => (SortKey::Title, false),
        Action::SortTitleReverse => (SortKey::Title, true),
        Action::SortHours => (SortKey::Hours, false),
        Action::SortHoursReverse => (SortKey::Hours, true),
        Action::SortProvider => (SortKey::Provider, false),
        Action::SortProviderReverse => (SortKey::Provider, true),
        Action::SortTrack => (SortKey::Track, false),
        Action::SortTrackReverse => (SortKey::Track, true),
        _ => return,
    };
    let sort = (key != SortKey::Relevance).then_some(Sort { key, descending });
    let text = query::with_sort(model.catalog.query.text(), sort);
    set_query(model, &text);
}

/// What a course adds is known for the gap that the query asks to fill. Where it asks for none, it
/// is made to ask for that of the rule under the cursor of Status, and that is said.
fn sort_by_gain(model: &mut Model) {
    let mut text = model.catalog.query.text().to_owned();
    if !fills(model)
        && let Some(rule) = gain_rule(model)
    {
        let rule = rule.to_string();
        text = query::toggle(&text, Field::Fills, &rule);
        let said = model.lang.phrases().ranked_by(&rule);
        model.say(said, Tone::Plain);
    }
    let sort = Sort { key: SortKey::Gain, descending: false };
    set_query(model, &query::with_sort(&text, Some(sort)));
}

/// `V` begins a range at the cursor; once more keeps what it has come to hold as marks.
fn mark_range(model: &mut Model) {
    if model.catalog.range.is_none() {
        model.catalog.range = model.selected_course().map(|course| course.id.clone());
        return;
    }
    keep_range(model);
}

/// Turns the range into marks; whether there was one.
fn keep_range(model: &mut Model) -> bool {
    let ids: Vec<_> = model.in_range().map(|course| course.id.clone()).collect();
    if model.catalog.range.take().is_none() {
        return false;
    }
    model.catalog.marked.extend(ids);
    model.personal_changed();
    true
}

/// Marks so many courses from the cursor on, or takes their marks off, and goes on below them.
pub fn mark(model: &mut Model, count: usize) {
    if keep_range(model) {
        return;
    }
    let from = model.catalog.scroll.cursor();
    let rows: Vec<usize> = model.catalog.found.rows.iter().skip(from).take(count).copied().collect();
    for row in &rows {
        let Some(course) = model.library.course(*row).map(|course| course.id.clone()) else { continue };
        if !model.catalog.marked.remove(&course) {
            model.catalog.marked.insert(course);
        }
    }
    model.personal_changed();
    model.catalog.scroll.step(isize::try_from(rows.len()).unwrap_or(1));
}

fn mark_all(model: &mut Model) {
    let rows = model.catalog.found.rows.clone();
    let ids: Vec<_> = rows.iter().filter_map(|row| Some(model.library.course(*row)?.id.clone())).collect();
    if ids.iter().all(|id| model.catalog.marked.contains(id)) {
        for id in &ids {
            model.catalog.marked.remove(id);
        }
    } else {
        model.catalog.marked.extend(ids);
    }
    model.personal_changed();
}

/// `Esc` goes one step out, and never out of the program: from typing, from a zoomed pane, from a
/// pane, from a range, from marks, from the query.
fn escape(model: &mut Model) {
    if model.catalog.editing {
        model.catalog.editing = false;
    } else if model.zoomed {
        model.zoomed = false;
    } else if model.focus != Pane::List {
        model.focus = Pane::List;
    } else if model.view != View::Catalog {
        // Nothing to leave.
    } else if model.catalog.range.take().is_some() {
        // What was marked before stays.
    } else if !model.catalog.marked.is_empty() {
        model.catalog.marked.clear();
        model.personal_changed();
    } else if !model.catalog.query.is_empty() {
        set_query(model, "");
    }
}

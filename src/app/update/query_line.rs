//! What the keys of the query line do besides editing it: the box of completions, earlier queries.

use super::browse;
use crate::action::Action;
use crate::app::completion::CompletionBox;
use crate::app::effect::Effect;
use crate::app::field::TextField;
use crate::app::message::LineKey;
use crate::app::model::{Model, Tone};
use crate::query::Candidate;

pub fn key(model: &mut Model, key: LineKey) -> Vec<Effect> {
    if !model.is_on_query_line() {
        return Vec::new();
    }
    match key {
        LineKey::Complete => complete(model, true),
        LineKey::CompleteBack => complete(model, false),
        LineKey::Earlier if !model.catalog.recall.read => return vec![Effect::ReadQueries],
        LineKey::Earlier => {
            let line = &model.catalog.query;
            let (text, caret) = (line.text().to_owned(), line.caret());
            let found = model.catalog.recall.earlier(&text, caret);
            show(model, found);
        }
        LineKey::Later => {
            let found = model.catalog.recall.later();
            show(model, found);
        }
    }
    Vec::new()
}

/// The queries of other sessions have been read, because an earlier one was asked for.
pub fn queries_read(model: &mut Model, queries: Vec<String>) {
    model.catalog.recall.merge(queries);
    key(model, LineKey::Earlier);
}

fn show(model: &mut Model, query: Option<String>) {
    if let Some(query) = query {
        model.catalog.completion = None;
        model.catalog.query = TextField::new(&query);
        browse::query_typed(model);
    }
}

/// `Tab`: the only way to go on is taken at once, of several a box gives the choice, and in the box
/// it walks.
fn complete(model: &mut Model, forwards: bool) {
    if let Some(open) = &mut model.catalog.completion {
        open.step(forwards);
        return;
    }
    match CompletionBox::open(model) {
        Some(one) if one.completion.candidates.len() == 1 => {
            model.catalog.completion = Some(one);
            take(model);
        }
        Some(several) => model.catalog.completion = Some(several),
        None => model.say(model.lang.words().nothing_to_complete.to_owned(), Tone::Plain),
    }
}

/// Puts the chosen candidate into the line. Behind a name, the box goes on with its values.
fn take(model: &mut Model) {
    let Some(open) = model.catalog.completion.take() else { return };
    let Some(candidate) = open.chosen() else { return };
    model.catalog.query.replace(open.completion.span.clone(), &candidate.text());
    model.catalog.recall.stop();
    browse::query_typed(model);
    if matches!(candidate, Candidate::Name(_)) {
        model.catalog.completion = CompletionBox::open(model);
    }
}

/// Keys that mean the box while it is open; whether this was one.
pub fn in_box(model: &mut Model, action: Action) -> bool {
    if !model.is_on_query_line() {
        return false;
    }
    let Some(open) = &mut model.catalog.completion else { return false };
    match action {
        Action::Down => open.step(true),
        Action::Up => open.step(false),
        Action::Open => take(model),
        Action::Escape => model.catalog.completion = None,
        _ => return false,
    }
    true
}

/// Something was typed: the box follows, and is gone when nothing fits any more.
pub fn typed(model: &mut Model) {
    model.catalog.recall.stop();
    if model.catalog.completion.is_some() {
        model.catalog.completion = CompletionBox::open(model);
    }
}

/// The query line has been left: what stands in it is kept for another time.
pub fn left(model: &mut Model) -> Option<Effect> {
    model.catalog.completion = None;
    model.catalog.recall.read = false;
    let query = model.catalog.query.text().trim().to_owned();
    if query.is_empty() {
        return None;
    }
    model.catalog.recall.keep(&query);
    Some(Effect::KeepQuery(query))
}

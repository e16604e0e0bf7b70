//! `profile.toml` and `views.toml` as pieces of text that can be looked at, put in and taken out one
//! by one: a value on its line, a `[[follow]]` block with its totals, or a `[[view]]` block, each with
//! the comment above it.

use super::key_line::{self, eol, last, line_end};
use super::layout::Layout;
use super::plan_change::ItemState;
use super::profile_text::{editable, inline_totals, personal_date, render, render_total};
use super::toml_text::string;
use super::view_text;
use crate::domain::date::parse_iso;
use crate::domain::profile::{Fact, Piece, TotalOverride};
use crate::domain::{Date, Following, RuleId, SavedView, ViewName};
use toml_edit::{Document, Item, Table};

/// A piece as the journal names it: `name`, `dates.birthday`, `follow.us-tx-pe`.
pub(super) fn key(piece: &Piece) -> String {
    match piece {
        Piece::Name => "name".to_owned(),
        Piece::Licence => "licence".to_owned(),
        Piece::Date(name) => format!("dates.{name}"),
        Piece::Rule(rule) => format!("follow.{rule}"),
        Piece::View(name) => format!("view.{name}"),
    }
}

/// The other way round.
pub(super) fn piece(key: &str) -> Option<Piece> {
    Some(match key.split_once('.') {
        None if key == "name" => Piece::Name,
        None if key == "licence" => Piece::Licence,
        Some(("dates", name)) => Piece::Date(name.to_owned()),
        Some(("follow", rule)) => Piece::Rule(RuleId::new(rule)?),
        Some(("view", name)) => Piece::View(ViewName::new(name)?),
        _ => return None,
    })
}

/// How a piece stands in a text, `Some(None)` where it does not. `None` for a text that does not let
/// itself be cut up.
pub(super) fn state(text: &str, piece: &Piece) -> Option<Option<ItemState>> {
    let value = |text: Option<String>| text.map(|text| ItemState { at: 0, text });
    Some(match piece {
        Piece::Name => value(key_line::get(text, &[], "name")),
        Piece::Licence => value(key_line::get(text, &[], "licence")),
        Piece::Date(name) => value(key_line::get(text, &["dates"], name)),
        Piece::Rule(rule) => block(&cut(text)?, rule),
        Piece::View(name) => block(&cut_views(text)?, name),
    })
}

/// A text with a piece put to a state; `None` where the text does not let itself be edited so.
pub(super) fn put(text: &str, piece: &Piece, state: Option<&ItemState>) -> Option<String> {
    let eol = eol(text);
    let native = state.map(|state| state.text.replace('\n', eol));
    let value = native.as_deref();
    match piece {
        Piece::Name => key_line::set(text, &[], "name", value, eol),
        Piece::Licence => key_line::set(text, &[], "licence", value, eol),
        Piece::Date(name) => put_date(text, name, value),
        Piece::Rule(rule) => Some(put_block(cut(text)?, rule, state)),
        Piece::View(name) => Some(put_block(cut_views(text)?, name, state)),
    }
}

fn block<K: Clone + PartialEq>(layout: &Layout<K>, id: &K) -> Option<ItemState> {
    Some(ItemState { at: layout.position(id)?, text: layout.item(id)? })
}

fn put_block<K: Clone + PartialEq>(mut layout: Layout<K>, id: &K, state: Option<&ItemState>) -> String {
    match state {
        None => layout.remove(id),
        Some(state) if layout.position(id).is_some() => layout.replace(id, &state.text),
        Some(state) => layout.insert(state.at, id.clone(), &state.text),
    }
    layout.text()
}

/// Puts a saved view last.
pub(super) fn add_view(text: &str, view: &SavedView) -> Option<String> {
    let mut layout = cut_views(text)?;
    layout.insert(usize::MAX, view.name.clone(), &view_text::render(view));
    Some(layout.text())
}

/// Exchanges the query in the block of a saved view.
pub(super) fn edit_view(text: &str, view: &SavedView) -> Option<String> {
    let mut layout = cut_views(text)?;
    let query = string(&view.query);
    layout.edit(&view.name, |block, eol| key_line::set(block, &["view"], "query", Some(&query), eol))?;
    Some(layout.text())
}

/// A text that says a fact.
pub(super) fn state_fact(text: &str, fact: &Fact) -> Option<String> {
    let value = match fact {
        Fact::Name(words) | Fact::Licence(words) => words.as_deref().map(string),
        Fact::Date(_, date) => date.as_ref().map(personal_date),
    };
    let state = value.map(|text| ItemState { at: 0, text });
    put(text, &fact.piece(), state.as_ref())
}

pub(super) fn add_rule(text: &str, following: &Following) -> Option<String> {
    let mut layout = cut(text)?;
    layout.insert(usize::MAX, following.rule.clone(), &render(following));
    Some(layout.text())
}

/// Changes in a block what two versions of it differ in.
pub(super) fn edit_rule(text: &str, old: &Following, new: &Following) -> Option<String> {
    let mut layout = cut(text)?;
    layout.edit(&old.rule, |block, eol| {
        let mut block = block.to_owned();
        for ((key, before), (_, after)) in editable(old).into_iter().zip(editable(new)) {
            if before != after {
                block = key_line::set(&block, &["follow"], key, after.as_deref(), eol)?;
            }
        }
        edit_totals(&block, &old.totals, &new.totals)
    })?;
    Some(layout.text())
}

fn edit_totals(block: &str, old: &[TotalOverride], new: &[TotalOverride]) -> Option<String> {
    if old == new {
        return Some(block.to_owned());
    }
    let period = |table: &Table| match table.get("period") {
        None => Some(None),
        Some(stated) => day(stated).map(Some),
    };
    let Some(mut layout) = Layout::new(block, &["follow", "total"], period) else {
        // Written as a list in one value; so it stays.
        let list = (!new.is_empty()).then(|| inline_totals(new));
        return key_line::set(block, &["follow"], "total", list.as_deref(), eol(block));
    };
    for total in old.iter().filter(|total| !new.iter().any(|kept| kept.period == total.period)) {
        layout.remove(&total.period);
    }
    for total in new {
        let hours = total.hours.to_string();
        match old.iter().find(|known| known.period == total.period) {
            None => layout.insert(usize::MAX, total.period, &render_total(total)),
            Some(known) if known.hours == total.hours => {}
            Some(_) => layout.edit(&total.period, |text, eol| {
                key_line::set(text, &["follow", "total"], "hours", Some(&hours), eol)
            })?,
        }
    }
    Some(layout.text())
}

/// A date as it is written, in quotes or without.
fn day(stated: &Item) -> Option<Date> {
    match stated.as_str() {
        Some(text) => parse_iso(text).ok(),
        None => parse_iso(&stated.as_datetime()?.to_string()).ok(),
    }
}

fn put_date(text: &str, name: &str, value: Option<&str>) -> Option<String> {
    let eol = eol(text);
    if Document::parse(text).ok()?.as_table().contains_key("dates") {
        return key_line::set(text, &["dates"], name, value, eol);
    }
    match value {
        None => Some(text.to_owned()),
        Some(value) => begin_dates(text, &format!("[dates]{eol}{name} = {value}"), eol),
    }
}

/// Puts the table of dates behind the keys that stand before all tables.
fn begin_dates(text: &str, table: &str, eol: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let Some(last) = last(document.as_table()) else {
        return Some(key_line::before_tables(text, &document, &format!("{table}{eol}"), eol));
    };
    let at = line_end(text, last);
    let (above, below) = text.split_at_checked(at)?;
    let next = below.strip_prefix(eol).unwrap_or(below);
    let apart = if next.is_empty() || next.starts_with(eol) { "" } else { eol };
    Some(format!("{above}{eol}{eol}{table}{apart}{below}"))
}

fn cut(text: &str) -> Option<Layout<RuleId>> {
    let rule = |table: &Table| table.get("rule").and_then(Item::as_str).and_then(RuleId::new);
    Layout::new(text, &["follow"], rule)
}

fn cut_views(text: &str) -> Option<Layout<ViewName>> {
    let name = |table: &Table| table.get("name").and_then(Item::as_str).and_then(ViewName::new);
    Layout::new(text, &["view"], name)
}

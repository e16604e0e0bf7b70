//! The Status view: the followed rules, each with its state and a bar, and beside them the parts of
//! the one under the cursor.
//!
//! `rules` the list · `parts` the rule in full · `ledger` what a figure is made of ·
//! `packs` the packs to choose from

pub mod ledger;
pub mod packs;
mod parts;
mod rules;

use super::Screen;
use super::bar::Fill;
use super::catalog::blank_slate;
use super::pane;
use super::theme::{Role, Theme};
use crate::domain::Amount;
use crate::domain::requirement::{Evaluation, Part, State};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

pub fn draw(screen: &mut Screen<'_, '_>) {
    if screen.model.requirements.standings.is_empty() {
        nothing_followed(screen);
        return;
    }
    if let Some(area) = screen.areas.list {
        rules::draw(screen, area);
    }
    if let Some(area) = screen.areas.detail {
        parts::draw(screen, area);
    }
}

/// Over both panes: what to do next, and some of the packs that there are.
fn nothing_followed(screen: &mut Screen<'_, '_>) {
    let panes = [screen.areas.list, screen.areas.detail];
    let Some(area) = panes.into_iter().flatten().reduce(Rect::union) else { return };
    let lang = screen.model.lang;
    let words = lang.words();
    pane::frame(screen, area, words.requirements, "", true);
    let inside = screen.areas.inside(area);
    let packs = screen.model.requirements.packs.rules();
    let names: Vec<&str> =
        packs.iter().take(3).map(|rule| rule.title.in_order(lang.is_chinese()).0).collect();
    let hint = match names.is_empty() {
        true => words.no_rules_hint.to_owned(),
        false => format!("{} {}", words.no_rules_hint, lang.phrases().such_as(&names, packs.len())),
    };
    blank_slate(screen, inside, words.no_rules, &hint);
}

/// A share of a total that nobody states limits nothing.
const NO_LIMIT: Amount = Amount::from_hundredths(u64::MAX);

/// How full a part is; blank where nothing is required. `plain` keeps one style.
fn bar(part: &Part, width: usize, theme: Theme, plain: Option<Style>) -> Vec<Span<'static>> {
    let stretches =
        [(Fill::Counted, part.counted), (Fill::Carried, part.carried), (Fill::Planned, part.planned)];
    match part.required.filter(|required| *required != NO_LIMIT) {
        Some(required) => crate::ui::bar::spans(&stretches, required, width, theme, plain),
        None => vec![Span::styled(" ".repeat(width), plain.unwrap_or_default())],
    }
}

pub fn state_role(state: State) -> Role {
    match state {
        State::Met => Role::Done,
        State::OnTrack => Role::Planned,
        State::AtRisk => Role::Warning,
        State::Missed | State::Impossible => Role::Error,
        State::Advice => Role::Dim,
    }
}

/// The part that stands for a rule in one line: the total, or where none is stated the first part
/// that wants something.
pub fn headline(evaluation: &Evaluation) -> Option<&Part> {
    evaluation.parts.iter().find(|part| part.wants()).or(evaluation.parts.first())
}

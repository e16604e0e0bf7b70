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
use crate::domain::requirement::{Evaluation, Part, State};
use crate::locale::requirements::{figures, part_name};
use crate::locale::{Lang, Say};
use ratatui::layout::Rect;
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
    // A profile that could not be read is not an empty one.
    let broken = screen.model.record.problems.iter().find(|one| one.place.file.ends_with("profile.toml"));
    if let Some(problem) = broken {
        blank_slate(screen, inside, words.profile_unreadable, &problem.say(lang));
        return;
    }
    let packs = screen.model.requirements.packs.rules();
    let names: Vec<&str> =
        packs.iter().take(3).map(|rule| rule.title.in_order(lang.is_chinese()).0).collect();
    let hint = match names.is_empty() {
        true => words.no_rules_hint.to_owned(),
        false => format!("{} {}", words.no_rules_hint, lang.phrases().such_as(&names, packs.len())),
    };
    blank_slate(screen, inside, words.no_rules, &hint);
}

/// How full a part is; blank where nothing is required. In a row in reverse video it keeps its own
/// colours: turned round, what is full would look empty.
fn bar(part: &Part, width: usize, theme: Theme) -> Vec<Span<'static>> {
    let stretches =
        [(Fill::Counted, part.counted), (Fill::Carried, part.carried), (Fill::Planned, part.planned)];
    match part.stated() {
        Some(required) => crate::ui::bar::spans(&stretches, required, width, theme, None),
        None => vec![Span::raw(" ".repeat(width))],
    }
}

pub fn state_role(state: State) -> Role {
    match state {
        State::Met => Role::Met,
        State::OnTrack => Role::OnTrack,
        State::AtRisk => Role::AtRisk,
        State::Missed | State::Impossible => Role::Missed,
        State::Advice => Role::Dim,
    }
}

/// Its figures, with its name where it is not the total.
pub fn headline_in_brief(lang: Lang, evaluation: &Evaluation) -> String {
    match evaluation.headline() {
        None => String::new(),
        Some(part) if part.place.is_none() => figures(part),
        Some(part) => format!("{} {}", part_name(lang, part), figures(part)),
    }
}

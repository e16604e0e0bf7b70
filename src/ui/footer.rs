//! The bottom line: what has just happened, what a begun sequence can become, or the keys that
//! apply here, as many as there is room for.

use super::Screen;
use super::catalog::complaint;
use super::pane;
use super::text::{cells, cut, line, wrap};
use super::theme::Role;
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::model::{Layer, Pane, Tone, View};
use crate::config::Context;
use crate::locale::Say;
use crate::locale::actions::short;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

pub fn draw(screen: &mut Screen<'_, '_>) {
    let area = screen.areas.footer;
    if area.is_empty() {
        return;
    }
    let (model, theme) = (screen.model, screen.theme);
    let width = usize::from(area.width);
    if let Some(notice) = &model.notice {
        let style = theme.style(tone_role(notice.tone));
        let in_full = notice.tone != Tone::Done && model.layer.is_none();
        if in_full {
            say_in_full(screen, &notice.text, style);
        } else {
            screen.frame.render_widget(line(cut(&format!(" {}", notice.text), width), style), area);
        }
        return;
    }
    if let Some(error) = complaint(model).filter(|_| screen.areas.query.is_some_and(|query| query.height < 3))
    {
        // The query line has no border to say it on.
        say_in_full(screen, &error.kind.say(model.lang), theme.style(Role::Error));
        return;
    }
    let problems = problems(screen);
    let hints = if model.pending.is_empty() { applicable(screen) } else { continuations(screen) };
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    let wide = |(key, what): &(String, String)| cells(key) + cells(what) + 4;
    // The last hint, help, always has its place: from there everything else can be found. So have
    // problems with files, where there is room for both.
    let reserved = hints.last().map_or(0, wide);
    let told = problems.as_ref().map_or(0, |text| cells(text) + 2);
    let told = if reserved + told <= width { told } else { 0 };
    let last = hints.len().saturating_sub(1);
    for (at, (key, what)) in hints.into_iter().enumerate() {
        let more = cells(&key) + cells(&what) + 4;
        let room = width.saturating_sub(told + if at == last { 0 } else { reserved });
        if used + more > room {
            continue;
        }
        used += more;
        spans.push(Span::styled(format!(" {key}"), theme.style(Role::Key)));
        spans.push(Span::styled(format!(" {what}  "), theme.style(Role::Text)));
    }
    screen.frame.render_widget(Line::from(spans), area);
    if let Some(text) = problems.filter(|_| told > 0) {
        let width = u16::try_from(told - 1).unwrap_or(area.width).min(area.width);
        let place = Rect { x: area.x + area.width - width, width, ..area };
        screen.frame.render_widget(line(text, theme.style(Role::Warning)), place);
    }
}

pub fn tone_role(tone: Tone) -> Role {
    match tone {
        Tone::Done => Role::Done,
        Tone::Plain => Role::Text,
        Tone::Warning => Role::Warning,
        Tone::Error => Role::Error,
    }
}

/// What has gone wrong is said in full: a long sentence takes rows from what is above, at most
/// half of the screen.
fn say_in_full(screen: &mut Screen<'_, '_>, text: &str, style: Style) {
    let area = screen.areas.footer;
    let mut parts = wrap(text, usize::from(area.width).saturating_sub(2));
    let most = usize::from(screen.frame.area().height / 2).max(1);
    if parts.len() > most {
        let rest = parts.split_off(most - 1).join(" ");
        parts.push(cut(&rest, usize::from(area.width).saturating_sub(2)));
    }
    let height = u16::try_from(parts.len()).unwrap_or(1).max(1);
    let place = Rect { y: area.bottom() - height, height, ..area };
    screen.frame.render_widget(Clear, place);
    let lines: Vec<Line<'static>> = parts.into_iter().map(|part| line(format!(" {part}"), style)).collect();
    pane::lines(screen, place, &lines, 0);
}

/// For the right end: files that could not be read, or problems in them.
fn problems(screen: &Screen<'_, '_>) -> Option<String> {
    let model = screen.model;
    let count = model.problems();
    let phrases = model.lang.phrases();
    match (count, model.library.skipped) {
        (0, _) => None,
        (count, 0) => Some(phrases.problems(count)),
        (_, skipped) => Some(phrases.files_skipped(skipped)),
    }
}

/// The keys that do something here, most wanted first.
fn applicable(screen: &Screen<'_, '_>) -> Vec<(String, String)> {
    let model = screen.model;
    let lang = model.lang;
    match &model.layer {
        // A form shows its keys itself, beside its fields.
        Some(Layer::Form(_)) => return Vec::new(),
        Some(Layer::Commands(_)) => {
            return vec![key("Enter", lang.words().run), key("Esc", lang.words().close)];
        }
        Some(Layer::Packs(_)) => {
            return vec![key("Enter", lang.words().follow_this), key("Esc", lang.words().close)];
        }
        Some(Layer::Views(_)) => {
            let words = lang.words();
            let removes = key("Ctrl+x", words.remove);
            return vec![key("Enter", words.apply), removes, key("Esc", words.close)];
        }
        Some(Layer::Ledger(_) | Layer::QueryHelp(_)) => {
            return vec![key("j/k", lang.words().scroll), key("Esc", lang.words().close)];
        }
        Some(Layer::Problems(_)) => return vec![key("Esc", lang.words().close)],
        None => {}
    }
    if model.view == View::Catalog && model.catalog.editing {
        let words = lang.words();
        if model.catalog.completion.is_some() {
            return vec![key("Tab", words.form_next), key("Enter", words.take), key("Esc", words.close)];
        }
        return vec![
            key("Enter", &words.courses.to_lowercase()),
            key("Tab", words.completes),
            key("↑↓", &format!("{}/{}", short(Action::Down, lang), short(Action::Up, lang))),
            key("Ctrl+Up", words.earlier),
            key("Ctrl+u", words.clear),
            key("Esc", words.form_leave),
            key("F1", short(Action::QueryHelp, lang)),
        ];
    }
    let context = model.context();
    let wanted: &[Action] = match context {
        Context::Catalog => &[
            Action::Search,
            Action::PlanAdd,
            Action::PlanRemove,
            Action::RecordHours,
            Action::Facets,
            Action::Mark,
            Action::Open,
        ],
        Context::Facets => &[Action::ToggleFacet, Action::Facets, Action::Search],
        Context::Plan => &[
            Action::RecordHours,
            Action::Modify,
            Action::PlanRemove,
            Action::MoveLater,
            Action::Open,
            Action::ViewCatalog,
        ],
        Context::Hours => {
            &[Action::RecordFree, Action::Modify, Action::Void, Action::Open, Action::ViewCatalog]
        }
        Context::Status => &[
            Action::Open,
            Action::Today,
            Action::FillGap,
            Action::Follow,
            Action::EarlierDay,
            Action::LaterDay,
            Action::Modify,
            Action::Unfollow,
        ],
        Context::Everywhere => &[],
    };
    let order = wanted.iter().chain(&[Action::Undo, Action::Back, Action::Help]);
    let mut shown: Vec<Action> = Vec::new();
    for action in order {
        if !shown.contains(action) && applies(model, *action) {
            shown.push(*action);
        }
    }
    let quits = model.view == View::Catalog && model.focus == Pane::List;
    shown
        .into_iter()
        .filter_map(|action| {
            let key = model.keymap.key_of(context, action)?;
            let what = match action {
                Action::Back if !quits => lang.words().back,
                Action::Open if context == Context::Status && model.focus == Pane::Detail => {
                    lang.words().explain
                }
                _ => short(action, lang),
            };
            Some((key.to_string(), what.to_owned()))
        })
        .collect()
}

/// A hint whose key is not in the keymap: while something is typed or a popup is open.
fn key(key: &str, what: &str) -> (String, String) {
    (key.to_owned(), what.to_owned())
}

/// After the first key of a sequence: what the next one does.
fn continuations(screen: &Screen<'_, '_>) -> Vec<(String, String)> {
    let model = screen.model;
    model
        .keymap
        .after(model.context(), &model.pending)
        .map(|(keys, action)| (keys.to_string(), short(action, model.lang).to_owned()))
        .collect()
}

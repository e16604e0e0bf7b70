//! The hint box: after the first key of a sequence, what the next one does. It opens with that key,
//! above the footer, and holds what would do something here.

use super::Screen;
use super::pane::framed;
use super::text::{cells, cut, fit};
use super::theme::Role;
use crate::action::Action;
use crate::app::applies::applies;
use crate::app::pointer::Target;
use crate::config::keymap::Keys;
use crate::locale::actions::short;
use crate::query::SortKey;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A key that may follow, and what it does.
struct Hint {
    key: String,
    what: String,
    action: Action,
}

pub fn draw(screen: &mut Screen<'_, '_>) {
    let whole = screen.frame.area();
    let below = screen.areas.footer.height;
    let hints = hints(screen);
    let keys = hints.iter().map(|hint| cells(&hint.key)).max().unwrap_or(1);
    let what = hints.iter().map(|hint| cells(&hint.what)).max().unwrap_or(0);
    // A blank in front, one between key and words, two behind.
    let column = keys + what + 4;
    let columns = (usize::from(whole.width).saturating_sub(2) / column).clamp(1, 3).min(hints.len().max(1));
    let rows = hints.len().div_ceil(columns).max(1);
    let name = pressed(screen);
    let width = (column * columns).max(cells(&name) + 4) + 2;
    let room = whole.height.saturating_sub(below);
    let size = |cells: usize, most: u16| u16::try_from(cells).unwrap_or(most).min(most);
    let (width, height) = (size(width, whole.width), size(rows + 2, room));
    let area = Rect { x: 0, y: room - height, width, height };
    let inside = framed(screen, area, &name);
    if hints.is_empty() {
        let words = cut(&format!(" {}", screen.model.lang.words().nothing_here), usize::from(inside.width));
        let dim = screen.theme.style(Role::Dim);
        screen
            .frame
            .render_widget(Line::styled(words, dim), Rect { height: 1, ..inside }.intersection(inside));
    }
    for (at, hint) in hints.iter().enumerate() {
        // Down the columns, as one reads.
        let (across, down) = (at / rows, at % rows);
        let x = inside.x + size(across * column, inside.width);
        let place =
            Rect { x, y: inside.y + size(down, inside.height), width: size(column, inside.width), height: 1 };
        let place = place.intersection(inside);
        if place.is_empty() {
            continue;
        }
        let key = Span::styled(format!(" {}", fit(&hint.key, keys)), screen.theme.style(Role::Key));
        let what = cut(&hint.what, usize::from(place.width).saturating_sub(keys + 2));
        let what = Span::styled(format!(" {what}"), screen.theme.style(Role::Text));
        screen.frame.render_widget(Line::from(vec![key, what]), place);
        screen.spot(place, Target::Do(hint.action));
    }
}

/// The keys so far, behind the count that they are for: `12 g`.
fn pressed(screen: &Screen<'_, '_>) -> String {
    let keys = Keys(&screen.model.pending).to_string();
    match screen.model.count {
        Some(count) => format!("{count} {keys}"),
        None => keys,
    }
}

fn hints(screen: &Screen<'_, '_>) -> Vec<Hint> {
    let model = screen.model;
    let following = model.keymap.after(model.context(), &model.pending);
    following
        .filter(|(_, action)| applies(model, *action))
        .map(|(keys, action)| {
            let on = is_on(screen, action);
            let what = short(action, model.lang);
            let what = if on { model.lang.phrases().in_force(what) } else { what.to_owned() };
            Hint { key: keys.to_string(), what, action }
        })
        .collect()
}

/// Whether the list is sorted in this way now. Which direction that is, is in the action's words.
fn is_on(screen: &Screen<'_, '_>, action: Action) -> bool {
    let sort = match action {
        Action::SortRelevance => None,
        Action::SortTitle => Some((SortKey::Title, false)),
        Action::SortTitleReverse => Some((SortKey::Title, true)),
        Action::SortHours => Some((SortKey::Hours, false)),
        Action::SortHoursReverse => Some((SortKey::Hours, true)),
        Action::SortProvider => Some((SortKey::Provider, false)),
        Action::SortProviderReverse => Some((SortKey::Provider, true)),
        Action::SortTrack => Some((SortKey::Track, false)),
        Action::SortTrackReverse => Some((SortKey::Track, true)),
        _ => return false,
    };
    let now = screen.model.catalog.good.sort.first();
    now.map(|sort| (sort.key, sort.descending)) == sort
}

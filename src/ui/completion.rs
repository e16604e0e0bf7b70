//! The box of completions, right under what is being typed: as wide as its rows, over the list.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line};
use super::theme::Role;
use crate::app::completion::{CompletionBox, ROWS};
use crate::locale::Lang;
use crate::locale::query_line;
use crate::query::Candidate;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType};

/// Columns of the part behind a candidate that says what it is.
const SAID: usize = 36;

/// `column` is where the text begins that a candidate takes the place of, `below` the line of it.
pub fn draw(screen: &mut Screen<'_, '_>, open: &CompletionBox, column: u16, below: u16) {
    let whole = screen.frame.area();
    let lang = screen.model.lang;
    let rows: Vec<(String, String)> = open
        .completion
        .candidates
        .iter()
        .map(|candidate| (candidate.text(), said(lang, candidate)))
        .collect();
    let framed = screen.areas.framed;
    let border = if framed { 2 } else { 0 };
    let room = whole.bottom().saturating_sub(below + 1 + border + 1);
    let shown = rows.len().min(ROWS).min(usize::from(room));
    if shown == 0 {
        return;
    }
    let most = usize::from(whole.width).saturating_sub(usize::from(border) + 2);
    let text = rows.iter().map(|(text, _)| cells(text)).max().unwrap_or(0).min(most);
    let said = rows.iter().map(|(_, said)| cells(said)).max().unwrap_or(0).min(SAID);
    // What a candidate is goes before the candidate is cut.
    let said = if said > 0 { said.min(most.saturating_sub(text + 2)) } else { 0 };
    let inner = text + if said > 0 { said + 2 } else { 0 } + 2;
    let width = u16::try_from(inner).unwrap_or(whole.width).saturating_add(border).min(whole.width);
    let height = u16::try_from(shown).unwrap_or(0) + border;
    let x = column.saturating_sub(1 + border / 2).min(whole.width - width);
    let area = Rect { x, y: below + 1, width, height };
    pane::clear(screen, area);
    let mut inside = area;
    if framed {
        let style = screen.theme.style(Role::Accent).remove_modifier(ratatui::style::Modifier::BOLD);
        let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(style);
        if rows.len() > shown {
            let count = format!(" {}/{} ", open.scroll.cursor() + 1, rows.len());
            block = block.title_bottom(line(count, screen.theme.style(Role::Dim)).right_aligned());
        }
        inside = block.inner(area);
        screen.frame.render_widget(block, area);
    }
    let mut scroll = open.scroll;
    scroll.settle(rows.len(), shown);
    let lines: Vec<Line<'static>> = scroll
        .window(rows.len(), shown)
        .filter_map(|at| Some((at, rows.get(at)?)))
        .map(|(at, row)| candidate(screen, row, (text, said), at == scroll.cursor()))
        .collect();
    pane::lines(screen, inside, &lines, 0);
}

fn candidate(
    screen: &Screen<'_, '_>,
    (text, said): &(String, String),
    (text_width, said_width): (usize, usize),
    selected: bool,
) -> Line<'static> {
    let theme = screen.theme;
    let lead = if selected { ">" } else { " " };
    let text = fit(text, text_width);
    let said = if said_width > 0 { format!("  {}", fit(said, said_width)) } else { String::new() };
    if selected {
        return line(format!("{lead}{text}{said} "), theme.style(Role::Selected));
    }
    Line::from(vec![
        Span::styled(format!("{lead}{text}"), theme.style(Role::Text)),
        Span::styled(format!("{} ", cut(&said, said_width + 2)), theme.style(Role::Dim)),
    ])
}

/// What a candidate is, in a word or two.
fn said(lang: Lang, candidate: &Candidate) -> String {
    match candidate {
        Candidate::Name(name) => query_line::name(*name, lang).to_owned(),
        Candidate::Value(name, offer) => {
            let label = offer.label.clone();
            let said = label.or_else(|| query_line::value(*name, &offer.value, lang).map(str::to_owned));
            match (said, offer.count) {
                (Some(said), Some(count)) => format!("{said} · {count}"),
                (Some(said), None) => said,
                (None, Some(count)) => count.to_string(),
                (None, None) => String::new(),
            }
        }
    }
}

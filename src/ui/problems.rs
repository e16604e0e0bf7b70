//! The list of problems: every mistake in every file, with its place and its remedy.

use super::Screen;
use super::pane;
use super::text::{line, wrap};
use super::theme::Role;
use crate::app::scroll::Scroll;
use crate::locale::Say;
use ratatui::text::Line;

/// Columns that the list takes, where there are as many.
const WIDTH: u16 = 110;

pub fn draw(screen: &mut Screen<'_, '_>, scroll: &Scroll) {
    let model = screen.model;
    let lang = model.lang;
    let (theme, room) = (screen.theme, screen.frame.area());
    // Inside the border, with a blank column on both sides, and the mark of the cursor.
    let width = usize::from(room.width.min(WIDTH)).saturating_sub(6);
    let catalog = model.library.problems.iter().map(|problem| problem.say(lang));
    let packs = model.requirements.problems.iter().map(|problem| problem.say(lang));
    let record = model.record.problems.iter().map(|problem| problem.say(lang));
    let look = model.look.problems.iter().map(|problem| problem.say(lang));
    let settings = model.troubles.iter().map(|trouble| trouble.say(lang));
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut count = 0;
    for (at, text) in catalog.chain(packs).chain(record).chain(settings).chain(look).enumerate() {
        count = at + 1;
        let selected = at == scroll.cursor();
        let role = if selected { Role::Heading } else { Role::Text };
        let lead = if selected { "> " } else { "  " };
        for (part, text) in wrap(&text, width).into_iter().enumerate() {
            let lead = if part == 0 { lead } else { "  " };
            lines.push(line(format!("{lead}{text}"), theme.style(role)));
        }
    }
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let inside =
        pane::popup(screen, WIDTH, height.min(room.height.saturating_sub(4)).max(6), lang.words().problems);
    if inside.is_empty() {
        return;
    }
    // Keep the selected problem's first line in view.
    let before = lines.iter().take_while(|line| !line.to_string().starts_with("> ")).count();
    let first = before
        .saturating_sub(usize::from(inside.height) / 2)
        .min(lines.len().saturating_sub(usize::from(inside.height)));
    pane::lines(screen, inside, &lines, first);
    if lines.len() > usize::from(inside.height) {
        pane::note_below(screen, inside, &format!("{}/{count}", scroll.cursor() + 1));
    }
}

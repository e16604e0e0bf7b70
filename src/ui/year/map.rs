//! The days of a year as a map: a row a weekday, a column a week. How much a day has is told by its
//! glyph, whatever its colour; the day under the cursor is told in words above the map, and all
//! that the map shows below it.

use crate::domain::Date;
use crate::domain::year::{Day, Level, Year};
use crate::locale::Lang;
use crate::locale::Say;
use crate::locale::year::{apart, day, facts as numbers, month_in_brief, planned_mark, weekday_in_brief};
use crate::ui::Screen;
use crate::ui::detail::Facts;
use crate::ui::text::{cells, fit, line};
use crate::ui::theme::Role;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// Columns in front of the first week: a weekday, and the mark of the cursor's row.
const HEAD: usize = 4;
/// Columns of a whole year, at one a week.
pub const WIDTH: usize = HEAD + 54;
/// The mark of a day without study that a course is planned for.
const PLANNED: &str = "+";

fn glyph(level: Level) -> &'static str {
    match level {
        Level::None => "·",
        Level::Little => "░",
        Level::Some => "▒",
        Level::Much => "▓",
        Level::Most => "█",
        Level::Unmeasured => "?",
    }
}

fn look(day: &Day) -> (&'static str, Role) {
    match day.level() {
        Level::None if day.planned > 0 => (PLANNED, Role::Planned),
        level => (glyph(level), role(level)),
    }
}

pub fn lines(screen: &Screen<'_, '_>, facts: &mut Facts, year: &Year, cursor: Date, width: usize) {
    let lang = screen.model.lang;
    if let Some(chosen) = year.days.at(cursor) {
        facts.paragraph(&day(lang, chosen), screen.theme.style(Role::Heading));
    }
    let weeks = year.days.weeks();
    // A week has two columns, one, or the year is divided; where not even half of it fits, words must do.
    let half = Date::new(year.number, 7, 1).map_or(0, |july| year.days.week(july));
    let room = width.saturating_sub(HEAD);
    let wide = if room >= weeks * 2 { 2 } else { 1 };
    let ends: &[usize] = match room {
        room if room >= weeks => &[0, weeks],
        room if room >= weeks - half => &[0, half, weeks],
        _ => &[],
    };
    let map = Map { screen, year, cursor, wide };
    for (start, end) in ends.iter().zip(ends.iter().skip(1)) {
        facts.lines.extend(map.block(&(*start..*end)));
    }
    if !ends.is_empty() {
        legend(screen, facts, width);
    }
    facts.gap();
    for (label, text) in numbers(lang, year) {
        facts.fact(label, &text);
    }
    for remark in apart(lang, &year.apart, &year.earned) {
        facts.dim(&remark);
    }
}

struct Map<'a, 'b, 'c> {
    screen: &'a Screen<'b, 'c>,
    year: &'a Year,
    cursor: Date,
    /// Columns that a week takes.
    wide: usize,
}

impl Map<'_, '_, '_> {
    /// Some weeks: the months above, a row a weekday, and the mark of the cursor's week below.
    fn block(&self, weeks: &Range<usize>) -> Vec<Line<'static>> {
        let mut lines = vec![line(self.months(weeks), self.screen.theme.style(Role::Dim))];
        lines.extend((0..7).map(|weekday| self.row(weeks, weekday)));
        let week = self.year.days.week(self.cursor);
        let place = week.checked_sub(weeks.start).filter(|_| weeks.contains(&week));
        let mark = place.map(|place| format!("{}^", " ".repeat(HEAD + place * self.wide)));
        lines.push(line(mark.unwrap_or_default(), self.screen.theme.style(Role::Accent)));
        lines
    }

    /// The name of each month above the week of its first day, where the one before leaves room.
    fn months(&self, weeks: &Range<usize>) -> String {
        let lang = self.screen.model.lang;
        let mut text = String::new();
        for number in 1..=12 {
            let Ok(first) = Date::new(self.year.number, number, 1) else { continue };
            let week = self.year.days.week(first);
            if !weeks.contains(&week) {
                continue;
            }
            let at = HEAD + (week - weeks.start) * self.wide;
            let name = match (lang, self.wide) {
                (Lang::Zh, 1) => number.to_string(),
                _ => month_in_brief(lang, number),
            };
            let end = HEAD + weeks.len() * self.wide;
            if (text.is_empty() || cells(&text) < at) && at + cells(&name) <= end {
                text = fit(&text, at) + &name;
            }
        }
        text
    }

    fn row(&self, weeks: &Range<usize>, weekday: usize) -> Line<'static> {
        let (lang, theme) = (self.screen.model.lang, self.screen.theme);
        let of_cursor = self.year.days.at(self.cursor).is_some_and(|day| day.weekday() == weekday);
        let here = of_cursor && weeks.contains(&self.year.days.week(self.cursor));
        let (mark, role) = if here { (">", Role::Accent) } else { (" ", Role::Dim) };
        let head = fit(weekday_in_brief(lang, weekday), HEAD - 1) + mark;
        let mut spans = vec![Span::styled(head, theme.style(role))];
        for week in weeks.clone() {
            let (text, role) = match self.year.days.in_week(week, weekday) {
                None => (" ", Role::Text),
                Some(day) if day.date == self.cursor => (look(day).0, Role::Selected),
                Some(day) => look(day),
            };
            spans.push(Span::styled(text, theme.style(role)));
            spans.push(Span::raw(" ".repeat(self.wide - 1)));
        }
        Line::from(spans)
    }
}

/// What the glyphs mean, as many to a line as fit.
fn legend(screen: &Screen<'_, '_>, facts: &mut Facts, width: usize) {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let mut meanings: Vec<(&'static str, Role, String)> =
        Level::ALL.iter().map(|level| (glyph(*level), role(*level), level.say(lang))).collect();
    meanings.push((PLANNED, Role::Planned, planned_mark(lang).to_owned()));
    let (mut spans, mut used): (Vec<Span<'static>>, usize) = (Vec::new(), 0);
    for (glyph, role, meaning) in meanings {
        let text = format!(" {meaning}   ");
        let more = 1 + cells(&text);
        if used > 0 && used + more > width + 3 {
            facts.lines.push(Line::from(std::mem::take(&mut spans)));
            used = 0;
        }
        used += more;
        spans.push(Span::styled(glyph, theme.style(role)));
        spans.push(Span::styled(text, theme.style(Role::Dim)));
    }
    facts.lines.push(Line::from(spans));
}

fn role(level: Level) -> Role {
    match level {
        Level::None => Role::Heat0,
        Level::Little => Role::Heat1,
        Level::Some => Role::Heat2,
        Level::Much => Role::Heat3,
        Level::Most => Role::Heat4,
        Level::Unmeasured => Role::Text,
    }
}

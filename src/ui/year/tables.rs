//! Hours by category and month, with totals both ways, and the balance of tracks: bars, with the
//! figures beside them.

use crate::domain::Amount;
use crate::domain::year::{Time, Year};
use crate::locale::year::{
    apart, category, month_in_brief, other_tracks, per_cent, shared, time, total, track,
};
use crate::ui::Screen;
use crate::ui::bar::{self, Fill};
use crate::ui::detail::Facts;
use crate::ui::text::{cells, fit, fit_right, line, wrap};
use crate::ui::theme::Role;
use ratatui::text::{Line, Span};

/// Columns that a bar has at least, and at most.
const BAR: (usize, usize) = (8, 30);
/// Columns that a name has at most.
const NAME: usize = 24;

/// A row: its name, its months, its sum.
struct Row {
    name: String,
    months: [Time; 12],
    sum: Time,
    role: Role,
}

pub fn categories(screen: &Screen<'_, '_>, facts: &mut Facts, year: &Year, width: usize) {
    let (lang, table) = (screen.model.lang, &year.labels);
    let mut rows: Vec<Row> = (table.rows.iter())
        .map(|row| Row {
            name: category(lang, row.category.as_ref()),
            months: row.months,
            sum: row.total,
            role: Role::Text,
        })
        .collect();
    if !rows.is_empty() {
        let name = total(lang).to_owned();
        rows.push(Row { name, months: table.months, sum: table.total, role: Role::Heading });
        let in_columns = in_columns(screen, &rows, width);
        facts.lines.extend(in_columns.unwrap_or_else(|| below_each_other(screen, &rows, width)));
        facts.gap();
    }
    for remark in shared(lang, table).into_iter().chain(apart(lang, &year.apart, &year.earned)) {
        facts.dim(&remark);
    }
}

fn figure(time: Time) -> String {
    if time.is_zero() { "·".to_owned() } else { time.hours().to_string() }
}

fn names(rows: &[Row]) -> usize {
    rows.iter().map(|row| cells(&row.name)).max().unwrap_or(0).min(NAME)
}

/// A column a month, the sum, and a bar where there is room for one; `None` where the months have
/// not even theirs.
fn in_columns(screen: &Screen<'_, '_>, rows: &[Row], width: usize) -> Option<Vec<Line<'static>>> {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let heads: Vec<String> = (1..=12).map(|number| month_in_brief(lang, number)).collect();
    let figures = rows.iter().flat_map(|row| row.months.iter().map(|time| figure(*time)));
    let column = figures.chain(heads.iter().cloned()).map(|text| cells(&text)).max()? + 1;
    let sum = rows.iter().map(|row| cells(&figure(row.sum))).max()?.max(cells(total(lang))) + 2;
    let name = names(rows);
    let room = width.checked_sub(name + 12 * column + sum)?;
    let bar = Some(room.saturating_sub(2).min(BAR.1)).filter(|bar| *bar >= BAR.0);
    let most = most(rows);
    let mut head = fit("", name);
    heads.iter().for_each(|month| head.push_str(&fit_right(month, column)));
    head.push_str(&fit_right(total(lang), sum));
    let mut lines = vec![line(head, theme.style(Role::Dim))];
    for row in rows {
        let style = theme.style(row.role);
        let mut spans = vec![Span::styled(fit(&row.name, name), style)];
        for time in row.months {
            let role = if time.is_zero() { Role::Dim } else { row.role };
            spans.push(Span::styled(fit_right(&figure(time), column), theme.style(role)));
        }
        spans.push(Span::styled(fit_right(&figure(row.sum), sum), theme.style(Role::Heading)));
        if let Some(bar) = bar.filter(|_| row.role == Role::Text) {
            spans.push(Span::raw("  "));
            spans.extend(bar_of(screen, row.sum, most, bar));
        }
        lines.push(Line::from(spans));
    }
    Some(lines)
}

/// The most that a row has: what a full bar stands for.
fn most(rows: &[Row]) -> Time {
    rows.iter().filter(|row| row.role == Role::Text).map(|row| row.sum).max().unwrap_or_default()
}

/// For less room: a row with its bar, and its months below it.
fn below_each_other(screen: &Screen<'_, '_>, rows: &[Row], width: usize) -> Vec<Line<'static>> {
    let (lang, theme) = (screen.model.lang, screen.theme);
    let most = most(rows);
    let sums = rows.iter().map(|row| cells(&time(lang, row.sum))).max().unwrap_or(0);
    let mut lines = Vec::new();
    for row in rows {
        let tail = fit_right(&time(lang, row.sum), sums);
        let bar = if row.role == Role::Text { Some((row.sum, most)) } else { None };
        lines.push(barred(screen, row, names(rows), bar, &tail, width));
        let months = (1..=12).zip(row.months).filter(|(_, time)| !time.is_zero());
        let months: Vec<String> =
            months.map(|(month, time)| format!("{} {}", month_in_brief(lang, month), figure(time))).collect();
        let said = wrap(&months.join(" · "), width.saturating_sub(2)).into_iter();
        lines.extend(said.map(|text| line(format!("  {text}"), theme.style(Role::Dim))));
    }
    lines
}

/// A name, a bar of what there is of the most, and figures behind it.
fn barred(
    screen: &Screen<'_, '_>,
    row: &Row,
    name: usize,
    bar: Option<(Time, Time)>,
    tail: &str,
    width: usize,
) -> Line<'static> {
    let style = screen.theme.style(row.role);
    let room = width.saturating_sub(name + 4 + cells(tail)).min(BAR.1);
    let mut spans = vec![Span::styled(fit(&row.name, name), style), Span::raw("  ")];
    if room >= BAR.0 {
        match bar {
            Some((time, most)) => spans.extend(bar_of(screen, time, most, room)),
            None => spans.push(Span::raw(" ".repeat(room))),
        }
        spans.push(Span::raw("  "));
    }
    spans.push(Span::styled(tail.to_owned(), screen.theme.style(Role::Heading)));
    Line::from(spans)
}

fn bar_of(screen: &Screen<'_, '_>, time: Time, most: Time, width: usize) -> Vec<Span<'static>> {
    let required = most.minutes().plus(Amount::from_hundredths(u64::from(most.is_zero())));
    bar::spans(&[(Fill::Counted, time.minutes())], required, width, screen.theme, None)
}

pub fn tracks(screen: &Screen<'_, '_>, facts: &mut Facts, year: &Year, width: usize) {
    let (lang, catalog) = (screen.model.lang, &screen.model.library.catalog);
    let shares = &year.tracks.shares;
    let rows: Vec<Row> = (shares.iter())
        .map(|share| Row {
            name: track(lang, share, catalog),
            months: [Time::ZERO; 12],
            sum: share.time,
            role: Role::Text,
        })
        .collect();
    let widest = rows.iter().map(|row| cells(&time(lang, row.sum))).max().unwrap_or(0);
    let most = most(&rows);
    for (row, share) in rows.iter().zip(shares) {
        let tail = format!("{}  {}", fit_right(&time(lang, row.sum), widest), fit_right(&per_cent(share), 5));
        facts.lines.push(barred(screen, row, names(&rows), Some((row.sum, most)), &tail, width));
    }
    if !rows.is_empty() {
        let sum = Row {
            name: total(lang).to_owned(),
            months: [Time::ZERO; 12],
            sum: year.tracks.total,
            role: Role::Heading,
        };
        let tail = format!("{}  {}", fit_right(&time(lang, sum.sum), widest), fit_right("100 %", 5));
        facts.lines.push(barred(screen, &sum, names(&rows), None, &tail, width));
        facts.gap();
    }
    if shares.iter().any(|share| share.track.is_none()) {
        facts.dim(other_tracks(lang));
    }
    for remark in apart(lang, &year.apart, &year.earned) {
        facts.dim(&remark);
    }
}

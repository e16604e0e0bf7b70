//! A year as plain lines: the numbers, a map of letters, tables in columns. No colour, no borders.

use super::{YearReport, letter, level_letter, named, said};
use crate::domain::Date;
use crate::domain::year::{Level, Time};
use crate::locale::year::{
    Heading, as_of, month_in_brief, no_rules_in_words, planned_mark, title, weekday_in_brief,
};
use crate::locale::{Lang, Say};
use unicode_width::UnicodeWidthStr;

/// The lines, none of them wrapped.
pub fn text(report: &YearReport<'_>, lang: Lang) -> Vec<String> {
    let mut lines = vec![title(lang, report.year.number)];
    lines.extend(report.numbers(lang));
    lines.extend(report.apart(lang));
    if !report.year.is_empty() {
        lines.extend([String::new(), Heading::Days.say(lang)]);
        lines.extend(map(report, lang));
        lines.extend([String::new(), Heading::Categories.say(lang)]);
        lines.extend(categories(report, lang));
        lines.extend(report.shared(lang));
        lines.extend([String::new(), Heading::Tracks.say(lang)]);
        lines.extend(columns(&report.tracks(lang).into_iter().map(Vec::from).collect::<Vec<_>>()));
        lines.extend(report.other(lang).map(str::to_owned));
    }
    let day = as_of(lang, report.as_of);
    lines.extend([String::new(), format!("{}{}{day}", Heading::Pace.say(lang), lang.either(", ", "，"))]);
    if report.paces.is_empty() {
        lines.push(no_rules_in_words(lang).to_owned());
    }
    for (rule, paces) in report.paces {
        for one in paces {
            lines.push(format!(
                "{}{}{}",
                named(lang, rule, one),
                lang.either(": ", "："),
                said(lang, rule, one).join(lang.either("; ", "；"))
            ));
        }
    }
    lines
}

/// A row a weekday and a letter a week; above them the number of the month that begins.
fn map(report: &YearReport<'_>, lang: Lang) -> Vec<String> {
    const HEAD: usize = 4;
    let days = &report.year.days;
    let mut months = String::new();
    for month in 1..=12 {
        let Ok(first) = Date::new(report.year.number, month, 1) else { continue };
        months = format!("{months:<width$}{month}", width = HEAD + days.week(first));
    }
    let mut lines = vec![months];
    for weekday in 0..7 {
        let letters: String =
            (0..days.weeks()).map(|week| days.in_week(week, weekday).map_or(' ', letter)).collect();
        let head = weekday_in_brief(lang, weekday);
        let line = format!("{head}{}{letters}", " ".repeat(HEAD - head.width()));
        lines.push(line.trim_end().to_owned());
    }
    let mut legend: Vec<String> =
        Level::ALL.iter().map(|level| format!("{} {}", level_letter(*level), level.say(lang))).collect();
    legend.push(format!("+ {}", planned_mark(lang)));
    lines.push(legend.join(lang.either(", ", "，")));
    lines
}

fn categories(report: &YearReport<'_>, lang: Lang) -> Vec<String> {
    let rows = report.rows(lang);
    let mut head = vec![String::new()];
    head.extend((1..=12).map(|month| month_in_brief(lang, month)));
    head.push(crate::locale::year::total(lang).to_owned());
    let figure = |time: &Time| if time.is_zero() { "-".to_owned() } else { time.hours().to_string() };
    let mut table = vec![head];
    for row in &rows {
        let mut cells = vec![row.name.clone()];
        cells.extend(row.months.iter().map(figure));
        cells.push(row.sum.hours().to_string());
        table.push(cells);
    }
    if rows.is_empty() { Vec::new() } else { columns(&table) }
}

/// Cells in columns: the first flush left, figures flush right.
fn columns(table: &[Vec<String>]) -> Vec<String> {
    let count = table.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|at| table.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or(0))
        .collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            if at == 0 { format!("{cell}{blanks}") } else { format!("  {blanks}{cell}") }
        });
        cells.collect::<String>().trim_end().to_owned()
    };
    table.iter().map(line).collect()
}

//! A year as Markdown: the numbers, tables, and the map of letters as preformatted lines.

use super::{YearReport, named, said};
use crate::domain::year::Time;
use crate::exchange::transcript::escaped;
use crate::locale::year::{Heading, as_of, month_in_brief, no_rules_in_words, title, total};
use crate::locale::{Lang, Say};

/// The page, ending with a line feed.
pub fn markdown(report: &YearReport<'_>, lang: Lang) -> String {
    let mut text = format!("# {}\n\n", escaped(&title(lang, report.year.number)));
    for said in report.numbers(lang).iter().chain(&report.apart(lang)) {
        text.push_str(&format!("- {}\n", escaped(said)));
    }
    if !report.year.is_empty() {
        heading(&mut text, &Heading::Categories.say(lang));
        let mut head = vec![String::new()];
        head.extend((1..=12).map(|month| month_in_brief(lang, month)));
        head.push(total(lang).to_owned());
        let figure = |time: &Time| if time.is_zero() { String::new() } else { time.hours().to_string() };
        let rows = report.rows(lang).into_iter().map(|row| {
            let mut cells = vec![row.name];
            cells.extend(row.months.iter().map(figure));
            cells.push(row.sum.hours().to_string());
            cells
        });
        table(&mut text, &head, rows);
        if let Some(said) = report.shared(lang) {
            text.push_str(&format!("\n{}\n", escaped(&said)));
        }
        heading(&mut text, &Heading::Tracks.say(lang));
        let head = [Heading::Tracks.say(lang), lang.words().hours.to_owned(), "%".to_owned()];
        table(&mut text, &head, report.tracks(lang).into_iter().map(Vec::from));
        if let Some(said) = report.other(lang) {
            text.push_str(&format!("\n{}\n", escaped(said)));
        }
    }
    heading(
        &mut text,
        &format!("{}{}{}", Heading::Pace.say(lang), lang.either(", ", "，"), as_of(lang, report.as_of)),
    );
    text.push('\n');
    if report.paces.is_empty() {
        text.push_str(&format!("{}\n", escaped(no_rules_in_words(lang))));
    }
    for (rule, paces) in report.paces {
        for one in paces {
            let said = said(lang, rule, one).join(lang.either("; ", "；"));
            text.push_str(&format!("- **{}**: {}\n", escaped(&named(lang, rule, one)), escaped(&said)));
        }
    }
    text
}

fn heading(text: &mut String, name: &str) {
    text.push_str(&format!("\n## {}\n", escaped(name)));
}

fn table(text: &mut String, head: &[String], rows: impl Iterator<Item = Vec<String>>) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    text.push('\n');
    text.push_str(&line(head));
    let ruler = (0..head.len()).map(|at| if at == 0 { "---" } else { "---:" });
    text.push_str(&format!("| {} |\n", ruler.collect::<Vec<_>>().join(" | ")));
    rows.for_each(|row| text.push_str(&line(&row)));
}

//! The transcript as Markdown with tables: for a mail, a wiki, a repository.

use super::Transcript;
use super::paper::{Cell, Kind, Line, Paper, Section, Table};
use crate::domain::Safe;
use crate::locale::Lang;

/// The transcript in a language, ending with a line feed.
pub fn markdown(transcript: &Transcript, lang: Lang) -> String {
    let paper = Paper::new(transcript, lang);
    let mut text = format!("# {}\n", escaped(&paper.title));
    for warning in &paper.warnings {
        text.push_str(&format!("\n**{}**\n", escaped(warning)));
    }
    text.push('\n');
    for (label, value) in &paper.facts {
        text.push_str(&format!("- {}{}{}\n", escaped(label), lang.either(": ", "："), escaped(value)));
    }
    paper.sections.iter().for_each(|section| put_section(&mut text, section));
    let words = paper.words;
    let line = "_".repeat(30).replace('_', "\\_");
    text.push_str(&format!(
        "\n{}\n\n{} {line} {} {line}\n",
        words.declaration, words.signature, words.signed_on
    ));
    if !paper.holder.is_empty() {
        text.push_str("\n---\n");
        paper.holder.iter().for_each(|section| put_section(&mut text, section));
    }
    text
}

fn put_section(text: &mut String, section: &Section) {
    text.push_str(&format!("\n## {}\n", escaped(&section.heading)));
    if let Some(table) = &section.table {
        put_table(text, table);
    }
    for line in &section.lines {
        text.push_str(&format!("\n{}\n", escaped(&line.text)));
    }
}

fn put_table(text: &mut String, table: &Table) {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    text.push('\n');
    text.push_str(&row(table.columns.iter().map(|(heading, _)| escaped(heading)).collect()));
    let ruler = |(_, kind): &(String, Kind)| match kind {
        Kind::Figure => "---:".to_owned(),
        _ => "---".to_owned(),
    };
    text.push_str(&row(table.columns.iter().map(ruler).collect()));
    for cells in &table.rows {
        text.push_str(&row(cells.iter().map(said).collect()));
    }
    for (label, sum) in &table.sums {
        text.push_str(&format!("\n**{} {}**\n", escaped(label), escaped(sum)));
    }
}

fn said(cell: &Cell) -> String {
    let below = cell.below.iter().map(|line: &Line| escaped(&line.text));
    let lines = std::iter::once(escaped(&cell.text)).chain(below);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
}

/// A text in which no character means anything to Markdown or HTML.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in Safe::new(text).char_indices() {
        // These mean something at the beginning of a line only.
        let begins = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~');
        match c {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' => escaped.extend(['\\', c]),
            c if begins => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_title_cannot_break_out_of_its_cell() {
        assert_eq!(escaped("a|b <b>*c*\n# d"), "a\\|b &lt;b>\\*c\\* # d");
        assert_eq!(escaped("# no heading"), "\\# no heading");
        let text = sample::hostile().with(|transcript| markdown(transcript, Lang::En));
        assert!(!text.contains("<script") && !text.contains("](javascript"), "{text}");
    }

    #[test]
    fn every_row_of_a_table_has_as_many_cells() {
        let text = sample::hostile().with(|transcript| markdown(transcript, Lang::Zh));
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        let tables = text.split("\n\n").filter(|block| block.starts_with("| "));
        let mut count = 0;
        for table in tables {
            let widths: Vec<usize> = table.lines().map(cells).collect();
            assert!(widths.len() > 2 && widths.iter().all(|width| *width == widths[0]), "{table}");
            count += 1;
        }
        assert_eq!(count, 2, "{text}");
    }
}

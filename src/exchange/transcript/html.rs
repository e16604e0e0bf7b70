//! One self-contained page: no script, nothing fetched, its style inside. It is made for A4 paper
//! first and a screen second. Every text from outside is escaped.

use super::Transcript;
use super::paper::{Cell, Kind, Line, Paper, Section, Table};
use crate::locale::Lang;

const STYLE: &str = include_str!("page.css");

/// The transcript as a page in a language.
pub fn html(transcript: &Transcript, lang: Lang) -> String {
    let paper = Paper::new(transcript, lang);
    let title = match transcript.name {
        Some(name) => format!("{} · {}", escaped(&paper.title), escaped(name)),
        None => escaped(&paper.title),
    };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        if lang.is_chinese() { "zh-Hans" } else { "en" },
    );
    page.push_str(&format!("<h1>{}</h1>\n", escaped(&paper.title)));
    for warning in &paper.warnings {
        page.push_str(&format!("<p class=\"warning\">{}</p>\n", escaped(warning)));
    }
    page.push_str("<dl>\n");
    for (label, value) in &paper.facts {
        page.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(label), escaped(value)));
    }
    page.push_str("</dl>\n");
    for section in &paper.sections {
        put_section(&mut page, section);
    }
    let words = paper.words;
    page.push_str(&format!(
        "<footer>\n<p>{}</p>\n<p class=\"sign\"><span>{}</span><span>{}</span></p>\n</footer>\n",
        words.declaration, words.signature, words.signed_on
    ));
    if !paper.holder.is_empty() {
        page.push_str("<aside>\n");
        paper.holder.iter().for_each(|section| put_section(&mut page, section));
        page.push_str("</aside>\n");
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn put_section(page: &mut String, section: &Section) {
    // A heading goes to the next page with what it is about.
    page.push_str(&format!("<section>\n<h2>{}</h2>\n", escaped(&section.heading)));
    if let Some(table) = &section.table {
        put_table(page, table);
    }
    for line in &section.lines {
        page.push_str(&format!("<p>{}</p>\n", linked(line)));
    }
    page.push_str("</section>\n");
}

fn put_table(page: &mut String, table: &Table) {
    page.push_str("<table>\n<thead><tr>");
    for (heading, kind) in &table.columns {
        page.push_str(&format!("<th scope=\"col\"{}>{}</th>", class(*kind), escaped(heading)));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        for (cell, (_, kind)) in row.iter().zip(&table.columns) {
            page.push_str(&format!("<td{}>{}</td>", class(*kind), said(cell)));
        }
        page.push_str("</tr>\n");
    }
    // Not a table foot: that would be repeated on every page. A sum stands under the figures that
    // it is of, which are the last.
    let last = table.columns.iter().rposition(|(_, kind)| *kind == Kind::Figure).unwrap_or_default();
    let rest = "<td></td>".repeat(table.columns.len().saturating_sub(last + 1));
    for (label, sum) in &table.sums {
        page.push_str(&format!(
            "<tr class=\"sum\"><th scope=\"row\" colspan=\"{last}\">{}</th><td class=\"figure\">{}</td>{rest}</tr>\n",
            escaped(label),
            escaped(sum)
        ));
    }
    page.push_str("</tbody>\n</table>\n");
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "",
        Kind::Figure => " class=\"figure\"",
        Kind::Day => " class=\"day\"",
        Kind::State => " class=\"state\"",
        Kind::Proof => " class=\"proof\"",
    }
}

fn said(cell: &Cell) -> String {
    let mut said = escaped(&cell.text);
    for line in &cell.below {
        said.push_str(&format!("<small>{}</small>", linked(line)));
    }
    said
}

fn linked(line: &Line) -> String {
    match &line.link {
        Some(link) => format!("<a href=\"{}\">{}</a>", escaped(link), escaped(&line.text)),
        None => escaped(&line.text),
    }
}

/// A text that stands for itself between tags and inside quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in crate::domain::Safe::new(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
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
    fn nothing_from_outside_becomes_markup() {
        let sample = sample::hostile();
        for lang in [Lang::En, Lang::Zh] {
            let page = sample.with(|transcript| html(transcript, lang));
            for tag in ["<script", "<img", "<b>", "onerror=\"", "javascript:"] {
                assert!(!page.contains(tag), "{tag}\n{page}");
            }
            assert!(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;"));
            assert!(!page.contains('\u{202e}') && !page.contains('\u{1b}'));
        }
    }

    #[test]
    fn the_page_fetches_nothing_and_says_its_language() {
        let sample = sample::plain();
        for (lang, tag) in [(Lang::En, "<html lang=\"en\">"), (Lang::Zh, "<html lang=\"zh-Hans\">")] {
            let page = sample.with(|transcript| html(transcript, lang));
            assert!(page.contains(tag));
            for fetched in ["src=", "url(", "@import", "<link", "<script", "http-equiv=\"refresh\""] {
                assert!(!page.contains(fetched), "{fetched}");
            }
            for wanted in ["@page", "table-header-group", "break-inside: avoid", "counter(page)"] {
                assert!(page.contains(wanted), "{wanted}");
            }
            let opened = page.matches("<tr").count();
            assert_eq!(opened, page.matches("</tr>").count());
        }
    }

    #[test]
    fn what_is_for_the_holder_stands_behind_the_signature_and_forecasts_nowhere() {
        let page = sample::plain().with(|transcript| html(transcript, Lang::En));
        let (paper, holder) = page.split_once("</footer>").unwrap();
        assert!(holder.contains("a gap of the pack") && !paper.contains("a gap of the pack"), "{page}");
        for forecast in ["on track", "at risk", "a week needed", "at this pace", "with the plan"] {
            assert!(!page.contains(forecast), "{forecast}: {page}");
        }
    }

    #[test]
    fn the_page_says_what_an_auditor_asks_for() {
        let page = sample::plain().with(|transcript| html(transcript, Lang::En));
        for wanted in [
            "Li Ming",
            "PE 12345",
            "Bridge seminar",
            "2026-03-01",
            "Engineering college",
            "certificate.pdf",
            "entries 1, 2: 8 + 7 = 15",
            "counts 2 times",
            "2026-01-01",
            "Signature",
            "a gap of the pack",
            "The statute",
        ] {
            assert!(page.contains(wanted), "{wanted}\n{page}");
        }
    }
}

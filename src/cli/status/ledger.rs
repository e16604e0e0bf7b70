//! `--explain`: the entries behind each figure, with the sum so far and the reasons.

use super::{Drawn, Sight};
use crate::cli::console::Look;
use crate::cli::page::Page;
use crate::cli::standings::Figures;
use crate::cli::table::{Fit, Table};
use crate::domain::requirement::ledger::{
    Line, LineCredit, PlannedLine, ledger, planned_lines, uncategorised,
};
use crate::domain::requirement::rule::Label;
use crate::domain::requirement::{Part, State};
use crate::locale::cli::{labels, standing};
use crate::locale::requirements::{part_name, planned_reasons, reason, would_add};
use crate::locale::{Lang, vocabulary};

const INDENT: &str = "  ";

pub(super) fn add(page: &mut Page, one: &Figures, sight: &Sight) {
    let Figures { rule, evaluation } = one;
    let lang = sight.context.lang;
    for part in &evaluation.parts {
        page.blank();
        let unit = vocabulary::unit_in_brief(lang, rule.unit);
        let heading = standing::ledger_of(lang, &part_name(lang, part), unit);
        page.wrapped(Look::Heading, INDENT, &heading);
        let lines = ledger(part, evaluation, sight.record);
        let planned = planned_lines(part, evaluation, sight.catalog);
        if lines.is_empty() && planned.is_empty() {
            page.wrapped(Look::Plain, INDENT, standing::no_entries(lang));
            continue;
        }
        let width = sight.context.width().map(|width| width.saturating_sub(INDENT.len()));
        let mut rows = table(&lines, &planned, lang).lines(width).into_iter();
        page.lines(rows.next().map(indented));
        let planned = planned.iter().map(|line| planned_reasons(lang, rule, line));
        let why = lines.iter().map(|line| reasons(line, one, lang)).chain(planned);
        for (row, why) in rows.zip(why) {
            page.lines([indented(row)]);
            for reason in why {
                page.wrapped(Look::Plain, "      ", &reason);
            }
        }
    }
    let entries = uncategorised(evaluation, sight.record);
    if entries > 0
        && let Some(part) = evaluation.parts.iter().find(|part| is_short_of_a_category(part))
    {
        page.blank();
        page.wrapped(Look::Plain, INDENT, &standing::uncategorised(lang, entries, &part.id));
    }
}

fn is_short_of_a_category(part: &Part) -> bool {
    let short = part.wants() && !matches!(part.state, State::Met);
    short && matches!(part.label, Some(Label::Category(_)))
}

fn table(lines: &[Line], planned: &[PlannedLine], lang: Lang) -> Table {
    let (words, label) = (lang.words(), labels(lang));
    let mut table = Table::default()
        .column(words.date, Fit::Keep)
        .column(words.title, Fit::Shrink(16))
        .figures(label.claimed, Fit::Keep)
        .figures(label.counted, Fit::Keep)
        .figures(label.sum, Fit::Keep);
    for line in lines {
        let claimed = match line.credit {
            LineCredit::CarriedIn(_) => String::new(),
            LineCredit::Counted(credit) => credit.claimed.to_string(),
        };
        table.row([
            line.entry.date.to_string(),
            line.entry.title.clone(),
            claimed,
            line.credit.counted().to_string(),
            line.sum.to_string(),
        ]);
    }
    for line in planned {
        let claimed = line.credit.map(|credit| credit.claimed.to_string());
        table.row([
            words.planned.to_owned(),
            line.course.title.wording(lang.is_chinese()).to_owned(),
            claimed.unwrap_or_default(),
            would_add(line),
            String::new(),
        ]);
    }
    table
}

fn reasons(line: &Line, one: &Figures, lang: Lang) -> Vec<String> {
    match line.credit {
        LineCredit::CarriedIn(_) => vec![standing::carried_in(lang).to_owned()],
        LineCredit::Counted(credit) => {
            credit.reasons.iter().map(|given| reason(lang, one.rule, given)).collect()
        }
    }
}

fn indented((look, line): Drawn) -> Drawn {
    (look, format!("{INDENT}{line}"))
}

//! The page of `tuition status`: rule by rule a bar, words and numbers for every part.

use super::ledger;
use super::{Drawn, Sight};
use crate::app::bar::{self, Fill};
use crate::cli::console::Look;
use crate::cli::page::Page;
use crate::cli::standings::Figures;
use crate::cli::table::cut;
use crate::domain::requirement::Part;
use crate::domain::{Date, Safe};
use crate::locale::cli::standing;
use crate::locale::requirements::{
    basis, carried, days_left, figures, in_no_catalog, outside_validity, part_name, part_state, period,
    state_in_brief,
};
use crate::locale::vocabulary;
use unicode_width::UnicodeWidthStr;

/// The widths between which a bar is drawn: shorter says nothing, longer nothing more.
const LEAST_BAR: usize = 6;
const WIDEST_BAR: usize = 24;
const INDENT: &str = "  ";
const GAP: &str = "  ";

pub(super) fn page(shown: &[Figures], sight: &Sight, as_of: Date) -> Vec<Drawn> {
    let (lang, today) = (sight.context.lang, sight.context.today);
    let mut lines = Vec::new();
    if as_of != today {
        lines.push((Look::Heading, standing::as_of(lang, as_of)));
    }
    for one in shown {
        if !lines.is_empty() {
            lines.push((Look::Plain, String::new()));
        }
        lines.extend(of_rule(one, sight));
    }
    lines
}

fn of_rule(one: &Figures, sight: &Sight) -> Vec<Drawn> {
    let Figures { rule, evaluation } = one;
    let lang = sight.context.lang;
    let mut page = Page::new(sight.context.width());
    page.wrapped(Look::Heading, "", rule.title.wording(lang.is_chinese()));
    let mut facts = vec![rule.id.to_string(), period(lang, evaluation.period)];
    if !rule.cycle.is_rolling() {
        facts.push(days_left(lang, evaluation.period.end, evaluation.as_of));
    }
    facts.push(state_in_brief(lang, evaluation.state));
    page.facts("", &facts);
    page.wrapped(Look::Plain, INDENT, &outside_validity(lang, rule, evaluation.period).unwrap_or_default());
    let layout = Layout::of(one, sight);
    for part in &evaluation.parts {
        page.line(Look::Plain, layout.row(part, one, sight));
        let words = [standing::amounts(lang, part), basis(lang, rule, part, evaluation.as_of)];
        let words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
        page.wrapped(Look::Plain, "    ", &words.join(lang.either("; ", "；")));
    }
    if let Some(overridden) = evaluation.overridden {
        let total = vocabulary::amount(lang, overridden, rule.unit);
        page.wrapped(Look::Plain, INDENT, &standing::overridden(lang, &total));
    }
    page.wrapped(Look::Plain, INDENT, &carried(lang, rule, &evaluation.carried).unwrap_or_default());
    if evaluation.unstated > 0 {
        page.wrapped(Look::Plain, INDENT, &standing::unstated(lang, evaluation.unstated));
    }
    let absent = sight.in_no_catalog(one);
    if absent > 0 {
        page.wrapped(Look::Plain, INDENT, &in_no_catalog(lang, absent));
    }
    if !rule.unconfirmed.is_empty() {
        page.wrapped(Look::Plain, INDENT, &standing::unconfirmed(lang, rule));
    }
    if sight.explain {
        ledger::add(&mut page, one, sight);
    }
    page.into_lines()
}

/// The columns of a rule's parts: name, bar, figures, state.
struct Layout {
    name: usize,
    bar: usize,
    figures: usize,
}

impl Layout {
    fn of(one: &Figures, sight: &Sight) -> Self {
        let lang = sight.context.lang;
        let parts = &one.evaluation.parts;
        let widest =
            |texts: &dyn Fn(&Part) -> String| parts.iter().map(|part| texts(part).width()).max().unwrap_or(0);
        let figures = widest(&|part| with_unit(part, one, sight));
        let state = widest(&|part| part_state(lang, part));
        let name = widest(&|part| Safe::new(&part_name(lang, part)).into_string());
        let Some(width) = sight.context.width() else { return Self { name, bar: WIDEST_BAR, figures } };
        let rest = width.saturating_sub(INDENT.len() + figures + state + 2 * GAP.len());
        let name = name.min(rest.saturating_sub(LEAST_BAR + GAP.len()).max(8));
        let bar = rest.saturating_sub(name + GAP.len());
        Self { name, bar: if bar < LEAST_BAR { 0 } else { bar.min(WIDEST_BAR) }, figures }
    }

    fn row(&self, part: &Part, one: &Figures, sight: &Sight) -> String {
        let lang = sight.context.lang;
        let name = cut(&Safe::new(&part_name(lang, part)), self.name);
        let figures = with_unit(part, one, sight);
        let mut cells = vec![padded(&name, self.name)];
        if self.bar > 0 {
            cells.push(padded(&bar_of(part, self.bar), self.bar));
        }
        cells.push(padded(&figures, self.figures));
        cells.push(part_state(lang, part));
        let row = format!("{INDENT}{}", cells.join(GAP));
        row.trim_end().to_owned()
    }
}

/// The unit stands with the total, in the first row.
fn with_unit(part: &Part, one: &Figures, sight: &Sight) -> String {
    match part.place {
        Some(_) => figures(part),
        None => format!("{} {}", figures(part), vocabulary::unit_in_brief(sight.context.lang, one.rule.unit)),
    }
}

fn bar_of(part: &Part, width: usize) -> String {
    let Some(required) = part.required else { return String::new() };
    let stretches =
        [(Fill::Counted, part.counted), (Fill::Carried, part.carried), (Fill::Planned, part.planned)];
    bar::text(&stretches, required, width)
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

//! Reads one pack: a file is one rule, flat.

use super::categories;
use super::example::{self, Given};
use super::keys::{each, figure, figure_or_zero, key, must, note, only, whole};
use super::mistake::PackMistake;
use super::parts;
use super::period;
use super::whole::Whole;
use crate::domain::course::Origin;
use crate::domain::requirement::Cycle;
use crate::domain::requirement::rule::{CountsWhen, Source};
use crate::domain::vocabulary::Unit;
use crate::domain::{Amount, Rule, RuleId};
use crate::store::reading::problem::ProblemKind;
use crate::store::reading::report::{Mark, Report};
use crate::store::reading::schema;
use crate::store::reading::syntax::{self, Mistake};
use crate::store::reading::value::{LONG, Reader, SHORT, Value};
use std::ops::Range;
use toml::de::DeTable;

const KEYS: &[&str] = &[
    "schema",
    "id",
    "title",
    "unit",
    "unit_minutes",
    "step",
    "counts_when",
    "total",
    "evidence_months",
    "valid_from",
    "valid_to",
    "note",
    "unconfirmed",
    "own_categories",
    "period",
    "minimum",
    "maximum",
    "carry",
    "convert",
    "multiply",
    "source",
    "example",
];
const SOURCE_KEYS: &[&str] = &["title", "url", "checked"];
/// What only catalogs have.
const OF_CATALOGS: [&str; 5] = ["catalog", "track", "stage", "course", "pathway"];
/// A unit of a rule is at most 100 hours long.
const LONGEST_UNIT: i64 = 6_000;
/// Proof is kept for at most 100 years.
const LONGEST_PROOF: i64 = 1_200;
const WHOLE_FILE: Range<usize> = 0..0;

/// What one file states.
pub(super) struct Pack {
    pub id: RuleId,
    /// Where the id stands.
    pub mark: Mark,
    /// `None`: something in it is wrong.
    pub rule: Option<Rule>,
}

/// Reads the text of the report's current source; `None` where not even its id is good.
///
/// # Errors
/// What makes the file unreadable as a pack. All other mistakes are noted in the report.
pub(super) fn read(report: &mut Report, text: &str) -> Result<Option<Pack>, Mistake> {
    if let Some(span) = syntax::conflict_marker(text) {
        return Err((Some(span), ProblemKind::ConflictMarker));
    }
    let table = syntax::parse(text)?;
    let table = table.get_ref();
    if let Some((span, found)) = schema::newer(table) {
        return Err((Some(span), ProblemKind::Pack(PackMistake::NewerSchema { found })));
    }
    let of_catalog = OF_CATALOGS.iter().filter_map(|name| table.get_key_value(*name));
    if let Some((name, _)) = of_catalog.min_by_key(|(name, _)| name.span().start) {
        return Err((Some(name.span()), ProblemKind::Pack(PackMistake::Catalog)));
    }
    let understood = schema::look(report, table);
    let mut reader = Reader::strict(report);
    reader.failed = !understood;
    Ok(pack(&mut reader, table))
}

fn pack(reader: &mut Reader<'_>, table: &DeTable<'_>) -> Option<Pack> {
    only(reader, table, KEYS);
    categories::look(reader, table);
    let id = must(reader, table, &WHOLE_FILE, "id", |reader, key, value| {
        let (file, line) = reader.report.line(value.span().start);
        Some((reader.id(key, value)?, Origin { file, line }))
    });
    let title =
        must(reader, table, &WHOLE_FILE, "title", |reader, key, value| reader.local_text(key, value, SHORT));
    let unit = must(reader, table, &WHOLE_FILE, "unit", |reader, key, value| reader.word::<Unit>(key, value));
    let cycle = must(reader, table, &WHOLE_FILE, "period", period::read);
    let total = key(reader, table, "total", figure);
    let minimums = parts::minimums(reader, table);
    let maximums = parts::maximums(reader, table);
    let conversions = parts::conversions(reader, table);
    let carry = key(reader, table, "carry", parts::carry);
    Whole {
        cycle: cycle.as_ref(),
        total,
        total_stated: table.contains_key("total"),
        minimums: &minimums,
        maximums: &maximums,
        conversions: &conversions,
        carry: carry.as_ref().and(table.get("carry")).map(toml::Spanned::span),
    }
    .look(reader);
    let multipliers = parts::multipliers(reader, table);
    let unit_minutes =
        key(reader, table, "unit_minutes", |reader, key, value| whole(reader, key, value, 1..=LONGEST_UNIT));
    let step = key(reader, table, "step", step);
    let counts_when = key(reader, table, "counts_when", |reader, key, value| {
        let words = [("completed", CountsWhen::Completed), ("passed", CountsWhen::Passed)];
        reader.one_of(key, value, &words)
    });
    let evidence_months = key(reader, table, "evidence_months", |reader, key, value| {
        whole(reader, key, value, 1..=LONGEST_PROOF)
    });
    let valid_from = key(reader, table, "valid_from", |reader, key, value| reader.date(key, value));
    let valid_to = key(reader, table, "valid_to", |reader, key, value| reader.date(key, value));
    if let (Some(from), Some(to), Some(value)) = (valid_from, valid_to, table.get("valid_to"))
        && to < from
    {
        note(reader, value.span(), PackMistake::ValidityReversed { from, to });
    }
    let sources = each(reader, table, "source", source);
    let unconfirmed = key(reader, table, "unconfirmed", |reader, key, value| {
        reader.items(key, value, |reader, item| reader.local_text(key, item, LONG))
    });
    let local_note = key(reader, table, "note", |reader, key, value| reader.local_text(key, value, LONG));
    let examples = example::read(reader, table, &given(unit, cycle.as_ref()));
    let (id, origin) = id?;
    let mark = id.mark;
    let id = RuleId::new(&id.value)?;
    let rule = title.zip(unit).zip(cycle).filter(|_| !reader.failed).map(|((title, unit), cycle)| {
        let plain = Rule::new(id.clone(), title, unit, total);
        Rule {
            unit_minutes: unit_minutes.or(plain.unit_minutes),
            step: step.unwrap_or(Amount::ZERO),
            counts_when: counts_when.unwrap_or(CountsWhen::Completed),
            cycle,
            minimums: minimums.into_iter().map(|placed| placed.part).collect(),
            maximums: maximums.into_iter().map(|placed| placed.part).collect(),
            carry,
            conversions: conversions.into_iter().map(|placed| placed.part).collect(),
            multipliers,
            evidence_months,
            valid_from,
            valid_to,
            sources,
            unconfirmed: unconfirmed.unwrap_or_default(),
            note: local_note,
            examples,
            origin,
            ..plain
        }
    });
    Some(Pack { id, mark, rule })
}

fn given(unit: Option<Unit>, cycle: Option<&Cycle>) -> Given {
    let anchor = cycle.map_or("", |cycle| cycle.anchor.word());
    Given { unit, personal: cycle.map(Cycle::needs_personal_date), anchor }
}

/// Zero would be no step at all; leaving it out says so.
fn step(reader: &mut Reader<'_>, key: &'static str, value: &Value<'_>) -> Option<Amount> {
    let step = figure_or_zero(reader, key, value)?;
    if step.is_zero() {
        note(reader, value.span(), PackMistake::ZeroStep);
        return None;
    }
    Some(step)
}

fn source(reader: &mut Reader<'_>, table: &DeTable<'_>, header: Range<usize>) -> Option<Source> {
    only(reader, table, SOURCE_KEYS);
    let (_, line) = reader.report.line(header.start);
    let title =
        must(reader, table, &header, "title", |reader, key, value| reader.local_text(key, value, SHORT));
    let url = key(reader, table, "url", |reader, key, value| reader.url(key, value));
    let checked = key(reader, table, "checked", |reader, key, value| reader.date(key, value));
    if !table.contains_key("checked") {
        note(reader, header, PackMistake::NotChecked);
    }
    Some(Source { title: title?, url: url.filter(|url| !url.is_empty()), checked: checked?, line })
}

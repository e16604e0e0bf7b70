//! `profile.toml` as the profile that it states, and every mistake in it.

use super::fields::Fields;
use super::problem::{Expected, RecordProblem, RecordProblemKind as Kind};
use super::source::Source;
use super::toml_text::{date, string};
use crate::domain::date::parse_iso;
use crate::domain::profile::{DateProblem, PersonalDate, Since, TotalOverride, is_date_name};
use crate::domain::{Date, Following, Profile, RuleId};
use crate::store::reading::suggest::nearest;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A profile that states nothing: what is created before anything is stated.
pub(super) const EMPTY: &str = "schema = 1\n";

const ROOT: &[&str] = &["schema", "name", "licence", "dates", "follow"];
const COUNTED: &[&str] = &["after", "months", "end_of_month"];
const FOLLOW: &[&str] = &["rule", "since", "licence", "total"];
const TOTAL: &[&str] = &["period", "hours"];

#[derive(Clone, Debug, Default)]
pub(super) struct ProfileRead {
    pub(super) profile: Profile,
    pub(super) problems: Vec<RecordProblem>,
    /// Why the file must not be edited, where it must not.
    pub(super) blocked: Option<RecordProblem>,
}

pub(super) fn read(source: &Source) -> ProfileRead {
    let mut read = ProfileRead::default();
    match DeTable::parse(&source.text) {
        Ok(table) => {
            let reader = Reader { source, root: table.get_ref(), profile: Profile::default() };
            (read.profile, read.problems) = reader.read();
        }
        Err(error) => read.problems.push(source.syntax(&error)),
    }
    read.blocked = read.problems.iter().find(|problem| problem.kind.blocks_writing()).cloned();
    read
}

struct Reader<'a> {
    source: &'a Source,
    root: &'a DeTable<'a>,
    profile: Profile,
}

impl<'a> Reader<'a> {
    fn read(mut self) -> (Profile, Vec<RecordProblem>) {
        let mut root = Fields::new(self.source, self.root, 0..0);
        // One of a newer schema is shown as far as it is understood; the problem keeps it from being
        // written.
        if !root.schema() && !root.is_newer() {
            return (self.profile, root.problems);
        }
        self.profile.name = root.minor(|root| root.text("name")).filter(|name| !name.is_empty());
        self.profile.licence = root.minor(|root| root.text("licence")).filter(|text| !text.is_empty());
        if !root.is_newer() {
            root.unknown(ROOT);
        }
        let mut problems = root.problems;
        self.dates(&mut problems);
        self.circles(&mut problems);
        self.followings(&mut problems);
        problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
        (self.profile, problems)
    }

    fn dates(&mut self, problems: &mut Vec<RecordProblem>) {
        let Some(found) = self.root.get("dates") else { return };
        let DeValue::Table(table) = found.get_ref() else {
            let kind = Kind::WrongType { key: "dates", expected: Expected::Dates };
            return problems.push(self.source.error(found.span(), kind));
        };
        if !self.opens_with(found.span(), "[dates]") || !table.values().all(|date| self.stands_in_line(date))
        {
            problems.push(self.source.warning(found.span(), Kind::UneditedDates));
        }
        for (name, value) in table.iter() {
            let text: &str = name.get_ref();
            if !is_date_name(text) {
                let kind = Kind::DateName(text.to_owned());
                problems.push(self.source.error(name.span(), kind));
            } else if let Some(date) = self.personal_date(text, value, problems) {
                self.profile.dates.insert(text.to_owned(), date);
            }
        }
    }

    /// Whether a table has a header of its own, and not braces or dotted keys.
    fn opens_with(&self, span: Range<usize>, header: &str) -> bool {
        let text = self.source.text.get(span.start..).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default();
        line.chars().filter(|c| !c.is_whitespace()).collect::<String>().starts_with(header)
    }

    fn stands_in_line(&self, value: &Spanned<DeValue<'_>>) -> bool {
        let text = self.source.text.get(value.span()).unwrap_or_default();
        !matches!(value.get_ref(), DeValue::Table(_)) || text.starts_with('{')
    }

    fn personal_date(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        problems: &mut Vec<RecordProblem>,
    ) -> Option<PersonalDate> {
        let DeValue::Table(table) = value.get_ref() else {
            return self.day(name, value, problems).map(PersonalDate::On);
        };
        let mut fields = Fields::new(self.source, table, value.span());
        let after = fields.required("after", |fields, key| fields.text(key));
        let months = fields.required("months", Fields::months);
        let end_of_month = fields.minor(|fields| fields.flag("end_of_month")).unwrap_or_default();
        fields.unknown(COUNTED);
        if let Some(after) = &after
            && !self.states(after)
        {
            let near = nearest(after, self.names()).map(str::to_owned);
            fields.error("after", Kind::UnknownDate { name: after.clone(), near });
        }
        problems.extend(fields.problems);
        Some(PersonalDate::After { date: after?, months: months?, end_of_month })
    }

    /// A TOML date, or the same as a text.
    fn day(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        problems: &mut Vec<RecordProblem>,
    ) -> Option<Date> {
        let name = name.to_owned();
        let kind = match value.get_ref() {
            DeValue::Datetime(day) if day.time.is_none() => match parse_iso(&day.to_string()) {
                Ok(day) => return Some(day),
                Err(error) => Kind::PersonalDate { name, error },
            },
            DeValue::String(text) => match parse_iso(text) {
                Ok(day) => return Some(day),
                Err(error) => Kind::PersonalDate { name, error },
            },
            _ => Kind::NotADay { name },
        };
        problems.push(self.source.error(value.span(), kind));
        None
    }

    /// Whether the file states a date of this name, right or wrong: a wrong one is a mistake of its
    /// own.
    fn states(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    fn names(&self) -> impl Iterator<Item = &'a str> {
        let table = match self.root.get("dates").map(Spanned::get_ref) {
            Some(DeValue::Table(table)) => Some(table),
            _ => None,
        };
        table.into_iter().flat_map(|table| table.keys().map(|name| &**name.get_ref()))
    }

    /// Dates that are counted from each other, and dates that no calendar has.
    fn circles(&self, problems: &mut Vec<RecordProblem>) {
        let Some(DeValue::Table(table)) = self.root.get("dates").map(Spanned::get_ref) else { return };
        for (name, value) in table.iter() {
            let name: &str = name.get_ref();
            if !self.profile.dates.contains_key(name) {
                continue;
            }
            let kind = match self.profile.date(name) {
                // Each circle once, at the first of its names.
                Err(DateProblem::Cycle(circle)) if circle.iter().min().is_some_and(|least| least == name) => {
                    Kind::DateCircle(circle)
                }
                Err(DateProblem::OutOfRange(found)) if found == name => Kind::DateTooFar(found),
                _ => continue,
            };
            problems.push(self.source.error(value.span(), kind));
        }
    }

    fn followings(&mut self, problems: &mut Vec<RecordProblem>) {
        let Some(found) = self.root.get("follow") else { return };
        let DeValue::Array(blocks) = found.get_ref() else {
            let kind = Kind::WrongType { key: "follow", expected: Expected::Followings };
            return problems.push(self.source.error(found.span(), kind));
        };
        let headed = |block: &Spanned<DeValue<'_>>| self.opens_with(block.span(), "[[follow]]");
        if blocks.is_empty() || !blocks.iter().all(headed) {
            problems.push(self.source.warning(found.span(), Kind::UneditedFollowings));
        }
        for block in blocks.iter() {
            let following = self.following(block, problems);
            self.profile.following.extend(following);
        }
    }

    fn following(
        &self,
        block: &Spanned<DeValue<'_>>,
        problems: &mut Vec<RecordProblem>,
    ) -> Option<Following> {
        let DeValue::Table(table) = block.get_ref() else {
            let kind = Kind::WrongType { key: "follow", expected: Expected::Followings };
            problems.push(self.source.error(block.span(), kind));
            return None;
        };
        let mut fields = Fields::new(self.source, table, block.span());
        let rule = fields.required("rule", |fields, key| fields.id(key, RuleId::new));
        let since = self.since(&mut fields);
        let licence = fields.minor(|fields| fields.text("licence")).filter(|text| !text.is_empty());
        let totals = self.totals(&mut fields);
        fields.unknown(FOLLOW);
        let rule = match rule {
            Some(rule) if self.profile.following(&rule).is_some() => {
                fields.error("rule", Kind::FollowedTwice(rule));
                None
            }
            rule => rule,
        };
        problems.extend(fields.problems);
        Some(Following { rule: rule?, since, licence, totals })
    }

    /// A day, or the name of a date of the profile. A name begins with a letter, a day does not.
    fn since(&self, fields: &mut Fields<'_>) -> Option<Since> {
        match fields.get("since")?.get_ref() {
            DeValue::String(text) if is_date_name(text) => {
                if !self.states(text) {
                    let near = nearest(text, self.names()).map(str::to_owned);
                    let kind = Kind::UnknownDate { name: text.clone().into_owned(), near };
                    fields.error("since", kind);
                }
                Some(Since::Named(text.clone().into_owned()))
            }
            _ => fields.date("since").map(Since::On),
        }
    }

    fn totals(&self, fields: &mut Fields<'_>) -> Vec<TotalOverride> {
        let mut totals: Vec<TotalOverride> = Vec::new();
        let Some(found) = fields.get("total") else { return totals };
        let DeValue::Array(tables) = found.get_ref() else {
            let _ = fields.wrong::<()>("total", Expected::Totals);
            return totals;
        };
        for table in tables.iter() {
            let DeValue::Table(inner) = table.get_ref() else {
                let _ = fields.wrong::<()>("total", Expected::Totals);
                continue;
            };
            let mut own = Fields::new(self.source, inner, table.span());
            let period = own.date("period");
            let hours = own.required("hours", Fields::amount);
            own.unknown(TOTAL);
            // A total whose period cannot be read must not hold for every period.
            let lost = own.get("period").is_some() && period.is_none();
            if totals.iter().any(|total| total.period == period) && !lost {
                own.error("period", Kind::TotalTwice);
            } else if let Some(hours) = hours.filter(|_| !lost) {
                totals.push(TotalOverride { period, hours });
            }
            fields.problems.extend(own.problems);
        }
        totals.sort_by_key(|total| total.period);
        totals
    }
}

/// A new block, its lines divided by `\n` and without the last one's.
pub(super) fn render(following: &Following) -> String {
    let mut text = format!("[[follow]]\nrule = {}", string(following.rule.as_str()));
    for (key, value) in editable(following) {
        if let Some(value) = value {
            text.push_str(&format!("\n{key} = {value}"));
        }
    }
    for total in &following.totals {
        text.push_str(&format!("\n\n{}", render_total(total)));
    }
    text
}

pub(super) fn render_total(total: &TotalOverride) -> String {
    let period = total.period.map(|day| format!("period = {}\n", date(day))).unwrap_or_default();
    format!("[[follow.total]]\n{period}hours = {}", total.hours)
}

pub(super) fn inline_totals(totals: &[TotalOverride]) -> String {
    let total = |total: &TotalOverride| {
        let period = total.period.map(|day| format!("period = {}, ", date(day))).unwrap_or_default();
        format!("{{ {period}hours = {} }}", total.hours)
    };
    format!("[{}]", totals.iter().map(total).collect::<Vec<_>>().join(", "))
}

/// The keys of a block that hold one value, as TOML, in the order of the file.
pub(super) fn editable(following: &Following) -> [(&'static str, Option<String>); 2] {
    let since = following.since.as_ref().map(|since| match since {
        Since::On(day) => date(*day),
        Since::Named(name) => string(name),
    });
    [("since", since), ("licence", following.licence.as_deref().map(string))]
}

pub(super) fn personal_date(stated: &PersonalDate) -> String {
    match stated {
        PersonalDate::On(day) => date(*day),
        PersonalDate::After { date, months, end_of_month } => {
            let end = if *end_of_month { ", end_of_month = true" } else { "" };
            format!("{{ after = {}, months = {months}{end} }}", string(date))
        }
    }
}

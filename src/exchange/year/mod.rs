//! A year of study for other eyes: as plain lines, as Markdown, and as JSON. The figures are those of
//! [`crate::domain::year`]; nothing here reckons.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::text;

use crate::domain::year::{Day, Level, Pace, Time, Year};
use crate::domain::{Catalog, Date, Rule};
use crate::locale::Lang;
use crate::locale::requirements::part_name;
use crate::locale::year::{
    apart, category, doubt, facts, nothing_in_words, other_tracks, pace, per_cent, rests_on, shared, time,
    total, track,
};

/// All that is told of a year.
#[derive(Clone, Copy, Debug)]
pub struct YearReport<'a> {
    pub year: &'a Year,
    /// Names the tracks.
    pub catalog: &'a Catalog,
    /// The followed rules that have figures, on [`YearReport::as_of`].
    pub paces: &'a [(&'a Rule, Vec<Pace>)],
    pub as_of: Date,
}

/// A row of the table by category and month; the last is the total.
struct Row {
    name: String,
    months: [Time; 12],
    sum: Time,
}

impl YearReport<'_> {
    fn rows(&self, lang: Lang) -> Vec<Row> {
        let table = &self.year.labels;
        let rows = table.rows.iter();
        let mut rows: Vec<Row> = rows
            .map(|row| Row {
                name: category(lang, row.category.as_ref()),
                months: row.months,
                sum: row.total,
            })
            .collect();
        if !rows.is_empty() {
            rows.push(Row { name: total(lang).to_owned(), months: table.months, sum: table.total });
        }
        rows
    }

    /// Name, time and per cent of every track.
    fn tracks(&self, lang: Lang) -> Vec<[String; 3]> {
        let shares = self.year.tracks.shares.iter();
        shares.map(|one| [track(lang, one, self.catalog), time(lang, one.time), per_cent(one)]).collect()
    }

    /// The numbers in words, with their labels; one sentence alone for an empty year.
    fn numbers(&self, lang: Lang) -> Vec<String> {
        if self.year.is_empty() {
            return vec![nothing_in_words(lang, self.year.number)];
        }
        let colon = lang.either(": ", "：");
        facts(lang, self.year).into_iter().map(|(label, text)| format!("{label}{colon}{text}")).collect()
    }

    /// What is in none of the sums.
    fn apart(&self, lang: Lang) -> Vec<String> {
        apart(lang, &self.year.apart, &self.year.earned)
    }

    fn shared(&self, lang: Lang) -> Option<String> {
        shared(lang, &self.year.labels)
    }

    fn other(&self, lang: Lang) -> Option<&'static str> {
        let other = self.year.tracks.shares.iter().any(|share| share.track.is_none());
        other.then(|| other_tracks(lang))
    }
}

/// The pace of a part in sentences.
fn said(lang: Lang, rule: &Rule, one: &Pace) -> Vec<String> {
    let mut said = vec![pace(lang, rule, one), rests_on(lang, rule, one)];
    said.extend(one.doubt.as_ref().map(|why| doubt(lang, why)));
    said
}

/// `cn-mohrss total`: what a pace is of.
fn named(lang: Lang, rule: &Rule, one: &Pace) -> String {
    format!("{} {}", rule.id, part_name(lang, &one.part))
}

/// A day in the map of letters: a digit that grows with the time, `?` where no length is stated, `+`
/// where a course is planned, a point for nothing.
fn letter(day: &Day) -> char {
    match day.level() {
        Level::None if day.planned > 0 => '+',
        level => level_letter(level),
    }
}

fn level_letter(level: Level) -> char {
    match level {
        Level::None => '.',
        Level::Unmeasured => '?',
        Level::Little => '1',
        Level::Some => '2',
        Level::Much => '3',
        Level::Most => '4',
    }
}

#[cfg(test)]
mod tests;

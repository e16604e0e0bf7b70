//! `tuition list`: the courses that match a query.

use super::args::ListFormat;
use super::context::{Context, progress};
use super::error::CliError;
use super::json;
use super::table::{Fit, Table};
use crate::app::catalog_view::Around;
use crate::app::gains;
use crate::app::gap::Gap;
use crate::domain::requirement::Circumstances;
use crate::domain::requirement::change::Change;
use crate::domain::requirement::effect::planned;
use crate::domain::vocabulary::CourseState;
use crate::domain::{Catalog, Course, Date, Safe};
use crate::exchange::separated::{self, Separator};
use crate::locale::cli::{Failure, Notice};
use crate::locale::{Lang, Say, requirements, vocabulary};
use crate::query::{self, Query};
use clap::Args;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Args)]
#[command(visible_alias = "ls")]
pub(super) struct ListArgs {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: ListFormat,
    #[arg(long, value_name = "KEY")]
    sort: Option<String>,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

/// A course found, and what it would change in the gap that the query asks to fill.
struct Listed<'c> {
    course: &'c Course,
    state: Option<CourseState>,
    change: Option<Change>,
}

impl Listed<'_> {
    fn object(&self) -> Value {
        let mut object = json::course(self.course, self.state);
        if let (Value::Object(keys), Some(change)) = (&mut object, &self.change) {
            let (before, after) = (change.before.have(), change.after.have());
            let required = change.after.required;
            keys.insert(
                "fills".to_owned(),
                json!({
                    "part": change.after.id.to_string(),
                    "counted": json::amount(change.counted),
                    "before": json::amount(before),
                    "after": json::amount(after),
                    "required": required.map(json::amount),
                    "met": required.is_some_and(|required| after >= required),
                }),
            );
        }
        object
    }
}

/// The columns of CSV and TSV: the keys of the JSON shape.
const KEYS: &[&str] = &[
    "id",
    "title",
    "title_zh",
    "track",
    "level",
    "grade",
    "hours",
    "hours_min",
    "hours_max",
    "unit",
    "provider",
    "status",
    "delivery",
    "form",
    "language",
    "categories",
    "topics",
    "instructors",
    "prerequisites",
    "url",
    "source",
];

pub(super) fn run(context: &Context<'_>, args: &ListArgs) -> Result<(), CliError> {
    let text = args.query.join(" ");
    let query = parse(&text, args, context.today)?;
    let mistake = |error| Failure::Query { text: text.clone(), error };
    let library = context.library()?;
    let catalog = &library.catalog;
    let record = context.record_if_any()?;
    let query = match query.with_views(&record.views, context.today) {
        Ok(query) => query,
        Err(error) => {
            // Of a file that cannot be read nobody can say that a view is not in it.
            context.views_complete(&record)?;
            return Err(mistake(error).into());
        }
    };
    let progress = progress(&record);
    let mut gap = None;
    let mut personal = library.personal(&record, &progress, &HashSet::new(), context.today);
    if !query.rules().is_empty() {
        let planned = planned(&record.plan, catalog, &progress, context.today);
        let (packs, profile) = (context.packs(), &record.profile);
        let around = Around {
            library: &library,
            today: context.today,
            as_of: context.today,
            progress: &progress,
            views: &record.views,
            circumstances: Circumstances { packs, profile, record: &record.hours, planned: &planned },
        };
        personal.rules = gains::rule_rows(&query, &around, &[]).map_err(mistake)?;
        gap = Gap::of(&query, &around, None);
    }
    let found = library.index.search(&query, &personal);
    let listed = |course| Listed {
        course,
        state: progress.of(&course.id),
        change: gap.as_ref().and_then(|gap| gap.change(context.packs(), course)),
    };
    let rows = found.rows.iter().filter_map(|row| catalog.courses().get(*row));
    let courses: Vec<Listed> = rows.map(listed).collect();
    let objects = || courses.iter().map(Listed::object);
    match args.format {
        ListFormat::Json => context.console.print_json(&json!({
            "schema": json::SCHEMA,
            "total": catalog.len(),
            "matched": found.matched,
            "courses": objects().collect::<Value>(),
        }))?,
        ListFormat::Csv => print_separated(context, &objects().collect::<Vec<_>>(), Separator::Comma)?,
        ListFormat::Tsv => print_separated(context, &objects().collect::<Vec<_>>(), Separator::Tab)?,
        ListFormat::Table if courses.is_empty() => {}
        ListFormat::Table => {
            context.console.print_drawn(table(catalog, &courses, context.lang).lines(context.width()))?;
        }
    }
    if found.matched == 0 {
        return Err(Failure::NoMatch { query: text }.into());
    }
    if args.format == ListFormat::Table {
        let (shown, matched, total) = (courses.len(), found.matched, catalog.len());
        context.console.note(&Notice::Count { shown, matched, total });
    }
    Ok(())
}

fn print_separated(context: &Context<'_>, objects: &[Value], separator: Separator) -> Result<(), CliError> {
    context.console.print_separated(&separated::lines(objects, KEYS, separator))
}

/// The query with what the options add; options win over the same words in the text.
fn parse(text: &str, args: &ListArgs, today: Date) -> Result<Query, Failure> {
    let read = |text: &str| {
        query::parse(text, today).map_err(|error| Failure::Query { text: text.to_owned(), error })
    };
    let mut query = read(text)?;
    if let Some(key) = &args.sort {
        query.sort = read(&format!("sort:{key}"))?.sort;
    }
    query.limit = args.limit.or(query.limit);
    Ok(query)
}

fn table(catalog: &Catalog, courses: &[Listed], lang: Lang) -> Table {
    let words = lang.words();
    let fills = courses.iter().any(|listed| listed.change.is_some());
    let mut table = Table::default()
        .column(words.id, Fit::Shrink(24))
        .column(words.title, Fit::Shrink(28))
        .figures(words.hours, Fit::Keep);
    if fills {
        table = table.column(words.head_effect, Fit::Keep);
    }
    table = table
        .column(words.level, Fit::Drop(2))
        .column(words.track, Fit::Drop(3))
        .column(words.state, Fit::Drop(1));
    for Listed { course, state, change } in courses {
        let (title, _) = course.title.in_order(lang.is_chinese());
        let mut row = vec![
            course.id.to_string(),
            title.to_owned(),
            vocabulary::hours(lang, course.hours.as_ref(), course.unit),
        ];
        if fills {
            let said = change.as_ref().map(|change| requirements::change(lang, change));
            row.push(said.unwrap_or_default());
        }
        let level = course.level.map(|level| level.say(lang));
        row.push(course.grade.map(|grade| grade.say(lang)).or(level).unwrap_or_default());
        row.push(track(catalog, course, lang));
        row.push(state.map(|state| state.say(lang)).unwrap_or_default());
        table.row(row);
    }
    table
}

/// The track's title where the catalog declares one, else its id.
pub(super) fn track(catalog: &Catalog, course: &Course, lang: Lang) -> String {
    let Some(id) = &course.track else { return String::new() };
    match catalog.track(id) {
        Some(track) => track.title.in_order(lang.is_chinese()).0.to_owned(),
        None => id.clone(),
    }
}

/// The query again, and marks under the part of it that is wrong.
pub(super) fn underline(text: &str, span: &Range<usize>) -> [String; 2] {
    let width = |part: Option<&str>| part.map_or(0, |part| Safe::new(part).width());
    let before = width(text.get(..span.start));
    let marked = width(text.get(span.clone())).max(1);
    [format!("  {text}"), format!("  {}{}", " ".repeat(before), "^".repeat(marked))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_under_wide_characters() {
        let text = "数字 trak:ai";
        assert_eq!(underline(text, &(7..11)), ["  数字 trak:ai", "       ^^^^"]);
        assert_eq!(underline("x", &(1..1)), ["  x", "   ^"]);
    }
}

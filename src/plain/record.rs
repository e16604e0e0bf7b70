//! Plan and hours in words: their rows, and an item or an entry in full.

use super::course::{Facts, in_full};
use super::reading::{Place, Reading};
use crate::app::Model;
use crate::domain::hours::Standing;
use crate::domain::totals::Totals;
use crate::domain::vocabulary::Category;
use crate::domain::{Entry, PlanItem};
use crate::locale::plain::figures;
use crate::locale::{Lang, Say};

pub fn plan(model: &Model) -> Reading<'_> {
    let (words, items) = (model.lang.words(), &model.record.plan.items);
    let mut heading = vec![model.lang.plain().plan(items.len())];
    if items.is_empty() {
        let hint = model.lang.plain().heard(words.no_plan_hint);
        heading = unread_or(model, "plan.toml", words.plan_unreadable, [words.no_plan, &hint]);
    }
    let row = |at: usize| items.get(at).map(|item| item_row(model, item)).unwrap_or_default();
    Reading::lazily(Place::Plan, heading, items.len(), row).at(model.plan.cursor())
}

/// An empty list: a file that could not be read is not an empty one.
fn unread_or(model: &Model, file: &str, unreadable: &str, empty: [&str; 2]) -> Vec<String> {
    let broken = model.record.problems.iter().find(|one| one.place.file.ends_with(file));
    match broken {
        Some(problem) => vec![unreadable.to_owned(), problem.say(model.lang)],
        None => empty.map(str::to_owned).to_vec(),
    }
}

fn item_row(model: &Model, item: &PlanItem) -> String {
    let (lang, plain) = (model.lang, model.lang.plain());
    let course = model.library.catalog.get(&item.course);
    let title = course.map_or(item.title.as_str(), |course| course.title.wording(lang.is_chinese()));
    let mut said = title.to_owned();
    let mut add = |more: &str| said = plain.beside(&said, more);
    if let Some(course) = course {
        add(&figures::hours(lang, course.hours.as_ref(), course.unit));
    }
    if let Some(by) = item.by {
        add(&plain.due(&figures::day(lang, by)));
    }
    if model.is_overdue(item) {
        add(lang.words().overdue);
    }
    if let Some(state) = model.progress.of(&item.course) {
        add(&state.say(lang));
    }
    said
}

/// A planned course in full, with what the plan says of it.
pub fn item(model: &Model, item: &PlanItem) -> Vec<String> {
    let (lang, words) = (model.lang, model.lang.words());
    let PlanItem { course, title, added, by, why, note, withdrawn } = item;
    let mut own = Facts::none(lang);
    let day = |day: Option<crate::domain::Date>| day.map(|day| figures::day(lang, day));
    own.optional(words.target_date, day(*by).as_deref());
    own.optional(words.why, why.as_deref());
    own.optional(words.note, note.as_deref());
    own.optional(words.planned_on, day(*added).as_deref());
    own.optional(words.withdrawn, day(*withdrawn).as_deref());
    let entries = model.record.hours.live();
    let recorded = Totals::of(entries.filter(|entry| entry.course.as_ref() == Some(course)));
    own.fact(words.recorded_hours, &figures::sums(lang, &recorded.completed));
    match model.library.catalog.get(course) {
        Some(course) => in_full(model, course, own.lines),
        None => {
            let mut facts = Facts::new(lang, title.clone());
            facts.line(words.not_in_catalog);
            facts.lines.extend(own.lines);
            facts.fact(words.id, course.as_str());
            facts.lines
        }
    }
}

pub fn hours(model: &Model) -> Reading<'_> {
    let (words, hours) = (model.lang.words(), &model.record.hours);
    let heading = match hours.listed_len() {
        0 => vec![words.no_hours.to_owned(), model.lang.plain().heard(words.no_hours_hint)],
        entries => {
            let mut facts = Facts::new(model.lang, model.lang.plain().hours(entries));
            totals(model, &mut facts);
            facts.lines
        }
    };
    let row = |at: usize| hours.listed_at(at).map(|entry| entry_row(model, entry)).unwrap_or_default();
    Reading::lazily(Place::Hours, heading, hours.listed_len(), row).at(model.hours.cursor())
}

fn totals(model: &Model, facts: &mut Facts) {
    let (lang, words, plain) = (model.lang, model.lang.words(), model.lang.plain());
    let totals = &model.totals;
    facts.fact(words.completed, &figures::sums(lang, &totals.completed));
    facts.fact(words.in_progress, &figures::sums(lang, &totals.in_progress));
    let years = totals.years.iter().rev();
    let years: Vec<String> =
        years.map(|(year, sums)| plain.beside(&year.to_string(), &figures::sums(lang, sums))).collect();
    facts.fact(words.by_year, &years.join(lang.either("; ", "；")));
    let categories = totals.categories.iter().map(|(category, sums)| {
        let name = category.as_ref().map_or_else(|| words.no_category.to_owned(), |one| one.say(lang));
        plain.beside(&name, &figures::sums(lang, sums))
    });
    let categories: Vec<String> = categories.collect();
    facts.fact(words.by_category, &categories.join(lang.either("; ", "；")));
    if model.record.hours.live().any(|entry| entry.categories.len() > 1) {
        facts.line(words.two_categories);
    }
    let bare = model.record.hours.live().filter(|entry| entry.evidence.is_empty()).count();
    if bare > 0 && !model.requirements.standings.is_empty() {
        facts.line(lang.phrases().without_proof(bare));
    }
}

fn entry_row(model: &Model, entry: &Entry) -> String {
    let (lang, plain) = (model.lang, model.lang.plain());
    let mut said = plain.beside(&figures::day(lang, entry.date), &entry.title);
    let mut add = |more: &str| said = plain.beside(&said, more);
    add(&figures::amount(lang, entry.amount, entry.unit));
    if !entry.categories.is_empty() {
        add(&categories(lang, &entry.categories));
    }
    match model.record.hours.standing(&entry.id) {
        Standing::Void(_) => add(lang.words().void),
        _ => add(&entry.outcome.say(lang)),
    }
    said
}

fn categories(lang: Lang, categories: &[Category]) -> String {
    let names: Vec<String> = categories.iter().map(|category| category.say(lang)).collect();
    names.join(lang.either(" and ", "、"))
}

/// An entry in full; every field by name, so that a new one does not compile until it is said.
pub fn entry(model: &Model, entry: &Entry) -> Vec<String> {
    let Entry {
        id,
        date,
        title,
        course,
        amount,
        unit,
        categories: labels,
        form,
        outcome,
        provider,
        url,
        evidence,
        note,
        replaces,
        recorded: _,
    } = entry;
    let (lang, words) = (model.lang, model.lang.words());
    let mut facts = Facts::new(lang, title.clone());
    let standing = model.record.hours.standing(id);
    if let Standing::Void(voiding) = standing {
        facts.fact(words.state, words.void);
        facts.optional(words.reason, voiding.reason.as_deref());
    }
    facts.fact(words.date, &figures::day(lang, *date));
    facts.fact(words.amount, &figures::amount(lang, *amount, *unit));
    facts.fact(words.result, &outcome.say(lang));
    facts.fact(words.categories, &categories(lang, labels));
    facts.optional(words.form, form.map(|form| form.say(lang)).as_deref());
    facts.optional(words.provider, provider.as_deref());
    facts.optional(words.url, url.as_deref());
    facts.optional(words.course, course.as_ref().map(crate::domain::CourseId::as_str));
    let names: Vec<String> = evidence.iter().map(|one| one.name.clone()).collect();
    facts.list(words.evidence, &names);
    if evidence.is_empty() && matches!(standing, Standing::Live) {
        facts.fact(words.evidence, words.no_proof);
    }
    facts.optional(words.note, note.as_deref());
    if let Some(old) = replaces {
        let was = model.record.hours.get(old).map_or_else(
            || old.to_string(),
            |old| {
                let amount = figures::amount(lang, old.amount, old.unit);
                lang.plain().beside(&figures::day(lang, old.date), &amount)
            },
        );
        facts.fact(words.replaces, &was);
    }
    facts.fact(words.id, id.as_str());
    facts.lines
}

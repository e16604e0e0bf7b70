//! `tuition show`: one course in full.

use super::args::TextFormat;
use super::console::Look;
use super::context::{Context, progress};
use super::error::CliError;
use super::wrapped::wrap;
use super::{courses, json, list, tree};
use crate::domain::course::{LocalText, Session, StatedHours};
use crate::domain::progress::Progress;
use crate::domain::{Catalog, Course, Safe};
use crate::locale::cli::{Failure, labels};
use crate::locale::{Lang, Say, vocabulary};
use clap::Args;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    #[arg(long)]
    tree: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

/// Shows what there is, and fails afterwards for an id that nothing has.
pub(super) fn run(context: &Context<'_>, args: &ShowArgs) -> Result<(), CliError> {
    let catalog = context.catalog()?;
    let mut found = Vec::new();
    let mut failures: Vec<Failure> = Vec::new();
    for id in &args.ids {
        match courses::find(catalog, id) {
            Ok(course) => found.push(course),
            Err(failure) => failures.push(failure),
        }
    }
    let record = context.record_if_any()?;
    let progress = progress(&record);
    match args.format {
        TextFormat::Json if args.tree => {
            let trees: Vec<_> = found.iter().map(|course| tree::value(catalog, course, &progress)).collect();
            context.console.print_json(&json!({"schema": json::SCHEMA, "trees": trees}))?;
        }
        TextFormat::Json => {
            let courses = found.iter().map(|course| json::course_in_full(course, progress.of(&course.id)));
            let courses: Vec<_> = courses.collect();
            context.console.print_json(&json!({"schema": json::SCHEMA, "courses": courses}))?;
        }
        TextFormat::Text => {
            let mut lines = Vec::new();
            for course in found {
                if !lines.is_empty() {
                    lines.push((Look::Plain, String::new()));
                }
                lines.extend(match args.tree {
                    true => tree::text(catalog, course, &progress, context),
                    false => in_full(catalog, course, &progress, context),
                });
            }
            context.console.print_drawn(lines)?;
        }
    }
    let last = failures.pop();
    for failure in &failures {
        context.console.error(failure);
    }
    last.map_or(Ok(()), |failure| Err(failure.into()))
}

fn in_full(
    catalog: &Catalog,
    course: &Course,
    progress: &Progress,
    context: &Context<'_>,
) -> Vec<(Look, String)> {
    let (lang, width) = (context.lang, context.width());
    let words = lang.words();
    let label = labels(lang);
    let comma = lang.either(", ", "、");
    let mut lines = titles(&course.title, lang);
    let mut facts = Facts::default();
    facts.add(words.id, course.id.to_string());
    facts.word(words.state, progress.of(&course.id), lang);
    facts.add(words.hours, hours(course, lang));
    facts.word(words.level, course.level, lang);
    facts.word(words.grade, course.grade, lang);
    let stage = course.stage.as_deref().map(|id| match catalog.stage(id) {
        Some(stage) => stage.title.in_order(lang.is_chinese()).0.to_owned(),
        None => id.to_owned(),
    });
    facts.add(words.stage, stage.unwrap_or_default());
    facts.add(words.track, list::track(catalog, course, lang));
    facts.add(words.topics, course.topics.join(comma));
    facts.word(words.delivery, course.delivery, lang);
    facts.word(words.form, course.form, lang);
    let language = course.language.as_deref().map(|code| vocabulary::language(lang, code));
    facts.add(words.language, language.unwrap_or_default());
    let categories: Vec<String> = course.categories.iter().map(|category| category.say(lang)).collect();
    facts.add(words.categories, categories.join(comma));
    facts.add(words.provider, course.provider.clone().unwrap_or_default());
    facts.add(words.instructors, course.instructors.join(comma));
    facts.list(words.prerequisites, prerequisites(catalog, course, progress, lang));
    facts.list(words.sessions, course.sessions.iter().map(|run| session(run, lang)));
    facts.add(words.assessment, course.assessment.clone().unwrap_or_default());
    facts.add(words.credential, course.credential.clone().unwrap_or_default());
    facts.add(words.url, course.url.clone().unwrap_or_default());
    facts.add(words.note, course.note.clone().unwrap_or_default());
    facts.add(words.source, course.source.clone().unwrap_or_default());
    facts.add(words.facts_as_of, course.facts_as_of.clone().unwrap_or_default());
    let seen = course.verified.map(|seen| if seen { words.yes } else { words.no });
    facts.add(label.verified, seen.unwrap_or_default().to_owned());
    lines.extend(facts.lines(width).into_iter().map(|line| (Look::Plain, line)));
    if let Some(summary) = &course.summary {
        lines.push((Look::Plain, String::new()));
        let (first, _) = summary.in_order(lang.is_chinese());
        let wrapped = first.lines().flat_map(|line| wrapped(line, width));
        lines.extend(wrapped.map(|line| (Look::Plain, line)));
    }
    lines
}

/// Both wordings; ours is named as ours, since nobody will find it at the source.
pub(super) fn titles(title: &LocalText, lang: Lang) -> Vec<(Look, String)> {
    let (first, second) = title.in_order(lang.is_chinese());
    let marked = |text: &str| {
        let ours = (title.en.as_deref() == Some(text) && title.en_translated)
            || (title.zh.as_deref() == Some(text) && title.zh_translated);
        match (ours, lang) {
            (false, _) => text.to_owned(),
            (true, Lang::En) => format!("{text} ({})", lang.words().our_translation),
            (true, Lang::Zh) => format!("{text}（{}）", lang.words().our_translation),
        }
    };
    let mut lines = vec![(Look::Heading, marked(first))];
    lines.extend(second.map(|second| (Look::Plain, marked(second))));
    lines
}

fn hours(course: &Course, lang: Lang) -> String {
    let label = labels(lang);
    let said = vocabulary::hours(lang, course.hours.as_ref(), course.unit);
    let remark = match &course.hours {
        Some(StatedHours::Split { .. }) => label.theory_practice.to_owned(),
        Some(StatedHours::Range { basis: Some(basis), .. }) => basis.clone(),
        _ => return said,
    };
    lang.either(format!("{said} ({remark})"), format!("{said}（{remark}）"))
}

fn prerequisites<'a>(
    catalog: &'a Catalog,
    course: &'a Course,
    progress: &'a Progress,
    lang: Lang,
) -> impl Iterator<Item = String> + 'a {
    progress.prerequisites(course).map(move |(id, state)| {
        let title = catalog.get(id).map(|course| course.title.in_order(lang.is_chinese()).0);
        let state = state.say(lang);
        match (title, lang) {
            (Some(title), Lang::En) => format!("{id}: {title} ({state})"),
            (Some(title), Lang::Zh) => format!("{id}：{title}（{state}）"),
            (None, Lang::En) => format!("{id} ({state})"),
            (None, Lang::Zh) => format!("{id}（{state}）"),
        }
    })
}

fn session(run: &Session, lang: Lang) -> String {
    let words = lang.words();
    let mut parts = Vec::new();
    match (run.start, run.end) {
        (Some(start), Some(end)) if start != end => parts.push(format!("{start} – {end}")),
        (Some(day), _) | (None, Some(day)) => parts.push(day.to_string()),
        (None, None) => {}
    }
    parts.extend(run.place.clone());
    if !run.instructors.is_empty() {
        parts.push(run.instructors.join(lang.either(", ", "、")));
    }
    let gates = [
        (words.gate_training, run.gates.training),
        (words.gate_assessment, run.gates.assessment),
        (words.gate_recognition, run.gates.recognition),
    ];
    parts.extend(gates.into_iter().filter_map(|(gate, day)| day.map(|day| format!("{gate} {day}"))));
    parts.extend(run.note.clone());
    parts.join(" · ")
}

/// Facts under each other, their values lined up; an empty one is not stated and not shown.
#[derive(Default)]
pub(super) struct Facts(Vec<Fact>);

/// A value under its label, and what stands before its first line.
struct Fact {
    label: &'static str,
    lead: &'static str,
    value: String,
}

impl Facts {
    pub(super) fn add(&mut self, label: &'static str, value: String) {
        if !value.is_empty() {
            self.0.push(Fact { label, lead: "", value });
        }
    }

    pub(super) fn word<W: Say>(&mut self, label: &'static str, word: Option<W>, lang: Lang) {
        self.add(label, word.map(|word| word.say(lang)).unwrap_or_default());
    }

    /// One line each, the label before the first.
    pub(super) fn list(&mut self, label: &'static str, values: impl Iterator<Item = String>) {
        self.led(label, values.map(|value| ("", value)));
    }

    /// The same, each behind a lead such as a bullet; its further lines are set in as far.
    pub(super) fn led(&mut self, label: &'static str, values: impl Iterator<Item = (&'static str, String)>) {
        let labels = std::iter::once(label).chain(std::iter::repeat(""));
        let facts = labels.zip(values).map(|(label, (lead, value))| Fact { label, lead, value });
        self.0.extend(facts);
    }

    /// No wider than `width` as far as their words allow.
    pub(super) fn lines(&self, width: Option<usize>) -> Vec<String> {
        let widest = self.0.iter().map(|fact| fact.label.width()).max().unwrap_or(0);
        let room = width.map(|width| width.saturating_sub(widest + GAP));
        let mut lines = Vec::new();
        for Fact { label, lead, value } in &self.0 {
            let (mut label, mut before) = (*label, (*lead).to_owned());
            let room = room.map(|room| room.saturating_sub(lead.width()));
            for line in wrapped(value, room) {
                let gap = " ".repeat(widest + GAP - label.width());
                lines.push(format!("{label}{gap}{before}{line}"));
                (label, before) = ("", " ".repeat(lead.width()));
            }
        }
        lines
    }
}

/// Between labels and values.
const GAP: usize = 2;

/// Made harmless before it is measured; whole where no terminal limits it.
fn wrapped(text: &str, width: Option<usize>) -> Vec<String> {
    let text = Safe::new(text);
    match width {
        Some(width) => wrap(&text, width),
        None => vec![text.into_string()],
    }
}

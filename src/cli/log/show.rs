//! `tuition log show`: one entry with its history.

use crate::cli::args::TextFormat;
use crate::cli::console::Look;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::show::Facts;
use crate::cli::{entries, json};
use crate::domain::hours::Standing;
use crate::domain::{Entry, HoursRecord};
use crate::locale::cli::labels;
use crate::locale::{Lang, Say, vocabulary};
use clap::Args;
use serde_json::json;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    id: String,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

pub(super) fn run(context: &Context<'_>, args: &ShowArgs) -> Result<(), CliError> {
    let record = context.record()?;
    let entry = entries::find(&record.hours, &args.id)?;
    match args.format {
        TextFormat::Json => context.console.print_json(&json!({
            "schema": json::SCHEMA,
            "entries": [json::entry(entry, &record.hours)],
        })),
        TextFormat::Text => {
            let heading = (Look::Heading, entry.title.clone());
            let facts = in_full(entry, &record.hours, context.lang).lines(context.width());
            let facts = facts.into_iter().map(|line| (Look::Plain, line));
            context.console.print_drawn(std::iter::once(heading).chain(facts))
        }
    }
}

fn in_full(entry: &Entry, record: &HoursRecord, lang: Lang) -> Facts {
    let words = lang.words();
    let label = labels(lang);
    let mut facts = Facts::default();
    facts.add(words.id, entry.id.to_string());
    let standing = record.standing(&entry.id);
    let said = match &standing {
        Standing::Live => label.counts,
        Standing::Void(_) => words.void,
        Standing::Replaced(_) => label.replaced,
    };
    facts.add(label.standing, said.to_owned());
    match standing {
        Standing::Live => {}
        Standing::Void(voiding) => facts.add(words.reason, voiding.reason.clone().unwrap_or_default()),
        Standing::Replaced(by) => facts.add(label.replaced_by, by.id.to_string()),
    }
    facts.add(words.replaces, entry.replaces.as_ref().map(ToString::to_string).unwrap_or_default());
    facts.add(words.date, entry.date.to_string());
    facts.add(words.hours, vocabulary::amount(lang, entry.amount, entry.unit));
    facts.word(words.result, Some(entry.outcome), lang);
    facts.add(words.course, entry.course.as_ref().map(ToString::to_string).unwrap_or_default());
    let categories: Vec<String> = entry.categories.iter().map(|category| category.say(lang)).collect();
    facts.add(words.categories, categories.join(lang.either(", ", "、")));
    facts.word(words.form, entry.form, lang);
    facts.add(words.provider, entry.provider.clone().unwrap_or_default());
    facts.add(words.url, entry.url.clone().unwrap_or_default());
    facts.add(words.note, entry.note.clone().unwrap_or_default());
    facts.list(words.evidence, entry.evidence.iter().map(|file| file.name.clone()));
    facts.add(words.recorded_at, entry.recorded.map(|moment| moment.to_string()).unwrap_or_default());
    facts
}

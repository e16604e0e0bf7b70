//! `tuition rules show`: a pack in words.

use super::json::in_full;
use crate::cli::args::TextFormat;
use crate::cli::console::Look;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::packs::find;
use crate::cli::show::{Facts, titles};
use crate::domain::course::LocalText;
use crate::domain::requirement::rule::Source;
use crate::domain::{Profile, Rule};
use crate::locale::Lang;
use crate::locale::cli::labels;
use crate::locale::requirements::{self, stated};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "RULE")]
    rule: String,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TextFormat,
}

/// Before an item of several lines, and before what belongs to it.
const BULLET: &str = "· ";
const BELOW: &str = "  ";

pub(super) fn run(context: &Context<'_>, args: &ShowArgs) -> Result<(), CliError> {
    let rule = find(context.packs(), &args.rule)?;
    let profile = context.record_if_any()?.profile;
    match args.format {
        TextFormat::Json => context.console.print_json(&in_full(rule, &profile)),
        TextFormat::Text => {
            let mut lines = titles(&rule.title, context.lang);
            let facts = facts(rule, &profile, context.lang);
            lines.extend(facts.lines(context.width()).into_iter().map(|line| (Look::Plain, line)));
            context.console.print_drawn(lines)
        }
    }
}

fn facts(rule: &Rule, profile: &Profile, lang: Lang) -> Facts {
    let (words, label) = (lang.words(), labels(lang));
    let wording = |text: &LocalText| text.wording(lang.is_chinese()).to_owned();
    let mut facts = Facts::default();
    facts.add(words.id, rule.id.to_string());
    facts.add(label.followed, profile.following(&rule.id).map_or("", |_| words.yes).to_owned());
    facts.add(words.unit, stated::unit(lang, rule));
    facts.add(label.required, stated::total(lang, rule));
    facts.add(label.period, stated::period(lang, &rule.cycle));
    facts.add(label.counting, stated::counts_when(lang, rule.counts_when).to_owned());
    facts.list(label.at_least, rule.minimums.iter().map(|part| stated::minimum(lang, rule, part)));
    facts.list(label.at_most, rule.maximums.iter().map(|part| stated::maximum(lang, rule, part)));
    facts.add(label.carried, stated::carry(lang, rule, rule.carry.as_ref()));
    facts.list(label.converted, rule.conversions.iter().map(|it| stated::conversion(lang, rule, it)));
    facts.list(label.multiplied, rule.multipliers.iter().map(|it| stated::multiplier(lang, it)));
    facts.add(label.proof, rule.evidence_months.map(|it| stated::proof(lang, it)).unwrap_or_default());
    facts.add(label.valid, stated::validity(lang, rule).unwrap_or_default());
    facts.add(words.note, rule.note.as_ref().map(wording).unwrap_or_default());
    facts.led(label.unconfirmed, rule.unconfirmed.iter().map(|text| (BULLET, wording(text))));
    facts.led(words.source, rule.sources.iter().flat_map(|it| source(it, lang)));
    let examples = rule.examples.iter().flat_map(|example| {
        [(BULLET, wording(&example.title)), (BELOW, requirements::expectation(lang, example))]
    });
    facts.led(label.examples, examples);
    facts.add(label.file, rule.origin.file.display().to_string());
    facts
}

fn source(source: &Source, lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
    let title = source.title.wording(lang.is_chinese());
    let checked = source.checked;
    let said = lang.either(format!("{title} (checked {checked})"), format!("{title}（{checked} 核对）"));
    let url = source.url.clone().map(|url| (BELOW, url));
    std::iter::once((BULLET, said)).chain(url)
}

//! Status in words: the followed rules, the parts of one, and the ledger behind a figure.

use super::reading::{Place, Reading};
use crate::app::Model;
use crate::app::ledger::Ledger;
use crate::app::requirements::OwnedStanding;
use crate::domain::requirement::effect;
use crate::domain::requirement::ledger::{Line, LineCredit, PlannedLine, ledger as lines_of, planned_lines};
use crate::domain::requirement::outlook::Outlook;
use crate::domain::requirement::{Evaluation, NotEvaluated, Rule, Standing};
use crate::locale::plain::figures;
use crate::locale::requirements::{
    self, carried, days_left, in_no_catalog, outside_validity, part_name, planned_reasons, trouble,
};
use crate::locale::{Lang, Say};

pub fn rules(model: &Model) -> Reading<'_> {
    let (lang, standings) = (model.lang, &model.requirements.standings);
    let row = |at: usize| standings.get(at).map(|standing| rule_row(model, standing)).unwrap_or_default();
    Reading::lazily(Place::Rules, rules_heading(model), standings.len(), row)
        .of(figures::day(lang, model.requirements.day(model.today)))
        .at(model.requirements.rules.cursor())
}

fn rules_heading(model: &Model) -> Vec<String> {
    let (lang, words) = (model.lang, model.lang.words());
    let followed = model.requirements.standings.len();
    if followed > 0 {
        let day = figures::day(lang, model.requirements.day(model.today));
        return vec![lang.plain().status(followed, &day)];
    }
    // A profile that could not be read is not an empty one.
    let broken = model.record.problems.iter().find(|one| one.place.file.ends_with("profile.toml"));
    match broken {
        Some(problem) => vec![words.profile_unreadable.to_owned(), problem.say(lang)],
        None => vec![words.no_rules.to_owned(), lang.plain().heard(words.no_rules_hint)],
    }
}

/// A rule in one line: the part that gives it its state.
pub fn rule_row(model: &Model, standing: &OwnedStanding) -> String {
    let (lang, plain) = (model.lang, model.lang.plain());
    let rule = model.requirements.rule(&standing.id);
    let title = rule.map(|rule| rule.title.wording(lang.is_chinese()));
    let said =
        title.map_or_else(|| standing.id.to_string(), |title| plain.beside(standing.id.as_str(), title));
    match (rule, &standing.evaluation) {
        (Some(rule), Ok(evaluation)) => match evaluation.headline() {
            Some(part) => {
                let standing = figures::standing(lang, rule, part);
                format!("{said}{}{standing}", lang.either("; ", "；"))
            }
            None => said,
        },
        _ => plain.beside(&said, lang.words().no_figures),
    }
}

/// The rule under the cursor in full, its parts numbered.
pub fn parts(model: &Model) -> Reading<'_> {
    let requirements = &model.requirements;
    let Some(standing) = requirements.chosen() else { return rules(model) };
    let rule = requirements.rule(&standing.id);
    let day = requirements.day(model.today);
    let heading = rule_heading(model, standing, rule);
    let parts = requirements.parts();
    let row = move |at: usize| match (rule, parts.get(at)) {
        (Some(rule), Some(part)) => figures::standing_in_full(model.lang, rule, part, day),
        _ => String::new(),
    };
    Reading::lazily(Place::Parts, heading, parts.len(), row)
        .of(format!("{} {day}", standing.id))
        .at(requirements.part)
}

fn rule_heading(model: &Model, standing: &OwnedStanding, rule: Option<&Rule>) -> Vec<String> {
    let lang = model.lang;
    let mut lines = vec![standing.id.to_string()];
    if let Some(rule) = rule {
        let (first, second) = rule.title.in_order(lang.is_chinese());
        lines.push(first.to_owned());
        lines.extend(second.map(str::to_owned));
    }
    match (&standing.evaluation, rule) {
        (Ok(evaluation), Some(rule)) => lines.extend(circumstances(model, rule, evaluation)),
        (Err(why), rule) => lines.extend(no_figures(lang, standing, rule, why)),
        (Ok(_), None) => {}
    }
    if let Some(rule) = rule {
        lines.extend(remarks(lang, rule));
    }
    lines
}

/// The period, how long it lasts, what a week must bring, and what adds nothing.
fn circumstances(model: &Model, rule: &Rule, evaluation: &Evaluation) -> Vec<String> {
    let (lang, phrases, plain) = (model.lang, model.lang.phrases(), model.lang.plain());
    let period = figures::spoken(lang, &requirements::period(lang, evaluation.period));
    let left = days_left(lang, evaluation.period.end, evaluation.as_of);
    let mut lines = vec![plain.beside(&period, &left)];
    lines.extend(outside_validity(lang, rule, evaluation.period).map(|said| figures::spoken(lang, &said)));
    if let Some(part) = evaluation.headline()
        && let Some(per_week) = Outlook::of(part, evaluation.as_of).per_week
    {
        let missing = figures::amount(lang, part.missing().unwrap_or_default(), rule.unit);
        lines.push(phrases.to_do(&missing, per_week));
    }
    if let Some(total) = evaluation.overridden {
        lines.push(phrases.own_total(&figures::amount(lang, total, rule.unit)));
    }
    if evaluation.unstated > 0 {
        lines.push(phrases.planned_without_hours(evaluation.unstated));
    }
    let (plan, catalog) = (&model.record.plan, &model.library.catalog);
    let absent = effect::in_no_catalog(plan, catalog, &model.progress, model.today, (rule, evaluation));
    if absent > 0 {
        lines.push(in_no_catalog(lang, absent));
    }
    lines
}

/// Why there are no figures, and what to do about it here.
fn no_figures(lang: Lang, standing: &OwnedStanding, rule: Option<&Rule>, why: &NotEvaluated) -> Vec<String> {
    let words = lang.words();
    let standing =
        Standing { id: standing.id.clone(), rule, since: standing.since, evaluation: Err(why.clone()) };
    let remedy = match why {
        NotEvaluated::UnknownRule => words.leave_the_rule,
        NotEvaluated::Date(_) => words.state_the_date,
    };
    let cause = trouble(lang, &standing).map(|trouble| trouble.cause);
    cause.into_iter().chain([lang.plain().heard(remedy)]).collect()
}

fn remarks(lang: Lang, rule: &Rule) -> Vec<String> {
    let (words, chinese) = (lang.words(), lang.is_chinese());
    let mut lines = Vec::new();
    if let Some(note) = &rule.note {
        lines.push(lang.plain().fact(words.note, note.wording(chinese)));
    }
    let unconfirmed = rule.unconfirmed.iter();
    lines.extend(unconfirmed.map(|point| lang.plain().fact(words.not_confirmed, point.wording(chinese))));
    for source in &rule.sources {
        let checked = lang.phrases().checked_on(source.title.wording(chinese), source.checked);
        lines.push(lang.plain().fact(words.source, &figures::spoken(lang, &checked)));
        lines.extend(source.url.as_ref().map(|url| lang.plain().fact(words.url, url)));
    }
    lines
}

/// Every entry behind a part's figure with what counted and why, then what is planned.
pub fn ledger<'m>(model: &'m Model, ledger: &Ledger) -> Reading<'m> {
    let (lang, place) = (model.lang, Place::Over("ledger"));
    let (Some((evaluation, part)), Some(rule)) =
        (ledger.of(&model.requirements), model.requirements.rule(&ledger.rule))
    else {
        return Reading::list(place, vec![lang.words().no_figures.to_owned()], Vec::new());
    };
    let mut heading = vec![
        lang.plain().ledger(rule.id.as_str(), &part_name(lang, part)),
        figures::spoken(lang, &requirements::period(lang, part.span)),
        figures::standing_in_full(lang, rule, part, evaluation.as_of),
    ];
    let from = carried(lang, rule, &evaluation.carried).filter(|_| !part.carried.is_zero());
    heading.extend(from.map(|from| figures::spoken(lang, &from)));
    let lines = lines_of(part, evaluation, &model.record.hours);
    let recorded = lines.iter().map(|line| recorded(lang, rule, line));
    let planned_lines = planned_lines(part, evaluation, &model.library.catalog);
    let planned = planned_lines.iter().map(|line| planned(lang, rule, line));
    let rows: Vec<String> = recorded.chain(planned).collect();
    if rows.is_empty() {
        heading.push(crate::locale::cli::standing::no_entries(lang).to_owned());
    }
    Reading::list(place, heading, rows)
        .of(format!("{} {}", ledger.rule, ledger.part))
        .at(ledger.scroll.cursor())
        .unnumbered()
}

fn recorded(lang: Lang, rule: &Rule, line: &Line<'_>) -> String {
    let plain = lang.plain();
    let mut said = plain.beside(&figures::day(lang, line.entry.date), &line.entry.title);
    let mut add = |more: &str| said = plain.beside(&said, more);
    match line.credit {
        LineCredit::CarriedIn(amount) => add(&plain.carried_in(&amount.to_string())),
        LineCredit::Counted(credit) => {
            let (claimed, counted) = (credit.claimed.to_string(), credit.counted.to_string());
            add(&plain.claimed_and_counted(&claimed, &counted));
            for reason in &credit.reasons {
                add(&figures::spoken(lang, &requirements::reason(lang, rule, reason)));
            }
        }
    }
    add(&plain.counted_so_far(&line.sum.to_string()));
    said
}

fn planned(lang: Lang, rule: &Rule, line: &PlannedLine<'_>) -> String {
    let plain = lang.plain();
    let title = line.course.title.wording(lang.is_chinese());
    let Some(credit) = line.credit else { return plain.beside(title, plain.would_add_nothing()) };
    let mut said = plain.beside(title, &plain.would_add(&credit.counted.to_string()));
    for reason in planned_reasons(lang, rule, line) {
        said = plain.beside(&said, &figures::spoken(lang, &reason));
    }
    said
}

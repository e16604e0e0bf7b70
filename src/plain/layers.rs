//! What lies over a view, in words: commands, packs to choose from, problems.

use super::reading::{Place, Reading};
use crate::app::Model;
use crate::app::commands::{CommandRow, Commands, Scope};
use crate::app::look::ThemeList;
use crate::app::pack_list::PackList;
use crate::app::scroll::Scroll;
use crate::app::view_list::{ViewList, ViewRow};
use crate::domain::Rule;
use crate::locale::plain::figures;
use crate::locale::themes::about;
use crate::locale::{Lang, Say, query_line};

/// Help and commands. A row says the name that can be typed anywhere, not only its number.
pub fn commands<'m>(model: &'m Model, commands: &Commands) -> Reading<'m> {
    let (lang, words) = (model.lang, model.lang.words());
    let name = match commands.scope {
        Scope::Help => words.help,
        Scope::Palette => words.commands,
    };
    let rows: Vec<String> = commands.rows(model).iter().map(|row| command(lang, row)).collect();
    let mut heading = vec![lang.plain().list(name, rows.len())];
    heading.push(match rows.is_empty() {
        true => words.nothing_found.to_owned(),
        false => lang.plain().could_say(),
    });
    Reading::list(Place::Over("commands"), heading, rows)
        .of(commands.filter.text())
        .at(commands.scroll.cursor())
}

pub fn command(lang: Lang, row: &CommandRow) -> String {
    let plain = lang.plain();
    let mut said = plain.fact(row.action.name(), &row.description);
    // A number chooses a row here.
    let is_number = |keys: &&String| keys.bytes().all(|byte| byte.is_ascii_digit());
    let keys: Vec<&str> = row.keys.iter().filter(|keys| !is_number(keys)).map(String::as_str).collect();
    if !keys.is_empty() {
        said = plain.beside(&said, &plain.keys(&keys.join(lang.either(" or ", " 或 "))));
    }
    if row.applies { said } else { plain.beside(&said, plain.not_here()) }
}

pub fn packs<'m>(model: &'m Model, list: &PackList) -> Reading<'m> {
    let (lang, words) = (model.lang, model.lang.words());
    let rules = list.found().into_iter().filter_map(|id| model.requirements.rule(id));
    let rows: Vec<String> = rules.map(|rule| pack(model, rule)).collect();
    let mut heading = vec![lang.plain().list(words.choose_pack, rows.len())];
    if rows.is_empty() {
        heading.push(words.nothing_found.to_owned());
    }
    Reading::list(Place::Over("packs"), heading, rows).of(list.filter.text()).at(list.scroll.cursor())
}

fn pack(model: &Model, rule: &Rule) -> String {
    let (lang, plain) = (model.lang, model.lang.plain());
    let said = plain.beside(rule.id.as_str(), rule.title.wording(lang.is_chinese()));
    if model.record.profile.following(&rule.id).is_some() {
        return plain.beside(&said, lang.words().followed);
    }
    match rule.total {
        Some(total) => plain.beside(&said, &figures::amount(lang, total, rule.unit)),
        None => said,
    }
}

/// The saved views, each with its query and how many courses that finds.
pub fn views<'m>(model: &'m Model, list: &ViewList) -> Reading<'m> {
    let (words, plain) = (model.lang.words(), model.lang.plain());
    let row = |row: &ViewRow| {
        let said = plain.fact(&format!("@{}", row.view.name), &row.view.query);
        row.matches.map_or_else(|| said.clone(), |count| plain.beside(&said, &plain.courses(count)))
    };
    let rows: Vec<String> = list.found().into_iter().map(row).collect();
    let mut heading = vec![plain.list(words.saved_views, rows.len())];
    let broken = model.record.problems.iter().find(|one| one.place.file.ends_with("views.toml"));
    if let Some(problem) = broken {
        heading.extend([plain.views_unreadable(), problem.say(model.lang)]);
    } else if rows.is_empty() {
        heading.push(words.nothing_found.to_owned());
    }
    Reading::list(Place::Over("views"), heading, rows).of(list.filter.text()).at(list.scroll.cursor())
}

/// What the screen may be drawn with; a conversation only names it.
pub fn themes<'m>(model: &'m Model, list: &ThemeList) -> Reading<'m> {
    let (lang, words, plain) = (model.lang, model.lang.words(), model.lang.plain());
    let row = |name: &str| {
        let said = plain.fact(name, about(lang, name));
        if name == list.before { plain.beside(&said, words.theme_now) } else { said }
    };
    let rows: Vec<String> = model.look.names().into_iter().map(row).collect();
    let heading = vec![plain.list(words.themes, rows.len())];
    Reading::list(Place::Over("themes"), heading, rows).at(list.scroll.cursor())
}

/// The page on the query language.
pub fn query_help(model: &Model, scroll: Scroll) -> Reading<'_> {
    let (lang, plain) = (model.lang, model.lang.plain());
    let rows = query_line::help(lang).iter().map(|(typed, means)| plain.fact(typed, means));
    let heading = vec![lang.words().query_help.to_owned()];
    Reading::list(Place::Over("query help"), heading, rows.collect()).at(scroll.cursor()).unnumbered()
}

pub fn problems(model: &Model, scroll: Scroll) -> Reading<'_> {
    let lang = model.lang;
    let catalog = model.library.problems.iter().map(|problem| problem.say(lang));
    let packs = model.requirements.problems.iter().map(|problem| problem.say(lang));
    let record = model.record.problems.iter().map(|problem| problem.say(lang));
    let rows: Vec<String> = catalog.chain(packs).chain(record).collect();
    let heading = vec![lang.plain().list(lang.words().problems, rows.len())];
    Reading::list(Place::Over("problems"), heading, rows).at(scroll.cursor())
}

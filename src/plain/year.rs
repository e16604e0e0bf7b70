//! A year of study in words: its facts, the months and categories, the tracks, the pace under every
//! followed rule, then each day on which something was recorded; and the words that lead to another year.

use super::reading::{Place, Reading};
use super::understand::Understood;
use crate::action::Action;
use crate::app::model::Layer;
use crate::app::year_page::{YearPage, paces_of};
use crate::app::{Message, Model};
use crate::domain::date::YEARS;
use crate::domain::year::Year;
use crate::locale::Lang;
use crate::locale::plain::figures::spoken;
use crate::locale::requirements::part_name;
use crate::locale::year;

pub fn reading<'m>(model: &'m Model, page: &YearPage) -> Reading<'m> {
    let lang = model.lang;
    let figures = page.figures(model);
    let heading = vec![year::title(lang, page.day.year()), lang.plain().in_the_year()];
    let mut rows: Vec<String> = facts(lang, &figures);
    for share in &figures.tracks.shares {
        let said = format!("{}, {}", year::time(lang, share.time), year::per_cent(share));
        rows.push(lang.plain().fact(&year::track(lang, share, &model.library.catalog), &said));
    }
    for (rule, paces) in paces_of(model) {
        for pace in &paces {
            let name = lang.plain().beside(rule.id.as_str(), &part_name(lang, &pace.part));
            rows.push(lang.plain().fact(&name, &year::pace(lang, rule, pace)));
        }
    }
    rows.extend(figures.days.iter().filter(|day| day.entries > 0).map(|day| year::day(lang, day)));
    let rows = rows.iter().map(|row| spoken(lang, row)).collect();
    Reading::list(Place::Over("year"), heading, rows).of(page.day.year().to_string()).unnumbered()
}

/// A line about a year: which one is open, or where one is open, another. `None` where the line is
/// about something else.
pub fn understand(model: &Model, here: &Reading<'_>, line: &str) -> Option<Understood> {
    let line = line.to_lowercase();
    let Some(Layer::Year(page)) = &model.layer else {
        let out = model.layer.is_some().then_some(Message::Do(Action::Escape));
        let open = out.into_iter().chain([Message::Do(Action::Year)]);
        return Some(match go_to(model, model.requirements.day(model.today).year(), named(&line)?) {
            Understood::Do(steps) => Understood::Do(open.chain(steps).collect()),
            Understood::Again => Understood::Do(open.collect()),
            refused => refused,
        });
    };
    if let Ok(year) = line.parse::<i16>()
        && YEARS.contains(&year)
    {
        return Some(go_to(model, page.day.year(), year));
    }
    if let Some(year) = named(&line) {
        return Some(go_to(model, page.day.year(), year));
    }
    let by = |action, to: i16| match YEARS.contains(&to) {
        true => Understood::act(action),
        false => Understood::Refused(vec![model.lang.plain().no_such_year()]),
    };
    match line.as_str() {
        "<" | "previous year" | "last year" | "previous" | "earlier" | "上一年" | "前一年" | "去年"
        | "上一个" => Some(by(Action::EarlierDay, page.day.year() - 1)),
        ">" | "next year" | "next" | "later" | "下一年" | "后一年" | "明年" | "下一个" => {
            Some(by(Action::LaterDay, page.day.year() + 1))
        }
        "this year" | "today" | "今年" => Some(go_to(model, page.day.year(), model.today.year())),
        "year" if here.rows > 0 => Some(Understood::Again),
        "help" | "?" | "帮助" | "commands" | "命令" | "按键" | "down" | "up" => {
            Some(Understood::Say(vec![model.lang.plain().in_the_year()]))
        }
        _ => None,
    }
}

/// `year 2025`, `2025年`
fn named(line: &str) -> Option<i16> {
    let year = line.strip_prefix("year ").or_else(|| line.strip_suffix('年'));
    year?.trim().parse().ok()
}

/// The steps from one year to another.
fn go_to(model: &Model, from: i16, to: i16) -> Understood {
    let plain = model.lang.plain();
    if !YEARS.contains(&to) {
        return Understood::Refused(vec![plain.no_such_year()]);
    }
    let action = if to < from { Action::EarlierDay } else { Action::LaterDay };
    match from.abs_diff(to) {
        0 => Understood::Again,
        steps => Understood::Do((0..steps).map(|_| Message::Do(action)).collect()),
    }
}

fn facts(lang: Lang, figures: &Year) -> Vec<String> {
    let plain = lang.plain();
    let facts = year::facts(lang, figures).into_iter().map(|(label, said)| plain.fact(label, &said));
    let months = figures.labels.months.iter().zip(1..).filter(|(time, _)| !time.is_zero());
    let months = months.map(|(time, month)| plain.fact(&year::month(lang, month), &year::time(lang, *time)));
    let categories =
        figures.labels.rows.iter().map(|row| {
            plain.fact(&year::category(lang, row.category.as_ref()), &year::time(lang, row.total))
        });
    facts.chain(months).chain(categories).chain(year::apart(lang, &figures.apart, &figures.earned)).collect()
}

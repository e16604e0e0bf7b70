//! A year of study in words: its facts, the months and categories, the tracks, the pace under every
//! followed rule, then each day on which something was recorded.

use super::reading::{Place, Reading};
use crate::app::Model;
use crate::app::year_page::{YearPage, paces_of};
use crate::domain::year::Year;
use crate::locale::Lang;
use crate::locale::plain::figures::spoken;
use crate::locale::requirements::part_name;
use crate::locale::year;

pub fn reading<'m>(model: &'m Model, page: &YearPage) -> Reading<'m> {
    let lang = model.lang;
    let figures = page.figures(model);
    let heading = vec![year::title(lang, page.day.year())];
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
    Reading::list(Place::Over("year"), heading, rows).of(page.day.year().to_string())
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

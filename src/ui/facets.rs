//! The facet pane: fields and their values with live counts; what is on is a term of the query.

use super::Screen;
use super::pane;
use super::text::{cells, cut, fit, line};
use super::theme::Role;
use crate::app::facets::{FacetName, FacetRow, FacetTerm};
use crate::app::model::Pane;
use crate::app::pointer::Target;
use crate::domain::vocabulary::{CourseState, Delivery, Form, Grade, Level, Word};
use crate::locale::{Lang, Say, vocabulary};
use crate::query::Field;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub fn draw(screen: &mut Screen<'_, '_>) {
    let Some(area) = screen.areas.facets else { return };
    let model = screen.model;
    let focused = model.focus == Pane::Facets;
    pane::frame(screen, area, model.lang.words().facets, "", focused);
    let inside = screen.areas.inside(area);
    let rows = &model.catalog.facet_rows;
    let height = usize::from(inside.height);
    let mut scroll = model.catalog.facet_scroll;
    scroll.settle(rows.len(), height);
    for (at, position) in scroll.window(rows.len(), height).enumerate() {
        let Some(row) = rows.get(position) else { continue };
        let selected = focused && position == scroll.cursor();
        let line = facet(screen, row, usize::from(inside.width), selected);
        let y = inside.y + u16::try_from(at).unwrap_or(0);
        screen.frame.render_widget(line, Rect { y, height: 1, ..inside });
        screen.spot(Rect { y, height: 1, ..inside }, Target::Facet(position));
    }
}

fn facet(screen: &Screen<'_, '_>, row: &FacetRow, width: usize, selected: bool) -> Line<'static> {
    let (model, theme) = (screen.model, screen.theme);
    match row {
        FacetRow::Head(name) => {
            let style = theme.style(if selected { Role::Selected } else { Role::Heading });
            line(fit(head(model.lang, *name), width), style)
        }
        FacetRow::Value { term, count, on } => {
            let count = count.to_string();
            let lead = if *on { "[x] " } else { "[ ] " };
            let room = width.saturating_sub(cells(lead) + cells(&count) + 2);
            let text = format!("{lead}{} {count} ", fit(&cut(&value(screen, term), room), room));
            let role = match (selected, *on) {
                (true, _) => Role::Selected,
                (false, true) => Role::Accent,
                (false, false) => Role::Text,
            };
            line(text, theme.style(role))
        }
    }
}

fn head(lang: Lang, name: FacetName) -> &'static str {
    let words = lang.words();
    match name {
        FacetName::HoursStated => words.length,
        FacetName::Field(Field::Track) => words.track,
        FacetName::Field(Field::Level) => words.level,
        FacetName::Field(Field::Grade) => words.grade,
        FacetName::Field(Field::Delivery) => words.delivery,
        FacetName::Field(Field::Form) => words.form,
        FacetName::Field(Field::Language) => words.language,
        FacetName::Field(Field::Status) => words.state,
        FacetName::Field(Field::Provider) => words.provider,
        FacetName::Field(_) => words.course,
    }
}

/// A value as the reader knows it: a word of the list in their language, a track by its title.
fn value(screen: &Screen<'_, '_>, term: &FacetTerm) -> String {
    let model = screen.model;
    let lang = model.lang;
    match term {
        FacetTerm::HoursStated(true) => lang.words().hours_stated.to_owned(),
        FacetTerm::HoursStated(false) => lang.words().hours_not_stated.to_owned(),
        FacetTerm::Value(field, word) => match field {
            Field::Track => match model.library.catalog.track(word) {
                Some(track) => track.title.in_order(lang.is_chinese()).0.to_owned(),
                None => word.clone(),
            },
            Field::Level => said::<Level>(lang, word),
            Field::Grade => said::<Grade>(lang, word),
            Field::Delivery => said::<Delivery>(lang, word),
            Field::Form => said::<Form>(lang, word),
            Field::Status => said::<CourseState>(lang, word),
            Field::Language => vocabulary::language(lang, word),
            _ => word.clone(),
        },
    }
}

fn said<W: Word + Say>(lang: Lang, word: &str) -> String {
    W::from_word(word).map_or_else(|| word.to_owned(), |member| member.say(lang))
}

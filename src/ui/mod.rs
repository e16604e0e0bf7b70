//! Drawing: `view` reads the model and changes nothing. One file per part of the screen.

mod bar;
mod catalog;
mod commands;
mod completion;
mod detail;
mod facets;
mod footer;
mod form;
mod gap;
mod header;
mod hours;
mod pane;
mod plan;
mod problems;
mod query_help;
mod row;
mod saved_views;
mod status;
mod text;
pub mod theme;

use crate::app::Model;
use crate::app::geometry::Areas;
use crate::app::model::{Layer, View};
use ratatui::Frame;
use theme::Theme;

/// A frame being drawn, with what every part needs.
struct Screen<'a, 'b> {
    frame: &'a mut Frame<'b>,
    model: &'a Model,
    theme: Theme,
    areas: Areas,
    drawn: Drawn,
}

/// What only drawing finds out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The first line of the detail pane, which never scrolls past its last screenful; `None` where
    /// no detail is on the screen.
    pub detail: Option<usize>,
}

/// Draws the whole screen.
pub fn view(model: &Model, theme: Theme, frame: &mut Frame<'_>) -> Drawn {
    let size = frame.area();
    let areas = crate::app::geometry::areas(
        (size.width, size.height),
        model.view,
        model.focus,
        model.catalog.facets_open(size.width),
    );
    let mut screen = Screen { frame, model, theme, areas, drawn: Drawn::default() };
    header::draw(&mut screen);
    match model.view {
        View::Catalog => catalog::draw(&mut screen),
        View::Plan => plan::draw(&mut screen),
        View::Hours => hours::draw(&mut screen),
        View::Status => status::draw(&mut screen),
    }
    footer::draw(&mut screen);
    match &model.layer {
        Some(Layer::Form(form)) => form::draw(&mut screen, form),
        Some(Layer::Commands(commands)) => commands::draw(&mut screen, commands),
        Some(Layer::Packs(list)) => status::packs::draw(&mut screen, list),
        Some(Layer::Views(list)) => saved_views::draw(&mut screen, list),
        Some(Layer::QueryHelp(scroll)) => query_help::draw(&mut screen, scroll),
        Some(Layer::Ledger(ledger)) => status::ledger::draw(&mut screen, ledger),
        Some(Layer::Problems(scroll)) => problems::draw(&mut screen, scroll),
        None => {}
    }
    screen.drawn
}

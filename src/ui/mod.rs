//! Drawing: `view` reads the model and changes nothing. One file per part of the screen.

mod bar;
mod catalog;
mod commands;
mod compare;
mod completion;
mod detail;
mod facets;
mod footer;
mod form;
mod gap;
mod header;
mod hints;
mod hours;
mod pane;
mod plan;
mod prerequisites;
mod problems;
mod query_help;
mod row;
mod saved_views;
pub mod stand_in;
mod status;
mod text;
pub mod theme;
mod themes;
mod tour;
mod year;

use crate::app::Model;
use crate::app::geometry::Areas;
use crate::app::model::{Layer, Pane, View};
use crate::app::pointer::{Spots, Target};
use ratatui::Frame;
use ratatui::layout::Rect;
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The first line of the detail pane, which never scrolls past its last screenful; `None` where
    /// no detail is on the screen.
    pub detail: Option<usize>,
    /// The same for what lies over the view and scrolls by lines.
    pub layer: Option<usize>,
    /// Where the mouse can point at what.
    pub spots: Spots,
}

impl Screen<'_, '_> {
    /// Says what the mouse points at in an area of the screen.
    fn spot(&mut self, area: Rect, target: Target) {
        self.drawn.spots.put(area, target);
    }
}

/// Draws the whole screen.
pub fn view(model: &Model, theme: Theme, frame: &mut Frame<'_>) -> Drawn {
    let size = frame.area();
    let areas = model.areas_at((size.width, size.height));
    let mut screen = Screen { frame, model, theme, areas, drawn: Drawn::default() };
    let panes = [(Pane::Facets, areas.facets), (Pane::List, areas.list), (Pane::Detail, areas.detail)];
    for (pane, area) in panes {
        area.into_iter().for_each(|area| screen.spot(area, Target::Pane(pane)));
    }
    header::draw(&mut screen);
    match (&model.layer, model.view) {
        (Some(Layer::Year(page)), _) => year::draw(&mut screen, page),
        (_, View::Catalog) => catalog::draw(&mut screen),
        (_, View::Plan) => plan::draw(&mut screen),
        (_, View::Hours) => hours::draw(&mut screen),
        (_, View::Status) => status::draw(&mut screen),
    }
    footer::draw(&mut screen);
    tour::draw(&mut screen);
    match &model.layer {
        Some(Layer::Form(form)) => form::draw(&mut screen, form),
        Some(Layer::Commands(commands)) => commands::draw(&mut screen, commands),
        Some(Layer::Packs(list)) => status::packs::draw(&mut screen, list),
        Some(Layer::Views(list)) => saved_views::draw(&mut screen, list),
        Some(Layer::QueryHelp(scroll)) => query_help::draw(&mut screen, scroll),
        Some(Layer::Ledger(ledger)) => status::ledger::draw(&mut screen, ledger),
        Some(Layer::Compare(compare)) => compare::draw(&mut screen, compare),
        Some(Layer::Prerequisites(open)) => prerequisites::draw(&mut screen, open),
        Some(Layer::Problems(scroll)) => problems::draw(&mut screen, scroll),
        Some(Layer::Themes(list)) => themes::draw(&mut screen, list),
        // It stands in the place of the view.
        Some(Layer::Year(_)) => {}
        None if !model.pending.is_empty() => hints::draw(&mut screen),
        None => catalog::completions(&mut screen),
    }
    let drawn = screen.drawn;
    let settings = &model.settings;
    stand_in::paint(frame.buffer_mut(), &theme);
    stand_in::apply(frame.buffer_mut(), settings.ascii, settings.ambiguous_width > 1);
    drawn
}

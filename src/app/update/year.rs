//! A year of study over the view: its cursor, its parts, and the way to other years.

use crate::action::Action;
use crate::app::effect::Effect;
use crate::app::model::{Layer, Model, Tone};
use crate::app::year_page::YearPage;
use crate::locale::year::Heading;

pub fn open(model: &mut Model) {
    model.layer = Some(Layer::Year(YearPage::new(model.requirements.day(model.today))));
}

/// Lines that a page of what scrolls moves by.
const PAGE: isize = 8;

/// What an action does to an open year. One that leads elsewhere leaves it first; what it has no use
/// for does nothing.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let today = model.today;
    let Some(Layer::Year(page)) = &mut model.layer else { return Vec::new() };
    let on_map = page.part == Heading::Days;
    match action {
        Action::NextPane => page.turn(1),
        Action::PreviousPane => page.turn(-1),
        Action::EarlierDay => page.change_year(-1),
        Action::LaterDay => page.change_year(1),
        Action::Today => page.day = today,
        Action::Left if on_map => page.step(-7),
        Action::Right if on_map => page.step(7),
        Action::Up if on_map => page.step(-1),
        Action::Down if on_map => page.step(1),
        Action::Top if on_map => page.step(-366),
        Action::Bottom if on_map => page.step(366),
        Action::Left => page.turn(-1),
        Action::Right => page.turn(1),
        Action::Up | Action::DetailUp => scroll(page, -1),
        Action::Down | Action::DetailDown => scroll(page, 1),
        Action::PageUp | Action::HalfPageUp => scroll(page, -PAGE),
        Action::PageDown | Action::HalfPageDown => scroll(page, PAGE),
        Action::Top => page.first = 0,
        Action::Bottom => page.first = usize::MAX,
        Action::Escape | Action::Back | Action::Year => model.layer = None,
        Action::Undo | Action::Redo | Action::Reload | Action::TimerDiscard => {
            return super::beneath(model, action);
        }
        Action::RecordFree
        | Action::Help
        | Action::Palette
        | Action::Problems
        | Action::Search
        | Action::ViewCatalog
        | Action::ViewPlan
        | Action::ViewHours
        | Action::ViewStatus
        | Action::NextView
        | Action::PreviousView => {
            model.layer = None;
            return super::beneath(model, action);
        }
        other => {
            let text = model.lang.phrases().does_not_apply(other);
            model.say(text, Tone::Plain);
        }
    }
    Vec::new()
}

fn scroll(page: &mut YearPage, by: isize) {
    page.first = page.first.saturating_add_signed(by);
}

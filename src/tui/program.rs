//! The app as the loop runs it: events become messages, the model is drawn with a theme.

use super::event::Event;
use super::runtime::App;
use crate::app::pointer::Target;
use crate::app::{Effect, Message, Model, keys, update};
use crate::ui::{self, Drawn, theme::Theme};
use ratatui::Frame;
use ratatui::layout::Rect;
use std::cell::RefCell;

/// The model and what it is drawn with.
pub struct Program {
    pub model: Model,
    pub theme: Theme,
    /// What the last frame found out.
    drawn: RefCell<Drawn>,
}

impl Program {
    /// `coloured` is false where the person wants no colours (NO_COLOR, `--color never`).
    pub fn new(model: Model, coloured: bool) -> Self {
        let theme = if coloured { Theme::coloured() } else { Theme::mono() };
        Self { model, theme, drawn: RefCell::default() }
    }
}

impl Program {
    /// Where the last frame has put something that can be pointed at.
    pub fn spot(&self, target: Target) -> Option<Rect> {
        self.drawn.borrow().spots.find(target)
    }
}

impl App for Program {
    type Effect = Effect;
    type Outcome = Vec<Message>;

    fn on_event(&mut self, event: Event) -> Vec<Effect> {
        // Keys that asked for more than there is must not have to be taken back one by one; and what
        // was brought into view stays there.
        if let Some(first) = self.drawn.get_mut().detail.take() {
            self.model.detail = first;
        }
        let message = match event {
            Event::Key(key) => keys::interpret(&self.model, &key),
            Event::Paste(text) => Some(Message::Paste(text)),
            Event::Pointer(gesture, place) => {
                let at = self.drawn.get_mut().spots.at(place);
                at.map(|(target, column)| Message::Pointer { gesture, target, column })
            }
            Event::Resized(size) => Some(Message::Resize(size.width, size.height)),
            Event::Shown => Some(Message::Shown),
            Event::Look | Event::Resumed => Some(Message::Look),
            Event::InputWaiting => Some(Message::InputWaiting),
            Event::Interrupted => None,
        };
        message.map(|message| update(&mut self.model, message)).unwrap_or_default()
    }

    fn on_outcome(&mut self, outcome: Vec<Message>) -> Vec<Effect> {
        outcome.into_iter().flat_map(|message| update(&mut self.model, message)).collect()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        self.drawn.replace(ui::view(&self.model, self.theme, frame));
    }

    fn should_quit(&self) -> bool {
        self.model.quit
    }
}

//! The app as the loop runs it: events become messages, the model is drawn with a theme.

use super::event::Event;
use super::runtime::App;
use crate::app::{Effect, Message, Model, keys, update};
use crate::config::theme::{Canvas, Palette};
use crate::ui::{self, Drawn, theme::Theme};
use ratatui::Frame;
use std::cell::Cell;

/// The model and what it is drawn with.
pub struct Program {
    pub model: Model,
    pub theme: Theme,
    /// What the theme was made of.
    palette: Palette,
    /// What the last frame found out.
    drawn: Cell<Drawn>,
}

impl Program {
    /// `canvas` is what the environment tells of the terminal's colours, and whether any are wanted.
    pub fn new(mut model: Model, canvas: Canvas) -> Self {
        model.look.on(canvas);
        let palette = *model.look.palette();
        Self { theme: Theme::new(palette, canvas.depth), palette, model, drawn: Cell::default() }
    }

    /// Another theme was chosen, or the terminal has told its background.
    fn look_again(&mut self) {
        let palette = self.model.look.palette();
        if *palette != self.palette {
            self.palette = *palette;
            self.theme = Theme::new(self.palette, self.model.look.canvas.depth);
        }
    }
}

impl App for Program {
    type Effect = Effect;
    type Outcome = Vec<Message>;

    fn on_event(&mut self, event: Event) -> Vec<Effect> {
        // Keys that asked for more than there is must not have to be taken back one by one; and what
        // was brought into view stays there.
        if let Some(first) = self.drawn.take().detail {
            self.model.detail = first;
        }
        let message = match event {
            Event::Key(key) => keys::interpret(&self.model, &key),
            Event::Paste(text) => Some(Message::Paste(text)),
            Event::Resized(size) => Some(Message::Resize(size.width, size.height)),
            Event::Shown => Some(Message::Shown),
            Event::Look | Event::Resumed => Some(Message::Look),
            Event::InputWaiting => Some(Message::InputWaiting),
            Event::Background(background) => Some(Message::Background(background)),
            Event::Interrupted => None,
        };
        let effects = message.map(|message| update(&mut self.model, message)).unwrap_or_default();
        self.look_again();
        effects
    }

    fn on_outcome(&mut self, outcome: Vec<Message>) -> Vec<Effect> {
        let effects = outcome.into_iter().flat_map(|message| update(&mut self.model, message)).collect();
        self.look_again();
        effects
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        self.drawn.set(ui::view(&self.model, self.theme, frame));
    }

    fn should_quit(&self) -> bool {
        self.model.quit
    }
}

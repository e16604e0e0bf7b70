//! The app as the loop runs it: events become messages, the model is drawn with a theme.

use super::event::Event;
use super::runtime::App;
use crate::app::model::Layer;
use crate::app::pointer::Target;
use crate::app::{Effect, Message, Model, keys, update};
use crate::config::theme::{Canvas, Palette};
use crate::ui::{self, Drawn, theme::Theme};
use ratatui::Frame;
use ratatui::layout::Rect;
use std::cell::RefCell;

/// The model and what it is drawn with.
pub struct Program {
    pub model: Model,
    pub theme: Theme,
    /// What the theme was made of.
    palette: Palette,
    /// What the last frame found out.
    drawn: RefCell<Drawn>,
}

impl Program {
    /// `canvas` is what the environment tells of the terminal's colours, and whether any are wanted.
    pub fn new(mut model: Model, canvas: Canvas) -> Self {
        model.look.on(canvas);
        let palette = *model.look.palette();
        Self { theme: Theme::new(palette, canvas.depth), palette, model, drawn: RefCell::default() }
    }

    /// Where the last frame has put something that can be pointed at.
    pub fn spot(&self, target: Target) -> Option<Rect> {
        self.drawn.borrow().spots.find(target)
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
        let (detail, layer) = {
            let drawn = self.drawn.get_mut();
            (drawn.detail.take(), drawn.layer.take())
        };
        if let Some(first) = detail {
            self.model.detail = first;
        }
        if let (Some(first), Some(Layer::Year(page))) = (layer, &mut self.model.layer) {
            page.first = first;
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
        self.drawn.replace(ui::view(&self.model, self.theme, frame));
    }

    fn should_quit(&self) -> bool {
        self.model.quit
    }
}

//! The app as the loop runs it: events become messages, the model is drawn with a theme.

use super::event::Event;
use super::runtime::App;
use crate::app::model::Layer;
use crate::app::pointer::Target;
use crate::app::{Effect, Message, Model, keys, update};
use crate::config::theme::{Canvas, Palette};
use crate::locale::timer;
use crate::ui::{self, Drawn, theme::Theme};
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::cell::{Cell, RefCell};

/// The model and what it is drawn with.
pub struct Program {
    pub model: Model,
    pub theme: Theme,
    /// What the theme was made of.
    palette: Palette,
    /// What the last frame found out.
    drawn: RefCell<Drawn>,
    /// Whether anything has happened since the last frame that a frame may show.
    stale: Cell<bool>,
}

impl Program {
    /// `canvas` is what the environment tells of the terminal's colours, and whether any are wanted.
    pub fn new(mut model: Model, canvas: Canvas) -> Self {
        model.look.on(canvas);
        let palette = *model.look.palette();
        Self {
            theme: Theme::new(palette, canvas.depth),
            palette,
            model,
            drawn: RefCell::default(),
            stale: Cell::new(true),
        }
    }

    /// Where the last frame has put something that can be pointed at.
    pub fn spot(&self, target: Target) -> Option<Rect> {
        self.drawn.borrow().spots.find(target)
    }

    /// What the screen shows of the passing of time: the day, and how long the timer has run.
    fn moment(&self) -> (Date, Option<[String; 2]>) {
        let model = &self.model;
        let timed = model.record.timer.next();
        (model.today, timed.map(|session| timer::chips(model.lang, session, model.now)))
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
        // What a look finds is told as an outcome.
        if !matches!(event, Event::Look) {
            self.stale.set(true);
        }
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
        let passing = |message: &Message| matches!(message, Message::Fresh(..) | Message::Clock(_));
        let only_time = outcome.iter().all(passing);
        let before = self.moment();
        let effects = outcome.into_iter().flat_map(|message| update(&mut self.model, message)).collect();
        self.look_again();
        if !only_time || self.moment() != before {
            self.stale.set(true);
        }
        effects
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        self.drawn.replace(ui::view(&self.model, self.theme, frame));
        self.stale.set(false);
    }

    fn is_stale(&self) -> bool {
        self.stale.get()
    }

    fn should_quit(&self) -> bool {
        self.model.quit
    }
}

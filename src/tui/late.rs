//! A program that is still being made while the terminal is taken over: reading what the first
//! frame shows and setting up the terminal each take a while, and neither needs the other.

use super::event::Event;
use super::runtime::App;
use ratatui::Frame;

/// Makes the program when the first event arrives, which is before the first frame.
pub struct Late<A, F> {
    make: Option<F>,
    made: Option<A>,
}

impl<A, F: FnOnce() -> A> Late<A, F> {
    pub fn new(make: F) -> Self {
        Self { make: Some(make), made: None }
    }

    fn made(&mut self) -> Option<&mut A> {
        if let Some(make) = self.make.take() {
            self.made = Some(make());
        }
        self.made.as_mut()
    }
}

impl<A: App, F: FnOnce() -> A> App for Late<A, F> {
    type Effect = A::Effect;
    type Outcome = A::Outcome;

    fn on_event(&mut self, event: Event) -> Vec<A::Effect> {
        self.made().map(|app| app.on_event(event)).unwrap_or_default()
    }

    fn on_outcome(&mut self, outcome: A::Outcome) -> Vec<A::Effect> {
        self.made().map(|app| app.on_outcome(outcome)).unwrap_or_default()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        if let Some(app) = &self.made {
            app.draw(frame);
        }
    }

    fn is_stale(&self) -> bool {
        self.made.as_ref().is_none_or(App::is_stale)
    }

    fn should_quit(&self) -> bool {
        self.made.as_ref().is_some_and(App::should_quit)
    }
}

//! The loop: draw, wait for an event, tell the program, run what it asks for, drain, draw.
//!
//! It knows neither threads nor a real terminal. [`Shell`] gives it events and [`Stage`] takes its
//! frames, so that a test plays a list of events through the very loop that the program runs
//! ([`run_scripted`]).

use super::event::Event;
use ratatui::backend::{Backend, TestBackend};
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use std::collections::VecDeque;
use std::ffi::OsString;
use std::io;
use std::process::ExitStatus;
use std::time::{Duration, Instant};

/// The program, as the loop sees it.
pub trait App {
    /// Something to do outside: save, load, open.
    type Effect;
    /// What came of it.
    type Outcome;

    /// Takes note of an event and says what is to be done outside.
    fn on_event(&mut self, event: Event) -> Vec<Self::Effect>;
    /// Takes note of what came of an effect; always before the next frame.
    fn on_outcome(&mut self, outcome: Self::Outcome) -> Vec<Self::Effect>;
    fn draw(&self, frame: &mut Frame<'_>);
    /// Whether a frame may show something that the last one did not. A program that cannot tell is
    /// drawn after whatever it was told; looks at files that have not changed are then frames too.
    fn is_stale(&self) -> bool {
        true
    }
    fn should_quit(&self) -> bool;
}

/// Runs the effects of a program, in order, one at a time.
pub trait Effects<A: App> {
    fn run(&mut self, effect: A::Effect) -> Ran<A::Outcome>;

    /// The program that [`Ran::Lend`] asked for has ended, and the terminal is ours again.
    fn returned(&mut self, _ended: Result<ExitStatus, NotLent>) -> Ran<A::Outcome> {
        Ran::Silently
    }
}

/// A program that is to have the terminal for a while, as an editor does. No shell reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    pub program: OsString,
    pub args: Vec<OsString>,
}

/// Why a program did not get the terminal.
#[derive(Debug)]
pub enum NotLent {
    /// Half a key has been read, and whoever waits for its end would take a key from the program.
    Busy,
    /// The program could not be started.
    Start(io::Error),
}

impl<A: App, F: FnMut(A::Effect) -> Ran<A::Outcome>> Effects<A> for F {
    fn run(&mut self, effect: A::Effect) -> Ran<A::Outcome> {
        self(effect)
    }
}

/// What came of an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ran<O> {
    /// Done, and the program need not know.
    Silently,
    /// The program is told.
    With(O),
    /// The effect is the shell's own: give the terminal back and stop, as Ctrl-Z does elsewhere.
    /// Does nothing where nobody could let the program go on.
    Suspend,
    /// The effect is the shell's own: ask the terminal for its background. The answer, if there is
    /// one, is an event.
    AskBackground,
    /// The effect is the shell's own: clear the screen and draw all of it anew.
    Redraw,
    /// The effect is the shell's own: put this text on the clipboard of whoever sits at the terminal.
    Copy(String),
    /// The effect is the shell's own: lend the terminal to another program until that ends. What
    /// comes of it is told to [`Effects::returned`].
    Lend(Errand),
}

/// Why a run is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The program wanted to.
    Quit,
    /// A signal of this number asked for it.
    Signal(i32),
    /// The terminal is gone.
    Hangup,
    /// A thread of the program panicked; its message has been printed.
    Panicked,
}

impl Ended {
    /// The exit code of a process that ends so: 0, 128 + the signal's number, or Rust's 101.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
            Self::Hangup => 129,
            Self::Panicked => 101,
        }
    }
}

/// What the loop has to deal with next.
pub(super) enum Step {
    Event(Event),
    /// The screen shows somebody else's text: draw all of it again, at this size.
    Redraw(Size),
    /// The run is over; the program is told first.
    Interrupt(Ended),
    /// The run is over, and nothing is told any more.
    Stop(Ended),
}

/// Where steps come from.
pub(super) trait Shell {
    /// Waits for the next step.
    fn wait(&mut self) -> Step;
    /// The next step if there is one already.
    fn ready(&mut self) -> Option<Step>;
    fn suspend(&mut self);
    fn ask_background(&mut self);
    fn copy(&mut self, text: &str);
    /// Returns when the program has ended and the terminal is ours again.
    fn lend(&mut self, errand: &Errand) -> Lent;
}

/// What came of lending the terminal.
pub(super) struct Lent {
    pub(super) ended: Result<ExitStatus, NotLent>,
    /// The size to draw at from now on, where the terminal was out of our hands.
    pub(super) size: Option<Size>,
}

/// A backend that can be told how large it is.
pub trait Stage: Backend {
    fn fit(&mut self, size: Size);
}

impl Stage for TestBackend {
    fn fit(&mut self, size: Size) {
        self.resize(size.width, size.height);
    }
}

/// The longest time without a frame while events keep coming. Without it a flood of keys would
/// leave the screen still; with a frame for each key, 200,000 pasted ones would take seconds.
const FLOOD: Duration = Duration::from_millis(50);

pub(super) fn run<A, E, S, B>(
    app: &mut A,
    effects: &mut E,
    shell: &mut S,
    terminal: &mut Terminal<B>,
) -> Result<Ended, B::Error>
where
    A: App,
    E: Effects<A>,
    S: Shell,
    B: Stage,
{
    let size = terminal.size()?;
    let mut redraw = tell(app, effects, shell, Event::Resized(size)).settle(terminal);
    let mut shown = false;
    loop {
        if app.should_quit() {
            return Ok(Ended::Quit);
        }
        let cleared = std::mem::take(&mut redraw);
        if cleared {
            terminal.clear()?;
        }
        if cleared || !shown || app.is_stale() {
            terminal.draw(|frame| app.draw(frame))?;
        }
        if !std::mem::replace(&mut shown, true) {
            let told = tell(app, effects, shell, Event::Shown);
            redraw |= told.settle(terminal);
            if told.acted {
                continue;
            }
        }
        let mut next = Some(shell.wait());
        let frame_due = Instant::now() + FLOOD;
        while let Some(step) = next {
            match step {
                Step::Event(event) => {
                    if let Event::Resized(size) = event {
                        terminal.backend_mut().fit(size);
                    }
                    redraw |= tell(app, effects, shell, event).settle(terminal);
                }
                Step::Redraw(size) => {
                    terminal.backend_mut().fit(size);
                    redraw = true;
                    tell(app, effects, shell, Event::Resized(size));
                    tell(app, effects, shell, Event::Resumed);
                }
                Step::Interrupt(ended) => {
                    tell(app, effects, shell, Event::Interrupted);
                    return Ok(ended);
                }
                Step::Stop(ended) => return Ok(ended),
            }
            let drained = app.should_quit() || Instant::now() >= frame_due;
            next = if drained { None } else { shell.ready() };
        }
    }
}

/// What came of telling the program something.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// Whether it asked for anything to be done.
    acted: bool,
    /// Whether the screen is to be drawn anew.
    redraw: bool,
    /// The size to draw at, where it may have changed behind our back.
    size: Option<Size>,
}

impl Told {
    /// Fits the screen to its size; whether it is to be drawn anew.
    fn settle<B: Stage>(self, terminal: &mut Terminal<B>) -> bool {
        if let Some(size) = self.size {
            terminal.backend_mut().fit(size);
        }
        self.redraw
    }
}

/// Tells the program of an event and runs what it asks for, and what it asks for then.
fn tell<A: App>(app: &mut A, effects: &mut impl Effects<A>, shell: &mut impl Shell, event: Event) -> Told {
    let mut queue = VecDeque::from(app.on_event(event));
    let mut told = Told { acted: !queue.is_empty(), ..Told::default() };
    while let Some(effect) = queue.pop_front() {
        let mut ran = effects.run(effect);
        if let Ran::Lend(errand) = ran {
            let lent = shell.lend(&errand);
            if let Some(size) = lent.size {
                (told.redraw, told.size) = (true, Some(size));
                queue.extend(app.on_event(Event::Resized(size)));
            }
            ran = effects.returned(lent.ended);
        }
        match ran {
            // One errand does not lead to the next.
            Ran::Silently | Ran::Lend(_) => {}
            Ran::With(outcome) => queue.extend(app.on_outcome(outcome)),
            Ran::Suspend => shell.suspend(),
            Ran::AskBackground => shell.ask_background(),
            Ran::Redraw => told.redraw = true,
            Ran::Copy(text) => shell.copy(&text),
        }
    }
    told
}

/// Plays `events` through the loop, a frame before each and one after the last, and returns when
/// the list ends or the program quits. A [`Event::Resized`] resizes the backend; one with the
/// size of `terminal` comes first, as in a real run.
pub fn run_scripted<A, E, B>(
    app: &mut A,
    effects: &mut E,
    terminal: &mut Terminal<B>,
    events: impl IntoIterator<Item = Event>,
) -> Result<(), B::Error>
where
    A: App,
    E: Effects<A>,
    B: Stage,
{
    let mut script = Script(events.into_iter());
    run(app, effects, &mut script, terminal).map(drop)
}

struct Script<I>(I);

impl<I: Iterator<Item = Event>> Shell for Script<I> {
    fn wait(&mut self) -> Step {
        self.0.next().map_or(Step::Stop(Ended::Quit), Step::Event)
    }

    fn ready(&mut self) -> Option<Step> {
        None
    }

    fn suspend(&mut self) {}

    fn ask_background(&mut self) {}

    fn copy(&mut self, _text: &str) {}

    /// As if the program had been there and done nothing.
    fn lend(&mut self, _errand: &Errand) -> Lent {
        Lent { ended: Ok(ExitStatus::default()), size: None }
    }
}

#[cfg(test)]
#[path = "runtime_tests.rs"]
mod tests;

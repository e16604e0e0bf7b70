//! The loop over a script: order of effects, outcomes and frames.

use super::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::widgets::Paragraph;
use std::cell::RefCell;

/// Notes what it is told; `s` asks for an effect whose outcome asks for another, `q` quits.
#[derive(Default)]
struct Diary {
    told: Vec<String>,
    frames: RefCell<Vec<usize>>,
    /// Whether it has something to do once the first frame is shown.
    opens: bool,
    /// Whether nothing that it is told from now on can be seen.
    still: bool,
    quit: bool,
}

impl App for Diary {
    type Effect = &'static str;
    type Outcome = &'static str;

    fn on_event(&mut self, event: Event) -> Vec<&'static str> {
        match event {
            Event::Key(key) if key.code == KeyCode::Char('s') => vec!["save", "note"],
            Event::Key(key) if key.code == KeyCode::Char('z') => vec!["suspend"],
            Event::Key(key) => {
                self.quit = key.code == KeyCode::Char('q');
                self.told.push(format!("{}", key.code));
                vec![]
            }
            Event::Resized(size) => {
                self.told.push(format!("{size}"));
                vec![]
            }
            Event::Shown if self.opens => vec!["save"],
            Event::Shown => vec![],
            other => {
                self.told.push(format!("{other:?}"));
                vec![]
            }
        }
    }

    fn on_outcome(&mut self, outcome: &'static str) -> Vec<&'static str> {
        self.told.push(outcome.to_owned());
        if outcome == "saved" { vec!["reload"] } else { vec![] }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        self.frames.borrow_mut().push(self.told.len());
        frame.render_widget(Paragraph::new(self.told.join(" ")), frame.area());
    }

    fn is_stale(&self) -> bool {
        !self.still
    }

    fn should_quit(&self) -> bool {
        self.quit
    }
}

fn effects(effect: &'static str) -> Ran<&'static str> {
    match effect {
        "save" => Ran::With("saved"),
        "reload" => Ran::With("reloaded"),
        "suspend" => Ran::Suspend,
        _ => Ran::Silently,
    }
}

fn key(c: char) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE))
}

/// Plays `events` at 30x2; what was told, and the top line of the last frame.
fn play(events: impl IntoIterator<Item = Event>) -> (Diary, String) {
    let mut diary = Diary::default();
    let mut terminal = Terminal::new(TestBackend::new(30, 2)).unwrap();
    run_scripted(&mut diary, &mut effects, &mut terminal, events).unwrap();
    let width = terminal.backend().size().unwrap().width;
    let cells = terminal.backend().buffer().content().iter().take(usize::from(width));
    let line: String = cells.map(|cell| cell.symbol()).collect();
    (diary, line.trim_end().to_owned())
}

#[test]
fn the_size_is_told_before_the_first_frame() {
    let (diary, line) = play([]);
    assert_eq!(diary.told, ["30x2"]);
    assert_eq!(diary.frames.into_inner(), [1]);
    assert_eq!(line, "30x2");
}

#[test]
fn what_the_first_frame_did_not_need_is_done_after_it_and_drawn_at_once() {
    let mut diary = Diary { opens: true, ..Diary::default() };
    let mut terminal = Terminal::new(TestBackend::new(30, 2)).unwrap();
    run_scripted(&mut diary, &mut effects, &mut terminal, []).unwrap();
    assert_eq!(diary.told, ["30x2", "saved", "reloaded"]);
    assert_eq!(diary.frames.into_inner(), [1, 3]);
}

#[test]
fn what_cannot_be_seen_is_told_and_not_drawn() {
    let mut diary = Diary { still: true, ..Diary::default() };
    let mut terminal = Terminal::new(TestBackend::new(30, 2)).unwrap();
    run_scripted(&mut diary, &mut effects, &mut terminal, [Event::Look, Event::Look, key('z')]).unwrap();
    assert_eq!(diary.told, ["30x2", "Look", "Look"]);
    assert_eq!(diary.frames.into_inner(), [1], "the first frame is drawn in any case");
}

#[test]
fn outcomes_are_told_before_the_next_frame() {
    let (diary, line) = play([key('s'), key('a')]);
    assert_eq!(diary.told, ["30x2", "saved", "reloaded", "a"]);
    assert_eq!(diary.frames.into_inner(), [1, 3, 4]);
    assert_eq!(line, "30x2 saved reloaded a");
}

#[test]
fn nothing_is_told_after_the_program_has_quit() {
    let (diary, _) = play([key('a'), key('q'), key('b')]);
    assert_eq!(diary.told, ["30x2", "a", "q"]);
    assert_eq!(diary.frames.into_inner(), [1, 2]);
}

#[test]
fn a_resize_reaches_the_backend_before_it_is_drawn() {
    let (diary, line) = play([Event::Resized(Size::new(12, 1)), Event::Resized(Size::new(0, 0))]);
    assert_eq!(diary.told, ["30x2", "12x1", "0x0"]);
    assert_eq!(line, "");
    let (_, line) = play([Event::Resized(Size::new(12, 1))]);
    assert_eq!(line, "30x2 12x1");
}

/// Everything waits already: a flood, and then the end.
struct Flood {
    keys: usize,
    suspended: usize,
    end: Ended,
}

impl Shell for Flood {
    fn wait(&mut self) -> Step {
        self.ready().unwrap()
    }

    fn ready(&mut self) -> Option<Step> {
        if self.keys == 0 {
            return Some(Step::Interrupt(self.end));
        }
        self.keys -= 1;
        Some(Step::Event(key(if self.keys == 0 { 'z' } else { 'x' })))
    }

    fn suspend(&mut self) {
        self.suspended += 1;
    }

    fn ask_background(&mut self) {}

    fn copy(&mut self, _text: &str) {}

    fn lend(&mut self, _errand: &Errand) -> Lent {
        Lent { ended: Err(NotLent::Busy), size: None }
    }
}

/// Lends the terminal, which comes back at another size, and then ends.
#[derive(Default)]
struct Lender {
    asked: bool,
    copied: Vec<String>,
}

impl Shell for Lender {
    fn wait(&mut self) -> Step {
        if std::mem::replace(&mut self.asked, true) { Step::Stop(Ended::Quit) } else { Step::Event(key('s')) }
    }

    fn ready(&mut self) -> Option<Step> {
        None
    }

    fn suspend(&mut self) {}

    fn ask_background(&mut self) {}

    fn copy(&mut self, text: &str) {
        self.copied.push(text.to_owned());
    }

    fn lend(&mut self, errand: &Errand) -> Lent {
        assert_eq!(errand.program, "editor");
        Lent { ended: Ok(ExitStatus::default()), size: Some(Size::new(12, 1)) }
    }
}

struct Lending;

impl Effects<Diary> for Lending {
    fn run(&mut self, effect: &'static str) -> Ran<&'static str> {
        match effect {
            "save" => Ran::Lend(Errand { program: "editor".into(), args: Vec::new() }),
            _ => Ran::Copy(effect.to_owned()),
        }
    }

    fn returned(&mut self, ended: Result<ExitStatus, NotLent>) -> Ran<&'static str> {
        Ran::With(if ended.is_ok() { "edited" } else { "not lent" })
    }
}

#[test]
fn a_terminal_that_was_lent_is_drawn_at_the_size_that_it_has_then() {
    let (mut diary, mut lender) = (Diary::default(), Lender::default());
    let mut terminal = Terminal::new(TestBackend::new(30, 2)).unwrap();
    run(&mut diary, &mut Lending, &mut lender, &mut terminal).unwrap();
    assert_eq!(diary.told, ["30x2", "12x1", "edited"]);
    assert_eq!(diary.frames.into_inner(), [1, 3]);
    assert_eq!(terminal.backend().size().unwrap(), Size::new(12, 1));
    assert_eq!(lender.copied, ["note"]);
}

#[test]
fn a_flood_of_keys_is_drained_before_it_is_drawn_and_the_end_is_told() {
    let mut flood = Flood { keys: 5_000, suspended: 0, end: Ended::Signal(15) };
    let mut diary = Diary::default();
    let mut terminal = Terminal::new(TestBackend::new(30, 2)).unwrap();
    let ended = run(&mut diary, &mut effects, &mut flood, &mut terminal).unwrap();
    assert_eq!(ended, Ended::Signal(15));
    assert_eq!(diary.told.len(), 1 + 4_999 + 1);
    assert_eq!(diary.told.last().unwrap(), "Interrupted");
    assert_eq!(flood.suspended, 1);
    assert!(diary.frames.into_inner().len() < 1_000, "about a frame for each key");
}

#[test]
fn exit_codes_are_those_of_the_contract() {
    let codes = [Ended::Quit, Ended::Signal(15), Ended::Signal(2), Ended::Hangup, Ended::Panicked];
    assert_eq!(codes.map(Ended::exit_code), [0, 143, 130, 129, 101]);
}

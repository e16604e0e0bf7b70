//! A run on the real terminal: the threads, the queues, and what signals mean to the loop.

use super::answer::{QUESTION, Question};
use super::event::Event;
use super::input::{self, Bell, Inbox, Input, Notice, Pause};
use super::runtime::{self, App, Effects, Ended, Errand, Lent, NotLent, Shell, Step};
use super::screen::Screen;
use super::signals;
use super::terminal::{NoTerminal, Tty};
use ratatui::Terminal;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::queue;
use ratatui::crossterm::style::force_color_output;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;
use std::collections::VecDeque;
use std::io;
use std::panic;
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::mpsc::{RecvTimeoutError, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

/// How often the program is asked to look whether files have changed.
const LOOK: Duration = Duration::from_millis(500);

/// How long the end waits for an answer that may be on its way: the shell must not get it.
const LAST_ANSWER: Duration = Duration::from_millis(100);

/// What is known of the terminal from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The value of `TERM`.
    pub term: Option<&'a str>,
    /// Whether it draws characters of ambiguous width two columns wide.
    pub wide: bool,
    /// Whether the terminal is to report clicks and the wheel, and no longer selects text with them.
    pub mouse: bool,
}

/// Why a run could not begin or go on. The terminal is as it was.
#[derive(Debug)]
pub enum Failure {
    NoTerminal(NoTerminal),
    /// Signals could not be heard, or a thread could not be started.
    Start(io::Error),
    /// The terminal could not be read.
    Input(io::Error),
    /// The terminal could not be written to.
    Output(io::Error),
}

/// Runs `app` on the terminal until it quits, is told to end, or the terminal is gone, and gives
/// the terminal back whatever happens: errors, signals, and panics in any thread.
///
/// Meant to be called once in a process: the panic hook and the
/// signal handlers stay, and a signal that comes later still ends the process, within a second.
pub fn run<A: App>(app: &mut A, effects: &mut impl Effects<A>, known: Known<'_>) -> Result<Ended, Failure> {
    let tty = Arc::new(Tty::find(known.term, known.mouse).map_err(Failure::NoTerminal)?);
    // crossterm drops colour codes under NO_COLOR but keeps an empty one, which resets reverse
    // video and with it the selected row. Themes heed NO_COLOR; the codes must be whole.
    force_color_output(true);
    let (bell, inbox) = input::queues();
    let parsed = Arc::new(AtomicUsize::new(0));
    restore_before_panic_message(Arc::clone(&tty), bell.clone());
    signals::start(Arc::clone(&tty), bell.clone(), Arc::clone(&parsed)).map_err(Failure::Start)?;
    let taken = Taken(Arc::clone(&tty));
    taken.0.enter().map_err(Failure::Output)?;
    let (question, pause) = (Arc::new(Question::default()), Arc::new(Pause::default()));
    let shared = input::Shared {
        bell,
        held: inbox.held.clone(),
        parsed,
        question: Arc::clone(&question),
        pause: Arc::clone(&pause),
    };
    input::start(shared).map_err(Failure::Start)?;

    let mut terminal = Terminal::new(Screen::new(Arc::clone(&tty), known.wide)).map_err(Failure::Output)?;
    let mut live = Live {
        tty: &tty,
        inbox,
        question: &question,
        pause,
        next_look: Instant::now() + LOOK,
        released: VecDeque::new(),
        held: None,
        in_background: false,
        failed: None,
    };
    let ended = runtime::run(app, effects, &mut live, &mut terminal);
    if matches!(ended, Ok(Ended::Quit)) {
        live.let_answer_in();
    }
    match (ended, live.failed) {
        (Ok(_), Some(error)) => Err(Failure::Input(error)),
        (Ok(ended), None) => Ok(ended),
        (Err(error), _) if tty.is_lost(&error) => Ok(Ended::Hangup),
        (Err(error), _) => Err(Failure::Output(error)),
    }
}

/// Gives the terminal back when it goes out of scope.
struct Taken(Arc<Tty>);

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.leave();
    }
}

/// A panic message belongs on the terminal that the user gets back. A panic in another thread
/// ends the run too: half a program must not draw on.
fn restore_before_panic_message(tty: Arc<Tty>, bell: Bell) {
    let main = thread::current().id();
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        tty.leave();
        print(panic);
        if thread::current().id() != main {
            bell.ring(Notice::Panicked);
        }
    }));
}

struct Live<'a> {
    tty: &'a Tty,
    inbox: Inbox,
    question: &'a Question,
    pause: Arc<Pause>,
    next_look: Instant,
    /// What the input thread held back when it got stuck.
    released: VecDeque<Event>,
    /// What it held at the last look.
    held: Option<usize>,
    /// Whether the last look found another program in the foreground.
    in_background: bool,
    /// Why the terminal cannot be read.
    failed: Option<io::Error>,
}

impl Live<'_> {
    /// What a notice means to the loop, if anything.
    fn heed(&mut self, notice: Notice) -> Option<Step> {
        match notice {
            Notice::Ending(reason) => Some(Step::Interrupt(reason)),
            Notice::Panicked => Some(Step::Stop(Ended::Panicked)),
            Notice::Resized => Some(Step::Event(Event::Resized(self.tty.size()))),
            Notice::InputStuck => Some(Step::Event(Event::InputWaiting)),
            Notice::Stop => {
                if Tty::can_stop() {
                    self.tty.leave();
                    // Returns when the process goes on; SIGCONT then tells us so.
                    let _ = emulate_default_handler(SIGTSTP);
                }
                None
            }
            Notice::Continued => Some(match self.tty.enter() {
                Ok(()) => Step::Redraw(self.tty.size()),
                Err(_) => Step::Interrupt(Ended::Hangup),
            }),
            Notice::Unreadable(error) => {
                if !self.tty.is_lost(&error) {
                    self.failed = Some(error);
                }
                Some(Step::Interrupt(Ended::Hangup))
            }
        }
    }

    /// Waits a moment for an answer that is still awaited, so that it is not typed into the shell.
    fn let_answer_in(&self) {
        let until = Instant::now() + LAST_ANSWER;
        while self.question.is_open(Instant::now()) {
            let left = until.saturating_duration_since(Instant::now());
            if self.inbox.input.recv_timeout(left).is_err() {
                return;
            }
        }
    }

    fn look(&mut self) -> Step {
        self.next_look = Instant::now() + LOOK;
        // No burst lasts from one look to the next without growing. Behind half a key the input
        // thread waits for the other half, and what came before it must not wait along.
        let mut burst = self.inbox.held.lock();
        if self.held.is_some() && self.held == burst.held() {
            self.released.extend(burst.end());
        }
        self.held = burst.held();
        drop(burst);
        // A program in the background is stopped as soon as it reads. One that is there and runs,
        // look after look, has lost its shell (`cargo run` was killed, say) and draws over another
        // program's screen.
        let was_in_background = std::mem::replace(&mut self.in_background, self.tty.is_background());
        if was_in_background && self.in_background {
            return Step::Interrupt(Ended::Hangup);
        }
        Step::Event(Event::Look)
    }
}

impl Shell for Live<'_> {
    fn wait(&mut self) -> Step {
        loop {
            if let Some(step) = self.ready() {
                return step;
            }
            let patience = self.next_look.saturating_duration_since(Instant::now());
            match self.inbox.input.recv_timeout(patience) {
                Ok(Input::Event(event)) => return Step::Event(event),
                Ok(Input::Nudge | Input::Resting(_)) | Err(RecvTimeoutError::Timeout) => {}
                // Cannot be: the panic hook holds a sender. It would mean that nothing can come.
                Err(RecvTimeoutError::Disconnected) => return Step::Stop(Ended::Hangup),
            }
        }
    }

    fn ready(&mut self) -> Option<Step> {
        loop {
            if let Some(event) = self.released.pop_front() {
                return Some(Step::Event(event));
            }
            if let Ok(notice) = self.inbox.notices.try_recv() {
                match self.heed(notice) {
                    None => continue,
                    step => return step,
                }
            }
            if Instant::now() >= self.next_look {
                return Some(self.look());
            }
            match self.inbox.input.try_recv() {
                Ok(Input::Event(event)) => return Some(Step::Event(event)),
                Ok(Input::Nudge | Input::Resting(_)) => {}
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return None,
            }
        }
    }

    /// Asks the whole job, as the terminal's own Ctrl-Z would: `cargo run` must stop with us, or
    /// the shell waits for it. The terminal is given back before: once the others have stopped,
    /// the shell takes it, and we may not touch it any more. Our own signal comes back as
    /// [`Notice::Stop`].
    fn suspend(&mut self) {
        if Tty::can_stop() {
            self.tty.leave();
            let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
        }
    }

    /// A terminal that cannot be written to makes itself known at the next frame.
    fn ask_background(&mut self) {
        if self.question.ask(Instant::now()) {
            let _ = self.tty.write(QUESTION);
        }
    }

    /// By OSC 52, which the terminal itself understands, on this machine or over SSH. It never
    /// answers; a terminal that is gone shows at the next frame.
    fn copy(&mut self, text: &str) {
        let mut bytes = Vec::new();
        if queue!(bytes, CopyToClipboard::to_clipboard_from(text)).is_ok() {
            let _ = self.tty.write(&bytes);
        }
    }

    /// The program stays in our process group, as those of `git` do: the foreground needs no
    /// handing over, and Ctrl-Z in it stops the job as the shell expects.
    fn lend(&mut self, errand: &Errand) -> Lent {
        if !self.pause.ask(&self.inbox.input) {
            return Lent { ended: Err(NotLent::Busy), size: None };
        }
        self.tty.lend();
        let ended = run_to_its_end(errand).map_err(NotLent::Start);
        // A terminal that is gone shows at the next frame.
        let _ = self.tty.take_back();
        self.pause.release();
        self.in_background = false;
        self.next_look = Instant::now() + LOOK;
        Lent { ended, size: Some(self.tty.size()) }
    }
}

fn run_to_its_end(errand: &Errand) -> io::Result<ExitStatus> {
    Command::new(&errand.program).args(&errand.args).status()
}

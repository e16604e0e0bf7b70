//! The input thread: reads the terminal, for ever if need be, so that the loop never has to.
//!
//! crossterm 0.29 blocks in the middle of a key sequence whatever timeout it was given, and spins
//! once the terminal is gone. Here it may do both: the loop goes on, and the signal thread ends a
//! program without a terminal.
//!
//! While another program has the terminal it must not read: a key for the editor would be lost to
//! it. crossterm returns from a blocked read for one reason besides input, a change of the window's
//! size, so [`Pause::ask`] sends the signal of one. Everything read before it has been handed on by
//! then; the thread says that it has come to rest, and waits to be released.

use super::answer::{Question, Sieve};
use super::burst::Burst;
use super::event::{Clicks, Event, translate_with};
use super::split::Split;
use ratatui::crossterm::event::{Event as Raw, poll, read};
use signal_hook::consts::SIGWINCH;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What the input thread puts into the loop's queue.
pub(super) enum Input {
    Event(Event),
    /// A notice has come: look at the other queue.
    Nudge,
    /// The input thread rests, as it was asked to the how-many-th time.
    Resting(usize),
}

/// What cannot wait behind a queue of keys.
#[derive(Debug)]
pub(super) enum Notice {
    /// A signal or the loss of the terminal: the program must end.
    Ending(super::Ended),
    /// A thread has panicked.
    Panicked,
    /// The window has another size.
    Resized,
    /// Stop, as Ctrl-Z does.
    Stop,
    /// The program was stopped and goes on.
    Continued,
    /// Bytes have been read for a second without making an event.
    InputStuck,
    /// The terminal cannot be read.
    Unreadable(io::Error),
}

/// How many events may wait: more than one read of the terminal gives, few enough that a flood
/// stays in the terminal's own queue.
const WAITING: usize = 1024;

/// How often in a row reading may fail; a single failure can be a resize that came too early.
const FAILURES: usize = 8;

/// How long the input thread may take to come to rest. Only half a key keeps it longer.
const PATIENCE: Duration = Duration::from_secs(1);

/// How the input thread is made to rest. Requests are numbered: one that was given up must not be
/// taken for a later one.
#[derive(Default)]
pub(super) struct Pause {
    requests: Mutex<Requests>,
    released: Condvar,
}

#[derive(Default)]
struct Requests {
    asked: usize,
    /// Up to and with which request the thread may go on.
    released: usize,
}

impl Pause {
    fn requests(&self) -> MutexGuard<'_, Requests> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the input thread rest; whether it does. What is typed until then was meant for neither
    /// program, and is dropped.
    pub(super) fn ask(&self, input: &Receiver<Input>) -> bool {
        let request = {
            let mut requests = self.requests();
            requests.asked += 1;
            requests.asked
        };
        let _ = signal_hook::low_level::raise(SIGWINCH);
        let until = Instant::now() + PATIENCE;
        loop {
            match input.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Input::Resting(resting)) if resting == request => return true,
                Ok(_) => {}
                Err(_) => {
                    self.release();
                    return false;
                }
            }
        }
    }

    /// Lets the input thread go on.
    pub(super) fn release(&self) {
        let mut requests = self.requests();
        requests.released = requests.asked;
        self.released.notify_all();
    }

    /// The input thread's side: rests if it was asked to; whether it was.
    fn heed(&self, bell: &Bell) -> bool {
        let request = {
            let requests = self.requests();
            if requests.asked == requests.released {
                return false;
            }
            requests.asked
        };
        if bell.nudge.send(Input::Resting(request)).is_ok() {
            let wait = self.released.wait_while(self.requests(), |requests| requests.released < request);
            drop(wait);
        }
        true
    }
}

/// Where other threads leave their notices for the loop, and wake it.
#[derive(Clone)]
pub(super) struct Bell {
    notices: Sender<Notice>,
    nudge: SyncSender<Input>,
}

impl Bell {
    pub(super) fn ring(&self, notice: Notice) {
        // Nobody listens any more once the run is over, and a full queue needs no nudge.
        let _ = self.notices.send(notice);
        let _ = self.nudge.try_send(Input::Nudge);
    }
}

/// The loop's end of the queues.
pub(super) struct Inbox {
    pub(super) notices: Receiver<Notice>,
    pub(super) input: Receiver<Input>,
    /// What the input thread holds back until it knows whether it is keys or a paste. Half a key
    /// sequence behind it holds up the thread itself: then the loop takes it from here.
    pub(super) held: Held,
}

/// A burst that two threads may end.
#[derive(Clone, Default)]
pub(super) struct Held(Arc<Mutex<Burst>>);

impl Held {
    pub(super) fn lock(&self) -> MutexGuard<'_, Burst> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(super) fn queues() -> (Bell, Inbox) {
    let (notices, notices_out) = channel();
    let (nudge, input) = sync_channel(WAITING);
    (Bell { notices, nudge }, Inbox { notices: notices_out, input, held: Held::default() })
}

/// What the input thread shares with the others.
pub(super) struct Shared {
    pub(super) bell: Bell,
    pub(super) held: Held,
    /// How many events have been read, whatever was made of them.
    pub(super) parsed: Arc<AtomicUsize>,
    pub(super) question: Arc<Question>,
    pub(super) pause: Arc<Pause>,
}

/// Starts the input thread. It counts in `parsed` whatever it makes of the bytes it reads, before
/// it hands it on. Nothing ends it but the process: it may be in the middle of a read.
pub(super) fn start(shared: Shared) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || listen(&shared)).map(drop)
}

/// What is read goes through four steps before it is handed on: [`Clicks`] tells a double click,
/// [`Split`] puts torn sequences together, [`Sieve`] takes out what the terminal answers, [`Burst`]
/// tells a paste from keys. The last three may hold something back, and say how long to wait for
/// what decides.
fn listen(shared: &Shared) {
    let Shared { bell, held, parsed, question, pause } = shared;
    let mut failures = 0;
    let mut clicks = Clicks::default();
    let mut split = Split::default();
    let mut sieve = Sieve::new(question, Instant::now());
    let hand_on = |events: Vec<Event>| {
        let told: Vec<Event> = events.into_iter().flat_map(|event| held.lock().take(event)).collect();
        told.into_iter().try_for_each(|event| bell.nudge.send(Input::Event(event)))
    };
    let end_burst = || {
        let told = held.lock().end();
        told.into_iter().try_for_each(|event| bell.nudge.send(Input::Event(event)))
    };
    loop {
        let is_quiet = |patience| matches!(poll(patience), Ok(false));
        let over = if let Some(patience) = split.patience() {
            is_quiet(patience).then(|| {
                let now = Instant::now();
                let released = split.release().into_iter();
                let mut told: Vec<Event> = released.flat_map(|event| sieve.take(event, now)).collect();
                // It has waited long enough.
                if sieve.patience().is_some() {
                    told.extend(sieve.release());
                }
                hand_on(told)
            })
        } else if let Some(patience) = sieve.patience() {
            is_quiet(patience).then(|| hand_on(sieve.release()))
        } else {
            is_over(held).then(&end_burst)
        };
        match over {
            Some(Ok(())) => continue,
            Some(Err(_)) => return,
            None => {}
        }
        let read = read();
        parsed.fetch_add(1, Ordering::SeqCst);
        let raw = match read {
            Ok(raw) => raw,
            Err(_) if failures < FAILURES => {
                failures += 1;
                continue;
            }
            Err(error) => {
                bell.ring(Notice::Unreadable(error));
                return;
            }
        };
        failures = 0;
        if matches!(raw, Raw::Resize(..)) {
            if end_burst().is_err() {
                return;
            }
            if pause.heed(bell) {
                split.forget();
            }
            // What another program has read meanwhile made no event here, and is not stuck.
            parsed.fetch_add(1, Ordering::SeqCst);
        } else if let Some(event) = translate_with(&mut clicks, raw) {
            let now = Instant::now();
            let whole = split.take(event);
            if hand_on(whole.into_iter().flat_map(|event| sieve.take(event, now)).collect()).is_err() {
                return;
            }
        }
    }
}

/// Whether a burst is held and nothing more of it is there to be read.
fn is_over(held: &Held) -> bool {
    let patience = held.lock().patience();
    patience.is_some_and(|patience| !patience.into_iter().any(|patience| poll(patience).unwrap_or(false)))
}

//! The signal thread: hears signals and the loss of the terminal, tells the loop, and ends the
//! process itself when the loop does not answer. It also notices input that does not end.

use super::Ended;
use super::input::{Bell, Notice};
use super::terminal::{Tty, is_gone};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::emulate_default_handler;
use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// How long the loop has to end the program after it was told to.
const GRACE: Duration = Duration::from_millis(500);

/// How long giving the terminal back may take then: a write to a terminal that does not read
/// waits for ever.
const LAST_WRITE: Duration = Duration::from_millis(300);

/// How long bytes may be read without making an event before that is told.
const STUCK: Duration = Duration::from_secs(1);

/// Makes a write beyond the file size limit fail with an error, which can be reported, instead of
/// killing the process in the middle of saving. [`run`](super::run) does it for itself; commands
/// that draw nothing need it too.
pub fn survive_file_size_limit() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(drop)
}

/// Starts the signal thread. `parsed` grows with every event that the input thread has made.
pub(super) fn start(tty: Arc<Tty>, bell: Bell, parsed: Arc<AtomicUsize>) -> io::Result<()> {
    survive_file_size_limit()?;
    let (read, write) = UnixStream::pair()?;
    let heard = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];
    let signals = SignalDelivery::with_pipe(read, write, SignalOnly, heard)?;
    let watch = Watch { tty, bell, parsed, signals, watched: true, ending: None, input: Waiting::Quiet };
    thread::Builder::new().name("signals".to_owned()).spawn(move || watch.run()).map(drop)
}

struct Watch {
    tty: Arc<Tty>,
    bell: Bell,
    parsed: Arc<AtomicUsize>,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    /// Whether the terminal is still there to be watched.
    watched: bool,
    /// Since the loop was told to end: the reason, and when its time is up.
    ending: Option<(Ended, Instant)>,
    input: Waiting,
}

/// What has become of the bytes that came last.
enum Waiting {
    Quiet,
    /// Bytes were seen when this many events had been made; have they made one by then?
    Seen {
        parsed: usize,
        until: Instant,
    },
}

/// What a wait has brought.
struct Heard {
    signals: bool,
    /// The answer for the terminal; empty when it was not asked or has nothing to tell.
    terminal: PollFlags,
}

impl Watch {
    fn run(mut self) {
        loop {
            // Before the wait: what is seen to be unread then cannot have been counted yet.
            let parsed = self.parsed.load(Ordering::SeqCst);
            let heard = self.wait();
            if heard.signals {
                let signals: Vec<i32> = self.signals.pending().collect();
                // Whoever lets us go on does not want us to stop. Their order is not known.
                let goes_on = signals.contains(&SIGCONT);
                let heard = signals.into_iter().filter(|signal| !(goes_on && *signal == SIGTSTP));
                heard.for_each(|signal| self.hear(signal));
            }
            if is_gone(heard.terminal) {
                self.watched = false;
                self.end(Ended::Hangup);
            } else if heard.terminal.contains(PollFlags::NVAL) {
                // A system that cannot poll terminals; asking again at once would spin.
                self.watched = false;
            }
            self.watch_input(heard.terminal.contains(PollFlags::IN), parsed);
            if let Some((reason, until)) = self.ending
                && Instant::now() >= until
            {
                self.finish(reason);
            }
        }
    }

    /// Waits until there is something to hear or one of our own times is up.
    fn wait(&self) -> Heard {
        let stdin = io::stdin();
        let interest = match self.input {
            Waiting::Quiet => PollFlags::IN,
            // Unread bytes are known; asking for them again would spin until they are read.
            Waiting::Seen { .. } => PollFlags::empty(),
        };
        let mut watched = vec![PollFd::new(self.signals.get_read(), PollFlags::IN)];
        if self.watched {
            watched.push(PollFd::new(&stdin, interest));
        }
        let until = match (&self.input, self.ending) {
            (Waiting::Seen { until, .. }, Some((_, end))) => Some(end.min(*until)),
            (Waiting::Seen { until, .. }, None) => Some(*until),
            (Waiting::Quiet, ending) => ending.map(|(_, end)| end),
        };
        let patience = until.map(|until| until.saturating_duration_since(Instant::now()));
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        // Interrupted, it has heard nothing, and the signal is in the pipe for the next time.
        let _ = poll(&mut watched, patience.as_ref());
        let answers: Vec<PollFlags> = watched.iter().map(PollFd::revents).collect();
        Heard {
            signals: answers.first().is_some_and(|answer| !answer.is_empty()),
            terminal: answers.get(1).copied().unwrap_or(PollFlags::empty()),
        }
    }

    fn hear(&mut self, signal: i32) {
        match signal {
            // The keys of the program that has the terminal; they reach us too, being of its job.
            SIGINT | SIGQUIT if self.tty.is_lent() => {}
            // It stops, and the shell must see the whole job stop. The loop waits for its end and
            // could not do it.
            SIGTSTP if self.tty.is_lent() => {
                if Tty::can_stop() {
                    let _ = emulate_default_handler(SIGTSTP);
                }
            }
            SIGTSTP => self.bell.ring(Notice::Stop),
            SIGCONT => self.bell.ring(Notice::Continued),
            SIGWINCH => self.bell.ring(Notice::Resized),
            _ => self.end(Ended::Signal(signal)),
        }
    }

    fn end(&mut self, reason: Ended) {
        if self.ending.is_none() {
            self.ending = Some((reason, Instant::now() + GRACE));
            self.bell.ring(Notice::Ending(reason));
        }
    }

    /// The loop hangs: gives the terminal back in its stead and ends the process.
    fn finish(&self, reason: Ended) -> ! {
        let (done, finished) = channel();
        let tty = Arc::clone(&self.tty);
        let writer = thread::Builder::new().spawn(move || {
            tty.leave();
            let _ = done.send(());
        });
        if writer.is_ok() {
            let _ = finished.recv_timeout(LAST_WRITE);
        }
        signal_hook::low_level::exit(i32::from(reason.exit_code()))
    }

    /// Follows bytes that have been read from the terminal but have not made an event.
    fn watch_input(&mut self, readable: bool, parsed: usize) {
        match self.input {
            Waiting::Quiet if readable => {
                self.input = Waiting::Seen { parsed, until: Instant::now() + STUCK };
            }
            Waiting::Seen { parsed, until } if Instant::now() >= until => {
                self.input = Waiting::Quiet;
                // Bytes that are still unread are not stuck: the loop is busy and the queue full.
                let stuck = self.watched
                    && !self.tty.is_lent()
                    && !self.tty.poll(PollFlags::IN).contains(PollFlags::IN);
                if stuck && self.parsed.load(Ordering::SeqCst) == parsed {
                    self.bell.ring(Notice::InputStuck);
                }
            }
            Waiting::Quiet | Waiting::Seen { .. } => {}
        }
    }
}

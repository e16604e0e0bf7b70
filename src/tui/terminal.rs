//! The terminal: taken over, given back, written to. The only place that changes its modes.

use super::event::drawn;
use ratatui::crossterm::queue;
use ratatui::crossterm::{cursor, event, style, terminal};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::AsFd;
use rustix::io::Errno;
use rustix::process::{getpgrp, getsid};
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering};

/// Why there is no terminal to draw on. Nothing has been written when this is returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTerminal {
    /// Standard input is a file, a pipe or nothing.
    Input,
    /// Standard output is a file or a pipe.
    Output,
    /// `TERM=dumb`: it cannot move a cursor.
    Dumb,
}

/// The terminal on standard input and output, with the modes it had at the start.
///
/// Shared by all threads: whichever notices first that the program is over gives it back.
pub(super) struct Tty {
    cooked: Termios,
    /// Whether the program has the terminal. Nothing is drawn while it has not, so that a frame
    /// on its way cannot spoil a terminal that has been given back.
    taken: AtomicBool,
    /// Whether another program that we started has it, and we wait for its end.
    lent: AtomicBool,
}

/// Whether there is a terminal to draw on, by standard input, standard output and `TERM`.
///
/// # Errors
/// What is in the way.
pub fn find_terminal(term: Option<&str>) -> Result<(), NoTerminal> {
    if !io::stdin().is_terminal() {
        return Err(NoTerminal::Input);
    }
    if !io::stdout().is_terminal() {
        return Err(NoTerminal::Output);
    }
    if term == Some("dumb") {
        return Err(NoTerminal::Dumb);
    }
    Ok(())
}

impl Tty {
    pub(super) fn find(term: Option<&str>) -> Result<Self, NoTerminal> {
        find_terminal(term)?;
        let cooked = termios::tcgetattr(io::stdin()).map_err(|_| NoTerminal::Input)?;
        Ok(Self { cooked, taken: AtomicBool::new(false), lent: AtomicBool::new(false) })
    }

    /// Takes the terminal over; again, if somebody changed its modes meanwhile.
    pub(super) fn enter(&self) -> io::Result<()> {
        self.taken.store(true, Ordering::SeqCst);
        // Only for what crossterm's parser concludes from it: otherwise it takes Ctrl+J for Enter.
        terminal::enable_raw_mode()?;
        let mut raw = self.cooked.clone();
        raw.make_raw();
        retry(|| termios::tcsetattr(io::stdin(), OptionalActions::Now, &raw))?;
        let mut bytes = Vec::new();
        queue!(bytes, terminal::EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)?;
        self.write(&bytes)
    }

    /// Gives the terminal back as it was; does nothing when that has been done. Errors have no
    /// remedy here: a terminal that does not listen is not in our hands.
    pub(super) fn leave(&self) {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return;
        }
        // The rest of a paste must not reach the shell, which would run it.
        let _ = termios::tcflush(io::stdin(), QueueSelector::IFlush);
        // The modes first: unlike the write, this never waits for a slow terminal.
        let _ = retry(|| termios::tcsetattr(io::stdin(), OptionalActions::Now, &self.cooked));
        let mut bytes = Vec::new();
        let rendered = queue!(
            bytes,
            terminal::EndSynchronizedUpdate,
            style::SetAttribute(style::Attribute::Reset),
            cursor::Show,
            event::DisableBracketedPaste,
            terminal::LeaveAlternateScreen
        );
        if rendered.is_ok() {
            let _ = put(&bytes, || true);
        }
    }

    /// Gives the terminal to a program that we start.
    pub(super) fn lend(&self) {
        self.lent.store(true, Ordering::SeqCst);
        self.leave();
    }

    /// Takes the terminal back from it.
    pub(super) fn take_back(&self) -> io::Result<()> {
        let entered = self.enter();
        self.lent.store(false, Ordering::SeqCst);
        entered
    }

    pub(super) fn is_lent(&self) -> bool {
        self.lent.load(Ordering::SeqCst)
    }

    /// Writes to the terminal while the program has it, nothing otherwise.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        put(bytes, || self.taken.load(Ordering::SeqCst))
    }

    /// The size to draw at. Unknown means 0x0: nothing to draw on.
    pub(super) fn size(&self) -> Size {
        let size = termios::tcgetwinsize(io::stdout()).map(|size| Size::new(size.ws_col, size.ws_row));
        drawn(size.unwrap_or_default())
    }

    /// Whether the program has taken the terminal and another process group has it now. Not so when
    /// nobody can tell.
    pub(super) fn is_background(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
            && termios::tcgetpgrp(io::stdin()).is_ok_and(|group| group != getpgrp())
    }

    /// Whether a shell is there to let the process go on once it has stopped: not when we are the
    /// session's own group, as in a window that was opened for this program alone.
    pub(super) fn can_stop() -> bool {
        getsid(None).is_ok_and(|session| session != getpgrp())
    }

    /// Whether `error`, met in reading or writing, means that the terminal is ours no more: its
    /// window closed, its connection lost, or our shell dead and another program in its place.
    pub(super) fn is_lost(&self, error: &io::Error) -> bool {
        if error.raw_os_error() == Some(Errno::IO.raw_os_error()) {
            return true;
        }
        is_gone(self.poll(PollFlags::empty()))
    }

    /// What the terminal has to tell at this moment: what `interest` asks for, or that it is gone.
    pub(super) fn poll(&self, interest: PollFlags) -> PollFlags {
        let stdin = io::stdin();
        let mut watched = [PollFd::new(&stdin, interest)];
        let answered = poll(&mut watched, Some(&Timespec::default()));
        let [terminal] = watched;
        if answered.is_ok() { terminal.revents() } else { PollFlags::empty() }
    }
}

/// Whether the answer of `poll` for a terminal says that it is gone.
pub(super) fn is_gone(answer: PollFlags) -> bool {
    answer.intersects(PollFlags::HUP | PollFlags::ERR)
}

/// Writes to standard output past the standard library's lock and buffer: a thread that hangs in
/// a write must not keep another from giving the terminal back.
fn put(mut bytes: &[u8], go_on: impl Fn() -> bool) -> io::Result<()> {
    let stdout = io::stdout();
    while !bytes.is_empty() && go_on() {
        match rustix::io::write(stdout.as_fd(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another process has made the shared terminal non-blocking.
            Err(Errno::AGAIN) => {
                let mut watched = [PollFd::new(&stdout, PollFlags::OUT)];
                let _ = poll(&mut watched, None);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn retry(mut call: impl FnMut() -> rustix::io::Result<()>) -> rustix::io::Result<()> {
    loop {
        match call() {
            Err(Errno::INTR) => {}
            done => return done,
        }
    }
}

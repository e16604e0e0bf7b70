//! How many columns the terminal gives to characters, by writing them and asking where the cursor
//! is: for `tuition doctor`, which runs without the views. The line is cleared afterwards.

use super::terminal::find_terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{self, OptionalActions, QueueSelector};
use std::io::{self, Write};

/// How long each answer may take; a terminal on the same machine answers in milliseconds.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 500_000_000 };

/// The columns of each text. `None` where there is no terminal, where somebody has typed ahead (the
/// keys would be mixed up with the answers), or where it does not answer.
pub fn measure_widths(texts: &[&str], term: Option<&str>) -> Option<Vec<u16>> {
    find_terminal(term).ok()?;
    let stdin = io::stdin();
    let cooked = termios::tcgetattr(&stdin).ok()?;
    if is_readable(&stdin, &Timespec::default()) {
        return None;
    }
    let mut raw = cooked.clone();
    raw.make_raw();
    termios::tcsetattr(&stdin, OptionalActions::Now, &raw).ok()?;
    let widths = texts.iter().map(|text| width(text)).collect();
    // A late answer must not reach the shell.
    let _ = termios::tcflush(&stdin, QueueSelector::IFlush);
    let _ = termios::tcsetattr(&stdin, OptionalActions::Now, &cooked);
    widths
}

/// Writes a text from the first column on and asks for the cursor's place.
fn width(text: &str) -> Option<u16> {
    let mut stdout = io::stdout().lock();
    write!(stdout, "\r{text}\u{1b}[6n").and_then(|()| stdout.flush()).ok()?;
    let answer = answer();
    write!(stdout, "\r\u{1b}[2K").and_then(|()| stdout.flush()).ok()?;
    column(&answer?)?.checked_sub(1)
}

/// The bytes up to the end of the answer.
fn answer() -> Option<Vec<u8>> {
    let stdin = io::stdin();
    let mut answer = Vec::new();
    while answer.last() != Some(&b'R') {
        let mut byte = [0];
        if answer.len() > 32 || !is_readable(&stdin, &PATIENCE) {
            return None;
        }
        if rustix::io::read(&stdin, &mut byte).ok()? == 0 {
            return None;
        }
        answer.extend(byte);
    }
    Some(answer)
}

fn is_readable(stdin: &io::Stdin, patience: &Timespec) -> bool {
    let mut watched = [PollFd::new(stdin, PollFlags::IN)];
    poll(&mut watched, Some(patience)).is_ok_and(|ready| ready > 0)
}

/// The column of a cursor position report, `ESC [ row ; column R`.
fn column(report: &[u8]) -> Option<u16> {
    let report = std::str::from_utf8(report).ok()?;
    let (_, column) = report.rsplit_once("\u{1b}[")?.1.strip_suffix('R')?.split_once(';')?;
    column.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::column;

    #[test]
    fn a_report_has_the_column_last() {
        assert_eq!(column(b"\x1b[12;3R"), Some(3));
        assert_eq!(column(b"x\x1b[1;140R"), Some(140));
        for wrong in [&b"\x1b[3R"[..], b"12;3R", b"\x1b[1;3", b"\x1b[1;R", b"\xff\x1b[1;2R"] {
            assert_eq!(column(wrong), None, "{wrong:?}");
        }
    }
}

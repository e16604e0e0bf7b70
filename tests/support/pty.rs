//! A program in a pseudo-terminal: type, wait for text, look at the screen, the raw bytes, the
//! terminal's modes and the exit code.
//!
//! Nothing here sleeps for a fixed time. Every wait has a condition and a deadline so long that
//! only a program that hangs meets it; then the test fails and shows the screen.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails, fails")]
#![allow(dead_code, reason = "no test binary uses all of it")]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};
use rustix::termios::{InputModes, LocalModes, OutputModes};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a condition may take on a machine with far too much to do.
const DEADLINE: Duration = Duration::from_secs(60);
const STEP: Duration = Duration::from_millis(5);

/// How much is read at a time.
const CHUNK: usize = 4096;
const A_SECOND_OF_A_SLOW_LINE: usize = 64;
const SECOND: Duration = Duration::from_secs(1);

/// What has come out of the program so far.
struct Output {
    bytes: Vec<u8>,
    /// How many of them the emulator has been given.
    shown: usize,
    parser: vt100::Parser,
}

/// What begins and ends a frame that is to be shown at once.
const FRAME_BEGIN: &[u8] = b"\x1b[?2026h";
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// U+FFFD, which stands for what must not reach a terminal.
const MARK: &[u8] = "\u{FFFD}".as_bytes();

impl Output {
    /// Shows what has come in, whole frames only: a test that looks at half a frame sees what no
    /// person would.
    fn show(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        let fresh = &self.bytes[self.shown..];
        let cut_off = |sequence: &[u8]| {
            (1..sequence.len()).rev().find(|cut| fresh.ends_with(&sequence[..*cut])).unwrap_or(0)
        };
        let whole = fresh.len() - cut_off(FRAME_BEGIN).max(cut_off(MARK));
        let whole = match last(&fresh[..whole], FRAME_BEGIN) {
            Some(begin) if last(&fresh[begin..], FRAME_END).is_none() => begin,
            _ => whole,
        };
        self.show_up_to(self.shown + whole);
    }

    /// The emulator leaves out U+FFFD, which every terminal gives a cell, so that all behind it
    /// would shift: it is given another character for it.
    fn show_up_to(&mut self, end: usize) {
        let mut left = &self.bytes[self.shown..end];
        self.shown = end;
        while let Some(at) = left.windows(MARK.len()).position(|window| window == MARK) {
            self.parser.process(&left[..at]);
            self.parser.process(b"?");
            left = &left[at + MARK.len()..];
        }
        self.parser.process(left);
    }
}

fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

/// Whether the reader may read.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    On,
    /// Once more, and then no longer.
    Once,
    /// A terminal that takes nothing more for now.
    Held,
    /// A line that carries 64 bytes a second.
    Slow,
    /// A terminal that is going away.
    Over,
}

struct Gate {
    reading: Mutex<Reading>,
    changed: Condvar,
}

impl Gate {
    fn set(&self, reading: Reading) {
        *self.reading.lock().unwrap() = reading;
        self.changed.notify_all();
    }

    /// Waits while reading is held; how many bytes to read, if any more.
    fn pass(&self) -> Option<usize> {
        let reading = self.reading.lock().unwrap();
        let mut reading = self.changed.wait_while(reading, |reading| *reading == Reading::Held).unwrap();
        match *reading {
            Reading::Once => *reading = Reading::Held,
            Reading::Slow => {
                let slow = |reading: &mut Reading| *reading == Reading::Slow;
                drop(self.changed.wait_timeout_while(reading, SECOND, slow).unwrap());
                return Some(A_SECOND_OF_A_SLOW_LINE);
            }
            _ => {}
        }
        (*reading != Reading::Over).then_some(CHUNK)
    }
}

pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    pid: Pid,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Sender<Vec<u8>>>,
    writer: Option<JoinHandle<()>>,
    reader: Option<JoinHandle<()>>,
    gate: Arc<Gate>,
    output: Arc<Mutex<Output>>,
    /// Our own handle on the program's terminal: it keeps the modes to be looked at.
    slave: Option<OwnedFd>,
}

/// What is left when the program has ended.
pub struct Ended {
    /// The exit code; killed by a signal: 1 and `killed`.
    pub code: u32,
    /// The name of the signal that killed it, which is not what a well-behaved program lets happen.
    pub killed: Option<String>,
    /// All bytes it has written.
    pub bytes: Vec<u8>,
    /// The screen at the end.
    pub screen: vt100::Screen,
    /// Whether the terminal echoes, gathers lines and makes signals again.
    pub cooked: bool,
    /// Processor time it has used, where the system tells.
    pub cpu: Option<Duration>,
}

impl Session {
    /// Starts `program` in a terminal of its own, as the leader of its session, with no environment
    /// but `PATH`, `TERM` and `env`.
    pub fn spawn(program: &Path, args: &[&str], env: &[(&str, &str)], cols: u16, rows: u16) -> Self {
        Self::open(program, args, env, cols, rows, true)
    }

    /// The same in a terminal that does not control its session: closing it makes no signal.
    pub fn spawn_unsignalled(program: &Path, args: &[&str], env: &[(&str, &str)]) -> Self {
        Self::open(program, args, env, 80, 24, false)
    }

    fn open(
        program: &Path,
        args: &[&str],
        env: &[(&str, &str)],
        cols: u16,
        rows: u16,
        controlling: bool,
    ) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        env.iter().for_each(|(name, value)| command.env(name, value));
        command.set_controlling_tty(controlling);
        command.cwd(std::env::temp_dir());

        let name = pair.master.tty_name().unwrap();
        let slave = rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let pid = child.process_id().and_then(|pid| Pid::from_raw(i32::try_from(pid).unwrap())).unwrap();

        let output = Arc::new(Mutex::new(Output { bytes: Vec::new(), shown: 0, parser: parser(cols, rows) }));
        let gate = Arc::new(Gate { reading: Mutex::new(Reading::On), changed: Condvar::new() });
        let reader =
            read_all(pair.master.try_clone_reader().unwrap(), Arc::clone(&output), Arc::clone(&gate));
        let (keys, typed) = channel::<Vec<u8>>();
        let mut terminal = pair.master.take_writer().unwrap();
        let writer = thread::spawn(move || {
            while let Ok(bytes) = typed.recv() {
                if terminal.write_all(&bytes).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            pid,
            master: Some(pair.master),
            keys: Some(keys),
            writer: Some(writer),
            reader: Some(reader),
            gate,
            output,
            slave: Some(slave.unwrap()),
        }
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.output.lock().unwrap()
    }

    /// Types; never waits for the program to read.
    pub fn send(&self, keys: impl AsRef<[u8]>) {
        self.keys.as_ref().unwrap().send(keys.as_ref().to_vec()).unwrap();
    }

    /// Waits until the screen shows `text`.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(&format!("the screen to show {text:?}"), |session| session.contents().contains(text));
    }

    /// Waits until `condition` holds; `what` says in a failure what was waited for.
    pub fn wait_until(&self, what: &str, condition: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !condition(self) {
            assert!(Instant::now() < deadline, "waited in vain for {what}; screen:\n{}", self.contents());
            thread::sleep(STEP);
        }
    }

    /// The text on the screen.
    pub fn contents(&self) -> String {
        self.output().parser.screen().contents()
    }

    /// The screen: text, attributes, cursor, modes.
    pub fn screen(&self) -> vt100::Screen {
        self.output().parser.screen().clone()
    }

    /// All bytes so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.output().bytes.clone()
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        let mut output = self.output();
        let (vt_rows, vt_cols) = vt_size(cols, rows);
        output.parser.set_size(vt_rows, vt_cols);
        self.master.as_ref().unwrap().resize(size(cols, rows)).unwrap();
    }

    /// Stops reading what the program writes, after one or two more reads of at most 4 kB.
    pub fn hold_output(&self) {
        self.gate.set(Reading::Once);
    }

    /// From now on reads 64 bytes a second.
    pub fn slow_output(&self) {
        self.gate.set(Reading::Slow);
    }

    pub fn release_output(&self) {
        self.gate.set(Reading::On);
    }

    pub fn pid(&self) -> Pid {
        self.pid
    }

    pub fn signal(&self, signal: Signal) {
        rustix::process::kill_process(self.pid, signal).unwrap();
    }

    /// Whether the terminal is as a shell leaves it to a program.
    pub fn is_cooked(&self) -> bool {
        is_cooked(self.slave.as_ref().unwrap())
    }

    /// Closes the window: every handle on our side of the terminal.
    pub fn hang_up(&mut self) {
        self.gate.set(Reading::Over);
        // A byte of our own lets the reader look at the gate.
        rustix::io::write(self.slave.take().unwrap(), b" ").unwrap();
        self.reader.take().unwrap().join().unwrap();
        self.keys = None;
        self.writer.take().unwrap().join().unwrap();
        self.master = None;
    }

    /// Waits until the program has ended.
    pub fn wait_exit(mut self) -> Ended {
        let waiting = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        self.wait_until("the program to end", |session| {
            rustix::process::waitid(WaitId::Pid(session.pid), waiting).is_ok_and(|status| status.is_some())
        });
        let cpu = cpu(self.pid);
        let status = self.child.wait().unwrap();
        let cooked = self.slave.as_ref().is_some_and(is_cooked);
        // With the last handle on its side closed the terminal gives its last bytes and then ends.
        self.slave = None;
        self.gate.set(Reading::On);
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        let mut output = self.output();
        let end = output.bytes.len();
        output.show_up_to(end);
        Ended {
            code: status.exit_code(),
            killed: status.signal().map(str::to_owned),
            bytes: output.bytes.clone(),
            screen: output.parser.screen().clone(),
            cooked,
            cpu,
        }
    }
}

impl Drop for Session {
    /// A failed test must not leave its program behind.
    fn drop(&mut self) {
        self.gate.set(Reading::On);
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = rustix::process::kill_process(self.pid, Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

impl Ended {
    /// What must hold after every end: modes, main screen, cursor and paste as they were.
    #[track_caller]
    pub fn assert_restored(&self) {
        let shown = self.screen.contents();
        assert!(self.cooked, "the terminal is still raw; screen:\n{shown}");
        assert!(!self.screen.alternate_screen(), "still on the alternate screen:\n{shown}");
        assert!(!self.screen.hide_cursor(), "the cursor is still hidden; screen:\n{shown}");
        let mouse = self.screen.mouse_protocol_mode();
        assert_eq!(mouse, vt100::MouseProtocolMode::None, "the mouse is still reported; screen:\n{shown}");
        assert!(!self.screen.bracketed_paste(), "bracketed paste is still on; screen:\n{shown}");
    }

    #[track_caller]
    pub fn assert_code(&self, code: u32) {
        let shown = self.screen.contents();
        assert_eq!((self.code, &self.killed), (code, &None), "screen:\n{shown}");
    }
}

/// How often `part` occurs in `bytes`.
pub fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

fn read_all(
    mut terminal: Box<dyn Read + Send>,
    output: Arc<Mutex<Output>>,
    gate: Arc<Gate>,
) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut chunk = [0; CHUNK];
        while let Some(most) = gate.pass() {
            match terminal.read(&mut chunk[..most]) {
                Ok(0) | Err(_) => return,
                Ok(read) => {
                    let mut output = output.lock().unwrap();
                    output.show(&chunk[..read]);
                }
            }
        }
    })
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The emulator has no screen below 2x2, and needs none above what the program draws.
fn vt_size(cols: u16, rows: u16) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(rows.clamp(2, 500)).unwrap(), NonZeroU16::new(cols.clamp(2, 1000)).unwrap())
}

fn parser(cols: u16, rows: u16) -> vt100::Parser {
    let (rows, cols) = vt_size(cols, rows);
    vt100::Parser::new(rows, cols, 0)
}

fn is_cooked(terminal: &OwnedFd) -> bool {
    let modes = rustix::termios::tcgetattr(terminal).unwrap();
    modes.local_modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG)
        && modes.input_modes.contains(InputModes::ICRNL)
        && modes.output_modes.contains(OutputModes::OPOST)
}

/// The processor time of an ended process that has not been waited for.
fn cpu(pid: Pid) -> Option<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    // After the name, which may hold anything, in parentheses: field 3. User and system time, in
    // hundredths of a second, are fields 14 and 15.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}

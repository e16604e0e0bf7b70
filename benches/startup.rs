//! From the start of the process to its first frame: the program on its bundled catalog against a
//! ratatui program that shows one word, in turn, in the same run. Prints both medians and their
//! ratio, which is the figure that means something on any machine.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a measurement")]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, stdin, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

/// Rounds that are measured, after a tenth as many that are not.
const ROUNDS: usize = 300;

/// Both programs end each frame with this.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// Set for the small program, which is this binary too.
const SWITCH: &str = "TUITION_EMPTY_PROGRAM";

fn main() {
    if std::env::var_os(SWITCH).is_some() {
        return empty_program();
    }
    let home = tempfile::tempdir().unwrap();
    let itself = std::env::current_exe().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tuition"));

    let (mut empty, mut ours) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS + ROUNDS / 10 {
        let times = (first_frame(&itself, home.path()), first_frame(program, home.path()));
        if round >= ROUNDS / 10 {
            empty.push(times.0);
            ours.push(times.1);
        }
    }
    let (empty, ours) = (median(empty), median(ours));
    println!("first frame, median of {ROUNDS}: empty program {empty:?}, tuition {ours:?}");
    println!("ratio {:.2} (goal: at most 1.5)", ours.as_secs_f64() / empty.as_secs_f64());
}

/// The least that a ratatui program does before its first frame.
fn empty_program() {
    let mut terminal = ratatui::init();
    execute!(stdout(), BeginSynchronizedUpdate).unwrap();
    terminal.draw(|frame| frame.render_widget("empty", frame.area())).unwrap();
    execute!(stdout(), EndSynchronizedUpdate).unwrap();
    // Until it is killed, as the other.
    let _ = stdin().read(&mut [0]);
    ratatui::restore();
}

/// How long `program` takes until its first frame has arrived.
fn first_frame(program: &Path, home: &Path) -> Duration {
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("HOME", home);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.env(SWITCH, "1");
    command.cwd(home);
    let mut output = pair.master.try_clone_reader().unwrap();

    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut bytes = Vec::new();
    let mut chunk = [0; 65_536];
    while !bytes.windows(FRAME_END.len()).any(|window| window == FRAME_END) {
        let read = output.read(&mut chunk).unwrap();
        assert!(read > 0, "{} ended without a frame", program.display());
        bytes.extend_from_slice(&chunk[..read]);
    }
    let taken = start.elapsed();

    let pid = child.process_id().and_then(|pid| Pid::from_raw(i32::try_from(pid).unwrap())).unwrap();
    kill_process(pid, Signal::KILL).unwrap();
    child.wait().unwrap();
    taken
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

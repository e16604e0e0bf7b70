//! The program under test: it shows what it was told, and fails in every way when asked to.
//!
//! A package may ship one binary only, so the test binary runs itself: the ignored test below is
//! the program's `main`.

use crate::pty::Session;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Text};
use std::io::Write;
use std::path::PathBuf;
use std::thread;
use tuition::tui::{App, Effects, Ended, Errand, Event, Failure, NotLent, Ran, run};

const ARGS: [&str; 5] =
    ["program::main_of_the_program_under_test", "--exact", "--ignored", "--nocapture", "--test-threads=1"];

/// Set for the program, so that `cargo test -- --ignored` does not draw on a developer's terminal.
const SWITCH: (&str, &str) = ("TUITION_PTY_PROGRAM", "1");

/// The program in a terminal of this size, when it has drawn its first frame.
pub fn start(cols: u16, rows: u16) -> Session {
    let session = start_unseen(cols, rows, &[]);
    session.wait_for("ready");
    session
}

/// The program in a terminal of this size.
pub fn start_unseen(cols: u16, rows: u16, env: &[(&str, &str)]) -> Session {
    let env: Vec<_> = [SWITCH].iter().chain(env).copied().collect();
    Session::spawn(&itself(), &ARGS, &env, cols, rows)
}

/// The program, when it has drawn its first frame, in a terminal that can be closed unsaid.
pub fn start_unsignalled() -> Session {
    let session = Session::spawn_unsignalled(&itself(), &ARGS, &[SWITCH]);
    session.wait_for("ready");
    session
}

/// A shell script in a terminal; `"$@"` in it is the program.
pub fn start_script(script: &str, env: &[(&str, &str)]) -> Session {
    let itself = itself();
    let program = itself.to_str().unwrap();
    let args: Vec<&str> = ["-c", script, "sh", program].into_iter().chain(ARGS).collect();
    let env: Vec<_> = [SWITCH].iter().chain(env).copied().collect();
    Session::spawn("/bin/sh".as_ref(), &args, &env, 80, 24)
}

fn itself() -> PathBuf {
    std::env::current_exe().unwrap()
}

#[test]
#[ignore = "the program that the other tests run in a terminal, not a test"]
#[allow(clippy::disallowed_methods, reason = "the test runner has its own idea of an exit code")]
fn main_of_the_program_under_test() {
    if std::env::var_os(SWITCH.0).is_none() {
        return;
    }
    let mut app = Echo::default();
    let term = std::env::var("TERM").ok();
    let code = match run(&mut app, &mut World, term.as_deref()) {
        Ok(Ended::Quit) if app.fail => {
            say("the error was reported\n");
            5
        }
        Ok(ended) => ended.exit_code(),
        Err(Failure::NoTerminal(reason)) => {
            say(&format!("no terminal: {reason:?}\n"));
            2
        }
        Err(failure) => {
            say(&format!("failed: {failure:?}\n"));
            6
        }
    };
    say(&format!("[exit {code}]\n"));
    std::process::exit(i32::from(code));
}

/// `eprintln` panics when the terminal is gone.
fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

#[derive(Default)]
struct Echo {
    size: String,
    keys: usize,
    last: String,
    pasted: Option<String>,
    looks: usize,
    /// Whether looks are shown. Otherwise nothing is drawn that was not asked for, as in a good
    /// program, and nothing is written.
    show_looks: bool,
    /// Whether every cell is filled.
    fill: bool,
    waiting: bool,
    resumed: usize,
    cursor: bool,
    /// How the program ended that had the terminal.
    lent: Option<String>,
    fail: bool,
    quit: bool,
}

#[derive(Clone, Copy)]
enum Effect {
    PanicInThread,
    Hang,
    Suspend,
    KeepDraft,
    KillParent,
    WriteFile,
    Copy,
    Lend,
}

/// The script that is lent the terminal.
pub const BORROWER: &str = "TUITION_PTY_BORROWER";

/// What is copied.
pub const COPIED: &str = "数字 economy\nline two";

struct World;

impl Effects<Echo> for World {
    fn run(&mut self, effect: Effect) -> Ran<String> {
        perform(effect)
    }

    fn returned(&mut self, ended: Result<std::process::ExitStatus, NotLent>) -> Ran<String> {
        Ran::With(match ended {
            Ok(status) => status.to_string(),
            Err(NotLent::Busy) => "busy".to_owned(),
            Err(NotLent::Start(error)) => format!("{:?}", error.kind()),
        })
    }
}

fn perform(effect: Effect) -> Ran<String> {
    match effect {
        Effect::PanicInThread => {
            thread::spawn(|| panic!("a thread has failed"));
        }
        Effect::Hang => {
            say("[hangs]");
            loop {
                thread::park();
            }
        }
        Effect::Suspend => return Ran::Suspend,
        Effect::Copy => return Ran::Copy(COPIED.to_owned()),
        Effect::Lend => {
            let script = std::env::var_os(BORROWER).unwrap_or_default();
            let (program, args) = match script.is_empty() {
                true => ("/nonexistent/editor".into(), vec![]),
                false => ("/bin/sh".into(), vec!["-c".into(), script]),
            };
            return Ran::Lend(Errand { program, args });
        }
        Effect::KeepDraft => say("[draft kept]"),
        Effect::WriteFile => {
            let written = tempfile::tempfile().unwrap().write_all(b"hours");
            say(&format!("[written: {:?}]", written.map_err(|error| error.kind())));
        }
        Effect::KillParent => {
            let parent = rustix::process::getppid().unwrap();
            rustix::process::kill_process(parent, rustix::process::Signal::KILL).unwrap();
        }
    }
    Ran::Silently
}

impl App for Echo {
    type Effect = Effect;
    type Outcome = String;

    fn on_event(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Shown => {}
            Event::Key(key) => {
                self.keys += 1;
                self.waiting = false;
                self.last = key.code.to_string();
                match key.code {
                    KeyCode::Char('q') => self.quit = true,
                    KeyCode::Char('e') => (self.fail, self.quit) = (true, true),
                    KeyCode::Char('p') => panic!("the program has failed"),
                    KeyCode::Char('P') => return vec![Effect::PanicInThread],
                    KeyCode::Char('l') => self.show_looks = true,
                    KeyCode::Char('f') => self.fill = true,
                    KeyCode::Char('w') => return vec![Effect::WriteFile],
                    KeyCode::Char('k') => return vec![Effect::KillParent],
                    KeyCode::Char('y') => return vec![Effect::Copy],
                    KeyCode::Char('v') => return vec![Effect::Lend],
                    KeyCode::Char('h') => return vec![Effect::Hang],
                    KeyCode::Char('c') if key.modifiers.is_empty() => self.cursor = true,
                    KeyCode::Char('z') if key.modifiers == KeyModifiers::CONTROL => {
                        return vec![Effect::Suspend];
                    }
                    _ => {}
                }
            }
            Event::Paste(text) => {
                self.waiting = false;
                self.pasted = Some(text);
            }
            Event::Resized(size) => self.size = size.to_string(),
            Event::Look => self.looks += usize::from(self.show_looks),
            Event::Resumed => self.resumed += 1,
            Event::InputWaiting => self.waiting = true,
            Event::Interrupted => return vec![Effect::KeepDraft],
        }
        vec![]
    }

    fn on_outcome(&mut self, outcome: String) -> Vec<Effect> {
        self.lent = Some(outcome);
        vec![]
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        if self.fill {
            let row = "#".repeat(usize::from(frame.area().width));
            let rows = vec![row; usize::from(frame.area().height)];
            return frame.render_widget(Text::from_iter(rows), frame.area());
        }
        let paste = match &self.pasted {
            Some(text) => format!("pasted {} bytes: {}.", text.len(), text.replace('\n', "/")),
            None => "nothing pasted".to_owned(),
        };
        let lines = vec![
            Line::from(format!("ready {} frame {}x{}.", self.size, frame.area().width, frame.area().height)),
            Line::from(format!("{} keys, last {}.", self.keys, self.last)),
            Line::from(format!("{} looks.", self.looks)),
            Line::from(format!("resumed {}.", self.resumed)),
            Line::from(if self.waiting { "input waiting." } else { "" }),
            Line::from("selected").style(Style::new().fg(Color::Yellow).reversed()),
            Line::from(paste),
            Line::from(self.lent.as_ref().map(|how| format!("lent: {how}.")).unwrap_or_default()),
        ];
        frame.render_widget(Text::from(lines), frame.area());
        if self.cursor && frame.area().height > 1 {
            frame.set_cursor_position((2, 1));
        }
    }

    fn should_quit(&self) -> bool {
        self.quit
    }
}

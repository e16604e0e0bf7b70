//! The shell around the program: the real terminal, threads, signals, and the loop that turns
//! what happens outside into events and draws a frame when all of them have been told.
//!
//! ```text
//!  terminal ──▶ input thread ──▶ bounded queue ─┐
//!                                               ├─▶ live ──▶ runtime ──▶ App::on_event ─▶ effects
//!  signals ───▶ signal thread ─▶ notices ───────┘               │              ▲             │
//!  hang-up ───▶    │                                            ▼              └─ outcomes ◀─┘
//!                  └─▶ terminal (if the loop hangs)     App::draw ─▶ screen ─▶ terminal
//! ```
//!
//! | file | holds |
//! | --- | --- |
//! | `runtime` | the loop, and the traits by which it knows the program; [`run_scripted`] for tests |
//! | `live` | a run on the real terminal: [`run`] |
//! | `event` | what the program is told |
//! | `burst` | keys that come too fast to have been typed |
//! | `input`, `signals` | the two threads; neither ever waits for the loop to draw |
//! | `answer` | the terminal's answer about its background, told apart from keys |
//! | `measure` | how wide the terminal draws characters, for `tuition doctor` |
//! | `editor`, `browser` | the two programs that are started: one has the terminal, one must not |
//! | `terminal`, `screen` | the terminal's modes; frames as bytes |
//! | `ambiguous` | columns that stay where they are although the terminal draws some characters wide |

mod ambiguous;
mod answer;
pub mod browser;
mod burst;
pub mod configuration;
pub mod editor;
pub mod effects;
mod event;
mod input;
mod late;
mod live;
mod measure;
pub mod program;
mod runtime;
mod screen;
mod signals;
mod split;
mod terminal;

pub use event::{Event, PASTE};
pub use late::Late;
pub use live::{Failure, Known, run};
pub use measure::measure_widths;
pub use runtime::{App, Effects, Ended, Errand, NotLent, Ran, Stage, run_scripted};
pub use signals::survive_file_size_limit;
pub use terminal::{NoTerminal, find_terminal};

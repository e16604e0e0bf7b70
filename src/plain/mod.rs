//! The program in words: the same model and update as on the screen, as a conversation of lines for
//! screen readers, scripts, dumb terminals and slow links. Nothing is drawn and nothing moves; only
//! what is new is said, one thought a line.
//!
//! | file | holds |
//! | --- | --- |
//! | `conversation` | [`Conversation`]: a model, what was said of it, and what is new |
//! | `reading` | what there is to read where the person is: a heading and numbered rows |
//! | `remarks` | what is said of a change that a screen shows by where it shows it |
//! | `understand` | a typed line as messages to the model |
//! | `catalog`, `course`, `beside`, `record`, `status`, `year`, `layers`, `form` | the twins of the views and of what lies over them |
//!
//! The shell around it (standard input and output, effects, exit code) is `cli::plain`. An answer is
//! the lines of [`Conversation::answer`] and an empty line, so that a script knows where it ends.

mod beside;
mod catalog;
mod conversation;
mod course;
mod form;
mod layers;
mod reading;
mod record;
mod remarks;
mod status;
mod understand;
mod year;

pub use conversation::Conversation;

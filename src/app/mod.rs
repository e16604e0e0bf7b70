//! The Elm core: `Model` (everything the screen shows), `Message` (what happened), `Effect` (what to
//! do outside), and `update`, which turns the first two into the third. No file, clock or terminal.
//!
//! A key press: `keys::interpret` → `Message` → `update::update` → `Vec<Effect>` → the shell runs
//! them, and what they came to returns as a `Message`.

pub mod applies;
pub mod bar;
pub mod catalog_view;
pub mod commands;
pub mod compare;
pub mod completion;
pub mod configuration;
pub mod effect;
pub mod facet_words;
pub mod facets;
pub mod field;
pub mod follow_form;
pub mod form;
pub mod form_words;
pub mod gains;
pub mod gap;
pub mod geometry;
pub mod hours_form;
pub mod keys;
pub mod ledger;
pub mod library;
pub mod look;
pub mod message;
pub mod model;
pub mod pack_list;
pub mod plan_form;
pub mod pointer;
pub mod prerequisites;
pub mod recall;
pub mod requirements;
pub mod scroll;
pub mod subject;
pub mod tour;
pub mod update;
pub mod view_form;
pub mod view_list;
pub mod year_page;

pub use effect::{Effect, Target};
pub use message::{BrowserFailure, Edited, EditorFailure, Message, Step};
pub use model::Model;
pub use update::update;

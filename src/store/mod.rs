//! The only reader and writer of the learner's and the curators' files.
//!
//! `catalog` reads catalogs and reports every mistake with its place;
//! `requirements` does the same for packs, both through `reading`; `record` keeps the plan, the
//! hours and the journal; `content` tells whether a file has changed; `atomic` is the one way in which
//! bytes reach the disk, and `output` writes what a person asked for by name; `query_history` keeps
//! earlier queries; `config_file` is the settings file as text; `inspect` looks at folders for
//! `tuition doctor`.

pub mod atomic;
pub mod catalog;
pub mod cause;
pub mod config_file;
pub mod content;
pub mod inspect;
pub mod lock;
pub mod output;
pub mod paths;
pub mod place;
pub mod query_history;
pub mod reading;
pub mod record;
pub mod requirements;
pub mod settings_file;
pub mod themes;

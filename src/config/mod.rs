//! What a person may set: settings, keys, colours. Defaults are commented TOML inside the program.
//!
//! `table` lists the settings, `file` reads them and `bindings` the keys, `layers` puts settings
//! together, `overlay` lays keys over those of the program, `problem` is what can be wrong.

pub mod bindings;
pub mod commented;
pub mod file;
pub mod key;
pub mod keymap;
pub mod layers;
mod near;
mod overlay;
pub mod problem;
pub mod settings;
pub mod table;

pub use file::File;
pub use key::{Key, Reason, cannot_be_sent};
pub use keymap::{Context, Keymap};
pub use layers::{Layer, Layers, Origin};
pub use problem::Problem;
pub use settings::Settings;
pub use table::{Setting, Shape};
